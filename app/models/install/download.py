"""Install a model from the hub: fetch, verify and convert its repositories; verify and uninstall what was installed."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from app.errors import ModelError

from .file_transfer import VERIFYING, FileProgress, RetryPolicy, fetch_file, verify_checksum
from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import DownloadError
from .manifest import (
    MANIFEST_FILE,
    InstallManifest,
    ManifestBody,
    cached_files,
    pending_path,
    read_manifest,
    utc_timestamp,
    write_manifest,
)
from .preflight import DownloadEstimate, files_in_download_order

SPEED_WINDOW_S = 10.0


@dataclass(frozen=True)
class InstallProgress:
    """Progress of a download, an import or a verification. Bytes are plain ints: a window must not cut them to 32 bits."""

    repository: str
    path: str
    """The current file."""
    file_done_bytes: int
    file_total_bytes: int
    done_bytes: int
    total_bytes: int
    """Of all files, those included that were here before."""
    bytes_per_s: float | None = None
    """Measured over the last ``SPEED_WINDOW_S``; None while too little is known."""
    remaining_s: float | None = None
    """At this speed."""
    waiting_reason: str = ""
    """Why no bytes arrive at the moment, a sentence; else empty."""


@dataclass(frozen=True)
class Installed:
    """The end of a download or an import."""

    folder: Path
    """The model's, as ``load_model`` takes it."""


class SpeedMeter:
    """Measures bytes per second over the last ``SPEED_WINDOW_S``."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def update(self, done_bytes: int, at_s: float | None = None) -> float | None:
        """Add a sample and return bytes per second; None while the samples span less than a second."""
        now_s = monotonic() if at_s is None else at_s
        if self._samples and done_bytes < self._samples[-1][1]:  # a damaged file is fetched from its beginning
            self._samples.clear()
        self._samples.append((now_s, done_bytes))
        while now_s - self._samples[0][0] > SPEED_WINDOW_S:
            self._samples.popleft()
        first_s, first_bytes = self._samples[0]
        return (done_bytes - first_bytes) / (now_s - first_s) if now_s - first_s >= 1 else None


def download(
    estimate: DownloadEstimate,
    hub: Hub,
    models_folder: Path,
    retry_policy: RetryPolicy = RetryPolicy(),  # noqa: B008
) -> Iterator[InstallProgress | Installed]:
    """Fetch the missing files of a model and install it in ``models_folder``.

    Closing the iterator pauses or cancels: all bytes that came are kept, and the next download continues there, also after
    the process was killed. ``huggingface_hub.snapshot_download`` cannot: see ``file_transfer.fetch_file``.

    Yields:
        Progress, and ``Installed`` at the end.

    Raises:
        DownloadError: the hub, the network or the disk fails.
        ModelError: the repositories hold no adapter that can be read.
    """
    if estimate.problems:
        raise estimate.problems[0]
    files = files_in_download_order(estimate)
    total_bytes = sum(file.size_bytes for _, _, file in files)
    manifest = InstallManifest(models_folder / estimate.model.name, estimate, hub)
    manifest.save_pending()
    cached = {(listing.repository, file.path) for _, listing, file in files if hub.is_cached(listing, file)}
    before_bytes, speed, adapter_checked = 0, SpeedMeter(), False
    for _, listing, file in files:
        if file.path.endswith(".safetensors") and not adapter_checked:
            _check_adapter_readable(estimate, hub)
            adapter_checked = True
        present = (listing.repository, file.path) in cached and (
            manifest.is_verified(listing, file.path)
            or (yield from _verify_cached(hub, listing, file, before_bytes, total_bytes))
        )
        meter = None if present else speed
        for received in fetch_file(hub, listing, file, retry_policy):
            done_bytes = before_bytes + received.received_bytes
            yield _progress(listing.repository, file, received, done_bytes, total_bytes, meter)
        before_bytes += file.size_bytes
        if not manifest.is_verified(listing, file.path):
            manifest.mark_verified(listing, file.path, fetched=not present)
    for part in estimate.repositories:
        if part.listing is not None:
            hub.write_ref(part.listing, part.repository.revision)
    folder = _convert(estimate, hub, models_folder)
    manifest.finalize()
    yield Installed(folder)


def _verify_cached(
    hub: Hub, listing: RepositoryListing, file: RemoteFile, before_bytes: int, total_bytes: int
) -> Generator[InstallProgress, None, bool]:
    """Return whether a file that another program put into the cache is right; a wrong one is deleted."""
    snapshot_path = hub.snapshot_folder(listing) / file.path
    path = snapshot_path if snapshot_path.is_file() else hub.blob_path(listing, file)
    progress = InstallProgress(
        repository=listing.repository,
        path=file.path,
        file_done_bytes=file.size_bytes,
        file_total_bytes=file.size_bytes,
        done_bytes=before_bytes + file.size_bytes,
        total_bytes=total_bytes,
        waiting_reason=VERIFYING,
    )
    right = yield from _compare(path, file, progress)
    if not right:
        hub.delete_cached(listing, file)
    return right


def _compare(path: Path, file: RemoteFile, progress: InstallProgress) -> Generator[InstallProgress, None, bool]:
    """Return whether a file's checksum is right; yields ``progress`` meanwhile."""
    comparison = verify_checksum(path, file)
    while True:
        try:
            next(comparison)
        except StopIteration as end:
            return bool(end.value)
        yield progress


def _snapshot_folders(estimate: DownloadEstimate, hub: Hub) -> dict[str, Path]:
    """Return the folders of a model's parts in the cache."""
    return {
        part.repository.part: hub.snapshot_folder(part.listing)
        for part in estimate.repositories
        if part.listing is not None
    }


def _check_adapter_readable(estimate: DownloadEstimate, hub: Hub) -> None:
    """Read the adapter with the small files, before tens of gigabytes are fetched that could not be used. ``ModelError``."""
    from app.models.adapter.published import read_published

    folders = _snapshot_folders(estimate, hub)
    if estimate.model.is_whisper:
        return
    read_published(folders["adapter"], folders["backbone"], folders["encoder"])


def _convert(estimate: DownloadEstimate, hub: Hub, models_folder: Path) -> Path:
    """Write the model's own folder from the repositories in the cache and return it."""
    from app.models.adapter.published import convert_to_native

    folder = models_folder / estimate.model.name
    if estimate.model.is_whisper:
        return _link_whisper(estimate, folder)
    folders = _snapshot_folders(estimate, hub)
    if set(folders) != {"adapter", "backbone", "encoder"}:
        raise ModelError(
            "{model} is not complete.", "Its parts are not all here.", "Download it again.", model=estimate.model.title
        )
    convert_to_native(folders["adapter"], folders["backbone"], folders["encoder"], folder)
    return folder


def _link_whisper(estimate: DownloadEstimate, folder: Path) -> Path:
    """Write the folder of a Whisper, which names its snapshot in the cache. Raises ``ModelError`` if that is not whole."""
    from app.models.whisper import read_whisper, write_link

    (part,) = estimate.repositories
    assert part.listing is not None
    write_link(folder, estimate.model.title, part.listing.repository, part.listing.commit)
    try:
        read_whisper(folder)
    except ModelError:
        shutil.rmtree(folder)
        raise
    return folder


def verify_model(folder: Path) -> Iterator[InstallProgress]:
    """Compare every file of an installed model with the checksum in its manifest, without network.

    The result is noted in the manifest: files that are right are not verified again by a download, a wrong one is fetched
    again. ``HfApi.verify_repo_checksums`` asks the hub, cannot be interrupted, reports nothing before its end, and takes
    files that were deliberately not fetched for missing.

    Raises:
        DownloadError: of kind ``damaged``, at the first file that is wrong or gone.
        ModelError: the model has no manifest.
    """
    manifest = read_manifest(folder / MANIFEST_FILE)
    if manifest is None:
        raise ModelError(
            "{folder} cannot be verified.",
            "Nothing is known about where its files came from.",
            "Download it again, or trust whoever gave it to you.",
            folder=folder,
        )
    files = [
        (cached.repository, cached.snapshot_path, RemoteFile(cached.path, cached.size_bytes, cached.etag))
        for cached in cached_files(manifest)
    ]
    files += [("", folder / path, RemoteFile(path, *entry)) for path, entry in manifest.get("files", {}).items()]
    total_bytes, before_bytes = sum(file.size_bytes for _, _, file in files), 0
    for repository, path, file in files:
        progress = InstallProgress(repository, file.path, 0, file.size_bytes, before_bytes, total_bytes)
        if not path.is_file() or not (yield from _compare(path, file, progress)):
            _mark_damaged(manifest, repository, file.path)
            write_manifest(folder / MANIFEST_FILE, manifest)
            raise _damaged_error(file.path, repository)
        before_bytes += file.size_bytes
        yield InstallProgress(repository, file.path, file.size_bytes, file.size_bytes, before_bytes, total_bytes)
    manifest["verified"] = utc_timestamp()
    write_manifest(folder / MANIFEST_FILE, manifest)


def _mark_damaged(manifest: ManifestBody, repository: str, path: str) -> None:
    manifest.pop("verified", None)
    if repository:
        entry = manifest["repositories"][repository]
        entry["checked"] = [checked for checked in entry.get("checked", []) if checked != path]


def _damaged_error(path: str, repository: str) -> DownloadError:
    if not repository:
        return DownloadError(
            "damaged",
            "{file} is damaged or gone.",
            "It is not what was imported.",
            "Delete the model and import it again.",
            file=path,
        )
    return DownloadError(
        "damaged",
        "{file} is damaged or gone.",
        "It is not what {repository} holds.",
        "Download the model again: only what is wrong is fetched.",
        file=path,
        repository=repository,
    )


def uninstall(folder: Path) -> int:
    """Delete an installed model: its folder and the cached files that were fetched for it alone.

    Cached files that were there before or that another installed model needs are kept; a link is removed, not its target.
    ``HFCacheInfo.delete_revisions`` deletes whole revisions, whoever fetched or needs them.

    Returns:
        The number of bytes freed.
    """
    manifest = read_manifest(folder / MANIFEST_FILE)
    if folder.is_symlink():
        folder.unlink()
        return 0
    freed_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if manifest is not None:
        freed_bytes += _delete_fetched_files(manifest, folder)
    shutil.rmtree(folder)
    return freed_bytes


def abort_download(models_folder: Path, name: str) -> int:
    """Delete the files that an incomplete download fetched; returns the number of bytes freed.

    Where the model is installed, and the download was to repair it, complete files are kept.
    """
    pending = pending_path(models_folder / name)
    manifest = read_manifest(pending)
    if manifest is None:
        return 0
    freed_bytes = _delete_files(*(file.partial_path for file in cached_files(manifest)))
    if not (models_folder / name).exists():
        freed_bytes += _delete_fetched_files(manifest, models_folder / name)
    pending.unlink(missing_ok=True)
    return freed_bytes


def _delete_fetched_files(manifest: ManifestBody, folder: Path) -> int:
    """Delete the cached files that were fetched for the model in ``folder`` and that no other model beside it needs."""
    other_paths = [*folder.parent.glob(f"*/{MANIFEST_FILE}"), *folder.parent.glob(f".*.{MANIFEST_FILE}")]
    needed = {
        (file.repository, file.path)
        for path in other_paths
        if path.parent != folder and path != pending_path(folder)
        for file in cached_files(read_manifest(path) or {"cache": "", "repositories": {}})
    }
    freed_bytes = 0
    for file in cached_files(manifest):
        if file.fetched and (file.repository, file.path) not in needed:
            freed_bytes += _delete_files(file.snapshot_path, file.blob_path)
    for name in manifest["repositories"]:
        _delete_empty_folders(Hub(cache=Path(manifest["cache"])).repository_folder(name))
    return freed_bytes


def _delete_files(*paths: Path) -> int:
    """Delete files and links, whether or not they exist; returns the bytes of the files."""
    freed_bytes = 0
    for path in paths:
        if path.is_file() and not path.is_symlink():
            freed_bytes += path.stat().st_size
        path.unlink(missing_ok=True)
    return freed_bytes


def _delete_empty_folders(repository: Path) -> None:
    """Delete the empty folders of a cached repository, and the rest of it once only names of commits are left."""
    for folder in sorted((path for path in repository.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    if not (repository / "blobs").exists() and not (repository / "snapshots").exists():
        shutil.rmtree(repository, ignore_errors=True)


def _progress(
    repository: str,
    file: RemoteFile,
    received: FileProgress,
    done_bytes: int,
    total_bytes: int,
    speed: SpeedMeter | None,
) -> InstallProgress:
    bytes_per_s = speed.update(done_bytes) if speed is not None else None
    return InstallProgress(
        repository=repository,
        path=file.path,
        file_done_bytes=received.received_bytes,
        file_total_bytes=file.size_bytes,
        done_bytes=done_bytes,
        total_bytes=total_bytes,
        bytes_per_s=bytes_per_s,
        remaining_s=(total_bytes - done_bytes) / bytes_per_s if bytes_per_s else None,
        waiting_reason=received.waiting_reason,
    )
