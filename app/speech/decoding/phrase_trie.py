"""Own words: a trie over the tokens of listed words and phrases, which says where one is begun and how it goes on. No torch.

Contextual biasing by shallow fusion (Zhao et al. 2019, Interspeech, "Shallow-fusion end-to-end contextual biasing"): each token
that begins or continues a listed phrase gets a bonus, which is taken back if the phrase is not finished. The beam search adds
it to its hypotheses, the denoiser to the logits of the tokens that continue what stands on the canvas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.speech.token_words import continuation_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.text_words import is_han

BEAM_BONUS = 3.0
"""Nats that the beam search adds for each token of a listed phrase."""
LOGIT_BONUS = 3.0
"""What the denoiser adds to the logit of a token that continues a listed phrase."""
ROOT = 0


@dataclass(frozen=True, eq=False)
class PhraseTrie:
    """Phrases as paths of tokens from the root. A node stands for a beginning of phrases; its depth is its number of tokens."""

    keys: NDArray[np.int64]
    """(edges,) Node times the vocabulary's size, plus the token that leads on; sorted."""
    targets: NDArray[np.int64]
    """(edges,) The node that each leads to."""
    depths: NDArray[np.int64]
    """(nodes,)"""
    settled: NDArray[np.int64]
    """(nodes, 2) Tokens of the longest phrase that a path to here has finished if the next token begins a new word, or if it
    continues the word and no phrase may end here."""
    is_continuation: NDArray[np.bool_]
    """(vocab,) Tokens that continue a word."""

    @property
    def vocab_size(self) -> int:
        return len(self.is_continuation)

    @property
    def tokens(self) -> NDArray[np.int64]:
        """All tokens of the phrases."""
        return np.unique(self.keys % self.vocab_size)

    def children(self, node: int) -> NDArray[np.int64]:
        """Return the tokens that lead on from a node."""
        first, end = np.searchsorted(self.keys, [node * self.vocab_size, (node + 1) * self.vocab_size])
        return self.keys[first:end] - node * self.vocab_size

    def lookup(self, nodes: NDArray[np.int64], tokens: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the nodes that tokens lead to, both of one shape; ``ROOT`` where they lead nowhere."""
        keys = nodes * self.vocab_size + tokens
        index = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where((self.keys[index] == keys) & (tokens >= 0), self.targets[index], ROOT)

    def advance(
        self, nodes: NDArray[np.int64], tokens: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the nodes after one more token, and how many more tokens are part of a phrase, negative where one broke off.

        A phrase that begins amid another which breaks off is found only from the token on that broke it.
        """
        onward = self.lookup(nodes, tokens)
        afresh = self.lookup(np.zeros_like(nodes), tokens)
        settled = self.settled[nodes, self.is_continuation[tokens].astype(int)]
        gained = np.where(onward != ROOT, 1, settled - self.depths[nodes] + (afresh != ROOT))
        return np.where(onward != ROOT, onward, afresh), gained

    def finish(self, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many tokens less are part of a phrase where the text ends: zero, or negative where one breaks off."""
        return self.settled[nodes, 0] - self.depths[nodes]

    def matched(self, ids: Sequence[int]) -> NDArray[np.bool_]:
        """Return which tokens of a text (n,) are part of a finished phrase, bool; ``advance`` and ``finish`` count as many."""
        inside = np.zeros(len(ids), bool)
        node, start = ROOT, 0
        for position, token in enumerate(ids):
            onward = self._child(node, token)
            if node == ROOT:
                start = position
            elif onward == ROOT:
                inside[start : start + int(self.settled[node, int(self.is_continuation[token])])] = True
                onward, start = self._child(ROOT, token), position
            node = onward
        inside[start : start + int(self.settled[node, 0])] = True
        return inside

    def expected(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """Return where tokens of a canvas (canvas,) begin a phrase, the next position and each token that continues it there.

        Where a whole phrase stands on the canvas, its first position and token are among them.
        """
        found: set[tuple[int, int]] = set()
        for start, path in self._paths(ids):
            for length, node in enumerate(path, 1):
                if start + length < len(ids):
                    found.update((start + length, int(token)) for token in self.children(node))
            if self.settled[path[-1], 0]:
                found.add((start, int(ids[start])))
        return sorted(found)

    def _paths(self, ids: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Yield each position where a phrase begins, and the nodes of its tokens as far as they stand there."""
        starts = self.lookup(np.zeros(len(ids), np.int64), np.asarray(ids, np.int64))
        for start in np.flatnonzero(starts != ROOT).tolist():
            path = [int(starts[start])]
            for token in ids[start + 1 :]:
                node = self._child(path[-1], token)
                if node == ROOT:
                    break
                path.append(node)
            yield start, path

    def _child(self, node: int, token: int) -> int:
        return int(self.lookup(np.array(node), np.array(token)))


def make_trie(sequences: Iterable[Sequence[int]], is_continuation: NDArray[np.bool_]) -> PhraseTrie | None:
    """Return the trie of phrases as token ids; None where there are none. ``is_continuation`` is as in ``PhraseTrie``."""
    vocab_size = len(is_continuation)
    edges: dict[tuple[int, int], int] = {}
    parents, tokens, is_end = [ROOT], [0], [False]
    for ids in sequences:
        node = ROOT
        for token in ids:
            child = edges.setdefault((node, token), len(parents))
            if child == len(parents):
                parents.append(node)
                tokens.append(token)
                is_end.append(False)
            node = child
        is_end[node] = node != ROOT
    if not edges:
        return None
    depths, settled = np.zeros(len(parents), np.int64), np.zeros((len(parents), 2), np.int64)
    for node in range(1, len(parents)):  # a parent comes before its children
        parent = parents[node]
        depths[node] = depths[parent] + 1
        settled[node, 1] = settled[parent, int(is_continuation[tokens[node]])]
        settled[node, 0] = depths[node] if is_end[node] else settled[node, 1]
    keys = np.array([node * vocab_size + token for node, token in edges], np.int64)
    order = np.argsort(keys)
    return PhraseTrie(keys[order], np.array(list(edges.values()), np.int64)[order], depths, settled, is_continuation)


@lru_cache(maxsize=4)
def build_phrase_trie(phrases: tuple[str, ...], vocabulary: Vocabulary, vocab_size: int) -> PhraseTrie | None:
    """Return the trie of listed words and phrases as the vocabulary spells them; None where it can spell none. Cached.

    A phrase counts with a capital at its beginning as well, as at that of a sentence.
    """
    is_continuation = np.zeros(vocab_size, bool)
    continuation = continuation_tokens(vocabulary)[:vocab_size]
    is_continuation[: len(continuation)] = continuation
    spellings = dict.fromkeys(spelling for phrase in phrases for spelling in _spellings(phrase))
    return make_trie((ids for text in spellings for ids in _token_sequences(text, vocabulary)), is_continuation)


def _spellings(phrase: str) -> Iterator[str]:
    text = " ".join(phrase.split())
    if text:
        yield text
        yield text[0].upper() + text[1:]


def _token_sequences(text: str, vocabulary: Vocabulary) -> Iterator[list[int]]:
    """The tokens of a text after a space; of Chinese, which puts none between words, also without."""
    ids = vocabulary.encode(f" {text}")
    sequences = [ids] if ids and vocabulary.starts_word(ids[0]) else []
    if is_han(text[0]):
        sequences.append([piece.id for piece in vocabulary.tokenizer.model.tokenize(text)])
    yield from (each for each in sequences if not any(map(vocabulary.is_special, each)))
