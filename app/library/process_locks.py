"""Which runs of the app are alive: each holds a lock file, and a lock dies with its process."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: a file that is open there cannot be deleted, which says the same
    fcntl = None  # type: ignore[assignment]


class ProcessLock:
    """This run of the app. Where its folder cannot be written, it has a name but nobody sees that it lives."""

    def __init__(self, folder: Path) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._path = folder / f"{self.name}.lock"
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = open(self._path, "xb")  # noqa: SIM115  closed by end(), or with the process
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._file = file
            for path in folder.glob("*.lock"):
                self.is_alive(path.stem)

    def is_alive(self, name: str) -> bool:
        """Whether the run of that name is still alive; what a dead one left is cleared away."""
        if name == self.name:
            return True
        path = self._path.with_name(f"{name}.lock")
        try:
            if fcntl is not None:
                with open(path, "rb") as file:
                    fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            path.unlink()
        except BlockingIOError:
            return True
        except PermissionError:
            return fcntl is None
        except OSError:
            return False
        return False

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink()
