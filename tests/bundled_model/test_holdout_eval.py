"""The shipped model on clips that are made here and now: its error rates are those its recipe's author measured."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app import paths
from app.speech import load

from . import script

FIGURES = [folder / "unseen.json" for folder in paths.bundled_models() if (folder / "unseen.json").is_file()]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed"),
    pytest.mark.skipif(not FIGURES, reason="no bundled model in this checkout"),
]


def test_the_figures_are_reproduced(tmp_path: Path) -> None:
    holdout_eval = script("holdout_eval")
    measured = json.loads(FIGURES[0].read_text(encoding="utf-8"))
    found = holdout_eval.scores(load(str(FIGURES[0].parent), "cpu"), holdout_eval.clips(tmp_path))
    assert found.keys() == measured.keys() == {"en", "de", "fr", "es", "hi", "zh"}
    outside = {
        language: rate.rate
        for language, rate in found.items()
        if not measured[language]["low"] <= rate.rate <= measured[language]["high"]
    }
    assert not outside, outside
