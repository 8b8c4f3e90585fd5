"""The one place where the window's objects are built and connected."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from . import paths, settings
from .errors import AnnealError
from .jobs.background_tasks import BackgroundTasks
from .jobs.engine import SwitchableEngine
from .jobs.folder_watcher import FolderWatcher
from .jobs.job import unexpected_error
from .jobs.lazy_transcriber import LazyTranscriber
from .jobs.library_worker import LibraryWorker
from .jobs.main_thread_gc import GarbageCollector
from .jobs.model_tasks import ModelTasks
from .jobs.recording_job import RecordingJob
from .jobs.single_instance import FirstInstance, hand_over_files, server_name
from .jobs.transcription_queue import TranscriptionQueue
from .jobs.whisper_comparison import WhisperEngine
from .library.library import Library
from .library.recordings import RecoveredRecording, recover_recordings
from .models import catalog, gpu
from .paths import Folders
from .sound.microphone import Recorder, list_input_devices
from .ui import theme
from .ui.app_icon import app_icon
from .ui.editor.redecode_controller import AvailableModels
from .ui.interface_language import set_language
from .ui.main_window import MainWindow
from .ui.models.controller import ModelsController
from .ui.transcription.token_alternatives import TokenAlternatives
from .ui.whisper_compare.controller import WhisperCompareController
from .ui.window_services import WindowServices
from .ui.window_visibility import WindowVisibility

if TYPE_CHECKING:
    from .models.install.hub import Hub

log = logging.getLogger(__name__)


SHUTDOWN_TIMEOUT_MS = 20_000
"""How long the process waits, its window gone, for a denoising step or a model that is still being read."""


class SettingsSaver(QObject):
    """Writes the settings a moment after they changed, off the window's thread; a slider dragged is one write."""

    def __init__(self, background_tasks: BackgroundTasks, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background_tasks, self._path = background_tasks, path
        self._latest: settings.Settings | None = None
        self._timer = QTimer(self, singleShot=True, interval=400)
        self._timer.timeout.connect(self.write)
        background_tasks.shutting_down.connect(self.write)

    @Slot(object)
    def save(self, latest: settings.Settings) -> None:
        self._latest = latest
        self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write now what has not been written yet."""
        self._timer.stop()
        latest, self._latest = self._latest, None
        if latest is not None:
            self._background_tasks.run(lambda: _save_settings(latest, self._path), on_error=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        log.warning("the settings could not be saved: %s", error)


def _save_settings(latest: settings.Settings, path: Path) -> Iterator[Path]:
    settings.save(latest, path)
    yield path


@dataclass
class App:
    """Everything that lives as long as the window."""

    window: MainWindow
    queue: TranscriptionQueue
    recording_job: RecordingJob
    background_tasks: BackgroundTasks
    settings_saver: SettingsSaver
    library_worker: LibraryWorker
    folder_watcher: FolderWatcher
    models_controller: ModelsController

    def show(self, files: Sequence[Path] = ()) -> None:
        """Put the window on screen; everything slow begins after its first picture."""
        self.window.show()
        QTimer.singleShot(0, self.window.start_background_work)
        QTimer.singleShot(0, self.models_controller.find_unfinished_downloads)
        QTimer.singleShot(0, lambda: self.folder_watcher.watch(self.window.settings.watch_folder))
        if files:
            QTimer.singleShot(0, lambda: self.window.add_paths(list(files)))

    def shut_down(self, wait_ms: int = SHUTDOWN_TIMEOUT_MS) -> bool:
        """Finish the recording, stop all work and write what is unsaved; False if a thread is still busy."""
        return self.background_tasks.shut_down(wait_ms)


class EngineSwitcher(QObject):
    """Takes the engine over to the model and the device that a person chooses."""

    def __init__(self, engine: SwitchableEngine, window: MainWindow, folders: Folders) -> None:
        super().__init__(window)
        self._engine, self._window, self._folders = engine, window, folders
        self._settings = window.settings
        window.settings_changed.connect(self._on_settings_changed)

    @Slot(object)
    def _on_settings_changed(self, latest: settings.Settings) -> None:
        before, self._settings = self._settings, latest
        if (latest.model, latest.device) != (before.model, before.device):
            apply_model_settings(self._engine, latest, self._folders)
            self._window.reload_model()


def apply_model_settings(engine: SwitchableEngine, chosen_settings: settings.Settings, folders: Folders) -> None:
    """Let the engine use the model and the device of the settings."""
    own = folders.models_in(chosen_settings.models_folder)
    engine.use_model(
        lambda: catalog.find_model_folder(chosen_settings.model, own) if chosen_settings.model else None,
        chosen_settings.device,
    )


def build(
    app: QApplication, folders: Folders, engine: SwitchableEngine | None = None, samples: Sequence[Path] | None = None
) -> App:
    """The window and all that belongs to it, from the person's settings. Nothing is shown and nothing runs yet.

    ``engine`` None is the real one with the model and device of the settings; another is left as it is until they change.
    """
    chosen, complaint = settings.load(folders.settings_file)
    theme.install(app, chosen.theme)
    set_language(chosen.interface_language)
    errands = BackgroundTasks()
    if engine is None:
        engine = LazyTranscriber()
        apply_model_settings(engine, chosen, folders)
    recording = RecordingJob(
        errands, lambda device: Recorder(folders.recordings_in(window.settings.recordings_folder), device)
    )
    clerk = LibraryWorker(errands, Library(folders.library, lambda: window.settings.replay_limit_mb * 2**20))
    queue = TranscriptionQueue(
        errands, engine, lambda: attention.batch_options(window.settings.options()), library_worker=clerk
    )
    window = MainWindow(
        queue,
        clerk,
        recording,
        errands,
        chosen,
        WindowServices(
            folders=folders,
            samples=paths.sample_clips() if samples is None else samples,
            list_microphones=list_input_devices,
            recover_recordings=lambda: _recover_recordings(folders, chosen),
            list_models=catalog.list_installed,
            list_gpus=gpu.list_gpus,
            describe_machine=lambda: _diagnose(folders.models_in(window.settings.models_folder)),
        ),
    )
    attention = WindowVisibility(window)
    garbage = GarbageCollector(window)
    queue.model_loading.connect(garbage.pause)
    queue.model_ready.connect(garbage.freeze)
    queue.idled.connect(garbage.resume)  # also where loading failed or was given up
    window.library_controller.set_available_models(
        AvailableModels(
            lambda: catalog.list_installed(folders.models_in(window.settings.models_folder)),
            lambda: window.settings.model or bundled_model_name(),
        )
    )
    TokenAlternatives(window.transcription_page, window).redecode_requested.connect(window.library_controller.redecode)
    peer = WhisperEngine(
        lambda: whisper_folders(window.settings.model, folders.models_in(window.settings.models_folder)),
        lambda: window.settings.device,
    )
    comparing = WhisperCompareController(
        window.library_controller.editor, clerk, queue, peer, lambda: window.settings_controller.reduced_motion
    )
    comparing.models_requested.connect(window.dialogs.models_requested)
    saver = SettingsSaver(errands, folders.settings_file, errands)
    window.settings_changed.connect(saver.save)
    EngineSwitcher(engine, window, folders)
    watching = FolderWatcher(errands, queue, folders.data / "watched.json", window)
    watching.failed.connect(window.banner.show_error)
    window.settings_changed.connect(lambda latest: watching.watch(latest.watch_folder))
    if complaint is not None:
        window.banner.show_error(complaint)
    queue.storage_failed.connect(window.banner.show_error)
    models_controller = _build_models_controller(window, errands, folders)
    return App(window, queue, recording, errands, saver, clerk, watching, models_controller)


def _build_models_controller(
    window: MainWindow, background_tasks: BackgroundTasks, folders: Folders
) -> ModelsController:
    models_folder = folders.models_in(window.settings.models_folder)
    model_tasks = ModelTasks(
        background_tasks, lambda: folders.models_in(window.settings.models_folder), _hub, parent=window
    )
    controller = ModelsController(
        window, window.add_banner(), model_tasks, background_tasks, window.settings, models_folder
    )
    window.dialogs.models_requested.connect(controller.show)
    window.dialogs.status_changed.connect(controller.show_status)
    window.settings_changed.connect(controller.show_settings)
    controller.model_chosen.connect(lambda name: window.settings_controller.change(model=name))
    controller.models_changed.connect(window.dialogs.refresh_models)
    return controller


def _hub(token: str | None) -> Hub:
    """The hub as this person sees it: with the token given for this session, else the one that is kept."""
    from .models.install.access_token import read_token
    from .models.install.hub import Hub  # the hub's library is seldom needed, and not at every start

    return Hub(token or read_token())


def whisper_folders(model: str, models_folder: Path) -> list[Path]:
    """Folders of models that a Whisper may have come with, the one in use first."""
    found = [*catalog.own_model_folders(models_folder), *paths.bundled_models(), models_folder / "whisper-small"]
    return sorted(found, key=lambda folder: folder.name != model)


def bundled_model_name() -> str:
    """Name of the model that is in use where a person chose none."""
    return next((folder.name for folder in paths.bundled_models() if (folder / "adapter.json").is_file()), "")


def _recover_recordings(folders: Folders, chosen: settings.Settings) -> list[RecoveredRecording]:
    """What earlier runs did not finish, in the app's own folder and in the one a person chose."""
    places = dict.fromkeys([folders.recordings, folders.recordings_in(chosen.recordings_folder)])
    return [found for place in places for found in recover_recordings(place)]


def _diagnose(own_models: Path) -> str:
    from . import doctor  # seldom needed, and not at every start

    return doctor.report(own_models)[0]


def run_window(files: Sequence[Path] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    QGuiApplication.setDesktopFileName(paths.DESKTOP_ID)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Anneal")
    app.setOrganizationName("Anneal")
    app.setWindowIcon(app_icon())
    sys.excepthook = _on_uncaught
    folders = Folders.of_user()
    name = server_name(folders.data)
    if hand_over_files(name, files):
        return 0
    first = FirstInstance(name)
    built = build(app, folders)
    first.files_received.connect(built.window.open_from_other_start)
    built.show(files)
    code = app.exec()
    first.close()  # whoever starts now opens a window of their own
    if not built.shut_down():
        log.warning("a thread did not let go in time")
        os._exit(code)  # a thread that Qt destroys while it runs aborts the process; all that matters is on disk
    return code


def _on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Exceptions in slots end here: the log gets the traceback, the person a sentence, and the window stays."""
    log.critical("uncaught", exc_info=(kind, error, trace))
    if issubclass(kind, KeyboardInterrupt):
        QGuiApplication.quit()
        return
    app = QApplication.instance()
    for window in app.topLevelWidgets() if isinstance(app, QApplication) else []:
        if isinstance(window, MainWindow):
            window.banner.show_error(unexpected_error(error))
