"""Reads the system's setting for reduced motion, which Qt (6.11) does not offer.

No Qt here. It may run a program and wait for it, so call it in a background task.
"""

from __future__ import annotations

import subprocess
import sys

TIMEOUT_S = 3.0
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of SystemParametersInfo


def prefers_reduced_motion() -> bool:
    """Return the system's accessibility setting; False if it has none."""
    if sys.platform == "win32":
        return not _windows_animations_enabled()
    if sys.platform == "darwin":
        return _prints(["defaults", "read", "com.apple.universalaccess", "reduceMotion"], "1")
    # GNOME and the desktops that share its settings; KDE keeps them in step with its own.
    return _prints(["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"], "false")


def _windows_animations_enabled() -> bool:
    import ctypes

    enabled = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(enabled), 0)  # type: ignore[attr-defined,unused-ignore]
    return bool(enabled.value)


def _prints(command: list[str], expected: str) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.stdout.strip().lower() == expected
