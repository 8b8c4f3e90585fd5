"""A fake engine: an iterator of events, timed like the real one, with scripted texts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from app.errors import AnnealError
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import (
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Notice, Segment, Start, Transcript, Word

from .canvas.scripted import annealing_steps, token_ids, vocabulary

SEGMENT_S = 8.0


def text_pieces(text: str) -> list[str]:
    """Split a text into word-level tokens, Chinese into characters."""
    pieces: list[str] = []
    for word in text.split():
        if any("\u4e00" <= letter <= "\u9fff" for letter in word):
            pieces += [("▁" if i == 0 else "") + letter for i, letter in enumerate(word)]
        else:
            pieces.append("▁" + word)
    return pieces


OWN_OPTIONS: tuple[int, Start, float] = 16, "draft", 1.0
"""The model's own steps, start and guidance."""


@dataclass
class ScriptedEngine:
    """Returns ``texts`` as segments for every file, or those of ``by_name`` for a file name in it."""

    texts: Sequence[str] = ("In the evening we could hear the ropes.", "And then the tide came in.")
    by_name: dict[str, Sequence[str] | AnnealError] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    canvas: int = 64
    step_s: float = 0.0
    load_s: float = 0.0
    word_times: bool = False
    """Whether words have times, one word a second."""
    heard: bool = False
    """Whether segments come with a spectrogram and a draft: all of the text, a token each half second."""
    extra_texts: Sequence[str] = ()
    """Further texts whose words the vocabulary must know."""
    gate: threading.Event | None = None
    """If given, every transcription waits for it at its first segment."""
    known_segments: int | None = None
    """If given, only this number of segments is known before the first one is done."""
    transcribe_calls: list[tuple[Path, TranscribeOptions]] = field(default_factory=list)
    model_choices: list[tuple[Callable[[], Path | None], str]] = field(default_factory=list)
    """Requested models and devices."""
    redecoded_words: dict[str, str] = field(default_factory=dict)
    """Replacements of words when they are decoded again; ``extra_texts`` must have them."""
    redecode_requests: list[tuple[Path, RedecodeRequest, TranscribeOptions, Path | None]] = field(default_factory=list)
    """Requests to decode again."""
    upcoming: Callable[[], Iterable[Path]] = tuple
    """Returns the files that come next."""
    warnings: tuple[Notice, ...] = ()
    """What is missing in every source."""
    tracks: int = 1
    """Audio tracks that every source has; the one that was asked for is heard, else the last."""
    closed_early: int = 0
    """Number of generators that were closed before their end."""

    def __post_init__(self) -> None:
        texts = [*self.texts, *self.extra_texts]
        for known in self.by_name.values():
            texts += [] if isinstance(known, AnnealError) else known
        self.vocabulary = vocabulary(tuple(dict.fromkeys(piece for text in texts for piece in text_pieces(text))))

    def use_model(self, find_model: Callable[[], Path | None], device: str) -> None:
        self.model_choices.append((find_model, device))

    def set_upcoming(self, upcoming: Callable[[], Iterable[Path]]) -> None:
        self.upcoming = upcoming

    def prepare(self) -> Iterator[Event]:
        yield ModelLoading("Scripted")
        time.sleep(self.load_s)
        self.load_s = 0.0
        yield ModelReady("Scripted", "cpu", "fp32", self.vocabulary, self.languages, (), *OWN_OPTIONS)

    def transcribe(
        self,
        source: Path | LiveRecording,
        options: TranscribeOptions | Callable[[], TranscribeOptions],
        finished: Sequence[Segment] = (),
    ) -> Iterator[Event]:
        ask = options if callable(options) else lambda: options
        live = source if isinstance(source, LiveRecording) else None
        source = source.path if isinstance(source, LiveRecording) else source
        self.transcribe_calls.append((source, ask()))
        ended = False
        try:
            yield from self.prepare()
            said = self.by_name.get(source.name, self.texts)
            if isinstance(said, AnnealError):
                raise said
            for event in self.source_events(source, lambda: ask().with_defaults(*OWN_OPTIONS), said, finished):
                is_last = isinstance(event, SegmentStarted) and event.segment == len(said) - 1
                while is_last and live is not None and not live.ended:  # the last phrase is not said yet
                    time.sleep(0.01)
                    yield DecodeProgress(str(source), 0.0)
                yield event
            ended = True
        finally:
            self.closed_early += not ended

    def redecode(
        self, source: Path, request: RedecodeRequest, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        """Return the words of the segment around the typed text, with the replacements of ``redecoded_words``."""
        self.redecode_requests.append((source, request, options, model_folder))
        ended = False
        try:
            yield from self.prepare()
            if isinstance(said := self.by_name.get(source.name), AnnealError):
                raise said
            segment, (first, behind) = request.segment, request.word_range
            options = options.with_defaults(*OWN_OPTIONS)
            words = [
                replace(word, text=self.redecoded_words.get(word.text, word.text), doubt=None)
                for n, word in enumerate(segment.words)
                if request.typed is None or not first <= n < behind
            ]
            if request.typed is not None:
                start_s, end_s = segment.words[first].start_s, segment.words[behind - 1].end_s
                words.insert(first, Word(start_s, end_s, request.typed, 1.0, 0.5, 0.0))
            if request.isolated:
                words = words[first:behind]
            text = " ".join(word.text for word in words)
            yield SegmentStarted(segment.index, segment.start_s, segment.end_s, self.canvas)
            if self.gate is not None:
                self.gate.wait()
            tokens = token_ids(self.vocabulary, text_pieces(text))
            for step in annealing_steps(
                self.vocabulary, tokens, self.canvas, options.steps, segment.index, options.seed
            ):
                time.sleep(self.step_s)
                yield step
            start_s, end_s = (
                (words[0].start_s, words[-1].end_s) if request.isolated else (segment.start_s, segment.end_s)
            )
            done = Segment(segment.index, start_s, end_s, text, tuple(words), steps=options.steps, confidence=0.8)
            yield SegmentDone(done, 0.1)
            ended = True
        finally:
            self.closed_early += not ended

    def started(self, index: int, span_s: tuple[float, float], text: str) -> SegmentStarted:
        if not self.heard:
            return SegmentStarted(index, *span_s, self.canvas)
        ids = token_ids(self.vocabulary, text_pieces(text))
        times_s = tuple((span_s[0] + n / 2, span_s[0] + n / 2 + 0.4) for n in range(len(ids)))
        heard = np.random.default_rng(index).integers(0, 16, (80, round(100 * (span_s[1] - span_s[0]))))
        return SegmentStarted(index, *span_s, self.canvas, "draft", tuple(ids), times_s, (heard * 17).astype(np.uint8))

    def source_events(
        self, source: Path, ask: Callable[[], TranscribeOptions], texts: Sequence[str], finished: Sequence[Segment]
    ) -> Iterator[Event]:
        spans = tuple((i * SEGMENT_S, (i + 1) * SEGMENT_S - 0.3) for i in range(len(texts)))
        duration_s = len(texts) * SEGMENT_S
        chosen = ask().audio_track
        track = self.tracks - 1 if chosen is None else chosen
        opened = SourceSegmented(
            str(source),
            duration_s,
            spans,
            peaks(duration_s),
            audio_track=track,
            track_count=self.tracks,
            warnings=self.warnings,
        )
        if self.known_segments is None:
            yield opened
        else:
            read = np.arange(len(opened.peaks)) < self.known_segments / len(texts) * len(opened.peaks)
            yield replace(opened, spans_s=spans[: self.known_segments], peaks=opened.peaks * read, complete=False)
        done = []
        for index, text in enumerate(texts):
            options = ask()
            before = next((segment for segment in finished if segment.index == index), None)
            if index == 1 and self.known_segments is not None:
                yield opened
            if before is not None:
                done.append(before)
                yield SegmentDone(before, 0.0, resumed=True)
                continue
            yield self.started(index, spans[index], text)
            if self.gate is not None:
                self.gate.wait()
            began = time.perf_counter()
            steps = annealing_steps(
                self.vocabulary,
                token_ids(self.vocabulary, text_pieces(text)),
                self.canvas,
                options.steps,
                index,
                index,
            )
            for step in steps:
                time.sleep(self.step_s)
                yield step
            start_s, said = spans[index][0], text.split() if self.word_times else []
            words = tuple(
                Word(start_s + n, start_s + n + 0.9, word, 0.9, 0.8, start_char=len(" ".join([*said[:n], ""])))
                for n, word in enumerate(said)
            )
            segment = Segment(index, *spans[index], text, words, steps=len(steps), confidence=0.9)
            done.append(segment)
            yield SegmentDone(segment, max(1e-3, time.perf_counter() - began))
        yield TranscriptDone(
            Transcript(
                *(str(source), options.language, duration_s, "Scripted", "cpu, fp32", options.steps, 0, tuple(done)),
                audio_track=track,
                warnings=self.warnings,
            )
        )


def peaks(duration_s: float, seed: int = 3) -> np.ndarray:
    """Return peaks shaped like speech: words, pauses, sentences."""
    rng = np.random.default_rng(seed)
    at = np.arange(int(duration_s * 50)) / 50
    words = np.abs(np.sin(at * 5.1 + 0.7 * np.sin(at * 1.7))) ** 1.5
    phrases = np.clip(np.sin(at * 0.9) + 0.75, 0.03, 1)
    return (words * phrases * rng.uniform(0.35, 1.0, len(at)) * 0.8).astype(np.float32)
