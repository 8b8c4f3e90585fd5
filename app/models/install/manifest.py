"""What is remembered of a model's files: where they came from, which were fetched for it, and which were compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from app.atomic_write import atomic_write

if TYPE_CHECKING:
    from .hub import Hub, RepositoryListing
    from .preflight import DownloadEstimate

MANIFEST_FILE = "install.json"
"""In an installed model's folder; while a model is still being fetched, beside it as ``.NAME.install.json``."""
ManifestBody: TypeAlias = dict[str, Any]
"""``cache``; ``repositories``: by name ``commit``, ``part``, ``licence``, ``files`` (path -> [bytes, etag]), ``fetched`` and
``verify_checksum`` (paths); ``files`` of the model's own folder (path -> [bytes, SHA-256]); ``verified_at``: when all
were right."""


@dataclass(frozen=True)
class PartialDownload:
    """A download that was begun and is not done."""

    name: str
    received_bytes: int
    total_bytes: int


class InstallManifest:
    """Of a model that is being fetched. Written when it is begun and after every file: a kill forgets nothing."""

    def __init__(self, folder: Path, estimate: DownloadEstimate, hub: Hub) -> None:
        self.pending_path, self.installed_path = pending_path(folder), folder / MANIFEST_FILE
        found = read_manifest(self.pending_path) or read_manifest(self.installed_path)
        self.body: ManifestBody = found or {"cache": str(hub.cache), "repositories": {}}
        for part in estimate.repositories:
            if part.listing is None:
                continue
            known = self.body["repositories"].setdefault(part.repository.name, {})
            if known.get("commit") != part.listing.commit:
                known.update(commit=part.listing.commit, fetched=[], checked=[], part=part.repository.part)
            known["files"] = {file.path: [file.size_bytes, file.etag] for file in part.listing.files}
            known["licence"] = part.listing.licence or part.repository.licence
            known.setdefault("checked", list(known["fetched"]))

    def is_verified(self, listing: RepositoryListing, path: str) -> bool:
        """Whether a file was compared with its checksum."""
        return path in self.body["repositories"][listing.repository]["checked"]

    def mark_verified(self, listing: RepositoryListing, path: str, *, fetched: bool) -> None:
        """A file is here and right; ``fetched`` for this model, or it was here before."""
        known = self.body["repositories"][listing.repository]
        known["checked"] = sorted({*known["checked"], path})
        if fetched:
            known["fetched"] = sorted({*known["fetched"], path})
        self.save_pending()

    def save_pending(self) -> None:
        """Write that the model is being fetched."""
        write_manifest(self.pending_path, self.body)

    def finalize(self) -> None:
        """Write that it is whole, and every file compared."""
        self.body["verified"] = utc_timestamp()
        write_manifest(self.installed_path, self.body)
        self.pending_path.unlink(missing_ok=True)


def pending_path(folder: Path) -> Path:
    """Where a model that is to be in ``folder`` is remembered while it is fetched."""
    return folder.with_name(f".{folder.name}.{MANIFEST_FILE}")


def read_manifest(path: Path) -> ManifestBody | None:
    """A model's record; None where there is none that makes sense."""
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return body if isinstance(body, dict) and isinstance(body.get("repositories"), dict) else None


def write_manifest(path: Path, body: ManifestBody) -> None:
    """Write a manifest atomically; raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as temporary:
        temporary.write_text(json.dumps(body, indent=1), encoding="utf-8")


def agreed_commits(models_folder: Path, name: str) -> dict[str, str]:
    """The commit of each repository that somebody agreed to when the download was begun; empty where none was."""
    body = read_manifest(pending_path(models_folder / name)) or {"repositories": {}}
    return {repository: about["commit"] for repository, about in body["repositories"].items()}


def partial_downloads(models_folder: Path) -> list[PartialDownload]:
    """The downloads that were begun and not finished, by name."""
    found = []
    for path in sorted(models_folder.glob(f".*.{MANIFEST_FILE}")):
        body = read_manifest(path)
        if body is not None:
            sizes = list(_file_sizes(body))
            name = path.name[1 : -len(MANIFEST_FILE) - 1]
            found.append(PartialDownload(name, sum(have for have, _ in sizes), sum(total for _, total in sizes)))
    return found


def cached_files(body: ManifestBody) -> Iterator[tuple[str, str, Path, Path, bool]]:
    """(repository, path, in the snapshot, blob, whether fetched for it) of every file a record knows of."""
    from huggingface_hub.file_download import repo_folder_name

    for name, about in body["repositories"].items():
        folder = Path(body["cache"]) / repo_folder_name(repo_id=name, repo_type="model")
        for path, (_, etag) in about["files"].items():
            yield (
                name,
                path,
                folder / "snapshots" / about["commit"] / path,
                folder / "blobs" / etag,
                path in about["fetched"],
            )


def _file_sizes(body: ManifestBody) -> Iterator[tuple[int, int]]:
    """(bytes that are here, all bytes) of each file."""
    for name, path, snapshot, blob, _ in cached_files(body):
        total = int(body["repositories"][name]["files"][path][0])
        places = (snapshot, blob, blob.with_name(f"{blob.name}.incomplete"))
        have = next((place.stat().st_size for place in places if place.is_file()), 0)
        yield min(have, total), total


def utc_timestamp() -> str:
    """The time as records have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
