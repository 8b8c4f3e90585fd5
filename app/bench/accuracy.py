"""Error rates of a model on clips with known texts, at several numbers of steps, beside its CTC reading and a baseline.

The app's own code transcribes: clips are cut at pauses as any file is, chunks of like length of many clips share a batch, the
encoder runs once a chunk, and each number of steps starts from the same prefill and from noise of its own. Texts are those that
a user gets; a clip in which the app finds no speech counts with an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter, process_time
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import segment_audio
from app.speech.decoding.prepared_batch import AudioChunk, PrefilledBatch
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.options import StartChoice, TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber
from app.speech.stage_timer import StageTimer
from app.transcript.model import Start

from .datasets import Clip
from .wer import ErrorRate, error_rate
from .whisper_baseline import NAME as BASELINE
from .whisper_baseline import WhisperBaseline

CTC = "CTC reading alone"
DRAFT = "draft"
DENOISED = "denoised"


@dataclass(frozen=True)
class AccuracySettings:
    """Options of a measurement."""

    steps: tuple[int, ...]
    starts: tuple[StartChoice, ...] = ("auto",)
    """What canvases start from, one after the other; ``auto`` is the model's own way."""
    guidance: float = 0.0
    """Weight of the sound, as ``TranscribeOptions.guidance``."""
    say_language: bool = True
    """Whether model and baseline get the language."""
    seed: int = 0
    batch: int = 16


@dataclass
class Cost:
    """Time that transcribing some clips took."""

    wall_s: float = 0.0
    processor_s: float = 0.0
    """Of all threads together: fair also where other programs are busy."""

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall_s + other.wall_s, self.processor_s + other.processor_s)


class Reading(NamedTuple):
    """A way to read clips."""

    reader: str
    """``CTC``, ``DRAFT`` or ``DENOISED``."""
    start: Start | None = None
    """What canvases start from; None where there are none."""
    steps: int | None = None


class CostTimer:
    """Measures the cost since it was created."""

    def __init__(self) -> None:
        self._wall_s, self._processor_s = perf_counter(), process_time()

    def read(self) -> Cost:
        return Cost(perf_counter() - self._wall_s, process_time() - self._processor_s)


@dataclass(frozen=True)
class AccuracyScore:
    """One row of the result; its field names are keys of the JSON document."""

    set: str
    language: str
    reader: str
    """``DENOISED``, ``CTC``, ``DRAFT`` (CTC with the language model that a model brings) or ``BASELINE``."""
    steps: int | None
    error: ErrorRate
    wrong_clip: float | None
    """The error rate of each clip's text against the next clip's: near 1 where the sound is used. None for a single clip."""
    speed: float
    """Seconds of sound transcribed in a second."""
    processor_speed: float
    """Seconds of sound transcribed in a second of one core's time."""
    start: Start | None = None
    """What canvases started from; None where nothing was denoised."""
    group: str = ""
    texts: tuple[str, ...] = field(default=(), repr=False)
    """The text of each clip."""


@dataclass(frozen=True, eq=False)
class ClipSet:
    """The clips of one language of one set, decoded."""

    name: str
    language: str
    clips: list[Clip]
    audio: list[NDArray[np.float32]] = field(repr=False)

    @property
    def seconds(self) -> float:
        return sum(map(len, self.audio)) / SAMPLE_RATE_HZ


def load_clips(name: str, clips: Sequence[Clip], limit: int | None) -> Iterator[ClipSet]:
    """Yield the clips of a set by language, decoded; at most ``limit`` a language, drawn with a fixed seed."""
    for language in dict.fromkeys(clip.language for clip in clips):
        chosen = [clip for clip in clips if clip.language == language]
        if limit is not None and len(chosen) > limit:
            drawn = np.random.default_rng(0).choice(len(chosen), limit, replace=False)
            chosen = [chosen[index] for index in sorted(drawn)]
        yield ClipSet(name, language, chosen, [decode.read(clip.path) for clip in chosen])


def measure(
    clip_set: ClipSet, transcriber: Transcriber, settings: AccuracySettings, baseline: WhisperBaseline | None
) -> Iterator[AccuracyScore]:
    """Yield the scores of one language of one set.

    They are of CTC, the draft, the denoised texts from each start at each number of steps, and the baseline if given.

    Raises ``ModelError`` where the model cannot write the language.
    """
    transcriber.segment_decoder.require_language(clip_set.language)
    for reading, (texts, cost) in decode_clips(clip_set, transcriber.segment_decoder, settings).items():
        yield _make_score(clip_set, reading, texts, cost)
    if baseline is not None:
        timer = CostTimer()
        language = clip_set.language if settings.say_language else None
        texts = [baseline.transcribe(samples, language) for samples in clip_set.audio]
        yield _make_score(clip_set, Reading(BASELINE), texts, timer.read())


@torch.inference_mode()
def decode_clips(
    clip_set: ClipSet, decoder: SegmentDecoder, settings: AccuracySettings
) -> dict[Reading, tuple[list[str], Cost]]:
    """Return the text of every clip and what it cost, for each way to read it.

    The draft is one where the model brings a language model that makes it another text than the CTC reading.
    """
    timer = CostTimer()
    chunks, chunks_of_clips = _split_into_chunks(clip_set.audio, decoder)
    spec = decoder.model.spec
    starts = dict.fromkeys(spec.default_start if start == "auto" else start for start in settings.starts)
    undenoised = [Reading(CTC)] if decoder.model.ngrams is None else [Reading(CTC), Reading(DRAFT)]
    readings = {start: [Reading(DENOISED, start, steps) for steps in settings.steps] for start in starts}
    costs = dict.fromkeys([*undenoised, *(reading for group in readings.values() for reading in group)], timer.read())
    texts_of_chunks: dict[Reading, dict[int, str]] = {reading: {} for reading in costs}
    language = clip_set.language if settings.say_language else "auto"
    by_length = sorted(chunks, key=lambda chunk: len(chunk.audio))
    size = min(settings.batch, decoder.max_batch)
    for batch in (by_length[first : first + size] for first in range(0, len(by_length), size)):
        for start, group in readings.items():
            timer = CostTimer()
            prefilled = decoder.prefill(batch, TranscribeOptions(language, start=start), StageTimer())
            prefill_cost = timer.read()
            for reading in [*undenoised, *group] if start == next(iter(readings)) else group:
                timer = CostTimer()
                texts_of_chunks[reading] |= _read_batch(decoder, prefilled, reading, settings)
                costs[reading] = costs[reading] + prefill_cost + timer.read()
    return {
        reading: ([" ".join(filter(None, map(texts.get, numbers))) for numbers in chunks_of_clips], costs[reading])
        for reading, texts in texts_of_chunks.items()
    }


def _read_batch(
    decoder: SegmentDecoder, batch: PrefilledBatch, reading: Reading, settings: AccuracySettings
) -> dict[int, str]:
    """Return the text of each chunk of a batch."""
    if reading.steps is None:
        texts = decoder.ctc_text(batch) if reading.reader == CTC else decoder.draft_text(batch)
        return dict(zip((chunk.segment for chunk in batch.chunks), texts, strict=True))
    options = TranscribeOptions(batch.language, reading.steps, settings.seed, guidance=settings.guidance, observe=False)
    text_of: dict[int, str] = {}
    for decoded in decoder.decode_splitting_overflow(batch, options, StageTimer()):
        if isinstance(decoded, list):
            text_of[decoded[0].chunk.segment] = " ".join(piece.text for piece in decoded if piece.text)
    return text_of


def _split_into_chunks(
    clips: list[NDArray[np.float32]], decoder: SegmentDecoder
) -> tuple[list[AudioChunk], list[list[int]]]:
    """Cut all clips at pauses; return the chunks with speech, numbered through, and the numbers that belong to each clip."""
    chunks: list[AudioChunk] = []
    chunks_of_clips: list[list[int]] = []
    for samples in clips:
        first = len(chunks)
        for span in segment_audio(iter([samples]), decoder.model.segment_limits):
            if span.speech:
                chunks.append(AudioChunk(len(chunks), span.start_s, span.end_s, span.audio))
        chunks_of_clips.append(list(range(first, len(chunks))))
    return chunks, chunks_of_clips


def _make_score(clip_set: ClipSet, reading: Reading, texts: list[str], cost: Cost) -> AccuracyScore:
    references, language = [clip.text for clip in clip_set.clips], clip_set.language
    shifted = [*texts[1:], texts[0]]
    return AccuracyScore(
        set=clip_set.name,
        language=language,
        reader=reading.reader,
        steps=reading.steps,
        start=reading.start,
        error=error_rate(references, texts, language),
        wrong_clip=error_rate(references, shifted, language).rate if len(texts) > 1 else None,
        speed=clip_set.seconds / max(1e-9, cost.wall_s),
        processor_speed=clip_set.seconds / max(1e-9, cost.processor_s),
        texts=tuple(texts),
    )


def scores_by_label(score: AccuracyScore, clips: Sequence[Clip], label: str) -> Iterator[AccuracyScore]:
    """Yield the score of the clips of each value of a label, where they have it."""
    for value in sorted({clip.labels[label] for clip in clips if label in clip.labels}):
        indices = [index for index, clip in enumerate(clips) if clip.labels.get(label) == value]
        texts = tuple(score.texts[index] for index in indices)
        error = error_rate([clips[index].text for index in indices], texts, score.language)
        yield replace(score, error=error, group=f"{label} {value}", texts=texts)
