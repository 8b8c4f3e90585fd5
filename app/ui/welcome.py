"""The first thing a person sees: what to do, and a sample one click away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.languages import LANGUAGES

from .menus.actions import with_keys
from .theme import current_colors


class Welcome(QWidget):
    sample_wanted = Signal(object)  # Path of a sample
    open_wanted = Signal()

    def __init__(self, samples: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = QLabel(), QLabel()
        self._title.setObjectName("title")
        self._lead.setObjectName("lead")
        for label in (self._title, self._lead):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.samples = {sample: QPushButton() for sample in samples}
        self._try = QLabel()
        self._try.setProperty("look", "muted")
        self._try.setVisible(len(samples) > 1)
        self.open = QPushButton()
        self.open.clicked.connect(self.open_wanted)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addStretch(1)
        chips.addWidget(self._try)
        for sample, button in self.samples.items():
            button.setProperty("look", "primary" if len(samples) == 1 else "chip")
            button.clicked.connect(lambda _checked=False, sample=sample: self.sample_wanted.emit(sample))
            chips.addWidget(button)
        buttons = chips if len(samples) == 1 else QHBoxLayout()  # one sample stands beside the button, more above it
        if buttons is not chips:
            buttons.addStretch(1)
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
        if buttons is not chips:
            chips.addStretch(1)
            column.addLayout(chips)
            column.addSpacing(18)
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
        self._try.setText(self.tr("Try it:"))
        tip = with_keys(self.tr("Transcribe a short clip that comes with Anneal"), "Ctrl+T")
        for sample, button in self.samples.items():
            button.setText(self.tr("Try a sample") if len(self.samples) == 1 else language_of(sample)[1])
            button.setToolTip(tip)
        self.open.setText(self.tr("Open files…"))
        self.open.setToolTip(with_keys(self.tr("Open files"), "Ctrl+O"))
        self._picture.setAccessibleName(self.tr("Letters settling into a word"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def language_of(sample: Path) -> tuple[str, str]:
    """Code and own name of the language a sample speaks: its name begins with the code."""
    code = re.split(r"[^a-z]", sample.stem.lower())[0]
    return (code, LANGUAGES[code].name) if code in LANGUAGES else ("", sample.stem)


def sample_for(language: str, samples: Sequence[Path]) -> Path | None:
    """The sample in this language, else the English one, else the first there is."""
    spoken = {language_of(sample)[0]: sample for sample in reversed(samples)}
    return spoken.get(language) or spoken.get("en") or next(iter(samples), None)


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
