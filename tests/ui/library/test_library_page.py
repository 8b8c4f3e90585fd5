"""The library page in the real window: entries are found, renamed, tagged, deleted and restored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.library.library_page import LibraryPage

from .conftest import SAID, shown


def test_it_is_empty_with_a_word_of_welcome(qtbot, make_app) -> None:
    window = make_app().window
    window.sidebar.library_button.click()
    page = window.library_controller.library_page
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert not page.filter_bar.isVisible()
    assert window.sidebar.library_button.isChecked()
    window.sidebar.library_button.click()
    assert window.pages.currentWidget() is window.welcome_page
    assert not window.sidebar.library_button.isChecked()


@pytest.mark.parametrize(
    ("typed", "title"),
    [("ROPES sto", "Harbour.m4a"), ("zahlen", "Besprechung.wav"), ("季度", "会议.mp3"), ("ध्वनि", "व्याख्यान.flac")],
)
def test_it_is_searched_as_one_types(qtbot, page: LibraryPage, typed: str, title: str) -> None:
    page.filter_bar.search.setText(typed)
    qtbot.waitUntil(lambda: shown(page) == [title])
    row = page.entries.row(page.entries.index(0))
    assert row is not None
    assert row.hit is not None
    assert row.hit.text == SAID[title][1]


def test_nothing_found_offers_everything(qtbot, page: LibraryPage) -> None:
    page.filter_bar.search.setText("xylophone")
    qtbot.waitUntil(lambda: page.no_match.isVisible())
    assert page.filter_bar.isVisible()
    page.no_match.button.click()
    qtbot.waitUntil(lambda: len(shown(page)) == 4)


def test_filters_and_orders(qtbot, page: LibraryPage) -> None:
    filters = page.filter_bar
    assert not filters.model.isVisible()  # there is only one
    filters.language.select("de")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == ["Besprechung.wav"])
    filters.language.select(None)
    filters.sort_order.select("title")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page)[:2] == ["Besprechung.wav", "Harbour.m4a"])
    filters.date.select("month")
    filters.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == [])


def test_a_title_is_changed_where_it_stands(qtbot, page: LibraryPage) -> None:
    page.list.setCurrentIndex(page.entries.index(3))
    page.list.edit(page.entries.index(3))
    field = page.list.findChild(QLineEdit, "rename")
    assert field is not None
    assert field.text() == "Harbour.m4a"
    field.setText("Interview")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page)[3] == "Interview")
    page.filter_bar.search.setText("intervi")
    qtbot.waitUntil(lambda: shown(page) == ["Interview"])


def test_tags_are_given_and_filtered_by(qtbot, page: LibraryPage) -> None:
    uid = page.entries.uids[0]
    page.set_tags(uid, "course, sound，course")
    qtbot.waitUntil(lambda: page.filter_bar.tag.isVisible())
    assert page.entries.row(page.entries.index(0)).entry.tags == ("course", "sound")
    page.filter_bar.tag.select("sound")
    page.filter_bar.changed.emit()
    qtbot.waitUntil(lambda: shown(page) == ["व्याख्यान.flac"])


def test_deleting_can_be_undone(qtbot, page: LibraryPage) -> None:
    page.list.setFocus()
    page.list.selectAll()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.banner.text == "4 transcripts deleted.")
    qtbot.waitUntil(lambda: shown(page) == [])
    page.banner.button.click()
    qtbot.waitUntil(lambda: shown(page) == list(reversed(SAID)))
