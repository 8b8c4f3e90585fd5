"""How each cell of a canvas looks at a moment of its annealing. No Qt, no torch: arrays in, arrays out.

A ``StepSequence`` holds the steps of one segment. A moment is a float ``index``: 0 is the first step, 0.5 is halfway from the
first to the second. When the segment is done there is one moment more, the *result*: the belief of the last step, at rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.speech.events import CanvasStep

Layer = Literal["canvas", "blend", "belief"]
"""What the cells show: the tokens fed to the model, its argmax, or the argmax where accepted and the fed tokens elsewhere."""
LAYERS: tuple[Layer, ...] = ("canvas", "blend", "belief")

NOISE_INK, NOISE_INK_SPAN = 0.22, 0.12
"""Ink of a noise token: from the first, by the second more where the model is nearly certain of that position."""
SETTLED_INK = 0.55
"""Least ink of an accepted token; certainty adds the rest."""
REVOKED_INK = 0.85
TAIL_INK_MAX = 0.08
"""Ink that is left far behind a certain end token."""
TRANSITION_HOLD = 0.4
"""Share of the time between two steps in which the earlier one stands still, to be read."""


class CellState(IntEnum):
    """What the sampler did with a position at a step."""

    RENOISED = 0
    """Not accepted: it gets a fresh random token."""
    HELD = 1
    """Accepted, as at the step before."""
    ACCEPTED = 2
    """Accepted now, and not at the step before."""
    REVOKED = 3
    """Accepted at the step before, and now given back to the noise."""


@dataclass(frozen=True, eq=False)
class StepAppearance:
    """One step as one layer shows it. Arrays are (canvas,)."""

    token_ids: NDArray[np.int32]
    states: NDArray[np.int8]
    certainty: NDArray[np.float32]
    """Certainty, 0 to 1."""
    ink: NDArray[np.float32]
    """How dark the token is drawn, 0 (paper) to 1."""
    solid: NDArray[np.bool_]
    """Text to be read, as against noise: it takes its natural width and touches its word."""
    ends: NDArray[np.bool_]
    """The token shown is an end token."""
    tail: NDArray[np.float32]
    """How surely the position lies behind the end of the text, 0 to 1."""


@dataclass(frozen=True, eq=False)
class BlendedAppearance:
    """A moment: where it comes from, where it goes to, and how far it is. Arrays are (canvas,)."""

    before: StepAppearance
    after: StepAppearance
    fraction: float
    """0 shows ``before`` only, 1 shows ``after`` only; already eased."""
    changed: NDArray[np.bool_]
    """Cells whose token differs between the two."""
    ink: NDArray[np.float32]
    tail: NDArray[np.float32]
    accepted_ground: NDArray[np.float32]
    """Opacity of the ground of a token accepted now, 0 to 1."""
    revoked_ground: NDArray[np.float32]
    """Opacity of the ground of a revoked token, 0 to 1."""

    @property
    def nearest(self) -> StepAppearance:
        return self.before if self.fraction < 0.5 else self.after


@dataclass(frozen=True)
class PositionState:
    """One position at one step, for its history."""

    step: int
    state: CellState
    canvas_id: int
    argmax_id: int
    probability: float
    """Of the belief."""
    entropy: float


def certainty(entropy: NDArray[np.float32]) -> NDArray[np.float32]:
    """Entropy in nats to 0..1: one over the perplexity, so that two equal candidates give a half."""
    return np.exp(-np.maximum(entropy, 0.0)).astype(np.float32)


def ease(fraction: float) -> float:
    """The share of a change that is visible after ``fraction`` of its time: still at first, then a smooth step."""
    x = min(max((fraction - TRANSITION_HOLD) / (1.0 - TRANSITION_HOLD), 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)


class StepSequence:
    """The steps of one segment in order, and what follows from them. ``append`` and ``look`` cost O(canvas)."""

    def __init__(self, end_ids: Iterable[int] = (), steps: Iterable[CanvasStep] = ()) -> None:
        self.done = False
        self.steps: list[CanvasStep] = []
        self.states: list[NDArray[np.int8]] = []
        self.certainties: list[NDArray[np.float32]] = []
        self.accepted_shares: list[float] = []
        self.mean_entropies: list[float] = []
        self._end_ids = np.fromiter(end_ids, dtype=np.int32)
        for step in steps:
            self.append(step)

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def canvas_length(self) -> int:
        """Positions of the canvas; 0 before the first step."""
        return len(self.steps[0].canvas) if self.steps else 0

    @property
    def last_index(self) -> int:
        """The last moment there is: the newest step, or the result once the segment is done. -1 when empty."""
        return len(self.steps) - 1 + (1 if self.done and self.steps else 0)

    def append(self, step: CanvasStep) -> None:
        """Adds the next step; raises ``ValueError`` when its canvas has another length."""
        if self.steps and len(step.canvas) != self.canvas_length:
            raise ValueError(f"a canvas of {self.canvas_length} positions got a step of {len(step.canvas)}")
        before = self.steps[-1].accepted if self.steps else np.zeros(len(step.canvas), dtype=np.bool_)
        accepted = step.accepted.astype(np.bool_)
        states = np.full(len(accepted), CellState.RENOISED, dtype=np.int8)
        states[accepted & before] = CellState.HELD
        states[accepted & ~before] = CellState.ACCEPTED
        states[~accepted & before] = CellState.REVOKED
        self.steps.append(step)
        self.states.append(states)
        self.certainties.append(certainty(step.entropy))
        self.accepted_shares.append(float(accepted.mean()) if len(accepted) else 0.0)
        self.mean_entropies.append(float(step.entropy.mean()) if len(accepted) else 0.0)

    def step_appearance(self, index: int, layer: Layer) -> StepAppearance:
        """Step ``index`` (0 = first) at rest; ``len(self)`` is the result. Raises ``IndexError`` beyond."""
        if not self.steps or not 0 <= index <= len(self.steps):
            raise IndexError(f"no step {index} among {len(self.steps)}")
        result = index == len(self.steps)
        at = index - 1 if result else index
        step, states, strength = self.steps[at], self.states[at], self.certainties[at]
        accepted = step.accepted.astype(np.bool_)
        believed_end = np.isin(step.argmax_ids, self._end_ids)
        tail = _tail(believed_end, strength)
        if result or layer == "belief":
            tokens = step.argmax_ids
            solid = np.ones(len(tokens), dtype=np.bool_) if result else accepted | (strength >= 0.5)
            floor = SETTLED_INK if result else NOISE_INK
            ink = floor + (1.0 - floor) * strength
            ends = believed_end
        else:
            tokens = step.canvas if layer == "canvas" else np.where(accepted, step.argmax_ids, step.canvas)
            # On the fed canvas the text that stands is what the step *before* accepted.
            held = (states == CellState.HELD) | (states == CellState.REVOKED)
            solid = held if layer == "canvas" else accepted | held
            ink = np.where(solid, SETTLED_INK + (1.0 - SETTLED_INK) * strength, NOISE_INK + NOISE_INK_SPAN * strength)
            ink = np.where(states == CellState.REVOKED, REVOKED_INK, ink)
            ends = np.isin(tokens, self._end_ids) & solid
        if result:
            states = np.full(len(tokens), CellState.HELD, dtype=np.int8)
        ink = ink * (1.0 - tail) + np.minimum(ink, TAIL_INK_MAX) * tail
        return StepAppearance(
            tokens.astype(np.int32), states, strength, ink.astype(np.float32), solid & (tail < 0.5), ends, tail
        )

    def appearance(self, index: float, layer: Layer) -> BlendedAppearance:
        """The moment ``index``, clamped to what there is. Raises ``IndexError`` when there is nothing yet."""
        at, mix = split_index(index, self.last_index)
        before = self.step_appearance(at, layer)
        after = self.step_appearance(at + 1, layer) if mix > 0.0 else before
        return blend(before, after, mix)

    def history(self, position: int) -> list[PositionState]:
        """What happened to one position, step by step."""
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
        """The step number from which the belief at ``position`` has not changed again; None if it changed at the very last."""
        beliefs = [int(step.argmax_ids[position]) for step in self.steps]
        at = len(beliefs)
        while at > 0 and beliefs[at - 1] == beliefs[-1]:
            at -= 1
        if not beliefs or (at == len(beliefs) - 1 and len(beliefs) > 1):
            return None
        return self.steps[at].step


def split_index(index: float, last_index: int) -> tuple[int, float]:
    """A float index as the step before it and the eased mix towards the next, clamped to 0..``last``."""
    if last_index < 0:
        raise IndexError("there is no step yet")
    clamped = min(max(index, 0.0), float(last_index))
    at = int(clamped)
    return at, (ease(clamped - at) if at < last_index else 0.0)


def blend(before: StepAppearance, after: StepAppearance, fraction: float) -> BlendedAppearance:
    """The look ``fraction`` of the way between two steps."""

    def ground(look: StepAppearance, state: CellState) -> NDArray[np.float32]:
        return np.where(look.states == state, 1.0 - look.tail, 0.0).astype(np.float32)

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
    """For each position, how sure the surest end token before it is: a wild guess of an end dims nothing."""
    sure = np.where(ends, certainty, 0.0).astype(np.float32)
    tail = np.zeros_like(sure)
    if len(sure) > 1:
        np.maximum.accumulate(sure[:-1], out=tail[1:])
    return tail
