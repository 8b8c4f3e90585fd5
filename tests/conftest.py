"""For every test: no window on the user's screen, none of their folders, no network; on CI nothing is skipped silently."""

from __future__ import annotations

import gc
import os
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .virtual_desktop import session_bus

if TYPE_CHECKING:
    from .fake_portal import FakePortal

if (
    "PYTEST_XDIST_WORKER" in os.environ
):  # one of several at work: a thread each, before the first import of torch or numpy
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt; journeys choose their own
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["LC_ALL"], os.environ["LANGUAGE"] = "C.UTF-8", ""  # the language of the system: nobody's in particular

gc.disable()  # as in the app: a cycle with a window in it must not be collected in some other thread

FULL_COLLECTION_EVERY = 400  # tests
tests_done = count(1)

SKIPS_ON_CI = ("card", "GPU", "zhconv", "triton", "Windows", "node, to run", "sound output", "drowned")
"""What a CI machine may lack, as reasons for a skip name it. For any other reason a skip there is a failure."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that have most slow tests, so that no worker is left alone with one of them at the end."""
    slow: Counter[Path] = Counter()
    for item in items:
        slow[item.path] += any(item.iter_markers("journey")) * 100 + any(item.iter_markers("slow"))
    items.sort(key=lambda item: -slow[item.path])  # stable: within a file the order stays


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Collect garbage in the main thread: a test's own after it, now and then all there is."""
    if next(tests_done) % FULL_COLLECTION_EVERY == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()  # what is left is here to stay, and is not looked through after every test


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure on CI where it hides that a model, a program or a checkout is missing."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in SKIPS_ON_CI):
            report.outcome, report.longrepr = "failed", f"{item.nodeid} must not be skipped on CI: {reason}"
    return report


@pytest.fixture(scope="session")
def bus_address() -> Iterator[str]:
    """One bus for all tests: Qt connects to a session bus once."""
    if shutil.which("dbus-daemon") is None:
        pytest.fail("The desktop portal is tested on a real bus. Missing: dbus-daemon.", pytrace=False)
    with session_bus() as address:
        yield address


@pytest.fixture
def portal(bus_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakePortal]]:
    """``portal(interfaces...)`` puts a desktop portal on a session bus; without a call there is none. No display."""
    from .fake_portal import FakePortal

    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus_address)
    with ExitStack() as stack:
        yield lambda *interfaces, **how: stack.enter_context(closing(FakePortal(*interfaces, **how)))


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, settings and cache of a test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
