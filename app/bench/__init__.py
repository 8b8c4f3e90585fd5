"""Measurements: error rates on clips with known texts, speed beside Whisper base in the same run, latency of the window.

Only ``ui_latency`` and ``cancel_latency`` need Qt.
"""
