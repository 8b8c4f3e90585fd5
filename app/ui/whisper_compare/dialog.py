"""Both decoders side by side on one clock, and below them where they differ."""

from __future__ import annotations

import time
from typing import Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.whisper_comparison import Written
from app.library.replay_store import Run
from app.speech.events import ModelLoading, SegmentDone, SegmentStarted, SourceReading
from app.speech.vocabulary import Vocabulary
from app.transcript.text_diff import agreement, passages
from app.transcript.word_diff import Piece
from app.ui.canvas.canvas_widget import CanvasWidget
from app.ui.canvas.playback_clock import SPEEDS
from app.ui.canvas.step_model import Recording
from app.ui.editor.diff_view import DiffView
from app.ui.formatting import decimal, percent
from app.ui.widgets.banner import Banner
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.elided_label import ElidedLabel

from .timeline import Race

FRAME_MS = 16
State = Literal["waiting", "file", "reading", "loading", "hearing", "writing", "done", "failed"]


class CompareDialog(QDialog):
    """Deletes itself when it is closed. Whoever opens it passes on what Whisper reports; its own part it has from the start."""

    again_wanted = Signal()

    def __init__(
        self, run: Run, vocabulary: Vocabulary, title: str, reduced_motion: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._reduced_motion = title, reduced_motion
        self._state: State = "waiting"
        self._steps_ms = [step.ms for step in run.steps]
        self._tokens: list[Written] = []
        self._theirs = ""
        self.ours = vocabulary.decode(vocabulary.until_end(run.steps[-1].belief.tolist())[0])
        """What the denoiser wrote here, whatever was corrected since."""
        self.race = Race(self._steps_ms, [])
        self._moment_ms, self._ticked_s = 0.0, 0.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self.canvas = CanvasWidget()
        self.canvas.set_vocabulary(vocabulary)
        recording = Recording(vocabulary.end_ids, run.steps)
        recording.done = True
        self.canvas.show_recording(recording, run.started.segment)
        self.canvas.describe_result(self.ours)
        self.text = QTextEdit()
        self.text.setObjectName("transcript")
        self.text.setReadOnly(True)
        self.text.setAcceptDrops(False)
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setStyleSheet("font-size: 22px")  # about as large as the canvas beside it
        self.denoised, self.written = QLabel(), QLabel()
        self.denoised_time, self.written_time = ElidedLabel(), ElidedLabel()
        self.words, self.verdict, self.legend = DiffView(), QLabel(), ElidedLabel()
        self.about = ElidedLabel()
        self.banner = Banner(closable=False)
        self.speed = Dropdown()
        self.play, self.again, self.leave = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.play.clicked.connect(self.start)
        self.again.clicked.connect(self.again_wanted)
        self.leave.clicked.connect(self.close)
        self.words.refused.connect(self.close)
        self._retranslate()
        self.resize(1080, 640)

    def _lay_out(self) -> None:
        for label in (self.denoised, self.written, self.verdict):
            label.setProperty("look", "strong")
        for label in (self.denoised_time, self.written_time, self.legend, self.about):
            label.setProperty("look", "muted")
        for time_label in (self.denoised_time, self.written_time):
            time_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        self.speed.select(1.0)
        for button in (self.play, self.again):
            button.setProperty("look", "quiet")
        beside = QHBoxLayout()
        beside.setSpacing(14)
        for name, spent, body in (
            (self.denoised, self.denoised_time, self.canvas),
            (self.written, self.written_time, self.text),
        ):
            card, inside = _card()
            head = QHBoxLayout()
            head.setSpacing(12)
            head.addWidget(name)
            head.addWidget(spent, 1)
            inside.addLayout(head)
            inside.addWidget(body, 1)
            beside.addWidget(card, 1)
        self._verdict_card, inside = _card()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.verdict)
        head.addWidget(self.legend, 1)
        inside.addLayout(head)
        inside.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.play, self.speed, self.again):
            foot.addWidget(widget)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.banner)
        column.addLayout(beside, 1)
        column.addWidget(self._verdict_card)
        column.addLayout(foot)

    @property
    def state(self) -> State:
        return self._state

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    # --- what whoever opened it calls

    def begin(self, behind_file: bool) -> None:
        """Whisper is asked for; ``behind_file`` where a file is at work, of which a segment is finished first."""
        self._tokens, self._theirs = [], ""
        self._timer.stop()
        self.banner.hide()
        self.canvas.show_step(0.0)
        self.text.clear()
        self._enter("file" if behind_file else "waiting")

    def take(self, event: object) -> None:
        """Something that ``Peer.written`` yields; the tokens are seen as they come."""
        match event:
            case ModelLoading():
                self._enter("loading")
            case SourceReading():
                self._enter("reading")
            case SegmentStarted():
                self._tokens = []  # begun anew where the file around it was cancelled
                self._enter("hearing")
            case Written():
                self._tokens.append(event)
                self._write(event.text)
                if self._state != "writing":
                    self._enter("writing")
                self._show_times()
            case SegmentDone():
                self._finish(event.segment.text)

    def fail(self, error: AnnealError) -> None:
        self._enter("failed")
        self.banner.say_error(error, lambda: self.tr("Try again"), self.again_wanted.emit)

    @Slot()
    def start(self) -> None:
        """Both together, from the beginning."""
        if self._state == "done":
            self._moment_ms, self._ticked_s = 0.0, time.monotonic()
            self._timer.start()
            self._show_moment()

    # --- the clock

    def _finish(self, theirs: str) -> None:
        self._theirs = theirs
        self.race = Race(self._steps_ms, self._tokens)
        self.text.setAccessibleDescription(theirs)
        self.words.show_pieces([[_piece(each.ours, each.theirs, each.same) for each in passages(self.ours, theirs)]])
        self._enter("done")
        self.start()

    @Slot()
    def _on_tick(self) -> None:
        now_s = time.monotonic()
        self._moment_ms += 1000 * (now_s - self._ticked_s) * self.speed.currentData()
        self._ticked_s = now_s
        if self._moment_ms >= self.race.whole_ms:
            self._moment_ms = self.race.whole_ms
            self._timer.stop()
        self._show_moment()

    def _show_moment(self) -> None:
        index = self.race.index_at(self._moment_ms)
        self.canvas.show_step(float(int(index)) if self._reduced_motion else index)
        self._write(self.race.text_at(self._moment_ms))
        self._show_times()

    def _write(self, text: str) -> None:
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.text.moveCursor(QTextCursor.MoveOperation.End)

    # --- words

    def _enter(self, state: State) -> None:
        self._state = state
        self._verdict_card.setVisible(state == "done" and bool(self.ours or self._theirs))
        for widget in (self.play, self.speed, self.again):
            widget.setVisible(state == "done")
        self._show_words()

    def _show_words(self) -> None:
        done = self._state == "done"
        self.leave.setText(self.tr("Close") if done or self._state == "failed" else self.tr("Cancel"))
        self.about.set_whole_text(
            self.tr("Measured: the decoders alone, without the encoder; Anneal's steps when this was transcribed.")
            if done
            else ""
        )
        self.verdict.setText(
            self.tr("{share} of the words are the same").format(share=percent(agreement(self.ours, self._theirs)))
        )
        self.legend.set_whole_text(
            self.tr("struck through: only Anneal · underlined: only Whisper") if self.words.differences else ""
        )
        self._show_times()

    def _show_times(self) -> None:
        race, done = self.race, self._state == "done"
        steps, steps_ms = len(self._steps_ms), sum(self._steps_ms)
        shown_ms = min(self._moment_ms, steps_ms) if done else steps_ms
        self.denoised_time.set_whole_text(self.tr("{ms} ms · %n step(s)", "", steps).format(ms=decimal(shown_ms)))
        written_ms = min(self._moment_ms, race.written_ms) if done else sum(token.ms for token in self._tokens)
        said = {
            "waiting": self.tr("Getting ready…"),
            "file": self.tr("The model finishes a segment first."),
            "loading": self.tr("Loading Whisper…"),
            "reading": self.tr("Reading the file…"),
            "hearing": self.tr("Listening…"),
            "failed": "",
        }.get(self._state)
        if said is None:
            said = self.tr("{ms} ms · %n token(s)", "", len(self._tokens)).format(ms=decimal(written_ms))
        self.written_time.set_whole_text(said)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare with Whisper: {title}").format(title=self._title))
        self.denoised.setText(self.tr("Anneal, all words at once"))
        self.written.setText(self.tr("Whisper, token by token"))
        self.text.setAccessibleName(self.written.text())
        self.words.setAccessibleName(self.tr("Anneal and Whisper, word by word"))
        self.play.setText(self.tr("Play both again"))
        self.again.setText(self.tr("Let Whisper write again"))
        self.again.setToolTip(self.tr("Measure it once more, now that it is loaded"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("1× is as fast as it really was"))
        for row in range(self.speed.count()):
            speed = self.speed.itemData(row)
            self.speed.setItemText(row, f"{decimal(speed, 0 if speed == int(speed) else 2)}×")
        self._enter(self._state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _piece(ours: str, theirs: str, same: bool) -> Piece:
    """For the eye; only case and punctuation are no difference. There is nothing to be heard at it."""
    return Piece(ours, ours if same else theirs, 0.0, 0.0)


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("look", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(16, 12, 14, 12)
    inside.setSpacing(8)
    return card, inside
