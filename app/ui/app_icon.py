"""The app's icon, drawn from the one picture that desktops show too: scattered grains above, a line of text below."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app import paths


def app_icon() -> QIcon:
    """In whatever size a title bar, a task bar or a dock asks for."""
    return QIcon(str(paths.icon_file()))
