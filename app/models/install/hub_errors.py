"""Errors of the hub, the network and the disk as ``DownloadError``: what happened, why, and what to do."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator
from typing import Literal, TypeAlias

from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from huggingface_hub.utils import httpx

from app.errors import AnnealError, translatable

ErrorKind: TypeAlias = Literal[
    "sign in", "agree", "forbidden", "gone", "busy", "server", "offline", "proxy", "certificate", "stalled", "disk full",
    "disk", "damaged", "other",
]  # fmt: skip
TRANSIENT: frozenset[ErrorKind] = frozenset({"busy", "server", "offline", "stalled"})
"""Kinds that are worth another try: they may go away by themselves."""


class DownloadError(AnnealError):
    """Weights that could not be fetched; files that were fetched are kept. ``kind`` selects what a window offers."""

    def __init__(self, kind: ErrorKind, what: str, why: str = "", remedy: str = "", **facts: object) -> None:
        super().__init__(what, why, remedy, **facts)
        self.kind: ErrorKind = kind


def repository_url(repository: str) -> str:
    """Return the page where the user looks at a repository and agrees to its terms."""
    return f"https://huggingface.co/{repository}"


def to_download_error(error: BaseException, repository: str, *, signed_in: bool) -> DownloadError | None:
    """Convert an error of the network, the hub or the disk; None for any other error.

    Args:
        error: as huggingface_hub, its HTTP client or the operating system raised it.
        repository: the repository that was asked for, as ``owner/name``.
        signed_in: whether the request had an access token.
    """
    if isinstance(error, DownloadError):
        return error
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DownloadError(
            "disk full",
            "The disk is full.",
            "There was no room for the rest of {repository}.",
            "Free some space and go on: what was downloaded is kept.",
            repository=repository,
        )
    if isinstance(error, GatedRepoError):
        return _gated_error(repository, signed_in)
    if isinstance(error, RevisionNotFoundError):
        return DownloadError(
            "gone",
            "{repository} has no such revision.",
            "The hub answered 404.",
            "Update Anneal, which may know a newer one.",
            repository=repository,
        )
    status = _status(error)
    if isinstance(error, RepositoryNotFoundError) and status == 401 and not signed_in:
        return _gated_error(repository, signed_in)  # the hub says 401 for what only members may see
    if status is not None:
        return _status_error(status, repository, signed_in)
    if isinstance(error, OfflineModeIsEnabled):
        return DownloadError(
            "offline",
            "Downloads are switched off.",
            "The variable HF_HUB_OFFLINE is set.",
            "Unset it and start again, or import the model from a folder.",
        )
    return _connection_error(error, repository)


def _gated_error(repository: str, signed_in: bool) -> DownloadError:
    if not signed_in:
        return DownloadError(
            "sign in",
            "{repository} asks who you are.",
            "Its authors want to know who downloads it, and no access token was given.",
            "Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.",
            repository=repository,
            link=repository_url(repository),
        )
    return DownloadError(
        "agree",
        "{repository} is not open to your account yet.",
        "Its authors ask everybody to agree to their terms first.",
        "Open {link}, agree, and try again. Some authors answer only after a while.",
        repository=repository,
        link=repository_url(repository),
    )


def _status_error(status: int, repository: str, signed_in: bool) -> DownloadError:
    facts = {"repository": repository, "status": status, "link": repository_url(repository)}
    if status == 401:
        if signed_in:
            what = translatable("The hub does not know this access token.")
        else:
            what = translatable("{repository} asks who you are.")
        return DownloadError(
            "sign in",
            what,
            "It answered 401.",
            "Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.",
            **facts,
        )
    if status == 403:
        return DownloadError(
            "forbidden",
            "{repository} may not be downloaded with this account.",
            "The hub answered 403.",
            "See at {link} whether you must agree to something, and whether your token may read gated repositories.",
            **facts,
        )
    if status in (404, 410):
        return DownloadError(
            "gone",
            "{repository} was not found.",
            "The hub answered {status}: it was moved, renamed or taken down.",
            "Look at {link}, or update Anneal.",
            **facts,
        )
    if status == 429:
        return DownloadError(
            "busy",
            "The hub asks to slow down.",
            "It answered 429: too many requests from this network.",
            "Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.",
            **facts,
        )
    if status >= 500 or status == 408:
        return DownloadError(
            "server",
            "The hub has a problem of its own.",
            "It answered {status} several times.",
            "Go on later: what was downloaded is kept.",
            **facts,
        )
    return DownloadError(
        "other", "The hub refused.", "It answered {status} for {repository}.", "Please report it.", **facts
    )


def _connection_error(error: BaseException, repository: str) -> DownloadError | None:
    causes = list(_cause_chain(error))
    reason = str(causes[-1]).strip() or type(causes[-1]).__name__
    if any(isinstance(cause, ssl.SSLError) or "[SSL" in str(cause) for cause in causes):
        return DownloadError(
            "certificate",
            "The hub's certificate was not accepted.",
            "{reason}.",
            "See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.",
            reason=reason.rstrip("."),
        )
    if any(isinstance(cause, httpx.ProxyError) for cause in causes):
        return DownloadError(
            "proxy",
            "The proxy did not let the download through.",
            "{reason}.",
            "Check the variables HTTPS_PROXY and NO_PROXY.",
            reason=reason.rstrip("."),
        )
    if any(isinstance(cause, (httpx.ReadTimeout, httpx.WriteTimeout, httpx.PoolTimeout)) for cause in causes):
        return DownloadError(
            "stalled",
            "The download stands still.",
            "Nothing of {repository} came for a while, in several tries.",
            "Check the network and go on: what was downloaded is kept.",
            repository=repository,
        )
    if any(isinstance(cause, (httpx.TransportError, LocalEntryNotFoundError, ConnectionError)) for cause in causes):
        return DownloadError(
            "offline",
            "The hub cannot be reached.",
            "{reason}.",
            "Check the network and go on: what was downloaded is kept.",
            reason=reason.rstrip("."),
        )
    if isinstance(error, OSError):
        return DownloadError(
            "disk",
            "The download could not be written.",
            "{reason}.",
            "See that the folder can be written to.",
            reason=(error.strerror or str(error)).rstrip("."),
        )
    return None


def _status(error: BaseException) -> int | None:
    response = getattr(error, "response", None)
    if isinstance(error, (HfHubHTTPError, httpx.HTTPStatusError)) and response is not None:
        return int(response.status_code)
    return None


def _cause_chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and its causes, the root last."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
