"""Chunks decoded with a real tiny model: around fixed text, and in halves where a canvas overflows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from app.errors import DecodingError, ModelError
from app.models.adapter.spec import CanvasConfig
from app.speech.decoding import lm_head
from app.speech.decoding.prepared_batch import AudioChunk, DecodedChunk
from app.speech.decoding.script_mask import token_scripts
from app.speech.decoding.segment_decoder import SegmentDecoder
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText
from app.speech.stage_timer import StageTimer
from app.transcript.model import Start
from tests.speech import tiny

TEXT = "the quick brown fox jumps"


@torch.inference_mode()
@pytest.mark.parametrize("start", ["noise", "draft"])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"draft_conditioning": True},
        {"draft_conditioning": True, "draft_weight": 0.7},
        {"draft_conditioning": True, "draft_share": 0.5},
        {"draft_conditioning": True, "draft_share": 1.0, "draft_noise": 0.3},
    ],
)
def test_a_chunk_decoded_around_a_word_has_that_word_beyond_doubt(changes: dict[str, Any], start: Start) -> None:
    model = tiny.model(2, canvas=CanvasConfig(48), **changes)
    decoder, timer = SegmentDecoder(model), StageTimer()
    chunk = AudioChunk(3, 1.0, 3.0, tiny.clip(2.0))
    certain = 0
    for seed in range(6):
        options = TranscribeOptions(language="en", steps=4, seed=seed, start=start)
        batch = decoder.prefill_with_fixed_text(chunk, FixedText(TEXT, ((10, 15),)), options, timer)
        (decoded,) = (item for item in decoder.decode(batch, options, timer) if isinstance(item, DecodedChunk))
        fixed = [word for word in decoded.words if word.doubt == 0.0]
        assert all(word.confidence == 1.0 for word in fixed)
        assert all(1.0 <= word.start_s <= word.end_s <= 3.0 for word in decoded.words)
        # A random model may write letters right behind a mark, as in "brown.xy": then the word is not the person's alone.
        certain += "brown" in " ".join(word.text for word in fixed) and any(
            word.doubt is None for word in decoded.words
        )
    assert certain >= 3


@torch.inference_mode()
@pytest.mark.parametrize(("draft_noise", "stands"), [(None, False), (0.0, True)])
def test_a_draft_in_sight_stands_on_the_first_canvas(draft_noise: float | None, stands: bool) -> None:
    model = tiny.model(2, canvas=CanvasConfig(64), draft_conditioning=True, draft_noise=draft_noise)
    decoder, timer = SegmentDecoder(model), StageTimer()
    options = TranscribeOptions(language="en", steps=2, start="draft")
    batch = decoder.prefill([AudioChunk(0, 0.0, 2.0, tiny.clip(2.0))], options, timer)
    assert batch.draft_logits is not None
    first = next(item for item in decoder.decode(batch, options, timer) if isinstance(item, CanvasStep))
    held = [*batch.draft_ids[0], model.spec.end_ids[0]]
    held += [model.spec.pad_id] * (len(first.canvas) - len(held))
    assert (first.canvas.tolist() == held) == stands


@torch.inference_mode()
@pytest.mark.parametrize("fixed", [False, True])
def test_nothing_of_ctc_is_computed_before_a_canvas_of_noise_is_denoised(
    fixed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a draft nor the blank; the canvas is as long as the audio can fill."""
    canvas = CanvasConfig(64, per_audio_token=0.5, extra=6, per_draft_token=1.2)
    model = tiny.model(2, canvas=canvas, blank_id=None, draft_conditioning=True, draft_share=0.5, draft_weight=0.5)
    decoder, timer, calls = SegmentDecoder(model), StageTimer(), list[int]()
    real = model.ctc_logits

    def counting(tokens: torch.Tensor) -> torch.Tensor:
        calls.append(len(tokens))
        return real(tokens)

    monkeypatch.setattr(model, "ctc_logits", counting)
    chunk = AudioChunk(0, 0.0, 2.0, tiny.clip(2.0))
    options = TranscribeOptions(language="en", steps=3, start="noise")
    if fixed:
        batch = decoder.prefill_with_fixed_text(chunk, FixedText("fox", ((0, 3),)), options, timer)
    else:
        batch = decoder.prefill([chunk], options, timer)
    assert (batch.drafts, batch.draft_ids, batch.draft_logits, batch.draft_canvas) == ([], [], None, None)
    assert batch.canvas_lengths == [canvas.length_for(model.audio_tokens([chunk.audio])[1].item())]
    items = decoder.decode(batch, options, timer)
    before = [item for item in items if not calls]
    assert [type(item) for item in before] == [SegmentStarted, CanvasStep, CanvasStep, CanvasStep]
    assert calls, "the words' times are CTC's"


@torch.inference_mode()
def test_around_fixed_words_a_canvas_holds_the_rest_of_the_draft() -> None:
    model = tiny.model(6, canvas=CanvasConfig(64))
    decoder, timer = SegmentDecoder(model), StageTimer()
    chunk = AudioChunk(0, 0.0, 2.0, tiny.clip(2.0))
    options = TranscribeOptions("en", 1, start="draft")
    plain = decoder.prefill([chunk], options, timer)
    (draft,) = plain.draft_ids
    assert len(draft) > 8
    assert plain.draft_canvas is not None
    assert plain.draft_canvas[0, : len(draft) + 1].tolist() == [*draft, tiny.EOS]
    text = model.vocabulary.decode(draft)
    word = text[:6]
    batch = decoder.prefill_with_fixed_text(chunk, FixedText(text, ((0, len(word)),)), options, timer)
    assert batch.draft_canvas is not None
    canvas = batch.draft_canvas[0].tolist()
    assert canvas[canvas.index(tiny.EOS) :] == [tiny.EOS] + [tiny.PAD] * (len(canvas) - canvas.index(tiny.EOS) - 1)
    rest = canvas[: canvas.index(tiny.EOS)]
    assert rest[-4:] == draft[-4:]
    first = next(item for item in decoder.decode(batch, options, timer) if isinstance(item, CanvasStep))
    assert model.vocabulary.decode(first.canvas[:4].tolist()).startswith(word)
    assert (first.canvas >= 0).all()


ALIGNMENT: dict[str, Any] = {
    "canvas": CanvasConfig(192, layout="alignment"),
    "draft_conditioning": True,
    "segment_s": 8.0,
}


@torch.inference_mode()
@pytest.mark.parametrize("draft_noise", [None, 0.0, 1.0])
def test_an_alignment_has_a_position_for_each_audio_token(draft_noise: float | None) -> None:
    model = tiny.model(2, **ALIGNMENT, draft_noise=draft_noise, draft_share=1.0)
    decoder, timer = SegmentDecoder(model), StageTimer()
    chunks = [AudioChunk(0, 0.0, 2.0, tiny.clip(2.0)), AudioChunk(1, 2.0, 3.0, tiny.clip(1.0, 1))]
    options = TranscribeOptions(language="en", steps=4, start="draft")
    batch = decoder.prefill(chunks, options, timer)
    assert batch.canvas_lengths == [len(tokens) for tokens in batch.audio_tokens]
    assert batch.draft_logits is not None
    for row, draft in enumerate(batch.drafts):
        assert draft.frames is not None
        held = [tiny.BLANK] * batch.canvas_lengths[row]
        for frame, token in zip(draft.frames.tolist(), draft.ids, strict=True):
            held[frame] = token
        assert batch.draft_logits[row].argmax(-1).tolist()[: len(held)] == held
        if batch.draft_canvas is not None:
            assert batch.draft_canvas[row, : len(held)].tolist() == held
    events = list(decoder.decode(batch, options, timer))
    steps = [item for item in events if isinstance(item, CanvasStep)]
    if batch.draft_canvas is not None and draft_noise is not None:
        for step in steps:
            held = batch.draft_canvas[step.segment, : len(step.accepted)].numpy()
            kept = ~step.accepted & (step.argmax_ids != tiny.BLANK)
            assert (step.argmax_ids[kept] == held[kept]).all(), "what is not accepted is the draft's"
    done = {item.chunk.segment: item for item in events if isinstance(item, DecodedChunk)}
    for row, item in done.items():
        last = [step for step in events if isinstance(step, CanvasStep) and step.segment == row][-1]
        text = [token for token in last.argmax_ids.tolist() if token != tiny.BLANK]
        assert not model.vocabulary.hidden_ids.intersection(text)
        assert item.text == model.vocabulary.decode(text)
        assert item.ended in ("settled", "step limit")
    assert len(done) == 2


@torch.inference_mode()
def test_rows_of_alignments_compute_as_each_alone() -> None:
    model = tiny.model(2, **ALIGNMENT, draft_noise=1.0, draft_share=1.0)
    decoder, timer, options = SegmentDecoder(model), StageTimer(), TranscribeOptions("en", 3, start="noise")
    chunks = [AudioChunk(row, 0.0, s, tiny.clip(s, row)) for row, s in enumerate((2.0, 1.0, 3.0))]
    together = list(decoder.decode(decoder.prefill(chunks, options, timer), options, timer))
    for chunk in chunks:
        alone = list(decoder.decode(decoder.prefill([chunk], options, timer), options, timer))
        one, other = (
            [step for step in items if isinstance(step, CanvasStep) and step.segment == chunk.segment]
            for items in (alone, together)
        )
        assert [step.argmax_ids.tolist() for step in one] == [step.argmax_ids.tolist() for step in other]
        assert len(one) == 3


@torch.inference_mode()
@pytest.mark.parametrize("start", ["noise", "draft"])
def test_an_alignment_keeps_a_fixed_word_whole(start: Start) -> None:
    model = tiny.model(2, **ALIGNMENT, draft_noise=1.0, draft_share=1.0)
    decoder, timer, seen = SegmentDecoder(model), StageTimer(), 0
    chunk = AudioChunk(3, 1.0, 4.0, tiny.clip(3.0))
    for seed in range(4):
        options = TranscribeOptions(language="en", steps=4, seed=seed, start=start)
        batch = decoder.prefill_with_fixed_text(chunk, FixedText(TEXT, ((10, 15),)), options, timer)
        (decoded,) = (item for item in decoder.decode(batch, options, timer) if isinstance(item, DecodedChunk))
        fixed = [word for word in decoded.words if word.doubt == 0.0]
        assert [word.text.strip(".,?!") for word in fixed] == ["brown"], decoded.text
        seen += any(word.doubt is None for word in decoded.words)
    assert seen


@torch.inference_mode()
def test_an_alignment_has_no_room_for_more_text_than_sound() -> None:
    model = tiny.model(2, **ALIGNMENT)
    decoder, options = SegmentDecoder(model), TranscribeOptions("en", 2, start="noise")
    with pytest.raises(ModelError, match="too much text for the sound"):
        decoder.prefill_with_fixed_text(
            AudioChunk(0, 0.0, 0.2, tiny.clip(0.2)), FixedText(TEXT, ((0, 9),)), options, StageTimer()
        )


@torch.inference_mode()
def test_a_chunk_whose_canvas_overflows_is_split_until_its_pieces_are_short() -> None:
    model = tiny.model(2, canvas=CanvasConfig(4))  # a random model hardly ever ends so short a text
    decoder, timer = SegmentDecoder(model), StageTimer()
    batch = decoder.prefill([AudioChunk(5, 2.0, 7.0, tiny.clip(5.0))], TranscribeOptions(), timer)
    items = list(decoder.decode_splitting_overflow(batch, TranscribeOptions(steps=2, observe=False), timer))
    (pieces,) = (item for item in items if isinstance(item, list))
    started = [item for item in items if isinstance(item, SegmentStarted)]
    assert len(pieces) > 1
    assert len(started) > len(pieces)  # the chunks that overflowed had started, too
    assert {item.segment for item in started} == {5}
    edges_s = [pieces[0].chunk.start_s, *(piece.chunk.end_s for piece in pieces)]
    assert (edges_s[0], edges_s[-1]) == (2.0, 7.0)
    assert [piece.chunk.start_s for piece in pieces] == edges_s[:-1]
    assert all(piece.ended != "overflow" or not piece.chunk.can_split for piece in pieces)
    assert sum(piece.work_s for piece in pieces) == pytest.approx(timer.total_s, rel=0.05)


@torch.inference_mode()
@pytest.mark.parametrize("vocab_chunk", [None, 64])
def test_numbers_that_are_none_are_an_error_and_no_empty_text(vocab_chunk: int | None, monkeypatch: Any) -> None:
    """One broken weight is enough; the error says which sound it was, and what was done before is kept."""
    model = tiny.model(2, canvas=CanvasConfig(16))
    if vocab_chunk is not None:
        monkeypatch.setattr(lm_head, "CHUNKED_FROM_VOCAB", 1)
        monkeypatch.setattr(lm_head, "VOCAB_CHUNK", vocab_chunk)
    model.backbone.model.decoder.norm.weight[0] = torch.nan
    decoder, timer = SegmentDecoder(model), StageTimer()
    chunks = [AudioChunk(row, 1.0 + row, 3.0, tiny.clip(2.0 - row)) for row in range(2)]
    items = decoder.decode(decoder.prefill(chunks, TranscribeOptions(), timer), TranscribeOptions(steps=3), timer)
    assert [type(next(items)) for _ in range(2)] == [SegmentStarted] * 2
    with pytest.raises(DecodingError, match=r"The sound from 1\.0 s to 3\.0 s could not be read\. At step 1 "):
        next(items)


@torch.inference_mode()
def test_a_chunk_with_fixed_text_is_not_split() -> None:
    model = tiny.model(2, canvas=CanvasConfig(4))
    decoder, timer = SegmentDecoder(model), StageTimer()
    options = TranscribeOptions(language="en", steps=2, observe=False)
    chunk = AudioChunk(0, 0.0, 5.0, tiny.clip(5.0))
    batch = decoder.prefill_with_fixed_text(chunk, FixedText("fox", ((0, 3),)), options, timer)
    items = decoder.decode_splitting_overflow(batch, options, timer)
    (pieces,) = (item for item in items if isinstance(item, list))
    assert [piece.ended for piece in pieces] == ["overflow"]


@torch.inference_mode()
def test_chunks_padded_with_silence_decode_together_as_each_alone() -> None:
    seconds = [0.5, 3.7, 1.2]
    model = tiny.model(4, canvas=CanvasConfig(12), sharpness=200.0, window=8, pad_s=4.0)
    decoder, timer, options = SegmentDecoder(model), StageTimer(), TranscribeOptions(steps=6, observe=False)
    chunks = [AudioChunk(row, 0.0, length, tiny.clip(length, row)) for row, length in enumerate(seconds)]

    def decoded(part: list[AudioChunk]) -> list[DecodedChunk]:
        batch = decoder.prefill(part, TranscribeOptions("en"), timer)
        assert [len(tokens) for tokens in batch.audio_tokens] == [
            round(len(chunk.audio) / 1280 + 0.49) for chunk in part
        ]
        assert batch.prefill_cache.host_lengths == [54] * len(part)
        items = [item for item in decoder.decode(batch, options, timer) if isinstance(item, DecodedChunk)]
        return sorted(items, key=lambda item: item.chunk.segment)

    together = decoded(chunks)
    assert len(together) == len(chunks)
    for whole, chunk in zip(together, chunks, strict=True):
        (alone,) = decoded([chunk])
        assert (whole.text, whole.steps, whole.ended) == (alone.text, alone.steps, alone.ended)
        assert whole.confidence == pytest.approx(alone.confidence, rel=1e-4)
        assert [(word.start_s, word.end_s) for word in whole.words] == [(w.start_s, w.end_s) for w in alone.words]
        assert all(0.0 <= word.start_s <= word.end_s <= chunk.end_s for word in whole.words)


@torch.inference_mode()
@pytest.mark.parametrize("start", ["noise", "draft"])
def test_a_chunk_that_starts_tells_what_was_heard_and_where_its_draft_lies(start: Start) -> None:
    model = tiny.model(2, canvas=CanvasConfig(48), draft_conditioning=True)
    decoder, timer = SegmentDecoder(model), StageTimer()
    clips = tiny.clip(2.0), tiny.clip(1.0)
    chunks = [AudioChunk(0, 1.0, 3.0, clips[0]), AudioChunk(1, 3.0, 4.0, clips[1])]
    batch = decoder.prefill(chunks, TranscribeOptions("en", start=start), timer)
    events = decoder.decode(batch, TranscribeOptions(language="en", steps=2), timer)
    for chunk, event in zip(chunks, events, strict=False):
        assert isinstance(event, SegmentStarted)
        heard = event.spectrogram
        assert heard is not None
        assert (heard.shape[1], heard.dtype) == (round(100 * (chunk.end_s - chunk.start_s)), np.uint8)
        assert len(event.draft_spans_s) == len(event.draft_ids)
        times_s = [time_s for span_s in event.draft_spans_s for time_s in span_s]
        assert all(chunk.start_s <= time_s <= chunk.end_s for time_s in times_s)
        assert times_s == sorted(times_s)
        assert bool(times_s) <= (start == "draft")


@torch.inference_mode()
@pytest.mark.parametrize(("words", "may_have"), [((), False), (("the",), True)])
def test_a_draft_is_written_in_its_languages_script_but_for_own_words(words: tuple[str, ...], may_have: bool) -> None:
    model = tiny.model(2, canvas=CanvasConfig(64), draft_conditioning=True)
    decoder = SegmentDecoder(model)
    latin = token_scripts(model.vocabulary)["Latin"].nonzero()[0]
    own = {token for phrase in words for token in model.vocabulary.encode(f" {phrase}")}
    said = np.array([token for token in latin if may_have == (int(token) in own)][:3])
    assert len(said)
    tokens = torch.nn.functional.normalize(model.backbone.lm_head.weight[torch.from_numpy(said)].float(), dim=-1) * 60
    heard = [tokens.to(model.backbone.lm_head.weight.dtype)]
    (as_english,) = decoder._n_best(heard, "en", words)
    (as_hindi,) = decoder._n_best(heard, "hi", words)
    assert set(as_english.hypotheses[0].tokens) & set(latin.tolist())
    assert bool(set(as_hindi.hypotheses[0].tokens) & set(latin.tolist())) == may_have
