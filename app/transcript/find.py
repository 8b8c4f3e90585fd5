"""Find and replace in the text of a transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .edits import Segments, rewrite
from .text_words import WORD_CHARACTER_CLASS


@dataclass(frozen=True)
class FindQuery:
    """A text to look for, and how."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    is_regex: bool = False
    """Whether ``text`` is a regular expression; if it is a malformed one, every search raises ``re.error``."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The query as a regular expression. Raises ``re.error``."""
        body = self.text if self.is_regex else re.escape(self.text)
        if self.whole_words:
            body = f"(?<!{WORD_CHARACTER_CLASS})(?:{body})(?!{WORD_CHARACTER_CLASS})"
        return re.compile(body, 0 if self.match_case else re.I)


@dataclass(frozen=True)
class Match:
    """An occurrence: offsets ``start`` to ``end`` (exclusive) of the text of a segment."""

    segment_index: int
    start: int
    end: int


def find_all(segments: Segments, query: FindQuery) -> list[Match]:
    """All matches that are not empty, in order; none if the query's text is empty. Raises ``re.error``."""
    if not query.text:
        return []
    pattern = query.pattern
    return [
        Match(index, match.start(), match.end())
        for index, segment in enumerate(segments)
        for match in pattern.finditer(segment.text)
        if match.end() > match.start()
    ]


def replace_all(segments: Segments, query: FindQuery, replacement: str) -> tuple[Segments, int]:
    r"""Replace every match.

    Args:
        replacement: taken literally, or, for a regular expression, expanded with the match's groups (``\1``).

    Returns:
        The segments, and the number of replacements.

    Raises:
        re.error: the query, or the replacement of a regular expression, is malformed.
    """
    matches = find_all(segments, query)
    pattern = query.pattern
    changed = segments
    for index in sorted({match.segment_index for match in matches}):
        text = segments[index].text
        for match in reversed([match for match in matches if match.segment_index == index]):
            groups = pattern.match(text, match.start) if query.is_regex else None
            text = text[: match.start] + (groups.expand(replacement) if groups else replacement) + text[match.end :]
        changed = rewrite(changed, index, text)
    return changed, len(matches)


def replace_one(segments: Segments, match: Match, replacement: str) -> Segments:
    """Replace one match by a literal text."""
    text = segments[match.segment_index].text
    return rewrite(segments, match.segment_index, text[: match.start] + replacement + text[match.end :])
