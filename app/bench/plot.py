"""Plot of error against steps and against speed, drawn by matplotlib, which only whoever plots needs to install.

A line is one language of one set, with its bootstrap intervals; it is dotted where canvases started from noise. The dashed line
in its color is its CTC reading alone, the diamond is the Whisper baseline on the same clips.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnnealError

from .accuracy import CTC, DENOISED, AccuracyScore
from .whisper_baseline import NAME as BASELINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLORS = ("#2f6db3", "#c9562b", "#2d8a63", "#8a4fa3", "#b0871b", "#b8396b", "#4d7f91", "#6b6b6b")
SIZE_INCHES = (12, 5)
MAX_ERROR = 1.2
"""Top of the error axis at most; worse rates lie on the edge."""


def require_matplotlib() -> None:
    """Raise ``AnnealError`` where matplotlib is not installed."""
    if find_spec("matplotlib") is None:
        raise AnnealError(
            "The plot needs matplotlib.",
            "It is not part of Anneal.",
            "Run `pip install matplotlib`, or leave out --plot.",
        )


def save_plot(scores: Sequence[AccuracyScore], title: str, path: Path) -> None:
    """Draw scores without groups into a file; its suffix decides the format: SVG, PDF or PNG."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure  # not pyplot, which may open a window
    from matplotlib.lines import Line2D
    from matplotlib.ticker import LogLocator, NullLocator

    figure = Figure(figsize=SIZE_INCHES, layout="constrained")
    by_steps, by_speed = figure.subplots(1, 2, sharey=True)
    names = list(dict.fromkeys((score.set, score.language) for score in scores))
    legend = []
    for number, name in enumerate(names):
        color = COLORS[number % len(COLORS)]
        own = [score for score in scores if (score.set, score.language) == name]
        _draw_series(own, color, by_steps, by_speed)
        legend.append(Line2D([], [], color=color, marker="o", label=f"{name[0]} ({name[1]})"))
    if any(score.start == "noise" for score in scores):
        legend.append(Line2D([], [], color="black", marker="o", linestyle=":", label="denoised from noise"))
    legend.append(Line2D([], [], color="black", linestyle="--", label=CTC))
    if any(score.reader == BASELINE for score in scores):
        legend.append(Line2D([], [], color="black", linestyle="", marker="D", label="Whisper base, the peer"))
    steps = sorted({score.steps for score in scores if score.reader == DENOISED and score.steps})
    by_steps.set(xscale="log", xlabel="denoising steps", ylabel="error rate", ylim=(0, _top(scores)))
    by_steps.set_xticks(steps, [str(count) for count in steps])
    by_speed.set(xscale="log", xlabel="speed, x real time")
    by_speed.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    by_speed.xaxis.set_major_formatter("{x:g}")
    for axes in (by_steps, by_speed):
        axes.xaxis.set_minor_locator(NullLocator())
        axes.grid(axis="y", alpha=0.4)
    figure.suptitle(title, x=0.02, horizontalalignment="left")
    figure.legend(handles=legend, loc="outside right upper", frameon=False)
    with rc_context({"svg.fonttype": "none"}):  # text stays text, which can be searched
        figure.savefig(path)


def _top(scores: Sequence[AccuracyScore]) -> float:
    return max(0.1, min(MAX_ERROR, max(score.error.high for score in scores))) * 1.03


def _draw_series(scores: Sequence[AccuracyScore], color: str, by_steps: Axes, by_speed: Axes) -> None:
    denoised = sorted((score for score in scores if score.reader == DENOISED), key=lambda score: score.steps or 0)
    for start in dict.fromkeys(score.start for score in denoised):
        line, style = [score for score in denoised if score.start == start], "o:" if start == "noise" else "o-"
        _draw_points(by_steps, [score.steps or 0 for score in line], line, color, style)
        _draw_points(by_speed, [score.speed for score in line], line, color, style)
    for score in scores:
        if score.reader == CTC:
            for axes in (by_steps, by_speed):
                axes.axhline(min(score.error.rate, MAX_ERROR), color=color, linestyle="--", linewidth=1)
        elif score.reader == BASELINE:
            _draw_points(by_speed, [score.speed], [score], color, "D")


def _draw_points(axes: Axes, x: Sequence[float], scores: Sequence[AccuracyScore], color: str, style: str) -> None:
    """Draw error rates with their intervals, cut at the top of the axis."""
    rates, lows, highs = (
        [min(getattr(score.error, name), MAX_ERROR) for score in scores] for name in ("rate", "low", "high")
    )
    spread = [
        [max(0.0, rate - low) for rate, low in zip(rates, lows, strict=True)],
        [max(0.0, high - rate) for rate, high in zip(rates, highs, strict=True)],
    ]
    axes.errorbar(x, rates, yerr=spread, fmt=style, color=color, capsize=2, linewidth=1.5, markersize=4)
