"""Folders of Whisper: which count as one, and what is known of them without reading their weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from app.errors import ModelError
from app.models import catalog
from app.models.forecast import plan_for
from app.models.inventory import list_models
from app.models.whisper import MemoryForecast, is_whisper, read_whisper, whisper_title, write_link
from tests.speech import tiny


@pytest.fixture(autouse=True)
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the models that this machine may have in the hub's cache."""
    monkeypatch.setattr("app.models.weights_location.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


def test_a_whole_whisper_is_one_and_an_encoder_is_none(tmp_path: Path) -> None:
    tiny.write_whisper(tmp_path / "whisper-large-v3-turbo")
    weights = read_whisper(tmp_path / "whisper-large-v3-turbo")
    assert weights.title == "Whisper large v3 turbo"
    assert weights.languages == tuple(catalog.INTERFAZE_SMALL.languages)
    tensors = load_file(tmp_path / "whisper-large-v3-turbo" / "model.safetensors")
    assert weights.parameter_count == sum(tensor.numel() for tensor in tensors.values()) > 0
    tiny.save_encoder(tmp_path / "encoder", tiny.encoder())
    assert not is_whisper(tmp_path / "encoder")
    assert not is_whisper(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="no whole Whisper"):
        read_whisper(tmp_path / "encoder")


def test_weights_in_parts_and_english_only(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    tiny.write_whisper(folder)
    tensors = {name: tensor.clone() for name, tensor in load_file(folder / "model.safetensors").items()}
    (folder / "model.safetensors").unlink()
    names = sorted(tensors)
    for number, part in enumerate((names[:5], names[5:]), 1):
        save_file({name: tensors[name] for name in part}, folder / f"model-0000{number}-of-00002.safetensors")
    generation = json.loads((folder / "generation_config.json").read_text())
    (folder / "generation_config.json").write_text(json.dumps({**generation, "is_multilingual": False}))
    weights = read_whisper(folder)
    assert (weights.title, weights.languages) == ("mine", ("en",))
    assert weights.parameter_count == sum(tensor.numel() for tensor in tensors.values())


def test_damaged_weights_are_no_whisper(tmp_path: Path) -> None:
    tiny.write_whisper(tmp_path / "w")
    for body in (b"", b"\xff" * 20, b"\x05\x00\x00\x00\x00\x00\x00\x00[1,2]"):
        (tmp_path / "w" / "model.safetensors").write_bytes(body)
        assert not is_whisper(tmp_path / "w")


def test_a_link_leads_to_the_weights_and_is_listed(tmp_path: Path) -> None:
    models, commit = tmp_path / "models", "0" * 40
    write_link(models / "whisper-base", "Whisper base", "openai/whisper-base", commit)
    assert is_whisper(models / "whisper-base")
    assert whisper_title(models / "whisper-base") == "Whisper base"
    with pytest.raises(ModelError, match="The Whisper that Whisper base needs is not here"):
        read_whisper(models / "whisper-base")
    (listed,) = [model for model in catalog.list_installed(models) if model.folder.parent == models]
    assert "was not downloaded" in listed.problem
    tiny.write_whisper(tmp_path / "hub" / "models--openai--whisper-base" / "snapshots" / commit)
    assert read_whisper(models / "whisper-base").folder.name == commit
    (listed,) = [model for model in catalog.list_installed(models) if model.folder.parent == models]
    assert (listed.name, listed.title, listed.problem) == ("whisper-base", "Whisper base", "")
    assert not listed.has_canvas
    assert catalog.find_whispers(models) == [models / "whisper-base"]
    (models / "whisper-base" / "whisper.json").write_text("{}")
    with pytest.raises(ModelError, match=r"whisper\.json cannot be read"):
        read_whisper(models / "whisper-base")


def test_the_one_that_the_published_model_came_with_is_found(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Whisper is not here"):
        catalog.find_whisper([tmp_path / "models"])
    snapshot = tmp_path / "hub" / "models--openai--whisper-small" / "snapshots" / ("1" * 40)
    tiny.save_encoder(snapshot, tiny.encoder())
    (snapshot.parent.parent / "refs").mkdir()
    (snapshot.parent.parent / "refs" / "main").write_text(snapshot.name)
    with pytest.raises(ModelError, match="Whisper is not here"):
        catalog.find_whisper([tmp_path / "models"])
    tiny.write_whisper(snapshot)
    assert catalog.find_whisper([tmp_path / "models"]) == snapshot
    assert whisper_title(snapshot) == "Whisper small"


def test_its_memory_is_foretold(tmp_path: Path) -> None:
    tiny.write_whisper(tmp_path / "models" / "whisper-tiny")
    entries = {entry.name: entry for entry in list_models(tmp_path / "models")}
    installed, offered = plan_for(entries["whisper-tiny"]), plan_for(entries["whisper-large-v3"])
    assert isinstance(installed, MemoryForecast)
    assert isinstance(offered, MemoryForecast)
    assert installed.needed_bytes < offered.needed_bytes
    if not torch.cuda.is_available():
        assert offered.needed_bytes == 4 * 1_544_000_000 + 1_200_000_000
        assert not offered.gpu
