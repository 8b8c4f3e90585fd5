"""The estimate before a download: access, licences, sizes and disk space, asked before the first byte is fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.models.catalog import CatalogModel, Repository
from app.models.hardware import disk_capacity

from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import DownloadError

DISK_MARGIN_BYTES = 2_000_000_000
"""Disk space that is left free for everything else."""


@dataclass(frozen=True)
class RepositoryEstimate:
    """Estimate for one repository of a model."""

    repository: Repository
    listing: RepositoryListing | None
    """None where the hub gives none."""
    problem: DownloadError | None = None
    """Why it cannot be downloaded now: mostly because the user must sign in or agree to terms first."""
    cached_bytes: int = 0
    """Already in the cache, from an earlier download or another program's."""

    @property
    def size_bytes(self) -> int:
        return self.listing.size_bytes if self.listing else self.repository.size_bytes

    @property
    def missing_bytes(self) -> int:
        return self.size_bytes - self.cached_bytes


@dataclass(frozen=True)
class DownloadEstimate:
    """Estimate for a whole model."""

    model: CatalogModel
    repositories: tuple[RepositoryEstimate, ...]
    free_bytes: int
    """On the disk of the cache."""

    @property
    def needed_bytes(self) -> int:
        """On that disk, including the cached int4 experts and the margin."""
        int4_cache_bytes = self.model.needs.packed_experts_bytes if self.model.needs else 0
        return self.missing_bytes + int4_cache_bytes + DISK_MARGIN_BYTES

    @property
    def size_bytes(self) -> int:
        return sum(part.size_bytes for part in self.repositories)

    @property
    def missing_bytes(self) -> int:
        return sum(part.missing_bytes for part in self.repositories)

    @property
    def problems(self) -> tuple[DownloadError, ...]:
        """Every reason why the download cannot start; empty where it can."""
        found = [part.problem for part in self.repositories if part.problem is not None]
        if self.free_bytes < self.needed_bytes:
            found.append(
                DownloadError(
                    "disk full",
                    "There is not enough room on the disk for {model}.",
                    "It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.",
                    "Free some space, or set HF_HOME to a folder on a larger disk.",
                    model=self.model.title,
                    needed=f"{self.needed_bytes / 1e9:.1f}",
                    free=f"{self.free_bytes / 1e9:.1f}",
                )
            )
        return tuple(found)


def estimate_download(model: CatalogModel, hub: Hub) -> DownloadEstimate:
    """Ask the hub about every repository of a model.

    Problems of single repositories are part of the estimate.

    Raises:
        DownloadError: the hub cannot be reached at all.
    """
    return DownloadEstimate(
        model,
        tuple(_estimate_repository(repository, hub) for repository in model.repositories),
        disk_capacity(hub.cache).free_bytes,
    )


def _estimate_repository(repository: Repository, hub: Hub) -> RepositoryEstimate:
    try:
        listing = hub.listing(repository.name, repository.revision, repository.files)
        cached_bytes = sum(hub.cached_bytes(listing, file) for file in listing.files)
    except DownloadError as refused:
        if refused.kind in ("offline", "proxy", "certificate"):
            raise
        return RepositoryEstimate(repository, None, refused)
    estimate = RepositoryEstimate(repository, listing, None, cached_bytes)
    try:
        if estimate.missing_bytes:
            hub.check_access(repository.name)
    except DownloadError as refused:
        return replace(estimate, problem=refused)
    return estimate


def files_in_download_order(
    estimate: DownloadEstimate,
) -> list[tuple[RepositoryEstimate, RepositoryListing, RemoteFile]]:
    """Return every file: weights last and small repositories first, so that an unreadable adapter is noticed early."""
    files = [
        (part, part.listing, file) for part in estimate.repositories if part.listing for file in part.listing.files
    ]
    return sorted(files, key=lambda item: (item[2].path.endswith(".safetensors"), item[0].size_bytes))
