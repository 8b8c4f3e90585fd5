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

from app.errors import translatable

from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import TRANSIENT, DownloadError, to_download_error

BLOCK_BYTES = 1 << 20
REPORT_EVERY_S = 0.2
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RetryPolicy:
    """How long to wait for what."""

    connect_timeout_s: float = 15.0
    read_timeout_s: float = 15.0
    """Without a byte for so long a line counts as broken."""
    max_tries: int = 6
    """Without a new byte between them."""
    initial_backoff_s: float = 1.0
    """Before the second try; doubled for each further one."""
    max_backoff_s: float = 60.0


@dataclass(frozen=True)
class FileProgress:
    """How much of the file is here."""

    received_bytes: int
    waiting_reason: str = ""
    """Why nothing comes at the moment, a sentence; empty while it flows."""


def fetch_file(
    hub: Hub, listing: RepositoryListing, file: RemoteFile, retry_policy: RetryPolicy = RetryPolicy()
) -> Iterator[FileProgress]:
    """Bring a file into the cache, checked, telling how far it is. Closing the iterator stops it; what came is kept.

    Raises ``DownloadError``. A file whose contents are not what the hub promised is fetched once more from its beginning.
    """
    lock = hub.cache / ".locks" / hub.repository_folder(listing.repository).name / f"{file.etag}.lock"
    with hub.as_download_errors(listing.repository):
        lock.parent.mkdir(parents=True, exist_ok=True)
        hub.blob_path(listing, file).parent.mkdir(parents=True, exist_ok=True)
        with WeakFileLock(lock):
            if not hub.is_cached(listing, file):
                for fresh in (False, True):
                    yield from _FileTransfer(hub, listing, file, retry_policy).run()
                    partial = hub.partial_path(listing, file)
                    if (yield from verify_checksum(partial, file)):
                        partial.replace(hub.blob_path(listing, file))
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
            hub.link_into_snapshot(listing, file)
    yield FileProgress(file.size_bytes)


class _FileTransfer:
    def __init__(self, hub: Hub, listing: RepositoryListing, file: RemoteFile, patience: RetryPolicy) -> None:
        self.hub, self.listing, self.file, self.retry_policy = hub, listing, file, patience
        self.partial = hub.partial_path(listing, file)

    @property
    def received_bytes(self) -> int:
        return self.partial.stat().st_size if self.partial.is_file() else 0

    def run(self) -> Iterator[FileProgress]:
        """Until all bytes are there."""
        tries, best = 0, self.received_bytes
        while True:
            yield FileProgress(self.received_bytes)
            if self.received_bytes >= self.file.size_bytes:  # more is damage, which whoever compares will find
                self.partial.touch()
                return
            try:
                yield from self._stream()
                if self.received_bytes >= self.file.size_bytes:
                    continue
                told: DownloadError | None = to_download_error(
                    httpx2.RemoteProtocolError("the line broke"), self.listing.repository, signed_in=True
                )
                asked_s = 0.0
            except Exception as error:
                told = to_download_error(error, self.listing.repository, signed_in=self.hub.token is not None)
                if told is None or told.kind not in TRANSIENT:
                    raise
                asked_s = _retry_after_s(error)
            assert told is not None
            if self.received_bytes > best:
                tries, best = 0, self.received_bytes
            tries += 1
            if tries >= self.retry_policy.max_tries:
                raise told
            pause_s = max(asked_s, self.retry_policy.initial_backoff_s * 2 ** (tries - 1))
            yield from self._back_off(min(pause_s, self.retry_policy.max_backoff_s), told)

    def _stream(self) -> Iterator[FileProgress]:
        """Append what comes in one answer."""
        offset = self.received_bytes
        headers = {**self.hub.headers(), "accept-encoding": "identity"}
        if offset:
            headers["range"] = f"bytes={offset}-"
        timeout = httpx2.Timeout(self.retry_policy.read_timeout_s, connect=self.retry_policy.connect_timeout_s)
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
                    if monotonic() - told_s >= REPORT_EVERY_S:
                        told_s = monotonic()
                        out.flush()
                        yield FileProgress(have_bytes)

    def _back_off(self, pause_s: float, told: DownloadError) -> Iterator[FileProgress]:
        """Wait, giving the consumer a chance to stop every moment."""
        until_s = monotonic() + pause_s
        while (left_s := until_s - monotonic()) > 0:
            yield FileProgress(self.received_bytes, f"{told.what} {told.why} {translatable('It is tried again.')}")
            sleep(min(left_s, REPORT_EVERY_S))


def verify_checksum(path: Path, file: RemoteFile) -> Generator[FileProgress, None, bool]:
    """Whether a file's contents are those the hub promises: the generator's result. Tells how much was read meanwhile."""
    if path.stat().st_size != file.size_bytes:
        return False
    known = (
        hashlib.sha256() if file.is_lfs else hashlib.sha1(f"blob {file.size_bytes}\0".encode(), usedforsecurity=False)
    )
    told_s = monotonic()
    with path.open("rb") as content:
        while block := content.read(8 * BLOCK_BYTES):
            known.update(block)
            if monotonic() - told_s >= REPORT_EVERY_S:
                told_s = monotonic()
                yield FileProgress(file.size_bytes, translatable("Its checksum is compared."))
    return known.hexdigest() == file.etag


def _retry_after_s(error: Exception) -> float:
    """Seconds the hub asked to wait."""
    response = getattr(error, "response", None)
    asked = response.headers.get("retry-after", "") if response is not None else ""
    return float(asked) if asked.isdigit() else 0.0
