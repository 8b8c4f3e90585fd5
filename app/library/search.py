"""Full-text search: normalisation of texts for the index (SQLite FTS5), and of queries.

A query matches prefixes of words, so that results appear while the user types. Chinese has no spaces: each character is
indexed as a word and a run of them is queried as a phrase, which finds any part of a text. Accents, case and the width of
characters are ignored.
"""

from __future__ import annotations

import re
import unicodedata

from app.transcript.text_words import is_word_character

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
"""For FTS5. Marks count as letters (M*): Devanagari writes its vowels with them."""

_UNSPACED = re.compile(
    "([\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
"""Characters of scripts written without spaces: Han, Kana, Thai, Lao, Burmese, Khmer."""
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def normalize_for_index(text: str) -> str:
    """A text as it is indexed."""
    return _UNSPACED.sub(r" \1 ", unicodedata.normalize("NFKC", text).casefold())


def fts_terms(query: str) -> list[str]:
    """FTS5 expressions, all of which a transcript must match; none for an empty query.

    Words match as prefixes, in any order; "quoted words" must follow each other.
    """
    terms = []
    for quoted, word in _TERM.findall(query):
        words = _index_tokens(normalize_for_index(quoted or word))
        if words:
            phrase = f'"{" ".join(words)}"'
            terms.append(phrase if quoted else f"{phrase} *")
    return terms


def _index_tokens(text: str) -> list[str]:
    """Runs of letters, marks and digits, as the tokenizer splits a text; nothing else that FTS5 would interpret."""
    return "".join(c if is_word_character(c) else " " for c in text).split()
