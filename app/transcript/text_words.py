"""The words of a text: where they are cut, their plain form, and what separates them. One rule for six languages."""

from __future__ import annotations


def last_letter(word: str) -> str:
    """The last letter or digit of a word; empty where it has none."""
    return next((c for c in reversed(word) if c.isalnum()), "")


def is_han(character: str) -> bool:
    """Whether a character is a Chinese ideograph."""
    return bool(character) and ("㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or "𠀀" <= character <= "𳍿")


def words_of(text: str) -> list[str]:
    """A text in words as the aligner cuts it: at spaces, each Han character by itself with the punctuation behind it."""
    words: list[str] = []
    for piece in text.split():
        start = len(words)
        for character in piece:
            han = is_han(character)
            joins = len(words) > start and not han and not (is_han(last_letter(words[-1])) and character.isalnum())
            if joins or (len(words) > start and not any(c.isalnum() for c in words[-1])):
                words[-1] += character
            else:
                words.append(character)
    return words


def plain_form(word: str) -> str:
    """A word without its case and punctuation; what is nothing else stays as it is."""
    return "".join(c for c in word if c.isalnum() or c in "'’" or ord(c) > 0x2FF).casefold() or word


def separator_between(one: str, other: str) -> str:
    """What stands between two texts: nothing in Chinese, else a space."""
    return "" if not one or not other or (is_han(last_letter(one)) and is_han(other[:1])) else " "
