"""Errors between what was said and what was read, counted as Whisper's authors count them.

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

from app.languages import LANGUAGES

BOOTSTRAP_ROUNDS = 1000  # of the bootstrap
CONFIDENCE_LEVEL = 0.95


@cache
def normalizer(language: str) -> Callable[[str], str]:
    """Whisper's text normalizer for a language."""
    from transformers.models.whisper.english_normalizer import BasicTextNormalizer, EnglishTextNormalizer

    if language == "en":
        return EnglishTextNormalizer({})
    basic = BasicTextNormalizer()
    if language == "hi":
        basic.clean = _keeping_marks
    return basic


def _keeping_marks(text: str) -> str:
    """The basic normalizer's cleaning, but marks stay where they are part of the writing."""
    return "".join(" " if unicodedata.category(c)[0] in "SP" else c for c in unicodedata.normalize("NFKC", text))


def error_units(text: str, language: str) -> list[str]:
    """What errors are counted in: normalized words, or characters."""
    words = normalizer(language)(text).split()
    return words if LANGUAGES[language].error_metric == "WER" else list("".join(words))


def edit_distance(wanted: Sequence[str], got: Sequence[str]) -> int:
    """Fewest substitutions, deletions and insertions between two sequences (Levenshtein 1966)."""
    ids = {unit: number for number, unit in enumerate(dict.fromkeys([*wanted, *got]))}
    target = np.array([ids[unit] for unit in wanted], dtype=np.int64)
    places = np.arange(len(target) + 1)
    row = places.copy()
    for number, unit in enumerate(got, 1):
        best = np.minimum(row[1:] + 1, row[:-1] + (target != ids[unit]))
        row = np.concatenate([[number], best])
        row = np.minimum.accumulate(row - places) + places  # deletions, left to right
    return int(row[-1])


@dataclass(frozen=True)
class ErrorRate:
    """An error rate over clips: errors per word or character of what was said, and its 95 % bootstrap interval."""

    clips: int
    units: int
    rate: float
    low: float
    high: float


def error_rate(wanted: Sequence[str], got: Sequence[str], language: str) -> ErrorRate:
    """The error rate of some texts. The interval comes from drawing clips anew, always with the same seed."""
    said = [error_units(text, language) for text in wanted]
    wrong = np.array(
        [edit_distance(a, error_units(b, language)) for a, b in zip(said, got, strict=True)], dtype=np.float64
    )
    total = np.array([len(a) for a in said], dtype=np.float64)
    drawn = np.random.default_rng(0).integers(0, len(said), (BOOTSTRAP_ROUNDS, len(said)))
    rates = wrong[drawn].sum(axis=1) / np.maximum(1, total[drawn].sum(axis=1))
    low, high = np.quantile(rates, [(1 - CONFIDENCE_LEVEL) / 2, (1 + CONFIDENCE_LEVEL) / 2])
    return ErrorRate(len(said), int(total.sum()), float(wrong.sum() / max(1.0, total.sum())), float(low), float(high))
