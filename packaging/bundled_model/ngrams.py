"""Counts the n-gram language models of the draft: one for each language, of the training sentences' tokens.

Interpolated Kneser-Ney with three discounts (Chen and Goodman 1998), of each folder of sentences by itself; the mean of these
models; of the many n-grams those that matter, with back-offs made to fit, so that every distribution still sums to one.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tokenizer as vocab
from numpy.typing import NDArray
from safetensors.numpy import save_file

from app.speech.model.ngram_lm import BACKOFF_STEP, LOG_PROB_STEP, NGRAM_FILE

ORDER = 4
KEEP = {3: 300_000, 4: 300_000}
"""How many n-grams of so many tokens are kept; all shorter ones are."""
TOGETHER = 3
"""A segment may hold several sentences: so many at most stand in one text."""

Gram = tuple[int, ...]


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


def counted(lines: Sequence[Sequence[int]], order: int) -> list[Counter[Gram]]:
    """How often each n-gram of 1 to ``order`` tokens was met; every line begins and ends with its token."""
    counts: list[Counter[Gram]] = [Counter() for _ in range(order)]
    for ids in lines:
        line = (vocab.BOS, *ids, vocab.EOS)
        for size in range(1, order + 1):
            counts[size - 1].update(zip(*(line[n:] for n in range(size)), strict=False))
    return counts


def discounts(counts: Counter[Gram]) -> tuple[float, float, float]:
    """What is taken from n-grams met once, twice and more often (Chen and Goodman, equation 26)."""
    met = Counter(min(4, count) for count in counts.values())
    if not all(met[n] for n in (1, 2, 3, 4)):
        return 0.5, 0.75, 0.9
    share = met[1] / (met[1] + 2 * met[2])
    first, second, third = (n - (n + 1) * share * met[n + 1] / met[n] for n in (1, 2, 3))
    return max(0.1, first), max(0.1, second), max(0.1, third)


@dataclass
class Model:
    """Probabilities of n-grams, by order, and the back-offs of their contexts, all of them linear."""

    probs: list[dict[Gram, float]]
    backoffs: list[dict[Gram, float]]
    counts: list[Counter[Gram]]

    def prob(self, gram: Gram) -> float:
        """Of the last token behind the others."""
        known = self.probs[len(gram) - 1].get(gram)
        if known is not None:
            return known
        return self.backoffs[len(gram) - 2].get(gram[:-1], 1.0) * self.prob(gram[1:])

    def fit_backoffs(self) -> None:
        """Back-offs under which every distribution sums to one."""
        self.backoffs = []
        for n in range(1, len(self.probs)):
            known: defaultdict[Gram, float] = defaultdict(float)
            below: defaultdict[Gram, float] = defaultdict(float)
            for gram, value in self.probs[n].items():
                known[gram[:-1]] += value
                below[gram[:-1]] += self.prob(gram[1:])
            self.backoffs.append(
                {gram: max(1e-6, 1 - value) / max(1e-6, 1 - below[gram]) for gram, value in known.items()}
            )


def kneser_ney(counts: list[Counter[Gram]], size: int) -> Model:
    """The interpolated model of counts by order, over a vocabulary of ``size`` tokens."""
    order = len(counts)
    # below the highest order counts how many different tokens stand before an n-gram, except where a line begins
    used: list[Counter[Gram]] = []
    for n in range(order - 1):
        different: Counter[Gram] = Counter(gram[1:] for gram in counts[n + 1])
        different.update({gram: count for gram, count in counts[n].items() if gram[0] == vocab.BOS})
        used.append(different)
    used.append(counts[-1])
    model = Model([], [], counts)
    for n in range(order):
        minus = discounts(used[n])
        total: Counter[Gram] = Counter()
        taken: defaultdict[Gram, float] = defaultdict(float)
        for gram, count in used[n].items():
            if gram[-1] != vocab.BOS:
                total[gram[:-1]] += count
                taken[gram[:-1]] += minus[min(3, count) - 1]
        own: dict[Gram, float] = {}
        for gram in ((token,) for token in range(size)) if n == 0 else counts[n]:
            count, context = used[n].get(gram, 0), gram[:-1]
            seen = max(0.0, count - (minus[min(3, count) - 1] if count else 0.0)) if gram[-1] != vocab.BOS else 0.0
            shorter = 1 / size if n == 0 else model.probs[n - 1][gram[1:]]
            own[gram] = (seen + taken[context] * shorter) / total[context] if total[context] else shorter
        model.probs.append(own)
    model.fit_backoffs()
    return model


def mixed(models: Sequence[Model]) -> Model:
    """The mean of models, over all n-grams that any of them knows."""
    if len(models) == 1:
        return models[0]
    counts = [sum((model.counts[n] for model in models), Counter()) for n in range(ORDER)]
    probs = [
        {
            gram: sum(model.prob(gram) for model in models) / len(models)
            for gram in {g for m in models for g in m.probs[n]}
        }
        for n in range(ORDER)
    ]
    model = Model(probs, [], counts)
    model.fit_backoffs()
    return model


def pruned(model: Model, keep: dict[int, int]) -> Model:
    """The model with so many n-grams of each order: those whose loss would cost most (Seymore and Rosenfeld 1996).

    What is lost is an n-gram's count times the difference between its log-probability and the one backed off to.
    """
    kept: list[dict[Gram, float]] = [{} for _ in model.probs]
    needed: set[Gram] = set()
    for n in reversed(range(len(model.probs))):
        own = model.probs[n]
        if n + 1 in keep and len(own) > keep[n + 1]:
            lost = {}
            for gram, value in own.items():
                shorter = model.backoffs[n - 1].get(gram[:-1], 1.0) * model.prob(gram[1:])
                lost[gram] = model.counts[n][gram] * math.log(max(1e-12, value) / max(1e-12, shorter))
            chosen = set(sorted(own, key=lambda gram: (-lost[gram], gram))[: keep[n + 1]]) | needed
            own = {gram: own[gram] for gram in chosen}
        kept[n] = own
        needed = {gram[:-1] for gram in own}
    smaller = Model(kept, [], model.counts)
    smaller.fit_backoffs()
    return smaller


def arrays(language: str, model: Model) -> dict[str, NDArray[np.generic]]:
    """The trie as ``app.speech.model.ngram_lm`` reads it."""
    made: dict[str, NDArray[np.generic]] = {}
    places: dict[Gram, int] = {(): 0}
    for n, own in enumerate(model.probs):
        grams = sorted(own, key=lambda gram: (places[gram[:-1]], gram[-1]))
        name = f"{language}.{n + 1}."
        if n:
            parents = [places[gram[:-1]] for gram in grams]
            made[f"{name}children"] = np.bincount(parents, minlength=len(places)).astype(np.uint16)
            made[f"{name}tokens"] = np.array([gram[-1] for gram in grams], np.uint16)
        logs = np.log(np.maximum(1e-12, [own[gram] for gram in grams]))
        made[f"{name}log_probs"] = np.clip(np.round(logs / LOG_PROB_STEP), 0, 255).astype(np.uint8)
        if n < len(model.backoffs):
            logs = np.log([model.backoffs[n].get(gram, 1.0) for gram in grams])
            made[f"{name}backoffs"] = np.clip(np.round(logs / BACKOFF_STEP), -128, 127).astype(np.int8)
        places = {gram: place for place, gram in enumerate(grams)}
    return made


def write_ngrams(sentences: Sequence[Path], tokenizer: vocab.Tokenizer, into: Path) -> None:
    """Write ``ngrams.safetensors`` of the ``train`` lists in folders of ``XX.json``."""
    written: dict[str, NDArray] = {}
    for code in vocab.LANGUAGE:
        models = []
        for path in (folder / f"{code}.json" for folder in sentences):
            if path.exists():
                lines = texts(json.loads(path.read_text(encoding="utf-8"))["train"], random.Random(0))
                ids = [tokenizer.encode(text, add_special_tokens=False).ids for text in lines]
                models.append(kneser_ney(counted(ids, ORDER), tokenizer.get_vocab_size()))
        if models:
            model = pruned(mixed(models), KEEP)
            written |= arrays(code, model)
            print(code, *(len(own) for own in model.probs), "n-grams", flush=True)
    into.mkdir(parents=True, exist_ok=True)
    save_file(written, into / NGRAM_FILE)
