"""A transcript's states while it is being corrected: each change is kept in the library, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.library_worker import Clerk
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.undo import Timeline

Change = Callable[[Segments], Segments]


class Corrections(QObject):
    """Of one entry. The library has a change as soon as its clerk comes to it; where it cannot, that is said."""

    changed = Signal()  # the present state is another
    failed = Signal(object)  # AnnealError

    def __init__(self, clerk: Clerk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._uid = ""
        self._timeline = Timeline(())

    def begin(self, uid: str, segments: Segments) -> None:
        """Correct another entry from now on; ``segments`` as the library has them."""
        self._uid, self._timeline = uid, Timeline(segments)
        self.changed.emit()

    def grow(self, segment: Segment) -> None:
        """A further segment of it is finished; the library has it already."""
        self._timeline = self._timeline.grown(segment)
        self.changed.emit()

    @property
    def uid(self) -> str:
        return self._uid

    @property
    def segments(self) -> Segments:
        return self._timeline.present

    @property
    def undoes(self) -> str | None:
        """What the next undo takes back; None where there is nothing."""
        return self._timeline.undoes

    @property
    def redoes(self) -> str | None:
        return self._timeline.redoes

    def make(self, change: Change, what: str) -> None:
        """Change the present state; ``what`` names it for a person. Raises what the change raises."""
        self._go(self._timeline.then(change(self.segments), what), what)

    @Slot()
    def undo(self) -> None:
        self._go(self._timeline.undone(), self.undoes or "")

    @Slot()
    def redo(self) -> None:
        self._go(self._timeline.redone(), self.redoes or "")

    def _go(self, timeline: Timeline, what: str) -> None:
        before, after = self.segments, timeline.present
        self._timeline = timeline
        if before == after:
            return
        uid = self._uid
        self._clerk.ask(lambda history: history.edit(uid, before, after, what), None, self.failed.emit)
        self.changed.emit()
