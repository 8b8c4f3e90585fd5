"""The record button: starts and stops a recording, and shows its time and level."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.transcript.clock import clock_text
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors

from .translation_mixin import TranslationMixin

ROUND_BELOW_PX = 90
"""Width below which the button is a circle without a text."""


class RecordButton(TranslationMixin, QAbstractButton):
    """Has the phases ``idle``, ``starting``, ``recording`` and ``saving``. Never disabled: it would lose focus and Space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._phase = "idle"
        self._elapsed_s = 0.0
        self._level = 0.0
        self._focus_ring = self._quiet = False
        self.show_phase("idle")

    @property
    def phase(self) -> str:
        return self._phase

    def show_phase(self, phase: str) -> None:
        self._phase, self._elapsed_s, self._level = phase, 0.0, 0.0
        self._retranslate()

    def set_quiet(self, quiet: bool) -> None:
        """Paint the button without its ground while it is idle, as another one on screen does the same."""
        self._quiet = quiet
        self.update()

    def _retranslate(self) -> None:
        self.setText(
            {
                "idle": self.tr("Record"),
                "starting": self.tr("Opening the microphone…"),
                "recording": self.tr("Stop"),
                "saving": self.tr("Saving…"),
            }[self._phase]
        )
        self.setAccessibleName(self.text())
        tip = self.tr("Stop and transcribe") if self._phase == "recording" else self.tr("Record")
        self.setToolTip(with_shortcut(tip, "Space"))
        self.update()

    def show_level(self, elapsed_s: float, peak: float) -> None:
        """Show the elapsed time and the level, 0 to 1. The meter falls slower than it rises, so that it stays readable."""
        self._elapsed_s = elapsed_s
        self._level = max(peak, 0.75 * self._level)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 52)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring only after keyboard navigation."""
        self._focus_ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_only = self.width() < ROUND_BELOW_PX
        if round_only:
            side = min(box.width(), box.height())
            box = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        active, quiet = self._phase in ("idle", "recording"), self._quiet and self._phase == "idle"
        frame = QPen(colors["line"], 1) if quiet else Qt.PenStyle.NoPen
        painter.setPen(QPen(colors["ink"], 2) if self.hasFocus() and self._focus_ring else frame)
        pointed = self.underMouse() or self.isDown()
        fill = ("hover" if pointed else "surface") if quiet else "record_hover" if pointed else "record"
        painter.setBrush(colors[fill] if active else colors["faint"])
        radius = box.width() / 2 if round_only else 12
        painter.drawRoundedRect(box, radius, radius)
        ink = colors["on_record"] if active and not quiet else colors["ink"]
        icon_ink = colors["record"] if quiet else ink
        if round_only:
            self._paint_icon(painter, box.center(), icon_ink)
            painter.end()
            return

        font = QFont(self.font())
        font.setPixelSize(15)
        font.setWeight(QFont.Weight.DemiBold)
        note_font = QFont(font)
        note_font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        note = {"idle": self.tr("Space"), "recording": clock_text(self._elapsed_s)}.get(self._phase, "")
        label_width = painter.fontMetrics().horizontalAdvance(self.text())
        painter.setFont(note_font)
        note_width = painter.fontMetrics().horizontalAdvance(note)
        icon_width = 12.0 if active else 0.0
        total_width = icon_width + (10 if icon_width else 0) + label_width + (12 + note_width if note else 0)
        x = box.center().x() - total_width / 2
        y = box.center().y()

        self._paint_icon(painter, QPointF(x + 6, y), icon_ink)
        x += icon_width + (10 if icon_width else 0)
        painter.setPen(ink)
        painter.setFont(font)
        vertical = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, box.top(), label_width + 2, box.height()), vertical, self.text())
        painter.setFont(note_font)
        painter.setOpacity(0.8)
        painter.drawText(QRectF(x + label_width + 12, box.top(), note_width + 2, box.height()), vertical, note)
        if self._phase == "recording":
            groove = QRectF(box.left() + 14, box.bottom() - 8, box.width() - 28, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setOpacity(0.25)
            painter.setBrush(ink)
            painter.drawRoundedRect(groove, 1.5, 1.5)
            painter.setOpacity(1.0)
            groove.setWidth(groove.width() * min(1.0, self._level**0.5))
            painter.drawRoundedRect(groove, 1.5, 1.5)
        painter.end()

    def _paint_icon(self, painter: QPainter, center: QPointF, ink: QColor) -> None:
        """Paint a dot to record or a square to stop; nothing while neither can be done."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if self._phase == "recording":
            painter.drawRoundedRect(QRectF(center.x() - 5.5, center.y() - 5.5, 11, 11), 2, 2)
        elif self._phase == "idle":
            painter.drawEllipse(center, 6, 6)
