"""``anneal bench ui`` on the command line. Imports Qt only when it runs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app import display, paths
from app.errors import AnnealError
from app.models.adapter.spec import STEPS_MAX, STEPS_MIN


def add_parser(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; its parser sets ``run``, a function of the parsed arguments."""
    parser = benches.add_parser("ui", help="how awake the window stays while files are transcribed")
    parser.set_defaults(run=run)
    parser.add_argument("clip", nargs="?", type=Path, metavar="FILE", help="audio or video (default: a sample)")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    parser.add_argument(
        "--steps",
        type=int,
        choices=range(STEPS_MIN, STEPS_MAX + 1),
        default=STEPS_MAX,
        metavar="N",
        help="default: %(default)s",
    )
    parser.add_argument("--times", type=int, default=5, metavar="N", help="files in the queue (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    """Measure, and print the results beside their targets; return 0, or 1 where that was not possible."""
    clip = args.clip or next(iter(paths.sample_clips()), None)
    problem = ""
    if clip is None:
        problem = "There is no sample clip in this installation. Name a file."
    elif not display.has_display():
        problem = "There is no display here, so no window can be measured. Use a desktop, or xvfb-run."
    else:
        try:
            from . import ui_latency

            print(ui_latency.measure(clip, args.steps, max(1, args.times), args.model, args.device))
        except ImportError as error:  # Qt says so when a library of the system is missing
            problem = f"The window cannot be opened. {error}."
        except AnnealError as error:
            problem = str(error)
    if problem:
        print(problem, file=sys.stderr)
    return 1 if problem else 0
