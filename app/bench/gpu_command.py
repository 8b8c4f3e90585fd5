"""``anneal bench gpu`` and ``anneal bench quantize`` on the command line. Import torch only when they run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnnealError

if TYPE_CHECKING:
    from .gpu import StepTiming

SIZES = ("26b", "tiny")
NOT_MEASURED = "not measured"


def add_parsers(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands; their parsers set ``run``, a function of the parsed arguments."""
    gpu = benches.add_parser("gpu", help="speed of the denoising steps beside what the card's memory allows")
    gpu.add_argument("--size", choices=SIZES, default="26b", help="default: %(default)s")
    gpu.add_argument(
        "--random-weights", action="store_true", required=True, help="nothing is downloaded: weights are random"
    )
    gpu.add_argument("--packed", action="store_true", help="with experts in 4 bits")
    gpu.add_argument("--device", default="auto", help="auto, cuda, cuda:N, or cpu for the tiny size")
    gpu.add_argument("--rounds", type=int, default=3, metavar="N", help="medians of so many (default: %(default)s)")
    gpu.set_defaults(run=run_gpu)
    quantize = benches.add_parser("quantize", help="what 4 bits cost: a layer of experts beside its packed one")
    quantize.add_argument("--size", choices=SIZES, default="26b", help="default: %(default)s")
    quantize.add_argument("--tokens", type=int, default=192, metavar="N", help="default: %(default)s")
    quantize.add_argument("--experts", type=int, metavar="N", help="of the layer's experts (default: all)")
    quantize.add_argument(
        "--speech",
        type=Path,
        nargs="+",
        metavar="CLIP",
        help="these clips as the layer's inputs, and the bundled model on them",
    )
    quantize.set_defaults(run=run_quantize)


def run_gpu(args: argparse.Namespace) -> int:
    """Print the table of timings; return 0 also where there is no GPU to measure, which it says."""
    from app.models.gpu import query_driver, query_torch_build, why_unusable
    from app.models.hardware import verify_device

    from .gpu import BATCHES, CLIPS_S, STEPS, StepBenchmark, StepTiming

    try:
        device = verify_device("cpu" if args.size == "tiny" and args.device == "auto" else args.device)
        if device.name == "cpu" and args.size != "tiny":
            problem = why_unusable(query_torch_build(), query_driver())
            print(f"{NOT_MEASURED}: {problem or 'There is no NVIDIA card in this machine.'}")
            rows = (StepTiming(clip_s, n, batch, None, None) for clip_s in CLIPS_S for batch in BATCHES for n in STEPS)
            _print_table(rows, None)
            return 0
        benchmark = StepBenchmark(args.size, device, int4=args.packed, rounds=args.rounds)
        floor = benchmark.bandwidth_floor()
        print(f"{device.title}, {device}{', 4-bit experts' if args.packed else ''}, {args.size}, random weights")
        print(
            f"a step must read {floor.read_bytes / 1e9:.2f} GB; memory gives {floor.bandwidth / 1e9:.0f} GB/s (measured by "
            f"copying): the floor is {floor.floor_ms:.2f} ms a step"
        )
        _print_table(benchmark.timings(), floor.floor_ms)
        stock = benchmark.stock_timing()
        stock_text = NOT_MEASURED if stock.step_ms is None else f"{stock.step_ms:.2f} ms a step"
        print(f"stock generate(), 10 s, {stock.steps} steps, batch 1: {stock_text}")
    except AnnealError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _print_table(timings: Iterable[StepTiming], floor_ms: float | None) -> None:
    print(
        f"{'clip':>6} {'batch':>5} {'steps':>5} {'prefill ms':>12} {'step ms':>12} {'x floor':>12} {'x real time':>12}"
    )
    for timing in timings:
        ratio = timing.step_ms / floor_ms if timing.step_ms and floor_ms else None
        cells = [timing.prefill_ms, timing.step_ms, ratio, timing.speed]
        columns = " ".join(f"{NOT_MEASURED if cell is None else f'{cell:.2f}':>12}" for cell in cells)
        print(f"{timing.clip_s:>4.0f} s {timing.batch:>5} {timing.steps:>5} {columns}", flush=True)


def run_quantize(args: argparse.Namespace) -> int:
    """Print how close outputs and argmax stay in 4 bits, on random inputs or on speech."""
    from .quantize import compare_layer, compare_model

    clips = args.speech or ()
    tables = [("One layer, random weights", compare_layer(args.size, args.tokens, args.experts, clips))]
    if clips:
        tables.append(("The bundled model, first step", compare_model(clips)))
    for title, rows in tables:
        print(title)
        for name, value in rows.items():
            print(f"  {name}: {value}")
    return 0
