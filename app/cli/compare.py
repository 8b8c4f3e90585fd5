"""``anneal compare``: a clip denoised and, beside it, written token by token by Whisper, or read by an adapter's own code; with
times and differences."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, TextIO

from app.errors import AnnealError
from app.languages import LANGUAGES
from app.speech.options import STEPS_DEFAULT, TranscribeOptions

if TYPE_CHECKING:
    from app.speech.baselines.adapter_code import ReferenceRunner
    from app.speech.baselines.whisper import TokenDecoded
    from app.speech.events import Event
    from app.transcript.model import Transcript

FRAME_INTERVAL_S = 0.05
WIDTH_COLUMNS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``compare_layer``."""
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="audio or video")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    parser.add_argument("--whisper", type=Path, metavar="FOLDER", help="a Whisper's folder (default: the model's own)")
    parser.add_argument(
        "--reference",
        type=Path,
        metavar="SNAPSHOT",
        help="an adapter's snapshot in the Hugging Face cache, whose own code writes in Whisper's place",
    )
    parser.add_argument(
        "--agree", metavar="COMMIT", help="with --reference: you have read the code of this revision, and it may be run"
    )
    parser.add_argument("--language", choices=("auto", *LANGUAGES), default="auto", help="default: %(default)s")
    parser.add_argument("--steps", type=int, default=STEPS_DEFAULT, metavar="N", help="default: %(default)s")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    parser.add_argument("--watch", action="store_true", help="then show both again, side by side, as fast as they were")


@dataclass
class EngineRun:
    """What one engine made of a clip, and how it came about."""

    frames: list[tuple[float, str]] = field(default_factory=list)
    """The text after so many seconds of work."""
    transcript: Transcript | None = None
    _texts: dict[int, str] = field(default_factory=dict)

    def collect(self, events: Iterable[Event | TokenDecoded]) -> Transcript:
        """Listen to the end. Raises ``AnnealError`` where there is none."""
        from app.speech.baselines.whisper import TokenDecoded
        from app.speech.events import CanvasStep, ModelReady, SegmentDone, TranscriptDone

        vocabulary, began = None, perf_counter()
        for event in events:
            if isinstance(event, ModelReady):  # loading it counts for neither
                vocabulary, began = event.vocabulary, perf_counter()
            elif isinstance(event, CanvasStep) and vocabulary is not None:
                self._add_frame(
                    began, event.segment, vocabulary.decode(vocabulary.truncate_at_end(event.argmax_ids.tolist())[0])
                )
            elif isinstance(event, TokenDecoded):
                self._add_frame(began, event.segment, event.text)
            elif isinstance(event, SegmentDone):
                self._add_frame(began, event.segment.index, event.segment.text)
            elif isinstance(event, TranscriptDone):
                self.transcript = event.transcript
        if self.transcript is None:
            raise AnnealError("The transcription ended early.", "The model sent no result.", "Please try again.")
        return self.transcript

    def _add_frame(self, began: float, segment: int, text: str) -> None:
        self._texts[segment] = text
        whole = " ".join(self._texts[index] for index in sorted(self._texts) if self._texts[index])
        self.frames.append((perf_counter() - began, whole))

    def text_at(self, moment_s: float) -> str:
        """What stood there after so many seconds."""
        return next((text for second, text in reversed(self.frames) if second <= moment_s), "")

    @property
    def work_s(self) -> float:
        assert self.transcript is not None
        return (self.transcript.timings_s or {}).get("total", 0.0)


def run(choice: argparse.Namespace) -> int:
    """Read the file with both, one after the other, and tell what came of it. Raises ``AnnealError``."""
    try:
        options = TranscribeOptions(choice.language, choice.steps)
    except ValueError as error:
        choice.parser.error(str(error))
    from app.speech.baselines.whisper import Whisper, whisper_folder
    from app.speech.pipeline.transcriber import Transcriber

    transcriber = Transcriber(choice.model, choice.device)
    other: Callable[[Path, TranscribeOptions], Generator[Event | TokenDecoded]]
    if choice.reference is None:
        other = Whisper(whisper_folder(transcriber.folder, choice.whisper), choice.device).transcribe
    else:
        other = _load_adapter_code(choice.reference, choice.agree, choice.device).transcribe_file
    ours, theirs = EngineRun(), EngineRun()
    with closing(transcriber.transcribe(choice.file, options)) as denoised:
        ours.collect(denoised)
    with closing(other(choice.file, options)) as written:
        theirs.collect(written)
    if choice.watch:
        replay_side_by_side((ours, theirs), sys.stderr)
    print("\n".join(report_lines(ours, theirs)))
    return 0


def _load_adapter_code(snapshot: Path, agreed: str | None, device: str) -> ReferenceRunner:
    """The code that came with an adapter, if the person agreed to run just this revision: its snapshot is named after it."""
    from app.models.hardware import verify_device
    from app.speech.baselines.adapter_code import ReferenceRunner

    folder = snapshot.absolute()
    revision = folder.name if folder.parent.name == "snapshots" else ""
    runner = ReferenceRunner(folder, revision, agreed, verify_device(device).name)
    runner.load()  # which counts for neither
    return runner


def report_lines(ours: EngineRun, theirs: EngineRun) -> list[str]:
    """Times, texts, and where they differ."""
    from app.transcript.word_diff import diff_texts, word_similarity

    told = []
    for reading in (ours, theirs):
        transcript = reading.transcript
        assert transcript is not None
        unit = "steps" if transcript.steps else "tokens"  # Whisper takes none
        count = sum(segment.steps for segment in transcript.segments)
        speed = f", {transcript.duration_s / reading.work_s:.1f} x real time" if reading.work_s else ""
        told += [f"{transcript.model} ({transcript.device}): {reading.work_s:.2f} s{speed}, {count} {unit}"]
        told += [f"  {transcript.text}", ""]
    assert ours.transcript is not None
    assert theirs.transcript is not None
    left, right = ours.transcript.text, theirs.transcript.text
    told.append(f"{100 * word_similarity(left, right):.0f} % of the words are the same.")
    told += [
        f"  {passage.old or '(nothing)'}  |  {passage.new or '(nothing)'}"
        for passage in diff_texts(left, right)
        if not passage.same
    ]
    return told


def replay_side_by_side(readings: Sequence[EngineRun], screen: TextIO) -> None:
    """Show all readings together, the one above the other, each at the speed it had."""
    last_s = max((reading.frames[-1][0] for reading in readings if reading.frames), default=0.0)
    terminal, began, shown = screen.isatty(), perf_counter(), False
    while True:
        moment_s = min(perf_counter() - began, last_s)
        if shown and terminal:
            screen.write(f"\x1b[{len(readings)}A")
        if terminal or moment_s >= last_s:  # a file gets the last picture only
            for reading in readings:
                screen.write(
                    f"{moment_s:6.2f} s  {reading.text_at(moment_s)[-WIDTH_COLUMNS:]}{chr(27) + '[K' if terminal else ''}\n"
                )
            screen.flush()
            shown = True
        if moment_s >= last_s:
            return
        sleep(FRAME_INTERVAL_S)
