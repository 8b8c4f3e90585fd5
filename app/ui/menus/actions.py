"""The window's actions in one table: their name in the code, text and shortcut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

CONTEXT = "Actions"

ACTIONS: dict[str, tuple[Any, str]] = {
    # name: (text, shortcut in Qt's portable notation)
    "open": (QT_TRANSLATE_NOOP("Actions", "Open files…"), "Ctrl+O"),
    "open_folder": (QT_TRANSLATE_NOOP("Actions", "Open folder…"), "Ctrl+Shift+O"),
    "sample": (QT_TRANSLATE_NOOP("Actions", "Try a sample"), "Ctrl+T"),
    "record": (QT_TRANSLATE_NOOP("Actions", "Record or stop"), "Space"),
    "cancel": (QT_TRANSLATE_NOOP("Actions", "Cancel"), "Esc"),
    "retry": (QT_TRANSLATE_NOOP("Actions", "Transcribe again"), "Ctrl+R"),
    "remove": (QT_TRANSLATE_NOOP("Actions", "Remove from the list"), "Del"),
    "move_up": (QT_TRANSLATE_NOOP("Actions", "Move up"), "Alt+Up"),
    "move_down": (QT_TRANSLATE_NOOP("Actions", "Move down"), "Alt+Down"),
    "copy": (QT_TRANSLATE_NOOP("Actions", "Copy the text"), "Ctrl+Shift+C"),
    "copy_times": (QT_TRANSLATE_NOOP("Actions", "Copy with times"), ""),
    "copy_srt": (QT_TRANSLATE_NOOP("Actions", "Copy as subtitles (SRT)"), ""),
    "copy_md": (QT_TRANSLATE_NOOP("Actions", "Copy as Markdown"), ""),
    "check": (QT_TRANSLATE_NOOP("Actions", "Check the next word"), "F8"),
    "edit": (QT_TRANSLATE_NOOP("Actions", "Listen and edit"), "Ctrl+Shift+E"),
    "export": (QT_TRANSLATE_NOOP("Actions", "Export…"), "Ctrl+E"),
    "reveal": (QT_TRANSLATE_NOOP("Actions", "Show in folder"), ""),
    "rename_item": (QT_TRANSLATE_NOOP("Actions", "Rename…"), ""),
    "clear_finished": (QT_TRANSLATE_NOOP("Actions", "Clear finished"), ""),
    "replay": (QT_TRANSLATE_NOOP("Actions", "Replay this segment"), "Ctrl+Return"),
    "live": (QT_TRANSLATE_NOOP("Actions", "Back to live"), "Alt+End"),
    "library": (QT_TRANSLATE_NOOP("Actions", "Library"), "Ctrl+L"),
    "language": (QT_TRANSLATE_NOOP("Actions", "Choose the language"), "Alt+L"),
    "steps": (QT_TRANSLATE_NOOP("Actions", "Choose the steps"), "Alt+S"),
    "menu": (QT_TRANSLATE_NOOP("Actions", "Menu"), "Alt+M"),
    "show_recordings": (QT_TRANSLATE_NOOP("Actions", "Show the recordings folder"), ""),
    "models": (QT_TRANSLATE_NOOP("Actions", "Models…"), "Ctrl+M"),
    "settings": (QT_TRANSLATE_NOOP("Actions", "Settings…"), "Ctrl+,"),
    "shortcuts": (QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "F1"),
    "copy_diagnostics": (QT_TRANSLATE_NOOP("Actions", "Copy diagnostics"), ""),
    "about": (QT_TRANSLATE_NOOP("Actions", "About Anneal"), ""),
    "quit": (QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"),
}


def make_actions(owner: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Create the table's actions as ``QAction``s of ``owner``, each connected to the slot of its name."""
    actions: dict[str, QAction] = {}
    for name, (_, shortcut) in ACTIONS.items():
        action = _TranslatedAction(name, owner)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        slot = slots[name]
        action.triggered.connect(lambda _checked=False, slot=slot: slot())
        owner.addAction(action)
        actions[name] = action
    return actions


class _TranslatedAction(QAction):
    """Sets its text anew when the language changes: Qt sends the event to all children of a window."""

    def __init__(self, name: str, owner: QWidget) -> None:
        super().__init__(owner)
        self.setObjectName(name)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(QCoreApplication.translate(CONTEXT, ACTIONS[self.objectName()][0]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().event(event)


def key_text(shortcut: str | QKeySequence) -> str:
    """Return a shortcut as the system names it; Qt leaves some keys in English."""
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", QCoreApplication.translate("Actions", "Return"))


def with_shortcut(text: str, shortcut: str) -> str:
    """Return a tooltip: ``text`` and its shortcut, given in portable notation and shown as the system names it."""
    return f"{text} ({key_text(shortcut)})"
