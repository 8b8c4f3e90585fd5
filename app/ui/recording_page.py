"""What is shown while recording: the time, the last seconds of level, hints, and what can be done.

On a page of its own, or as a bar above another page.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.sound.microphone import QUIET_PEAK, RecordingDeviceChanged, RecordingLevel, RecordingStarted
from app.transcript.clock import clock_text

from .theme import current_colors
from .widgets.elided_label import ElidedLabel
from .widgets.translation_mixin import TranslationMixin

DEVICE_CHANGE_LEVELS = 160
"""How long the hint about another microphone stays: in levels, about eight seconds."""


class RecordingView(TranslationMixin, QFrame):
    """The widgets; the two classes below lay them out."""

    pause_requested = Signal()
    """The user wants to pause, or to go on."""
    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.elapsed_label = QLabel()
        self.device_label = ElidedLabel()
        self.device_label.setProperty("look", "muted")
        self.hint_label = QLabel()
        self.level_history = LevelHistory()
        self.pause_button, self.discard_button = QPushButton(), QPushButton()
        self.pause_button.clicked.connect(self.pause_requested)
        self.discard_button.clicked.connect(self.discard_requested)
        for label in (self.elapsed_label, self.device_label, self.hint_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._remark_key = ""
        self._lay_out()
        self.reset(None)

    def _lay_out(self) -> None:
        raise NotImplementedError

    def reset(self, recording: RecordingStarted | None) -> None:
        """Start a new recording; None until the microphone is open."""
        self.elapsed_label.setText(clock_text(0))
        self._recording, self._device = recording, recording.device if recording is not None else ""
        self.level_history.clear()
        self._sound_detected = self._paused = False
        self._device_change, self._levels_since_change = RecordingDeviceChanged("", ""), 0
        self._hint_key = "opening" if recording is None else "speak"
        for button in (self.pause_button, self.discard_button):
            button.setEnabled(recording is not None)
        self._retranslate()

    def show_remark(self, key: str) -> None:
        """Tell what becomes of the text: ``live``, ``slow``, or empty where there is nothing to tell."""
        self._remark_key = key
        self._retranslate()

    @Slot(bool)
    def show_paused(self, paused: bool) -> None:
        """Show whether the recording is paused."""
        self._paused = paused
        self._retranslate()

    @Slot(object)
    def show_device_change(self, change: RecordingDeviceChanged) -> None:
        """Say for a while that another microphone is in use now."""
        self._device = change.device
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
        source = self._recording.source if self._recording is not None else "microphone"
        computer = {"computer": self.tr("Computer sound"), "both": self.tr("{device} and computer sound")}
        self.device_label.set_full_text(computer.get(source, "{device}").format(device=self._device))
        hints = {
            "opening": self.tr("Opening the microphone…"),
            "speak": self.tr("Speak now. Space stops and transcribes."),
            "quiet": self.tr("Nothing heard so far. Is the microphone muted?"),
            "pause": self.tr("Nothing heard for a moment. Space stops and transcribes."),
            "moved": self.tr("{before} is gone. The recording goes on with {device}.").format(
                before=self._device_change.previous_device, device=self._device_change.device
            ),
            "loud": self.tr("Too loud: speak a little further away."),
            "slow": self.tr("This model is slower than speech on this computer. The text follows when you stop."),
            "silent": self.tr("Nothing heard so far. Does the computer play anything?"),
            "live": self.tr("Speak now. Each phrase becomes text when you pause. Space stops."),
            "paused": self.tr("Paused: nothing is recorded."),
        }
        key = "paused" if self._paused else self._hint_key
        if key in ("speak", "pause") and self._remark_key:
            key = self._remark_key
        if key == "quiet" and source == "computer":
            key = "silent"
        self.hint_label.setText(hints[key])
        self.level_history.setAccessibleName(self.tr("Microphone level"))
        self.pause_button.setText(self.tr("Continue") if self._paused else self.tr("Pause"))
        self.pause_button.setToolTip(
            self.tr("Go on recording") if self._paused else self.tr("Record nothing until you continue")
        )
        self.discard_button.setText(self.tr("Discard…"))
        self.discard_button.setToolTip(self.tr("End the recording and delete it"))


class RecordingPage(RecordingView):
    """A whole page, where the text comes after the recording."""

    def _lay_out(self) -> None:
        self.elapsed_label.setObjectName("elapsed")
        self.hint_label.setObjectName("lead")
        for label in (self.elapsed_label, self.device_label, self.hint_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.pause_button, self.discard_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
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
        column.addSpacing(24)
        column.addLayout(buttons)
        column.addStretch(6)


class RecordingBar(RecordingView):
    """A line above the page on which the text appears."""

    LEVELS_PX, HEIGHT_PX = 150, 52

    def _lay_out(self) -> None:
        self.setProperty("look", "card")
        self.setMinimumHeight(self.HEIGHT_PX)
        self.elapsed_label.setObjectName("barElapsed")
        self.level_history.setFixedSize(self.LEVELS_PX, 30)
        self.hint_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint_label.setWordWrap(True)
        self.device_label.hide()  # the hint tells when it changes
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(14)
        row.addWidget(self.elapsed_label)
        row.addWidget(self.level_history)
        row.addWidget(self.hint_label, 1)
        for button in (self.pause_button, self.discard_button):
            button.setProperty("look", "quiet")
            row.addWidget(button)


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
