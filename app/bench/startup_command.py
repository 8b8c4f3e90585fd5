"""``anneal bench startup`` on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from app.errors import AnnealError


def add_parser(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; its parser sets ``run``, a function of the parsed arguments."""
    startup = benches.add_parser("startup", help="how long the app takes to start, and what it imports for it")
    startup.set_defaults(run=run)
    startup.add_argument("--rounds", type=int, choices=range(1, 100), default=3, metavar="N", help="default: 3")
    startup.add_argument(
        "--least", type=float, default=20.0, metavar="MS", help="imports are shown from so many ms on (default: 20)"
    )
    startup.add_argument("--json", type=Path, metavar="FILE", help="write all times and the whole import graph there")


def run(args: argparse.Namespace) -> int:
    """Measure each kind of start and print it; return 0, or 1 where one failed."""
    from . import startup

    starts = []
    try:
        for name in startup.START_ARGUMENTS:
            starts.append(startup.measure(name, args.rounds))
            print("\n".join(startup.report_lines(starts[-1], args.least)), flush=True)
        if args.json is not None:
            args.json.write_text(json.dumps(startup.json_document(starts), indent=1) + "\n", encoding="utf-8")
    except (AnnealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
