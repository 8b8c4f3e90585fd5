"""What to look for: a search field, and what the results are narrowed down and ordered by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.library.entry import Order, Wanted
from app.ui.interface_language import NAMES
from app.ui.menus.actions import with_keys
from app.ui.widgets.dropdown import Dropdown

WAIT_MS = 120
"""Typing is followed at this distance."""
SINCE = ("any", "today", "week", "month", "year")
ORDERS: tuple[Order, ...] = ("newest", "oldest", "changed", "title", "longest")


class Filters(QWidget):
    changed = Signal()
    left = Signal()  # from the search field down to what was found

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _SearchField()
        self.search.left.connect(self.left)
        self.search.setClearButtonEnabled(True)
        self.search.setObjectName("search")
        self.search.setAcceptDrops(False)  # dropped files belong to the window
        self.language, self.model, self.since, self.tag, self.order = (Dropdown() for _ in range(5))
        for dropdown in self.dropdowns:
            dropdown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            dropdown.activated.connect(lambda _row: self.changed.emit())
        for since in SINCE:
            self.since.addItem("", since)
        for order in ORDERS:
            self.order.addItem("", order)
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        for dropdown in (self.language, self.model, self.since, self.tag):
            row.addWidget(dropdown)
        row.addStretch(1)
        row.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addLayout(row)
        self._retranslate()
        self.show_known([], [], [])

    @property
    def dropdowns(self) -> tuple[Dropdown, ...]:
        return self.language, self.model, self.since, self.tag, self.order

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            text=self.search.text(),
            language=self.language.currentData(),
            model=self.model.currentData(),
            tag=self.tag.currentData(),
            since_s=since_s(self.since.currentData()),
            order=cast(Order, self.order.currentData()),
        )

    @property
    def narrow(self) -> bool:
        """Whether anything at all is asked for."""
        chosen = (self.language.currentData(), self.model.currentData(), self.tag.currentData())
        return bool(self.search.text().strip()) or any(chosen) or self.since.currentData() != "any"

    def clear(self) -> None:
        """Ask for everything."""
        for dropdown in (self.language, self.model, self.since, self.tag):
            dropdown.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()

    def show_known(self, languages: Sequence[str], models: Sequence[str], tags: Sequence[str]) -> None:
        """What there is to filter by; what is chosen stays chosen as long as it is among it."""
        for dropdown, values in ((self.language, languages), (self.model, models), (self.tag, tags)):
            chosen = dropdown.currentData()
            dropdown.clear()
            dropdown.addItem("", None)
            for value in values:
                dropdown.addItem(NAMES.get(value, value) if dropdown is self.language else value, value)
            dropdown.select(chosen if chosen in values else None)
            dropdown.setVisible(len(values) > 1 or bool(values and dropdown is self.tag) or chosen in values)
        self._name()

    @Slot()
    def _on_typed(self) -> None:
        self._soon.start()

    def _name(self) -> None:
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
        tip = self.tr("Words in any order, by how they begin; “quoted words” follow each other")
        self.search.setToolTip(with_keys(tip, keys))
        for dropdown, name in (
            (self.language, self.tr("Language")),
            (self.model, self.tr("Model")),
            (self.since, self.tr("Date")),
            (self.tag, self.tr("Tag")),
            (self.order, self.tr("Order")),
        ):
            dropdown.setAccessibleName(name)
            dropdown.setToolTip(name)
        dates = (
            self.tr("Any time"), self.tr("Today"), self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("This year"),
        )  # fmt: skip
        for row, text in enumerate(dates):
            self.since.setItemText(row, text)
        orders = (
            self.tr("Newest first"), self.tr("Oldest first"), self.tr("Last changed first"), self.tr("By title"),
            self.tr("Longest first"),
        )  # fmt: skip
        for row, text in enumerate(orders):
            self.order.setItemText(row, text)
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _SearchField(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def since_s(since: str) -> float | None:
    """The moment a date filter begins at, seconds since 1970; None for any time."""
    today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    begin = {
        "today": today,
        "week": today - timedelta(days=6),
        "month": today - timedelta(days=29),
        "year": today.replace(month=1, day=1),
    }.get(since)
    return begin.timestamp() if begin else None
