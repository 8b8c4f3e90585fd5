"""The plan of the bundled model: its names are known, what is wrong in it is said, and what is done is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from . import RECIPE, script

make, settings = script("make"), script("settings")

PLAN = RECIPE / "plan.toml"


def test_every_run_of_the_plan_has_settings_that_are_known(tmp_path: Path) -> None:
    plan = make.Plan(PLAN, tmp_path)
    runs = plan.values["train"]
    assert set(plan.stages) == set(runs) | set(make.STAGES)
    assert set(plan.values["cuda"]) <= set(plan.stages)
    for name in runs:
        read = settings.Settings.read(runs[name] | plan.values["cuda"][name])
        assert read.minutes == plan.values["cuda"][name]["minutes"]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"pace": 1.0}, "pace"),
        ({"minutes": "ten"}, "minutes"),
        ({"blocks": 1.5}, "blocks"),
        ({"layers": True}, "layers"),
    ],
)
def test_a_setting_that_cannot_be_right_is_named(values: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        settings.Settings.read(values)


def test_weights_are_shipped_ones_or_lie_in_a_folder(tmp_path: Path) -> None:
    plan = make.Plan(PLAN, tmp_path / "into")
    assert plan.weights("") is None
    assert plan.weights("shipped") == make.SHIPPED
    assert plan.weights(str(tmp_path)) == tmp_path
    (plan.into / "ctc").mkdir(parents=True)
    assert plan.weights("ctc") == plan.into / "ctc"
    with pytest.raises(make.PlanError, match=r"no weights in .*denoiser"):
        plan.weights("denoiser")


def test_a_stage_is_done_until_its_table_changes(tmp_path: Path) -> None:
    plan = make.Plan(PLAN, tmp_path)
    assert plan.status("ctc") == (False, "to do")
    plan.run_of("ctc").mkdir()
    (plan.run_of("ctc") / "log.jsonl").write_text(json.dumps({"step": 50, "minutes": 3.5}) + "\n", encoding="utf-8")
    assert plan.status("ctc") == (False, f"begun: step 50, 3.5 of {plan.table('ctc')['minutes']} min")
    plan.finish("ctc", 7.04)
    assert plan.status("ctc") == (True, "done in 7.0 min")
    plan.values["train"]["ctc"]["minutes"] += 1
    assert plan.status("ctc") == (False, "done in 7.0 min, but by other settings")


def test_a_stage_that_does_not_exist_is_named(tmp_path: Path) -> None:
    command = [sys.executable, RECIPE / "make.py", "polish", "--into", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "polish" in done.stderr
