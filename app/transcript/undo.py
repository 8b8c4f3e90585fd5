"""Undo and redo of a transcript's edits. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from .edits import Segments
from .model import Segment


@dataclass(frozen=True)
class UndoStack:
    """The states a transcript was in: undo and redo. Immutable like the rest; states share what did not change."""

    present: Segments
    past: tuple[tuple[str, Segments], ...] = ()
    future: tuple[tuple[str, Segments], ...] = ()
    limit: int = field(default=500, repr=False)

    def push(self, segments: Segments, label: str) -> UndoStack:
        """After a change that is called ``what``; the undone ones are forgotten. Nothing where nothing changed."""
        if segments == self.present:
            return self
        return UndoStack(segments, ((*self.past, (label, self.present))[-self.limit :]), (), self.limit)

    def undo(self) -> UndoStack:
        """One change back; the same where there is none."""
        if not self.past:
            return self
        what, before = self.past[-1]
        return UndoStack(before, self.past[:-1], ((what, self.present), *self.future), self.limit)

    def redo(self) -> UndoStack:
        """One change on again; the same where none was undone."""
        if not self.future:
            return self
        what, after = self.future[0]
        return UndoStack(after, (*self.past, (what, self.present)), self.future[1:], self.limit)

    def with_segment(self, segment: Segment) -> UndoStack:
        """With a segment that was finished meanwhile, at its place in every state: no undo takes it away."""

        def having(segments: Segments) -> Segments:
            at = next((n for n, other in enumerate(segments) if other.start_s > segment.start_s), len(segments))
            return (*segments[:at], segment, *segments[at:])

        past, future = (tuple((what, having(state)) for what, state in turns) for turns in (self.past, self.future))
        return UndoStack(having(self.present), past, future, self.limit)

    @property
    def undo_label(self) -> str | None:
        """What the next undo takes back."""
        return self.past[-1][0] if self.past else None

    @property
    def redo_label(self) -> str | None:
        return self.future[0][0] if self.future else None
