"""Cycles with Qt's objects in them are collected in the window's thread, however busy the others are."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer

from app.jobs.main_thread_gc import GarbageCollector


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


def test_it_rests_while_a_model_loads(collector: GarbageCollector) -> None:
    timer = collector.findChild(QTimer)
    assert timer.isActive()
    collector.pause()
    assert not timer.isActive()
    collector.freeze()
    assert timer.isActive()
    collector.pause()
    collector.resume()
    assert timer.isActive()


def test_what_is_settled_is_looked_through_no_more(collector: GarbageCollector) -> None:
    ends: list[int] = []
    Knot(ends)
    collector.freeze()
    gc.collect()
    assert ends == []
    Knot(ends)
    gc.collect()
    assert len(ends) == 1
