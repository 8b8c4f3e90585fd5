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
from app.speech.audio.segmentation import segments
from app.speech.decoding.prepared_batch import Part
from app.speech.decoding.segment_decoder import Reader
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber, check_script
from app.speech.stage_timer import Stopwatch

from .datasets import Clip
from .wer import Rate, rate
from .whisper_baseline import NAME as PEER
from .whisper_baseline import Peer

CTC = "CTC reading alone"
DRAFT = "draft"
DENOISED = "denoised"


@dataclass(frozen=True)
class Settings:
    """How to measure."""

    steps: tuple[int, ...]
    draft: Literal["noise", "ctc"] = "noise"
    say_language: bool = True
    """Whether model and peer are told the language."""
    seed: int = 0
    batch: int = 16


@dataclass
class Work:
    """What reading some clips cost."""

    wall_s: float = 0.0
    processor_s: float = 0.0
    """Of all threads together: fair also where other programs are busy."""

    def __add__(self, other: Work) -> Work:
        return Work(self.wall_s + other.wall_s, self.processor_s + other.processor_s)


class Clock:
    """Work since it was made."""

    def __init__(self) -> None:
        self._wall_s, self._processor_s = perf_counter(), process_time()

    def read(self) -> Work:
        return Work(perf_counter() - self._wall_s, process_time() - self._processor_s)


@dataclass(frozen=True)
class Score:
    """One line of the result."""

    set: str
    language: str
    reader: str
    """``DENOISED``, ``CTC``, ``DRAFT`` (CTC read with a language model, where the model brings one) or ``PEER``."""
    steps: int | None
    error: Rate
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
class Sounds:
    """The clips of one language of one set, decoded."""

    name: str
    language: str
    clips: list[Clip]
    audio: list[NDArray[np.float32]] = field(repr=False)

    @property
    def seconds(self) -> float:
        return sum(map(len, self.audio)) / decoding.SAMPLE_RATE_HZ


def gather(name: str, clips: Sequence[Clip], limit: int | None) -> Iterator[Sounds]:
    """The clips of a set by language, decoded; at most ``limit`` a language, drawn with a fixed seed."""
    for language in dict.fromkeys(clip.language for clip in clips):
        own = [clip for clip in clips if clip.language == language]
        if limit is not None and len(own) > limit:
            own = [own[n] for n in sorted(np.random.default_rng(0).choice(len(own), limit, replace=False))]
        yield Sounds(name, language, own, [decoding.read(clip.path) for clip in own])


def measure(sounds: Sounds, transcriber: Transcriber, settings: Settings, peer: Peer | None) -> Iterator[Score]:
    """The scores of one language of one set: CTC, the draft, denoised at each number of steps, the peer if there is one.

    Raises ``ModelError`` where the model cannot write the language.
    """
    check_script(transcriber.model, sounds.language)
    readings = read_all(sounds, transcriber.reader, settings)
    for steps, (texts, work) in readings.items():
        reader = CTC if steps is None else DENOISED if steps else DRAFT
        yield _score(sounds, reader, steps or None, texts, work)
    if peer is not None:
        clock = Clock()
        language = sounds.language if settings.say_language else None
        texts = [peer.read(samples, language) for samples in sounds.audio]
        yield _score(sounds, PEER, None, texts, clock.read())


@torch.inference_mode()
def read_all(sounds: Sounds, reader: Reader, settings: Settings) -> dict[int | None, tuple[list[str], Work]]:
    """Text of every clip and the work it took, for each number of steps; under None that of the CTC reading,
    under 0 that of the draft where it is another one."""
    clock = Clock()
    parts, owners = _parts(sounds.audio, reader)
    drafted = () if reader.model.ngrams is None else (0,)
    spent: dict[int | None, Work] = dict.fromkeys((None, *drafted, *settings.steps), clock.read())
    pieces: dict[int | None, dict[int, str]] = {steps: {} for steps in spent}
    language = sounds.language if settings.say_language else "auto"
    order = sorted(parts, key=lambda part: len(part.audio))
    size = min(settings.batch, reader.most_parts)
    for batch in (order[n : n + size] for n in range(0, len(order), size)):
        clock = Clock()
        heard = reader.hear(batch, language, Stopwatch())
        hearing = clock.read()
        for steps in spent:
            clock = Clock()
            if not steps:
                texts = reader.ctc_text(heard) if steps is None else reader.draft_text(heard)
                found = dict(zip((part.segment for part in batch), texts, strict=True))
            else:
                options = TranscribeOptions(language, steps, settings.seed, settings.draft, observe=False)
                whole = [item for item in reader.read_whole(heard, options, Stopwatch()) if isinstance(item, list)]
                found = {
                    readings[0].part.segment: " ".join(each.text for each in readings if each.text)
                    for readings in whole
                }
            pieces[steps] |= found
            spent[steps] = spent[steps] + hearing + clock.read()
    joined = {
        steps: [" ".join(own[n] for n in numbers if own[n]) for numbers in owners] for steps, own in pieces.items()
    }
    return {steps: (joined[steps], spent[steps]) for steps in spent}


def _parts(clips: list[NDArray[np.float32]], reader: Reader) -> tuple[list[Part], list[list[int]]]:
    """The parts with speech of all clips, numbered through, and the numbers that belong to each clip."""
    parts: list[Part] = []
    owners: list[list[int]] = []
    for samples in clips:
        first = len(parts)
        for span in segments(iter([samples]), reader.model.spec.segment_s):
            if span.speech:
                parts.append(Part(len(parts), span.start_s, span.end_s, span.audio))
        owners.append(list(range(first, len(parts))))
    return parts, owners


def _score(sounds: Sounds, reader: str, steps: int | None, texts: list[str], work: Work) -> Score:
    wanted = [clip.text for clip in sounds.clips]
    return Score(
        sounds.name,
        sounds.language,
        reader,
        steps,
        rate(wanted, texts, sounds.language),
        rate(wanted, [*texts[1:], texts[0]], sounds.language).rate if len(texts) > 1 else None,
        sounds.seconds / max(1e-9, work.wall_s),
        sounds.seconds / max(1e-9, work.processor_s),
        texts=tuple(texts),
    )


def by_label(score: Score, clips: Sequence[Clip], label: str) -> Iterator[Score]:
    """The same score for the clips of each value of a label, where they have it."""
    for value in sorted({clip.labels[label] for clip in clips if label in clip.labels}):
        rows = [n for n, clip in enumerate(clips) if clip.labels.get(label) == value]
        texts = tuple(score.texts[n] for n in rows)
        error = rate([clips[n].text for n in rows], texts, score.language)
        yield replace(score, error=error, group=f"{label} {value}", texts=texts)
