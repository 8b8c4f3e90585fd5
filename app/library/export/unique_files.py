"""A folder of exports in which nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass
class ExportFolder:
    """Writes ``STEM.FORMAT_VERSION`` per source, or ``STEM-2.FORMAT``, ``STEM-3.FORMAT``, ... where that name is taken.

    A name is taken by any file already there, of an earlier run or of another source with the same stem. The one exception: a
    file of an earlier run that already says exactly the same is kept, so that doing the same thing again leaves no copies.
    """

    path: Path
    written: set[Path] = field(default_factory=set)
    """What this object has written, or found to be there already."""

    def write(self, stem: str, suffix: str, text: str | bytes) -> Path:
        """Write ``text`` as UTF-8, or bytes as they are, and return where; ``suffix`` without its dot. Raises ``OSError``."""
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
