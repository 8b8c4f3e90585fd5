"""A token of a finished canvas on the bench, and what its word could be instead; the rest happens in the editor."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal, Slot

from app.jobs.queue_item import QueueItem
from app.library.replay_store import CanvasRun
from app.library.word_candidates import candidates_for_word, word_at_position
from app.speech.events import SegmentStarted
from app.speech.redecode import RedecodeRequest
from app.transcript.text_words import inner_range
from app.ui.editor.alternatives_popover import AlternativesPopover
from app.ui.transcription_page import TranscriptionPage


class TokenAlternatives(QObject):
    redecode_requested = Signal(object, object)  # QueueItem, Again

    def __init__(self, page: TranscriptionPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._target: tuple[QueueItem, RedecodeRequest] | None = None
        self.popover = AlternativesPopover()
        self.popover.chosen.connect(self._on_chosen)
        page.player.canvas.token_chosen.connect(self._on_token_chosen)

    @Slot(int, QRect)
    def _on_token_chosen(self, position: int, place: QRect) -> None:
        item, steps, vocabulary = self._page.item, self._page.player.steps, self._page.player.vocabulary
        if item is None or not item.uid or not item.state.is_final or not steps or vocabulary is None:
            return
        segment = next((each for each in item.segments if each.index == steps[0].segment), None)
        if segment is None:
            return
        started = SegmentStarted(segment.index, segment.start_s, segment.end_s, len(steps[0].canvas))
        runs = (CanvasRun(started, tuple(steps)),)
        word = word_at_position(segment, runs, position, vocabulary)
        if word is None:
            return
        self._target = item, RedecodeRequest(segment, word, word + 1)
        start, end = inner_range(segment.words[word].text)
        canvas = self._page.player.canvas
        found = candidates_for_word(segment, word, runs, vocabulary)
        self.popover.show_for(segment.words[word].text[start:end], found, True, canvas, place)
        canvas.clear_hover()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        if self._target is not None:
            item, asked = self._target
            self.redecode_requested.emit(item, RedecodeRequest(asked.segment, asked.first, asked.end, typed=text))
