"""A vocabulary of a few pieces in three scripts, and CTC log-probabilities over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, decoders, models

from app.speech.vocabulary import Vocabulary

PIECES = [
    "<pad>", "<eos>", "<blank>", "▁the", "▁cat", "s", "▁sat", ".", ",", "▁", "▁–", "“", "”",
    "你好", "吗", "。", "好", "▁नम", "स्", "ते", "<0xE4>", "<0xBD>", "<0xA0>", "A", "?",
]  # fmt: skip
PAD, END, BLANK = 0, 1, 2
WORDS = list(range(3, len(PIECES)))


def vocabulary() -> Vocabulary:
    tokenizer = Tokenizer(models.WordLevel({piece: token for token, piece in enumerate(PIECES)}, unk_token="<pad>"))
    tokenizer.add_special_tokens(PIECES[:3])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    return Vocabulary(tokenizer, (END,), frozenset({PAD, END, BLANK}))


def ids_of(*pieces: str) -> list[int]:
    return [PIECES.index(piece) for piece in pieces]


def log_softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    return logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))


def log_probs_of(path: Sequence[int], prob: float = 0.9) -> NDArray[np.float64]:
    """Log-probabilities (frames, vocab) in which every frame has its token of ``path``."""
    probs = np.full((len(path), len(PIECES)), (1 - prob) / (len(PIECES) - 1))
    probs[np.arange(len(path)), list(path)] = prob
    return np.log(probs)


def collapse(path: Sequence[int], blank_id: int) -> list[int]:
    """The text of a CTC path: repeats and blanks removed."""
    return [token for frame, token in enumerate(path) if token != blank_id and (frame == 0 or path[frame - 1] != token)]
