"""Undo and redo of the edits of a transcript."""

from __future__ import annotations

from dataclasses import dataclass, field

from .edits import Segments
from .model import Segment


@dataclass(frozen=True)
class UndoStack:
    """The states of a transcript before and after its present one. Immutable; states share the segments they have in common.

    ``past`` and ``future`` hold the label of a change and the state that undoing or redoing it leads to: of ``past`` the
    last comes next, of ``future`` the first. ``limit`` is how many changes can be undone.
    """

    present: Segments
    past: tuple[tuple[str, Segments], ...] = ()
    future: tuple[tuple[str, Segments], ...] = ()
    limit: int = field(default=500, repr=False)

    def push(self, segments: Segments, label: str) -> UndoStack:
        """The stack after a change; what was undone before is forgotten. Returns itself if nothing changed."""
        if segments == self.present:
            return self
        return UndoStack(segments, ((*self.past, (label, self.present))[-self.limit :]), (), self.limit)

    def undo(self) -> UndoStack:
        """The stack one change back; itself if there is none."""
        if not self.past:
            return self
        label, before = self.past[-1]
        return UndoStack(before, self.past[:-1], ((label, self.present), *self.future), self.limit)

    def redo(self) -> UndoStack:
        """The stack with the last undone change made again; itself if there is none."""
        if not self.future:
            return self
        label, after = self.future[0]
        return UndoStack(after, (*self.past, (label, self.present)), self.future[1:], self.limit)

    def with_segment(self, segment: Segment) -> UndoStack:
        """The stack with a newly finished segment in every state, ordered by start: undo does not take it away."""

        def inserted(segments: Segments) -> Segments:
            index = next((n for n, other in enumerate(segments) if other.start_s > segment.start_s), len(segments))
            return (*segments[:index], segment, *segments[index:])

        past, future = (
            tuple((label, inserted(state)) for label, state in states) for states in (self.past, self.future)
        )
        return UndoStack(inserted(self.present), past, future, self.limit)

    @property
    def undo_label(self) -> str | None:
        """Label of the change that ``undo`` takes back; None if there is none."""
        return self.past[-1][0] if self.past else None

    @property
    def redo_label(self) -> str | None:
        """Label of the change that ``redo`` makes again; None if there is none."""
        return self.future[0][0] if self.future else None
