"""For every test: no window on the person's screen, none of their folders, no network."""

from __future__ import annotations

import gc
import os
from itertools import count

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first import of Qt; journeys choose their own
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["LC_ALL"], os.environ["LANGUAGE"] = "C.UTF-8", ""  # the language of the system: nobody's in particular

gc.disable()  # as in the app: a cycle with a window in it must not be collected in some other thread


FULL_EVERY = 100  # tests
done = count(1)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Garbage goes here, in the main thread: a test's own after it, now and then all there is."""
    if next(done) % FULL_EVERY == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()  # what is left is here to stay, and is not looked through after every test


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, settings and cache of a test lie in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
