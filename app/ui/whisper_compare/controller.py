"""Whisper from the editor's menu: the segment at the cursor, as it annealed and as Whisper writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

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


class WhisperCompareController(QWidget):
    """Has no picture of its own: it is a widget only to hear of another language."""

    models_wanted = Signal()

    def __init__(
        self,
        editor: EditorPage,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue,
        whisper: WhisperEngine,
        reduced_motion: Callable[[], bool],
    ) -> None:
        super().__init__(editor)
        self.hide()
        self._editor, self._library_worker, self._queue, self._whisper = editor, library_worker, queue, whisper
        self._reduced_motion = reduced_motion
        self.dialog: WhisperCompareDialog | None = None
        self._task: InterleavedTask | None = None
        self.action = QAction(editor)
        self.action.triggered.connect(self.compare)
        menu = editor.transport.more.menu()
        menu.addSeparator()
        menu.addAction(self.action)
        self._retranslate()

    @property
    def running(self) -> bool:
        return self._task is not None

    @Slot()
    def compare(self) -> None:
        """Show the segment at the cursor both ways, or say what is missing for that."""
        editor, entry = self._editor, self._editor.entry
        editor.text.commit_typing()
        if entry is None or not editor.text.segments:
            return
        segment = editor.text.segments[editor.text.current_index]

        def show(options: TranscribeOptions) -> None:
            editor.replay_controller.load(
                entry, segment, lambda runs, words: self._open_dialog(entry, segment, runs, words, options)
            )

        def look(history: TranscriptStore) -> TranscribeOptions:
            self._whisper.find_model_folder()
            return history.options(entry.uid)

        self._library_worker.submit(look, show, self._on_whisper_missing)

    @Slot(object)
    def _on_whisper_missing(self, error: AnnealError) -> None:
        self._editor.banner.show_error(error, lambda: self.tr("Models…"), self.models_wanted.emit)

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
        stretch = ComparisonSpan(entry.source, run.started.start_s, run.started.end_s, options)
        dialog = WhisperCompareDialog(run, vocabulary, entry.title, self._reduced_motion(), self._editor.window())
        dialog.rerun_wanted.connect(lambda: self._start(dialog, stretch))
        dialog.finished.connect(lambda _code: self._on_closed(dialog))
        self.dialog = dialog
        dialog.show()
        self._start(dialog, stretch)

    def _start(self, dialog: WhisperCompareDialog, span: ComparisonSpan) -> None:
        self._stop()
        peer = self._whisper
        aside = InterleavedTask(lambda _engine: peer.decode_span(span))
        aside.reported, aside.failed = dialog.handle, dialog.show_error
        aside.ended = lambda: self._on_ended(aside)
        self._task = aside
        dialog.show_waiting(self._queue.current_item is not None)
        self._queue.run_soon(aside)

    def _stop(self) -> None:
        aside, self._task = self._task, None
        if aside is not None:
            aside.cancel()

    def _on_closed(self, dialog: WhisperCompareDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
            self._stop()

    def _on_ended(self, task: InterleavedTask) -> None:
        if self._task is task:
            self._task = None

    def _retranslate(self) -> None:
        self.action.setText(self.tr("Compare with Whisper…"))
        self.action.setToolTip(self.tr("The segment at the cursor, denoised and written token by token, on one clock"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
