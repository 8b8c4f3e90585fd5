"""Controller of the comparison with Whisper: adds it to the editor's menu, and runs Whisper in the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError, ModelError
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.second_engine import ComparisonSpan, SecondEngine
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.replay_store import CanvasRun
from app.models.catalog import WHISPER_SMALL
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.editor.editor_page import EditorPage
from app.ui.editor.replay_controller import run_for_segment
from app.ui.formatting import size_text

if TYPE_CHECKING:
    from .dialog import WhisperCompareDialog


class WhisperCompareController(QObject):
    """Compares the segment at the editor's cursor; at most one comparison is open at a time."""

    offer_requested = Signal(str)  # name of a Whisper of the catalog, as none is installed

    def __init__(
        self,
        editor: EditorPage,
        queue: TranscriptionQueue,
        whisper: SecondEngine,
        reduced_motion: Callable[[], bool],
    ) -> None:
        super().__init__(editor)
        self._editor, self._queue, self.whisper = editor, queue, whisper
        self._reduced_motion = reduced_motion
        self.dialog: WhisperCompareDialog | None = None
        self._task: InterleavedTask | None = None
        self.action = editor.add_menu_action(
            lambda: self.tr("Compare with Whisper…"),
            lambda: self.tr("The segment at the cursor, denoised and written token by token, on one clock"),
            self.compare,
        )

    @property
    def running(self) -> bool:
        return self._task is not None

    @Slot()
    def compare(self) -> None:
        """Open the dialog for the segment at the cursor, or report that Whisper or the segment's steps are missing."""
        editor = self._editor

        def show(entry: Entry, segment: Segment, options: TranscribeOptions) -> None:
            editor.replay_controller.load(
                entry, segment, lambda runs, vocabulary: self._open_dialog(entry, segment, runs, vocabulary, options)
            )

        editor.with_options(lambda _entry: self.whisper.find_whisper_folder(), show, self.show_whisper_missing)

    @Slot(object)
    def show_whisper_missing(self, error: AnnealError) -> None:
        """Offer to download a Whisper, as none is installed; show any other error."""
        if not isinstance(error, ModelError):
            self._editor.banner.show_error(error)
            return
        offered = WHISPER_SMALL
        self._editor.banner.show_message(
            lambda: self.tr("{model} is not here: {size}, {licence}.").format(
                model=offered.title,
                size=size_text(offered.size_bytes),
                licence=offered.repositories[0].licence,
            ),
            lambda: self.tr("Download…"),
            lambda: self.offer_requested.emit(offered.name),
            is_note=True,
        )

    def _open_dialog(
        self,
        entry: Entry,
        segment: Segment,
        runs: Sequence[CanvasRun],
        vocabulary: Vocabulary,
        options: TranscribeOptions,
    ) -> None:
        if self.dialog is not None:
            self.dialog.close()
        run = run_for_segment(segment, runs)
        if not run.steps:
            self._editor.replay_controller.steps_missing.emit()
            return
        span = ComparisonSpan(entry.source, run.started.start_s, run.started.end_s, options)
        from .dialog import WhisperCompareDialog

        dialog = WhisperCompareDialog(run, vocabulary, entry.title, self._reduced_motion(), self._editor.window())
        dialog.rerun_requested.connect(lambda: self._start(dialog, span))
        dialog.finished.connect(lambda _code: self._on_closed(dialog))
        self.dialog = dialog
        dialog.show()
        self._start(dialog, span)

    def _start(self, dialog: WhisperCompareDialog, span: ComparisonSpan) -> None:
        self._stop()
        whisper = self.whisper
        task = InterleavedTask(lambda _engine: whisper.decode_span(span))
        task.reported, task.failed = dialog.handle, dialog.show_error
        task.ended = lambda: self._on_ended(task)
        self._task = task
        dialog.show_waiting(self._queue.current_item is not None)
        self._queue.run_soon(task)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _on_closed(self, dialog: WhisperCompareDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
            self._stop()

    def _on_ended(self, task: InterleavedTask) -> None:
        if self._task is task:
            self._task = None
