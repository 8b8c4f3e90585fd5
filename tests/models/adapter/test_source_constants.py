"""Constants are read in sources that are parsed and never run, whatever they contain."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.models.adapter.source_constants import SourceConstants


def test_constants_have_a_path_a_value_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text(
        "STEPS = 4 * 4\nclass Config:\n    canvas: int = STEPS + 1\nCFG = dict(a=dict(b=2))\n"
    )
    constants = SourceConstants()
    assert constants.add_sources(tmp_path) == []
    by_path = {constant.path: (constant.value, constant.source) for constant in constants.constants}
    assert by_path["steps"] == (16, "model.py:1")
    assert by_path["config.canvas"] == (17, "model.py:3")
    assert by_path["cfg.a.b"] == (2, "model.py:4")


def test_the_checkpoint_counts_more_than_sources(tmp_path: Path) -> None:
    constants = SourceConstants()
    constants.add_config({"config": {"canvas_length": 192, "use_cache": True}})
    (tmp_path / "model.py").write_text("canvas_length = 256\n")
    constants.add_sources(tmp_path)
    found = constants.find("canvas_length", kind=int)
    assert found is not None
    assert (found.value, found.source) == (192, "checkpoint")
    assert constants.find("use_cache", kind=int) is None
    assert constants.contradictions == []


@given(st.text("abc=+*/-[](){}'\"0123456789.,:\n ifdef", max_size=60))
def test_no_source_breaks_the_parser(code: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model.py").write_text(code)
        assert isinstance(SourceConstants().add_sources(Path(folder)), list)


def test_a_source_cannot_make_the_evaluation_expensive(tmp_path: Path) -> None:
    lines = ["x = 'aaaaaaaaaa'", *["x = x + x"] * 60, "y = 9", *["y = y * y"] * 60, "z = [1] * 10000000000"]
    (tmp_path / "model.py").write_text("\n".join(lines))
    constants = SourceConstants()
    assert constants.add_sources(tmp_path) == []
    assert constants.constants
    assert all(len(str(constant.value)) < 200_000 for constant in constants.constants)
