"""Measuring: error rates on clips with known texts, and speed, beside Whisper base in the same run; how awake the window is.

Only ``window`` needs Qt.
"""
