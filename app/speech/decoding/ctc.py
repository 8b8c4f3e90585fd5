"""CTC over the audio tokens: forced alignment, greedy decoding, draft logits and the blank.

The projector was trained with a CTC loss through the frozen lm_head, so the head's log-probabilities over the audio tokens
(frames here) tell which token stands where (Graves et al. 2006). All functions take them as a numpy array or a torch tensor,
(frames, vocab).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

    LogProbs: TypeAlias = NDArray[np.floating[Any]] | Tensor


NEG_INF = -1e4  # stands for log 0, so that sums stay finite


def forced_align(log_probs: LogProbs, ids: Sequence[int], blank_id: int) -> NDArray[np.int64]:
    """The most probable alignment of ``token_ids``: first frame and the one behind the last, (tokens, 2), in order,
    not overlapping.

    Viterbi over the states blank, id 1, blank, id 2, ..., blank. Equal neighbours need a blank between them. Raises
    ``ValueError`` where the ids do not fit into the frames.
    """
    frames, tokens = len(log_probs), len(ids)
    if not tokens:
        return np.zeros((0, 2), np.int64)
    if not is_alignable(frames, ids):
        raise ValueError(f"{tokens} tokens do not fit into {frames} frames")
    states = np.full(2 * tokens + 1, blank_id, np.int64)
    states[1::2] = ids
    heard = select_columns(log_probs, [blank_id, *ids])  # (frames, 1 + tokens)
    emitted = np.repeat(heard[:, :1], len(states), axis=1)  # (frames, states)
    emitted[:, 1::2] = heard[:, 1:]
    may_skip = np.zeros(len(states), bool)  # over the blank between two different ids
    may_skip[3::2] = states[3::2] != states[1:-2:2]

    score = np.full(len(states), -np.inf)
    score[:2] = emitted[0, :2]
    came = np.zeros((frames, len(states)), np.int8)  # from how many states before
    ways = np.full((3, len(states)), -np.inf)
    for frame in range(1, frames):
        ways[0] = score
        ways[1, 1:] = score[:-1]
        ways[2, 2:] = np.where(may_skip[2:], score[:-2], -np.inf)
        came[frame] = ways.argmax(axis=0)
        score = ways.max(axis=0) + emitted[frame]

    state = len(states) - 1 if score[-1] >= score[-2] else len(states) - 2
    path = np.empty(frames, np.int64)
    for frame in range(frames - 1, -1, -1):
        path[frame] = state
        state -= int(came[frame, state])
    of_token = 2 * np.arange(tokens) + 1
    return np.stack([np.searchsorted(path, of_token), np.searchsorted(path, of_token, side="right")], axis=1)


def is_alignable(frame_count: int, ids: Sequence[int]) -> bool:
    """Whether CTC can emit ``token_ids`` in so many frames."""
    repeats = sum(one == other for one, other in pairwise(ids))
    return frame_count >= len(ids) + repeats


def greedy_decode(log_probs: LogProbs, blank_id: int) -> list[int]:
    """What the audio tokens say by themselves: the best token of every frame, repeats and blanks taken out."""
    best = _numpy(log_probs.argmax(-1))
    changed = np.concatenate([[True], best[1:] != best[:-1]]) if len(best) else np.zeros(0, bool)
    return [int(token) for token in best[changed] if token != blank_id]


def greedy_frames(log_probs: Tensor, blank_id: int) -> list[int]:
    """The frame of each token of ``greedy_decode``: the one where it is most probable."""
    best = log_probs.max(dim=-1)
    ids, sure = best.indices.tolist(), best.values.tolist()
    frames: list[int] = []
    for frame, token in enumerate(ids):
        if token == blank_id:
            continue
        if frame and ids[frame - 1] == token:
            if sure[frame] > sure[frames[-1]]:
                frames[-1] = frame
        else:
            frames.append(frame)
    return frames


def make_draft_logits(
    log_probs: Tensor, frames: Sequence[int], canvas_length: int, blank_id: int, end_id: int, pad_id: int
) -> Tensor:
    """A draft as the denoiser's self-conditioning, (canvas_length, vocab): each token as uncertain as it was heard.

    ``log_probs`` are CTC's (tokens, vocab), ``frames`` those to take, in order; behind them the end and padding are certain.
    """
    import torch

    taken = list(frames)[: canvas_length - 1]
    logits = log_probs.new_full((canvas_length, log_probs.shape[-1]), NEG_INF)
    logits[: len(taken)] = log_probs[torch.tensor(taken, dtype=torch.long, device=log_probs.device)]
    logits[:, blank_id] = NEG_INF
    logits[len(taken), end_id] = 0.0
    logits[len(taken) + 1 :, pad_id] = 0.0
    return logits


def make_draft_canvas(ids: Sequence[int], canvas_length: int, end_id: int, pad_id: int) -> NDArray[np.int32]:
    """A canvas (canvas_length,) that starts from a draft: ids, one end token, padding. What does not fit is cut off."""
    canvas = np.full(canvas_length, pad_id, np.int32)
    text = [*ids, end_id][:canvas_length]
    canvas[: len(text)] = text
    return canvas


def estimate_blank_id(silence_log_probs: LogProbs) -> int:
    """The blank of an adapter that does not name it: what is heard most often where nothing is said."""
    best = _numpy(silence_log_probs.argmax(-1))
    if not len(best):
        raise ValueError("silence of no length calibrates nothing")
    return int(np.bincount(best).argmax())


def select_columns(log_probs: LogProbs, ids: Sequence[int]) -> NDArray[np.float64]:
    """Columns of some ids, (frames, ids), finite."""
    picked = _numpy(log_probs[:, list(ids)]).astype(np.float64)
    return np.maximum(np.nan_to_num(picked, nan=NEG_INF, neginf=NEG_INF), NEG_INF)


def _numpy(values: Any) -> NDArray[Any]:
    if hasattr(values, "detach"):
        values = values.detach().cpu()
        values = (values.float() if values.is_floating_point() else values).numpy()
    return np.asarray(values)
