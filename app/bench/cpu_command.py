"""``anneal bench cpu`` on the command line, and the arguments it shares with ``anneal bench accuracy``.

Imports neither torch nor numpy before it runs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnnealError
from app.languages import LANGUAGES
from app.models.adapter.spec import STEPS_MAX, STEPS_MIN
from app.speech.options import TranscribeOptions

if TYPE_CHECKING:
    from app.speech.pipeline.transcriber import Transcriber

    from .whisper_baseline import WhisperBaseline


def add_parser(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; its parser sets ``run``, a function of the parsed arguments."""
    parser = benches.add_parser("cpu", help="speed on the CPU, beside Whisper base")
    parser.set_defaults(run=run)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="audio or video; a minute is a good length")
    parser.add_argument("--steps", type=step_count, default=8, metavar="N", help="default: %(default)s")
    parser.add_argument(
        "--rounds", type=positive_int, default=3, metavar="N", help="medians of so many (default: %(default)s)"
    )
    parser.add_argument("--language", choices=("auto", *LANGUAGES), default="en", help="default: %(default)s")
    add_model_arguments(parser)


def add_model_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name the model, its threads and the baseline."""
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
    parser.add_argument(
        "--threads", type=positive_int, metavar="N", help="of each, model and peer (default: torch's own)"
    )
    parser.add_argument("--peer", type=Path, metavar="FOLDER", help="weights of Whisper base for faster-whisper")


def run(args: argparse.Namespace) -> int:
    """Measure speed on the CPU; 0, or 1 where something failed."""
    from .cpu import measure, report_lines

    try:
        transcriber, baseline, threads, no_baseline = load_models(args, "cpu")
        options = TranscribeOptions(args.language, args.steps, observe=False, batch=8)
        print(f"{transcriber.device.title}, {transcriber.device}, {threads} threads")
        for path in args.files:
            result = measure(path, transcriber, baseline, options, args.rounds)
            print("\n".join(report_lines(result, transcriber.model.spec.title, args.steps)), flush=True)
        if no_baseline:
            print(f"No peer: {no_baseline}")
    except (AnnealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def load_models(args: argparse.Namespace, device: str) -> tuple[Transcriber, WhisperBaseline | None, int, str]:
    """Return the model, the baseline, the threads of each, and why there is no baseline (empty where there is one)."""
    import torch

    from app.speech.pipeline.transcriber import Transcriber

    from .whisper_baseline import WhisperBaseline, why_unavailable

    if args.threads is not None:
        torch.set_num_threads(args.threads)
    threads = torch.get_num_threads()
    no_baseline = why_unavailable(args.peer)
    baseline = None if no_baseline else WhisperBaseline(args.peer, threads)
    transcriber = Transcriber(args.model, device)
    for _ in transcriber.prepare():
        pass
    return transcriber, baseline, threads, no_baseline


def positive_int(text: str) -> int:
    """Parse a whole number of 1 or more."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def step_count(text: str) -> int:
    """Parse a number of denoising steps."""
    if not STEPS_MIN <= positive_int(text) <= STEPS_MAX:
        raise argparse.ArgumentTypeError(f"steps are {STEPS_MIN} to {STEPS_MAX}, not {text}")
    return int(text)
