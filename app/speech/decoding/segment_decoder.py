"""One canvas for one part of the audio: encode, prefill, denoise, align. Parts whose canvas overflowed are read in pieces."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer

from .ctc import estimate_blank_id, greedy_decode, make_draft_canvas, make_draft_logits
from .ctc_draft import Draft, NBest, greedy_draft, lm_fused_n_best, single_best
from .denoiser import CanvasDone, denoise
from .infilling import FixedTokens, align_draft, canvas_length, layout_tokens, make_fixed_tokens, mark_fixed_words
from .lm_head import CHUNKED_FROM_VOCAB, VOCAB_CHUNK
from .prepared_batch import AudioChunk, DecodedChunk, PrefilledBatch
from .rescoring import rescore
from .sampling_noise import generator_for
from .word_timing import word_times

BLANK_SILENCE_S = 4  # of silence calibrate a blank


MAX_LOGITS_BYTES = 256 * 2**20  # of one copy of a batch's logits


class SegmentDecoder:
    """Reads parts with one model. Everything runs without gradients: its caller sees to that."""

    def __init__(self, model: SpeechModel) -> None:
        self.model = model
        self._blank_id: int | None = None

    @property
    def max_batch(self) -> int:
        """How many parts may be read together: logits take much memory, though of a large vocabulary only a part is there."""
        wide = self.model.vocab_size if self.model.vocab_size < CHUNKED_FROM_VOCAB else VOCAB_CHUNK
        return max(1, MAX_LOGITS_BYTES // (4 * self.model.spec.canvas.length * wide))

    def prefill(self, chunks: list[AudioChunk], language: str, timer: StageTimer) -> PrefilledBatch:
        """Encode parts and prefill their prompts."""
        before_s = timer.total_s
        with timer("encode"):
            tokens, counts = self.model.audio_tokens([part.audio if part.mel is None else part.mel for part in chunks])
        spec = self.model.spec
        with timer("align"):
            readings = self._n_best(chunks, tokens, language) if spec.draft_conditioning else []
        with timer("prefill"):
            prefix = self.model.prefill(tokens, counts, language)
            chosen = rescore(self.model, prefix, readings, spec.fusion.backbone if spec.fusion else 0.0)
        with timer("align"):
            drafts = [own.draft_for(number) for own, number in zip(readings, chosen, strict=True)]
            sizes: list[int | None] = [len(draft.token_rows) for draft in drafts] or [None] * len(chunks)
            lengths = [max(1, spec.canvas.length_for(n, size)) for n, size in zip(counts.tolist(), sizes, strict=True)]
            rows = [
                make_draft_logits(
                    draft.log_probs, draft.token_rows, max(lengths), self.blank_id, spec.end_ids[0], spec.pad_id
                )
                for draft in drafts
            ]
        conditioning = torch.stack(rows) if rows else None
        return PrefilledBatch(chunks, tokens, lengths, prefix, timer.total_s - before_s, language, drafts, conditioning)

    def prefill_with_fixed_text(
        self, chunk: AudioChunk, fixed_text: FixedText, language: str, timer: StageTimer
    ) -> PrefilledBatch:
        """Hear a part of whose text some words are certain. Raises ``ModelError`` where the text does not fit."""
        heard, spec = self.prefill([chunk], language, timer), self.model.spec
        before_s = timer.total_s
        with timer("align"):
            laid = layout_tokens(fixed_text, self.model.vocabulary)
            length = canvas_length(laid, heard.canvas_lengths[0], spec.canvas.length)
            clamped = make_fixed_tokens(laid, length, self.model.vocabulary, self.model.vocab_size, self.model.device)
            conditioning = None
            for draft in heard.drafts:
                rows = align_draft(
                    draft.log_probs, draft.token_rows, laid, length, self.blank_id, spec.end_ids[0], spec.pad_id
                )
                conditioning = rows[None]
        spent_s = heard.prefill_s + timer.total_s - before_s
        return replace(
            heard, canvas_lengths=[length], draft_logits=conditioning, fixed_tokens=clamped, prefill_s=spent_s
        )

    def decode(
        self, batch: PrefilledBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | DecodedChunk]:
        """One canvas for each part: its steps, and a ``Reading`` as soon as it has ended."""
        model, parts, tokens, lengths = self.model, batch.chunks, batch.audio_tokens, batch.canvas_lengths
        before_s = timer.total_s
        with timer("align"):
            start = self._draft_canvases(batch) if options.draft == "ctc" and batch.fixed_tokens is None else None
        spent_s = batch.prefill_s + timer.total_s - before_s
        work_s = dict.fromkeys((part.segment for part in parts), spent_s / len(parts))
        for part, length in zip(parts, lengths, strict=True):
            yield SegmentStarted(part.segment, part.start_s, part.end_s, length)

        rows = {part.segment: row for row, part in enumerate(parts)}
        steps = denoise(
            model,
            batch.prefill_cache,
            lengths,
            options,
            segments=list(rows),
            generators=[generator_for(options.seed, *part.generator_path, device=model.device) for part in parts],
            start_canvas=start,
            draft_logits=batch.draft_logits,
            fixed_tokens=batch.fixed_tokens,
        )
        while True:
            before_s = timer.total_s
            with timer("denoise"):
                item = next(steps, None)
            for segment in work_s:  # those still on the canvas share the time
                work_s[segment] += (timer.total_s - before_s) / len(work_s)
            if item is None:
                return
            if isinstance(item, CanvasStep):
                yield item
                continue
            row, before_s = rows[item.segment], timer.total_s
            with timer("align"):
                reading = self._to_result(parts[row], item, tokens[row], batch.fixed_tokens)
            spent_s = work_s.pop(item.segment) + timer.total_s - before_s
            yield replace(reading, work_s=spent_s + parts[row].prior_work_s)

    def decode_splitting_overflow(
        self, batch: PrefilledBatch, options: TranscribeOptions, timer: StageTimer
    ) -> Iterator[SegmentStarted | CanvasStep | list[DecodedChunk]]:
        """As ``read``, but parts whose canvas overflowed are done again in pieces: one or more readings a part, in order."""
        overflowed: list[DecodedChunk] = []
        for item in self.decode(batch, options, timer):
            if not isinstance(item, DecodedChunk):
                yield item
            elif item.ended == "overflow" and item.chunk.can_split:
                overflowed.append(item)
            else:
                yield [item]
        for reading in sorted(
            overflowed, key=lambda reading: reading.chunk.segment
        ):  # whoever comes first is waited for
            yield (yield from self._decode_halves(reading, options, timer))

    def ctc_text(self, batch: PrefilledBatch) -> list[str]:
        """What the audio tokens of each part say by themselves, without language models or any denoising."""
        return [
            self.model.vocabulary.decode(
                self._without_special(greedy_decode(self._ctc_log_probs(part, row), self.blank_id))
            )
            for part, row in zip(batch.chunks, batch.audio_tokens, strict=True)
        ]

    def draft_text(self, batch: PrefilledBatch) -> list[str]:
        """What each part most probably says by its sound and its language, before the backbone sees it."""
        readings = self._n_best(batch.chunks, batch.audio_tokens, batch.language)
        return [self.model.vocabulary.decode(self._without_special(own.hypotheses[0].tokens)) for own in readings]

    def _decode_halves(
        self, overflowed: DecodedChunk, options: TranscribeOptions, watch: StageTimer
    ) -> Generator[SegmentStarted | CanvasStep, None, list[DecodedChunk]]:
        """Cut a part whose canvas overflowed at its quietest moment and read both sides, cutting again where needed."""
        readings: list[DecodedChunk] = []
        for half in overflowed.chunk.split_at_pause(overflowed.work_s):
            for item in self.decode(self.prefill([half], options.language, watch), options, watch):
                if not isinstance(item, DecodedChunk):
                    yield item
                elif item.ended == "overflow" and half.can_split:
                    readings += yield from self._decode_halves(item, options, watch)
                else:
                    readings.append(item)
        return readings

    def _to_result(
        self, part: AudioChunk, done: CanvasDone, tokens: Tensor, clamped: FixedTokens | None = None
    ) -> DecodedChunk:
        """The text of a canvas that has ended, its words aligned to the part's audio tokens (tokens, hidden)."""
        vocabulary = self.model.vocabulary
        ids, _ = vocabulary.truncate_at_end(done.argmax_ids.tolist())
        visible = [position for position, token in enumerate(ids) if not vocabulary.is_special(token)]
        words = word_times(
            self._ctc_log_probs(part, tokens),
            ids,
            done.token_probs[: len(ids)].tolist(),
            vocabulary,
            blank_id=self.blank_id,
            frame_s=self.model.seconds_per_audio_token,
            start_s=part.start_s,
            end_s=part.end_s,
        )
        if clamped is not None:
            words = mark_fixed_words(words, ids, clamped, vocabulary)
        return DecodedChunk(
            part,
            vocabulary.decode(ids),
            words,
            done.ended,
            done.steps,
            confidence=float(done.token_probs[visible].mean()) if visible else 0.0,
            token_count=len(visible),
        )

    def _n_best(self, parts: list[AudioChunk], tokens: Tensor, language: str) -> list[NBest]:
        """What parts may say by their audio tokens (batch, tokens, hidden)."""
        spec, ngrams = self.model.spec, self.model.ngrams
        heard = [self._ctc_log_probs(part, row) for part, row in zip(parts, tokens, strict=True)]
        drafts = [greedy_draft(log_probs, self.blank_id) for log_probs in heard]
        found = [single_best(draft) for draft in drafts]
        if ngrams is None or spec.fusion is None:
            return found
        begin = spec.prompt.before[0]
        spoken = [language] * len(parts)
        if language == "auto":
            spoken = [ngrams.identify_language(self._without_special(draft.ids), begin) for draft in drafts]
        for each in set(spoken) & set(ngrams):
            rows = [row for row, own in enumerate(spoken) if own == each]
            read = lm_fused_n_best(
                [heard[row] for row in rows],
                ngrams[each],
                spec.fusion,
                blank_id=self.blank_id,
                begin_id=begin,
                end_id=spec.end_ids[0],
            )
            for row, readings in zip(rows, read, strict=True):
                found[row] = readings
        return found

    def _all_drafts(self, heard: PrefilledBatch) -> list[Draft]:
        """Drafts also of a model that was trained without."""
        return heard.drafts or [
            own.draft_for(0) for own in self._n_best(heard.chunks, heard.audio_tokens, heard.language)
        ]

    def _draft_canvases(self, heard: PrefilledBatch) -> Tensor:
        """Canvases (batch, canvas) that start from the drafts."""
        spec = self.model.spec
        start = torch.full((len(heard.chunks), max(heard.canvas_lengths)), spec.pad_id)
        for row, (draft, length) in enumerate(zip(self._all_drafts(heard), heard.canvas_lengths, strict=True)):
            canvas = make_draft_canvas(self._without_special(draft.ids), length, spec.end_ids[0], spec.pad_id)
            start[row, :length] = torch.from_numpy(canvas)
        return start

    def _without_special(self, ids: list[int]) -> list[int]:
        return [token for token in ids if not self.model.vocabulary.is_special(token)]

    def _ctc_log_probs(self, part: AudioChunk, tokens: Tensor) -> Tensor:
        """CTC log-probabilities (tokens, vocab) of the part's own audio tokens, without those of padding."""
        own = math.ceil((part.end_s - part.start_s) / self.model.seconds_per_audio_token - 1e-6)
        return self.model.ctc_logits(tokens[: max(1, own)]).log_softmax(dim=-1)

    @property
    def blank_id(self) -> int:
        """The CTC blank: the adapter's, else what its audio tokens say to silence."""
        if self.model.spec.blank_id is not None:
            return self.model.spec.blank_id
        if self._blank_id is None:
            tokens, _ = self.model.audio_tokens([np.zeros(BLANK_SILENCE_S * SAMPLE_RATE_HZ, np.float32)])
            self._blank_id = estimate_blank_id(self.model.ctc_logits(tokens[0]).log_softmax(dim=-1))
        return self._blank_id
