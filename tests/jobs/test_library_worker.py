"""Library calls run one at a time, in order, and are answered in the caller's thread."""

from __future__ import annotations

import threading
from pathlib import Path

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.library.library import Library


def test_a_worker_answers_in_order_and_in_the_caller_s_thread(
    qtbot, background_tasks: BackgroundTasks, tmp_path: Path
) -> None:
    worker = LibraryWorker(background_tasks, Library(tmp_path / "library"))
    seen: list[object] = []
    here = threading.get_ident()
    failures = []
    worker.failed.connect(failures.append)
    for n in range(3):
        worker.submit(
            lambda store, n=n: (n, threading.get_ident() != here),
            lambda result: seen.append((result, threading.get_ident() == here)),
        )
    worker.submit(lambda store: store.entry("nobody"))
    worker.submit(lambda store: 1 / 0, on_error=lambda error: seen.append(str(error)))
    qtbot.waitUntil(lambda: len(seen) == 4, timeout=10_000)
    assert seen[:3] == [((n, True), True) for n in range(3)]
    assert "ZeroDivisionError" in str(seen[3])
    assert "no longer" in str(failures[0])


def test_nothing_is_answered_once_the_library_is_closed(
    qtbot, background_tasks: BackgroundTasks, tmp_path: Path
) -> None:
    """Who asked may be gone with the window; what was asked for is done all the same."""
    library = Library(tmp_path / "library")
    worker = LibraryWorker(background_tasks, library)
    asked, answered = threading.Event(), []
    worker.submit(lambda _store: asked.set(), answered.append)
    assert asked.wait(10)
    assert background_tasks.shut_down(10_000)
    qtbot.wait(50)
    assert answered == []
