"""Token ids and the text they stand for. Wraps a ``tokenizers.Tokenizer``; no torch."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from app.errors import ModelError

WORD_MARK = "▁"
REPLACEMENT_CHARACTER = "\ufffd"
"""A tokenizer's output for bytes that spell no character."""


class Vocabulary:
    """The model's own subword vocabulary.

    ``end_ids`` end a transcript on the canvas; ``hidden_ids`` (special tokens) never become text.
    """

    def __init__(
        self, tokenizer: Tokenizer, end_ids: tuple[int, ...], hidden_ids: frozenset[int] = frozenset()
    ) -> None:
        self.tokenizer = tokenizer
        self.end_ids = end_ids
        self.hidden_ids = hidden_ids | frozenset(end_ids)

    @classmethod
    def from_file(cls, path: Path, end_ids: tuple[int, ...]) -> Vocabulary:
        """Read a ``tokenizer.json``. Raises ``ModelError`` where it is missing or damaged."""
        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # tokenizers raises nothing more precise
            raise ModelError(
                "The vocabulary {file} cannot be read.",
                "{reason}.",
                "Install the model again.",
                file=path,
                reason=error,
            ) from error
        special = frozenset(i for i, token in tokenizer.get_added_tokens_decoder().items() if token.special)
        return cls(tokenizer, end_ids, special)

    @cached_property
    def spells_bytes(self) -> bool:
        """Whether its tokens are strings of bytes, each written as one printable character, as GPT-2 does."""
        decoder = json.loads(self.tokenizer.to_str()).get("decoder") or {}
        return bool(decoder.get("type") == "ByteLevel")

    def token_bytes(self, token: int) -> bytes:
        """Return the bytes of a token of a vocabulary that ``spells_bytes``; a special token's are none."""
        raw = "" if token in self.hidden_ids else str(self.tokenizer.id_to_token(token) or "")
        table = byte_of_character()
        return bytes(table[character] for character in raw if character in table)

    def __len__(self) -> int:
        return int(self.tokenizer.get_vocab_size(with_added_tokens=True))

    def encode(self, text: str) -> list[int]:
        """Return the ids of a text, without special tokens."""
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def decode(self, ids: list[int]) -> str:
        """Return the text of ids, stripped, without special tokens and bytes that spell no character."""
        text = self.tokenizer.decode([i for i in ids if i not in self.hidden_ids], skip_special_tokens=True)
        return str(text).replace(REPLACEMENT_CHARACTER, "").strip()

    def truncate_at_end(self, ids: list[int]) -> tuple[list[int], bool]:
        """Return the ids before the first end token, and whether there was one."""
        for position, token in enumerate(ids):
            if token in self.end_ids:
                return ids[:position], True
        return ids, False

    def visible_positions(self, ids: Sequence[int]) -> list[int]:
        """Return the positions of the tokens that become text."""
        return [position for position, token in enumerate(ids) if token not in self.hidden_ids]

    @lru_cache(maxsize=65536)  # noqa: B019  one vocabulary lives as long as its model
    def piece(self, token: int) -> str:
        """Return the token as the canvas paints it, without its word mark: ``"▁the"`` -> ``"the"``.

        Special tokens keep their name.
        """
        raw = str(self.tokenizer.id_to_token(token) or "")
        if token in self.hidden_ids:
            return raw
        text = self.token_bytes(token).decode("utf-8", "replace") if self.spells_bytes else raw
        return text.replace(WORD_MARK, " ").strip()

    @lru_cache(maxsize=65536)  # noqa: B019
    def starts_word(self, token: int) -> bool:
        """Return whether a space precedes the token in running text."""
        if self.spells_bytes:
            return self.token_bytes(token).startswith(b" ")
        return str(self.tokenizer.id_to_token(token) or "").startswith(WORD_MARK)

    def is_end(self, token: int) -> bool:
        return token in self.end_ids

    def is_special(self, token: int) -> bool:
        return token in self.hidden_ids


@cache
def byte_of_character() -> Mapping[str, int]:
    """Return the byte that each character of a byte-level vocabulary stands for.

    Printable ones stand for themselves, the others are counted from U+0100 on.
    """
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    return {chr(byte): byte for byte in printable} | {chr(256 + n): byte for n, byte in enumerate(others)}
