"""The playback clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.canvas.playback_clock import GLIDE_S, LIVE_LAG_S, STEPS_PER_S, PlaybackClock

FRAME_S = 1 / 60


def run(clock: PlaybackClock, seconds: float, start_s: float = 0.0) -> list[float]:
    return [clock.tick(start_s + at * FRAME_S) for at in range(int(seconds / FRAME_S) + 1)]


def replay(last: int = 16) -> PlaybackClock:
    clock = PlaybackClock()
    clock.restart(live=False)
    clock.finish(last)
    return clock


def test_a_replay_plays_at_its_pace_and_stops_at_the_end() -> None:
    clock = replay(7)
    shown = run(clock, 0.5)
    assert shown[-1] == pytest.approx(0.5 * STEPS_PER_S, abs=0.3)
    run(clock, 1.0, 0.5)
    assert clock.index == 7.0
    assert not clock.playing
    assert not clock.moving


def test_speed_scales_the_pace() -> None:
    clock = replay(100)
    clock.set_speed(4.0)
    assert run(clock, 1.0)[-1] == pytest.approx(4 * STEPS_PER_S, rel=0.05)
    with pytest.raises(ValueError, match="above zero"):
        clock.set_speed(0.0)


def test_play_at_the_end_starts_again() -> None:
    clock = replay(3)
    run(clock, 2.0)
    clock.play()
    assert clock.index == 0.0
    assert clock.moving


def test_pause_holds_the_moment_and_play_goes_on_from_it() -> None:
    clock = replay()
    run(clock, 0.5)
    clock.toggle()
    held = clock.index
    run(clock, 1.0, 5.0)
    assert clock.index == held
    clock.toggle()
    assert run(clock, 0.1, 9.0)[-1] > held


def test_live_steps_faster_than_the_eye_stay_within_the_lag() -> None:
    clock = PlaybackClock()
    clock.restart(live=True)
    for at in range(240):  # a step every 20 ms
        clock.extend_to(int(at * FRAME_S / 0.020))
        clock.tick(at * FRAME_S)
    behind_s = (clock.last_index - clock.index) * 0.020
    assert behind_s < LIVE_LAG_S * 1.1


def test_live_waits_for_a_slow_step_and_then_moves_on() -> None:
    clock = PlaybackClock()
    clock.restart(live=True)
    assert not clock.moving
    clock.extend_to(0)
    run(clock, 0.3)
    assert clock.index == 0.0
    assert clock.playing
    clock.extend_to(1)
    assert clock.moving
    assert run(clock, 1.0, 3.0)[-1] == 1.0
    clock.finish(2)
    run(clock, 1.0, 5.0)
    assert (clock.index, clock.playing, clock.live) == (2.0, False, False)


def test_a_long_gap_between_frames_is_no_leap() -> None:
    clock = replay(100)
    clock.tick(0.0)
    assert clock.tick(60.0) < 1.0


def test_stepping_glides_to_whole_steps_and_can_be_interrupted() -> None:
    clock = replay()
    clock.seek(5.0)
    run(clock, GLIDE_S * 2)
    assert clock.index == 5.0
    clock.step_by(1)
    run(clock, GLIDE_S / 2, 10.0)
    assert 5.0 < clock.index < 6.0
    clock.step_by(1)
    assert clock.target_step == 7
    run(clock, GLIDE_S * 3, 20.0)
    assert clock.index == 7.0
    clock.step_by(-20)
    run(clock, GLIDE_S * 3, 30.0)
    assert clock.index == 0.0


def test_reduced_motion_jumps_and_not_often() -> None:
    clock = replay()
    clock.set_reduced_motion(True)
    shown = run(clock, 2.0)
    assert all(index == int(index) for index in shown)
    assert len(set(shown)) <= 6
    clock.seek(9.0)
    assert clock.index == 9.0
    assert not clock.moving


def test_reduced_motion_live_jumps_to_the_newest() -> None:
    clock = PlaybackClock()
    clock.set_reduced_motion(True)
    clock.restart(live=True)
    clock.extend_to(11)
    clock.tick(0.0)
    clock.tick(1.0)
    assert clock.index == 11.0


def test_reduced_motion_in_the_middle_of_a_change_lands_on_a_step() -> None:
    clock = replay()
    run(clock, 0.5)
    clock.set_reduced_motion(True)
    assert clock.index == int(clock.index)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("tick"), st.floats(0.0, 2.0)),
            st.tuples(st.just("extend"), st.integers(0, 3)),
            st.tuples(st.just("seek"), st.floats(-3.0, 60.0)),
            st.tuples(st.just("step"), st.integers(-5, 5)),
            st.tuples(st.just("toggle"), st.just(0)),
            st.tuples(st.just("reduced"), st.booleans()),
        ),
        max_size=40,
    )
)
def test_whatever_happens_the_index_is_a_moment_there_is(doings: list[tuple[str, float]]) -> None:
    clock, now_s, last = PlaybackClock(), 0.0, -1
    clock.restart(live=True)
    for what, value in doings:
        if what == "tick":
            now_s += value
            clock.tick(now_s)
        elif what == "extend":
            last += int(value)
            clock.extend_to(last)
        elif what == "seek":
            clock.seek(value)
        elif what == "step":
            clock.step_by(int(value))
        elif what == "toggle":
            clock.toggle()
        else:
            clock.set_reduced_motion(bool(value))
        assert 0.0 <= clock.index <= max(last, 0)
        assert not clock.reduced_motion or clock.index == int(clock.index)
