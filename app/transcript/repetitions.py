"""Words and n-grams that are repeated more often than people repeat themselves: they fill a canvas that is too long.

People do repeat: *no no no*, *very very*, धीरे धीरे, 谢谢谢谢, a sentence begun twice. So the shorter a phrase is, the more often
it must stand there before it counts; numbers, which are dictated digit by digit, never count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .text_words import is_han, is_word_character, last_letter, plain_form

HAN_WORD = 0.5
"""Length of a Han character in words: most Chinese words have two."""
MIN_COUNTS = ((1.0, 7), (2.0, 4), (4.0, 3))
"""(length, count): a phrase shorter than so many words must stand there so often."""
MIN_COUNT_OF_LONG = 2
"""Of any longer phrase."""


@dataclass(frozen=True)
class Repetition:
    """A phrase that stands several times in a row among some words."""

    start: int
    """Index of its first word."""
    size: int
    """Number of its words."""
    end: int
    """Index after the last repeated word. At the end of a text the last repetition may be cut short."""

    @property
    def is_whole(self) -> bool:
        """Whether the last repetition has all words of the phrase."""
        return (self.end - self.start) % self.size == 0


def find_repetitions(words: Sequence[str]) -> list[Repetition]:
    """Return the repetitions among the words of a text that no speaker is likely to have said, in order and disjoint.

    Words are compared by their plain forms, and the shortest phrase counts: *a a a a a a* repeats *a*, not *a a*.
    """
    forms = [plain_form(word) for word in words]
    found: list[Repetition] = []
    start = 0
    while start < len(forms):
        repetition = _repetition_at(forms, start)
        if repetition is not None:
            found.append(repetition)
        start = start + 1 if repetition is None else repetition.end
    return found


def _repetition_at(forms: Sequence[str], start: int) -> Repetition | None:
    for size in range(1, (len(forms) - start) // 2 + 1):
        phrase = forms[start : start + size]
        end = start + size
        while forms[end : end + size] == phrase:
            end += size
        if (end - start) // size >= _min_count(phrase):
            rest = forms[end:]
            is_cut_short = len(rest) < size and rest == phrase[: len(rest)]
            return Repetition(start, size, len(forms) if is_cut_short else end)
    return None


def _min_count(phrase: Sequence[str]) -> float:
    """How often a phrase must stand in a row to be no speech."""
    if all(_is_number(form) for form in phrase):
        return float("inf")
    length = sum(HAN_WORD if is_han(last_letter(form)) else 1.0 for form in phrase)
    return next((count for limit, count in MIN_COUNTS if length < limit), MIN_COUNT_OF_LONG)


def _is_number(form: str) -> bool:
    return all(character.isnumeric() for character in form if is_word_character(character))
