"""Text as the index takes it, and what a person types as the index asks for it.

Words are found by how they begin, so that results appear while one types. Chinese has no spaces: each of its characters is
indexed as a word, and a run of them is asked for as a phrase, which finds any stretch of a text, a single character included.
Accents, case and the width of characters do not matter.
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
    """A text ready to be indexed."""
    return _UNSPACED.sub(r" \1 ", unicodedata.normalize("NFKC", text).casefold())


def fts_terms(query: str) -> list[str]:
    """FTS5 expressions, all of which a transcript must match; empty where nothing was asked for.

    Each word must be there, in any order, at least its beginning; "quoted words" must follow each other.
    """
    found = []
    for quoted, word in _TERM.findall(query):
        words = _index_tokens(normalize_for_index(quoted or word))
        if words:
            phrase = f'"{" ".join(words)}"'
            found.append(phrase if quoted else f"{phrase} *")
    return found


def _index_tokens(text: str) -> list[str]:
    """Runs of letters, marks and digits: what the tokenizer makes of a text, and nothing that means something to FTS5."""
    return "".join(c if is_word_character(c) else " " for c in text).split()
