"""``anneal transcribe``: audio and video files to text, each by itself; one that fails never stops the others."""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Protocol

from app.errors import AnnealError, AudioError, DeviceError, LibraryError, ModelError
from app.languages import LANGUAGES
from app.models.adapter.spec import GUIDANCE_MAX, GUIDANCE_MIN, STEPS_MAX, STEPS_MIN
from app.paths import APP_ID, Folders
from app.speech.options import SPEAKERS_MAX, TranscribeOptions

from .exit_codes import DONE, FAILED
from .streams import InterruptGuard, OutputError, Results, Spool, clean_stdout, print_status, printable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from app.library.export.unique_files import ExportFolder
    from app.speech.audio.live_recording import LiveRecording
    from app.speech.events import Event, ModelReady, SourceSegmented
    from app.transcript.model import Segment, Transcript
    from app.transcript.own_words import OwnWords, Replacement

FORMATS = ("txt", "srt", "vtt", "json", "csv", "md", "docx")
"""Those of ``app.library.export``, named here so that the parser need not import it."""
SEED_MAX = 2**63 - 1
RESCUED = "rescued"
"""Folder of the texts that could not be written where they should go."""
SEGMENTS_PER_BATCH = 8  # denoised together: on a CPU half as fast again as one by one


class Engine(Protocol):
    """Transcribes; ``speech.pipeline.transcriber.Transcriber`` is the real one."""

    def transcribe(self, source: Path | LiveRecording, options: TranscribeOptions) -> Generator[Event, None, None]: ...

    def set_upcoming(self, upcoming: Callable[[], Sequence[Path]]) -> None:
        """Set the source of the files that come next: their segments may share a batch with those of the current one."""
        ...


EngineFactory = Callable[[Path | None, str], Engine]


def load_engine(model_folder: Path | None, device: str) -> Engine:
    """Make the real engine; this is where torch is imported."""
    from app.speech.pipeline.transcriber import Transcriber

    return Transcriber(model_folder, device)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``transcribe``."""
    parser.set_defaults(parser=parser)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="audio or video; - reads standard input")
    add_decoding_arguments(parser)
    parser.add_argument(
        "--track",
        type=_track,
        default="auto",
        metavar="N",
        help="audio track, counted from 1; list: print the tracks of each file and end "
        "(default: auto, the first with speech, the one that players play before the others)",
    )
    parser.add_argument(
        "--remembered-voices",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="with --speakers, name those whose voices you let the library remember (default: yes)",
    )
    add_format_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help="write STEM.FORMAT per file there, or STEM-2.FORMAT and so on where that name is taken",
    )
    parser.add_argument("--watch-steps", action="store_true", help="draw the canvas as it anneals")
    live = parser.add_argument_group("recording")
    live.add_argument("--live", action="store_true", help="record, and print each phrase as it ends, until Ctrl-C")
    live.add_argument(
        "--source",
        choices=("microphone", "computer", "both"),
        default="microphone",
        help="what is recorded: computer is what it plays, both keeps each in a channel (default: %(default)s)",
    )
    live.add_argument("--microphone", default="", metavar="NAME", help="by its name (default: the system's)")
    live.add_argument(
        "--audio", type=Path, metavar="FOLDER", help="where the recording is kept (default: that of the app)"
    )


def add_format_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of all commands that write one format: which one, and what it holds."""
    parser.add_argument("--format", choices=FORMATS, default="txt", help="default: %(default)s")
    parser.add_argument("--times", action="store_true", help="times before the paragraphs of txt, md and docx")
    parser.add_argument("--word-times", action="store_true", help="a time for each word of vtt")
    parser.add_argument(
        "--byte-order-mark",
        action=argparse.BooleanOptionalAction,
        help="begin csv with one, for Excel (default: where the language or a letter is not ASCII)",
    )
    parser.add_argument(
        "--csv-separator",
        choices=(",", ";"),
        default=",",
        metavar=",|;",
        help="between the columns; with ; numbers have a decimal comma, as spreadsheets read them where the system writes "
        "them so (default: %(default)s)",
    )


def add_decoding_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of all commands that transcribe: the model, and what it decodes with."""
    engine = parser.add_mutually_exclusive_group()
    engine.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    engine.add_argument(
        "--engine", metavar="NAME", help="an installed model by its name, such as whisper-small: see anneal models list"
    )
    parser.add_argument("--language", choices=("auto", *LANGUAGES), default="auto", help="default: %(default)s")
    parser.add_argument(
        "--steps",
        type=_integer_between(STEPS_MIN, STEPS_MAX),
        default=0,
        metavar="N",
        help=f"most denoising steps, {STEPS_MIN} to {STEPS_MAX} (default: the model's own number)",
    )
    parser.add_argument(
        "--seed", type=_integer_between(0, SEED_MAX), default=0, metavar="N", help="of the noise (default: %(default)s)"
    )
    parser.add_argument(
        "--start",
        choices=("noise", "draft"),
        default="auto",
        help="what the canvas starts from: random tokens and nothing else, or with the CTC reading of the sound in sight "
        "(default: the model's own way)",
    )
    parser.add_argument(
        "--remove-repetitions",
        action=argparse.BooleanOptionalAction,
        help="take out phrases that are repeated to fill the canvas (default: as the model's authors do)",
    )
    parser.add_argument(
        "--guidance",
        type=_guidance,
        default=0.0,
        metavar="W",
        help=f"weight of the sound against a prediction without it, {GUIDANCE_MIN:g} (none) to {GUIDANCE_MAX:g}; "
        "twice the work (default: the model's own)",
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    parser.add_argument(
        "--words",
        type=_own_words,
        metavar="FILE",
        help="own words, one name, term or phrase a line, which the decoder prefers; "
        "a line WRONG -> RIGHT always writes RIGHT instead",
    )
    parser.add_argument(
        "--speakers",
        type=_speakers,
        default=None,
        metavar="auto|N|off",
        help="tell speakers apart: their number, or auto to estimate it (default: off)",
    )


def chosen_model(args: argparse.Namespace) -> Path | None:
    """Return the folder of the chosen model, None for the bundled one. Raises ``ModelError`` if none has the name."""
    if args.engine is None:
        model: Path | None = args.model
        return model
    from .models import find_installed

    return find_installed(args.engine)


def decoding_options(args: argparse.Namespace) -> TranscribeOptions:
    """Return the options that the arguments of ``add_decoding_arguments`` ask for."""
    return TranscribeOptions(
        language=args.language,
        steps=args.steps,
        seed=args.seed,
        remove_repetitions=args.remove_repetitions,
        start=args.start,
        guidance=args.guidance,
        words=args.words.words if args.words else (),
        replacements=args.words.replacements if args.words else (),
        speakers=args.speakers,
        observe=False,
        batch=SEGMENTS_PER_BATCH,
    )


def run(args: argparse.Namespace, engine_factory: EngineFactory) -> int:
    """Transcribe all files and return the exit code."""
    return list_tracks(args.files) if args.track == "list" else Transcription(args, engine_factory).run()


def list_tracks(files: Sequence[Path]) -> int:
    """Print the audio tracks of each file, the one that ``--track auto`` begins with marked; return the exit code."""
    from app.speech.audio.decode import decodable_tracks, track_names

    code = DONE
    with Spool() as spool:
        for path in files:
            name = printable(spool.name_of(path))
            try:
                file = spool.open(path)
                first, tracks = next(decodable_tracks(file), -1), track_names(file)
            except AnnealError as error:
                print_status(f"{name}: {error}")
                code = FAILED
                continue
            if len(files) > 1:
                print(f"{name}:")
            for number, track in enumerate(tracks):
                print(f"{'*' if number == first and len(tracks) > 1 else ' '} {printable(track)}")
    return code


def _integer_between(minimum: int, maximum: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not minimum <= int(text) <= maximum:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {minimum} to {maximum}")
        return int(text)

    return parse


def _track(text: str) -> int | str:
    return text if text in ("auto", "list") else _integer_between(1, 1000)(text)


def _speakers(text: str) -> int | None:
    return {"off": None, "auto": 0}[text] if text in ("off", "auto") else _integer_between(1, SPEAKERS_MAX)(text)


def _own_words(path: str) -> OwnWords:
    from app.transcript.own_words import parse_own_words

    try:
        own_words = parse_own_words(Path(path).read_text(encoding="utf-8"))
        TranscribeOptions(words=own_words.words)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise argparse.ArgumentTypeError(f"{path} cannot be used: {reason}") from error
    return own_words


def _guidance(text: str) -> float:
    try:
        return TranscribeOptions(guidance=float(text)).guidance
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


@dataclass
class PartialTranscript:
    """What a transcription has reported so far: enough to keep its text if it ends early."""

    ready: ModelReady | None = None
    segmented: SourceSegmented | None = None
    segments: tuple[Segment, ...] = ()
    transcript: Transcript | None = None
    """The whole, once it is done."""
    replacements: tuple[Replacement, ...] = ()
    """Rules for the text of its segments."""
    shortened_s: tuple[float, ...] = ()
    """Starts of the segments that repetitions were taken out of."""

    def handle(self, event: Event) -> None:
        """Keep what the event adds."""
        from app.speech.events import ModelReady, SegmentDone, SourceSegmented, TranscriptDone
        from app.transcript.own_words import apply_replacements, with_replacements

        match event:
            case ModelReady():
                self.ready = event
            case SourceSegmented():
                self.segmented = event
            case SegmentDone(segment=segment):
                self.segments = (*self.segments, apply_replacements(segment, self.replacements))
            case TranscriptDone(transcript=transcript):
                self.shortened_s = tuple(segment.start_s for segment in transcript.segments if segment.raw_text)
                self.transcript = with_replacements(transcript, self.replacements)

    def to_transcript(self, options: TranscribeOptions) -> Transcript | None:
        """Return the whole, or the segments that were done when it ended; ``None`` if there were none."""
        from app.transcript.model import Transcript

        if self.transcript is not None:
            return self.transcript
        if not (self.ready and self.segmented and self.segments):
            return None
        options = self.ready.resolve(options)
        return Transcript(
            source=self.segmented.source,
            language=options.language,
            duration_s=self.segmented.duration_s,
            model=self.ready.model,
            device=f"{self.ready.device}, {self.ready.precision}",
            assumptions=self.ready.assumptions,
            steps=options.steps,
            seed=options.seed,
            segments=tuple(sorted(self.segments, key=lambda segment: segment.index)),
            start=self.ready.start if options.start == "auto" else options.start,
            audio_track=self.segmented.audio_track,
            warnings=self.segmented.warnings,
            guidance=options.guidance or 1.0,
        )


class Transcription:
    """One run of ``anneal transcribe``."""

    def __init__(self, args: argparse.Namespace, engine_factory: EngineFactory) -> None:
        """Leaves with a usage error where the arguments contradict each other."""
        self.args = args
        self.engine_factory = engine_factory
        self.interrupts = InterruptGuard()
        self.warned: set[str] = set()
        self.spool = Spool()
        self.results: Results | None = None
        self.output_error: OutputError | None = None
        self.options = replace(
            decoding_options(args),
            observe=args.watch_steps or sys.stderr.isatty(),
            audio_track=args.track - 1 if isinstance(args.track, int) else None,
            batch=1 if args.watch_steps else SEGMENTS_PER_BATCH,
        )
        self.folder = self._make_folder()

    def _make_folder(self) -> ExportFolder | None:
        args, parser = self.args, self.args.parser
        if args.output is None:
            if args.format == "docx":
                parser.error("docx is not text and needs a folder to go to: add -o FOLDER")
            if args.format in ("srt", "vtt", "csv") and len(args.files) > 1:
                parser.error(f"several files as {args.format} need a folder to go to: add -o FOLDER")
            return None
        from app.library.export.unique_files import ExportFolder

        folder = ExportFolder(args.output)
        try:
            args.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            parser.error(f"the folder {printable(args.output)} cannot be made: {error.strerror or error}")
        try:
            folder.try_out()
        except OSError as error:
            parser.error(f"nothing can be written to the folder {printable(args.output)}: {error.strerror or error}")
        return folder

    def run(self) -> int:
        """Transcribe all files and return the exit code."""
        done = []
        try:
            with self.interrupts, clean_stdout() as self.results, self.spool:
                engine = self.engine_factory(chosen_model(self.args), self.args.device)
                files = deque(self._open_files())
                done = [False] * (len(self.args.files) - len(files))
                engine.set_upcoming(lambda: tuple(files))
                while files:
                    done.append(self._transcribe_file(engine, files.popleft()))
        except AnnealError as error:
            print_status(str(error))
            return FAILED
        return DONE if all(done) else FAILED

    def _open_files(self) -> Iterator[Path]:
        """Yield the files that are named, standard input and pipes as files of their own."""
        for path in self.args.files:
            try:
                yield self.spool.open(path)
            except AudioError as error:
                print_status(f"{printable(path)}: {error}")

    def _transcribe_file(self, engine: Engine, path: Path) -> bool:
        """Transcribe one file, write its text, and return whether all of it was done.

        Raises ``ModelError`` and ``DeviceError`` where the model cannot be used at all: no other file could be done either.
        """
        partial = PartialTranscript(replacements=self.options.replacements)
        name = printable(self.spool.name_of(path))
        try:
            self._run_engine(engine, path, partial)
            if partial.transcript is None:
                raise AnnealError("The transcription ended early.", "No reason was given.", "Please report it.")
            self._find_speakers(path, partial)
        except KeyboardInterrupt:
            self._write_partial(path, partial)
            raise
        except AnnealError as error:
            if isinstance(error, ModelError) or (isinstance(error, DeviceError) and partial.ready is None):
                raise
            print_status(f"{name}: {error}")
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            print_status(
                f"{name}: Something unexpected went wrong. {type(error).__name__}: {error}. "
                "Please report it together with what `anneal doctor` prints."
            )
        else:
            written = self._write_result(path, partial.transcript)
            self.interrupts.check()
            return written
        self._write_partial(path, partial)
        self.interrupts.check()
        return False

    def _run_engine(self, engine: Engine, path: Path, partial: PartialTranscript) -> None:
        from .progress_view import TranscriptionView

        with (
            TranscriptionView(sys.stderr, printable(path.name), watch_steps=self.args.watch_steps) as view,
            closing(engine.transcribe(path, self.options)) as events,
        ):
            for event in events:
                self.interrupts.check()
                partial.handle(event)
                view.show(event)
                self._warn(path, partial)

    def _find_speakers(self, path: Path, partial: PartialTranscript) -> None:
        """Add who speaks to a transcript that is done, if that is wanted. Raises ``AudioError``."""
        count = self.options.speakers
        if partial.transcript is None or count is None:
            return
        from app.speech.speakers.finder import with_speakers

        known = self._remembered_voices() if self.args.remembered_voices else {}
        check = self.interrupts.check
        partial.transcript = with_speakers(path, partial.transcript, count, lambda _: check(), known)

    def _remembered_voices(self) -> dict[str, NDArray[np.float32]]:
        """Return the voices that the library remembers by name; none, and a warning, where they cannot be read."""
        from app.library.voices import VOICES_FILE, VoiceStore

        try:
            return VoiceStore(Folders.of_user().library / VOICES_FILE).voices()
        except LibraryError as error:
            self._print_once(str(error))
            return {}

    def _warn(self, path: Path, partial: PartialTranscript) -> None:
        """Print, once each, the reasons to doubt the text."""
        language, name = self.options.language, printable(self.spool.name_of(path))
        warnings = []
        if partial.ready and partial.ready.languages and language not in ("auto", *partial.ready.languages):
            trained = ", ".join(LANGUAGES[code].english for code in partial.ready.languages if code in LANGUAGES)
            warnings.append(
                f"{partial.ready.model} was not trained for {LANGUAGES[language].english}, only for {trained}: "
                "do not trust its text."
            )
        notices = partial.transcript.warnings if partial.transcript else ()
        if partial.segmented and not partial.transcript:
            notices = partial.segmented.warnings
        warnings += [f"{name}: {notice}" for notice in notices]
        if partial.shortened_s:
            starts = ", ".join(f"{start_s:.1f} s" for start_s in partial.shortened_s)
            warnings.append(
                f"{name}: Repeated phrases were taken out of the segment at {starts}: --no-remove-repetitions keeps them."
            )
        if partial.transcript and (full := [s for s in partial.transcript.segments if s.ended == "overflow"]):
            starts = ", ".join(f"{segment.start_s:.1f} s" for segment in full)
            warnings.append(f"{name}: The text may lack its end where the canvas was full, in the segment at {starts}.")
        for warning in warnings:
            self._print_once(warning)

    def _print_once(self, warning: str) -> None:
        if warning not in self.warned:
            self.warned.add(warning)
            print_status(warning)

    def _write_partial(self, path: Path, partial: PartialTranscript) -> None:
        transcript = partial.to_transcript(self.options)
        if transcript is None or partial.segmented is None:
            return
        if partial.transcript is not None:
            self._write_result(path, transcript)
            return
        done, segmented = len(transcript.segments), partial.segmented
        of_all = f" of {len(segmented.spans_s)}" if segmented.complete else ""  # else the total is not known yet
        print_status(
            f"{printable(self.spool.name_of(path))}: What was done is kept: "
            f"{done}{of_all} segment{'s' if of_all or done != 1 else ''}."
        )
        self._write_result(path, transcript, "partial.")

    def _write_result(self, path: Path, transcript: Transcript, mark: str = "") -> bool:
        """Write the transcript to its file or to standard output, and return whether that could be done.

        Where it could not, the text goes to the next best place. ``mark`` stands before the suffix of the file.
        """
        from app.library.export import ExportOptions, export_transcript
        from app.library.file_names import stem_of

        name = self.spool.name_of(path)
        with self.interrupts.shield():
            options = ExportOptions(
                self.args.times, self.args.word_times, self.args.byte_order_mark, self.args.csv_separator
            )
            text = export_transcript(replace(transcript, source=name), self.args.format, options)
            if self.folder is None and self.args.format == "json" and len(self.args.files) > 1:
                text = to_json_line(str(text))
            stem, suffix = stem_of(path.name), mark + self.args.format
            try:
                if self.folder is None:
                    self._print_result(text)
                else:
                    print_status(f"{printable(name)}: written to {printable(self.folder.write(stem, suffix, text))}")
            except OutputError as error:
                print_status(f"{printable(name)}: {error}")
            except OSError as error:
                folder, reason = printable(self.args.output), error.strerror or error
                print_status(f"{printable(name)}: The text could not be written to {folder}. {reason}.")
            else:
                return True
            self._rescue(name, stem, suffix, text)
            return False

    def _print_result(self, text: str | bytes) -> None:
        """Write a text to standard output. Raises ``OutputError``; what failed once is not tried again."""
        assert isinstance(text, str)  # what is not text needs a folder
        if self.output_error is not None:
            raise self.output_error
        assert self.results is not None
        try:
            self.results.write(text)
        except OutputError as error:
            self.output_error = error
            raise

    def _rescue(self, name: str, stem: str, suffix: str, text: str | bytes) -> None:
        """Write a text that its place did not take to the data folder, else to standard output, and say where it is."""
        from app.library.export.unique_files import ExportFolder

        for folder in (Folders.of_user().data / RESCUED, Path(gettempdir()) / f"{APP_ID}-{RESCUED}"):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                written = ExportFolder(folder).write(stem, suffix, text)
            except OSError:
                continue
            print_status(f"{printable(name)}: It is kept in {printable(written)} instead.")
            return
        if self.folder is not None and isinstance(text, str):
            with suppress(OutputError):
                self._print_result(text)
                return
        print_status(f"{printable(name)}: No other place took it either; it is lost.")


def to_json_line(document: str) -> str:
    """Return a JSON document on a line of its own (JSON Lines), for several files on one standard output."""
    return json.dumps(json.loads(document), ensure_ascii=False) + "\n"
