"""List model of the library's entries: it knows their number at once, and loads a page of rows when one is needed."""

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
"""Rows that are loaded together."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class EntryRow:
    """A loaded row of the list."""

    entry: Entry
    hit: SearchHit | None = None
    """The segment in which the searched words are; None without a search, or where only title or tags match."""


@dataclass(frozen=True)
class _SearchResult:
    number: int
    uids: list[str]


class EntriesModel(QAbstractListModel):
    """All entries that match a query. Rows that are not loaded yet have no data, and ``dataChanged`` when they have."""

    search_finished = Signal()
    failed = Signal(object)  # AnnealError

    def __init__(self, library_worker: LibraryWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._query = EntryQuery()
        self._uids: list[str] = []
        self._rows: dict[str, EntryRow] = {}
        self._requested_pages: set[int] = set()
        self._search_number = 0
        """Of the latest search; results of earlier ones are discarded."""

    @property
    def query(self) -> EntryQuery:
        return self._query

    @property
    def uids(self) -> list[str]:
        return list(self._uids)

    def search(self, query: EntryQuery) -> None:
        """Start a search; the present rows stay until its result arrives."""
        self._query = query
        self._search_number += 1
        number = self._search_number
        self._library_worker.submit(
            lambda store: _SearchResult(number, store.find(query)), self._on_found, self.failed.emit
        )

    def refresh(self) -> None:
        """Repeat the search, because the library has changed."""
        self.search(self._query)

    def row_of(self, uid: str) -> int:
        """Return the row of an entry, or -1."""
        return self._uids.index(uid) if uid in self._uids else -1

    def row(self, index: Index) -> EntryRow | None:
        """Return a row; None while it is being loaded."""
        return self._rows.get(self._uids[index.row()]) if 0 <= index.row() < len(self._uids) else None

    def rename(self, uid: str, title: str) -> None:
        row = self._rows.get(uid)
        if row is None or not title.strip() or title.strip() == row.entry.title:
            return
        self._update_row(replace(row, entry=replace(row.entry, title=title.strip())))
        self._library_worker.submit(lambda store: store.rename(uid, title.strip()), None, self._on_failed)

    def set_tags(self, uid: str, tags: Iterable[str]) -> None:
        """Replace the tags of an entry."""
        new_tags = tuple(sorted({tag.strip() for tag in tags if tag.strip()}))
        row = self._rows.get(uid)
        if row is not None:
            self._update_row(replace(row, entry=replace(row.entry, tags=new_tags)))
        self._library_worker.submit(lambda store: store.set_tags(uid, new_tags), None, self._on_failed)

    def _on_failed(self, error: AnnealError) -> None:
        """Show again what the library has, as a change that is shown already has failed."""
        self.refresh()
        self.failed.emit(error)

    def _update_row(self, row: EntryRow) -> None:
        self._rows[row.entry.uid] = row
        index = self.index(self.row_of(row.entry.uid))
        self.dataChanged.emit(index, index)

    def _on_found(self, result: _SearchResult) -> None:
        if result.number != self._search_number:
            return
        self._requested_pages.clear()
        if result.uids == self._uids:  # reload the loaded pages, and show the old rows until then
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
        uids = self._uids[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]
        self._library_worker.submit(
            lambda store: _load_rows(store, uids, text),
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


def _load_rows(store: TranscriptStore, uids: Sequence[str], text: str) -> list[EntryRow]:
    """Load entries with their first search hit. Runs in the library worker's thread."""
    return [
        EntryRow(entry, next(iter(store.hits(entry.uid, text)), None) if text else None)
        for entry in store.entries(uids)
    ]
