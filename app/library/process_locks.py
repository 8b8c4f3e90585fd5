"""Lock files that tell which processes of the app are alive: the system frees a lock when its process ends."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows: a file that is open cannot be deleted, which tells the same
    fcntl = None  # type: ignore[assignment]


class ProcessLock:
    """The lock of this process. Its name is stored with the entries that it works on.

    Where the folder cannot be written the lock has a name, but other processes take this one for dead.
    """

    def __init__(self, folder: Path) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._path = folder / f"{self.name}.lock"
        self._file: IO[bytes] | None = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            file = open(self._path, "xb")  # noqa: SIM115  closed by release(), or with the process
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._file = file
            for path in folder.glob("*.lock"):
                self.is_alive(path.stem)

    def is_alive(self, name: str) -> bool:
        """Whether the process with the lock of this name is alive; delete the lock file of a dead one."""
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
