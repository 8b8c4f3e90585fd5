"""The first page: what to do, and samples one click away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.languages import LANGUAGES

from .menus.actions import with_shortcut
from .theme import current_colors
from .widgets.translation_mixin import TranslationMixin


class WelcomePage(TranslationMixin, QWidget):
    sample_requested = Signal(object)  # Path of a sample
    open_requested = Signal()

    def __init__(self, samples: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_label, self._lead_label = QLabel(), QLabel()
        self._title_label.setObjectName("title")
        self._lead_label.setObjectName("lead")
        for label in (self._title_label, self._lead_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self.sample_buttons = {sample: QPushButton() for sample in samples}
        self._try_label = QLabel()
        self._try_label.setProperty("look", "muted")
        self._try_label.setVisible(len(samples) > 1)
        self.open_button = QPushButton()
        self.open_button.clicked.connect(self.open_requested)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addStretch(1)
        chips.addWidget(self._try_label)
        for sample, button in self.sample_buttons.items():
            button.setProperty("look", "primary" if len(samples) == 1 else "chip")
            button.clicked.connect(lambda _checked=False, sample=sample: self.sample_requested.emit(sample))
            chips.addWidget(button)
        buttons = chips if len(samples) == 1 else QHBoxLayout()  # one sample is beside the button, more are above it
        if buttons is not chips:
            buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(5)
        self._picture = _SettlingPicture()
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(26)
        column.addWidget(self._title_label)
        column.addSpacing(12)
        column.addWidget(self._lead_label)
        column.addSpacing(28)
        if buttons is not chips:
            chips.addStretch(1)
            column.addLayout(chips)
            column.addSpacing(18)
        column.addLayout(buttons)
        column.addStretch(6)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title_label.setText(self.tr("Speech, out of noise"))
        self._lead_label.setText(
            self.tr(
                "Press Record and speak, or drop audio or video anywhere here.\n"
                "Random words settle into yours, step by step."
            )
        )
        self._try_label.setText(self.tr("Try it:"))
        tip = with_shortcut(self.tr("Transcribe a short clip that comes with Anneal"), "Ctrl+T")
        for sample, button in self.sample_buttons.items():
            button.setText(self.tr("Try a sample") if len(self.sample_buttons) == 1 else sample_language(sample)[1])
            button.setToolTip(tip)
        self.open_button.setText(self.tr("Open files…"))
        self.open_button.setToolTip(with_shortcut(self.tr("Open files"), "Ctrl+O"))
        self._picture.setAccessibleName(self.tr("Letters settling into a word"))


def sample_language(sample: Path) -> tuple[str, str]:
    """Return code and own name of a sample's language; the file name begins with the code."""
    code = re.split(r"[^a-z]", sample.stem.lower())[0]
    return (code, LANGUAGES[code].name) if code in LANGUAGES else ("", sample.stem)


def sample_for(language: str, samples: Sequence[Path]) -> Path | None:
    """Return the sample in this language, else the English one, else the first."""
    by_language = {sample_language(sample)[0]: sample for sample in reversed(samples)}
    return by_language.get(language) or by_language.get("en") or next(iter(samples), None)


class _SettlingPicture(QWidget):
    """A picture of annealing: letters from noise (left, scattered and pale) to a word (right)."""

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
