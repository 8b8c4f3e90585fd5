"""Every writer of an export format."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.library.export import WRITERS, json_document
from app.library.export.cues import (
    MAX_CUE_S,
    MAX_LINE_COLUMNS,
    MAX_LINES,
    READING_COLUMNS_PER_S,
    break_lines,
    cue_time,
    split_into_cues,
)
from app.transcript.model import Notice, Segment, Word

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
        "schema", "text", "source", "language", "duration", "model", "steps", "seed", "device", "timings", "segments",
    ]  # fmt: skip
    (spoken,) = document["segments"]
    assert list(spoken) == ["index", "start", "end", "text", "ended", "steps", "confidence", "words"]
    assert spoken["words"][1] == {"start": 0.5, "end": 0.9, "text": "there.", "confidence": 0.9, "support": 0.8}
    assert document["text"] == "Hello there."
    assert document["timings"] == {"decode": 0.1, "total": 1.235}


def test_json_has_the_raw_text_where_repetitions_were_removed() -> None:
    document = json.loads(WRITERS["json"](transcript(replace(segment("it is"), raw_text="it is it is"))))
    assert document["segments"][0]["raw_text"] == "it is it is"
    assert document["text"] == "it is"


def test_json_says_what_the_canvas_started_from_and_what_guided_it() -> None:
    started = json.loads(WRITERS["json"](replace(transcript(segment("Hello there.")), start="draft", guidance=1.3)))
    assert (started["canvas_start"], started["guidance"]) == ("draft", 1.3)


def test_json_has_the_track_and_what_is_missing() -> None:
    told = (Notice("The sound ends early: there are {heard} of {promised}.", {"heard": "2 s", "promised": "9 s"}),)
    written = WRITERS["json"](replace(transcript(segment("Hello there.")), audio_track=1, warnings=told))
    assert json.loads(written)["track"] == 2
    assert json.loads(written)["warnings"] == ["The sound ends early: there are 2 s of 9 s."]
    read = json_document.read(written)
    assert (read.audio_track, [str(notice) for notice in read.warnings]) == (1, json.loads(written)["warnings"])


def test_json_keeps_scripts_readable() -> None:
    assert "你好" in WRITERS["json"](transcript(segment("你好", timed=False)))


def test_subrip_is_numbered_and_timed() -> None:
    written = WRITERS["srt"](transcript(segment("Hello there."), segment("Bye.", 1, 3661.5)))
    assert written == ("1\n00:00:00,000 --> 00:00:01,000\nHello there.\n\n2\n01:01:01,500 --> 01:01:01,900\nBye.\n\n")


def test_subrip_names_a_speaker_where_they_begin() -> None:
    said = [segment("One.", 0, 0.0), segment("Two.", 1, 5.0), segment("Three.", 2, 10.0), segment("Four.", 3, 15.0)]
    names = ("Anna", "Anna", "<Ben>", "")
    written = WRITERS["srt"](transcript(*(replace(each, speaker=name) for each, name in zip(said, names, strict=True))))
    assert [block.split("\n", 2)[2] for block in written.strip().split("\n\n")] == [
        "Anna: One.", "Two.", "‹Ben›: Three.", "Four."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a --> b", "a → b"), ("<i>so</i> it is", "‹i›so‹/i› it is"), ("a < b > c", "a < b > c"), ("<b and", "‹b and"),
        (r"{\an8}top {not}", r"(\an8}top {not}"), ("one\n\n2\n00:01 --> 00:02\nend", "one 2 00:01 → 00:02 end"),
        ("bell\x07 \x00\x1b[1m", "bell [1m"), ("a\u2028b\x85c\r\nd", "a b c d"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("timed", [True, False])
def test_subrip_holds_nothing_that_breaks_it(said: str, shown: str, timed: bool) -> None:
    written = WRITERS["srt"](transcript(segment(said, timed=timed)))
    bodies = [block.split("\n", 2)[2] for block in written.strip().split("\n\n")]
    assert " ".join(" ".join(bodies).split()) == shown
    assert written.count("-->") == len(bodies)
    assert WRITERS["srt"](transcript(segment("\x07\n", timed=False), segment(" ", timed=False))) == ""


def test_webvtt_escapes_what_would_be_markup() -> None:
    written = WRITERS["vtt"](transcript(segment("a < b & c > d", timed=False)))
    assert written == "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\na &lt; b &amp; c &gt; d\n\n"


def test_cues_obey_the_measures_of_subtitles_and_lose_no_word() -> None:
    shown = list(split_into_cues(transcript(segment(LONG.strip()))))
    assert len(shown) > 3
    for cue in shown:
        assert len(cue.lines) <= MAX_LINES
        assert all(len(line) <= MAX_LINE_COLUMNS for line in cue.lines)
        assert cue.end_s - cue.start_s <= MAX_CUE_S
    assert " ".join(line for cue in shown for line in cue.lines) == LONG.strip()


def test_a_sentence_and_a_pause_end_a_cue() -> None:
    spoken = Segment(0, 0, 9, "Yes. No or maybe", (*words("Yes. No or"), Word(5.0, 5.4, "maybe", 1, 1)))
    assert [cue.lines for cue in split_into_cues(transcript(spoken))] == [("Yes.",), ("No or",), ("maybe",)]


def test_a_short_cue_stays_until_it_can_be_read_or_the_next_one_comes() -> None:
    alone, soon, last = segment("Yes.", 0, 1.0), segment("No.", 1, 10.0), segment("Hm.", 2, 10.7)
    shown = list(split_into_cues(replace(transcript(alone, soon, last), duration_s=11.2)))
    assert [(cue.start_s, round(cue.end_s, 3)) for cue in shown] == [(1.0, 2.0), (10.0, 10.7), (10.7, 11.2)]
    fast = Segment(0, 0, 1.2, LONG[:80].strip(), words(LONG[:80].strip(), each_s=0.05, pause_s=0.01))
    (cue,) = split_into_cues(replace(transcript(fast), duration_s=60.0))
    assert cue.end_s == pytest.approx(len(LONG[:80].strip()) / READING_COLUMNS_PER_S, abs=0.1)


def test_two_lines_are_about_equal_and_part_behind_punctuation() -> None:
    assert break_lines("a short line") == ("a short line",)
    assert break_lines("") == ()
    assert break_lines("the quick brown fox jumps over the lazy dog and runs") == (
        "the quick brown fox jumps",
        "over the lazy dog and runs",
    )
    assert break_lines("When the rain began, we went back to the harbour again") == (
        "When the rain began,",
        "we went back to the harbour again",
    )
    assert break_lines("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk ja") == (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
        "ja",
    )


def test_chinese_lines_keep_numbers_latin_words_and_brackets_whole() -> None:
    one, other = break_lines("我们昨天在《人民日报》上看到了GPT-2026的新闻，非常有意思")
    assert one + other == "我们昨天在《人民日报》上看到了GPT-2026的新闻，非常有意思"
    assert all(len(line) <= 20 for line in (one, other))
    for cut in range(1, 20):
        for line in break_lines("好" * cut + "（GPT 2026）" + "，" + "好" * (20 - cut)):
            assert line[0] not in "，）"
            assert line[-1] != "（"
            assert "GPT" in line or not set(line) & set("GPT")


@given(st.lists(st.text("ab好，. (（", min_size=1, max_size=14), max_size=40), st.floats(0.01, 2))
def test_whatever_is_said_cues_never_overlap_and_lose_nothing(said: list[str], each_s: float) -> None:
    text = " ".join(" ".join(said).split())
    found = tuple(Word(n * each_s, (n + 0.9) * each_s, w, 1, 1) for n, w in enumerate(text.split()))
    if not found:
        return
    shown = list(split_into_cues(replace(transcript(Segment(0, 0.0, found[-1].end_s, text, found)), duration_s=999.0)))
    assert all(one.end_s <= other.start_s for one, other in pairwise(shown))
    assert all(cue.start_s < cue.end_s <= max(cue.start_s + MAX_CUE_S, found[-1].end_s) + 1e-6 for cue in shown)
    assert "".join("".join(cue.lines) for cue in shown).replace(" ", "") == text.replace(" ", "")


def test_chinese_is_split_between_characters_and_not_before_punctuation() -> None:
    text = "今天天气很好我们一起去公园散步，好不好？然后去吃饭"
    spoken = Segment(0, 0.0, 9.0, text, tuple(Word(i * 0.1, i * 0.1 + 0.1, c, 1, 1) for i, c in enumerate(text)))
    shown = list(split_into_cues(transcript(spoken)))
    assert "".join(line for cue in shown for line in cue.lines) == text
    assert all(line[0] not in "，。？" for cue in shown for line in cue.lines)


def test_without_word_times_a_segment_is_one_cue_and_no_time_is_made_up() -> None:
    (cue,) = split_into_cues(transcript(segment(LONG.strip(), timed=False)))
    assert (cue.start_s, cue.end_s) == (0.0, 5.0)


def test_words_that_are_not_those_of_the_text_are_not_believed() -> None:
    spoken = Segment(0, 1.0, 2.0, "corrected by hand", words("something else"))
    (cue,) = split_into_cues(transcript(spoken))
    assert cue.lines == ("corrected by hand",)


@given(st.floats(0, 1e6))
def test_clock_never_shows_sixty_seconds_or_a_thousand_ms(time_s: float) -> None:
    hours, minutes, seconds, ms = (int(part) for part in re.split("[:,]", cue_time(time_s, ",")))
    assert minutes < 60
    assert seconds < 60
    assert ms < 1000
    assert abs(hours * 3600 + minutes * 60 + seconds + ms / 1000 - time_s) <= 0.00051


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20), min_size=1, max_size=40))
def test_cues_are_in_order_without_overlap_and_keep_all_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    shown = list(split_into_cues(transcript(segment(text))))
    assert all(one.end_s <= next_.start_s for one, next_ in pairwise(shown))
    kept = "".join(line for cue in shown for line in cue.lines)
    assert kept.replace(" ", "") == text.replace(" ", "")
