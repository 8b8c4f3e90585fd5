"""Repositories on the hub, and their files in the cache that all programs on this machine share.

The cache has huggingface_hub's layout: ``models--OWNER--NAME/blobs/HASH``, and links ``snapshots/COMMIT/PATH`` to there. So
files that another program downloaded are not downloaded again, and ours are there for others.

Requests go through ``HfApi`` and the session of huggingface_hub 2.x; the methods on the cache say what it lacks there.
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
LICENCE_STEMS = ("LICENSE", "LICENCE", "COPYING")


@dataclass(frozen=True)
class RemoteFile:
    """A file of a repository at one commit."""

    path: str
    size_bytes: int
    etag: str
    """Checksum of its content in hex: SHA-256 for files in large file storage, git's SHA-1 for others."""

    @property
    def is_lfs(self) -> bool:
        return len(self.etag) == 64


@dataclass(frozen=True)
class RepositoryListing:
    """A repository at one commit."""

    repository: str
    commit: str
    files: tuple[RemoteFile, ...]
    """Those that match the requested patterns."""
    licence: str
    """Short name, as its page says; empty where it says nothing."""
    licence_file: str | None
    """Path of its licence's text."""
    gated: bool
    """Whether the user must agree to terms before the download."""

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    @property
    def licence_link(self) -> str:
        page = repository_url(self.repository)
        return f"{page}/blob/{self.commit}/{self.licence_file}" if self.licence_file else page


class Hub:
    """The hub, seen with one access token.

    Args:
        token: the access token; None for anonymous requests.
        cache: folder of the cache; by default huggingface_hub's.
        endpoint: address of the hub; by default huggingface_hub's.
    """

    def __init__(self, token: str | None = None, cache: Path | None = None, endpoint: str | None = None) -> None:
        self.token, self.endpoint = token, endpoint
        self.cache = cache or Path(constants.HF_HUB_CACHE)
        self.api = HfApi(endpoint=endpoint, token=token or False)

    @contextmanager
    def as_download_errors(self, repository: str) -> Iterator[None]:
        """Turn the errors of hub, network and disk inside the block into ``DownloadError``."""
        try:
            yield
        except Exception as error:
            converted = to_download_error(error, repository, signed_in=self.token is not None)
            if converted is None or converted is error:
                raise
            raise converted from error

    def listing(self, repository: str, revision: str | None, patterns: Sequence[str] = ("*",)) -> RepositoryListing:
        """Return a repository's current commit, licence and the files that match ``patterns``. Raises ``DownloadError``.

        ``snapshot_download(dry_run=True)`` lists files, but neither licence nor gating nor the bytes of partial downloads.
        """
        with self.as_download_errors(repository):
            about = self.api.model_info(repository, revision=revision, files_metadata=True, timeout=API_TIMEOUT_S)
        siblings = about.siblings or ()
        files = tuple(
            RemoteFile(each.rfilename, int(each.size or 0), each.lfs.sha256 if each.lfs else str(each.blob_id))
            for each in siblings
            if any(fnmatch(each.rfilename, pattern) for pattern in patterns)
        )
        model_card = about.card_data.to_dict() if about.card_data else {}
        licence = str(model_card.get("license_name") or model_card.get("license") or "")
        paths = (each.rfilename for each in siblings)
        licence_file = next((path for path in paths if Path(path).stem.upper() in LICENCE_STEMS), None)
        return RepositoryListing(repository, str(about.sha), files, licence, licence_file, bool(about.gated))

    def check_access(self, repository: str) -> None:
        """Raise ``DownloadError`` if the user may not download a repository."""
        with self.as_download_errors(repository):
            self.api.auth_check(repository)

    def licence_text(self, listing: RepositoryListing) -> str:
        """Return the text of a repository's licence; empty where it has no such file. Raises ``DownloadError``.

        ``hf_hub_download`` would write the file into the cache, before the user has agreed to anything.
        """
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
        """Return a repository's folder in the cache."""
        return self.cache / repo_folder_name(repo_id=repository, repo_type="model")

    def snapshot_folder(self, listing: RepositoryListing) -> Path:
        return self.repository_folder(listing.repository) / "snapshots" / listing.commit

    def blob_path(self, listing: RepositoryListing, file: RemoteFile) -> Path:
        return self.repository_folder(listing.repository) / "blobs" / file.etag

    def partial_path(self, listing: RepositoryListing, file: RemoteFile) -> Path:
        """Return where the bytes of an incomplete file are kept; ``hf_hub_download`` keeps none."""
        return self.blob_path(listing, file).with_name(f"{file.etag}.incomplete")

    def is_cached(self, listing: RepositoryListing, file: RemoteFile) -> bool:
        """Whether a file of the right size is in the cache; checksums are compared on arrival and by ``verify_model``.

        ``try_to_load_from_cache`` looks at no size, and not at blobs that a snapshot does not link to yet.
        """
        for path in (self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)):
            try:
                if path.stat().st_size == file.size_bytes:
                    return True
            except OSError:
                continue
        return False

    def cached_bytes(self, listing: RepositoryListing, file: RemoteFile) -> int:
        """Return how many bytes of a file are here: all, or those that an interrupted download left."""
        if self.is_cached(listing, file):
            return file.size_bytes
        partial = self.partial_path(listing, file)
        return min(partial.stat().st_size, file.size_bytes) if partial.is_file() else 0

    def link_into_snapshot(self, listing: RepositoryListing, file: RemoteFile) -> None:
        """Link the snapshot to a blob that is here; where links cannot be made, move it there.

        ``hf_hub_download`` does the same in a private function, after a download of its own.
        """
        path, blob = self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)
        if path.exists() or not blob.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # a broken link
        try:
            path.symlink_to(os.path.relpath(blob, path.parent))
        except OSError:
            shutil.move(blob, path)

    def delete_cached(self, listing: RepositoryListing, file: RemoteFile) -> None:
        """Delete a file whose checksum is wrong; huggingface_hub deletes whole revisions only."""
        for path in (self.snapshot_folder(listing) / file.path, self.blob_path(listing, file)):
            path.unlink(missing_ok=True)

    def write_ref(self, listing: RepositoryListing, revision: str) -> None:
        """Note in the cache which commit a branch is at, as every program that reads it expects.

        ``hf_hub_download`` does the same in a private function, after a download of its own.
        """
        if revision != listing.commit:
            reference = self.repository_folder(listing.repository) / "refs" / revision
            reference.parent.mkdir(parents=True, exist_ok=True)
            reference.write_text(listing.commit, encoding="utf-8")
