"""The first thing a person sees: what to do, and a sample one click away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .theme import current_colors


class Welcome(QWidget):
    sample_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Speech, out of noise"))
        title.setObjectName("title")
        lead = QLabel(
            self.tr(
                "Press Record and speak, or drop audio or video anywhere here.\n"
                "Random words settle into yours, step by step."
            )
        )
        lead.setObjectName("lead")
        for label in (title, lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.sample = QPushButton(self.tr("Try a sample"))
        self.sample.setProperty("look", "primary")
        self.sample.setToolTip(self.tr("Transcribe a short clip that comes with Anneal (Ctrl+T)"))
        self.sample.clicked.connect(self.sample_wanted)
        self.sample.setVisible(has_sample)
        self.open = QPushButton(self.tr("Open files…"))
        self.open.setToolTip(self.tr("Open files (Ctrl+O)"))
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
        column.addWidget(_Settling(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(26)
        column.addWidget(title)
        column.addSpacing(12)
        column.addWidget(lead)
        column.addSpacing(28)
        column.addLayout(buttons)
        column.addStretch(6)


class _Settling(QWidget):
    """A still picture of what the app does: letters from noise (left, scattered and pale) to a word (right)."""

    _NOISE = ("ल", "ß", "会", "q", "é", "ो", "w", "议", "ñ", "k", "7", "ü", "श", "m", "é", "z")
    _WORD = "anneal"

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Letters settling into a word"))

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
