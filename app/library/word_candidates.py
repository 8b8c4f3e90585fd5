"""What else the model thought of: a word's candidates at the last step of its canvas, and which word a token belongs to."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment

from .replay_store import CanvasRun

MAX_CANDIDATES = 6
MIN_PROBABILITY = 0.001
"""Candidates less probable than this are noise."""


@dataclass(frozen=True)
class Candidate:
    """A word as it could be with another of the model's tokens."""

    text: str
    probability: float
    """Of the token that makes the difference, at the last step; of the word as it stands, that of its least probable token."""


def candidates_for_word(
    segment: Segment, word_index: int, runs: Sequence[CanvasRun], vocabulary: Vocabulary
) -> list[Candidate]:
    """The word as it stands, and what else it could be, most probable first. Empty where its steps are not among the runs."""
    for run in reversed(runs):
        positions = _word_positions(segment, run, vocabulary).get(word_index)
        if positions:
            return _rank_candidates(run, positions, vocabulary)
    return []


def word_at_position(segment: Segment, runs: Sequence[CanvasRun], position: int, vocabulary: Vocabulary) -> int | None:
    """The word of the segment to which a position of the last run's canvas belongs; None where it belongs to none."""
    if not runs:
        return None
    found = _word_positions(segment, runs[-1], vocabulary)
    return next((word for word, positions in found.items() if positions[0] <= position <= positions[-1]), None)


def _word_positions(segment: Segment, run: CanvasRun, vocabulary: Vocabulary) -> dict[int, list[int]]:
    """For each word of the segment that stands on the run's canvas its positions there."""
    started = run.started
    inside = [
        n
        for n, word in enumerate(segment.words)
        if run.steps and started.start_s <= (word.start_s + word.end_s) / 2 <= started.end_s
    ]
    if not inside:
        return {}
    ids, _ = vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())
    kept = [n for n, token in enumerate(ids) if not vocabulary.is_special(token)]
    spelled = words_from_tokens([ids[n] for n in kept], vocabulary)
    texts = [segment.words[n].text for n in inside], [word.text for word in spelled]
    found: dict[int, list[int]] = {}
    for a, b, size in difflib.SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        for n in range(size):
            found[inside[a + n]] = kept[spelled[b + n].tokens]
    return found


def _rank_candidates(run: CanvasRun, positions: list[int], vocabulary: Vocabulary) -> list[Candidate]:
    final = run.steps[-1]
    own = [int(final.argmax_ids[position]) for position in positions]
    present = vocabulary.decode(own)
    found: dict[str, float] = {}
    for n, position in enumerate(positions):
        for token, probability in zip(
            final.top_ids[position].tolist(), final.top_probs[position].tolist(), strict=True
        ):
            odd = vocabulary.is_special(token) or (
                n == 0 and vocabulary.starts_word(token) != vocabulary.starts_word(own[0])
            )
            text = "" if odd else vocabulary.decode([*own[:n], token, *own[n + 1 :]])
            if probability >= MIN_PROBABILITY and text != present and any(letter.isalnum() for letter in text):
                found[text] = max(found.get(text, 0.0), float(probability))
    others = sorted((Candidate(text, share) for text, share in found.items()), key=lambda each: -each.probability)
    least = min(float(final.top_probs[position, 0]) for position in positions)
    return [Candidate(present, least), *others[: MAX_CANDIDATES - 1]]
