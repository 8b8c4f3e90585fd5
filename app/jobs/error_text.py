"""Translated texts of errors; the errors themselves are English and know nothing of Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from app.errors import AnnealError, format_facts
from app.transcript.model import Notice

CONTEXT = "Errors"


def error_text(error: AnnealError) -> str:
    """What happened, why and what to do, as one running text."""
    return _join(_sentence_of(sentence, error) for sentence in error.sentences)


def error_sentences(error: AnnealError) -> tuple[str, str]:
    """What happened; and why and what to do."""
    what, *others = (_sentence_of(sentence, error) for sentence in error.sentences)
    return what, _join(others)


def what_happened(error: AnnealError) -> str:
    """The first sentence of an error, translated."""
    return _sentence_of(error.sentences[0], error)


def short_text(error: AnnealError) -> str:
    """A few words for the row of a file that failed, translated: its title stands above them."""
    return _translate(error.short) if error.short else what_happened(error)


def notice_text(notice: Notice) -> str:
    """A notice, translated, with numbers as the user writes them."""

    def localized(match: re.Match[str]) -> str:
        return QLocale().toString(float(match[0]), "f", 1)

    return sentence_text(
        notice.sentence, {name: re.sub(r"\d+\.\d", localized, fact) for name, fact in notice.facts.items()}
    )


def notices_text(notices: Iterable[Notice]) -> str:
    """Several notices as one running text."""
    return _join(notice_text(notice) for notice in notices)


def sentence_text(sentence: str, facts: Mapping[str, object]) -> str:
    """A translatable sentence with its facts, both translated."""
    texts = {name: _fact_text(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return format_facts(_translate(sentence), texts)


def _join(sentences: Iterable[str]) -> str:
    text = " ".join(sentence for sentence in sentences if sentence)
    return re.sub(r"(?<=[。！？]) ", "", text)  # no space between Chinese sentences


def _sentence_of(sentence: str, error: AnnealError) -> str:
    return sentence_text(sentence, error.facts)


def _fact_text(text: str) -> str:
    """A fact translated: a sentence, a quoted name, or text that needs no translation."""
    if text.startswith("“") and text.endswith("”"):
        return QCoreApplication.translate("Errors", "“{name}”").format(name=text[1:-1])
    return _translate(text)


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
