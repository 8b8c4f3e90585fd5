"""The plot of error against steps and speed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.bench import plot, whisper_baseline
from app.bench.accuracy import CTC, DENOISED, AccuracyScore
from app.bench.wer import ErrorRate

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def scores() -> list[AccuracyScore]:
    """Two sets, a perfect one and one worse than all words wrong, and the baseline."""
    return [
        AccuracyScore(name, "en", reader, steps, ErrorRate(9, 90, error, error / 2, error * 1.5), 1.0, speed, speed)
        for name, error in (("a & b", 0.0), ("<c>", 1.4))
        for reader, steps, speed in (
            (CTC, None, 90.0),
            (DENOISED, 1, 60.0),
            (DENOISED, 48, 2.0),
            (whisper_baseline.NAME, None, 14.0),
        )
    ]


def test_a_plot_of_extremes_is_whole(scores: list[AccuracyScore], tmp_path: Path) -> None:
    """Every point lies on the paper, and every set is in the legend."""
    plot.save_plot(scores, "A & B", tmp_path / "plot.svg")
    drawn = ElementTree.parse(tmp_path / "plot.svg").getroot()
    _, _, width, height = (float(number) for number in drawn.get("viewBox", "").split())
    markers = [use for use in drawn.iter(f"{SVG}use") if re.search("fill: #(2f6db3|c9562b)", use.get("style", ""))]
    assert len(markers) >= 2 * (2 + 2 + 1)  # sets; steps in both panels, and the baseline
    for marker in markers:
        assert 0 < float(marker.get("x", -1)) < width
        assert 0 < float(marker.get("y", -1)) < height
    assert {"a & b (en)", "<c> (en)", "A & B", CTC} <= {text.text for text in drawn.iter(f"{SVG}text")}


def test_the_suffix_decides_the_format(scores: list[AccuracyScore], tmp_path: Path) -> None:
    plot.save_plot(scores, "A & B", tmp_path / "plot.png")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
