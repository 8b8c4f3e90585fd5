"""Both decoders side by side, with a real, tiny Whisper in the queue's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import wiring
from app.ui.whisper_compare.controller import WhisperCompareController
from app.ui.whisper_compare.dialog import WhisperCompareDialog
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble
from tests.ui.conftest import MakeApp
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 60_000
TEXT = "We could hear the ropes."


@pytest.fixture
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine has of Whisper is not seen."""
    monkeypatch.setattr("app.models.weights_location.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture
def whisper(tmp_path: Path) -> Path:
    """Where the window looks for it."""
    folder = wiring.Folders.under(tmp_path).models_in("") / "whisper-small"
    tiny.write_whisper(folder)
    return folder


@pytest.fixture
def open_editor(qtbot, make_app: MakeApp, tmp_path: Path) -> Callable[[], wiring.App]:
    """The window, with a finished clip of 3 s in the editor."""

    def make() -> wiring.App:
        clip = tmp_path / "Hafen größer.wav"
        soundfile.write(clip, babble(9.0, 1), RATE_HZ)
        app = make_app(ScriptedEngine(texts=(TEXT,), word_times=True), device="cpu", language="en")
        app.window.add_paths([clip])
        qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=WAIT_MS)
        app.window.library_controller.edit(app.queue.items[0])
        qtbot.waitUntil(lambda: app.window.library_controller.editor.text.toPlainText() == TEXT, timeout=WAIT_MS)
        return app

    return make


def controller_of(app: wiring.App) -> WhisperCompareController:
    (controller,) = app.window.findChildren(WhisperCompareController)
    return controller


@pytest.fixture
def compared(
    qtbot, no_cache: None, whisper: Path, open_editor
) -> Iterator[tuple[WhisperCompareController, WhisperCompareDialog]]:
    """Once Whisper is done."""
    controller = controller_of(open_editor())
    controller.action.trigger()
    qtbot.waitUntil(
        lambda: controller.dialog is not None and controller.dialog.state in ("done", "failed"), timeout=WAIT_MS
    )
    assert controller.dialog is not None
    assert controller.dialog.state == "done", controller.dialog.banner.text
    yield controller, controller.dialog
    if controller.dialog is not None:
        controller.dialog.close()


def test_both_are_seen_with_their_times_and_differences(
    qtbot, compared: tuple[WhisperCompareController, WhisperCompareDialog]
) -> None:
    controller, dialog = compared
    assert dialog.anneal_text.replace("▁", "") == TEXT  # the scripted vocabulary shows where words begin
    assert dialog.timeline.step_count == 4
    assert 0 < dialog.timeline.token_count <= 20
    assert dialog.timeline.written_ms > 0
    qtbot.waitUntil(lambda: not dialog.playing, timeout=WAIT_MS)
    last = dialog.timeline.text_at(dialog.timeline.duration_ms)
    assert dialog.whisper_view.toPlainText() == last
    assert dialog.canvas.index == 4
    assert dialog.whisper_time.text().endswith(f"{dialog.timeline.token_count} tokens")
    assert dialog.anneal_time.text().endswith("4 steps")
    assert "".join(piece.old for piece in dialog.diff_view.differences).startswith("▁We")
    assert dialog.verdict.text() == "0% of the words are the same"
    assert not controller.running


def test_both_begin_together_and_again(qtbot, compared: tuple[WhisperCompareController, WhisperCompareDialog]) -> None:
    _, dialog = compared
    qtbot.waitUntil(lambda: not dialog.playing, timeout=WAIT_MS)
    dialog.speed.select(0.25)
    QTest.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    assert dialog.playing
    assert dialog.canvas.index == 0
    assert dialog.whisper_view.toPlainText() == ""
    qtbot.waitUntil(lambda: not dialog.playing, timeout=WAIT_MS)
    assert dialog.canvas.index == 4


def test_whisper_writes_again_from_the_model_that_is_kept(
    qtbot, compared: tuple[WhisperCompareController, WhisperCompareDialog]
) -> None:
    controller, dialog = compared
    kept = controller.whisper.loaded
    assert kept is not None
    QTest.mouseClick(dialog.rerun, Qt.MouseButton.LeftButton)
    assert dialog.state != "done"
    assert controller.running
    qtbot.waitUntil(lambda: dialog.state == "done", timeout=WAIT_MS)
    assert controller.whisper.loaded is kept


def test_closing_stops_it(qtbot, no_cache: None, whisper: Path, open_editor) -> None:
    app = open_editor()
    controller = controller_of(app)
    controller.compare()
    qtbot.waitUntil(lambda: controller.dialog is not None, timeout=WAIT_MS)
    assert controller.dialog is not None
    assert controller.dialog.close_button.text() == "Cancel"
    controller.dialog.close_button.click()
    assert controller.dialog is None
    assert not controller.running
    qtbot.waitUntil(lambda: not app.queue.busy, timeout=WAIT_MS)


def test_without_whisper_a_sentence_leads_to_the_models(qtbot, no_cache: None, open_editor) -> None:
    app = open_editor()
    controller, banner = controller_of(app), app.window.library_controller.editor.banner
    assert controller.action in app.window.library_controller.editor.transport.more.menu().actions()
    controller.action.trigger()
    qtbot.waitUntil(lambda: bool(banner.text), timeout=WAIT_MS)
    assert banner.text == "Whisper small is not here: 971 MB, Apache-2.0."
    assert controller.dialog is None
    assert app.models_controller.dialog is None
    banner.button.click()
    dialog = app.models_controller.dialog
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.list.current_name == "whisper-small", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget().widget() is dialog.licence_page, timeout=WAIT_MS)
    dialog.close()


def test_a_failure_is_said_and_can_be_tried_again(
    qtbot, no_cache: None, whisper: Path, open_editor, tmp_path: Path
) -> None:
    app = open_editor()
    (clip,) = tmp_path.glob("Hafen*.wav")
    clip.rename(tmp_path / "away.wav")
    controller = controller_of(app)
    controller.compare()
    qtbot.waitUntil(lambda: controller.dialog is not None and controller.dialog.state == "failed", timeout=WAIT_MS)
    assert controller.dialog is not None
    assert clip.name in controller.dialog.banner.text
    (tmp_path / "away.wav").rename(clip)
    controller.dialog.banner.button.click()
    qtbot.waitUntil(lambda: controller.dialog.state == "done", timeout=WAIT_MS)
    assert not controller.dialog.banner.text
    controller.dialog.close()
