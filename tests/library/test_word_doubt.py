"""What annealed restlessly is doubted, and the worst is offered first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.library.replay_store import CanvasRun
from app.library.word_doubt import (
    DoubtFeatures,
    doubt_features,
    doubt_threshold,
    doubtful_spans,
    error_probability,
    with_doubt,
)
from app.speech.events import CanvasStep, SegmentStarted
from app.transcript.model import Segment, Word
from tests.ui.canvas.scripted import vocabulary

WORDS = vocabulary(("▁in", "▁the", "▁eve", "ning", "▁sea"))
TOKENS = {WORDS.tokenizer.id_to_token(n): n for n in range(len(WORDS))}
END = WORDS.end_ids[0]


def step(number: int, of: int, *pieces: str, entropy: float = 0.0, unsure: int = -1) -> CanvasStep:
    """A step whose belief is these pieces, an end token and more of them; position ``unsure`` is."""
    belief = np.array([*(TOKENS[piece] for piece in pieces), END, END], np.int32)
    width = len(belief)
    entropies, probs = np.zeros(width, np.float32), np.zeros((width, 5), np.float16)
    probs[:, 0] = 1.0
    if unsure >= 0:
        entropies[unsure], probs[unsure, 0] = entropy, 0.25
    best = np.repeat(belief[:, None], 5, axis=1)
    return CanvasStep(0, number, of, belief, belief, np.ones(width, bool), entropies, best, probs, 1.0)


def run(*steps: CanvasStep, start_s: float = 0.0, end_s: float = 4.0) -> CanvasRun:
    return CanvasRun(SegmentStarted(0, start_s, end_s, 6), steps)


def said(*texts: str, support: float = 1.0) -> Segment:
    words = tuple(Word(float(n), n + 0.8, text, 0.9, support) for n, text in enumerate(texts))
    return Segment(0, 0.0, 4.0, " ".join(texts), words)


CALM = [step(n + 1, 4, "▁in", "▁the", "▁eve", "ning") for n in range(4)]
RESTLESS = [step(1, 4, "▁in", "▁sea", "▁sea", "ning"), step(2, 4, "▁in", "▁the", "▁sea", "ning"), *CALM[2:]]


def test_signs_tell_when_words_settled_and_how_often_they_changed() -> None:
    found = doubt_features(said("in", "the", "evening"), [run(*RESTLESS)], WORDS)
    assert found is not None
    assert [sign.settled for sign in found] == [0.0, 0.25, 0.5]
    assert [round(np.expm1(sign.flips)) for sign in found] == [0, 1, 1]
    assert [sign.entropy for sign in found] == [0.0] * 3
    assert found[0].unsure ** 4 == pytest.approx(0.1)


def test_a_word_is_as_uncertain_as_its_least_certain_token() -> None:
    steps = [step(1, 1, "▁in", "▁the", "▁eve", "ning", entropy=1.5, unsure=3)]
    found = doubt_features(said("in", "the", "evening"), [run(*steps)], WORDS)
    assert found is not None
    assert [round(sign.entropy**4, 3) for sign in found] == [0.0, 0.0, 1.5]
    assert [sign.improbability**4 for sign in found] == pytest.approx([0.0, 0.0, 0.75])


def test_everything_that_speaks_against_a_word_raises_its_doubt() -> None:
    calm = DoubtFeatures(0, 0, 0, 0, 0, 0)
    assert 0 < error_probability(calm) < 0.2
    worst = DoubtFeatures(1.0, np.log1p(8), np.log1p(4), 1.0, 1.0, 1.0)
    assert error_probability(worst) > 0.8
    restless, still = (with_doubt(said("in", "the", "evening"), [run(*steps)], WORDS) for steps in (RESTLESS, CALM))
    assert all(0 < (word.doubt or 0) < 1 for word in restless.words)
    assert (restless.words[2].doubt or 0) > (still.words[2].doubt or 0)
    assert restless.words[0].doubt == still.words[0].doubt


def test_of_a_canvas_that_was_read_in_pieces_only_the_pieces_count() -> None:
    whole = run(step(1, 1, "▁sea", "▁sea"), end_s=4.0)
    pieces = [run(*CALM[:1], end_s=2.0), run(step(1, 1, "▁the", "▁sea"), start_s=2.0)]
    spoken = said("in", "the", "evening", "the", "sea")
    assert doubt_features(spoken, [whole], WORDS) is None
    assert len(doubt_features(spoken, [whole, *pieces], WORDS) or ()) == 5


def test_without_steps_the_ear_alone_judges() -> None:
    sure, unsure = (with_doubt(said("in", support=support), [], None).words[0].doubt for support in (1.0, 0.1))
    assert sure is not None
    assert unsure is not None
    assert 0 < sure < unsure < 1
    assert with_doubt(said("other", "words"), [run(*CALM)], WORDS).words[0].doubt is not None


def test_the_worst_spans_come_first_and_neighbours_are_one() -> None:
    doubts = [[0.1, 0.6, 0.7, 0.0], [None, 0.9, 0.2]]
    segments = [
        replace(part, words=tuple(replace(word, doubt=d) for word, d in zip(part.words, own, strict=True)))
        for part, own in zip((said(*"abcd"), said(*"efg")), doubts, strict=True)
    ]
    spans = doubtful_spans(segments, doubt_threshold(segments, share=0.5))
    assert [(span.segment_index, span.first_word, span.end_word, span.text) for span in spans] == [
        (1, 1, 3, "f g"),
        (0, 1, 3, "b c"),
    ]
    assert (spans[1].start_s, spans[1].end_s, spans[1].doubt) == (1.0, 2.8, 0.7)
    assert [span.text for span in doubtful_spans(segments, doubt_threshold(segments, share=0.1))] == ["f"]
    assert doubtful_spans(segments, doubt_threshold(segments, share=1.0, min_doubt=0.95)) == []
    assert doubtful_spans([], doubt_threshold([])) == []


def test_words_without_the_repetitions_of_their_canvas_keep_their_signs() -> None:
    """The phrase that stays is the first one: the restless tokens of those that went do not count."""
    phrase = ("▁in", "▁the", "▁eve", "ning", "▁sea", "▁sea")
    cleaned = replace(said("in", "the", "evening", "sea", "sea"), raw_text="in the evening sea sea in the")
    steps = [step(1, 2, *phrase, "▁the", *phrase[1:]), step(2, 2, *phrase, *phrase)]
    found = doubt_features(cleaned, [run(*steps)], WORDS)
    assert found is not None
    assert [sign.flips for sign in found] == [0.0] * 5
    assert doubt_features(replace(cleaned, raw_text=""), [run(*steps)], WORDS) is None
