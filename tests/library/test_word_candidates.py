"""The candidates of a word are those of its tokens at the last step; a token leads to its word."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.library.replay_store import CanvasRun
from app.library.word_candidates import Candidate, candidates_for_word, with_own_words, word_at_position
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.token_words import words_from_tokens
from app.transcript.model import Segment, Word
from tests.ui.canvas.scripted import CHINESE, END_ID, ENGLISH, HINDI, token_ids, vocabulary

WORDS = vocabulary(("▁ropes", "▁roles", "▁rap"))
PAD = 0


def run_of(pieces: list[str], others: dict[int, list[tuple[str, float]]], start_s: float = 0.0) -> CanvasRun:
    """One step whose belief are ``pieces``, an end and padding; ``others`` are candidates of positions, less probable."""
    text = token_ids(WORDS, pieces)
    belief = np.array([*text, END_ID, PAD, PAD], np.int32)
    top = np.zeros((len(belief), 5), np.int32)
    probs = np.zeros((len(belief), 5), np.float16)
    top[:, 0], probs[:, 0] = belief, 0.9
    for position, found in others.items():
        probs[position, 0] = 1 - sum(share for _, share in found)
        for n, (piece, share) in enumerate(found, 1):
            top[position, n], probs[position, n] = token_ids(WORDS, [piece])[0], share
    step = CanvasStep(
        0, 8, 8, belief, belief, np.ones(len(belief), bool), np.zeros(len(belief), np.float32), top, probs, 1.0
    )
    return CanvasRun(SegmentStarted(0, start_s, start_s + 10, len(belief)), (step,))


def segment_of(pieces: list[str], start_s: float = 0.0) -> Segment:
    texts = [word.text for word in words_from_tokens(token_ids(WORDS, pieces), WORDS)]
    words = tuple(Word(start_s + n * 0.1, start_s + n * 0.1 + 0.1, text, 0.9, 0.8, 0.1) for n, text in enumerate(texts))
    return Segment(0, start_s, start_s + 10, " ".join(texts), words)


def test_candidates_of_every_token_of_a_word_most_probable_first() -> None:
    pieces = ["▁hear", "▁the", "▁rope", "s", ","]
    run = run_of(pieces, {2: [("▁rap", 0.2), ("ing", 0.1), ("▁hear", 0.05)], 3: [("ing", 0.3), ("<eos>", 0.2)]})
    found = candidates_for_word(segment_of(pieces), 2, [run], WORDS)
    assert found[0].text == WORDS.decode(token_ids(WORDS, ["▁rope", "s"]))
    assert found[0].probability == pytest.approx(0.5, abs=0.01)  # its least certain token
    assert [each.probability for each in found[1:]] == pytest.approx([0.3, 0.2, 0.05], abs=0.01)  # no end, no joining
    assert found[1].text == WORDS.decode(token_ids(WORDS, ["▁rope", "ing"]))
    assert found[2].text == WORDS.decode(token_ids(WORDS, ["▁rap", "s"]))


def test_the_newest_run_counts_and_words_are_found_among_corrected_ones() -> None:
    pieces = ["▁we", "▁could", "▁hear"]
    old, new = run_of(pieces, {2: [("▁rap", 0.4)]}), run_of(pieces, {2: [("▁had", 0.3)]})
    segment = segment_of(pieces)
    corrected = replace(segment, words=(replace(segment.words[0], text="You", doubt=0.0), *segment.words[1:]))
    assert [each.text for each in candidates_for_word(corrected, 2, [old, new], WORDS)] == ["▁hear", "▁had"]
    assert candidates_for_word(corrected, 0, [old, new], WORDS) == []
    assert candidates_for_word(segment, 2, [], WORDS) == []


def test_a_run_of_another_stretch_has_no_say() -> None:
    pieces = ["▁we", "▁could", "▁hear"]
    assert candidates_for_word(segment_of(pieces, 30.0), 1, [run_of(pieces, {1: [("▁had", 0.3)]})], WORDS) == []


@pytest.mark.parametrize("pieces", [ENGLISH, HINDI, CHINESE])
def test_every_token_of_a_text_leads_to_its_word_and_the_rest_to_none(pieces: list[str]) -> None:
    segment, run = segment_of(pieces), run_of(pieces, {})
    words = [word_at_position(segment, [run], position, WORDS) for position in range(len(pieces) + 3)]
    assert words[-3:] == [None] * 3
    known = [word for word in words if word is not None]
    assert known == sorted(known)
    assert set(known) == set(range(len(segment.words)))


def test_words_without_the_repetitions_of_their_canvas_lead_to_the_first_phrase() -> None:
    phrase = ["▁we", "▁could", "▁hear", "▁the"]
    run = run_of([*phrase, *phrase, *phrase], {1: [("▁had", 0.3)], 5: [("▁rap", 0.2)]})
    cleaned = replace(segment_of(phrase), raw_text="we could hear the we could hear the we could hear the")
    assert [each.text for each in candidates_for_word(cleaned, 1, [run], WORDS)] == [
        WORDS.decode([n]) for n in token_ids(WORDS, ["▁could", "▁had"])
    ]
    assert [word_at_position(cleaned, [run], position, WORDS) for position in (1, 5)] == [1, None]


def test_own_words_that_sound_like_a_candidate_are_offered_behind_the_word() -> None:
    heard = [Candidate("bar", 0.4), Candidate("barmulock", 0.3), Candidate("harm", 0.1)]
    offered = with_own_words("bar", heard, ("Kathmandu", "Barmulloch", "bar"))
    assert offered == [heard[0], Candidate("Barmulloch", None), *heard[1:]]
    assert with_own_words("lafayette", [], ("Lafette", "Paris")) == [Candidate("Lafette", None)]
    assert with_own_words("你好", [], ("您好", "再见")) == []


def test_an_own_word_is_offered_once_and_only_the_most_alike() -> None:
    heard = [Candidate("ropes", 0.6), Candidate("Ropa", 0.3)]
    offered = with_own_words("ropes", heard, ("Ropa", "Rope", "Ropers", "Roped"))
    assert offered == [heard[0], heard[1], Candidate("Ropers", None)]
