"""Where the files of an archive come from: a folder, or an address that fsspec knows, such as ``s3://bucket/talks``."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from app.errors import ArchiveError, AudioError, reason_of
from app.library.file_names import MEDIA_SUFFIXES, fit_name


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A media file as the walk has found it."""

    path: str
    """Relative to the folder, with ``/``. Bytes that are no UTF-8 are surrogates, as ``os.fsdecode`` makes them."""
    size_bytes: int = 0
    version: str = ""
    """Differs once the file was written to: its time of modification, or what the address's file system tells."""
    error: str = ""
    """Why it, or the folder of this path, cannot be read."""


class SourceFolder(Protocol):
    """The files of an archive. Can be pickled, and opens the same files in another process."""

    address: str
    """Absolute."""

    def walk(self) -> Iterator[FoundFile]:
        """All media files, in any order."""
        ...

    def open(self, path: str) -> Any:
        """A context manager with the path of a local file of the same content. Raises ``AudioError``."""
        ...

    def version(self, path: str) -> str:
        """As ``FoundFile.version``, now; empty where it cannot be told."""
        ...


def open_folder(address: str, leave_out: Path | None = None) -> SourceFolder:
    """The folder at a path, or at an address with ``://``.

    Args:
        leave_out: a folder inside it that is not walked: that of the outputs.

    Raises:
        ArchiveError: there is no such folder, or fsspec cannot open the address.
    """
    if "://" in address:
        return RemoteFolder(address)
    if not Path(address).is_dir():
        raise ArchiveError(
            "{folder} is no folder.", "An archive is a folder with audio and video files.", folder=address
        )
    return LocalFolder(Path(address), leave_out)


def is_media(name: str) -> bool:
    """Whether a file's name has the suffix of an audio or video file."""
    return os.path.splitext(name)[1].lower() in MEDIA_SUFFIXES


class LocalFolder:
    """A folder of this machine, or one that all machines share under the same path.

    Symbolic links to files are followed, and those to folders elsewhere, each of which is walked once.
    """

    def __init__(self, root: Path, leave_out: Path | None = None) -> None:
        self.root = root.absolute()
        self.address = str(self.root)
        self._leave_out = leave_out

    def walk(self) -> Iterator[FoundFile]:
        walked = [os.path.realpath(self.root)]
        left_out = os.path.realpath(self._leave_out) if self._leave_out is not None else ""
        if left_out == walked[0]:  # beside the files
            left_out = ""
        links = [""]
        while links:
            prefix = links.pop()
            if prefix:
                target = os.path.realpath(self.root / prefix)
                if any(_is_within(target, each) or _is_within(each, target) for each in walked):
                    continue
                walked.append(target)
            found = list[str]()
            yield from self._walk(prefix, left_out, found)
            links += sorted(found, key=os.fsencode, reverse=True)

    def _walk(self, start: str, left_out: str, links: list[str]) -> Iterator[FoundFile]:
        """The files below a folder. Links to folders are put into ``links``."""
        folders = [start]
        while folders:
            prefix = folders.pop()
            try:
                if left_out and os.path.realpath(self.root / prefix) == left_out:
                    continue
                with os.scandir(self.root / prefix) as listing:
                    for entry in listing:
                        yield from self._look_at(prefix + entry.name, entry, folders, links)
            except OSError as error:
                yield FoundFile(prefix.rstrip("/") or ".", error=error.strerror or str(error))

    @staticmethod
    def _look_at(path: str, entry: os.DirEntry, folders: list[str], links: list[str]) -> Iterator[FoundFile]:
        try:
            if entry.is_dir():
                (links if entry.is_symlink() else folders).append(f"{path}/")
                return
            if not is_media(entry.name):
                return
            status = entry.stat()
        except OSError as error:
            yield FoundFile(path, error=error.strerror or str(error))
            return
        if stat.S_ISREG(status.st_mode):
            yield FoundFile(path, status.st_size, str(status.st_mtime_ns))
        else:
            yield FoundFile(path, error="It is not a file but a pipe or a device.")

    @contextmanager
    def open(self, path: str) -> Iterator[Path]:
        yield self.root / path

    def version(self, path: str) -> str:
        try:
            return str((self.root / path).stat().st_mtime_ns)
        except OSError:
            return ""


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


VERSIONS = (
    "ETag", "etag", "md5Hash", "Content-MD5", "sha", "generation", "mtime", "LastModified", "last_modified", "Last-Modified",
    "modificationTime", "modify", "updated", "created",
)  # fmt: skip
"""What file systems of fsspec tell by which it is known that a file was written to, the surest first."""


class RemoteFolder:
    """A folder at an address of fsspec. A file is copied to the temporary folder while it is open."""

    def __init__(self, address: str) -> None:
        self._url = address.rstrip("/") if not address.endswith("://") else address
        self.address = re.sub(
            r"(?<=://)([^/@:]*):[^/@]*@", r"\1@", self._url
        )  # without a password: it is written to files
        self._connect()

    def _connect(self) -> None:
        try:
            import fsspec

            self._files, self._root = fsspec.url_to_fs(self._url, use_listings_cache=False)
        except Exception as error:  # every file system of fsspec has errors of its own
            raise ArchiveError(
                "{folder} cannot be opened.",
                "{reason}.",
                "Install the package of fsspec for it, or name a folder.",
                folder=self.address,
                reason=reason_of(error).rstrip("."),
            ) from error

    def __getstate__(self) -> str:
        return self._url

    def __setstate__(self, url: str) -> None:
        self.__init__(url)  # type: ignore[misc]

    def walk(self) -> Iterator[FoundFile]:
        folders = [self._root]
        while folders:
            folder = folders.pop()
            try:
                listing = self._files.ls(folder, detail=True)
            except Exception as error:
                yield FoundFile(self._path_of(folder) or ".", error=reason_of(error) or type(error).__name__)
                continue
            for info in listing:
                full = info["name"]
                if info["type"] == "directory":
                    if full.rstrip("/") != folder.rstrip("/"):
                        folders.append(full)
                elif is_media(full):
                    yield self._found_file(full, info)

    def _path_of(self, full: str) -> str:
        return full[len(self._root) :].strip("/")

    def _found_file(self, full: str, info: dict[str, Any]) -> FoundFile:
        try:
            if info.get("size") is None or not _version_of(info):
                info = self._files.info(full)
            return FoundFile(self._path_of(full), int(info.get("size") or 0), _version_of(info))
        except Exception as error:
            return FoundFile(self._path_of(full), error=reason_of(error) or type(error).__name__)

    @contextmanager
    def open(self, path: str) -> Iterator[Path]:
        with TemporaryDirectory(prefix="anneal-") as folder:
            name = fit_name(*os.path.splitext(path.rpartition("/")[2]))
            try:
                self._files.get_file(self._full(path), f"{folder}/{name}")
            except Exception as error:
                raise AudioError(
                    "{file} could not be fetched.", "{reason}.", file=path, reason=reason_of(error)
                ) from error
            yield Path(folder, name)

    def version(self, path: str) -> str:
        try:
            return _version_of(self._files.info(self._full(path)))
        except Exception:
            return ""

    def _full(self, path: str) -> str:
        return f"{self._root.rstrip('/')}/{path}"


def _version_of(info: dict[str, Any]) -> str:
    value = next((info[name] for name in VERSIONS if info.get(name)), "")
    return str(value.timestamp() if isinstance(value, datetime) else value)  # of one file, listings may tell the other
