"""How many bytes a canvas step takes on disk, and how long packing takes: the bundled model on a clip.

    python -m tests.benchmarks.bench_replay [CLIP ...] [--steps 16] [--vocab 262144]

The goal is about 4 KB a step at 192 positions with the five best tokens. With ``--vocab`` the ids of the noise are drawn from a
vocabulary of that size instead, as the large model would; its beliefs are those of the bundled one.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from app import paths
from app.jobs.recent_steps import step_size_bytes
from app.library.replay_store import CanvasRun, RunCollector, deserialize, serialize
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber


def widened(run: CanvasRun, vocab: int) -> CanvasRun:
    """The run with its ids spread over a larger vocabulary, the same old id always on the same new one, and fresh noise."""
    rng = np.random.default_rng(0)
    spread = rng.permutation(vocab).astype(np.int32)
    steps = []
    for before, step in zip((None, *run.steps), run.steps, strict=False):
        kept = before.accepted if before is not None else np.zeros(len(step.canvas), bool)
        noise = rng.integers(0, vocab, len(step.canvas)).astype(np.int32)
        canvas = np.where(kept, spread[step.canvas], noise)
        steps.append(replace(step, canvas=canvas, argmax_ids=spread[step.argmax_ids], top_ids=spread[step.top_ids]))
    return CanvasRun(run.started, tuple(steps))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", nargs="*", type=Path)
    parser.add_argument("--steps", type=int, default=16)
    parser.add_argument("--vocab", type=int, default=0)
    choice = parser.parse_args()
    engine = Transcriber()
    collector = RunCollector()
    total_bytes = total_steps = 0
    for clip in choice.clips or paths.sample_clips()[:2]:
        for event in engine.transcribe(clip, TranscribeOptions(steps=choice.steps)):
            if isinstance(event, SegmentStarted | CanvasStep):
                collector.handle(event)
            elif isinstance(event, SegmentDone):
                for run in collector.pop(event.segment.index):
                    if choice.vocab:
                        run = widened(run, choice.vocab)
                    began = perf_counter()
                    data = serialize([run])
                    packed_s = perf_counter() - began
                    began = perf_counter()
                    assert len(deserialize(data).runs[0].steps) == len(run.steps)
                    unpacked_s = perf_counter() - began
                    per = len(data) / len(run.steps) * 192 / run.started.canvas_length
                    raw = step_size_bytes(run.steps[0]) * 192 / run.started.canvas_length
                    print(
                        f"{clip.name} segment {event.segment.index}: {len(run.steps)} steps of {run.started.canvas_length} "
                        f"positions, {per:.0f} bytes a step at 192 positions (in memory {raw:.0f}), "
                        f"packed in {1000 * packed_s:.0f} ms, unpacked in {1000 * unpacked_s:.0f} ms"
                    )
                    total_bytes += len(data) * 192 / run.started.canvas_length
                    total_steps += len(run.steps)
    print(f"mean: {total_bytes / total_steps:.0f} bytes a step at 192 positions")


if __name__ == "__main__":
    main()
