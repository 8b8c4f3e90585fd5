"""Attention masks for queries behind a prefilled cache, of which sliding layers keep and see the last keys only.

Masks are bool, True where a query sees a key, (batch, 1, queries, keys); the keys are the cached ones, then the queries' own.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from transformers import DynamicCache


def cached_masks(
    text_config: Any, cache: DynamicCache, prompt_mask: Tensor, query_positions: Tensor, own_keys: Tensor
) -> dict[str, Tensor]:
    """Return the mask for each kind of layer.

    Args:
        text_config: of the backbone: ``layer_types`` and ``sliding_window``.
        prompt_mask: which positions' cached keys are visible, (batch, prompt) bool.
        query_positions: (batch, queries), or (batch, 1) where the window of all queries ends at one position.
        own_keys: the keys after the cache that each query sees, (batch, queries, keys) or (batch, 1, keys); they stand at
            ``query_positions``.
    """
    device, queries = prompt_mask.device, own_keys.shape[1]
    masks: dict[str, Tensor] = {}
    for kind, layer in zip(text_config.layer_types, cache.layers, strict=True):
        if kind in masks:
            continue
        key_count = layer.keys.shape[2]
        cached_positions = torch.arange(key_count, device=device) + layer.get_seq_length() - key_count
        in_prompt = prompt_mask[:, cached_positions][:, None, :].expand(-1, queries, -1)
        own = own_keys
        if kind == "sliding_attention":
            window = text_config.sliding_window
            in_prompt = in_prompt & (query_positions[:, :, None] - cached_positions < window)
            own = own & (query_positions[:, :, None] - query_positions[:, None, :] < window)
        masks[kind] = torch.cat([in_prompt, own], dim=2)[:, None]
    return masks


def copy_into_padded(mask: Tensor | None, padded: Tensor, rows: int, cached_keys: int, own_keys: int) -> None:
    """Copy a mask (rows, 1, queries, cached + own keys) into a buffer (batch, 1, width, padded cached + width).

    All queries of a row see the same keys. ``mask`` None means that everything is visible. Padding is hidden, except for
    one key of every query, as a softmax over no key is not a number.
    """
    own_start = padded.shape[3] - padded.shape[2]
    padded.zero_()
    padded[..., own_start] = True
    padded[:rows, ..., own_start : own_start + own_keys] = True if mask is None else mask[..., :1, cached_keys:]
    padded[:rows, ..., :cached_keys] = True if mask is None else mask[..., :1, :cached_keys]
