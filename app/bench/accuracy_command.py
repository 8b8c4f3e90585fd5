"""``anneal bench accuracy`` on the command line. Imports neither torch nor numpy before it runs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnnealError
from app.speech.options import TranscribeOptions

from .cpu_command import add_model_arguments, load_models, positive_int, step_count

if TYPE_CHECKING:
    from app.speech.options import StartChoice

    from .accuracy import AccuracyScore, ClipSet

STEPS = (1, 2, 4, 8, 16, 32, 48)
SET_HELP = """A set is NAME[:LANGUAGE]=AUDIO_FOLDER[,TEXTS]. TEXTS is a file of lines `name: text` (.txt, .txt.gz; texts of four
words and more without digits are taken), or JSON: a list of {"path", "text"}, a corpus shard's records, or a mapping of file
names to {"language", "text"}. Without TEXTS it is AUDIO_FOLDER.json, or samples.json in the folder."""


def add_parser(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command; its parser sets ``run``, a function of the parsed arguments."""
    parser = benches.add_parser("accuracy", help="error rates on clips with known texts", epilog=SET_HELP)
    parser.set_defaults(run=run)
    parser.add_argument("--set", action="append", required=True, metavar="SET", dest="sets", help="see below")
    parser.add_argument(
        "--steps", type=_step_counts, default=STEPS, metavar="N,N,...", help="default: 1,2,4,8,16,32,48"
    )
    parser.add_argument("--limit", type=positive_int, metavar="N", help="clips a set and language, drawn at random")
    parser.add_argument(
        "--start", choices=("noise", "draft", "both"), help="what canvases start from (default: the model's own way)"
    )
    parser.add_argument(
        "--guidance",
        type=_guidance,
        default=0.0,
        metavar="W",
        help="weight of the sound (default: the model's own)",
    )
    parser.add_argument("--auto", action="store_true", help="tell neither model nor peer the language")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise (default: %(default)s)")
    parser.add_argument(
        "--batch", type=positive_int, default=16, metavar="N", help="parts together (default: %(default)s)"
    )
    parser.add_argument("--by", metavar="LABEL", help="also by a label of the clips' records: engine, voice, ...")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="also the texts of so many clips a set")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all scores and texts there")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw error against steps and speed there (SVG)")
    add_model_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Measure error rates: a table on standard output, row by row; 0, or 1 where something failed."""
    try:
        return _measure(args)
    except (AnnealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _measure(args: argparse.Namespace) -> int:
    from . import report
    from .accuracy import AccuracySettings, load_clips, measure, scores_by_label
    from .datasets import read_set
    from .whisper_baseline import UNSUPPORTED

    sets = [read_set(each) for each in args.sets]  # all of them first: a long run must not fail at its end
    if args.plot is not None:
        from .plot import require_matplotlib, save_plot

        require_matplotlib()
    for path in (args.json, args.plot):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
    starts: dict[str | None, tuple[StartChoice, ...]] = {None: ("auto",), "both": ("noise", "draft")}
    settings = AccuracySettings(
        args.steps, starts.get(args.start, (args.start,)), args.guidance, not args.auto, args.seed, args.batch
    )
    transcriber, baseline, threads, no_baseline = load_models(args, "cpu")
    title = transcriber.model.spec.title
    conditions = report.conditions(title, str(transcriber.device), threads, settings, no_baseline)
    print("\n".join(conditions), end="\n\n")
    print(report.HEADER, flush=True)
    measured: list[tuple[ClipSet, list[AccuracyScore]]] = []
    for name, clips in sets:
        for clip_set in load_clips(name, clips, args.limit):
            scores: list[AccuracyScore] = []
            usable_baseline = None if clip_set.language in UNSUPPORTED else baseline
            for score in measure(clip_set, transcriber, settings, usable_baseline):
                scores.append(score)
                print(report.table_row(score), flush=True)
                for label_score in scores_by_label(score, clip_set.clips, args.by) if args.by else ():
                    print(report.table_row(label_score), flush=True)
            measured.append((clip_set, scores))
            if args.json is not None:  # after each set: what is done is kept
                body = report.json_document(conditions, measured, settings)
                args.json.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            if args.plot is not None:
                all_scores = [score for _, scores in measured for score in scores]
                save_plot(all_scores, f"{title}: error against steps and speed", args.plot)
    for clip_set, scores in measured:
        if args.show:
            shown = report.sample_texts(clip_set, scores, args.show)
            print("\n".join(["", f"{clip_set.name} ({clip_set.language}):", *shown]))
    return 0


def _guidance(text: str) -> float:
    try:
        return TranscribeOptions(guidance=float(text)).guidance
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _step_counts(text: str) -> tuple[int, ...]:
    return tuple(sorted({step_count(each) for each in text.split(",")}))
