"""Draws the losses of one run, or of several that followed each other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot


def draw_curves(logs: Sequence[Path], picture: Path) -> None:
    """Draw the ``log.jsonl`` of runs."""
    figure, axes = pyplot.subplots(figsize=(8, 4), dpi=100)
    colours = {"ctc": "C0", "ar": "C1", "diffusion": "C2"}
    labels = {"ctc": "CTC, per token", "ar": "autoregressive", "diffusion": "diffusion"}
    began_min = 0.0
    for log in logs:
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        lines.sort(key=lambda line: line["step"])  # a run that was resumed tells some steps twice
        for name, colour in colours.items():
            told = [line for line in lines if name in line]
            minutes = [began_min + line["minutes"] for line in told]
            axes.plot(
                minutes, [line[name] for line in told], color=colour, label=labels.pop(name, None) if told else None
            )
        began_min += lines[-1]["minutes"]
    axes.set_xlabel("minutes")
    axes.set_ylabel("loss, nats")
    axes.set_ylim(0, 8)
    axes.grid(alpha=0.2)
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(picture)
