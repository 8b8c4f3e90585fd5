"""Audio in, events out: a source is decoded and segmented, and its segments are transcribed batch by batch."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray

from app import paths
from app.errors import AnnealError, AudioError, DeviceError, ModelError, NoSpeechError
from app.models.adapter.published import model_title
from app.models.catalog import find_model_folder
from app.models.hardware import VerifiedDevice, verify_device
from app.models.whisper import is_whisper
from app.speech.audio import decode
from app.speech.audio.live_recording import LiveRecording
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.audio.segmentation import SegmentLimits, segment_audio
from app.speech.audio.segmented_source import SegmentedSource, SegmentSpan, array_blocks
from app.speech.audio.span_reader import read_span
from app.speech.decoding.chunk_decoder import AnyDecoder
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.decoding.whisper_decoder import WhisperDecoder
from app.speech.events import (
    CanvasStep,
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    TokenWritten,
    TranscriptDone,
)
from app.speech.model.loader import ModelLoader
from app.speech.model.memory import free_memory, is_out_of_memory
from app.speech.model.speech_model import SpeechModel
from app.speech.model.whisper import load_whisper
from app.speech.options import TranscribeOptions
from app.speech.redecode import LENGTH_TOLERANCE_S, RedecodeRequest, RedecodeSpan, plan_span
from app.speech.stage_timer import StageTimer
from app.transcript.model import Notice, Segment, Transcript
from app.transcript.own_words import OwnWords, with_replacements

from .background_decoder import BackgroundDecoder
from .batching import Batch, BatchScheduler, join_chunks
from .prefetch import SegmentRef
from .queue_lookahead import QueueLookahead

log = logging.getLogger(__name__)

Source: TypeAlias = Path | str | NDArray[Any] | LiveRecording
"""A file, or a recording in memory: mono 16 kHz samples (n,) of float in -1 to 1 or of integers; or one that still grows."""


@dataclass(frozen=True)
class _OpenedTrack:
    """An audio track of a source whose first block could be decoded."""

    name: str
    segmented: SegmentedSource
    timer: StageTimer
    blocks: Iterator[Samples]
    get_duration_s: Callable[[], float]
    is_live: bool = False


TIME_TOLERANCE_S = 0.002
"""Times that differ by less are equal: they are stored to the millisecond."""


class Transcriber:
    """Transcribes with one model, which is loaded at first use and kept. For one thread at a time.

    Args:
        model_folder: the model's folder; None for the bundled model.
        device: ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.

    Failures are ``AnnealError``s.
    """

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self.model_folder = model_folder
        self.requested_device = device
        self._device: VerifiedDevice | None = None
        self._decoder: AnyDecoder | None = None
        self._loader: ModelLoader | None = None
        self._scheduler = BatchScheduler(self)
        self._batch: Batch | None = None
        self._lookahead = QueueLookahead()

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        """Set how to find out which files will be transcribed next, with the same options.

        Short ones may share the last batch of the file before them; their events come all the same when they are transcribed.
        ``upcoming`` is called when such a batch is made, in the thread that transcribes.
        """
        self._lookahead.upcoming = upcoming

    def prepare(self) -> Iterator[Event]:
        """Load the model if it is not loaded yet: ``ModelLoading``, ``ModelReady``."""
        yield ModelLoading(model_title(self.folder) if self._decoder is None else self.ready.model)
        yield self.ready

    @property
    def folder(self) -> Path:
        """The model's folder. Raises ``ModelError`` if the app came without a model."""
        return self.model_folder or bundled_model()

    @property
    def ready(self) -> ModelReady:
        """What describes the model, which is loaded now if it is not yet."""
        decoder = self.decoder
        return decoder.ready(self.device)

    @property
    def model(self) -> SpeechModel:
        """The model that denoises, loaded now if it is not yet. Raises ``ModelError`` as ``segment_decoder`` does."""
        return self.segment_decoder.model

    @property
    def segment_decoder(self) -> SegmentDecoder:
        """The decoder, of a model that denoises. Raises ``ModelError`` for one that writes from left to right."""
        decoder = self.decoder
        if not isinstance(decoder, SegmentDecoder):
            raise ModelError(
                "{model} has no canvas.",
                "It writes from left to right.",
                "Choose a model that denoises.",
                model=self.ready.model,
            )
        return decoder

    @property
    def decoder(self) -> AnyDecoder:
        """The decoder of the model, which is loaded now if it is not yet."""
        if self._decoder is None:
            device = self.device
            with torch.inference_mode(False), _as_device_errors(device):  # weights that any later mode can use
                if is_whisper(self.folder):
                    self._decoder = WhisperDecoder(load_whisper(self.folder, device))
                else:
                    self._loader = ModelLoader(self.folder, device)
                    self._decoder = SegmentDecoder(self._loader.load())
                    self._device = self._loader.device
        return self._decoder

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
        """Transcribe a source.

        Closing the generator stops the work within one denoising step and frees everything but the model.

        Args:
            options: a function is called again at each batch, so that options can change meanwhile.
            finished: segments of an earlier run with the same source and model; only their ``SegmentDone`` comes again.

        Yields:
            Events in the order that ``events`` describes.

        Raises:
            AudioError: the source cannot be decoded, or nobody speaks in it.
            ModelError: the model cannot be loaded, or cannot write the language.
            DeviceError: the device cannot be used, or its memory is not enough.
        """
        get_options = options if callable(options) else lambda: options or TranscribeOptions()
        chosen = get_options().audio_track
        all_tracks = self._lookahead.candidate_tracks(Path(source)) if isinstance(source, Path | str) else (0,)
        tracks = all_tracks if chosen is None else (chosen,)
        passed_over: list[Notice] = []
        failure: AudioError | None = None
        for track in tracks:
            try:
                opened = self._open_track(source, track, use_lookahead=not finished)
            except AudioError as error:
                failure = failure or error
                passed_over.append(decode.undecodable_track(track))
                continue
            segmented = opened.segmented
            segmented.track, segmented.track_count = track, len(all_tracks)
            told = [decode.one_of_tracks(track, len(all_tracks))] if chosen is None and len(all_tracks) > 1 else []
            segmented.notices[:0] = passed_over + told
            try:
                yield from self._transcribe_track(opened, get_options, finished)
                return
            except NoSpeechError as error:
                failure = failure or error
                passed_over.append(decode.silent_track(track))
        assert failure is not None  # there is at least one track
        raise failure

    def _open_track(self, source: Source, track: int, use_lookahead: bool) -> _OpenedTrack:
        """Decode the first block, before the model is loaded: what is no audio fails at once. Raises ``AudioError``."""
        name = _source_name(source)
        if isinstance(source, Path | str) and use_lookahead:
            looked_ahead = self._lookahead.pop(Path(source), track)
            if looked_ahead is not None:
                return _OpenedTrack(name, *looked_ahead, iter(()), lambda: 0.0)
        segmented, timer = SegmentedSource(paths.temporary_folder()), StageTimer()
        blocks = _blocks(source, track, segmented.notices)
        with timer("decode"):
            first = next(blocks)
        blocks = _rejoined(first, blocks)
        is_live = isinstance(source, LiveRecording)
        return _OpenedTrack(name, segmented, timer, blocks, lambda: _source_duration_s(source, track), is_live)

    def _transcribe_track(
        self, opened: _OpenedTrack, get_chosen: Callable[[], TranscribeOptions], finished: Sequence[Segment]
    ) -> Generator[Event]:
        segmented, timer, name = opened.segmented, opened.timer, opened.name
        yield from self.prepare()
        # no reference to the model: it must be free to go where memory runs out
        ready, limits = self.ready, self.decoder.segment_limits
        self.decoder.require_language(get_chosen().language)

        def get_options() -> TranscribeOptions:
            return ready.resolve(get_chosen())

        decoder = BackgroundDecoder(
            segmented, opened.blocks, limits, name, opened.get_duration_s, timer, opened.is_live
        )
        with segmented, self._scheduler.prefetcher, decoder, _as_device_errors(self.device):
            done: list[Segment] = []
            chosen = get_options()
            try:
                for event in self._segment_events(decoder, get_options, finished):
                    if isinstance(event, SegmentDone):
                        done.append(event.segment)
                    yield event
            except BaseException:
                self._discard_other_sources()
                raise
        if not self._lookahead.has_upcoming:
            self._discard_other_sources()
        yield TranscriptDone(
            Transcript(
                source=name,
                language=chosen.language,
                duration_s=segmented.duration_s,
                model=ready.model,
                device=str(self.device),
                steps=chosen.steps,
                seed=chosen.seed,
                segments=tuple(sorted(done, key=lambda segment: segment.index)),
                timings_s={**timer.spent_s, "total": timer.total_s},
                assumptions=ready.assumptions,
                start=ready.start if chosen.start == "auto" else chosen.start,
                audio_track=segmented.track,
                warnings=tuple(segmented.notices),
                guidance=chosen.guidance or 1.0,
            )
        )

    def _segment_events(
        self, decoder: BackgroundDecoder, get_options: Callable[[], TranscribeOptions], finished: Sequence[Segment]
    ) -> Iterator[Event]:
        """The spans of the source as they become known, and the events of all its segments.

        Those with speech come in batches, each begun as soon as its segments are known, and whether it is the last one.
        """
        segmented, finished_at = decoder.source, {segment.index: segment for segment in finished}
        done: set[int] = set()
        reported = 0  # segments without work, whose result is out

        def remaining() -> list[SegmentRef]:
            return [
                SegmentRef(segmented, index)
                for index, span in enumerate(segmented.spans)
                if span.speech and index not in done and not _matches_span(finished_at.get(index), span)
            ]

        def are_enough() -> bool:
            # A full batch, and whether it is the last one; but a phrase that was spoken now is not kept waiting.
            return len(remaining()) > (0 if decoder.is_live else self._scheduler.capacity(get_options()))

        while True:
            for progress in decoder.wait_until(are_enough):
                yield progress
                if decoder.is_live:
                    yield from decoder.new_segments()
            complete, segments = segmented.complete, remaining()
            yield from decoder.new_segments()
            if complete and not segmented.has_speech:
                raise decode.no_speech_error(decoder.name, segmented.track, segmented.track_count)
            end = segments[0].segment if segments else len(segmented.spans)
            for index, span in enumerate(segmented.spans[reported:end], reported):
                earlier = finished_at.get(index)
                if earlier is not None and _matches_span(earlier, span):
                    yield SegmentDone(earlier, 0.0, resumed=True)
                elif not span.speech:
                    yield SegmentDone(Segment(index, span.start_s, span.end_s, "", ended="silence"), 0.0)
            reported = end
            if not segments:
                return
            batch = yield from self._next_batch(segments, complete and not decoder.is_live, get_options())
            for event in batch.events_for(segmented, decoder.timer):  # ends early if it failed in another source's turn
                if isinstance(event, SegmentDone):
                    done.add(event.segment.index)
                yield event
                if segmented.complete:
                    yield from decoder.new_segments()

    def _next_batch(
        self, remaining: list[SegmentRef], complete: bool, options: TranscribeOptions
    ) -> Generator[DecodeProgress, None, Batch]:
        """The batch with the first of a source's remaining segments: the one under way if it has it, else a new one.

        If the source is ``complete`` and its last segments leave room, short upcoming files share the batch.
        """
        if self._batch is None or not self._batch.accepts(remaining[0].source, options):
            self._drop_batch()  # before the next one is made
            capacity = self._scheduler.capacity(options)
            segments, upcoming = remaining[:capacity], remaining[capacity : 2 * capacity]
            if complete and not upcoming:
                segments += yield from self._lookahead.segments_that_fit(
                    capacity - len(segments), options.audio_track, self.decoder.segment_limits
                )
            if not complete and len(upcoming) < capacity:
                upcoming = []  # prefetched in vain: it is not known yet what else is in that batch
            self._batch = self._scheduler.create_batch(segments, upcoming, options)
        return self._batch

    def _discard_other_sources(self) -> None:
        """Drop what was done for sources whose turn has not come; it is done again in their turn."""
        self._drop_batch()
        self._lookahead.clear()

    def _drop_batch(self) -> None:
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    @torch.inference_mode()
    def redecode(
        self, source: Source, request: RedecodeRequest, options: TranscribeOptions | None = None
    ) -> Generator[Event]:
        """Denoise a span of a stored segment again.

        With the same options and seed a whole segment becomes what it became before. Closing the generator stops the work
        within one denoising step.

        Yields:
            The events of one segment; its ``SegmentDone`` has all that was decoded in the span. ``apply_redecoded`` puts the
            requested words of it into the stored segment.

        Raises:
            As ``transcribe`` does.
        """
        options = options or TranscribeOptions()
        timer = StageTimer()
        blocks = _blocks(source, options.audio_track)
        with timer("decode"):
            first = next(blocks)
        yield from self.prepare()
        self.decoder.require_language(options.language)
        limits = self.decoder.segment_limits
        span = plan_span(request, limits.max_s)
        audio = yield from read_span(_rejoined(first, blocks), _source_name(source), span.start_s, span.end_s)
        decoded: list[DecodedChunk] = []
        with _as_device_errors(self.device):
            for chunk in _split_into_chunks(request.segment.index, span, audio, limits):
                decoded += yield from self._redecode_with_fallback(chunk, span, options, timer)
        done = join_chunks(decoded)
        yield replace(done, segment=replace(done.segment, start_s=span.start_s, end_s=span.end_s))

    def _redecode_with_fallback(
        self, chunk: AudioChunk, span: RedecodeSpan, options: TranscribeOptions, timer: StageTimer
    ) -> Generator[Event, None, list[DecodedChunk]]:
        """The events of one chunk, and its results; once more with a slower model if memory runs out."""
        while True:
            decoded: list[DecodedChunk] = []
            try:
                for item in self._redecode_chunk(chunk, span, options, timer):
                    if isinstance(item, list):
                        decoded += item
                    else:
                        yield item
                return decoded
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
                free_memory(error)
                if not self.fall_back():
                    raise
            log.warning("memory ran out while denoising a span again; once more in a slower mode")

    def _redecode_chunk(
        self, chunk: AudioChunk, span: RedecodeSpan, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | TokenWritten | list[DecodedChunk]]:
        decoder = self.decoder
        if span.fixed_text is None:
            batch = decoder.prefill([chunk], options, timer)
        else:
            batch = decoder.prefill_with_fixed_text(chunk, span.fixed_text, options, timer)
        yield from decoder.decode_splitting_overflow(batch, options, timer)

    def fall_back(self) -> bool:
        """Load the model in a slower mode that takes less memory; False if there is none."""
        if self._loader is None or self._loader.next_slower is None:
            return False
        self._decoder = None
        gc.collect()
        torch.cuda.empty_cache()
        with torch.inference_mode(False):
            self._decoder = SegmentDecoder(self._loader.fall_back())
        self._device = self._loader.device
        return True


def _matches_span(segment: Segment | None, span: SegmentSpan) -> bool:
    """Whether there is a segment of an earlier run and it has the times of the span: the source is still the same there."""
    if segment is None:
        return False
    return abs(segment.start_s - span.start_s) < TIME_TOLERANCE_S and abs(segment.end_s - span.end_s) < TIME_TOLERANCE_S


def _split_into_chunks(index: int, span: RedecodeSpan, audio: Samples, limits: SegmentLimits) -> list[AudioChunk]:
    """The audio of a span as one chunk, or, if it is longer than the model takes, one for each span of speech in it."""
    if span.fixed_text is not None or span.end_s - span.start_s <= limits.max_s + LENGTH_TOLERANCE_S:
        return [AudioChunk(index, span.start_s, span.end_s, audio)]
    return [
        AudioChunk(index, span.start_s + part.start_s, span.start_s + part.end_s, part.audio, (index, n))
        for n, part in enumerate(segment_audio(iter([audio]), limits))
        if part.speech or n == 0
    ]


def bundled_model() -> Path:
    """The folder of the model that ships with the app. Raises ``ModelError`` if there is none."""
    folders = [folder for folder in paths.bundled_models() if (folder / "adapter.json").is_file()]
    if not folders:
        raise ModelError(
            "No model is installed.",
            "There is none in {folder}.",
            "Install Anneal again, or choose a model's own folder.",
            folder=paths.resources_folder() / "models",
        )
    return folders[0]


def load(model: str | Path = "bundled", device: str = "auto") -> Transcriber:
    """A transcriber with a model, loaded on its device.

    Args:
        model: ``bundled``, a folder, or the name of an installed model such as ``whisper-small``.

    Raises:
        ModelError: there is no such model, or it is damaged.
        DeviceError: the device cannot be used, or its memory is not enough.
    """
    folder = None if model == "bundled" else Path(model)
    if folder is not None and not folder.is_dir():
        folder = find_model_folder(str(model), paths.Folders.of_user().models)
    transcriber = Transcriber(folder, device)
    for _ in transcriber.prepare():
        pass
    return transcriber


def transcribe(
    source: Source,
    model: Transcriber,
    max_steps: int = 0,
    language: str = "auto",
    seed: int = 0,
    own_words: OwnWords | None = None,
) -> Transcript:
    """The whole transcript of a source, by default in the model's own number of steps. Raises as ``transcribe`` does."""
    own_words = own_words or OwnWords()
    options = TranscribeOptions(language=language, steps=max_steps, seed=seed, observe=False, words=own_words.words)
    for event in model.transcribe(source, options):
        if isinstance(event, TranscriptDone):
            return with_replacements(event.transcript, own_words.replacements)
    raise AnnealError("The transcription ended early.", "The model sent no result.", "Please try again.")


def _source_name(source: Source) -> str:
    if isinstance(source, LiveRecording):
        return str(source.path)
    return str(source) if isinstance(source, Path | str) else "recording"


def _rejoined(first: Samples, rest: Generator[Samples]) -> Generator[Samples]:
    """All blocks, of which the first was taken to see that there is one; left early, what decodes them is closed."""
    with closing(rest):
        yield first
        yield from rest


def _blocks(source: Source, track: int | None, notices: list[Notice] | None = None) -> Generator[Samples]:
    """The audio of a source in blocks. Raises ``AudioError``, at the first block where nothing can be decoded."""
    if isinstance(source, LiveRecording):
        return source.blocks()
    if isinstance(source, Path | str):
        return decode.blocks(Path(source), track, notices=notices)
    return array_blocks(np.asarray(source))


def _source_duration_s(source: Source, track: int) -> float:
    """The duration of a source as far as it is known without decoding it, in seconds; 0 if it is not."""
    if isinstance(source, LiveRecording):
        return 0.0
    if not isinstance(source, Path | str):
        return len(source) / SAMPLE_RATE_HZ
    try:
        return decode.probe(source, track).duration_s
    except AudioError:
        return 0.0


@contextmanager
def _as_device_errors(device: VerifiedDevice) -> Iterator[None]:
    """Turn running out of memory into a ``DeviceError``; the memory is freed at once so that the next try starts clean."""
    try:
        yield
    except RuntimeError as error:  # torch raises nothing more precise for the CPU's memory
        if not is_out_of_memory(error):
            raise
        free_memory(error)
        raise DeviceError(
            "{device} ran out of memory.",
            "The model and this recording do not fit beside what else is in use.",
            "Close other programs, transcribe fewer segments at a time, or choose another device.",
            device=device.title,
        ) from error
