"""Int4 experts on CUDA: Triton kernels read half bytes and multiply at once; dequantized weights never go to memory.

Pairs of a token and one of its experts are sorted by expert into blocks of rows that share one. The host never waits for
counts from the GPU, so that all of it can be captured in a CUDA graph.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor

from .int4 import Int4Tensor

BLOCK_ROWS = 16  # about 12 of 1536 pairs fall on each of 128 experts, and tensor cores want 16
TILE_COLUMNS = 64  # of the output


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
    """Compute ``int4_experts.reference_experts`` with the tanh form of GELU; sums are float32.

    Args:
        hidden_states: ``(tokens, hidden)``.
        top_k_index: each token's experts, ``(tokens, k)``.
        top_k_weights: their weights, ``(tokens, k)``.
        gate_up: ``(experts, 2 * intermediate, hidden)``.
        down: ``(experts, hidden, intermediate)``.

    Returns:
        ``(tokens, hidden)``.
    """
    gate_up_kernel, down_kernel = _kernels()
    tokens, hidden = hidden_states.shape
    k = top_k_index.shape[1]
    pairs = tokens * k
    intermediate = down.values.shape[-1] * 2
    rows, block_experts = group_by_expert(top_k_index.reshape(-1), experts=gate_up.values.shape[0])
    hidden_states = hidden_states.contiguous()
    middle = torch.empty(pairs, intermediate, dtype=hidden_states.dtype, device=hidden_states.device)
    out = torch.empty(pairs, hidden, dtype=torch.float32, device=hidden_states.device)
    group_size = hidden // gate_up.scales.shape[-1]
    gate_up_kernel[(len(block_experts), -(-intermediate // TILE_COLUMNS))](
        hidden_states, gate_up.values, gate_up.scales, middle, rows, block_experts, pairs, k, hidden, intermediate,
        GROUP=group_size, ROWS=BLOCK_ROWS, COLUMNS=TILE_COLUMNS,
    )  # fmt: skip
    down_kernel[(len(block_experts), -(-hidden // TILE_COLUMNS))](
        middle, down.values, down.scales, top_k_weights.reshape(-1).float().contiguous(), out, rows, block_experts, pairs,
        intermediate, hidden, GROUP=group_size, ROWS=BLOCK_ROWS, COLUMNS=TILE_COLUMNS,
    )  # fmt: skip
    return out.view(tokens, k, hidden).sum(dim=1).to(hidden_states.dtype)


def group_by_expert(expert_of: Tensor, experts: int, block_rows: int = BLOCK_ROWS) -> tuple[Tensor, Tensor]:
    """Sort pairs into blocks that share an expert, without a synchronization with the GPU.

    Args:
        expert_of: each pair's expert, ``(pairs,)``.
        experts: number of experts.
        block_rows: rows of a block.

    Returns:
        The pair of each row, ``(blocks * block_rows,)``, ``pairs`` for an empty row; and the expert of each block,
        ``(blocks,)``, -1 for an unused block. The number of blocks is the most that any choice of experts can need.
    """
    pairs = len(expert_of)
    device = expert_of.device
    blocks = min(pairs, experts) + pairs // block_rows
    ordered, pair = expert_of.sort(stable=True)
    ids = torch.arange(experts, device=device)
    begin = torch.searchsorted(ordered, ids)  # where an expert's pairs begin
    end = torch.searchsorted(ordered, ids, right=True)
    needed = (end - begin + block_rows - 1) // block_rows  # blocks of each expert
    block_end = needed.cumsum(0)
    first_block = block_end - needed
    row = first_block[ordered] * block_rows + torch.arange(pairs, device=device) - begin[ordered]
    rows = torch.full((blocks * block_rows,), pairs, dtype=torch.int32, device=device)
    rows[row] = pair.to(torch.int32)
    block_experts = torch.searchsorted(block_end, torch.arange(blocks, device=device), right=True)
    return rows, torch.where(block_experts < experts, block_experts, -1).to(torch.int32)
