"""What stands on a canvas before its first step: what it is for, or what is still to come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter


class Placeholder:
    def __init__(self) -> None:
        self.model_loading = False
        """Whether a file waits for the model."""
        self.awaiting_first_step = False
        """Whether a segment has begun, and its first step has not come."""

    @property
    def text(self) -> str:
        if self.awaiting_first_step:
            return QCoreApplication.translate("CanvasWidget", "Listening to the sound …")
        if self.model_loading:
            return QCoreApplication.translate(
                "CanvasWidget", "The model is still being loaded. The file then begins by itself."
            )
        return QCoreApplication.translate("CanvasWidget", "Noise turns into text here.")

    @property
    def description(self) -> str:
        """For a screen reader."""
        if self.model_loading:
            return self.text
        return QCoreApplication.translate(
            "CanvasWidget", "Empty. It shows how noise turns into text while audio is transcribed."
        )

    def paint(self, painter: QPainter, box: QRect, color: QColor) -> None:
        painter.setPen(color)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text)
