"""``python -m app``: the window without arguments, else the command line. ``python -m app FILE...`` transcribes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from . import display
from .cli import exit_codes
from .cli import main as cli

NO_DISPLAY = """\
There is no display here, so no window can be opened.
To transcribe without a window, name the files:

    packaging/run FILE...              in a checkout
    anneal transcribe FILE...          where Anneal is installed

More: anneal transcribe --help"""


def main() -> int:
    """Run the window or the command line; return the exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        return open_window()
    if arguments[0] in (*cli.COMMANDS, "-h", "--help", "--version"):
        return cli.main(arguments)
    return cli.main(["transcribe", *arguments])


def gui() -> int:
    """Run `anneal-gui FILE...`: a desktop starts it with the files that were opened with it."""
    return open_window([Path(argument) for argument in sys.argv[1:]])


def open_window(files: Sequence[Path] = ()) -> int:
    """Open the window with files in its queue and block until it is closed; return 1 where it cannot be opened."""
    if not display.has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return exit_codes.FAILED
    gc.disable()  # what is imported now stays: looking through it again and again took a tenth of the start
    try:
        from . import wiring
    except ImportError as error:  # Qt says so when a library of the system is missing
        print(
            f"The window cannot be opened. {error}. "
            "packaging/run installs the libraries of the system that it needs, or names them.",
            file=sys.stderr,
        )
        return exit_codes.FAILED
    return wiring.run_window(files)


if __name__ == "__main__":
    sys.exit(main())
