"""Composition root: builds and connects the objects of the app with a window."""

from __future__ import annotations

import locale
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from . import paths, settings
from .current_settings import CurrentSettings
from .errors import AnnealError
from .jobs.auto_exporter import AutoExporter
from .jobs.background_tasks import BackgroundTasks
from .jobs.engine import SwitchableEngine
from .jobs.engine_switcher import EngineSwitcher
from .jobs.folder_watcher import FolderWatcher
from .jobs.job import unexpected_error
from .jobs.lazy_transcriber import LazyTranscriber
from .jobs.library_worker import LibraryWorker
from .jobs.main_thread_gc import GarbageCollector
from .jobs.model_tasks import ModelTasks
from .jobs.recording_job import RecordingJob
from .jobs.second_engine import SecondEngine
from .jobs.settings_saver import SettingsSaver
from .jobs.single_instance import FirstInstance, hand_over_files, server_name
from .jobs.transcription_queue import TranscriptionQueue
from .library.library import Library
from .models import catalog, gpu
from .paths import Folders
from .sound.microphone import Recorder, list_input_devices
from .ui import theme
from .ui.app_icon import app_icon
from .ui.dictation_controller import DictationController
from .ui.editor.redecode_controller import AvailableModels
from .ui.interface_language import set_language
from .ui.main_window import MainWindow
from .ui.models.controller import ModelsController
from .ui.reading.controller import ReadingController
from .ui.transcription.token_alternatives import TokenAlternatives
from .ui.whisper_compare.controller import WhisperCompareController
from .ui.whisper_compare.second_opinion import SecondOpinionController
from .ui.window_services import WindowServices
from .ui.window_visibility import WindowVisibility

if TYPE_CHECKING:
    from .models.install.hub import Hub

log = logging.getLogger(__name__)


SHUTDOWN_TIMEOUT_MS = 20_000
"""How long the process waits for one thread after its window has closed: for a denoising step, or a model that is loaded."""


@dataclass
class App:
    """The objects that live as long as the window."""

    window: MainWindow
    queue: TranscriptionQueue
    recording_job: RecordingJob
    background_tasks: BackgroundTasks
    settings_saver: SettingsSaver
    library_worker: LibraryWorker
    folder_watcher: FolderWatcher
    models_controller: ModelsController
    dictation: DictationController

    def show(self, files: Sequence[Path] = ()) -> None:
        """Show the window; everything slow starts after its first frame."""
        self.window.show()
        QTimer.singleShot(0, self.window.start_background_work)
        QTimer.singleShot(0, self.models_controller.find_unfinished_downloads)
        QTimer.singleShot(0, lambda: self.folder_watcher.on_settings_changed(self.window.settings))
        QTimer.singleShot(0, lambda: self.dictation.on_settings_changed(self.window.settings))
        if files:
            QTimer.singleShot(0, lambda: self.window.add_paths(list(files)))

    def shut_down(self, wait_ms: int = SHUTDOWN_TIMEOUT_MS) -> bool:
        """Finish the recording, stop all work and write what is unsaved; False if a thread is still busy."""
        return self.background_tasks.shut_down(wait_ms)


DOTLESS_I = ("tr", "az", "crh", "ku", "tt")
"""Locales whose capital of i is no ASCII letter."""


def build(
    app: QApplication, folders: Folders, engine: SwitchableEngine | None = None, samples: Sequence[Path] | None = None
) -> App:
    """Build the window and all that belongs to it from the stored settings. Nothing is shown and nothing runs yet.

    Args:
        engine: None for the real one, with the model and device of the settings; another one stays as it is until they change.
        samples: None for the sample clips that ship with the app.
    """
    locale.setlocale(locale.LC_NUMERIC, "C")  # Qt took the system's: libraries in C would want a decimal comma
    if locale.setlocale(locale.LC_CTYPE).startswith(DOTLESS_I):
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")  # PySide looks for setInterval with toupper("i")
    loaded, load_error = settings.load(folders.settings_file)
    theme.install(app, loaded.theme)
    set_language(loaded.interface_language)
    current, visibility = CurrentSettings(loaded, folders), WindowVisibility()
    tasks = BackgroundTasks()
    switcher = EngineSwitcher(engine or LazyTranscriber(), loaded, folders, tasks)
    if engine is None:
        switcher.apply()
    recording_job = RecordingJob(tasks, current.make_recorder)
    library_worker = LibraryWorker(tasks, Library(folders.library, current.replay_limit_bytes))
    queue = TranscriptionQueue(
        tasks, switcher.engine, lambda: visibility.batch_options(current.options()), library_worker=library_worker
    )
    services = WindowServices(
        folders=folders,
        samples=paths.sample_clips() if samples is None else samples,
        list_microphones=list_input_devices,
        make_test_recorder=lambda device: Recorder(folders.cache / "microphone", device),
        recover_recordings=current.recover_recordings,
        list_models=catalog.list_installed,
        list_gpus=gpu.list_gpus,
        describe_machine=current.describe_machine,
    )
    window = MainWindow(queue, library_worker, recording_job, tasks, loaded, services)
    window.settings_changed.connect(current.update)  # before any other part hears of it
    visibility.follow(window)
    if load_error is not None:
        window.banner.show_error(load_error)
    queue.storage_failed.connect(window.banner.show_error)
    saver = SettingsSaver(tasks, folders.settings_file, tasks)
    window.settings_changed.connect(saver.save)
    window.settings_changed.connect(switcher.on_settings_changed)
    switcher.switched.connect(window.reload_model)
    watcher = FolderWatcher(tasks, queue, folders.data / "watched.json", window)
    watcher.failed.connect(window.banner.show_error)
    window.settings_changed.connect(watcher.on_settings_changed)
    exporter = AutoExporter(tasks, queue, loaded, window)
    exporter.failed.connect(window.banner.show_error)
    window.settings_changed.connect(exporter.on_settings_changed)
    _connect_garbage_collector(window, queue)
    _connect_redecoding(window, current)
    _connect_rules(window)
    models_controller = _build_models_controller(window, tasks, current)
    _connect_second_engine(window, queue, current, models_controller)
    reading = ReadingController(window.library_controller.editor, lambda: window.settings.reading_px)
    reading.size_chosen.connect(lambda size_px: window.settings_controller.change(reading_px=size_px))
    dictation = _build_dictation(window, recording_job, queue, tasks)
    return App(window, queue, recording_job, tasks, saver, library_worker, watcher, models_controller, dictation)


def _connect_garbage_collector(window: MainWindow, queue: TranscriptionQueue) -> None:
    collector = GarbageCollector(window)
    queue.model_loading.connect(collector.pause)
    queue.model_ready.connect(collector.freeze)
    queue.idled.connect(collector.resume)  # also where loading failed or was cancelled


def _connect_rules(window: MainWindow) -> None:
    """Add the rule that the editor offers to the user's own words."""

    def add_rule(wrong: str, right: str) -> None:
        lines = window.settings.own_words.rstrip()
        window.settings_controller.change(own_words=f"{lines}\n{wrong} -> {right}".strip() + "\n")

    window.library_controller.editor.rule_requested.connect(add_rule)


def _connect_redecoding(window: MainWindow, current: CurrentSettings) -> None:
    controller = window.library_controller
    controller.set_available_models(AvailableModels(current.installed_models, current.model_name))
    controller.editor.redecode_controller.own_words = lambda: current.options().words
    alternatives = TokenAlternatives(window.transcription_page, window)
    alternatives.redecode_requested.connect(controller.redecode)
    alternatives.replace_requested.connect(controller.replace_word)


def _connect_second_engine(
    window: MainWindow,
    queue: TranscriptionQueue,
    current: CurrentSettings,
    models_controller: ModelsController,
) -> None:
    engine, editor = SecondEngine(lambda: [current.models_folder()], current.device), window.library_controller.editor
    compare = WhisperCompareController(editor, queue, engine, lambda: window.settings_controller.reduced_motion)
    compare.offer_requested.connect(models_controller.offer)
    opinion = SecondOpinionController(editor, queue, engine)
    opinion.engine_missing.connect(compare.show_whisper_missing)


def _build_dictation(
    window: MainWindow, recording_job: RecordingJob, queue: TranscriptionQueue, tasks: BackgroundTasks
) -> DictationController:
    dictation = DictationController(window.toggle_recording, recording_job, queue, tasks, window)
    window.settings_changed.connect(dictation.on_settings_changed)
    dictation.status_changed.connect(window.dialogs.show_dictation_status)
    dictation.token_changed.connect(lambda token: window.settings_controller.change(dictation_token=token))

    def show_error(error: AnnealError) -> None:
        settings_dialog = window.dialogs.settings_dialog
        if settings_dialog is None or not settings_dialog.isVisible():  # which tells it already
            window.banner.show_error(error)

    dictation.failed.connect(show_error)
    return dictation


def _build_models_controller(
    window: MainWindow, background_tasks: BackgroundTasks, current: CurrentSettings
) -> ModelsController:
    model_tasks = ModelTasks(background_tasks, current.models_folder, _make_hub, parent=window)
    controller = ModelsController(
        window, window.add_banner(), model_tasks, background_tasks, window.settings, current.models_folder()
    )
    window.dialogs.models_requested.connect(controller.show)
    window.dialogs.status_changed.connect(controller.show_status)
    window.settings_changed.connect(controller.show_settings)
    controller.model_chosen.connect(lambda name: window.settings_controller.change(model=name))
    controller.models_changed.connect(window.dialogs.refresh_models)
    return controller


def _make_hub(token: str | None) -> Hub:
    """The hub with the access token that was entered in this session, else with the one in the keyring."""
    from .models.install.access_token import read_token
    from .models.install.hub import Hub  # the hub's library is seldom needed, and not at every start

    return Hub(token or read_token())


def run_window(files: Sequence[Path] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    QGuiApplication.setDesktopFileName(paths.DESKTOP_ID)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Anneal")
    app.setOrganizationName("Anneal")
    app.setWindowIcon(app_icon())
    sys.excepthook = on_uncaught
    folders = Folders.of_user()
    name = server_name(folders.data)
    if hand_over_files(name, files):
        return 0
    first = FirstInstance(name)
    built = build(app, folders)
    first.files_received.connect(built.window.open_from_other_start)
    built.show(files)
    code = app.exec()
    first.close()  # a later start opens a window of its own
    if not built.shut_down():
        log.warning("a thread did not end in time")
        os._exit(code)  # a thread that Qt destroys while it runs aborts the process; all that matters is on disk
    return code


def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Handle exceptions in slots: log the traceback, show a sentence, keep the window."""
    log.critical("uncaught", exc_info=(kind, error, trace))
    if issubclass(kind, KeyboardInterrupt):
        QGuiApplication.quit()
        return
    app = QApplication.instance()
    for window in app.topLevelWidgets() if isinstance(app, QApplication) else []:
        if isinstance(window, MainWindow):
            window.banner.show_error(unexpected_error(error))
