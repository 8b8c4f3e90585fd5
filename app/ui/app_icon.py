"""The app's icon, from the file that desktops use too."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app import paths


def app_icon() -> QIcon:
    """Return the icon; it scales to any size."""
    return QIcon(str(paths.icon_file()))
