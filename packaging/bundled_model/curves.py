"""Draws a run's losses: ``python curves.py RUN/log.jsonl curves.png``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot


def main() -> None:
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    figure, axes = pyplot.subplots(figsize=(8, 4), dpi=100)
    for name, label in (("ctc", "CTC, per token"), ("ar", "autoregressive"), ("diffusion", "diffusion")):
        axes.plot([line["minutes"] for line in lines], [line[name] for line in lines], label=label)
    axes.set_xlabel("minutes on two CPU cores")
    axes.set_ylabel("loss, nats")
    axes.set_ylim(0, 8)
    axes.grid(alpha=0.2)
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(sys.argv[2])


if __name__ == "__main__":
    main()
