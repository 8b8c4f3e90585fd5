"""N-gram language models over the model's own tokens, one for each language. No torch.

The draft of a small model is what each moment of sound gives by itself; an n-gram model knows in addition which tokens make
words and which words follow each other. It is a back-off model (interpolated Kneser-Ney, Chen and Goodman 1998) kept as a
trie: the n-grams of one order are a sorted array, each a child of the n-gram without its last token. Log-probabilities are
natural logarithms.

``ngrams.safetensors`` in a model's folder holds, for each ``language`` and ``order`` from 2 on, ``language.order.children``
(how many n-grams extend each of the order below), ``.tokens`` (their last tokens), ``.log_probs`` and, below the highest
order, ``.backoffs``, both as bytes; of order 1 the log-probabilities and back-offs of all tokens. ``language.heard`` is CTC's
label prior: its average log-probabilities of all tokens and the blank where the language is spoken.
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
NO_NGRAM = -1
LOG_PROB_STEP, BACKOFF_STEP = -0.08, 0.06
"""Nats of one unit of the stored bytes."""


@dataclass(frozen=True, eq=False)
class NGramOrder:
    """The n-grams of one order, sorted by parent and then by last token."""

    keys: NDArray[np.int64]
    """Parent times the vocabulary's size, plus the last token. Empty for order 1, where the index is the token."""
    log_probs: NDArray[np.float32]
    """Of the last token after the others."""
    backoffs: NDArray[np.float32]
    """Added where the next token is not among the children; empty in the highest order."""


class NGramModel:
    """The language model of one language. A state holds the n-grams that end here: an index for each length, or NO_NGRAM."""

    def __init__(self, orders: Sequence[NGramOrder], ctc_prior: NDArray[np.float32] | None = None) -> None:
        self._orders = tuple(orders)
        self._vocab_size = len(orders[0].log_probs)
        self.ctc_prior = np.zeros(self._vocab_size, np.float32) if ctc_prior is None else ctc_prior
        """CTC's average log-probabilities (vocab,); all equal where unknown."""

    @property
    def order(self) -> int:
        return len(self._orders)

    def states_after(self, tokens: NDArray[np.integer]) -> NDArray[np.int32]:
        """Return the states (..., order - 1) after some last tokens (..., any number)."""
        states = np.full((*tokens.shape[:-1], self.order - 1), NO_NGRAM, np.int32)
        for column in range(tokens.shape[-1]):
            _, states = self.score_and_advance(states, tokens[..., column])
        return states

    def score_and_advance(
        self, states: NDArray[np.int32], tokens: NDArray[np.integer]
    ) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Return the log-probabilities (...) of tokens (...) in states (..., order - 1), and the states after them."""
        tokens = tokens.astype(np.int64)
        log_probs = self._orders[0].log_probs[tokens]
        next_states = np.full(states.shape, NO_NGRAM, np.int32)
        next_states[..., 0] = tokens
        for length in range(1, self.order):  # of the context, in tokens
            parents, order = states[..., length - 1], self._orders[length]
            has_parent = parents != NO_NGRAM
            keys = parents.astype(np.int64) * self._vocab_size + tokens
            index = np.minimum(np.searchsorted(order.keys, keys), len(order.keys) - 1)
            hit = has_parent & (order.keys[index] == keys) if len(order.keys) else np.zeros(has_parent.shape, bool)
            backed_off = log_probs + np.where(has_parent, self._orders[length - 1].backoffs[parents], 0.0)
            log_probs = np.where(hit, order.log_probs[index] if len(order.keys) else 0.0, backed_off).astype(np.float32)
            if length < self.order - 1:
                next_states[..., length] = np.where(hit, index, NO_NGRAM)
        return log_probs, next_states

    def mean_log_prob(self, tokens: NDArray[np.integer], begin_id: int) -> float:
        """Return the mean log-probability of a text's tokens after the token ``begin_id``; NaN where there are none."""
        context = self.order - 1
        padded = np.concatenate([np.full(context, begin_id), tokens])
        before = np.lib.stride_tricks.sliding_window_view(padded, context)[: len(tokens)]
        log_probs, _ = self.score_and_advance(self.states_after(before), np.asarray(tokens))
        return float(log_probs.mean()) if len(tokens) else float("nan")


class NGramFile(Mapping[str, NGramModel]):
    """The language models of a file by language, each read at first use."""

    def __init__(self, path: Path) -> None:
        """Raises ``ModelError`` where the file is missing or damaged."""
        self._path = path
        self._models: dict[str, NGramModel] = {}
        try:
            with safe_open(path, "numpy") as file:
                self._names = sorted(file.keys())
        except (OSError, SafetensorError) as error:
            raise _unreadable_error(path, error) from error
        self._languages = sorted({name.split(".")[0] for name in self._names})

    def __getitem__(self, language: str) -> NGramModel:
        if language not in self._languages:
            raise KeyError(language)
        if language not in self._models:
            try:
                self._models[language] = self._load(language)
            except (OSError, SafetensorError, ValueError) as error:
                raise _unreadable_error(self._path, error) from error
        return self._models[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def identify_language(self, tokens: Sequence[int], begin_id: int) -> str:
        """Return the language whose model gives a text's tokens the highest mean log-probability."""
        if not len(tokens):
            return self._languages[0]
        return max(self._languages, key=lambda language: self[language].mean_log_prob(np.array(tokens), begin_id))

    def _load(self, language: str) -> NGramModel:
        orders: list[NGramOrder] = []
        with safe_open(self._path, "numpy") as file:
            prior_name = f"{language}.heard"
            ctc_prior = file.get_tensor(prior_name).astype(np.float32) if prior_name in self._names else None
            while True:
                start = f"{language}.{len(orders) + 1}."
                tensors = {
                    name.removeprefix(start): file.get_tensor(name) for name in self._names if name.startswith(start)
                }
                if not tensors:
                    if ctc_prior is not None and len(ctc_prior) != len(orders[0].log_probs):
                        raise ValueError(f"{prior_name} is not of all tokens")
                    return NGramModel(orders, ctc_prior)
                keys = np.zeros(0, np.int64)
                if orders:
                    children = tensors["children"].astype(np.int64)
                    if len(children) != len(orders[-1].log_probs) or children.sum() != len(tensors["tokens"]):
                        raise ValueError(f"{start}children fit neither their parents nor their tokens")
                    keys = np.repeat(np.arange(len(children)), children) * len(orders[0].log_probs)
                    keys += tensors["tokens"]
                log_probs = tensors["log_probs"].astype(np.float32) * np.float32(LOG_PROB_STEP)
                backoffs = tensors.get("backoffs", np.zeros(0)).astype(np.float32) * np.float32(BACKOFF_STEP)
                orders.append(NGramOrder(keys, log_probs, backoffs))


def _unreadable_error(path: Path, reason: Exception) -> ModelError:
    return ModelError(
        "The language models {file} cannot be read.", "{reason}.", "Install the model again.", file=path, reason=reason
    )
