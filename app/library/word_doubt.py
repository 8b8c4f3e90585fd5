"""Where to look first: how likely each word is wrong, judged by how it annealed, and the few spans most worth checking.

A word that kept changing, settled late, is still undecided at the last step, or that the audio alone does not carry, is more
often wrong. How much each of these signs counts was fitted on clips with texts, heard by the bundled model:
``tests/benchmarks/bench_review.py`` does that in one command, and tells how many of the errors the doubtful words contain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from app.speech.events import CanvasStep
from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Word

from .replay_store import CanvasRun


@dataclass(frozen=True)
class DoubtFeatures:
    """What speaks against a word; each is 0 where nothing does."""

    settled: float
    """At which step its tokens were last another, as a share of the steps taken, 0 to 1."""
    flips: float
    """How often its tokens changed, the most restless one, as log(1 + n)."""
    entropy: float
    """Of its least certain token at the last step, in nats, as its fourth root: a sure model's small doubts count as well."""
    improbability: float
    """One minus the probability of its least certain token at the last step, as its fourth root."""
    unsupported: float
    """One minus how well the audio alone carries it (CTC)."""
    unsure: float
    """One minus the denoiser's mean probability of its tokens, as its fourth root."""


WEIGHTS = (0.55, 0.38, 4.59, 1.75, 1.95, 0.69)
"""Of the signs in their order. Fitted on the test sets of the bundled model's corpus (synthetic, six languages, 16 steps)."""
BIAS = -3.53
WEIGHTS_WITHOUT_STEPS = (2.16, 5.41)
"""Of ``unsupported_error`` and ``unsure`` alone, for a word whose steps were not observed."""
BIAS_WITHOUT_STEPS = -2.90


@dataclass(frozen=True)
class DoubtfulSpan:
    """A span of neighbouring words worth checking."""

    segment_index: int
    """Its segment's place among the segments."""
    first_word: int
    """Its first word."""
    end_word: int
    """The word behind its last."""
    start_s: float
    end_s: float
    text: str
    doubt: float
    """Of its most doubtful word."""


def most_doubtful_spans(segments: Sequence[Segment], share: float = 0.1, min_doubt: float = 0.05) -> list[DoubtfulSpan]:
    """The spans of the most doubtful words, worst first: ``share`` of all words, none less doubtful than ``least``.

    Neighbours among them make one span, so that they are heard at once. Words a person wrote are never among them.
    """
    words = [(word.doubt or 0.0, at, n) for at, segment in enumerate(segments) for n, word in enumerate(segment.words)]
    count = math.ceil(len(words) * share)
    chosen = {(at, n) for doubt, at, n in sorted(words, key=lambda word: -word[0])[:count] if doubt >= min_doubt}
    spans: list[DoubtfulSpan] = []
    for at, n in sorted(chosen):
        word = segments[at].words[n]
        doubt = word.doubt or 0.0
        if spans and (spans[-1].segment_index, spans[-1].end_word) == (at, n):
            last = spans[-1]
            spans[-1] = replace(
                last, end_word=n + 1, end_s=word.end_s, text=f"{last.text} {word.text}", doubt=max(last.doubt, doubt)
            )
        else:
            spans.append(DoubtfulSpan(at, n, n + 1, word.start_s, word.end_s, word.text, doubt))
    return sorted(spans, key=lambda span: (-span.doubt, span.segment_index, span.first_word))


def with_doubt(segment: Segment, runs: Sequence[CanvasRun], vocabulary: Vocabulary | None) -> Segment:
    """The segment with the doubt of each of its words."""
    signs = doubt_features(segment, runs, vocabulary) if vocabulary is not None else None
    if signs is None:
        return replace(segment, words=tuple(replace(word, doubt=_doubt_without_steps(word)) for word in segment.words))
    judged_words = (
        replace(word, doubt=error_probability(sign)) for word, sign in zip(segment.words, signs, strict=True)
    )
    return replace(segment, words=tuple(judged_words))


def error_probability(features: DoubtFeatures) -> float:
    """The probability that a word with these signs is wrong, 0 to 1."""
    return _logistic(BIAS + sum(weight * sign for weight, sign in zip(WEIGHTS, astuple(features), strict=True)))


def doubt_features(segment: Segment, runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> list[DoubtFeatures] | None:
    """The signs of each word of a segment as the model wrote it; None where these runs are not those of these words."""
    last = [
        run for n, run in enumerate(runs) if run.steps and not any(_is_within(other, run) for other in runs[n + 1 :])
    ]
    found: list[tuple[str, _WordTrace]] = [spelled for run in last for spelled in _word_traces(run.steps, vocabulary)]
    if [text for text, _ in found] != [word.text for word in segment.words]:
        return None
    return [
        DoubtFeatures(
            trace.settled,
            trace.flips,
            trace.entropy,
            trace.improbability,
            1 - word.support,
            _fourth_root(1 - word.confidence),
        )
        for (_, trace), word in zip(found, segment.words, strict=True)
    ]


@dataclass(frozen=True)
class _WordTrace:
    settled: float
    flips: float
    entropy: float
    improbability: float


def _word_traces(steps: Sequence[CanvasStep], vocabulary: Vocabulary) -> list[tuple[str, _WordTrace]]:
    """Each word of a canvas and how its tokens annealed."""
    final = steps[-1]
    ids, _ = vocabulary.truncate_at_end(final.argmax_ids.tolist())
    kept = [n for n, token in enumerate(ids) if not vocabulary.is_special(token)]
    beliefs = np.stack([step.argmax_ids for step in steps])  # (steps, canvas)
    flips = (beliefs[1:] != beliefs[:-1]).sum(axis=0)  # (canvas,)
    other = beliefs != final.argmax_ids
    settled = np.where(other.any(axis=0), len(steps) - other[::-1].argmax(axis=0), 0) / len(steps)  # (canvas,)
    traces = []
    for word in words_from_tokens([ids[n] for n in kept], vocabulary):
        at = kept[word.tokens]
        trace = _WordTrace(
            settled=float(settled[at].max()),
            flips=math.log1p(float(flips[at].max())),
            entropy=_fourth_root(float(final.entropy[at].max())),
            improbability=_fourth_root(1 - float(final.top_probs[at, 0].min())),
        )
        traces.append((word.text, trace))
    return traces


def _is_within(one: CanvasRun, other: CanvasRun) -> bool:
    """Whether a later run read a part of an earlier one again."""
    return other.started.start_s <= one.started.start_s and one.started.end_s <= other.started.end_s


def _doubt_without_steps(word: Word) -> float:
    unsupported, unsure = WEIGHTS_WITHOUT_STEPS
    return _logistic(BIAS_WITHOUT_STEPS + unsupported * (1 - word.support) + unsure * _fourth_root(1 - word.confidence))


def _fourth_root(value: float) -> float:
    return max(0.0, value) ** 0.25


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
