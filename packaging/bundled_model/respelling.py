"""Spells old books as people write today: who counts ``Theil`` and ``fué`` knows nothing of ``Teil`` and ``fue``.

A German or French word that no list of today's sentences has becomes another one that it has, by the rules of the reforms. In
Spanish the old form is often a word of today's too, or ends like one (``habló``), so the words are listed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W\d_]+")
REFORMS = {
    "de": (
        ("th", "t"), ("iren", "ieren"), ("irt", "iert"), ("ie", "i"), ("ey", "ei"), ("niß", "nis"), ("dt", "t"),
        (r"ß(?=$|t|ch)", "ss"),
    ),
    "fr": (("ë", "è"), ("é", "è")),
}  # fmt: skip
SPANISH = {
    "á": "a", "é": "e", "ó": "o", "ú": "u", "fué": "fue", "fuí": "fui", "dió": "dio", "vió": "vio", "dí": "di", "ví": "vi",
    "fé": "fe", "tambien": "también", "despues": "después", "habia": "había", "dia": "día", "oidos": "oídos", "rio": "río",
}  # fmt: skip


def words(sentences: Iterable[str]) -> Counter[str]:
    """How often each word stands in sentences, in lower case."""
    return Counter(word.lower() for sentence in sentences for word in WORD.findall(sentence))


def respelled(sentences: Iterable[str], language: str, known: Counter[str]) -> list[str]:
    """The sentences in today's spelling, each once; ``known`` are today's words."""
    changes: dict[str, str] = {}

    def today(found: re.Match[str]) -> str:
        word = found[0]
        small = word.lower()
        if small not in changes:
            changes[small] = _today(small, language, known)
        new = changes[small]
        return word if new == small else new.capitalize() if word[0].isupper() else new

    return sorted({WORD.sub(today, sentence) for sentence in sentences})


def _today(word: str, language: str, known: Counter[str]) -> str:
    if language == "es":
        return SPANISH.get(word, word)
    if known[word]:
        return word
    best = max(_reformed(word, language), key=lambda candidate: known[candidate], default=word)
    return best if known[best] else word


def _reformed(word: str, language: str) -> Iterator[str]:
    """What a word may be today, by each rule alone, and in German without its ``th`` as well."""
    for old, new in REFORMS.get(language, ()):
        changed = re.sub(old, new, word)
        if changed != word:
            yield changed
            if language == "de":
                yield changed.replace("th", "t")
