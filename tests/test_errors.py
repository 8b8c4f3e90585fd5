"""Errors carry sentences and facts; another library's message becomes a fact on one line."""

from __future__ import annotations

from app.errors import AudioError, format_facts, reason_of


def test_facts_are_put_into_the_sentences() -> None:
    error = AudioError("{file} is empty.", "It has {bytes} bytes.", "Record it again.", file="a.wav", bytes=0)
    assert (error.what, error.why) == ("a.wav is empty.", "It has 0 bytes.")
    assert str(error) == "a.wav is empty. It has 0 bytes. Record it again."


def test_unknown_names_and_other_braces_stay() -> None:
    assert format_facts("{a} {b} {}", {"a": 1}) == "1 {b} {}"


def test_a_reason_is_on_one_line_and_short() -> None:
    assert reason_of(ValueError("bad\n   header")) == "bad header"
    assert len(reason_of(ValueError("x" * 9000))) == 500
