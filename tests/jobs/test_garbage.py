"""Cycles with Qt's objects in them are collected in the window's thread, however busy the others are."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from app.jobs.garbage import GarbageCollector


class Knot(QObject):
    """An object that holds itself and says in which thread it was let go."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.end = End(ends)


class End:
    def __init__(self, ends: list[int]) -> None:
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


@pytest.fixture
def collector(qapp) -> Iterator[GarbageCollector]:
    yield GarbageCollector()
    gc.unfreeze()


def clutter() -> None:
    """What makes Python collect by itself, wherever it happens."""
    for _ in range(200):
        rows: list[list[object]] = [[] for _ in range(2000)]
        for row in rows:
            row.append(row)


def test_a_busy_thread_collects_nothing_and_the_windows_thread_does(qtbot, collector: GarbageCollector) -> None:
    ends: list[int] = []
    for _ in range(20):
        Knot(ends)
    busy = threading.Thread(target=clutter)
    busy.start()
    busy.join()
    assert ends == []
    qtbot.waitUntil(lambda: len(ends) == 20)
    assert set(ends) == {threading.get_ident()}


def test_it_rests_while_a_model_loads_and_leaves_what_is_settled_alone(qtbot, collector: GarbageCollector) -> None:
    ends: list[int] = []
    collector.rest()
    Knot(ends)
    clutter()
    qtbot.wait(300)
    assert ends == []
    collector.settle()
    assert gc.get_freeze_count() > 0
    gc.collect()
    assert ends == [], "settled"
    Knot(ends)
    clutter()
    qtbot.waitUntil(lambda: len(ends) == 1)
