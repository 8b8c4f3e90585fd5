"""Words that are certain: they stand on the canvas from the first step on, and the rest anneals around them.

A clamped position predicts its own token with probability 1. From that follows all else: its entropy is 0, so it is sampled as
itself, always accepted and never renoised, and the next step's self-conditioning is certain of it as well.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.errors import ModelError
from app.speech.redecode import FixedText
from app.speech.token_words import BYTE_TOKEN, words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Word
from app.transcript.text_words import is_han

from .ctc import NEG_INF, make_draft_logits

FREE, NEW_WORD = -1, -2
_tables: WeakKeyDictionary[Vocabulary, NDArray[np.bool_]] = WeakKeyDictionary()


@dataclass(frozen=True)
class TokenLayout:
    """A clamp on its canvas: the text's token ids, and which of them are held."""

    ids: tuple[int, ...]
    is_fixed: tuple[bool, ...]

    @property
    def fixed_end(self) -> int:
        """The position behind the last held one; 0 where none is."""
        return max((n + 1 for n, held in enumerate(self.is_fixed) if held), default=0)


def layout_tokens(fixed_text: FixedText, vocabulary: Vocabulary) -> TokenLayout:
    """Where the text's tokens stand on a canvas that begins with it. The space before a certain word is as certain.

    A token of which only some letters are certain (of Chinese, several characters) is taken apart, or held where it cannot be.
    """
    text, encoded = fixed_text.text, vocabulary.tokenizer.encode(fixed_text.text, add_special_tokens=False)
    spans = [
        (first - 1 if text[first - 1 : first].isspace() else first, behind) for first, behind in fixed_text.fixed_ranges
    ]
    borders = {border for span in spans for border in span}
    ids: list[int] = []
    held: list[bool] = []
    for token, (start, end) in zip(encoded.ids, encoded.offsets, strict=True):
        inside = sorted(border for border in borders if start < border < end)
        whole = not inside or vocabulary.tokenizer.id_to_token(token) != text[start:end]
        for one, other in [(start, end)] if whole else pairwise([start, *inside, end]):
            pieces = [token] if whole else [piece.id for piece in vocabulary.tokenizer.model.tokenize(text[one:other])]
            ids += pieces
            held += [any(max(one, first) < min(other, behind) for first, behind in spans)] * len(pieces)
    return TokenLayout(tuple(ids), tuple(held))


def canvas_length(layout: TokenLayout, default_length: int, max_length: int) -> int:
    """The usual length of the canvas, or what the text needs with its end; raises ``ModelError`` where that is too much."""
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
    """What is certain of a batch of canvases."""

    ids: Tensor  # (batch, canvas)
    """The tokens that are held; ``FREE`` where none is, ``NEW_WORD`` where whatever comes must not prolong the word before."""
    continuation_mask: Tensor  # (vocab,)
    """Which tokens go on with a word."""

    @property
    def is_fixed(self) -> Tensor:
        """(batch, canvas)"""
        return self.ids >= 0

    def applied_to(self, canvas: Tensor) -> Tensor:
        """The canvas (batch, canvas) with the held tokens on it."""
        return torch.where(self.is_fixed, self.ids, canvas)


def make_fixed_tokens(
    layout: TokenLayout, length: int, vocabulary: Vocabulary, vocab_size: int, device: torch.device
) -> FixedTokens:
    """What is certain of one canvas; ``size`` is that of the model's vocabulary."""
    row = [token if held else FREE for token, held in zip(layout.ids, layout.is_fixed, strict=True)]
    row = (row + [FREE] * length)[:length]
    for position in range(1, length):
        if row[position] == FREE and row[position - 1] >= 0 and _is_letter(vocabulary.piece(row[position - 1])[-1:]):
            row[position] = NEW_WORD
    prolonging = torch.zeros(vocab_size, dtype=torch.bool)
    prolonging[: len(vocabulary)] = torch.from_numpy(continuation_tokens(vocabulary))[:vocab_size]
    return FixedTokens(torch.tensor([row], device=device), prolonging.to(device))


def continuation_tokens(vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """Which tokens, (len(vocabulary),), would be read as more of the word before them, or are not seen, so that what comes
    behind them would be. Computed once a vocabulary."""
    if vocabulary not in _tables:
        firsts = [vocabulary.tokenizer.id_to_token(token) or "" for token in range(len(vocabulary))]
        table = [_is_letter(text[:1]) or bool(BYTE_TOKEN.fullmatch(text)) for text in firsts]
        numbers = np.arange(len(vocabulary))
        hidden, ends = (np.isin(numbers, list(ids)) for ids in (vocabulary.hidden_ids, vocabulary.end_ids))
        _tables[vocabulary] = (np.array(table) | hidden) & ~ends
    return _tables[vocabulary]


def _is_letter(character: str) -> bool:
    """Whether a character belongs to a word of a script that puts spaces between words."""
    return bool(character) and unicodedata.category(character)[0] in "LNM" and not is_han(character)


def align_draft(
    log_probs: Tensor, frames: Sequence[int], layout: TokenLayout, length: int, blank_id: int, end_id: int, pad_id: int
) -> Tensor:
    """The draft as the denoiser's self-conditioning, (length, vocab), moved so that what was heard stands where it is written.

    Held positions are certain. Up to the last of them a position gets what was heard of the token that stood there, or
    nothing (all tokens alike) where the draft has none; behind it the draft simply goes on, as it does without a clamp.
    """
    best = log_probs.argmax(dim=-1).tolist()
    places, onward = _draft_positions(layout, [best[frame] for frame in frames])
    taken = [frames[place] if place is not None else 0 for place in places] + list(frames[onward:])
    logits = make_draft_logits(log_probs, taken, length, blank_id, end_id, pad_id)
    for position, (place, held) in enumerate(zip(places, layout.is_fixed, strict=False)):
        if held:
            logits[position] = NEG_INF
            logits[position, layout.ids[position]] = 0.0
        elif place is None:
            logits[position] = 0.0
    return logits


def _draft_positions(laid: TokenLayout, heard: Sequence[int]) -> tuple[list[int | None], int]:
    """For each position up to the last held one its token of the draft, and the draft's token that comes behind it."""
    places: list[int | None] = []
    onward = 0
    matcher = difflib.SequenceMatcher(None, laid.ids, heard, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if a >= laid.fixed_end:
            break
        places += [c + n if c + n < d else None for n in range(b - a)]
        onward = d if kind == "replace" and b <= laid.fixed_end else min(d, c + max(0, laid.fixed_end - a))
    return places[: laid.fixed_end], onward


def mark_fixed_words(
    words: Sequence[Word], ids: Sequence[int], fixed_tokens: FixedTokens, vocabulary: Vocabulary
) -> tuple[Word, ...]:
    """The words of the one canvas, which has ended with ``token_ids``; what was held of them is beyond doubt."""
    kept = [n for n, token in enumerate(ids) if not vocabulary.is_special(token)]
    held = fixed_tokens.is_fixed[0].tolist()
    spelled = words_from_tokens([ids[n] for n in kept], vocabulary)
    return tuple(
        replace(word, doubt=0.0) if all(held[n] for n in kept[place.tokens]) else word
        for word, place in zip(words, spelled, strict=True)
    )
