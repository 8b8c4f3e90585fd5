"""Filter bar of the library: the search field, the filters and the sort order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.library.entry import EntryOrder, EntryQuery
from app.ui.interface_language import LANGUAGE_NAMES
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.translation_mixin import TranslationMixin

TYPING_DELAY_MS = 120
"""A search starts this long after the last key press."""
DATE_FILTERS = ("any", "today", "week", "month", "year")
SORT_ORDERS: tuple[EntryOrder, ...] = ("newest", "oldest", "changed", "title", "longest")


class FilterBar(TranslationMixin, QWidget):
    """Holds the query that the user has entered."""

    changed = Signal()
    list_requested = Signal()  # move the focus from the search field to the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _SearchField()
        self.search.list_requested.connect(self.list_requested)
        self.search.setClearButtonEnabled(True)
        self.search.setObjectName("search")
        self.search.setAcceptDrops(False)  # dropped files belong to the window
        self.language, self.model, self.date, self.tag, self.sort_order = (Dropdown() for _ in range(5))
        for dropdown in self.dropdowns:
            dropdown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            dropdown.activated.connect(lambda _row: self.changed.emit())
        for since in DATE_FILTERS:
            self.date.addItem("", since)
        for order in SORT_ORDERS:
            self.sort_order.addItem("", order)
        self._typing_timer = QTimer(self, singleShot=True, interval=TYPING_DELAY_MS)
        self._typing_timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        for dropdown in (self.language, self.model, self.date, self.tag):
            row.addWidget(dropdown)
        row.addStretch(1)
        row.addWidget(self.sort_order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addLayout(row)
        self._retranslate()
        self.show_values([], [], [])

    @property
    def dropdowns(self) -> tuple[Dropdown, ...]:
        return self.language, self.model, self.date, self.tag, self.sort_order

    @property
    def query(self) -> EntryQuery:
        return EntryQuery(
            text=self.search.text(),
            language=self.language.currentData(),
            model=self.model.currentData(),
            tag=self.tag.currentData(),
            since_s=since_s(self.date.currentData()),
            order=cast(EntryOrder, self.sort_order.currentData()),
        )

    @property
    def is_filtering(self) -> bool:
        """Whether the query leaves out any entry."""
        chosen = (self.language.currentData(), self.model.currentData(), self.tag.currentData())
        return bool(self.search.text().strip()) or any(chosen) or self.date.currentData() != "any"

    def clear(self) -> None:
        """Reset the query, but for the sort order."""
        for dropdown in (self.language, self.model, self.date, self.tag):
            dropdown.setCurrentIndex(0)
        self.search.clear()
        self._typing_timer.stop()
        self.changed.emit()

    def show_values(self, languages: Sequence[str], models: Sequence[str], tags: Sequence[str]) -> None:
        """Offer these values; a chosen value stays chosen as long as it is among them."""
        for dropdown, values in ((self.language, languages), (self.model, models), (self.tag, tags)):
            chosen = dropdown.currentData()
            dropdown.clear()
            dropdown.addItem("", None)
            for value in values:
                dropdown.addItem(LANGUAGE_NAMES.get(value, value) if dropdown is self.language else value, value)
            dropdown.select(chosen if chosen in values else None)
            dropdown.setVisible(len(values) > 1 or bool(values and dropdown is self.tag) or chosen in values)
        self._name_first_items()

    @Slot()
    def _on_typed(self) -> None:
        self._typing_timer.start()

    def _name_first_items(self) -> None:
        self.language.setItemText(0, self.tr("All languages"))
        auto = self.language.findData("auto")
        if auto > 0:
            self.language.setItemText(auto, self.tr("Any language"))
        self.model.setItemText(0, self.tr("All models"))
        self.tag.setItemText(0, self.tr("All tags"))

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search in all transcripts"))
        self.search.setAccessibleName(self.tr("Search in all transcripts"))
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString()
        tip = self.tr("Words in any order, matched by their beginnings; “quoted words” match as a phrase")
        self.search.setToolTip(with_shortcut(tip, keys))
        for dropdown, name in (
            (self.language, self.tr("Language")),
            (self.model, self.tr("Model")),
            (self.date, self.tr("Date")),
            (self.tag, self.tr("Tag")),
            (self.sort_order, self.tr("Order")),
        ):
            dropdown.setAccessibleName(name)
            dropdown.setToolTip(name)
        dates = {
            "any": self.tr("Any time"),
            "today": self.tr("Today"),
            "week": self.tr("Last 7 days"),
            "month": self.tr("Last 30 days"),
            "year": self.tr("This year"),
        }
        orders = {
            "newest": self.tr("Newest first"),
            "oldest": self.tr("Oldest first"),
            "changed": self.tr("Last changed first"),
            "title": self.tr("By title"),
            "longest": self.tr("Longest first"),
        }
        for dropdown, texts in ((self.date, dates), (self.sort_order, orders)):
            for row in range(dropdown.count()):
                dropdown.setItemText(row, texts[dropdown.itemData(row)])
        self._name_first_items()


class _SearchField(QLineEdit):
    list_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)


def since_s(since: str) -> float | None:
    """Return the start of a date filter in seconds since 1970; None for any time."""
    today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    start = {
        "today": today,
        "week": today - timedelta(days=6),
        "month": today - timedelta(days=29),
        "year": today.replace(month=1, day=1),
    }.get(since)
    return start.timestamp() if start else None
