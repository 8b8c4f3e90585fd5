"""Writes exports into a folder without ever overwriting a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass
class ExportFolder:
    """Writes ``STEM.FORMAT`` per source, or ``STEM-2.FORMAT``, ``STEM-3.FORMAT``, ... where that name is taken.

    Any file that exists takes a name, of an earlier run or of another source with the same stem. Exception: a file of an
    earlier run with exactly the same content is reused, so that repeating an export leaves no copies.
    """

    path: Path
    written: set[Path] = field(default_factory=set)
    """Paths that this object wrote or reused."""

    def write(self, stem: str, suffix: str, text: str | bytes) -> Path:
        """Write ``text``, as UTF-8 unless it is bytes, and return the path; ``suffix`` without a dot. Raises ``OSError``."""
        body = text.encode("utf-8") if isinstance(text, str) else text
        for number in count(1):
            path = self.path / f"{stem if number == 1 else f'{stem}-{number}'}.{suffix}"
            try:
                file = path.open("xb")
            except FileExistsError:
                if path in self.written or not path.is_file() or path.read_bytes() != body:
                    continue
            else:
                try:
                    with file:
                        file.write(body)
                except OSError:
                    path.unlink(missing_ok=True)
                    raise
            self.written.add(path)
            return path
        raise AssertionError("count() has no end")
