"""Every state of the window, driven by a fake engine that is only an iterator of events."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QScrollArea, QWidget

from app import wiring
from app.errors import AudioError, ModelError, RecordingError
from app.jobs.queue_item import QueueState
from app.library.entry import EntryQuery
from app.settings import LEGEND_RUNS, Settings, load
from app.sound.microphone import (
    InputDevice,
    RecordingDeviceChanged,
    RecordingDiscarded,
    RecordingLevel,
    RecordingSaved,
    RecordingStarted,
)
from app.speech.events import CanvasStep, SegmentDone
from app.speech.progress import Pace
from app.transcript.model import Segment
from app.ui import theme
from app.ui.canvas.control_bar import ControlBar
from app.ui.menus.microphone_menu import MicrophoneMenu
from app.ui.menus.shortcut_sheet import ShortcutSheet
from app.ui.recording_page import DEVICE_CHANGE_LEVELS

from .scripted_engine import ScriptedEngine

pytestmark = pytest.mark.slow  # the file as a whole takes longer than the fast lane can wait


def drop(window, paths: Sequence[Path | str]) -> None:
    """Drop files, and links where a path is a text."""
    data = QMimeData()
    data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    middle = window.rect().center()
    common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(middle, *common)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.drop_target.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), *common))
    assert not window.drop_target.isVisible()


def test_links_that_are_dropped_get_a_sentence(qtbot, make_app, tmp_path: Path) -> None:
    app = make_app()
    window = app.window
    said = "Links cannot be transcribed: {}. Save the file on this computer, then drop it here."
    drop(window, ["https://me:secret@example.org/a talk.mp3"])
    assert window.banner.text == said.format("https://example.org/a talk.mp3")
    drop(window, ["smb://server/share/a.wav", *(f"https://example.org/{n}" for n in range(4))])
    assert window.banner.text == said.format(
        "smb://server/share/a.wav, https://example.org/0, https://example.org/1 and 2 more"
    )
    assert app.queue.items == []
    (tmp_path / "a.wav").write_bytes(b"RIFF")
    (tmp_path / "b.txt").write_text("no sound")
    drop(window, [f"file://localhost{tmp_path}/a.wav", tmp_path / "b.txt", "https://example.org"])
    qtbot.waitUntil(lambda: [item.source for item in app.queue.items] == [tmp_path / "a.wav"])
    assert window.banner.text == f"{said.format('https://example.org')} Not audio or video, skipped: b.txt."


def test_first_start_says_what_to_do(make_app) -> None:
    app = make_app(samples=(Path("en.wav"),))
    window = app.window
    assert window.pages.currentWidget() is window.welcome_page
    [button] = window.welcome_page.sample_buttons.values()
    assert button.isVisible()
    assert button.text() == "Try a sample"
    assert window.sidebar.record_button.hasFocus()
    assert window.banner.text == ""


def test_a_file_that_is_still_decoded_grows_on_the_bench(qtbot, make_app, clips: list[Path]) -> None:
    engine = ScriptedEngine(texts=("One.", "Two.", "Three."), known_segments=1, gate=threading.Event())
    app = make_app(engine)
    window = app.window
    drop(window, clips[:1])
    qtbot.waitUntil(lambda: any(item.current for item in app.queue.items))
    [item] = app.queue.items
    assert window.sidebar.queue_view.status_line(item) == "reading… · 0:07"
    assert len(window.transcription_page.waveform.spans_s) == 1
    assert window.transcription_page.waveform.duration_s == 24.0
    engine.gate.set()
    qtbot.waitUntil(lambda: item.state is QueueState.DONE)
    assert len(window.transcription_page.waveform.spans_s) == 3
    assert window.transcription_page.waveform.peaks[-100:].max() > 0
    assert item.text == "One. Two. Three."


def test_without_samples_there_is_no_button_for_them(make_app) -> None:
    assert make_app().window.welcome_page.sample_buttons == {}


def test_every_sample_is_one_click_away_in_its_own_script(qtbot, make_app, tmp_path: Path) -> None:
    samples = tuple(tmp_path / f"{code}.flac" for code in ("de", "en", "hi", "zh"))
    for path in samples:
        path.write_bytes(b"fLaC")
    app = make_app(samples=samples, language="de")
    buttons = app.window.welcome_page.sample_buttons
    assert [button.text() for button in buttons.values()] == ["Deutsch", "English", "हिन्दी", "中文"]
    with qtbot.waitSignal(app.queue.idled):
        buttons[samples[2]].click()
    assert app.queue.items[0].source == samples[2]
    assert app.window.settings.language == "hi"  # German would have made nonsense of it
    assert app.window.header.language_box.currentText().startswith("हिन्दी")


def test_the_model_is_named_with_its_device_once_it_is_known(qtbot, make_app) -> None:
    app = make_app(ScriptedEngine(load_s=0.2), ready=False)
    status = app.window.header.status_label
    assert "Scripted" not in status.text()
    qtbot.waitUntil(lambda: status.text() == "Loading model…")
    qtbot.waitUntil(lambda: status.text().endswith("CPU, fp32"))
    assert status.toolTip().startswith("Scripted · CPU, fp32")


def test_languages_the_model_was_not_trained_for_are_marked(make_app) -> None:
    header = make_app(ScriptedEngine(languages=("en", "zh"))).window.header
    texts = [header.language_box.itemText(row) for row in range(header.language_box.count())]
    assert texts[:3] == ["Auto", "English", "Deutsch · untrained"]
    assert texts[5:] == ["हिन्दी · untrained", "中文"]


def test_dropped_files_become_text(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine()
    app = make_app(engine, steps=5, language="de")
    page = app.window.transcription_page
    steps: list[CanvasStep] = []
    app.queue.reported.connect(lambda _item, event: isinstance(event, CanvasStep) and steps.append(event))
    with qtbot.waitSignal(app.queue.idled):
        drop(app.window, clips[:1])
    assert app.window.pages.currentWidget() is page
    assert page.transcript.toPlainText().split("\n") == list(engine.texts)
    assert [(step.segment, step.step) for step in steps] == [(s, k) for s in (0, 1) for k in range(1, 6)]
    assert (engine.transcribe_calls[0][1].steps, engine.transcribe_calls[0][1].language) == (5, "de")
    assert app.window.header.cost_label.text().startswith("about ")
    assert app.window.header.limit_label.text() == "up to 5, stops when settled"
    page.header.copy_button.click()
    assert QGuiApplication.clipboard().text() == " ".join(engine.texts)
    assert page.header.copy_button.text() == "Copied"


def test_what_is_not_audio_is_named_and_skipped(qtbot, make_app, clips, tmp_path: Path) -> None:
    app = make_app()
    others = [tmp_path / name for name in ("notes.txt", "sheet.xlsx", "logo.svg", "mail.eml")]
    for path in others:
        path.write_text("nothing to hear")
    with qtbot.waitSignal(app.queue.idled):
        drop(app.window, [*others, clips[0]])
    assert app.window.banner.text == "Not audio or video, skipped: notes.txt, sheet.xlsx, logo.svg and 1 more."
    assert [item.title for item in app.queue.items] == ["one.wav"]


def test_an_empty_folder_is_said(qtbot, make_app, tmp_path: Path) -> None:
    (tmp_path / "silence").mkdir()
    app = make_app()
    app.window.add_paths([tmp_path / "silence"])
    qtbot.waitUntil(lambda: app.window.banner.text == "No audio or video in: silence.")


def test_a_failing_file_has_its_sentence_and_stops_nobody(qtbot, make_app, clips) -> None:
    error = AudioError("one.wav is empty.", "It has no bytes.", "Record it again.")
    app = make_app(ScriptedEngine(by_name={"one.wav": error}))
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips)
    assert [item.state for item in app.queue.items] == [QueueState.FAILED, QueueState.DONE, QueueState.DONE]
    app.window.sidebar.queue_view.item_chosen.emit(app.queue.items[0])
    page = app.window.transcription_page
    assert page.message.title_label.text() == "one.wav is empty."
    assert page.message.text_label.text() == "It has no bytes. Record it again."
    assert page.message.isVisible()
    assert not any(hidden.isVisible() for hidden in (page.error_banner, page.splitter, page.waveform))
    app.window.sidebar.queue_view.item_chosen.emit(app.queue.items[1])
    assert not page.message.isVisible()
    assert page.splitter.isVisible()


def test_a_failing_file_leaves_the_finished_text_where_it_is(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(by_name={clips[2].name: AudioError("It is empty.", "", "Record it again.")}))
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[1:])
    done, failed = app.queue.items
    assert failed.state is QueueState.FAILED
    assert app.window.transcription_page.item is done
    assert app.window.sidebar.queue_view.current_item() is done
    assert app.window.banner.text == ""  # its row says it
    assert app.window.sidebar.queue_view.status_line(failed) == "It is empty."


def test_a_file_that_fails_after_it_was_opened_gives_the_view_back(qtbot, make_app, clips) -> None:
    class Breaks(ScriptedEngine):
        def source_events(self, source, *more):
            events = super().source_events(source, *more)
            if source == clips[1]:
                yield next(events)  # it is open
                raise AudioError("The rest is damaged.")
            yield from events

    app = make_app(Breaks())
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:2])
    assert [item.state for item in app.queue.items] == [QueueState.DONE, QueueState.FAILED]
    assert app.window.transcription_page.item is app.queue.items[0]
    assert app.window.banner.text == ""


def test_trying_again_after_a_failure(qtbot, make_app, clips) -> None:
    engine = ScriptedEngine(by_name={"one.wav": AudioError("Busy.")})
    app = make_app(engine)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    engine.by_name.clear()
    with qtbot.waitSignal(app.queue.idled):
        app.window.transcription_page.message.retry_button.click()
    assert not app.window.transcription_page.message.isVisible()
    assert app.window.transcription_page.transcript.toPlainText().split("\n") == list(engine.texts)


def test_cancel_keeps_the_finished_segments(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(step_s=0.03), steps=8)
    app.window.add_paths(clips[:1])
    transcript = app.window.transcription_page.transcript
    qtbot.waitUntil(lambda: len(transcript.segments) == 1, timeout=5000)
    qtbot.waitUntil(lambda: transcript.toPlainText().endswith("annealing…"), timeout=5000)
    assert app.window.transcription_page.header.cancel_button.isVisible()
    QTest.keyClick(app.window, Qt.Key.Key_Escape)
    assert app.queue.items[0].state is QueueState.CANCELLED
    assert transcript.toPlainText() == app.queue.items[0].segments[0].text
    assert not app.window.transcription_page.header.cancel_button.isVisible()


def test_escape_leaves_an_inspected_token_before_it_cancels(qtbot, make_app, clips) -> None:
    gate = threading.Event()
    engine = ScriptedEngine()
    app = make_app(engine)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    engine.gate = gate
    app.window.add_paths(clips[1:2])
    qtbot.waitUntil(lambda: app.queue.current_item is not None and app.queue.current_item.state is QueueState.RUNNING)
    working, canvas = app.queue.current_item, app.window.transcription_page.player.canvas
    app.window.sidebar.queue_view.item_chosen.emit(app.queue.items[0])
    app.window.transcription_page.player.watch_requested.emit()  # the canvas of a finished file is folded
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.inspected_position == 0
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.inspected_position is None
    assert working.state is QueueState.RUNNING
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert working.state is QueueState.CANCELLED
    gate.set()


def test_selection_survives_the_next_segment(qtbot, make_app, clips) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(step_s=0.01), steps=8)
    app.window.add_paths(clips[:1])
    transcript = app.window.transcription_page.transcript
    qtbot.waitUntil(lambda: len(transcript.segments) == 1, timeout=5000)
    cursor = transcript.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    transcript.setTextCursor(cursor)
    qtbot.waitUntil(lambda: app.queue.items[0].state is QueueState.DONE, timeout=5000)
    assert transcript.textCursor().selectedText() == app.queue.items[0].text[:6]
    gate.set()


def test_a_finished_segment_can_be_replayed(qtbot, make_app, clips) -> None:
    app = make_app(steps=6)
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    page = app.window.transcription_page
    page.transcript.segment_chosen.emit(0)
    assert page.transcript.marked_segment == 0
    assert [step.step for step in page.player.steps] == [1, 2, 3, 4, 5, 6]
    assert {step.segment for step in page.player.steps} == {0}
    page.waveform.segment_chosen.emit(1)
    assert {step.segment for step in page.player.steps} == {1}


def test_another_file_can_be_looked_at_while_one_runs(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(step_s=0.02), steps=6)
    app.window.add_paths(clips)
    qtbot.waitUntil(lambda: len(app.queue.items) == 3 and app.queue.items[1].state is QueueState.RUNNING, timeout=8000)
    first, second, _ = app.queue.items
    qtbot.waitUntil(lambda: app.window.transcription_page.item is second, timeout=5000)
    app.window.sidebar.queue_view.item_chosen.emit(first)
    qtbot.waitUntil(lambda: second.state is QueueState.DONE, timeout=8000)
    assert app.window.transcription_page.item is first
    assert app.window.transcription_page.transcript.toPlainText().split("\n") == [
        segment.text for segment in first.segments
    ]


def test_the_legend_hides_after_three_files_and_a_button_brings_it_back(qtbot, make_app, clips) -> None:
    app = make_app(theme="light")
    page = app.window.transcription_page
    bar = page.player.findChild(ControlBar)
    shown = []
    page.player.segment_shown.connect(lambda _segment: shown.append(not bar.legend.isHidden()))
    for clip in clips:
        with qtbot.waitSignal(app.queue.idled):
            app.window.add_paths([clip])
        assert shown.pop(), "also the third file has it to its end"
    assert app.window.settings.legend_runs == 0
    page.show_item(app.queue.items[0])
    assert bar.legend.isHidden()
    bar.info_button.click()
    assert app.window.settings.legend_runs == LEGEND_RUNS
    page.show_item(app.queue.items[1])
    assert bar.info_button.isChecked()


def test_removing_the_last_file_goes_back_to_the_start(qtbot, make_app, clips) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    app.window.sidebar.queue_view.remove_requested.emit(app.queue.items[0])
    assert app.window.pages.currentWidget() is app.window.welcome_page
    assert clips[0].exists()


def test_no_model_is_a_sentence_and_can_be_tried_again(qtbot, make_app) -> None:
    class NoModel(ScriptedEngine):
        missing = True

        def prepare(self):
            if self.missing:
                raise ModelError("There is no model.", "The folder is empty.", "Install it.")
            yield from super().prepare()

    engine = NoModel()
    app = make_app(engine, ready=False)
    qtbot.waitUntil(lambda: app.window.banner.text == "There is no model. The folder is empty. Install it.")
    assert app.window.header.status_label.text() == "No model"
    engine.missing = False
    with qtbot.waitSignal(app.queue.model_ready):
        app.window.banner.button.click()
    assert app.window.header.status_label.text().endswith("CPU, fp32")


def test_settings_are_remembered(qtbot, make_app, tmp_path: Path) -> None:
    app = make_app(theme="light")
    header = app.window.header
    header.steps_slider.setValue(32)
    header.language_box.setCurrentIndex(header.language_box.findData("hi"))
    header.language_box.activated.emit(header.language_box.currentIndex())
    app.window.settings_controller.change(copy_when_done=True, motion="reduced")
    app.window.close()
    assert app.shut_down(5000)
    kept, complaint = load(tmp_path / "config" / "settings.json")
    assert complaint is None
    assert (kept.steps, kept.language, kept.copy_when_done, kept.motion) == (32, "hi", True, "reduced")
    assert kept.window


def test_damaged_settings_are_said_not_fatal(make_app, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text("{")
    app = make_app()
    assert "settings.damaged.json" in app.window.banner.text


def test_copying_when_done(qtbot, make_app, clips) -> None:
    app = make_app(copy_when_done=True)
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    assert QGuiApplication.clipboard().text() == app.queue.items[0].text


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_can_be_forced(qtbot, make_app, name: str) -> None:
    app = make_app()
    app.window.settings_controller.change(theme="dark" if name == "light" else "light")
    app.window.settings_controller.change(theme=name)
    assert theme.current_colors().dark == (name == "dark")


def test_closing_with_work_running_asks(qtbot, make_app, clips, monkeypatch) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(gate=gate))
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: app.queue.current_item is not None)
    asked = []

    def answer(box: QMessageBox, index: int) -> None:
        asked.append(box.text())
        box.buttons()[index].click()

    wanted = ["Keep working", "Stop and close"]
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: answer(box, [button.text() for button in box.buttons()].index(wanted[len(asked)])),
    )
    assert not app.window.close()
    assert app.queue.current_item is not None
    assert app.window.close()
    assert asked == ["Anneal is still working."] * 2
    gate.set()


def test_what_was_not_finished_when_the_window_closed_is_offered_at_the_next_start(
    qtbot, make_app, clips, monkeypatch
) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(gate=gate))
    app.window.add_paths(clips)
    qtbot.waitUntil(lambda: app.queue.current_item is not None and app.queue.current_item.state is QueueState.RUNNING)
    monkeypatch.setattr("app.ui.main_window.confirm_close", lambda *_: True)
    assert app.window.close()
    gate.set()  # the thread notices a moment before the rest of the app has ended
    qtbot.waitUntil(lambda: not app.queue.busy)
    assert app.shut_down(5000)
    engine = ScriptedEngine()
    again = make_app(engine)
    qtbot.waitUntil(lambda: again.window.resume_banner.text == "3 transcriptions were interrupted.")
    with qtbot.waitSignal(again.queue.idled):
        again.window.resume_banner.button.click()
    assert [(item.title, item.state) for item in again.queue.items] == [(clip.name, QueueState.DONE) for clip in clips]


def test_a_sample_is_shown_at_once_though_the_model_is_loading(qtbot, make_app, tmp_path: Path) -> None:
    sample = tmp_path / "es.flac"
    sample.write_bytes(b"fLaC")
    app = make_app(ScriptedEngine(load_s=1.0), samples=(sample,), ready=False)
    [button] = app.window.welcome_page.sample_buttons.values()
    button.click()
    assert app.window.pages.currentWidget() is app.window.transcription_page
    assert app.window.header.status_label.text() in ("Starting…", "Loading model…")
    assert app.window.transcription_page.header.title_label.text() == "Sample, Español"
    canvas = app.window.transcription_page.player.canvas
    qtbot.waitUntil(lambda: canvas.accessibleDescription().startswith("The model is loading."))
    assert not app.queue.items[0].state.is_final
    qtbot.waitUntil(lambda: app.queue.items[0].state is QueueState.DONE, timeout=10_000)
    assert not canvas.accessibleDescription().startswith("The model")


def test_closing_an_idle_window_does_not_ask(make_app) -> None:
    assert make_app().window.close()


def test_recording_shows_time_level_and_hints_then_transcribes(qtbot, make_app, tmp_path: Path) -> None:
    unplug, shout, hush = threading.Event(), threading.Event(), threading.Event()

    class FakeRecorder:
        def __init__(self) -> None:
            self.stopped = threading.Event()

        def stop(self) -> None:
            self.stopped.set()

        def events(self):
            yield RecordingStarted(tmp_path / "take.unfinished.wav", "Desk microphone", tmp_path / "take.wav")
            yield RecordingLevel(4.2, 0.001, True, False)
            unplug.wait()
            yield RecordingDeviceChanged("Desk microphone", "Headset")
            shout.wait()
            yield RecordingLevel(4.3, 1.0, False, True)
            hush.wait()
            yield RecordingLevel(7.5, 0.001, True, False)
            self.stopped.wait()
            yield RecordingSaved(tmp_path / "take.wav", 4.3)

    app = make_app(live=False)
    app.recording_job.make_recorder = lambda device: FakeRecorder()
    window = app.window
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert window.sidebar.record_button.phase == "starting"
    assert window.sidebar.record_button.hasFocus()  # Space must stay with it
    qtbot.waitUntil(lambda: window.sidebar.record_button.phase == "recording")
    assert window.pages.currentWidget() is window.recording_page
    qtbot.waitUntil(lambda: "muted" in window.recording_page.hint_label.text())
    assert window.recording_page.elapsed_label.text() == "0:04"
    assert window.recording_page.device_label.text() == "Desk microphone"
    unplug.set()
    qtbot.waitUntil(lambda: window.recording_page.device_label.text() == "Headset")
    assert window.recording_page.hint_label.text() == "Desk microphone is gone. The recording goes on with Headset."
    for _ in range(DEVICE_CHANGE_LEVELS):
        app.recording_job.level_changed.emit(RecordingLevel(4.3, 0.5, False, False))
    shout.set()
    qtbot.waitUntil(lambda: "Too loud" in window.recording_page.hint_label.text())
    hush.set()
    qtbot.waitUntil(lambda: window.recording_page.hint_label.text().startswith("Nothing heard for a moment."))
    with qtbot.waitSignal(app.queue.idled):
        QTest.keyClick(window.sidebar.record_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.sidebar.record_button.phase == "idle")
    assert window.pages.currentWidget() is window.transcription_page
    [item] = app.queue.items
    assert (item.source.name, item.state) == ("take.wav", QueueState.DONE)
    assert item.title.startswith("Recording, ")


class PhraseRecorder:
    """Records until it is told to stop; a pause says nothing."""

    def __init__(self, folder: Path) -> None:
        self.stopped, self.unwanted, self.paused = threading.Event(), threading.Event(), threading.Event()
        self.path, self.final_path = folder / "take.unfinished.wav", folder / "take.wav"

    def stop(self) -> None:
        self.stopped.set()

    def discard(self) -> None:
        self.unwanted.set()
        self.stop()

    def set_paused(self, paused: bool) -> None:
        self.paused.set() if paused else self.paused.clear()

    def events(self):
        yield RecordingStarted(self.path, "Desk microphone", self.final_path)
        yield RecordingLevel(4.2, 0.5, False, False)
        self.stopped.wait()
        yield RecordingDiscarded() if self.unwanted.is_set() else RecordingSaved(self.final_path, 4.3)


@pytest.fixture
def live_app(qtbot, make_app, tmp_path: Path) -> tuple[wiring.App, PhraseRecorder]:
    """A recording whose first phrase is on screen."""
    app, recorder = make_app(), PhraseRecorder(tmp_path)
    app.recording_job.make_recorder = lambda device: recorder
    app.window.toggle_recording()
    qtbot.waitUntil(lambda: bool(app.queue.items and app.queue.items[0].text))
    return app, recorder


def test_phrases_are_shown_while_the_recording_goes_on(qtbot, live_app) -> None:
    app, recorder = live_app
    window, [item] = app.window, app.queue.items
    assert window.sidebar.record_button.phase == "recording"
    assert window.pages.currentWidget() is window.transcription_page
    assert window.recording_bar.isVisible()
    assert item.text == "In the evening we could hear the ropes."
    qtbot.waitUntil(lambda: item.text in window.transcription_page.transcript.toPlainText().replace("\n", " "))
    assert window.sidebar.queue_view.status_line(item).startswith("recording")
    assert not window.transcription_page.header.cancel_button.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)  # cancels a transcription, not a recording
    assert window.recording_bar.hint_label.text().startswith("Speak now. Each phrase becomes text")
    window.recording_bar.pause_button.click()
    assert recorder.paused.is_set()
    assert window.recording_bar.hint_label.text() == "Paused: nothing is recorded."
    window.recording_bar.pause_button.click()
    assert not recorder.paused.is_set()
    window.toggle_recording()
    qtbot.waitUntil(lambda: item.state is QueueState.DONE and not app.queue.busy, timeout=20_000)
    assert app.queue.items == [item]
    assert (item.state, item.source) == (QueueState.DONE, recorder.final_path)
    assert item.text == "In the evening we could hear the ropes. And then the tide came in."
    qtbot.waitUntil(lambda: not window.recording_bar.isVisible())
    entries = app.library_worker.library.store.entries(app.library_worker.library.store.find(EntryQuery()))
    assert [(entry.source, entry.recorded, entry.state) for entry in entries] == [(recorder.final_path, True, "done")]


def test_a_recording_is_discarded_after_one_question(qtbot, live_app, monkeypatch) -> None:
    app, recorder = live_app
    asked: list[str] = []

    def answer(label: str) -> None:
        def choose(box: QMessageBox) -> int:
            asked.append(box.text())
            next(button for button in box.buttons() if button.text() == label).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", choose)

    answer("Go on recording")
    app.window.recording_bar.discard_button.click()
    assert not recorder.stopped.is_set()
    answer("Discard")
    app.window.recording_bar.discard_button.click()
    assert asked == ["Discard this recording?"] * 2
    qtbot.waitUntil(lambda: not app.queue.busy and app.window.sidebar.record_button.phase == "idle")
    assert app.queue.items == []
    assert app.window.pages.currentWidget() is app.window.welcome_page
    qtbot.waitUntil(lambda: app.library_worker.library.store.find(EntryQuery()) == [])


def test_a_running_file_gives_way_to_a_recording_and_goes_on_after_it(qtbot, make_app, clips, tmp_path: Path) -> None:
    said = [f"The {name} harbour." for name in ("first", "second", "third", "fourth")]
    engine = ScriptedEngine(by_name={"one.wav": said}, extra_texts=said, step_s=0.05)
    app, recorder = make_app(engine, export_formats="txt"), PhraseRecorder(tmp_path)
    app.recording_job.make_recorder = lambda device: recorder
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items and app.queue.items[0].text))
    app.window.toggle_recording()
    qtbot.waitUntil(lambda: len(app.queue.items) == 2 and bool(app.queue.items[0].text))
    recording, file = app.queue.items
    assert (recording.recording, file.state) == (True, QueueState.WAITING)
    assert app.window.transcription_page.item is recording
    with qtbot.waitSignal(app.queue.idled, timeout=20_000):
        app.window.toggle_recording()
    assert (recording.state, file.state) == (QueueState.DONE, QueueState.DONE)
    assert file.text == " ".join(said)
    assert [(segment.index, segment.text) for segment in file.segments] == list(enumerate(said))
    assert len(engine.transcribe_calls) == 3
    assert [step.segment for step in app.queue.recent_steps.steps(file.number, 0)] == [0] * 4  # not denoised again
    qtbot.waitUntil((tmp_path / "take.txt").is_file)  # exported after Stop
    store = app.library_worker.library.store
    assert {entry.state for entry in store.entries(store.find(EntryQuery()))} == {"done"}


def test_a_recording_that_is_closed_can_be_continued(qtbot, live_app, monkeypatch) -> None:
    app, recorder = live_app

    def choose(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == "Stop and close").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    app.window.close()
    qtbot.waitUntil(lambda: not app.queue.busy and not app.recording_job.active)
    assert recorder.stopped.is_set()
    store = app.library_worker.library.store
    qtbot.waitUntil(lambda: [entry.state for entry in store.entries(store.find(EntryQuery()))] == ["interrupted"])
    [entry] = store.entries(store.find(EntryQuery()))
    assert entry.source == recorder.final_path
    assert [segment.text for segment in store.finished_segments(entry.uid)] == [
        "In the evening we could hear the ropes."
    ]


def test_a_model_that_is_too_slow_waits_for_the_end(qtbot, live_app, monkeypatch) -> None:
    app, _recorder = live_app
    [item] = app.queue.items
    app.window._live._pace._busy_since_s -= 3600
    monkeypatch.setattr(Pace, "handle", lambda _self, _event: None)
    qtbot.waitUntil(lambda: "slower than speech" in app.window.recording_bar.hint_label.text())
    assert item.live._held.is_set()
    with qtbot.waitSignal(app.queue.idled):
        app.window.toggle_recording()
    assert item.state is QueueState.DONE


def test_a_model_that_was_too_slow_before_is_not_tried_again(qtbot, make_app, tmp_path: Path) -> None:
    app, recorder = make_app(), PhraseRecorder(tmp_path)
    app.queue.speed.handle(SegmentDone(Segment(0, 0.0, 5.0, "slow"), 50.0))
    app.recording_job.make_recorder = lambda device: recorder
    app.window.toggle_recording()
    qtbot.waitUntil(lambda: "slower than speech" in app.window.recording_page.hint_label.text())
    assert app.queue.items == []
    assert app.window.pages.currentWidget() is app.window.recording_page
    with qtbot.waitSignal(app.queue.idled):
        app.window.toggle_recording()
    assert app.queue.items[0].state is QueueState.DONE


def test_no_microphone_is_a_sentence(qtbot, make_app) -> None:
    class NoMicrophone:
        def stop(self) -> None: ...

        def events(self):
            raise RecordingError("No microphone was found.", "", "Plug one in.")
            yield

    app = make_app()
    app.recording_job.make_recorder = lambda device: NoMicrophone()
    app.window.sidebar.record_button.click()
    qtbot.waitUntil(lambda: app.window.banner.text == "No microphone was found. Plug one in.")
    qtbot.waitUntil(lambda: app.window.sidebar.record_button.phase == "idle")
    assert app.window.pages.currentWidget() is app.window.welcome_page


def test_an_unfinished_recording_is_offered_at_the_next_start(qtbot, make_app, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "recordings"
    folder.mkdir(parents=True)
    (folder / "Recording 2026-11-20 14.32.05.unfinished.wav").write_bytes(b"\0" * 44 + b"\1\2" * 16_000 * 75)
    app = make_app()
    qtbot.waitUntil(lambda: "1:15" in app.window.recovery_banner.text)
    with qtbot.waitSignal(app.queue.idled):
        app.window.recovery_banner.button.click()
    assert app.queue.items[0].source.name == "Recording 2026-11-20 14.32.05.wav"


def test_a_recording_is_found_again_after_the_folder_was_changed(qtbot, make_app, tmp_path: Path) -> None:
    for folder, seconds in ((tmp_path / "data" / "recordings", 60), (tmp_path / "elsewhere", 15)):
        folder.mkdir(parents=True)
        name = "Recording 2026-11-20 14.32.05.unfinished.wav"
        (folder / name).write_bytes(b"\0" * 44 + b"\1\2" * 16_000 * seconds)
    app = make_app(recordings_folder=str(tmp_path / "elsewhere"))
    qtbot.waitUntil(lambda: "1:15" in app.window.recovery_banner.text)


def test_the_list_can_be_worked_with_the_mouse(qtbot, make_app, clips) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:2])
    files = app.window.sidebar.queue_view
    row = files.visualRect(app.queue.index(1, 0))
    with qtbot.waitSignal(app.queue.idled):  # the left of the two signs: again
        QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 46, row.top() + 20))
    QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 22, row.top() + 20))
    assert [item.title for item in app.queue.items] == ["one.wav"]


def test_a_row_can_be_dragged_to_another_place(qtbot, make_app, clips) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips)
    files = app.window.sidebar.queue_view

    def middle(row: int) -> QPoint:
        return files.visualRect(app.queue.index(row, 0)).center()

    start, end = middle(0), middle(2)
    QTest.mousePress(files.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for share in (0.2, 0.5, 0.8, 1.0):
        at = QPointF(start + (end - start) * share)
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, files.viewport().mapToGlobal(at), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(files.viewport(), move)
    QTest.mouseRelease(files.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert [item.title for item in app.queue.items] == ["zwei Größen.mp3", "三.flac", "one.wav"]
    assert files.current_item() is app.queue.items[2]


def test_everything_to_press_has_a_name_and_a_tooltip(make_app) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider

    window = make_app(samples=(Path("en.wav"),)).window
    for kind in (QAbstractButton, QComboBox, QSlider):
        for widget in window.findChildren(kind):
            if not widget.isVisibleTo(widget.window()):
                continue
            named = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
            assert named, widget
            assert widget.toolTip(), (widget, named)


def test_tab_visits_the_controls(make_app) -> None:
    window = make_app().window
    order = [
        window.sidebar.record_button,
        window.sidebar.drop_zone.open_button,
        window.header.language_box,
        window.header.steps_slider,
    ]
    assert [order[0].nextInFocusChain()] == [order[1]] or order[1] in _chain(order[0])
    chain = _chain(order[0])
    places = [chain.index(widget) for widget in order[1:]]
    assert places == sorted(places)


def _chain(start) -> list:
    found, widget = [], start.nextInFocusChain()
    while widget is not start:
        found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_an_uncaught_exception_becomes_a_sentence(make_app, caplog) -> None:
    app = make_app()
    wiring.on_uncaught(ValueError, ValueError("boom"), None)
    assert "ValueError: boom" in app.window.banner.text


def test_steps_and_language_count_from_the_next_segment(qtbot, make_app, clips) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(gate=gate), steps=6)
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].current is not None)
    app.window.header.steps_slider.setValue(3)
    gate.set()
    qtbot.waitUntil(lambda: app.queue.items[0].state is QueueState.DONE)
    assert [segment.steps for segment in app.queue.items[0].segments] == [6, 3]


def test_the_start_is_chosen_in_the_header_and_the_models_own_is_no_choice(make_app) -> None:
    app = make_app(ScriptedEngine())
    box, own = app.window.header.start_box, app.window.model.start
    assert box.currentData() == own
    other = "noise" if own == "draft" else "draft"
    for choice, stored in ((other, other), (own, "auto")):
        box.select(choice)
        box.activated.emit(box.currentIndex())
        assert app.window.settings.start == stored
        assert box.currentData() == choice
    assert all(box.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(box.count()))


def test_the_header_tells_when_the_file_settled_and_shows_nothing_that_does_nothing(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(), steps=16)
    header = app.window.header
    header.show_settled(5)
    assert header.limit_label.text() == "settled after 5, of up to 16"
    header.steps_slider.setValue(4)
    assert header.limit_label.text() == "up to 4, stops when settled"
    app.window.library_controller.toggle()
    assert not any(box.isVisible() for box in (header.language_box, header.steps_slider, header.start_box))
    app.window.library_controller.toggle()
    assert all(box.isVisible() for box in (header.language_box, header.steps_slider, header.start_box))


def test_the_measured_cost_is_one_number_that_stands_still(make_app) -> None:
    header = make_app().window.header
    texts = []
    for cost_s in (1.0, 1.1, 0.9, 2.0, None):
        header.show_cost(cost_s)
        texts.append(header.cost_label.text())
    assert texts == ["about 6 s per minute of sound"] * 3 + ["about 12 s per minute of sound", ""]


def test_nothing_inside_takes_a_drop_from_the_window(make_app) -> None:

    window = make_app().window
    assert [widget for widget in window.findChildren(QWidget) if widget.acceptDrops()] == []


def test_quiet_lines_follow_the_theme(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine(texts=("One.", "")), theme="light")
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    app.window.transcription_page.transcript.show_pending(8.0)
    document = app.window.transcription_page.transcript.document()

    def quiet():
        return document.lastBlock().begin().fragment().charFormat().foreground().color().name()

    assert quiet() == theme.LIGHT["muted"].name()
    app.window.settings_controller.change(theme="dark")
    qtbot.waitUntil(lambda: quiet() == theme.DARK["muted"].name())


def test_twenty_files_at_once(qtbot, make_app, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.wav").write_bytes(b"RIFF")
    broken = AudioError("Broken.", "", "Mend it.")
    app = make_app(ScriptedEngine(by_name={"07.wav": broken, "13.wav": broken}), steps=2)
    with qtbot.waitSignal(app.queue.idled, timeout=20_000):
        app.window.add_paths([folder])
    failed = [item.title for item in app.queue.items if item.state is QueueState.FAILED]
    assert failed == ["07.wav", "13.wav"]
    assert sum(item.state is QueueState.DONE for item in app.queue.items) == 18


def test_every_shortcut_is_used_once_and_shown(qtbot, make_app) -> None:
    window = make_app().window
    keys = [
        action.shortcut().toString() for action in window.actions_by_name.values() if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))
    window.actions_by_name["shortcuts"].trigger()
    sheet = next(child for child in window.children() if type(child).__name__ == "ShortcutSheet")
    assert sheet.isVisible()
    shown = [line.split("\t")[1] for line in sheet.text().splitlines()]
    canvas_keys = [each.key().toString() for each in window.transcription_page.player.findChildren(QShortcut)]
    assert len(canvas_keys) == 4
    assert {*keys, *canvas_keys} <= set(shown)
    editor_actions = window.library_controller.editor.named_actions.values()
    editor_keys = {action.shortcut().toString() for action in editor_actions} - {""}
    assert len(editor_keys) > 10
    assert editor_keys <= set(shown)
    sheet.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_sheet_of_keys_never_scrolls_sideways(make_app, language: str) -> None:
    window = make_app(interface_language=language).window
    window.dialogs.show_shortcuts(window.actions_by_name)
    sheet = window.findChild(ShortcutSheet)
    bar = sheet.findChild(QScrollArea).horizontalScrollBar()
    for room in (QSize(1800, 1000), QSize(883, 497), QSize(640, 420)):  # 1920 x 1080 at 100 % and 200 %; the smallest
        sheet.fit(room)
        QApplication.processEvents()
        assert sheet.width() <= room.width()
        assert bar.maximum() == 0, room


def test_microphones_are_listed_when_their_menu_opens(qtbot, make_app) -> None:
    app = make_app(microphone="Desk")
    menu = app.window.findChild(MicrophoneMenu)
    found = [InputDevice("Laptop", True), InputDevice("Desk", False)]
    menu.list_devices = lambda: found
    menu.aboutToShow.emit()
    sounds = ["", "Microphone", "Computer sound", "Microphone and computer sound", "", "Text while recording"]
    qtbot.waitUntil(lambda: [action.text() for action in menu.actions()][1:] == ["Laptop", "Desk", *sounds])
    assert [action.isChecked() for action in menu.actions()] == [
        False,
        False,
        True,
        *[False, True, False, False],
        *[False, True],
    ]
    menu.actions()[-1].trigger()
    assert not app.window.settings.live
    menu.actions()[-3].trigger()
    assert app.window.settings.sound_source == "both"
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: menu.actions()[-3].isChecked() and not menu.actions()[-1].isChecked())
    menu.actions()[1].trigger()
    assert app.window.settings.microphone == "Laptop"

    def none() -> list[InputDevice]:
        raise RecordingError("The sound system is missing.")

    menu.list_devices = none
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: menu.actions()[1].text() == "The sound system is missing.")


def test_a_file_can_be_looked_at_during_a_recording(qtbot, make_app, clips, tmp_path: Path) -> None:
    class Endless:
        stopped = threading.Event()

        def stop(self) -> None:
            self.stopped.set()

        def events(self):
            yield RecordingStarted(tmp_path / "take.unfinished.wav", "Desk microphone", tmp_path / "take.wav")
            self.stopped.wait()
            yield RecordingSaved(tmp_path / "take.wav", 4.3)

    app = make_app(ScriptedEngine(step_s=0.02), steps=8, live=False)
    app.recording_job.make_recorder = lambda device: Endless()
    window = app.window
    window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: app.queue.current_item is not None)
    window.sidebar.record_button.click()
    qtbot.waitUntil(lambda: window.sidebar.record_button.phase == "recording")
    assert window.pages.currentWidget() is window.recording_page
    window.sidebar.queue_view.item_chosen.emit(app.queue.items[0])
    assert window.pages.currentWidget() is window.transcription_page
    qtbot.waitUntil(lambda: app.queue.items[0].state is QueueState.DONE)
    assert window.sidebar.record_button.phase == "recording"
    with qtbot.waitSignal(app.queue.idled):
        window.sidebar.record_button.click()
    assert [item.state for item in app.queue.items] == [QueueState.DONE, QueueState.DONE]


def test_the_layout_follows_the_state(qtbot, make_app, clips) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(gate=gate))
    window, page = app.window, app.window.transcription_page
    drop(window, clips[:1])
    qtbot.waitUntil(lambda: page.item is not None and page.item.state is QueueState.RUNNING)
    assert page.player.canvas.isVisible()
    shares = [size / window.height() for size in page.splitter.sizes()]
    assert shares[0] == pytest.approx(0.45, abs=0.05)
    assert shares[1] == pytest.approx(0.40, abs=0.05)
    with qtbot.waitSignal(app.queue.idled):
        gate.set()
    qtbot.waitUntil(lambda: page.player.folded)  # once the last steps were shown
    assert not page.player.canvas.isVisible()
    assert page.player.heatmap.isVisible()
    assert page.transcript.height() > 0.5 * window.height()
    page.player.watch_requested.emit()
    assert page.player.canvas.isVisible()
    page.player.fold_requested.emit()
    assert not page.player.canvas.isVisible()


def test_a_wide_window_has_two_columns(qtbot, make_app, clips) -> None:
    app = make_app()
    page = app.window.transcription_page
    with qtbot.waitSignal(app.queue.idled):
        drop(app.window, clips[:1])
    app.window.resize(1499, 900)
    assert not page.splitter.columns
    app.window.resize(1500, 900)
    assert page.splitter.columns
    assert page.player.canvas.isVisible()
    assert page.splitter.sizes()[1] >= 480


def test_the_border_is_where_the_user_left_it(qtbot, make_app, clips) -> None:
    gate = threading.Event()
    app = make_app(ScriptedEngine(gate=gate))
    page = app.window.transcription_page
    drop(app.window, clips[:1])
    qtbot.waitUntil(lambda: page.item is not None and page.item.state is QueueState.RUNNING)
    page.splitter.move_handle(page.splitter.height() // 3)
    assert app.window.settings.canvas_height_share == pytest.approx(1 / 3, abs=0.03)
    assert app.window.settings.canvas_width_share == Settings().canvas_width_share
    gate.set()


def test_a_small_window_has_a_rail_and_reaches_everything(qtbot, make_app, clips) -> None:
    app = make_app()
    window = app.window
    with qtbot.waitSignal(app.queue.idled):
        drop(window, clips)
    window.resize(640, 420)
    assert (window.width(), window.height()) == (640, 420)
    sidebar, header, page = window.sidebar, window.header, window.transcription_page
    assert sidebar.width() < 100
    for widget in (
        sidebar.record_button,
        sidebar.library_button,
        sidebar.drop_zone.open_button,
        sidebar.queue_view,
        header.language_box,
        header.steps_slider,
        header.menu_button,
        page.transcript,
        page.header.copy_button,
        page.player.heatmap,
    ):
        place = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
        assert widget.isVisible()
        assert window.rect().contains(place), widget.accessibleName()
        assert widget.width() >= 30
        assert widget.height() >= 20
    window.resize(1280, 800)
    assert sidebar.width() > 200
    assert sidebar.library_button.text() == "Library"


def test_space_records_whatever_was_clicked_last(qtbot, make_app, clips) -> None:
    app = make_app()
    window, page = app.window, app.window.transcription_page
    with qtbot.waitSignal(app.queue.idled):
        drop(window, clips[:1])
    window.activateWindow()
    clicked = 0
    for button in window.findChildren(QAbstractButton):
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            clicked += 1
            assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus, button.text()
    assert clicked > 10
    QTest.mouseClick(page.header.copy_button, Qt.MouseButton.LeftButton)
    assert not page.header.copy_button.hasFocus()
    recorded = []
    window.recording_controller.toggle = recorded.append
    taking = [widget for widget in window.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus]
    clickable = [widget for widget in taking if widget.isVisible()]
    assert {window.sidebar.queue_view, page.transcript} <= set(clickable)
    for number, widget in enumerate(clickable):
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
        assert len(recorded) == number + 1, widget.accessibleName()


def test_the_editors_view_of_the_sound_is_remembered(make_app) -> None:
    window = make_app(editor_view="both").window
    waveform = window.library_controller.editor.waveform
    assert waveform.view == "both"
    waveform.next_view()
    assert window.settings.editor_view == "wave"
