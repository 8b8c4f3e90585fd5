"""Whether a window can be opened here."""

from __future__ import annotations

import os
import sys

DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Return whether there is a display: always on Windows and macOS; elsewhere the environment names it."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in DISPLAY_VARIABLES)
