"""``anneal export``: a transcript of the library as text or subtitles, or its denoising as a video or an HTML page.

Videos are painted by the window's own code, so this command alone imports ``app.ui``; no screen is needed.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import LibraryError
from app.paths import Folders

from .exit_codes import DONE
from .streams import print_status, printable
from .transcribe import add_format_arguments

if TYPE_CHECKING:
    from app.library.entry import Entry
    from app.library.library import Library
    from app.library.store import TranscriptStore
    from app.ui.replay_export.export_job import ReplayClip
    from app.ui.replay_export.video_frames import VideoOptions

REPLAY_FORMATS = ("gif", "mp4", "webm", "html")
"""Suffixes of the files that a replay can be written to."""
MAX_LISTED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``export``."""
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("entry", nargs="?", metavar="ENTRY", help="its number, title or words in it; none lists all")
    add_format_arguments(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="write TITLE.FORMAT there, over nothing")
    parser.add_argument(
        "--annealing", type=Path, metavar="FILE", help=f"write how it annealed instead, as {', '.join(REPLAY_FORMATS)}"
    )
    parser.add_argument("--segment", type=int, metavar="N", help="only this one of its segments, counted from 1")
    parser.add_argument(
        "--size", type=_parse_size, default=(960, 540), metavar="WxH", help="of a film (default: 960x540)"
    )
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="of a film (default: %(default)s)")
    parser.add_argument("--dark", action="store_true", help="a film on dark ground")
    parser.add_argument("--no-sound", dest="sound", action="store_false", help="a film without the sound")
    parser.add_argument("--layer", choices=("canvas", "blend", "belief"), default="blend", help="what a film shows")


def run(args: argparse.Namespace) -> int:
    """Export one entry of the library, or list all; return the exit code. Raises ``LibraryError``."""
    from app.library.library import Library

    parser: argparse.ArgumentParser = args.parser
    options = _video_options(args) if args.annealing is not None else None
    if args.annealing is None and args.format == "docx" and args.output is None:
        parser.error("docx is not text and needs a folder to go to: add -o FOLDER")
    with closing(Library(Folders.of_user().library)) as library:
        if args.entry is None:
            return _list_entries(library.store)
        entry = _find_entry(library.store, args.entry)
        if options is None:
            return _write_text(library.store, entry, args)
        return _write_replay(_load_replay_clip(library, entry, args.segment), args.annealing, options, args.sound)


def _parse_size(text: str) -> tuple[int, int]:
    size = re.fullmatch(r"(\d{3,4})[x×](\d{3,4})", text)
    if size is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size like 1280x720")
    return int(size[1]), int(size[2])


def _video_options(args: argparse.Namespace) -> VideoOptions:
    """Return the options of a video; leaves with a usage error where there can be no such video."""
    parser: argparse.ArgumentParser = args.parser
    path: Path = args.annealing
    if path.suffix.lower()[1:] not in REPLAY_FORMATS:
        parser.error(f"{path.name} should end with one of {', '.join(f'.{form}' for form in REPLAY_FORMATS)}")
    if path.exists():
        parser.error(f"{path} is there already, and nothing is written over")
    _start_qt()
    from app.ui.replay_export.video_frames import VideoOptions

    try:
        width_px, height_px = args.size
        return VideoOptions(width_px, height_px, args.speed, args.dark, args.layer)
    except ValueError as error:
        parser.error(str(error))


def _list_entries(store: TranscriptStore) -> int:
    from app.library.entry import EntryQuery

    entries = store.entries(store.find(EntryQuery()))
    for entry in entries:
        print(_entry_line(entry))
    if not entries:
        print_status("Your library is empty: what the window transcribes is kept there.")
    return DONE


def _entry_line(entry: Entry) -> str:
    created = datetime.fromtimestamp(entry.created_s).strftime("%Y-%m-%d %H:%M")
    return f"{entry.uid}  {created}  {entry.duration_s:8.1f} s  {printable(entry.title)}"


def _find_entry(store: TranscriptStore, name: str) -> Entry:
    """Find an entry by its number, its title or words in it. Raises ``LibraryError`` unless there is exactly one."""
    from app.library.entry import EntryQuery

    if store.has(name):
        return store.entry(name)
    entries = store.entries(store.find(EntryQuery(name)))
    entries = [entry for entry in entries if entry.title == name] or entries
    if not entries:
        raise LibraryError(
            "Nothing in your library is called {asked} or has these words.",
            "",
            "`anneal export` lists all there is.",
            asked=name,
        )
    if len(entries) > 1:
        raise LibraryError(
            "{count} transcripts are called {asked} or have these words.",
            "",
            "Name one of them by its number: {found}",
            count=len(entries),
            asked=name,
            found="".join(f"\n  {_entry_line(entry)}" for entry in entries[:MAX_LISTED]),
        )
    return entries[0]


def _write_text(store: TranscriptStore, entry: Entry, args: argparse.Namespace) -> int:
    from app.library.export import ExportOptions, export_transcript
    from app.library.export.unique_files import ExportFolder
    from app.library.file_names import title_to_stem

    options = ExportOptions(args.times, args.word_times, args.byte_order_mark, args.csv_separator)
    text = export_transcript(store.transcript(entry.uid), args.format, options)
    if args.output is None:
        assert isinstance(text, str)
        sys.stdout.write(text)
        return DONE
    try:
        args.output.mkdir(parents=True, exist_ok=True)
        written = ExportFolder(args.output).write(title_to_stem(entry.title), args.format, text)
    except OSError as error:
        raise LibraryError(
            "The export could not be written.",
            "{reason}: {folder}.",
            "Choose another folder, or make room. Your library is not touched.",
            reason=error.strerror or error,
            folder=args.output,
        ) from error
    print_status(f"Written to {printable(written)}")
    return DONE


def _load_replay_clip(library: Library, entry: Entry, segment: int | None) -> ReplayClip:
    """Load the denoising steps of an entry, or of one of its segments. Raises ``LibraryError`` where none are kept."""
    from app.ui.replay_export.export_job import ReplayClip

    store = library.replays
    indices = [index for index in store.list_segments(entry.uid) if segment is None or index == segment - 1]
    replays = [replay for index in indices if (replay := store.load(entry.uid, index)) is not None]
    vocabulary = store.load_vocabulary(replays[0].vocabulary) if replays else None
    if vocabulary is None:
        raise LibraryError(
            "How {title} annealed is not kept.",
            "The steps of a transcription make room for newer ones, and none are kept where the settings say so.",
            "Transcribe it again, then export it.",
            title=entry.title,
        )
    runs = [run for replay in replays if replay.vocabulary == replays[0].vocabulary for run in replay.runs]
    segments = library.store.transcript(entry.uid).segments
    source = entry.source if entry.source.exists() else None
    return ReplayClip(runs, vocabulary, entry.title, entry.language, source, entry.audio_track, segments)


def _start_qt() -> None:
    """Start Qt without a screen, for fonts and painting."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # scripts that a font lacks are no news
    from PySide6.QtGui import QGuiApplication

    global _application
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])


_application: object = None
"""Qt's application object, referenced until the process ends."""


def _write_replay(clip: ReplayClip, path: Path, options: VideoOptions, with_sound: bool) -> int:
    from app.ui.replay_export.export_job import SOUND_FORMATS, ExportJob, default_font, export

    job = ExportJob(path, path.suffix.lower()[1:], options, with_sound=with_sound)
    if with_sound and clip.source is None and job.file_format in SOUND_FORMATS:
        print_status("Without sound: its file is no longer where it was.")
    show_progress = sys.stderr.isatty()
    for share in export(clip, job, default_font()):
        if show_progress:
            print(f"\r{share:4.0%}", end="", file=sys.stderr, flush=True)
    if show_progress:
        print("\r", end="", file=sys.stderr)
    print_status(f"Written to {printable(path)}")
    return DONE
