"""A shortcut that the whole desktop hears, and text typed into other programs. No Qt; Linux only."""
