"""``anneal bench accuracy`` and ``anneal bench cpu`` on the command line. Imports neither torch nor numpy before they run."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnnealError
from app.languages import LANGUAGES
from app.speech.options import STEPS_MAX, STEPS_MIN

if TYPE_CHECKING:
    from app.speech.pipeline.transcriber import Transcriber

    from .accuracy import AccuracyScore, ClipSet
    from .whisper_baseline import WhisperBaseline

STEPS = (1, 2, 4, 8, 16, 32, 48)
SETS = """A set is NAME[:LANGUAGE]=AUDIO_FOLDER[,TEXTS]. TEXTS is a file of lines `name: text` (.txt, .txt.gz; texts of four
words and more without digits are taken), or JSON: a list of {"path", "text"}, a corpus shard's records, or a mapping of file
names to {"language", "text"}. Without TEXTS it is AUDIO_FOLDER.json, or samples.json in the folder."""


def add_parsers(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both; a choice's ``run_gpu`` takes it and returns the exit code."""
    accuracy = benches.add_parser("accuracy", help="error rates on clips with known texts", epilog=SETS)
    accuracy.add_argument("--set", action="append", required=True, metavar="SET", dest="sets", help="see below")
    accuracy.add_argument("--steps", type=_steps, default=STEPS, metavar="N,N,...", help="default: 1,2,4,8,16,32,48")
    accuracy.add_argument("--limit", type=_count, metavar="N", help="clips a set and language, drawn at random")
    accuracy.add_argument("--draft", choices=("noise", "ctc"), default="noise", help="default: %(default)s")
    accuracy.add_argument("--auto", action="store_true", help="tell neither model nor peer the language")
    accuracy.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise (default: %(default)s)")
    accuracy.add_argument("--batch", type=_count, default=16, metavar="N", help="parts together (default: %(default)s)")
    accuracy.add_argument("--by", metavar="LABEL", help="also by a label of the clips' records: engine, voice, ...")
    accuracy.add_argument("--show", type=int, default=0, metavar="N", help="also the texts of so many clips a set")
    accuracy.add_argument("--json", type=Path, metavar="FILE", help="write all scores and texts there")
    accuracy.add_argument("--plot", type=Path, metavar="FILE", help="draw error against steps and speed there (SVG)")
    cpu = benches.add_parser("cpu", help="speed on the CPU, beside Whisper base")
    cpu.add_argument("files", nargs="+", type=Path, metavar="FILE", help="audio or video; a minute is a good length")
    cpu.add_argument("--steps", type=_one_step, default=8, metavar="N", help="default: %(default)s")
    cpu.add_argument("--rounds", type=_count, default=3, metavar="N", help="medians of so many (default: %(default)s)")
    cpu.add_argument("--language", choices=("auto", *LANGUAGES), default="en", help="default: %(default)s")
    for parser, run in ((accuracy, run_accuracy), (cpu, run_cpu)):
        parser.set_defaults(run=run)
        parser.add_argument("--model", type=Path, metavar="FOLDER", help="a model's folder (default: the bundled one)")
        parser.add_argument(
            "--threads", type=_count, metavar="N", help="of each, model and peer (default: torch's own)"
        )
        parser.add_argument("--peer", type=Path, metavar="FOLDER", help="weights of Whisper base for faster-whisper")


def run_accuracy(choice: argparse.Namespace) -> int:
    """Measure error rates: a table on standard output, row by row; 0, or 1 where something failed."""
    try:
        return _accuracy(choice)
    except (AnnealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def run_cpu(choice: argparse.Namespace) -> int:
    """Measure speed on the CPU; 0, or 1 where something failed."""
    from app.speech.options import TranscribeOptions

    from .cpu import measure, report_lines

    try:
        transcriber, peer, threads, no_peer = _contestants(choice, "cpu")
        options = TranscribeOptions(choice.language, choice.steps, observe=False, batch=8)
        print(f"{transcriber.device.title}, {transcriber.device}, {threads} threads")
        for path in choice.files:
            result = measure(path, transcriber, peer, options, choice.rounds)
            print("\n".join(report_lines(result, transcriber.model.spec.title, choice.steps)), flush=True)
        if no_peer:
            print(f"No peer: {no_peer}")
    except (AnnealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _accuracy(choice: argparse.Namespace) -> int:
    from . import report
    from .accuracy import AccuracySettings, load_clips, measure, scores_by_label
    from .datasets import read_set
    from .plot import drawing
    from .whisper_baseline import UNSUPPORTED

    described = [read_set(each) for each in choice.sets]  # all of them first: a long run must not fail at its end
    for path in (choice.json, choice.plot):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
    settings = AccuracySettings(choice.steps, choice.draft, not choice.auto, choice.seed, choice.batch)
    transcriber, peer, threads, no_peer = _contestants(choice, "cpu")
    title = transcriber.model.spec.title
    about = report.conditions(title, str(transcriber.device), threads, settings, no_peer)
    print("\n".join(about), end="\n\n")
    print(report.HEADER, flush=True)
    measured: list[tuple[ClipSet, list[AccuracyScore]]] = []
    for name, clips in described:
        for sounds in load_clips(name, clips, choice.limit):
            scores: list[AccuracyScore] = []
            for score in measure(sounds, transcriber, settings, None if sounds.language in UNSUPPORTED else peer):
                scores.append(score)
                print(report.table_row(score), flush=True)
                for part in scores_by_label(score, sounds.clips, choice.by) if choice.by else ():
                    print(report.table_row(part), flush=True)
            measured.append((sounds, scores))
            if choice.json is not None:  # after each set: what is done is kept
                body = report.json_document(about, measured, settings)
                choice.json.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            if choice.plot is not None:
                everything = [score for _, scores in measured for score in scores]
                choice.plot.write_text(drawing(everything, f"{title}: error against steps and speed"), encoding="utf-8")
    for sounds, scores in measured:
        if choice.show:
            shown = report.sample_texts(sounds, scores, choice.show)
            print("\n".join(["", f"{sounds.name} ({sounds.language}):", *shown]))
    return 0


def _contestants(choice: argparse.Namespace, device: str) -> tuple[Transcriber, WhisperBaseline | None, int, str]:
    """The model, the peer, their threads, and why there is no peer."""
    import torch

    from app.speech.pipeline.transcriber import Transcriber

    from .whisper_baseline import WhisperBaseline, why_unavailable

    if choice.threads is not None:
        torch.set_num_threads(choice.threads)
    threads = torch.get_num_threads()
    no_peer = why_unavailable(choice.peer)
    peer = None if no_peer else WhisperBaseline(choice.peer, threads)
    transcriber = Transcriber(choice.model, device)
    for _ in transcriber.prepare():
        pass
    return transcriber, peer, threads, no_peer


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def _one_step(text: str) -> int:
    if not STEPS_MIN <= _count(text) <= STEPS_MAX:
        raise argparse.ArgumentTypeError(f"steps are {STEPS_MIN} to {STEPS_MAX}, not {text}")
    return int(text)


def _steps(text: str) -> tuple[int, ...]:
    return tuple(sorted({_one_step(each) for each in text.split(",")}))
