"""The painted controls under the canvas: play button, pills, and the legend of the four states."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from app.ui.theme import Colors, current_colors, fade, mix
from app.ui.widgets.translation_mixin import TranslationMixin

from .step_model import CellState

DrawIcon: TypeAlias = Callable[[QPainter, QRectF, QColor], None]
LEGEND_GAP_PX, SAMPLE_GAP_PX = 18, 6


class PlayButton(TranslationMixin, QAbstractButton):
    """A round button that shows what a press does: a triangle to play, two bars to pause."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = self._plays_sound = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(36, 36)
        self.set_playing(False)

    def set_plays_sound(self, plays_sound: bool) -> None:
        """Set whether the button is for the sound, or for the steps on the canvas."""
        self._plays_sound = plays_sound
        self.set_playing(self._playing)

    def set_playing(self, playing: bool) -> None:
        self._playing = playing
        if self._plays_sound:
            self.setAccessibleName(self.tr("Pause the sound") if playing else self.tr("Play the sound"))
        else:
            self.setAccessibleName(self.tr("Pause the canvas") if playing else self.tr("Play the canvas"))
        self.setToolTip(self.tr("Pause (K)") if playing else self.tr("Play (K)"))
        self.update()

    def _retranslate(self) -> None:
        self.set_playing(self._playing)

    def sizeHint(self) -> QSize:
        return QSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(c["accent"] if self.hasFocus() else mix(c["surface"], c["ink"], 0.22), 1.6 if self.hasFocus() else 1.0)
        )
        ground = 0.14 if self.isDown() else 0.07 if self.underMouse() and self.isEnabled() else 0.0
        painter.setBrush(mix(c["surface"], c["ink"], ground))
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c["ink"] if self.isEnabled() else mix(c["surface"], c["ink"], 0.3))
        middle = disc.center()
        if self._playing:
            for side in (-4.6, 1.6):
                painter.drawRoundedRect(QRectF(middle.x() + side, middle.y() - 6, 3.0, 12), 1, 1)
        else:
            corners = [QPointF(-3.6, -6.2), QPointF(6.4, 0.0), QPointF(-3.6, 6.2)]
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


class Pill(QToolButton):
    """A flat button with a text, an icon or both; it has a ground while it is checked, and an outline around an icon."""

    def __init__(self, text: str = "", parent: QWidget | None = None, draw_icon: DrawIcon | None = None) -> None:
        super().__init__(parent)
        self._draw_icon, self._icon_only = draw_icon, False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon_only(self, icon_only: bool) -> None:
        """Leave out the text, which then is the tooltip's."""
        if icon_only != self._icon_only:
            self._icon_only = icon_only
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        height = round(metrics.height() + 9)
        if self._icon_only:
            return QSize(height, height)
        icon = height - 6 if self._draw_icon is not None else 0
        return QSize(round(metrics.horizontalAdvance(self.text()) + 22 + icon), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, pointed = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.underMouse() and self.isEnabled()
        ground = 0.11 if self.isChecked() or self.isDown() else 0.06 if pointed else 0.0
        outline = QPen(c["line"], 1.0) if self._draw_icon is not None else QPen(Qt.PenStyle.NoPen)
        painter.setPen(QPen(c["accent"], 1.6) if self.hasFocus() else outline)
        painter.setBrush(mix(c["surface"], c["ink"], ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = c["faint" if not self.isEnabled() else "ink" if self.isChecked() or pointed else "muted"]
        if self._draw_icon is not None:
            self._draw_icon(painter, QRectF(box.topLeft(), QSizeF(box.height(), box.height())), ink)
            box.setLeft(box.left() + box.height() - 4)
            box.setRight(box.right() - 8)
        if not self._icon_only:
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class Legend(TranslationMixin, QWidget):
    """The four states, each drawn as on the canvas, in as many lines as the width requires."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._states = frozenset(CellState) - {CellState.REVOKED}
        self._retranslate()

    def _retranslate(self) -> None:
        names = ", ".join(name for _, name in self._entries())
        self.setAccessibleName(self.tr("Legend: {states}").format(states=names))
        self.setToolTip(
            self.tr(
                "Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or"
                " what the draft says where the canvas keeps one. Taken back: had been written, and is open again."
            )
        )
        self.updateGeometry()

    def show_states(self, states: Set[CellState]) -> None:
        """List only these states: those that the shown segment has, or the usual ones for none."""
        states = states or frozenset(CellState) - {CellState.REVOKED}
        if states != self._states:
            self._states = frozenset(states)
            self._retranslate()
            self.update()

    def _entries(self) -> list[tuple[CellState, str]]:
        entries = [
            (CellState.ACCEPTED, self.tr("settling")),
            (CellState.HELD, self.tr("settled")),
            (CellState.RENOISED, self.tr("open")),
            (CellState.REVOKED, self.tr("taken back")),
        ]
        return [entry for entry in entries if entry[0] in self._states]

    def sizeHint(self) -> QSize:
        widths = self._widths()
        return QSize(round(sum(widths)) + LEGEND_GAP_PX * len(widths), self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(round(max(self._widths())) + 2, self._line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._entry_rects(width)[-1].bottom())

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self.font())
        beside = self._sample_width() + SAMPLE_GAP_PX
        return [beside + metrics.horizontalAdvance(name) + 1 for _, name in self._entries()]

    def _sample_width(self) -> float:
        return max(27.0, QFontMetricsF(self.font()).horizontalAdvance(self.tr("Aa")) + 10)

    def _line_height(self) -> int:
        return round(QFontMetricsF(self.font()).height() + 8)

    def _entry_rects(self, width: float) -> list[QRectF]:
        """Return the rectangle of each entry: one after the other, wrapped at ``width``."""
        rects: list[QRectF] = []
        x, y, high = 1.0, 0.0, float(self._line_height())
        for wide in self._widths():
            if rects and x + wide > width:
                x, y = 1.0, y + high + 4
            rects.append(QRectF(x, y, wide, high))
            x += wide + LEGEND_GAP_PX
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, metrics = current_colors(), QPainter(self), QFontMetricsF(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sample = self.tr("Aa")
        for (state, name), rect in zip(self._entries(), self._entry_rects(self.width()), strict=True):
            box = QRectF(rect.left(), rect.top() + 1.5, self._sample_width(), rect.height() - 3.0)
            self._paint_sample(painter, c, state, box, sample, metrics)
            painter.setPen(c["muted"])
            painter.drawText(
                rect.adjusted(self._sample_width() + SAMPLE_GAP_PX, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, name
            )

    def _paint_sample(
        self, painter: QPainter, c: Colors, state: CellState, box: QRectF, sample: str, metrics: QFontMetricsF
    ) -> None:
        ink = c["ink"]
        painter.setPen(Qt.PenStyle.NoPen)
        if state is CellState.ACCEPTED:
            painter.setBrush(c["accent_ground"])
            painter.drawRoundedRect(box, 5, 5)
            painter.setBrush(c["accent"])
            painter.drawRoundedRect(QRectF(box.left() + 5, box.bottom() - 2, box.width() - 10, 2), 1, 1)
        elif state is CellState.RENOISED:
            ink = fade(c["ink"], 0.32)
        elif state is CellState.REVOKED:
            pen = QPen(c["warn"], 1.1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([2.5, 2.5])
            painter.setPen(pen)
            painter.setBrush(c["warn_ground"])
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            ink = c["warn"]
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sample)
        if state is CellState.REVOKED:
            half = metrics.horizontalAdvance(sample) / 2 + 1.5
            y = box.center().y() + 0.5
            painter.setPen(QPen(c["warn"], 1.3))
            painter.drawLine(QPointF(box.center().x() - half, y), QPointF(box.center().x() + half, y))
