"""The inventory lists bundled, offered and own models, with their files in the hub's cache."""

from __future__ import annotations

from pathlib import Path

from app.models.catalog import CATALOG, INTERFAZE_SMALL
from app.models.install.manifest import write_manifest
from app.models.inventory import list_models
from app.paths import bundled_models

from .manifests import COMMIT, manifest


def test_bundled_models_come_first_then_offered_ones(tmp_path: Path) -> None:
    models = list_models(tmp_path / "none")
    assert [model.origin for model in models] == ["bundled"] * len(bundled_models()) + ["offered"] * len(CATALOG)
    offered = models[-1]
    assert offered.folder is None
    assert offered.partial is None
    assert offered.size_bytes == INTERFAZE_SMALL.size_bytes > 2**31
    assert [part.asks_for_contact for part in offered.repositories] == [True, False, False]
    assert not models[0].verifiable


def test_a_model_without_a_manifest_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "adapter.json").write_text('{"title": "Mine", "languages": ["de"]}')
    mine = list_models(tmp_path)[-1]
    assert (mine.origin, mine.title, mine.verifiable, mine.verified_at) == ("own", "Mine", False, "")


def test_files_in_the_cache_count_to_the_model(tmp_path: Path) -> None:
    folder, cache = tmp_path / "models" / INTERFAZE_SMALL.name, tmp_path / "hub"
    folder.mkdir(parents=True)
    (folder / "adapter.json").write_text('{"title": "Interfaze small", "languages": ["en"]}')
    blob = cache / "models--openai--whisper-small" / "blobs" / ("e" * 64)
    blob.parent.mkdir(parents=True)
    blob.write_bytes(b"x" * 1000)
    write_manifest(folder / "install.json", manifest(cache, ["model.safetensors"]))
    model = next(each for each in list_models(tmp_path / "models") if each.name == INTERFAZE_SMALL.name)
    own_bytes = sum(path.stat().st_size for path in folder.iterdir())
    assert model.size_bytes == own_bytes + 1000
    assert model.verified_at.startswith("2026-11-22")
    assert [(part.name, part.revision, part.licence) for part in model.repositories] == [
        ("openai/whisper-small", COMMIT, "mit")
    ]
