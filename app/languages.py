"""The six languages of the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Language:
    """A language that can be transcribed."""

    code: str
    """ISO 639-1."""
    english: str
    """Its English name."""
    name: str
    """Its own name in its own script, as menus show it."""
    script: Literal["Latin", "Devanagari", "Han"]
    error_metric: Literal["WER", "CER"]
    """Unit of its error rate: words, or characters if words are not (or not reliably) separated by spaces."""


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("en", "English", "English", "Latin", "WER"),
        Language("de", "German", "Deutsch", "Latin", "WER"),
        Language("fr", "French", "Français", "Latin", "WER"),
        Language("es", "Spanish", "Español", "Latin", "WER"),
        Language("hi", "Hindi", "हिन्दी", "Devanagari", "CER"),
        Language("zh", "Mandarin", "中文", "Han", "CER"),
    )
}
