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
from .jobs.background_tasks import Errands
from .jobs.engine import ChangingEngine
from .jobs.folder_watcher import Watching
from .jobs.job import unexpected
from .jobs.lazy_transcriber import LazyTranscriber
from .jobs.library_worker import Clerk
from .jobs.main_thread_gc import GarbageCollector
from .jobs.model_tasks import ModelWork
from .jobs.recording_job import RecordingJob
from .jobs.single_instance import FirstInstance, hand_over, server_name
from .jobs.transcription_queue import TranscriptionQueue
from .jobs.whisper_comparison import Peer
from .library.library import Library
from .library.recordings import Recovered, recover
from .models import catalog, hardware
from .paths import Folders
from .sound.microphone import Recorder, input_devices
from .ui import theme
from .ui.app_icon import app_icon
from .ui.editor.redecode_controller import Models
from .ui.interface_language import speak
from .ui.main_window import MainWindow
from .ui.models.controller import ModelsDesk
from .ui.transcription.token_alternatives import TokenChoice
from .ui.whisper_compare.controller import ComparingDesk
from .ui.window_services import Surroundings
from .ui.window_visibility import Attention

if TYPE_CHECKING:
    from .models.install.hub import Hub

log = logging.getLogger(__name__)


LET_GO_MS = 20_000
"""How long the process waits, its window gone, for a denoising step or a model that is still being read."""


class Saver(QObject):
    """Writes the settings a moment after they changed, off the window's thread; a slider dragged is one write."""

    def __init__(self, errands: Errands, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands, self._path = errands, path
        self._latest: settings.Settings | None = None
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self.write)

    @Slot(object)
    def save(self, latest: settings.Settings) -> None:
        self._latest = latest
        self._soon.start()

    @Slot()
    def write(self) -> None:
        """Write now what has not been written yet."""
        self._soon.stop()
        latest, self._latest = self._latest, None
        if latest is not None:
            self._errands.run(lambda: _written(latest, self._path), failed=self._on_failed)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        log.warning("the settings could not be saved: %s", error)


def _written(latest: settings.Settings, path: Path) -> Iterator[Path]:
    settings.save(latest, path)
    yield path


@dataclass
class App:
    """Everything that lives as long as the window."""

    window: MainWindow
    queue: TranscriptionQueue
    recording: RecordingJob
    errands: Errands
    saver: Saver
    clerk: Clerk
    watching: Watching
    models: ModelsDesk

    def show(self, files: Sequence[Path] = ()) -> None:
        """Put the window on screen; everything slow begins after its first picture."""
        self.window.show()
        QTimer.singleShot(0, self.window.begin)
        QTimer.singleShot(0, self.models.begin)
        QTimer.singleShot(0, lambda: self.watching.watch(self.window.settings.watch_folder))
        if files:
            QTimer.singleShot(0, lambda: self.window.add_paths(list(files)))

    def shut_down(self, wait_ms: int = LET_GO_MS) -> bool:
        """Finish the recording, stop the work, write what is to be written; False if a thread is still busy."""
        self.saver.write()
        self.watching.watch("")
        idle = self.models.shut_down(wait_ms)
        saved = self.recording.shut_down(wait_ms)
        silent = self.window.room.shut_down(wait_ms)
        stopped = self.queue.shut_down(wait_ms) and self.errands.shut_down(wait_ms)
        return stopped and self.clerk.shut_down(wait_ms) and saved and silent and idle


class EngineChoice(QObject):
    """Takes the engine over to the model and the device that a person chooses."""

    def __init__(self, engine: ChangingEngine, window: MainWindow, folders: Folders) -> None:
        super().__init__(window)
        self._engine, self._window, self._folders = engine, window, folders
        self._present = window.settings
        window.settings_changed.connect(self._on_settings_changed)

    @Slot(object)
    def _on_settings_changed(self, latest: settings.Settings) -> None:
        before, self._present = self._present, latest
        if (latest.model, latest.device) != (before.model, before.device):
            choose_engine(self._engine, latest, self._folders)
            self._window.reload_model()


def choose_engine(engine: ChangingEngine, chosen: settings.Settings, folders: Folders) -> None:
    """Let the engine use the model and the device of the settings."""
    own = folders.models_in(chosen.models_folder)
    engine.choose(lambda: catalog.folder_of(chosen.model, own) if chosen.model else None, chosen.device)


def build(
    app: QApplication, folders: Folders, engine: ChangingEngine | None = None, samples: Sequence[Path] | None = None
) -> App:
    """The window and all that belongs to it, from the person's settings. Nothing is shown and nothing runs yet.

    ``engine`` None is the real one with the model and device of the settings; another is left as it is until they change.
    """
    chosen, complaint = settings.load(folders.settings_file)
    theme.start(app, chosen.theme)
    speak(chosen.interface_language)
    errands = Errands()
    if engine is None:
        engine = LazyTranscriber()
        choose_engine(engine, chosen, folders)
    recording = RecordingJob(lambda device: Recorder(folders.recordings_in(window.settings.recordings_folder), device))
    clerk = Clerk(Library(folders.library, lambda: window.settings.replay_limit_mb * 2**20))
    queue = TranscriptionQueue(engine, lambda: attention.suited(window.settings.options()), clerk=clerk)
    window = MainWindow(
        queue,
        clerk,
        recording,
        errands,
        chosen,
        Surroundings(
            folders=folders,
            samples=paths.samples() if samples is None else samples,
            list_microphones=input_devices,
            recover_recordings=lambda: _recovered(folders, chosen),
            list_models=catalog.installed,
            list_cards=hardware.cards,
            diagnose=lambda: _diagnosis(folders.models_in(window.settings.models_folder)),
        ),
    )
    attention = Attention(window)
    garbage = GarbageCollector(window)
    queue.model_loading.connect(garbage.rest)
    queue.model_ready.connect(garbage.settle)
    queue.idled.connect(garbage.wake)  # also where loading failed or was given up
    window.room.editor.redo_desk.models = Models(
        lambda: catalog.installed(folders.models_in(window.settings.models_folder)),
        lambda: window.settings.model or bundled_name(),
    )
    TokenChoice(window.bench, window).typed.connect(window.room.redo)
    peer = Peer(
        lambda: whisper_places(window.settings.model, folders.models_in(window.settings.models_folder)),
        lambda: window.settings.device,
    )
    comparing = ComparingDesk(window.room.editor, clerk, queue, peer, lambda: window.preferences.reduced_motion)
    comparing.models_wanted.connect(window.dialogs.models_wanted)
    saver = Saver(errands, folders.settings_file, errands)
    window.settings_changed.connect(saver.save)
    EngineChoice(engine, window, folders)
    watching = Watching(queue, errands, folders.data / "watched.json", window)
    watching.failed.connect(window.banner.say_error)
    window.settings_changed.connect(lambda latest: watching.watch(latest.watch_folder))
    if complaint is not None:
        window.banner.say_error(complaint)
    queue.not_kept.connect(window.banner.say_error)
    work = ModelWork(lambda: folders.models_in(window.settings.models_folder), _hub, parent=window)
    desk = ModelsDesk(window, work, errands, folders.models_in(chosen.models_folder))
    return App(window, queue, recording, errands, saver, clerk, watching, desk)


def _hub(token: str | None) -> Hub:
    """The hub as this person sees it: with the token given for this session, else the one that is kept."""
    from .models.install.access_token import access_token
    from .models.install.hub import Hub  # the hub's library is seldom needed, and not at every start

    return Hub(token or access_token())


def whisper_places(chosen: str, own: Path) -> list[Path]:
    """Folders of models that a Whisper may have come with, the one in use first."""
    found = [*catalog.own_models(own), *paths.bundled_models(), own / "whisper-small"]
    return sorted(found, key=lambda folder: folder.name != chosen)


def bundled_name() -> str:
    """Name of the model that is in use where a person chose none."""
    return next((folder.name for folder in paths.bundled_models() if (folder / "adapter.json").is_file()), "")


def _recovered(folders: Folders, chosen: settings.Settings) -> list[Recovered]:
    """What earlier runs did not finish, in the app's own folder and in the one a person chose."""
    places = dict.fromkeys([folders.recordings, folders.recordings_in(chosen.recordings_folder)])
    return [found for place in places for found in recover(place)]


def _diagnosis(own_models: Path) -> str:
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
    if hand_over(name, files):
        return 0
    first = FirstInstance(name)
    built = build(app, folders)
    first.called.connect(built.window.receive)
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
            window.banner.say_error(unexpected(error))
