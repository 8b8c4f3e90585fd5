"""Word and character error rates, counted as Whisper's authors count them.

Texts go through Whisper's own normalizer as transformers has it, the English one for English (without its table of British
spellings, which is not part of the package) and the basic one for all others. The basic one takes every combining mark for
punctuation, which would strip Hindi of its vowels: here marks of Devanagari stay. Hindi and Mandarin are counted in characters,
spaces left out; all others in words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz.distance import Levenshtein

from app.languages import LANGUAGES

BOOTSTRAP_ROUNDS = 1000
CONFIDENCE_LEVEL = 0.95


@cache
def normalizer(language: str) -> Callable[[str], str]:
    """Return Whisper's text normalizer for a language."""
    from transformers.models.whisper.english_normalizer import BasicTextNormalizer, EnglishTextNormalizer

    if language == "en":
        return EnglishTextNormalizer({})
    basic = BasicTextNormalizer()
    if language == "hi":
        basic.clean = _clean_keeping_marks
    return basic


def _clean_keeping_marks(text: str) -> str:
    """Clean as the basic normalizer does, but keep combining marks: in Devanagari they are vowels."""
    return "".join(" " if unicodedata.category(c)[0] in "SP" else c for c in unicodedata.normalize("NFKC", text))


def error_units(text: str, language: str) -> list[str]:
    """Split a text into the units that errors are counted in: normalized words, or characters."""
    words = normalizer(language)(text).split()
    return words if LANGUAGES[language].error_metric == "WER" else list("".join(words))


def edit_distance(reference: Sequence[str], hypothesis: Sequence[str]) -> int:
    """Return the fewest substitutions, deletions and insertions between two sequences (Levenshtein 1966)."""
    return int(Levenshtein.distance(reference, hypothesis))


@dataclass(frozen=True)
class ErrorRate:
    """An error rate over clips, with its 95 % bootstrap interval."""

    clips: int
    units: int
    """Words or characters of the references."""
    rate: float
    """Errors per unit."""
    low: float
    high: float


def error_rate(references: Sequence[str], hypotheses: Sequence[str], language: str) -> ErrorRate:
    """Return the error rate of some texts. The interval comes from drawing clips anew, always with the same seed."""
    spoken = [error_units(text, language) for text in references]
    decoded = [error_units(text, language) for text in hypotheses]
    errors = np.array([edit_distance(a, b) for a, b in zip(spoken, decoded, strict=True)], dtype=np.float64)
    totals = np.array([len(a) for a in spoken], dtype=np.float64)
    drawn = np.random.default_rng(0).integers(0, len(spoken), (BOOTSTRAP_ROUNDS, len(spoken)))
    rates = errors[drawn].sum(axis=1) / np.maximum(1, totals[drawn].sum(axis=1))
    low, high = np.quantile(rates, [(1 - CONFIDENCE_LEVEL) / 2, (1 + CONFIDENCE_LEVEL) / 2])
    rate = errors.sum() / max(1.0, totals.sum())
    return ErrorRate(len(spoken), int(totals.sum()), float(rate), float(low), float(high))
