"""Whether a window can be opened here."""

from __future__ import annotations

import os
import sys

WAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def there_is_a_display() -> bool:
    """On Windows and macOS there always is; elsewhere the environment names it."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in WAYS)
