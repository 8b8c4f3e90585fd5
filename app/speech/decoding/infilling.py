"""Infilling: fixed text stands on the canvas from the first step on, and the rest anneals around it.

A fixed position predicts its own token with probability 1. Everything else follows from that: its entropy is 0, so it is
sampled as itself, always accepted and never renoised, and the next step's self-conditioning is certain of it as well.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import torch
from torch import Tensor

from app.errors import ModelError
from app.speech.redecode import FixedText
from app.speech.token_words import continuation_tokens, is_spaced_letter, words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word

from .ctc import NEG_INF, forced_align, is_alignable, peak_frames
from .ctc_draft import make_draft_logits

FREE, NEW_WORD = -1, -2


@dataclass(frozen=True)
class TokenLayout:
    """A fixed text as tokens, from the start of the canvas on: the token ids, and which of them are fixed."""

    ids: tuple[int, ...]
    is_fixed: tuple[bool, ...]

    @property
    def fixed_end(self) -> int:
        """The position after the last fixed one; 0 where none is."""
        return max((position + 1 for position, is_fixed in enumerate(self.is_fixed) if is_fixed), default=0)


def layout_tokens(fixed_text: FixedText, vocabulary: Vocabulary) -> TokenLayout:
    """Return the tokens of a text and which of them are fixed. The space before a fixed word is fixed, too.

    A token of which only some characters are fixed (of Chinese, which has several in one) is split, or fixed as a whole where
    it cannot be.
    """
    text, encoded = fixed_text.text, vocabulary.tokenizer.encode(fixed_text.text, add_special_tokens=False)
    ranges = [
        (start - 1 if text[start - 1 : start].isspace() else start, end) for start, end in fixed_text.fixed_ranges
    ]
    borders = {border for fixed_range in ranges for border in fixed_range}
    ids: list[int] = []
    is_fixed: list[bool] = []
    for token, (token_start, token_end) in zip(encoded.ids, encoded.offsets, strict=True):
        inner_borders = sorted(border for border in borders if token_start < border < token_end)
        keep_whole = not inner_borders or vocabulary.tokenizer.id_to_token(token) != text[token_start:token_end]
        edges = [token_start, token_end] if keep_whole else [token_start, *inner_borders, token_end]
        for start, end in pairwise(edges):
            pieces = (
                [token] if keep_whole else [piece.id for piece in vocabulary.tokenizer.model.tokenize(text[start:end])]
            )
            overlaps = any(max(start, range_start) < min(end, range_end) for range_start, range_end in ranges)
            ids += pieces
            is_fixed += [overlaps] * len(pieces)
    return TokenLayout(tuple(ids), tuple(is_fixed))


def canvas_length(layout: TokenLayout, default_length: int, max_length: int) -> int:
    """Return the canvas length that the text and its end token need, at least the default.

    Raises ``ModelError`` where that is more than ``max_length``.
    """
    needed = len(layout.ids) + 1
    if needed > max_length:
        raise ModelError(
            "This is too much text for one canvas.",
            "It takes {needed} tokens; the model's canvas has {longest}.",
            "Split the segment first, or change fewer words at a time.",
            needed=needed,
            longest=max_length,
        )
    return max(default_length, needed)


@dataclass(frozen=True, eq=False)
class FixedTokens:
    """The fixed tokens of a batch of canvases."""

    ids: Tensor
    """(batch, canvas) Fixed token ids; ``FREE`` where none is, ``NEW_WORD`` where no token may continue the word before."""
    continuation_mask: Tensor
    """(vocab,) bool: ``continuation_tokens``."""
    needs_new_word: Tensor | None = None
    """(batch, canvas) bool, of alignments: fixed positions whose word no token may continue, behind any blanks."""

    @property
    def is_fixed(self) -> Tensor:
        """(batch, canvas) bool."""
        return self.ids >= 0

    @property
    def positions(self) -> frozenset[int]:
        """The fixed positions of a batch's only canvas."""
        return frozenset(torch.nonzero(self.is_fixed[0])[:, 0].tolist())

    def applied_to(self, canvas: Tensor) -> Tensor:
        """Return the canvas (batch, canvas) with the fixed tokens in it."""
        return torch.where(self.is_fixed, self.ids, canvas)

    def select_rows(self, index: Tensor, width: int) -> FixedTokens:
        """Return those of some rows' canvases of ``width``."""
        apart = self.needs_new_word
        return replace(
            self, ids=self.ids[index, :width], needs_new_word=None if apart is None else apart[index, :width]
        )

    def without_continuations(self, ids: Tensor, blank_id: int) -> Tensor:
        """Return alignments (batch, canvas) in which tokens that would continue a fixed word are blanks."""
        if self.needs_new_word is None:
            return ids
        places = torch.arange(ids.shape[1], device=ids.device).expand_as(ids)
        while True:
            spoken = torch.where(ids != blank_id, places, -1).cummax(dim=1).values
            before = torch.cat([spoken.new_full((len(ids), 1), -1), spoken[:, :-1]], dim=1)
            behind_fixed = (before >= 0) & self.needs_new_word.gather(1, before.clamp(min=0))
            wrong = behind_fixed & self.continuation_mask[ids.clamp(min=0)] & ~self.is_fixed & (ids != blank_id)
            if not wrong.any():
                return ids
            ids = ids.masked_fill(wrong, blank_id)


def make_fixed_tokens(
    layout: TokenLayout, length: int, vocabulary: Vocabulary, vocab_size: int, device: torch.device
) -> FixedTokens:
    """Return the fixed tokens of one canvas of ``length``; ``vocab_size`` is the model's."""
    row = [token if is_fixed else FREE for token, is_fixed in zip(layout.ids, layout.is_fixed, strict=True)]
    row = (row + [FREE] * length)[:length]
    for position in range(1, length):
        before = row[position - 1]
        if row[position] == FREE and before >= 0 and is_spaced_letter(vocabulary.piece(before)[-1:]):
            row[position] = NEW_WORD
    return FixedTokens(torch.tensor([row], device=device), continuation_mask(vocabulary, vocab_size).to(device))


def align_fixed_tokens(
    layout: TokenLayout, log_probs: Tensor, blank_id: int, vocabulary: Vocabulary, vocab_size: int
) -> FixedTokens:
    """Return the fixed tokens of one alignment: at the frames where CTC finds them, with fixed blanks where nothing is free.

    Free are the frames between two fixed tokens that have others between them, and those outside where the text begins or ends
    with a token that is not fixed.

    Args:
        log_probs: CTC's, (frames, vocab).

    Raises:
        ModelError: the sound is too short for the text.
    """
    if not is_alignable(len(log_probs), layout.ids):
        raise ModelError(
            "This is too much text for the sound.",
            "It takes {needed} tokens; the sound has room for {longest}.",
            "Change fewer words at a time, or choose words with more sound.",
            needed=len(layout.ids),
            longest=len(log_probs),
        )
    frames = peak_frames(log_probs, layout.ids, forced_align(log_probs, layout.ids, blank_id)).tolist()
    row = torch.full((1, len(log_probs)), FREE)
    needs_new_word = torch.zeros(row.shape, dtype=torch.bool)
    edges = [*zip(frames, layout.ids, layout.is_fixed, strict=True), (len(log_probs), FREE, None)]
    before, after_fixed = 0, None
    for frame, token, is_fixed in edges:
        if after_fixed in (True, None) and is_fixed in (True, None) and layout.ids:
            row[0, before:frame] = blank_id
        if is_fixed and token >= 0:
            row[0, frame] = token
            needs_new_word[0, frame] = is_spaced_letter(vocabulary.piece(token)[-1:])
        before, after_fixed = frame + 1, is_fixed
    device = log_probs.device
    return FixedTokens(row.to(device), continuation_mask(vocabulary, vocab_size).to(device), needs_new_word.to(device))


def continuation_mask(vocabulary: Vocabulary, vocab_size: int) -> Tensor:
    """``continuation_tokens`` of a model's vocabulary, (vocab_size,) bool."""
    mask = torch.zeros(vocab_size, dtype=torch.bool)
    mask[: len(vocabulary)] = torch.from_numpy(continuation_tokens(vocabulary))[:vocab_size]
    return mask


def align_draft(
    log_probs: Tensor, rows: Sequence[int], layout: TokenLayout, length: int, blank_id: int, end_id: int, pad_id: int
) -> Tensor:
    """Return the draft as the denoiser's self-conditioning, (length, vocab), moved to where its tokens stand in the text.

    Fixed positions are certain. Up to the last of them a position gets the log-probabilities of the draft's token that matches
    it, or a uniform distribution where the draft has none; after it the draft simply goes on, as it does without fixed text.

    Args:
        log_probs, rows: the draft's, as ``make_draft_logits`` takes them.
    """
    best = log_probs.argmax(dim=-1).tolist()
    draft_positions, rest = _draft_positions(layout, [best[row] for row in rows])
    aligned_rows = [rows[position] if position is not None else 0 for position in draft_positions] + list(rows[rest:])
    logits = make_draft_logits(log_probs, aligned_rows, length, blank_id, end_id, pad_id)
    for position, (draft_position, is_fixed) in enumerate(zip(draft_positions, layout.is_fixed, strict=False)):
        if is_fixed:
            logits[position] = NEG_INF
            logits[position, layout.ids[position]] = 0.0
        elif draft_position is None:
            logits[position] = 0.0
    return logits


def align_draft_ids(layout: TokenLayout, draft_ids: Sequence[int], length: int, end_id: int, pad_id: int) -> list[int]:
    """Return a canvas (length,) with the draft's tokens where they stand in the text, its end token and padding.

    Up to the last fixed position the canvas is ``FREE`` where the draft has no token.
    """
    draft_positions, rest = _draft_positions(layout, draft_ids)
    ids = [FREE if position is None else draft_ids[position] for position in draft_positions]
    return [*ids, *draft_ids[rest:], end_id, *[pad_id] * length][:length]


def _draft_positions(layout: TokenLayout, draft_ids: Sequence[int]) -> tuple[list[int | None], int]:
    """Return the draft's position for each position up to the last fixed one, and the draft's position that comes after it."""
    positions: list[int | None] = []
    rest = 0
    matcher = difflib.SequenceMatcher(None, layout.ids, draft_ids, autojunk=False)
    for kind, start, end, draft_start, draft_end in matcher.get_opcodes():
        if start >= layout.fixed_end:
            break
        positions += [
            draft_start + offset if draft_start + offset < draft_end else None for offset in range(end - start)
        ]
        if kind == "replace" and end <= layout.fixed_end:
            rest = draft_end
        else:
            rest = min(draft_end, draft_start + max(0, layout.fixed_end - start))
    return positions[: layout.fixed_end], rest


def mark_fixed_words(
    words: Sequence[Word],
    ids: Sequence[int],
    positions: Sequence[int],
    fixed_tokens: FixedTokens,
    vocabulary: Vocabulary,
) -> tuple[Word, ...]:
    """Return the words of a batch's only canvas, whose text are ``ids`` at ``positions``; fixed words get a doubt of 0."""
    fixed, token_words = fixed_tokens.positions, words_from_tokens(ids, vocabulary)
    return tuple(
        replace(word, doubt=0.0) if fixed.issuperset(positions[token_word.tokens]) else word
        for word, token_word in zip(words, token_words, strict=True)
    )
