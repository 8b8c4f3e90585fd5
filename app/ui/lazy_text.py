"""Texts that may outlast a change of language."""

from __future__ import annotations

from collections.abc import Callable

Words = str | Callable[[], str]
"""A text, or a function that says it in the language spoken at that moment."""


def said(words: Words) -> str:
    """The text in the language spoken now."""
    return words if isinstance(words, str) else words()
