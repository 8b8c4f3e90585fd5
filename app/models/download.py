"""A model from the hub: all its parts fetched, checked and put together, telling how far it is and how fast."""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from ..speech.errors import ModelError
from .hub import Hub, Listing
from .hub_errors import DownloadError
from .preflight import Quote, files_of
from .transfer import Arrived, Patience, fetch

RECORD = "install.json"
"""In an installed model's folder: which files of which repositories it was made of, and which of them were fetched for it."""
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
    before, speed = 0, Speed()
    record = _Record(models / quote.model.name, quote, hub)
    here = {(listing.repository, file.path) for _, listing, file in todo if hub.holds(listing, file)}
    for _, listing, file in todo:
        was_here = (listing.repository, file.path) in here
        for arrived in fetch(hub, listing, file, patience):
            done = before + arrived.have_bytes
            yield _progress(listing, file.path, arrived, file.size_bytes, done, total, None if was_here else speed)
        before += file.size_bytes
        if not was_here:
            record.fetched(listing, file.path)
    for part in quote.parts:
        if part.listing is not None:
            hub.name_commit(part.listing, part.repository.revision)
    yield Installed(install(quote, hub, models, record))


def install(quote: Quote, hub: Hub, models: Path, record: _Record) -> Path:
    """Make the model's own folder of parts that are all here."""
    from .published import install as install_published

    folders = {part.repository.part: hub.snapshot(part.listing) for part in quote.parts if part.listing}
    if set(folders) != {"adapter", "backbone", "encoder"}:
        raise ModelError(
            "{model} is not complete.", "Its parts are not all here.", "Download it again.", model=quote.model.title
        )
    folder = models / quote.model.name
    install_published(folders["adapter"], folders["backbone"], folders["encoder"], folder)
    record.write(whole=True)
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


class _Record:
    """What was fetched for a model, written after every file: a kill forgets nothing."""

    def __init__(self, folder: Path, quote: Quote, hub: Hub) -> None:
        self.path = folder.with_name(f".{folder.name}.{RECORD}")
        self.final = folder / RECORD
        self.body = read_record(self.final) or read_record(self.path) or {"cache": str(hub.cache), "repositories": {}}
        for part in quote.parts:
            if part.listing is None:
                continue
            known = self.body["repositories"].setdefault(part.repository.name, {})
            if known.get("commit") != part.listing.commit:
                known.update(commit=part.listing.commit, fetched=[], part=part.repository.part)
            known["files"] = {file.path: [file.size_bytes, file.etag] for file in part.listing.files}

    def fetched(self, listing: Listing, path: str) -> None:
        known = self.body["repositories"][listing.repository]
        known["fetched"] = sorted({*known["fetched"], path})
        self.write(whole=False)

    def write(self, *, whole: bool) -> None:
        place = self.final if whole else self.path
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_suffix(".new")
        new.write_text(json.dumps(self.body, indent=1), encoding="utf-8")
        os.replace(new, place)
        if whole:
            self.path.unlink(missing_ok=True)


def read_record(path: Path) -> dict | None:
    """A model's record; None where there is none that makes sense."""
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return body if isinstance(body, dict) and isinstance(body.get("repositories"), dict) else None


def verify(folder: Path) -> Iterator[Progress]:
    """Compare every file of an installed model with the checksum it was fetched with. ``DownloadError`` where one differs."""
    from .hub import RemoteFile
    from .transfer import checked

    record = read_record(folder / RECORD)
    if record is None:
        raise ModelError(
            "{folder} cannot be verified.",
            "Nothing is known about where its files came from.",
            "Download it again, or trust whoever gave it to you.",
            folder=folder,
        )
    hub = Hub(cache=Path(record["cache"]))
    every = [
        (name, about, RemoteFile(path, size, etag))
        for name, about in record["repositories"].items()
        for path, (size, etag) in about["files"].items()
    ]
    total, before = sum(file.size_bytes for _, _, file in every), 0
    for name, about, file in every:
        place = hub.folder(name) / "snapshots" / about["commit"] / file.path
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
            raise DownloadError(
                "damaged",
                "{file} is damaged or gone.",
                "It is not what {repository} holds.",
                "Download the model again: only what is wrong is fetched.",
                file=file.path,
                repository=name,
            )
        before += file.size_bytes
        yield Progress(name, file.path, file.size_bytes, file.size_bytes, before, total)


def remove(folder: Path) -> int:
    """Delete an installed model: its folder and what was fetched for it alone. Returns how many bytes that freed.

    What was in the shared cache before, or belongs to another installed model too, stays.
    """
    record = read_record(folder / RECORD)
    freed = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    if record is not None:
        hub = Hub(cache=Path(record["cache"]))
        needed = {
            (name, path)
            for other in folder.parent.glob(f"*/{RECORD}")
            if other.parent != folder
            for name, about in (read_record(other) or {"repositories": {}})["repositories"].items()
            for path in about["files"]
        }
        for name, about in record["repositories"].items():
            for path in about["fetched"]:
                if (name, path) not in needed:
                    freed += _remove_file(hub.folder(name), about["commit"], path, about["files"].get(path, [0, ""])[1])
            _remove_empty(hub.folder(name))
    shutil.rmtree(folder)
    return freed


def _remove_file(repository: Path, commit: str, path: str, etag: str) -> int:
    freed = 0
    for place in (repository / "snapshots" / commit / path, repository / "blobs" / etag):
        if place.is_symlink():
            place.unlink()
        elif place.is_file() and etag:
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
