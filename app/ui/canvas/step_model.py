"""The steps of one segment, and the appearance of each canvas cell at any index of them. No Qt, no torch.

The *index* of a ``StepSequence`` is a float: 0 is the first step, 0.5 is halfway from the first to the second. A finished
segment has one more index, the *result*: the argmax tokens of its last step, at rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.speech.events import CanvasStep

Layer = Literal["canvas", "blend", "belief"]
"""The tokens shown: those fed to the model, its argmax, or the argmax where accepted and the fed tokens elsewhere."""
LAYERS: tuple[Layer, ...] = ("canvas", "blend", "belief")

NOISE_INK, NOISE_INK_SPAN = 0.22, 0.12
"""Ink of a noise token: the first where certainty is 0, plus the second where it is 1."""
SETTLED_INK = 0.55
"""Minimum ink of an accepted token; certainty adds the rest."""
REVOKED_INK = 0.85
TAIL_INK_MAX = 0.08
"""Maximum ink after a certain end token."""
TRANSITION_HOLD = 0.4
"""Share of the time between two steps during which the earlier one rests, so that it can be read."""


class CellState(IntEnum):
    """Decision of the sampler about a position at a step."""

    RENOISED = 0
    """Not accepted: it gets a fresh random token."""
    HELD = 1
    """Accepted, as at the step before."""
    ACCEPTED = 2
    """Accepted now, and not at the step before."""
    REVOKED = 3
    """Accepted at the step before, and renoised now."""


@dataclass(frozen=True, eq=False)
class StepAppearance:
    """One step as a layer shows it. Arrays are (canvas,)."""

    token_ids: NDArray[np.int32]
    states: NDArray[np.int8]
    certainty: NDArray[np.float32]
    """Certainty, 0 to 1."""
    ink: NDArray[np.float32]
    """Opacity of the token's text, 0 (invisible) to 1."""
    solid: NDArray[np.bool_]
    """Text, not noise: it takes its natural width and joins its word."""
    ends: NDArray[np.bool_]
    """Whether the shown token is an end token."""
    tail: NDArray[np.float32]
    """Certainty that the position is after the end of the text, 0 to 1."""


@dataclass(frozen=True, eq=False)
class BlendedAppearance:
    """The appearance at an index between two steps. Arrays are (canvas,)."""

    before: StepAppearance
    after: StepAppearance
    fraction: float
    """0 shows ``before`` only, 1 shows ``after`` only; already eased."""
    changed: NDArray[np.bool_]
    """Cells whose token differs between the two."""
    ink: NDArray[np.float32]
    tail: NDArray[np.float32]
    accepted_ground: NDArray[np.float32]
    """Opacity of the ground under a token accepted now, 0 to 1."""
    revoked_ground: NDArray[np.float32]
    """Opacity of the ground under a revoked token, 0 to 1."""

    @property
    def nearest(self) -> StepAppearance:
        return self.before if self.fraction < 0.5 else self.after


@dataclass(frozen=True)
class PositionState:
    """One position at one step; the inspector lists them."""

    step: int
    state: CellState
    canvas_id: int
    argmax_id: int
    probability: float
    """Probability of ``argmax_id``."""
    entropy: float


def certainty(entropy: NDArray[np.float32]) -> NDArray[np.float32]:
    """Map entropy in nats to 0..1: the inverse of the perplexity, so that two equal candidates give a half."""
    return np.exp(-np.maximum(entropy, 0.0)).astype(np.float32)


def ease(fraction: float) -> float:
    """Map the elapsed fraction between two steps to the visible one: rest for ``TRANSITION_HOLD``, then a smooth step."""
    x = min(max((fraction - TRANSITION_HOLD) / (1.0 - TRANSITION_HOLD), 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)


class StepSequence:
    """The steps of one segment in order, and what follows from them: each step and ``appearance`` cost O(canvas).

    ``steps`` is shared with its owner, who may append to it while the segment is denoised; ``update`` follows.
    """

    def __init__(self, end_ids: Iterable[int] = (), steps: Sequence[CanvasStep] = ()) -> None:
        """Raises ``ValueError`` if the canvases of the steps differ in length."""
        self.done = False
        self.steps = steps
        self.states: list[NDArray[np.int8]] = []
        self.certainties: list[NDArray[np.float32]] = []
        self.accepted_shares: list[float] = []
        """Of each step, over the positions up to the end of its text; so are the entropies."""
        self.mean_entropies: list[float] = []
        self._end_ids = np.fromiter(end_ids, dtype=np.int32)
        self.update()

    def __len__(self) -> int:
        """Number of steps that ``update`` has seen."""
        return len(self.states)

    @property
    def canvas_length(self) -> int:
        """Positions of the canvas; 0 before the first step."""
        return len(self.steps[0].canvas) if self.steps else 0

    @property
    def last_index(self) -> int:
        """The last index: the newest step, or the result once the segment is done; -1 when empty."""
        return len(self) - 1 + (1 if self.done and len(self) else 0)

    def update(self) -> None:
        """Add the steps that were appended to ``steps`` since. Raises ``ValueError`` if a canvas has another length."""
        for index in range(len(self), len(self.steps)):
            self._take_in(self.steps[index], self.steps[index - 1] if index else None)

    def _take_in(self, step: CanvasStep, previous: CanvasStep | None) -> None:
        if len(step.canvas) != self.canvas_length:
            raise ValueError(f"a canvas of {self.canvas_length} positions got a step of {len(step.canvas)}")
        before = previous.accepted if previous is not None else np.zeros(len(step.canvas), dtype=np.bool_)
        accepted = step.accepted.astype(np.bool_)
        states = np.full(len(accepted), CellState.RENOISED, dtype=np.int8)
        states[accepted & before] = CellState.HELD
        states[accepted & ~before] = CellState.ACCEPTED
        states[~accepted & before] = CellState.REVOKED
        self.states.append(states)
        self.certainties.append(certainty(step.entropy))
        text = slice(step.text_length(self._end_ids.tolist()))
        self.accepted_shares.append(float(accepted[text].mean()) if len(accepted) else 0.0)
        self.mean_entropies.append(float(step.entropy[text].mean()) if len(accepted) else 0.0)

    def step_appearance(self, index: int, layer: Layer) -> StepAppearance:
        """Return step ``index`` (0 is the first) at rest; ``len(self)`` is the result. Raises ``IndexError`` beyond it."""
        if not 0 <= index <= len(self) or not len(self):
            raise IndexError(f"no step {index} among {len(self)}")
        result = index == len(self)
        step_index = index - 1 if result else index
        step, states, certainty = self.steps[step_index], self.states[step_index], self.certainties[step_index]
        accepted = step.accepted.astype(np.bool_)
        argmax_is_end = np.isin(step.argmax_ids, self._end_ids)
        tail = _tail(argmax_is_end, certainty)
        if result or layer == "belief":
            tokens = step.argmax_ids
            solid = np.ones(len(tokens), dtype=np.bool_) if result else accepted | (certainty >= 0.5)
            min_ink = SETTLED_INK if result else NOISE_INK
            ink = min_ink + (1.0 - min_ink) * certainty
            ends = argmax_is_end
        else:
            tokens = step.canvas if layer == "canvas" else np.where(accepted, step.argmax_ids, step.canvas)
            # In the tokens that were fed, the text is what the step *before* accepted.
            held = (states == CellState.HELD) | (states == CellState.REVOKED)
            solid = held if layer == "canvas" else accepted | held
            ink = np.where(solid, SETTLED_INK + (1.0 - SETTLED_INK) * certainty, NOISE_INK + NOISE_INK_SPAN * certainty)
            ink = np.where(states == CellState.REVOKED, REVOKED_INK, ink)
            ends = np.isin(tokens, self._end_ids) & solid
        if result:
            states = np.full(len(tokens), CellState.HELD, dtype=np.int8)
        ink = ink * (1.0 - tail) + np.minimum(ink, TAIL_INK_MAX) * tail
        return StepAppearance(
            tokens.astype(np.int32), states, certainty, ink.astype(np.float32), solid & (tail < 0.5), ends, tail
        )

    def appearance(self, index: float, layer: Layer) -> BlendedAppearance:
        """Return the appearance at ``index``, clamped. Raises ``IndexError`` while there is no step."""
        step_index, fraction = split_index(index, self.last_index)
        before = self.step_appearance(step_index, layer)
        after = self.step_appearance(step_index + 1, layer) if fraction > 0.0 else before
        return blend(before, after, fraction)

    def history(self, position: int) -> list[PositionState]:
        """Return the state of one position at each step."""
        return [
            PositionState(
                step.step,
                CellState(int(states[position])),
                int(step.canvas[position]),
                int(step.argmax_ids[position]),
                float(step.top_probs[position, 0]),
                float(step.entropy[position]),
            )
            for step, states in zip(self.steps, self.states, strict=True)
        ]

    def settled_step(self, position: int) -> int | None:
        """Return the step number since which the argmax at ``position`` is the same; None if it changed at the last step."""
        tokens = [int(step.argmax_ids[position]) for step in self.steps]
        index = len(tokens)
        while index > 0 and tokens[index - 1] == tokens[-1]:
            index -= 1
        if not tokens or (index == len(tokens) - 1 and len(tokens) > 1):
            return None
        return self.steps[index].step


def split_index(index: float, last_index: int) -> tuple[int, float]:
    """Split an index, clamped to 0..``last_index``, into the step before it and the eased fraction towards the next one."""
    if last_index < 0:
        raise IndexError("there is no step yet")
    clamped = min(max(index, 0.0), float(last_index))
    before = int(clamped)
    return before, (ease(clamped - before) if before < last_index else 0.0)


def blend(before: StepAppearance, after: StepAppearance, fraction: float) -> BlendedAppearance:
    """Return the appearance at ``fraction`` (0 to 1) of the way between two steps."""

    def ground(appearance: StepAppearance, state: CellState) -> NDArray[np.float32]:
        return np.where(appearance.states == state, 1.0 - appearance.tail, 0.0).astype(np.float32)

    def lerp(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
        return a if before is after else (a + (b - a) * np.float32(fraction)).astype(np.float32)

    return BlendedAppearance(
        before,
        after,
        fraction,
        changed=before.token_ids != after.token_ids,
        ink=lerp(before.ink, after.ink),
        tail=lerp(before.tail, after.tail),
        accepted_ground=lerp(ground(before, CellState.ACCEPTED), ground(after, CellState.ACCEPTED)),
        revoked_ground=lerp(ground(before, CellState.REVOKED), ground(after, CellState.REVOKED)),
    )


def _tail(ends: NDArray[np.bool_], certainty: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return, per position, the highest certainty of an end token before it: an uncertain end dims nothing."""
    end_certainty = np.where(ends, certainty, 0.0).astype(np.float32)
    tail = np.zeros_like(end_certainty)
    if len(end_certainty) > 1:
        np.maximum.accumulate(end_certainty[:-1], out=tail[1:])
    return tail
