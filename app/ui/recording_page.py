"""The page shown while recording: the time, the last seconds of level, and hints."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.sound.microphone import QUIET_PEAK, RecordingDeviceChanged, RecordingLevel
from app.transcript.clock import clock_text

from .theme import current_colors
from .widgets.translation_mixin import TranslationMixin

DEVICE_CHANGE_LEVELS = 160
"""How long the hint about another microphone stays: in levels, about eight seconds."""


class RecordingPage(TranslationMixin, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elapsed_label = QLabel()
        self.elapsed_label.setObjectName("elapsed")
        self.device_label = QLabel()
        self.device_label.setProperty("look", "muted")
        self.hint_label = QLabel()
        self.hint_label.setObjectName("lead")
        self.level_history = LevelHistory()
        for label in (self.elapsed_label, self.device_label, self.hint_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(60, 0, 60, 0)
        column.setSpacing(0)
        column.addStretch(5)
        column.addWidget(self.elapsed_label)
        column.addSpacing(4)
        column.addWidget(self.device_label)
        column.addSpacing(34)
        column.addWidget(self.level_history)
        column.addSpacing(34)
        column.addWidget(self.hint_label)
        column.addStretch(6)
        self.reset("")

    def reset(self, device: str) -> None:
        """Start a new recording; ``device`` is empty until the microphone is open."""
        self.elapsed_label.setText(clock_text(0))
        self.device_label.setText(device)
        self.level_history.clear()
        self._sound_detected = False
        self._device_change, self._levels_since_change = RecordingDeviceChanged("", ""), 0
        self._hint_key = "speak" if device else "opening"
        self._retranslate()

    @Slot(object)
    def show_device_change(self, change: RecordingDeviceChanged) -> None:
        """Say for a while that another microphone is in use now."""
        self.device_label.setText(change.device)
        self._device_change, self._levels_since_change = change, 0
        self._hint_key = "moved"
        self._retranslate()

    def show_level(self, level: RecordingLevel) -> None:
        self.elapsed_label.setText(clock_text(level.elapsed_s))
        self.level_history.add(level.peak, level.clipped)
        self._sound_detected = self._sound_detected or level.peak >= QUIET_PEAK
        quiet = "pause" if self._sound_detected else "quiet"
        hint = quiet if level.quiet else "loud" if self.level_history.recently_clipped else "speak"
        self._levels_since_change += 1
        if hint != self._hint_key and (self._hint_key != "moved" or self._levels_since_change > DEVICE_CHANGE_LEVELS):
            self._hint_key = hint
            self._retranslate()

    def _retranslate(self) -> None:
        hints = {
            "opening": self.tr("Opening the microphone…"),
            "speak": self.tr("Speak now. Space stops and transcribes."),
            "quiet": self.tr("Nothing heard so far. Is the microphone muted?"),
            "pause": self.tr("Nothing heard for a moment. Space stops and transcribes."),
            "moved": self.tr("{before} is gone. The recording goes on with {device}.").format(
                before=self._device_change.previous_device, device=self._device_change.device
            ),
            "loud": self.tr("Too loud: speak a little further away."),
        }
        self.hint_label.setText(hints[self._hint_key])
        self.level_history.setAccessibleName(self.tr("Microphone level"))


class LevelHistory(QWidget):
    """The levels of the last seconds, the newest at the right."""

    BAR_PX, GAP_PX, MAX_LEVELS = 3, 3, 400
    CLIP_WINDOW = 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: deque[tuple[float, bool]] = deque(maxlen=self.MAX_LEVELS)
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
    def recently_clipped(self) -> bool:
        recent = list(self._levels)[-self.CLIP_WINDOW :]
        return any(clipped for _, clipped in recent)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, half = self.height() / 2, self.height() / 2 - 2
        pitch = self.BAR_PX + self.GAP_PX
        bar_count = self.width() // pitch
        levels = list(self._levels)[-bar_count:]
        levels = [(0.0, False)] * (bar_count - len(levels)) + levels
        for i, (peak, clipped) in enumerate(levels):
            height = max(
                1.5, min(1.0, peak) ** 0.6 * half
            )  # loudness is perceived closer to a root than to the amplitude
            painter.setBrush(colors["warn" if clipped else "record" if peak > 0 else "faint"])
            painter.drawRoundedRect(QRectF(i * pitch, middle - height, self.BAR_PX, 2 * height), 1.5, 1.5)
        painter.end()
