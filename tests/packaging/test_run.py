"""packaging/run in a checkout of its own: it makes its environment, mends it, and says what it cannot do.

Everything is real but what would be downloaded: the lock names one small wheel, made here, through which the new environment
sees the libraries of the one that runs the tests.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path

import pytest

from app import __version__

ROOT = Path(__file__).parents[2]
VERSION = f"anneal {__version__}\n"
TOOLS = "bash cat cksum dirname env id readlink rm uname".split()
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def borrowing_wheel(folder: Path) -> Path:
    """A package that is nothing but a way to the libraries of this environment."""
    path = folder / "borrowed-1-py3-none-any.whl"
    about = "borrowed-1.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("borrowed.pth", sysconfig.get_path("purelib"))
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: borrowed\nVersion: 1\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", f"borrowed.pth,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    return path


def make_checkout(folder: Path) -> Path:
    checkout = folder / "a checkout"  # with a space, as on many a disk
    (checkout / "packaging").mkdir(parents=True)
    for name in ("run", "prepare.sh"):
        shutil.copy(ROOT / "packaging" / name, checkout / "packaging")
    for name in ("app", "resources"):
        (checkout / name).symlink_to(ROOT / name)
    wheel = borrowing_wheel(folder)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (checkout / "packaging" / "requirements.lock.txt").write_text(
        f"borrowed @ {wheel.as_uri()} --hash=sha256:{digest}\n"
    )
    (checkout / "packaging" / "requirements-torch.lock.txt").write_text("# torch comes with what is borrowed\n")
    return checkout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkout(tmp_path_factory.mktemp("run"))


def start(checkout: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    return subprocess.Popen(
        [checkout / "packaging" / "run", *arguments],
        cwd=checkout.parent,
        env={**kept, "DISPLAY": "", "WAYLAND_DISPLAY": "", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(checkout: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    process = start(checkout, *arguments, **environment)
    out, said = process.communicate(timeout=800)
    return process.returncode, out, said


def test_the_first_start_installs_once_and_later_ones_say_nothing(checkout: Path) -> None:
    both = [start(checkout, "--version") for _ in range(2)]
    told = [process.communicate(timeout=800) for process in both]
    assert [out for out, _ in told] == [VERSION, VERSION], told
    assert sorted("Installing Anneal's packages" in said for _, said in told) == [False, True]
    assert run(checkout, "--version") == (0, VERSION, "")


def test_without_a_screen_it_shows_the_command_line_way(checkout: Path) -> None:
    code, out, said = run(checkout)
    assert (code, out) == (1, "")
    assert "There is no display here" in said
    assert "packaging/run FILE" in said


@pytest.mark.parametrize(
    ("damaged", "anew"),
    [
        ("bin/python*", True),
        ("pyvenv.cfg", True),
        ("requirements.stamp", False),  # of another lock, as after an update
        ("lib/python3*/site-packages/borrowed.pth", True),
    ],
)
def test_what_is_damaged_is_mended(checkout: Path, damaged: str, anew: bool) -> None:
    venv = checkout / ".venv"
    if not (venv / "requirements.stamp").exists():
        run(checkout, "--version")
    found = list(venv.glob(damaged))
    assert found
    for path in found:
        if path.suffix == ".stamp":
            path.write_text("1 1\n", encoding="utf-8")
        else:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    mark = venv / "mark"
    mark.touch()
    code, out, said = run(checkout, "--version")
    assert (code, out) == (0, VERSION), said
    assert mark.exists() != anew, said
    assert ("have changed" in said) != anew
    assert run(checkout, "--version") == (0, VERSION, "")


def test_without_python_it_names_the_one_command(tmp_path: Path) -> None:
    """On a machine where nothing may be installed: there is no apt-get on the path."""
    checkout = make_checkout(tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or tool)
    code, out, said = run(checkout, PATH=str(tools))
    assert (code, out) == (1, "")
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3 python3-venv" in said
