"""Whisper from the editor's menu: the segment at the cursor, as it annealed and as Whisper writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.interleaved_tasks import Aside
from app.jobs.library_worker import Clerk
from app.jobs.transcription_queue import TranscriptionQueue
from app.jobs.whisper_comparison import Peer, Stretch
from app.library.entry import Entry
from app.library.replay_store import Run
from app.library.store import History
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.editor.editor_page import EditorPage
from app.ui.editor.replay_controller import run_of

from .dialog import CompareDialog


class ComparingDesk(QWidget):
    """Has no picture of its own: it is a widget only to hear of another language."""

    models_wanted = Signal()

    def __init__(
        self,
        editor: EditorPage,
        clerk: Clerk,
        queue: TranscriptionQueue,
        peer: Peer,
        reduced_motion: Callable[[], bool],
    ) -> None:
        super().__init__(editor)
        self.hide()
        self._editor, self._clerk, self._queue, self._peer = editor, clerk, queue, peer
        self._reduced_motion = reduced_motion
        self.dialog: CompareDialog | None = None
        self._aside: Aside | None = None
        self.action = QAction(editor)
        self.action.triggered.connect(self.compare)
        menu = editor.transport.more.menu()
        menu.addSeparator()
        menu.addAction(self.action)
        self._retranslate()

    @property
    def running(self) -> bool:
        return self._aside is not None

    @Slot()
    def compare(self) -> None:
        """Show the segment at the cursor both ways, or say what is missing for that."""
        editor, entry = self._editor, self._editor.entry
        editor.text.keep_typing()
        if entry is None or not editor.text.segments:
            return
        segment = editor.text.segments[editor.text.current]

        def show(options: TranscribeOptions) -> None:
            editor.annealed.read(entry, segment, lambda runs, words: self._show(entry, segment, runs, words, options))

        def look(history: History) -> TranscribeOptions:
            self._peer.find()
            return history.options(entry.uid)

        self._clerk.ask(look, show, self._on_not_found)

    @Slot(object)
    def _on_not_found(self, error: AnnealError) -> None:
        self._editor.banner.say_error(error, lambda: self.tr("Models…"), self.models_wanted.emit)

    def _show(
        self, entry: Entry, segment: Segment, runs: Sequence[Run], vocabulary: Vocabulary, options: TranscribeOptions
    ) -> None:
        if self.dialog is not None:
            self.dialog.close()
        run = run_of(segment, runs)
        if not run.steps:
            self._editor.annealed.missed.emit()
            return
        stretch = Stretch(entry.source, run.started.start_s, run.started.end_s, options)
        dialog = CompareDialog(run, vocabulary, entry.title, self._reduced_motion(), self._editor.window())
        dialog.again_wanted.connect(lambda: self._start(dialog, stretch))
        dialog.finished.connect(lambda _code: self._on_closed(dialog))
        self.dialog = dialog
        dialog.show()
        self._start(dialog, stretch)

    def _start(self, dialog: CompareDialog, stretch: Stretch) -> None:
        self._stop()
        peer = self._peer
        aside = Aside(lambda _engine: peer.written(stretch))
        aside.reported, aside.failed = dialog.take, dialog.fail
        aside.ended = lambda: self._on_ended(aside)
        self._aside = aside
        dialog.begin(self._queue.working is not None)
        self._queue.put_in(aside)

    def _stop(self) -> None:
        aside, self._aside = self._aside, None
        if aside is not None:
            aside.cancel()

    def _on_closed(self, dialog: CompareDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
            self._stop()

    def _on_ended(self, aside: Aside) -> None:
        if self._aside is aside:
            self._aside = None

    def _retranslate(self) -> None:
        self.action.setText(self.tr("Compare with Whisper…"))
        self.action.setToolTip(self.tr("The segment at the cursor, denoised and written token by token, on one clock"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
