"""``anneal bench startup``: what it says was imported was really imported, and by whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bench import startup
from app.cli import exit_codes, main

TOLD = """\
import time: self [us] | cumulative | imported package
import time:       100 |        100 |   a.deep
a warning in between
import time:        20 |        120 | a
import time:         5 |          5 |     c
import time:        10 |         15 |   b.inner
import time:        30 |         45 | b
"""


def test_imports_are_read_as_trees() -> None:
    a, b = startup.parse_importtime(TOLD)
    assert [each.name for each in a.walk()] == ["a", "a.deep"]
    assert [(each.name, each.self_us, each.total_us) for each in b.walk()] == [
        ("b", 30, 45),
        ("b.inner", 10, 15),
        ("c", 5, 5),
    ]
    start = startup.StartMeasurement("toy", (1.0, 3.0, 2.0), (0.5,), (a, b))
    assert start.modules == 5
    assert start.packages() == [("a", 0.12), ("b", 0.04), ("c", 0.005)]
    text = "\n".join(startup.report_lines(start, 0.04))
    assert "toy: 2.00 s" in text
    assert "a.deep" in text
    assert "b.inner" not in text


def test_a_real_start_is_measured() -> None:
    start = startup.measure("anneal --version", 1)
    names = {each.name for root in start.imports for each in root.walk()}
    assert {"app", "app.cli.main", "argparse"} <= names
    assert not names & {"torch", "PySide6", "numpy"}
    assert start.cpu_s[0] > 0
    assert start.wall_s[0] > 0


def test_a_start_that_fails_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(startup, "START_ARGUMENTS", {"nothing": ("-c", "raise SystemExit('no such thing')")})
    assert main.main(["bench", "startup", "--rounds", "1"]) == exit_codes.FAILED
    assert "no such thing" in capsys.readouterr().err


@pytest.mark.slow
def test_all_starts_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "startup.json"
    assert main.main(["bench", "startup", "--rounds", "1", "--json", str(report)]) == exit_codes.DONE
    said = capsys.readouterr().out
    assert all(f"{name}: " in said for name in startup.START_ARGUMENTS)
    window = json.loads(report.read_text(encoding="utf-8"))["starts"][-1]
    assert "PySide6" in json.dumps(window["imports"])
