"""Masks behind a prefilled cache, compared with the definition key by key."""

from __future__ import annotations

import pytest
import torch

from app.speech.model.attention_masks import cached_masks, copy_into_padded
from app.speech.model.speech_model import PrefillCache, SpeechModel
from tests.speech import tiny


def prefill(model: SpeechModel, seconds: list[float]) -> PrefillCache:
    with torch.inference_mode():
        return model.prefill(*model.audio_tokens([tiny.clip(length, row) for row, length in enumerate(seconds)]))


@pytest.mark.parametrize("window", [5, 64])
@pytest.mark.parametrize("seconds", [[1.0, 0.3, 2.0], [1.0, 1.0]], ids=["padded", "even"])
def test_a_query_sees_the_prompt_and_its_own_keys_within_the_window(window: int, seconds: list[float]) -> None:
    model = tiny.model(window=window)
    cache = prefill(model, seconds)
    config, ends = model.backbone.config.text_config, cache.prompt_lengths - 1
    own_keys = torch.rand(len(cache), 6, 6, generator=torch.Generator().manual_seed(1)) < 0.6
    positions = ends[:, None] + torch.arange(6)
    prompt_mask = torch.rand(cache.prompt_mask.shape, generator=torch.Generator().manual_seed(2)) < 0.8
    prompt_mask &= torch.arange(prompt_mask.shape[1]) < ends[:, None]
    masks = cached_masks(config, cache.kv_cache, prompt_mask, positions, own_keys)
    assert set(masks) == set(config.layer_types)
    for kind, layer in zip(config.layer_types, cache.kv_cache.layers, strict=True):
        key_count = layer.keys.shape[2]
        first = layer.get_seq_length() - key_count
        reach = window if kind == "sliding_attention" else 10**6
        assert masks[kind].shape == (len(cache), 1, 6, key_count + 6)
        for row in range(len(cache)):
            for query in range(6):
                position = int(positions[row, query])
                prompt = [
                    bool(prompt_mask[row, key]) and position - key < reach for key in range(first, first + key_count)
                ]
                own = [
                    bool(own_keys[row, query, key]) and position - int(positions[row, key]) < reach for key in range(6)
                ]
                assert masks[kind][row, 0, query].tolist() == prompt + own


@pytest.mark.parametrize("visible", [True, False])
def test_padding_is_hidden_but_for_one_key(visible: bool) -> None:
    mask = torch.rand(2, 1, 1, 3 + 2, generator=torch.Generator().manual_seed(0)) < 0.5
    padded = torch.ones(4, 1, 4, 8 + 4, dtype=torch.bool)
    copy_into_padded(None if visible else mask.expand(-1, -1, 2, -1), padded, rows=2, cached_keys=3, own_keys=2)
    for row in range(4):
        expected = [False] * 12
        expected[8] = True
        if row < 2:
            values = [True] * 5 if visible else mask[row, 0, 0].tolist()
            expected[:3], expected[8:10] = values[:3], values[3:]
        assert all(padded[row, 0, query].tolist() == expected for query in range(4))
