"""Sentences for the corpus: cleaned, filtered, split into training and held-out ones by a hash of the words."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

ATTRIBUTION = re.compile(r"^\s*(?:--+|\*+|\(\w+\)|\d+[.)]|\d+ \(\w+\):)\s*")
ALLOWED = re.compile(r"[A-Za-z',.?!;:\- ]+")
SPOKEN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
CRUDE = frozenset(
    "fuck fucking fucked shit bullshit bitch whore slut dick cock penis vagina tits boobs pussy rape raped sex sexual sexy "
    "fart piss ass asshole bastard bigamy orgasm condom porn breasts naked nude suicide nazi retarded virgin "
    "erection hooker prostitute damn goddamn crap screw screwed hell kill killed murder drunk heroin cocaine".split()
)
HELD_OUT_PERCENT = 2


def clean(raw: str) -> str | None:
    """One speakable English sentence in ordinary writing, or None where the source line is not one."""
    text = (
        ATTRIBUTION.sub("", raw).replace("’", "'").replace("‘", "'").replace('"', "").replace("“", "").replace("”", "")
    )
    text = re.sub(r"\s+", " ", text.replace(" -- ", ", ").replace("...", ".").replace(" - ", ", ")).strip(" ,;:-")
    if not ALLOWED.fullmatch(text):
        return None
    text = text.replace(";", ",").replace(":", ",")
    text = re.sub(r"\s+([,.?!])", r"\1", text)
    text = re.sub(r"([,.?!])[,.?!]+", r"\1", text)
    words = SPOKEN.findall(text)
    if not 2 <= len(words) <= 20 or any(len(word) > 14 for word in words):
        return None
    if any(word.lower() in CRUDE for word in words):
        return None
    if any(
        len(word) > 1 and (word.isupper() or not (word[1:].islower() or "'" in word or "-" in word)) for word in words
    ):
        return None  # acronyms and CamelCase: every engine says them its own way
    if sum(len(word) == 1 and word not in "aAI" for word in words) or not re.search(r"[aeiouy]", text):
        return None
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!" else text + "."


def held_out(sentence: str) -> bool:
    """True for the sentences no training utterance may contain; decided by the words alone, so stable across versions."""
    key = " ".join(SPOKEN.findall(sentence)).lower()
    return hashlib.sha256(key.encode()).digest()[0] * 100 < HELD_OUT_PERCENT * 256


def load(paths: list[Path], forbidden: set[str]) -> tuple[list[str], list[str]]:
    """Training and held-out sentences of JSON lists of strings; ``forbidden`` are normalised evaluation texts, dropped."""
    sentences: dict[str, str] = {}
    for path in paths:
        for raw in json.loads(path.read_text(encoding="utf-8")):
            text = clean(raw)
            if text is not None:
                key = normalise(text)
                if key not in forbidden:
                    sentences.setdefault(key, text)
    ordered = [sentences[key] for key in sorted(sentences)]
    return [s for s in ordered if not held_out(s)], [s for s in ordered if held_out(s)]


def normalise(text: str) -> str:
    """Lower-case words without punctuation: the key by which two sentences are the same."""
    return " ".join(word.lower() for word in SPOKEN.findall(text))
