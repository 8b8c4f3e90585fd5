"""Out-of-memory errors: recognize them, and free what they hold."""

from __future__ import annotations

import gc
import traceback

import torch


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether a GPU's or the machine's memory ran out; torch has no class for the latter."""
    return isinstance(error, torch.OutOfMemoryError) or "can't allocate memory" in str(error)


def free_memory(error: BaseException) -> None:
    """Free memory after it ran out: the tensors in the error's frames, then the allocator's cache."""
    traceback.clear_frames(error.__traceback__)
    gc.collect()
    torch.cuda.empty_cache()
