"""What to do when memory runs out: recognise the error, and free what can be freed."""

from __future__ import annotations

import gc
import traceback

import torch


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that a card's or the machine's memory ran out; torch knows no class for the latter."""
    return isinstance(error, torch.OutOfMemoryError) or "can't allocate memory" in str(error)


def free_memory(error: BaseException) -> None:
    """Give memory back after it ran out: the error's frames hold every tensor that was at hand, the allocator the rest."""
    traceback.clear_frames(error.__traceback__)
    gc.collect()
    torch.cuda.empty_cache()
