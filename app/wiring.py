"""The one place where the window's objects are built and connected."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from . import paths, settings
from .jobs.engine import Engine
from .jobs.errands import Errands
from .jobs.job import unexpected
from .jobs.queue import TranscriptionQueue
from .jobs.recording import RecordingJob
from .library.recordings import recover
from .paths import Folders
from .sound.microphone import Recorder, input_devices
from .speech.errors import AnnealError
from .speech.events import Event, ModelLoading
from .speech.options import TranscribeOptions
from .ui import theme
from .ui.app_icon import app_icon
from .ui.main_window import MainWindow
from .ui.surroundings import Surroundings

log = logging.getLogger(__name__)
LET_GO_MS = 20_000
"""How long the process waits, its window gone, for a denoising step or a model that is still being read."""


class LazyTranscriber:
    """The real engine, imported in the worker's thread: ``torch`` takes seconds, and the window must not wait for it."""

    def __init__(self, model_folder: Path | None = None, device: str = "auto") -> None:
        self._model_folder, self._device = model_folder, device
        self._engine: Engine | None = None

    def prepare(self) -> Iterator[Event]:
        if self._engine is None:
            yield ModelLoading("")  # importing is most of the wait
        yield from self._real().prepare()

    def transcribe(self, source: Path, options: Callable[[], TranscribeOptions]) -> Iterator[Event]:
        if self._engine is None:
            yield ModelLoading("")
        yield from self._real().transcribe(source, options)

    def _real(self) -> Engine:
        if self._engine is None:
            from .speech.transcriber import Transcriber

            self._engine = Transcriber(self._model_folder, self._device)
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

    def show(self, files: Sequence[Path] = ()) -> None:
        """Put the window on screen; everything slow begins after its first picture."""
        self.window.show()
        QTimer.singleShot(0, self.window.begin)
        if files:
            QTimer.singleShot(0, lambda: self.window.add_paths(list(files)))

    def shut_down(self, wait_ms: int = LET_GO_MS) -> bool:
        """Finish the recording, stop the work, write what is to be written; False if a thread is still busy."""
        self.saver.write()
        saved = self.recording.shut_down(wait_ms)
        return self.queue.shut_down(wait_ms) and self.errands.shut_down(wait_ms) and saved


def build(app: QApplication, folders: Folders, engine: Engine, samples: Sequence[Path] | None = None) -> App:
    """The window and all that belongs to it, from the person's settings. Nothing is shown and nothing runs yet."""
    chosen, complaint = settings.load(folders.settings_file)
    theme.start(app, chosen.theme)
    errands = Errands()
    recording = RecordingJob(lambda device: Recorder(folders.recordings, device))
    queue = TranscriptionQueue(engine, lambda: window.settings.options())
    window = MainWindow(
        queue,
        recording,
        chosen,
        Surroundings(
            recordings=folders.recordings,
            samples=paths.samples() if samples is None else samples,
            list_microphones=input_devices,
            recover_recordings=lambda: recover(folders.recordings),
        ),
    )
    saver = Saver(errands, folders.settings_file, errands)
    window.settings_changed.connect(saver.save)
    if complaint is not None:
        window.banner.say_error(complaint)
    return App(window, queue, recording, errands, saver)


def run_window(files: Sequence[Path] = (), model_folder: Path | None = None, device: str = "auto") -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    QGuiApplication.setDesktopFileName(paths.APP_ID)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Anneal")
    app.setOrganizationName("Anneal")
    app.setWindowIcon(app_icon())
    sys.excepthook = _on_uncaught
    built = build(app, Folders.of_user(), LazyTranscriber(model_folder, device))
    built.show(files)
    code = app.exec()
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
