"""Edit session of a transcript: an undo stack whose every change is also stored in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.library_worker import LibraryWorker
from app.transcript.corrections import correction_of
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.own_words import Replacement
from app.transcript.undo import UndoStack

Change = Callable[[Segments], Segments]


class EditSession(QObject):
    """Edits one entry at a time. The library worker stores each change; ``failed`` reports where it cannot."""

    changed = Signal()  # ``segments`` are others
    failed = Signal(object)  # AnnealError
    correction_repeated = Signal(str, str)  # the same words were corrected twice: what was written, and what is now

    def __init__(self, library_worker: LibraryWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._uid = ""
        self._undo_stack = UndoStack(())
        self._corrections: Counter[Replacement] = Counter()

    def start(self, uid: str, segments: Segments) -> None:
        """Edit another entry from now on, with an empty undo stack; ``segments`` are as the library has them."""
        self._uid, self._undo_stack = uid, UndoStack(segments)
        self.changed.emit()

    def append_segment(self, segment: Segment) -> None:
        """Add a segment that has just been transcribed; the library has it already."""
        self._undo_stack = self._undo_stack.with_segment(segment)
        self.changed.emit()

    @property
    def uid(self) -> str:
        return self._uid

    @property
    def segments(self) -> Segments:
        return self._undo_stack.present

    @property
    def undo_label(self) -> str | None:
        """Name of the change that the next undo takes back; None where there is none."""
        return self._undo_stack.undo_label

    @property
    def redo_label(self) -> str | None:
        return self._undo_stack.redo_label

    def apply(self, change: Change, label: str) -> None:
        """Change the segments; ``label`` names the change for the user. Raises what ``change`` raises."""
        before = self.segments
        self._move_to(self._undo_stack.push(change(before), label), label)
        correction = correction_of(before, self.segments)
        if correction is not None:
            self._corrections[correction] += 1
            if self._corrections[correction] == 2:
                self.correction_repeated.emit(*correction)

    @Slot()
    def undo(self) -> None:
        self._move_to(self._undo_stack.undo(), self.undo_label or "")

    @Slot()
    def redo(self) -> None:
        self._move_to(self._undo_stack.redo(), self.redo_label or "")

    def _move_to(self, undo_stack: UndoStack, label: str) -> None:
        before, after = self.segments, undo_stack.present
        self._undo_stack = undo_stack
        if before == after:
            return
        uid = self._uid
        self._library_worker.submit(lambda store: store.edit(uid, before, after, label), None, self.failed.emit)
        self.changed.emit()
