"""Words at an offset and at a time."""

from __future__ import annotations

from dataclasses import replace

from app.transcript.word_spans import range_at_time, segment_at_time, time_at_offset
from tests.library.export.spoken import segment

SPOKEN = segment("the cat sat", start_s=10.0)


def test_the_time_at_an_offset_is_that_of_the_word_there() -> None:
    second = SPOKEN.words[1]
    assert time_at_offset(SPOKEN, 0) == SPOKEN.words[0].start_s
    assert time_at_offset(SPOKEN, 4) == time_at_offset(SPOKEN, 7) == second.start_s
    assert time_at_offset(segment("the cat", start_s=10.0, timed=False), 4) == 10.0
    unknown = replace(SPOKEN, words=(SPOKEN.words[0], replace(second, text="dog")))
    assert time_at_offset(unknown, 5) == SPOKEN.words[0].start_s


def test_the_word_that_is_said_at_a_time_or_was_said_last() -> None:
    assert range_at_time(SPOKEN, 9.9) is None
    assert range_at_time(SPOKEN, 10.1) == (0, 3)
    assert range_at_time(SPOKEN, SPOKEN.words[1].end_s + 0.01) == (4, 7)
    assert range_at_time(segment("the cat", timed=False), 1.0) is None


def test_the_segment_that_is_said_at_a_time() -> None:
    two = (segment("a", 0, 0.0, 2.0), segment("b", 1, 3.0, 5.0))
    assert [segment_at_time(two, time_s) for time_s in (-1.0, 0.0, 1.9, 2.5, 3.0, 5.0)] == [None, 0, 0, None, 1, None]
    assert segment_at_time((), 0.0) is None
