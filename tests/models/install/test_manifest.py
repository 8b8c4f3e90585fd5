"""Manifests survive a kill, and tell how far an interrupted download came."""

from __future__ import annotations

from pathlib import Path

from app.models.install.manifest import (
    PartialDownload,
    agreed_commits,
    cached_files,
    partial_downloads,
    pending_path,
    read_manifest,
    write_manifest,
)
from tests.models.manifests import COMMIT, manifest


def test_a_partial_download_counts_the_bytes_in_the_cache(tmp_path: Path) -> None:
    cache, models = tmp_path / "hub", tmp_path / "models"
    partial = cache / "models--openai--whisper-small" / "blobs" / f"{'e' * 64}.incomplete"
    partial.parent.mkdir(parents=True)
    partial.write_bytes(b"x" * 700)
    write_manifest(pending_path(models / "big"), manifest(cache, []))
    assert partial_downloads(models) == [PartialDownload("big", 700, 3_000_000_002)]
    assert agreed_commits(models, "big") == {"openai/whisper-small": COMMIT}
    assert agreed_commits(models, "other") == {}


def test_a_damaged_manifest_counts_as_none(tmp_path: Path) -> None:
    path = pending_path(tmp_path / "big")
    for content in ("{", "[]", '{"repositories": 1}'):
        path.write_text(content)
        assert read_manifest(path) is None
        assert partial_downloads(tmp_path) == []


def test_each_file_of_a_manifest_has_its_paths_in_the_cache(tmp_path: Path) -> None:
    weights, config = cached_files(manifest(tmp_path, ["model.safetensors"]))
    folder = tmp_path / "models--openai--whisper-small"
    assert (weights.path, weights.size_bytes, weights.fetched) == ("model.safetensors", 3_000_000_000, True)
    assert weights.snapshot_path == folder / "snapshots" / COMMIT / "model.safetensors"
    assert weights.partial_path == folder / "blobs" / f"{'e' * 64}.incomplete"
    assert (config.path, config.fetched, config.received_bytes) == ("config.json", False, 0)
