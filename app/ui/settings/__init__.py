"""The settings dialog, a file for each of its pages."""
