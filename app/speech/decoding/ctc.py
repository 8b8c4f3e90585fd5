"""CTC over audio tokens: forced alignment, greedy decoding and the blank.

The projector was trained with a CTC loss through the frozen lm_head, so the head's log-probabilities over the audio tokens
(called frames here) tell which text token stands where (Graves et al. 2006). All functions take them as a numpy array or a
torch tensor, (frames, vocab).
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


def is_alignable(frame_count: int, ids: Sequence[int]) -> bool:
    """Return whether CTC can emit ``ids`` in so many frames: equal neighbours need a blank between them."""
    repeats = sum(one == other for one, other in pairwise(ids))
    return frame_count >= len(ids) + repeats


def forced_align(log_probs: LogProbs, ids: Sequence[int], blank_id: int) -> NDArray[np.int64]:
    """Return the most probable alignment of ``ids``: start and end frame (exclusive) of each, (tokens, 2).

    Spans are in order and do not overlap. Viterbi over the states blank, id 1, blank, id 2, ..., blank. Raises ``ValueError``
    where the ids do not fit into the frames.
    """
    frame_count, token_count = len(log_probs), len(ids)
    if not token_count:
        return np.zeros((0, 2), np.int64)
    if not is_alignable(frame_count, ids):
        raise ValueError(f"{token_count} tokens do not fit into {frame_count} frames")
    states = np.full(2 * token_count + 1, blank_id, np.int64)
    states[1::2] = ids
    columns = select_columns(log_probs, [blank_id, *ids])  # (frames, 1 + tokens)
    emissions = np.repeat(columns[:, :1], len(states), axis=1)  # (frames, states)
    emissions[:, 1::2] = columns[:, 1:]
    may_skip = np.zeros(len(states), bool)  # over the blank between two different ids
    may_skip[3::2] = states[3::2] != states[1:-2:2]

    score = np.full(len(states), -np.inf)
    score[:2] = emissions[0, :2]
    back_steps = np.zeros((frame_count, len(states)), np.int8)  # how many states back the best path comes from
    arrivals = np.full((3, len(states)), -np.inf)
    for frame in range(1, frame_count):
        arrivals[0] = score
        arrivals[1, 1:] = score[:-1]
        arrivals[2, 2:] = np.where(may_skip[2:], score[:-2], -np.inf)
        back_steps[frame] = arrivals.argmax(axis=0)
        score = arrivals.max(axis=0) + emissions[frame]

    state = len(states) - 1 if score[-1] >= score[-2] else len(states) - 2
    path = np.empty(frame_count, np.int64)
    for frame in range(frame_count - 1, -1, -1):
        path[frame] = state
        state -= int(back_steps[frame, state])
    token_states = 2 * np.arange(token_count) + 1
    return np.stack([np.searchsorted(path, token_states), np.searchsorted(path, token_states, side="right")], axis=1)


def peak_frames(log_probs: LogProbs, ids: Sequence[int], spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the frame of each token's span (tokens, 2) at which it is most probable, (tokens,)."""
    columns = select_columns(log_probs, ids)
    frames = [start + columns[start:end, token].argmax() for token, (start, end) in enumerate(spans.tolist())]
    return np.array(frames, np.int64)


def greedy_decode(log_probs: LogProbs, blank_id: int) -> list[int]:
    """Return the most probable token of every frame, repeats and blanks removed."""
    best = _to_numpy(log_probs.argmax(-1))
    changes = np.concatenate([[True], best[1:] != best[:-1]]) if len(best) else np.zeros(0, bool)
    return [int(token) for token in best[changes] if token != blank_id]


def greedy_frames(log_probs: Tensor, blank_id: int) -> list[int]:
    """Return the frame of each token of ``greedy_decode``: of its run of frames the one where it is most probable."""
    best = log_probs.max(dim=-1)
    ids, best_log_probs = best.indices.tolist(), best.values.tolist()
    frames: list[int] = []
    for frame, token in enumerate(ids):
        if token == blank_id:
            continue
        if frame and ids[frame - 1] == token:
            if best_log_probs[frame] > best_log_probs[frames[-1]]:
                frames[-1] = frame
        else:
            frames.append(frame)
    return frames


def greedy_spans(log_probs: Tensor, blank_id: int) -> NDArray[np.int64]:
    """Return start and end frame (exclusive) of each token of ``greedy_decode``, (tokens, 2)."""
    best = _to_numpy(log_probs.argmax(-1))
    edges = np.flatnonzero(np.concatenate([[True], best[1:] != best[:-1], [True]])) if len(best) else np.zeros(1, int)
    spans = np.stack([edges[:-1], edges[1:]], axis=1).astype(np.int64)
    return spans[best[spans[:, 0]] != blank_id] if len(best) else spans


def estimate_blank_id(silence_log_probs: LogProbs) -> int:
    """Return the blank of an adapter that does not name it: the most frequent best token over silence.

    Raises ``ValueError`` where there are no frames.
    """
    best = _to_numpy(silence_log_probs.argmax(-1))
    if not len(best):
        raise ValueError("silence of no length calibrates nothing")
    return int(np.bincount(best).argmax())


def select_columns(log_probs: LogProbs, ids: Sequence[int]) -> NDArray[np.float64]:
    """Return the columns of ``ids``, (frames, ids), at least ``NEG_INF``."""
    columns = _to_numpy(log_probs[:, list(ids)]).astype(np.float64)
    return np.maximum(np.nan_to_num(columns, nan=NEG_INF, neginf=NEG_INF), NEG_INF)


def _to_numpy(values: Any) -> NDArray[Any]:
    if hasattr(values, "detach"):
        values = values.detach().cpu()
        values = (values.float() if values.is_floating_point() else values).numpy()
    return np.asarray(values)
