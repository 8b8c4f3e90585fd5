"""Denoising again from the editor: what a word could be instead, a span done otherwise, and the choice between old and new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal, Slot

from app.errors import AnnealError
from app.jobs.interleaved_tasks import InterleavedTask
from app.jobs.library_worker import LibraryWorker
from app.jobs.redecode import RedecodeBatch, RedecodeProposal, redecode, store_replays
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.library import Library
from app.library.replay_store import CanvasRun
from app.library.word_candidates import Candidate, candidates_for_word, word_at_position
from app.models.catalog import InstalledModel
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.redecode import RedecodeRequest
from app.speech.vocabulary import Vocabulary
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.text_words import inner_range
from app.ui.canvas.player import Player

from .alternatives_popover import AlternativesPopover
from .diff_view import DiffPanel
from .edit_session import EditSession
from .redecode_options import RedecodeOptionsPopover
from .transcript_editor import TranscriptEditor


@dataclass(frozen=True)
class AvailableModels:
    """What there is to redo with."""

    installed: Callable[[], list[InstalledModel]]
    """Asked in the clerk's thread: it may take its time."""
    in_use: Callable[[], str]
    """Name of the one in use; asked there as well."""


@dataclass(frozen=True, eq=False)
class _ShownRun:
    """What the canvas shows, where it is that of a segment as it is kept."""

    index: int
    run: CanvasRun
    vocabulary: Vocabulary


class RedecodeController(QObject):
    failed = Signal(object)  # AnnealError
    canvas_wanted = Signal()  # something is about to anneal

    def __init__(
        self,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue | None,
        edit_session: EditSession,
        text: TranscriptEditor,
        player: Player,
        diff_panel: DiffPanel,
        parent: QObject | None = None,
    ) -> None:
        """Without a ``queue`` there is no model, and nothing is offered."""
        super().__init__(parent)
        self._library_worker, self._queue = library_worker, queue
        self._edit_session, self._text, self._player, self.diff_panel = edit_session, text, player, diff_panel
        self.alternatives_popover, self.options_popover = AlternativesPopover(), RedecodeOptionsPopover()
        self.models = AvailableModels(list, str)
        self._entry: Entry | None = None
        self._shown: _ShownRun | None = None
        self._requests: tuple[RedecodeRequest, ...] = ()
        self._job: RedecodeBatch | None = None
        self._task: InterleavedTask | None = None
        self._proposals: dict[Segment, RedecodeProposal] = {}
        self._attempts = 0
        self._deferred: tuple[str, RedecodeRequest] | None = None
        self.alternatives_popover.chosen.connect(self._on_word_chosen)
        self.options_popover.chosen.connect(self._on_options_chosen)
        diff_panel.accepted.connect(self.accept)
        diff_panel.rejected.connect(self.reject)
        diff_panel.new_seed_wanted.connect(self.redecode_with_new_seed)
        player.canvas.token_chosen.connect(self._on_token_chosen)

    def open(self, entry: Entry) -> None:
        """Another entry is shown."""
        self.close()
        self._entry = entry
        wanted, self._deferred = self._deferred, None
        if wanted is not None and wanted[0] == entry.uid:
            self._start_deferred(wanted[1])

    def redecode_when_opened(self, uid: str, request: RedecodeRequest) -> None:
        """As soon as this entry is shown, denoise around what was typed elsewhere."""
        self._deferred = uid, request

    def _start_deferred(self, request: RedecodeRequest) -> None:
        """The segment as it was there may have been corrected here meanwhile: then there is nothing to begin with."""
        there = request.segment
        for at, segment in enumerate(self._text.segments):
            if (segment.index, segment.text, len(segment.words)) == (there.index, there.text, len(there.words)):
                self._requests = (replace(request, segment=segment),)
                self._text.select(at, 0, 0)
                self._on_word_chosen(request.typed or "")
                return

    def close(self) -> None:
        """Stop what runs; what was proposed and not taken is gone, the text as it was."""
        self._shown = None
        self.reject()
        self.alternatives_popover.close_popover()
        self.options_popover.close_popover()

    @Slot(int, object, object)
    def set_shown_run(self, index: int, run: CanvasRun, vocabulary: Vocabulary) -> None:
        """The canvas shows how a segment annealed: its tokens can be asked for what they could be instead."""
        self.reject()
        self._shown = _ShownRun(index, run, vocabulary)

    @property
    def running(self) -> bool:
        return self._task is not None

    # --- what a person does

    @Slot()
    def show_alternatives(self) -> None:
        """What the word at the cursor could be, of several the most doubtful one."""
        spans = self._selected_words()
        if not spans:
            return
        at, first, behind = spans[0]
        words = self._text.segments[at].words
        if not words:
            self.show_options()
            return
        word = max(range(first, behind), key=lambda n: (words[n].doubt or 0.0, -n))
        self._show_candidates(at, word, None)

    @Slot()
    def show_options(self) -> None:
        """How the selected words, or else the segment at the cursor, are to be denoised again."""
        entry, spans = self._entry, self._selected_words(whole_segment=True)
        if entry is None or not spans or self._queue is None:
            return
        segments, models = self._text.segments, self.models
        self._requests = tuple(RedecodeRequest(segments[at], first, behind) for at, first, behind in spans)
        span = " … ".join(_span_text(asked) for asked in self._requests)
        place = self._selection_rect()

        def show(found: tuple[TranscribeOptions, list[InstalledModel], str]) -> None:
            self.options_popover.show_for(span, *found, self._text, place)

        self._library_worker.submit(
            lambda history: (history.options(entry.uid), models.installed(), models.in_use()), show, self.failed.emit
        )

    @Slot()
    def redecode_with_new_seed(self) -> None:
        """The same again, from other noise."""
        redo = self._job
        if redo is not None:
            self._attempts += 1
            self._start(replace(redo, options=replace(redo.options, seed=redo.options.seed + 1)))

    @Slot()
    def accept(self) -> None:
        """Take what was proposed: a correction like any other."""
        taken = tuple(self._proposals.values())
        self._stop()
        if not taken or self._entry is None:
            return
        present = self._edit_session.segments
        if any(proposal.before not in present for proposal in taken):
            self.failed.emit(
                AnnealError(
                    "The new words were not put in.",
                    "The segment was changed meanwhile.",
                    "Please denoise it again.",
                )
            )
            return

        def put(segments: Segments) -> Segments:
            after = {proposal.before: proposal.after for proposal in taken}
            return tuple(after.get(segment, segment) for segment in segments)

        at, uid = present.index(taken[0].before), self._entry.uid
        self._edit_session.apply(put, self.tr("Denoise again"))
        self._library_worker.submit_with_library(
            lambda library: store_replays(library, uid, taken), None, self.failed.emit
        )
        last = taken[-1]
        if last.runs:
            self.set_shown_run(last.after.index, last.runs[-1], last.vocabulary)
        self._text.select(at, 0, 0)
        self._text.setFocus()

    @Slot()
    def reject(self) -> None:
        """Keep the old; stop what runs."""
        was_shown = not self.diff_panel.isHidden()
        self._stop()
        if was_shown:
            self._text.setFocus()

    def _stop(self) -> None:
        aside, self._task = self._task, None
        if aside is not None:
            aside.cancel()
            self._player.end_job()
        self._proposals = {}
        self.diff_panel.close_panel()

    # --- asking

    def _selected_words(self, whole_segment: bool = False) -> list[tuple[int, int, int]]:
        """Segment and words, first and the one behind the last, of the selection in each segment it touches.

        Without a selection the word at the cursor, or, where ``whole``, all words of the segment.
        """
        self._text.commit_typing()
        return words_between(self._text.segments, *self._text.selection, whole_segment)

    def _selection_rect(self) -> QRect:
        """Where the selection begins, in coordinates of the text."""
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        rect = self._text.cursorRect(cursor)
        return QRect(self._text.viewport().mapTo(self._text, rect.topLeft()), rect.size())

    def _show_candidates(self, index: int, word: int, anchor_rect: QRect | None) -> None:
        """Look for the candidates of a word, and show them beside a place of the canvas, or else of the text."""
        entry, segment = self._entry, self._text.segments[index]
        if entry is None or self._queue is None:
            return
        spot = segment.range_of(word, word + 1)
        if spot is not None:
            self._text.select(index, *spot)
        text = segment.words[word].text
        start, end = inner_range(text)
        self._requests = (RedecodeRequest(segment, word, word + 1),)
        owner, anchor_rect = (
            (self._text, self._selection_rect()) if anchor_rect is None else (self._player.canvas, anchor_rect)
        )

        def look(library: Library) -> tuple[list[Candidate], bool]:
            replay = library.replays.load(entry.uid, segment.index)
            vocabulary = library.replays.load_vocabulary(replay.vocabulary) if replay is not None else None
            if replay is None or vocabulary is None:
                return [], False
            return candidates_for_word(segment, word, replay.runs, vocabulary), True

        def show(found: tuple[list[Candidate], bool]) -> None:
            self.alternatives_popover.show_for(text[start:end], found[0], found[1], owner, anchor_rect)
            self._player.canvas.clear_hover()

        self._library_worker.submit_with_library(look, show, self.failed.emit)

    def _on_token_chosen(self, position: int, anchor_rect: QRect) -> None:
        shown = self._shown
        if shown is None or self.running:
            return
        for at, segment in enumerate(self._text.segments):
            if segment.index == shown.index:
                word = word_at_position(segment, (shown.run,), position, shown.vocabulary)
                if word is not None:
                    self._show_candidates(at, word, anchor_rect)
                    return

    # --- denoising

    @Slot(str)
    def _on_word_chosen(self, text: str) -> None:
        self._start_with(lambda entry, options: RedecodeBatch(entry.source, tuple(
            replace(asked, typed=text) for asked in self._requests), options))  # fmt: skip

    @Slot(int, str, object)
    def _on_options_chosen(self, steps: int, language: str, model_folder: Path | None) -> None:
        def redo(entry: Entry, options: TranscribeOptions) -> RedecodeBatch:
            alone = language not in ("auto", options.language) and options.language != "auto"
            asked = tuple(replace(asked, isolated=alone) for asked in self._requests)
            self._attempts += 1  # the same noise would lead to the same words
            seed = options.seed + self._attempts
            return RedecodeBatch(
                entry.source, asked, replace(options, steps=steps, language=language, seed=seed), model_folder
            )

        self._start_with(redo)

    def _start_with(self, make: Callable[[Entry, TranscribeOptions], RedecodeBatch]) -> None:
        entry = self._entry
        if entry is None:
            return

        def start(options: TranscribeOptions) -> None:
            if self._entry is entry:
                self._start(make(entry, replace(options, observe=True, batch=1)))

        self._library_worker.submit(lambda history: history.options(entry.uid), start, self.failed.emit)

    def _start(self, job: RedecodeBatch) -> None:
        queue = self._queue
        if queue is None:
            return
        self._stop()
        self._job, self._shown = job, None
        aside = InterleavedTask(lambda engine: redecode(engine, job), job.model_folder is not None)
        aside.reported = lambda event: self._on_reported(aside, event)
        aside.failed = lambda error: self._on_failed(aside, error)
        aside.ended = lambda: self._on_ended(aside)
        self._task = aside
        self._player.clear()
        self.canvas_wanted.emit()
        self.diff_panel.show_running("" if queue.current_item is None else "file" if aside.changes_model else "segment")
        queue.run_soon(aside)

    def _on_reported(self, task: InterleavedTask, event: object) -> None:
        if task is not self._task:
            return
        match event:
            case ModelReady():
                self._player.set_vocabulary(event.vocabulary)
            case SegmentStarted():
                self._player.begin_segment(event)
            case CanvasStep():
                self._player.add_step(event)
                self.diff_panel.show_step(event.step, event.steps)
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
        self.diff_panel.show_versions([(each.before, each.after) for each in self._proposals.values()])


def words_between(
    segments: Sequence[Segment], begin: tuple[int, int], end: tuple[int, int], whole_segment: bool
) -> list[tuple[int, int, int]]:
    """Segment, first word and the one behind the last, between two places (segment, letter); see ``RedecodeController``."""
    found: list[tuple[int, int, int]] = []
    for at in range(max(0, begin[0]), min(end[0] + 1, len(segments))):
        segment = segments[at]
        ranges = segment.word_ranges
        if not segment.text and not whole_segment:
            continue
        if not ranges or (begin == end and whole_segment):
            found.append((at, 0, len(segment.words)))
            continue
        start = begin[1] if at == begin[0] else 0
        behind = end[1] if at == end[0] else len(segment.text)
        touched = [n for n, (word_start, word_end) in enumerate(ranges) if word_start < behind and start < word_end]
        if not touched and begin == end:  # the word at the cursor, or the one before
            touched = [n for n, (word_start, _) in enumerate(ranges) if word_start <= start][-1:] or [0]
        if touched:
            found.append((at, touched[0], touched[-1] + 1))
    return found


def _span_text(request: RedecodeRequest) -> str:
    """The words that are to be denoised again, as they stand in the text."""
    text = request.segment.text
    start, end = request.segment.range_of(*request.word_range) or (0, len(text))
    return text[start:end]
