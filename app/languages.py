"""The six languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Language:
    code: str
    english: str
    name: str
    """Its own name in its own script, as menus show it."""
    script: Literal["Latin", "Devanagari", "Han"]
    error_metric: Literal["WER", "CER"]
    """How its errors are counted: words, or characters where words are not (or not reliably) spaced."""


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
