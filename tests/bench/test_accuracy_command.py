"""``anneal bench accuracy`` and ``cpu``: the real command, the bundled model, the app's own sample."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from importlib.util import find_spec
from pathlib import Path

import pytest

from app import paths
from app.bench import plot, whisper_baseline
from app.bench.accuracy import CTC, DENOISED, DRAFT, AccuracyScore
from app.bench.wer import ErrorRate
from app.cli import main
from tests.test_architecture import QT, loaded_by, modules

needs_model = pytest.mark.skipif(not paths.bundled_models(), reason="no bundled model in this checkout yet")
SAMPLES = paths.resources_folder() / "samples"
WINDOWED = ("app.bench.ui_latency", "app.bench.cancel_latency")
"""What measures the window itself."""


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
    arguments = ["--set", english, "--steps", "8,1", "--by", "licence", "--show", "1"]
    assert main.main(["bench", "accuracy", *arguments, "--json", str(out), "--plot", str(picture)]) == main.DONE
    printed = capsys.readouterr().out
    (measured,) = json.loads(out.read_text(encoding="utf-8"))["sets"]
    scores = {(score["reader"], score["steps"]): score for score in measured["scores"]}
    assert list(scores) == [(CTC, None), (DRAFT, None), (DENOISED, 1), (DENOISED, 8)]
    assert scores[DENOISED, 8]["error"]["rate"] < 0.3  # the sample is one the model reads well
    assert scores[DENOISED, 8]["error"]["rate"] <= scores[DENOISED, 1]["error"]["rate"]
    assert scores[DENOISED, 1]["processor_speed"] > scores[DENOISED, 8]["processor_speed"]
    assert printed.count("| denoised | 8 |") == 2  # the set, and its only licence
    assert scores[DENOISED, 8]["texts"][0] in printed
    assert "No peer: " in printed
    ElementTree.fromstring(picture.read_text(encoding="utf-8"))


@needs_model
@pytest.mark.timeout(600)
def test_cpu(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["bench", "cpu", str(SAMPLES / "en.flac"), "--rounds", "1", "--steps", "2"]) == main.DONE
    printed = capsys.readouterr().out
    assert "2 steps" in printed
    assert "x real time" in printed
    assert ("faster-whisper is not installed" in printed) == (find_spec("faster_whisper") is None)


@needs_model
def test_a_language_the_model_cannot_write_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps([{"path": "en.flac", "text": "привет"}]))
    assert main.main(["bench", "accuracy", "--set", f"a:ru={SAMPLES},{texts}"]) == main.FAILED
    assert "language" in capsys.readouterr().err


@pytest.mark.parametrize("steps", ["", "0", "49", "1,x", "1;2"])
def test_steps_that_are_none_are_wrong_usage(steps: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["bench", "accuracy", "--set", "a=b", "--steps", steps]) == main.USAGE
    assert capsys.readouterr().err


def test_a_missing_peer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_baseline, "find_spec", lambda name: object())
    assert "--peer FOLDER" in whisper_baseline.why_unavailable(None)
    assert "no model.bin" in whisper_baseline.why_unavailable(tmp_path)
    monkeypatch.setattr(whisper_baseline, "find_spec", lambda name: None)
    assert whisper_baseline.why_unavailable(tmp_path) == "faster-whisper is not installed."


def test_a_plot_of_extremes_is_whole() -> None:
    """Several sets, a perfect one, one worse than all words wrong, and the peer: everything stays on the paper."""
    scores = [
        AccuracyScore(name, "en", reader, steps, ErrorRate(9, 90, error, error / 2, error * 1.5), 1.0, speed, speed)
        for name, error in (("a & b", 0.0), ("<c>", 1.4))
        for reader, steps, speed in (
            (CTC, None, 90.0),
            (DENOISED, 1, 60.0),
            (DENOISED, 48, 2.0),
            (whisper_baseline.NAME, None, 14.0),
        )
    ]
    drawn = ElementTree.fromstring(plot.drawing(scores, "A & B"))
    for circle in drawn.iter("{http://www.w3.org/2000/svg}circle"):
        assert 0 < float(circle.get("cx", -1)) < plot.WIDTH
        assert plot.TOP <= float(circle.get("cy", -1)) <= plot.BOTTOM
    assert {"a & b (en)", "<c> (en)"} <= {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}


def test_measuring_needs_no_qt() -> None:
    assert loaded_by([name for name in modules("bench") if name not in WINDOWED], QT) == ""
