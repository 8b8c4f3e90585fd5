"""The wheel, installed into an empty environment away from the checkout: it is all that is needed.

So that torch is not fetched once more, the environment borrows the libraries of the one that runs the tests; the app and
its resources are its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from app import __version__, paths

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


@dataclass(frozen=True)
class Installation:
    bin: Path
    elsewhere: Path
    """A folder with nothing in it, where everything is started."""

    def run(self, command: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [self.bin / command, *arguments],
            cwd=self.elsewhere,
            env={**kept, **environment},
            capture_output=True,
            text=True,
            timeout=1000,
            check=False,
        )


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    if find_spec("hatchling") is None:
        pytest.fail("The wheel is built by hatchling, which packaging/test installs.", pytrace=False)
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = [*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    subprocess.run(build, check=True, timeout=600)
    [wheel] = folder.glob("anneal-*.whl")
    environment = folder / "environment"
    venv.create(environment)
    python = environment / "bin" / "python"
    install = [*pip, "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(install, check=True, timeout=600)
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    Path(own.stdout.strip(), "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Installation(environment / "bin", elsewhere)


def test_its_commands_are_there(installation: Installation) -> None:
    said = installation.run("anneal", "--version")
    assert (said.stdout, said.returncode) == (f"anneal {__version__}\n", 0), said.stderr
    assert os.access(installation.bin / "anneal-gui", os.X_OK)


def test_the_app_and_its_resources_are_its_own(installation: Installation) -> None:
    program = (
        "import json; from app import paths; print(json.dumps([str(paths.resources_folder()), str(paths.icon_file())]))"
    )
    said = installation.run("python", "-c", program)
    resources, icon = map(Path, json.loads(said.stdout))
    assert installation.bin.parent in resources.parents
    assert icon.read_bytes() == paths.icon_file().read_bytes()
    for kept in ("LICENCES.md", "translations/anneal_de.qm", "samples/samples.json", "models/catalog.json"):
        assert (resources / kept).is_file(), kept


def test_it_transcribes_a_sample(installation: Installation) -> None:
    [sample, *_] = sorted(paths.sample_clips(), key=lambda path: not path.stem.startswith("en"))
    said = installation.run("anneal", "transcribe", sample, "--language", "en", "--steps", "8")
    assert said.returncode == 0, said.stderr
    assert len(said.stdout.split()) >= 5


def test_the_window_opens_and_closes(installation: Installation) -> None:
    """Through the installed package, on no screen: all that the window needs is in the wheel."""
    said = installation.run("python", "-m", "app.bench.window_start", QT_QPA_PLATFORM="offscreen")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["torch_imported"] is False


def test_without_a_screen_the_window_says_what_to_do(installation: Installation) -> None:
    said = installation.run("anneal-gui", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert said.returncode == 1
    assert "anneal transcribe FILE" in said.stderr
