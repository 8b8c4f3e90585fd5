"""A model from the hub: all its parts fetched, checked and put together, telling how far it is and how fast."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from app.errors import ModelError

from .file_transfer import Arrived, Patience, checked, fetch
from .hub import Hub, Listing, RemoteFile
from .hub_errors import DownloadError
from .manifest import RECORD, Record, cache_places, now, pending_path, read_record, write_record
from .preflight import Quote, files_of

SPEED_OVER_S = 10.0


@dataclass(frozen=True)
class Progress:
    """How far a download, an import or a check is. Bytes are plain ints: a window must not cut them to 32 bits."""

    repository: str
    path: str
    """The file at hand."""
    file_done_bytes: int
    file_total_bytes: int
    done_bytes: int
    total_bytes: int
    """Of all files, those included that were here before."""
    speed: float | None = None
    """Bytes per second, measured over the last moments; None while too little is known."""
    left_s: float | None = None
    """Seconds until all is here at this speed."""
    waiting: str = ""
    """Why nothing comes at the moment, a sentence; else empty."""


@dataclass(frozen=True)
class Installed:
    """The end of a download or an import."""

    folder: Path
    """Of the model, as ``load_model`` takes it."""


class Speed:
    """Bytes per second over the last moments."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def take(self, done_bytes: int, at_s: float | None = None) -> float | None:
        """Note how much is done now; None while less than a second is known."""
        now_s = monotonic() if at_s is None else at_s
        if self._seen and done_bytes < self._seen[-1][1]:  # a damaged file begins anew
            self._seen.clear()
        self._seen.append((now_s, done_bytes))
        while now_s - self._seen[0][0] > SPEED_OVER_S:
            self._seen.popleft()
        first_s, first_bytes = self._seen[0]
        return (done_bytes - first_bytes) / (now_s - first_s) if now_s - first_s >= 1 else None


def download(
    quote: Quote,
    hub: Hub,
    models: Path,
    patience: Patience = Patience(),  # noqa: B008
) -> Iterator[Progress | Installed]:
    """Fetch what is missing of a model and install it in ``models``; the last event is ``Installed``.

    Closing the iterator is pause and cancel: all that came is kept, and the next download goes on there, also after the
    process was killed. Raises ``DownloadError`` and ``ModelError``.
    """
    if quote.problems:
        raise quote.problems[0]
    todo = files_of(quote)
    total = sum(file.size_bytes for _, _, file in todo)
    before, speed, understood = 0, Speed(), False
    record = Record(models / quote.model.name, quote, hub)
    record.begin()
    here = {(listing.repository, file.path) for _, listing, file in todo if hub.holds(listing, file)}
    for _, listing, file in todo:
        if file.path.endswith(".safetensors") and not understood:
            _understand(quote, hub)
            understood = True
        right = (listing.repository, file.path) in here and (
            record.checked(listing, file.path) or (yield from _compared(hub, listing, file, before, total))
        )
        for arrived in fetch(hub, listing, file, patience):
            done = before + arrived.have_bytes
            yield _progress(listing, file.path, arrived, file.size_bytes, done, total, None if right else speed)
        before += file.size_bytes
        if not record.checked(listing, file.path):
            record.note(listing, file.path, fetched=not right)
    for part in quote.parts:
        if part.listing is not None:
            hub.name_commit(part.listing, part.repository.revision)
    yield Installed(install(quote, hub, models, record))


def _compared(hub: Hub, listing: Listing, file: RemoteFile, before: int, total: int) -> Generator[Progress, None, bool]:
    """Whether a file that somebody else put into the cache is right; one that is not is thrown away."""
    place = hub.snapshot(listing) / file.path
    checking = checked(place if place.is_file() else hub.blob(listing, file), file)
    while True:
        try:
            arrived = next(checking)
        except StopIteration as end:
            if not end.value:
                hub.discard(listing, file)
            return bool(end.value)
        done = before + file.size_bytes
        yield _progress(listing, file.path, arrived, file.size_bytes, done, total, None)


def _understand(quote: Quote, hub: Hub) -> None:
    """Read the adapter with all small files, before tens of gigabytes are fetched that nobody could use. ``ModelError``."""
    from app.models.adapter.published import read_published

    folders = {part.repository.part: hub.snapshot(part.listing) for part in quote.parts if part.listing}
    read_published(folders["adapter"], folders["backbone"], folders["encoder"])


def install(quote: Quote, hub: Hub, models: Path, record: Record) -> Path:
    """Make the model's own folder of parts that are all here."""
    from app.models.adapter.published import install as install_published

    folders = {part.repository.part: hub.snapshot(part.listing) for part in quote.parts if part.listing}
    if set(folders) != {"adapter", "backbone", "encoder"}:
        raise ModelError(
            "{model} is not complete.", "Its parts are not all here.", "Download it again.", model=quote.model.title
        )
    folder = models / quote.model.name
    install_published(folders["adapter"], folders["backbone"], folders["encoder"], folder)
    record.finish()
    return folder


def discard_partial(quote: Quote, hub: Hub) -> int:
    """Throw away what unfinished files left; returns how many bytes that freed."""
    freed = 0
    for _, listing, file in files_of(quote):
        partial = hub.partial(listing, file)
        if partial.is_file():
            freed += partial.stat().st_size
            partial.unlink()
    return freed


def verify(folder: Path) -> Iterator[Progress]:
    """Compare every file of an installed model with the checksum it was fetched with, and note it: what is right is not
    compared again by a download, what is wrong is fetched anew. ``DownloadError`` where one differs.
    """
    record = read_record(folder / RECORD)
    if record is None:
        raise ModelError(
            "{folder} cannot be verified.",
            "Nothing is known about where its files came from.",
            "Download it again, or trust whoever gave it to you.",
            folder=folder,
        )
    every = [
        (name, place, RemoteFile(path, *record["repositories"][name]["files"][path]))
        for name, path, place, _, _ in cache_places(record)
    ]
    every += [("", folder / path, RemoteFile(path, *about)) for path, about in record.get("files", {}).items()]
    total, before = sum(file.size_bytes for _, _, file in every), 0
    for name, place, file in every:
        right = place.is_file()
        if right:
            checking = checked(place, file)
            try:
                while True:
                    next(checking)
                    yield Progress(name, file.path, 0, file.size_bytes, before, total)
            except StopIteration as end:
                right = end.value
        if not right:
            record.pop("verified", None)
            if name:
                about = record["repositories"][name]
                about["checked"] = [path for path in about.get("checked", []) if path != file.path]
            write_record(folder / RECORD, record)
            raise _damaged(file.path, name)
        before += file.size_bytes
        yield Progress(name, file.path, file.size_bytes, file.size_bytes, before, total)
    record["verified"] = now()
    write_record(folder / RECORD, record)


def _damaged(path: str, repository: str) -> DownloadError:
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


def remove(folder: Path) -> int:
    """Delete an installed model: its folder and what was fetched for it alone. Returns how many bytes that freed.

    What was in the shared cache before, or belongs to another installed model too, stays. A link is taken away, and what it
    leads to stays.
    """
    record = read_record(folder / RECORD)
    if folder.is_symlink():
        folder.unlink()
        return 0
    freed = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if record is not None:
        freed += _remove_fetched(record, folder)
    shutil.rmtree(folder)
    return freed


def give_up(models: Path, name: str) -> int:
    """Throw away what a download that is not done has fetched; returns how many bytes that freed.

    Where the model is installed, and the download only was to mend it, whole files stay.
    """
    pending = pending_path(models / name)
    record = read_record(pending)
    if record is None:
        return 0
    freed = 0
    for _, _, _, blob, _ in cache_places(record):
        partial = blob.with_name(f"{blob.name}.incomplete")
        if partial.is_file():
            freed += partial.stat().st_size
            partial.unlink()
    if not (models / name).exists():
        freed += _remove_fetched(record, models / name)
    pending.unlink(missing_ok=True)
    return freed


def _remove_fetched(record: dict, folder: Path) -> int:
    """Delete from the cache what was fetched for the model in ``folder`` and belongs to no other beside it."""
    others = [*folder.parent.glob(f"*/{RECORD}"), *folder.parent.glob(f".*.{RECORD}")]
    needed = {
        (name, path)
        for other in others
        if other.parent != folder and other != pending_path(folder)
        for name, path, *_ in cache_places(read_record(other) or {"cache": "", "repositories": {}})
    }
    freed = 0
    for name, path, place, blob, fetched in cache_places(record):
        if fetched and (name, path) not in needed:
            freed += _remove_file(place, blob)
    for name in record["repositories"]:
        _remove_empty(Hub(cache=Path(record["cache"])).folder(name))
    return freed


def _remove_file(*places: Path) -> int:
    freed = 0
    for place in places:
        if place.is_symlink():
            place.unlink()
        elif place.is_file():
            freed += place.stat().st_size
            place.unlink()
    return freed


def _remove_empty(repository: Path) -> None:
    """Folders of a repository that hold nothing any more, and then what only names commits."""
    for place in sorted((path for path in repository.rglob("*") if path.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()
    if not (repository / "blobs").exists() and not (repository / "snapshots").exists():
        shutil.rmtree(repository, ignore_errors=True)


def _progress(
    listing: Listing, path: str, arrived: Arrived, size: int, done: int, total: int, speed: Speed | None
) -> Progress:
    rate = speed.take(done) if speed is not None else None
    left_s = (total - done) / rate if rate else None
    return Progress(listing.repository, path, arrived.have_bytes, size, done, total, rate, left_s, arrived.waiting)
