"""``anneal compare``: a clip denoised and, beside it, decoded token by token by Whisper or by an adapter's own code.

Prints the times and texts of both, and the passages where they differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, TextIO

from app.errors import AnnealError
from app.languages import LANGUAGES
from app.paths import Folders
from app.speech.options import TranscribeOptions

from .exit_codes import DONE
from .streams import printable

if TYPE_CHECKING:
    from app.speech.baselines.adapter_code import ReferenceRunner
    from app.speech.events import Event
    from app.transcript.model import Transcript

FRAME_INTERVAL_S = 0.05
WIDTH_COLUMNS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``compare``."""
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="audio or video")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    parser.add_argument(
        "--whisper", type=Path, metavar="FOLDER", help="a Whisper's folder (default: one that is installed)"
    )
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
    parser.add_argument("--steps", type=int, default=0, metavar="N", help="default: the model's own number")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    parser.add_argument("--watch", action="store_true", help="then show both again, side by side, as fast as they were")


@dataclass
class EngineRun:
    """The transcript of one engine, and the text after each of its steps or tokens."""

    frames: list[tuple[float, str]] = field(default_factory=list)
    """The text after so many seconds of work."""
    transcript: Transcript | None = None
    token_count: int = 0
    """Tokens that were written from left to right."""
    _texts: dict[int, str] = field(default_factory=dict)

    def collect(self, events: Iterable[Event]) -> Transcript:
        """Consume the events and return the transcript. Raises ``AnnealError`` where there is none."""
        from app.speech.events import CanvasStep, ModelReady, SegmentDone, TokenWritten, TranscriptDone

        vocabulary, start_s = None, perf_counter()
        for event in events:
            if isinstance(event, ModelReady):  # loading it counts for neither
                vocabulary, start_s = event.vocabulary, perf_counter()
            elif isinstance(event, CanvasStep) and vocabulary is not None:
                token_ids, *_ = vocabulary.truncate_at_end(event.argmax_ids.tolist())
                self._add_frame(start_s, event.segment, vocabulary.decode(token_ids))
            elif isinstance(event, TokenWritten):
                self.token_count += 1
                self._add_frame(start_s, event.segment, event.text)
            elif isinstance(event, SegmentDone):
                self._add_frame(start_s, event.segment.index, event.segment.text)
            elif isinstance(event, TranscriptDone):
                self.transcript = event.transcript
        if self.transcript is None:
            raise AnnealError("The transcription ended early.", "The model sent no result.", "Please try again.")
        return self.transcript

    def _add_frame(self, start_s: float, segment: int, text: str) -> None:
        self._texts[segment] = text
        whole = " ".join(self._texts[index] for index in sorted(self._texts) if self._texts[index])
        self.frames.append((perf_counter() - start_s, whole))

    def text_at(self, moment_s: float) -> str:
        """Return the text after so many seconds of work."""
        return next((text for second, text in reversed(self.frames) if second <= moment_s), "")

    @property
    def work_s(self) -> float:
        assert self.transcript is not None
        return (self.transcript.timings_s or {}).get("total", 0.0)


def run(args: argparse.Namespace) -> int:
    """Transcribe the file with both engines, one after the other, and print the comparison. Raises ``AnnealError``."""
    try:
        options = TranscribeOptions(args.language, args.steps)
    except ValueError as error:
        args.parser.error(str(error))
    from app.models.catalog import find_whisper
    from app.speech.pipeline.transcriber import Transcriber

    transcriber = Transcriber(args.model, args.device)
    other: Callable[[Path, TranscribeOptions], Generator[Event]]
    if args.reference is None:
        whisper = args.whisper or find_whisper((Folders.of_user().models, transcriber.folder.parent))
        other = Transcriber(whisper, args.device).transcribe
    else:
        other = _load_adapter_code(args.reference, args.agree, args.device).transcribe_file
    ours, theirs = EngineRun(), EngineRun()
    with closing(transcriber.transcribe(args.file, options)) as our_events:
        ours.collect(our_events)
    assert ours.transcript is not None
    options = replace(options, steps=ours.transcript.steps)  # where none were asked for, as many as ours took at most
    with closing(other(args.file, options)) as their_events:
        theirs.collect(their_events)
    if args.watch:
        replay_side_by_side((ours, theirs), sys.stderr)
    print("\n".join(map(printable, report_lines(ours, theirs))))
    return DONE


def _load_adapter_code(snapshot: Path, agreed_revision: str | None, device: str) -> ReferenceRunner:
    """Load the code that came with an adapter, if the user agreed to run just this revision: it names the snapshot's folder."""
    from app.models.hardware import verify_device
    from app.speech.baselines.adapter_code import ReferenceRunner

    folder = snapshot.absolute()
    revision = folder.name if folder.parent.name == "snapshots" else ""
    runner = ReferenceRunner(folder, revision, agreed_revision, verify_device(device).name)
    runner.load()  # its time counts for neither
    return runner


def report_lines(ours: EngineRun, theirs: EngineRun) -> list[str]:
    """Return the times and texts of both, and the passages where they differ."""
    from app.transcript.word_diff import diff_texts, word_similarity

    lines = []
    for engine_run in (ours, theirs):
        transcript = engine_run.transcript
        assert transcript is not None
        steps = sum(segment.steps for segment in transcript.segments)
        count, unit = (engine_run.token_count, "tokens") if engine_run.token_count else (steps, "steps")
        speed = f", {transcript.duration_s / engine_run.work_s:.1f} x real time" if engine_run.work_s else ""
        lines += [f"{transcript.model} ({transcript.device}): {engine_run.work_s:.2f} s{speed}, {count} {unit}"]
        lines += [f"  {transcript.text}", ""]
    assert ours.transcript is not None
    assert theirs.transcript is not None
    left, right = ours.transcript.text, theirs.transcript.text
    lines.append(f"{100 * word_similarity(left, right):.0f} % of the words are the same.")
    lines += [
        f"  {passage.old or '(nothing)'}  |  {passage.new or '(nothing)'}"
        for passage in diff_texts(left, right)
        if not passage.same
    ]
    return lines


def replay_side_by_side(runs: Sequence[EngineRun], screen: TextIO) -> None:
    """Show all runs again at once, one above the other, each at the speed it had."""
    end_s = max((engine_run.frames[-1][0] for engine_run in runs if engine_run.frames), default=0.0)
    terminal, start_s, shown = screen.isatty(), perf_counter(), False
    clear_line = "\x1b[K" if terminal else ""
    while True:
        moment_s = min(perf_counter() - start_s, end_s)
        if shown and terminal:
            screen.write(f"\x1b[{len(runs)}A")
        if terminal or moment_s >= end_s:  # a file gets the last picture only
            for engine_run in runs:
                screen.write(f"{moment_s:6.2f} s  {engine_run.text_at(moment_s)[-WIDTH_COLUMNS:]}{clear_line}\n")
            screen.flush()
            shown = True
        if moment_s >= end_s:
            return
        sleep(FRAME_INTERVAL_S)
