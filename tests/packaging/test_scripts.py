"""The scripts that are seldom run can at least be read by what will run them, and name files that exist."""

from __future__ import annotations

import plistlib
import re
import subprocess
from pathlib import Path

import pytest

from app import paths

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


def of_bash() -> list[Path]:
    files = [path for path in PACKAGING.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    found = [path for path in files if path.suffix == ".sh" or path.read_bytes().startswith(b"#!/usr/bin/env bash")]
    assert {"run", "test", "deb", "try_deb", "build"} <= {path.name for path in found}
    return [*found, ROOT / ".ci" / "run"]


@pytest.mark.parametrize("script", of_bash(), ids=lambda path: str(path.relative_to(ROOT)))
def test_bash_can_read_it(script: Path) -> None:
    said = subprocess.run(["bash", "-n", script], capture_output=True, text=True, timeout=60, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_python_can_read_the_recipe_of_the_bundles() -> None:
    recipe = (PACKAGING / "pyinstaller" / "anneal.spec").read_text(encoding="utf-8")
    compile(recipe, "anneal.spec", "exec")
    assert f'bundle_identifier="{paths.DESKTOP_ID}"' in recipe
    assert "NSMicrophoneUsageDescription" in recipe
    for script in re.findall(r'"(anneal\w*\.py)"', recipe):
        assert (PACKAGING / "pyinstaller" / script).is_file()


def test_the_mac_may_record() -> None:
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.audio-input"] is True


@pytest.mark.parametrize("script", ["windows/build.ps1", "windows/anneal.iss", "macos/build"])
def test_what_was_never_run_says_so_and_names_what_exists(script: str) -> None:
    text = (PACKAGING / script).read_text(encoding="utf-8")
    assert "UNTESTED" in text
    named = {name.replace("\\", "/") for name in re.findall(r"\b(?:packaging|resources)[\\/][\w.\\/-]+\w", text)}
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()
