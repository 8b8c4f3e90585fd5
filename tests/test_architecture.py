"""The rules of the house that a machine can check."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE_LINES = 420
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
TOP_LEVEL = {"pyproject.toml", "app", "resources", "tests", "packaging", "README.md", "LICENSE"}

QT = ("PySide6", "shiboken6")
TORCH = ("torch", "transformers", "peft", "librosa")


def modules(*folders: str) -> list[str]:
    """Names of all modules under folders of ``app``."""
    files = [path for folder in folders for path in sorted((ROOT / "app" / folder).rglob("*.py"))]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]
    assert names
    kernels = (
        () if find_spec("triton") else ("app.models.quantization.triton_kernels",)
    )  # only torch's builds for CUDA bring triton
    return [name.removesuffix(".__init__") for name in names if name not in kernels]


def loaded_by(names: list[str], unwanted: tuple[str, ...]) -> str:
    """Which of ``unwanted`` is loaded after importing ``names`` in a fresh interpreter, and by which of them first."""
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1].split():\n"
        "    importlib.import_module(name)\n"
        "    for unwanted in sys.argv[2].split():\n"
        "        if unwanted in sys.modules:\n"
        "            sys.exit(f'{unwanted} is loaded by {name}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, " ".join(names), " ".join(unwanted)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def test_speech_models_and_library_know_no_qt() -> None:
    assert loaded_by(modules("speech", "models", "library"), QT) == ""


def test_the_interface_knows_no_torch() -> None:
    assert loaded_by(modules("ui"), TORCH) == ""


def test_jobs_sound_and_wiring_start_without_torch() -> None:
    assert loaded_by([*modules("jobs", "sound"), "app.wiring"], TORCH) == ""


@pytest.mark.parametrize("name", ["app.cli.main", "app.__main__", "app.speech", "app.speech.options"])
def test_the_command_line_starts_light(name: str) -> None:
    assert loaded_by([name], (*QT, *TORCH, "numpy", "rich")) == ""


def source_files() -> list[Path]:
    return [path for path in (ROOT / "app").rglob("*.py") if "__pycache__" not in path.parts]


def test_no_file_is_two_things() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in source_files()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE_LINES} == {}


def test_files_are_named_after_what_they_hold() -> None:
    places = [*source_files(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")]
    parts = {part for path in places for part in path.relative_to(ROOT).with_suffix("").parts}
    assert parts & VAGUE_NAMES == set()


def test_resources_are_read_through_paths_only() -> None:
    readers = {path.name for path in source_files() if '"resources"' in path.read_text()}
    assert readers <= {"paths.py"}


def test_the_top_level_is_as_agreed() -> None:
    try:
        listed = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL
