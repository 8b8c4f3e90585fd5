"""``anneal library add``: a finished archive into the library, to be searched and corrected in the window."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from app.paths import Folders

from .exit_codes import DONE, FAILED
from .streams import print_status, printable


def add_parsers(parser: argparse.ArgumentParser) -> None:
    """Add the commands of ``library``."""
    commands = parser.add_subparsers(dest="library", metavar="WHAT", required=True)
    add = commands.add_parser("add", help="every file of an archive that has a text, once")
    add.set_defaults(run=run_add)
    add.add_argument("manifest", type=Path, metavar="MANIFEST", help="the manifest.jsonl that anneal archive wrote")


def run_add(args: argparse.Namespace) -> int:
    """Add what is not there yet; return the exit code. Raises ``ArchiveError`` and ``LibraryError``."""
    from app.archive.library_import import add_to_library
    from app.library.library import Library

    added = known = missing = 0
    with closing(Library(Folders.of_user().library)) as library:
        for entry, outcome in add_to_library(args.manifest, library.store):
            added += outcome == "added"
            known += outcome == "known"
            missing += outcome == "missing"
            if outcome == "missing":
                print_status(f"{printable(entry.file)}: {printable(entry.outputs[0])} is no longer there, or damaged.")
    print_status(f"{added} added to the library, {known} there already, {missing} without their text")
    return FAILED if missing else DONE
