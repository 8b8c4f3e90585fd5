"""A hub on loopback for the tests of models."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from huggingface_hub import close_session, constants

from .hub_server import HubServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A hub on loopback, the only one these tests may reach."""
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    close_session()
    with HubServer() as running:
        yield running
    close_session()
