"""A segment's text while it is denoised again, in the place and type of its paragraph: noise that settles into words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.theme import current_colors

LINE_HEIGHT = 1.35
MAX_NOISE_LETTERS = 9
"""Longer tokens of the noise are cut: they would break the lines anew with every step."""


class SettlingText(QWidget):
    """Shows one step: accepted tokens as text, all others as what is on the canvas, in pale letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: CanvasStep | None = None
        self._vocabulary: Vocabulary | None = None
        self.text = ""
        """What is shown."""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def show_waiting(self, text: str) -> None:
        """Show the present text, pale, until the first step comes."""
        self._step, self.text = None, text
        self.updateGeometry()
        self.update()

    def show_step(self, step: CanvasStep) -> None:
        self._step = step
        self.text = "".join(text for text, _ in self._pieces())
        self.updateGeometry()
        self.update()

    def _pieces(self) -> list[tuple[str, bool]]:
        """The text in pieces, each with whether it is accepted."""
        step, vocabulary = self._step, self._vocabulary
        if step is None or vocabulary is None:
            return [(self.text, False)]
        pieces: list[tuple[str, bool]] = []
        for position in range(step.text_length(vocabulary.end_ids)):
            accepted = bool(step.accepted[position])
            token = int((step.argmax_ids if accepted else step.canvas)[position])
            if vocabulary.is_end(token) or vocabulary.is_special(token):
                continue
            piece = vocabulary.piece(token)
            space = " " if vocabulary.starts_word(token) and pieces else ""
            pieces.append((space + (piece if accepted else piece[:MAX_NOISE_LETTERS]), accepted))
        return pieces

    def _layout(self, width: float) -> tuple[QTextLayout, float]:
        """Break the text into lines; returns it with its height in pixels."""
        colors, pieces = current_colors(), self._pieces()
        layout = QTextLayout("".join(text for text, _ in pieces), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, start = [], 0
        for text, accepted in pieces:
            formats.append(_format(start, len(text), colors["ink" if accepted else "faint"], accepted))
            start += len(text)
        layout.setFormats(formats)
        line_px, height = self.fontMetrics().height() * LINE_HEIGHT, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, height + (line_px - line.height()) / 2))
            height += line_px
        layout.endLayout()
        return layout, height

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self._layout(self.width())[0].draw(painter, QPointF(0, 0))
        painter.end()


def _format(start: int, length: int, color: QColor, accepted: bool) -> QTextLayout.FormatRange:
    made, style = QTextLayout.FormatRange(), QTextCharFormat()
    style.setForeground(color)
    style.setFontWeight(QFont.Weight.Normal if accepted else QFont.Weight.Light)
    made.start, made.length, made.format = start, length, style
    return made
