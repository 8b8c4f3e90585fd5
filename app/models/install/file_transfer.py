"""Transfer one file from the hub into its cache: resumable at the byte, interruptible at any moment, verified."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from huggingface_hub import get_session
from huggingface_hub.utils import WeakFileLock, hf_raise_for_status, httpx

from app.errors import translatable

from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import TRANSIENT, DownloadError, to_download_error

BLOCK_BYTES = 8 << 20
REPORT_EVERY_S = 0.2
VERIFYING = translatable("Its checksum is compared.")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RetryPolicy:
    """Timeouts and retries of a transfer."""

    connect_timeout_s: float = 15.0
    read_timeout_s: float = 15.0
    """A connection that brings no byte for so long counts as broken."""
    max_tries: int = 6
    """Without a new byte between them."""
    initial_backoff_s: float = 1.0
    """Before the second try; doubled for each further one."""
    max_backoff_s: float = 60.0


@dataclass(frozen=True)
class FileProgress:
    """Progress of one file."""

    received_bytes: int
    waiting_reason: str = ""
    """Why no bytes arrive at the moment, a sentence; empty while they do."""


def fetch_file(
    hub: Hub, listing: RepositoryListing, file: RemoteFile, retry_policy: RetryPolicy = RetryPolicy()
) -> Iterator[FileProgress]:
    """Fetch a file into the cache and verify it; a damaged one is fetched a second time from its beginning.

    Closing the iterator stops the transfer and keeps the bytes that came. ``huggingface_hub.hf_hub_download`` (2.4) cannot:

    - It writes to a temporary file of its own per call and deletes it when the call ends without success, so a transfer that
      was paused, failed or was killed starts over. Here ``ETAG.incomplete`` is continued.
    - It reports through a ``tqdm`` class and can only be stopped by an exception from there; while it waits between tries
      (``time.sleep``), or for a connection, it does not react at all.
    - Over plain HTTP it compares sizes, not checksums.

    The lock, the blobs and the links are those of ``hf_hub_download``, so both can work on one cache.

    Raises:
        DownloadError: the hub, the network or the disk fails, or the file arrives damaged twice.
    """
    lock = hub.cache / ".locks" / hub.repository_folder(listing.repository).name / f"{file.etag}.lock"
    with hub.as_download_errors(listing.repository):
        lock.parent.mkdir(parents=True, exist_ok=True)
        hub.blob_path(listing, file).parent.mkdir(parents=True, exist_ok=True)
        with WeakFileLock(lock):
            if not hub.is_cached(listing, file):
                yield from _fetch_verified(hub, listing, file, retry_policy)
            hub.link_into_snapshot(listing, file)
    yield FileProgress(file.size_bytes)


def _fetch_verified(
    hub: Hub, listing: RepositoryListing, file: RemoteFile, retry_policy: RetryPolicy
) -> Iterator[FileProgress]:
    partial_path = hub.partial_path(listing, file)
    for _ in range(2):
        yield from _FileTransfer(hub, listing, file, retry_policy).run()
        if (yield from verify_checksum(partial_path, file)):
            partial_path.replace(hub.blob_path(listing, file))
            return
        log.warning("%s of %s is damaged", file.path, listing.repository)
        partial_path.unlink(missing_ok=True)
    raise DownloadError(
        "damaged",
        "{file} arrives damaged.",
        "Its checksum is not the one that {repository} promises, twice in a row.",
        "Try another network: something on the way may change what is downloaded.",
        file=file.path,
        repository=listing.repository,
    )


class _FileTransfer:
    """The bytes of one file, appended to its partial file over as many connections as it takes.

    ``huggingface_hub.utils.http_stream_backoff`` retries the request, but not a connection that breaks while it is read.
    """

    def __init__(self, hub: Hub, listing: RepositoryListing, file: RemoteFile, retry_policy: RetryPolicy) -> None:
        self.hub, self.listing, self.file, self.retry_policy = hub, listing, file, retry_policy
        self.partial = hub.partial_path(listing, file)

    @property
    def received_bytes(self) -> int:
        return self.partial.stat().st_size if self.partial.is_file() else 0

    def run(self) -> Iterator[FileProgress]:
        """Transfer until all bytes are there, with retries; raises the last error once they are used up."""
        tries, most_bytes = 0, self.received_bytes
        while True:
            yield FileProgress(self.received_bytes)
            if self.received_bytes >= self.file.size_bytes:  # more is damage, which the checksum will find
                self.partial.touch()
                return
            retry_after_s = 0.0
            try:
                yield from self._stream()
                if self.received_bytes >= self.file.size_bytes:
                    continue
                problem = to_download_error(
                    httpx.RemoteProtocolError("the line broke"), self.listing.repository, signed_in=True
                )
            except Exception as error:
                problem = to_download_error(error, self.listing.repository, signed_in=self.hub.token is not None)
                if problem is None or problem.kind not in TRANSIENT:
                    raise
                retry_after_s = _retry_after_s(error)
            assert problem is not None
            if self.received_bytes > most_bytes:
                tries, most_bytes = 0, self.received_bytes
            tries += 1
            if tries >= self.retry_policy.max_tries:
                raise problem
            backoff_s = max(retry_after_s, self.retry_policy.initial_backoff_s * 2 ** (tries - 1))
            yield from self._back_off(min(backoff_s, self.retry_policy.max_backoff_s), problem)

    def _stream(self) -> Iterator[FileProgress]:
        """Append the bytes of one response."""
        offset = self.received_bytes
        headers = {**self.hub.headers(), "accept-encoding": "identity"}
        if offset:
            headers["range"] = f"bytes={offset}-"
        timeout = httpx.Timeout(self.retry_policy.read_timeout_s, connect=self.retry_policy.connect_timeout_s)
        url = self.hub.url(self.listing, self.file.path)
        with get_session().stream("GET", url, headers=headers, timeout=timeout, follow_redirects=True) as response:
            if response.status_code == 416:
                self.partial.unlink(missing_ok=True)
                return
            if response.status_code >= 400:
                response.read()
            hf_raise_for_status(response)
            first_byte = response.headers.get("content-range", "").removeprefix("bytes ").partition("-")[0]
            resumed = response.status_code == 206 and first_byte == str(offset)
            reported_s = monotonic()
            with self.partial.open("ab" if resumed else "wb") as out:
                received_bytes = offset if resumed else 0
                for block in response.iter_raw():
                    out.write(block)
                    received_bytes += len(block)
                    if received_bytes > self.file.size_bytes:
                        return
                    if monotonic() - reported_s >= REPORT_EVERY_S:
                        reported_s = monotonic()
                        out.flush()
                        yield FileProgress(received_bytes)

    def _back_off(self, seconds: float, problem: DownloadError) -> Iterator[FileProgress]:
        """Wait, yielding every ``REPORT_EVERY_S`` so that the caller can stop."""
        until_s = monotonic() + seconds
        reason = f"{problem.what} {problem.why} {translatable('It is tried again.')}"
        while (remaining_s := until_s - monotonic()) > 0:
            yield FileProgress(self.received_bytes, reason)
            sleep(min(remaining_s, REPORT_EVERY_S))


def verify_checksum(path: Path, file: RemoteFile) -> Generator[FileProgress, None, bool]:
    """Return whether a file has the checksum that the hub promises; yields progress meanwhile.

    huggingface_hub hashes files in one go (``utils.sha``), which for a shard of 5 GB takes many seconds without a sign.
    """
    if path.stat().st_size != file.size_bytes:
        return False
    git_header = f"blob {file.size_bytes}\0".encode()
    digest = hashlib.sha256() if file.is_lfs else hashlib.sha1(git_header, usedforsecurity=False)
    reported_s = monotonic()
    with path.open("rb") as content:
        while block := content.read(BLOCK_BYTES):
            digest.update(block)
            if monotonic() - reported_s >= REPORT_EVERY_S:
                reported_s = monotonic()
                yield FileProgress(file.size_bytes, VERIFYING)
    return digest.hexdigest() == file.etag


def _retry_after_s(error: Exception) -> float:
    """Return the seconds of the response's ``Retry-After``; 0 where it has none."""
    response = getattr(error, "response", None)
    value = response.headers.get("retry-after", "") if response is not None else ""
    return float(value) if value.isdigit() else 0.0
