"""Alternatives of a word, from the top tokens at the last step of its canvas; and the word at a canvas position."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from app.speech.token_repetitions import positions_without_repetitions
from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.transcript.text_words import plain_form

from .replay_store import CanvasRun

MAX_CANDIDATES, MAX_OWN_WORDS = 6, 2
MIN_LIKENESS = 0.6
"""Share of letters, in their order, that an own word has in common with what was heard."""
MIN_PROBABILITY = 0.001
"""Less probable candidates are noise."""


@dataclass(frozen=True)
class Candidate:
    """A word with one of its tokens replaced by another of the model's top tokens."""

    text: str
    probability: float | None
    """Of the replacing token at the last step; for the word as it stands, of its least probable token. None for one of the
    user's own words, which the steps need not know."""


def candidates_for_word(
    segment: Segment, word_index: int, runs: Sequence[CanvasRun], vocabulary: Vocabulary
) -> list[Candidate]:
    """The word as it stands, then its alternatives, most probable first; empty where no run has its steps."""
    for run in reversed(runs):
        positions = word_positions(segment, run, vocabulary).get(word_index)
        if positions:
            return _rank_candidates(run, positions, vocabulary)
    return []


def with_own_words(word: str, candidates: Sequence[Candidate], own_words: Sequence[str]) -> list[Candidate]:
    """Return the candidates of a word with those own words behind the first that sound much like it, the most alike first.

    How a word was heard is known by its spelling: own words count that are spelled like it, or like one of its candidates.
    """
    heard = [plain_form(text) for text in (word, *(candidate.text for candidate in candidates))]
    likeness = {
        own: max(difflib.SequenceMatcher(None, plain_form(own), text, autojunk=False).ratio() for text in heard)
        for own in own_words
        if own != word
    }
    alike = [own for own, ratio in likeness.items() if ratio >= MIN_LIKENESS]
    alike.sort(key=lambda own: -likeness[own])
    known = {candidate.text: candidate for candidate in candidates}
    found = [known.get(own, Candidate(own, None)) for own in alike[:MAX_OWN_WORDS]]
    others = [candidate for candidate in candidates if candidate not in found]
    return [*others[:1], *found, *others[1:]][:MAX_CANDIDATES]


def word_at_position(segment: Segment, runs: Sequence[CanvasRun], position: int, vocabulary: Vocabulary) -> int | None:
    """Index of the word at a canvas position of the last run; None where there is no word."""
    if not runs:
        return None
    by_word = word_positions(segment, runs[-1], vocabulary)
    return next((word for word, positions in by_word.items() if positions[0] <= position <= positions[-1]), None)


def word_positions(segment: Segment, run: CanvasRun, vocabulary: Vocabulary) -> dict[int, list[int]]:
    """Return the canvas positions of each word of the segment that lies in the run, by word index."""
    started = run.started
    inside = [
        index
        for index, word in enumerate(segment.words)
        if run.steps and started.start_s <= (word.start_s + word.end_s) / 2 <= started.end_s
    ]
    if not inside:
        return {}
    ids, _ = vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())
    text_positions = (
        positions_without_repetitions(ids, vocabulary) if segment.raw_text else vocabulary.visible_positions(ids)
    )
    run_words = words_from_tokens([ids[n] for n in text_positions], vocabulary)
    texts = [segment.words[index].text for index in inside], [word.text for word in run_words]
    positions: dict[int, list[int]] = {}
    for start, run_start, size in difflib.SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        for n in range(size):
            positions[inside[start + n]] = text_positions[run_words[run_start + n].tokens]
    return positions


def _rank_candidates(run: CanvasRun, positions: list[int], vocabulary: Vocabulary) -> list[Candidate]:
    """The word at these positions, then its alternatives by probability."""
    final = run.steps[-1]
    ids = [int(final.argmax_ids[position]) for position in positions]
    word = vocabulary.decode(ids)
    probabilities: dict[str, float] = {}
    for n, position in enumerate(positions):
        top = zip(final.top_ids[position].tolist(), final.top_probs[position].tolist(), strict=True)
        for token, probability in top:
            if probability < MIN_PROBABILITY or vocabulary.is_special(token):
                continue
            if n == 0 and vocabulary.starts_word(token) != vocabulary.starts_word(ids[0]):
                continue  # it would belong to the word before
            text = vocabulary.decode([*ids[:n], token, *ids[n + 1 :]])
            if text != word and any(letter.isalnum() for letter in text):
                probabilities[text] = max(probabilities.get(text, 0.0), float(probability))
    alternatives = [Candidate(text, probability) for text, probability in probabilities.items()]
    alternatives.sort(key=lambda candidate: -probabilities[candidate.text])
    lowest = min(float(final.top_probs[position, 0]) for position in positions)
    return [Candidate(word, lowest), *alternatives[: MAX_CANDIDATES - 1]]
