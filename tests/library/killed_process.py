"""Records, transcribes and corrects for ever, saying what it has shown: to be killed at any moment. See ``test_kill.py``.

Started once, it loads everything and then forks for each line ``FOLDER`` on its standard input, printing the child's process
id, and a line when the child is gone. A child writes what was shown to ``FOLDER/shown``, one write a line.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import soundfile
import torch

from app.jobs.stored_transcription import TranscriptionTask, transcribe_and_store
from app.library.library import Library
from app.library.recordings import RecordingFile
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber
from app.speech.events import SegmentDone
from app.speech.options import TranscribeOptions
from app.transcript.edits import rewrite
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

BLOCK_S = 0.05


def record(folder: Path, say) -> None:
    """As the microphone does: a block when its time has come. What was handed over is said."""
    recording = RecordingFile(folder / "recordings")
    block = (np.arange(int(BLOCK_S * RATE_HZ)) % 1000).astype("<i2").tobytes()
    while True:
        time.sleep(BLOCK_S)
        recording.write(block)
        say(f"recorded {recording.duration_s:.3f}")


def live(folder: Path, transcriber: Transcriber, talk: Path) -> None:
    shown = os.open(folder / "shown", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def say(line: str) -> None:
        os.write(shown, f"{line}\n".encode())

    threading.Thread(target=record, args=(folder, say), daemon=True).start()
    library = Library(folder / "library")
    for number in range(1_000_000):
        uid, options = f"entry{number}", TranscribeOptions(steps=2, seed=number)
        for event in transcribe_and_store(
            library, TranscriptionTask(uid, talk, "Talk"), transcriber, lambda chosen=options: chosen, bool
        ):
            if not isinstance(event, SegmentDone):
                continue
            say(f"finished {uid} {event.segment.index} {' '.join(event.segment.text.split())}")
            before = library.store.transcript(uid).segments
            text = f"corrected {time.time_ns()}"
            library.store.edit(uid, before, rewrite(before, len(before) - 1, text))
            say(f"corrected {uid} {event.segment.index} {text}")


def main() -> None:
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as place:
        made = tiny.model(
            3, canvas=CanvasConfig(8), sampler=SamplerConfig(entropy_bound=40.0, confidence=2.0), segment_s=2.0
        )
        transcriber = Transcriber(tiny.write(Path(place) / "model", made), "cpu")
        talk = Path(place) / "talk.wav"
        pause = np.zeros(RATE_HZ // 4, np.float32)
        soundfile.write(talk, np.concatenate([p for seed in range(4) for p in (babble(1.6, seed), pause)]), RATE_HZ)
        for _ in transcriber.transcribe(talk, TranscribeOptions(steps=1)):  # loads and warms up
            pass
        print("ready", flush=True)
        for line in sys.stdin:
            child = os.fork()
            if child == 0:
                live(Path(line.strip()), transcriber, talk)
                os._exit(1)
            print(child, flush=True)
            os.waitpid(child, 0)
            print("gone", flush=True)


if __name__ == "__main__":
    main()
