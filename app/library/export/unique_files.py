"""Writes exports into a folder without ever overwriting a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryFile

from app.library.file_names import fit_name, max_name_bytes

TRIED_BYTES = 64 * 1024
"""The text of about an hour."""


@dataclass
class ExportFolder:
    """Writes ``STEM.FORMAT`` per source, or ``STEM-2.FORMAT``, ``STEM-3.FORMAT``, ... where that name is taken.

    Any file that exists takes a name, of an earlier run or of another source with the same stem. Exception: a file of an
    earlier run with exactly the same content is reused, so that repeating an export leaves no copies. A stem that makes a name
    longer than the file system takes is cut.
    """

    path: Path
    written: set[Path] = field(default_factory=set)
    """Paths that this object wrote or reused."""

    def try_out(self) -> None:
        """Write and delete a file without a name. Raises ``OSError`` where the folder takes none, or its disk is full."""
        with TemporaryFile(dir=self.path) as file:
            file.write(bytes(TRIED_BYTES))

    def write(self, stem: str, suffix: str, text: str | bytes) -> Path:
        """Write ``text``, as UTF-8 unless it is bytes, and return the path; ``suffix`` without a dot. Raises ``OSError``."""
        body = text.encode("utf-8", "replace") if isinstance(text, str) else text
        max_bytes = max_name_bytes(self.path)
        for number in count(1):
            path = self.path / fit_name(stem, f".{suffix}" if number == 1 else f"-{number}.{suffix}", max_bytes)
            try:
                file = path.open("xb")
            except FileExistsError:
                if path in self.written or not path.is_file() or path.read_bytes() != body:
                    continue
            else:
                try:
                    with file:
                        file.write(body)
                except BaseException:  # also where it is interrupted: half a text is none
                    path.unlink(missing_ok=True)
                    raise
            self.written.add(path)
            return path
        raise AssertionError("count() has no end")
