"""A job makes, advances and closes its generator in one thread that is not the window's."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from app.jobs.job import Job


def test_a_job_closes_its_generator_in_its_own_thread(qtbot) -> None:
    threads = []

    def events() -> Iterator[int]:
        try:
            while True:
                time.sleep(0.005)
                yield 1
        finally:
            threads.append(threading.get_ident())

    job = Job(events)
    with qtbot.waitSignal(job.finished):
        with qtbot.waitSignal(job.reported):
            job.start()
        job.cancel()
    job.wait()
    assert threads
    assert threads[0] != threading.get_ident()
