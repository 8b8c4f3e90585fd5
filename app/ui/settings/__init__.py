"""The settings dialog, with a module for each of its pages."""
