"""Listens for the shortcut of the dictation, and types, from the window's thread."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from app.dictation.desktop import ShortcutListener, TextTyper
from app.dictation.events import ShortcutPressed, ShortcutReady, TextTyped, TypingAllowed
from app.errors import AnnealError

from .background_tasks import BackgroundTasks
from .job_slot import JobSlot


class ShortcutJob(QObject):
    """Listens for one global shortcut at a time, in a thread of its own."""

    ready = Signal(object)  # ShortcutReady
    pressed = Signal(object)  # ShortcutPressed
    failed = Signal(object)  # DictationError

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: ShortcutListener | None = None
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self.failed)
        background_tasks.shutting_down.connect(self.stop)

    def listen(self, listener: ShortcutListener) -> None:
        """Listen for another shortcut instead of the one before."""
        self.stop()
        self._listener = listener
        self._slot.start(listener.events)

    @Slot()
    def stop(self) -> None:
        """Give the shortcut back."""
        self._slot.cancel()
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    @Slot(object)
    def _on_reported(self, event: ShortcutReady | ShortcutPressed) -> None:
        if not self._slot.active:
            return  # was on its way when the shortcut was given back
        if isinstance(event, ShortcutReady):
            self.ready.emit(event)
        else:
            self.pressed.emit(event)


class TypingJob(QObject):
    """Types texts, one after the other, in a thread of its own."""

    allowed = Signal(str)  # token with which the desktop need not ask again
    typed = Signal()
    failed = Signal(object, object)  # TextTyper, DictationError

    def __init__(self, background_tasks: BackgroundTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typers: deque[TextTyper] = deque()
        """The one at work and those that wait."""
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self._on_failed)
        self._slot.finished.connect(self._on_finished)
        background_tasks.shutting_down.connect(self._stop)

    def start(self, typer: TextTyper) -> None:
        """Type a text after those that wait."""
        self._typers.append(typer)
        if len(self._typers) == 1:
            self._slot.start(typer.events)

    @Slot()
    def _stop(self) -> None:
        for typer in self._typers:
            typer.stop()

    @Slot(object)
    def _on_reported(self, event: TypingAllowed | TextTyped) -> None:
        if isinstance(event, TypingAllowed):
            self.allowed.emit(event.token)
        else:
            self.typed.emit()

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.failed.emit(self._typers[0], error)

    @Slot()
    def _on_finished(self) -> None:
        self._typers.popleft()
        if self._typers:
            self._slot.start(self._typers[0].events)
