"""Out-of-memory errors of GPU and machine are recognized, others are not; freeing drops what an error's frames hold."""

from __future__ import annotations

import weakref

import pytest
import torch

from app.speech.model.memory import free_memory, is_out_of_memory


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError("CUDA out of memory."), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory"), True),
        (RuntimeError("mat1 and mat2 shapes cannot be multiplied"), False),
    ],
)
def test_out_of_memory_is_recognized(error: RuntimeError, expected: bool) -> None:
    assert is_out_of_memory(error) == expected


def test_freeing_drops_the_tensors_in_the_frames_of_an_error() -> None:
    kept: list[weakref.ref[torch.Tensor]] = []

    def run_out() -> None:
        tensor = torch.zeros(4)
        kept.append(weakref.ref(tensor))
        raise torch.OutOfMemoryError("CUDA out of memory.")

    with pytest.raises(torch.OutOfMemoryError) as failure:
        run_out()
    assert kept[0]() is not None
    free_memory(failure.value)
    assert kept[0]() is None
