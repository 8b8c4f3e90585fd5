"""Error rates of a model on clips with known texts, at several numbers of steps, beside its CTC reading and a baseline.

The app's own code transcribes: clips are cut at pauses as any file is, chunks of like length of many clips share a batch, the
encoder runs once a chunk, and each number of steps starts from the same prefill and from noise of its own. Texts are those that
a user gets; a clip in which the app finds no speech counts with an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter, process_time
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import segment_audio
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber, require_script
from app.speech.stage_timer import StageTimer

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
    draft: Literal["noise", "ctc"] = "noise"
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
    """Yield the scores of one language of one set: CTC, the draft, denoised at each number of steps, the baseline if given.

    Raises ``ModelError`` where the model cannot write the language.
    """
    require_script(transcriber.model, clip_set.language)
    for steps, (texts, cost) in decode_clips(clip_set, transcriber.segment_decoder, settings).items():
        reader = CTC if steps is None else DENOISED if steps else DRAFT
        yield _make_score(clip_set, reader, steps or None, texts, cost)
    if baseline is not None:
        timer = CostTimer()
        language = clip_set.language if settings.say_language else None
        texts = [baseline.transcribe(samples, language) for samples in clip_set.audio]
        yield _make_score(clip_set, BASELINE, None, texts, timer.read())


@torch.inference_mode()
def decode_clips(
    clip_set: ClipSet, decoder: SegmentDecoder, settings: AccuracySettings
) -> dict[int | None, tuple[list[str], Cost]]:
    """Return the text of every clip and what it cost, for each number of steps.

    The key None is the CTC reading; 0 is the draft, where the model brings a language model that makes it another text.
    """
    timer = CostTimer()
    chunks, chunks_of_clips = _split_into_chunks(clip_set.audio, decoder)
    draft_steps = () if decoder.model.ngrams is None else (0,)
    costs: dict[int | None, Cost] = dict.fromkeys((None, *draft_steps, *settings.steps), timer.read())
    texts_of_chunks: dict[int | None, dict[int, str]] = {steps: {} for steps in costs}
    language = clip_set.language if settings.say_language else "auto"
    by_length = sorted(chunks, key=lambda chunk: len(chunk.audio))
    size = min(settings.batch, decoder.max_batch)
    for batch in (by_length[start : start + size] for start in range(0, len(by_length), size)):
        timer = CostTimer()
        prefilled = decoder.prefill(batch, language, StageTimer())
        prefill_cost = timer.read()
        for steps in costs:
            timer = CostTimer()
            if not steps:
                texts = decoder.ctc_text(prefilled) if steps is None else decoder.draft_text(prefilled)
                texts_of_chunks[steps] |= dict(zip((chunk.segment for chunk in batch), texts, strict=True))
            else:
                options = TranscribeOptions(language, steps, settings.seed, settings.draft, observe=False)
                for decoded in decoder.decode_splitting_overflow(prefilled, options, StageTimer()):
                    if isinstance(decoded, list):
                        text = " ".join(piece.text for piece in decoded if piece.text)
                        texts_of_chunks[steps][decoded[0].chunk.segment] = text
            costs[steps] = costs[steps] + prefill_cost + timer.read()
    return {
        steps: ([" ".join(filter(None, map(texts.get, numbers))) for numbers in chunks_of_clips], costs[steps])
        for steps, texts in texts_of_chunks.items()
    }


def _split_into_chunks(
    clips: list[NDArray[np.float32]], decoder: SegmentDecoder
) -> tuple[list[AudioChunk], list[list[int]]]:
    """Cut all clips at pauses; return the chunks with speech, numbered through, and the numbers that belong to each clip."""
    chunks: list[AudioChunk] = []
    chunks_of_clips: list[list[int]] = []
    for samples in clips:
        first = len(chunks)
        for span in segment_audio(iter([samples]), decoder.model.spec.segment_s):
            if span.speech:
                chunks.append(AudioChunk(len(chunks), span.start_s, span.end_s, span.audio))
        chunks_of_clips.append(list(range(first, len(chunks))))
    return chunks, chunks_of_clips


def _make_score(clip_set: ClipSet, reader: str, steps: int | None, texts: list[str], cost: Cost) -> AccuracyScore:
    references, language = [clip.text for clip in clip_set.clips], clip_set.language
    shifted = [*texts[1:], texts[0]]
    return AccuracyScore(
        set=clip_set.name,
        language=language,
        reader=reader,
        steps=steps,
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
