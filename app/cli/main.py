"""The command line: ``anneal transcribe | export | compare | models | bench | doctor``.

Imports neither torch nor Qt before it needs them. Texts, subtitles and tables go to standard output and nothing else does; all
the rest goes to standard error. Exit codes: 0 all done, 1 something failed, 2 wrong usage, 130 stopped by the person (what was
transcribed until then is kept).
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from app import __version__
from app.bench import accuracy_command as benching
from app.bench import gpu_command, startup_command, ui_command
from app.errors import AnnealError, DeviceError, ModelError
from app.languages import LANGUAGES
from app.speech.options import STEPS_DEFAULT, STEPS_MAX, STEPS_MIN, TranscribeOptions

from . import compare, export, models

if TYPE_CHECKING:
    from app.library.export.unique_files import ExportFolder
    from app.speech.events import Event, ModelReady, SourceSegmented
    from app.transcript.model import Segment, Transcript

DONE, FAILED, USAGE, STOPPED = 0, 1, 2, 130
COMMANDS = ("transcribe", "export", "compare", "models", "bench", "doctor")
FORMATS = ("txt", "srt", "vtt", "json", "csv", "md", "docx")
SEED_MAX = 2**63 - 1
SEGMENTS_PER_BATCH = 8  # segments denoised together: on a CPU half as fast again as one by one


class Engine(Protocol):
    """What transcribes; ``speech.transcriber.Transcriber`` is the real one."""

    def transcribe(self, source: Path, options: TranscribeOptions) -> Generator[Event, None, None]: ...

    def set_upcoming(self, upcoming: Callable[[], Sequence[Path]]) -> None:
        """Which files come next: their segments may share a batch with those of the one at hand."""
        ...


EngineFactory = Callable[[Path | None, str], Engine]


def load_engine(model_folder: Path | None, device: str) -> Engine:
    """The real engine; this is where torch is imported."""
    from app.speech.pipeline.transcriber import Transcriber

    return Transcriber(model_folder, device)


def main(arguments: Sequence[str] | None = None, engine_factory: EngineFactory = load_engine) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    try:
        choice = parser.parse_args(arguments)
        if choice.command == "transcribe":
            return Transcription(choice, engine_factory).run()
        if choice.command == "bench":
            return choice.run(choice)
        return _run_reporting_errors(choice) if choice.command in ("export", "compare", "models") else _doctor()
    except SystemExit as leaving:  # argparse leaves by itself, after --help with 0 and after wrong usage with 2
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except KeyboardInterrupt:
        _say("Stopped.")
        return STOPPED
    except BrokenPipeError:  # whoever read our output has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="anneal", description="Turn speech into text by diffusion.")
    parser.add_argument("--version", action="version", version=f"anneal {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    transcribe = commands.add_parser("transcribe", help="turn audio and video files into text")
    transcribe.set_defaults(parser=transcribe)
    transcribe.add_argument("files", nargs="+", type=Path, metavar="FILE", help="audio or video")
    transcribe.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    transcribe.add_argument("--language", choices=("auto", *LANGUAGES), default="auto", help="default: %(default)s")
    transcribe.add_argument(
        "--steps",
        type=_whole_number(STEPS_MIN, STEPS_MAX),
        default=STEPS_DEFAULT,
        metavar="N",
        help=f"most denoising steps, {STEPS_MIN} to {STEPS_MAX} (default: %(default)s)",
    )
    transcribe.add_argument(
        "--seed", type=_whole_number(0, SEED_MAX), default=0, metavar="N", help="of the noise (default: %(default)s)"
    )
    transcribe.add_argument(
        "--draft", choices=("noise", "ctc"), default="noise", help="what the canvas starts from (default: %(default)s)"
    )
    transcribe.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    transcribe.add_argument(
        "--track", type=_whole_number(1, 1000), default=1, metavar="N", help="audio track of a video, counted from 1"
    )
    transcribe.add_argument("--format", choices=FORMATS, default="txt", help="default: %(default)s")
    transcribe.add_argument("--times", action="store_true", help="times before the paragraphs of txt, md and docx")
    transcribe.add_argument("--word-times", action="store_true", help="a time for each word of vtt")
    transcribe.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help="write STEM.FORMAT per file there, or STEM-2.FORMAT and so on where that name is taken",
    )
    transcribe.add_argument("--watch-steps", action="store_true", help="draw the canvas as it anneals")

    export.add_arguments(commands.add_parser("export", help="what is kept, as a text or as a film"), FORMATS)
    compare.add_arguments(commands.add_parser("compare", help="a clip beside what Whisper writes, token by token"))
    models.add_arguments(commands.add_parser("models", help="list, install, verify, remove and import models"))
    benches = commands.add_parser("bench", help="measure").add_subparsers(dest="bench", metavar="WHAT", required=True)
    benching.add_parsers(benches)
    ui_command.add_parser(benches)
    startup_command.add_parser(benches)
    gpu_command.add_parsers(benches)
    commands.add_parser("doctor", help="describe this machine for a bug report, and try its devices")
    return parser


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return parse


def _run_reporting_errors(choice: argparse.Namespace) -> int:
    try:
        return int(choice.run(choice))
    except AnnealError as error:
        _say(str(error))
        return FAILED


def _doctor() -> int:
    from app import doctor

    report, works = doctor.report()
    print(report, end="")
    return DONE if works else FAILED


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


class InterruptGuard:
    """Ctrl-C that is never lost, while entered.

    Python drops an exception that is raised inside a destructor or a callback of its import system; ``check`` raises it
    again. Outside the main thread, where signals never arrive, nothing happens.
    """

    def __init__(self) -> None:
        self._asked = False

    def __enter__(self) -> InterruptGuard:
        self._before = None
        with suppress(ValueError):
            self._before = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(self, *failure: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _on_interrupt(self, *_: object) -> None:
        self._asked = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise ``KeyboardInterrupt`` if Ctrl-C was pressed."""
        if self._asked:
            raise KeyboardInterrupt


@contextmanager
def clean_stdout() -> Iterator[TextIO]:
    """The way to standard output, while everything that is printed by anybody else goes to standard error.

    That holds for libraries in C as well: the file descriptor itself is turned aside. Results are UTF-8 unless a terminal
    wants something else.
    """
    sys.stdout.flush()
    try:
        descriptor = sys.stdout.fileno()
        error_descriptor = sys.stderr.fileno()
    except (OSError, ValueError):  # the streams are not files: inside another program, or a test
        results = sys.stdout
        with redirect_stdout(sys.stderr):
            yield results
        return
    kept = os.dup(descriptor)
    os.dup2(error_descriptor, descriptor)
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        with os.fdopen(kept, "w", encoding=encoding, errors="replace", newline="", closefd=False) as results:
            yield results
    finally:
        sys.stdout.flush()
        os.dup2(kept, descriptor)
        os.close(kept)


@dataclass
class PartialTranscript:
    """What a transcription has told so far: enough to keep its text if it ends early."""

    ready: ModelReady | None = None
    opened: SourceSegmented | None = None
    segments: tuple[Segment, ...] = ()
    transcript: Transcript | None = None
    """The whole, once it is done."""

    def handle(self, event: Event) -> None:
        from app.speech.events import ModelReady, SegmentDone, SourceSegmented, TranscriptDone

        match event:
            case ModelReady():
                self.ready = event
            case SourceSegmented():
                self.opened = event
            case SegmentDone(segment=segment):
                self.segments = (*self.segments, segment)
            case TranscriptDone(transcript=transcript):
                self.transcript = transcript

    def to_transcript(self, options: TranscribeOptions) -> Transcript | None:
        """The segments that were done when it ended; ``None`` if there were none."""
        from app.transcript.model import Transcript

        if not (self.ready and self.opened and self.segments):
            return None
        return Transcript(
            source=self.opened.source,
            language=options.language,
            duration_s=self.opened.duration_s,
            model=self.ready.model,
            device=f"{self.ready.device}, {self.ready.precision}",
            assumptions=self.ready.assumptions,
            steps=options.steps,
            seed=options.seed,
            segments=tuple(sorted(self.segments, key=lambda segment: segment.index)),
        )


class Transcription:
    """``anneal transcribe``: every file by itself; one that fails never stops the others."""

    def __init__(self, choice: argparse.Namespace, make_engine: EngineFactory) -> None:
        """Leaves with a usage error where the choices contradict each other."""
        self.choice = choice
        self.make_engine = make_engine
        self.interrupts = InterruptGuard()
        self.warned: set[str] = set()
        parser: argparse.ArgumentParser = choice.parser
        self.results: TextIO = sys.stdout
        self.folder: ExportFolder | None = None
        self.options = TranscribeOptions(
            language=choice.language,
            steps=choice.steps,
            seed=choice.seed,
            draft=choice.draft,
            observe=choice.watch_steps or sys.stderr.isatty(),
            audio_track=choice.track - 1,
            batch=1 if choice.watch_steps else SEGMENTS_PER_BATCH,
        )
        if choice.output is None and choice.format == "docx":
            parser.error("docx is not text and needs a folder to go to: add -o FOLDER")
        if choice.output is None and choice.format in ("srt", "vtt", "csv") and len(choice.files) > 1:
            parser.error(f"several files as {choice.format} need a folder to go to: add -o FOLDER")
        if choice.output is not None:
            from app.library.export.unique_files import ExportFolder

            try:
                choice.output.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                parser.error(f"the folder {choice.output} cannot be made: {error.strerror or error}")
            self.folder = ExportFolder(choice.output)

    def run(self) -> int:
        try:
            with self.interrupts, clean_stdout() as self.results:
                engine = self.make_engine(self.choice.model, self.choice.device)
                files, done = deque(self.choice.files), []
                engine.set_upcoming(lambda: tuple(files))
                while files:
                    done.append(self._transcribe_file(engine, files.popleft()))
        except AnnealError as error:
            _say(str(error))
            return FAILED
        except BrokenPipeError:
            raise
        except OSError as error:
            _say(f"The text could not be written to standard output. {error.strerror or error}.")
            return FAILED
        return DONE if all(done) else FAILED

    def _transcribe_file(self, engine: Engine, path: Path) -> bool:
        """Transcribe one file and deliver its text; whether all of it was done.

        Raises ``ModelError`` and ``DeviceError`` where the model cannot be used at all: so it is for every other file.
        """
        heard = PartialTranscript()
        try:
            self._run_engine(engine, path, heard)
            if heard.transcript is None:
                raise AnnealError("The transcription ended early.", "No reason was given.", "Please report it.")
        except KeyboardInterrupt:
            self._write_partial(path, heard)
            raise
        except AnnealError as error:
            if isinstance(error, ModelError) or (isinstance(error, DeviceError) and heard.ready is None):
                raise
            _say(f"{path}: {error}")
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            _say(
                f"{path}: Something unexpected went wrong. {type(error).__name__}: {error}. "
                "Please report it together with what `anneal doctor` prints."
            )
        else:
            return self._write_result(path, heard.transcript)
        self._write_partial(path, heard)
        return False

    def _run_engine(self, engine: Engine, path: Path, heard: PartialTranscript) -> None:
        from .progress_view import TranscriptionView

        with (
            TranscriptionView(sys.stderr, path.name, watch_steps=self.choice.watch_steps) as view,
            closing(engine.transcribe(path, self.options)) as events,
        ):
            for event in events:
                self.interrupts.check()
                heard.handle(event)
                view.show(event)
                self._warn(path, heard)

    def _warn(self, path: Path, heard: PartialTranscript) -> None:
        """Say, once each, what should make a person doubt the text."""
        language = self.options.language
        remarks = []
        if heard.ready and heard.ready.languages and language not in ("auto", *heard.ready.languages):
            trained = ", ".join(LANGUAGES[code].english for code in heard.ready.languages if code in LANGUAGES)
            remarks.append(
                f"{heard.ready.model} was not trained for {LANGUAGES[language].english}, only for {trained}: "
                "do not trust its text."
            )
        if heard.transcript and (full := [s for s in heard.transcript.segments if s.ended == "overflow"]):
            places = ", ".join(f"{segment.start_s:.1f} s" for segment in full)
            remarks.append(f"{path}: The text may lack its end where the canvas was full, in the segment at {places}.")
        for remark in remarks:
            if remark not in self.warned:
                self.warned.add(remark)
                _say(remark)

    def _write_partial(self, path: Path, heard: PartialTranscript) -> None:
        partial = heard.to_transcript(self.options)
        if partial is not None and heard.opened is not None:
            done, opened = len(partial.segments), heard.opened
            of_all = f" of {len(opened.spans_s)}" if opened.complete else ""  # else nobody knows yet
            _say(f"{path}: What was done is kept: {done}{of_all} segment{'s' if of_all or done != 1 else ''}.")
            self._write_result(path, partial, ".partial")

    def _write_result(self, path: Path, transcript: Transcript, mark: str = "") -> bool:
        from app.library.export import ExportOptions, export_transcript

        text = export_transcript(
            transcript, self.choice.format, ExportOptions(self.choice.times, self.choice.word_times)
        )
        if self.folder is None:
            assert isinstance(text, str)  # what is not text needs a folder
            if self.choice.format == "json" and len(self.choice.files) > 1:
                text = to_json_line(text)
            self.results.write(text)
            self.results.flush()
            return True
        try:
            written = self.folder.write(path.stem + mark, self.choice.format, text)
        except OSError as error:
            _say(f"{path}: The text could not be written to {self.choice.output}. {error.strerror or error}.")
            return False
        _say(f"{path}: written to {written}")
        return True


def to_json_line(document: str) -> str:
    """A JSON document on a line of its own (JSON Lines), for several files on one standard output."""
    import json

    return json.dumps(json.loads(document), ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
