"""Alternatives to the word of a token that the user chose on a finished canvas; the editor decodes the rest again."""

from __future__ import annotations

from dataclasses import replace

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
    """Shows the popover at a chosen token, and requests decoding around the chosen word."""

    redecode_requested = Signal(object, object)  # QueueItem, RedecodeRequest

    def __init__(self, page: TranscriptionPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._target: tuple[QueueItem, RedecodeRequest] | None = None
        self.popover = AlternativesPopover()
        self.popover.chosen.connect(self._on_chosen)
        page.player.canvas.token_chosen.connect(self._on_token_chosen)

    @Slot(int, QRect)
    def _on_token_chosen(self, position: int, token_rect: QRect) -> None:
        item, steps, vocabulary = self._page.item, self._page.player.steps, self._page.player.vocabulary
        if item is None or not item.uid or not item.state.is_final or not steps or vocabulary is None:
            return
        segment = next((done for done in item.segments if done.index == steps[0].segment), None)
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
        candidates = candidates_for_word(segment, word, runs, vocabulary)
        self.popover.show_for(segment.words[word].text[start:end], candidates, True, canvas, token_rect)
        canvas.clear_hover()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        if self._target is not None:
            item, request = self._target
            self.redecode_requested.emit(item, replace(request, typed=text))
