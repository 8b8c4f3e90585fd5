"""Heatmap of one segment: the draft, the noise and then the steps downwards, positions across, strong where the model is sure.

It is also the scrubber. It grows downwards with the steps.
"""

from __future__ import annotations

import textwrap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.theme import Colors, current_colors, fade, mix
from app.ui.widgets.translation_mixin import TranslationMixin

from .step_model import CellState, StepSequence

HANDLE_PX, ROW_PX, GRID_MAX_PX = 7, 6, 64
TIP_CHARS = 48
"""Width of a tooltip."""


class StepHeatmap(TranslationMixin, QWidget):
    """Emits the step that the user chooses by mouse or arrow keys; the player shows it."""

    step_chosen = Signal(float)
    """The user chose this index."""
    step_by_requested = Signal(int)
    """The user wants to go a number of steps forward, or back (negative)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sequence: StepSequence | None = None
        self._index = 0.0
        self._row_pixels: list[NDArray[np.uint8]] = []  # each (canvas, 3)
        self._image: QImage | None = None
        self._colors = current_colors()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._position = -1
        self._retranslate()

    def show_sequence(self, sequence: StepSequence | None) -> None:
        self._sequence, self._index = sequence, 0.0
        self._row_pixels.clear()
        self.refresh()

    def refresh(self) -> None:
        """Update after the sequence has grown or is done."""
        if self._sequence is not None:
            for index in row_indices(self._sequence)[len(self._row_pixels) :]:
                self._row_pixels.append(row_pixels(self._sequence, index, self._colors))
        self._image = None
        self.update()

    def show_step(self, index: float) -> None:
        if index != self._index:
            self._index = index
            self.update()

    @Slot(int)
    def show_position(self, position: int) -> None:
        """Mark the column of a position; -1 for none."""
        if position != self._position:
            self._position = position
            self.update()

    @property
    def row_count(self) -> int:
        """Rows of the picture: the draft if there is one, the noise and the steps so far; 0 without a step."""
        return len(self._row_pixels)

    def sizeHint(self) -> QSize:
        return QSize(560, 66)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 66)

    # Painting

    def _grid_rect(self) -> QRect:
        height = min(GRID_MAX_PX, ROW_PX * max(self.row_count, 1))
        return QRect(HANDLE_PX, 2, self.width() - HANDLE_PX - 2, min(height, self.height() - 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, grid, c = QPainter(self), self._grid_rect(), self._colors
        if self._sequence is None or not self._row_pixels:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(c["surface"], c["ink"], 0.03))
            painter.drawRect(grid)
            return
        if self._image is None:
            ratio = self.devicePixelRatioF()
            size = max(round(grid.width() * ratio), 1), max(round(grid.height() * ratio), 1)
            self._image = grid_image(self._row_pixels, self.row_count, *size, self._colors)
            self._image.setDevicePixelRatio(ratio)
        painter.drawImage(grid.topLeft(), self._image)
        pitch = grid.height() / self.row_count
        row = self._index - self._sequence.first_index
        y = grid.top() + (min(row, self.row_count - 1.0) + 0.5) * pitch
        if row > self.row_count - 1:  # between the last step and the result below it
            y = min(y + (row - self.row_count + 1) * pitch / 2.0, grid.bottom() + 1.0)
        # Later steps than the one shown are faded.
        painter.fillRect(QRectF(grid.left(), y, grid.width(), grid.bottom() + 1 - y), fade(c["surface"], 0.55))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = self._sequence.canvas_length
        if 0 <= self._position < cells:
            x = grid.left() + (self._position + 0.5) * grid.width() / cells
            painter.setPen(QPen(fade(c["ink"], 0.75), 1.2))
            painter.drawLine(QPointF(x, grid.top() - 2), QPointF(x, grid.bottom() + 3))
        painter.setPen(QPen(c["ink"], 1.4))
        painter.drawLine(QPointF(grid.left() - 1, y), QPointF(self.width() - 1.0, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c["accent"] if self.hasFocus() else c["ink"])
        painter.drawPolygon(QPolygonF([QPointF(0, y - 4.5), QPointF(6.5, y), QPointF(0, y + 4.5)]))
        if self.hasFocus():
            painter.setPen(QPen(c["accent"], 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(grid).adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)

    # Scrubbing

    def _index_at(self, y: float) -> float:
        grid, sequence = self._grid_rect(), self._sequence
        if sequence is None or not len(sequence):
            return 0.0
        row = (y - grid.top()) / max(grid.height(), 1) * self.row_count
        return float(min(max(int(row), 0) + sequence.first_index, sequence.last_index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_step(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_step(event)

    def _choose_step(self, event: QMouseEvent) -> None:
        if self._sequence is not None and len(self._sequence):
            self.step_chosen.emit(self._index_at(event.position().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -4,
            Qt.Key.Key_PageDown: 4,
        }.get(Qt.Key(event.key()))
        if self._sequence is None or not len(self._sequence):
            super().keyPressEvent(event)
        elif steps is not None:
            self.step_by_requested.emit(steps)
        elif event.key() == Qt.Key.Key_Home:
            self.step_chosen.emit(float(self._sequence.first_index))
        elif event.key() == Qt.Key.Key_End:
            self.step_chosen.emit(float(self._sequence.last_index))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        self._image = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colors = current_colors()
            self._row_pixels.clear()
            self.refresh()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self._row_tip(int(self._index_at(event.pos().y()))) or self.toolTip()
            QToolTip.showText(event.globalPos(), textwrap.fill(tip, TIP_CHARS), self)
            return True
        return super().event(event)

    def _row_tip(self, index: int) -> str:
        """Return what a row shows: what the step took, and why the last one was the last."""
        sequence = self._sequence
        if sequence is None or not len(sequence):
            return ""
        if index < 0:
            return self.tr("The draft: a first reading of the sound, which every step sees and may change.")
        if index == 0:
            return self._given_tip(sequence)
        number = min(index, len(sequence))
        step = sequence.steps[number - 1]
        text_length = sequence.text_lengths[number - 1]
        text = self.tr(
            "Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent."
        )
        if step.decision is not None and step.decision.budget_nats is None:
            text = self.tr("Step {step} took {count} of {all} tokens: all that were sure enough.")
        text = text.format(step=step.step, count=int(step.accepted[:text_length].sum()), all=text_length)
        ended = step.decision.ended if step.decision is not None and sequence.done else None
        why = {
            "settled": self.tr("It ended here: the text had settled, and the model was sure."),
            "step limit": self.tr("It ended here: no more steps were allowed."),
            "overflow": self.tr("It ended here: the text did not fit on the canvas."),
        }.get(ended or "", "")
        return f"{text} {why}".strip()

    def _given_tip(self, sequence: StepSequence) -> str:
        """Return what the first step was given."""
        return {
            "noise": self.tr("The noise that the first step was given"),
            "noised draft": self.tr("What the first step was given: the draft with noise in it"),
            "draft": self.tr("The draft, a first reading of the sound, which the first step was given"),
        }[sequence.start]

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Steps"))
        self.setAccessibleDescription(
            self.tr("Steps of the segment from top to bottom. The arrow keys step through them.")
        )
        self.setToolTip(
            self.tr(
                "Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back."
                " Click, drag or use the arrow keys (also , and .) to step."
            )
        )


def row_indices(sequence: StepSequence) -> range:
    """Return the indices that have a row: all but the result; none without a step."""
    return range(sequence.first_index, len(sequence) + 1) if len(sequence) else range(0)


def row_pixels(sequence: StepSequence, index: int, colors: Colors) -> NDArray[np.uint8]:
    """Return the RGB colors of ``index``, (canvas, 3) uint8; -1 is the draft, 0 the noise."""
    c = colors
    if index <= 0:
        appearance = sequence.step_appearance(index, "canvas")
        strength = np.where(appearance.solid, 0.42, 0.04 if appearance.is_draft else 0.16)[:, None]
        surface = _rgb(c["surface"])
        return (surface + (_rgb(c["ink"]) - surface) * strength).astype(np.uint8)
    states, certainty = sequence.states[index - 1], sequence.certainties[index - 1][:, None]
    quiet, noise = _rgb(mix(c["surface"], c["ink"], 0.05)), _rgb(mix(c["surface"], c["ink"], 0.30))
    pale, accent = _rgb(mix(c["surface"], c["accent"], 0.28)), _rgb(c["accent"])
    accepted = ((states == CellState.ACCEPTED) | (states == CellState.HELD))[:, None]
    pixels = np.where(accepted, pale + (accent - pale) * certainty, quiet + (noise - quiet) * certainty)
    pixels[states == CellState.REVOKED] = _rgb(c["warn"])
    return pixels.astype(np.uint8)


def grid_image(rows: list[NDArray[np.uint8]], row_count: int, width: int, height: int, colors: Colors) -> QImage:
    """Return a picture of the first ``rows`` of ``row_count`` steps; cells differ by at most one pixel in size."""
    n = len(rows[0])
    across = np.arange(width) * n // width
    down = np.arange(height) * row_count // height
    empty = np.broadcast_to(_rgb(mix(colors["surface"], colors["ink"], 0.03)).astype(np.uint8), (n, 3))
    cells = np.stack(rows + [empty] * (row_count - len(rows)))  # (count, canvas, 3)
    pixels = cells[down][:, across]
    paper = _rgb(colors["surface"]).astype(np.uint8)
    if height >= 3 * row_count:  # hairlines between the steps, and between positions where there is room
        pixels[np.flatnonzero(np.diff(down, append=row_count))] = paper
    if width >= 4 * n:
        pixels[:, np.flatnonzero(np.diff(across, append=n))] = paper
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _rgb(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
