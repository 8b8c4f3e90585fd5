"""The one place where the window's objects are built and connected."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from . import paths, settings
from .jobs.clerk import Clerk
from .jobs.comparing import Peer
from .jobs.engine import ChangingEngine, Engine
from .jobs.errands import Errands
from .jobs.garbage import GarbageCollector
from .jobs.instance import FirstInstance, hand_over, server_name
from .jobs.job import unexpected
from .jobs.keeping import Library
from .jobs.model_work import ModelWork
from .jobs.queue import TranscriptionQueue
from .jobs.recording import RecordingJob
from .jobs.watching import Watching
from .library.recordings import Recovered, recover
from .models import catalog, hardware
from .paths import Folders
from .sound.microphone import Recorder, input_devices
from .speech.again import Again
from .speech.errors import AnnealError
from .speech.events import Event, ModelLoading
from .speech.options import TranscribeOptions
from .speech.transcript import Segment
from .ui import theme
from .ui.app_icon import app_icon
from .ui.attention import Attention
from .ui.comparing.desk import ComparingDesk
from .ui.editor.redo_desk import Models
from .ui.interface_language import speak
from .ui.main_window import MainWindow
from .ui.models.desk import ModelsDesk
from .ui.surroundings import Surroundings
from .ui.token_choice import TokenChoice

if TYPE_CHECKING:
    from .models.hub import Hub

log = logging.getLogger(__name__)
Wanted: TypeAlias = tuple[Callable[[], Path | None], str]
"""Where to find the model's folder, and the device."""
LET_GO_MS = 20_000
"""How long the process waits, its window gone, for a denoising step or a model that is still being read."""


class LazyTranscriber:
    """The real engine, imported in the worker's thread: ``torch`` takes seconds, and the window must not wait for it."""

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self._wanted: Wanted = (lambda: model_folder, device)
        self._loaded: Wanted | None = None
        self._engine: Engine | None = None
        self._others: dict[tuple[Path, str], Wanted] = {}
        self._following: Callable[[], Iterable[Path]] = tuple

    def choose(self, find_model: Callable[[], Path | None], device: str) -> None:
        self._wanted = (find_model, device)

    def expect(self, following: Callable[[], Iterable[Path]]) -> None:
        self._following = following

    def prepare(self) -> Iterator[Event]:
        if self._loaded is not self._wanted:
            yield ModelLoading("")  # importing is most of the wait
        yield from self._real().prepare()

    def transcribe(
        self, source: Path, options: Callable[[], TranscribeOptions], finished: Sequence[Segment] = ()
    ) -> Iterator[Event]:
        if self._loaded is not self._wanted:
            yield ModelLoading("")
        yield from self._real().transcribe(source, options, finished)

    def again(
        self, source: Path, asked: Again, options: TranscribeOptions, model_folder: Path | None = None
    ) -> Iterator[Event]:
        wanted = self._wanted
        if model_folder is not None:
            key = (model_folder, wanted[1])
            wanted = self._others.setdefault(key, (lambda: model_folder, wanted[1]))  # asked twice, it is loaded once
        if self._loaded is not wanted:
            yield ModelLoading("")
        yield from self._real(wanted).again(source, asked, options)

    def _real(self, wanted: Wanted | None = None) -> Engine:
        wanted = wanted or self._wanted
        if self._engine is None or self._loaded is not wanted:
            from .speech.transcriber import Transcriber

            if self._engine is not None:
                self._engine = None  # before the next one is loaded: both may not fit
                hardware.give_memory_back()
            find_model, device = wanted
            self._engine, self._loaded = Transcriber(find_model(), device), wanted
            self._engine.expect(self._following)
        return self._engine


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
    from .models.hub import Hub  # the hub's library is seldom needed, and not at every start
    from .models.token import access_token

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
