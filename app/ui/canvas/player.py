"""The canvas with its controls: play, heatmap, numbers, speed, layers and the legend.

The steps of every running segment are collected as they arrive; the picture shows one segment and follows at its own pace.
It never blocks the sender of the events.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.replay_store import CanvasRun
from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.vocabulary import Vocabulary
from app.ui.widgets.translation_mixin import TranslationMixin

from .canvas_widget import CanvasWidget
from .control_bar import ControlBar
from .playback_clock import PlaybackClock
from .step_heatmap import StepHeatmap
from .step_model import LAYERS, Layer, StepSequence

FRAME_MS = 16
RESULT_REST_S = 0.3
"""How long a finished segment stays before the next one is shown."""
COMPACT_BELOW_PX = 240
"""Height below which the legend and the pills give their room to the canvas."""
MIN_WIDTH_PX, MIN_HEIGHT_PX = 300, 124
MAX_WAIT_S = 1.2
"""Maximum time that a segment with steps waits for the previous one, once that is shown as far as it has come."""


@dataclass(eq=False)
class _RunningSegment:
    """A segment of the running job."""

    started: SegmentStarted
    sequence: StepSequence
    first_step_s: float = 0.0
    """When its first step came; 0 before."""


class Player(TranslationMixin, QWidget):
    """Shows a job's events on the canvas at a watchable pace; replays finished segments."""

    step_shown = Signal(int)
    """The step now on screen, from 1; 0 is the noise, the step count plus one the result."""
    left_live = Signal()
    """The user paused or went back while a job runs; the picture no longer follows it."""
    speed_chosen = Signal(float)
    """The user chose another speed."""
    save_requested = Signal()
    """The user wants to export the finished segment that is shown, as a video or a page."""
    sound_requested = Signal()
    """The user wants to hear what is shown, or no longer. Only of a player that ``plays_sound``."""
    segment_shown = Signal(int)
    """The canvas shows this segment from now on; -1 for none."""
    watch_requested = Signal()
    """The user wants to watch the shown segment anneal again."""
    fold_requested = Signal()
    """The user wants the canvas out of the way."""
    legend_toggled = Signal(bool)
    """The user wants the legend shown, or hidden."""

    def __init__(self, parent: QWidget | None = None, plays_sound: bool = False) -> None:
        """With ``plays_sound`` the play button is for the sound, and its owner plays it; else it moves the picture."""
        super().__init__(parent)
        self._plays_sound, self._sound_playing = plays_sound, False
        self._vocabulary: Vocabulary | None = None
        self._running: dict[int, _RunningSegment] = {}
        self._waiting: _RunningSegment | None = None
        self._shown: StepSequence | None = None
        self._shown_started: SegmentStarted | None = None
        self._follows_live = True
        self._result_since_s: float | None = None
        self._clock = PlaybackClock()
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._labelled_state: tuple[int, int, bool] | None = None
        self._canvas, self._control_bar = CanvasWidget(self), ControlBar(self)
        self._control_bar.play_button.set_plays_sound(plays_sound)
        self._folded = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 10)
        whole.setSpacing(10)
        whole.addWidget(self._canvas, 1)
        whole.addWidget(self._control_bar)
        self._control_bar.show_layer(self._canvas.layer)
        self._connect()
        self._update_controls()

    # Interface

    @property
    def canvas(self) -> CanvasWidget:
        return self._canvas

    @property
    def heatmap(self) -> StepHeatmap:
        return self._control_bar.heatmap

    @property
    def following(self) -> bool:
        """Whether the picture follows the running job."""
        return self._follows_live

    @property
    def playing(self) -> bool:
        return self._clock.playing

    @property
    def at_rest(self) -> bool:
        """Whether the picture stands still until something new comes."""
        return not self._timer.isActive()

    @property
    def folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show only the strip under the canvas."""
        self._folded = folded
        self._canvas.setVisible(not folded)
        self._control_bar.set_folded(folded)
        self._fit_to_height()
        self.updateGeometry()

    def show_sound_playing(self, playing: bool) -> None:
        """Show on the play button whether the sound is heard."""
        self._sound_playing = playing
        self._update_controls()

    def offer(self, watch: bool, fold: bool) -> None:
        """Set whether the user may watch the segment again, and fold the canvas."""
        self._control_bar.watch_button.setVisible(watch)
        self._control_bar.fold_button.setVisible(fold)

    def show_legend(self, shown: bool) -> None:
        """Show or hide the legend; a button brings it back."""
        self._control_bar.show_legend(shown)

    def pause(self) -> None:
        """Stop the picture where it is."""
        self._clock.pause()
        self._update_controls()

    def watch_again(self) -> None:
        """Play the shown segment from its first step."""
        if self._shown is not None and len(self._shown):
            self._leave_live()
            self._clock.play_again()
            self._start_timer_if_needed()
            self._show_moment()

    @property
    def run(self) -> CanvasRun | None:
        """The shown segment with its steps so far; None where it has none."""
        started, steps = self._shown_started, self.steps
        return CanvasRun(started, tuple(steps)) if started is not None and steps else None

    @property
    def steps(self) -> list[CanvasStep]:
        """The steps so far of the shown segment."""
        return list(self._shown.steps) if self._shown else []

    @property
    def vocabulary(self) -> Vocabulary | None:
        return self._vocabulary

    @property
    def title_text(self) -> str:
        return self._control_bar.title_label.text()

    @property
    def numbers_text(self) -> str:
        return self._control_bar.numbers_label.text()

    @property
    def speed_text(self) -> str:
        return self._control_bar.speed_text

    @property
    def reduced_motion(self) -> bool:
        return self._clock.reduced_motion

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self.clear()
            self._canvas.set_vocabulary(vocabulary)

    def begin_segment(self, run: CanvasRun) -> None:
        """Start a segment of the running job. Its collector appends to ``run.steps``; ``update_segment`` shows them."""
        segment = run.started.segment
        self._running[segment] = _RunningSegment(run.started, self._new_sequence(run))
        if self._shown is None:
            self._canvas.begin_segment(run.started)  # shows "Listening to the sound …"
        self.update_segment(segment)

    def update_segment(self, segment: int) -> None:
        """Show the steps that a running segment has gained; segments may interleave."""
        running = self._running.get(segment)
        if running is None:
            return
        running.sequence.update()
        if not len(running.sequence):
            return
        if not running.first_step_s:
            running.first_step_s = time.monotonic()
            self._waiting = running
        if running.sequence is self._shown:
            self._clock.extend_to(running.sequence.last_index)
            self._canvas.refresh()
            self._control_bar.heatmap.refresh()
        self._show_waiting_if_due()
        self._start_timer_if_needed()
        if not self._timer.isActive():
            self._show_moment()

    def end_segment(self, done: SegmentDone) -> None:
        """Mark a segment as done; the picture still plays to its end."""
        running = self._running.pop(done.segment.index, None)
        if running is not None:
            running.sequence.done = True
            if running.sequence is self._shown:
                self._clock.finish(running.sequence.last_index)
                self._canvas.refresh()
                self._control_bar.heatmap.refresh()
                self._start_timer_if_needed()
                self._show_moment()
                self._canvas.set_result_description(done.segment.text)
        self._update_controls()

    def end_job(self) -> None:
        """End the job, also if it was cancelled or failed. The shown steps stay."""
        self._running.clear()
        if self._shown is not None and not self._shown.done:
            self._clock.finish(self._shown.last_index)
        self._update_controls()

    def replay(self, run: CanvasRun, play: bool = True) -> None:
        """Show a finished segment: played from its start, or at rest on its result."""
        sequence = self._new_sequence(run)
        sequence.done = bool(run.steps)
        self._follows_live = False
        self._show_sequence(sequence, run.started if run.steps else None, live=False)
        if sequence.last_index >= 0:
            self._clock.finish(sequence.last_index)
            if self._vocabulary is not None:
                ids, _ = self._vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())
                self._canvas.set_result_description(self._vocabulary.decode(ids))
            if not play:
                self._clock.seek(sequence.last_index)
        self._start_timer_if_needed()
        self._show_moment()

    def clear(self) -> None:
        """Clear the canvas and follow the next job."""
        self._running.clear()
        self._waiting, self._shown, self._shown_started, self._follows_live = None, None, None, True
        self._clock.restart(live=True)
        self._timer.stop()
        self._canvas.clear()
        self.segment_shown.emit(-1)
        self._control_bar.heatmap.show_sequence(None)
        self._labelled_state = None
        self._update_controls()

    def set_layer(self, layer: Layer) -> None:
        """Show the layer ``canvas``, ``blend`` or ``belief``."""
        self._canvas.set_layer(layer)
        self._control_bar.show_layer(layer)

    def set_speed(self, speed: float) -> None:
        """Set the speed; 1 is the usual pace. Raises ``ValueError`` if it is not above zero."""
        self._clock.set_speed(speed)
        self._control_bar.show_speed(speed)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Set whether steps are shown without movement between them, and fewer of them."""
        self._clock.set_reduced_motion(reduced)
        self._show_moment()

    def go_live(self) -> None:
        """Follow the running job again, from its newest step."""
        self._follows_live = True
        newest = self._newest()
        if newest is not None and newest.sequence is not self._shown:
            self._switch_to(newest)
        self._clock.play()
        self._start_timer_if_needed()
        self._show_moment()

    def _fit_to_height(self) -> None:
        """Leave out the legend and the pills where there is no room for them."""
        compact = self.height() < COMPACT_BELOW_PX
        self._control_bar.set_compact(compact)
        margins = (12, 6, 12, 6) if compact or self._folded else (18, 14, 18, 10)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(*margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_to_height()

    def minimumSizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, self.sizeHint().height() if self._folded else MIN_HEIGHT_PX)

    def _connect(self) -> None:
        controls = self._control_bar
        controls.watch_pressed.connect(self.watch_requested)
        controls.fold_pressed.connect(self.fold_requested)
        controls.legend_toggled.connect(self.legend_toggled)
        controls.play_pressed.connect(self._on_play_pressed)
        controls.live_pressed.connect(self.go_live)
        controls.speed_chosen.connect(self.set_speed)
        controls.speed_chosen.connect(self.speed_chosen)
        controls.layer_chosen.connect(self.set_layer)
        controls.save_pressed.connect(self.save_requested)
        controls.heatmap.step_chosen.connect(self._on_step_chosen)
        controls.heatmap.step_by_requested.connect(self._on_stepped)
        self._canvas.token_hovered.connect(controls.heatmap.show_position)
        keys = {"K": self._on_play_pressed, ",": self._on_back, ".": self._on_forward, "L": self._on_next_layer}
        # On its own page the keys work wherever the focus is; beside a text only on the canvas.
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        if self._plays_sound:
            context = Qt.ShortcutContext.WindowShortcut
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(context)
            shortcut.activated.connect(slot)
        before: QWidget = self._canvas
        for widget in controls.tab_order():
            QWidget.setTabOrder(before, widget)
            before = widget

    # The shown segment

    def _new_sequence(self, run: CanvasRun) -> StepSequence:
        end_ids = self._vocabulary.end_ids if self._vocabulary else ()
        return StepSequence(end_ids, run.steps, run.started.draft_ids)

    def _newest(self) -> _RunningSegment | None:
        if self._waiting is not None:
            return self._waiting
        begun = [running for running in self._running.values() if len(running.sequence)]
        return begun[-1] if begun else None

    def _show_waiting_if_due(self) -> None:
        """Show the waiting segment once the shown one has rested, or after ``MAX_WAIT_S``."""
        waiting = self._waiting
        if waiting is None or not self._follows_live:
            return
        now_s = time.monotonic()
        rested = self._result_since_s is not None and now_s - self._result_since_s >= RESULT_REST_S
        stalled = not self._clock.moving and now_s - waiting.first_step_s >= MAX_WAIT_S
        if self._shown is None or rested or stalled:
            self._switch_to(waiting)

    def _switch_to(self, running: _RunningSegment) -> None:
        self._waiting = None
        self._show_sequence(running.sequence, running.started, live=True)
        if running.sequence.done or self._running.get(running.started.segment) is not running:
            self._clock.finish(running.sequence.last_index)
        else:
            self._clock.extend_to(running.sequence.last_index)

    def _show_sequence(self, sequence: StepSequence, started: SegmentStarted | None, live: bool) -> None:
        segment = started.segment if started is not None else None
        self._shown, self._shown_started = sequence, started
        self._result_since_s, self._labelled_state = None, None
        self._clock.restart(live, sequence.first_index)
        self._clock.set_pace(sequence.duration_s, sequence.hold_s)
        self._canvas.show_sequence(sequence, segment)
        self.segment_shown.emit(-1 if segment is None else segment)
        self._control_bar.heatmap.show_sequence(sequence)

    # Playback

    def _start_timer_if_needed(self) -> None:
        """Start the frame timer if anything moves."""
        if (self._clock.moving or (self._waiting is not None and self._follows_live)) and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        self._show_waiting_if_due()
        self._clock.tick(time.monotonic())
        self._show_moment()
        self._canvas.prepare(math.floor(self._clock.index) + 1)
        if not self._clock.moving and not (self._waiting is not None and self._follows_live):
            self._timer.stop()

    def _show_moment(self) -> None:
        index = self._clock.index
        self._canvas.show_step(index)
        self._control_bar.heatmap.show_step(index)
        sequence = self._shown
        if sequence is not None and sequence.done and self._clock.at_end:
            self._result_since_s = self._result_since_s if self._result_since_s is not None else time.monotonic()
        else:
            self._result_since_s = None
        self._update_controls()

    def _leave_live(self) -> None:
        if self._follows_live and (self._running or self._waiting):
            self._follows_live = False
            self.left_live.emit()

    # User actions

    @Slot()
    def _on_play_pressed(self) -> None:
        if self._plays_sound:
            self.sound_requested.emit()
            return
        if self._clock.playing:
            self._leave_live()
        self._clock.toggle()
        self._start_timer_if_needed()
        self._show_moment()

    @Slot(float)
    def _on_step_chosen(self, index: float) -> None:
        self._leave_live()
        self._clock.seek(index)
        self._start_timer_if_needed()
        self._show_moment()

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        self._leave_live()
        self._clock.step_by(steps)
        self._start_timer_if_needed()
        self._show_moment()

    @Slot()
    def _on_back(self) -> None:
        self._on_stepped(-1)

    @Slot()
    def _on_forward(self) -> None:
        self._on_stepped(1)

    @Slot()
    def _on_next_layer(self) -> None:
        self.set_layer(LAYERS[(LAYERS.index(self._canvas.layer) + 1) % len(LAYERS)])

    # Labels

    def _update_controls(self) -> None:
        sequence = self._shown
        has_steps = sequence is not None and len(sequence) > 0
        can_go_live = not self._follows_live and self._newest() is not None
        playing = self._sound_playing if self._plays_sound else self._clock.playing and has_steps
        self._control_bar.show_state(playing, has_steps, can_go_live, sequence is not None and sequence.done)
        index = min(round(self._clock.index), sequence.last_index) if sequence is not None else -1
        labels = (index, sequence.last_index, sequence.done) if sequence is not None else None
        if labels is None or labels != self._labelled_state:
            self._labelled_state = labels
            self._control_bar.show_numbers(sequence, index)
            self._control_bar.show_states(sequence)
            if has_steps:
                self.step_shown.emit(index)

    def _retranslate(self) -> None:
        self._labelled_state = None
        self._update_controls()
