"""Settings are remembered, checked, and never the reason for a crash."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.settings import Settings, load, save


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(language="hi", interface_language="zh", steps=48, theme="dark", microphone="Größe 会 ¿")
    chosen = replace(
        chosen,
        motion="reduced",
        canvas_speed=0.5,
        device="cuda:1",
        model="own",
        repetitions="keep",
        models_folder="/a b/会",
    )
    save(chosen, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json") == (chosen, None)


def test_no_file_is_no_complaint(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == (Settings(), None)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe\x00", b"", b"3"])
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings, complaint = load(path)
    assert settings == Settings()
    assert complaint is not None
    assert "settings.damaged.json" in str(complaint)
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert not path.exists()


def test_the_steps_of_an_earlier_version_are_a_choice_only_where_they_differ_from_its_default(tmp_path: Path) -> None:
    """It stored its 16 for everybody; a model's own number came later."""
    path = tmp_path / "settings.json"
    for steps, expected in ((16, 0), (8, 8)):
        path.write_text(json.dumps({"language": "de", "steps": steps}))
        assert load(path) == (Settings(language="de", steps=expected), None)
    save(Settings(steps=16), path)
    assert load(path)[0].steps == 16


def test_single_values_that_make_no_sense_fall_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"language": "xx", "steps": 999, "theme": "dark", "motion": 1, "device": "gpu", "of tomorrow": 3})
    )
    settings, complaint = load(path)
    assert settings == replace(Settings(), theme="dark")
    assert complaint is not None
    assert "device, language, motion, steps" in str(complaint)


def test_an_unreadable_file_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings, complaint = load(tmp_path / "settings.json")
    assert settings == Settings()
    assert complaint is not None


def test_out_of_range_is_refused_at_the_source() -> None:
    with pytest.raises(ValueError, match="steps"):
        Settings(steps=49)
    with pytest.raises(ValueError, match="guidance"):
        Settings(guidance=0.5)
    with pytest.raises(ValueError, match="language"):
        Settings(interface_language="en_US")
    with pytest.raises(TypeError, match="steps"):
        Settings(steps="16")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [
        {"motion": "some"},
        {"repetitions": "some"},
        {"start": "ctc"},
        {"canvas_speed": 3.0},
        {"device": "cuda:"},
        {"device": "gpu"},
        {"model": "../elsewhere"},
        {"recordings_folder": "recordings"},
        {"models_folder": "./models"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Settings(**wrong)


def test_repetitions_are_treated_as_chosen() -> None:
    asked = [Settings(repetitions=choice).options().remove_repetitions for choice in ("model", "remove", "keep")]
    assert asked == [None, True, False]
