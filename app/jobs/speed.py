"""Measures what a transcription costs on this machine. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.speech.events import CanvasStep, Event, SegmentDone, SegmentStarted

MAX_SAMPLES = 12
REFERENCE_CLIP_S = 10.0


@dataclass
class Speedometer:
    """Measures from events the time of a step and of the work around the steps, over the last ``MAX_SAMPLES`` segments."""

    _steps_ms: dict[int, list[float]] = field(default_factory=dict)
    _samples: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Per segment: audio s, work s, steps taken, s a step."""

    def handle(self, event: Event) -> None:
        match event:
            case SegmentStarted():
                self._steps_ms[event.segment] = []
            case CanvasStep():
                self._steps_ms.setdefault(event.segment, []).append(event.step_ms)
            case SegmentDone():
                steps_ms = self._steps_ms.pop(event.segment.index, [])
                heard_s = event.segment.end_s - event.segment.start_s
                if heard_s > 0 and event.work_s > 0:
                    step_s = sum(steps_ms) / len(steps_ms) / 1000 if steps_ms else 0.0
                    self._samples.append((heard_s, event.work_s, len(steps_ms), step_s))
                    del self._samples[:-MAX_SAMPLES]

    def clip_cost_s(self, steps: int) -> float | None:
        """Seconds that 10 s of audio take if all steps are used; None before the first segment whose steps were observed."""
        samples = [sample for sample in self._samples if sample[2]]
        if not samples:
            return None
        heard_s = sum(sample[0] for sample in samples)
        besides_s = sum(max(0.0, work_s - taken * step_s) for _, work_s, taken, step_s in samples)
        step_s = sum(sample[3] for sample in samples) / len(samples)
        return besides_s / heard_s * REFERENCE_CLIP_S + steps * step_s

    @property
    def times_real_time(self) -> float | None:
        """Seconds of audio per second of work over the last segments; None before the first."""
        if not self._samples:
            return None
        return sum(sample[0] for sample in self._samples) / sum(sample[1] for sample in self._samples)
