"""Peak memory of one step's predictions over a vocabulary as large as the published model's: chunked, and as plain logits.

    python -m tests.benchmarks.bench_lm_head [--vocab 262144] [--positions 192] [--hidden 256]

On the CPU, each method in a process of its own: the difference between its memory before and its peak.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from time import process_time

import torch
from torch import Tensor

from app.models.adapter.spec import CanvasConfig
from app.speech.decoding.canvas_batch import CanvasBatch
from app.speech.decoding.lm_head import ChunkedVocabHead, LogitConstraints, entropy_of, top_tokens
from app.speech.decoding.sampling_noise import SamplingNoise
from tests.speech import tiny

METHODS = ("chunked", "plain")


def memory_mb(name: str) -> float:
    """``VmRSS`` (now) or ``VmHWM`` (most since it was reset), as Linux counts them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def plain(states: Tensor, weight: Tensor, temperature: Tensor) -> None:
    """Do what the stock loop does with logits of every position over the whole vocabulary."""
    logits = (states @ weight.T) / 30.0
    logits = torch.tanh(logits) * 30.0 / temperature
    probs = logits.softmax(dim=-1, dtype=torch.float32)
    entropy_of(logits)
    logits.argmax(dim=-1)
    torch.multinomial(probs[0], 1)
    top_tokens(probs)
    torch.matmul(logits.softmax(dim=-1), weight)


@torch.inference_mode()
def measure(method: str, vocab: int, positions: int, hidden: int) -> None:
    torch.set_num_threads(1)
    model = tiny.model(0, canvas=CanvasConfig(positions))
    head = torch.nn.Linear(hidden, vocab, bias=False)
    model.backbone.lm_head = head
    canvases = CanvasBatch([positions], torch.device("cpu"))
    states, temperature = torch.randn(1, positions, hidden), torch.tensor(0.7)
    chunked = ChunkedVocabHead(model, canvases, LogitConstraints())
    noise = SamplingNoise([torch.Generator().manual_seed(0)], 1, canvases, vocab)
    Path("/proc/self/clear_refs").write_text("5")  # resets VmHWM
    before_mb, started = memory_mb("VmRSS"), process_time()
    if method == "chunked":
        chunked.predict(states, temperature, exp_noise=noise.exponential, top=True)
    else:
        plain(states, head.weight, temperature)
    spent_s = process_time() - started
    print(
        f"{method:>9}: {memory_mb('VmHWM') - before_mb:7.1f} MB at most, {spent_s:.2f} s of processor time", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--method", choices=METHODS)
    parser.add_argument("--vocab", type=int, default=262_144)
    parser.add_argument("--positions", type=int, default=192)
    parser.add_argument("--hidden", type=int, default=256)
    choice = parser.parse_args()
    if choice.method:
        measure(choice.method, choice.vocab, choice.positions, choice.hidden)
        return
    for method in METHODS:
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench_lm_head", *sys.argv[1:], "--method", method], check=True
        )


if __name__ == "__main__":
    main()
