"""Repositories as the published model's paper has them, with the class names of its authors and tiny widths."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def pickled_under(module: str, made: type) -> Iterator[None]:
    """Let objects of a class be pickled as those of ``module``, which need not exist; afterwards all is as before."""
    owner = sys.modules.get(module)
    sys.modules[module] = holder = owner or ModuleType(module)
    made.__module__, made.__qualname__ = module, made.__name__
    setattr(holder, made.__name__, made)
    try:
        yield
    finally:
        delattr(holder, made.__name__)
        if owner is None:
            del sys.modules[module]


def config_class(name: str = "AudioDiffusionConfig") -> type:
    """Return a class whose objects hold the keyword arguments that they are made with."""

    def init(self: Any, **fields: Any) -> None:
        self.__dict__.update(fields)

    return type(name, (), {"__init__": init})
