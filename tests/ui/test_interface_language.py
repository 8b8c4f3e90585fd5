"""Six languages, switched while the window is open: nothing stays behind in English, nothing is cut off."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QMenu,
    QScrollArea,
    QWidget,
)

from app import paths
from app.errors import AnnealError, AudioError, translatable
from app.jobs.error_text import error_text
from app.jobs.queue_item import QueueState
from app.sound.microphone import RecordingLevel, RecordingStarted
from app.ui import interface_language
from app.ui.canvas.player import Player
from app.ui.formatting import clock_text_tenths, decimal, percent, seconds_text
from app.ui.hero import Hero, load_annealing
from app.ui.interface_language import LANGUAGE_NAMES, current_language, set_language, system_language
from app.ui.menus.shortcut_sheet import ShortcutSheet
from app.ui.widgets.elided_label import ElidedLabel

from .scripted_engine import ScriptedEngine

pytestmark = pytest.mark.slow

OTHERS = [code for code in LANGUAGE_NAMES if code != "en"]
CUT = AudioError(
    "{file} was cut off before it was finished.",
    "Its index is missing, which recorders and cameras write last, so nothing in it can be found.",
    "Copy or download it again; if this is the original, a repair tool for MP4 files may help.",
    file="“kaputt.mp3”",
)
SAMPLES = tuple(Path(f"{code}.flac") for code in ("de", "en", "fr", "es", "hi", "zh"))
OUR_NAMES = {*LANGUAGE_NAMES.values(), "Anneal", "Scripted", "CPU, fp32", "Headset", "Aa"}
NAMES_AND_KEYS = re.compile(
    r"\.(wav|mp3|flac)(  ·  .*)?$|^/|hear the ropes|^Anneal (small · [\d.]+ MB|[\d.]+)$"
    r"|^((Ctrl|Alt|Shift)\+)*(.|\d – \d|F\d|Esc|Del|Return|Up|Down|Left|End|Backspace|Home  End|\+  Ctrl\+-)$"
)
PAGES = ("welcome", "listening", "opening", "done", "failed", "sheet")


def same_in(code: str) -> set[str]:
    """Texts that a language really says as English does."""
    found = set()
    for message in ElementTree.parse(paths.translations_folder() / f"anneal_{code}.ts").iter("message"):
        source, said = message.findtext("source"), message.findtext("translation")
        if source == said:
            found.add(str(source))
    return found


def texts(root: QWidget) -> Iterator[tuple[QObject, str, str]]:
    """(owner, what it is, text) of everything a person can read or hear inside a widget."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_"):
            continue  # Qt's own parts
        yield widget, "tooltip", widget.toolTip()
        yield widget, "name", widget.accessibleName()
        yield widget, "description", widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, "text", widget.text()
        if isinstance(widget, QMenu | QDialog):
            yield widget, "title", widget.title() if isinstance(widget, QMenu) else widget.windowTitle()
        if isinstance(widget, QComboBox):
            yield from ((widget, f"entry {row}", widget.itemText(row)) for row in range(widget.count()))
        if isinstance(widget, QListWidget):
            yield from ((widget, f"row {row}", widget.item(row).text()) for row in range(widget.count()))
    for action in root.findChildren(QAction):
        if action.objectName() or isinstance(action.parent(), QMenu):
            yield action, "text", action.text()


def plays(owner: QObject | None) -> bool:
    """Whether it belongs to the canvas or the first page's picture, whose texts change while they play."""
    return owner is not None and (isinstance(owner, Player | Hero) or plays(owner.parent()))


def heard() -> set[str]:
    """What was said in the samples that the first page's picture writes: no text of the window."""
    found = set()
    for code in LANGUAGE_NAMES:
        for run, vocabulary in load_annealing(code, paths.sample_annealings()):
            found.add(vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0]))
    return found


def read(root: QWidget) -> dict[tuple[int, str], tuple[QObject, str]]:
    return {(id(owner), what): (owner, text) for owner, what, text in texts(root)}


def left_behind(code: str, before: dict, after: dict) -> list[str]:
    """English texts that are still there in another language."""
    allowed = OUR_NAMES | same_in(code) | heard()
    return [
        f"{type(owner).__name__} {key[1]}: {text!r}"
        for key, (owner, text) in after.items()
        if text == before.get(key, (None, None))[1]
        and re.search(r"[A-Za-z]{2}", text)
        and not {text, text.split(" (")[0]} & allowed  # without the keys of a tooltip
        and not NAMES_AND_KEYS.search(text)
    ]


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons with less room than their text needs."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton | QComboBox) or isinstance(widget, ElidedLabel):
            continue
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if not text.strip():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                found.append(f"{text!r} is {widget.heightForWidth(widget.width())} high in {widget.height()}")
        elif widget.sizeHint().width() > widget.width() + 1:
            found.append(f"{text!r} is {widget.sizeHint().width()} wide in {widget.width()}")
        elif widget.sizeHint().height() > widget.height() + 1:
            found.append(f"{text!r} is {widget.sizeHint().height()} high in {widget.height()}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Visible labels and buttons that lie over each other, or reach out of the window."""
    boxes = [
        (widget, QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()))
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton | QComboBox)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and getattr(widget, "text", widget.currentText if isinstance(widget, QComboBox) else str)().strip()
    ]
    found = [f"{widget!r} leaves the window" for widget, box in boxes if not root.rect().contains(box)]
    for i, (one, box) in enumerate(boxes):
        for other, its_box in boxes[i + 1 :]:
            if box.intersects(its_box) and not one.isAncestorOf(other) and not other.isAncestorOf(one):
                found.append(f"{one!r} over {other!r}")
    return found


@pytest.fixture
def window(qtbot, make_app, clips):
    """A window with all that it can say: a text that is done, a file that failed."""
    broken = clips[1].with_name("kaputt.mp3")
    broken.write_bytes(b"RIFF")
    app = make_app(ScriptedEngine(by_name={"kaputt.mp3": CUT}, languages=("en", "de")), samples=SAMPLES)
    app.window.resize(1280, 800)
    with qtbot.waitSignal(app.queue.idled, timeout=30_000):
        app.window.add_paths([clips[0], broken])
    assert [item.state for item in app.queue.items] == [QueueState.DONE, QueueState.FAILED]
    app.window.banner.hide()
    player = app.window.transcription_page.player
    qtbot.waitUntil(lambda: not player.playing or player.title_text.startswith("Result"), timeout=30_000)
    return app.window


def show(window, page: str) -> QWidget:
    """Bring one state of the window on screen; returns what to read."""
    if page == "sheet":
        window.dialogs.show_shortcuts(window.actions_by_name)
        return window.findChild(ShortcutSheet)
    if page == "welcome":
        window.pages.setCurrentWidget(window.welcome_page)
    elif page in ("listening", "opening"):
        window.pages.setCurrentWidget(window.recording_page)
        started = RecordingStarted(Path("a"), "Headset", Path("b"))
        window.recording_page.reset(started if page == "listening" else None)
        window.sidebar.record_button.show_phase("recording" if page == "listening" else "starting")
        if page == "listening":
            window.recording_page.show_level(RecordingLevel(7.0, 0.0, True, False))
    else:
        window.sidebar.queue_view.item_chosen.emit(window.sidebar.queue_view.model().items[0 if page == "done" else 1])
    return window


def switch(qtbot, window, code: str) -> None:
    window.settings_controller.change(interface_language=code)
    assert current_language() == code
    qtbot.wait(50)


def faults(qtbot, shown: QWidget, code: str, english: dict | None) -> list[str]:
    """What is wrong with what is shown, once texts and layouts had their time."""
    found: list[str] = []
    for _ in range(30):
        lying = [] if shown.findChildren(QScrollArea) else overlapping(shown)
        found = cut_off(shown) + lying + (left_behind(code, english, read(shown)) if english else [])
        if not found:
            break
        qtbot.wait(100)
    return [f"{code}: {each}" for each in found]


@pytest.mark.parametrize("page", PAGES)
def test_every_text_changes_and_fits(qtbot, window, page: str) -> None:
    shown = show(window, page)
    switch(qtbot, window, "en")
    wrong = faults(qtbot, shown, "en", None)
    english = read(shown)
    for code in OTHERS:
        switch(qtbot, window, code)
        wrong += faults(qtbot, shown, code, english)
    assert not wrong, "\n".join(wrong)
    switch(qtbot, window, "en")
    before, after = (
        {key: text for key, (owner, text) in found.items() if not plays(owner)} for found in (english, read(shown))
    )
    assert after == before


def test_the_smallest_window_cuts_nothing_off(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(word_times=True), samples=SAMPLES)
    with qtbot.waitSignal(app.queue.idled, timeout=30_000):
        app.window.add_paths(clips[:1])
    assert app.queue.items[0].doubts  # and so there are all buttons
    window = app.window
    window.resize(640, 420)
    found: list[str] = []
    for code in LANGUAGE_NAMES:
        switch(qtbot, window, code)
        for part in (window.header, window.transcription_page.header):
            assert part.isVisible()
            found += faults(qtbot, part, code, None)
    assert not found


def test_the_settings_and_about_change_and_fit(qtbot, window) -> None:
    window.dialogs.show_settings()
    window.dialogs.show_about()
    settings, about = window.dialogs.settings_dialog, window.dialogs.about_dialog
    qtbot.waitUntil(lambda: settings.transcription.device.count() >= 2)
    wrong = []
    for row in range(settings.sections.count()):
        settings.sections.setCurrentRow(row)
        switch(qtbot, window, "en")
        english = {shown: read(shown) for shown in (settings, about)}
        for code in OTHERS:
            switch(qtbot, window, code)
            for shown, texts_before in english.items():
                wrong += faults(qtbot, shown, code, texts_before)
    assert not wrong, "\n".join(sorted(set(wrong)))


@pytest.mark.parametrize("code", LANGUAGE_NAMES)
def test_what_is_painted_fits(qtbot, window, code: str) -> None:
    switch(qtbot, window, code)
    button = window.sidebar.record_button
    for phase in ("idle", "starting", "recording", "saving"):
        button.show_phase(phase)
        words = button.fontMetrics()
        needed = words.horizontalAdvance(button.text()) * 15 / max(1, words.height() * 0.75)
        assert needed < button.width(), button.text()
    assert window.sidebar.queue_view.model().items[1].error is CUT
    files = window.sidebar.queue_view
    detail = [files.status_line(item) for item in window.sidebar.queue_view.model().items]
    assert all(detail)
    assert (code == "en") == detail[1].endswith("was cut off before it was finished.")


def test_the_choice_is_in_the_menu_under_its_own_name(qtbot, window) -> None:
    [menu] = [
        menu for menu in window.menu.findChildren(QMenu) + window.findChildren(QMenu) if menu.title() == "Language"
    ]
    assert [action.text() for action in menu.actions()][1:] == list(LANGUAGE_NAMES.values())
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Match system"]
    next(action for action in menu.actions() if action.data() == "hi").trigger()
    qtbot.waitUntil(lambda: menu.title() == "भाषा")
    assert window.settings.interface_language == "hi"
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["हिन्दी"]


def test_numbers_times_and_plurals_are_the_languages_own(qapp: QApplication) -> None:
    said = {}
    for code in LANGUAGE_NAMES:
        set_language(code)
        plural = [qapp.translate("ControlBar", "Result after %n step(s)", "", n) for n in (1, 5)]
        said[code] = (decimal(1.5, 1), percent(0.45), clock_text_tenths(9.84), seconds_text(0.9), *plural)
    assert said == {
        "en": ("1.5", "45%", "0:09.8", "0.9 s", "Result after 1 step", "Result after 5 steps"),
        "de": ("1,5", "45\u00a0%", "0:09,8", "0,9\u00a0s", "Ergebnis nach 1 Schritt", "Ergebnis nach 5 Schritten"),
        "fr": ("1,5", "45\u00a0%", "0:09,8", "0,9\u00a0s", "Résultat après 1 étape", "Résultat après 5 étapes"),
        "es": ("1,5", "45\u00a0%", "0:09,8", "0,9\u00a0s", "Resultado tras 1 paso", "Resultado tras 5 pasos"),
        "hi": ("1.5", "45%", "0:09.8", "0.9 से॰", "1 चरण के बाद परिणाम", "5 चरणों के बाद परिणाम"),
        "zh": ("1.5", "45%", "0:09.8", "0.9 秒", "1 步后的结果", "5 步后的结果"),
    }


def test_an_error_is_said_in_the_language_of_the_window_and_stays_english_outside(qapp: QApplication) -> None:
    set_language("de")
    assert error_text(CUT).startswith("„kaputt.mp3“ wurde abgeschnitten, bevor sie fertig war. Ihr Index fehlt")
    assert str(CUT).startswith("“kaputt.mp3” was cut off")
    set_language("zh")
    assert "。 " not in error_text(CUT)
    set_language("fr")
    nested = AnnealError("{reason}.", reason=translatable("The file is damaged"))
    assert error_text(nested) == "Le fichier est endommagé."
    assert str(nested) == "The file is damaged."


def test_an_error_never_fails_over_its_own_words(qapp: QApplication) -> None:
    odd = AnnealError("{file} {0} {} {unknown}", "{", file="{what}")
    assert str(odd) == "{what} {0} {} {unknown} {"
    assert error_text(odd) == str(odd)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["de-AT", "de", "en"], "de"),
        (["zh-Hans-CN"], "zh"),
        (["pt-BR", "fr-CA"], "fr"),
        (["pt-BR"], "en"),
        (["hi_IN"], "hi"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_language_where_it_is_one_of_the_six(wanted: list[str], code: str) -> None:
    assert system_language(wanted) == code


def test_qt_speaks_along(qapp: QApplication) -> None:
    said = {}
    for code in LANGUAGE_NAMES:
        set_language(code)
        said[code] = qapp.translate("QPlatformTheme", "Cancel")
    assert said == {"en": "Cancel", "de": "Abbrechen", "fr": "Annuler", "es": "Cancelar", "hi": "रद्द करें", "zh": "取消"}
    assert QLocale() == QLocale("zh")
    set_language("en")
    assert len(interface_language.installed_translators) <= 2
