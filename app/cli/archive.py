"""``anneal archive``: a whole folder of audio and video files to text, on this machine or on a Ray cluster."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from app.errors import ArchiveError

from .exit_codes import DONE, FAILED
from .streams import InterruptGuard, print_status, printable
from .transcribe import FORMATS, add_decoding_arguments, chosen_model, decoding_options

if TYPE_CHECKING:
    from app.archive.archive import ArchiveRun, TranscribeGroups
    from app.archive.manifest import Manifest
    from app.archive.plan import Plan
    from app.archive.ray_cluster import Cluster
    from app.archive.settings import ArchiveSettings
    from app.archive.source_folder import SourceFolder

TOLD_EVERY_S = 30.0
"""Between two lines of progress where there is no terminal."""
TOLD_UNREADABLE = 20
"""Files that the plan tells of; the report has them all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``archive``."""
    parser.set_defaults(run=run, parser=parser)
    parser.add_argument("folder", metavar="FOLDER", help="all audio and video files below it; or an address of fsspec")
    parser.add_argument(
        "--into",
        type=Path,
        required=True,
        metavar="OUT",
        help="write FILE.FORMAT for each FILE there, in the same tree, with manifest.jsonl and report.txt; "
        "what an earlier run has done there stays",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        nargs="+",
        default=["txt"],
        help="beside json, which is always written (default: txt)",
    )
    add_decoding_arguments(parser)
    parser.add_argument("--dry-run", action="store_true", help="print the plan and end; nothing is written")
    parser.add_argument(
        "--address", help="of a Ray cluster: auto, HOST:PORT or ray://HOST:PORT (default: this machine alone)"
    )
    parser.add_argument(
        "--cpus", type=int, default=1, metavar="N", help="cores for each model on a cluster without cards (default: 1)"
    )


def run(args: argparse.Namespace) -> int:
    """Transcribe what is not done yet; return the exit code. Raises ``AnnealError``."""
    from app.archive.manifest import Manifest
    from app.archive.source_folder import open_folder

    if args.cpus < 1:
        args.parser.error("--cpus counts from 1")
    if re.match(r"\w\w+:/", str(args.into)):
        args.parser.error("--into names a folder of this machine, not an address")
    settings = _settings(args)
    folder = open_folder(args.folder, leave_out=args.into)
    manifest = Manifest(args.into.absolute())
    if args.dry_run:
        manifest.load()
        _tell_plan(_plan(args, folder, manifest, settings))
        return DONE
    with InterruptGuard() as interrupts, ExitStack() as opened:
        try:
            args.into.mkdir(parents=True, exist_ok=True)
            opened.enter_context(manifest)
        except OSError as error:
            raise ArchiveError(
                "Nothing can be written to {folder}.", "{reason}.", folder=args.into, reason=error.strerror or error
            ) from error
        plan = _plan(args, folder, manifest, settings)
        _tell_plan(plan)
        return _run_plan(args, folder, manifest, settings, plan, interrupts.check)


def _settings(args: argparse.Namespace) -> ArchiveSettings:
    """What the texts depend on. Raises ``ModelError`` if there is no such model."""
    from app.archive.settings import ArchiveSettings, digest_model
    from app.models.adapter.published import model_title
    from app.speech.pipeline.transcriber import bundled_model

    chosen = chosen_model(args)
    folder = chosen.absolute() if chosen else None
    model_title(folder or bundled_model())
    return ArchiveSettings(decoding_options(args), folder, args.device, digest_model(folder or bundled_model()))


def _plan(args: argparse.Namespace, folder: SourceFolder, manifest: Manifest, settings: ArchiveSettings) -> Plan:
    from app.archive.plan import make_plan

    with _Line() as line:
        return make_plan(folder, manifest, settings, args.format, lambda count: line.show(f"{count} files found"))


def _tell_plan(plan: Plan) -> None:
    from app.archive.archive import hours_text
    from app.archive.plan import Todo

    unreadable = plan.count(Todo.UNREADABLE)
    for file in islice(plan.files(Todo.UNREADABLE), TOLD_UNREADABLE):
        print_status(f"{printable(file.path)}: {file.error}")
    if unreadable > TOLD_UNREADABLE:
        print_status(f"and {unreadable - TOLD_UNREADABLE} more that cannot be read")
    print_status(
        f"{plan.file_count} files, {hours_text(plan.duration_s)}: {plan.count(Todo.DONE)} done, "
        f"{plan.count(Todo.FAILED)} without a text before, {unreadable} unreadable, "
        f"{plan.count(Todo.REUSE, Todo.COPY)} that need no transcription, {plan.count(Todo.TRANSCRIBE)} to transcribe "
        f"({hours_text(plan.wanted_s)}, {plan.group_count} group{'s' * (plan.group_count != 1)})"
    )


def _run_plan(
    args: argparse.Namespace,
    folder: SourceFolder,
    manifest: Manifest,
    settings: ArchiveSettings,
    plan: Plan,
    check: Callable[[], None],
) -> int:
    from app.archive.archive import ArchiveRun
    from app.archive.group_transcription import transcribe_here
    from app.archive.plan import Todo

    archive = ArchiveRun(folder, manifest, settings, args.format, plan)
    try:
        with ExitStack() as opened:
            transcribe: TranscribeGroups = lambda groups: transcribe_here(groups, folder, settings)  # noqa: E731
            cluster = None
            if args.address and plan.group_count:
                from app.archive.ray_cluster import Cluster

                cluster = opened.enter_context(Cluster(args.address, settings, folder, args.cpus))
                cluster.on_refused = lambda error: print_status(f"A machine takes no part. {error}")
                transcribe = cluster.transcribe
            line = opened.enter_context(_Line())
            for entry in opened.enter_context(closing(archive.run(transcribe))):
                check()
                if entry.error and entry.sha256:  # the plan has told of those that cannot be read
                    line.tell(f"{printable(entry.file)}: {entry.error}")
                line.show(_progress_text(archive, cluster))
    except BaseException:
        with suppress(ArchiveError):  # the first failure is the one to tell
            _finish(archive)
        raise
    _finish(archive)
    return FAILED if archive.failed or plan.count(Todo.FAILED) else DONE


def _finish(archive: ArchiveRun) -> None:
    from app.archive.archive import REPORT, hours_text

    print_status(
        f"{archive.finished - archive.failed} files written, {archive.failed} failed, {archive.words} words, "
        f"{hours_text(archive.finished_s)} of sound in {hours_text(archive.elapsed_s)}."
        + ("" if archive.complete else " The same command goes on with what is left.")
    )
    archive.finish()
    print_status(f"The whole: {printable(archive.into / REPORT)}")


def _progress_text(archive: ArchiveRun, cluster: Cluster | None) -> str:
    from app.archive.archive import hours_text

    plan = archive.plan
    words = [
        f"{archive.finished} of {archive.total} files",
        f"{hours_text(archive.finished_s)} of {hours_text(plan.wanted_s)}",
    ]
    if archive.left_s is not None:
        words += [f"{archive.finished_s / archive.elapsed_s:.1f} x real time", f"{hours_text(archive.left_s)} left"]
    if cluster is not None:
        words.append(f"{cluster.ready} models at work")
    return ", ".join(words)


class _Line:
    """The line of progress on standard error: redrawn on a terminal, else printed now and then."""

    def __enter__(self) -> _Line:
        from rich.console import Console
        from rich.status import Status

        console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
        self._status = Status("", console=console) if console.is_terminal and not console.is_dumb_terminal else None
        self._told = monotonic()
        if self._status is not None:
            self._status.start()
        return self

    def __exit__(self, *failure: object) -> None:
        if self._status is not None:
            self._status.stop()

    def show(self, text: str) -> None:
        """Show how far it is."""
        if self._status is not None:
            self._status.update(text)
        elif monotonic() - self._told >= TOLD_EVERY_S:
            self._told = monotonic()
            print_status(text)

    def tell(self, text: str) -> None:
        """Print a line that stays."""
        if self._status is not None:
            self._status.console.print(text, soft_wrap=True)
        else:
            print_status(text)
