"""The program `anneal-gui` of a bundle. Started without a console it has no standard streams, which libraries write to."""

import multiprocessing
import os
import sys

if sys.stdout is None or sys.stderr is None:
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # as long as the process lives

from app.__main__ import gui

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(gui())
