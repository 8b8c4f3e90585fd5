"""Experts in 4 bits on CUDA: the weights are read as half bytes and multiplied at once; nothing unpacked goes to memory.

Pairs of a token and an expert it chose are sorted by expert into blocks of rows that share one. No step asks the card how
many there are, so that all of it can be recorded in a CUDA graph.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor

from .int4 import Int4Tensor

BLOCK_ROWS = 16  # of a block: about 12 of 1536 pairs fall on each of 128 experts, and tensor cores want 16
TILE_COLUMNS = 64  # of a tile of the output


@cache
def triton_available() -> bool:
    """Whether Triton is installed; torch's builds for CUDA bring it on Linux."""
    return find_spec("triton") is not None


@cache
def _kernels() -> tuple[Any, Any]:
    from . import triton_kernels

    return triton_kernels.gate_up_kernel, triton_kernels.down_kernel


def run_experts(
    hidden_states: Tensor, top_k_index: Tensor, top_k_weights: Tensor, gate_up: Int4Tensor, down: Int4Tensor
) -> Tensor:
    """As ``packed_experts.reference_experts`` with the tanh form of GELU; sums are float32."""
    gate_up_kernel, down_kernel = _kernels()
    tokens, hidden = hidden_states.shape
    k = top_k_index.shape[1]
    pairs, count = tokens * k, gate_up.values.shape[0]
    intermediate = down.values.shape[-1] * 2
    rows, owners = group_by_expert(top_k_index.reshape(-1), count)
    hidden_states = hidden_states.contiguous()
    middle = torch.empty(pairs, intermediate, dtype=hidden_states.dtype, device=hidden_states.device)
    out = torch.empty(pairs, hidden, dtype=torch.float32, device=hidden_states.device)
    group = hidden // gate_up.scales.shape[-1]
    gate_up_kernel[(len(owners), -(-intermediate // TILE_COLUMNS))](
        hidden_states, gate_up.values, gate_up.scales, middle, rows, owners, pairs, k, hidden, intermediate,
        GROUP=group, ROWS=BLOCK_ROWS, COLUMNS=TILE_COLUMNS,
    )  # fmt: skip
    down_kernel[(len(owners), -(-hidden // TILE_COLUMNS))](
        middle, down.values, down.scales, top_k_weights.reshape(-1).float().contiguous(), out, rows, owners, pairs,
        intermediate, hidden, GROUP=group, ROWS=BLOCK_ROWS, COLUMNS=TILE_COLUMNS,
    )  # fmt: skip
    return out.view(tokens, k, hidden).sum(dim=1).to(hidden_states.dtype)


def group_by_expert(expert_of: Tensor, experts: int, block_rows: int = BLOCK_ROWS) -> tuple[Tensor, Tensor]:
    """Which pairs each block computes, (blocks * height,) with ``len(expert_of)`` for none; and each block's expert or -1.

    ``expert_of`` (pairs,) names every pair's expert. There are as many blocks as can ever be needed.
    """
    pairs = len(expert_of)
    device = expert_of.device
    most = min(pairs, experts) + pairs // block_rows
    ordered, pair = expert_of.sort(stable=True)
    ids = torch.arange(experts, device=device)
    begin = torch.searchsorted(ordered, ids)  # where an expert's pairs begin
    end = torch.searchsorted(ordered, ids, right=True)
    needed = (end - begin + block_rows - 1) // block_rows  # blocks of each expert
    last = needed.cumsum(0)
    first = last - needed
    place = first[ordered] * block_rows + torch.arange(pairs, device=device) - begin[ordered]
    rows = torch.full((most * block_rows,), pairs, dtype=torch.int32, device=device)
    rows[place] = pair.to(torch.int32)
    owners = torch.searchsorted(last, torch.arange(most, device=device), right=True)
    return rows, torch.where(owners < experts, owners, -1).to(torch.int32)
