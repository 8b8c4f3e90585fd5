"""What a download would take, asked before the first byte: access, licences, sizes, and room on the disk."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.models.catalog import CatalogModel, Repository
from app.models.hardware import disk_capacity

from .hub import Hub, RemoteFile, RepositoryListing
from .hub_errors import DownloadError

DISK_MARGIN_BYTES = 2_000_000_000
"""Left free on the disk for everything else."""


@dataclass(frozen=True)
class RepositoryEstimate:
    """One repository of a model."""

    repository: Repository
    listing: RepositoryListing | None
    """None where the hub does not tell."""
    problem: DownloadError | None = None
    """Why it cannot be downloaded now: mostly that somebody must sign in or agree first."""
    cached_bytes: int = 0
    """Already here, from an earlier download or another program's."""

    @property
    def size_bytes(self) -> int:
        return self.listing.size_bytes if self.listing else self.repository.size_bytes

    @property
    def missing_bytes(self) -> int:
        return self.size_bytes - self.cached_bytes


@dataclass(frozen=True)
class DownloadEstimate:
    """A whole model."""

    model: CatalogModel
    repositories: tuple[RepositoryEstimate, ...]
    free_bytes: int
    """On the disk where it would go."""
    needed_bytes: int = field(init=False)
    """On that disk, the margin included."""

    def __post_init__(self) -> None:
        extra = self.model.needs.packed_experts_bytes if self.model.needs else 0
        object.__setattr__(self, "needed_bytes", self.missing_bytes + extra + DISK_MARGIN_BYTES)

    @property
    def size_bytes(self) -> int:
        return sum(part.size_bytes for part in self.repositories)

    @property
    def missing_bytes(self) -> int:
        return sum(part.missing_bytes for part in self.repositories)

    @property
    def problems(self) -> tuple[DownloadError, ...]:
        """All that stands in the way; empty where the download can begin."""
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
    """Ask the hub about every part of a model. Raises ``DownloadError`` only where the hub cannot be asked at all."""
    return DownloadEstimate(
        model,
        tuple(_estimate_repository(repository, hub) for repository in model.repositories),
        disk_capacity(hub.cache).free_bytes,
    )


def _estimate_repository(repository: Repository, hub: Hub) -> RepositoryEstimate:
    try:
        listing = hub.listing(repository.name, repository.revision, repository.files)
        have_bytes = sum(hub.cached_bytes(listing, file) for file in listing.files)
    except DownloadError as refused:
        if refused.kind in ("offline", "proxy", "certificate"):
            raise
        return RepositoryEstimate(repository, None, refused)
    part = RepositoryEstimate(repository, listing, None, have_bytes)
    try:
        if part.missing_bytes:
            hub.check_access(repository.name)
    except DownloadError as refused:
        return RepositoryEstimate(repository, listing, refused, have_bytes)
    return part


def files_in_download_order(
    estimate: DownloadEstimate,
) -> list[tuple[RepositoryEstimate, RepositoryListing, RemoteFile]]:
    """Every file in the order of its download: weights last, and small parts first, so that what is wrong is known early."""
    every = [
        (part, part.listing, file) for part in estimate.repositories if part.listing for file in part.listing.files
    ]
    return sorted(every, key=lambda each: (each[2].path.endswith(".safetensors"), each[0].size_bytes))
