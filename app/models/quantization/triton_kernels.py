"""The two Triton kernels of ``int4_cuda``; importable only with Triton.

Both walk along the groups of a row: the low halves of a group's 32 bytes are its first 32 weights, the high ones the rest.
"""

# mypy: ignore-errors

from __future__ import annotations

import triton
import triton.language as tl


@triton.jit
def _product(total, left, left_at, left_mask, values_at, scales_at, column_mask, width, GROUP: tl.constexpr):  # noqa: N803
    """Add the product of rows of ``left`` and int4 columns to ``total`` (ROWS, COLUMNS)."""
    half: tl.constexpr = GROUP // 2
    inside = tl.arange(0, half)
    for group in range(0, width // GROUP):
        x_low = tl.load(left + left_at[:, None] + (group * GROUP + inside)[None, :], mask=left_mask[:, None], other=0.0)
        x_high = tl.load(
            left + left_at[:, None] + (group * GROUP + half + inside)[None, :], mask=left_mask[:, None], other=0.0
        )
        both = tl.load(values_at[None, :] + (group * half + inside)[:, None], mask=column_mask[None, :], other=0)
        scale = tl.load(scales_at + group, mask=column_mask, other=0.0).to(tl.float32)
        # Whole numbers up to 8 are exact in any precision: the scale comes after the sum.
        low = ((both & 15).to(tl.float32) - 8.0).to(x_low.dtype)
        high = ((both >> 4).to(tl.float32) - 8.0).to(x_low.dtype)
        part = tl.dot(x_low, low, input_precision="ieee") + tl.dot(x_high, high, input_precision="ieee")
        total += part * scale[None, :]
    return total


@triton.jit
def gate_up_kernel(
    x, values, scales, middle, rows, owners, pairs, k, width, intermediate,
    GROUP: tl.constexpr, ROWS: tl.constexpr, COLUMNS: tl.constexpr,  # noqa: N803
):  # fmt: skip
    """Store gelu(gate) * up of each pair's token with its expert in ``middle`` (pairs, intermediate)."""
    block = tl.program_id(0)
    expert = tl.load(owners + block).to(tl.int64)
    if expert >= 0:
        pair = tl.load(rows + block * ROWS + tl.arange(0, ROWS))
        real = pair < pairs
        column = tl.program_id(1) * COLUMNS + tl.arange(0, COLUMNS)
        wanted = column < intermediate
        token_at = (pair // k).to(tl.int64) * width
        value_row, scale_row = width // 2, width // GROUP
        gate_row = expert * 2 * intermediate + column
        up_row = gate_row + intermediate
        gate = tl.zeros((ROWS, COLUMNS), dtype=tl.float32)
        gate = _product(
            gate, x, token_at, real, values + gate_row * value_row, scales + gate_row * scale_row, wanted, width, GROUP
        )
        up = tl.zeros((ROWS, COLUMNS), dtype=tl.float32)
        up = _product(
            up, x, token_at, real, values + up_row * value_row, scales + up_row * scale_row, wanted, width, GROUP
        )
        # (1 + tanh(y)) / 2 is the sigmoid of 2 y
        inner = 1.5957691216057308 * (gate + 0.044715 * gate * gate * gate)
        made = gate / (1.0 + tl.exp(-inner)) * up
        at = pair.to(tl.int64)[:, None] * intermediate + column[None, :]
        tl.store(middle + at, made.to(middle.dtype.element_ty), mask=real[:, None] & wanted[None, :])


@triton.jit
def down_kernel(
    middle, values, scales, weights, out, rows, owners, pairs, width, hidden,
    GROUP: tl.constexpr, ROWS: tl.constexpr, COLUMNS: tl.constexpr,  # noqa: N803
):  # fmt: skip
    """Store each pair's weight times its expert's down projection of ``middle`` in ``out`` (pairs, hidden)."""
    block = tl.program_id(0)
    expert = tl.load(owners + block).to(tl.int64)
    if expert >= 0:
        pair = tl.load(rows + block * ROWS + tl.arange(0, ROWS))
        real = pair < pairs
        column = tl.program_id(1) * COLUMNS + tl.arange(0, COLUMNS)
        wanted = column < hidden
        row = expert * hidden + column
        total = tl.zeros((ROWS, COLUMNS), dtype=tl.float32)
        total = _product(
            total, middle, pair.to(tl.int64) * width, real, values + row * (width // 2), scales + row * (width // GROUP),
            wanted, width, GROUP,
        )  # fmt: skip
        weight = tl.load(weights + pair, mask=real, other=0.0)
        at = pair.to(tl.int64)[:, None] * hidden + column[None, :]
        tl.store(out + at, total * weight[:, None], mask=real[:, None] & wanted[None, :])
