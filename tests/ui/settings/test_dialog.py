"""The settings dialog: what is chosen there counts at once, everywhere."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QScrollArea, QSlider

from app import paths
from app.errors import DeviceError, ModelError, RecordingError
from app.jobs.queue_item import QueueState
from app.languages import LANGUAGES
from app.models.catalog import InstalledModel
from app.models.gpu import Gpu
from app.sound.microphone import InputDevice, RecordingLevel
from app.speech.events import ModelReady
from app.ui import theme
from app.ui.settings.dialog import SettingsDialog
from app.ui.widgets.dropdown import Dropdown
from tests.ui.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.slow  # the file as a whole takes longer than the fast lane can wait


def choose(control: Dropdown, data: object) -> None:
    """Pick the entry that stands for ``data``, as the user does."""
    row = control.findData(data)
    assert row >= 0, [control.itemData(each) for each in range(control.count())]
    control.setCurrentIndex(row)
    control.activated.emit(row)


@pytest.fixture
def open_settings(qtbot):
    def opened(app, cards=(), microphones=(), models=None) -> SettingsDialog:
        around = app.window.dialogs.services
        object.__setattr__(around, "list_gpus", lambda: list(cards))
        object.__setattr__(around, "list_microphones", lambda: list(microphones))
        if models is not None:
            object.__setattr__(around, "list_models", lambda own: models)
        app.window.actions_by_name["settings"].trigger()
        dialog = app.window.dialogs.settings_dialog
        assert dialog.isVisible()
        qtbot.waitUntil(lambda: dialog.transcription.device.count() == 2 + len(cards))
        return dialog

    return opened


def entries(control: Dropdown) -> list[object]:
    return [control.itemData(row) for row in range(control.count())]


def test_theme_motion_speed_and_language_count_at_once(qtbot, make_app, open_settings) -> None:
    app = make_app(theme="light")
    dialog = open_settings(app)
    page = dialog.appearance
    choose(page.theme, "dark")
    assert theme.current_colors().dark
    choose(page.motion, "reduced")
    assert app.window.transcription_page.player.reduced_motion
    choose(page.canvas_speed, 2.0)
    assert app.window.settings.canvas_speed == 2.0
    assert app.window.transcription_page.player.speed_text.startswith("2")
    choose(dialog.transcription.language, "hi")
    assert app.window.header.language_box.currentData() == "hi"
    dialog.transcription.steps.setValue(32)
    assert app.window.header.steps_slider.value() == 32
    choose(dialog.transcription.start, "noise")
    assert app.window.settings.options().start == "noise"
    choose(dialog.transcription.guidance, 1.3)
    assert app.window.settings.options().guidance == 1.3
    choose(dialog.transcription.repetitions, "keep")
    assert app.window.settings.options().remove_repetitions is False
    dialog.transcription.copy_when_done.click()
    assert app.window.settings.copy_when_done


def test_what_changes_elsewhere_is_seen_in_the_open_dialog(make_app, open_settings) -> None:
    app = make_app()
    dialog = open_settings(app)
    app.window.header.steps_slider.setValue(7)
    assert dialog.transcription.steps.value() == 7
    app.window.transcription_page.player.speed_chosen.emit(0.5)
    assert dialog.appearance.canvas_speed.currentData() == 0.5


def test_the_model_s_own_steps_are_shown_until_others_are_chosen(qtbot, make_app, open_settings) -> None:
    """And again once just that number is chosen: it is no choice."""

    class TakesEight(ScriptedEngine):
        def prepare(self):
            for event in super().prepare():
                yield replace(event, steps=8) if isinstance(event, ModelReady) else event

    app = make_app(TakesEight())
    slider, dialog = app.window.header.steps_slider, open_settings(app)
    qtbot.waitUntil(lambda: slider.value() == 8)
    assert dialog.transcription.steps.value() == 8
    assert "8" in slider.toolTip()
    assert app.window.settings.steps == 0
    slider.setValue(12)
    assert (app.window.settings.steps, dialog.transcription.steps.value()) == (12, 12)
    dialog.transcription.steps.setValue(8)
    assert (app.window.settings.steps, slider.value()) == (0, 8)


def test_what_a_model_without_canvas_has_no_use_for_is_not_offered(qtbot, make_app, open_settings) -> None:
    class WritesLeftToRight(ScriptedEngine):
        def prepare(self):
            for event in super().prepare():
                yield replace(event, steps=0, start=None) if isinstance(event, ModelReady) else event

    app = make_app(WritesLeftToRight())
    page, header = open_settings(app).transcription, app.window.header
    assert not any(control.isEnabled() for control in (page.steps, page.start, page.guidance))
    assert page.language.isEnabled()
    assert header.language_box.isVisible()
    for widget in (header.steps_slider, header.steps_label, header.limit_label, header.cost_label, header.start_box):
        assert not widget.isVisible()


def gpu(name: str, title: str, total_gb: int) -> Gpu:
    size_bytes = total_gb * 10**9
    return Gpu(name, title, size_bytes, size_bytes, capability=(9, 0), bf16=True, usable=True)


def test_another_device_reloads_the_model_and_the_header_says_which(qtbot, make_app, open_settings) -> None:
    class Moves(ScriptedEngine):
        def prepare(self):
            for event in super().prepare():
                if hasattr(event, "device") and self.model_choices:
                    event = type(event)("Scripted", self.model_choices[-1][1], "bf16", self.vocabulary, self.languages)
                yield event

    app = make_app(Moves())
    dialog = open_settings(app, cards=[gpu("cuda:0", "Big card", 24), gpu("cuda:1", "Other", 8)])
    assert entries(dialog.transcription.device) == ["auto", "cpu", "cuda:0", "cuda:1"]
    with qtbot.waitSignal(app.queue.model_ready):
        choose(dialog.transcription.device, "cuda:1")
    assert "cuda:1, bf16" in app.window.header.status_label.text()
    assert "cuda:1 (bf16)" in dialog.transcription.device_row.note.text()


def test_a_device_that_fails_is_said_in_the_dialog_and_in_the_window(qtbot, make_app, open_settings) -> None:
    class Fails(ScriptedEngine):
        def prepare(self):
            if self.model_choices:
                raise DeviceError("The card cuda:0 does not work.", "It is too old.", "Choose the device cpu, or auto.")
            yield from super().prepare()

    app = make_app(Fails())
    dialog = open_settings(app, cards=[gpu("cuda:0", "Old card", 4)])
    with qtbot.waitSignal(app.queue.model_failed):
        choose(dialog.transcription.device, "cuda:0")
    assert "does not work" in dialog.transcription.device_row.note.text()
    assert "does not work" in app.window.banner.text
    assert app.window.header.status_label.text() == "No model"


def test_the_model_is_changed_after_the_file_at_work(qtbot, make_app, open_settings, clips, tmp_path: Path) -> None:
    gate = threading.Event()
    engine = ScriptedEngine(gate=gate)
    app = make_app(engine)
    own = InstalledModel("mine", "My own", tmp_path / "data" / "models" / "mine", ("de",), 7_000_000)
    bundled = InstalledModel("anneal-small", "Anneal small", Path("/bundled/anneal-small"), ("en",), 54_000_000)
    dialog = open_settings(app, models=[bundled, own])
    qtbot.waitUntil(lambda: entries(dialog.transcription.model) == ["anneal-small", "mine"])
    assert dialog.transcription.model.currentData() == "anneal-small"
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: app.queue.current_item is not None and app.queue.current_item.current is not None)
    ready = []
    app.queue.model_ready.connect(ready.append)
    choose(dialog.transcription.model, "mine")
    assert app.window.settings.model == "mine"
    assert "Deutsch" in dialog.transcription.model_row.note.text()
    assert not ready
    gate.set()
    qtbot.waitUntil(lambda: bool(ready))
    assert app.queue.items[0].state is QueueState.DONE
    find_model, device = engine.model_choices[-1]
    assert device == "auto"
    with pytest.raises(ModelError, match="mine"):  # nobody put a folder of that name there
        find_model()


def test_own_models_are_found_in_the_chosen_folder(qtbot, make_app, open_settings, tmp_path: Path) -> None:
    for name in ("native", "published", "neither"):
        (tmp_path / "own" / name).mkdir(parents=True)
    (tmp_path / "own" / "native" / "adapter.json").write_text('{"title": "Native one", "languages": ["fr"]}')
    (tmp_path / "own" / "published" / "diffusion_asr_small.pt").write_bytes(b"weights")
    app = make_app(ScriptedEngine())
    dialog = open_settings(app)
    dialog.storage.models.choose_if_writable(tmp_path / "own")
    qtbot.waitUntil(lambda: app.window.settings.models_folder == str(tmp_path / "own"))
    bundled = [folder.name for folder in paths.bundled_models()]
    qtbot.waitUntil(lambda: entries(dialog.transcription.model) == [*bundled, "native", "published"])


def test_recordings_go_where_the_person_says(qtbot, make_app, open_settings, tmp_path: Path) -> None:
    app = make_app()
    dialog = open_settings(app)
    dialog.storage.recordings.choose_if_writable(tmp_path / "Größe 会")
    qtbot.waitUntil(lambda: app.window.settings.recordings_folder == str(tmp_path / "Größe 会"))
    assert app.recording_job.make_recorder("").folder == tmp_path / "Größe 会"
    assert dialog.storage.recordings.reset.isVisibleTo(dialog.storage)
    dialog.storage.recordings.reset.click()
    assert app.window.settings.recordings_folder == ""
    assert app.recording_job.make_recorder("").folder == tmp_path / "data" / "recordings"


def test_a_folder_that_cannot_be_used_is_a_sentence(qtbot, make_app, open_settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    app = make_app()
    dialog = open_settings(app)
    dialog.storage.recordings.choose_if_writable(tmp_path / "file" / "below")
    note = dialog.storage.rows[0].note
    qtbot.waitUntil(lambda: "cannot be used" in note.text())
    assert app.window.settings.recordings_folder == ""


def test_microphones_come_and_go_while_the_page_is_open(qtbot, make_app, open_settings) -> None:
    plugged: list[InputDevice] = [InputDevice("Laptop", True)]
    app = make_app(microphone="Desk")
    dialog = open_settings(app)
    object.__setattr__(app.window.dialogs.services, "list_microphones", lambda: list(plugged))
    dialog.recording.rescan_timer.setInterval(50)
    dialog.sections.setCurrentRow(1)
    control = dialog.recording.microphone
    qtbot.waitUntil(lambda: entries(control) == ["", "Laptop", "Desk"])
    assert control.currentText() == "Desk · not connected"
    plugged.append(InputDevice("Desk", False))
    qtbot.waitUntil(lambda: control.currentText() == "Desk")
    plugged.clear()
    qtbot.waitUntil(lambda: "No microphone" in dialog.recording.microphone_row.note.text())

    def none() -> list[InputDevice]:
        raise RecordingError("The sound system is missing.")

    object.__setattr__(app.window.dialogs.services, "list_microphones", none)
    qtbot.waitUntil(lambda: "sound system is missing" in dialog.recording.microphone_row.note.text())


class ScriptedRecorder:
    """Hears what the test says, until it is told to stop."""

    def __init__(self, levels: queue.SimpleQueue[RecordingLevel | None]) -> None:
        self._levels = levels

    def events(self) -> Iterator[RecordingLevel]:
        while (level := self._levels.get()) is not None:
            yield level

    def discard(self) -> None:
        self._levels.put(None)


def test_the_level_of_the_microphone_is_shown_on_request(qtbot, make_app, open_settings) -> None:
    app = make_app()
    dialog = open_settings(app)
    levels: queue.SimpleQueue[RecordingLevel | None] = queue.SimpleQueue()
    object.__setattr__(app.window.dialogs.services, "make_test_recorder", lambda _device: ScriptedRecorder(levels))
    dialog.sections.setCurrentRow(1)
    page = dialog.recording
    note = page.test_row.note
    page.test.button.click()
    assert note.text() == "Speak now."
    for level, said in (
        (RecordingLevel(3.0, 0.0, True, False), "muted"),
        (RecordingLevel(4.0, 0.3, False, False), "hears"),
        (RecordingLevel(5.0, 1.0, False, True), "Too loud"),
    ):
        levels.put(level)
        qtbot.waitUntil(lambda said=said: said in note.text())
    page.test.button.click()
    qtbot.waitUntil(lambda: not page.test.running)
    assert "Too loud" in note.text()
    page.test.button.click()
    assert page.test.running
    dialog.sections.setCurrentRow(0)
    qtbot.waitUntil(lambda: not page.test.running)  # nothing listens behind another page


def test_the_interface_language_changes_the_open_dialog(qtbot, make_app, open_settings) -> None:
    app = make_app()
    dialog = open_settings(app)
    choose(dialog.appearance.interface_language, "de")
    assert app.window.settings.interface_language == "de"
    assert dialog.appearance.interface_language.currentData() == "de"
    choose(dialog.appearance.interface_language, "")
    choose(dialog.appearance.interface_language, "en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")


def test_what_is_written_of_a_finished_file_is_chosen(qtbot, make_app, open_settings, clips, tmp_path: Path) -> None:
    app = make_app()
    page = open_settings(app).export
    assert not page.naming.isEnabled()
    for name in ("srt", "txt"):
        page.formats[name].click()
    assert app.window.settings.export_format_list == ("txt", "srt")
    assert page.naming.isEnabled()
    page.folder.choose_if_writable(tmp_path / "texts")
    qtbot.waitUntil(lambda: app.window.settings.export_folder == str(tmp_path / "texts"))
    choose(page.naming, "name-date")
    app.window.add_paths(clips[:1])
    names = [f"one {date.today().isoformat()}.{suffix}" for suffix in ("srt", "txt")]
    qtbot.waitUntil(lambda: sorted(path.name for path in (tmp_path / "texts").glob("one*")) == names)
    page.folder.reset.click()
    assert app.window.settings.export_folder == ""
    assert page.folder.path.text() == "Beside the file"


def test_everything_in_the_dialog_has_a_name_and_a_tooltip(make_app, open_settings) -> None:
    dialog = open_settings(make_app())
    for row in range(dialog.sections.count()):
        dialog.sections.setCurrentRow(row)
        kinds = (QAbstractButton, QComboBox, QSlider)
        controls = [each for kind in kinds for each in dialog.findChildren(kind) if each.isVisible()]
        assert controls
        for control in controls:
            assert control.accessibleName() or control.text(), control
            assert control.toolTip(), (control, control.accessibleName())
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_what_the_dialog_is_still_asking_is_awaited_at_the_end(qtbot, make_app, open_settings) -> None:
    """A thread that Qt destroys while it runs aborts the process."""
    app = make_app()
    dialog = open_settings(app)
    asked, answer = threading.Event(), threading.Event()
    answered: list[bool] = []

    def slow() -> list[InputDevice]:
        asked.set()
        answer.wait(10)
        answered.append(True)
        return []

    object.__setattr__(app.window.dialogs.services, "list_microphones", slow)
    dialog.sections.setCurrentRow(1)
    assert asked.wait(5)
    threading.Timer(0.3, answer.set).start()
    app.window.close()
    assert app.shut_down(10_000)
    assert answered


def test_own_words_are_stored_after_a_pause_in_typing_and_added_from_a_file(
    qtbot, make_app, open_settings, tmp_path
) -> None:
    app = make_app()
    dialog = open_settings(app)
    page = dialog.own_words
    dialog.sections.setCurrentRow(2)
    page.words.setPlainText("Barmulloch\nann eel -> Anneal")
    qtbot.waitUntil(lambda: app.window.settings.own_words != "")
    options = app.window.settings.options()
    assert (options.words, options.replacements) == (("Barmulloch",), (("ann eel", "Anneal"),))
    assert options.speakers is None
    listed = tmp_path / "names.txt"
    listed.write_text("New York\n" + "x" * 200 + "\n", encoding="utf-8")
    page.add_file(listed)
    qtbot.waitUntil(lambda: "New York" in app.window.settings.own_words)
    assert app.window.settings.options().words == ("Barmulloch", "New York")
    notes = [label.text() for label in page.findChildren(QLabel)]
    assert any("1 line" in note for note in notes), notes
    page.add_file(tmp_path / "missing.txt")
    qtbot.waitUntil(lambda: any("missing.txt" in label.text() for label in page.findChildren(QLabel)))
    choose(page.speakers, "3")
    assert app.window.settings.options().speakers == 3


def test_a_rule_that_the_editor_offers_joins_the_own_words(make_app, open_settings) -> None:
    app = make_app()
    app.window.library_controller.editor.rule_requested.emit("ann eel", "Anneal")
    app.window.library_controller.editor.rule_requested.emit("uh", "")
    assert app.window.settings.options().replacements == (("ann eel", "Anneal"), ("uh", ""))
    assert open_settings(app).own_words.words.toPlainText() == app.window.settings.own_words


def test_every_page_can_be_reached_on_a_small_screen(qtbot, make_app, open_settings) -> None:
    app = make_app()
    dialog = open_settings(app)
    assert dialog.size() == dialog.sizeHint(), "not two thirds of the screen, as Qt would have it"
    for code in LANGUAGES:
        app.window.settings_controller.change(interface_language=code)
        for row, area in enumerate(dialog.findChildren(QScrollArea)):
            dialog.sections.setCurrentRow(row)
            dialog.resize(400, 300)  # it takes what it needs

            def beyond(area: QScrollArea = area) -> int:
                return area.widget().width() - area.viewport().width() - area.horizontalScrollBar().maximum()

            qtbot.waitUntil(lambda beyond=beyond: beyond() <= 0)
    assert dialog.width() > 600
