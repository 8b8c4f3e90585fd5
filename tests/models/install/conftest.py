"""The published model's three repositories, as folders and on a hub on loopback."""

from __future__ import annotations

from pathlib import Path

import pytest
from huggingface_hub import constants

from app.models.install.hub import Hub
from tests.models import stand_ins
from tests.models.hub_server import HubServer, Repo

from .published_model import MODEL


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three repositories as plain folders, by component."""
    root = tmp_path_factory.mktemp("published")
    source = stand_ins.make_source_model(next(iter(stand_ins.PROJECTORS)))
    tensors = stand_ins.checkpoint_tensors(source, stand_ins.peft_keys, "projector.")
    adapter = stand_ins.write_repository(root / "diffusion-gemma-asr-small", tensors)
    return {"adapter": adapter, "backbone": stand_ins.backbone_folder(root), "encoder": stand_ins.encoder_folder(root)}


@pytest.fixture
def hub(server: HubServer, folders: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """All three repositories on the server; the adapter's is gated, as the real one is."""
    for repository in MODEL.repositories:
        files = {path.name: path.read_bytes() for path in folders[repository.part].iterdir()}
        lfs_paths = frozenset(name for name in files if name.endswith((".safetensors", ".pt")))
        server.repos[repository.name] = Repo(
            {**files, "LICENSE": b"Do what is right."}, lfs_paths, repository.asks_for_contact
        )
    server.tokens = {"good", "new"}
    server.repos[MODEL.adapter.name].agreed = {"good"}
    cache = tmp_path / "hub"
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    return Hub("good", cache, server.url)
