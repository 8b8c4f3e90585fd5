"""Token ids to text, where the ids are not all text."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer
from tokenizers.decoders import ByteFallback, Fuse, Replace, Sequence
from tokenizers.models import BPE

from app.speech.vocabulary import Vocabulary

PIECES = ("<pad>", "<eos>", "▁does", "▁he", "<0xE4>", "<0xBC>", "<0x9A>", "▁")


@pytest.fixture
def vocabulary() -> Vocabulary:
    tokenizer = Tokenizer(BPE({piece: i for i, piece in enumerate(PIECES)}, [], byte_fallback=True))
    tokenizer.decoder = Sequence([Replace("▁", " "), ByteFallback(), Fuse()])
    return Vocabulary(tokenizer, end_ids=(1,), hidden_ids=frozenset({0}))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("▁does", "▁he", "<eos>", "<pad>"), "does he"),
        (("▁does", "<0xE4>", "<0xBC>", "<0x9A>"), "does会"),
        (("▁does", "<0xE4>", "▁he"), "does he"),  # half a character was never said
        (("▁", "<0x9A>"), ""),
    ],
)
def test_only_what_can_be_read_becomes_text(vocabulary: Vocabulary, pieces: tuple[str, ...], text: str) -> None:
    assert vocabulary.decode([PIECES.index(piece) for piece in pieces]) == text
