"""Throughput on the CPU: the same files through the app and through the peer, in turns, on as many threads each.

Two clocks are read: the wall's, and the processor's time of all threads together. Where other programs are busy the second
is the fair one; on a quiet machine both tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from app.speech.audio import decode as decoding
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.events import TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber

from .accuracy import Cost, CostTimer
from .whisper_baseline import NAME, WhisperBaseline


@dataclass(frozen=True)
class Throughput:
    """Medians over the rounds of one file."""

    file: str
    seconds: float
    """Of sound."""
    ours: Cost
    baseline: Cost | None
    stages_s: dict[str, float]
    """Where our time went in the last round."""

    @property
    def wall_ratio(self) -> float | None:
        """How many times faster than the peer."""
        return None if self.baseline is None else self.baseline.wall_s / self.ours.wall_s

    @property
    def processor_ratio(self) -> float | None:
        """The peer's processor time in units of ours."""
        return None if self.baseline is None else self.baseline.processor_s / self.ours.processor_s


def measure(
    path: Path, transcriber: Transcriber, peer: WhisperBaseline | None, options: TranscribeOptions, rounds: int
) -> Throughput:
    """Read one file ``rounds`` times with each, in turns, after one round that warms up. Decoding the file counts for both."""
    stages: dict[str, float] = {}

    def read_ours() -> None:
        for event in transcriber.transcribe(path, options):
            if isinstance(event, TranscriptDone):
                stages.update(event.transcript.timings_s or {})

    def read_peer() -> None:
        if peer is not None:
            peer.transcribe(decoding.read(path), None if options.language == "auto" else options.language)

    ours: list[Cost] = []
    theirs: list[Cost] = []
    for number in range(rounds + 1):
        for read, works in ((read_peer, theirs), (read_ours, ours)):
            work = _timed(read)
            if number:
                works.append(work)
    seconds = len(decoding.read(path)) / SAMPLE_RATE_HZ
    return Throughput(path.name, seconds, _middle(ours), _middle(theirs) if peer else None, stages)


def _timed(read: Callable[[], None]) -> Cost:
    clock = CostTimer()
    read()
    return clock.read()


def _middle(works: list[Cost]) -> Cost:
    return Cost(median(work.wall_s for work in works), median(work.processor_s for work in works))


def report_lines(result: Throughput, model: str, steps: int) -> Iterator[str]:
    """The result in words and figures."""
    yield f"{result.file}, {result.seconds:.1f} s of sound"
    rows = [(f"{model}, {steps} steps", result.ours)] + ([(NAME, result.baseline)] if result.baseline else [])
    width = max(len(name) for name, _ in rows)
    for name, work in rows:
        yield (
            f"  {name:<{width}}  {result.seconds / work.wall_s:6.1f} x real time, {work.wall_s:.2f} s; "
            f"{work.processor_s:.2f} s of processor time"
        )
    if result.wall_ratio is not None and result.processor_ratio is not None:
        yield f"  throughput {result.wall_ratio:.2f} x the peer's, by processor time {result.processor_ratio:.2f} x"
    yield "  of which " + ", ".join(
        f"{name} {spent:.2f} s" for name, spent in result.stages_s.items() if name != "total"
    )
