"""The window: layout and routing only. Work happens in ``app/jobs``, painting in the widgets beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_about, error_text
from app.jobs.library_worker import Clerk
from app.jobs.queue_item import QueueItem, State
from app.jobs.recording_job import RecordingJob
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.recordings import Recovered
from app.settings import Settings
from app.sound.microphone import RecordingSaved
from app.speech.events import Event, ModelReady, SegmentDone, SourceOpened

from .close_prompt import sure_to_close
from .dialogs import Dialogs
from .folder_opener import FolderOpener
from .formatting import clock
from .header import Header
from .library.library_controller import LibraryRoom
from .menus.actions import make_actions
from .menus.app_menu import AppMenu
from .menus.file_menu import FileMenu, file_slots
from .menus.language_menu import LanguageMenu
from .menus.microphone_menu import MicrophoneMenu
from .open_files import Intake
from .recording_controller import RecordingDesk
from .recording_page import Listening
from .settings_controller import Preferences
from .sidebar import Sidebar
from .transcription_page import Workbench
from .welcome import Welcome, language_of, sample_for
from .widgets.banner import Banner
from .widgets.drop_target import DropTarget
from .window_services import Surroundings


class MainWindow(QMainWindow):
    settings_changed = Signal(object)  # Settings

    def __init__(
        self,
        queue: TranscriptionQueue,
        clerk: Clerk,
        recording: RecordingJob,
        errands: Errands,
        settings: Settings,
        surroundings: Surroundings,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Anneal")
        self.setMinimumSize(940, 620)
        self.resize(1280, 800)
        self._queue, self._recording, self._errands, self._around = queue, recording, errands, surroundings
        self._model: ModelReady | None = None
        self._changing_model = False
        self._follow = True
        """Whether the bench moves on to the file being worked on."""
        self._finished: QueueItem | None = None
        """The text that was on the bench before."""
        self._lay_out(clerk)
        microphones = MicrophoneMenu(surroundings.list_microphones, self._errands, settings.microphone, self)
        self.preferences = Preferences(settings, self.header, self.bench.player, microphones, self)
        self.dialogs = Dialogs(self, self.preferences, queue, surroundings, self._errands, self.banner)
        self.intake = Intake(self, self._errands, self.banner)
        self.folder_opener = FolderOpener(self._errands, self)
        self._connect(microphones)
        self.header.show_status(lambda: self.tr("Starting…"))
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode("ascii", "ignore")))
        self.sidebar.record.setFocus()

    # --- layout

    def _lay_out(self, clerk: Clerk) -> None:
        self.header = Header()
        self.sidebar = Sidebar(self._queue)
        self.banner = Banner()
        self.recovery = Banner()  # of its own: no other message may push the offer away
        self.offers = Banner()
        self.welcome = Welcome(self._around.samples)
        self.listening = Listening()
        self.desk = RecordingDesk(self._recording, self.sidebar.record, self.listening, self)
        self.bench = Workbench(self._queue)
        self.pages = QStackedWidget()
        for page in (self.welcome, self.listening, self.bench):
            self.pages.addWidget(page)
        self.room = LibraryRoom(self.pages, clerk, self._queue, self.offers)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(22, 14, 22, 18)
        column.setSpacing(12)
        for banner in (self.recovery, self.offers, self.banner):
            column.addWidget(banner)
        column.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.sidebar)
        below.addWidget(main, 1)
        everything = QWidget()
        rows = QVBoxLayout(everything)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(below, 1)
        self.setCentralWidget(everything)
        self.drop_target = DropTarget(self)
        self.drop_target.dropped.connect(self.add_paths)
        for before, after in (
            (self.sidebar.record, self.sidebar.drop.open),
            (self.sidebar.drop.open, self.header.language),
            (self.header.language, self.header.steps),
            (self.header.steps, self.header.menu),
            (self.header.menu, self.sidebar.library),
            (self.sidebar.library, self.sidebar.files),
        ):
            QWidget.setTabOrder(before, after)

    def _connect(self, microphones: MicrophoneMenu) -> None:
        self.actions_by_name = make_actions(
            self,
            {
                "open": self.intake.ask_for_files,
                "open_folder": self.intake.ask_for_folder,
                "sample": self.try_sample,
                "record": self.toggle_recording,
                "cancel": self.room.instead(self.room.editor.find_bar.close_bar, self.cancel_shown),
                **file_slots(self._queue, self.sidebar.files),
                "copy": self.room.instead(self.room.editor.copy_text, self.bench.copy_text),
                "replay": self.room.instead(self.room.editor.replay_current, self._replay_at_cursor),
                "live": self.bench.back_to_live,
                "library": self.room.toggle,
                "edit": self._edit_shown,
                "language": self.header.language.showPopup,
                "steps": lambda: self.header.steps.setFocus(Qt.FocusReason.ShortcutFocusReason),
                "menu": self.header.menu.showMenu,
                "show_recordings": lambda: self.folder_opener.open(
                    self._around.folders.recordings_in(self.settings.recordings_folder)
                ),
                "models": self.dialogs.models_wanted.emit,
                "settings": self.dialogs.show_settings,
                "copy_diagnostics": self.dialogs.copy_diagnostics,
                "about": self.dialogs.show_about,
                "shortcuts": lambda: self.dialogs.show_shortcuts(self.actions_by_name),
                "quit": self.close,
            },
        )
        # Space belongs to whatever has the focus; keyPressEvent gets it where nobody wants it.
        self.actions_by_name["record"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        FileMenu(self.actions_by_name, self._queue, self.sidebar.files, self)
        languages = LanguageMenu(lambda: self.settings.interface_language, self)
        self.menu = AppMenu(self.actions_by_name, (microphones, languages), self)
        self.header.menu.setMenu(self.menu)
        change = self.preferences.change
        self.preferences.changed.connect(self.settings_changed)
        self.intake.found.connect(lambda sources: self._add(sources))
        self.folder_opener.failed.connect(self.banner.say_error)
        languages.chosen.connect(lambda code: change(interface_language=code))
        microphones.chosen.connect(lambda name: change(microphone=name))
        self.header.language_chosen.connect(lambda code: change(language=code))
        self.bench.player.speed_chosen.connect(lambda speed: change(canvas_speed=speed))
        self.header.steps_chosen.connect(self._on_steps_chosen)
        self.sidebar.open_wanted.connect(self.intake.ask_for_files)
        self.sidebar.record.clicked.connect(self.toggle_recording)
        self.welcome.open_wanted.connect(self.intake.ask_for_files)
        self.welcome.sample_wanted.connect(self.try_sample)
        self.sidebar.files.item_chosen.connect(self._on_item_chosen)
        self.bench.retry_wanted.connect(self._queue.retry)
        self.bench.cancel_wanted.connect(self._queue.cancel)
        self.bench.edit_wanted.connect(self.room.edit)
        self.sidebar.library.clicked.connect(self.room.toggle)
        self.room.open_changed.connect(self.sidebar.library.setChecked)
        self.room.left.connect(self._leave_library)
        self.room.item_wanted.connect(self._on_item_chosen)

        queue = self._queue
        queue.reported.connect(self._on_reported)
        queue.item_changed.connect(self._on_item_changed)
        queue.rowsRemoved.connect(self._on_rows_removed)
        queue.model_loading.connect(self._on_model_loading)
        queue.model_ready.connect(self._on_model_ready)
        queue.model_failed.connect(self._on_model_failed)
        self.desk.begun.connect(self._on_recording_begun)
        self.desk.saved.connect(self._on_recording_saved)
        self.desk.failed.connect(self._on_recording_failed)

    # --- what a person does

    def begin(self) -> None:
        """After the window is on screen: make the model ready, and look for recordings that a crash left behind."""
        self._queue.prepare()
        self.room.begin()
        self.preferences.ask_system(self._errands)
        self._errands.run(lambda: iter([self._around.recover_recordings()]), self._on_recovered)

    @Slot(object)
    def add_paths(self, paths: Sequence[Path]) -> None:
        """Files and folders, as dropped or chosen: the audio among them joins the queue."""
        self.intake.add(paths)

    @Slot(object)
    def receive(self, paths: Sequence[Path]) -> None:
        """Another start of the app hands over its files, or only wants the window."""
        self.showNormal() if self.isMinimized() else self.raise_()
        self.activateWindow()
        self.add_paths(paths)

    @Slot(object)
    def try_sample(self, sample: Path | None = None) -> None:
        """This sample; else the one in the chosen language, the English one, or the first there is."""
        sample = sample or sample_for(self.settings.language, self._around.samples)
        if sample is not None:
            code, name = language_of(sample)
            if self.settings.language not in ("auto", code):
                self.preferences.change(language=code or "auto")  # in another language it would be nonsense
            self._add([sample], self.tr("Sample, {language}").format(language=name))

    @Slot()
    def toggle_recording(self) -> None:
        self.desk.toggle(self.settings.microphone)

    @Slot()
    def cancel_shown(self) -> None:
        """Cancel the file on the bench; if that is not running, the one that is."""
        item = self.bench.item
        if item is None or item.state.over:
            item = self._queue.working
        if item is not None:
            self._queue.cancel(item)

    def _edit_shown(self) -> None:
        item = self.bench.item
        if item is not None and item.state.over and item.segments and not self.room.open:
            self.room.edit(item)

    @Slot()
    def _leave_library(self) -> None:
        """Back to what is being recorded or transcribed, or to the beginning."""
        shown = self.bench if self.bench.item is not None and self._queue.items else self.welcome
        self.pages.setCurrentWidget(self.listening if self._recording.active else shown)

    def _replay_at_cursor(self) -> None:
        segment = self.bench.transcript.current_segment()
        if segment is not None:
            self.bench.replay(segment)

    # --- files

    def _add(self, sources: Sequence[Path], title: str = "") -> None:
        self._follow = True
        if sources and self.room.open:
            self._leave_library()
        added = self._queue.add(sources, title)
        if added and self.pages.currentWidget() is self.welcome:
            self._show(added[0])  # at once, though the model may still be loading

    @Slot(object)
    def _on_item_chosen(self, item: QueueItem) -> None:
        self._follow = item is self._queue.working
        self._show(item)
        self.pages.setCurrentWidget(self.bench)  # also during a recording, which goes on

    def _follow_to(self, item: QueueItem) -> None:
        """Show the file at work; a finished text gives way only to one that can be read."""
        shown = self.bench.item
        finished = shown is not None and shown.state is State.DONE
        if not self._recording.active and (shown is None or (self._follow and not (finished and item.opened is None))):
            self._finished = shown if finished else self._finished
            self._show(item)

    def _say_failure(self, item: QueueItem, error: AnnealError) -> None:
        """A file failed: if nothing of it is there to be read, the finished text that it replaced comes back."""
        if item is self.bench.item and not item.segments and self._finished in self._queue.items:
            self._show(self._finished)
        if item is not self.bench.item:
            self.banner.say(lambda: error_about(item.title, error))

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item.state.at_work or self.bench.item is None:
            self._follow_to(item)
        self.bench.refresh_item(item)
        if item.state is State.FAILED and item.error is not None:
            self._say_failure(item, item.error)
        if item.state is State.DONE and self.settings.copy_when_done and item is self.bench.item:
            self.bench.copy_text()

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        if isinstance(event, SourceOpened):
            self._follow_to(item)
        if item is self.bench.item:
            self.bench.take(event)
        if isinstance(event, SegmentDone):
            self._show_speed()

    @Slot()
    def _on_rows_removed(self) -> None:
        item = self.bench.item
        if item is None or self._queue.row_of(item) >= 0:
            return
        left = self._queue.items
        if left:
            self._show(self._queue.working or left[-1])
        elif not self._recording.active and not self.room.open:
            self.pages.setCurrentWidget(self.welcome)

    def _show(self, item: QueueItem) -> None:
        self.bench.show_item(item)
        self.sidebar.files.select(item)
        if not self._recording.active and not self.room.open:
            self.pages.setCurrentWidget(self.bench)

    # --- recording

    @Slot()
    def _on_recording_begun(self) -> None:
        self.banner.hide()
        self.pages.setCurrentWidget(self.listening)

    @Slot(object)
    def _on_recording_saved(self, event: RecordingSaved) -> None:
        self._follow = True
        title = self.tr("Recording, {time}").format(time=QLocale().toString(QTime.currentTime(), "HH:mm"))
        self.pages.setCurrentWidget(self.bench)
        added = self._queue.add([event.path], title, recorded=True)
        self.bench.show_item(added[0])
        self.sidebar.files.select(added[0])
        if event.interruption is not None:
            self.banner.say_error(event.interruption)

    @Slot(object)
    def _on_recording_failed(self, error: AnnealError) -> None:
        self.pages.setCurrentWidget(self.bench if self.bench.item is not None else self.welcome)
        self.banner.say_error(error, lambda: self.tr("Try again"), self.toggle_recording)

    @Slot(object)
    def _on_recovered(self, found: list[Recovered]) -> None:
        if not found:
            return
        length = clock(sum(recording.duration_s for recording in found))
        paths = [recording.path for recording in found]
        self.recovery.say(
            lambda: self.tr("A recording that was cut short last time is safe: {length}.").format(length=length),
            lambda: self.tr("Transcribe it"),
            lambda: self.add_paths(paths),
            note=True,
        )

    # --- the model

    def reload_model(self) -> None:
        """Another model or device was chosen: go over to it, after the file at work."""
        self._changing_model = True
        self.banner.hide()
        self._queue.prepare()

    @Slot(object)
    def _on_model_loading(self, _event: object) -> None:
        if self._model is None or self._changing_model:
            self.dialogs.show_model(None)
            self.header.show_status(lambda: self.tr("Loading model…"))

    @Slot(object)
    def _on_model_ready(self, model: ModelReady) -> None:
        self._changing_model = False
        if self._model is None or model != self._model:
            self._model = model
            self.bench.set_vocabulary(model.vocabulary)
            self.header.mark_languages(model.languages)
        self._show_speed()

    @Slot(object)
    def _on_model_failed(self, error: AnnealError) -> None:
        self.header.show_status(lambda: self.tr("No model"), lambda: error_text(error))
        self.banner.say_error(error, lambda: self.tr("Try again"), self._queue.prepare)

    def _show_speed(self) -> None:
        """Device, precision and speed: as verified and measured, nothing else."""
        self.header.show_cost(self._queue.speed.clip_cost_s(self.settings.steps))
        if self._model is not None:
            self.header.show_model(self._model, self._queue.speed.real_time)

    # --- settings

    @property
    def settings(self) -> Settings:
        return self.preferences.now

    @Slot(int)
    def _on_steps_chosen(self, steps: int) -> None:
        self.preferences.change(steps=steps)
        self.header.show_cost(self._queue.speed.clip_cost_s(steps))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, where nothing that has the focus wanted it: record or stop."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.toggle_recording()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        recording, unfinished = self._recording.active, len(self._queue.unfinished)
        if (recording or unfinished) and not sure_to_close(self, recording, unfinished):
            event.ignore()
            return
        self.preferences.change(window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._recording.stop()
        self._queue.leave()
        event.accept()
