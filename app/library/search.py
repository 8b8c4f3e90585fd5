"""Full-text search: normalisation of texts for the index (SQLite FTS5), and of queries.

A query matches prefixes of words, so that results appear while the user types. Chinese has no spaces: each character is
indexed as a word and a run of them is queried as a phrase, which finds any part of a text. Accents, case and the width of
characters are ignored.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.transcript.text_words import is_word_character

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
"""For FTS5. Marks count as letters (M*): Devanagari writes its vowels with them."""

_UNSPACED = re.compile(
    "([\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
"""Characters of scripts written without spaces: Han, Kana, Thai, Lao, Burmese, Khmer."""
_QUOTED = re.compile(r'["“”„«»「」](?:([^"“”„«»「」]*)["“”„«»「」]?)|([^\s"“”„«»「」]+)')
_SIGNS = re.compile(
    r"(?<=\w)[+#]+(?!\w)"  # C++, F#
    r"|(?<=\w)[&@](?=\w)"  # AT&T, an address
    r"|(?<=\d)[.,:/](?=\d)"  # 3.5, 12:30, 1/2
    r"|(?<!\S)[.#@](?=\w)"  # .NET, a tag
)
"""Signs without which a term means something else; all others separate words."""


@dataclass(frozen=True)
class SearchTerm:
    """What a text must have to be found."""

    match: str
    """An FTS5 expression."""
    literals: tuple[str, ...] = ()
    """Besides it, parts of the normalized text: words whose signs the full-text index does not know."""


def normalize_for_index(text: str) -> str:
    """A text as it is indexed."""
    return _UNSPACED.sub(r" \1 ", unicodedata.normalize("NFKC", text).casefold())


def parse_query(query: str) -> list[SearchTerm]:
    """Return the terms, all of which a transcript must match; none for an empty query.

    Words match as prefixes, in any order; "quoted words" must follow each other, in quotation marks of any language. A sign
    behind a word ends it. Signs that belong to a word, as in C++, AT&T and 3.5, must be there.
    """
    terms = []
    for quoted, unquoted in _QUOTED.findall(query):
        text = normalize_for_index(quoted or unquoted)
        words = _index_tokens(text)
        if not words:
            continue
        phrase = f'"{" ".join(words)}"'
        whole = bool(quoted) or not is_word_character(text.rstrip()[-1])
        literals = tuple(part.strip("!?…;()[]*'") for part in text.split() if _SIGNS.search(part))
        terms.append(SearchTerm(phrase if whole else f"{phrase} *", literals))
    return terms


def _index_tokens(text: str) -> list[str]:
    """Runs of letters, marks and digits, as the tokenizer splits a text; nothing else that FTS5 would interpret."""
    return "".join(c if is_word_character(c) else " " for c in text).split()
