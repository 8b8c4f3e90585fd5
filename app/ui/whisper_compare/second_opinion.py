"""Asks another engine what it hears in the editor's transcript; words on which both differ are then the first to check."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.second_engine import SecondEngine
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.second_opinion import differing_words, with_second_opinion
from app.speech.events import ModelReady, SegmentDone, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.progress import TranscriptionProgress
from app.ui.editor.editor_page import EditorPage
from app.ui.formatting import percent


class SecondOpinionController(QObject):
    """Adds the action to the editor's menu. One opinion is asked at a time; closing the transcript ends it."""

    engine_missing = Signal(object)  # AnnealError: none is installed, or something else is wrong
    ended = Signal()  # the opinion is there, or asking failed

    def __init__(
        self,
        editor: EditorPage,
        queue: TranscriptionQueue,
        engine: SecondEngine,
    ) -> None:
        super().__init__(editor)
        self._editor, self._queue, self._engine = editor, queue, engine
        self._task: InterleavedTask | None = None
        self._uid, self._model = "", ""
        self._progress = TranscriptionProgress()
        self.action = editor.add_menu_action(
            lambda: self.tr("Ask for a second opinion"),
            lambda: self.tr("Another engine hears all of it; words on which both differ are the first to check"),
            self.ask,
        )

    @property
    def running(self) -> bool:
        return self._task is not None

    @Slot()
    def ask(self) -> None:
        """Ask Whisper, or where it wrote the transcript, the bundled model; or report that there is no second engine."""
        self._editor.with_options(
            lambda entry: self._engine.find_other(entry.model),
            lambda entry, _segment, options: self._start(entry, options),
            self.engine_missing.emit,
        )

    def _start(self, entry: Entry, options: TranscribeOptions) -> None:
        self.cancel()
        engine = self._engine
        self._uid, self._model, self._progress = entry.uid, "", TranscriptionProgress()

        def events(_engine: object) -> Iterator[object]:
            return engine.transcribe(entry.source, options, entry.model)

        task = InterleavedTask(events)
        task.reported, task.failed, task.ended = self._on_reported, self._on_failed, lambda: self._on_ended(task)
        self._task = task
        self._show_progress()
        self._queue.run_soon(task)

    @Slot()
    def cancel(self) -> None:
        """Ask no more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self._editor.banner.hide()

    def _on_reported(self, event: object) -> None:
        entry = self._editor.entry
        if entry is None or entry.uid != self._uid:
            self.cancel()
            return
        if isinstance(event, ModelReady):
            self._model = event.model
        if isinstance(event, TranscriptDone):
            self._apply(event)
        elif isinstance(event, ModelReady | SegmentDone):
            self._show_progress()
        self._progress.handle(event)  # type: ignore[arg-type]

    def _apply(self, done: TranscriptDone) -> None:
        """Give the words their new doubts, as an edit that can be undone."""
        others, session, model = done.transcript.segments, self._editor.edit_session, done.transcript.model
        self._editor.text.commit_typing()
        session.apply(lambda segments: with_second_opinion(segments, others), self.tr("second opinion"))
        words, found = (
            sum(len(segment.words) for segment in session.segments),
            differing_words(session.segments, others),
        )
        differing = len(found)
        if doubts := [word.doubt for word in found if word.doubt]:
            self._editor.list_doubts_from(min(doubts))
        self._editor.banner.show_message(
            lambda: (
                self.tr("{model} hears {differing} of {words} words differently. They are the first to check.").format(
                    model=model, differing=differing, words=words
                )
                if differing
                else self.tr("{model} hears the same words.").format(model=model)
            ),
            is_note=True,
        )

    def _on_failed(self, error: AnnealError) -> None:
        self._editor.banner.show_error(error, lambda: self.tr("Try again"), self.ask)

    def _on_ended(self, task: InterleavedTask) -> None:
        if self._task is task:
            self._task = None
            self.ended.emit()

    def _show_progress(self) -> None:
        share, model = self._progress.share, self._model
        self._editor.banner.show_message(
            lambda: (
                self.tr("{model} is listening: {share}").format(model=model, share=percent(share))
                if model
                else self.tr("The second engine is getting ready…")
            ),
            lambda: self.tr("Cancel"),
            self.cancel,
            is_note=True,
        )
