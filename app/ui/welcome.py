"""The first thing a person sees: what to do, and a sample one click away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .actions import with_keys
from .theme import current_colors


class Welcome(QWidget):
    sample_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = QLabel(), QLabel()
        self._title.setObjectName("title")
        self._lead.setObjectName("lead")
        for label in (self._title, self._lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.sample = QPushButton()
        self.sample.setProperty("look", "primary")
        self.sample.clicked.connect(self.sample_wanted)
        self.sample.setVisible(has_sample)
        self.open = QPushButton()
        self.open.clicked.connect(self.open_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.sample)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(5)
        self._picture = _Settling()
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(26)
        column.addWidget(self._title)
        column.addSpacing(12)
        column.addWidget(self._lead)
        column.addSpacing(28)
        column.addLayout(buttons)
        column.addStretch(6)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Speech, out of noise"))
        self._lead.setText(
            self.tr(
                "Press Record and speak, or drop audio or video anywhere here.\n"
                "Random words settle into yours, step by step."
            )
        )
        self.sample.setText(self.tr("Try a sample"))
        self.sample.setToolTip(with_keys(self.tr("Transcribe a short clip that comes with Anneal"), "Ctrl+T"))
        self.open.setText(self.tr("Open files…"))
        self.open.setToolTip(with_keys(self.tr("Open files"), "Ctrl+O"))
        self._picture.setAccessibleName(self.tr("Letters settling into a word"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Settling(QWidget):
    """A still picture of what the app does: letters from noise (left, scattered and pale) to a word (right)."""

    _NOISE = ("ल", "ß", "会", "q", "é", "ो", "w", "议", "ñ", "k", "7", "ü", "श", "m", "é", "z")
    _WORD = "anneal"

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(470, 84)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(24)
        count = len(self._NOISE)
        for i, letter in enumerate(self._NOISE):
            share = i / count
            scatter = (1 - share) ** 1.4 * 26
            y = 42 + scatter * (((i * 7919) % 17) / 8 - 1)
            painter.setFont(font)
            painter.setPen(colors["muted"])
            painter.setOpacity(0.16 + 0.5 * share)
            painter.drawText(QRectF(i * 21, y - 22, 26, 44), Qt.AlignmentFlag.AlignCenter, letter)
        painter.setOpacity(1.0)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._WORD)
        box = QRectF(count * 21 + 12, 22, width + 18, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["accent_soft"])
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(colors["ink"])
        painter.drawText(box.translated(QPointF(0, -1)), Qt.AlignmentFlag.AlignCenter, self._WORD)
        painter.end()
