"""The way to shortcuts and typing that this desktop offers: its portal, or the X server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from app.errors import DictationError

from . import portal, x11
from .events import ShortcutPressed, ShortcutReady, TextTyped, TypingAllowed
from .shortcut import parse_shortcut
from .stop import Stop


def has_x_server() -> bool:
    """Whether the desktop itself runs on X11: under Wayland an X server sees only the windows of X11 programs."""
    wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return bool(os.environ.get("DISPLAY")) and not wayland


class ShortcutListener:
    """Listens for a global shortcut, in the thread that iterates ``events``."""

    def __init__(self, shortcut: str, purpose: str) -> None:
        """Take a shortcut as Qt stores it, ``Ctrl+Alt+Space``, and what the desktop tells of it."""
        self._shortcut, self._purpose, self._stop = shortcut, purpose, Stop()

    def stop(self) -> None:
        """Give the shortcut back and end ``events``; from any thread."""
        self._stop.set()

    def events(self) -> Iterator[ShortcutReady | ShortcutPressed]:
        """Yield that the shortcut works, and each press; raises ``DictationError`` where the desktop does not allow it."""
        _check_system()
        shortcut = parse_shortcut(self._shortcut)
        if portal.offers(portal.SHORTCUTS):
            yield from portal.listen(shortcut, self._purpose, self._stop)
        elif has_x_server():
            yield from x11.listen(shortcut, self._stop)
        else:
            raise DictationError(
                "This desktop offers no global shortcuts.",
                "Under Wayland only the desktop itself can give them, by its portal, and this one does not.",
                "Use KDE Plasma, GNOME 48 or newer, or a session on X11.",
            )


class TextTyper:
    """Types a text into the program that has the focus, in the thread that iterates ``events``."""

    def __init__(self, text: str, focus: int = 0, token: str = "") -> None:
        """Without a text it only asks for the permission.

        Args:
            focus: the X11 window that must have the focus; 0 for whichever has it.
            token: that of the last ``TypingAllowed``.
        """
        self.text, self._focus, self._token, self._stop = text, focus, token, Stop()

    def stop(self) -> None:
        """End the typing; from any thread."""
        self._stop.set()

    def events(self) -> Iterator[TypingAllowed | TextTyped]:
        """Yield that typing is allowed, and that the text is typed; raises ``DictationError``."""
        _check_system()
        if has_x_server():  # which asks nobody
            if self.text:
                yield from x11.type_text(self.text, self._focus, self._stop)
            else:
                yield TypingAllowed("")
        elif self.text:
            yield from portal.type_text(self.text, self._token, self._stop)
        else:
            yield from portal.ask_to_type(self._token, self._stop)


def _check_system() -> None:
    if sys.platform != "linux":
        raise DictationError("Dictation by a shortcut is offered on Linux only.", "", "Record in the window instead.")
