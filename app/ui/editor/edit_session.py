"""A transcript's states while it is being corrected: each change is kept in the library, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.library_worker import LibraryWorker
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.undo import UndoStack

Change = Callable[[Segments], Segments]


class EditSession(QObject):
    """Of one entry. The library has a change as soon as its clerk comes to it; where it cannot, that is said."""

    changed = Signal()  # the present state is another
    failed = Signal(object)  # AnnealError

    def __init__(self, library_worker: LibraryWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._uid = ""
        self._timeline = UndoStack(())

    def start(self, uid: str, segments: Segments) -> None:
        """Correct another entry from now on; ``segment_audio`` as the library has them."""
        self._uid, self._timeline = uid, UndoStack(segments)
        self.changed.emit()

    def append_segment(self, segment: Segment) -> None:
        """A further segment of it is finished; the library has it already."""
        self._timeline = self._timeline.with_segment(segment)
        self.changed.emit()

    @property
    def uid(self) -> str:
        return self._uid

    @property
    def segments(self) -> Segments:
        return self._timeline.present

    @property
    def undo_label(self) -> str | None:
        """What the next undo takes back; None where there is nothing."""
        return self._timeline.undo_label

    @property
    def redo_label(self) -> str | None:
        return self._timeline.redo_label

    def apply(self, change: Change, label: str) -> None:
        """Change the present state; ``what`` names it for a person. Raises what the change raises."""
        self._move_to(self._timeline.push(change(self.segments), label), label)

    @Slot()
    def undo(self) -> None:
        self._move_to(self._timeline.undo(), self.undo_label or "")

    @Slot()
    def redo(self) -> None:
        self._move_to(self._timeline.redo(), self.redo_label or "")

    def _move_to(self, timeline: UndoStack, label: str) -> None:
        before, after = self.segments, timeline.present
        self._timeline = timeline
        if before == after:
            return
        uid = self._uid
        self._library_worker.submit(lambda history: history.edit(uid, before, after, label), None, self.failed.emit)
        self.changed.emit()
