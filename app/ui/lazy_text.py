"""Texts that stay correct after a change of language."""

from __future__ import annotations

from collections.abc import Callable

LazyText = str | Callable[[], str]
"""A text, or a function that returns it in the language in use."""


def resolve(text: LazyText) -> str:
    """Return the text in the language in use."""
    return text if isinstance(text, str) else text()
