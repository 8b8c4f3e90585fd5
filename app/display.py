"""Whether a window can be opened here."""

from __future__ import annotations

import os
import sys

DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """On Windows and macOS there always is; elsewhere the environment names it."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in DISPLAY_VARIABLES)
