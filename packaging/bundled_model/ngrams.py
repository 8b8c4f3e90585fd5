"""Counts the n-gram language models of the draft: one for each language, of the training sentences' tokens.

Interpolated Kneser-Ney with three discounts (Chen and Goodman 1998), of each list of sentences by itself; their mixture, with
the weights that suit transcripts of recordings best; of its many n-grams those that matter, with back-offs made to fit, so that
every distribution still sums to one.

An n-gram is one whole number: its tokens in ``BITS`` bits each, the last one lowest. All n-grams of an order are a sorted
array, so those of one context are neighbours.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tokenizer as vocab
from numpy.typing import NDArray
from safetensors.numpy import save_file
from sentence_filter import read_list

from app.speech.model.ngram_lm import BACKOFF_STEP, LOG_PROB_STEP, NGRAM_FILE

ORDER = 4
BITS = 12
KEEP = {2: 110_000, 3: 330_000, 4: 330_000}
"""How many n-grams of so many tokens are kept, and those that longer ones stand on."""
EVEN = 0.3
"""The part of the lists' shares that is the same for all: people say more kinds of things than the transcripts do."""
TOGETHER = 3
"""A segment may hold several sentences: so many at most stand in one text."""

Codes = NDArray[np.int64]
Numbers = NDArray[np.float64]


def texts(sentences: Sequence[str], rng: random.Random) -> list[str]:
    """Every sentence once, by itself or with others."""
    mixed = list(sentences)
    rng.shuffle(mixed)
    joined = []
    while mixed:
        count = rng.randint(1, TOGETHER)
        joined.append(" ".join(mixed[-count:]))
        del mixed[-count:]
    return joined


def code(grams: NDArray[np.integer]) -> Codes:
    """Return the numbers (count,) of n-grams (count, n)."""
    codes = np.zeros(len(grams), np.int64)
    for column in grams.T.astype(np.int64):
        codes = codes << BITS | column
    return codes


def shorter(codes: Codes, n: int) -> Codes:
    """n-grams without their first token."""
    return codes & ((1 << BITS * (n - 1)) - 1)


def first(codes: Codes, n: int) -> Codes:
    return codes >> BITS * (n - 1)


def last(codes: Codes) -> Codes:
    return codes & ((1 << BITS) - 1)


@dataclass(frozen=True)
class Counts:
    """How often each n-gram of one order was met."""

    codes: Codes
    counts: NDArray[np.int64]


def windows(lines: Iterable[Sequence[int]], order: int) -> list[Codes]:
    """All n-grams of 1 to ``order`` tokens, as often as they stand there; every line begins and ends with its token."""
    flat, starts = [], []
    for ids in lines:
        starts.append(len(flat))
        flat += (vocab.BOS, *ids, vocab.EOS)
    tokens = np.array(flat, np.int64)
    line = np.zeros(len(tokens), np.int64)
    line[starts] = 1
    line = line.cumsum()
    found = []
    codes = tokens
    for n in range(1, order + 1):
        if n > 1:
            codes = codes[:-1] << BITS | tokens[n - 1 :]
        found.append(codes[line[: len(codes)] == line[n - 1 :]])
    return found


def counted(lines: Iterable[Sequence[int]], order: int = ORDER) -> list[Counts]:
    """How often each n-gram of 1 to ``order`` tokens was met; every line begins and ends with its token."""
    return [Counts(*np.unique(codes, return_counts=True)) for codes in windows(lines, order)]


def discounts(counts: NDArray[np.int64]) -> Numbers:
    """What is taken from n-grams met once, twice and more often (Chen and Goodman, equation 26)."""
    met = np.bincount(np.minimum(counts, 5), minlength=6)[1:5]
    if not all(met):
        return np.array([0.5, 0.75, 0.9])
    share = met[0] / (met[0] + 2 * met[1])
    return np.maximum(0.1, [n - (n + 1) * share * met[n] / met[n - 1] for n in (1, 2, 3)])


def sums(groups: Codes, values: Numbers) -> tuple[Codes, Numbers]:
    """Sum the values of neighbours with the same group: the groups, in their order, and their sums."""
    if not len(groups):
        return groups, values
    begins = np.flatnonzero(np.diff(groups, prepend=groups[0] - 1))
    return groups[begins], np.add.reduceat(values, begins)


def looked_up(sought: Codes, known: Codes, values: Numbers, default: float) -> Numbers:
    """The values of sought numbers among sorted known ones."""
    if not len(known):
        return np.full(len(sought), default)
    place = np.minimum(np.searchsorted(known, sought), len(known) - 1)
    return np.where(known[place] == sought, values[place], default)


@dataclass
class Model:
    """Probabilities of n-grams by order, and the back-offs of their contexts, all of them linear; order 1 has all tokens."""

    codes: list[Codes]
    probs: list[Numbers]
    counts: list[NDArray[np.int64]]
    contexts: list[Codes]
    """Of orders 2 and up."""
    backoffs: list[Numbers]

    @classmethod
    def fitted(cls, codes: list[Codes], probs: list[Numbers], counts: list[NDArray[np.int64]]) -> Model:
        """A model with the back-offs under which every distribution sums to one."""
        model = cls(codes, probs, counts, [], [])
        for n in range(2, len(codes) + 1):
            context = codes[n - 1] >> BITS
            groups, known = sums(context, probs[n - 1])
            _, below = sums(context, model.prob(shorter(codes[n - 1], n), n - 1))
            model.contexts.append(groups)
            model.backoffs.append(np.maximum(1e-6, 1 - known) / np.maximum(1e-6, 1 - below))
        return model

    def prob(self, codes: Codes, n: int) -> Numbers:
        """Return the probabilities of the last tokens of n-grams behind the others."""
        if n == 1:
            return self.probs[0][codes]
        values = looked_up(codes, self.codes[n - 1], self.probs[n - 1], -1.0)
        missing = np.flatnonzero(values < 0)
        values[missing] = self.backed_off(codes[missing], n)
        return values

    def backed_off(self, codes: Codes, n: int) -> Numbers:
        """The same as if they had not been met."""
        weight = looked_up(codes >> BITS, self.contexts[n - 2], self.backoffs[n - 2], 1.0)
        return weight * self.prob(shorter(codes, n), n - 1)


def kneser_ney(counts: Sequence[Counts], size: int) -> Model:
    """The interpolated model of counts by order, over a vocabulary of ``size`` tokens."""
    codes: list[Codes] = []
    probs: list[Numbers] = []
    for n, met in enumerate(counts, 1):
        used = met.counts
        if n < len(counts):
            # below the highest order counts how many different tokens stand before an n-gram, except where a line begins
            different = Counts(*np.unique(shorter(counts[n].codes, n + 1), return_counts=True))
            continued = looked_up(met.codes, different.codes, different.counts.astype(float), 0.0).astype(np.int64)
            used = np.where(first(met.codes, n) == vocab.BOS, met.counts, continued)
        used = np.where(last(met.codes) == vocab.BOS, 0, used)
        minus = np.where(used > 0, discounts(used[used > 0])[np.clip(used, 1, 3) - 1], 0.0)
        context = met.codes >> BITS
        groups, total = sums(context, used.astype(float))
        _, taken = sums(context, minus)
        own = np.searchsorted(groups, context)
        if n == 1:
            below: Numbers = np.full(len(used), 1 / size)
        else:
            place = np.searchsorted(codes[n - 2], shorter(met.codes, n))
            below = probs[n - 2][place]
        values = (used - minus + taken[own] * below) / np.maximum(total[own], 1e-9)
        values = np.where(total[own] > 0, values, below)
        if n == 1:  # every token, met or not
            everything = np.full(size, taken[0] / size / total[0])
            everything[met.codes] = values
            values, met = everything, Counts(np.arange(size), np.bincount(met.codes, met.counts, size).astype(np.int64))
        codes.append(met.codes)
        probs.append(values)
    all_counts = [
        np.bincount(counts[0].codes, counts[0].counts, size).astype(np.int64),
        *(c.counts for c in counts[1:]),
    ]
    return Model.fitted(codes, probs, all_counts)


def mixed(models: Sequence[Model], weights: Sequence[float] | None = None) -> Model:
    """The weighted mean of models, over all n-grams that any of them knows."""
    if len(models) == 1:
        return models[0]
    shares = weights or [1 / len(models)] * len(models)
    codes, probs, counts = [], [], []
    for n in range(1, ORDER + 1):
        union = np.unique(np.concatenate([model.codes[n - 1] for model in models]))
        codes.append(union)
        probs.append(
            sum((share * m.prob(union, n) for share, m in zip(shares, models, strict=True)), np.zeros(len(union)))
        )
        each = (looked_up(union, m.codes[n - 1], m.counts[n - 1].astype(float), 0.0) for m in models)
        # what decides which n-grams are kept: how often they will be met, so by the same weights
        total = [float(m.counts[0].sum()) for m in models]
        scaled = (share * max(total) / own * met for share, own, met in zip(shares, total, each, strict=True))
        counts.append(np.ceil(sum(scaled, np.zeros(len(union)))).astype(np.int64))
    return Model.fitted(codes, probs, counts)


def suited(models: Sequence[Model], lines: Iterable[Sequence[int]], rounds: int = 30) -> list[float]:
    """The weights of a mixture under which texts are most probable (expectation maximisation)."""
    tokens = [(vocab.BOS,) * (ORDER - 1) + (*ids, vocab.EOS) for ids in lines]
    grams = code(np.array([line[n - ORDER + 1 : n + 1] for line in tokens for n in range(ORDER - 1, len(line))]))
    each = np.stack([prob_of_text(model, grams) for model in models])
    weights = np.full(len(models), 1 / len(models))
    for _ in range(rounds):
        part = weights[:, None] * each
        weights = (part / part.sum(0)).mean(1)
    return [float(weight) for weight in weights]


def prob_of_text(model: Model, grams: Codes) -> Numbers:
    """Probabilities of the last tokens of a text's windows of ``ORDER`` tokens, of whose begin tokens the last one counts."""
    begins = sum(((grams >> BITS * n & ((1 << BITS) - 1)) == vocab.BOS).astype(int) for n in range(1, ORDER))
    sizes = ORDER - np.maximum(0, begins - 1)
    values = np.zeros(len(grams))
    for n in range(2, ORDER + 1):
        rows = sizes == n
        values[rows] = model.prob(grams[rows] & ((1 << BITS * n) - 1), n)
    return values


def pruned(model: Model, keep: dict[int, int]) -> Model:
    """The model with so many n-grams of each order: those whose loss would cost most (Seymore and Rosenfeld 1996).

    What is lost is an n-gram's count times the difference between its log-probability and the one backed off to.
    """
    codes, probs, counts = list(model.codes), list(model.probs), list(model.counts)
    needed = np.zeros(0, np.int64)
    for n in range(len(codes), 1, -1):
        own = codes[n - 1]
        if n in keep and len(own) > keep[n]:
            backed = model.backed_off(own, n)
            lost = counts[n - 1] * np.log(np.maximum(1e-12, probs[n - 1]) / np.maximum(1e-12, backed))
            chosen = np.zeros(len(own), bool)
            chosen[np.lexsort((own, -lost))[: keep[n]]] = True
            chosen[np.searchsorted(own, needed)] = True
            codes[n - 1], probs[n - 1], counts[n - 1] = own[chosen], probs[n - 1][chosen], counts[n - 1][chosen]
        needed = np.unique(codes[n - 1] >> BITS)
    return Model.fitted(codes, probs, counts)


def arrays(language: str, model: Model) -> dict[str, NDArray[np.generic]]:
    """The trie as ``app.speech.model.ngram_lm`` reads it."""
    made: dict[str, NDArray[np.generic]] = {}
    for n, own in enumerate(model.codes, 1):
        name = f"{language}.{n}."
        if n > 1:
            parents = np.searchsorted(model.codes[n - 2], own >> BITS)
            made[f"{name}children"] = np.bincount(parents, minlength=len(model.codes[n - 2])).astype(np.uint16)
            made[f"{name}tokens"] = last(own).astype(np.uint16)
        logs = np.log(np.maximum(1e-12, model.probs[n - 1]))
        made[f"{name}log_probs"] = np.clip(np.round(logs / LOG_PROB_STEP), 0, 255).astype(np.uint8)
        if n < len(model.codes):
            logs = np.log(looked_up(own, model.contexts[n - 1], model.backoffs[n - 1], 1.0))
            made[f"{name}backoffs"] = np.clip(np.round(logs / BACKOFF_STEP), -128, 127).astype(np.int8)
    return made


def write_ngrams(
    lists: Sequence[Path],
    tokenizer: vocab.Tokenizer,
    into: Path,
    transcripts: Mapping[str, Sequence[Sequence[str]]],
    sizes: Mapping[str, float],
) -> None:
    """Write ``ngrams.safetensors`` of the ``train`` lists in folders of ``XX.json``.

    The folders' shares are those under which the transcripts of a language are most probable, the mean over its sets of
    transcripts, or, where it has none, those of English; ``EVEN`` of them is the same for all. ``sizes`` says of some languages
    how many n-grams they keep, in ``KEEP``.
    """
    written: dict[str, NDArray[np.generic]] = {}
    fitted: dict[str, dict[str, float]] = {}

    def encoded(lines: Sequence[str]) -> list[list[int]]:
        return [found.ids for found in tokenizer.encode_batch(list(lines), add_special_tokens=False)]

    for language in sorted(vocab.LANGUAGE, key=lambda one: one != "en"):
        models = {}
        for path in (folder / f"{language}.json" for folder in lists):
            if path.exists() and (sentences := read_list(path)[0]):
                lines = texts(sentences, random.Random(0))
                models[path.parent.name] = kneser_ney(counted(encoded(lines)), tokenizer.get_vocab_size())
        if not models:
            continue
        if sets := transcripts.get(language):
            each = np.array([suited(list(models.values()), encoded(one)) for one in sets])
            fitted[language] = dict(zip(models, each.mean(0).tolist(), strict=True))
        own = np.array([fitted.get(language, fitted.get("en", {})).get(name, 0.0) for name in models])
        weights = (1 - EVEN) * own / max(own.sum(), 1e-9) + EVEN / len(models)
        keep = {n: round(sizes.get(language, 1) * count) for n, count in KEEP.items()}
        model = pruned(mixed(list(models.values()), (weights / weights.sum()).tolist()), keep)
        written |= arrays(language, model)
        told = (f"{name} {share:.2f};" for name, share in zip(models, weights, strict=True))
        print(language, *(len(codes) for codes in model.codes), "n-grams;", *told, flush=True)
    into.mkdir(parents=True, exist_ok=True)
    save_file(written, into / NGRAM_FILE)
