"""The playback clock of the canvas: which index is shown when. No Qt; the caller passes the time in.

It moves in two ways. *Playing* goes through the steps at a steady pace; while it follows live steps it is fast enough to
stay within ``LIVE_LAG_S`` of the newest. *Gliding* moves quickly to a step that the user chose. Nothing waits for the clock:
decoding goes on, the picture follows.
"""

from __future__ import annotations

import math
from collections.abc import Callable

STEPS_PER_S = 7.0
"""Pace at speed 1: slow enough to read a change, quick enough for 16 steps in about two seconds."""
LIVE_LAG_S = 1.2
"""Lag of the picture behind steps that arrive faster than the pace."""
GLIDE_S = 0.18
REDUCED_STEPS_PER_S = 2.5
"""Maximum rate of the jumps that replace movement with reduced motion."""
MAX_TICK_S = 0.1
"""Longer gaps between two ticks, on a busy machine, count as this, so that the picture never leaps."""
SPEEDS: tuple[float, ...] = (0.25, 0.5, 1.0, 2.0, 4.0)


class PlaybackClock:
    """Moves ``index`` from ``first_index`` to ``last_index`` (see ``step_model``); ``tick`` it each frame while ``moving``."""

    def __init__(self) -> None:
        self.speed = 1.0
        self.playing = False
        self.live = False
        """Whether the picture follows arriving steps; False once it has reached the last one."""
        self.first_index = 0
        self.last_index = -1
        """The last index so far; -1 while there is none."""
        self._duration_s: Callable[[int], float] = lambda _index: 1.0 / STEPS_PER_S
        self._hold_s: Callable[[int], float] = lambda _index: 0.0
        self._held_s = 0.0
        self._finished = False
        self._reduced_motion = False
        self._index = 0.0
        self._glide_target: float | None = None
        self._last_tick_s: float | None = None
        self._last_jump_s = -1e9

    @property
    def index(self) -> float:
        """The index to show; only whole numbers with reduced motion."""
        return self._index

    @property
    def target_step(self) -> int:
        """The whole step being shown or glided to; ``step_by`` counts from it."""
        return round(self._index if self._glide_target is None else self._glide_target)

    @property
    def at_end(self) -> bool:
        return self.last_index >= 0 and self._index >= self.last_index

    @property
    def moving(self) -> bool:
        """Whether the next tick may change ``index``."""
        return self._glide_target is not None or (self.playing and self.last_index >= 0 and not self.at_end)

    @property
    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def restart(self, live: bool, first_index: int = 0) -> None:
        """Start a segment at its first index: live, or as a replay."""
        self._index, self._glide_target, self._last_tick_s, self._held_s = float(first_index), None, None, 0.0
        self.first_index = first_index
        self.last_index, self.live, self.playing, self._finished = -1, live, True, False

    def set_pace(self, duration_s: Callable[[int], float], hold_s: Callable[[int], float]) -> None:
        """Set how long the way from an index to the next one takes at speed 1, and how long an index is held before it."""
        self._duration_s, self._hold_s = duration_s, hold_s

    def extend_to(self, last_index: int) -> None:
        """Set the last index so far; more will follow."""
        self.last_index = last_index

    def finish(self, last_index: int) -> None:
        """Set the final last index; playing continues to it and stops there."""
        self.last_index, self._finished = last_index, True
        self._stop_at_end()

    def tick(self, now_s: float) -> float:
        """Advance to ``now_s`` (monotonic seconds). Returns ``index``."""
        passed_s = 0.0 if self._last_tick_s is None else min(max(now_s - self._last_tick_s, 0.0), MAX_TICK_S)
        self._last_tick_s = now_s
        if self._glide_target is not None:
            self._glide(passed_s)
        elif self.moving and self._reduced_motion:
            self._jump(now_s)
        elif self.moving:
            self._move(passed_s)
        if not self.moving:
            self._last_tick_s = None  # the next start counts from its own first tick
            self._stop_at_end()
        return self.index

    def play(self) -> None:
        """Continue; from the start if the end had been reached."""
        if self.at_end and self._finished:
            self.play_again()
        self._glide_target, self.playing = None, True

    def play_again(self) -> None:
        """Play from the first index."""
        self._index, self._held_s, self._glide_target = float(self.first_index), 0.0, None
        self.playing = True

    def pause(self) -> None:
        self.playing = False
        self._glide_target = None

    def toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, index: float) -> None:
        """Pause at ``index``: glide there from the neighbouring step, or jump with reduced motion."""
        target = min(max(index, float(self.first_index)), float(max(self.last_index, self.first_index)))
        self.playing, self._held_s = False, 0.0
        if self._reduced_motion:
            target = float(round(target))
        if self._reduced_motion or target == self._index:
            self._index, self._glide_target = target, None
            return
        self._index = min(max(self._index, target - 1.0), target + 1.0)
        self._glide_target = target

    def step_by(self, steps: int) -> None:
        """Seek by a number of steps, negative for back, from ``target_step``."""
        self.seek(self.target_step + steps)

    def set_speed(self, speed: float) -> None:
        """Set the speed; 1 is ``STEPS_PER_S``. Raises ``ValueError`` if it is not above zero."""
        if not speed > 0.0:
            raise ValueError(f"the speed must be above zero, not {speed}")
        self.speed = speed

    def set_reduced_motion(self, reduced: bool) -> None:
        """Set whether to jump from step to step instead of moving between them; takes effect at once."""
        self._reduced_motion = reduced
        if reduced:
            self._index = float(round(self._index if self._glide_target is None else self._glide_target))
            self._glide_target = None

    def _stop_at_end(self) -> None:
        if self._finished and self.at_end:
            self.playing = self.live = False

    def _move(self, passed_s: float) -> None:
        """Go on by a time, through as many indices as it reaches; each is held first."""
        while passed_s > 1e-9 and self._index < self.last_index:
            to_hold_s = self._hold_s(int(self._index)) - self._held_s if self._index == int(self._index) else 0.0
            if to_hold_s > 1e-9:
                held_s = min(passed_s * self.speed, to_hold_s)
                self._held_s += held_s
                passed_s -= held_s / self.speed
                continue
            pace, next_index = self._pace(), math.floor(self._index) + 1.0
            needed_s = (next_index - self._index) / pace
            if needed_s <= passed_s:
                self._index, self._held_s = next_index, 0.0
            else:
                self._index += pace * passed_s
            passed_s -= needed_s

    def _pace(self) -> float:
        """Steps per second now."""
        pace = self.speed / max(self._duration_s(math.floor(self._index)), 1e-3)
        return max(pace, (self.last_index - self._index) / LIVE_LAG_S) if self.live else pace

    def _jump(self, now_s: float) -> None:
        if now_s - self._last_jump_s >= 1.0 / min(REDUCED_STEPS_PER_S, STEPS_PER_S * self.speed):
            self._last_jump_s = now_s
            self._index = float(self.last_index) if self.live else min(self._index + 1.0, float(self.last_index))

    def _glide(self, passed_s: float) -> None:
        assert self._glide_target is not None
        distance, reach = self._glide_target - self._index, passed_s / GLIDE_S
        if abs(distance) <= reach:
            self._index, self._glide_target = self._glide_target, None
        else:
            self._index += math.copysign(reach, distance)
