"""Redecoding from the editor: around another word, or a span with other options; the user accepts or rejects the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.library_worker import LibraryWorker
from app.jobs.redecode import RedecodeBatch, RedecodeProposal, redecode, store_replays
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.library import Library
from app.library.replay_store import CanvasRun, RunCollector
from app.library.word_candidates import Candidate, candidates_for_word, with_own_words, word_at_position
from app.library.word_doubt import DoubtfulSpan
from app.models.catalog import InstalledModel
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import StartChoice, TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.speech.vocabulary import Vocabulary
from app.transcript import edits
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.text_words import inner_range, plain_form
from app.ui.canvas.player import Player

from .alternatives_popover import AlternativesPopover
from .diff_view import DiffPanel, WaitReason
from .edit_session import EditSession
from .redecode_options import RedecodeDefaults, RedecodeOptionsPopover
from .transcript_editor import TranscriptEditor


@dataclass(frozen=True)
class AvailableModels:
    """The models to redecode with. Both functions are called in the library worker's thread, as they may be slow."""

    installed: Callable[[], list[InstalledModel]]
    in_use: Callable[[], str]
    """Returns the name of the model in use."""


@dataclass(frozen=True)
class RedecodeViews:
    """The widgets of the editor page that a redecode shows itself in."""

    text: TranscriptEditor
    player: Player
    diff_panel: DiffPanel


@dataclass(frozen=True, eq=False)
class _ShownRun:
    """The canvas run that the player shows, where it belongs to a stored segment."""

    segment_index: int
    run: CanvasRun
    vocabulary: Vocabulary


class RedecodeController(QObject):
    """Runs at most one redecode at a time in the queue, between two segments of the file at work."""

    failed = Signal(object)  # AnnealError
    canvas_requested = Signal()  # a redecode starts: the player shows no replay any longer

    def __init__(
        self,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue | None,
        edit_session: EditSession,
        views: RedecodeViews,
        parent: QObject | None = None,
    ) -> None:
        """Without a ``queue`` there is no model, and nothing is offered."""
        super().__init__(parent)
        self._library_worker, self._queue, self._edit_session = library_worker, queue, edit_session
        self._text, self._player, self._diff_panel = views.text, views.player, views.diff_panel
        self.alternatives_popover, self.options_popover = AlternativesPopover(), RedecodeOptionsPopover()
        self.models = AvailableModels(list, str)
        self.own_words: Callable[[], Sequence[str]] = tuple
        """Returns the user's own words, which are offered among the alternatives."""
        self._entry: Entry | None = None
        self._shown: _ShownRun | None = None
        self._requests: tuple[RedecodeRequest, ...] = ()
        self._batch: RedecodeBatch | None = None
        self._runs = RunCollector()
        self._task: InterleavedTask | None = None
        self._proposals: dict[Segment, RedecodeProposal] = {}
        self._attempts = 0
        self._deferred: tuple[str, RedecodeRequest] | None = None
        self.alternatives_popover.redecode_requested.connect(self._on_word_chosen)
        self.alternatives_popover.replace_requested.connect(self._on_word_replaced)
        self.options_popover.chosen.connect(self._on_options_chosen)
        views.diff_panel.accepted.connect(self.accept)
        views.diff_panel.rejected.connect(self.reject)
        views.diff_panel.new_seed_requested.connect(self.redecode_with_new_seed)
        views.diff_panel.changed.connect(views.text.update_inline)
        views.player.canvas.token_chosen.connect(self._on_token_chosen)

    def open(self, entry: Entry) -> None:
        """Work on another entry from now on, and start the redecode that was deferred until it is open."""
        self.close()
        self._entry = entry
        deferred, self._deferred = self._deferred, None
        if deferred is not None and deferred[0] == entry.uid:
            self._start_deferred(deferred[1])

    def redecode_when_opened(self, uid: str, request: RedecodeRequest) -> None:
        """Defer a request from outside the editor until its entry is open."""
        self._deferred = uid, request

    def _start_deferred(self, request: RedecodeRequest) -> None:
        """Start a request, unless its segment has been edited since it was made."""
        original = request.segment
        for index, segment in enumerate(self._text.segments):
            if (segment.index, segment.text, len(segment.words)) == (
                original.index,
                original.text,
                len(original.words),
            ):
                self._requests = (replace(request, segment=segment),)
                self._text.select(index, 0, 0)
                self._on_word_chosen(request.typed or "")
                return

    def close(self) -> None:
        """Stop the redecode, discard its proposals and close the popovers."""
        self._shown = None
        self.reject()
        self.alternatives_popover.close_popover()
        self.options_popover.close_popover()

    @Slot(int, object, object)
    def set_shown_run(self, segment_index: int, run: CanvasRun, vocabulary: Vocabulary) -> None:
        """Remember the run of a stored segment that the canvas shows, so that its tokens offer alternatives."""
        self.reject()
        self._shown = _ShownRun(segment_index, run, vocabulary)

    @property
    def running(self) -> bool:
        return self._task is not None

    # --- user actions

    @Slot()
    def show_alternatives(self) -> None:
        """Show alternatives of the word at the cursor, or of the most doubtful selected word."""
        spans = self._selected_words()
        if not spans:
            return
        index, first, end = spans[0]
        words = self._text.segments[index].words
        if not words:
            self.show_options()
            return
        word = max(range(first, end), key=lambda n: (words[n].doubt or 0.0, -n))
        self._show_candidates(index, word, None)

    @Slot()
    def show_options(self) -> None:
        """Let the user choose how the selected words, or else the segment at the cursor, are redecoded."""
        entry, spans = self._entry, self._selected_words(whole_segment=True)
        if entry is None or not spans or self._queue is None:
            return
        if not any(self._text.segments[index].text for index, _, _ in spans):
            self.failed.emit(
                AnnealError(
                    "There is no speech here.", "This is a pause.", "Choose a line of text and listen to that again."
                )
            )
            return
        segments, models = self._text.segments, self.models
        self._requests = tuple(RedecodeRequest(segments[index], first, end) for index, first, end in spans)
        span_text = " … ".join(_span_text(request) for request in self._requests)
        anchor_rect = self._selection_rect()

        self._library_worker.submit(
            lambda store: RedecodeDefaults(store.options(entry.uid), models.installed(), models.in_use()),
            lambda defaults: self.options_popover.show_for(span_text, defaults, self._text, anchor_rect),
            self.failed.emit,
        )

    @Slot()
    def redecode_with_new_seed(self) -> None:
        """Repeat the last redecode with other noise."""
        batch = self._batch
        if batch is not None:
            self._attempts += 1
            self._start(replace(batch, options=replace(batch.options, seed=batch.options.seed + 1)))

    @Slot()
    def accept(self) -> None:
        """Apply the proposals as one edit, which can be undone, and store their replays."""
        proposals = tuple(self._proposals.values())
        self._stop()
        if not proposals or self._entry is None:
            return
        present = self._edit_session.segments
        if any(proposal.before not in present for proposal in proposals):
            self.failed.emit(
                AnnealError(
                    "The new words were not put in.",
                    "The segment was changed meanwhile.",
                    "Please listen to it again.",
                )
            )
            return

        def with_proposals(segments: Segments) -> Segments:
            after = {proposal.before: proposal.after for proposal in proposals}
            return tuple(after.get(segment, segment) for segment in segments)

        index, uid = present.index(proposals[0].before), self._entry.uid
        self._edit_session.apply(with_proposals, self.tr("Listen again"))
        self._library_worker.submit_with_library(
            lambda library: store_replays(library, uid, proposals), None, self.failed.emit
        )
        last = proposals[-1]
        if last.runs:
            self.set_shown_run(last.after.index, last.runs[-1], last.vocabulary)
        self._text.select(index, 0, 0)
        self._text.setFocus()

    @Slot()
    def reject(self) -> None:
        """Stop the redecode or discard its proposals; the text stays as it is."""
        was_shown = not self._diff_panel.isHidden()
        self._stop()
        if was_shown:
            self._text.setFocus()

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self._player.end_job()
        self._proposals = {}
        self._text.hide_inline()
        self._diff_panel.close_panel()

    # --- selection and candidates

    def _selected_words(self, whole_segment: bool = False) -> list[tuple[int, int, int]]:
        """Commit what was typed and return ``words_between`` the ends of the selection."""
        self._text.commit_typing()
        return words_between(self._text.segments, *self._text.selection, whole_segment)

    def _selection_rect(self) -> QRect:
        """Return the cursor rectangle at the start of the selection, in coordinates of the text."""
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        rect = self._text.cursorRect(cursor)
        return QRect(self._text.viewport().mapTo(self._text, rect.topLeft()), rect.size())

    def _show_candidates(self, index: int, word: int, anchor_rect: QRect | None) -> None:
        """Load the candidates of a word and show them beside ``anchor_rect`` of the canvas, or beside the word if None."""
        entry, segment = self._entry, self._text.segments[index]
        if entry is None or self._queue is None:
            return
        letters = segment.range_of(word, word + 1)
        if letters is not None:
            self._text.select(index, *letters)
        text = segment.words[word].text
        start, end = inner_range(text)
        self._requests = (RedecodeRequest(segment, word, word + 1),)
        if anchor_rect is None:
            owner: QWidget = self._text
            rect = self._selection_rect()
        else:
            owner, rect = self._player.canvas, anchor_rect
        own_words = self.own_words()

        def load(library: Library) -> tuple[list[Candidate], bool]:
            return _load_candidates(library, entry.uid, segment, word, own_words)

        def show(loaded: tuple[list[Candidate], bool]) -> None:
            candidates, steps_kept = loaded
            self.alternatives_popover.show_for(text[start:end], candidates, steps_kept, owner, rect)
            self._player.canvas.clear_hover()

        self._library_worker.submit_with_library(load, show, self.failed.emit)

    def _on_token_chosen(self, position: int, anchor_rect: QRect) -> None:
        shown = self._shown
        if shown is None or self.running:
            return
        for index, segment in enumerate(self._text.segments):
            if segment.index == shown.segment_index:
                word = word_at_position(segment, (shown.run,), position, shown.vocabulary)
                if word is not None:
                    self._show_candidates(index, word, anchor_rect)
                    return

    # --- redecoding

    @Slot(str)
    def _on_word_chosen(self, text: str) -> None:
        def make_batch(entry: Entry, options: TranscribeOptions) -> RedecodeBatch:
            return RedecodeBatch(entry.source, tuple(replace(each, typed=text) for each in self._requests), options)

        self._start_with(make_batch)

    @Slot(str)
    def _on_word_replaced(self, text: str) -> None:
        """Put the word into the text, or confirm the one that stands there."""
        (request,) = self._requests
        if request.segment in self._text.segments:
            self.replace_words(self._text.segments.index(request.segment), *request.word_range, text)
            self._text.setFocus()

    def replace_words(self, index: int, first: int, end: int, text: str) -> None:
        """Put a text in place of words of a segment; the same text confirms them."""
        self._edit_session.apply(
            lambda segments: edits.replace_words(segments, index, first, end, text), self.tr("Replace")
        )

    def load_alternatives(self, doubt: DoubtfulSpan, show: Callable[[list[Candidate]], None]) -> None:
        """Load other words for a place of one word, the most probable first."""
        entry = self._entry
        if entry is None or doubt.end_word - doubt.first_word != 1:
            return
        uid, segment, own_words = entry.uid, self._text.segments[doubt.segment_index], self.own_words()

        def load(library: Library) -> list[Candidate]:
            return _load_candidates(library, uid, segment, doubt.first_word, own_words)[0]

        def show_others(candidates: list[Candidate]) -> None:
            if self._entry is entry:
                present = plain_form(segment.words[doubt.first_word].text)
                show([candidate for candidate in candidates if plain_form(candidate.text) != present])

        self._library_worker.submit_with_library(load, show_others, self.failed.emit)

    @Slot(int, str, str, object)
    def _on_options_chosen(self, steps: int, start: StartChoice, language: str, model_folder: Path | None) -> None:
        def make_batch(entry: Entry, options: TranscribeOptions) -> RedecodeBatch:
            isolated = language not in ("auto", options.language) and options.language != "auto"
            requests = tuple(replace(request, isolated=isolated) for request in self._requests)
            self._attempts += 1  # the same noise would lead to the same words
            seed = options.seed + self._attempts
            options = replace(options, steps=steps, start=start, language=language, seed=seed)
            return RedecodeBatch(entry.source, requests, options, model_folder)

        self._start_with(make_batch)

    def _start_with(self, make_batch: Callable[[Entry, TranscribeOptions], RedecodeBatch]) -> None:
        """Start the batch that ``make_batch`` makes of the entry and the options it was transcribed with."""
        entry = self._entry
        if entry is None:
            return

        def start(options: TranscribeOptions) -> None:
            if self._entry is entry:
                self._start(make_batch(entry, replace(options, observe=True, batch=1)))

        self._library_worker.submit(lambda store: store.options(entry.uid), start, self.failed.emit)

    def _start(self, batch: RedecodeBatch) -> None:
        queue = self._queue
        if queue is None:
            return
        self._stop()
        self._batch, self._shown, self._runs = batch, None, RunCollector()
        task = InterleavedTask(lambda engine: redecode(engine, batch), batch.model_folder is not None)
        task.reported = lambda event: self._on_reported(task, event)
        task.failed = lambda error: self._on_failed(task, error)
        task.ended = lambda: self._on_ended(task)
        self._task = task
        self._player.clear()
        self.canvas_requested.emit()
        wait_reason: WaitReason = "" if queue.current_item is None else "file" if task.changes_model else "segment"
        original = batch.requests[0].segment
        self._diff_panel.show_running(wait_reason, original.text)
        if original in self._text.segments:
            self._text.show_inline(self._diff_panel, self._text.segments.index(original))
        queue.run_soon(task)

    def _on_reported(self, task: InterleavedTask, event: object) -> None:
        if task is not self._task:
            return
        match event:
            case ModelReady():
                self._player.set_vocabulary(event.vocabulary)
                self._diff_panel.settling_text.set_vocabulary(event.vocabulary)
            case SegmentStarted():
                self._runs.handle(event)
                if (run := self._runs.newest(event.segment)) is not None:
                    self._player.begin_segment(run)
            case CanvasStep():
                self._runs.handle(event)
                self._player.update_segment(event.segment)
                self._diff_panel.show_step(event)
            case SegmentDone():
                self._player.end_segment(event)
            case RedecodeProposal():
                self._proposals[event.before] = event

    def _on_failed(self, task: InterleavedTask, error: AnnealError) -> None:
        if task is self._task:
            self._stop()
            self.failed.emit(error)

    def _on_ended(self, task: InterleavedTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self._player.end_job()
        self._diff_panel.show_versions([(each.before, each.after) for each in self._proposals.values()])


def _load_candidates(
    library: Library, uid: str, segment: Segment, word: int, own_words: Sequence[str]
) -> tuple[list[Candidate], bool]:
    """The candidates of a word, and whether its steps are kept. Runs in the library worker's thread."""
    replay = library.replays.load(uid, segment.index)
    vocabulary = library.replays.load_vocabulary(replay.vocabulary) if replay is not None else None
    if replay is None or vocabulary is None:
        return [], False
    start, end = inner_range(segment.words[word].text)
    candidates = candidates_for_word(segment, word, replay.runs, vocabulary)
    return with_own_words(segment.words[word].text[start:end], candidates, own_words), True


def words_between(
    segments: Sequence[Segment], begin: tuple[int, int], end: tuple[int, int], whole_segment: bool
) -> list[tuple[int, int, int]]:
    """Return the words of a selection as ``(segment index, first word, end word)`` for each segment it touches.

    Args:
        segments: All segments of the transcript.
        begin: Segment index and letter where the selection starts.
        end: Segment index and letter where it ends; equal to ``begin`` where nothing is selected.
        whole_segment: Whether no selection means all words of the segment, instead of the word at the cursor.
    """
    selected: list[tuple[int, int, int]] = []
    for index in range(max(0, begin[0]), min(end[0] + 1, len(segments))):
        segment = segments[index]
        ranges = segment.word_ranges
        if not segment.text and not whole_segment:
            continue
        if not ranges or (begin == end and whole_segment):
            selected.append((index, 0, len(segment.words)))
            continue
        first_letter = begin[1] if index == begin[0] else 0
        end_letter = end[1] if index == end[0] else len(segment.text)
        words = [word for word, (start, stop) in enumerate(ranges) if start < end_letter and first_letter < stop]
        if not words and begin == end:  # between two words: the one before the cursor
            words = [word for word, (start, _) in enumerate(ranges) if start <= first_letter][-1:] or [0]
        if words:
            selected.append((index, words[0], words[-1] + 1))
    return selected


def _span_text(request: RedecodeRequest) -> str:
    """Return the words of a request as they stand in the text."""
    text = request.segment.text
    start, end = request.segment.range_of(*request.word_range) or (0, len(text))
    return text[start:end]
