"""Audio in, events out: decode, cut, encode, prefill, denoise, align; segment by segment.

transcriber = Transcriber()                                # the bundled model, on the best device that works
for event in transcriber.transcribe(path, TranscribeOptions()):
    ...
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .. import paths
from ..models.adapter import read_native
from ..models.hardware import VerifiedDevice, verify
from . import audio as decoding
from .alignment import calibrated_blank, draft_canvas, greedy_draft, word_times
from .backbone import SpeechModel, load_model
from .denoiser import CanvasDone, denoise, generator_for
from .errors import AnnealError, DeviceError, ModelError
from .events import (
    CanvasStep,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceOpened,
    TranscriptDone,
)
from .options import TranscribeOptions
from .segmentation import SAMPLE_RATE_HZ, quietest_cut
from .source import Cut, OpenedSource, array_blocks
from .transcript import Ended, Segment, Transcript, Word

log = logging.getLogger(__name__)

Source: TypeAlias = Path | str | NDArray[Any]
DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}
STAGES = ("decode", "encode", "prefill", "denoise", "align")
SILENCE_S = 4  # of silence calibrate a blank
SHORTEST_CUT_S = 2.0  # an overflowing part shorter than this is not cut again


class Stopwatch:
    """Seconds spent in each stage; the time a consumer takes between two events does not count."""

    def __init__(self) -> None:
        self.spent_s = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = perf_counter()
        try:
            yield
        finally:
            self.spent_s[stage] += perf_counter() - began

    @property
    def total_s(self) -> float:
        return sum(self.spent_s.values())


@dataclass(frozen=True, eq=False)
class Part:
    """What one canvas transcribes: a segment, or a piece of one whose canvas overflowed."""

    segment: int
    start_s: float
    end_s: float
    audio: NDArray[np.float32] = field(repr=False)
    place: tuple[int, ...] = ()
    """Which half of which half, for the random generator."""
    spent_s: float = 0.0
    """Work that canvases which overflowed cost before."""

    @property
    def divisible(self) -> bool:
        return len(self.audio) >= SHORTEST_CUT_S * SAMPLE_RATE_HZ

    def halves(self, spent_s: float) -> tuple[Part, Part]:
        """Both sides of the quietest moment."""
        cut = quietest_cut(self.audio)
        middle_s = self.start_s + cut / SAMPLE_RATE_HZ
        return (
            Part(self.segment, self.start_s, middle_s, self.audio[:cut], (*self.place, 0), spent_s / 2),
            Part(self.segment, middle_s, self.end_s, self.audio[cut:], (*self.place, 1), spent_s / 2),
        )


@dataclass(frozen=True)
class Reading:
    """What a canvas said about its part."""

    part: Part
    text: str
    words: tuple[Word, ...]
    ended: Ended
    steps: int
    confidence: float
    """Mean probability of the text's tokens."""
    tokens: int
    work_s: float = 0.0


class Transcriber:
    """Keeps one model, loaded at first use; used by one thread at a time.

    ``model_folder`` None is the bundled model; ``device`` is ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.
    Failures are ``AnnealError``s.
    """

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self.model_folder = model_folder
        self.wanted_device = device
        self._model: SpeechModel | None = None
        self._device: VerifiedDevice | None = None
        self._blank: int | None = None

    def prepare(self) -> Iterator[Event]:
        """Load the model if it is not loaded yet: ``ModelLoading``, ``ModelReady``."""
        if self._model is None:
            folder = self.model_folder or bundled_model()
            spec = read_native(folder)
            yield ModelLoading(spec.title)
            self._load(folder)
        else:
            yield ModelLoading(self._model.spec.title)
        model, device = self.model, self.device
        yield ModelReady(model.spec.title, device.name, device.precision, model.vocabulary, model.spec.languages)

    @property
    def model(self) -> SpeechModel:
        """The model, loaded now if it is not yet."""
        if self._model is None:
            self._load(self.model_folder or bundled_model())
        assert self._model is not None
        return self._model

    @property
    def device(self) -> VerifiedDevice:
        """The device the model runs on, verified by computing there."""
        if self._device is None:
            self._device = verify(self.wanted_device)
            if self._device.note:
                log.warning("running on the CPU: %s", self._device.note)
        return self._device

    def _load(self, folder: Path) -> None:
        device = self.device
        with _memory_errors(device):
            self._model = load_model(folder, device.name, DTYPES[device.precision])

    @torch.inference_mode()
    def transcribe(
        self, source: Source, options: TranscribeOptions | Callable[[], TranscribeOptions] | None = None
    ) -> Generator[Event]:
        """Transcribe a file, or mono 16 kHz samples (n,). ``options`` may be a function: it is asked again at each segment.

        Closing the generator stops the work within one denoising step and lets go of everything but the model.
        Raises ``AudioError``, ``ModelError`` and ``DeviceError``.
        """
        ask = options if callable(options) else lambda: options or TranscribeOptions()
        watch = Stopwatch()
        name = Path(source).name if isinstance(source, Path | str) else "recording"
        with watch("decode"):  # the first block before the model: a file that is no audio fails at once
            blocks = _blocks(source, ask().audio_track)
            first = next(blocks)
        yield from self.prepare()
        model = self.model
        with watch("decode"):
            opened = OpenedSource(chain([first], blocks), model.spec.segment_s, _spool_folder())
        with opened, _memory_errors(self.device):
            spans = tuple((cut.start_s, cut.end_s) for cut in opened.cuts)
            yield SourceOpened(name, opened.duration_s, spans, opened.peaks)
            if not opened.speaks:
                raise decoding.silent_error(name)
            done: list[Segment] = []
            chosen = ask()
            for event in self._segments(opened, ask, watch):
                if isinstance(event, SegmentDone):
                    done.append(event.segment)
                yield event
        timings = {**watch.spent_s, "total": watch.total_s}
        yield TranscriptDone(
            Transcript(
                name, chosen.language, opened.duration_s, model.spec.title, str(self.device), chosen.steps, chosen.seed,
                tuple(sorted(done, key=lambda segment: segment.index)), timings,
            )
        )  # fmt: skip

    def _segments(
        self, opened: OpenedSource, ask: Callable[[], TranscribeOptions], watch: Stopwatch
    ) -> Iterator[Event]:
        """The events of all segments, those with speech in batches."""
        waiting: list[Part] = []
        options = ask()
        for index, cut in enumerate(opened.cuts):
            if not cut.speech:
                yield SegmentDone(Segment(index, cut.start_s, cut.end_s, "", ended="silence"), 0.0)
                continue
            if not waiting:
                options = ask()
            waiting.append(self._part(opened, index, cut, watch))
            if len(waiting) == options.batch:
                yield from self._batch(waiting, options, watch)
                waiting = []
        if waiting:
            yield from self._batch(waiting, options, watch)

    def _part(self, opened: OpenedSource, index: int, cut: Cut, watch: Stopwatch) -> Part:
        with watch("decode"):
            return Part(index, cut.start_s, cut.end_s, opened.audio(cut))

    def _batch(self, parts: list[Part], options: TranscribeOptions, watch: Stopwatch) -> Iterator[Event]:
        """Several segments denoised together; those whose canvas overflowed are done again in pieces."""
        overflowed: list[Reading] = []
        for item in self._read(parts, options, watch):
            if not isinstance(item, Reading):
                yield item
            elif item.ended == "overflow" and item.part.divisible:
                overflowed.append(item)
            else:
                yield _segment_done([item])
        for reading in overflowed:
            yield _segment_done((yield from self._pieces(reading, options, watch)))

    def _pieces(
        self, overflowed: Reading, options: TranscribeOptions, watch: Stopwatch
    ) -> Generator[Event, None, list[Reading]]:
        """Cut a part whose canvas overflowed at its quietest moment and read both sides, cutting again where needed."""
        readings: list[Reading] = []
        for half in overflowed.part.halves(overflowed.work_s):
            for item in self._read([half], options, watch):
                if not isinstance(item, Reading):
                    yield item
                elif item.ended == "overflow" and half.divisible:
                    readings += yield from self._pieces(item, options, watch)
                else:
                    readings.append(item)
        return readings

    def _read(
        self, parts: list[Part], options: TranscribeOptions, watch: Stopwatch
    ) -> Iterator[SegmentStarted | CanvasStep | Reading]:
        """One canvas for each part: its steps, and a ``Reading`` as soon as it has ended."""
        model = self.model
        before_s = watch.total_s
        with watch("encode"):
            tokens, counts = model.audio_tokens([part.audio for part in parts])
            lengths = [max(1, model.spec.canvas.positions(count)) for count in counts.tolist()]
        with watch("prefill"):
            prefix = model.prefill(tokens, counts, options.language)
        work_s = dict.fromkeys((part.segment for part in parts), (watch.total_s - before_s) / len(parts))
        for part, length in zip(parts, lengths, strict=True):
            yield SegmentStarted(part.segment, part.start_s, part.end_s, length)

        rows = {part.segment: row for row, part in enumerate(parts)}
        with watch("align"):
            start = self._drafts(parts, tokens, lengths) if options.draft == "ctc" else None
        steps = denoise(
            model,
            prefix,
            lengths,
            options,
            segments=list(rows),
            generators=[generator_for(options.seed, part.segment, *part.place, device=model.device) for part in parts],
            start=start,
        )
        while True:
            before_s = watch.total_s
            with watch("denoise"):
                item = next(steps, None)
            for segment in work_s:  # those still on the canvas share the time
                work_s[segment] += (watch.total_s - before_s) / len(work_s)
            if item is None:
                return
            if isinstance(item, CanvasStep):
                yield item
                continue
            row, before_s = rows[item.segment], watch.total_s
            with watch("align"):
                reading = self._reading(parts[row], item, tokens[row])
            spent_s = work_s.pop(item.segment) + watch.total_s - before_s
            yield replace(reading, work_s=spent_s + parts[row].spent_s)

    def _reading(self, part: Part, done: CanvasDone, tokens: Tensor) -> Reading:
        """The text of a canvas that has ended, its words aligned to the part's audio tokens (tokens, hidden)."""
        vocabulary = self.model.vocabulary
        ids, _ = vocabulary.until_end(done.ids.tolist())
        visible = [position for position, token in enumerate(ids) if not vocabulary.is_special(token)]
        words = word_times(
            self._heard(part, tokens),
            ids,
            done.probs[: len(ids)].tolist(),
            vocabulary,
            blank=self.blank,
            token_s=self.model.token_s,
            start_s=part.start_s,
            end_s=part.end_s,
        )
        return Reading(
            part,
            vocabulary.decode(ids),
            words,
            done.ended,
            done.steps,
            confidence=float(done.probs[visible].mean()) if visible else 0.0,
            tokens=len(visible),
        )

    def _drafts(self, parts: list[Part], tokens: Tensor, lengths: list[int]) -> Tensor:
        """Canvases (batch, canvas) that start from what the audio tokens say by themselves."""
        spec = self.model.spec
        start = torch.full((len(parts), max(lengths)), spec.pad_id)
        for row, (part, length) in enumerate(zip(parts, lengths, strict=True)):
            draft = greedy_draft(self._heard(part, tokens[row]), self.blank)
            draft = [token for token in draft if not self.model.vocabulary.is_special(token)]
            start[row, :length] = torch.from_numpy(draft_canvas(draft, length, spec.end_ids[0], spec.pad_id))
        return start

    def _heard(self, part: Part, tokens: Tensor) -> Tensor:
        """CTC log-probabilities (tokens, vocab) of the part's own audio tokens, without those of padding."""
        own = math.ceil((part.end_s - part.start_s) / self.model.token_s - 1e-6)
        return self.model.ctc_logits(tokens[: max(1, own)]).log_softmax(dim=-1)

    @property
    def blank(self) -> int:
        """The CTC blank: the adapter's, else what its audio tokens say to silence."""
        if self.model.spec.blank_id is not None:
            return self.model.spec.blank_id
        if self._blank is None:
            tokens, _ = self.model.audio_tokens([np.zeros(SILENCE_S * SAMPLE_RATE_HZ, np.float32)])
            self._blank = calibrated_blank(self.model.ctc_logits(tokens[0]).log_softmax(dim=-1))
        return self._blank


def _segment_done(readings: list[Reading]) -> SegmentDone:
    """A segment of its readings, one unless its canvas overflowed."""
    endings = [reading.ended for reading in readings]
    worst: Ended = next((ending for ending in ("overflow", "step limit") if ending in endings), "settled")
    weights = [max(1, reading.tokens) for reading in readings]
    confidence = sum(r.confidence * w for r, w in zip(readings, weights, strict=True)) / sum(weights)
    segment = Segment(
        index=readings[0].part.segment,
        start_s=readings[0].part.start_s,
        end_s=readings[-1].part.end_s,
        text=" ".join(reading.text for reading in readings if reading.text),
        words=tuple(word for reading in readings for word in reading.words),
        ended=worst,
        steps=max(reading.steps for reading in readings),
        confidence=confidence,
    )
    return SegmentDone(segment, sum(reading.work_s for reading in readings))


def bundled_model() -> Path:
    """The folder of the model that ships with the app; raises ``ModelError`` where there is none."""
    found = [folder for folder in paths.bundled_models() if (folder / "adapter.json").is_file()]
    if not found:
        raise ModelError(
            "No model is installed.",
            f"There is none in {paths.resources() / 'models'}.",
            "Install Anneal again, or choose a model's own folder.",
        )
    return found[0]


def load(model: str | Path = "bundled", device: str = "auto") -> Transcriber:
    """The bundled model, or the one in a folder, ready on its device. Raises ``ModelError`` and ``DeviceError``."""
    transcriber = Transcriber(None if model == "bundled" else Path(model), device)
    for _ in transcriber.prepare():
        pass
    return transcriber


def transcribe(
    source: Source, model: Transcriber, max_steps: int = 16, language: str = "auto", seed: int = 0
) -> Transcript:
    """The whole transcript of a file, or of mono 16 kHz samples (n,). Raises ``AudioError`` and ``DeviceError``."""
    options = TranscribeOptions(language=language, steps=max_steps, seed=seed, observe=False)
    for event in model.transcribe(source, options):
        if isinstance(event, TranscriptDone):
            return event.transcript
    raise AnnealError("The transcription ended early.", "The model sent no result.", "Please try again.")


def _blocks(source: Source, track: int) -> Iterator[NDArray[np.float32]]:
    if isinstance(source, Path | str):
        return decoding.blocks(Path(source), track)
    return array_blocks(np.asarray(source))


def _spool_folder() -> Path | None:
    """Where a long source's decoded sound is kept for a while: on disk, as ``/tmp`` is often memory."""
    folder = paths.Folders.of_user().cache
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


@contextmanager
def _memory_errors(device: VerifiedDevice) -> Iterator[None]:
    """A card out of memory becomes a sentence, and its memory is given back so that the next try starts clean."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        torch.cuda.empty_cache()
        raise DeviceError(
            f"{device.title} ran out of memory.",
            "The model and this recording do not fit beside what else is using the card.",
            "Close other programs that use it, denoise fewer segments at a time, or choose the device cpu.",
        ) from error
