"""The editor page: playback, editing, redecoding and replay of one transcript."""
