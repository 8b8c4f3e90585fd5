"""Audio in, events out: a source is decoded and cut, its parts are read one batch after the other."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray

from .. import paths
from ..models.hardware import VerifiedDevice, verify
from ..models.published import title_of
from . import audio as decoding
from .again import ROUNDING_S, Again, Stretch, sound_of, stretch
from .backbone import SpeechModel
from .errors import AnnealError, DeviceError, ModelError
from .events import (
    CanvasStep,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceOpened,
    SourceReading,
    TranscriptDone,
)
from .fitting import Fitted, let_go, out_of_memory
from .languages import LANGUAGES
from .options import TranscribeOptions
from .reader import Part, Reader, Reading, Stopwatch
from .scripts import can_write
from .segmentation import segments
from .source import Cut, OpenedSource, array_blocks
from .transcript import Ended, Segment, Transcript

log = logging.getLogger(__name__)

Source: TypeAlias = Path | str | NDArray[Any]
TELL_EVERY_S = 120.0
SAME_S = 0.002  # times are kept to the millisecond


class Transcriber:
    """Keeps one model, loaded at first use; used by one thread at a time.

    ``model_folder`` None is the bundled model; ``device`` is ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.
    Failures are ``AnnealError``s.
    """

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self.model_folder = model_folder
        self.wanted_device = device
        self._device: VerifiedDevice | None = None
        self._reader: Reader | None = None
        self._fitted: Fitted | None = None
        self._most_parts = 1_000_000  # that are denoised together: halved whenever memory runs out

    def prepare(self) -> Iterator[Event]:
        """Load the model if it is not loaded yet: ``ModelLoading``, ``ModelReady``."""
        yield ModelLoading(title_of(self.folder) if self._reader is None else self.model.spec.title)
        model, device = self.model, self.device
        spec = model.spec
        yield ModelReady(spec.title, device.name, device.precision, model.vocabulary, spec.languages, spec.assumptions)

    @property
    def folder(self) -> Path:
        """The model's folder; raises ``ModelError`` where the app came without one."""
        return self.model_folder or bundled_model()

    @property
    def model(self) -> SpeechModel:
        """The model, loaded now if it is not yet."""
        return self.reader.model

    @property
    def reader(self) -> Reader:
        """What reads parts with the model."""
        if self._reader is None:
            device = self.device
            with torch.inference_mode(False), _memory_errors(device):  # plain weights, wherever they are first needed
                self._fitted = Fitted(self.folder, device)
                self._reader = Reader(self._fitted.load())
            self._device = self._fitted.device
        return self._reader

    @property
    def device(self) -> VerifiedDevice:
        """The device the model runs on, verified by computing there."""
        if self._device is None:
            self._device = verify(self.wanted_device)
            if self._device.note:
                log.warning("running on the CPU: %s", self._device.note)
        return self._device

    @torch.inference_mode()
    def transcribe(
        self,
        source: Source,
        options: TranscribeOptions | Callable[[], TranscribeOptions] | None = None,
        finished: Sequence[Segment] = (),
    ) -> Generator[Event]:
        """Transcribe a file, or mono 16 kHz samples (n,). ``options`` may be a function: it is asked again at each segment.

        ``finished`` are segments that an earlier run with the same source and model has done: they are not done again.

        Closing the generator stops the work within one denoising step and lets go of everything but the model.
        Raises ``AudioError``, ``ModelError`` and ``DeviceError``.
        """
        ask = options if callable(options) else lambda: options or TranscribeOptions()
        watch = Stopwatch()
        name = str(source) if isinstance(source, Path | str) else "recording"
        with watch("decode"):  # the first block before the model: a file that is no audio fails at once
            blocks = _blocks(source, ask().audio_track)
            first = next(blocks)
        yield from self.prepare()
        spec = self.model.spec  # and not the model: it must be free to go where memory runs out
        check_script(self.model, ask().language)
        with OpenedSource(_spool_folder()) as opened, _memory_errors(self.device):
            yield from self._decode(opened, chain([first], blocks), name, watch)
            spans = tuple((cut.start_s, cut.end_s) for cut in opened.cuts)
            yield SourceOpened(name, opened.duration_s, spans, opened.peaks)
            if not opened.speaks:
                raise decoding.silent_error(name)
            done: list[Segment] = []
            chosen = ask()
            for event in self._segments(opened, ask, watch, finished):
                if isinstance(event, SegmentDone):
                    done.append(event.segment)
                yield event
        timings = {**watch.spent_s, "total": watch.total_s}
        yield TranscriptDone(
            Transcript(
                name, chosen.language, opened.duration_s, spec.title, str(self.device), chosen.steps, chosen.seed,
                tuple(sorted(done, key=lambda segment: segment.index)), timings, spec.assumptions,
            )
        )  # fmt: skip

    @torch.inference_mode()
    def again(self, source: Source, asked: Again, options: TranscribeOptions | None = None) -> Generator[Event]:
        """Denoise a stretch of a kept segment again: the events of a segment, at last its ``SegmentDone`` with all that
        was heard in the stretch (``again.answered`` puts what was asked for in its place).

        With the same options and seed a whole segment becomes what it became before. Closing the generator stops the work
        within one denoising step. Raises as ``transcribe`` does.
        """
        options = options or TranscribeOptions()
        watch = Stopwatch()
        blocks = _blocks(source, options.audio_track)
        with watch("decode"):
            first = next(blocks)
        yield from self.prepare()
        check_script(self.model, options.language)
        longest_s = self.model.spec.segment_s
        place = stretch(asked, longest_s)
        name = str(source) if isinstance(source, Path | str) else "recording"
        sound = yield from sound_of(chain([first], blocks), name, place.start_s, place.end_s)
        readings: list[Reading] = []
        with _memory_errors(self.device):
            for part in _parts(asked.segment.index, place, sound, longest_s):
                readings += yield from self._again(part, place, options, watch)
        done = _segment_done(readings)
        segment = replace(done.segment, start_s=place.start_s, end_s=place.end_s)
        yield replace(done, segment=segment)

    def _again(
        self, part: Part, place: Stretch, options: TranscribeOptions, watch: Stopwatch
    ) -> Generator[Event, None, list[Reading]]:
        """The events of one part, and its readings; where memory runs out, once more with the model in a slower way."""
        while True:
            readings: list[Reading] = []
            try:
                for item in self._read_again(part, place, options, watch):
                    if isinstance(item, list):
                        readings += item
                    else:
                        yield item
                return readings
            except RuntimeError as error:
                if not out_of_memory(error):
                    raise
                let_go(error)
                if not self._step_down():
                    raise
            log.warning("memory ran out while denoising again; once more in a slower way")

    def _read_again(
        self, part: Part, place: Stretch, options: TranscribeOptions, watch: Stopwatch
    ) -> Iterator[SegmentStarted | CanvasStep | list[Reading]]:
        reader = self.reader
        if place.clamp is None:
            yield from reader.read_whole(reader.hear([part], options.language, watch), options, watch)
            return
        for item in reader.read(reader.hear_around(part, place.clamp, options.language, watch), options, watch):
            yield [item] if isinstance(item, Reading) else item

    def _decode(
        self, opened: OpenedSource, blocks: Iterator[NDArray[np.float32]], name: str, watch: Stopwatch
    ) -> Iterator[SourceReading]:
        """Decode the whole source, telling now and then how far it is: every event is a chance to stop."""
        filling = opened.fill(blocks, self.model.spec.segment_s)
        told_s = 0.0
        while True:
            with watch("decode"):
                read_s = next(filling, None)
            if read_s is None:
                return
            if read_s >= told_s + TELL_EVERY_S:
                told_s = read_s
                yield SourceReading(name, read_s)

    def _segments(
        self,
        opened: OpenedSource,
        ask: Callable[[], TranscribeOptions],
        watch: Stopwatch,
        finished: Sequence[Segment],
    ) -> Iterator[Event]:
        """The events of all segments, those with speech in batches."""
        known = {segment.index: segment for segment in finished}
        waiting: list[Part] = []
        options = ask()
        for index, cut in enumerate(opened.cuts):
            if index in known and _is_of(known[index], cut):
                yield SegmentDone(known[index], 0.0, kept=True)
                continue
            if not cut.speech:
                yield SegmentDone(Segment(index, cut.start_s, cut.end_s, "", ended="silence"), 0.0)
                continue
            if not waiting:
                options = ask()
            waiting.append(self._part(opened, index, cut, watch))
            if len(waiting) >= min(options.batch, self.reader.most_parts, self._most_parts):
                yield from self._batch(waiting, options, watch)
                waiting = []
        if waiting:
            yield from self._batch(waiting, options, watch)

    def _part(self, opened: OpenedSource, index: int, cut: Cut, watch: Stopwatch) -> Part:
        with watch("decode"):
            return Part(index, cut.start_s, cut.end_s, opened.audio(cut))

    def _batch(self, parts: list[Part], options: TranscribeOptions, watch: Stopwatch) -> Iterator[Event]:
        """Several segments denoised together; where memory runs out, fewer at a time, then the model in a slower way."""
        done: set[int] = set()
        try:
            for event in self._together(parts, options, watch):
                if isinstance(event, SegmentDone):
                    done.add(event.segment.index)
                yield event
            return
        except RuntimeError as error:
            if not out_of_memory(error):
                raise
            let_go(error)
            if len(parts) == 1 and not self._step_down():
                raise
        left = [part for part in parts if part.segment not in done]
        self._most_parts = max(1, len(parts) // 2)
        log.warning("memory ran out with %d segments together; going on with %d", len(parts), self._most_parts)
        while left:
            some, left = left[: self._most_parts], left[self._most_parts :]  # which may get fewer meanwhile
            yield from self._batch(some, options, watch)

    def _together(self, parts: list[Part], options: TranscribeOptions, watch: Stopwatch) -> Iterator[Event]:
        heard = self.reader.hear(parts, options.language, watch)
        for item in self.reader.read_whole(heard, options, watch):
            yield _segment_done(item) if isinstance(item, list) else item

    def _step_down(self) -> bool:
        """Load the model again in a slower way that takes less memory; whether there is one."""
        if self._fitted is None or self._fitted.below is None:
            return False
        self._reader = None
        gc.collect()
        torch.cuda.empty_cache()
        with torch.inference_mode(False):
            self._reader = Reader(self._fitted.step_down())
        self._device = self._fitted.device
        return True


def _is_of(segment: Segment, cut: Cut) -> bool:
    """Whether a segment of an earlier run is that of this cut, so that the source is still the same there."""
    return abs(segment.start_s - cut.start_s) < SAME_S and abs(segment.end_s - cut.end_s) < SAME_S


def _parts(index: int, place: Stretch, sound: NDArray[np.float32], longest_s: float) -> list[Part]:
    """What the canvases of a stretch hear: all of it, or pieces of what is longer than the model hears at once."""
    if place.clamp is not None or place.end_s - place.start_s <= longest_s + ROUNDING_S:
        return [Part(index, place.start_s, place.end_s, sound)]
    return [
        Part(index, place.start_s + span.start_s, place.start_s + span.end_s, span.audio, (n,))
        for n, span in enumerate(segments(iter([sound]), longest_s))
        if span.speech or n == 0
    ]


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
            "There is none in {folder}.",
            "Install Anneal again, or choose a model's own folder.",
            folder=paths.resources() / "models",
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


def check_script(model: SpeechModel, language: str) -> None:
    """Raises ``ModelError`` where a transcript in ``language`` could only be empty."""
    if not can_write(model.vocabulary, language):
        asked = LANGUAGES[language]
        raise ModelError(
            "{model} cannot write {language}.",
            "Its vocabulary has no {script} letters.",
            "Choose another language, or a model that knows this one.",
            model=model.spec.title,
            language=asked.english,
            script=asked.script,
        )


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
    """Memory that runs out becomes a sentence, and is given back at once so that the next try starts clean."""
    try:
        yield
    except RuntimeError as error:  # torch knows no better class for the CPU's memory
        if not out_of_memory(error):
            raise
        let_go(error)
        raise DeviceError(
            "{device} ran out of memory.",
            "The model and this recording do not fit beside what else is in use.",
            "Close other programs, transcribe fewer segments at a time, or choose another device.",
            device=device.title,
        ) from error
