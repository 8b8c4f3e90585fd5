"""Places of tokens: by the draft while they settle, by the words' times afterwards, none where they are not known."""

from __future__ import annotations

import numpy as np

from app.library.replay_store import CanvasRun
from app.speech.events import SegmentStarted
from app.transcript.model import Segment, Word
from app.ui.canvas.token_places import places_by_words, places_so_far

from . import scripted

WORDS = ["▁in", "▁the", "▁even", "ing", "▁we", "▁could"]
VOCABULARY = scripted.vocabulary(tuple(WORDS))
IDS = scripted.token_ids(VOCABULARY, WORDS)
SPANS_S = tuple((1.0 + n, 1.5 + n) for n in range(len(WORDS)))


def canvas(ids: list[int], length: int = 12) -> np.ndarray:
    return np.array([*ids, *[VOCABULARY.end_ids[0]] * (length - len(ids))], np.int32)


def test_tokens_of_the_draft_have_its_places_in_order_and_others_none() -> None:
    started = SegmentStarted(0, 1.0, 8.0, 12, "draft", tuple(IDS), SPANS_S)
    changed = [IDS[0], IDS[5], *IDS[2:]]  # "could" stands where "the" was heard
    places = places_so_far(started, canvas(changed), VOCABULARY)
    known = ~np.isnan(places.spans_s[:, 0])
    assert known.tolist() == [True, False, True, True, True, True, *[False] * 6]
    assert places.spans_s[2].tolist() == [3.0, 3.5]
    assert [(word.text, word.start_s, word.end_s, word.positions) for word in places.words][:2] == [
        ("in", 1.0, 1.5, (0,)),
        ("evening", 3.0, 4.5, (2, 3)),
    ]
    assert places.position_at(4.2) == 3
    assert places.position_at(2.2) is None
    without = places_so_far(SegmentStarted(0, 1.0, 8.0, 12), canvas(IDS), VOCABULARY)
    assert np.isnan(without.spans_s).all()
    assert without.words == ()


def test_an_alignment_s_positions_are_places_whatever_it_starts_from() -> None:
    pad = next(token for token in sorted(VOCABULARY.hidden_ids) if not VOCABULARY.is_end(token))
    ids = np.array([pad, IDS[0], pad, pad, IDS[2], IDS[3]], np.int32)
    places = places_so_far(SegmentStarted(0, 1.0, 1.45, 6, "noise", position_s=0.08), ids, VOCABULARY)
    known = ~np.isnan(places.spans_s[:, 0])
    assert known.tolist() == [False, True, False, False, True, True]
    np.testing.assert_allclose(places.spans_s[[1, 5]], [[1.08, 1.16], [1.4, 1.45]])
    assert [(word.text, word.positions) for word in places.words] == [("in", (1,)), ("evening", (4, 5))]


def test_a_finished_canvas_has_the_times_of_its_words() -> None:
    steps = scripted.annealing_steps(VOCABULARY, IDS, 12, 3, 0, 0)
    run = CanvasRun(SegmentStarted(0, 0.0, 8.0, 12), tuple(steps))
    texts = ["in", "the", "evening", "we", "could"]
    words = tuple(Word(float(n), n + 0.8, text, 0.9, 0.4) for n, text in enumerate(texts))
    places = places_by_words(Segment(0, 0.0, 8.0, " ".join(texts), words), run, VOCABULARY)
    assert [word.text for word in places.words] == texts
    assert places.spans_s[2].tolist() == [2.0, 2.4]
    assert places.spans_s[3].tolist() == [2.4, 2.8]
    evening = places.word_of(3)
    assert evening is not None
    assert (evening.text, evening.support) == ("evening", 0.4)
    assert places.word_at(2.9) is None
