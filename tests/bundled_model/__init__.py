"""Tests of the bundled model's recipe, whose scripts are no package and import each other by name."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "bundled_model"


def script(name: str) -> ModuleType:
    """A script of the recipe as a module."""
    if str(RECIPE) not in sys.path:
        sys.path.append(str(RECIPE))
    return importlib.import_module(name)
