"""Controls a recording: starts, pauses and ends the job, updates the record button, the recording page and the bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app.jobs.recording_job import RecordingJob
from app.sound.microphone import RecordingLevel, RecordingStarted

from .recording_page import RecordingView
from .widgets.record_button import RecordButton


class RecordingController(QObject):
    """Drives ``RecordingJob``, and shows its progress. The window handles the finished recording.

    ``start``, ``stop`` and ``toggle`` do nothing while they have nothing to do.
    """

    started = Signal()  # the user wants to record; the microphone is being opened
    opened = Signal(object)  # RecordingStarted: sound arrives
    saved = Signal(object)  # RecordingSaved
    discarded = Signal()
    failed = Signal(object)  # RecordingError
    ended = Signal()  # after saved, discarded or failed

    def __init__(
        self, job: RecordingJob, button: RecordButton, views: Sequence[RecordingView], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._job, self._button, self._views, self._window = job, button, views, parent
        job.started.connect(self._on_started)
        job.level_changed.connect(self._on_level_changed)
        job.saved.connect(self.saved)
        job.discarded.connect(self.discarded)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)
        for view in views:
            job.device_changed.connect(view.show_device_change)
            job.paused_changed.connect(view.show_paused)
            view.pause_requested.connect(self.toggle_pause)
            view.discard_requested.connect(self.ask_to_discard)

    @property
    def is_recording(self) -> bool:
        """Whether sound is being recorded, or the recording is paused."""
        return self._button.phase == "recording"

    def toggle(self, device: str) -> None:
        """Start recording with the device of this name, or stop."""
        if self.is_recording:
            self.stop()
        else:
            self.start(device)

    def start(self, device: str) -> None:
        """Record with the device of this name, the system's default where it is empty."""
        if self._button.phase == "idle":
            self._button.show_phase("starting")
            for view in self._views:
                view.reset(None)
                view.show_remark("")
            self.started.emit()
            self._job.start(device)

    def stop(self) -> None:
        """End the recording and keep it; ``saved`` follows."""
        if self.is_recording:
            self._button.show_phase("saving")
            self._job.stop()

    @Slot()
    def toggle_pause(self) -> None:
        """Pause the recording, or go on with it."""
        if self.is_recording:
            self._job.set_paused(not self._job.paused)

    @Slot()
    def ask_to_discard(self) -> None:
        """Ask once, then end the recording and delete it; it goes on meanwhile."""
        if self.is_recording and self._confirm_discard() and self.is_recording:
            self._button.show_phase("saving")
            self._job.discard()

    def show_remark(self, key: str) -> None:
        """Tell what becomes of the text, see ``RecordingView.show_remark``."""
        for view in self._views:
            view.show_remark(key)

    def _confirm_discard(self) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle("Anneal")
        box.setText(self.tr("Discard this recording?"))
        box.setInformativeText(self.tr("Its sound and its text are deleted. This cannot be undone."))
        discard = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Go on recording"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is discard

    @Slot(object)
    def _on_started(self, event: RecordingStarted) -> None:
        self._button.show_phase("recording")
        for view in self._views:
            view.reset(event)
        self.opened.emit(event)

    @Slot(object)
    def _on_level_changed(self, level: RecordingLevel) -> None:
        if self.is_recording:
            self._button.show_level(level.elapsed_s, level.peak)
            for view in self._views:
                view.show_level(level)

    @Slot()
    def _on_ended(self) -> None:
        self._button.show_phase("idle")
        self.ended.emit()
