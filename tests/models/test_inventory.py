"""What the shelf says of models, and what records remember of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models import forecast
from app.models.catalog import INTERFAZE_SMALL
from app.models.install.manifest import partial_downloads, pending_path, read_manifest, write_manifest
from app.models.inventory import list_models
from app.paths import bundled_models

COMMIT = "0" * 40


def record(cache: Path, fetched: list[str]) -> dict:
    return {
        "cache": str(cache),
        "verified": "2026-11-22T05:00:00+00:00",
        "repositories": {
            "openai/whisper-small": {
                "commit": COMMIT,
                "part": "encoder",
                "licence": "mit",
                "files": {"model.safetensors": [3_000_000_000, "e" * 64], "config.json": [2, "c" * 40]},
                "fetched": fetched,
                "checked": fetched,
            }
        },
    }


def test_bundled_models_come_first_then_what_can_be_had(tmp_path: Path) -> None:
    models = list_models(tmp_path / "none")
    assert [model.origin for model in models] == ["bundled"] * len(bundled_models()) + ["offered"]
    offered = models[-1]
    assert offered.folder is None
    assert offered.partial is None
    assert offered.size_bytes == INTERFAZE_SMALL.size_bytes > 2**31
    assert [part.asks_for_contact for part in offered.repositories] == [True, False, False]
    assert not models[0].verifiable


def test_an_adapter_that_somebody_put_there_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "adapter.json").write_text('{"title": "Mine", "languages": ["de"]}')
    mine = list_models(tmp_path)[-1]
    assert (mine.origin, mine.title, mine.verifiable, mine.verified_at) == ("own", "Mine", False, "")


def test_what_lies_in_the_cache_belongs_to_the_model(tmp_path: Path) -> None:
    folder, cache = tmp_path / "models" / INTERFAZE_SMALL.name, tmp_path / "hub"
    folder.mkdir(parents=True)
    (folder / "adapter.json").write_text('{"title": "Interfaze small", "languages": ["en"]}')
    blob = cache / "models--openai--whisper-small" / "blobs" / ("e" * 64)
    blob.parent.mkdir(parents=True)
    blob.write_bytes(b"x" * 1000)
    write_manifest(folder / "install.json", record(cache, ["model.safetensors"]))
    model = next(each for each in list_models(tmp_path / "models") if each.name == INTERFAZE_SMALL.name)
    own_bytes = sum(path.stat().st_size for path in folder.iterdir())
    assert model.size_bytes == own_bytes + 1000
    assert model.verified_at.startswith("2026-11-22")
    assert [(part.name, part.revision, part.licence) for part in model.repositories] == [
        ("openai/whisper-small", COMMIT, "mit")
    ]


def test_an_unfinished_download_is_known_by_what_lies_there(tmp_path: Path) -> None:
    cache, models = tmp_path / "hub", tmp_path / "models"
    partial = cache / "models--openai--whisper-small" / "blobs" / f"{'e' * 64}.incomplete"
    partial.parent.mkdir(parents=True)
    partial.write_bytes(b"x" * 700)
    write_manifest(pending_path(models / "big"), record(cache, []))
    (found,) = partial_downloads(models)
    assert (found.name, found.received_bytes, found.total_bytes) == ("big", 700, 3_000_000_002)
    pending_path(models / "big").write_text("{")
    assert read_manifest(pending_path(models / "big")) is None
    assert partial_downloads(models) == []


def test_what_brings_its_own_backbone_needs_nothing_special() -> None:
    pytest.importorskip("torch")
    assert forecast.model_memory_needs(bundled_models()[0]) is None
    assert forecast.plan_for(list_models(Path("/nowhere"))[0]) is None


def test_the_big_model_is_weighed_by_the_catalogue() -> None:
    plan = forecast.plan_for(list_models(Path("/nowhere"))[-1])
    assert plan is not None
    assert [option.mode for option in plan.options] == ["bf16", "int4", "offload", "cpu"]
