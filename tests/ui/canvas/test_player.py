"""The player: live segments, replays, keys, mouse and numbers."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.library.replay_store import CanvasRun
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Ended, Segment
from app.ui.canvas import player as player_module
from app.ui.canvas.player import Player

from . import scripted


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return scripted.vocabulary()


@pytest.fixture
def player(qtbot: QtBot, vocabulary: Vocabulary) -> Player:
    widget = Player()
    qtbot.addWidget(widget)
    widget.resize(960, 430)
    widget.set_vocabulary(vocabulary)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def segment(player: Player, vocabulary: Vocabulary, index: int = 0, steps: int = 4, done: bool = True) -> None:
    shared: list[CanvasStep] = []
    player.begin_segment(CanvasRun(SegmentStarted(index, 0.0, 10.0, 48), shared))
    for step in scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, steps, index):
        shared.append(step)
        player.update_segment(index)
    if done:
        finish(player, index)


def finish(player: Player, index: int = 0) -> None:
    player.end_segment(SegmentDone(Segment(index, 0.0, 10.0, f"text {index}"), 1.0))


def test_a_live_segment_plays_to_its_result(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    shown: list[int] = []
    player.step_shown.connect(shown.append)
    segment(player, vocabulary)
    qtbot.waitUntil(lambda: player.canvas.index == 5.0, timeout=5000)
    assert not player.playing
    assert shown == sorted(shown)
    assert shown[-1] == 5
    assert len(player.steps) == 4
    assert player.canvas.accessibleDescription() == "text 0"
    assert not player.grab().isNull()


def test_events_are_taken_at_once_however_fast_they_come(player: Player, vocabulary: Vocabulary) -> None:
    shared: list[CanvasStep] = []
    player.begin_segment(CanvasRun(SegmentStarted(0, 0.0, 10.0, 192), shared))
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), steps=48)
    shared.append(steps[0])
    player.update_segment(0)
    began_s = time.perf_counter()
    for step in steps[1:]:
        shared.append(step)
        player.update_segment(0)
    finish(player)
    assert time.perf_counter() - began_s < 0.5
    assert len(player.steps) == 48


def test_the_next_segment_takes_the_canvas_soon(
    player: Player, vocabulary: Vocabulary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_module, "MAX_WAIT_S", 0.1)
    segment(player, vocabulary, 0, done=False)
    segment(player, vocabulary, 1, done=False)
    assert player.steps[0].segment == 0
    qtbot.waitUntil(lambda: player.steps[0].segment == 1, timeout=3000)


def test_interleaved_segments_keep_their_own_steps(player: Player, vocabulary: Vocabulary) -> None:
    text = scripted.sentence_ids(vocabulary)[:12]
    both = [scripted.annealing_steps(vocabulary, text, 48, 4, index) for index in (0, 1)]
    shared: tuple[list[CanvasStep], list[CanvasStep]] = ([], [])
    for index in (0, 1):
        player.begin_segment(CanvasRun(SegmentStarted(index, 0.0, 10.0, 48), shared[index]))
    for pair in zip(*both, strict=True):
        for index, step in enumerate(pair):
            shared[index].append(step)
            player.update_segment(index)
    assert [step.step for step in player.steps] == [1, 2, 3, 4]
    assert {step.segment for step in player.steps} == {0}
    finish(player, 1)
    finish(player, 0)


def test_pausing_leaves_the_running_job_and_live_comes_back(
    player: Player, vocabulary: Vocabulary, qtbot: QtBot
) -> None:
    segment(player, vocabulary, 0, done=False)
    with qtbot.waitSignal(player.left_live):
        qtbot.keyClick(player.heatmap, Qt.Key.Key_Left)
    assert not player.following
    segment(player, vocabulary, 1, done=False)
    qtbot.wait(60)
    assert player.steps[0].segment == 0
    player.go_live()
    assert player.following
    assert player.steps[0].segment == 1


def test_a_finished_segment_can_be_replayed(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 3)
    player.replay(scripted.run_of(steps))
    assert player.playing
    qtbot.waitUntil(lambda: player.canvas.index == 4.0, timeout=5000)
    player.replay(scripted.run_of(steps), play=False)
    qtbot.waitUntil(lambda: player.canvas.index == 4.0, timeout=3000)
    assert not player.playing
    player.replay(scripted.run_of([]))
    assert not player.grab().isNull()


def test_the_keys_step_and_play(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 6)
    player.replay(scripted.run_of(steps), play=False)
    player.set_reduced_motion(True)
    player.activateWindow()
    player.heatmap.setFocus()
    qtbot.waitUntil(player.heatmap.hasFocus)
    for key, expected in (
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_Right, 1.0),
        (Qt.Key.Key_Down, 2.0),
        (Qt.Key.Key_Up, 1.0),
        (Qt.Key.Key_Period, 2.0),
        (Qt.Key.Key_Comma, 1.0),
        (Qt.Key.Key_End, 7.0),
    ):
        qtbot.keyClick(player.heatmap, key)
        assert player.canvas.index == expected
    qtbot.keyClick(player.heatmap, Qt.Key.Key_K)
    assert player.playing


def test_the_mouse_scrubs(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 6)
    player.replay(scripted.run_of(steps), play=False)
    player.set_reduced_motion(True)
    qtbot.mouseClick(player.heatmap, Qt.MouseButton.LeftButton, pos=QPoint(80, 4))
    assert player.canvas.index == 0.0
    qtbot.mouseClick(player.heatmap, Qt.MouseButton.LeftButton, pos=QPoint(80, player.heatmap.height() - 5))
    assert player.canvas.index == 7.0


def test_reduced_motion_shows_whole_steps_only(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    shown: list[float] = []
    player.set_reduced_motion(True)
    player.canvas.step_shown.connect(shown.append)
    segment(player, vocabulary)
    qtbot.waitUntil(lambda: player.canvas.index == 5.0, timeout=5000)
    assert all(index == int(index) for index in shown)


def test_the_numbers_are_those_of_the_step(player: Player, vocabulary: Vocabulary) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 6)
    player.replay(scripted.run_of(steps), play=False)
    player.set_reduced_motion(True)
    player.heatmap.step_chosen.emit(0.0)
    assert player.title_text == "Start: noise"
    player.heatmap.step_chosen.emit(3.0)
    assert player.title_text == "Step 3 of 6"
    share = float(np.mean(steps[2].accepted)) * 100
    assert player.numbers_text == f"{steps[2].step_ms:.0f} ms · {share:.0f}% settled"
    player.heatmap.step_chosen.emit(7.0)
    assert player.title_text == "All 6 steps used"


@pytest.mark.parametrize(
    ("ended", "title"),
    [("settled", "Settled after 6 steps"), ("overflow", "The text did not fit"), (None, "Result after 6 steps")],
)
def test_the_result_says_why_the_decoder_ended(
    player: Player, vocabulary: Vocabulary, ended: Ended | None, title: str
) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 6)
    assert steps[-1].decision is not None
    steps[-1] = replace(steps[-1], decision=replace(steps[-1].decision, ended=ended))
    player.set_reduced_motion(True)
    player.replay(scripted.run_of(steps), play=False)
    assert player.title_text == title


def test_a_draft_is_the_first_row_and_stands_before_the_noise(
    player: Player, vocabulary: Vocabulary, qtbot: QtBot
) -> None:
    text = scripted.sentence_ids(vocabulary)[:12]
    steps = scripted.annealing_steps(vocabulary, text, 48, 4)
    shown: list[float] = []
    player.canvas.step_shown.connect(shown.append)
    player.replay(scripted.run_of(steps, tuple(text[:10])))
    assert player.title_text == "Draft, as heard"
    assert player.heatmap.row_count == 6
    appearance = player.canvas.appearance()
    assert appearance is not None
    assert appearance.before.token_ids[:10].tolist() == text[:10]
    qtbot.waitUntil(lambda: player.canvas.index == 5.0, timeout=8000)
    assert shown[0] == -1.0
    assert 0.0 in shown, "the noise is held as well"
    qtbot.mouseClick(player.heatmap, Qt.MouseButton.LeftButton, pos=QPoint(80, 4))
    qtbot.waitUntil(lambda: player.canvas.index == -1.0, timeout=3000)


def test_watching_again_begins_at_the_beginning(player: Player, vocabulary: Vocabulary) -> None:
    player.replay(scripted.run_of(scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 4)))
    player.heatmap.step_chosen.emit(3.0)
    player.watch_again()
    assert player.canvas.index == 0.0


def test_steps_without_a_change_are_jumped_and_said(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 4, revoke=0.0)
    assert steps[-1].decision is not None
    settled = replace(steps[-1].decision, ended="settled")
    still = [replace(steps[-1], step=5 + more, decision=settled) for more in range(30)]
    began_s = time.monotonic()
    player.replay(scripted.run_of([*steps, *still]))
    qtbot.waitUntil(lambda: player.canvas.index == 35.0, timeout=8000)
    assert time.monotonic() - began_s < 4.5, "thirty steps at the usual pace would take longer"
    assert player.title_text == "Settled at step 4, checked until 34"


def test_layers_and_speed(player: Player, vocabulary: Vocabulary) -> None:
    player.set_layer("belief")
    assert player.canvas.layer == "belief"
    player.set_speed(2.0)
    with pytest.raises(ValueError, match="above zero"):
        player.set_speed(-1.0)


def test_clear_follows_the_next_job(player: Player, vocabulary: Vocabulary) -> None:
    player.replay(scripted.run_of(scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary)[:12], 48, 3)))
    assert not player.following
    player.clear()
    assert player.following
    assert player.steps == []
    segment(player, vocabulary, 0, done=False)
    assert len(player.steps) == 4


def test_a_cancelled_job_leaves_what_there_is(player: Player, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    segment(player, vocabulary, 0, done=False)
    player.end_job()
    qtbot.waitUntil(lambda: not player.playing, timeout=5000)
    assert len(player.steps) == 4


def test_a_segment_that_waits_when_the_job_ends_is_still_shown_to_its_end(
    player: Player, vocabulary: Vocabulary, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_module, "MAX_WAIT_S", 0.05)
    segment(player, vocabulary, 0, done=False)
    segment(player, vocabulary, 1, done=False)
    player.end_job()
    qtbot.waitUntil(lambda: player.steps[0].segment == 1 and not player.playing, timeout=5000)
    assert player.canvas.index == 4.0


def test_every_control_has_a_name(player: Player) -> None:
    from PySide6.QtWidgets import QAbstractButton

    for button in player.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.toolTip()
        assert button.focusPolicy() != Qt.FocusPolicy.NoFocus
