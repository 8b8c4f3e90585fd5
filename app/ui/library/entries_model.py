"""The library's entries as a list that knows its length at once and its rows as they come into sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.errors import AnnealError
from app.jobs.library_worker import LibraryWorker
from app.library.entry import Entry, EntryQuery, SearchHit
from app.library.store import TranscriptStore

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROWS_PER_PAGE = 40
"""Rows that are fetched together."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class EntryRow:
    """An entry, and where the searched words are in it; None where only its title or tags have them, or none was searched."""

    entry: Entry
    hit: SearchHit | None = None


@dataclass(frozen=True)
class _SearchResult:
    number: int
    uids: list[str]


class EntriesModel(QAbstractListModel):
    """All entries that match. Nothing waits: what is not there yet is asked for, and shown when it comes."""

    search_finished = Signal()  # a search has its answer
    failed = Signal(object)  # AnnealError

    def __init__(self, library_worker: LibraryWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._query = EntryQuery()
        self._uids: list[str] = []
        self._rows: dict[str, EntryRow] = {}
        self._requested_pages: set[int] = set()
        self._search_number = 0
        """Of the search that counts; answers to earlier ones are late."""

    @property
    def query(self) -> EntryQuery:
        return self._query

    @property
    def uids(self) -> list[str]:
        return list(self._uids)

    def search(self, query: EntryQuery) -> None:
        """Search; what is shown stays until the answer is there."""
        self._query = query
        self._search_number += 1
        number = self._search_number
        self._library_worker.submit(
            lambda history: _SearchResult(number, history.find(query)), self._on_found, self.failed.emit
        )

    def refresh(self) -> None:
        """Something changed in the library."""
        self.search(self._query)

    def row_of(self, uid: str) -> int:
        """Its row, or -1."""
        return self._uids.index(uid) if uid in self._uids else -1

    def row(self, index: Index) -> EntryRow | None:
        """What is known of a row; None while it is on its way."""
        return self._rows.get(self._uids[index.row()]) if 0 <= index.row() < len(self._uids) else None

    def rename(self, uid: str, title: str) -> None:
        row = self._rows.get(uid)
        if row is None or not title.strip() or title.strip() == row.entry.title:
            return
        self._update_row(replace(row, entry=replace(row.entry, title=title.strip())))
        self._library_worker.submit(lambda history: history.rename(uid, title.strip()), None, self._on_failed)

    def set_tags(self, uid: str, tags: Iterable[str]) -> None:
        """Give an entry these tags and no others."""
        named = tuple(sorted({tag.strip() for tag in tags if tag.strip()}))
        row = self._rows.get(uid)
        if row is not None:
            self._update_row(replace(row, entry=replace(row.entry, tags=named)))
        self._library_worker.submit(lambda history: history.set_tags(uid, named), None, self._on_failed)

    def _on_failed(self, error: AnnealError) -> None:
        """What was shown as done was not."""
        self.refresh()
        self.failed.emit(error)

    def _update_row(self, row: EntryRow) -> None:
        self._rows[row.entry.uid] = row
        at = self.index(self.row_of(row.entry.uid))
        self.dataChanged.emit(at, at)

    def _on_found(self, result: _SearchResult) -> None:
        if result.number != self._search_number:
            return
        self._requested_pages.clear()
        if result.uids == self._uids:  # the rows on screen stay until their news are there
            for row in range(0, len(self._uids), ROWS_PER_PAGE):
                if any(uid in self._rows for uid in self._uids[row : row + ROWS_PER_PAGE]):
                    self._fetch_page(row)
        else:
            self.beginResetModel()
            self._uids, self._rows = result.uids, {}
            self.endResetModel()
        self.search_finished.emit()

    def _fetch_page(self, row: int) -> None:
        page = row // ROWS_PER_PAGE
        if page in self._requested_pages:
            return
        self._requested_pages.add(page)
        number, text = self._search_number, self._query.text
        some = self._uids[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]
        self._library_worker.submit(
            lambda history: _rows(history, some, text),
            lambda rows: self._on_rows_fetched(number, page, rows),
            self.failed.emit,
        )

    def _on_rows_fetched(self, number: int, page: int, rows: list[EntryRow]) -> None:
        if number != self._search_number:
            return
        self._rows |= {row.entry.uid: row for row in rows}
        last = min((page + 1) * ROWS_PER_PAGE, len(self._uids)) - 1
        self.dataChanged.emit(self.index(page * ROWS_PER_PAGE), self.index(last))

    # --- QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._uids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._uids):
            return None
        row = self.row(index)
        if row is None:
            self._fetch_page(index.row())
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.entry.title}. {row.hit.text if row.hit else row.entry.preview}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.entry.source)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.row(index) is None:
            return False
        self.rename(self._uids[index.row()], str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


def _rows(history: TranscriptStore, uids: Sequence[str], text: str) -> list[EntryRow]:
    """The rows of some entries, in the clerk's thread."""
    return [
        EntryRow(entry, next(iter(history.hits(entry.uid, text)), None) if text else None)
        for entry in history.entries(uids)
    ]
