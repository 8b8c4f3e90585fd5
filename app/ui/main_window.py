"""The main window: layout and routing. Work runs in ``app/jobs``, painting in the other modules of ``app/ui``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_about, error_text
from app.jobs.library_worker import LibraryWorker
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.recording_job import RecordingJob
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.recordings import RecoveredRecording
from app.settings import Settings
from app.sound.microphone import RecordingSaved
from app.speech.events import Event, ModelReady, SegmentDone, SourceSegmented
from app.transcript.clock import clock_text

from .dialogs import Dialogs
from .folder_opener import FolderOpener
from .header import Header
from .library.library_controller import LibraryController
from .menus.actions import make_actions
from .menus.app_menu import AppMenu
from .menus.file_menu import FileMenu, queue_item_slots
from .menus.language_menu import LanguageMenu
from .menus.microphone_menu import MicrophoneMenu
from .open_files import FileOpener
from .recording_controller import RecordingController
from .recording_page import RecordingPage
from .settings_controller import SettingsController
from .sidebar import Sidebar
from .transcription_page import TranscriptionPage
from .welcome import WelcomePage, sample_for, sample_language
from .widgets.banner import Banner
from .widgets.drop_target import DropTarget
from .window_services import WindowServices


class MainWindow(QMainWindow):
    settings_changed = Signal(object)  # Settings

    def __init__(
        self,
        queue: TranscriptionQueue,
        library_worker: LibraryWorker,
        recording_job: RecordingJob,
        background_tasks: BackgroundTasks,
        settings: Settings,
        services: WindowServices,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Anneal")
        self.setMinimumSize(940, 620)
        self.resize(1280, 800)
        self._queue, self._recording_job = queue, recording_job
        self._background_tasks, self._services = background_tasks, services
        self._model: ModelReady | None = None
        self._model_changing = False
        self._follows_work = True
        """Whether the transcription page moves on to the running file."""
        self._replaced_item: QueueItem | None = None
        """The finished file that the page showed before."""
        self._lay_out(library_worker)
        microphones = MicrophoneMenu(services.list_microphones, self._background_tasks, settings.microphone, self)
        self.settings_controller = SettingsController(
            settings, self.header, self.transcription_page.player, microphones, self
        )
        self.dialogs = Dialogs(self, self.settings_controller, queue, services, self._background_tasks, self.banner)
        self.file_opener = FileOpener(self, self._background_tasks, self.banner)
        self.drop_target.links_dropped.connect(self.file_opener.refuse_links)
        self.folder_opener = FolderOpener(self._background_tasks, self)
        self._connect(microphones)
        self.header.show_status(lambda: self.tr("Starting…"))
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode("ascii", "ignore")))
        self.sidebar.record_button.setFocus()

    # --- layout

    def _lay_out(self, library_worker: LibraryWorker) -> None:
        self.header = Header()
        self.sidebar = Sidebar(self._queue)
        self.banner = Banner()
        self.recovery_banner = Banner()  # a banner of its own: no other message replaces the offer
        self.resume_banner = Banner()
        self.welcome_page = WelcomePage(self._services.samples)
        self.recording_page = RecordingPage()
        self.recording_controller = RecordingController(
            self._recording_job, self.sidebar.record_button, self.recording_page, self
        )
        self.transcription_page = TranscriptionPage(self._queue)
        self.pages = QStackedWidget()
        for page in (self.welcome_page, self.recording_page, self.transcription_page):
            self.pages.addWidget(page)
        self.library_controller = LibraryController(
            self.pages, self._background_tasks, library_worker, self._queue, self.resume_banner
        )
        main = QWidget()
        self._main_column = QVBoxLayout(main)
        self._main_column.setContentsMargins(22, 14, 22, 18)
        self._main_column.setSpacing(12)
        for banner in (self.recovery_banner, self.resume_banner, self.banner):
            self._main_column.addWidget(banner)
        self._main_column.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.sidebar)
        body.addWidget(main, 1)
        central = QWidget()
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(body, 1)
        self.setCentralWidget(central)
        self.drop_target = DropTarget(self)
        self.drop_target.dropped.connect(self.add_paths)
        for before, after in (
            (self.sidebar.record_button, self.sidebar.drop_zone.open_button),
            (self.sidebar.drop_zone.open_button, self.header.language_box),
            (self.header.language_box, self.header.steps_slider),
            (self.header.steps_slider, self.header.menu_button),
            (self.header.menu_button, self.sidebar.library_button),
            (self.sidebar.library_button, self.sidebar.queue_view),
        ):
            QWidget.setTabOrder(before, after)

    def add_banner(self) -> Banner:
        """Add a banner above ``banner``, for messages that no other message may replace."""
        banner = Banner()
        self._main_column.insertWidget(self._main_column.indexOf(self.banner), banner)
        return banner

    def _connect(self, microphones: MicrophoneMenu) -> None:
        self.actions_by_name = make_actions(
            self,
            {
                "open": self.file_opener.choose_files,
                "open_folder": self.file_opener.choose_folder,
                "sample": self.try_sample,
                "record": self.toggle_recording,
                "cancel": self.library_controller.editor_or_window(
                    self.library_controller.editor.find_bar.close_bar, self.cancel_current
                ),
                **queue_item_slots(self._queue, self.sidebar.queue_view),
                "copy": self.library_controller.editor_or_window(
                    self.library_controller.editor.copy_text, self.transcription_page.copy_text
                ),
                "replay": self.library_controller.editor_or_window(
                    self.library_controller.editor.replay_current, self._replay_at_cursor
                ),
                "live": self.transcription_page.back_to_live,
                "library": self.library_controller.toggle,
                "edit": self._edit_current,
                "language": self.header.language_box.showPopup,
                "steps": lambda: self.header.steps_slider.setFocus(Qt.FocusReason.ShortcutFocusReason),
                "menu": self.header.menu_button.showMenu,
                "show_recordings": lambda: self.folder_opener.open(
                    self._services.folders.recordings_in(self.settings.recordings_folder)
                ),
                "models": self.dialogs.models_requested.emit,
                "settings": self.dialogs.show_settings,
                "copy_diagnostics": self.dialogs.copy_diagnostics,
                "about": self.dialogs.show_about,
                "shortcuts": lambda: self.dialogs.show_shortcuts(self.actions_by_name),
                "quit": self.close,
            },
        )
        # Space belongs to the widget with the focus; keyPressEvent gets it if that ignores it.
        self.actions_by_name["record"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        FileMenu(self.actions_by_name, self._queue, self.sidebar.queue_view, self._background_tasks, self)
        languages = LanguageMenu(lambda: self.settings.interface_language, self)
        self.menu = AppMenu(self.actions_by_name, (microphones, languages), self)
        self.header.menu_button.setMenu(self.menu)
        change = self.settings_controller.change
        self.settings_controller.changed.connect(self.settings_changed)
        self.file_opener.media_found.connect(lambda sources: self._enqueue(sources))
        self.folder_opener.failed.connect(self.banner.show_error)
        languages.chosen.connect(lambda code: change(interface_language=code))
        microphones.chosen.connect(lambda name: change(microphone=name))
        self.header.language_chosen.connect(lambda code: change(language=code))
        self.transcription_page.player.speed_chosen.connect(lambda speed: change(canvas_speed=speed))
        self.header.steps_chosen.connect(self._on_steps_chosen)
        self.sidebar.open_requested.connect(self.file_opener.choose_files)
        self.sidebar.record_button.clicked.connect(self.toggle_recording)
        self.welcome_page.open_requested.connect(self.file_opener.choose_files)
        self.welcome_page.sample_requested.connect(self.try_sample)
        self.sidebar.queue_view.item_chosen.connect(self._on_item_chosen)
        self.transcription_page.retry_requested.connect(self._queue.retry)
        self.transcription_page.cancel_requested.connect(self._queue.cancel)
        self.transcription_page.edit_requested.connect(self.library_controller.edit)
        self.sidebar.library_button.clicked.connect(self.library_controller.toggle)
        self.library_controller.open_changed.connect(self.sidebar.library_button.setChecked)
        self.library_controller.left.connect(self._leave_library)
        self.library_controller.item_requested.connect(self._on_item_chosen)

        queue = self._queue
        queue.reported.connect(self._on_reported)
        queue.item_changed.connect(self._on_item_changed)
        queue.rowsRemoved.connect(self._on_rows_removed)
        queue.model_loading.connect(self._on_model_loading)
        queue.model_ready.connect(self._on_model_ready)
        queue.model_failed.connect(self._on_model_failed)
        self.recording_controller.started.connect(self._on_recording_started)
        self.recording_controller.saved.connect(self._on_recording_saved)
        self.recording_controller.failed.connect(self._on_recording_failed)

    # --- user actions

    def start_background_work(self) -> None:
        """Load the model, and look for recordings that a crash left behind. Call it once the window is on screen."""
        self._queue.prepare()
        self.library_controller.start()
        self.settings_controller.query_system_motion(self._background_tasks)
        self._background_tasks.run(lambda: iter([self._services.recover_recordings()]), self._on_recovered)

    @Slot(object)
    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add the media among files and folders to the queue."""
        self.file_opener.open_paths(paths)

    @Slot(object)
    def open_from_other_start(self, paths: Sequence[Path]) -> None:
        """Show the window and add the files with which the app was started a second time."""
        self.showNormal() if self.isMinimized() else self.raise_()
        self.activateWindow()
        self.add_paths(paths)

    @Slot(object)
    def try_sample(self, sample: Path | None = None) -> None:
        """Transcribe a sample; None means the one in the chosen language, else the English one, else the first."""
        sample = sample or sample_for(self.settings.language, self._services.samples)
        if sample is not None:
            code, name = sample_language(sample)
            if self.settings.language not in ("auto", code):
                self.settings_controller.change(
                    language=code or "auto"
                )  # decoded as another language it would be nonsense
            self._enqueue([sample], self.tr("Sample, {language}").format(language=name))

    @Slot()
    def toggle_recording(self) -> None:
        self.recording_controller.toggle(self.settings.microphone)

    @Slot()
    def cancel_current(self) -> None:
        """Cancel the file on the page; if it is not running, the one that is."""
        item = self.transcription_page.item
        if item is None or item.state.is_final:
            item = self._queue.current_item
        if item is not None:
            self._queue.cancel(item)

    def _edit_current(self) -> None:
        item = self.transcription_page.item
        if item is not None and item.state.is_final and item.segments and not self.library_controller.is_open:
            self.library_controller.edit(item)

    @Slot()
    def _leave_library(self) -> None:
        """Go back to the recording, the transcription or the welcome page."""
        if self._recording_job.active:
            page: QWidget = self.recording_page
        elif self.transcription_page.item is not None and self._queue.items:
            page = self.transcription_page
        else:
            page = self.welcome_page
        self.pages.setCurrentWidget(page)

    def _replay_at_cursor(self) -> None:
        segment = self.transcription_page.transcript.current_segment()
        if segment is not None:
            self.transcription_page.replay(segment)

    # --- files

    def _enqueue(self, sources: Sequence[Path], title: str = "") -> None:
        self._follows_work = True
        if sources and self.library_controller.is_open:
            self._leave_library()
        added = self._queue.add(sources, title)
        if added and self.pages.currentWidget() is self.welcome_page:
            self._show_item(added[0])  # at once, though the model may still be loading

    @Slot(object)
    def _on_item_chosen(self, item: QueueItem) -> None:
        self._follows_work = item is self._queue.current_item
        self._show_item(item)
        self.pages.setCurrentWidget(self.transcription_page)  # also during a recording, which goes on

    def _show_if_following(self, item: QueueItem) -> None:
        """Show the running file; it replaces a finished text only once it is segmented."""
        shown = self.transcription_page.item
        finished = shown is not None and shown.state is QueueState.DONE
        if not self._recording_job.active and (
            shown is None or (self._follows_work and not (finished and item.segmented_source is None))
        ):
            self._replaced_item = shown if finished else self._replaced_item
            self._show_item(item)

    def _show_failure(self, item: QueueItem, error: AnnealError) -> None:
        """Report a failed file. If it has no text, show the finished file again that it replaced."""
        if item is self.transcription_page.item and not item.segments and self._replaced_item in self._queue.items:
            self._show_item(self._replaced_item)
        if item is not self.transcription_page.item:
            self.banner.show_message(lambda: error_about(item.title, error))

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item.state.is_active or self.transcription_page.item is None:
            self._show_if_following(item)
        self.transcription_page.refresh_item(item)
        if item.state is QueueState.FAILED and item.error is not None:
            self._show_failure(item, item.error)
        if item.state is QueueState.DONE and self.settings.copy_when_done and item is self.transcription_page.item:
            self.transcription_page.copy_text()

    @Slot(object, object)
    def _on_reported(self, item: QueueItem, event: Event) -> None:
        if isinstance(event, SourceSegmented):
            self._show_if_following(item)
        if item is self.transcription_page.item:
            self.transcription_page.handle(event)
        if isinstance(event, SegmentDone):
            self._show_speed()

    @Slot()
    def _on_rows_removed(self) -> None:
        item = self.transcription_page.item
        if item is None or self._queue.row_of(item) >= 0:
            return
        remaining = self._queue.items
        if remaining:
            self._show_item(self._queue.current_item or remaining[-1])
        elif not self._recording_job.active and not self.library_controller.is_open:
            self.pages.setCurrentWidget(self.welcome_page)

    def _show_item(self, item: QueueItem) -> None:
        self.transcription_page.show_item(item)
        self.sidebar.queue_view.select(item)
        if not self._recording_job.active and not self.library_controller.is_open:
            self.pages.setCurrentWidget(self.transcription_page)

    # --- recording

    @Slot()
    def _on_recording_started(self) -> None:
        self.banner.hide()
        self.pages.setCurrentWidget(self.recording_page)

    @Slot(object)
    def _on_recording_saved(self, event: RecordingSaved) -> None:
        self._follows_work = True
        title = self.tr("Recording, {time}").format(time=QLocale().toString(QTime.currentTime(), "HH:mm"))
        self.pages.setCurrentWidget(self.transcription_page)
        added = self._queue.add([event.path], title, recorded=True)
        self.transcription_page.show_item(added[0])
        self.sidebar.queue_view.select(added[0])
        if event.interruption is not None:
            self.banner.show_error(event.interruption)

    @Slot(object)
    def _on_recording_failed(self, error: AnnealError) -> None:
        self.pages.setCurrentWidget(
            self.transcription_page if self.transcription_page.item is not None else self.welcome_page
        )
        self.banner.show_error(error, lambda: self.tr("Try again"), self.toggle_recording)

    @Slot(object)
    def _on_recovered(self, recordings: list[RecoveredRecording]) -> None:
        if not recordings:
            return
        length = clock_text(sum(recording.duration_s for recording in recordings))
        paths = [recording.path for recording in recordings]
        self.recovery_banner.show_message(
            lambda: self.tr("A recording that was cut short last time is safe: {length}.").format(length=length),
            lambda: self.tr("Transcribe it"),
            lambda: self.add_paths(paths),
            is_note=True,
        )

    # --- the model

    @property
    def model(self) -> ModelReady | None:
        """The model in use; None before it is loaded."""
        return self._model

    def reload_model(self) -> None:
        """Load the newly chosen model or device, after the running file."""
        self._model_changing = True
        self.banner.hide()
        self._queue.prepare()

    @Slot(object)
    def _on_model_loading(self, _event: object) -> None:
        if self._model is None or self._model_changing:
            self.dialogs.show_model_status(None)
            self.header.show_status(lambda: self.tr("Loading model…"))

    @Slot(object)
    def _on_model_ready(self, model: ModelReady) -> None:
        self._model_changing = False
        if self._model is None or model != self._model:
            self._model = model
            self.transcription_page.set_vocabulary(model.vocabulary)
            self.header.mark_untrained_languages(model.languages)
            if model.steps:
                self.settings_controller.set_model_steps(model.steps)
        self._show_speed()

    @Slot(object)
    def _on_model_failed(self, error: AnnealError) -> None:
        self.header.show_status(lambda: self.tr("No model"), lambda: error_text(error))
        self.banner.show_error(error, lambda: self.tr("Try again"), self._queue.prepare)

    def _show_speed(self) -> None:
        """Show device and precision as verified, and the measured speed."""
        self.header.show_cost(self._queue.speed.clip_cost_s(self.settings_controller.steps))
        if self._model is not None:
            self.header.show_model(self._model, self._queue.speed.times_real_time)

    # --- settings

    @property
    def settings(self) -> Settings:
        return self.settings_controller.settings

    @Slot(int)
    def _on_steps_chosen(self, steps: int) -> None:
        self.settings_controller.change(steps=steps)
        self.header.show_cost(self._queue.speed.clip_cost_s(steps))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record or stop with Space, if the widget with the focus ignored it."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat():
            self.toggle_recording()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        recording, unfinished = self._recording_job.active, len(self._queue.unfinished)
        if (recording or unfinished) and not confirm_close(self, recording, unfinished):
            event.ignore()
            return
        self.settings_controller.change(window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._recording_job.stop()
        self._queue.interrupt_all()
        event.accept()


def confirm_close(parent: QWidget, recording: bool, unfinished: int) -> bool:
    """Ask whether to close the window although work is running; nothing is lost either way."""
    box = QMessageBox(parent)
    box.setWindowTitle("Anneal")
    if recording:
        box.setText(QCoreApplication.translate("Closing", "A recording is running."))
        box.setInformativeText(
            QCoreApplication.translate(
                "Closing", "If you close now, what was said so far is kept in the recordings folder."
            )
        )
    else:
        box.setText(QCoreApplication.translate("Closing", "Anneal is still working."))
        offered = QCoreApplication.translate(
            "Closing", "Files that are not finished: {count}. At its next start Anneal offers to go on with them."
        )
        box.setInformativeText(offered.format(count=unfinished))
    close = box.addButton(
        QCoreApplication.translate("Closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(QCoreApplication.translate("Closing", "Keep working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is close
