"""The user's access token for the hub, kept by the system's keyring and nowhere else.

``huggingface_hub.login`` writes the token into a plain file.
"""

from __future__ import annotations

import logging

import keyring
from huggingface_hub import get_token
from keyring.errors import KeyringError

from app.errors import ModelError

SERVICE, ACCOUNT = "anneal", "huggingface.co"
log = logging.getLogger(__name__)


def read_token() -> str | None:
    """Return the token in the keyring, else the one of ``hf auth login`` or HF_TOKEN; None where there is none."""
    try:
        token = keyring.get_password(SERVICE, ACCOUNT)
    except (KeyringError, RuntimeError) as locked:
        log.info("the keyring cannot be asked: %s", str(locked).partition(".")[0])
        token = None
    return token or get_token()


def store_token(token: str) -> None:
    """Store a token in the keyring, without the blanks around it. Raises ``ModelError`` where no keyring is open."""
    try:
        keyring.set_password(SERVICE, ACCOUNT, token.strip())
    except (KeyringError, RuntimeError) as refused:
        raise ModelError(
            "The access token could not be kept.",
            "This system has no keyring that is open: {reason}.",
            "Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.",
            reason=(str(refused).strip().splitlines() or ["no answer"])[0].rstrip("."),
        ) from refused


def delete_token() -> None:
    """Delete the token from the keyring, if there is one."""
    try:
        keyring.delete_password(SERVICE, ACCOUNT)
    except (KeyringError, RuntimeError) as refused:
        log.info("no token was deleted: %s", refused)
