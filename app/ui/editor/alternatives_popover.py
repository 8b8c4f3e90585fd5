"""Popover with the alternatives of a word: the candidates of its last denoising step, and a field for any other word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)
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

DIGITS = "123456789"
WIDTH_PX, ROW_PX, BAR_PX, PERCENT_PX = 308, 32, 84, 54
CANDIDATE_ROLE = Qt.ItemDataRole.UserRole


class AlternativesPopover(TranslationMixin, Popover):
    """Lets the user choose or type the word that belongs there."""

    replace_requested = Signal(str)  # the word, without surplus spaces: it takes the place of the one in the text
    redecode_requested = Signal(str)  # likewise, and the rest of the segment is denoised around it

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
        self.replace_button, self.redecode_button = QPushButton(), QPushButton()
        self.replace_button.setProperty("look", "primary")
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemDoubleClicked.connect(lambda _item: self._submit(self.replace_requested))
        for typed_in in (self.list, self.field):
            typed_in.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self.replace_button.clicked.connect(lambda: self._submit(self.replace_requested))
        self.redecode_button.clicked.connect(lambda: self._submit(self.redecode_requested))
        for widget in (self.title, self.lead, self.list, self.field, self.replace_button, self.redecode_button):
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
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{candidate.text}, {_origin_of(candidate)}")
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

    def _submit(self, signal: SignalInstance) -> None:
        if self.text:
            self.close_popover()
            signal.emit(self.text)

    @Slot()
    def _on_current_changed(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.field.setText(item.text())

    @Slot()
    def _on_text_changed(self) -> None:
        for button in (self.replace_button, self.redecode_button):
            button.setEnabled(bool(self.text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return replaces the word. In the list, a digit takes that candidate, and letters continue in the field."""
        if watched not in (self.list, self.field) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the window has a shortcut with Return
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                around = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._submit(self.redecode_requested if around else self.replace_requested)
                return True
            if watched is self.list and event.text().isprintable() and event.text().strip():
                if event.text() in DIGITS[: self.list.count()]:
                    self.list.setCurrentRow(DIGITS.index(event.text()))
                    self._submit(self.replace_requested)
                else:
                    self.field.setFocus()
                    self.field.setText(event.text())
                return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Instead of “{word}”").format(word=self._word))
        if not self._steps_kept:
            self.lead.setText(self.tr("The steps of this segment are no longer stored, so there are no suggestions."))
        elif not self.list.count():
            self.lead.setText(self.tr("There are no suggestions for this word."))
        else:
            self.lead.setText(self.tr("What the model considered at the last step, and how likely each word was"))
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.field.setPlaceholderText(self.tr("Type another word"))
        self.field.setAccessibleName(self.tr("Type another word"))
        self.replace_button.setText(self.tr("Replace"))
        self.replace_button.setToolTip(with_shortcut(self.tr("Put this word into the text"), "Return"))
        self.redecode_button.setText(self.tr("Listen again with this word"))
        self.redecode_button.setToolTip(
            with_shortcut(self.tr("Keep this word; the model listens to the rest of the segment again"), "Ctrl+Return")
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
        painter.setFont(option.font)
        painter.setPen(colors["muted"])
        content = box.adjusted(10, 0, -10, 0)
        painter.drawText(content, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.row() + 1))
        content.adjust(18, 0, 0, 0)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if index.row() == 0 else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colors["ink"])
        text_rect = content.adjusted(0, 0, -(BAR_PX + PERCENT_PX + 8), 0)
        text = painter.fontMetrics().elidedText(candidate.text, Qt.TextElideMode.ElideRight, int(text_rect.width()))
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if candidate.probability is not None:
            track = QRectF(content.right() - PERCENT_PX - BAR_PX, box.center().y() - 2.5, BAR_PX, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors["line"])
            painter.drawRoundedRect(track, 2.5, 2.5)
            painter.setBrush(colors["accent"])
            probability = max(0.0, min(1.0, candidate.probability))
            painter.drawRoundedRect(track.adjusted(0, 0, -track.width() * (1 - probability), 0), 2.5, 2.5)
        painter.setFont(option.font)
        painter.setPen(colors["muted"])
        painter.drawText(content, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, _origin_of(candidate))
        painter.restore()


def _origin_of(candidate: Candidate) -> str:
    """Return how likely a candidate was, or that it is one of the user's own words."""
    if candidate.probability is None:
        return QCoreApplication.translate("AlternativesPopover", "own word")
    return percent(candidate.probability, 0 if candidate.probability >= 0.1 else 1)
