"""The access token is kept by the keyring, and nowhere where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from app.errors import ModelError
from app.models.install import access_token
from tests.models.memory_keyring import MemoryKeyring


@pytest.fixture(autouse=True)
def _usual_keyring() -> Iterator[None]:
    usual = keyring.get_keyring()
    yield
    keyring.set_keyring(usual)


def test_the_keyring_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_token, "get_token", lambda: "hub's own")
    keyring.set_keyring(MemoryKeyring())
    assert access_token.read_token() == "hub's own"
    access_token.store_token(" hf_mine\n")
    assert access_token.read_token() == "hf_mine"
    access_token.delete_token()
    access_token.delete_token()
    assert access_token.read_token() == "hub's own"


def test_without_a_keyring_an_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_token, "get_token", lambda: None)
    keyring.set_keyring(NoKeyring())
    assert access_token.read_token() is None
    with pytest.raises(ModelError, match="hf auth login"):
        access_token.store_token("hf_mine")
