from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.export import WRITERS
from app.library.export.cues import LINE_WIDTH, LINES, LONGEST_S, clock, cues
from app.speech.transcript import Segment, Word

from .spoken import segment, transcript, words

LONG = "the quick brown fox jumps over the lazy dog and then it runs away into the dark and silent forest. " * 3


def test_plain_text_is_a_line_per_segment_that_says_something() -> None:
    said = transcript(segment("Hello there."), segment("", 1, 5.0), segment("नमस्ते दुनिया", 2, 9.0))
    assert WRITERS["txt"](said) == "Hello there.\nनमस्ते दुनिया\n"


@pytest.mark.parametrize(("name", "empty"), [("txt", ""), ("srt", ""), ("vtt", "WEBVTT\n\n")])
def test_silence_makes_an_empty_file(name: str, empty: str) -> None:
    assert WRITERS[name](transcript()) == empty


def test_json_has_exactly_the_promised_keys() -> None:
    document = json.loads(WRITERS["json"](transcript(segment("Hello there."))))
    assert list(document) == [
        "schema", "text", "language", "duration", "model", "steps", "seed", "device", "timings", "segments",
    ]  # fmt: skip
    (spoken,) = document["segments"]
    assert list(spoken) == ["start", "end", "text", "ended", "words"]
    assert spoken["words"][1] == {"start": 0.5, "end": 0.9, "text": "there.", "confidence": 0.9, "support": 0.8}
    assert document["text"] == "Hello there."
    assert document["timings"] == {"decode": 0.1, "total": 1.235}


def test_json_keeps_scripts_readable() -> None:
    assert "你好" in WRITERS["json"](transcript(segment("你好", timed=False)))


def test_subrip_is_numbered_and_timed() -> None:
    written = WRITERS["srt"](transcript(segment("Hello there."), segment("Bye.", 1, 3661.5)))
    assert written == ("1\n00:00:00,000 --> 00:00:00,900\nHello there.\n\n2\n01:01:01,500 --> 01:01:01,900\nBye.\n\n")


def test_webvtt_escapes_what_would_be_markup() -> None:
    written = WRITERS["vtt"](transcript(segment("a < b & c > d", timed=False)))
    assert written == "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\na &lt; b &amp; c &gt; d\n\n"


def test_cues_obey_the_measures_of_subtitles_and_lose_no_word() -> None:
    shown = list(cues(transcript(segment(LONG.strip()))))
    assert len(shown) > 3
    for cue in shown:
        assert len(cue.lines) <= LINES
        assert all(len(line) <= LINE_WIDTH for line in cue.lines)
        assert cue.end_s - cue.start_s <= LONGEST_S
    assert " ".join(line for cue in shown for line in cue.lines) == LONG.strip()


def test_a_sentence_and_a_pause_end_a_cue() -> None:
    spoken = Segment(0, 0, 9, "Yes. No or maybe", (*words("Yes. No or"), Word(5.0, 5.4, "maybe", 1, 1)))
    assert [cue.lines for cue in cues(transcript(spoken))] == [("Yes.",), ("No or",), ("maybe",)]


def test_chinese_is_split_between_characters_and_not_before_punctuation() -> None:
    text = "今天天气很好我们一起去公园散步，好不好？然后去吃饭"
    spoken = Segment(0, 0.0, 9.0, text, tuple(Word(i * 0.1, i * 0.1 + 0.1, c, 1, 1) for i, c in enumerate(text)))
    shown = list(cues(transcript(spoken)))
    assert "".join(line for cue in shown for line in cue.lines) == text
    assert all(line[0] not in "，。？" for cue in shown for line in cue.lines)


def test_without_word_times_a_segment_is_one_cue_and_no_time_is_made_up() -> None:
    (cue,) = cues(transcript(segment(LONG.strip(), timed=False)))
    assert (cue.start_s, cue.end_s) == (0.0, 5.0)


def test_words_that_are_not_those_of_the_text_are_not_believed() -> None:
    spoken = Segment(0, 1.0, 2.0, "corrected by hand", words("something else"))
    (cue,) = cues(transcript(spoken))
    assert cue.lines == ("corrected by hand",)


@given(st.floats(0, 1e6))
def test_clock_never_shows_sixty_seconds_or_a_thousand_ms(time_s: float) -> None:
    hours, minutes, seconds, ms = (int(part) for part in re.split("[:,]", clock(time_s, ",")))
    assert minutes < 60
    assert seconds < 60
    assert ms < 1000
    assert abs(hours * 3600 + minutes * 60 + seconds + ms / 1000 - time_s) <= 0.00051


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20), min_size=1, max_size=40))
def test_cues_are_in_order_without_overlap_and_keep_all_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    shown = list(cues(transcript(segment(text))))
    assert all(one.end_s <= next_.start_s for one, next_ in pairwise(shown))
    kept = "".join(line for cue in shown for line in cue.lines)
    assert kept.replace(" ", "") == text.replace(" ", "")
