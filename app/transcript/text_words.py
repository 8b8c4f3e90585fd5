"""The words of a text: where they are cut, their plain form, and what separates them. One rule for six languages."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

APOSTROPHE = "'"
WORD_CHARACTER_CLASS = r"[\w\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]"
"""Regular expression of a character inside a word: ``\\w`` leaves out combining marks, those of Devanagari among them."""
_OPENING = ("Ps", "Pi")
"""Unicode categories of opening brackets and opening quotation marks."""


def is_word_character(character: str) -> bool:
    """Whether a character is a letter, a digit or a combining mark. Devanagari writes most of its vowels as marks."""
    return bool(character) and unicodedata.category(character)[0] in "LNM"


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return bool(character) and ("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or "𠀀" <= character <= "𳍿")


def last_letter(text: str) -> str:
    """The last letter, digit or mark of a text; empty if it has none."""
    return next((character for character in reversed(text) if is_word_character(character)), "")


def word_ranges(text: str) -> list[tuple[int, int]]:
    """The words of a text as (start, end) offsets, in order and disjoint; together they hold all that is not white space.

    A word ends at white space, and every Han character is a word. Punctuation belongs to the word before it; opening brackets
    and quotation marks beside a Han character, and punctuation before the first word, belong to the word after it.
    """
    ranges: list[tuple[int, int]] = []
    leading: int | None = None  # where punctuation begins that no word precedes
    for start, end in _chunk_ranges(text):
        if any(map(is_word_character, text[start:end])):
            ranges.append((start if leading is None else leading, end))
            leading = None
        elif ranges:
            ranges[-1] = ranges[-1][0], end
        elif leading is None:
            leading = start
    return ranges if leading is None else [(leading, len(text.rstrip()))]


def _chunk_ranges(text: str) -> list[tuple[int, int]]:
    """As ``word_ranges``, but punctuation between two spaces stands by itself."""
    ranges: list[tuple[int, int]] = []
    is_open = False
    letter = ""  # the last letter of the open chunk
    for position, character in enumerate(text):
        if character.isspace():
            is_open, letter = False, ""
            continue
        category = unicodedata.category(character)
        beside_han = is_han(letter) or (bool(letter) and is_han(character))
        if not is_open or (beside_han and (category[0] in "LN" or category in _OPENING)):
            ranges.append((position, position + 1))
            is_open, letter = True, ""
        else:
            ranges[-1] = ranges[-1][0], position + 1
        if is_word_character(character):
            letter = character
    return ranges


def words_of(text: str) -> list[str]:
    """The words of a text, cut as ``word_ranges`` says."""
    return [text[start:end] for start, end in word_ranges(text)]


def inner_range(word: str) -> tuple[int, int]:
    """(start, end) of a word without the punctuation around it; all of it if it is nothing else."""
    letters = [position for position, character in enumerate(word) if is_word_character(character)]
    return (letters[0], letters[-1] + 1) if letters else (0, len(word))


def plain_form(word: str) -> str:
    """A word without case and punctuation, to compare it with others; punctuation alone stays as it is.

    An apostrophe between two letters (*it's*, *its*) and a sign between two digits (3.5, 35) make a difference and stay.
    Compatible forms of a character are equal (NFKC), and so are both apostrophes.
    """
    text = f" {unicodedata.normalize('NFKC', word.casefold()).replace('’', APOSTROPHE)} "
    plain = ""
    for before, (character, after) in zip(text, pairwise(text[1:]), strict=False):
        inside_word = character == APOSTROPHE and is_word_character(before) and is_word_character(after)
        inside_number = before.isdecimal() and after.isdecimal()
        if is_word_character(character) or inside_word or inside_number:
            plain += character
    return plain or word


def separator_between(left: str, right: str) -> str:
    """What stands between two texts: nothing between Chinese ones or beside an empty one, else a space."""
    return "" if not left or not right or (is_han(last_letter(left)) and is_han(right[:1])) else " "
