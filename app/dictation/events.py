"""What the threads of the dictation report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ShortcutReady:
    """The desktop passes the shortcut on from now on."""

    trigger: str
    """The shortcut as the desktop names it, where it has chosen one; empty for the one that was asked for."""


@dataclass(frozen=True)
class ShortcutPressed:
    """The shortcut was pressed, once however long it is held."""

    focus: int
    """The X11 window that has the keyboard's focus; 0 where nobody tells."""


@dataclass(frozen=True)
class TypingAllowed:
    """The desktop lets the app type."""

    token: str
    """With it the desktop need not ask again; empty where there is none."""


@dataclass(frozen=True)
class TextTyped:
    """The whole text has been typed."""
