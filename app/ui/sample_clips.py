"""The sample clips that come with the app: their languages, and which one fits a chosen language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.languages import LANGUAGES


def sample_language(sample: Path) -> tuple[str, str]:
    """Return code and own name of a sample's language; the file name begins with the code."""
    code = re.split(r"[^a-z]", sample.stem.lower())[0]
    return (code, LANGUAGES[code].name) if code in LANGUAGES else ("", sample.stem)


def sample_for(language: str, samples: Sequence[Path]) -> Path | None:
    """Return the sample in this language, else the English one, else the first."""
    by_language = {sample_language(sample)[0]: sample for sample in reversed(samples)}
    return by_language.get(language) or by_language.get("en") or next(iter(samples), None)
