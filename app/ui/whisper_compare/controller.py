"""Controller of the comparison with Whisper: adds it to the editor's menu, and runs Whisper in the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.library_worker import LibraryWorker
from app.jobs.transcription_queue import TranscriptionQueue
from app.jobs.whisper_comparison import ComparisonSpan, WhisperEngine
from app.library.entry import Entry
from app.library.replay_store import CanvasRun
from app.library.store import TranscriptStore
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.editor.editor_page import EditorPage
from app.ui.editor.replay_controller import run_for_segment

from .dialog import WhisperCompareDialog


class WhisperCompareController(QObject):
    """Compares the segment at the editor's cursor; at most one comparison is open at a time."""

    models_requested = Signal()  # Whisper is not installed

    def __init__(
        self,
        editor: EditorPage,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue,
        whisper: WhisperEngine,
        reduced_motion: Callable[[], bool],
    ) -> None:
        super().__init__(editor)
        self._editor, self._library_worker, self._queue, self.whisper = editor, library_worker, queue, whisper
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
        editor, entry = self._editor, self._editor.entry
        editor.text.commit_typing()
        if entry is None or not editor.text.segments:
            return
        segment = editor.text.segments[editor.text.current_index]

        def show(options: TranscribeOptions) -> None:
            editor.replay_controller.load(
                entry, segment, lambda runs, vocabulary: self._open_dialog(entry, segment, runs, vocabulary, options)
            )

        def find_whisper(store: TranscriptStore) -> TranscribeOptions:
            self.whisper.find_model_folder()
            return store.options(entry.uid)

        self._library_worker.submit(find_whisper, show, self._on_whisper_missing)

    @Slot(object)
    def _on_whisper_missing(self, error: AnnealError) -> None:
        self._editor.banner.show_error(error, lambda: self.tr("Models…"), self.models_requested.emit)

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
