"""Speakers of a transcribed source, and the voice of one of them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.speech.audio import decode
from app.speech.audio.samples import Samples
from app.speech.audio.segmented_source import array_blocks
from app.speech.events import SpeakersProgress
from app.transcript.edits import Segments
from app.transcript.model import Segment, Transcript

from .diarization import diarize, embed_windows, name_turns, window_times
from .voice_encoder import VoiceEncoder


def find_speakers(
    source: Path | Samples,
    segments: Sequence[Segment],
    count: int = 0,
    *,
    track: int | None = None,
    known: Mapping[str, NDArray[np.float32]] | None = None,
    unknown: str = "Speaker {number}",
) -> Generator[SpeakersProgress, None, Segments]:
    """Return the segments with who speaks, split where the speaker changes. Closing the generator ends the work at once.

    Args:
        source: a file, or 16 kHz samples (n,).
        count: the number of speakers; 0 estimates it.
        known: embeddings (256,) of known voices by name.
        unknown: what a speaker is called whose voice is not known.

    Raises:
        AudioError: the source cannot be decoded.
    """
    times_s = window_times(segments)
    if not times_s:
        return tuple(segments)
    embeddings = yield from _embed(source, times_s, track)
    return name_turns(segments, diarize(times_s, embeddings, count, known), unknown)


def with_speakers(
    source: Path | Samples,
    transcript: Transcript,
    count: int = 0,
    on_progress: Callable[[SpeakersProgress], None] = lambda _: None,
    known: Mapping[str, NDArray[np.float32]] | None = None,
) -> Transcript:
    """Return a transcript with who speaks, as ``find_speakers`` finds it on its audio track, with voices of the same kind.

    ``on_progress`` is called several times; what it raises ends the work.
    """
    work = find_speakers(source, transcript.segments, count, track=transcript.audio_track, known=known)
    while True:
        try:
            on_progress(next(work))
        except StopIteration as done:
            return replace(transcript, segments=done.value)


def voice_of(
    source: Path | Samples, segments: Sequence[Segment], track: int | None = None
) -> Generator[SpeakersProgress, None, NDArray[np.float32] | None]:
    """Return the mean embedding (256,), of length 1, of what is said in segments of one speaker; None if nothing is.

    Raises ``AudioError`` as ``find_speakers`` does.
    """
    times_s = window_times(segments)
    if not times_s:
        return None
    embeddings = yield from _embed(source, times_s, track)
    mean = embeddings.mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-6)


def _embed(
    source: Path | Samples, times_s: Sequence[float], track: int | None
) -> Generator[SpeakersProgress, None, NDArray[np.float32]]:
    blocks: Iterator[Samples] = decode.blocks(source, track) if isinstance(source, Path) else array_blocks(source)
    name, done = str(source) if isinstance(source, Path) else "recording", 0
    embeddings = []
    for batch in embed_windows(blocks, times_s, VoiceEncoder()):
        embeddings.append(batch)
        done += len(batch)
        yield SpeakersProgress(name, times_s[done - 1])
    return np.concatenate(embeddings)
