"""Audio in, events out: a source is decoded and cut, its parts are read one batch after the other."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray

from app import paths
from app.errors import AnnealError, AudioError, DeviceError, ModelError
from app.languages import LANGUAGES
from app.models.adapter.published import title_of
from app.models.hardware import VerifiedDevice, verify
from app.speech.audio import decode as decoding
from app.speech.audio.segmentation import SAMPLE_RATE_HZ, segments
from app.speech.audio.segmented_source import Cut, OpenedSource, array_blocks
from app.speech.audio.span_reader import sound_of
from app.speech.decoding.prepared_batch import Part, Reading
from app.speech.decoding.script_mask import can_write
from app.speech.decoding.segment_decoder import Reader
from app.speech.events import (
    CanvasStep,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceReading,
    TranscriptDone,
)
from app.speech.model.loader import Fitted
from app.speech.model.memory import let_go, out_of_memory
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import ROUNDING_S, Again, Stretch, stretch
from app.speech.stage_timer import Stopwatch
from app.transcript.model import Segment, Transcript

from .background_decoder import Filling
from .batching import Batch, Batches, segment_done
from .prefetch import Place
from .queue_lookahead import Early

log = logging.getLogger(__name__)

Source: TypeAlias = Path | str | NDArray[Any]
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
        self._batches = Batches(self)
        self._batch: Batch | None = None
        self._early = Early()

    def expect(self, following: Callable[[], Iterable[Path]]) -> None:
        """Tell which files will be transcribed next, with the same options: short ones may share the last batch of the file
        before them, and are quickly told when their turn comes. ``following`` is asked at such a batch, in the same thread."""
        self._early.following = following

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
        name = str(source) if isinstance(source, Path | str) else "recording"
        early, track = None, ask().audio_track
        if isinstance(source, Path | str) and not finished:
            early = self._early.take(Path(source), track)
        opened, watch = early or (OpenedSource(_spool_folder()), Stopwatch())
        blocks = iter(()) if early else _blocks(source, track)
        with watch("decode"):  # the first block before the model: a file that is no audio fails at once
            first = [] if early else [next(blocks)]
        yield from self.prepare()
        spec = self.model.spec  # and not the model: it must be free to go where memory runs out
        check_script(self.model, ask().language)
        filling = Filling(opened, chain(first, blocks), spec.segment_s, name, lambda: _length_s(source, track), watch)
        with opened, self._batches.ahead, filling, _memory_errors(self.device):
            done: list[Segment] = []
            chosen = ask()
            try:
                for event in self._segments(filling, ask, finished):
                    if isinstance(event, SegmentDone):
                        done.append(event.segment)
                    yield event
            except BaseException:
                self._let_go_of_others()
                raise
        if not self._early.expected:
            self._let_go_of_others()
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
        done = segment_done(readings)
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
                if not self.step_down():
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

    def _segments(
        self, filling: Filling, ask: Callable[[], TranscribeOptions], finished: Sequence[Segment]
    ) -> Iterator[Event]:
        """What is known of the source, and the events of all segments: those with speech in batches, each as soon as it is
        known what is in it, and whether it is the last."""
        opened, known = filling.opened, {segment.index: segment for segment in finished}
        done: set[int] = set()
        at = 0

        def left() -> list[Place]:
            cuts = enumerate(opened.cuts)
            return [
                Place(opened, n) for n, cut in cuts if cut.speech and n not in done and not _is_of(known.get(n), cut)
            ]

        while True:
            yield from filling.until(lambda: len(left()) > self._batches.room(ask()))
            last, waiting = opened.filled, left()
            yield from filling.news()
            if last and not opened.speaks:
                raise decoding.silent_error(filling.name)
            until = waiting[0].segment if waiting else len(opened.cuts)
            for n, cut in enumerate(opened.cuts[at:until], at):
                before = known.get(n)
                if before is not None and _is_of(before, cut):
                    yield SegmentDone(before, 0.0, kept=True)
                elif not cut.speech:
                    yield SegmentDone(Segment(n, cut.start_s, cut.end_s, "", ended="silence"), 0.0)
            at = until
            if not waiting:
                return
            batch = yield from self._batch_of(waiting, last, ask())
            for event in batch.of(opened, filling.watch):  # ends early where the batch broke in another source's turn
                if isinstance(event, SegmentDone):
                    done.add(event.segment.index)
                yield event
                if opened.filled:
                    yield from filling.news()

    def _let_go_of_others(self) -> None:
        """What has been done for sources whose turn has not come is done again then."""
        self._batch = None
        self._early.forget()

    def _batch_of(
        self, left: list[Place], last: bool, options: TranscribeOptions
    ) -> Generator[SourceReading, None, Batch]:
        """The batch that begins with the first of a source's segments: a new one, if it is not on its way already. ``last``
        tells that no others follow those that are left."""
        if self._batch is None or not self._batch.suits(left[0].source, options):
            self._batch = None  # before there is another one
            room = self._batches.room(options)
            some, next_ones = left[:room], left[room : 2 * room]
            if last and not next_ones:
                some += yield from self._early.places(room - len(some), options.audio_track, self.model.spec.segment_s)
            if not last and len(next_ones) < room:
                next_ones = []  # made ready for nothing, before it is known what else is in that batch
            self._batch = self._batches.begin(some, next_ones, options)
        return self._batch

    def step_down(self) -> bool:
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


def _is_of(segment: Segment | None, cut: Cut) -> bool:
    """Whether there is a segment of an earlier run and it is that of its cut, so that the source is still the same there."""
    if segment is None:
        return False
    return abs(segment.start_s - cut.start_s) < SAME_S and abs(segment.end_s - cut.end_s) < SAME_S


def _parts(index: int, place: Stretch, sound: NDArray[np.float32], longest_s: float) -> list[Part]:
    """What the canvases of a stretch hear: all of it, or pieces of what is longer than the model hears at once."""
    if place.clamp is not None or place.end_s - place.start_s <= longest_s + ROUNDING_S:
        return [Part(index, place.start_s, place.end_s, sound)]
    return [
        Part(index, place.start_s + span.start_s, place.start_s + span.end_s, span.audio, (index, n))
        for n, span in enumerate(segments(iter([sound]), longest_s))
        if span.speech or n == 0
    ]


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


def _length_s(source: Source, track: int) -> float:
    """How long a source is as far as can be told without decoding it; 0 where it cannot."""
    if not isinstance(source, Path | str):
        return len(source) / SAMPLE_RATE_HZ
    try:
        return decoding.probe(source, track).duration_s
    except AudioError:
        return 0.0


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
