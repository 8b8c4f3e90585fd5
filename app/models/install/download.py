"""A model from the hub: all its parts fetched, checked and put together, telling how far it is and how fast."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from app.errors import ModelError

from .file_transfer import FileProgress, RetryPolicy, fetch_file, verify_checksum
from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import DownloadError
from .manifest import (
    MANIFEST_FILE,
    InstallManifest,
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
    """How far a download, an import or a check is. Bytes are plain ints: a window must not cut them to 32 bits."""

    repository: str
    path: str
    """The file at hand."""
    file_done_bytes: int
    file_total_bytes: int
    done_bytes: int
    total_bytes: int
    """Of all files, those included that were here before."""
    bytes_per_s: float | None = None
    """Bytes per second, measured over the last moments; None while too little is known."""
    remaining_s: float | None = None
    """Seconds until all is here at this speed."""
    waiting_reason: str = ""
    """Why nothing comes at the moment, a sentence; else empty."""


@dataclass(frozen=True)
class Installed:
    """The end of a download or an import."""

    folder: Path
    """Of the model, as ``load_model`` takes it."""


class SpeedMeter:
    """Bytes per second over the last moments."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, int]] = deque()

    def update(self, done_bytes: int, at_s: float | None = None) -> float | None:
        """Note how much is done now; None while less than a second is known."""
        now_s = monotonic() if at_s is None else at_s
        if self._samples and done_bytes < self._samples[-1][1]:  # a damaged file begins anew
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
    """Fetch what is missing of a model and install it in ``models``; the last event is ``Installed``.

    Closing the iterator is pause and cancel: all that came is kept, and the next download goes on there, also after the
    process was killed. Raises ``DownloadError`` and ``ModelError``.
    """
    if estimate.problems:
        raise estimate.problems[0]
    todo = files_in_download_order(estimate)
    total = sum(file.size_bytes for _, _, file in todo)
    before, speed, understood = 0, SpeedMeter(), False
    record = InstallManifest(models_folder / estimate.model.name, estimate, hub)
    record.save_pending()
    here = {(listing.repository, file.path) for _, listing, file in todo if hub.is_cached(listing, file)}
    for _, listing, file in todo:
        if file.path.endswith(".safetensors") and not understood:
            _check_adapter_readable(estimate, hub)
            understood = True
        right = (listing.repository, file.path) in here and (
            record.is_verified(listing, file.path) or (yield from _verify_cached(hub, listing, file, before, total))
        )
        for arrived in fetch_file(hub, listing, file, retry_policy):
            done = before + arrived.received_bytes
            yield _progress(listing, file.path, arrived, file.size_bytes, done, total, None if right else speed)
        before += file.size_bytes
        if not record.is_verified(listing, file.path):
            record.mark_verified(listing, file.path, fetched=not right)
    for part in estimate.repositories:
        if part.listing is not None:
            hub.write_ref(part.listing, part.repository.revision)
    yield Installed(install_from_cache(estimate, hub, models_folder, record))


def _verify_cached(
    hub: Hub, listing: RepositoryListing, file: RemoteFile, before: int, total: int
) -> Generator[InstallProgress, None, bool]:
    """Whether a file that somebody else put into the cache is right; one that is not is thrown away."""
    place = hub.snapshot_folder(listing) / file.path
    checking = verify_checksum(place if place.is_file() else hub.blob_path(listing, file), file)
    while True:
        try:
            arrived = next(checking)
        except StopIteration as end:
            if not end.value:
                hub.delete_cached(listing, file)
            return bool(end.value)
        done = before + file.size_bytes
        yield _progress(listing, file.path, arrived, file.size_bytes, done, total, None)


def _check_adapter_readable(quote: DownloadEstimate, hub: Hub) -> None:
    """Read the adapter with all small files, before tens of gigabytes are fetched that nobody could use. ``ModelError``."""
    from app.models.adapter.published import read_published

    folders = {part.repository.part: hub.snapshot_folder(part.listing) for part in quote.repositories if part.listing}
    read_published(folders["adapter"], folders["backbone"], folders["encoder"])


def install_from_cache(estimate: DownloadEstimate, hub: Hub, models_folder: Path, manifest: InstallManifest) -> Path:
    """Make the model's own folder of parts that are all here."""
    from app.models.adapter.published import convert_to_native as install_published

    folders = {
        part.repository.part: hub.snapshot_folder(part.listing) for part in estimate.repositories if part.listing
    }
    if set(folders) != {"adapter", "backbone", "encoder"}:
        raise ModelError(
            "{model} is not complete.", "Its parts are not all here.", "Download it again.", model=estimate.model.title
        )
    folder = models_folder / estimate.model.name
    install_published(folders["adapter"], folders["backbone"], folders["encoder"], folder)
    manifest.finalize()
    return folder


def discard_partial(quote: DownloadEstimate, hub: Hub) -> int:
    """Throw away what unfinished files left; returns how many bytes that freed."""
    freed = 0
    for _, listing, file in files_in_download_order(quote):
        partial = hub.partial_path(listing, file)
        if partial.is_file():
            freed += partial.stat().st_size
            partial.unlink()
    return freed


def verify_model(folder: Path) -> Iterator[InstallProgress]:
    """Compare every file of an installed model with the checksum it was fetched with, and note it: what is right is not
    compared again by a download, what is wrong is fetched anew. ``DownloadError`` where one differs.
    """
    record = read_manifest(folder / MANIFEST_FILE)
    if record is None:
        raise ModelError(
            "{folder} cannot be verified.",
            "Nothing is known about where its files came from.",
            "Download it again, or trust whoever gave it to you.",
            folder=folder,
        )
    every = [
        (name, place, RemoteFile(path, *record["repositories"][name]["files"][path]))
        for name, path, place, _, _ in cached_files(record)
    ]
    every += [("", folder / path, RemoteFile(path, *about)) for path, about in record.get("files", {}).items()]
    total, before = sum(file.size_bytes for _, _, file in every), 0
    for name, place, file in every:
        right = place.is_file()
        if right:
            checking = verify_checksum(place, file)
            try:
                while True:
                    next(checking)
                    yield InstallProgress(name, file.path, 0, file.size_bytes, before, total)
            except StopIteration as end:
                right = end.value
        if not right:
            record.pop("verified", None)
            if name:
                about = record["repositories"][name]
                about["checked"] = [path for path in about.get("checked", []) if path != file.path]
            write_manifest(folder / MANIFEST_FILE, record)
            raise _damaged_error(file.path, name)
        before += file.size_bytes
        yield InstallProgress(name, file.path, file.size_bytes, file.size_bytes, before, total)
    record["verified"] = utc_timestamp()
    write_manifest(folder / MANIFEST_FILE, record)


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
    """Delete an installed model: its folder and what was fetched for it alone. Returns how many bytes that freed.

    What was in the shared cache before, or belongs to another installed model too, stays. A link is taken away, and what it
    leads to stays.
    """
    record = read_manifest(folder / MANIFEST_FILE)
    if folder.is_symlink():
        folder.unlink()
        return 0
    freed = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if record is not None:
        freed += _delete_fetched_files(record, folder)
    shutil.rmtree(folder)
    return freed


def abort_download(models_folder: Path, name: str) -> int:
    """Throw away what a download that is not done has fetched; returns how many bytes that freed.

    Where the model is installed, and the download only was to mend it, whole files stay.
    """
    pending = pending_path(models_folder / name)
    record = read_manifest(pending)
    if record is None:
        return 0
    freed = 0
    for _, _, _, blob, _ in cached_files(record):
        partial = blob.with_name(f"{blob.name}.incomplete")
        if partial.is_file():
            freed += partial.stat().st_size
            partial.unlink()
    if not (models_folder / name).exists():
        freed += _delete_fetched_files(record, models_folder / name)
    pending.unlink(missing_ok=True)
    return freed


def _delete_fetched_files(record: dict, folder: Path) -> int:
    """Delete from the cache what was fetched for the model in ``folder`` and belongs to no other beside it."""
    others = [*folder.parent.glob(f"*/{MANIFEST_FILE}"), *folder.parent.glob(f".*.{MANIFEST_FILE}")]
    needed = {
        (name, path)
        for other in others
        if other.parent != folder and other != pending_path(folder)
        for name, path, *_ in cached_files(read_manifest(other) or {"cache": "", "repositories": {}})
    }
    freed = 0
    for name, path, place, blob, fetched in cached_files(record):
        if fetched and (name, path) not in needed:
            freed += _delete_file(place, blob)
    for name in record["repositories"]:
        _delete_empty_folders(Hub(cache=Path(record["cache"])).repository_folder(name))
    return freed


def _delete_file(*places: Path) -> int:
    freed = 0
    for place in places:
        if place.is_symlink():
            place.unlink()
        elif place.is_file():
            freed += place.stat().st_size
            place.unlink()
    return freed


def _delete_empty_folders(repository: Path) -> None:
    """Folders of a repository that hold nothing any more, and then what only names commits."""
    for place in sorted((path for path in repository.rglob("*") if path.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()
    if not (repository / "blobs").exists() and not (repository / "snapshots").exists():
        shutil.rmtree(repository, ignore_errors=True)


def _progress(
    listing: RepositoryListing,
    path: str,
    arrived: FileProgress,
    size: int,
    done: int,
    total: int,
    speed: SpeedMeter | None,
) -> InstallProgress:
    rate = speed.update(done) if speed is not None else None
    left_s = (total - done) / rate if rate else None
    return InstallProgress(
        listing.repository, path, arrived.received_bytes, size, done, total, rate, left_s, arrived.waiting_reason
    )
