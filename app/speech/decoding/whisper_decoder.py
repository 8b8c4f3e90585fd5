"""Decodes audio chunks with Whisper: greedily, several at once, token by token, each word aligned by cross attention.

What Whisper makes up is caught in three ways. Only spans with speech come here at all (``audio/segmentation``). Where Whisper
itself hears no speech and is unsure of what it wrote, nothing was said. And where it repeats itself, writing is stopped, the
chunk is decoded again in two parts, and what is repeated even then is removed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from time import perf_counter

import numpy as np
import torch
from torch import Tensor

from app.models.hardware import VerifiedDevice
from app.speech.audio.samples import Samples
from app.speech.audio.segmentation import SegmentLimits
from app.speech.events import ModelReady, SegmentStarted, TokenWritten
from app.speech.model.speech_model import ClipFeatures
from app.speech.model.whisper import FRAME_S, SAMPLES_PER_FRAME, WINDOW_S, WhisperModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer
from app.speech.token_repetitions import positions_without_repetitions
from app.speech.token_words import words_from_tokens
from app.transcript.model import Ended, Word
from app.transcript.text_words import is_han

from .attention_timing import token_frames
from .prepared_batch import AudioChunk, DecodedChunk, PreparedBatch

MAX_BATCH_BYTES = 2**30
NO_SPEECH_PROB = 0.6
"""From which on nothing was said, if the text is also less probable than the next one tells."""
LOW_LOG_PROB = -1.0
"""Mean log-probability of a token."""
MIN_LOG_PROB = -20.0
"""Of a token that was given, not chosen: it may be impossible."""
LOOP_TOKENS = 24
LOOP_COUNT = 3
"""A phrase that is written so often in a row, and so many tokens long together, is a loop."""
MAX_WORD_MEDIANS = 2.5
MIN_LONG_WORD_S = 0.6
"""No word is longer than so many times the median one, or than so much: the rest is a pause."""


@dataclass(frozen=True, eq=False, kw_only=True)
class WhisperBatch(PreparedBatch):
    """Chunks and their spectrograms."""

    features: list[ClipFeatures]
    words: tuple[str, ...] = ()
    """The user's own."""
    fixed_text: FixedText | None = None
    """Of the batch's only chunk. What stands before its last fixed character is given, the rest is written."""


@dataclass
class _Row:
    """A chunk that is being written."""

    chunk: AudioChunk
    states: Tensor
    """(1, 1500, width)."""
    prompt: list[int] = field(default_factory=list)
    given: list[int] = field(default_factory=list)
    """Tokens of the text that are not chosen by the model."""
    ids: list[int] = field(default_factory=list)
    log_probs: list[float] = field(default_factory=list)
    no_speech_prob: float = 0.0
    max_tokens: int = 0
    ended: Ended | None = None
    work_s: float = 0.0


class WhisperDecoder:
    """Decodes with one Whisper. Does not switch gradients off: its caller sees to that."""

    def __init__(self, model: WhisperModel) -> None:
        self.model = model

    @property
    def device(self) -> torch.device:
        return self.model.device

    @property
    def segment_limits(self) -> SegmentLimits:
        return SegmentLimits(WINDOW_S)

    @property
    def max_batch(self) -> int:
        return max(1, MAX_BATCH_BYTES // self.model.row_bytes)

    @property
    def prefills_ahead(self) -> bool:
        """False: the encoder is run chunk by chunk, so that it can be cancelled."""
        return False

    @property
    def gains_from_parts(self) -> bool:
        """False: its weights are best read once for a whole batch."""
        return False

    def ready(self, device: VerifiedDevice) -> ModelReady:
        weights, known = self.model.weights, self.model.language_ids or {"en"}
        languages = tuple(code for code in weights.languages if code in known)
        return ModelReady(weights.title, device.name, device.precision, self.model.vocabulary, languages)

    def require_language(self, language: str) -> None:
        if language != "auto":
            self.model.prompt(language)

    def features(self, audio: Samples) -> ClipFeatures:
        return ClipFeatures(self.model.mel(audio), _frame_count(audio))

    def prefill(self, chunks: list[AudioChunk], options: TranscribeOptions, timer: StageTimer) -> WhisperBatch:
        """Compute the spectrograms; the encoder runs in ``decode_splitting_overflow``, where it can be cancelled."""
        before_s = timer.total_s
        with timer("encode"):
            features = [chunk.features or self.features(chunk.audio) for chunk in chunks]
        return WhisperBatch(
            chunks=chunks,
            features=features,
            language=options.language,
            words=options.words,
            prefill_s=timer.total_s - before_s,
        )

    def prefill_with_fixed_text(
        self, chunk: AudioChunk, fixed_text: FixedText, options: TranscribeOptions, timer: StageTimer
    ) -> WhisperBatch:
        return replace(self.prefill([chunk], options, timer), fixed_text=fixed_text)

    def decode_splitting_overflow(
        self, batch: WhisperBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | TokenWritten | list[DecodedChunk]]:
        """Write each chunk's text; one that does not end is split once. Raises ``ModelError`` for an unknown language."""
        overflowed: list[DecodedChunk] = []
        for item in self.decode(batch, options, timer):
            if not isinstance(item, DecodedChunk):
                yield item
            elif item.ended == "overflow" and item.chunk.can_split and batch.fixed_text is None:
                overflowed.append(item)
            else:
                yield [item]
        for decoded in sorted(overflowed, key=lambda decoded: decoded.chunk.segment):
            results: list[DecodedChunk] = []
            for half in decoded.chunk.split_at_pause(decoded.work_s):
                for part in self.decode(self.prefill([half], options, timer), options, timer):
                    if isinstance(part, DecodedChunk):
                        results.append(part)
                    else:
                        yield part
            yield results

    def decode(
        self, batch: WhisperBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Generator[SegmentStarted | TokenWritten | DecodedChunk]:
        """Write the texts of all chunks together. Yields each token, and a ``DecodedChunk`` as soon as it has ended."""
        rows: list[_Row] = []
        for chunk, features in zip(batch.chunks, batch.features, strict=True):
            yield SegmentStarted(chunk.segment, chunk.start_s, chunk.end_s, 0, spectrogram=features.spectrogram())
            began = perf_counter()
            with timer("encode"):
                rows.append(_Row(chunk, self.model.encode(features.mel)))
            rows[-1].work_s = perf_counter() - began + batch.prefill_s / len(batch.chunks) + chunk.prior_work_s
        with timer("write"):
            self._set_prompts(rows, batch)
        for _, group in groupby(sorted(rows, key=lambda row: len(row.prompt)), key=lambda row: len(row.prompt)):
            for item in self._write(list(group), timer):
                if isinstance(item, TokenWritten):
                    yield item
                    continue
                began = perf_counter()
                with timer("align"):
                    decoded = self._to_result(item, options, batch.fixed_text)
                yield replace(decoded, work_s=item.work_s + perf_counter() - began)

    # --- writing

    def _set_prompts(self, rows: Sequence[_Row], batch: WhisperBatch) -> None:
        """Give each row its prompt, in the language asked for or the one it is most probably spoken in."""
        languages = [batch.language] * len(rows)
        if batch.language == "auto":
            languages = self.model.detect_languages(torch.cat([row.states for row in rows]))
        for row, language in zip(rows, languages, strict=True):
            row.prompt = self.model.prompt(language, batch.words)
            row.max_tokens = self.model.max_tokens - len(row.prompt)
            if batch.fixed_text is not None:
                row.given = self._given_ids(batch.fixed_text)[: row.max_tokens - 1]

    def _given_ids(self, fixed_text: FixedText) -> list[int]:
        end = max(end for _, end in fixed_text.fixed_ranges)
        text = fixed_text.text[:end]
        return self.model.vocabulary.encode(text if is_han(text[:1]) else f" {text}")

    def _write(self, rows: list[_Row], timer: StageTimer) -> Iterator[TokenWritten | _Row]:
        """Write the texts of rows whose prompts are equally long; yields each token, and a row when it has ended.

        Rows that go on share the time.
        """
        model, cache = self.model, None
        states = torch.cat([row.states for row in rows])
        ids = torch.tensor([row.prompt for row in rows], device=model.device)
        while rows:
            began = perf_counter()
            with timer("write"):
                logits, cache = model.forward(ids, states, cache)
                if not rows[0].ids and model.no_speech_id is not None:
                    at_start = logits[:, rows[0].prompt.index(model.start_id)].softmax(-1)
                    for row, probs in zip(rows, at_start, strict=True):
                        row.no_speech_prob = float(probs[model.no_speech_id])
                written = self._choose(rows, logits[:, -1])
            spent_s = perf_counter() - began
            for row, token in zip(rows, written, strict=True):
                row.work_s += spent_s / len(rows)
                if token != model.end_id:
                    yield TokenWritten(row.chunk.segment, token, model.vocabulary.decode(row.ids), 1000 * spent_s)
            yield from (row for row in rows if row.ended is not None)
            still = [n for n, row in enumerate(rows) if row.ended is None]
            if len(still) < len(rows):
                index = torch.tensor(still, dtype=torch.long, device=model.device)
                states = states[index]
                cache.batch_select_indices(index)
            rows = [rows[n] for n in still]
            ids = torch.tensor([row.ids[-1:] for row in rows], device=model.device)

    def _choose(self, rows: Sequence[_Row], logits: Tensor) -> list[int]:
        """Append to each row its given token, or else the most probable one of ``logits`` (rows, vocab); return them."""
        model = self.model
        logits[:, model.suppressed_ids] = -torch.inf
        if not rows[0].ids:
            logits[:, model.first_suppressed_ids] = -torch.inf
        log_probs = logits.log_softmax(-1)
        chosen = log_probs.argmax(-1).tolist()
        for number, row in enumerate(rows):
            if len(row.ids) < len(row.given):
                chosen[number] = row.given[len(row.ids)]
            if chosen[number] == model.end_id:
                row.ended = "settled"
                continue
            row.ids.append(chosen[number])
            row.log_probs.append(max(MIN_LOG_PROB, float(log_probs[number, chosen[number]])))
            if len(row.ids) >= row.max_tokens or loop_length(row.ids):
                row.ended = "overflow"
        return chosen

    # --- results

    def _to_result(self, row: _Row, options: TranscribeOptions, fixed_text: FixedText | None) -> DecodedChunk:
        vocabulary, chunk = self.model.vocabulary, row.chunk
        unsaid = row.no_speech_prob > NO_SPEECH_PROB and np.mean(row.log_probs or [0.0]) < LOW_LOG_PROB
        if (unsaid and not row.given) or not any(map(str.isalnum, vocabulary.decode(row.ids))):
            return DecodedChunk(chunk, "", (), "settled", 0, 0.0, 0)
        positions = list(range(len(row.ids)))
        if options.remove_repetitions is not False:
            once = row.ids[: without_loop(row.ids)]
            positions = positions_without_repetitions(once, vocabulary)
        ids = [row.ids[position] for position in positions]
        probs = np.exp([row.log_probs[position] for position in positions])
        text = vocabulary.decode(ids)
        return DecodedChunk(
            chunk=chunk,
            text=text,
            words=self._words(row, ids, probs, fixed_text),
            ended=row.ended or "settled",
            steps=0,
            confidence=float(probs.mean()),
            token_count=len(ids),
            raw_text=vocabulary.decode(row.ids) if len(ids) < len(row.ids) else "",
        )

    def _words(self, row: _Row, ids: list[int], probs: np.ndarray, fixed_text: FixedText | None) -> tuple[Word, ...]:
        """The words of ``ids`` with times from the decoder's attention; given words have no doubt."""
        chunk = row.chunk
        attention = self.model.cross_attention(row.prompt, ids, row.states, _frame_count(chunk.audio))
        begins_s = token_frames(attention) * FRAME_S
        token_words = words_from_tokens(ids, self.model.vocabulary)
        starts_s = np.interp([word.start for word in token_words], np.arange(len(ids) + 1), begins_s)
        ends_s = np.interp([word.end for word in token_words], np.arange(len(ids) + 1), begins_s)
        starts_s, ends_s = without_pauses(starts_s, ends_s)
        words = []
        for token_word, start_s, end_s in zip(token_words, starts_s, ends_s, strict=True):
            sureness = float(probs[token_word.tokens].mean())
            words.append(
                Word(
                    start_s=min(chunk.start_s + float(start_s), chunk.end_s),
                    end_s=min(chunk.start_s + float(end_s), chunk.end_s),
                    text=token_word.text,
                    confidence=sureness,
                    support=sureness,  # it has no second reading of the sound
                    doubt=0.0 if fixed_text and _is_fixed(token_word.start_char, fixed_text) else None,
                    start_char=token_word.start_char,
                )
            )
        return tuple(words)


def loop_length(ids: Sequence[int]) -> int:
    """Return the length of the phrase that the end of ``ids`` repeats so often that it is a loop; 0 if it repeats none."""
    for size in range(1, len(ids) // LOOP_COUNT + 1):
        count = max(LOOP_COUNT, -(-LOOP_TOKENS // size))
        if len(ids) >= count * size and list(ids[-size * (count - 1) :]) == list(ids[-size * count : -size]):
            return size
    return 0


def without_loop(ids: Sequence[int]) -> int:
    """Return how many of ``ids`` remain if of a loop at their end one phrase is kept; all where there is none."""
    size, end = loop_length(ids), len(ids)
    while size and end >= 2 * size and list(ids[end - size : end]) == list(ids[end - 2 * size : end - size]):
        end -= size
    return end


def without_pauses(starts_s: np.ndarray, ends_s: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the times (words,) of words that are not longer than words are: what is left over is a pause behind them.

    The alignment leaves no gaps: a pause is part of the word before it, and before the first word, of that.
    """
    if not len(starts_s):
        return starts_s, ends_s
    longest_s = max(MIN_LONG_WORD_S, MAX_WORD_MEDIANS * float(np.median(ends_s - starts_s)))
    first_s = max(starts_s[0], ends_s[0] - longest_s)
    starts_s = np.concatenate([[first_s], starts_s[1:]])
    return starts_s, np.minimum(ends_s, starts_s + longest_s)


def _is_fixed(start_char: int, fixed_text: FixedText) -> bool:
    return any(start <= start_char < end for start, end in fixed_text.fixed_ranges)


def _frame_count(audio: Samples) -> int:
    """How many of the encoder's 1500 states are of a clip's own sound."""
    return max(1, min(round(WINDOW_S / FRAME_S), -(-len(audio) // SAMPLES_PER_FRAME)))
