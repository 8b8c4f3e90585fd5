"""Decodes audio chunks with one canvas each: encode, prefill, denoise, align. Splits a chunk whose canvas overflowed."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.errors import DecodingError, ModelError
from app.languages import LANGUAGES
from app.models.hardware import VerifiedDevice
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.audio.segmentation import SegmentLimits
from app.speech.events import CanvasStep, ModelReady, SegmentStarted
from app.speech.model.cuda_graph import can_capture
from app.speech.model.speech_model import ClipFeatures, SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer
from app.speech.token_repetitions import positions_without_repetitions
from app.transcript.model import Start

from .ctc import NEG_INF, estimate_blank_id, greedy_decode
from .ctc_draft import (
    Draft,
    NBest,
    align_draft_canvas,
    align_draft_logits,
    greedy_draft,
    lm_fused_n_best,
    make_draft_canvas,
    make_draft_logits,
    single_best,
)
from .denoiser import CanvasDone, CanvasInit, NonFiniteLogitsError, denoise
from .infilling import (
    FixedTokens,
    TokenLayout,
    align_draft,
    align_draft_ids,
    align_fixed_tokens,
    canvas_length,
    layout_tokens,
    make_fixed_tokens,
    mark_fixed_words,
)
from .lm_head import CHUNKED_FROM_VOCAB, VOCAB_CHUNK
from .phrase_trie import PhraseTrie, build_phrase_trie
from .prepared_batch import AudioChunk, DecodedChunk, PrefilledBatch
from .rescoring import rescore
from .sampling_noise import generator_for
from .script_mask import allowed_tokens, can_write
from .word_timing import padded_spans, word_times

BLANK_SILENCE_S = 4  # of silence to estimate a blank from
TOKEN_PADDING_S = 0.08  # CTC marks the core of a token: its span grows by at most this into the blanks on either side
MAX_LOGITS_BYTES = 256 * 2**20  # of one copy of a batch's logits


class SegmentDecoder:
    """Decodes chunks with one model. Does not switch gradients off: its caller sees to that."""

    def __init__(self, model: SpeechModel) -> None:
        self.model = model
        self._blank_id: int | None = None

    @property
    def device(self) -> torch.device:
        return self.model.device

    @property
    def segment_limits(self) -> SegmentLimits:
        return self.model.segment_limits

    @property
    def prefills_ahead(self) -> bool:
        """Whether a step is captured on a GPU. On a CPU, or where weights are copied to the GPU, a step keeps all busy."""
        return can_capture(self.model)

    @property
    def gains_from_parts(self) -> bool:
        """Whether the model is small and runs on a CPU: a large one's weights are best read once for a whole batch."""
        return self.device.type == "cpu" and self.model.vocab_size < CHUNKED_FROM_VOCAB

    def ready(self, device: VerifiedDevice) -> ModelReady:
        spec = self.model.spec
        return ModelReady(
            spec.title,
            device.name,
            device.precision,
            self.model.vocabulary,
            spec.languages,
            spec.assumptions,
            spec.default_steps,
            spec.default_start,
            spec.guidance,
        )

    def require_language(self, language: str) -> None:
        """Raise ``ModelError`` if the model's vocabulary cannot write a language: its transcript would be empty."""
        if not can_write(self.model.vocabulary, language):
            wanted = LANGUAGES[language]
            raise ModelError(
                "{model} cannot write {language}.",
                "Its vocabulary has no {script} letters.",
                "Choose another language, or a model that knows this one.",
                model=self.model.spec.title,
                language=wanted.english,
                script=wanted.script,
            )

    def features(self, audio: Samples) -> ClipFeatures:
        return self.model.features(audio)

    @property
    def max_batch(self) -> int:
        """The most chunks to decode together, as logits take much memory. A large vocabulary is held a chunk at a time."""
        vocab_size = self.model.vocab_size
        columns = vocab_size if vocab_size < CHUNKED_FROM_VOCAB else VOCAB_CHUNK
        return max(1, MAX_LOGITS_BYTES // (4 * self.model.spec.canvas.length * columns))

    @property
    def blank_id(self) -> int:
        """The CTC blank: the adapter's, else estimated from silence at first use."""
        if self.model.spec.blank_id is not None:
            return self.model.spec.blank_id
        if self._blank_id is None:
            tokens, _ = self.model.audio_tokens([np.zeros(BLANK_SILENCE_S * SAMPLE_RATE_HZ, np.float32)])
            self._blank_id = estimate_blank_id(self.model.ctc_logits(tokens[0]).log_softmax(dim=-1))
        return self._blank_id

    def prefill(self, chunks: list[AudioChunk], options: TranscribeOptions, timer: StageTimer) -> PrefilledBatch:
        """Encode chunks, draft their texts if canvases start from drafts, and prefill their prompts.

        Drafts prefer the user's own words.
        """
        before_s, spec = timer.total_s, self.model.spec
        language, words = options.language, options.words
        start = spec.default_start if options.start == "auto" else options.start
        conditions = start == "draft" and spec.draft_conditioning
        is_on_canvas = not conditions or spec.draft_noise is not None
        with timer("encode"):
            inputs = [
                self.model.features(chunk.audio) if chunk.features is None else chunk.features for chunk in chunks
            ]
            padded_tokens, counts = self.model.audio_tokens(inputs)
            audio_tokens = [tokens[:count] for tokens, count in zip(padded_tokens, counts.tolist(), strict=True)]
        with timer("align"):
            n_best_lists = self._n_best(audio_tokens, language, words) if conditions else []
        with timer("prefill"):
            prefill_cache = self.model.prefill(padded_tokens, counts, language)
            backbone_weight = spec.fusion.backbone if spec.fusion else 0.0
            hypotheses = [n_best.hypotheses for n_best in n_best_lists]
            best = rescore(self.model, prefill_cache, hypotheses, backbone_weight)
        with timer("align"):
            drafts = [n_best.draft_for(index) for n_best, index in zip(n_best_lists, best, strict=True)]
            texts = [self._text_and_spans(draft) for draft in drafts]
            if start == "draft" and not conditions:
                for tokens in audio_tokens:  # one by one: log-probabilities of a large vocabulary are large
                    (n_best,) = self._n_best([tokens], language, words)
                    texts.append(self._text_and_spans(n_best.draft_for(0)))
            draft_ids = [ids for ids, _ in texts]
            draft_sizes: list[int | None] = [len(draft.token_rows) for draft in drafts] or [None] * len(chunks)
            canvas_lengths = [
                max(1, spec.canvas.length_for(len(tokens), draft_size))
                for tokens, draft_size in zip(audio_tokens, draft_sizes, strict=True)
            ]
            draft_logits = [self._draft_logits(draft, max(canvas_lengths)) for draft in drafts]
        return PrefilledBatch(
            chunks=chunks,
            audio_tokens=audio_tokens,
            canvas_lengths=canvas_lengths,
            prefill_cache=prefill_cache,
            prefill_s=timer.total_s - before_s,
            language=language,
            start=start,
            drafts=drafts,
            draft_ids=draft_ids,
            draft_spans=[spans for _, spans in texts],
            spectrograms=[features.spectrogram() for features in inputs],
            draft_logits=torch.stack(draft_logits) if draft_logits else None,
            draft_canvas=self._draft_canvases(drafts, draft_ids, canvas_lengths)
            if draft_ids and is_on_canvas
            else None,
        )

    def prefill_with_fixed_text(
        self, chunk: AudioChunk, fixed_text: FixedText, options: TranscribeOptions, timer: StageTimer
    ) -> PrefilledBatch:
        """Prefill a chunk of whose text some words are fixed. Raises ``ModelError`` where the text does not fit."""
        batch, spec = self.prefill([chunk], options, timer), self.model.spec
        before_s = timer.total_s
        with timer("align"):
            layout = layout_tokens(fixed_text, self.model.vocabulary)
            if spec.canvas.layout == "alignment":
                return self._with_fixed_alignment(batch, layout, timer.total_s - before_s)
            length = canvas_length(layout, batch.canvas_lengths[0], spec.canvas.length)
            fixed_tokens = make_fixed_tokens(
                layout, length, self.model.vocabulary, self.model.vocab_size, self.model.device
            )
            draft_logits, draft_canvas = None, None
            if batch.draft_canvas is not None:
                aligned = align_draft_ids(layout, batch.draft_ids[0], length, spec.end_ids[0], spec.pad_id)
                draft_canvas = torch.tensor([aligned])
            for draft in batch.drafts:
                draft_logits = align_draft(
                    draft.log_probs, draft.token_rows, layout, length, self.blank_id, spec.end_ids[0], spec.pad_id
                )[None]
        return replace(
            batch,
            canvas_lengths=[length],
            draft_logits=draft_logits,
            draft_canvas=draft_canvas,
            fixed_tokens=fixed_tokens,
            prefill_s=batch.prefill_s + timer.total_s - before_s,
        )

    def _with_fixed_alignment(self, batch: PrefilledBatch, layout: TokenLayout, spent_s: float) -> PrefilledBatch:
        """A batch of one chunk whose canvas is an alignment, with the fixed tokens in it and in its draft."""
        model, log_probs = self.model, self._ctc_log_probs(batch.audio_tokens[0])
        fixed = align_fixed_tokens(layout, log_probs, self.blank_id, model.vocabulary, model.vocab_size)
        draft_logits, draft_canvas = batch.draft_logits, batch.draft_canvas
        if draft_logits is not None:
            certain = torch.full_like(draft_logits, NEG_INF)
            certain.scatter_(2, fixed.ids.clamp(min=0).to(certain.device)[:, :, None], 0.0)
            draft_logits = torch.where(fixed.is_fixed.to(certain.device)[:, :, None], certain, draft_logits)
        if draft_canvas is not None:
            draft_canvas = fixed.applied_to(draft_canvas.to(fixed.ids))
        return replace(
            batch,
            draft_logits=draft_logits,
            draft_canvas=draft_canvas,
            fixed_tokens=fixed,
            prefill_s=batch.prefill_s + spent_s,
        )

    def decode(
        self, batch: PrefilledBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | DecodedChunk]:
        """Decode each chunk with one canvas. Yields its steps, and a ``DecodedChunk`` as soon as it has ended.

        Raises ``DecodingError`` where the model's numbers are not finite.
        """
        model, chunks = self.model, batch.chunks
        work_s = dict.fromkeys((chunk.segment for chunk in chunks), batch.prefill_s / len(chunks))
        for row in range(len(chunks)):
            yield self._started(batch, row)

        rows = {chunk.segment: row for row, chunk in enumerate(chunks)}
        events = denoise(
            model,
            batch.prefill_cache,
            batch.canvas_lengths,
            options,
            segments=list(rows),
            generators=[generator_for(options.seed, *chunk.generator_path, device=model.device) for chunk in chunks],
            init=CanvasInit(
                batch.draft_canvas,
                batch.draft_logits,
                batch.fixed_tokens,
                self.phrases(options.words),
                self._audio_on_canvas(batch),
            ),
        )
        while True:
            before_s = timer.total_s
            with timer("denoise"):
                try:
                    event = next(events, None)
                except NonFiniteLogitsError as error:
                    raise _decoding_error(chunks[rows[error.segment]], error.step) from error
            for segment in work_s:  # those still on the canvas share the time
                work_s[segment] += (timer.total_s - before_s) / len(work_s)
            if event is None:
                return
            if isinstance(event, CanvasStep):
                yield event
                continue
            row, before_s = rows[event.segment], timer.total_s
            with timer("align"):
                decoded = self._to_result(
                    chunks[row], event, batch.audio_tokens[row], batch.fixed_tokens, self._removes_repetitions(options)
                )
            spent_s = work_s.pop(event.segment) + timer.total_s - before_s
            yield replace(decoded, work_s=spent_s + chunks[row].prior_work_s)

    def decode_splitting_overflow(
        self, batch: PrefilledBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | list[DecodedChunk]]:
        """Decode each chunk; where its canvas overflowed, split the chunk at a pause and decode both parts again.

        Yields what ``decode`` yields, but the results of a chunk as a list: one, or those of its parts in order. A chunk with
        fixed text is not split.
        """
        overflowed: list[DecodedChunk] = []
        for item in self.decode(batch, options, timer):
            if not isinstance(item, DecodedChunk):
                yield item
            elif item.ended == "overflow" and item.chunk.can_split and batch.fixed_tokens is None:
                overflowed.append(item)
            else:
                yield [item]
        # The first segment is what its consumer waits for.
        for decoded in sorted(overflowed, key=lambda decoded: decoded.chunk.segment):
            yield (yield from self._decode_halves(decoded, batch.start, options, timer))

    def ctc_text(self, batch: PrefilledBatch) -> list[str]:
        """Return the greedy CTC text of each chunk, without language model or denoising."""
        ids = [greedy_decode(self._ctc_log_probs(tokens), self.blank_id) for tokens in batch.audio_tokens]
        return [self.model.vocabulary.decode(self._without_special(row)) for row in ids]

    def draft_text(self, batch: PrefilledBatch) -> list[str]:
        """Return the most probable text of each chunk by sound and n-grams, before the backbone."""
        n_best_lists = self._n_best(batch.audio_tokens, batch.language)
        ids = [n_best.hypotheses[0].tokens for n_best in n_best_lists]
        return [self.model.vocabulary.decode(self._without_special(row)) for row in ids]

    def _decode_halves(
        self, overflowed: DecodedChunk, start: Start, options: TranscribeOptions, timer: StageTimer
    ) -> Generator[SegmentStarted | CanvasStep, None, list[DecodedChunk]]:
        """Split a chunk at its quietest moment and decode both parts, splitting again where needed."""
        results: list[DecodedChunk] = []
        for half in overflowed.chunk.split_at_pause(overflowed.work_s):
            batch = self.prefill([half], replace(options, start=start), timer)
            for item in self.decode(batch, options, timer):
                if not isinstance(item, DecodedChunk):
                    yield item
                elif item.ended == "overflow" and half.can_split:
                    results += yield from self._decode_halves(item, start, options, timer)
                else:
                    results.append(item)
        return results

    def phrases(self, words: tuple[str, ...]) -> PhraseTrie | None:
        """Return the trie of the user's own words; None where there are none."""
        return build_phrase_trie(words, self.model.vocabulary, self.model.vocab_size) if words else None

    def _removes_repetitions(self, options: TranscribeOptions) -> bool:
        asked = options.remove_repetitions
        return self.model.spec.remove_repetitions if asked is None else asked

    def text_positions(
        self, canvas_ids: list[int], remove_repetitions: bool, fixed_tokens: FixedTokens | None = None
    ) -> list[int]:
        """Return the positions of a canvas before its end token whose tokens become text.

        None do where there are no letters or digits: marks alone are what the canvas makes of a busy tone.
        """
        vocabulary = self.model.vocabulary
        if fixed_tokens is None and not any(map(str.isalnum, vocabulary.decode(canvas_ids))):
            return []
        if not remove_repetitions:
            return vocabulary.visible_positions(canvas_ids)
        return positions_without_repetitions(canvas_ids, vocabulary, fixed_tokens.positions if fixed_tokens else ())

    def _to_result(
        self,
        chunk: AudioChunk,
        done: CanvasDone,
        audio_tokens: Tensor,
        fixed_tokens: FixedTokens | None,
        remove_repetitions: bool,
    ) -> DecodedChunk:
        """The text of a canvas that has ended, its words aligned to the chunk's audio tokens (tokens, hidden)."""
        vocabulary = self.model.vocabulary
        canvas_ids, _ = vocabulary.truncate_at_end(done.argmax_ids.tolist())
        visible = vocabulary.visible_positions(canvas_ids)
        positions = self.text_positions(canvas_ids, remove_repetitions, fixed_tokens)
        ids = [canvas_ids[position] for position in positions]
        token_probs = done.token_probs[positions]
        words = word_times(
            self._ctc_log_probs(audio_tokens),
            ids,
            token_probs.tolist(),
            vocabulary,
            blank_id=self.blank_id,
            frame_s=self.model.seconds_per_audio_token,
            start_s=chunk.start_s,
            end_s=chunk.end_s,
        )
        if fixed_tokens is not None:
            words = mark_fixed_words(words, ids, positions, fixed_tokens, vocabulary)
        return DecodedChunk(
            chunk=chunk,
            text=vocabulary.decode(ids),
            words=words,
            ended=done.ended,
            steps=done.steps,
            confidence=float(token_probs.mean()) if positions else 0.0,
            token_count=len(positions),
            raw_text=vocabulary.decode(canvas_ids) if len(positions) < len(visible) else "",
        )

    def _n_best(self, audio_tokens: list[Tensor], language: str, words: tuple[str, ...] = ()) -> list[NBest]:
        """The n-best texts of each chunk by its audio tokens (tokens, hidden) and its language's n-grams.

        They are written in the language's script; own words keep theirs.
        """
        spec, ngrams, phrases = self.model.spec, self.model.ngrams, self.phrases(words)
        log_probs = [self._ctc_log_probs(tokens) for tokens in audio_tokens]
        allowed = allowed_tokens(self.model.vocabulary, language, self.model.vocab_size)
        if allowed is not None:
            allowed[self.blank_id] = True
            if phrases is not None:
                allowed[phrases.tokens] = True
            foreign = torch.from_numpy(~allowed).to(self.device)
            log_probs = [chunk.masked_fill(foreign, NEG_INF) for chunk in log_probs]
        drafts = [greedy_draft(chunk_log_probs, self.blank_id) for chunk_log_probs in log_probs]
        n_best_lists = [single_best(draft) for draft in drafts]
        if ngrams is None or spec.fusion is None:
            return n_best_lists
        begin_id = spec.prompt.before[0]
        languages = [language] * len(audio_tokens)
        if language == "auto":
            languages = [ngrams.identify_language(self._without_special(draft.ids), begin_id) for draft in drafts]
        for code in set(languages) & set(ngrams):
            rows = [row for row, row_language in enumerate(languages) if row_language == code]
            fused = lm_fused_n_best(
                [log_probs[row] for row in rows],
                ngrams[code],
                spec.fusion,
                blank_id=self.blank_id,
                begin_id=begin_id,
                end_id=spec.end_ids[0],
                phrases=phrases,
            )
            for row, n_best in zip(rows, fused, strict=True):
                n_best_lists[row] = n_best
        return n_best_lists

    def _started(self, batch: PrefilledBatch, row: int) -> SegmentStarted:
        """The event of a chunk of a batch that goes on its canvas."""
        chunk, frame_s = batch.chunks[row], self.model.seconds_per_audio_token
        spans_s = np.zeros((0, 2))
        if batch.draft_spans and len(batch.draft_spans[row]):
            length = (chunk.end_s - chunk.start_s) / frame_s
            spans = padded_spans(batch.draft_spans[row], TOKEN_PADDING_S / frame_s, length)
            spans_s = np.clip(chunk.start_s + spans * frame_s, chunk.start_s, chunk.end_s)
        return SegmentStarted(
            chunk.segment,
            chunk.start_s,
            chunk.end_s,
            batch.canvas_lengths[row],
            batch.start,
            tuple(batch.draft_ids[row]) if batch.draft_ids else (),
            tuple((round(float(start_s), 3), round(float(end_s), 3)) for start_s, end_s in spans_s),
            batch.spectrograms[row],
            frame_s if self.model.spec.canvas.layout == "alignment" else None,
        )

    def _audio_on_canvas(self, batch: PrefilledBatch) -> Tensor | None:
        """The audio token of each position (batch, canvas, hidden) where canvases are alignments and no draft stands there."""
        if self.model.spec.canvas.layout == "text" or batch.drafts:
            return None
        return torch.nn.utils.rnn.pad_sequence(
            [tokens[:length] for tokens, length in zip(batch.audio_tokens, batch.canvas_lengths, strict=True)],
            batch_first=True,
        )

    def _text_and_spans(self, draft: Draft) -> tuple[list[int], NDArray[np.int64]]:
        """The text tokens of a draft, and their frames (tokens, 2)."""
        ids = draft.ids
        kept = [index for index, token in enumerate(ids) if not self.model.vocabulary.is_special(token)]
        spans = np.zeros((0, 2), np.int64) if draft.spans is None else draft.spans[kept]
        return [ids[index] for index in kept], spans

    def _draft_logits(self, draft: Draft, width: int) -> Tensor:
        """A draft as self-conditioning (width, vocab)."""
        spec = self.model.spec
        if spec.canvas.layout == "alignment":
            return align_draft_logits(draft, width, self.blank_id)
        return make_draft_logits(draft.log_probs, draft.token_rows, width, self.blank_id, spec.end_ids[0], spec.pad_id)

    def _draft_canvases(self, drafts: list[Draft], draft_ids: list[list[int]], canvas_lengths: list[int]) -> Tensor:
        """Canvases (batch, canvas) that hold the drafts, or where there are none their text tokens."""
        spec = self.model.spec
        canvases = torch.full((len(draft_ids), max(canvas_lengths)), spec.pad_id)
        for row, length in enumerate(canvas_lengths):
            if spec.canvas.layout == "alignment":
                canvas = align_draft_canvas(drafts[row], length, self.blank_id)
            else:
                canvas = make_draft_canvas(draft_ids[row], length, spec.end_ids[0], spec.pad_id)
            canvases[row, :length] = torch.from_numpy(canvas)
        return canvases

    def _without_special(self, ids: list[int]) -> list[int]:
        return [token for token in ids if not self.model.vocabulary.is_special(token)]

    def _ctc_log_probs(self, audio_tokens: Tensor) -> Tensor:
        """CTC log-probabilities (tokens, vocab) of a chunk's audio tokens (tokens, hidden)."""
        return self.model.ctc_logits(audio_tokens).log_softmax(dim=-1)


def _decoding_error(chunk: AudioChunk, step: int) -> DecodingError:
    return DecodingError(
        "The sound from {start} s to {end} s could not be read.",
        "At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.",
        "Check the model's files, or choose another device.",
        start=f"{chunk.start_s:.1f}",
        end=f"{chunk.end_s:.1f}",
        step=step,
    )
