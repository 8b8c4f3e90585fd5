"""The appearance of canvas cells at any index of a step sequence."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.speech.events import TOP_K, CanvasStep
from app.ui.canvas.step_model import LAYERS, CellState, StepSequence, certainty, split_index, turned

END = 1


def step(
    accepted: list[bool],
    number: int = 1,
    canvas: list[int] | None = None,
    belief: list[int] | None = None,
    entropy: list[float] | None = None,
) -> CanvasStep:
    n = len(accepted)
    return CanvasStep(
        segment=0,
        step=number,
        steps=9,
        canvas=np.array(canvas if canvas is not None else range(10, 10 + n), dtype=np.int32),
        argmax_ids=np.array(belief if belief is not None else range(50, 50 + n), dtype=np.int32),
        accepted=np.array(accepted, dtype=np.bool_),
        entropy=np.array(entropy if entropy is not None else [0.1] * n, dtype=np.float32),
        top_ids=np.zeros((n, TOP_K), dtype=np.int32),
        top_probs=np.full((n, TOP_K), 0.2, dtype=np.float16),
        step_ms=1.0,
    )


@st.composite
def annealings(draw: st.DrawFn) -> list[CanvasStep]:
    n, count = draw(st.integers(1, 12)), draw(st.integers(1, 6))
    ids = st.lists(st.integers(0, 6), min_size=n, max_size=n)
    return [
        step(
            draw(st.lists(st.booleans(), min_size=n, max_size=n)),
            at + 1,
            draw(ids),
            draw(ids),
            draw(st.lists(st.floats(0.0, 12.0), min_size=n, max_size=n)),
        )
        for at in range(count)
    ]


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        (False, False, CellState.RENOISED),
        (False, True, CellState.ACCEPTED),
        (True, True, CellState.HELD),
        (True, False, CellState.REVOKED),
    ],
)
def test_the_four_states(before: bool, now: bool, state: CellState) -> None:
    sequence = StepSequence(steps=[step([before]), step([now], 2)])
    assert sequence.step_appearance(2, "canvas").states.tolist() == [state]


def test_the_first_step_has_nothing_to_hold_or_revoke() -> None:
    states = StepSequence(steps=[step([True, False])]).step_appearance(1, "blend").states
    assert states.tolist() == [CellState.ACCEPTED, CellState.RENOISED]


def test_every_sequence_of_three_steps_tells_its_last_state_from_the_last_two() -> None:
    for a, b, c in itertools.product([False, True], repeat=3):
        long = StepSequence(steps=[step([a]), step([b], 2), step([c], 3)])
        short = StepSequence(steps=[step([b]), step([c], 2)])
        assert long.states[2].tolist() == short.states[1].tolist()


def test_layers_choose_the_token() -> None:
    sequence = StepSequence(steps=[step([True, False], canvas=[3, 4], belief=[5, 6])])
    assert sequence.step_appearance(1, "canvas").token_ids.tolist() == [3, 4]
    assert sequence.step_appearance(1, "belief").token_ids.tolist() == [5, 6]
    assert sequence.step_appearance(1, "blend").token_ids.tolist() == [5, 4]


def test_a_revoked_cell_still_shows_the_word_it_loses() -> None:
    sequence = StepSequence(steps=[step([True], canvas=[3], belief=[7]), step([False], 2, canvas=[7], belief=[8])])
    appearance = sequence.step_appearance(2, "blend")
    assert appearance.token_ids.tolist() == [7]
    assert appearance.solid.tolist() == [True]


def test_noise_is_lighter_than_text_however_sure_the_model_is() -> None:
    sequence = StepSequence(steps=[step([True, False], entropy=[1.5, 0.0])])
    for layer in ("blend",):
        ink = sequence.step_appearance(1, layer).ink
        assert ink[1] < ink[0]


def test_the_result_is_the_belief_without_grounds() -> None:
    sequence = StepSequence(steps=[step([True, False], belief=[5, 6])])
    sequence.done = True
    assert sequence.last_index == 2
    appearance = sequence.appearance(2.0, "canvas")
    assert appearance.before.token_ids.tolist() == [5, 6]
    assert not appearance.accepted_ground.any()
    assert not appearance.revoked_ground.any()
    assert appearance.before.solid.all()


def test_without_a_result_the_last_moment_is_the_last_step() -> None:
    sequence = StepSequence(steps=[step([True]), step([True], 2)])
    assert sequence.last_index == 2
    assert StepSequence().last_index == -1


def test_the_tail_behind_a_sure_end_recedes_and_a_guessed_end_dims_nothing() -> None:
    sure = StepSequence([END], [step([True] * 4, belief=[9, END, 9, 9], entropy=[0.0] * 4)]).step_appearance(
        1, "belief"
    )
    assert sure.tail.tolist() == [0.0, 0.0, 1.0, 1.0]
    assert sure.ends.tolist() == [False, True, False, False]
    assert sure.ink[2] < 0.1 < sure.ink[0]
    guess = StepSequence([END], [step([False] * 4, belief=[9, END, 9, 9], entropy=[8.0] * 4)]).step_appearance(
        1, "belief"
    )
    assert guess.tail.max() < 0.001


def test_grounds_recede_in_the_tail() -> None:
    appearance = StepSequence([END], [step([True] * 3, belief=[END, 9, 9], entropy=[0.0] * 3)]).appearance(1.0, "blend")
    assert appearance.accepted_ground.tolist() == [1.0, 0.0, 0.0]


def test_certainty_is_one_over_the_perplexity() -> None:
    values = certainty(np.array([0.0, math.log(2), math.log(262144), -0.01], dtype=np.float32))
    assert values == pytest.approx([1.0, 0.5, 1 / 262144, 1.0], abs=1e-6)


def test_look_before_any_step_is_an_error() -> None:
    with pytest.raises(IndexError):
        StepSequence().appearance(0.0, "blend")
    with pytest.raises(IndexError):
        StepSequence(steps=[step([True])]).step_appearance(3, "blend")


def test_a_canvas_does_not_change_its_length() -> None:
    steps = [step([True])]
    sequence = StepSequence(steps=steps)
    steps.append(step([True, True]))
    with pytest.raises(ValueError, match="1 positions"):
        sequence.update()


def test_history_and_settling() -> None:
    steps = [step([False], 1, belief=[4]), step([True], 2, belief=[5]), step([True], 3, belief=[5])]
    sequence = StepSequence(steps=steps)
    assert [state.state for state in sequence.history(0)] == [CellState.RENOISED, CellState.ACCEPTED, CellState.HELD]
    assert [state.argmax_id for state in sequence.history(0)] == [4, 5, 5]
    assert sequence.settled_step(0) == 2
    steps.append(step([True], 4, belief=[6]))
    assert len(sequence) == 3, "it follows when it is updated"
    sequence.update()
    assert sequence.settled_step(0) is None


def test_one_step_counts_as_settled() -> None:
    assert StepSequence(steps=[step([True])]).settled_step(0) == 1


def test_shares() -> None:
    assert StepSequence(steps=[step([True, False], entropy=[1.0, 3.0])]).accepted_shares == [0.5]
    ended = StepSequence((1,), [step([True, True, False], belief=[5, 1, 1], entropy=[1.0, 2.0, 9.0])])
    assert ended.accepted_shares == [1.0], "what stands behind the end does not count"


def test_index_0_is_the_noise_that_the_first_step_was_given() -> None:
    noise = StepSequence([END], [step([True, True], canvas=[END, 4])]).step_appearance(0, "belief")
    assert noise.token_ids.tolist() == [END, 4]
    assert not noise.solid.any()
    assert not noise.tail.any()
    assert set(noise.states.tolist()) == {CellState.RENOISED}


def test_accepted_tokens_turn_in_the_order_of_their_entropy() -> None:
    entropy = [0.03, 0.01, 5.0, 0.02]
    after = StepSequence(steps=[step([True, True, False, True], entropy=entropy)]).step_appearance(1, "blend")
    order = [int(cell) for cell in np.argsort(after.turn) if cell != 2]
    assert order == [1, 3, 0]
    for fraction in np.linspace(0.0, 1.0, 21):
        shares = turned(after, float(fraction))
        assert shares[1] >= shares[3] >= shares[0]
    assert turned(after, 0.0).max() == 0.0
    assert turned(after, 1.0).min() == 1.0


def test_acceptance_is_shown_only_where_the_accepted_token_is_drawn() -> None:
    sequence = StepSequence(steps=[step([True, True], canvas=[3, 6], belief=[5, 6])])
    assert sequence.appearance(1.0, "canvas").accepted_ground.tolist() == [0.0, 1.0]
    assert sequence.appearance(1.0, "blend").accepted_ground.tolist() == [1.0, 1.0]


def test_a_sampled_token_is_shown_where_it_was_accepted() -> None:
    first = replace(step([True, False], canvas=[3, 4], belief=[5, 6]), sampled_ids=np.array([7, 6], np.int32))
    sequence = StepSequence(steps=[first, step([True, True], 2, canvas=[7, 9], belief=[5, 6])])
    blend, belief = (sequence.appearance(1.0, layer) for layer in ("blend", "belief"))
    assert blend.before.token_ids.tolist() == [7, 4]
    assert blend.accepted_ground.tolist() == [1.0, 0.0]
    assert belief.accepted_ground.tolist() == [0.0, 0.0], "the guess is another token than the accepted one"
    unrecorded = StepSequence(steps=[replace(first, sampled_ids=None), sequence.steps[1]])
    assert unrecorded.step_appearance(1, "blend").token_ids.tolist() == [7, 4], "the next step was given it"


def test_the_draft_stands_at_the_beginning_with_its_end_and_nothing_behind() -> None:
    sequence = StepSequence([END], [step([True] * 4, canvas=[3, 4, 5, 6])], [8, 9])
    assert (sequence.first_index, sequence.start) == (-1, "noise")
    draft = sequence.step_appearance(-1, "blend")
    assert draft.is_draft
    assert draft.token_ids.tolist() == [8, 9, END, END]
    assert draft.solid.tolist() == [True, True, True, False]
    assert draft.ink[:3].min() > 0.0 == draft.ink[3]
    long = StepSequence([END], [step([True] * 2, canvas=[3, 4])], [8, 9, 7])
    assert long.step_appearance(-1, "blend").token_ids.tolist() == [8, 9]


def test_a_canvas_that_was_given_its_draft_has_no_noise() -> None:
    given = StepSequence([END], [step([True] * 3, canvas=[8, 9, END])], [8, 9])
    assert (given.first_index, given.start) == (0, "draft")
    assert given.step_appearance(0, "blend").is_draft
    half = StepSequence([END], [step([True] * 3, canvas=[8, 4, 3])], [8, 9])
    assert (half.first_index, half.start) == (-1, "noised draft")
    assert not half.step_appearance(0, "blend").is_draft


@pytest.mark.parametrize("draft_ids", [(), (8, 9, 7)])
@pytest.mark.parametrize("counts", [(30,), (12, 4), (5, 1, 0, 0, 0), (40, 30, 20, 9, 7, 6, 4, 2, 1), (20, *[0] * 40)])
def test_a_finished_segment_is_watched_for_1_8_s(counts: tuple[int, ...], draft_ids: tuple[int, ...]) -> None:
    flips = np.cumsum([np.arange(40) < count for count in counts], axis=0) % 2 == 1
    steps = [step(list(accepted), number + 1) for number, accepted in enumerate(flips)]
    sequence = StepSequence([END], steps, draft_ids)
    sequence.done = True
    indices = range(sequence.first_index, sequence.last_index)
    shown_s = sum(sequence.hold_s(index) + sequence.duration_s(index) for index in indices)
    assert shown_s == pytest.approx(1.5, abs=0.12)  # and it rests for 0.3 s


def test_a_step_lasts_by_its_changes_and_one_without_is_a_moment() -> None:
    sequence = StepSequence(steps=[step([True] * 9), step([True] * 9, 2), step([True] * 8 + [False], 3)])
    assert sequence.changes == [9, 0, 1]
    assert sequence.last_changed_step == 3
    assert sequence.duration_s(0) > sequence.duration_s(2) > 5 * sequence.duration_s(1)


@given(st.floats(-5.0, 60.0), st.integers(0, 48))
def test_split_stays_inside(index: float, last: int) -> None:
    at, mix = split_index(index, last)
    assert 0 <= at <= last
    assert 0.0 <= mix <= 1.0
    assert mix == 0.0 or at < last


@settings(max_examples=60)
@given(annealings(), st.floats(0.0, 8.0), st.sampled_from(LAYERS), st.booleans())
def test_any_moment_of_any_annealing(steps: list[CanvasStep], index: float, layer: str, done: bool) -> None:
    sequence = StepSequence([END], steps)
    sequence.done = done
    appearance = sequence.appearance(index, layer)  # type: ignore[arg-type]
    n = sequence.canvas_length
    for values in (
        appearance.ink,
        appearance.tail,
        appearance.accepted_ground,
        appearance.revoked_ground,
        appearance.before.certainty,
    ):
        assert values.shape == (n,)
        assert np.all((values >= 0.0) & (values <= 1.0))
    # Never two grounds at rest, and a token only from one of the two layers.
    assert not np.any((appearance.accepted_ground > 0) & (appearance.revoked_ground > 0)) or appearance.fraction > 0.0
    index_before = min(max(split_index(index, sequence.last_index)[0] - 1, 0), len(steps) - 1)
    fed, argmax = steps[index_before].canvas, steps[index_before].argmax_ids
    drawn = appearance.before.token_ids
    assert np.all((drawn == fed) | (drawn == argmax) | (drawn == sequence.accepted_ids(index_before)))
    assert np.all(np.diff(appearance.before.tail) >= 0.0)
    assert appearance.nearest is (appearance.before if appearance.fraction < 0.5 else appearance.after)
    assert np.array_equal(appearance.changed, appearance.before.token_ids != appearance.after.token_ids)


@settings(max_examples=40)
@given(annealings())
def test_a_revoked_cell_was_accepted_and_a_held_one_still_is(steps: list[CanvasStep]) -> None:
    sequence = StepSequence([END], steps)
    for index, states in enumerate(sequence.states):
        now = steps[index].accepted
        before = steps[index - 1].accepted if index else np.zeros_like(now)
        assert np.array_equal(now, (states == CellState.ACCEPTED) | (states == CellState.HELD))
        assert np.array_equal(before, (states == CellState.REVOKED) | (states == CellState.HELD))


@settings(max_examples=30)
@given(annealings(), st.sampled_from(LAYERS))
def test_moving_ends_at_the_next_step(steps: list[CanvasStep], layer: str) -> None:
    sequence = StepSequence([END], steps)
    sequence.done = True
    for index in range(sequence.last_index):
        almost = sequence.appearance(index + 1 - 1e-9, layer)  # type: ignore[arg-type]
        there = sequence.appearance(index + 1, layer)  # type: ignore[arg-type]
        assert np.allclose(almost.ink, there.ink, atol=1e-3)
        assert np.allclose(almost.accepted_ground, there.accepted_ground, atol=1e-3)
        assert np.array_equal(almost.after.token_ids, there.before.token_ids)
