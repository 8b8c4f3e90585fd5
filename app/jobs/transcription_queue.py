"""The queue of files: one model, one job at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from app.errors import AnnealError
from app.library.entry import Entry
from app.library.store import TranscriptStore, new_uid
from app.speech.audio.live_recording import LiveRecording
from app.speech.events import CanvasStep, Event, ModelLoading, ModelReady, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment

from .background_tasks import BackgroundTasks
from .duration_reader import DurationReader
from .engine import SwitchableEngine
from .error_text import error_text, notice_text
from .interleaved_tasks import InterleavedTask, TaskEvent, TaskInterleaver
from .job import Job
from .job_slot import JobSlot
from .library_worker import LibraryWorker
from .queue_item import QueueItem, QueueState
from .recent_steps import RecentSteps
from .speed import Speedometer
from .stored_transcription import StorageFailed, TranscriptionTask, transcribe_and_store
from .time_left import queue_time_left_s

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("file", "state", "progress", "speed")
Index = QModelIndex | QPersistentModelIndex


class TranscriptionQueue(QAbstractTableModel):
    """Files in the order of their transcription. A file that fails or is cancelled does not stop the others."""

    reported = Signal(object, object)  # QueueItem, Event: after the item has handled it
    item_changed = Signal(object)  # QueueItem: its state changed
    model_loading = Signal(object)  # ModelLoading
    model_ready = Signal(object)  # ModelReady
    model_failed = Signal(object)  # AnnealError: the model could not be made ready ahead of a job
    storage_failed = Signal(object)  # LibraryError: something was not stored; the transcription goes on
    idled = Signal()  # nothing runs and nothing waits

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        engine: SwitchableEngine,
        options: Callable[[], TranscribeOptions],
        parent: QObject | None = None,
        library_worker: LibraryWorker | None = None,
    ) -> None:
        """Create an empty queue.

        Args:
            options: called in the worker thread before each segment: a changed setting counts from the next one.
            library_worker: with it a file is in the library as soon as it is added, and a segment before it is shown.
        """
        super().__init__(parent)
        self._library_worker = library_worker
        self._engine = engine
        engine.set_upcoming(self._upcoming)
        self._interleaver = TaskInterleaver(engine)
        self._options = options
        self._items: list[QueueItem] = []
        self._last_number = 0
        self._postponed: QueueItem | None = None
        """The item whose thread still ends because a recording came before it."""
        self._unwanted: set[str] = set()
        """Uids of entries that leave the library when their transcription has ended."""
        self._current_item: QueueItem | None = None
        self._closing = False
        self._prepare_requested = False
        self._vocabulary: Vocabulary | None = None
        self.recent_steps = RecentSteps()
        self.speed = Speedometer()
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self._on_failed)
        self._slot.finished.connect(self._on_finished)
        background_tasks.shutting_down.connect(self._on_shutting_down)
        self._duration_reader = DurationReader(background_tasks, lambda: self._items, self)
        self._duration_reader.read.connect(self._on_duration_read)

    # --- what the user does

    def add(
        self, sources: Iterable[Path], title: str = "", recorded: bool = False, replaces: bool = False
    ) -> list[QueueItem]:
        """Append files, titled by their names unless a title is given, and start if nothing runs.

        Args:
            recorded: whether they are recordings of the app.
            replaces: whether earlier entries of these files leave the library, unless they were edited, tagged or renamed.
        """
        added = [QueueItem(0, source, title or source.name, new_uid(), recorded=recorded) for source in sources]
        for item in added:
            if replaces:
                self.forget_unedited(item.source, item.title)
            self._update_store(TranscriptionTask(item.uid, item.source, item.title, item.recorded).register)
        self._append(added)
        return added

    def add_live(self, recording: LiveRecording, title: str) -> QueueItem:
        """Insert a recording that is being made before all other files: its phrases are transcribed as they end.

        A file that is being transcribed goes on at its first missing segment when the recording has ended.
        """
        self._postpone_current()
        item = QueueItem(0, recording.path, title, new_uid(), recorded=True, live=recording)
        self._update_store(TranscriptionTask(item.uid, item.source, title, item.recorded).register)
        self._append([item])
        self.start_now(item)
        return item

    def _postpone_current(self) -> None:
        item = self.current_item
        if item is not None and item.live is None and self._library_worker is not None:
            self._postponed = item
            self._slot.cancel()
            item.postpone()
            self._emit_changed(item)

    def discard(self, item: QueueItem) -> None:
        """Remove an item, and what was transcribed of it from the library."""
        if item is self._current_item:
            self._unwanted.add(item.uid)
        else:
            self._update_store(lambda store: store.destroy(item.uid))
        self.remove(item)

    def forget_unedited(self, source: Path, title: str) -> None:
        """Delete the finished entries of a file from the library, but those that were edited, tagged or renamed."""
        if self._library_worker is not None:
            self._library_worker.submit_with_library(
                lambda library: library.destroy_unedited(source, title), None, self.storage_failed.emit
            )

    def resume(self, entry: Entry) -> QueueItem:
        """Append an interrupted transcription; it continues at its first missing segment, with its own options."""
        item = QueueItem(0, entry.source, entry.title, entry.uid, resumes=True)
        self._update_store(lambda store: store.mark_waiting(entry.uid))
        self._append([item])
        return item

    def _append(self, added: list[QueueItem]) -> None:
        for item in added:
            self._last_number += 1
            item.number = self._last_number
        if added:
            first = len(self._items)
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._items += added
            self.endInsertRows()
            self._start_next()
            self._duration_reader.start()

    def _update_store(self, work: Callable[[TranscriptStore], object]) -> None:
        if self._library_worker is not None:
            self._library_worker.submit(work, on_error=self.storage_failed.emit)

    def cancel(self, item: QueueItem) -> None:
        """Mark as cancelled at once; the work ends at its next event."""
        if item.state.is_final:
            return
        if item is self._current_item:
            self._slot.cancel()
        elif not self._closing:  # what waits when the app quits is offered at the next start
            self._update_store(lambda store: store.mark_ended(item.uid, "cancelled"))
        item.cancel()
        self._emit_changed(item)

    def interrupt_all(self) -> None:
        """Stop all files so that the next start offers to continue them."""
        self._closing = True
        for item in self._items:
            self.cancel(item)

    def retry(self, item: QueueItem) -> None:
        """Transcribe a file again from its start; it keeps its place in the queue."""
        if not item.state.is_final or self._closing:
            return
        self.recent_steps.forget(item.number)
        self._update_store(lambda store: store.restart(item.uid))
        item.reset()
        self._emit_changed(item)
        self._start_next()

    def choose_track(self, item: QueueItem, track: int | None) -> None:
        """Hear another audio track of a file, from 0 or None to choose by itself; what was begun begins again."""
        if track != item.track:
            item.track = track
            self._begin_again(item)

    def choose_language(self, item: QueueItem, language: str | None) -> None:
        """Choose the spoken language of a file, ``auto`` or a code, or None for the settings'; what was begun begins again."""
        if language != item.asked_language:
            item.asked_language = language
            self._begin_again(item)

    def _begin_again(self, item: QueueItem) -> None:
        """Transcribe a file with its new options, unless it waits anyway."""
        if item.state.is_active:
            self.cancel(item)
        self.retry(item)
        self._emit_changed(item)

    def remove(self, item: QueueItem) -> None:
        """Remove an item, cancelling it if it runs. The file itself stays."""
        self.cancel(item)
        row = self._items.index(item)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()
        self.recent_steps.forget(item.number)

    def remove_finished(self) -> None:
        """Remove all files whose transcription has ended."""
        for item in self.items:
            if item.state.is_final:
                self.remove(item)

    def start_now(self, item: QueueItem) -> None:
        """Move a waiting file before all others that wait."""
        waiting = [other for other in self._items if other.state is QueueState.WAITING]
        if item in waiting and item is not waiting[0]:
            self.move(item, self._items.index(waiting[0]) - self._items.index(item))

    def rename(self, item: QueueItem, title: str) -> None:
        """Change the title of a file and of its entry in the library; the file itself keeps its name."""
        title = title.strip()
        if not title or title == item.title:
            return
        item.title = title
        self._update_store(lambda store: store.rename(item.uid, title))
        self._emit_changed(item)

    def show_segments(self, uid: str, segments: Sequence[Segment]) -> None:
        """Take the corrected segments of an entry for the text of its file, if that is done and in the queue."""
        for item in self._items:
            if item.uid == uid and item.state.is_final and item.segments != list(segments):
                item.show_segments(segments)
                self._emit_changed(item)

    def move(self, item: QueueItem, by: int) -> None:
        """Move an item up (negative) or down the list."""
        row = self._items.index(item)
        to = max(0, min(len(self._items) - 1, row + by))
        if to == row:
            return
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + 1 if to > row else to)
        self._items.insert(to, self._items.pop(row))
        self.endMoveRows()

    # --- state

    @property
    def items(self) -> list[QueueItem]:
        return list(self._items)

    @property
    def current_item(self) -> QueueItem | None:
        """The item that is being transcribed; None also while a cancelled one still ends."""
        return self._current_item if self._slot.active else None

    @property
    def busy(self) -> bool:
        """Whether a thread runs, be it for a file, the model or a short task."""
        return self._slot.busy

    @property
    def unfinished(self) -> list[QueueItem]:
        return [item for item in self._items if not item.state.is_final]

    def row_of(self, item: QueueItem) -> int:
        """Its row; -1 if it was removed."""
        return self._items.index(item) if item in self._items else -1

    @property
    def time_left_s(self) -> float | None:
        """Seconds until all files are done, at the measured speed; None while that cannot be told."""
        return queue_time_left_s(self._items, self.speed.times_real_time)

    def _upcoming(self) -> list[Path]:
        """The next files up to one with options of its own; called in the worker thread."""
        waiting = (item for item in self.items if item.state is QueueState.WAITING)
        return [item.source for item in takewhile(_follows_the_settings, waiting)]

    # --- the thread

    def prepare(self) -> None:
        """Load the model before a file needs it; after the job that runs, if there is one."""
        if self._closing:
            return
        self._prepare_requested = self._slot.busy
        if not self._slot.busy:
            self._run(self._engine.prepare, None)

    def run_soon(self, task: InterleavedTask) -> None:
        """Run a short task with the model: at the next segment's end, else before any file that waits."""
        self._interleaver.add(task)
        self._start_next()

    @Slot()
    def _on_shutting_down(self) -> None:
        self.interrupt_all()
        self._slot.cancel()

    def _start_next(self) -> None:
        if self._slot.busy or self._closing:
            return
        if self._interleaver:
            self._run(self._interleaver.run_all, None)
            return
        item = next((item for item in self._items if item.state is QueueState.WAITING), None)
        if item is not None:
            item.state = QueueState.LOADING
            self._emit_changed(item)
            self._run(lambda: self._interleaver.interleave(self._events_of(item)), item)
        elif self._prepare_requested:
            self.prepare()
        else:
            self.idled.emit()

    def _events_of(self, item: QueueItem) -> Iterator[Event | StorageFailed]:
        """The events of a file's transcription; runs in the worker thread."""

        def options() -> TranscribeOptions:
            chosen = self._options()
            if item.asked_language is not None:
                chosen = replace(chosen, language=item.asked_language)
            return chosen if item.track is None else replace(chosen, audio_track=item.track)

        live = item.live if item.recording else None
        if self._library_worker is None:
            return self._engine.transcribe(live or item.source, options)
        task = TranscriptionTask(item.uid, item.source, item.title, item.recorded, item.resumes, live)
        library = self._library_worker.library
        return transcribe_and_store(
            library, task, self._engine, options, lambda: self._closing or self._postponed is item
        )

    def _run(self, make_events: Callable[[], Iterator[object]], item: QueueItem | None) -> None:
        self._current_item = item
        self._slot.start(make_events)

    @Slot(object)
    def _on_reported(self, event: Event | StorageFailed | TaskEvent) -> None:
        if isinstance(event, TaskEvent):
            event.deliver()
            return
        if isinstance(event, StorageFailed):
            self.storage_failed.emit(event.error)
            return
        if not self._slot.active:
            return  # was on its way when the job was cancelled
        if isinstance(event, ModelLoading):
            self.model_loading.emit(event)
        elif isinstance(event, ModelReady):
            self._on_model_ready(event)
            self.model_ready.emit(event)
        item = self._current_item
        if item is None:
            return
        state_before = item.state
        item.handle(event)
        self.speed.handle(event)
        if isinstance(event, SegmentStarted | CanvasStep):
            self.recent_steps.handle(item.number, event)
        self.reported.emit(item, event)
        self._emit_changed(item, state_changed=item.state is not state_before)

    def _on_model_ready(self, model: ModelReady) -> None:
        """Discard what another model measured, and steps whose ids belong to another vocabulary."""
        if model.vocabulary is not self._vocabulary:
            self._vocabulary = model.vocabulary
            self.recent_steps.clear()
            self.speed = Speedometer()
        self._prepare_requested = False

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        if not self._slot.active:
            return
        if self._current_item is None:
            self.model_failed.emit(error)
        else:
            self._current_item.fail(error)
            self._emit_changed(self._current_item)

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        item, self._current_item, self._postponed = self._current_item, None, None
        if item is not None and item.uid in self._unwanted:
            self._unwanted.discard(item.uid)
            self._update_store(lambda store: store.destroy(item.uid))
        # One that waits was started again after its last event, before its thread had ended: it has not failed.
        if item is not None and not job.cancelled and item.state.is_active:
            item.fail(AnnealError("The transcription ended early.", "The model sent no result.", "Please try again."))
            self._emit_changed(item)
        self._start_next()

    @Slot(object, float)
    def _on_duration_read(self, item: QueueItem, duration_s: float) -> None:
        item.header_duration_s = duration_s
        self._emit_changed(item, state_changed=False)

    def _emit_changed(self, item: QueueItem, state_changed: bool = True) -> None:
        row = self.row_of(item)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        if state_changed:
            self.item_changed.emit(item)

    # --- QAbstractTableModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("File"), self.tr("State"), self.tr("Progress"), self.tr("Speed"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            speed = f"{QLocale().toString(item.speed, 'f', 1)}×" if item.speed else ""
            return (item.title, self.state_text(item), f"{item.progress:.0%}", speed)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            told = [error_text(item.error)] if item.error else [notice_text(notice) for notice in item.warnings]
            return "\n".join([str(item.source), *told])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.title}, {self.state_text(item)}"
        return None

    def state_text(self, item: QueueItem) -> str:
        """The translated state of an item."""
        if item.recording and item.state is QueueState.RUNNING:
            return self.tr("recording")
        return {
            QueueState.WAITING: self.tr("waiting"),
            QueueState.LOADING: self.tr("getting ready"),
            QueueState.RUNNING: self.tr("transcribing"),
            QueueState.DONE: self.tr("done"),
            QueueState.FAILED: self.tr("failed"),
            QueueState.CANCELLED: self.tr("cancelled"),
        }[item.state]


def _follows_the_settings(item: QueueItem) -> bool:
    """Whether a file has no options of its own: only then may it share a batch with the file before it."""
    return not item.resumes and item.track is None and item.asked_language is None
