"""Error rates of a model on clips with known texts, at several numbers of steps, beside its own CTC reading and the peer.

Everything is read by the app's own code: clips are cut at pauses as any file is, the parts of like length of many clips share
a batch, the encoder runs once a part, and each number of steps starts from the same prefix and from noise of its own. Texts are
those a person would get; a clip in which the app hears nobody speak counts with an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter, process_time
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from app.speech.audio import decode as decoding
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import segment_audio
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber, require_script
from app.speech.stage_timer import StageTimer

from .datasets import Clip
from .wer import ErrorRate, error_rate
from .whisper_baseline import NAME as PEER
from .whisper_baseline import WhisperBaseline

CTC = "CTC reading alone"
DRAFT = "draft"
DENOISED = "denoised"


@dataclass(frozen=True)
class AccuracySettings:
    """How to measure."""

    steps: tuple[int, ...]
    draft: Literal["noise", "ctc"] = "noise"
    say_language: bool = True
    """Whether model and peer are told the language."""
    seed: int = 0
    batch: int = 16


@dataclass
class Cost:
    """What reading some clips cost."""

    wall_s: float = 0.0
    processor_s: float = 0.0
    """Of all threads together: fair also where other programs are busy."""

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall_s + other.wall_s, self.processor_s + other.processor_s)


class CostTimer:
    """Work since it was made."""

    def __init__(self) -> None:
        self._wall_s, self._processor_s = perf_counter(), process_time()

    def read(self) -> Cost:
        return Cost(perf_counter() - self._wall_s, process_time() - self._processor_s)


@dataclass(frozen=True)
class AccuracyScore:
    """One line of the result."""

    set: str
    language: str
    reader: str
    """``DENOISED``, ``CTC``, ``DRAFT`` (CTC read with a language model, where the model brings one) or ``PEER``."""
    steps: int | None
    error: ErrorRate
    wrong_clip: float | None
    """The error rate of each clip's text against the next clip's: about 1 where a model listens. None for a single clip."""
    speed: float
    """Seconds of sound read in a second."""
    processor_speed: float
    """Seconds of sound read in a second of one core's time."""
    group: str = ""
    texts: tuple[str, ...] = field(default=(), repr=False)
    """What was read from each clip."""


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
    """The clips of a set by language, decoded; at most ``limit`` a language, drawn with a fixed seed."""
    for language in dict.fromkeys(clip.language for clip in clips):
        own = [clip for clip in clips if clip.language == language]
        if limit is not None and len(own) > limit:
            own = [own[n] for n in sorted(np.random.default_rng(0).choice(len(own), limit, replace=False))]
        yield ClipSet(name, language, own, [decoding.read(clip.path) for clip in own])


def measure(
    clip_set: ClipSet, transcriber: Transcriber, settings: AccuracySettings, baseline: WhisperBaseline | None
) -> Iterator[AccuracyScore]:
    """The scores of one language of one set: CTC, the draft, denoised at each number of steps, the peer if there is one.

    Raises ``ModelError`` where the model cannot write the language.
    """
    require_script(transcriber.model, clip_set.language)
    readings = decode_clips(clip_set, transcriber.segment_decoder, settings)
    for steps, (texts, work) in readings.items():
        reader = CTC if steps is None else DENOISED if steps else DRAFT
        yield _make_score(clip_set, reader, steps or None, texts, work)
    if baseline is not None:
        clock = CostTimer()
        language = clip_set.language if settings.say_language else None
        texts = [baseline.transcribe(samples, language) for samples in clip_set.audio]
        yield _make_score(clip_set, PEER, None, texts, clock.read())


@torch.inference_mode()
def decode_clips(
    clip_set: ClipSet, decoder: SegmentDecoder, settings: AccuracySettings
) -> dict[int | None, tuple[list[str], Cost]]:
    """Text of every clip and the work it took, for each number of steps; under None that of the CTC reading,
    under 0 that of the draft where it is another one."""
    clock = CostTimer()
    parts, owners = _split_into_chunks(clip_set.audio, decoder)
    drafted = () if decoder.model.ngrams is None else (0,)
    spent: dict[int | None, Cost] = dict.fromkeys((None, *drafted, *settings.steps), clock.read())
    pieces: dict[int | None, dict[int, str]] = {steps: {} for steps in spent}
    language = clip_set.language if settings.say_language else "auto"
    order = sorted(parts, key=lambda part: len(part.audio))
    size = min(settings.batch, decoder.max_batch)
    for batch in (order[n : n + size] for n in range(0, len(order), size)):
        clock = CostTimer()
        heard = decoder.prefill(batch, language, StageTimer())
        hearing = clock.read()
        for steps in spent:
            clock = CostTimer()
            if not steps:
                texts = decoder.ctc_text(heard) if steps is None else decoder.draft_text(heard)
                found = dict(zip((part.segment for part in batch), texts, strict=True))
            else:
                options = TranscribeOptions(language, steps, settings.seed, settings.draft, observe=False)
                whole = [
                    item
                    for item in decoder.decode_splitting_overflow(heard, options, StageTimer())
                    if isinstance(item, list)
                ]
                found = {
                    readings[0].chunk.segment: " ".join(each.text for each in readings if each.text)
                    for readings in whole
                }
            pieces[steps] |= found
            spent[steps] = spent[steps] + hearing + clock.read()
    joined = {
        steps: [" ".join(own[n] for n in numbers if own[n]) for numbers in owners] for steps, own in pieces.items()
    }
    return {steps: (joined[steps], spent[steps]) for steps in spent}


def _split_into_chunks(
    clips: list[NDArray[np.float32]], reader: SegmentDecoder
) -> tuple[list[AudioChunk], list[list[int]]]:
    """The parts with speech of all clips, numbered through, and the numbers that belong to each clip."""
    parts: list[AudioChunk] = []
    owners: list[list[int]] = []
    for samples in clips:
        first = len(parts)
        for span in segment_audio(iter([samples]), reader.model.spec.segment_s):
            if span.speech:
                parts.append(AudioChunk(len(parts), span.start_s, span.end_s, span.audio))
        owners.append(list(range(first, len(parts))))
    return parts, owners


def _make_score(sounds: ClipSet, reader: str, steps: int | None, texts: list[str], work: Cost) -> AccuracyScore:
    wanted = [clip.text for clip in sounds.clips]
    return AccuracyScore(
        sounds.name,
        sounds.language,
        reader,
        steps,
        error_rate(wanted, texts, sounds.language),
        error_rate(wanted, [*texts[1:], texts[0]], sounds.language).rate if len(texts) > 1 else None,
        sounds.seconds / max(1e-9, work.wall_s),
        sounds.seconds / max(1e-9, work.processor_s),
        texts=tuple(texts),
    )


def scores_by_label(score: AccuracyScore, clips: Sequence[Clip], label: str) -> Iterator[AccuracyScore]:
    """The same score for the clips of each value of a label, where they have it."""
    for value in sorted({clip.labels[label] for clip in clips if label in clip.labels}):
        rows = [n for n, clip in enumerate(clips) if clip.labels.get(label) == value]
        texts = tuple(score.texts[n] for n in rows)
        error = error_rate([clips[n].text for n in rows], texts, score.language)
        yield replace(score, error=error, group=f"{label} {value}", texts=texts)
