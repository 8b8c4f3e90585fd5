"""Dictation: the shortcut of a desktop portal on a real session bus, the real window, and a recorder without a microphone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app import wiring
from app.dictation.events import ShortcutReady
from app.errors import NoSpeechError, RecordingError
from app.jobs.queue_item import QueueState
from app.sound.microphone import RecordingDiscarded, RecordingSaved, RecordingStarted
from app.ui.settings.dialog import SettingsDialog
from tests.fake_portal import KEYBOARD, SHORTCUTS, FakePortal
from tests.ui.scripted_engine import ScriptedEngine

MakePortal = Callable[..., FakePortal]


class Recorder:
    """Records nothing until it is stopped."""

    def __init__(self, path: Path, error: RecordingError | None = None, discards: bool = False) -> None:
        self._path, self._error, self._discards = path, error, discards
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    def events(self):
        if self._error is not None:
            raise self._error
        yield RecordingStarted(self._path, "Microphone", self._path)
        self._stopped.wait()
        yield RecordingDiscarded() if self._discards else RecordingSaved(self._path, 4.0)


class Dictating:
    """The app in the background, with a desktop that has given it the shortcut."""

    def __init__(self, qtbot, app: wiring.App, desktop: FakePortal, folder: Path) -> None:
        self.qtbot, self.app, self.desktop = qtbot, app, desktop
        self.recordings = 0

        def make_recorder(_device: str) -> Recorder:
            self.recordings += 1
            return Recorder(folder / f"take {self.recordings}.wav")

        app.recording_job.make_recorder = make_recorder
        app.window.showMinimized()
        self.qtbot.waitUntil(lambda: isinstance(app.dictation.status.shortcut, ShortcutReady))
        QGuiApplication.clipboard().setText("before")

    def wait_for_phase(self, phase: str) -> None:
        self.qtbot.waitUntil(lambda: self.app.window.sidebar.record_button.phase == phase)

    def wait_told(self, start: str) -> str:
        self.qtbot.waitUntil(lambda: bool(self.desktop.told) and self.desktop.told[-1].startswith(start))
        return self.desktop.told[-1]

    def dictate(self) -> None:
        """Start and stop a recording by the shortcut."""
        self.desktop.press()
        self.wait_for_phase("recording")
        self.desktop.press()
        self.wait_for_phase("idle")


@pytest.fixture
def dictating(qtbot, make_app, portal: MakePortal, tmp_path: Path):
    def make(engine: ScriptedEngine | None = None, desktop: FakePortal | None = None, **chosen) -> Dictating:
        desktop = desktop or portal()
        app = make_app(engine, dictation=True, **chosen)
        return Dictating(qtbot, app, desktop, tmp_path)

    return make


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("live", [False, True])
def test_the_text_of_a_dictation_is_copied_and_in_the_library(dictating, live: bool) -> None:
    found = dictating(ScriptedEngine(texts=("नमस्ते, Größe.", "你好。")), live=live)
    found.desktop.press()
    assert found.wait_told("Recording.") == "Recording. <CTRL+ALT+space> stops it."
    found.wait_for_phase("recording")
    assert clipboard() == "before"
    found.desktop.press()
    found.wait_told("The text is on the clipboard.")
    assert clipboard() == "नमस्ते, Größe. 你好。"
    assert found.desktop.typed == ""
    [item] = found.app.queue.items
    assert (item.source.name, item.state) == ("take 1.wav", QueueState.DONE)
    assert item.uid
    found.qtbot.wait(50)
    assert found.desktop.told[-1] == "The text is on the clipboard."  # no second notification for the file


def test_the_final_text_is_typed_once(dictating) -> None:
    found = dictating(ScriptedEngine(texts=("One, two.", "Three.")), dictation_types=True)
    found.qtbot.waitUntil(lambda: found.app.window.settings.dictation_token == "token1")
    found.dictate()
    found.wait_told("Typed, and copied")
    assert found.desktop.typed == clipboard() == "One, two. Three."
    assert found.desktop.tokens_seen == ["", "token1"]
    assert found.app.window.settings.dictation_token == "token2"  # for the next time
    found.app.queue.retry(found.app.queue.items[0])
    found.qtbot.waitUntil(lambda: found.app.queue.items[0].state is QueueState.DONE)
    found.qtbot.wait(50)
    assert found.desktop.typed == "One, two. Three."


def test_two_dictations_are_typed_one_after_the_other(dictating) -> None:
    gate = threading.Event()
    engine = ScriptedEngine(by_name={"take 1.wav": ("First.",), "take 2.wav": ("Second.",)}, gate=gate)
    found = dictating(engine, dictation_types=True)
    found.dictate()
    found.dictate()
    gate.set()
    found.qtbot.waitUntil(lambda: found.desktop.typed == "First.Second.")


def test_nothing_is_typed_into_the_own_window(dictating) -> None:
    found = dictating(dictation_types=True)
    window = found.app.window
    window.showNormal()
    window.activateWindow()
    found.qtbot.waitUntil(window.isActiveWindow)
    found.dictate()
    found.wait_told("The text is on the clipboard.")
    assert found.desktop.typed == ""


def test_a_recording_of_the_button_is_stopped_but_not_dictated(dictating) -> None:
    found = dictating(dictation_types=True)
    found.app.window.toggle_recording()
    found.wait_for_phase("recording")
    with found.qtbot.waitSignal(found.app.queue.idled):
        found.desktop.press()
    assert clipboard() == "before"
    assert found.desktop.typed == ""


def test_a_silent_recording_types_nothing_and_says_so(dictating) -> None:
    silent = NoSpeechError("Nobody speaks in {file}.", file="take 1.wav")
    found = dictating(ScriptedEngine(by_name={"take 1.wav": silent, "take 2.wav": ("",)}), dictation_types=True)
    found.dictate()
    assert found.wait_told("Nothing was typed.") == "Nothing was typed.\nNobody speaks in take 1.wav."
    found.dictate()
    assert found.wait_told("Nothing was typed.\nNothing was heard.")
    assert clipboard() == "before"
    assert found.desktop.typed == ""


def test_a_cancelled_transcription_types_nothing_and_says_so(dictating) -> None:
    gate = threading.Event()
    found = dictating(ScriptedEngine(gate=gate), dictation_types=True)
    found.dictate()
    found.qtbot.waitUntil(lambda: bool(found.app.queue.items))
    found.app.queue.cancel(found.app.queue.items[0])
    assert found.wait_told("Nothing was typed.\nThe transcription was cancelled.")
    gate.set()
    assert clipboard() == "before"


def test_a_recording_that_fails_or_is_discarded_types_nothing_and_says_so(dictating, tmp_path: Path) -> None:
    found = dictating(dictation_types=True)
    found.app.recording_job.make_recorder = lambda _: Recorder(tmp_path / "a.wav", RecordingError("No microphone."))
    found.desktop.press()
    assert found.wait_told("Nothing was typed.\nNo microphone.")
    found.app.recording_job.make_recorder = lambda _: Recorder(tmp_path / "a.wav", discards=True)
    found.dictate()
    assert found.wait_told("Nothing was typed.\nThe recording was discarded.")
    assert found.app.queue.items == []


def test_typing_that_is_declined_leaves_the_text_in_the_clipboard(dictating, portal: MakePortal) -> None:
    found = dictating(desktop=portal(declines="Start"), dictation_types=True)
    found.qtbot.waitUntil(lambda: found.app.dictation.status.typing is not None)
    found.dictate()
    assert found.wait_told("The desktop did not allow it.").endswith("\nThe text is on the clipboard.")
    assert clipboard().startswith("In the evening")


@pytest.fixture
def open_page(qtbot):
    def opened(app: wiring.App) -> SettingsDialog:
        app.window.actions_by_name["settings"].trigger()
        dialog = app.window.dialogs.settings_dialog
        dialog.sections.setCurrentRow(dialog._pages.index(dialog.dictation))
        return dialog.dictation

    return opened


def test_the_settings_switch_it_on_and_say_what_the_desktop_does(qtbot, make_app, portal, open_page) -> None:
    desktop = portal()
    app = make_app()
    page = open_page(app)
    assert not page.dictation.isChecked()
    assert not page.types.isEnabled()
    assert desktop.calls == []  # nothing is asked before it is wanted
    page.dictation.click()
    qtbot.waitUntil(lambda: page.shortcut_row.note.text() == "Your desktop has set it to <CTRL+ALT+space>.")
    page.types.click()
    qtbot.waitUntil(lambda: app.window.settings.dictation_token == "token1")
    page.shortcut.setFocus()
    QTest.keySequence(page.shortcut, "Ctrl+Alt+F9")
    page.shortcut.editingFinished.emit()
    qtbot.waitUntil(lambda: page.shortcut_row.note.text() == "Your desktop has set it to <CTRL+ALT+F9>.")
    assert app.window.settings.dictation_shortcut == "Ctrl+Alt+F9"
    page.dictation.click()
    assert page.shortcut_row.note.text() == ""
    desktop.press()
    qtbot.wait(50)
    assert not app.recording_job.active


def test_the_settings_say_what_the_desktop_does_not_allow(qtbot, make_app, portal, open_page) -> None:
    portal(SHORTCUTS)
    app = make_app()
    page = open_page(app)
    page.dictation.click()
    page.types.click()
    qtbot.waitUntil(lambda: page.types_row.note.text().startswith("This desktop lets no program type."))
    assert app.window.banner.text == ""


def test_a_desktop_without_shortcuts_is_told_at_the_start(qtbot, make_app, portal) -> None:
    portal(KEYBOARD)
    app = make_app(dictation=True)
    qtbot.waitUntil(lambda: app.window.banner.text.startswith("This desktop offers no global shortcuts."))
