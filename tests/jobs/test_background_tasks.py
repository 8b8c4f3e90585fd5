"""Short tasks run side by side, each in a thread of its own; their results and errors come back to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from app.jobs.background_tasks import BackgroundTasks


def test_results_and_errors_come_back(qtbot, background_tasks: BackgroundTasks) -> None:
    together = threading.Barrier(2, timeout=10)
    results: list[tuple[str, bool]] = []
    errors: list[str] = []
    here = threading.get_ident()

    def task(name: str) -> Iterator[tuple[str, bool]]:
        together.wait()  # neither goes on before both run
        yield name, threading.get_ident() != here

    def broken() -> Iterator[object]:
        raise ZeroDivisionError("no")
        yield

    background_tasks.run(lambda: task("a"), results.append)
    background_tasks.run(lambda: task("b"), results.append)
    background_tasks.run(broken, results.append, lambda error: errors.append(str(error)))
    qtbot.waitUntil(lambda: len(results) == 2 and len(errors) == 1, timeout=10_000)
    assert sorted(results) == [("a", True), ("b", True)]
    assert "ZeroDivisionError" in errors[0]
