"""What whoever uses PortAudio shares: it is started anew to see new devices, and must not be under an open stream."""

from __future__ import annotations

import threading
from typing import Any

portaudio_lock = threading.Lock()
"""Held by whoever records, plays or looks for devices."""


def rescan_devices(sounddevice: Any) -> None:
    """PortAudio looks for devices only when it starts: start it anew, to see what was plugged in since."""
    sounddevice._terminate()
    sounddevice._initialize()
