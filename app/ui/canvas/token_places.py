"""Where a canvas's tokens are heard: by its own or the draft's alignment during the run, by words' times afterwards. No Qt."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.library.replay_store import CanvasRun
from app.library.word_candidates import word_positions
from app.speech.events import SegmentStarted
from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment


@dataclass(frozen=True)
class PlacedWord:
    """A word, when it is heard, and the canvas positions that spell it."""

    text: str
    start_s: float
    end_s: float
    positions: tuple[int, ...]
    support: float | None = None
    """How well the sound alone carries it, 0 to 1; None while it is not known."""


@dataclass(frozen=True, eq=False)
class TokenPlaces:
    """What is known about the places of a canvas's tokens."""

    spans_s: NDArray[np.float64]
    """(canvas, 2) start and end in the source; NaN where a token's place is not known."""
    words: tuple[PlacedWord, ...] = ()

    def word_of(self, position: int) -> PlacedWord | None:
        """Return the word that a position helps to spell."""
        return next((word for word in self.words if position in word.positions), None)

    def word_at(self, time_s: float) -> PlacedWord | None:
        """Return the word that is heard at a time."""
        return next((word for word in self.words if word.start_s <= time_s < word.end_s), None)

    def position_at(self, time_s: float) -> int | None:
        """Return the position whose token is heard at a time."""
        inside = np.flatnonzero((self.spans_s[:, 0] <= time_s) & (time_s < self.spans_s[:, 1]))
        return int(inside[0]) if len(inside) else None


def no_places(canvas_length: int) -> TokenPlaces:
    return TokenPlaces(np.full((canvas_length, 2), np.nan))


def places_by_words(segment: Segment, run: CanvasRun, vocabulary: Vocabulary) -> TokenPlaces:
    """Return the places of a finished canvas: each token of a word has its share of the word's time."""
    places = np.full((len(run.steps[-1].canvas) if run.steps else 0, 2), np.nan)
    words = []
    for index, positions in word_positions(segment, run, vocabulary).items():
        word = segment.words[index]
        edges_s = np.linspace(word.start_s, word.end_s, len(positions) + 1)
        places[positions] = np.stack([edges_s[:-1], edges_s[1:]], axis=1)
        words.append(PlacedWord(word.text, word.start_s, word.end_s, tuple(positions), word.support))
    return TokenPlaces(places, tuple(words))


def places_so_far(started: SegmentStarted, argmax_ids: NDArray[np.int32], vocabulary: Vocabulary) -> TokenPlaces:
    """Return the places during the run, of the tokens of the text so far (canvas,).

    An alignment's positions are places. On other canvases those of the draft's tokens are known, as far as they are in order.
    """
    places = np.full((len(argmax_ids), 2), np.nan)
    if not started.draft_spans_s and started.position_s is None:
        return TokenPlaces(places)
    ids, _ = vocabulary.truncate_at_end(argmax_ids.tolist())
    visible = vocabulary.visible_positions(ids)
    text_ids = [ids[position] for position in visible]
    if started.position_s is not None:
        edges_s = started.start_s + np.array(visible)[:, None] * started.position_s + [0.0, started.position_s]
        places[visible] = np.minimum(edges_s, started.end_s)
    else:
        shared = difflib.SequenceMatcher(None, started.draft_ids, text_ids, autojunk=False).get_matching_blocks()
        for draft_start, start, size in shared:
            for n in range(size):
                places[visible[start + n]] = started.draft_spans_s[draft_start + n]
    words = []
    for word in words_from_tokens(text_ids, vocabulary):
        positions = visible[word.tokens]
        spans_s = places[positions]
        if not np.isnan(spans_s).any():
            words.append(PlacedWord(word.text, float(spans_s[0, 0]), float(spans_s[-1, 1]), tuple(positions)))
    return TokenPlaces(places, tuple(words))
