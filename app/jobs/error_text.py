"""Translated texts of errors; the errors themselves are English and know nothing of Qt."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from app.errors import AnnealError, format_facts

CONTEXT = "Errors"


def error_text(error: AnnealError) -> str:
    """What happened, why and what to do, as one running text."""
    parts = [_sentence_of(sentence, error) for sentence in error.sentences]
    return re.sub(r"(?<=[。！？]) ", "", " ".join(part for part in parts if part))  # no space between Chinese sentences


def error_about(name: str, error: AnnealError) -> str:
    """The same, preceded by the name of its subject unless the text contains it."""
    text = error_text(error)
    return text if name in text else f"{name}: {text}"


def what_happened(error: AnnealError) -> str:
    """The first sentence of an error, translated."""
    return _sentence_of(error.sentences[0], error)


def sentence_text(sentence: str, facts: dict[str, object]) -> str:
    """A translatable sentence with its facts, both translated."""
    texts = {name: _fact_text(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return format_facts(_translate(sentence), texts)


def _sentence_of(sentence: str, error: AnnealError) -> str:
    return sentence_text(sentence, error.facts)


def _fact_text(text: str) -> str:
    """A fact translated: a sentence, a quoted name, or text that needs no translation."""
    if text.startswith("“") and text.endswith("”"):
        return QCoreApplication.translate("Errors", "“{name}”").format(name=text[1:-1])
    return _translate(text)


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
