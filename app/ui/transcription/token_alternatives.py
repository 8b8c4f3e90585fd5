"""A token of a finished canvas on the bench, and what its word could be instead; the rest happens in the editor."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal, Slot

from app.jobs.queue_item import QueueItem
from app.library.replay_store import Run
from app.library.word_candidates import candidates, word_of_token
from app.speech.events import SegmentStarted
from app.speech.redecode import Again
from app.transcript.word_spans import spoken
from app.ui.editor.alternatives_popover import Alternatives
from app.ui.transcription_page import Workbench


class TokenChoice(QObject):
    typed = Signal(object, object)  # QueueItem, Again

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._asked: tuple[QueueItem, Again] | None = None
        self.alternatives = Alternatives()
        self.alternatives.chosen.connect(self._on_chosen)
        bench.player.canvas.token_chosen.connect(self._on_token_chosen)

    @Slot(int, QRect)
    def _on_token_chosen(self, position: int, place: QRect) -> None:
        item, steps, vocabulary = self._bench.item, self._bench.player.steps, self._bench.player.vocabulary
        if item is None or not item.uid or not item.state.over or not steps or vocabulary is None:
            return
        segment = next((each for each in item.segments if each.index == steps[0].segment), None)
        if segment is None:
            return
        started = SegmentStarted(segment.index, segment.start_s, segment.end_s, len(steps[0].canvas))
        runs = (Run(started, tuple(steps)),)
        word = word_of_token(segment, runs, position, vocabulary)
        if word is None:
            return
        self._asked = item, Again(segment, word, word + 1)
        start, end = spoken(segment.words[word].text)
        canvas = self._bench.player.canvas
        found = candidates(segment, word, runs, vocabulary)
        self.alternatives.show_for(segment.words[word].text[start:end], found, True, canvas, place)
        canvas.let_go()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        if self._asked is not None:
            item, asked = self._asked
            self.typed.emit(item, Again(asked.segment, asked.first, asked.behind, typed=text))
