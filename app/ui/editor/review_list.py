"""Review list: the few spans that are most likely to be wrong, each played at one key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.library.word_doubt import DoubtfulSpan, most_doubtful_spans
from app.transcript.clock import clock_text
from app.transcript.edits import Segments
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.translation_mixin import TranslationMixin

DOUBT_ROLE = Qt.ItemDataRole.UserRole
TEXT_WIDTH_PX, ROW_PADDING_PX = 168, 24
"""Width of a row's text, and the height around its lines, which a taller script may need."""


class ReviewList(TranslationMixin, QWidget):
    """Lists the most doubtful spans of the segments. Hidden where there are none."""

    doubt_chosen = Signal(object)  # DoubtfulSpan
    alternatives_requested = Signal()  # of the chosen span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._lead = QLabel(), QLabel()
        self._title.setProperty("look", "strong")
        self._lead.setProperty("look", "note")
        self._lead.setWordWrap(True)
        self._lead.setIndent(0)
        self.list = QListWidget()
        self.list.setObjectName("doubts")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.next_button, self.alternatives_button = QPushButton(), QPushButton()
        self.alternatives_button.setProperty("look", "quiet")
        self.alternatives_button.clicked.connect(self._on_alternatives_clicked)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.next_button.clicked.connect(self.show_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self.list, 1)
        column.addWidget(self.alternatives_button)
        column.addWidget(self.next_button)
        self._retranslate()

    @property
    def doubts(self) -> list[DoubtfulSpan]:
        return [self.list.item(row).data(DOUBT_ROLE) for row in range(self.list.count())]

    def show_segments(self, segments: Segments) -> None:
        """List the doubtful spans of these segments; the current one stays current if it is still there."""
        row = self.list.currentRow()
        current = self.list.currentItem().data(DOUBT_ROLE) if row >= 0 else None
        self.list.clear()
        for doubt in most_doubtful_spans(segments):
            item = QListWidgetItem(f"{doubt.text}\n{clock_text(doubt.start_s)}", self.list)
            item.setData(DOUBT_ROLE, doubt)
            item.setSizeHint(QSize(0, self._height_px(item.text())))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{doubt.text}, {clock_text(doubt.start_s)}")
        same = [index for index, doubt in enumerate(self.doubts) if current and _key(doubt) == _key(current)]
        self.list.setCurrentRow(same[0] if same else min(row, self.list.count()) - 1 if row >= 0 else -1)
        self.setVisible(self.list.count() > 0)

    def _height_px(self, text: str) -> int:
        lines = self.list.fontMetrics().boundingRect(QRect(0, 0, TEXT_WIDTH_PX, 999), Qt.TextFlag.TextWordWrap, text)
        return lines.height() + ROW_PADDING_PX

    @Slot()
    def show_next(self) -> None:
        """Choose the next span; after the last the first."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self._on_item_chosen(self.list.currentItem())

    @Slot(object)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.doubt_chosen.emit(item.data(DOUBT_ROLE))

    @Slot()
    def _on_alternatives_clicked(self) -> None:
        if self.list.currentRow() < 0:
            self.show_next()
        self.alternatives_requested.emit()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Check next"))
        self._lead.setText(self.tr("Most likely to be wrong, judged by how it annealed"))
        self.list.setAccessibleName(self.tr("Check next"))
        self.alternatives_button.setText(self.tr("Alternatives…"))
        self.alternatives_button.setToolTip(with_shortcut(self.tr("What the word could be instead"), "F9"))
        self.next_button.setText(self.tr("Hear the next one"))
        self.next_button.setToolTip(with_shortcut(self.tr("Hear the next one"), "F8"))


def _key(doubt: DoubtfulSpan) -> tuple[str, float]:
    return doubt.text, doubt.start_s
