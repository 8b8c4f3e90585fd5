"""``anneal bench accuracy``: the real command, the bundled model, the app's own sample."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app import paths
from app.bench import plot
from app.bench.accuracy import CTC, DENOISED, DRAFT
from app.cli import exit_codes, main

needs_model = pytest.mark.skipif(not paths.bundled_models(), reason="no bundled model in this checkout yet")
SAMPLES = paths.resources_folder() / "samples"


@pytest.fixture
def english(tmp_path: Path) -> str:
    rows = json.loads((SAMPLES / "samples.json").read_text(encoding="utf-8"))
    listed = [{"path": name, **row} for name, row in rows.items() if row["language"] == "en"]
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps(listed))
    return f"samples={SAMPLES},{texts}"


@needs_model
@pytest.mark.timeout(600)
def test_accuracy(tmp_path: Path, english: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, picture = tmp_path / "new" / "scores.json", tmp_path / "plot.svg"
    arguments = ["--set", english, "--steps", "8,1", "--start", "both", "--by", "licence", "--show", "1"]
    assert main.main(["bench", "accuracy", *arguments, "--json", str(out), "--plot", str(picture)]) == exit_codes.DONE
    printed = capsys.readouterr().out
    (measured,) = json.loads(out.read_text(encoding="utf-8"))["sets"]
    scores = {(score["reader"], score["steps"]): score for score in measured["scores"] if score["start"] != "noise"}
    from_noise = [(score["reader"], score["steps"]) for score in measured["scores"] if score["start"] == "noise"]
    assert list(scores) == [(CTC, None), (DRAFT, None), (DENOISED, 1), (DENOISED, 8)]
    assert from_noise == [(DENOISED, 1), (DENOISED, 8)]
    assert scores[DENOISED, 8]["error"]["rate"] < 0.3  # the sample is one the model reads well
    assert scores[DENOISED, 8]["error"]["rate"] <= scores[DENOISED, 1]["error"]["rate"]
    assert scores[DENOISED, 1]["processor_speed"] > scores[DENOISED, 8]["processor_speed"]
    for start in ("noise", "the draft"):
        assert printed.count(f"| denoised from {start} | 8 |") == 2  # the set, and its only licence
    assert scores[DENOISED, 8]["texts"][0] in printed
    assert "No peer: " in printed
    ElementTree.fromstring(picture.read_text(encoding="utf-8"))


@needs_model
def test_a_language_the_model_cannot_write_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps([{"path": "en.flac", "text": "привет"}]))
    assert main.main(["bench", "accuracy", "--set", f"a:ru={SAMPLES},{texts}"]) == exit_codes.FAILED
    assert "language" in capsys.readouterr().err


@pytest.mark.parametrize("steps", ["", "0", "49", "1,x", "1;2"])
def test_steps_that_are_none_are_wrong_usage(steps: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["bench", "accuracy", "--set", "a=b", "--steps", steps]) == exit_codes.USAGE
    assert capsys.readouterr().err


def test_a_plot_needs_matplotlib(
    english: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said before anything is measured."""
    monkeypatch.setattr(plot, "find_spec", lambda name: None)
    assert main.main(["bench", "accuracy", "--set", english, "--plot", "plot.svg"]) == exit_codes.FAILED
    out, err = capsys.readouterr()
    assert out == ""
    assert "pip install matplotlib" in err
