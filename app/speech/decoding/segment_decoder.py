"""One canvas for one part of the audio: encode, prefill, denoise, align. Parts whose canvas overflowed are read in pieces."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from app.speech.audio.segmentation import SAMPLE_RATE_HZ
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.model.speech_model import SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.redecode import Clamp
from app.speech.stage_timer import Stopwatch

from .ctc import calibrated_blank, draft_canvas, draft_logits, greedy_draft
from .ctc_draft import Draft, Readings, fused, greedy, only
from .denoiser import CanvasDone, denoise
from .infilling import Clamped, canvas_length, clamped_canvas, clamped_draft, lay_out, with_certain_words
from .lm_head import CHUNK, LARGE
from .prepared_batch import Heard, Part, Reading
from .rescoring import choose
from .sampling_noise import generator_for
from .word_timing import word_times

SILENCE_S = 4  # of silence calibrate a blank


LOGITS_BYTES = 256 * 2**20  # of one copy of a batch's logits


class Reader:
    """Reads parts with one model. Everything runs without gradients: its caller sees to that."""

    def __init__(self, model: SpeechModel) -> None:
        self.model = model
        self._blank: int | None = None

    @property
    def most_parts(self) -> int:
        """How many parts may be read together: logits take much memory, though of a large vocabulary only a part is there."""
        wide = self.model.vocab_size if self.model.vocab_size < LARGE else CHUNK
        return max(1, LOGITS_BYTES // (4 * self.model.spec.canvas.length * wide))

    def hear(self, parts: list[Part], language: str, watch: Stopwatch) -> Heard:
        """Encode parts and prefill their prompts."""
        before_s = watch.total_s
        with watch("encode"):
            tokens, counts = self.model.audio_tokens([part.audio if part.mel is None else part.mel for part in parts])
        spec = self.model.spec
        with watch("align"):
            readings = self._readings(parts, tokens, language) if spec.draft_conditioning else []
        with watch("prefill"):
            prefix = self.model.prefill(tokens, counts, language)
            chosen = choose(self.model, prefix, readings, spec.fusion.backbone if spec.fusion else 0.0)
        with watch("align"):
            drafts = [own.draft(number) for own, number in zip(readings, chosen, strict=True)]
            sizes: list[int | None] = [len(draft.rows) for draft in drafts] or [None] * len(parts)
            lengths = [max(1, spec.canvas.positions(n, size)) for n, size in zip(counts.tolist(), sizes, strict=True)]
            rows = [
                draft_logits(draft.log_probs, draft.rows, max(lengths), self.blank, spec.end_ids[0], spec.pad_id)
                for draft in drafts
            ]
        conditioning = torch.stack(rows) if rows else None
        return Heard(parts, tokens, lengths, prefix, watch.total_s - before_s, language, drafts, conditioning)

    def hear_around(self, part: Part, clamp: Clamp, language: str, watch: Stopwatch) -> Heard:
        """Hear a part of whose text some words are certain. Raises ``ModelError`` where the text does not fit."""
        heard, spec = self.hear([part], language, watch), self.model.spec
        before_s = watch.total_s
        with watch("align"):
            laid = lay_out(clamp, self.model.vocabulary)
            length = canvas_length(laid, heard.lengths[0], spec.canvas.length)
            clamped = clamped_canvas(laid, length, self.model.vocabulary, self.model.vocab_size, self.model.device)
            conditioning = None
            for draft in heard.drafts:
                rows = clamped_draft(
                    draft.log_probs, draft.rows, laid, length, self.blank, spec.end_ids[0], spec.pad_id
                )
                conditioning = rows[None]
        spent_s = heard.spent_s + watch.total_s - before_s
        return replace(heard, lengths=[length], conditioning=conditioning, clamped=clamped, spent_s=spent_s)

    def read(
        self, heard: Heard, options: TranscribeOptions, watch: Stopwatch
    ) -> Iterator[SegmentStarted | CanvasStep | Reading]:
        """One canvas for each part: its steps, and a ``Reading`` as soon as it has ended."""
        model, parts, tokens, lengths = self.model, heard.parts, heard.tokens, heard.lengths
        before_s = watch.total_s
        with watch("align"):
            start = self._canvases(heard) if options.draft == "ctc" and heard.clamped is None else None
        spent_s = heard.spent_s + watch.total_s - before_s
        work_s = dict.fromkeys((part.segment for part in parts), spent_s / len(parts))
        for part, length in zip(parts, lengths, strict=True):
            yield SegmentStarted(part.segment, part.start_s, part.end_s, length)

        rows = {part.segment: row for row, part in enumerate(parts)}
        steps = denoise(
            model,
            heard.prefix,
            lengths,
            options,
            segments=list(rows),
            generators=[generator_for(options.seed, *part.seeds, device=model.device) for part in parts],
            start=start,
            conditioning=heard.conditioning,
            clamped=heard.clamped,
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
                reading = self._reading(parts[row], item, tokens[row], heard.clamped)
            spent_s = work_s.pop(item.segment) + watch.total_s - before_s
            yield replace(reading, work_s=spent_s + parts[row].spent_s)

    def read_whole(
        self, heard: Heard, options: TranscribeOptions, watch: Stopwatch
    ) -> Iterator[SegmentStarted | CanvasStep | list[Reading]]:
        """As ``read``, but parts whose canvas overflowed are done again in pieces: one or more readings a part, in order."""
        overflowed: list[Reading] = []
        for item in self.read(heard, options, watch):
            if not isinstance(item, Reading):
                yield item
            elif item.ended == "overflow" and item.part.divisible:
                overflowed.append(item)
            else:
                yield [item]
        for reading in sorted(
            overflowed, key=lambda reading: reading.part.segment
        ):  # whoever comes first is waited for
            yield (yield from self._pieces(reading, options, watch))

    def ctc_text(self, heard: Heard) -> list[str]:
        """What the audio tokens of each part say by themselves, without language models or any denoising."""
        return [
            self.model.vocabulary.decode(self._said(greedy_draft(self._heard(part, row), self.blank)))
            for part, row in zip(heard.parts, heard.tokens, strict=True)
        ]

    def draft_text(self, heard: Heard) -> list[str]:
        """What each part most probably says by its sound and its language, before the backbone sees it."""
        readings = self._readings(heard.parts, heard.tokens, heard.language)
        return [self.model.vocabulary.decode(self._said(own.texts[0].tokens)) for own in readings]

    def _pieces(
        self, overflowed: Reading, options: TranscribeOptions, watch: Stopwatch
    ) -> Generator[SegmentStarted | CanvasStep, None, list[Reading]]:
        """Cut a part whose canvas overflowed at its quietest moment and read both sides, cutting again where needed."""
        readings: list[Reading] = []
        for half in overflowed.part.halves(overflowed.work_s):
            for item in self.read(self.hear([half], options.language, watch), options, watch):
                if not isinstance(item, Reading):
                    yield item
                elif item.ended == "overflow" and half.divisible:
                    readings += yield from self._pieces(item, options, watch)
                else:
                    readings.append(item)
        return readings

    def _reading(self, part: Part, done: CanvasDone, tokens: Tensor, clamped: Clamped | None = None) -> Reading:
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
        if clamped is not None:
            words = with_certain_words(words, ids, clamped, vocabulary)
        return Reading(
            part,
            vocabulary.decode(ids),
            words,
            done.ended,
            done.steps,
            confidence=float(done.probs[visible].mean()) if visible else 0.0,
            tokens=len(visible),
        )

    def _readings(self, parts: list[Part], tokens: Tensor, language: str) -> list[Readings]:
        """What parts may say by their audio tokens (batch, tokens, hidden)."""
        spec, ngrams = self.model.spec, self.model.ngrams
        heard = [self._heard(part, row) for part, row in zip(parts, tokens, strict=True)]
        drafts = [greedy(log_probs, self.blank) for log_probs in heard]
        found = [only(draft) for draft in drafts]
        if ngrams is None or spec.fusion is None:
            return found
        begin = spec.prompt.before[0]
        spoken = [language] * len(parts)
        if language == "auto":
            spoken = [ngrams.likeliest(self._said(draft.ids), begin) for draft in drafts]
        for each in set(spoken) & set(ngrams):
            rows = [row for row, own in enumerate(spoken) if own == each]
            read = fused(
                [heard[row] for row in rows],
                ngrams[each],
                spec.fusion,
                blank=self.blank,
                begin=begin,
                end=spec.end_ids[0],
            )
            for row, readings in zip(rows, read, strict=True):
                found[row] = readings
        return found

    def _all_drafts(self, heard: Heard) -> list[Draft]:
        """Drafts also of a model that was trained without."""
        return heard.drafts or [own.draft(0) for own in self._readings(heard.parts, heard.tokens, heard.language)]

    def _canvases(self, heard: Heard) -> Tensor:
        """Canvases (batch, canvas) that start from the drafts."""
        spec = self.model.spec
        start = torch.full((len(heard.parts), max(heard.lengths)), spec.pad_id)
        for row, (draft, length) in enumerate(zip(self._all_drafts(heard), heard.lengths, strict=True)):
            canvas = draft_canvas(self._said(draft.ids), length, spec.end_ids[0], spec.pad_id)
            start[row, :length] = torch.from_numpy(canvas)
        return start

    def _said(self, ids: list[int]) -> list[int]:
        return [token for token in ids if not self.model.vocabulary.is_special(token)]

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
