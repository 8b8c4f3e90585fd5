"""CTC over the audio tokens: when words were said, how well the audio carries them, and a first draft.

The projector was trained with a CTC loss through the frozen lm_head, so the head's log-probabilities over the audio tokens
(frames here) tell which token was heard where (Graves et al. 2006). Everything takes them as a numpy array or a torch
tensor, (frames, vocab), and picks out the few columns it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word

if TYPE_CHECKING:
    from torch import Tensor

    LogProbs: TypeAlias = NDArray[np.floating[Any]] | Tensor
from app.speech.token_words import TokenWord, words_from_tokens

from .ctc import forced_align, is_alignable, select_columns

WORD_PADDING_S = 0.16  # CTC marks the core of a word: it is widened by so much into the blanks around it


NEAR_FRAMES = 2  # where tokens cannot be aligned, how far from their place they may be heard


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
    """The words of a segment's ``token_ids`` (before its end token), with times inside the segment, in order, not overlapping.

    ``confidences`` (tokens,) are the denoiser's probabilities; ``seconds_per_audio_token`` is the length of one frame
    of ``log_probs``.
    Frames behind ``end_s`` (padding) do not count. A word's support is the mean probability of its tokens along
    their alignment. Where there are more tokens than frames, times are spread evenly and a token's support is its best
    probability near its place. Each Han character is a word.
    """
    kept = [n for n, token in enumerate(ids) if not vocabulary.is_special(token)]
    ids = [ids[n] for n in kept]
    sure = np.array([token_probs[n] for n in kept], np.float64)
    spelled = words_from_tokens(ids, vocabulary)
    if not spelled:
        return ()
    length = max(0.0, end_s - start_s) / frame_s  # of the segment, in frames
    log_probs = log_probs[: int(np.ceil(length - 1e-6))]
    spans, support = _token_spans(log_probs, ids, blank_id, length)  # (tokens, 2), (tokens,)
    places = _padded(np.array([_word_span(spans, word) for word in spelled]), WORD_PADDING_S / frame_s, length)
    in_order = np.maximum.accumulate(places.ravel()).reshape(-1, 2)  # against rounding of shares of a token
    times_s = np.clip(start_s + in_order * frame_s, start_s, max(start_s, end_s))
    return tuple(
        Word(
            start_s=float(a),
            end_s=float(b),
            text=word.text,
            confidence=float(sure[word.tokens].mean()),
            support=float(support[word.tokens].mean()),
            start_char=word.start_char,
        )
        for word, (a, b) in zip(spelled, times_s, strict=True)
    )


def _token_spans(
    log_probs: LogProbs, ids: Sequence[int], blank: int, length: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Frames (tokens, 2) and support (tokens,) of every token, aligned, or spread evenly where they do not fit."""
    frames, tokens = len(log_probs), len(ids)
    if is_alignable(frames, ids):
        spans = forced_align(log_probs, ids, blank)
        probs = np.exp(select_columns(log_probs, ids))  # (frames, tokens)
        sums = np.concatenate([np.zeros((1, tokens)), probs.cumsum(axis=0)])
        each = np.arange(tokens)
        means = (sums[spans[:, 1], each] - sums[spans[:, 0], each]) / (spans[:, 1] - spans[:, 0])
        return spans.astype(np.float64), np.clip(means, 0, 1)
    edges = np.linspace(0, length, tokens + 1)
    support = np.zeros(tokens)
    if frames:
        probs = np.exp(select_columns(log_probs, ids))
        centres = np.minimum((edges[:-1] + edges[1:]) / 2, frames - 1).astype(int)
        near = np.abs(np.arange(frames)[:, None] - centres) <= NEAR_FRAMES  # (frames, tokens)
        support = np.where(near, probs, 0).max(axis=0)
    return np.stack([edges[:-1], edges[1:]], axis=1), np.clip(support, 0, 1)


def _word_span(spans: NDArray[np.float64], word: TokenWord) -> tuple[float, float]:
    """Frames of a word; one that begins or ends within a token gets its share of it."""

    def at(position: float, token: int) -> float:
        start, end = spans[token]
        return float(start + (position - token) * (end - start))

    return at(word.start, int(word.start)), at(word.end, int(np.ceil(word.end)) - 1)


def _padded(places: NDArray[np.float64], by: float, length: float) -> NDArray[np.float64]:
    """Words (words, 2) grown by up to ``replace_field`` frames on either side, to whole frames, and at most half-way
    to the next one."""
    starts, ends = places[:, 0].copy(), np.maximum(places[:, 0], places[:, 1])
    gaps = np.concatenate([[2 * starts[0]], starts[1:] - ends[:-1], [2 * max(0.0, length - ends[-1])]])
    share = np.clip(gaps / 2, 0, round(by))
    starts -= np.floor(share[:-1])
    ends += np.minimum(np.ceil(share[1:]), np.maximum(0, gaps[1:] - np.floor(share[1:])))
    return np.stack([starts, ends], axis=1)
