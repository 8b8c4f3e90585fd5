"""The assembled model: a row of a batch computes what it computes alone, and a model comes back from disk as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import DynamicCache
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from app.errors import ModelError
from app.speech.model.assembly import load_model, skip_routing
from app.speech.model.speech_model import PrefillCache, SpeechModel
from tests.speech import tiny

SECONDS = [1.0, 0.3, 2.2]
CANVASES = [6, 10, 4]


@pytest.fixture(scope="module", params=[8, 64], ids=["short window", "long window"])
def model(request: pytest.FixtureRequest) -> SpeechModel:
    return tiny.model(window=request.param)


def prefilled(model: SpeechModel, rows: list[int]) -> PrefillCache:
    tokens, counts = model.audio_tokens([tiny.clip(SECONDS[row], row) for row in rows])
    return model.prefill(tokens, counts)


def canvas(rows: list[int]) -> Tensor:
    width = max(CANVASES[row] for row in rows)
    drawn = [torch.randint(20, 90, (width,), generator=torch.Generator().manual_seed(row)) for row in rows]
    return torch.stack(drawn)


def logits(model: SpeechModel, prefix: PrefillCache, rows: list[int], before: Tensor | None = None) -> list[Tensor]:
    lengths = [CANVASES[row] for row in rows]
    out = model.canvas_logits(prefix, canvas(rows), before, lengths)
    return [out[n, :length] for n, length in enumerate(lengths)]


def alone(model: SpeechModel, row: int, width: int) -> Tensor:
    ids = torch.randint(20, 90, (width,), generator=torch.Generator().manual_seed(row))
    return model.canvas_logits(prefilled(model, [row]), ids[None, : CANVASES[row]])[0]


@torch.inference_mode()
def test_audio_tokens_of_a_row_do_not_depend_on_its_batch(model: SpeechModel) -> None:
    together, counts = model.audio_tokens([tiny.clip(seconds, row) for row, seconds in enumerate(SECONDS)])
    for row, seconds in enumerate(SECONDS):
        own, own_count = model.audio_tokens([tiny.clip(seconds, row)])
        assert int(counts[row]) == int(own_count[0]) == own.shape[1]
        torch.testing.assert_close(together[row, : own.shape[1]], own[0], atol=1e-4, rtol=1e-4)


@torch.inference_mode()
@torch.no_grad()
def test_a_padded_batch_of_clips_is_encoded_as_each_alone(model: SpeechModel) -> None:
    """As on a GPU; a CPU encodes clip by clip."""
    mels = [model.encoder.mel(tiny.clip(seconds, row)) for row, seconds in enumerate(SECONDS)]
    lengths = torch.tensor([mel.shape[1] // 2 for mel in mels])
    padded = torch.zeros(len(mels), mels[0].shape[0], 2 * int(lengths.max()))
    for row, mel in enumerate(mels):
        padded[row, :, : mel.shape[1]] = mel
    together = model.encoder(padded, lengths)
    for row, mel in enumerate(mels):
        torch.testing.assert_close(together[row, : lengths[row]], model.encoder(mel[None])[0], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_single_expert_computes_the_same_without_routing(dtype: torch.dtype) -> None:
    config = tiny.backbone(0).config.text_config
    experts = DiffusionGemmaTextExperts(type(config)(**{**config.to_dict(), "num_experts": 1, "top_k_experts": 1})).to(
        dtype
    )
    for weight in experts.parameters():
        torch.nn.init.normal_(weight, std=0.1)
    tokens = torch.randn(7, config.hidden_size, dtype=dtype)
    index, weights = torch.zeros(7, 1, dtype=torch.long), torch.rand(7, 1)
    routed = experts(tokens, index, weights)
    skip_routing(experts)
    quick = experts(tokens, index, weights)
    assert quick.dtype == routed.dtype == dtype
    torch.testing.assert_close(quick, routed)


def test_token_counts_stand_for_their_seconds(model: SpeechModel) -> None:
    for seconds in (0.01, 0.08, 0.5, 1.0, 7.77, 30.0):
        _, counts = model.audio_tokens([tiny.clip(seconds)])
        assert abs(int(counts[0]) * model.seconds_per_audio_token - seconds) <= 2 * model.seconds_per_audio_token
    assert model.seconds_per_audio_token == pytest.approx(0.08)


@torch.inference_mode()
def test_logits_of_a_row_do_not_depend_on_its_batch(model: SpeechModel) -> None:
    rows = [0, 1, 2]
    for row, together in zip(rows, logits(model, prefilled(model, rows), rows), strict=True):
        torch.testing.assert_close(together, alone(model, row, max(CANVASES)), atol=2e-3, rtol=1e-3)


@torch.inference_mode()
@pytest.mark.parametrize("left", [[0], [1], [2], [0, 1], [2, 0]])
def test_selected_rows_compute_as_before(model: SpeechModel, left: list[int]) -> None:
    whole = prefilled(model, [0, 1, 2])
    before = logits(model, whole, [0, 1, 2])
    remaining = whole.select_rows(torch.tensor(left))
    ids = canvas([0, 1, 2])[left][:, : max(CANVASES[row] for row in left)]
    after = model.canvas_logits(remaining, ids, None, [CANVASES[row] for row in left])
    for n, row in enumerate(left):
        torch.testing.assert_close(after[n, : CANVASES[row]], before[row], atol=2e-3, rtol=1e-3)
    assert len(whole) == 3
    for now, then in zip(logits(model, whole, [0, 1, 2]), before, strict=True):
        assert torch.equal(now, then), "selecting rows leaves the cache as it was"


@torch.inference_mode()
def test_rows_by_mask_are_rows_by_index(model: SpeechModel) -> None:
    whole = prefilled(model, [0, 1, 2])
    by_mask, by_index = whole.select_rows(torch.tensor([True, False, True])), whole.select_rows(torch.tensor([0, 2]))
    assert by_mask.host_lengths == by_index.host_lengths == [whole.host_lengths[0], whole.host_lengths[2]]
    for one, other in zip(by_mask.kv_cache.layers, by_index.kv_cache.layers, strict=True):
        assert torch.equal(one.keys, other.keys)


@torch.inference_mode()
def test_even_batches_need_no_mask_and_keep_what_sliding_layers_count() -> None:
    model = tiny.model(window=8)
    tokens, counts = model.audio_tokens([tiny.clip(1.0, row) for row in range(3)])
    prefix = model.prefill(tokens, counts)
    assert model.canvas_mask(prefix, [5, 5, 5]) is None
    assert model.canvas_mask(prefix, [5, 4, 5]) is not None
    fewer = prefix.select_rows(torch.tensor([2]))
    for kept, layer in zip(fewer.kv_cache.layers, prefix.kv_cache.layers, strict=True):
        assert type(kept) is type(layer)
        assert kept.get_seq_length() == layer.get_seq_length() == prefix.host_lengths[0]
        assert torch.equal(kept.keys, layer.keys[2:])


@torch.inference_mode()
def test_the_audio_reaches_the_canvas(model: SpeechModel) -> None:
    ids = canvas([0])
    one = model.canvas_logits(prefilled(model, [0]), ids)
    tokens, counts = model.audio_tokens([tiny.clip(SECONDS[0], seed=99)])
    other = model.canvas_logits(model.prefill(tokens, counts), ids)
    assert not torch.allclose(one, other, atol=1e-2)


@torch.inference_mode()
def test_the_language_stands_in_the_prompt(model: SpeechModel) -> None:
    assert model.spec.prompt.token_ids(2, "hi")[1] == tiny.LANGUAGE_TOKENS["hi"]
    assert model.spec.prompt.token_ids(2, "fr") == model.spec.prompt.token_ids(2, "auto")
    tokens, counts = model.audio_tokens([tiny.clip(1.0)])
    one, other = (model.prefill(tokens, counts, language) for language in ("auto", "hi"))
    assert not torch.equal(one.kv_cache.layers[-1].keys, other.kv_cache.layers[-1].keys)


# --- clips padded with silence ----------------------------------------------------------------------------------------

PAD_S, SLOTS = 4.0, 50


@pytest.fixture(scope="module", params=[8, 80], ids=["short window", "long window"])
def padding_model(request: pytest.FixtureRequest) -> SpeechModel:
    return tiny.model(window=request.param, pad_s=PAD_S)


@torch.inference_mode()
def test_silence_behind_a_clip_has_slots_that_nothing_attends_to(padding_model: SpeechModel) -> None:
    model, rows = padding_model, [0, 1, 2]
    tokens, counts = model.audio_tokens([tiny.clip(SECONDS[row], row) for row in rows])
    assert counts.tolist() == [13, 4, 28]
    assert model.slot_counts(counts).tolist() == [SLOTS] * 3
    prefix = model.prefill(tokens, counts)
    assert prefix.host_lengths == [SLOTS + 4] * 3
    for row, count in zip(rows, counts.tolist(), strict=True):
        hidden = [position for position, seen in enumerate(prefix.prompt_mask[row].tolist()) if not seen]
        assert hidden == list(range(3 + count, 3 + SLOTS))
        assert prefix.audio_slots[row].nonzero()[:, 0].tolist() == list(range(3, 3 + SLOTS))
    expected = logits(model, prefix, rows)
    for row, count in enumerate(counts.tolist()):
        tokens[row, count:] = 100.0
    for got, before in zip(logits(model, model.prefill(tokens, counts), rows), expected, strict=True):
        assert torch.equal(got, before)
    prefix.prompt_mask[:] = True
    for got, before in zip(logits(model, replace(prefix), rows), expected, strict=True):
        assert not torch.allclose(got, before, atol=1e-2)


@torch.inference_mode()
def test_padded_clips_of_a_batch_compute_as_each_alone(padding_model: SpeechModel) -> None:
    model, rows = padding_model, [0, 1, 2]
    together = prefilled(model, rows)
    for row, logits_of_row in zip(rows, logits(model, together, rows), strict=True):
        torch.testing.assert_close(logits_of_row, alone(model, row, max(CANVASES)), atol=1e-4, rtol=1e-5)
    left = together.select_rows(torch.tensor([2, 0]))
    for row, logits_of_row in zip([2, 0], logits(model, left, [2, 0]), strict=True):
        torch.testing.assert_close(logits_of_row, alone(model, row, max(CANVASES)), atol=1e-4, rtol=1e-5)


@torch.inference_mode()
def test_what_stands_behind_the_silence_keeps_its_place() -> None:
    """As a prompt without the slots of silence, its positions numbered as if they were there."""
    model = tiny.model(window=80, pad_s=PAD_S)
    tokens, counts = model.audio_tokens([tiny.clip(SECONDS[0], 0)])
    embeds, lengths = model.prompt_embeds(tokens, counts, "auto")
    positions = torch.tensor([[*range(3 + int(counts[0])), int(lengths[0]) - 1]])
    shorter = embeds[:, positions[0]]
    causal = torch.ones(shorter.shape[1], shorter.shape[1], dtype=torch.bool).tril()[None, None]
    cache = DynamicCache()
    model.backbone.model.encoder(
        inputs_embeds=shorter,
        attention_mask={"full_attention": causal, "sliding_attention": causal},
        position_ids=positions,
        past_key_values=cache,
    )
    expected = model.backbone(
        decoder_input_ids=canvas([0])[:, : CANVASES[0]],
        past_key_values=cache,
        decoder_position_ids=lengths[:, None] + torch.arange(CANVASES[0]),
    ).logits
    torch.testing.assert_close(alone(model, 0, CANVASES[0]), expected[0], atol=1e-4, rtol=1e-5)


# --- on disk ----------------------------------------------------------------------------------------------------------


def tied(model: SpeechModel) -> bool:
    encoder, decoder = model.backbone.model.encoder.language_model, model.backbone.model.decoder
    pairs = [
        (model.backbone.lm_head.weight, decoder.embed_tokens.weight),
        (encoder.embed_tokens.weight, decoder.embed_tokens.weight),
        *(
            (
                encoder.layers[n].self_attn.get_submodule(name).weight,
                decoder.layers[n].self_attn.get_submodule(name).weight,
            )
            for n in range(len(decoder.layers))
            for name in ("q_proj", "k_proj", "o_proj")
        ),
    ]
    return all(one.data_ptr() == other.data_ptr() for one, other in pairs)


@torch.inference_mode()
def test_a_model_comes_back_from_disk_as_it_was(tmp_path: Path) -> None:
    made = tiny.model(5)
    back = load_model(tiny.write(tmp_path, made))
    assert back.spec == made.spec
    assert tied(made)
    assert tied(back)
    assert not back.training
    assert not any(weight.requires_grad for weight in back.parameters())
    for one, other in zip(
        logits(made, prefilled(made, [0]), [0]), logits(back, prefilled(back, [0]), [0]), strict=True
    ):
        assert torch.equal(one, other)
    assert back.vocabulary.truncate_at_end([9, tiny.EOS, 9]) == ([9], True)


@torch.inference_mode()
def test_weights_stay_tied_through_precision_and_device(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path, tiny.model(5))
    halved = load_model(folder, "cpu", torch.bfloat16)
    assert halved.dtype == torch.bfloat16
    assert tied(halved)
    assert tied(halved.to(torch.float32))
    out = halved.to(torch.bfloat16).canvas_logits(prefilled(halved, [0]), canvas([0]))
    assert out.dtype == torch.float32
    assert out.isfinite().all()


def test_tensors_that_do_not_fit_are_named(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path, tiny.model(5))
    path = folder / "backbone" / "model.safetensors"
    weights = load_file(path)
    weights["model.decoder.extra"] = torch.zeros(1)
    del weights["model.decoder.norm.weight"]
    save_file(weights, path)
    with pytest.raises(ModelError, match=r"model\.decoder\.norm\.weight.*model\.decoder\.extra"):
        load_model(folder)


def test_tensors_of_another_shape_are_a_model_error(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path, tiny.model(5))
    path = folder / "backbone" / "model.safetensors"
    weights = load_file(path)
    weights["model.decoder.norm.weight"] = torch.zeros(3)
    save_file(weights, path)
    with pytest.raises(ModelError, match=r"model\.decoder\.norm\.weight"):
        load_model(folder)


@pytest.mark.parametrize(
    "name",
    [
        "backbone/model.safetensors",
        "backbone/config.json",
        "encoder/model.safetensors",
        "encoder/config.json",
        "tokenizer.json",
    ],
)
@pytest.mark.parametrize("damage", ["missing", "cut off"])
def test_missing_and_damaged_files_are_model_errors(tmp_path: Path, name: str, damage: str) -> None:
    path = tiny.write(tmp_path, tiny.model(5)) / name
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(
        ModelError, match=f"{Path(name).stem if '/' not in name else Path(name).parent}.* cannot be read"
    ):
        load_model(tmp_path)


def test_a_model_whose_weights_are_not_downloaded_says_so(tmp_path: Path) -> None:
    folder = tiny.write(tmp_path, tiny.model(5))
    body = json.loads((folder / "adapter.json").read_text())
    body["backbone"] = {"folder": None, "repository": "someone/something", "revision": "main"}
    (folder / "adapter.json").write_text(json.dumps(body))
    with pytest.raises(ModelError, match="someone/something at main was not downloaded"):
        load_model(folder)
