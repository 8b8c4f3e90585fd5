"""The latest transcripts on the first page, and samples that stay in reach without filling the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QWidget

from app import wiring
from app.library.entry import EntryQuery
from app.ui.menus.sample_menu import SampleMenu
from app.ui.theme import current_colors


def test_a_user_who_returns_finds_the_latest_transcripts(qtbot, make_app, clips) -> None:
    app = make_app()
    page, recent = app.window.welcome_page, app.window.welcome_page.recent
    qtbot.waitUntil(page.record_button.isVisible)  # there is no transcript yet
    assert recent.isHidden()
    assert _fill(app.window.sidebar.record_button) == current_colors()["surface"], "one red button is enough"
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:2])
    for item in app.queue.items:
        app.queue.remove(item)
    assert app.window.pages.currentWidget() is app.window.welcome_page
    qtbot.waitUntil(recent.isVisible)
    assert page.record_button.isHidden()
    assert _fill(app.window.sidebar.record_button) == current_colors()["record"]
    shown = [button.text().split("  ·  ") for button in recent.buttons if button.isVisible()]
    assert {text[0] for text in shown} == {"one.wav", "zwei Größen.mp3"}
    assert {text[1] for text in shown} == {"English"}
    recent.buttons[0].click()
    editor = app.window.library_controller.editor
    qtbot.waitUntil(lambda: bool(editor.text.toPlainText()))
    assert app.window.pages.currentWidget() is editor


def _fill(button: QWidget) -> QColor:
    """The color of a button near its left edge."""
    return button.grab().toImage().pixelColor(8, button.height() // 2)


def test_a_sample_can_be_tried_from_the_menu_and_has_one_entry(qtbot, make_app, tmp_path: Path) -> None:
    sample = tmp_path / "en.flac"
    sample.write_bytes(b"fLaC")
    app = make_app(samples=(sample,))
    [menu] = [menu for menu in app.window.findChildren(QMenu) if isinstance(menu, SampleMenu)]
    for _ in range(3):
        with qtbot.waitSignal(app.queue.idled):
            menu.actions()[0].trigger()
    assert [item.source for item in app.queue.items] == [sample]
    assert len(_entries(qtbot, app)) == 1


def test_the_library_keeps_no_sample_that_was_only_tried(qtbot, make_app, tmp_path: Path) -> None:
    samples = tuple(tmp_path / f"{code}.flac" for code in ("de", "en", "es", "fr"))
    for path in samples:
        path.write_bytes(b"fLaC")
    app = make_app(samples=samples)
    for sample in samples:
        with qtbot.waitSignal(app.queue.idled):
            app.window.try_sample(sample)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths([samples[0]])  # opened as a file: it is the user's
    _, tagged, renamed, _, opened = app.queue.items
    app.library_worker.submit(lambda store: store.set_tags(tagged.uid, ["mine"]))
    app.library_worker.submit(lambda store: store.rename(renamed.uid, "Mine"))
    assert len(_entries(qtbot, app)) == 5
    app.window.hide()
    app.shut_down()
    again = make_app(samples=samples)
    assert _entries(qtbot, again) == {tagged.uid, renamed.uid, opened.uid}
    recent = again.window.welcome_page.recent
    qtbot.waitUntil(lambda: sum(not button.isHidden() for button in recent.buttons) == 3)


def _entries(qtbot, app: wiring.App) -> set[str]:
    found: list[list[str]] = []
    app.library_worker.submit(lambda store: store.find(EntryQuery()), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return set(found[0])
