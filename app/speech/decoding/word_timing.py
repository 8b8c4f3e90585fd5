"""Times and acoustic support of words, by CTC alignment of their tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.speech.token_words import TokenWord, words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word

from .ctc import forced_align, is_alignable, select_columns

if TYPE_CHECKING:
    from .ctc import LogProbs

WORD_PADDING_S = 0.16  # CTC marks the core of a word: its span grows by at most this into the blanks on either side
NEAR_FRAMES = 2  # where tokens cannot be aligned, how far from their place their sound may be


def word_times(
    log_probs: LogProbs,
    ids: Sequence[int],
    token_probs: Sequence[float],
    vocabulary: Vocabulary,
    *,
    blank_id: int,
    frame_s: float,
    start_s: float,
    end_s: float,
) -> tuple[Word, ...]:
    """Return the words of a segment with times inside it, in order and not overlapping. Each Han character is a word.

    A word's support is the mean CTC probability of its tokens along their alignment. Where there are more tokens than frames,
    times are spread evenly and a token's support is its best probability near its place.

    Args:
        log_probs: CTC's, (frames, vocab), of ``frame_s`` seconds each; frames after ``end_s`` are padding and do not count.
        ids: the segment's tokens before its end token.
        token_probs: the denoiser's probability of each token, (tokens,).
    """
    visible = vocabulary.visible_positions(ids)
    ids = [ids[position] for position in visible]
    confidences = np.array([token_probs[position] for position in visible], np.float64)
    words = words_from_tokens(ids, vocabulary)
    if not words:
        return ()
    length = max(0.0, end_s - start_s) / frame_s  # of the segment, in frames
    log_probs = log_probs[: int(np.ceil(length - 1e-6))]
    token_spans, support = _token_spans(log_probs, ids, blank_id, length)
    spans = padded_spans(np.array([_word_span(token_spans, word) for word in words]), WORD_PADDING_S / frame_s, length)
    in_order = np.maximum.accumulate(spans.ravel()).reshape(-1, 2)  # against rounding of shares of a token
    times_s = np.clip(start_s + in_order * frame_s, start_s, max(start_s, end_s))
    return tuple(
        Word(
            start_s=float(word_start_s),
            end_s=float(word_end_s),
            text=word.text,
            confidence=float(confidences[word.tokens].mean()),
            support=float(support[word.tokens].mean()),
            start_char=word.start_char,
        )
        for word, (word_start_s, word_end_s) in zip(words, times_s, strict=True)
    )


def _token_spans(
    log_probs: LogProbs, ids: Sequence[int], blank_id: int, length: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the frames (tokens, 2) and the support (tokens,) of every token: aligned, or spread evenly over ``length``."""
    frame_count, token_count = len(log_probs), len(ids)
    if is_alignable(frame_count, ids):
        spans = forced_align(log_probs, ids, blank_id)
        probs = np.exp(select_columns(log_probs, ids))  # (frames, tokens)
        sums = np.concatenate([np.zeros((1, token_count)), probs.cumsum(axis=0)])
        columns = np.arange(token_count)
        means = (sums[spans[:, 1], columns] - sums[spans[:, 0], columns]) / (spans[:, 1] - spans[:, 0])
        return spans.astype(np.float64), np.clip(means, 0, 1)
    edges = np.linspace(0, length, token_count + 1)
    support = np.zeros(token_count)
    if frame_count:
        probs = np.exp(select_columns(log_probs, ids))
        centers = np.minimum((edges[:-1] + edges[1:]) / 2, frame_count - 1).astype(int)
        near = np.abs(np.arange(frame_count)[:, None] - centers) <= NEAR_FRAMES  # (frames, tokens)
        support = np.where(near, probs, 0).max(axis=0)
    return np.stack([edges[:-1], edges[1:]], axis=1), np.clip(support, 0, 1)


def _word_span(token_spans: NDArray[np.float64], word: TokenWord) -> tuple[float, float]:
    """Return the frames of a word; one that starts or ends within a token gets its share of that token."""

    def frame_of(position: float, token: int) -> float:
        start, end = token_spans[token]
        return float(start + (position - token) * (end - start))

    return frame_of(word.start, int(word.start)), frame_of(word.end, int(np.ceil(word.end)) - 1)


def padded_spans(spans: NDArray[np.generic], padding: float, length: float) -> NDArray[np.float64]:
    """Grow word spans (words, 2) by up to ``padding`` frames on either side, to whole frames, at most half-way to the next."""
    starts, ends = spans[:, 0].astype(np.float64), np.maximum(spans[:, 0], spans[:, 1]).astype(np.float64)
    gaps = np.concatenate([[2 * starts[0]], starts[1:] - ends[:-1], [2 * max(0.0, length - ends[-1])]])
    shares = np.clip(gaps / 2, 0, round(padding))
    starts -= np.floor(shares[:-1])
    ends += np.minimum(np.ceil(shares[1:]), np.maximum(0, gaps[1:] - np.floor(shares[1:])))
    return np.stack([starts, ends], axis=1)
