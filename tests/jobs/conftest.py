"""The owner of the threads that a test starts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.jobs.background_tasks import BackgroundTasks


@pytest.fixture
def background_tasks(qapp) -> Iterator[BackgroundTasks]:
    tasks = BackgroundTasks()
    yield tasks
    assert tasks.shut_down(20_000)
