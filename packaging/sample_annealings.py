"""packaging/sample_annealings.py: transcribes the samples and keeps their steps for the first page, in resources/annealing.

Run it after the bundled model has changed. Its vocabulary is kept beside the steps.
"""

from __future__ import annotations

import shutil
from dataclasses import replace

from app import paths
from app.library.replay_store import CanvasRun, ReplayStore, RunCollector
from app.speech import TranscribeOptions, Transcriber
from app.speech.events import CanvasStep, ModelReady, SegmentStarted
from app.speech.vocabulary import Vocabulary
from app.ui.sample_clips import sample_language


def main() -> None:
    shutil.rmtree(paths.sample_annealings(), ignore_errors=True)
    store, transcriber = ReplayStore(paths.sample_annealings()), Transcriber()
    for sample in paths.sample_clips():
        collector, segments = RunCollector(), set[int]()
        vocabulary: Vocabulary | None = None
        for event in transcriber.transcribe(sample, TranscribeOptions()):
            if isinstance(event, ModelReady):
                vocabulary = event.vocabulary
            elif isinstance(event, SegmentStarted | CanvasStep):
                collector.handle(event)
                segments.add(event.segment)
        runs = [run for segment in sorted(segments) for run in collector.pop(segment)]
        run = max(runs, key=lambda run: run.started.canvas_length)
        code, _ = sample_language(sample)
        size = store.save(code, 0, [CanvasRun(replace(run.started, spectrogram=None), run.steps)], vocabulary)
        print(f"{sample.name}: {len(run.steps)} steps, {size} bytes")


if __name__ == "__main__":
    main()
