"""Progress of a transcription by its events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from .events import CanvasStep, DecodeProgress, Event, ModelReady, SegmentDone, SourceSegmented

GRACE_S = 5.0
"""What a segment of a live source may take beside its length."""


@dataclass
class TranscriptionProgress:
    """Counts seconds of the source, as the number of its segments may become known only during the work."""

    segmented: SourceSegmented | None = None
    done_s: float = 0.0
    """Of the segments that are done."""
    _under_way_s: dict[int, float] = field(default_factory=dict)
    """Of segments that are being denoised, their length times the share of their steps."""

    def handle(self, event: Event) -> None:
        match event:
            case SourceSegmented():
                self.segmented = event
            case CanvasStep() if self.segmented is not None:
                start_s, end_s = self.segmented.spans_s[event.segment]
                progress_s = (end_s - start_s) * event.step / event.steps
                self._under_way_s[event.segment] = max(self._under_way_s.get(event.segment, 0.0), progress_s)
            case SegmentDone(segment=segment):
                self._under_way_s.pop(segment.index, None)
                self.done_s += segment.end_s - segment.start_s

    @property
    def share(self) -> float:
        """Of the source, 0 to 1; 0 before its first ``SourceSegmented``."""
        if self.segmented is None or self.segmented.duration_s <= 0:
            return 0.0
        return min(1.0, (self.done_s + sum(self._under_way_s.values())) / self.segmented.duration_s)

    @property
    def segment_count(self) -> int:
        """Number of the source's segments; 0 while unknown."""
        return len(self.segmented.spans_s) if self.segmented is not None and self.segmented.complete else 0


class Pace:
    """Tells whether the work on a live source keeps up with it: while there is work, it must be done as fast as one speaks."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._busy_since_s: float | None = None
        self._done_s = 0.0
        self._spans_s: tuple[tuple[float, float], ...] = ()
        self._done: set[int] = set()

    def handle(self, event: Event) -> None:
        """Take an event into account when it comes."""
        match event:
            case ModelReady() | DecodeProgress():  # all that was said is done
                self._busy_since_s, self._done_s = self._clock(), 0.0
            case SourceSegmented():
                self._spans_s = event.spans_s
            case SegmentDone():
                self._done.add(event.segment.index)
                if event.work_s > 0:
                    self._done_s += event.segment.end_s - event.segment.start_s

    @property
    def is_behind(self) -> bool:
        """Whether the work is slower than speech."""
        if self._busy_since_s is None:
            return False
        waiting_s = (end_s - start_s for n, (start_s, end_s) in enumerate(self._spans_s) if n not in self._done)
        segment_s = next(waiting_s, 0.0)
        return self._clock() - self._busy_since_s > self._done_s + segment_s + GRACE_S
