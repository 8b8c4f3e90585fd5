"""The install manifest: where a model's files came from, which were fetched for it, and which were verified.

Kept as ``install.json`` in the model's folder; while the model is being fetched, beside it as ``.NAME.install.json``.
huggingface_hub keeps none of this: its cache does not know which program fetched a file, nor which model needs it.
"""

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
ManifestBody: TypeAlias = dict[str, Any]
"""The JSON object.

``cache``: folder of the hub's cache. ``repositories``: by name ``commit``, ``part``, ``licence``, ``files`` (path -> [bytes,
etag]), ``fetched`` and ``checked`` (paths). ``files``: those of the model's own folder (path -> [bytes, SHA-256]).
``verified``: when every file was last found right.
"""


@dataclass(frozen=True)
class PartialDownload:
    """A download that was started and is not complete."""

    name: str
    received_bytes: int
    total_bytes: int


@dataclass(frozen=True)
class CachedFile:
    """A file of a model in the hub's cache, whether or not it is there."""

    repository: str
    path: str
    """In the repository."""
    size_bytes: int
    etag: str
    snapshot_path: Path
    blob_path: Path
    fetched: bool
    """Whether it was fetched for this model."""

    @property
    def partial_path(self) -> Path:
        return self.blob_path.with_name(f"{self.blob_path.name}.incomplete")

    @property
    def received_bytes(self) -> int:
        """Bytes that are here: all, or those that an interrupted download left."""
        for path in (self.snapshot_path, self.blob_path, self.partial_path):
            if path.is_file():
                return min(path.stat().st_size, self.size_bytes)
        return 0


class InstallManifest:
    """The manifest of a model that is being fetched, written at the start and after every file: a kill loses nothing."""

    def __init__(self, folder: Path, estimate: DownloadEstimate, hub: Hub) -> None:
        self.pending_path, self.installed_path = pending_path(folder), folder / MANIFEST_FILE
        stored = read_manifest(self.pending_path) or read_manifest(self.installed_path)
        self.body: ManifestBody = stored or {"cache": str(hub.cache), "repositories": {}}
        for part in estimate.repositories:
            if part.listing is None:
                continue
            entry = self._entry(part.repository.name)
            if entry.get("commit") != part.listing.commit:
                entry.update(commit=part.listing.commit, fetched=[], checked=[], part=part.repository.part)
            entry["files"] = {file.path: [file.size_bytes, file.etag] for file in part.listing.files}
            entry["licence"] = part.listing.licence or part.repository.licence
            entry.setdefault("checked", list(entry["fetched"]))

    def is_verified(self, listing: RepositoryListing, path: str) -> bool:
        """Whether a file was compared with its checksum."""
        return path in self._entry(listing.repository)["checked"]

    def mark_verified(self, listing: RepositoryListing, path: str, *, fetched: bool) -> None:
        """Note that a file is here and right, and whether it was fetched for this model or was here before."""
        entry = self._entry(listing.repository)
        entry["checked"] = sorted({*entry["checked"], path})
        if fetched:
            entry["fetched"] = sorted({*entry["fetched"], path})
        self.save_pending()

    def save_pending(self) -> None:
        """Write the manifest of a model that is being fetched."""
        write_manifest(self.pending_path, self.body)

    def finalize(self) -> None:
        """Write the manifest of a model that is complete and verified."""
        self.body["verified"] = utc_timestamp()
        write_manifest(self.installed_path, self.body)
        self.pending_path.unlink(missing_ok=True)

    def _entry(self, repository: str) -> dict[str, Any]:
        entry: dict[str, Any] = self.body["repositories"].setdefault(repository, {})
        return entry


def pending_path(folder: Path) -> Path:
    """Return the path of the manifest while the model for ``folder`` is being fetched."""
    return folder.with_name(f".{folder.name}.{MANIFEST_FILE}")


def read_manifest(path: Path) -> ManifestBody | None:
    """Read a manifest; None where there is none, or it is damaged."""
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
    """Return the commit of each repository whose terms the user accepted when the download was started; empty if none."""
    body = read_manifest(pending_path(models_folder / name)) or {"repositories": {}}
    return {repository: entry["commit"] for repository, entry in body["repositories"].items()}


def partial_downloads(models_folder: Path) -> list[PartialDownload]:
    """List the downloads that were started and not completed, by name."""
    found = []
    for path in sorted(models_folder.glob(f".*.{MANIFEST_FILE}")):
        body = read_manifest(path)
        if body is not None:
            files = list(cached_files(body))
            name = path.name[1 : -len(MANIFEST_FILE) - 1]
            received_bytes = sum(file.received_bytes for file in files)
            found.append(PartialDownload(name, received_bytes, sum(file.size_bytes for file in files)))
    return found


def cached_files(body: ManifestBody) -> Iterator[CachedFile]:
    """Yield every file of a manifest that belongs into the hub's cache."""
    for name, entry in body["repositories"].items():
        folder = _repository_folder(body, name)
        for path, (size_bytes, etag) in entry["files"].items():
            yield CachedFile(
                repository=name,
                path=path,
                size_bytes=int(size_bytes),
                etag=etag,
                snapshot_path=folder / "snapshots" / entry["commit"] / path,
                blob_path=folder / "blobs" / etag,
                fetched=path in entry["fetched"],
            )


def adapter_snapshot(body: ManifestBody) -> tuple[Path, str] | None:
    """Return the folder of the adapter's repository in the hub's cache and its commit; None for a model without one."""
    for name, entry in body["repositories"].items():
        if entry.get("part") == "adapter":
            return _repository_folder(body, name) / "snapshots" / entry["commit"], entry["commit"]
    return None


def _repository_folder(body: ManifestBody, name: str) -> Path:
    """Return the folder of a repository in the hub's cache."""
    from huggingface_hub.file_download import repo_folder_name

    return Path(body["cache"]) / repo_folder_name(repo_id=name, repo_type="model")


def utc_timestamp() -> str:
    """Return the time as manifests have it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")
