"""Find and replace in the text of a transcript. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .edits import Segments, rewrite


@dataclass(frozen=True)
class FindQuery:
    """What to look for in a transcript's text."""

    text: str
    match_case: bool = False
    whole_words: bool = False
    is_regex: bool = False
    """Whether ``text`` is a regular expression; it may then be a wrong one, and every search raises ``re.error``."""

    @property
    def pattern(self) -> re.Pattern[str]:
        body = self.text if self.is_regex else re.escape(self.text)
        return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if self.whole_words else body, 0 if self.match_case else re.I)


@dataclass(frozen=True)
class Match:
    """Where something was found: letters ``install`` to the one before ``end`` of the text of segment ``at``."""

    segment_index: int
    start: int
    end: int


def find_all(segments: Segments, query: FindQuery) -> list[Match]:
    """All places, in order; none where nothing is looked for."""
    if not query.text:
        return []
    pattern = query.pattern
    return [
        Match(at, found.start(), found.end())
        for at, segment in enumerate(segments)
        for found in pattern.finditer(segment.text)
        if found.end() > found.start()
    ]


def replace_all(segments: Segments, query: FindQuery, replacement: str) -> tuple[Segments, int]:
    """The segments with every match replaced, and how many there were. ``replace_field`` is taken as it is, or, for a
    regular expression,
    with its groups."""
    matches = find_all(segments, query)
    pattern = query.pattern
    changed = segments
    for at in sorted({match.segment_index for match in matches}):
        text = segments[at].text
        for match in reversed([match for match in matches if match.segment_index == at]):
            found = pattern.match(text, match.start) if query.is_regex else None
            text = text[: match.start] + (found.expand(replacement) if found else replacement) + text[match.end :]
        changed = rewrite(changed, at, text)
    return changed, len(matches)


def replace_one(segments: Segments, match: Match, replacement: str) -> Segments:
    """The segments with one place replaced."""
    text = segments[match.segment_index].text
    return rewrite(segments, match.segment_index, text[: match.start] + replacement + text[match.end :])
