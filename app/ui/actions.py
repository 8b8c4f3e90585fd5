"""One table of everything a person can do: name, shortcut, and what it is called in the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

CONTEXT = "Actions"


def _noop(text: str) -> str:
    """Mark a text for translation where it stands; ``make_actions`` translates it."""
    return str(QT_TRANSLATE_NOOP("Actions", text))


TABLE: dict[str, tuple[str, str]] = {
    # name: (text, shortcut in Qt's portable notation)
    "open": (_noop("Open files…"), "Ctrl+O"),
    "open_folder": (_noop("Open folder…"), "Ctrl+Shift+O"),
    "sample": (_noop("Try a sample"), "Ctrl+T"),
    "record": (_noop("Record or stop"), "Space"),
    "cancel": (_noop("Cancel"), "Esc"),
    "retry": (_noop("Transcribe again"), "Ctrl+R"),
    "remove": (_noop("Remove from the list"), "Del"),
    "move_up": (_noop("Move up"), "Alt+Up"),
    "move_down": (_noop("Move down"), "Alt+Down"),
    "copy": (_noop("Copy the text"), "Ctrl+Shift+C"),
    "replay": (_noop("Replay this segment"), "Ctrl+Return"),
    "live": (_noop("Back to live"), "Ctrl+L"),
    "show_recordings": (_noop("Show the recordings folder"), ""),
    "shortcuts": (_noop("Keyboard shortcuts"), "F1"),
    "quit": (_noop("Quit"), "Ctrl+Q"),
}


def make_actions(owner: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The table as ``QAction``s of ``owner``, each connected to the slot of its name."""
    actions: dict[str, QAction] = {}
    for name, (text, shortcut) in TABLE.items():
        action = QAction(QCoreApplication.translate(CONTEXT, text), owner)
        action.setObjectName(name)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        slot = slots[name]
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
        owner.addAction(action)
        actions[name] = action
    return actions


def tip(action: QAction) -> str:
    """A tooltip: the action's text and its shortcut."""
    text = action.text().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
