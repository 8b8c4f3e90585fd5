"""Undo and redo: the way back through the states of a transcript."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.transcript.edits import rewrite
from app.transcript.undo import UndoStack
from tests.library.export.spoken import segment

SPOKEN = (segment("the cat sat on the mat"),)


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b", "c"]), max_size=40))
def test_undo_and_redo_walk_through_the_states(moves: list[str]) -> None:
    """Against the plainest model: a list of states and an index in it."""
    stack = UndoStack(SPOKEN)
    states, labels, index = [SPOKEN], [""], 0
    for move in moves:
        if move == "undo":
            stack, index = stack.undo(), max(0, index - 1)
        elif move == "redo":
            stack, index = stack.redo(), min(len(states) - 1, index + 1)
        else:
            after = rewrite(stack.present, 0, move)
            stack = stack.push(after, move)
            if after != states[index]:
                states, labels = [*states[: index + 1], after], [*labels[: index + 1], move]
                index += 1
        assert stack.present == states[index]
        assert stack.undo_label == (labels[index] if index else None)
        assert stack.redo_label == (labels[index + 1] if index + 1 < len(states) else None)


def test_the_oldest_states_make_room() -> None:
    stack = UndoStack(SPOKEN, limit=2)
    for text in "abc":
        stack = stack.push(rewrite(stack.present, 0, text), text)
    for _ in range(5):
        stack = stack.undo()
    assert stack.present[0].text == "a"


def test_a_segment_that_is_finished_meanwhile_is_in_every_state() -> None:
    late = segment("Later.", 1, 60.0)
    stack = UndoStack(SPOKEN).push(rewrite(SPOKEN, 0, "a"), "Typing").undo().with_segment(late)
    for state in (stack.present, stack.redo().present):
        assert state[-1] is late
        assert len(state) == 2
    early = segment("Earlier.", 2, -5.0)
    assert stack.with_segment(early).present == (early, *SPOKEN, late)
