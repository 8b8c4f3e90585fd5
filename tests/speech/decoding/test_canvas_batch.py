"""Packed and padded tensors hold the same values, with and without padding."""

from __future__ import annotations

import pytest
import torch

from app.speech.decoding.canvas_batch import CanvasBatch

CPU = torch.device("cpu")


@pytest.mark.parametrize("lengths", [[3, 1, 2], [2, 2], [4]])
def test_packing_drops_the_padding_and_unpacking_restores_it(lengths: list[int]) -> None:
    canvases = CanvasBatch(lengths, CPU)
    padded = torch.arange(len(lengths) * max(lengths) * 2).view(len(lengths), max(lengths), 2)
    packed = canvases.pack(padded)
    assert packed.shape == (sum(lengths), 2) == (len(canvases), 2)
    unpacked = canvases.unpack(packed, -1)
    for row, length in enumerate(lengths):
        assert torch.equal(packed[canvases.row_slices[row]], padded[row, :length])
        assert torch.equal(unpacked[row, :length], padded[row, :length])
        assert (unpacked[row, length:] == -1).all()


def test_means_do_not_count_the_padding() -> None:
    canvases = CanvasBatch([3, 1], CPU)
    assert canvases.row_means(torch.tensor([1.0, 2.0, 3.0, 7.0])).tolist() == [2.0, 7.0]


def test_rows_are_selected_in_their_order() -> None:
    canvases = CanvasBatch([3, 1, 2], CPU)
    assert canvases.positions_of([0, 2]).tolist() == [0, 1, 2, 4, 5]
    selected = canvases.select_rows([1, 2])
    assert (selected.lengths, selected.width) == ([1, 2], 2)
