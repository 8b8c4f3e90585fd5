"""``python -m app``: the window, or the command line where there are arguments. ``python -m app FILE...`` transcribes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from . import display
from .cli import main as cli

NO_DISPLAY = """\
There is no display here, so no window can be opened.
To transcribe without a window, name the files:

    packaging/run FILE...              in a checkout
    anneal transcribe FILE...          where Anneal is installed

More: anneal transcribe --help"""


def main() -> int:
    arguments = sys.argv[1:]
    if not arguments:
        return open_window()
    if arguments[0] in (*cli.COMMANDS, "-h", "--help", "--version"):
        return cli.main(arguments)
    return cli.main(["transcribe", *arguments])


def gui() -> int:
    """`anneal-gui FILE...`: what a desktop starts, with the files that were opened with it."""
    return open_window([Path(argument) for argument in sys.argv[1:]])


def open_window(files: Sequence[Path] = ()) -> int:
    """Open the window, with these files in its queue, and stay until it is closed; 1 and a sentence where there can be none."""
    if not display.has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return cli.FAILED
    try:
        from . import wiring
    except ImportError as error:  # Qt says so when a library of the system is missing
        print(
            f"The window cannot be opened. {error}. "
            "packaging/run installs the libraries of the system that it needs, or names them.",
            file=sys.stderr,
        )
        return cli.FAILED
    return wiring.run_window(files)


if __name__ == "__main__":
    sys.exit(main())
