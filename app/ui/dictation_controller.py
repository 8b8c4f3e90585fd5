"""Dictation: a global shortcut starts and stops a recording; its text goes to the clipboard and where the cursor is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QKeySequenceEdit

from app.dictation.desktop import ShortcutListener, TextTyper
from app.dictation.events import ShortcutPressed, ShortcutReady
from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.dictation_jobs import ShortcutJob, TypingJob
from app.jobs.error_text import error_text
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.recording_job import RecordingJob
from app.jobs.transcription_queue import TranscriptionQueue
from app.settings import Settings
from app.sound.microphone import RecordingSaved

from .desktop import show_notification
from .menus.actions import key_text

NOTIFICATION = "dictation"


@dataclass(frozen=True)
class DictationStatus:
    """What the desktop allows, for the settings."""

    shortcut: ShortcutReady | AnnealError | None = None
    """None while it is asked, and while dictation is off."""
    typing: AnnealError | None = None
    """Why nothing can be typed; None where it can, as far as is known."""


class DictationController(QObject):
    """Knows of a recording only that it begins and ends; the queue transcribes it like any other."""

    status_changed = Signal(object)  # DictationStatus
    token_changed = Signal(str)  # to be kept for the next start
    typed = Signal()  # a text, whole
    failed = Signal(object)  # DictationError: the shortcut does not work

    def __init__(
        self,
        toggle_recording: Callable[[], object],
        recording_job: RecordingJob,
        queue: TranscriptionQueue,
        background_tasks: BackgroundTasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._toggle_recording, self._recording_job, self._queue = toggle_recording, recording_job, queue
        self._settings = Settings()
        self._listened = ""
        """The shortcut that is listened for; empty for none."""
        self.status = DictationStatus()
        self._dictating = False
        """Whether the shortcut started the recording that runs."""
        self._focus = 0
        self._awaited: dict[Path, int] = {}
        """Recordings whose text is awaited, and the window that had the focus when the shortcut stopped them."""
        self._shortcut_job, self._typing_job = ShortcutJob(background_tasks, self), TypingJob(background_tasks, self)
        self._shortcut_job.ready.connect(lambda ready: self._set_status(shortcut=ready))
        self._shortcut_job.pressed.connect(self._on_pressed)
        self._shortcut_job.failed.connect(self._on_shortcut_failed)
        self._typing_job.allowed.connect(self._on_typing_allowed)
        self._typing_job.typed.connect(self._on_typed)
        self._typing_job.failed.connect(self._on_typing_failed)
        recording_job.saved.connect(self._on_saved)
        recording_job.failed.connect(self._on_recording_failed)
        recording_job.ended.connect(self._on_recording_ended)
        queue.item_changed.connect(self._on_item_changed)

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        """Listen for the shortcut of the settings, or for none, and ask to type if that is newly wanted."""
        before, self._settings = self._settings, settings
        wanted = settings.dictation_shortcut if settings.dictation else ""
        if wanted != self._listened:
            self._listened = wanted
            self._set_status(shortcut=None)
            if wanted:
                self._shortcut_job.listen(ShortcutListener(wanted, self.tr("Start or stop dictation")))
            else:
                self._shortcut_job.stop()
        types = settings.dictation and settings.dictation_types
        if types and not (before.dictation and before.dictation_types):
            self._set_status(typing=None)
            self._typing_job.start(TextTyper("", token=settings.dictation_token))

    def _set_status(self, **changed: object) -> None:
        self.status = replace(self.status, **changed)  # type: ignore[arg-type]
        self.status_changed.emit(self.status)

    @Slot(object)
    def _on_shortcut_failed(self, error: AnnealError) -> None:
        self._set_status(shortcut=error)
        self.failed.emit(error)

    # --- the recording

    @Slot(object)
    def _on_pressed(self, event: ShortcutPressed) -> None:
        if isinstance(QApplication.focusWidget(), QKeySequenceEdit):
            return  # another shortcut is being chosen
        self._focus = event.focus
        starts = not self._recording_job.active
        self._toggle_recording()
        if starts and self._recording_job.active:
            self._dictating = True
            shortcut = getattr(self.status.shortcut, "trigger", "") or key_text(self._settings.dictation_shortcut)
            self._tell(self.tr("Recording. {shortcut} stops it.").format(shortcut=shortcut))

    @Slot(object)
    def _on_saved(self, event: RecordingSaved) -> None:
        if self._dictating:
            self._dictating = False
            self._awaited[event.path] = self._focus
            for item in self._queue.items:  # it may be in the queue already
                self._on_item_changed(item)

    @Slot(object)
    def _on_recording_failed(self, error: AnnealError) -> None:
        if self._dictating:
            self._dictating = False
            self._tell_nothing_typed(error_text(error))

    @Slot()
    def _on_recording_ended(self) -> None:
        if self._dictating:  # neither saved nor failed
            self._dictating = False
            self._tell_nothing_typed(self.tr("The recording was discarded."))

    # --- the text

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item.source not in self._awaited:
            return
        item.dictated = True
        if not item.state.is_final:
            return
        focus = self._awaited.pop(item.source)
        if item.state is QueueState.CANCELLED:
            self._tell_nothing_typed(self.tr("The transcription was cancelled."))
        elif item.error is not None:
            self._tell_nothing_typed(error_text(item.error))
        elif not item.text.strip():
            self._tell_nothing_typed(self.tr("Nothing was heard."))
        else:
            QGuiApplication.clipboard().setText(item.text.strip())
            if self._settings.dictation_types and not _own_window_is_in_front():
                self._typing_job.start(TextTyper(item.text.strip(), focus, self._settings.dictation_token))
            else:
                self._tell(self.tr("The text is on the clipboard."))

    @Slot(str)
    def _on_typing_allowed(self, token: str) -> None:
        self._set_status(typing=None)
        if token != self._settings.dictation_token:
            self.token_changed.emit(token)

    @Slot()
    def _on_typed(self) -> None:
        self._tell(self.tr("Typed, and copied to the clipboard."))
        self.typed.emit()

    @Slot(object, object)
    def _on_typing_failed(self, typer: TextTyper, error: AnnealError) -> None:
        if typer.text:
            self._tell(error_text(error), self.tr("The text is on the clipboard."))
        else:
            self._set_status(typing=error)

    def _tell_nothing_typed(self, reason: str) -> None:
        self._tell(self.tr("Nothing was typed."), reason)

    def _tell(self, *sentences: str) -> None:
        show_notification(NOTIFICATION, self.tr("Dictation"), "\n".join(sentences))


def _own_window_is_in_front() -> bool:
    """Whether what is typed would land in this app: it shows the text anyway, and letters are shortcuts here."""
    window = QApplication.activeWindow()
    return window is not None and not window.isMinimized()
