"""Progress of a transcription by its events."""

from __future__ import annotations

from dataclasses import dataclass, field

from .events import CanvasStep, Event, SegmentDone, SourceSegmented


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
