"""Tests of the bundled model's recipe, whose scripts are no package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "bundled_model"


def script(name: str) -> ModuleType:
    """A script of the recipe as a module."""
    spec = importlib.util.spec_from_file_location(f"bundled_model_{name}", RECIPE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
