"""Keysyms of characters, and the characters of a text that can be typed."""

from __future__ import annotations

import unicodedata

UNICODE_KEYSYM = 0x01000000
"""What is added to a character's code outside of Latin-1."""
JOINERS = "\u200c\u200d"
"""Join and separate letters of Hindi; they show nothing."""


def keysym_of(character: str) -> int:
    """Return the keysym that writes a character."""
    code = ord(character)
    return code if 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF else UNICODE_KEYSYM + code


def typable(text: str) -> str:
    """Return a text on one line, without control characters: no key of it may send a form or close a dialog."""
    line = " ".join(text.split())
    return "".join(each for each in line if each in JOINERS or unicodedata.category(each)[0] != "C")
