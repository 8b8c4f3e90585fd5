"""The lock of PortAudio, which must not be restarted while a stream is open."""

from __future__ import annotations

import threading
from typing import Any

portaudio_lock = threading.Lock()
"""Held while recording, playing or listing devices."""


def rescan_devices(sounddevice: Any) -> None:
    """Restart PortAudio, as it lists the devices only when it starts."""
    sounddevice._terminate()  # noqa: SLF001  there is no public way to list devices anew
    sounddevice._initialize()  # noqa: SLF001
