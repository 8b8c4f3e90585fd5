"""A drop-down list in the theme's colors."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyle, QStyleOptionComboBox, QStylePainter

from app.ui.theme import current_colors

from .icons import draw_chevron, draw_speech
from .menu import cut_corners

TEXT_MARGINS_PX = 46
"""Left of the text, and right of it with the arrow."""


class Dropdown(QComboBox):
    """A combo box with a painted arrow; its entries have their value as data."""

    opening = Signal()
    """The list is about to open."""

    def __init__(self) -> None:
        super().__init__()
        self.setView(QListView(self))  # the style's own popup has no padding

    def select(self, data: object) -> None:
        """Select the entry with this data, if there is one."""
        row = self.findData(data)
        if row >= 0:
            self.setCurrentIndex(row)

    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()
        cut_corners(self.view().window())

    @property
    def shown_text(self) -> str:
        """The entry's text, or the placeholder without one; an ellipsis where there is no room: the style would cut it off."""
        room_px = self.width() - TEXT_MARGINS_PX
        return self.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(), Qt.TextElideMode.ElideRight, room_px
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chevron(painter, QRectF(self.width() - 30, self.height() / 2 - 10, 20, 20), current_colors()["muted"])
        painter.end()


class SpokenLanguageDropdown(Dropdown):
    """Shows an icon and a label before its entry, which tell it from the language of the window."""

    _ICON_PX, _LEFT_PX, _GAP_PX = 20, 9, 5

    def __init__(self) -> None:
        super().__init__()
        self._label = ""

    def set_label(self, label: str) -> None:
        """Show a label after the icon; empty for the icon alone."""
        if label != self._label:
            self._label = label
            self.updateGeometry()
            self.update()

    def _label_width(self) -> int:
        gap = self.fontMetrics().horizontalAdvance(f"{self._label} ") if self._label else 0
        return self._ICON_PX + self._GAP_PX + gap

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._label_width(), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(self._label_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter, option = current_colors(), QStylePainter(self), QStyleOptionComboBox()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.initStyleOption(option)
        text, option.currentText = option.currentText, ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        middle, left = self.height() / 2, float(self._LEFT_PX)
        draw_speech(painter, QRectF(left, middle - self._ICON_PX / 2, self._ICON_PX, self._ICON_PX), colors["muted"])
        left += self._ICON_PX + self._GAP_PX
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._label:
            painter.setPen(colors["muted"])
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), align, self._label)
            left += self.fontMetrics().horizontalAdvance(f"{self._label} ")
        painter.setPen(colors["ink"])
        room = self.width() - left - 28
        painter.drawText(
            QRectF(left, 0, room, self.height()),
            align,
            self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room)),
        )
        draw_chevron(painter, QRectF(self.width() - 30, middle - 10, 20, 20), colors["muted"])
        painter.end()
