"""Speaker diarization of a transcript: who speaks each of its words.

Windows of 1.6 s are laid over the time of the words, the voice in each is embedded, and the embeddings are clustered. A segment
in which the speaker changes is split between the two words nearest to the change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.transcript import edits
from app.transcript.model import Segment

from .clustering import cluster_centroids, speaker_sequence
from .voice_encoder import WINDOW_S, VoiceEncoder, raise_level

HOP_S = 0.4
"""Seconds between the middles of two windows."""
PAUSE_S = 0.5
"""Pause between words from which on windows are laid on both sides of it."""
BATCH = 32
"""Windows that are embedded together."""
CHANGE_PENALTY = 0.2
"""Similarity that a change of speaker costs; it fades over a pause."""
FADE_S = 1.0
KNOWN_SIMILARITY = 0.8
"""Cosine similarity from which on a speaker is somebody whose voice is known."""
MIN_TURN_S = 0.5
"""A shorter turn amid another speaker's belongs to that one."""


@dataclass(frozen=True)
class Speaker:
    """A speaker of a transcript."""

    name: str
    """That of a known voice, else empty."""
    embedding: NDArray[np.float32]
    """(256,) Mean embedding of their windows, of length 1."""


@dataclass(frozen=True)
class Diarization:
    """Who speaks when: windows in the order of their time."""

    times_s: NDArray[np.float64]
    """(windows,) The middle of each window."""
    labels: NDArray[np.int64]
    """(windows,) Which of ``speakers`` speaks."""
    speakers: tuple[Speaker, ...]
    """In the order in which they speak first."""

    def speaker_at(self, start_s: float, end_s: float) -> int:
        """Return who speaks in a span: the one of most of its windows, or of the nearest one. There must be windows."""
        inside = (self.times_s >= start_s) & (self.times_s <= end_s)
        if inside.any():
            return int(np.bincount(self.labels[inside]).argmax())
        return int(self.labels[np.abs(self.times_s - (start_s + end_s) / 2).argmin()])


def window_times(segments: Sequence[Segment]) -> list[float]:
    """Return the middles of the windows over what is said, in seconds. A short stretch between two pauses has one."""
    times: list[float] = []
    for start_s, end_s in _spoken_spans(segments):
        if end_s - start_s <= WINDOW_S:
            times.append((start_s + end_s) / 2)
        else:
            first_s, last_s = start_s + WINDOW_S / 2, end_s - WINDOW_S / 2
            times += np.linspace(first_s, last_s, 1 + round((last_s - first_s) / HOP_S)).tolist()
    return sorted(times)


def _spoken_spans(segments: Sequence[Segment]) -> list[list[float]]:
    """Start and end in seconds of stretches without a long pause."""
    spans: list[list[float]] = []
    for segment in segments:
        words = segment.words or ([segment] if segment.text else [])
        for word in words:
            if spans and 0 <= word.start_s - spans[-1][1] < PAUSE_S:
                spans[-1][1] = max(spans[-1][1], word.end_s)
            else:
                spans.append([word.start_s, word.end_s])
    return spans


def embed_windows(
    blocks: Iterable[Samples], times_s: Sequence[float], encoder: VoiceEncoder
) -> Iterator[NDArray[np.float32]]:
    """Yield the embeddings (n, 256) of the windows around ``times_s`` (ascending) in a source's blocks of 16 kHz audio.

    They come in order and in batches, so that the caller can stop.
    """
    windows = _cut_windows(blocks, times_s)
    while batch := [raise_level(window) for window in islice(windows, BATCH)]:
        yield encoder.embed(np.stack(batch))


def _cut_windows(blocks: Iterable[Samples], times_s: Sequence[float]) -> Iterator[Samples]:
    """Yield the window (samples,) around each time, in order; silence before the source's beginning and after its end."""
    length = round(WINDOW_S * SAMPLE_RATE_HZ)
    kept, kept_from = np.zeros(0, np.float32), 0
    source = iter(blocks)
    for time_s in times_s:
        first = round(time_s * SAMPLE_RATE_HZ) - length // 2
        while kept_from + len(kept) < first + length:
            block = next(source, None)
            if block is None:
                break
            dropped = min(len(kept), max(0, first - kept_from))
            kept, kept_from = np.concatenate([kept[dropped:], block]), kept_from + dropped
        window = np.zeros(length, np.float32)
        start = max(first, kept_from)
        part = kept[start - kept_from : max(start, first + length) - kept_from]
        window[start - first : start - first + len(part)] = part
        yield window


def diarize(
    times_s: Sequence[float],
    embeddings: NDArray[np.float32],
    speakers: int = 0,
    known: Mapping[str, NDArray[np.float32]] | None = None,
) -> Diarization:
    """Return who speaks at which of the windows.

    Args:
        speakers: their number; 0 estimates it.
        known: embeddings (256,) of known voices by name. Each names at most one speaker.
    """
    times = np.asarray(times_s, np.float64)
    centroids = cluster_centroids(embeddings, speakers or None)
    fading = np.exp(-np.maximum(np.diff(times) - HOP_S, 0) / FADE_S)
    labels = speaker_sequence(embeddings, centroids, CHANGE_PENALTY * fading)
    order = list(dict.fromkeys(labels.tolist()))
    rank = np.zeros(len(centroids), np.int64)
    rank[order] = np.arange(len(order))
    names = _recognize(centroids[order], known or {})
    found = tuple(Speaker(name, centroids[label]) for name, label in zip(names, order, strict=True))
    return Diarization(times, rank[labels], found)


def _recognize(centroids: NDArray[np.float32], known: Mapping[str, NDArray[np.float32]]) -> list[str]:
    """The name of each speaker whose voice is known, the most similar pairs first; empty for the others."""
    names = [""] * len(centroids)
    pairs = sorted(
        ((float(centroid @ voice), n, name) for n, centroid in enumerate(centroids) for name, voice in known.items()),
        reverse=True,
    )
    for similarity, n, name in pairs:
        if similarity >= KNOWN_SIMILARITY and not names[n] and name not in names:
            names[n] = name
    return names


def name_turns(
    segments: Sequence[Segment], diarization: Diarization, unknown: str = "Speaker {number}"
) -> edits.Segments:
    """Return the segments with the speaker of each, split where the speaker changes amid one.

    ``unknown`` names those whose voice is not known, numbered from 1. A single unknown speaker stays without a name, and so
    does what nobody says.
    """
    result: list[Segment] = []
    names = [speaker.name for speaker in diarization.speakers]
    if len(names) > 1:
        names = [name or unknown.format(number=number) for number, name in enumerate(names, 1)]
    for segment in segments:
        if not segment.text or not len(diarization.labels):
            result.append(segment)
            continue
        parts: edits.Segments = (segment,)
        turns = _turns(segment, diarization)
        for first, _ in turns[:0:-1]:  # from the end: what comes before keeps its place
            head, tail = edits.split(parts[:1], 0, segment.word_ranges[first][0])
            parts = (head, tail, *parts[1:])
        for part, (_, speaker) in zip(parts, turns, strict=True):
            result += edits.name_speaker((part,), 0, names[speaker])
    return tuple(result)


def _turns(segment: Segment, diarization: Diarization) -> list[tuple[int, int]]:
    """The first word of each turn in a segment, and its speaker."""
    if not segment.word_ranges:
        return [(0, diarization.speaker_at(segment.start_s, segment.end_s))]
    words = segment.words
    speakers = [diarization.speaker_at(word.start_s, word.end_s) for word in words]
    turns: list[tuple[int, int]] = []
    for index, speaker in enumerate(speakers):
        if not turns or speaker != turns[-1][1]:
            turns.append((index, speaker))
    ends = [first for first, _ in turns[1:]] + [len(words)]
    lasting = [
        turn
        for turn, end in zip(turns, ends, strict=True)
        if words[end - 1].end_s - words[turn[0]].start_s >= MIN_TURN_S
    ]
    joined: list[tuple[int, int]] = []
    for first, speaker in lasting or turns[:1]:
        if not joined or speaker != joined[-1][1]:
            joined.append((first if joined else 0, speaker))
    return joined
