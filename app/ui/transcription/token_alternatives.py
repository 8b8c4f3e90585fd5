"""Alternatives to the word of a token that the user chose on a finished canvas; the editor decodes the rest again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Signal, SignalInstance, Slot

from app.jobs.queue_item import QueueItem
from app.library.word_candidates import candidates_for_word, word_at_position
from app.speech.redecode import RedecodeRequest
from app.transcript.text_words import inner_range
from app.ui.editor.alternatives_popover import AlternativesPopover
from app.ui.transcription_page import TranscriptionPage


class TokenAlternatives(QObject):
    """Shows the popover at a chosen token, and requests decoding around the chosen word."""

    redecode_requested = Signal(object, object)  # QueueItem, RedecodeRequest
    replace_requested = Signal(object, object)  # the same: its typed text takes the place of the word

    def __init__(self, page: TranscriptionPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._target: tuple[QueueItem, RedecodeRequest] | None = None
        self.popover = AlternativesPopover()
        self.popover.redecode_requested.connect(lambda text: self._emit(self.redecode_requested, text))
        self.popover.replace_requested.connect(lambda text: self._emit(self.replace_requested, text))
        page.player.canvas.token_chosen.connect(self._on_token_chosen)

    @Slot(int, QRect)
    def _on_token_chosen(self, position: int, token_rect: QRect) -> None:
        item, run, vocabulary = self._page.item, self._page.player.run, self._page.player.vocabulary
        if item is None or not item.uid or not item.state.is_final or run is None or vocabulary is None:
            return
        segment = next((done for done in item.segments if done.index == run.started.segment), None)
        if segment is None:
            return
        runs = (run,)
        word = word_at_position(segment, runs, position, vocabulary)
        if word is None:
            return
        self._target = item, RedecodeRequest(segment, word, word + 1)
        start, end = inner_range(segment.words[word].text)
        canvas = self._page.player.canvas
        candidates = candidates_for_word(segment, word, runs, vocabulary)
        self.popover.show_for(segment.words[word].text[start:end], candidates, True, canvas, token_rect)
        canvas.clear_hover()

    def _emit(self, signal: SignalInstance, text: str) -> None:
        if self._target is not None:
            item, request = self._target
            signal.emit(item, replace(request, typed=text))
