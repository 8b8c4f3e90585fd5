"""The main window: layout and routing. Work runs in ``app/jobs``, painting in the other modules of ``app/ui``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, QTime, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.jobs.library_worker import LibraryWorker
from app.jobs.live_transcription import LiveTranscription
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.recording_job import RecordingJob
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.recordings import RecoveredRecording
from app.settings import Settings
from app.sound.microphone import RecordingSaved, RecordingStarted
from app.speech.events import Event, ModelReady, SegmentDone, SourceSegmented
from app.transcript.clock import clock_text

from . import window_geometry
from .dialogs import Dialogs
from .file_manager import show_in_file_manager
from .folder_opener import FolderOpener
from .header import Header
from .library.library_controller import LibraryController
from .menus.actions import make_actions
from .menus.app_menu import AppMenu
from .menus.file_menu import FileMenu, queue_item_slots
from .menus.language_menu import LanguageMenu
from .menus.microphone_menu import MicrophoneMenu
from .menus.sample_menu import SampleMenu
from .menus.view_menu import ViewMenu
from .open_files import FileOpener
from .recent_transcripts import MAX_RECENT
from .recording_controller import RecordingController
from .recording_page import RecordingBar, RecordingPage
from .sample_clips import sample_for, sample_language
from .settings_controller import SettingsController
from .sidebar import Sidebar
from .transcription_page import TranscriptionPage
from .welcome import WelcomePage
from .widgets.banner import Banner
from .widgets.drop_target import DropTarget
from .widgets.toasts import Toasts
from .window_services import WindowServices
from .work_status import APP_NAME, WorkStatus

RAIL_BELOW_PX, LOW_BELOW_PX = 820, 560
"""Width below which the sidebar is a rail of icons, and height below which margins are small."""


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
        self.setWindowTitle(APP_NAME)
        self._queue, self._recording_job = queue, recording_job
        self._background_tasks, self._services = background_tasks, services
        self._model: ModelReady | None = None
        self._model_changing = False
        self._follows_work = True
        """Whether the transcription page moves on to the running file."""
        self._replaced_item: QueueItem | None = None
        """The finished file that the page showed before."""
        self._library_worker = library_worker
        self._lay_out(library_worker)
        self._live = LiveTranscription(queue, lambda: self.settings.live, self)
        WorkStatus(queue, self)
        microphones = MicrophoneMenu(services.list_microphones, self._background_tasks, settings, self)
        self.settings_controller = SettingsController(
            settings, self.header, self.transcription_page.player, microphones, self
        )
        self.dialogs = Dialogs(self, self.settings_controller, queue, services, self._background_tasks, self.banner)
        self.file_opener = FileOpener(self, self._background_tasks, self.banner)
        self.drop_target.links_dropped.connect(self.file_opener.refuse_links)
        self.folder_opener = FolderOpener(self._background_tasks, self)
        self._connect(microphones)
        self.transcription_page.set_shares(settings.canvas_height_share, settings.canvas_width_share)
        self.transcription_page.set_spectrogram_shown(settings.spectrogram)
        self.transcription_page.set_legend_runs(settings.legend_runs)
        self.library_controller.editor.player.show_legend(settings.legend_runs > 0)
        self.header.show_status(lambda: self.tr("Starting…"))
        window_geometry.restore(self, settings.window)
        self.sidebar.record_button.setFocus()

    # --- layout

    def _lay_out(self, library_worker: LibraryWorker) -> None:
        self.header = Header()
        self.sidebar = Sidebar(self._queue)
        self.banner = Banner()
        self.recovery_banner = Banner()  # a banner of its own: no other message replaces the offer
        self.resume_banner = Banner()
        self.welcome_page = WelcomePage(self._services.samples, self._background_tasks)
        self.recording_page, self.recording_bar = RecordingPage(), RecordingBar()
        self.recording_controller = RecordingController(
            self._recording_job, self.sidebar.record_button, (self.recording_page, self.recording_bar), self
        )
        self.transcription_page = TranscriptionPage(self._queue, self._background_tasks)
        self.pages = _Pages()
        for page in (self.welcome_page, self.recording_page, self.transcription_page):
            self.pages.addWidget(page)
        self.library_controller = LibraryController(
            self.pages,
            self._background_tasks,
            library_worker,
            self._queue,
            self.resume_banner,
            self._services.folders.spectrograms,
        )
        main = QWidget()
        self._main_column = QVBoxLayout(main)
        self._main_column.setContentsMargins(22, 14, 22, 18)
        self._main_column.setSpacing(12)
        self._toasts = Toasts(main)
        for banner in (self.recovery_banner, self.resume_banner, self.banner):
            self._toasts.add_banner(banner)
        self._main_column.addWidget(self.recording_bar)
        self.recording_bar.hide()
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
            (self.header.steps_slider, self.header.start_box),
            (self.header.start_box, self.header.menu_button),
            (self.header.menu_button, self.sidebar.library_button),
            (self.sidebar.library_button, self.sidebar.queue_view),
        ):
            QWidget.setTabOrder(before, after)

    def add_banner(self) -> Banner:
        """Add a banner above ``banner``, for messages that no other message may replace."""
        banner = Banner()
        self._toasts.add_banner(banner, first=True)
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
                "edit": lambda: self._act_on_text(self.library_controller.edit),
                "check": lambda: self._act_on_text(self.library_controller.check),
                "export": lambda: self._act_on_text(self.library_controller.export),
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
        file_menu = FileMenu(self.actions_by_name, self._queue, self.sidebar.queue_view, self._background_tasks, self)
        file_menu.menu_closed.connect(self._enable_keys)
        self.library_controller.open_changed.connect(self._enable_keys)
        self.library_controller.open_changed.connect(self._show_what_is_open)
        languages = LanguageMenu(lambda: self.settings.interface_language, self)
        views = ViewMenu(lambda: self.settings, self)
        samples = SampleMenu(self._services.samples, self)
        samples.chosen.connect(self.try_sample)
        self.menu = AppMenu(self.actions_by_name, samples, (microphones, languages, views), self)
        self.header.menu_button.setMenu(self.menu)
        self.menu.aboutToHide.connect(self._forget_hover)
        change = self.settings_controller.change
        self.settings_controller.changed.connect(self.settings_changed)
        self.settings_controller.changed.connect(self._show_motion)
        self.settings_controller.system_motion_known.connect(self._show_motion)
        self.file_opener.media_found.connect(lambda sources: self._enqueue(sources))
        self.folder_opener.failed.connect(self.banner.show_error)
        views.spectrogram_toggled.connect(lambda shown: change(spectrogram=shown))
        views.spectrogram_toggled.connect(self.transcription_page.set_spectrogram_shown)
        languages.chosen.connect(lambda code: change(interface_language=code))
        microphones.chosen.connect(lambda name: change(microphone=name))
        microphones.source_chosen.connect(lambda source: change(sound_source=source))
        microphones.live_toggled.connect(lambda on: change(live=on))
        self.header.language_chosen.connect(lambda code: change(language=code))
        self.transcription_page.player.speed_chosen.connect(lambda speed: change(canvas_speed=speed))
        self.transcription_page.legend_runs_changed.connect(lambda runs: change(legend_runs=runs))
        self.header.steps_chosen.connect(self._on_steps_chosen)
        self.header.start_chosen.connect(lambda start: change(start=start))
        self.library_controller.open_changed.connect(lambda is_open: self.header.set_options_shown(not is_open))
        self.sidebar.open_requested.connect(self.file_opener.choose_files)
        self.sidebar.record_button.clicked.connect(self.toggle_recording)
        self.welcome_page.open_requested.connect(self.file_opener.choose_files)
        self.welcome_page.sample_requested.connect(self.try_sample)
        self.welcome_page.record_button.clicked.connect(self.toggle_recording)
        self.welcome_page.shown.connect(self._load_recent)
        self.welcome_page.record_offered.connect(self.sidebar.record_button.set_quiet)
        self.welcome_page.recent.chosen.connect(self.library_controller.show_entry)
        self.sidebar.queue_view.item_chosen.connect(self._on_item_chosen)
        self.transcription_page.retry_requested.connect(self._queue.retry)
        file_header = self.transcription_page.header
        file_header.cancel_requested.connect(self._queue.cancel)
        file_header.edit_requested.connect(self.library_controller.edit)
        file_header.check_requested.connect(self.library_controller.check)
        file_header.export_requested.connect(self.library_controller.export)
        self.transcription_page.message.reveal_requested.connect(lambda item: show_in_file_manager(item.source))
        self.transcription_page.sound_failed.connect(self.banner.show_error)
        self.transcription_page.shares_chosen.connect(
            lambda height, width: change(canvas_height_share=height, canvas_width_share=width)
        )
        editor = self.library_controller.editor
        editor.underlining_chosen.connect(lambda on: change(underline_doubts=on))
        editor.set_underlines_doubts(self.settings.underline_doubts)
        editor.waveform.set_view(self.settings.editor_view)
        editor.waveform.view_chosen.connect(lambda view: change(editor_view=view))
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
        recording = self.recording_controller
        recording.started.connect(self._on_recording_started)
        recording.opened.connect(self._on_recording_opened)
        recording.saved.connect(self._on_recording_saved)
        recording.discarded.connect(self._on_recording_discarded)
        recording.failed.connect(self._on_recording_failed)
        recording.ended.connect(self._show_recording_bar)
        self.pages.currentChanged.connect(self._show_recording_bar)
        self._live.fell_behind.connect(lambda _item: recording.show_remark("slow"))

    @Slot()
    def _forget_hover(self) -> None:
        """Qt goes on to show the menu's button as hovered: the pointer left it while the menu was open."""
        self.header.menu_button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self.header.menu_button.update()

    @Slot(bool)
    def _show_what_is_open(self, library_open: bool) -> None:
        """Mark either the library or a file, never both."""
        item = self.transcription_page.item
        if library_open:
            self.sidebar.queue_view.clearSelection()
        elif item is not None:
            self.sidebar.queue_view.select(item)

    # --- user actions

    @Slot()
    def _show_motion(self) -> None:
        self.welcome_page.hero.set_reduced_motion(self.settings_controller.reduced_motion)

    def start_background_work(self) -> None:
        """Load the model, and look for recordings that a crash left behind. Call it once the window is on screen."""
        self._queue.prepare()
        for sample in self._services.samples:  # tries: the library keeps only those that became the user's own
            self._queue.forget_unedited(sample, self._sample_title(sample))
        self._load_recent()
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
            code, _ = sample_language(sample)
            if self.settings.language not in ("auto", code):
                self.settings_controller.change(
                    language=code or "auto"
                )  # decoded as another language it would be nonsense
            for item in self._queue.items:
                if item.source == sample and item.state.is_final:
                    self._queue.remove(item)
            self._enqueue([sample], self._sample_title(sample), replaces=True)

    @Slot()
    def _load_recent(self) -> None:
        self.library_controller.load_recent(MAX_RECENT, self.welcome_page.show_recent)

    def _sample_title(self, sample: Path) -> str:
        return self.tr("Sample, {language}").format(language=sample_language(sample)[1])

    @Slot()
    def toggle_recording(self) -> None:
        self.recording_controller.toggle(self.settings.microphone)

    @Slot()
    def cancel_current(self) -> None:
        """Cancel the file on the page; if it is not running, the one that is."""
        item = self.transcription_page.item
        if item is None or item.state.is_final:
            item = self._queue.current_item
        if item is not None and not item.recording:
            self._queue.cancel(item)

    def _act_on_text(self, act: Callable[[QueueItem], None]) -> None:
        """Do something with the finished text on the page of a file."""
        item = self.transcription_page.item
        if item is not None and item.has_final_text and not self.library_controller.is_open:
            act(item)

    @Slot()
    def _enable_keys(self) -> None:
        """Leave the keys that the library and the editor have too to them while one of them is open."""
        for name in ("check", "export"):
            self.actions_by_name[name].setEnabled(not self.library_controller.is_open)

    @Slot()
    def _leave_library(self) -> None:
        """Go back to the recording, the transcription or the welcome page."""
        if self._text_follows:
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

    def _enqueue(self, sources: Sequence[Path], title: str = "", replaces: bool = False) -> None:
        self._follows_work = True
        if sources and self.library_controller.is_open:
            self._leave_library()
        added = self._queue.add(sources, title, replaces=replaces)
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
        if not self._text_follows and (
            shown is None or (self._follows_work and not (finished and item.segmented_source is None))
        ):
            self._replaced_item = shown if finished else self._replaced_item
            self._show_item(item)

    def _leave_failed_item(self, item: QueueItem) -> None:
        """Show the finished file again that a failed one without text replaced; its row tells of the failure."""
        if item is self.transcription_page.item and not item.segments and self._replaced_item in self._queue.items:
            self._show_item(self._replaced_item)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item.state.is_active or self.transcription_page.item is None:
            self._show_if_following(item)
        self.transcription_page.refresh_item(item)
        if item.state is QueueState.FAILED:
            self._leave_failed_item(item)
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
        elif not self._text_follows and not self.library_controller.is_open:
            self.pages.setCurrentWidget(self.welcome_page)

    def _show_item(self, item: QueueItem) -> None:
        self.transcription_page.show_item(item)
        self._show_settled()
        self.sidebar.queue_view.select(item)
        if not self._text_follows and not self.library_controller.is_open:
            self.pages.setCurrentWidget(self.transcription_page)

    # --- recording

    @property
    def _text_follows(self) -> bool:
        """Whether there is a recording whose text comes only when it has ended: the recording page is shown."""
        return self._recording_job.active and self._live.item is None

    def _recording_title(self) -> str:
        return self.tr("Recording, {time}").format(time=QLocale().toString(QTime.currentTime(), "HH:mm"))

    @Slot()
    def _show_recording_bar(self) -> None:
        """Show the bar while a recording is made and another page is shown than that of the recording."""
        self.recording_bar.setVisible(
            self._recording_job.active and self.pages.currentWidget() is not self.recording_page
        )

    @Slot()
    def _on_recording_started(self) -> None:
        self.banner.hide()
        self.pages.setCurrentWidget(self.recording_page)

    @Slot(object)
    def _on_recording_opened(self, event: RecordingStarted) -> None:
        """Show where the text appears, if it appears while recording."""
        item = self._live.begin(event, self._recording_title())
        if item is not None:
            self.recording_controller.show_remark("live")
            self._follows_work = True
            self.transcription_page.show_item(item)
            self.sidebar.queue_view.select(item)
            self.pages.setCurrentWidget(self.transcription_page)
        elif self._live.is_behind:
            self.recording_controller.show_remark("slow")

    @Slot(object)
    def _on_recording_saved(self, event: RecordingSaved) -> None:
        self._follows_work = True
        item = self._live.finish(event)
        if item is None:
            [item] = self._queue.add([event.path], self._recording_title(), recorded=True)
        self.pages.setCurrentWidget(self.transcription_page)
        self.transcription_page.show_item(item)
        self.sidebar.queue_view.select(item)
        if event.interruption is not None:
            self.banner.show_error(event.interruption)

    @Slot()
    def _on_recording_discarded(self) -> None:
        self._live.discard()
        shown = self.transcription_page.item
        is_there = shown is not None and self._queue.row_of(shown) >= 0
        self.pages.setCurrentWidget(self.transcription_page if is_there else self.welcome_page)

    @Slot(object)
    def _on_recording_failed(self, error: AnnealError) -> None:
        self._on_recording_discarded()
        self.banner.show_error(error, lambda: self.tr("Try again"), self.toggle_recording)

    @Slot(object)
    def _on_recovered(self, recordings: list[RecoveredRecording]) -> None:
        """Offer to transcribe what a crash left behind, but what was transcribed while it was recorded: that is resumed."""
        if recordings:
            self._library_worker.submit(
                lambda store: {entry.source for entry in store.list_interrupted()},
                lambda resumed: self._offer_recovered([one for one in recordings if one.path not in resumed]),
                lambda _error: self._offer_recovered(recordings),
            )

    def _offer_recovered(self, recordings: list[RecoveredRecording]) -> None:
        if not recordings:
            return
        length = clock_text(sum(recording.duration_s for recording in recordings))
        paths = [recording.path for recording in recordings]
        self.recovery_banner.show_message(
            lambda: self.tr("A recording was interrupted, but nothing is lost: {length}.").format(length=length),
            lambda: self.tr("Transcribe"),
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
                self.settings_controller.set_model_defaults(model.steps, model.start)
        self._show_speed()

    @Slot(object)
    def _on_model_failed(self, error: AnnealError) -> None:
        self.header.show_status(lambda: self.tr("No model"), lambda: error_text(error))
        self.banner.show_error(error, lambda: self.tr("Try again"), self._queue.prepare)

    def _show_speed(self) -> None:
        """Show device and precision as verified, the measured cost, and after how many steps the file on the page settled."""
        self._show_settled()
        self.header.show_cost(self._queue.speed.clip_cost_s(self.settings_controller.steps))
        if self._model is not None:
            self.header.show_model(self._model)

    def _show_settled(self) -> None:
        """Show the median over the file's segments that settled before the limit."""
        item = self.transcription_page.item
        segments = item.segments if item is not None else []
        steps = sorted(segment.steps for segment in segments if segment.text and segment.ended == "settled")
        self.header.show_settled(steps[len(steps) // 2] if steps else None)

    # --- settings

    @property
    def settings(self) -> Settings:
        return self.settings_controller.settings

    @Slot(int)
    def _on_steps_chosen(self, steps: int) -> None:
        self.settings_controller.change(steps=steps)
        self.header.show_cost(self._queue.speed.clip_cost_s(steps))

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        leave_focus_to_the_keyboard(self)
        window_geometry.fit_to_screen(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, low = self.width() < RAIL_BELOW_PX, self.height() < LOW_BELOW_PX
        self.sidebar.set_rail(narrow)
        self.header.set_narrow(narrow)
        side = 12 if narrow else 22
        self._main_column.setContentsMargins(side, 8 if low else 14, side, 10 if low else 18)

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


class _Pages(QStackedWidget):
    """Needs only the room of the page that is shown."""

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()


def leave_focus_to_the_keyboard(window: QWidget) -> None:
    """Let a click on a button of the window, or on a list to choose from, leave the focus where it is.

    Space then goes on to record, whatever was clicked last; Tab still reaches them all.
    """
    for kind in (QAbstractButton, QComboBox):
        for widget in window.findChildren(kind):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def confirm_close(parent: QWidget, recording: bool, unfinished: int) -> bool:
    """Ask whether to close the window although work is running; nothing is lost either way."""
    box = QMessageBox(parent)
    box.setWindowTitle("Anneal")
    if recording:
        box.setText(QCoreApplication.translate("Closing", "A recording is running."))
        box.setInformativeText(
            QCoreApplication.translate(
                "Closing", "If you close now, the recording so far stays in the recordings folder."
            )
        )
    else:
        box.setText(QCoreApplication.translate("Closing", "Anneal is still working."))
        offered = QCoreApplication.translate(
            "Closing", "%n file(s) are unfinished. You can resume them next time.", "", unfinished
        )
        box.setInformativeText(offered)
    close = box.addButton(
        QCoreApplication.translate("Closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(QCoreApplication.translate("Closing", "Keep working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is close
