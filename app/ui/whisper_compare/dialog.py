"""Dialog that plays the denoiser and Whisper side by side on one clock, and shows the word diff of their texts."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.library.replay_store import CanvasRun
from app.speech.events import DecodeProgress, ModelLoading, SegmentDone, SegmentStarted, TokenWritten
from app.speech.vocabulary import Vocabulary
from app.transcript.word_diff import diff_texts, word_similarity
from app.ui.canvas.canvas_widget import CanvasWidget
from app.ui.canvas.playback_clock import SPEEDS
from app.ui.canvas.step_model import StepSequence
from app.ui.editor.diff_view import DiffView
from app.ui.formatting import decimal, percent
from app.ui.widgets.banner import Banner
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

from .timeline import DecodingTimeline

FRAME_MS = 16
ComparisonState = Literal["waiting", "file", "reading", "loading", "encoding", "decoding", "done", "failed"]


class WhisperCompareDialog(TranslationMixin, QDialog):
    """Starts with the stored denoising run; the opener passes it Whisper's events. Deletes itself when it is closed."""

    rerun_requested = Signal()

    def __init__(
        self,
        run: CanvasRun,
        vocabulary: Vocabulary,
        title: str,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._reduced_motion = title, reduced_motion
        self._state: ComparisonState = "waiting"
        self._steps_ms = [step.step_ms for step in run.steps]
        self._tokens: list[TokenWritten] = []
        self._whisper_text = ""
        self.anneal_text = vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0])
        """The denoiser's text, without later edits."""
        self.timeline = DecodingTimeline(self._steps_ms, [])
        self._time_ms, self._last_tick_s = 0.0, 0.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self.canvas = CanvasWidget()
        self.canvas.set_vocabulary(vocabulary)
        steps = StepSequence(vocabulary.end_ids, run.steps)
        steps.done = True
        self.canvas.show_sequence(steps, run.started.segment)
        self.canvas.set_result_description(self.anneal_text)
        self.whisper_view = QTextEdit()
        self.whisper_view.setObjectName("transcript")
        self.whisper_view.setReadOnly(True)
        self.whisper_view.setAcceptDrops(False)
        self.whisper_view.setFrameShape(QTextEdit.Shape.NoFrame)
        self.whisper_view.setTabChangesFocus(True)
        self.whisper_view.setStyleSheet("font-size: 22px")  # about as large as the canvas beside it
        self.anneal_title, self.whisper_title = QLabel(), QLabel()
        self.anneal_time, self.whisper_time = ElidedLabel(), ElidedLabel()
        self.diff_view, self.verdict, self.legend = DiffView(), QLabel(), ElidedLabel()
        self.about = ElidedLabel()
        self.banner = Banner(closable=False)
        self.speed = Dropdown()
        self.play, self.rerun, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.play.clicked.connect(self.play_both)
        self.rerun.clicked.connect(self.rerun_requested)
        self.close_button.clicked.connect(self.close)
        self.diff_view.rejected.connect(self.close)
        self._retranslate()
        self.resize(1080, 640)

    def _lay_out(self) -> None:
        for label in (self.anneal_title, self.whisper_title, self.verdict):
            label.setProperty("look", "strong")
        for label in (self.anneal_time, self.whisper_time, self.legend, self.about):
            label.setProperty("look", "muted")
        for time_label in (self.anneal_time, self.whisper_time):
            time_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        self.speed.select(1.0)
        for button in (self.play, self.rerun):
            button.setProperty("look", "quiet")
        decoders = QHBoxLayout()
        decoders.setSpacing(14)
        for title, duration, body in (
            (self.anneal_title, self.anneal_time, self.canvas),
            (self.whisper_title, self.whisper_time, self.whisper_view),
        ):
            panel, panel_column = _panel()
            panel_column.addLayout(_top_row(title, duration))
            panel_column.addWidget(body, 1)
            decoders.addWidget(panel, 1)
        self._verdict_panel, panel_column = _panel()
        panel_column.addLayout(_top_row(self.verdict, self.legend))
        panel_column.addWidget(self.diff_view)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.play, self.speed, self.rerun):
            buttons.addWidget(widget)
        buttons.addWidget(self.about, 1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.banner)
        column.addLayout(decoders, 1)
        column.addWidget(self._verdict_panel)
        column.addLayout(buttons)

    @property
    def state(self) -> ComparisonState:
        return self._state

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    # --- Whisper's progress

    def show_waiting(self, file_running: bool) -> None:
        """Show that Whisper waits for the model: for a segment of the file at work if ``file_running``."""
        self._tokens, self._whisper_text = [], ""
        self._timer.stop()
        self.banner.hide()
        self.canvas.show_step(0.0)
        self.whisper_view.clear()
        self._set_state("file" if file_running else "waiting")

    def handle(self, event: object) -> None:
        """Show an event of ``SecondEngine.decode_span``; tokens appear as they are decoded."""
        match event:
            case ModelLoading():
                self._set_state("loading")
            case DecodeProgress():
                self._set_state("reading")
            case SegmentStarted():
                self._tokens = []  # Whisper starts again where the file at work was cancelled
                self._set_state("encoding")
            case TokenWritten():
                self._tokens.append(event)
                self._show_whisper_text(event.text)
                if self._state != "decoding":
                    self._set_state("decoding")
                self._show_times()
            case SegmentDone():
                self._finish(event.segment.text)

    def show_error(self, error: AnnealError) -> None:
        self._set_state("failed")
        self.banner.show_error(error, lambda: self.tr("Try again"), self.rerun_requested.emit)

    @Slot()
    def play_both(self) -> None:
        """Play both decoders from the beginning."""
        if self._state == "done":
            self._time_ms, self._last_tick_s = 0.0, time.monotonic()
            self._timer.start()
            self._show_at_time()

    # --- playback

    def _finish(self, whisper_text: str) -> None:
        self._whisper_text = whisper_text
        self.timeline = DecodingTimeline(self._steps_ms, self._tokens)
        self.whisper_view.setAccessibleDescription(whisper_text)
        self.diff_view.show_diff([diff_texts(self.anneal_text, whisper_text)])
        self._set_state("done")
        self.play_both()

    @Slot()
    def _on_tick(self) -> None:
        now_s = time.monotonic()
        self._time_ms += 1000 * (now_s - self._last_tick_s) * self.speed.currentData()
        self._last_tick_s = now_s
        if self._time_ms >= self.timeline.duration_ms:
            self._time_ms = self.timeline.duration_ms
            self._timer.stop()
        self._show_at_time()

    def _show_at_time(self) -> None:
        index = self.timeline.step_at(self._time_ms)
        self.canvas.show_step(float(int(index)) if self._reduced_motion else index)
        self._show_whisper_text(self.timeline.text_at(self._time_ms))
        self._show_times()

    def _show_whisper_text(self, text: str) -> None:
        if text != self.whisper_view.toPlainText():
            self.whisper_view.setPlainText(text)
            self.whisper_view.moveCursor(QTextCursor.MoveOperation.End)

    # --- state and texts

    def _set_state(self, state: ComparisonState) -> None:
        self._state = state
        self._verdict_panel.setVisible(state == "done" and bool(self.anneal_text or self._whisper_text))
        for widget in (self.play, self.speed, self.rerun):
            widget.setVisible(state == "done")
        self._show_state()

    def _show_state(self) -> None:
        done = self._state == "done"
        self.close_button.setText(self.tr("Close") if done or self._state == "failed" else self.tr("Cancel"))
        self.about.set_full_text(
            self.tr("Measured: the decoders alone, without the encoder; Anneal's steps when this was transcribed.")
            if done
            else ""
        )
        self.verdict.setText(
            self.tr("{share} of the words are the same").format(
                share=percent(word_similarity(self.anneal_text, self._whisper_text))
            )
        )
        self.legend.set_full_text(
            self.tr("struck through: only Anneal · underlined: only Whisper") if self.diff_view.differences else ""
        )
        self._show_times()

    def _show_times(self) -> None:
        timeline, done = self.timeline, self._state == "done"
        steps, steps_ms = len(self._steps_ms), sum(self._steps_ms)
        shown_ms = min(self._time_ms, steps_ms) if done else steps_ms
        self.anneal_time.set_full_text(self.tr("{ms} ms · %n step(s)", "", steps).format(ms=decimal(shown_ms)))
        tokens_ms = min(self._time_ms, timeline.written_ms) if done else sum(token.step_ms for token in self._tokens)
        status = {
            "waiting": self.tr("Getting ready…"),
            "file": self.tr("The model finishes a segment first."),
            "loading": self.tr("Loading Whisper…"),
            "reading": self.tr("Reading the file…"),
            "encoding": self.tr("Listening…"),
            "failed": "",
        }.get(self._state)
        if status is None:
            status = self.tr("{ms} ms · %n token(s)", "", len(self._tokens)).format(ms=decimal(tokens_ms))
        self.whisper_time.set_full_text(status)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare with Whisper: {title}").format(title=self._title))
        self.anneal_title.setText(self.tr("Anneal, all words at once"))
        self.whisper_title.setText(self.tr("Whisper, token by token"))
        self.whisper_view.setAccessibleName(self.whisper_title.text())
        self.diff_view.setAccessibleName(self.tr("Anneal and Whisper, word by word"))
        self.play.setText(self.tr("Play both again"))
        self.rerun.setText(self.tr("Let Whisper write again"))
        self.rerun.setToolTip(self.tr("Measure it once more, now that it is loaded"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("1× is as fast as it really was"))
        for row in range(self.speed.count()):
            speed = self.speed.itemData(row)
            self.speed.setItemText(row, f"{decimal(speed, 0 if speed == int(speed) else 2)}×")
        self._set_state(self._state)


def _panel() -> tuple[QFrame, QVBoxLayout]:
    panel = QFrame()
    panel.setProperty("look", "card")
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 12, 14, 12)
    column.setSpacing(8)
    return panel, column


def _top_row(title: QLabel, detail: ElidedLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(title)
    row.addWidget(detail, 1)
    return row
