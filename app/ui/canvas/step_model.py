"""The steps of one segment, and the appearance of each canvas cell at any index of them. No Qt, no torch.

The *index* of a ``StepSequence`` is a float: 0 is what the first step was given, the pure noise as a rule, 1 is the first
step, 1.5 is halfway from the first to the second. A canvas that starts from a draft has one index before, -1: the *draft*. A
finished segment has one more index, the *result*: the argmax tokens of its last step, at rest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.speech.events import CanvasStep

Layer = Literal["canvas", "blend", "belief"]
"""The tokens shown: those fed to the model, its argmax, or the accepted tokens and elsewhere the fed ones."""
LAYERS: tuple[Layer, ...] = ("canvas", "blend", "belief")

NOISE_INK, NOISE_INK_SPAN = 0.22, 0.12
"""Ink of a noise token: the first where certainty is 0, plus the second where it is 1."""
SETTLED_INK = 0.55
"""Minimum ink of an accepted token; certainty adds the rest."""
REVOKED_INK = 0.85
TAIL_INK_MAX = 0.09
"""Maximum ink after a certain end token."""
TURN_SHARE = 0.3
"""Share of the way between two steps that one cell takes to turn; they turn one after the other."""
DRAFT_INK = 0.62
DRAFT_HOLD_S, DRAFT_TURN_S = 0.4, 0.2
"""How long the draft is held, and how long it takes to turn to noise."""
NOISE_HOLD_S, NOISE_HOLD_BEHIND_DRAFT_S = 0.5, 0.2
"""How long the noise is held before the first step."""
TOKEN_S, WAVE_MIN_S, WAVE_MAX_S = 0.03, 0.2, 0.8
"""Time that each changed token adds to a step, and the least and most that a step with changes takes."""
UNCHANGED_S, ALL_UNCHANGED_S = 0.02, 0.1
"""Most time of a step in which nothing changes, and of all of them: they are jumped."""
WAVES_S, WAVES_BEHIND_DRAFT_S = 0.8, 0.5
"""Time of all steps of a finished segment together; with what is before and behind them 1.8 s are watched."""
WATCHED_S = NOISE_HOLD_S + WAVES_S + WAVE_MIN_S
"""About how long a finished segment moves at speed 1."""
STRETCH_MAX = 4.0
"""Most that the steps of a finished segment are slowed for that."""
NOISED_FROM_SHARE = 0.1
"""Share of the draft's tokens from which the given canvas is called the draft with noise."""


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
    turn: NDArray[np.float32]
    """When the cell turns into this on the way from the step before, 0 to 1: accepted tokens in the order of ``accept``, the
    surest first; noise here and there."""
    ends: NDArray[np.bool_]
    """Whether the shown token is an end token."""
    tail: NDArray[np.float32]
    """Certainty that the position is after the end of the text, 0 to 1."""
    decided: NDArray[np.bool_]
    """Whether the shown token is the one that was accepted, or taken back: else the decision has no ground under it."""
    is_draft: bool = False
    """Whether this is the draft, which is drawn in outline."""


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
    accepted_id: int
    """The token that was accepted, where one was."""
    probability: float
    """Probability of ``argmax_id``; 0 where it is not among the most probable tokens."""
    entropy: float


def certainty(entropy: NDArray[np.float32]) -> NDArray[np.float32]:
    """Map entropy in nats to 0..1: the inverse of the perplexity, so that two equal candidates give a half."""
    return np.exp(-np.maximum(entropy, 0.0)).astype(np.float32)


class StepSequence:
    """The steps of one segment in order, and what follows from them: each step and ``appearance`` cost O(canvas).

    ``steps`` is shared with its owner, who may append to it while the segment is denoised; ``update`` follows.
    """

    def __init__(
        self, end_ids: Iterable[int] = (), steps: Sequence[CanvasStep] = (), draft_ids: Sequence[int] = ()
    ) -> None:
        """``draft_ids`` are the text tokens of the draft. Raises ``ValueError`` if the canvases differ in length."""
        self.done = False
        self.steps = steps
        self.draft_ids = tuple(draft_ids)
        self.states: list[NDArray[np.int8]] = []
        self.certainties: list[NDArray[np.float32]] = []
        self.changes: list[int] = []
        """Of each step, the positions up to the end of its text whose token or acceptance differs from the step before."""
        self.accepted_shares: list[float] = []
        """Of each step, over the positions up to the end of its text."""
        self.states_seen: set[CellState] = set()
        """The states that occur in the text of any step."""
        self.text_lengths: list[int] = []
        """Of each step, how many positions its text has."""
        self.given_share = 0.0
        """Share of the draft's tokens that the first step was given; 0 without a draft or a step."""
        self._end_ids = np.fromiter(end_ids, dtype=np.int32)
        self.update()

    def __len__(self) -> int:
        """Number of steps that ``update`` has seen. The first has index 1."""
        return len(self.states)

    @property
    def canvas_length(self) -> int:
        """Positions of the canvas; 0 before the first step."""
        return len(self.steps[0].canvas) if self.steps else 0

    @property
    def start(self) -> Literal["noise", "noised draft", "draft"]:
        """What the first step was given."""
        if self.given_share == 1.0:
            return "draft"
        return "noise" if self.given_share < NOISED_FROM_SHARE else "noised draft"

    @property
    def first_index(self) -> int:
        """The first index: the draft, unless there is none or the first step was given just that."""
        return -1 if self.draft_ids and self.start != "draft" else 0

    @property
    def last_index(self) -> int:
        """The last index: the newest step, or the result once the segment is done; -1 when empty."""
        return len(self) + self.done if len(self) else -1

    @property
    def last_changed_step(self) -> int:
        """The last step, from 1, in which text or acceptance changed; 0 before the first."""
        return max((index + 1 for index, count in enumerate(self.changes) if count), default=0)

    def hold_s(self, index: int) -> float:
        """Return how long ``index`` is held at speed 1 before it turns into the next one."""
        if index < 0:
            return DRAFT_HOLD_S
        return 0.0 if index else NOISE_HOLD_BEHIND_DRAFT_S if self.first_index < 0 else NOISE_HOLD_S

    def duration_s(self, index: int) -> float:
        """Return how long the way from ``index`` to the next one is shown at speed 1: a moment where nothing changes."""
        if not 0 <= index < len(self):
            return DRAFT_TURN_S if index < 0 else WAVE_MIN_S
        waves = [_wave_s(count) for count in self.changes]
        if not waves[index]:
            return min(UNCHANGED_S, ALL_UNCHANGED_S / waves.count(0.0))
        target_s = WAVES_BEHIND_DRAFT_S if self.first_index < 0 else WAVES_S
        scale = min(target_s / sum(waves), STRETCH_MAX if self.done else 1.0)
        return waves[index] * scale

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
        if previous is None and self.draft_ids:
            given = step.canvas[: len(self.draft_ids)]
            self.given_share = float((given == self.draft_ids[: len(given)]).mean())
        self.states.append(states)
        self.certainties.append(certainty(step.entropy))
        self.text_lengths.append(step.text_length(self._end_ids.tolist()))
        text = slice(self.text_lengths[-1])
        self.states_seen.update(map(CellState, set(states[text].tolist())))
        changed = accepted != before
        if previous is not None:
            changed |= step.argmax_ids != previous.argmax_ids
            if step.sampled_ids is not None and previous.sampled_ids is not None:
                changed |= accepted & (step.sampled_ids != previous.sampled_ids)
        self.changes.append(int(changed[text].sum()))
        self.accepted_shares.append(float(accepted[text].mean()) if len(accepted) else 0.0)

    def step_appearance(self, index: int, layer: Layer) -> StepAppearance:
        """Return ``index`` at rest: -1 is the draft, 0 the noise, 1 the first step, ``len(self) + 1`` the result.

        Raises ``IndexError`` beyond it.
        """
        if not self.first_index <= index <= len(self) + 1 or not len(self):
            raise IndexError(f"no index {index} among {len(self)} steps")
        if index <= 0:
            return self._draft_appearance() if index < 0 or self.start == "draft" else self._given_appearance()
        result = index == len(self) + 1
        step_index = index - 1 - result
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
            tokens = (
                step.canvas if layer == "canvas" else np.where(accepted, self.accepted_ids(step_index), step.canvas)
            )
            # In the tokens that were fed, the text is what the step *before* accepted.
            held = (states == CellState.HELD) | (states == CellState.REVOKED)
            solid = held if layer == "canvas" else accepted | held
            ink = np.where(solid, SETTLED_INK + (1.0 - SETTLED_INK) * certainty, NOISE_INK + NOISE_INK_SPAN * certainty)
            ink = np.where(states == CellState.REVOKED, REVOKED_INK, ink)
            ends = np.isin(tokens, self._end_ids) & solid
        if result:
            states = np.full(len(tokens), CellState.HELD, dtype=np.int8)
        ink = ink * (1.0 - tail) + np.minimum(ink, 0.0 if result else TAIL_INK_MAX) * tail
        turn = _turns(self.states[step_index], step.entropy, accepted | result)
        solid &= tail < 0.5
        return StepAppearance(
            tokens.astype(np.int32), states, certainty, ink.astype(np.float32), solid, turn, ends, tail,
            tokens == np.where(states == CellState.REVOKED, step.canvas, self.accepted_ids(step_index)),
        )  # fmt: skip

    def accepted_ids(self, step_index: int) -> NDArray[np.int32]:
        """Return the token that stands where a step, from 0, accepted its position, (canvas,); elsewhere any.

        Where that was not recorded it is what the next step was given, or the argmax.
        """
        step = self.steps[step_index]
        if step.sampled_ids is not None:
            return step.sampled_ids
        return self.steps[step_index + 1].canvas if step_index + 1 < len(self.steps) else step.argmax_ids

    def _draft_appearance(self) -> StepAppearance:
        """Return the draft at the beginning of the canvas, and its end."""
        n, no = self.canvas_length, np.zeros(self.canvas_length, np.bool_)
        ids = self.draft_ids[:n]
        tokens = np.full(n, self._end_ids[0] if len(self._end_ids) else ids[-1], np.int32)
        tokens[: len(ids)] = ids
        behind = np.arange(n) > len(ids)
        solid, ends = ~behind, np.arange(n) == len(ids)
        ink = np.where(behind, 0.0, DRAFT_INK).astype(np.float32)
        states, zeros = np.full(n, CellState.RENOISED, np.int8), np.zeros(n, np.float32)
        tail = behind.astype(np.float32)
        return StepAppearance(tokens, states, zeros, ink, solid, zeros, ends, tail, no, is_draft=True)

    def _given_appearance(self) -> StepAppearance:
        """Return what the first step was given: random tokens."""
        n = self.canvas_length
        zeros, no = np.zeros(n, np.float32), np.zeros(n, np.bool_)
        ink = np.full(n, NOISE_INK + NOISE_INK_SPAN / 2, np.float32)
        states = np.full(n, CellState.RENOISED, np.int8)
        turn = _turns(states, zeros, no)
        return StepAppearance(self.steps[0].canvas.astype(np.int32), states, zeros, ink, no, turn, no, zeros, no)

    def appearance(self, index: float, layer: Layer) -> BlendedAppearance:
        """Return the appearance at ``index``, clamped. Raises ``IndexError`` while there is no step."""
        step_index, fraction = self.split(index)
        before = self.step_appearance(step_index, layer)
        after = self.step_appearance(step_index + 1, layer) if fraction > 0.0 else before
        return blend(before, after, fraction)

    def split(self, index: float) -> tuple[int, float]:
        """Split an index, clamped, into the one before it and the fraction towards the next one.

        Raises ``IndexError`` while there is no step.
        """
        if not len(self):
            raise IndexError("there is no step yet")
        return split_index(index, self.last_index, self.first_index)

    def history(self, position: int) -> list[PositionState]:
        """Return the state of one position at each step."""
        return [
            PositionState(
                step.step,
                CellState(int(states[position])),
                int(step.canvas[position]),
                int(step.argmax_ids[position]),
                int(self.accepted_ids(index)[position]),
                _probability(step, position),
                float(step.entropy[position]),
            )
            for index, (step, states) in enumerate(zip(self.steps, self.states, strict=True))
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


def _probability(step: CanvasStep, position: int) -> float:
    """Of the text's token at a position."""
    found = np.flatnonzero(step.top_ids[position] == step.argmax_ids[position])
    return float(step.top_probs[position, found[0]]) if len(found) else 0.0


def settled_between(sequence: StepSequence, index: float) -> tuple[NDArray[np.bool_], NDArray[np.bool_], float]:
    """Return which positions (canvas,) are accepted at the step before an index and at the one after it, and the way between.

    At the result all are. Raises ``IndexError`` while there is no step.
    """
    before, fraction = sequence.split(index)

    def settled(step: int) -> NDArray[np.bool_]:
        if step > len(sequence):
            return np.ones(sequence.canvas_length, np.bool_)
        if step <= 0:
            return np.zeros(sequence.canvas_length, np.bool_)
        states = sequence.states[step - 1]
        return (states == CellState.ACCEPTED) | (states == CellState.HELD)

    return settled(before), settled(before + 1) if fraction > 0.0 else settled(before), fraction


def split_index(index: float, last_index: int, first_index: int = 0) -> tuple[int, float]:
    """Split an index, clamped to the range, into the one before it and the fraction towards the next one."""
    clamped = min(max(index, float(first_index)), float(last_index))
    before = math.floor(clamped)
    return before, (clamped - before if before < last_index else 0.0)


def shown_shares(turn: NDArray[np.floating]) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Return how much is shown of the old and of the new token of cells that have turned so far: they hardly overlap."""
    return np.maximum(1.0 - 1.6 * turn, 0.0), np.maximum(1.6 * turn - 0.6, 0.0)


def turned(after: StepAppearance, fraction: float) -> NDArray[np.float32]:
    """Return how far each cell (canvas,) has turned into ``after`` at ``fraction`` of the way, 0 to 1."""
    x = np.clip((fraction - after.turn * (1.0 - TURN_SHARE)) / TURN_SHARE, 0.0, 1.0)
    return (x * x * (3.0 - 2.0 * x)).astype(np.float32)


def blend(before: StepAppearance, after: StepAppearance, fraction: float) -> BlendedAppearance:
    """Return the appearance at ``fraction`` (0 to 1) of the way between two steps."""

    def ground(appearance: StepAppearance, state: CellState) -> NDArray[np.float32]:
        shown = (appearance.states == state) & appearance.decided & (appearance.tail <= 0.5)  # padding has no letters
        return np.where(shown, 1.0 - appearance.tail, 0.0).astype(np.float32)

    fractions = turned(after, fraction)

    def lerp(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
        return a if before is after else (a + (b - a) * fractions).astype(np.float32)

    changed = before.token_ids != after.token_ids
    old_share, new_share = shown_shares(fractions)

    def turn_ground(state: CellState) -> NDArray[np.float32]:
        """A ground comes and goes with the token that was decided about."""
        old, new = ground(before, state), ground(after, state)
        in_turn = (old * old_share + new * new_share).astype(np.float32)
        return np.where(changed, in_turn, lerp(old, new)) if before is not after else old

    return BlendedAppearance(
        before,
        after,
        fraction,
        changed=changed,
        ink=lerp(before.ink, after.ink),
        tail=lerp(before.tail, after.tail),
        accepted_ground=turn_ground(CellState.ACCEPTED),
        revoked_ground=turn_ground(CellState.REVOKED),
    )


def _wave_s(changes: int) -> float:
    return min(max(changes * TOKEN_S, WAVE_MIN_S), WAVE_MAX_S) if changes else 0.0


def _turns(states: NDArray[np.int8], entropy: NDArray[np.float32], accepted: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return when each cell turns: newly accepted ones by rank of entropy, noise evenly spread, held ones at once."""
    turn = ((np.arange(len(states)) * 0.6180339887498949) % 1.0).astype(np.float32)
    turn[(states == CellState.HELD) | (states == CellState.REVOKED)] = 0.0
    new = np.flatnonzero(accepted & (states != CellState.HELD))
    turn[new[np.argsort(entropy[new], kind="stable")]] = np.linspace(0.0, 1.0, len(new), dtype=np.float32)
    return turn


def _tail(ends: NDArray[np.bool_], certainty: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return, per position, the highest certainty of an end token before it: an uncertain end dims nothing."""
    end_certainty = np.where(ends, certainty, 0.0).astype(np.float32)
    tail = np.zeros_like(end_certainty)
    if len(end_certainty) > 1:
        np.maximum.accumulate(end_certainty[:-1], out=tail[1:])
    return tail
