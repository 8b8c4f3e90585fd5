"""One file from the hub: it goes on at the byte where it stopped, and is right when it is done or it is not there."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import httpx2
from huggingface_hub import get_session
from huggingface_hub.utils import WeakFileLock, hf_raise_for_status

from app.errors import sentence

from .hub import Hub, Listing, RemoteFile
from .hub_errors import PASSING, DownloadError, explained

BLOCK_BYTES = 1 << 20
TELL_EVERY_S = 0.2
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Patience:
    """How long to wait for what."""

    connect_s: float = 15.0
    stall_s: float = 15.0
    """Without a byte for so long a line counts as broken."""
    tries: int = 6
    """Without a new byte between them."""
    first_pause_s: float = 1.0
    """Before the second try; doubled for each further one."""
    longest_pause_s: float = 60.0


@dataclass(frozen=True)
class Arrived:
    """How much of the file is here."""

    have_bytes: int
    waiting: str = ""
    """Why nothing comes at the moment, a sentence; empty while it flows."""


def fetch(hub: Hub, listing: Listing, file: RemoteFile, patience: Patience = Patience()) -> Iterator[Arrived]:
    """Bring a file into the cache, checked, telling how far it is. Closing the iterator stops it; what came is kept.

    Raises ``DownloadError``. A file whose contents are not what the hub promised is fetched once more from its beginning.
    """
    lock = hub.cache / ".locks" / hub.folder(listing.repository).name / f"{file.etag}.lock"
    with hub.sentences(listing.repository):
        lock.parent.mkdir(parents=True, exist_ok=True)
        hub.blob(listing, file).parent.mkdir(parents=True, exist_ok=True)
        with WeakFileLock(lock):
            if not hub.holds(listing, file):
                for fresh in (False, True):
                    yield from _Fetch(hub, listing, file, patience).run()
                    partial = hub.partial(listing, file)
                    if (yield from checked(partial, file)):
                        partial.replace(hub.blob(listing, file))
                        break
                    log.warning("%s of %s is damaged", file.path, listing.repository)
                    partial.unlink(missing_ok=True)
                    if fresh:
                        raise DownloadError(
                            "damaged",
                            "{file} arrives damaged.",
                            "Its checksum is not the one that {repository} promises, twice in a row.",
                            "Try another network: something on the way may change what is downloaded.",
                            file=file.path,
                            repository=listing.repository,
                        )
            hub.link(listing, file)
    yield Arrived(file.size_bytes)


class _Fetch:
    def __init__(self, hub: Hub, listing: Listing, file: RemoteFile, patience: Patience) -> None:
        self.hub, self.listing, self.file, self.patience = hub, listing, file, patience
        self.partial = hub.partial(listing, file)

    @property
    def have_bytes(self) -> int:
        return self.partial.stat().st_size if self.partial.is_file() else 0

    def run(self) -> Iterator[Arrived]:
        """Until all bytes are there."""
        tries, best = 0, self.have_bytes
        while True:
            yield Arrived(self.have_bytes)
            if self.have_bytes >= self.file.size_bytes:  # more is damage, which whoever compares will find
                self.partial.touch()
                return
            try:
                yield from self._stream()
                if self.have_bytes >= self.file.size_bytes:
                    continue
                told: DownloadError | None = explained(
                    httpx2.RemoteProtocolError("the line broke"), self.listing.repository, signed_in=True
                )
                asked_s = 0.0
            except Exception as error:
                told = explained(error, self.listing.repository, signed_in=self.hub.token is not None)
                if told is None or told.kind not in PASSING:
                    raise
                asked_s = _asked_to_wait_s(error)
            assert told is not None
            if self.have_bytes > best:
                tries, best = 0, self.have_bytes
            tries += 1
            if tries >= self.patience.tries:
                raise told
            pause_s = max(asked_s, self.patience.first_pause_s * 2 ** (tries - 1))
            yield from self._pause(min(pause_s, self.patience.longest_pause_s), told)

    def _stream(self) -> Iterator[Arrived]:
        """Append what comes in one answer."""
        offset = self.have_bytes
        headers = {**self.hub.headers(), "accept-encoding": "identity"}
        if offset:
            headers["range"] = f"bytes={offset}-"
        timeout = httpx2.Timeout(self.patience.stall_s, connect=self.patience.connect_s)
        url = self.hub.url(self.listing, self.file.path)
        with get_session().stream("GET", url, headers=headers, timeout=timeout, follow_redirects=True) as response:
            if response.status_code == 416:
                self.partial.unlink(missing_ok=True)
                return
            if response.status_code >= 400:
                response.read()
            hf_raise_for_status(response)
            begins = response.headers.get("content-range", "").removeprefix("bytes ").partition("-")[0]
            goes_on = response.status_code == 206 and begins == str(offset)
            told_s = monotonic()
            with self.partial.open("ab" if goes_on else "wb") as out:
                have_bytes = offset if goes_on else 0
                for block in response.iter_raw():
                    out.write(block)
                    have_bytes += len(block)
                    if have_bytes > self.file.size_bytes:
                        return
                    if monotonic() - told_s >= TELL_EVERY_S:
                        told_s = monotonic()
                        out.flush()
                        yield Arrived(have_bytes)

    def _pause(self, pause_s: float, told: DownloadError) -> Iterator[Arrived]:
        """Wait, giving the consumer a chance to stop every moment."""
        until_s = monotonic() + pause_s
        while (left_s := until_s - monotonic()) > 0:
            yield Arrived(self.have_bytes, f"{told.what} {told.why} {sentence('It is tried again.')}")
            sleep(min(left_s, TELL_EVERY_S))


def checked(path: Path, file: RemoteFile) -> Generator[Arrived, None, bool]:
    """Whether a file's contents are those the hub promises: the generator's result. Tells how much was read meanwhile."""
    if path.stat().st_size != file.size_bytes:
        return False
    known = (
        hashlib.sha256() if file.large else hashlib.sha1(f"blob {file.size_bytes}\0".encode(), usedforsecurity=False)
    )
    told_s = monotonic()
    with path.open("rb") as content:
        while block := content.read(8 * BLOCK_BYTES):
            known.update(block)
            if monotonic() - told_s >= TELL_EVERY_S:
                told_s = monotonic()
                yield Arrived(file.size_bytes, sentence("Its checksum is compared."))
    return known.hexdigest() == file.etag


def _asked_to_wait_s(error: Exception) -> float:
    """Seconds the hub asked to wait."""
    response = getattr(error, "response", None)
    asked = response.headers.get("retry-after", "") if response is not None else ""
    return float(asked) if asked.isdigit() else 0.0
