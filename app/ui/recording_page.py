"""What is on screen while recording: the time, the last seconds of level, and a hint when something seems wrong."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.sound.microphone import QUIET_PEAK, RecordingLevel, RecordingMoved

from .formatting import clock
from .theme import current_colors

MOVE_SAID_LEVELS = 160
"""For so many levels, some eight seconds, it is said that another microphone has taken over."""


class Listening(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elapsed = QLabel()
        self.elapsed.setObjectName("elapsed")
        self.device = QLabel()
        self.device.setProperty("look", "muted")
        self.hint = QLabel()
        self.hint.setObjectName("lead")
        self.levels = LevelHistory()
        for label in (self.elapsed, self.device, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 0, 60, 0)
        column.setSpacing(0)
        column.addStretch(5)
        column.addWidget(self.elapsed)
        column.addSpacing(4)
        column.addWidget(self.device)
        column.addSpacing(34)
        column.addWidget(self.levels)
        column.addSpacing(34)
        column.addWidget(self.hint)
        column.addStretch(6)
        self.begin("")

    def begin(self, device: str) -> None:
        """A new recording; ``device`` is empty until the microphone is open."""
        self.elapsed.setText(clock(0))
        self.device.setText(device)
        self.levels.clear()
        self._heard = False
        self._move, self._move_said = RecordingMoved("", ""), 0
        self._hint = "speak" if device else "opening"
        self._retranslate()

    @Slot(object)
    def show_move(self, move: RecordingMoved) -> None:
        """Another microphone has taken over; said for a while, whatever is heard."""
        self.device.setText(move.device)
        self._move, self._move_said = move, 0
        self._hint = "moved"
        self._retranslate()

    def show_level(self, level: RecordingLevel) -> None:
        self.elapsed.setText(clock(level.elapsed_s))
        self.levels.add(level.peak, level.clipped)
        self._heard = self._heard or level.peak >= QUIET_PEAK
        quiet = "pause" if self._heard else "quiet"
        hint = quiet if level.quiet else "loud" if self.levels.clipped_lately else "speak"
        self._move_said += 1
        if hint != self._hint and (self._hint != "moved" or self._move_said > MOVE_SAID_LEVELS):
            self._hint = hint
            self._retranslate()

    def _retranslate(self) -> None:
        hints = {
            "opening": self.tr("Opening the microphone…"),
            "speak": self.tr("Speak now. Space stops and transcribes."),
            "quiet": self.tr("Nothing heard so far. Is the microphone muted?"),
            "pause": self.tr("Nothing heard for a moment. Space stops and transcribes."),
            "moved": self.tr("{before} is gone. The recording goes on with {device}.").format(
                before=self._move.before, device=self._move.device
            ),
            "loud": self.tr("Too loud: speak a little further away."),
        }
        self.hint.setText(hints[self._hint])
        self.levels.setAccessibleName(self.tr("Microphone level"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class LevelHistory(QWidget):
    """The level of the last seconds, newest at the right."""

    BAR_PX, GAP_PX, KEPT = 3, 3, 400
    CLIP_MEMORY = 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: deque[tuple[float, bool]] = deque(maxlen=self.KEPT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(600, 110)

    def clear(self) -> None:
        self._levels.clear()
        self.update()

    def add(self, peak: float, clipped: bool) -> None:
        self._levels.append((peak, clipped))
        self.update()

    @property
    def clipped_lately(self) -> bool:
        recent = list(self._levels)[-self.CLIP_MEMORY :]
        return any(clipped for _, clipped in recent)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, half = self.height() / 2, self.height() / 2 - 2
        pitch = self.BAR_PX + self.GAP_PX
        room = self.width() // pitch
        levels = list(self._levels)[-room:]
        levels = [(0.0, False)] * (room - len(levels)) + levels
        for i, (peak, clipped) in enumerate(levels):
            height = max(1.5, min(1.0, peak) ** 0.6 * half)  # the ear is closer to a root than to a line
            painter.setBrush(colors["warn" if clipped else "record" if peak > 0 else "faint"])
            painter.drawRoundedRect(QRectF(i * pitch, middle - height, self.BAR_PX, 2 * height), 1.5, 1.5)
        painter.end()
