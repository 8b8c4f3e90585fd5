"""Error against steps and against speed, as an SVG drawn by hand: no plotting library is needed to look at a result.

A line is one language of one set, with its bootstrap intervals; the dashes in its colour are its CTC reading alone, the
diamond is the peer on the same clips.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

from .accuracy import CTC, DENOISED, AccuracyScore
from .whisper_baseline import NAME as PEER

COLOURS = ("#2f6db3", "#c9562b", "#2d8a63", "#8a4fa3", "#b0871b", "#b8396b", "#4d7f91", "#6b6b6b")
WIDTH, HEIGHT = 1120, 460
TOP, BOTTOM = 56, 396
PANELS = ((64, 500), (580, 900))  # left and right edge of "steps" and "speed"; the legend stands behind
INK, FAINT, PAPER = "#2b2a28", "#dedbd5", "#fcfbf9"


def drawing(scores: Sequence[AccuracyScore], title: str) -> str:
    """The SVG of scores without groups."""
    names = list(dict.fromkeys((score.set, score.language) for score in scores))
    top = max(0.1, math.ceil(10 * min(1.2, max(score.error.high for score in scores))) / 10)
    height = _linear(0, top, BOTTOM, TOP)
    denoised = [score for score in scores if score.reader == DENOISED]
    counts = sorted({score.steps for score in denoised if score.steps}) or [1]
    speeds = [score.speed for score in scores if score.reader in (DENOISED, PEER)] or [1.0]
    by_steps = _logarithmic(min(counts), max(counts), *PANELS[0])
    by_speed = _logarithmic(min(speeds) * 0.8, max(speeds) * 1.25, *PANELS[1])

    drawn = [_text(PANELS[0][0], 28, title, size=16, weight=600)]
    for left, right in PANELS:
        for tenth in range(0, round(top * 10) + 1, 2 if top > 0.5 else 1):
            y = height(tenth / 10)
            drawn.append(_line(left, y, right, y, FAINT))
            drawn.append(_text(left - 8, y + 4, f"{tenth / 10:.1f}", anchor="end"))
    drawn += [_text(by_steps(count), BOTTOM + 20, str(count), anchor="middle") for count in counts]
    drawn += [_text(by_speed(mark), BOTTOM + 20, f"{mark:g}", anchor="middle") for mark in _marks(speeds)]
    for (left, right), label in zip(PANELS, ("denoising steps", "speed, x real time"), strict=True):
        drawn.append(_text((left + right) / 2, BOTTOM + 44, label, anchor="middle"))
    drawn.append(_text(PANELS[0][0] - 40, TOP - 10, "error rate"))

    for number, name in enumerate(names):
        own = [score for score in scores if (score.set, score.language) == name]
        drawn += _series(own, COLOURS[number % len(COLOURS)], by_steps, by_speed, height)
        drawn += _legend(f"{name[0]} ({name[1]})", COLOURS[number % len(COLOURS)], TOP + 10 + 20 * number)
    y = TOP + 24 + 20 * len(names)
    drawn += [_line(924, y - 4, 944, y - 4, INK, "5 4"), _text(950, y, CTC)]
    if any(score.reader == PEER for score in scores):
        drawn += [_diamond(934, y + 16, INK), _text(950, y + 20, "Whisper base, the peer")]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="Inter, Helvetica, Arial, sans-serif" fill="{INK}">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>\n' + "\n".join(drawn) + "\n</svg>\n"
    )


Scale = Callable[[float], float]


def _series(scores: Sequence[AccuracyScore], colour: str, by_steps: Scale, by_speed: Scale, height: Scale) -> list[str]:
    denoised = sorted((score for score in scores if score.reader == DENOISED), key=lambda score: score.steps or 0)
    drawn = []
    for across in (lambda score: by_steps(score.steps), lambda score: by_speed(score.speed)):
        points = [(across(score), height(score.error.rate)) for score in denoised]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for score, (x, y) in zip(denoised, points, strict=True):
            drawn.append(_line(x, height(score.error.low), x, height(score.error.high), colour))
            drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>')
    for score in scores:
        y = height(score.error.rate)
        if score.reader == CTC:
            drawn += [_line(left, y, right, y, colour, "5 4") for left, right in PANELS]
        elif score.reader == PEER:
            x = by_speed(score.speed)
            drawn += [_line(x, height(score.error.low), x, height(score.error.high), colour), _diamond(x, y, colour)]
    return drawn


def _legend(name: str, colour: str, y: float) -> list[str]:
    return [f'<circle cx="934" cy="{y - 4}" r="5" fill="{colour}"/>', _text(950, y, name)]


def _linear(low: float, high: float, start: float, end: float) -> Scale:
    return lambda value: start + (min(value, high) - low) / max(1e-9, high - low) * (end - start)


def _logarithmic(low: float, high: float, start: float, end: float) -> Scale:
    inner = _linear(math.log(low), max(math.log(high), math.log(low) + 0.1), start + 16, end - 16)
    return lambda value: inner(math.log(value))


def _marks(values: Sequence[float]) -> list[float]:
    """Round numbers (1, 2, 5, 10, ...) among the values."""
    low, high = min(values) * 0.8, max(values) * 1.25
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [mark for e in exponents for mark in (10.0**e, 2 * 10.0**e, 5 * 10.0**e) if low <= mark <= high]


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"{dashed}/>'


def _diamond(x: float, y: float, colour: str) -> str:
    return f'<path d="M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z" fill="{colour}" stroke="{PAPER}"/>'


def _text(x: float, y: float, text: str, anchor: str = "start", size: int = 12, weight: int = 400) -> str:
    style = f'font-size="{size}" font-weight="{weight}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>'
