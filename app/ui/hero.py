"""The picture of the first page: the stored steps of a sample anneal, once, without a model."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import paths
from app.jobs.background_tasks import BackgroundTasks
from app.library.replay_store import CanvasRun, ReplayStore
from app.speech.vocabulary import Vocabulary

from .canvas.canvas_widget import CanvasWidget
from .canvas.playback_clock import PlaybackClock
from .canvas.player import FRAME_MS
from .canvas.step_model import StepSequence
from .interface_language import current_language
from .widgets.translation_mixin import TranslationMixin

WIDTH_PX, HEIGHT_PX = 640, 124
ROOM_PX = 10
"""Beside the text, for grounds."""
LOAD_DELAY_MS = 120
"""The first frame of the window does not wait for it."""
SPEED = 0.6
"""Slower than a segment on its own page: nobody has seen one yet."""


def load_annealing(language: str, folder: Path) -> Iterator[tuple[CanvasRun, Vocabulary]]:
    """Yield the stored steps of the sample in a language, or of the English one; nothing where there are none."""
    store = ReplayStore(folder)
    replay = store.load(language, 0) or store.load("en", 0)
    vocabulary = store.load_vocabulary(replay.vocabulary) if replay is not None else None
    if replay is not None and vocabulary is not None:
        yield replay.runs[-1], vocabulary


class Hero(TranslationMixin, QWidget):
    """Begins in noise as soon as it is on screen; rests on the text. A click plays it again."""

    def __init__(
        self, background_tasks: BackgroundTasks, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background_tasks, self._folder = background_tasks, folder or paths.sample_annealings()
        self._language = ""
        self._reduced_motion: bool | None = None
        self._clock = PlaybackClock()
        self._clock.set_speed(SPEED)
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self.canvas = CanvasWidget(self, ground="paper")
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.canvas.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    @property
    def moving(self) -> bool:
        return self._timer.isActive()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Set whether the text is shown at once. Nothing moves before that is known."""
        self._reduced_motion = reduced
        self._start()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, HEIGHT_PX)

    @Slot(object)
    def _on_loaded(self, loaded: tuple[CanvasRun, Vocabulary]) -> None:
        run, vocabulary = loaded
        sequence = StepSequence(vocabulary.end_ids, run.steps)
        sequence.done = True
        self.canvas.set_vocabulary(vocabulary)
        self.canvas.show_sequence(sequence)
        self._center()
        self._clock.restart(live=False)
        self._clock.set_pace(sequence.duration_s, sequence.hold_s)
        self._clock.finish(sequence.last_index)
        text = vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0])
        self.canvas.set_result_description(text)
        self.setAccessibleDescription(text)
        self.canvas.show()
        self._start()

    def _start(self) -> None:
        """Go on, or show the text at once with reduced motion."""
        sequence = self.canvas.sequence
        if sequence is None or self._reduced_motion is None or not self.isVisible():
            return
        if self._reduced_motion:
            self._timer.stop()
            self.canvas.show_step(sequence.last_index)
        elif self._clock.moving:
            self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        self.canvas.show_step(self._clock.tick(time.monotonic()))
        self.canvas.prepare(math.floor(self._clock.index) + 1)
        if not self._clock.moving:
            self._timer.stop()

    def _load(self) -> None:
        """Load the sample of the window's language, unless it is shown."""
        if self._language != current_language() and self.isVisible():
            self._language = current_language()
            language, folder = self._language, self._folder
            self._background_tasks.run(lambda: load_annealing(language, folder), self._on_loaded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.canvas.sequence is not None and not self._reduced_motion:
            self._clock.play_again()
            self._start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(LOAD_DELAY_MS, self, self._load)
        self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._center()

    def _center(self) -> None:
        """Make the canvas as wide as the text will be, and put it in the middle."""
        self.canvas.setGeometry(self.rect())
        sequence, index = self.canvas.sequence, self.canvas.index
        if sequence is None:
            return
        self.canvas.show_step(sequence.last_index)
        result = self.canvas.typeset_step()
        self.canvas.show_step(index)
        if result is not None:
            text_px = math.ceil(float((result.flow.x + result.flow.width).max())) + 2 * ROOM_PX
            width = min(max(text_px, self.width() // 2), self.width())
            self.canvas.setGeometry((self.width() - width) // 2, 0, width, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._load()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("A sample settling out of noise"))
        self.setToolTip(self.tr("How a model settled one of the samples, step by step. Click to see it again."))
