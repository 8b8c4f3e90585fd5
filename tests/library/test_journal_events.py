"""Segments in the journal: what a word derives from its text is not written, and is there again when it is read."""

from __future__ import annotations

import json
from dataclasses import replace

from app.library.journal_events import canonical_json, segment_from_json, segment_to_json
from app.transcript.edits import rewrite
from tests.library.export.spoken import segment

SPOKEN = segment("la la, la")


def test_a_stored_word_has_the_six_values_that_every_version_reads() -> None:
    body = segment_to_json(SPOKEN)
    assert body["words"][1] == [0.5, 0.9, "la,", 0.9, 0.8, None]
    assert {len(word) for word in body["words"]} == {6}


def test_the_raw_text_is_stored_where_there_is_one() -> None:
    assert "raw_text" not in segment_to_json(SPOKEN)
    cleaned = replace(SPOKEN, raw_text="la la, la la, la")
    assert segment_from_json(json.loads(canonical_json(cleaned))) == cleaned


def test_a_stored_word_knows_its_place_when_it_is_read() -> None:
    back = segment_from_json(json.loads(canonical_json(SPOKEN)))
    assert back == SPOKEN
    assert back.word_ranges == SPOKEN.word_ranges == ((0, 2), (3, 6), (7, 9))


def test_equal_segments_are_equal_texts_however_their_words_came_to_their_places() -> None:
    (edited,) = rewrite((SPOKEN,), 0, "oh la la, la")
    assert canonical_json(edited) == canonical_json(segment_from_json(json.loads(canonical_json(edited))))
