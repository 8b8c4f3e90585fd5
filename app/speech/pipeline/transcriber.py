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
from app.models.adapter.published import model_title
from app.models.hardware import VerifiedDevice, verify_device
from app.speech.audio import decode as decoding
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import segment_audio
from app.speech.audio.segmented_source import SegmentedSource, SegmentSpan, array_blocks
from app.speech.audio.span_reader import read_span
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.script_mask import can_write
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import (
    CanvasStep,
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    TranscriptDone,
)
from app.speech.model.loader import ModelLoader
from app.speech.model.memory import free_memory, is_out_of_memory
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import LENGTH_TOLERANCE_S, RedecodeRequest, RedecodeSpan, plan_span
from app.speech.stage_timer import StageTimer
from app.transcript.model import Segment, Transcript

from .background_decoder import BackgroundDecoder
from .batching import Batch, BatchScheduler, join_chunks
from .prefetch import SegmentRef
from .queue_lookahead import QueueLookahead

log = logging.getLogger(__name__)

Source: TypeAlias = Path | str | NDArray[Any]
TIME_TOLERANCE_S = 0.002  # times are kept to the millisecond


class Transcriber:
    """Keeps one model, loaded at first use; used by one thread at a time.

    ``model_folder`` None is the bundled model; ``device`` is ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.
    Failures are ``AnnealError``s.
    """

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self.model_folder = model_folder
        self.requested_device = device
        self._device: VerifiedDevice | None = None
        self._segment_decoder: SegmentDecoder | None = None
        self._loader: ModelLoader | None = None
        self._scheduler = BatchScheduler(self)
        self._batch: Batch | None = None
        self._lookahead = QueueLookahead()

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        """Tell which files will be transcribed next, with the same options: short ones may share the last batch of the file
        before them, and are quickly told when their turn comes. ``watch_moves`` is asked at such a batch, in the same
        thread."""
        self._lookahead.upcoming = upcoming

    def prepare(self) -> Iterator[Event]:
        """Load the model if it is not loaded yet: ``ModelLoading``, ``ModelReady``."""
        yield ModelLoading(model_title(self.folder) if self._segment_decoder is None else self.model.spec.title)
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
        return self.segment_decoder.model

    @property
    def segment_decoder(self) -> SegmentDecoder:
        """What reads parts with the model."""
        if self._segment_decoder is None:
            device = self.device
            with (
                torch.inference_mode(False),
                _as_device_errors(device),
            ):  # plain weights, wherever they are first needed
                self._loader = ModelLoader(self.folder, device)
                self._segment_decoder = SegmentDecoder(self._loader.load())
            self._device = self._loader.device
        return self._segment_decoder

    @property
    def device(self) -> VerifiedDevice:
        """The device the model runs on, verified by computing there."""
        if self._device is None:
            self._device = verify_device(self.requested_device)
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

        ``finished_segments`` are segments that an earlier run with the same source and model has done: they are not done again.

        Closing the generator stops the work within one denoising step and lets go of everything but the model.
        Raises ``AudioError``, ``ModelError`` and ``DeviceError``.
        """
        ask = options if callable(options) else lambda: options or TranscribeOptions()
        name = str(source) if isinstance(source, Path | str) else "recording"
        early, track = None, ask().audio_track
        if isinstance(source, Path | str) and not finished:
            early = self._lookahead.pop(Path(source), track)
        opened, watch = early or (SegmentedSource(_spool_folder()), StageTimer())
        blocks = iter(()) if early else _blocks(source, track)
        with watch("decode"):  # the first block before the model: a file that is no audio fails at once
            first = [] if early else [next(blocks)]
        yield from self.prepare()
        spec = self.model.spec  # and not the model: it must be free to go where memory runs out
        require_script(self.model, ask().language)
        filling = BackgroundDecoder(
            opened, chain(first, blocks), spec.segment_s, name, lambda: _source_duration_s(source, track), watch
        )
        with opened, self._scheduler.prefetcher, filling, _as_device_errors(self.device):
            done: list[Segment] = []
            chosen = ask()
            try:
                for event in self._segment_events(filling, ask, finished):
                    if isinstance(event, SegmentDone):
                        done.append(event.segment)
                    yield event
            except BaseException:
                self._discard_other_sources()
                raise
        if not self._lookahead.has_upcoming:
            self._discard_other_sources()
        timings = {**watch.spent_s, "total": watch.total_s}
        yield TranscriptDone(
            Transcript(
                name, chosen.language, opened.duration_s, spec.title, str(self.device), chosen.steps, chosen.seed,
                tuple(sorted(done, key=lambda segment: segment.index)), timings, spec.assumptions,
            )
        )  # fmt: skip

    @torch.inference_mode()
    def redecode(
        self, source: Source, request: RedecodeRequest, options: TranscribeOptions | None = None
    ) -> Generator[Event]:
        """Denoise a stretch of a kept segment again: the events of a segment, at last its ``SegmentDone`` with all that
        was heard in the stretch (``again.apply_redecoded`` puts what was asked for in its place).

        With the same options and seed a whole segment becomes what it became before. Closing the generator stops the work
        within one denoising step. Raises as ``transcribe`` does.
        """
        options = options or TranscribeOptions()
        watch = StageTimer()
        blocks = _blocks(source, options.audio_track)
        with watch("decode"):
            first = next(blocks)
        yield from self.prepare()
        require_script(self.model, options.language)
        longest_s = self.model.spec.segment_s
        place = plan_span(request, longest_s)
        name = str(source) if isinstance(source, Path | str) else "recording"
        sound = yield from read_span(chain([first], blocks), name, place.start_s, place.end_s)
        readings: list[DecodedChunk] = []
        with _as_device_errors(self.device):
            for part in _split_into_chunks(request.segment.index, place, sound, longest_s):
                readings += yield from self._redecode_with_fallback(part, place, options, watch)
        done = join_chunks(readings)
        segment = replace(done.segment, start_s=place.start_s, end_s=place.end_s)
        yield replace(done, segment=segment)

    def _redecode_with_fallback(
        self, part: AudioChunk, place: RedecodeSpan, options: TranscribeOptions, watch: StageTimer
    ) -> Generator[Event, None, list[DecodedChunk]]:
        """The events of one part, and its readings; where memory runs out, once more with the model in a slower way."""
        while True:
            readings: list[DecodedChunk] = []
            try:
                for item in self._redecode_chunk(part, place, options, watch):
                    if isinstance(item, list):
                        readings += item
                    else:
                        yield item
                return readings
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
                free_memory(error)
                if not self.fall_back():
                    raise
            log.warning("memory ran out while denoising again; once more in a slower way")

    def _redecode_chunk(
        self, part: AudioChunk, place: RedecodeSpan, options: TranscribeOptions, watch: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | list[DecodedChunk]]:
        reader = self.segment_decoder
        if place.fixed_text is None:
            yield from reader.decode_splitting_overflow(reader.prefill([part], options.language, watch), options, watch)
            return
        for item in reader.decode(
            reader.prefill_with_fixed_text(part, place.fixed_text, options.language, watch), options, watch
        ):
            yield [item] if isinstance(item, DecodedChunk) else item

    def _segment_events(
        self, filling: BackgroundDecoder, ask: Callable[[], TranscribeOptions], finished: Sequence[Segment]
    ) -> Iterator[Event]:
        """What is known of the source, and the events of all segments: those with speech in batches, each as soon as it is
        known what is in it, and whether it is the last."""
        opened, known = filling.source, {segment.index: segment for segment in finished}
        done: set[int] = set()
        at = 0

        def left() -> list[SegmentRef]:
            cuts = enumerate(opened.spans)
            return [
                SegmentRef(opened, n)
                for n, cut in cuts
                if cut.speech and n not in done and not _matches_span(known.get(n), cut)
            ]

        while True:
            yield from filling.wait_until(lambda: len(left()) > self._scheduler.capacity(ask()))
            last, waiting = opened.complete, left()
            yield from filling.new_segments()
            if last and not opened.has_speech:
                raise decoding.no_speech_error(filling.name)
            until = waiting[0].segment if waiting else len(opened.spans)
            for n, cut in enumerate(opened.spans[at:until], at):
                before = known.get(n)
                if before is not None and _matches_span(before, cut):
                    yield SegmentDone(before, 0.0, resumed=True)
                elif not cut.speech:
                    yield SegmentDone(Segment(n, cut.start_s, cut.end_s, "", ended="silence"), 0.0)
            at = until
            if not waiting:
                return
            batch = yield from self._next_batch(waiting, last, ask())
            for event in batch.events_for(
                opened, filling.timer
            ):  # ends early where the batch broke in another source's turn
                if isinstance(event, SegmentDone):
                    done.add(event.segment.index)
                yield event
                if opened.complete:
                    yield from filling.new_segments()

    def _discard_other_sources(self) -> None:
        """What has been done for sources whose turn has not come is done again then."""
        self._batch = None
        self._lookahead.clear()

    def _next_batch(
        self, left: list[SegmentRef], last: bool, options: TranscribeOptions
    ) -> Generator[DecodeProgress, None, Batch]:
        """The batch that begins with the first of a source's segments: a new one, if it is not on its way already. ``last``
        tells that no others follow those that are left."""
        if self._batch is None or not self._batch.accepts(left[0].source, options):
            self._batch = None  # before there is another one
            room = self._scheduler.capacity(options)
            some, next_ones = left[:room], left[room : 2 * room]
            if last and not next_ones:
                some += yield from self._lookahead.segments_that_fit(
                    room - len(some), options.audio_track, self.model.spec.segment_s
                )
            if not last and len(next_ones) < room:
                next_ones = []  # made ready for nothing, before it is known what else is in that batch
            self._batch = self._scheduler.create_batch(some, next_ones, options)
        return self._batch

    def fall_back(self) -> bool:
        """Load the model again in a slower way that takes less memory; whether there is one."""
        if self._loader is None or self._loader.next_slower is None:
            return False
        self._segment_decoder = None
        gc.collect()
        torch.cuda.empty_cache()
        with torch.inference_mode(False):
            self._segment_decoder = SegmentDecoder(self._loader.fall_back())
        self._device = self._loader.device
        return True


def _matches_span(segment: Segment | None, cut: SegmentSpan) -> bool:
    """Whether there is a segment of an earlier run and it is that of its cut, so that the source is still the same there."""
    if segment is None:
        return False
    return abs(segment.start_s - cut.start_s) < TIME_TOLERANCE_S and abs(segment.end_s - cut.end_s) < TIME_TOLERANCE_S


def _split_into_chunks(
    index: int, place: RedecodeSpan, sound: NDArray[np.float32], longest_s: float
) -> list[AudioChunk]:
    """What the canvases of a stretch hear: all of it, or pieces of what is longer than the model hears at once."""
    if place.fixed_text is not None or place.end_s - place.start_s <= longest_s + LENGTH_TOLERANCE_S:
        return [AudioChunk(index, place.start_s, place.end_s, sound)]
    return [
        AudioChunk(index, place.start_s + span.start_s, place.start_s + span.end_s, span.audio, (index, n))
        for n, span in enumerate(segment_audio(iter([sound]), longest_s))
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
            folder=paths.resources_folder() / "models",
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


def require_script(model: SpeechModel, language: str) -> None:
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


def _source_duration_s(source: Source, track: int) -> float:
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
def _as_device_errors(device: VerifiedDevice) -> Iterator[None]:
    """Memory that runs out becomes a sentence, and is given back at once so that the next try starts clean."""
    try:
        yield
    except RuntimeError as error:  # torch knows no better class for the CPU's memory
        if not is_out_of_memory(error):
            raise
        free_memory(error)
        raise DeviceError(
            "{device} ran out of memory.",
            "The model and this recording do not fit beside what else is in use.",
            "Close other programs, transcribe fewer segments at a time, or choose another device.",
            device=device.title,
        ) from error
