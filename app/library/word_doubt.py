"""Error probability of each word, estimated from its denoising steps, and the spans most worth checking.

A word is more often wrong if its tokens kept changing, settled late or are uncertain at the last step, or if the audio alone
does not support it. A logistic regression weighs these features; ``tests/benchmarks/bench_review.py`` fits it on clips with
reference texts transcribed by the bundled model, and measures how many of the errors the doubtful words contain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from app.speech.events import CanvasStep
from app.speech.token_repetitions import positions_without_repetitions
from app.speech.token_words import words_from_tokens
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Word

from .replay_store import CanvasRun

DOUBT_DIGITS = 4
"""With which a library stores the doubt of a word."""


@dataclass(frozen=True)
class DoubtFeatures:
    """Features that speak against a word; each is 0 where nothing does."""

    settled: float
    """Step at which one of its tokens changed last, as a share of the steps taken, 0 to 1."""
    flips: float
    """Changes of its token that changed most often, as log(1 + n)."""
    entropy: float
    """Fourth root of the entropy (nats) of its least certain token at the last step: a confident model's small doubts count."""
    improbability: float
    """Fourth root of one minus the probability of its least certain token at the last step."""
    unsupported: float
    """One minus its CTC support."""
    unsure: float
    """Fourth root of one minus its confidence."""


WEIGHTS = (0.52, 0.45, 4.19, 1.28, 1.49, 0.42)
"""Of the features in order. Fitted on recordings of people that the bundled model had never heard (six languages, 16 steps)."""
BIAS = -2.69
WEIGHTS_WITHOUT_STEPS = (1.76, 4.78)
"""Of ``unsupported`` and ``unsure`` alone, for a word whose steps were not observed."""
BIAS_WITHOUT_STEPS = -1.96


@dataclass(frozen=True)
class DoubtfulSpan:
    """Neighbouring words worth checking."""

    segment_index: int
    """Index among the segments."""
    first_word: int
    """Index of its first word in the segment."""
    end_word: int
    """Index after its last word."""
    start_s: float
    end_s: float
    text: str
    doubt: float
    """Doubt of its most doubtful word."""


def doubt_threshold(segments: Sequence[Segment], share: float = 0.1, min_doubt: float = 0.05) -> float:
    """The doubt from which on a word is worth checking: that of the least of the most doubtful words; infinite without any.

    Taken from the text as the model wrote it, it stays while words are corrected or confirmed, so that the list of
    ``doubtful_spans`` becomes shorter and no others take their place.

    Args:
        share: how many of all words are looked at, 0 to 1.
        min_doubt: less doubtful words are not worth it.
    """
    doubts = sorted((doubt for doubt, _, _ in _doubts(segments)), reverse=True)
    worth_checking = [doubt for doubt in doubts[: math.ceil(len(doubts) * share)] if doubt >= min_doubt]
    return min(worth_checking, default=math.inf)


def doubtful_spans(segments: Sequence[Segment], threshold: float) -> list[DoubtfulSpan]:
    """The spans of the words whose doubt reaches a threshold, worst first. Neighbours form one span.

    Words that the user wrote have no doubt.
    """
    spans: list[DoubtfulSpan] = []
    for stored_doubt, segment_index, word_index in _doubts(segments):
        if stored_doubt < threshold:
            continue
        word = segments[segment_index].words[word_index]
        doubt, end = word.doubt or 0.0, word_index + 1
        last = spans[-1] if spans else None
        if last is not None and (last.segment_index, last.end_word) == (segment_index, word_index):
            text = f"{last.text} {word.text}"
            spans[-1] = replace(last, end_word=end, end_s=word.end_s, text=text, doubt=max(last.doubt, doubt))
        else:
            spans.append(DoubtfulSpan(segment_index, word_index, end, word.start_s, word.end_s, word.text, doubt))
    return sorted(spans, key=lambda span: (-span.doubt, span.segment_index, span.first_word))


def _doubts(segments: Sequence[Segment]) -> list[tuple[float, int, int]]:
    """Doubt, segment index and word index of every word; the doubt as it is stored, so that both find the same words."""
    return [
        (round(word.doubt or 0.0, DOUBT_DIGITS), segment_index, word_index)
        for segment_index, segment in enumerate(segments)
        for word_index, word in enumerate(segment.words)
    ]


def with_doubt(segment: Segment, runs: Sequence[CanvasRun], vocabulary: Vocabulary | None) -> Segment:
    """The segment with the doubt of each word; without a vocabulary or fitting runs, from CTC support and confidence alone."""
    features = doubt_features(segment, runs, vocabulary) if vocabulary is not None else None
    if features is None:
        doubts = [_doubt_without_steps(word) for word in segment.words]
    else:
        doubts = [error_probability(of_word) for of_word in features]
    words = (replace(word, doubt=doubt) for word, doubt in zip(segment.words, doubts, strict=True))
    return replace(segment, words=tuple(words))


def error_probability(features: DoubtFeatures) -> float:
    """Probability that a word with these features is wrong, 0 to 1."""
    return _logistic(BIAS + sum(weight * feature for weight, feature in zip(WEIGHTS, astuple(features), strict=True)))


def doubt_features(segment: Segment, runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> list[DoubtFeatures] | None:
    """Features of each word of a segment; None where the runs do not spell these words."""
    newest = [
        run for n, run in enumerate(runs) if run.steps and not any(_is_within(other, run) for other in runs[n + 1 :])
    ]
    traces = [trace for run in newest for trace in _word_traces(run.steps, vocabulary, bool(segment.raw_text))]
    if [text for text, _ in traces] != [word.text for word in segment.words]:
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
        for (_, trace), word in zip(traces, segment.words, strict=True)
    ]


@dataclass(frozen=True)
class _WordTrace:
    settled: float
    flips: float
    entropy: float
    improbability: float


def _word_traces(
    steps: Sequence[CanvasStep], vocabulary: Vocabulary, without_repetitions: bool
) -> list[tuple[str, _WordTrace]]:
    """Each word of a canvas, and how its tokens changed over the steps."""
    final = steps[-1]
    ids, _ = vocabulary.truncate_at_end(final.argmax_ids.tolist())
    kept = positions_without_repetitions(ids, vocabulary) if without_repetitions else vocabulary.visible_positions(ids)
    argmax_ids = np.stack([step.argmax_ids for step in steps])  # (steps, canvas)
    flips = (argmax_ids[1:] != argmax_ids[:-1]).sum(axis=0)  # (canvas,)
    differs = argmax_ids != final.argmax_ids
    settled = np.where(differs.any(axis=0), len(steps) - differs[::-1].argmax(axis=0), 0) / len(steps)  # (canvas,)
    traces = []
    for word in words_from_tokens([ids[n] for n in kept], vocabulary):
        positions = kept[word.tokens]
        trace = _WordTrace(
            settled=float(settled[positions].max()),
            flips=math.log1p(float(flips[positions].max())),
            entropy=_fourth_root(float(final.entropy[positions].max())),
            improbability=_fourth_root(1 - float(final.top_probs[positions, 0].min())),
        )
        traces.append((word.text, trace))
    return traces


def _is_within(run: CanvasRun, other: CanvasRun) -> bool:
    """Whether the span of ``run`` lies in that of ``other``."""
    return other.started.start_s <= run.started.start_s and run.started.end_s <= other.started.end_s


def _doubt_without_steps(word: Word) -> float:
    unsupported, unsure = WEIGHTS_WITHOUT_STEPS
    return _logistic(BIAS_WITHOUT_STEPS + unsupported * (1 - word.support) + unsure * _fourth_root(1 - word.confidence))


def _fourth_root(value: float) -> float:
    return max(0.0, value) ** 0.25


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))
