"""``anneal export``: what is kept in the library as text, as subtitles, or as the film or page of how it annealed."""

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

if TYPE_CHECKING:
    from app.library.entry import Entry
    from app.library.library import Library
    from app.library.store import TranscriptStore
    from app.ui.replay_export.export_job import ReplayClip
    from app.ui.replay_export.video_frames import VideoOptions

REPLAY_FORMATS = ("gif", "mp4", "webm", "html")
"""Endings of the files an annealing can be written to."""
MAX_LISTED = 20


def add_arguments(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """The arguments of ``export_transcript``; ``formats`` are those of texts."""
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("entry", nargs="?", metavar="ENTRY", help="its number, title or words in it; none lists all")
    parser.add_argument("--format", choices=formats, default="txt", help="default: %(default)s")
    parser.add_argument("--times", action="store_true", help="times before the paragraphs of txt, md and docx")
    parser.add_argument("--word-times", action="store_true", help="a time for each word of vtt")
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
    parser.add_argument("--layer", choices=("canvas", "blend", "belief"), default="blend", help="what a film shows")


def run(choice: argparse.Namespace) -> int:
    from app.library.library import Library

    parser: argparse.ArgumentParser = choice.parser
    options = _video_options(choice) if choice.annealing is not None else None
    if choice.annealing is None and choice.format == "docx" and choice.output is None:
        parser.error("docx is not text and needs a folder to go to: add -o FOLDER")
    with closing(Library(Folders.of_user().library)) as library:
        if choice.entry is None:
            return _list_entries(library.store)
        entry = _find_entry(library.store, choice.entry)
        if options is None:
            return _write_text(library.store, entry, choice)
        return _write_replay(_load_replay_clip(library, entry, choice.segment), choice.annealing, options)


def _parse_size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})[x×](\d{3,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size like 1280x720")
    return int(found[1]), int(found[2])


def _video_options(choice: argparse.Namespace) -> VideoOptions:
    """Leaves with a usage error where a film cannot be so."""
    parser: argparse.ArgumentParser = choice.parser
    path: Path = choice.annealing
    if path.suffix.lower()[1:] not in REPLAY_FORMATS:
        parser.error(f"{path.name} should end with one of {', '.join(f'.{form}' for form in REPLAY_FORMATS)}")
    if path.exists():
        parser.error(f"{path} is there already, and nothing is written over")
    _start_qt()
    from app.ui.replay_export.video_frames import VideoOptions

    try:
        width_px, height_px = choice.size
        return VideoOptions(width_px, height_px, choice.speed, choice.dark, choice.layer)
    except ValueError as error:
        parser.error(str(error))


def _list_entries(history: TranscriptStore) -> int:
    from app.library.entry import EntryQuery

    entries = history.entries(history.find(EntryQuery()))
    for entry in entries:
        print(_entry_line(entry))
    if not entries:
        _say("Your library is empty: what the window transcribes is kept there.")
    return 0


def _entry_line(entry: Entry) -> str:
    made = datetime.fromtimestamp(entry.created_s).strftime("%Y-%m-%d %H:%M")
    return f"{entry.uid}  {made}  {entry.duration_s:8.1f} s  {entry.title}"


def _find_entry(history: TranscriptStore, asked: str) -> Entry:
    """The one entry that is meant. Raises ``LibraryError`` where there is none, or more than one."""
    from app.library.entry import EntryQuery

    if history.has(asked):
        return history.entry(asked)
    found = history.entries(history.find(EntryQuery(asked)))
    found = [entry for entry in found if entry.title == asked] or found
    if not found:
        raise LibraryError(
            "Nothing in your library is called {asked} or has these words.",
            "",
            "`anneal export` lists all there is.",
            asked=asked,
        )
    if len(found) > 1:
        raise LibraryError(
            "{count} transcripts are called {asked} or have these words.",
            "",
            "Name one of them by its number: {found}",
            count=len(found),
            asked=asked,
            found="".join(f"\n  {_entry_line(entry)}" for entry in found[:MAX_LISTED]),
        )
    return found[0]


def _write_text(history: TranscriptStore, entry: Entry, choice: argparse.Namespace) -> int:
    from app.library.export import ExportOptions, export_transcript
    from app.library.export.unique_files import ExportFolder

    text = export_transcript(
        history.transcript(entry.uid), choice.format, ExportOptions(choice.times, choice.word_times)
    )
    if choice.output is None:
        assert isinstance(text, str)
        sys.stdout.write(text)
        return 0
    try:
        choice.output.mkdir(parents=True, exist_ok=True)
        stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", Path(entry.title).stem).strip(" .")[:120] or "transcript"
        written = ExportFolder(choice.output).write(stem, choice.format, text)
    except OSError as error:
        raise LibraryError(
            "The export could not be written.",
            "{reason}: {folder}.",
            "Choose another folder, or make room. Your library is not touched.",
            reason=error.strerror or error,
            folder=choice.output,
        ) from error
    _say(f"Written to {written}")
    return 0


def _load_replay_clip(library: Library, entry: Entry, segment: int | None) -> ReplayClip:
    """What is kept of how an entry annealed. Raises ``LibraryError`` where nothing is."""
    from app.ui.replay_export.export_job import ReplayClip

    store = library.replays
    kept = [n for n in store.list_segments(entry.uid) if segment is None or n == segment - 1]
    replays = [replay for n in kept if (replay := store.load(entry.uid, n)) is not None]
    vocabulary = store.load_vocabulary(replays[0].vocabulary) if replays else None
    if vocabulary is None:
        raise LibraryError(
            "How {title} annealed is not kept.",
            "The steps of a transcription make room for newer ones, and none are kept where the settings say so.",
            "Transcribe it again, then export it.",
            title=entry.title,
        )
    runs = [run for replay in replays if replay.vocabulary == replays[0].vocabulary for run in replay.runs]
    return ReplayClip(runs, vocabulary, entry.title, entry.language)


def _start_qt() -> None:
    """Fonts and painting need Qt, a screen is not needed."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")  # scripts that a font lacks are no news
    from PySide6.QtGui import QGuiApplication

    global _application
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])


_application: object = None
"""Qt's, kept until the process ends."""


def _write_replay(annealing: ReplayClip, path: Path, options: VideoOptions) -> int:
    from app.ui.replay_export.export_job import ExportJob, default_font, export

    shows = sys.stderr.isatty()
    for share in export(annealing, ExportJob(path, path.suffix.lower()[1:], options), default_font()):
        if shows:
            print(f"\r{share:4.0%}", end="", file=sys.stderr, flush=True)
    if shows:
        print("\r", end="", file=sys.stderr)
    _say(f"Written to {path}")
    return 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
