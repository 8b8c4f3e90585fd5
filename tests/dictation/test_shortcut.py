"""Shortcuts as Qt writes them, read for X11 and the portal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.dictation.keysyms import keysym_of, typable
from app.dictation.shortcut import KEYS, parse_shortcut
from app.errors import DictationError


@pytest.mark.parametrize(
    ("text", "trigger", "keysym"),
    [
        ("Ctrl+Alt+Space", "CTRL+ALT+space", 0x20),
        ("Meta+D", "LOGO+d", ord("d")),
        ("Ctrl+Shift+Alt+F12", "CTRL+ALT+SHIFT+F12", 0xFFC9),
        ("F9", "F9", 0xFFC6),
        ("Pause", "Pause", 0xFF13),
        ("Ctrl++", "CTRL+plus", ord("+")),
        ("Ctrl+Ä", "CTRL+U00E4", 0xE4),
        ("Ctrl+Alt+Ж", "CTRL+ALT+U0436", 0x01000436),
    ],
)
def test_a_shortcut_is_read(text: str, trigger: str, keysym: int) -> None:
    shortcut = parse_shortcut(text)
    assert (shortcut.trigger, shortcut.keysym) == (trigger, keysym)


@pytest.mark.parametrize("text", ["", "A", "Shift+A", "Space", "Shift+Space", "Ctrl+Alt+Media Play", "Ctrl"])
def test_a_key_that_must_stay_free_is_refused(text: str) -> None:
    with pytest.raises(DictationError):
        parse_shortcut(text)


def test_keys_are_named_as_qt_names_them() -> None:
    for name in KEYS:
        key = QKeySequence(f"Ctrl+{name}")[0]
        assert key.key() != Qt.Key.Key_unknown, name
        again = QKeySequence(QKeyCombination(key.keyboardModifiers(), key.key()))
        assert again.toString(QKeySequence.SequenceFormat.PortableText) == f"Ctrl+{name}"


def test_keysyms_are_latin_1_or_unicode() -> None:
    assert [keysym_of(each) for each in "aß你"] == [0x61, 0xDF, 0x01004F60]


def test_only_one_line_of_characters_is_typed() -> None:
    assert typable(" a\r\nb\x1b[A c\u200d\u202e ") == "a b[A c\u200d"
