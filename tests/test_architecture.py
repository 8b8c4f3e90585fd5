"""Which modules may import which, and how files are named and laid out."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
VAGUE_NAMES = set("utils util helpers helper common misc manager stuff base core tools".split())
RETIRED_NAMES = set(
    "again ahead aside clamping clerk choosing comparing desk differing early errands faces filling gathering hearing "
    "intake keeping looks places redoing room shelf surroundings under_way watching".split()
)
"""Names that modules had once and that told a newcomer nothing, or something else: the field has a word for each of them."""
TOP_LEVEL = {"pyproject.toml", "app", "resources", "tests", "packaging", "README.md", "LICENSE"}

TESTS_OF_SEVERAL_MODULES = {
    "models/adapter/test_paper_algorithm.py",
    "models/adapter/test_paper_repository.py",
    "models/test_full_width.py",
    "library/export/test_folder.py",
    "library/export/test_read_back.py",
    "library/export/test_writers.py",
    "library/test_earlier_versions.py",
    "library/test_kill.py",
    "models/adapter/test_published_folder.py",
    "speech/pipeline/test_live.py",
    "speech/pipeline/test_resume.py",
    "speech/test_bundled.py",
    "test_architecture.py",
    "test_locale.py",
    "test_readme.py",
    "test_translations.py",
    "ui/test_announcements.py",
    "ui/test_focus.py",
    "ui/test_imports.py",
}

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


def test_only_what_shows_or_measures_the_window_loads_qt() -> None:
    windowed = {"app.bench.ui_latency", "app.bench.cancel_latency"}
    without = [
        name
        for name in modules("speech", "models", "library", "archive", "transcript", "bench")
        if name not in windowed
    ]
    assert loaded_by(without, QT) == ""


def test_the_interface_loads_no_torch() -> None:
    assert loaded_by(modules("ui"), TORCH) == ""


def test_jobs_know_no_widgets() -> None:
    assert loaded_by(modules("jobs"), ("PySide6.QtWidgets",)) == ""


def test_jobs_sound_and_wiring_start_without_torch() -> None:
    assert loaded_by([*modules("jobs", "sound"), "app.wiring"], TORCH) == ""


@pytest.mark.parametrize("name", ["app.cli.main", "app.__main__", "app.speech", "app.speech.options"])
def test_the_command_line_starts_light(name: str) -> None:
    assert loaded_by([name], (*QT, *TORCH, "numpy", "rich")) == ""


def test_import_contracts_are_kept() -> None:
    """The layers of the app and of ``app.speech``, and who must not know Qt or torch: contracts in ``pyproject.toml``.

    import-linter refuses a contract that names a module which does not exist, so none of them can hold of nothing.
    """
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert {contract["id"] for contract in contracts} == {"layers", "speech", "qt", "torch"}
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_logo=True, no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    analyzed = re.search(r"Analyzed (\d+) files", done.stdout)
    assert analyzed is not None
    assert int(analyzed[1]) >= len(source_files()) > 200
    assert f"Contracts: {len(contracts)} kept, 0 broken." in done.stdout


def test_no_module_imports_itself_through_others() -> None:
    """Lazy imports inside functions count too; those under ``TYPE_CHECKING`` never run and do not."""
    graph = grimp.build_graph("app", exclude_type_checking_imports=True, cache_dir=None)
    assert graph.count_imports() > 1000
    left = set(graph.modules)
    while loose := {
        name
        for name in left
        if not graph.find_modules_directly_imported_by(name) & left
        or not graph.find_modules_that_directly_import(name) & left
    }:
        left -= loose
    assert left == set(), "these import each other, or lie between modules that do"


def source_files() -> list[Path]:
    return [path for path in (ROOT / "app").rglob("*.py") if "__pycache__" not in path.parts]


def test_no_file_or_folder_has_a_vague_or_retired_name() -> None:
    files = [*source_files(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")]
    names = {part.removeprefix("test_") for path in files for part in path.relative_to(ROOT).with_suffix("").parts}
    assert {"app", "segmentation", "conftest", "main_window"} <= names
    assert names & (VAGUE_NAMES | RETIRED_NAMES) == set()


def test_a_test_file_is_named_after_the_module_it_tests() -> None:
    modules_of_app = {path.relative_to(ROOT / "app").with_suffix("") for path in source_files()}
    files = [path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(files) > 100
    own = {file for file in files if file.parts[0] in ("bundled_model", "packaging", "journeys")}
    others = {file for file in files if file.parent / file.stem.removeprefix("test_") not in modules_of_app} - own
    assert {file.as_posix() for file in others} <= TESTS_OF_SEVERAL_MODULES


def test_contributing_tells_where_each_module_is_tested() -> None:
    """A module without a test file of its name is in CONTRIBUTING's table, whose right column names files that exist."""
    table = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| code in")[2]
    rows = [line.split("|")[1:3] for line in table.splitlines()[2:] if line.startswith("| `")]
    patterns = [pattern for code, _ in rows for pattern in re.findall(r"`([^`]+)`", code)]
    assert len(patterns) > 20
    modules_of_app = [path.relative_to(ROOT / "app") for path in source_files() if path.name != "__init__.py"]
    untested = [
        module for module in modules_of_app if not (ROOT / "tests" / module.parent / f"test_{module.name}").exists()
    ]
    assert [module for module in untested if not any(module.match(pattern) for pattern in patterns)] == []
    files = [file for _, tests in rows for file in re.findall(r"`([^`]+\.py)`", tests)]
    assert [file for file in files if not (ROOT / "tests" / file).exists()] == []


def test_only_paths_names_the_resources_folder() -> None:
    """Any string that is ``resources`` or a path with such a part counts, but docstrings and sentences."""
    readers = {str(path.relative_to(ROOT)) for path in source_files() if names_resources(path.read_text("utf-8"))}
    assert readers == {"app/paths.py"}


@pytest.mark.parametrize("code", ["'resources'", '"resources/models"', 'f"{x}/resources"', '"reso" "urces"'])
def test_a_reader_of_resources_is_recognized(code: str) -> None:
    assert names_resources(f"x = {code}")
    assert not names_resources('"""resources"""\nsay("A checkout has one in resources/models.")')


def names_resources(source: str) -> bool:
    tree = ast.parse(source)
    docstrings = {
        id(statement.value)
        for statement in ast.walk(tree)
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    return any("resources" in re.split(r"[/\\]", text) for text in texts if " " not in text)


def test_the_top_level_is_as_agreed() -> None:
    try:
        listed = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL
