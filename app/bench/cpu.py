"""Throughput on the CPU: the same files through the app and through the baseline, in turns, on as many threads each.

Two times are taken: wall time, and processor time of all threads together. Where other programs are busy the second is the
fair one; on a quiet machine both say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.events import TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber

from .accuracy import Cost, CostTimer
from .whisper_baseline import NAME, WhisperBaseline


@dataclass(frozen=True)
class Throughput:
    """Medians of the rounds of one file."""

    file: str
    seconds: float
    """Length of the sound."""
    ours: Cost
    baseline: Cost | None
    stages_s: dict[str, float]
    """Our wall time by stage, in the last round."""

    @property
    def wall_ratio(self) -> float | None:
        """Our throughput in units of the baseline's, by wall time."""
        return None if self.baseline is None else self.baseline.wall_s / self.ours.wall_s

    @property
    def processor_ratio(self) -> float | None:
        """The baseline's processor time in units of ours."""
        return None if self.baseline is None else self.baseline.processor_s / self.ours.processor_s


def measure(
    path: Path, transcriber: Transcriber, baseline: WhisperBaseline | None, options: TranscribeOptions, rounds: int
) -> Throughput:
    """Transcribe one file ``rounds`` times with each, in turns, after one round that warms up; both decode the file."""
    stages: dict[str, float] = {}

    def run_ours() -> None:
        for event in transcriber.transcribe(path, options):
            if isinstance(event, TranscriptDone):
                stages.update(event.transcript.timings_s or {})

    def run_baseline() -> None:
        if baseline is not None:
            baseline.transcribe(decode.read(path), None if options.language == "auto" else options.language)

    our_costs: list[Cost] = []
    baseline_costs: list[Cost] = []
    for number in range(rounds + 1):
        for run, costs in ((run_baseline, baseline_costs), (run_ours, our_costs)):
            cost = _timed(run)
            if number:
                costs.append(cost)
    seconds = len(decode.read(path)) / SAMPLE_RATE_HZ
    return Throughput(
        path.name, seconds, _median_cost(our_costs), _median_cost(baseline_costs) if baseline else None, stages
    )


def _timed(run: Callable[[], None]) -> Cost:
    timer = CostTimer()
    run()
    return timer.read()


def _median_cost(costs: list[Cost]) -> Cost:
    return Cost(median(cost.wall_s for cost in costs), median(cost.processor_s for cost in costs))


def report_lines(result: Throughput, model: str, steps: int) -> Iterator[str]:
    """Format the result for the terminal."""
    yield f"{result.file}, {result.seconds:.1f} s of sound"
    rows = [(f"{model}, {steps} steps", result.ours)] + ([(NAME, result.baseline)] if result.baseline else [])
    width = max(len(name) for name, _ in rows)
    for name, cost in rows:
        yield (
            f"  {name:<{width}}  {result.seconds / cost.wall_s:6.1f} x real time, {cost.wall_s:.2f} s; "
            f"{cost.processor_s:.2f} s of processor time"
        )
    if result.wall_ratio is not None and result.processor_ratio is not None:
        yield f"  throughput {result.wall_ratio:.2f} x the peer's, by processor time {result.processor_ratio:.2f} x"
    yield "  of which " + ", ".join(
        f"{name} {spent_s:.2f} s" for name, spent_s in result.stages_s.items() if name != "total"
    )
