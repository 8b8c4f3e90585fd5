"""The library page: list, search and export of all transcripts."""
