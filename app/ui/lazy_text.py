"""Texts that may outlast a change of language."""

from __future__ import annotations

from collections.abc import Callable

LazyText = str | Callable[[], str]
"""A text, or a function that says it in the language spoken at that moment."""


def resolve(text: LazyText) -> str:
    """The text in the language spoken now."""
    return text if isinstance(text, str) else text()
