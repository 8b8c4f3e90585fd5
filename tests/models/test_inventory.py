"""What the shelf says of models, and what records remember of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models import forecast
from app.models.catalog import INTERFAZE_SMALL
from app.models.install.manifest import pending_path, read_record, unfinished, write_record
from app.models.inventory import shelf
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
    models = shelf(tmp_path / "none")
    assert [model.place for model in models] == ["bundled"] * len(bundled_models()) + ["offered"]
    offered = models[-1]
    assert offered.folder is None
    assert offered.begun is None
    assert offered.size_bytes == INTERFAZE_SMALL.size_bytes > 2**31
    assert [part.asks_for_contact for part in offered.parts] == [True, False, False]
    assert not models[0].checkable


def test_an_adapter_that_somebody_put_there_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "adapter.json").write_text('{"title": "Mine", "languages": ["de"]}')
    mine = shelf(tmp_path)[-1]
    assert (mine.place, mine.title, mine.checkable, mine.verified) == ("own", "Mine", False, "")


def test_what_lies_in_the_cache_belongs_to_the_model(tmp_path: Path) -> None:
    folder, cache = tmp_path / "models" / INTERFAZE_SMALL.name, tmp_path / "hub"
    folder.mkdir(parents=True)
    (folder / "adapter.json").write_text('{"title": "Interfaze small", "languages": ["en"]}')
    blob = cache / "models--openai--whisper-small" / "blobs" / ("e" * 64)
    blob.parent.mkdir(parents=True)
    blob.write_bytes(b"x" * 1000)
    write_record(folder / "install.json", record(cache, ["model.safetensors"]))
    model = next(each for each in shelf(tmp_path / "models") if each.name == INTERFAZE_SMALL.name)
    own_bytes = sum(path.stat().st_size for path in folder.iterdir())
    assert model.size_bytes == own_bytes + 1000
    assert model.verified.startswith("2026-11-22")
    assert [(part.name, part.revision, part.licence) for part in model.parts] == [
        ("openai/whisper-small", COMMIT, "mit")
    ]


def test_an_unfinished_download_is_known_by_what_lies_there(tmp_path: Path) -> None:
    cache, models = tmp_path / "hub", tmp_path / "models"
    partial = cache / "models--openai--whisper-small" / "blobs" / f"{'e' * 64}.incomplete"
    partial.parent.mkdir(parents=True)
    partial.write_bytes(b"x" * 700)
    write_record(pending_path(models / "big"), record(cache, []))
    (found,) = unfinished(models)
    assert (found.name, found.have_bytes, found.total_bytes) == ("big", 700, 3_000_000_002)
    pending_path(models / "big").write_text("{")
    assert read_record(pending_path(models / "big")) is None
    assert unfinished(models) == []


def test_what_brings_its_own_backbone_needs_nothing_special() -> None:
    pytest.importorskip("torch")
    assert forecast.needs_in(bundled_models()[0]) is None
    assert forecast.outlook(shelf(Path("/nowhere"))[0]) is None


def test_the_big_model_is_weighed_by_the_catalogue() -> None:
    plan = forecast.outlook(shelf(Path("/nowhere"))[-1])
    assert plan is not None
    assert [option.way for option in plan.options] == ["bf16", "int4", "offload", "cpu"]
