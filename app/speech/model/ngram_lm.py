"""An n-gram language model over the model's own tokens, one for each language: what usually follows what.

The draft of a small model is what each moment of sound says by itself; an n-gram model knows in addition which tokens make
words and which words follow each other. It is a back-off model (interpolated Kneser-Ney, Chen and Goodman 1998) kept as a
trie: the n-grams of one order are a sorted array, each a child of the n-gram without its last token. No torch.

``ngrams.safetensors`` in a model's folder holds, for each ``language`` and ``order`` from 2 on, ``language.order.children``
(how many n-grams go on from each of the order below), ``.tokens`` (their last tokens), ``.log_probs`` and, below the highest
order, ``.backoffs``, both as bytes; of order 1 the log-probabilities and back-offs of all tokens.
``language.current_source`` are the
log-probabilities of all tokens and the blank that CTC gives on average where the language is spoken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from app.errors import ModelError

NGRAM_FILE = "ngrams.safetensors"
NO_NGRAM = -1  # no such n-gram
LOG_PROB_STEP, BACKOFF_STEP = -0.08, 0.06
"""What one unit of the stored bytes is, in nats."""


@dataclass(frozen=True, eq=False)
class NGramOrder:
    """The n-grams of one order, by parent and then by last token."""

    keys: NDArray[np.int64]
    """Parent times the vocabulary's size, plus the last token: in order. Of order 1 empty: the token itself is the place."""
    log_probs: NDArray[np.float32]
    """Of the last token behind the others, natural."""
    backoffs: NDArray[np.float32]
    """Added where what follows is not among the children; empty in the highest order."""


class NGramModel:
    """The language model of one language. A state is the longest known n-grams that end here, one place for each length."""

    def __init__(self, orders: Sequence[NGramOrder], ctc_prior: NDArray[np.float32] | None = None) -> None:
        self._orders = tuple(orders)
        self._vocab = len(orders[0].log_probs)
        self.ctc_prior = np.zeros(self._vocab, np.float32) if ctc_prior is None else ctc_prior
        """Log-probabilities (vocab,) of what is heard on average; all alike where that is not known."""

    @property
    def order(self) -> int:
        return len(self._orders)

    def states_after(self, tokens: NDArray[np.integer]) -> NDArray[np.int32]:
        """States (..., order - 1) behind some last tokens (..., any number)."""
        found = np.full((*tokens.shape[:-1], self.order - 1), NO_NGRAM, np.int32)
        for column in range(tokens.shape[-1]):
            _, found = self.score_and_advance(found, tokens[..., column])
        return found

    def score_and_advance(
        self, states: NDArray[np.int32], tokens: NDArray[np.integer]
    ) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Log-probabilities (...) of tokens (...) behind states (..., order - 1), and the states behind them."""
        tokens = tokens.astype(np.int64)
        log_probs = self._orders[0].log_probs[tokens]
        following = np.full(states.shape, NO_NGRAM, np.int32)
        following[..., 0] = tokens
        for length in range(1, self.order):  # of the context, in tokens
            parents, order = states[..., length - 1], self._orders[length]
            known = parents != NO_NGRAM
            wanted = parents.astype(np.int64) * self._vocab + tokens
            places = np.minimum(np.searchsorted(order.keys, wanted), len(order.keys) - 1)
            hit = known & (order.keys[places] == wanted) if len(order.keys) else np.zeros(known.shape, bool)
            shorter = log_probs + np.where(known, self._orders[length - 1].backoffs[parents], 0.0)
            log_probs = np.where(hit, order.log_probs[places] if len(order.keys) else 0.0, shorter).astype(np.float32)
            if length < self.order - 1:
                following[..., length] = np.where(hit, places, NO_NGRAM)
        return log_probs, following

    def mean_log_prob(self, tokens: NDArray[np.integer], begin_id: int) -> float:
        """The mean log-probability of a text's tokens behind the token ``begin``; no number where there are none."""
        reach = self.order - 1
        line = np.concatenate([np.full(reach, begin_id), tokens])
        before = np.lib.stride_tricks.sliding_window_view(line, reach)[: len(tokens)]
        log_probs, _ = self.score_and_advance(self.states_after(before), np.asarray(tokens))
        return float(log_probs.mean()) if len(tokens) else float("nan")


class NGramFile(Mapping[str, NGramModel]):
    """The language models of a file by language, each read when it is first asked for."""

    def __init__(self, path: Path) -> None:
        """Raises ``ModelError`` where the file is missing or damaged."""
        self._path = path
        self._read: dict[str, NGramModel] = {}
        try:
            with safe_open(path, "numpy") as file:
                self._names = sorted(file.keys())
        except (OSError, SafetensorError) as broken:
            raise _unreadable(path, broken) from broken
        self._languages = sorted({name.split(".")[0] for name in self._names})

    def __getitem__(self, language: str) -> NGramModel:
        if language not in self._languages:
            raise KeyError(language)
        if language not in self._read:
            try:
                self._read[language] = self._load(language)
            except (OSError, SafetensorError, ValueError) as broken:
                raise _unreadable(self._path, broken) from broken
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def identify_language(self, tokens: Sequence[int], begin_id: int) -> str:
        """The language whose model finds a text's tokens least surprising."""
        if not len(tokens):
            return self._languages[0]
        return max(self._languages, key=lambda language: self[language].mean_log_prob(np.array(tokens), begin_id))

    def _load(self, language: str) -> NGramModel:
        orders: list[NGramOrder] = []
        with safe_open(self._path, "numpy") as file:
            average = f"{language}.heard"
            heard = file.get_tensor(average).astype(np.float32) if average in self._names else None
            while True:
                start = f"{language}.{len(orders) + 1}."
                own = {
                    name.removeprefix(start): file.get_tensor(name) for name in self._names if name.startswith(start)
                }
                if not own:
                    if heard is not None and len(heard) != len(orders[0].log_probs):
                        raise ValueError(f"{average} is not of all tokens")
                    return NGramModel(orders, heard)
                keys = np.zeros(0, np.int64)
                if orders:
                    children = own["children"].astype(np.int64)
                    if len(children) != len(orders[-1].log_probs) or children.sum() != len(own["tokens"]):
                        raise ValueError(f"{start}children fit neither their parents nor their tokens")
                    keys = np.repeat(np.arange(len(children)), children) * len(orders[0].log_probs)
                    keys += own["tokens"]
                log_probs = own["log_probs"].astype(np.float32) * np.float32(LOG_PROB_STEP)
                backoffs = own.get("backoffs", np.zeros(0)).astype(np.float32) * np.float32(BACKOFF_STEP)
                orders.append(NGramOrder(keys, log_probs, backoffs))


def _unreadable(path: Path, reason: Exception) -> ModelError:
    return ModelError(
        "The language models {file} cannot be read.", "{reason}.", "Install the model again.", file=path, reason=reason
    )
