"""Denoising again from the editor: what a word could be instead, a span done otherwise, and the choice between old and new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal, Slot

from app.errors import AnnealError
from app.jobs.interleaved_tasks import Aside
from app.jobs.library_worker import Clerk
from app.jobs.redecode import Proposal, Redo, keep_steps, redone
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.library import Library
from app.library.replay_store import Run
from app.library.word_candidates import Candidate, candidates, word_of_token
from app.models.catalog import InstalledModel
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.redecode import Again
from app.speech.vocabulary import Vocabulary
from app.transcript.edits import Segments
from app.transcript.model import Segment
from app.transcript.word_spans import spoken, word_places
from app.ui.canvas.player import Player

from .alternatives_popover import Alternatives
from .diff_view import Comparison
from .edit_session import Corrections
from .redecode_options import RedoChoices
from .transcript_editor import EditorText


@dataclass(frozen=True)
class Models:
    """What there is to redo with."""

    installed: Callable[[], list[InstalledModel]]
    """Asked in the clerk's thread: it may take its time."""
    in_use: Callable[[], str]
    """Name of the one in use; asked there as well."""


@dataclass(frozen=True, eq=False)
class _Shown:
    """What the canvas shows, where it is that of a segment as it is kept."""

    index: int
    run: Run
    vocabulary: Vocabulary


class RedoDesk(QObject):
    failed = Signal(object)  # AnnealError
    canvas_wanted = Signal()  # something is about to anneal

    def __init__(
        self,
        clerk: Clerk,
        queue: TranscriptionQueue | None,
        corrections: Corrections,
        text: EditorText,
        player: Player,
        comparison: Comparison,
        parent: QObject | None = None,
    ) -> None:
        """Without a ``queue`` there is no model, and nothing is offered."""
        super().__init__(parent)
        self._clerk, self._queue = clerk, queue
        self._corrections, self._text, self._player, self.comparison = corrections, text, player, comparison
        self.alternatives, self.choices = Alternatives(), RedoChoices()
        self.models = Models(list, str)
        self._entry: Entry | None = None
        self._shown: _Shown | None = None
        self._asked: tuple[Again, ...] = ()
        self._redo: Redo | None = None
        self._aside: Aside | None = None
        self._proposals: dict[Segment, Proposal] = {}
        self._tries = 0
        self._wanted: tuple[str, Again] | None = None
        self.alternatives.chosen.connect(self._on_typed)
        self.choices.chosen.connect(self._on_choices_made)
        comparison.accepted.connect(self.accept)
        comparison.refused.connect(self.refuse)
        comparison.once_more.connect(self.once_more)
        player.canvas.token_chosen.connect(self._on_token_chosen)

    def begin(self, entry: Entry) -> None:
        """Another entry is shown."""
        self.close()
        self._entry = entry
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == entry.uid:
            self._begin_wanted(wanted[1])

    def when_begun(self, uid: str, asked: Again) -> None:
        """As soon as this entry is shown, denoise around what was typed elsewhere."""
        self._wanted = uid, asked

    def _begin_wanted(self, asked: Again) -> None:
        """The segment as it was there may have been corrected here meanwhile: then there is nothing to begin with."""
        there = asked.segment
        for at, segment in enumerate(self._text.segments):
            if (segment.index, segment.text, len(segment.words)) == (there.index, there.text, len(there.words)):
                self._asked = (replace(asked, segment=segment),)
                self._text.select(at, 0, 0)
                self._on_typed(asked.typed or "")
                return

    def close(self) -> None:
        """Stop what runs; what was proposed and not taken is gone, the text as it was."""
        self._shown = None
        self.refuse()
        self.alternatives.close_popover()
        self.choices.close_popover()

    @Slot(int, object, object)
    def replay_shown(self, index: int, run: Run, vocabulary: Vocabulary) -> None:
        """The canvas shows how a segment annealed: its tokens can be asked for what they could be instead."""
        self.refuse()
        self._shown = _Shown(index, run, vocabulary)

    @property
    def running(self) -> bool:
        return self._aside is not None

    # --- what a person does

    @Slot()
    def show_alternatives(self) -> None:
        """What the word at the cursor could be, of several the most doubtful one."""
        spans = self._chosen()
        if not spans:
            return
        at, first, behind = spans[0]
        words = self._text.segments[at].words
        if not words:
            self.show_choices()
            return
        word = max(range(first, behind), key=lambda n: (words[n].doubt or 0.0, -n))
        self._ask_for(at, word, None)

    @Slot()
    def show_choices(self) -> None:
        """How the selected words, or else the segment at the cursor, are to be denoised again."""
        entry, spans = self._entry, self._chosen(whole=True)
        if entry is None or not spans or self._queue is None:
            return
        segments, models = self._text.segments, self.models
        self._asked = tuple(Again(segments[at], first, behind) for at, first, behind in spans)
        span = " … ".join(_said(asked) for asked in self._asked)
        place = self._place()

        def show(found: tuple[TranscribeOptions, list[InstalledModel], str]) -> None:
            self.choices.show_for(span, *found, self._text, place)

        self._clerk.ask(
            lambda history: (history.options(entry.uid), models.installed(), models.in_use()), show, self.failed.emit
        )

    @Slot()
    def once_more(self) -> None:
        """The same again, from other noise."""
        redo = self._redo
        if redo is not None:
            self._tries += 1
            self._start(replace(redo, options=replace(redo.options, seed=redo.options.seed + 1)))

    @Slot()
    def accept(self) -> None:
        """Take what was proposed: a correction like any other."""
        taken = tuple(self._proposals.values())
        self._end()
        if not taken or self._entry is None:
            return
        present = self._corrections.segments
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
        self._corrections.make(put, self.tr("Denoise again"))
        self._clerk.ask_library(lambda library: keep_steps(library, uid, taken), None, self.failed.emit)
        last = taken[-1]
        if last.runs:
            self.replay_shown(last.after.index, last.runs[-1], last.vocabulary)
        self._text.select(at, 0, 0)
        self._text.setFocus()

    @Slot()
    def refuse(self) -> None:
        """Keep the old; stop what runs."""
        was_shown = not self.comparison.isHidden()
        self._end()
        if was_shown:
            self._text.setFocus()

    def _end(self) -> None:
        aside, self._aside = self._aside, None
        if aside is not None:
            aside.cancel()
            self._player.end_job()
        self._proposals = {}
        self.comparison.close_comparison()

    # --- asking

    def _chosen(self, whole: bool = False) -> list[tuple[int, int, int]]:
        """Segment and words, first and the one behind the last, of the selection in each segment it touches.

        Without a selection the word at the cursor, or, where ``whole``, all words of the segment.
        """
        self._text.keep_typing()
        return chosen_words(self._text.segments, *self._text.selection, whole)

    def _place(self) -> QRect:
        """Where the selection begins, in coordinates of the text."""
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        rect = self._text.cursorRect(cursor)
        return QRect(self._text.viewport().mapTo(self._text, rect.topLeft()), rect.size())

    def _ask_for(self, at: int, word: int, place: QRect | None) -> None:
        """Look for the candidates of a word, and show them beside a place of the canvas, or else of the text."""
        entry, segment = self._entry, self._text.segments[at]
        if entry is None or self._queue is None:
            return
        spot = word_places(segment)[word] if len(word_places(segment)) == len(segment.words) else None
        if spot is not None:
            self._text.select(at, spot.start, spot.end)
        text = segment.words[word].text
        start, end = spoken(text)
        self._asked = (Again(segment, word, word + 1),)
        owner, place = (self._text, self._place()) if place is None else (self._player.canvas, place)

        def look(library: Library) -> tuple[list[Candidate], bool]:
            replay = library.replays.replay(entry.uid, segment.index)
            vocabulary = library.replays.vocabulary(replay.vocabulary) if replay is not None else None
            if replay is None or vocabulary is None:
                return [], False
            return candidates(segment, word, replay.runs, vocabulary), True

        def show(found: tuple[list[Candidate], bool]) -> None:
            self.alternatives.show_for(text[start:end], found[0], found[1], owner, place)
            self._player.canvas.let_go()

        self._clerk.ask_library(look, show, self.failed.emit)

    def _on_token_chosen(self, position: int, place: QRect) -> None:
        shown = self._shown
        if shown is None or self.running:
            return
        for at, segment in enumerate(self._text.segments):
            if segment.index == shown.index:
                word = word_of_token(segment, (shown.run,), position, shown.vocabulary)
                if word is not None:
                    self._ask_for(at, word, place)
                    return

    # --- denoising

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._begin_with(lambda entry, options: Redo(entry.source, tuple(
            replace(asked, typed=text) for asked in self._asked), options))  # fmt: skip

    @Slot(int, str, object)
    def _on_choices_made(self, steps: int, language: str, model_folder: Path | None) -> None:
        def redo(entry: Entry, options: TranscribeOptions) -> Redo:
            alone = language not in ("auto", options.language) and options.language != "auto"
            asked = tuple(replace(asked, alone=alone) for asked in self._asked)
            self._tries += 1  # the same noise would lead to the same words
            seed = options.seed + self._tries
            return Redo(entry.source, asked, replace(options, steps=steps, language=language, seed=seed), model_folder)

        self._begin_with(redo)

    def _begin_with(self, make: Callable[[Entry, TranscribeOptions], Redo]) -> None:
        entry = self._entry
        if entry is None:
            return

        def start(options: TranscribeOptions) -> None:
            if self._entry is entry:
                self._start(make(entry, replace(options, observe=True, batch=1)))

        self._clerk.ask(lambda history: history.options(entry.uid), start, self.failed.emit)

    def _start(self, redo: Redo) -> None:
        queue = self._queue
        if queue is None:
            return
        self._end()
        self._redo, self._shown = redo, None
        aside = Aside(lambda engine: redone(engine, redo), redo.model_folder is not None)
        aside.reported = lambda event: self._on_reported(aside, event)
        aside.failed = lambda error: self._on_failed(aside, error)
        aside.ended = lambda: self._on_ended(aside)
        self._aside = aside
        self._player.clear()
        self.canvas_wanted.emit()
        self.comparison.show_running("" if queue.working is None else "file" if aside.changes_model else "segment")
        queue.put_in(aside)

    def _on_reported(self, aside: Aside, event: object) -> None:
        if aside is not self._aside:
            return
        match event:
            case ModelReady():
                self._player.set_vocabulary(event.vocabulary)
            case SegmentStarted():
                self._player.begin_segment(event)
            case CanvasStep():
                self._player.add_step(event)
                self.comparison.show_step(event.step, event.steps)
            case SegmentDone():
                self._player.end_segment(event)
            case Proposal():
                self._proposals[event.before] = event

    def _on_failed(self, aside: Aside, error: AnnealError) -> None:
        if aside is self._aside:
            self._end()
            self.failed.emit(error)

    def _on_ended(self, aside: Aside) -> None:
        if aside is not self._aside:
            return
        self._aside = None
        self._player.end_job()
        self.comparison.show_versions([(each.before, each.after) for each in self._proposals.values()])


def chosen_words(
    segments: Sequence[Segment], begin: tuple[int, int], end: tuple[int, int], whole: bool
) -> list[tuple[int, int, int]]:
    """Segment, first word and the one behind the last, between two places (segment, letter); see ``RedoDesk``."""
    found: list[tuple[int, int, int]] = []
    for at in range(max(0, begin[0]), min(end[0] + 1, len(segments))):
        segment = segments[at]
        places = word_places(segment)
        if not segment.text and not whole:
            continue
        if len(places) != len(segment.words) or not places or (begin == end and whole):
            found.append((at, 0, len(segment.words)))
            continue
        start = begin[1] if at == begin[0] else 0
        behind = end[1] if at == end[0] else len(segment.text)
        touched = [n for n, place in enumerate(places) if place.start < behind and start < place.end]
        if not touched and begin == end:  # the word at the cursor, or the one before
            touched = [n for n, place in enumerate(places) if place.start <= start][-1:] or [0]
        if touched:
            found.append((at, touched[0], touched[-1] + 1))
    return found


def _said(asked: Again) -> str:
    """The words that are to be denoised again, as they stand in the text."""
    text, places = asked.segment.text, word_places(asked.segment)
    first, behind = asked.chosen
    if not places or len(places) != len(asked.segment.words):
        return text
    return text[places[first].start : places[behind - 1].end]
