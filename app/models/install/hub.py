"""What the hub says about a repository, and where its files lie in the cache that all programs on this machine share.

The cache's layout is the hub's own: ``models--OWNER--NAME/blobs/HASH``, and ``snapshots/COMMIT/PATH`` leading there. So
what another program downloaded is not downloaded again, and what we download is there for others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from huggingface_hub import HfApi, constants, get_session, hf_hub_url
from huggingface_hub.file_download import repo_folder_name
from huggingface_hub.utils import build_hf_headers, hf_raise_for_status

from .hub_errors import repository_url, to_download_error

API_TIMEOUT_S = 20.0
MAX_LICENCE_BYTES = 200_000


@dataclass(frozen=True)
class RemoteFile:
    """A file of a repository at a revision."""

    path: str
    size_bytes: int
    etag: str
    """The name of its content: SHA-256 in hex for large files, git's own SHA-1 for small ones."""

    @property
    def is_lfs(self) -> bool:
        return len(self.etag) == 64


@dataclass(frozen=True)
class RepositoryListing:
    """A repository at one commit."""

    repository: str
    commit: str
    files: tuple[RemoteFile, ...]
    """Those that are wanted."""
    licence: str
    """Short, as its page says; empty where it says nothing."""
    licence_file: str | None
    """The path of its licence's text."""
    gated: bool
    """Whether one must agree to something before its files are given."""

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def licence_link(self) -> str:
        page = repository_url(self.repository)
        return f"{page}/blob/{self.commit}/{self.licence_file}" if self.licence_file else page


class Hub:
    """The hub as one person sees it. ``cache`` and ``endpoint`` are by default those of every program here."""

    def __init__(self, token: str | None = None, cache: Path | None = None, endpoint: str | None = None) -> None:
        self.token, self.endpoint = token, endpoint
        self.cache = cache or Path(constants.HF_HUB_CACHE)
        self.api = HfApi(endpoint=endpoint, token=token or False)

    @contextmanager
    def as_download_errors(self, repository: str) -> Iterator[None]:
        """What goes wrong with the hub inside, as ``DownloadError``."""
        try:
            yield
        except Exception as error:
            told = to_download_error(error, repository, signed_in=self.token is not None)
            if told is None or told is error:
                raise
            raise told from error

    def listing(self, repository: str, revision: str | None, patterns: Sequence[str] = ("*",)) -> RepositoryListing:
        """What a repository holds now, of it the files that match ``patterns``. Raises ``DownloadError``."""
        with self.as_download_errors(repository):
            about = self.api.model_info(repository, revision=revision, files_metadata=True, timeout=API_TIMEOUT_S)
        paths = [each.rfilename for each in about.siblings or ()]
        files = tuple(
            RemoteFile(each.rfilename, int(each.size or 0), each.lfs.sha256 if each.lfs else str(each.blob_id))
            for each in about.siblings or ()
            if any(fnmatch(each.rfilename, pattern) for pattern in patterns)
        )
        card = about.card_data.to_dict() if about.card_data else {}
        licence = str(card.get("license_name") or card.get("license") or "")
        text = next((path for path in paths if Path(path).stem.upper() in ("LICENSE", "LICENCE", "COPYING")), None)
        return RepositoryListing(repository, str(about.sha), files, licence, text, bool(about.gated))

    def check_access(self, repository: str) -> None:
        """Raises ``DownloadError`` where this person may not download a repository."""
        with self.as_download_errors(repository):
            self.api.auth_check(repository)

    def licence_text(self, listing: RepositoryListing) -> str:
        """A repository's licence; empty where there is no file of it. Raises ``DownloadError``."""
        if listing.licence_file is None:
            return ""
        with self.as_download_errors(listing.repository):
            response = get_session().get(
                self.url(listing, listing.licence_file), headers=self.headers(), timeout=API_TIMEOUT_S
            )
            hf_raise_for_status(response)
        return str(response.text)[:MAX_LICENCE_BYTES]

    def url(self, listing: RepositoryListing, path: str) -> str:
        return hf_hub_url(listing.repository, path, revision=listing.commit, endpoint=self.endpoint)

    def headers(self) -> dict[str, str]:
        return build_hf_headers(token=self.token or False, library_name="anneal")

    def repository_folder(self, repository: str) -> Path:
        """A repository's folder in the cache."""
        return self.cache / repo_folder_name(repo_id=repository, repo_type="model")

    def snapshot_folder(self, listing: RepositoryListing) -> Path:
        return self.repository_folder(listing.repository) / "snapshots" / listing.commit

    def blob_path(self, listing: RepositoryListing, file: RemoteFile) -> Path:
        return self.repository_folder(listing.repository) / "blobs" / file.etag

    def partial_path(self, listing: RepositoryListing, file: RemoteFile) -> Path:
        """What has come of a file until now."""
        return self.blob_path(listing, file).with_name(f"{file.etag}.incomplete")

    def is_cached(self, listing: RepositoryListing, file: RemoteFile) -> bool:
        """Whether a file is in the cache, of the right size; contents are checked when they come and by ``verify``."""
        for place in (self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)):
            try:
                if place.stat().st_size == file.size_bytes:
                    return True
            except OSError:
                continue
        return False

    def cached_bytes(self, listing: RepositoryListing, file: RemoteFile) -> int:
        """How much of a file is here: all, or what a download that was stopped left."""
        if self.is_cached(listing, file):
            return file.size_bytes
        partial = self.partial_path(listing, file)
        return min(partial.stat().st_size, file.size_bytes) if partial.is_file() else 0

    def link_into_snapshot(self, listing: RepositoryListing, file: RemoteFile) -> None:
        """Lead from the snapshot to a blob that is here; where links cannot be made, move it there, as the hub does."""
        place, blob = self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)
        if place.exists() or not blob.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)  # a link that leads nowhere
        try:
            place.symlink_to(os.path.relpath(blob, place.parent))
        except OSError:
            shutil.move(blob, place)

    def delete_cached(self, listing: RepositoryListing, file: RemoteFile) -> None:
        """Throw a file away whose content is not what its name says."""
        for place in (self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)):
            place.unlink(missing_ok=True)

    def write_ref(self, listing: RepositoryListing, revision: str) -> None:
        """Remember which commit a branch was at, as every program that reads the cache expects."""
        if revision != listing.commit:
            reference = self.repository_folder(listing.repository) / "refs" / revision
            reference.parent.mkdir(parents=True, exist_ok=True)
            reference.write_text(listing.commit, encoding="utf-8")
