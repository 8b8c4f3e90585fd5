"""Popover with the alternatives of a word: the candidates of its last denoising step, and a field for any other word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.library.word_candidates import Candidate
from app.ui.formatting import percent
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.popover import Popover
from app.ui.widgets.translation_mixin import TranslationMixin

WIDTH_PX, ROW_PX, BAR_PX, PERCENT_PX = 308, 32, 84, 54
CANDIDATE_ROLE = Qt.ItemDataRole.UserRole


class AlternativesPopover(TranslationMixin, Popover):
    """Lets the user choose or type the word that the rest of the segment is denoised around."""

    chosen = Signal(str)  # the word, without surplus spaces

    def __init__(self) -> None:
        super().__init__()
        self._word = ""
        self._steps_kept = True
        self.title, self.lead = QLabel(), QLabel()
        self.title.setProperty("look", "strong")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.lead.setProperty("look", "note")
        self.lead.setWordWrap(True)
        self.lead.setIndent(0)
        self.list = QListWidget()
        self.list.setObjectName("doubts")
        self.list.setItemDelegate(_CandidateDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = QLineEdit()
        self.field.setAcceptDrops(False)
        self.redecode_button = QPushButton()
        self.redecode_button.setProperty("look", "primary")
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemDoubleClicked.connect(lambda _item: self._submit())
        self.list.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._submit)
        self.redecode_button.clicked.connect(self._submit)
        for widget in (self.title, self.lead, self.list, self.field, self.redecode_button):
            self.column.addWidget(widget)
        self.column.setSpacing(6)
        self.setFixedWidth(WIDTH_PX)
        self._retranslate()

    def show_for(
        self, word: str, candidates: Sequence[Candidate], steps_kept: bool, owner: QWidget, anchor_rect: QRect
    ) -> None:
        """Open the popover beside ``anchor_rect`` of ``owner``, and preselect the second candidate.

        Args:
            word: The word as it stands in the text, without punctuation.
            candidates: The most probable first; may be empty.
            steps_kept: Whether the library still has the denoising steps that candidates are read from.
            owner: The widget that gets the focus back.
            anchor_rect: In coordinates of ``owner``.
        """
        self._word, self._steps_kept = word, steps_kept
        self.list.clear()
        for candidate in candidates:
            item = QListWidgetItem(candidate.text, self.list)
            item.setData(CANDIDATE_ROLE, candidate)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{candidate.text}, {_percent(candidate.probability)}")
        self.list.setFixedHeight(ROW_PX * len(candidates) + 4)
        self.list.setVisible(bool(candidates))
        self.field.setText(word)
        self._retranslate()
        self.open_beside(owner, anchor_rect, self.list if candidates else self.field)
        if candidates:
            self.list.setCurrentRow(min(1, len(candidates) - 1))
        else:
            self.field.selectAll()

    @property
    def text(self) -> str:
        return " ".join(self.field.text().split())

    @Slot()
    def _submit(self) -> None:
        if self.text:
            self.close_popover()
            self.chosen.emit(self.text)

    @Slot()
    def _on_current_changed(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.field.setText(item.text())

    @Slot()
    def _on_text_changed(self) -> None:
        self.redecode_button.setEnabled(bool(self.text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, Return submits, and letters continue in the field."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._submit()
                return True
            if event.text().isprintable() and event.text().strip():
                self.field.setFocus()
                self.field.setText(event.text())
                return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Instead of “{word}”").format(word=self._word))
        if not self._steps_kept:
            self.lead.setText(self.tr("The steps of this segment are not kept any longer, so there are no candidates."))
        elif not self.list.count():
            self.lead.setText(self.tr("There are no candidates for this place."))
        else:
            self.lead.setText(self.tr("What the model thought of at the last step, and how probable each was"))
        self.list.setAccessibleName(self.tr("Candidates"))
        self.field.setPlaceholderText(self.tr("Type another word"))
        self.field.setAccessibleName(self.tr("Type another word"))
        self.redecode_button.setText(self.tr("Denoise again around it"))
        self.redecode_button.setToolTip(
            with_shortcut(self.tr("This stands, and the model hears the rest of the segment again around it"), "Return")
        )


class _CandidateDelegate(QStyledItemDelegate):
    """Paints a candidate: the word, and its probability as a bar and as a number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH_PX - 40, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        candidate: Candidate = index.data(CANDIDATE_ROLE)
        colors, box = current_colors(), QRectF(option.rect)
        view = self.parent()
        is_current = isinstance(view, QListWidget) and view.currentRow() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_current:
            painter.setBrush(colors["accent_soft"])
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 8, 8)
        content = box.adjusted(10, 0, -10, 0)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if index.row() == 0 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colors["ink"])
        text_rect = content.adjusted(0, 0, -(BAR_PX + PERCENT_PX + 8), 0)
        text = painter.fontMetrics().elidedText(candidate.text, Qt.TextElideMode.ElideRight, int(text_rect.width()))
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        track = QRectF(content.right() - PERCENT_PX - BAR_PX, box.center().y() - 2.5, BAR_PX, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["line"])
        painter.drawRoundedRect(track, 2.5, 2.5)
        painter.setBrush(colors["accent"])
        probability = max(0.0, min(1.0, candidate.probability))
        painter.drawRoundedRect(track.adjusted(0, 0, -track.width() * (1 - probability), 0), 2.5, 2.5)
        painter.setFont(option.font)
        painter.setPen(colors["muted"])
        painter.drawText(content, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _percent(probability))
        painter.restore()


def _percent(probability: float) -> str:
    return percent(probability, 0 if probability >= 0.1 else 1)
