"""A model from a folder is copied, converted and verified; the folder is only read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.errors import ModelError
from app.models.install.download import verify_model
from app.models.install.hub import Hub
from app.models.install.hub_errors import DownloadError
from app.models.install.local_import import find_components, import_folder
from app.models.whisper import read_whisper
from app.speech.model.assembly import load_model
from tests.speech import tiny

from .published_model import SHARD, install_model, installed_folder


def test_a_published_model_side_by_side(folders: dict[str, Path], tmp_path: Path) -> None:
    source = tmp_path / "stick"
    for path in folders.values():
        shutil.copytree(path, source / path.name)
    assert set(find_components(source)) == {"adapter", "backbone", "encoder"}
    folder = installed_folder(import_folder(source, tmp_path / "models"))
    assert folder == tmp_path / "models" / "diffusion-gemma-asr-small"
    shutil.rmtree(source)
    load_model(folder)
    assert not list((tmp_path / "models").glob(".importing*"))


def test_a_hubs_cache(hub: Hub, tmp_path: Path) -> None:
    install_model(hub, tmp_path / "first")
    folder = installed_folder(import_folder(hub.cache, tmp_path / "models"))
    shutil.rmtree(hub.cache)
    load_model(folder)


def test_a_damaged_file_of_a_hubs_cache_is_refused(hub: Hub, tmp_path: Path) -> None:
    install_model(hub, tmp_path / "first")
    shard = next(hub.repository_folder("openai/whisper-small").rglob(SHARD)).resolve()
    body = shard.read_bytes()
    shard.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    with pytest.raises(DownloadError) as damaged:
        installed_folder(import_folder(hub.cache, tmp_path / "models"))
    assert damaged.value.kind == "damaged"
    assert list((tmp_path / "models").iterdir()) == []


def test_a_native_model(folders: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(folders["backbone"], tmp_path / "mine" / "backbone")
    (tmp_path / "mine" / "adapter.json").write_text("{}")
    folder = installed_folder(import_folder(tmp_path / "mine", tmp_path / "models"))
    assert (folder / "backbone" / "config.json").is_file()
    with pytest.raises(ModelError, match="installed already"):
        list(import_folder(tmp_path / "mine", tmp_path / "models"))


def test_missing_components_are_named(folders: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"adapter, encoder"):
        list(import_folder(folders["backbone"], tmp_path / "models"))


def test_stopping_leaves_nothing(folders: dict[str, Path], tmp_path: Path) -> None:
    events = import_folder(folders["adapter"].parent, tmp_path / "models")
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert list((tmp_path / "models").iterdir()) == []


def test_a_whole_whisper(tmp_path: Path) -> None:
    source = tmp_path / "stick" / "whisper-tiny"
    tiny.write_whisper(source)
    folder = installed_folder(import_folder(tmp_path / "stick", tmp_path / "models"))
    assert folder == tmp_path / "models" / "whisper-tiny"
    shutil.rmtree(source)
    assert read_whisper(folder).title == "Whisper tiny"
    assert list(verify_model(folder))


def test_an_encoder_alone_is_no_model(tmp_path: Path) -> None:
    tiny.save_encoder(tmp_path / "stick", tiny.encoder())
    config = json.loads((tmp_path / "stick" / "config.json").read_text())
    (tmp_path / "stick" / "config.json").write_text(json.dumps({**config, "model_type": "whisper"}))
    with pytest.raises(ModelError, match="Not found: adapter, backbone"):
        installed_folder(import_folder(tmp_path / "stick", tmp_path / "models"))
