"""A hub on loopback with a whole tiny model in the published layout, and the window's dialog before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from huggingface_hub import constants

from app.models.catalog import INTERFAZE_SMALL
from app.models.install.access_token import read_token
from app.models.install.file_transfer import RetryPolicy
from app.models.install.hub import Hub
from app.ui.models.dialog import ModelsDialog
from tests.models import stand_ins
from tests.models.conftest import server  # noqa: F401
from tests.models.hub_server import HubServer, Repo
from tests.models.memory_keyring import MemoryKeyring
from tests.models.stand_ins import PROJECTORS, checkpoint_tensors, write_repository

MODEL = replace(INTERFAZE_SMALL, needs=None)
QUICK = RetryPolicy(connect_timeout_s=5, read_timeout_s=3, max_tries=2, initial_backoff_s=0.01, max_backoff_s=0.05)
SHARD = "model.safetensors"
LONG_MS = 120_000
Open = Callable[..., ModelsDialog]


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three repositories as plain folders."""
    root = tmp_path_factory.mktemp("published")
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    adapter = write_repository(root / MODEL.name, checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    return {"adapter": adapter, "backbone": stand_ins.backbone_folder(root), "encoder": stand_ins.encoder_folder(root)}


@pytest.fixture
def cache(
    server: HubServer,  # noqa: F811
    folders: dict[str, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The hub's cache, empty; the repositories are on the server, the adapter's is gated as the real one is."""
    for repository in MODEL.repositories:
        files = {path.name: path.read_bytes() for path in folders[repository.part].iterdir()}
        large = frozenset(name for name in files if name.endswith((".safetensors", ".pt")))
        server.repos[repository.name] = Repo(
            {**files, "LICENSE": b"Do what is right."}, large, repository.asks_for_contact
        )
    server.tokens = {"good", "new"}
    server.repos[MODEL.adapter.name].agreed = {"good"}
    place = tmp_path / "hub"
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(place))
    for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "no token"))
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield place
    keyring.set_keyring(before)


@pytest.fixture
def open_models(qtbot, server: HubServer, cache: Path) -> Open:  # noqa: F811
    """``open_models(app, token="good")`` opens the dialog and waits until it knows what there is."""

    def opened(app, token: str | None = "good", endpoint: str = "") -> ModelsDialog:
        work = app.models_controller.model_tasks
        work.known_models, work.retry_policy = (MODEL,), QUICK
        work.make_hub = lambda given: Hub(given or token or read_token(), cache, endpoint or server.url)
        app.window.actions_by_name["models"].trigger()
        dialog = app.models_controller.dialog
        assert dialog is not None
        qtbot.waitUntil(lambda: MODEL.name in dialog.list.names and len(dialog.placements) >= 2, timeout=LONG_MS)
        dialog.list.choose(MODEL.name)
        return dialog

    return opened
