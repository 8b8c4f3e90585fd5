"""A published folder as it was downloaded, through the whole of a transcription."""

from __future__ import annotations

import json
import logging
import shutil
from pathlib import Path

import pytest
import soundfile

from app.cli import main
from app.errors import ModelError
from app.models.adapter.published import convert_to_native
from app.speech import Transcriber
from tests.models import stand_ins
from tests.models.stand_ins import PROJECTORS, checkpoint_tensors, write_repository
from tests.speech.conftest import babble


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    stand_ins.backbone_folder(folder)
    stand_ins.encoder_folder(folder)
    return folder


@pytest.mark.parametrize("names", [("backbone", "encoder"), ("diffusiongemma-26B-A4B-it", "whisper-small")])
@pytest.mark.parametrize("beside", [True, False])
def test_a_published_folder_transcribes_and_names_its_assumptions(
    root: Path,
    tmp_path: Path,
    names: tuple[str, str],
    beside: bool,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folder = write_repository(tmp_path / "mine", checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    for name, part in zip(names, ("backbone", "whisper"), strict=True):
        shutil.copytree(root / part, (tmp_path if beside else folder) / name)
    soundfile.write(tmp_path / "talk.wav", babble(1.5), 16_000)
    command = ["transcribe", "--model", str(folder), "--steps", "1", "--format", "json", str(tmp_path / "talk.wav")]
    with caplog.at_level(logging.WARNING):
        assert main.main(command) == main.DONE
    document = json.loads(capsys.readouterr().out)
    assert document["model"] == "mine"
    assert any("stability: 1" in note for note in document["assumptions"])
    assert all(f"mine: assumed: {note}" in caplog.text for note in document["assumptions"])
    assert not list(folder.glob("*.ran"))


def test_a_published_folder_without_its_parts_says_what_to_do(tmp_path: Path) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folder = write_repository(tmp_path / "mine", checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    with pytest.raises(ModelError, match=r"backbone that mine needs.*or “backbone” in or.*`hf download google/diff"):
        Transcriber(folder, "cpu").model  # noqa: B018  loads it


def test_what_was_assumed_when_it_was_installed_is_still_said(
    root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folder = write_repository(tmp_path / "mine", checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    spec = convert_to_native(folder, root / "backbone", root / "whisper", tmp_path / "installed")
    for name, part in (("backbone", "backbone"), ("encoder", "whisper")):
        shutil.copytree(root / part, tmp_path / name)
    transcriber = Transcriber(tmp_path / "installed", "cpu")
    caplog.clear()
    *_, ready = transcriber.prepare()
    assert ready.assumptions == spec.assumptions
    assert all(note in caplog.text for note in spec.assumptions)
