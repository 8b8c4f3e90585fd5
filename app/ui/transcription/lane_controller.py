"""Joins the spectrogram lane with canvas and transcript: what has settled, what is pointed at, what is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.library.replay_store import CanvasRun
from app.transcript.model import Segment
from app.ui.canvas.heard_card import HeardCard
from app.ui.canvas.player import Player
from app.ui.canvas.spectrogram_lane import SpectrogramLane
from app.ui.canvas.step_model import settled_between
from app.ui.canvas.token_places import places_by_words, places_so_far
from app.ui.theme import current_colors

AROUND_S = 0.06
"""Played before and after a word that is clicked."""


class LaneController(QObject):
    """Shows in the lane what the player shows on its canvas."""

    play_requested = Signal(float, float)
    """Start and end of what the user clicked, in seconds of the source."""

    def __init__(self, player: Player, lane: SpectrogramLane, parent: QWidget) -> None:
        super().__init__(parent)
        self._player, self._lane = player, lane
        self._run: CanvasRun | None = None
        self._segment: Segment | None = None
        self._placed_step = -1
        self._page = parent
        self._join = _JoinLine(parent)
        self._card: HeardCard | None = None
        canvas = player.canvas
        canvas.step_shown.connect(self._on_step_shown)
        canvas.token_hovered.connect(self._on_token_hovered)
        canvas.token_chosen.connect(lambda position, _rect: self._play_token(position))
        lane.position_hovered.connect(self._on_lane_hovered)
        lane.play_requested.connect(self._on_lane_clicked)

    def show_run(self, run: CanvasRun | None, segment: Segment | None = None) -> None:
        """Show a canvas's sound; of a finished one with its ``segment``, whose words tell their times."""
        changed = run is None or self._run is None or run.started is not self._run.started
        self._run, self._segment, self._placed_step = run, segment, -1
        if changed:
            self._lane.show_segment(run.started if run is not None else None)
            self._on_token_hovered(-1)
        self._on_step_shown(self._player.canvas.index)

    @Slot(float)
    def _on_step_shown(self, index: float) -> None:
        sequence, run, vocabulary = self._player.canvas.sequence, self._run, self._player.vocabulary
        if run is None or vocabulary is None or sequence is None or not len(sequence):
            return
        if sequence.steps[0].segment != run.started.segment or not self._lane.isVisible():
            return
        before, after, fraction = settled_between(sequence, index)
        step = min(max(int(index) - 1, 0), len(sequence) - 1) if self._segment is None else 0
        if step != self._placed_step:
            self._placed_step = step
            if self._segment is not None:
                places = places_by_words(self._segment, run, vocabulary)
            else:
                places = places_so_far(run.started, sequence.steps[step].argmax_ids, vocabulary)
            self._lane.show_places(places)
        if len(self._lane.places.spans_s) == len(before):
            self._lane.show_settled(before, after, fraction)

    def refresh(self) -> None:
        """Show the lane anew after it was hidden."""
        self._placed_step = -1
        self._on_step_shown(self._player.canvas.index)

    @Slot(int)
    def _on_token_hovered(self, position: int) -> None:
        self._lane.show_position(position)
        self._join_to(position)
        self._show_card(position)

    @Slot(int)
    def _on_lane_hovered(self, position: int) -> None:
        self._player.canvas.hover_position(None if position < 0 else position)

    def _join_to(self, position: int) -> None:
        """Draw a line from a token's band to the token."""
        band = self._lane.band(position) if self._lane.isVisible() else None
        canvas = self._player.canvas
        token = canvas.token_rect(position) if position >= 0 and canvas.isVisible() else None
        if band is None or token is None or token.isEmpty():
            self._join.hide()
            return
        page = self._page
        start = self._lane.mapTo(page, band.center().toPoint())
        start.setY(self._lane.mapTo(page, QPoint(0, self._lane.height())).y())
        self._join.show_between(start, canvas.mapTo(page, QPoint(round(token.center().x()), round(token.top()))))

    def _show_card(self, position: int) -> None:
        """Show the sound of a token's word beside its details."""
        beside, run = self._player.canvas.inspector_rect, self._run
        word = self._lane.places.word_of(position) if position >= 0 else None
        if word is None or run is None or beside is None:
            if self._card is not None:
                self._card.hide()
            return
        window = self._lane.window()
        if self._card is None or self._card.parentWidget() is not window:
            self._card = HeardCard(window)
        self._card.show_word(run.started, word, beside)

    def _play_token(self, position: int) -> None:
        places = self._lane.places
        word = places.word_of(position)
        if word is not None:
            self.play_requested.emit(word.start_s - AROUND_S, word.end_s + AROUND_S)

    @Slot(float, float)
    def _on_lane_clicked(self, start_s: float, end_s: float) -> None:
        self.play_requested.emit(start_s - AROUND_S, end_s + AROUND_S)

    def show_heard(self, time_s: float | None) -> None:
        """Light the word that is heard, on lane and canvas; None for none."""
        started = self._run.started if self._run is not None else None
        inside = time_s is not None and started is not None and started.start_s <= time_s <= started.end_s
        self._lane.show_playhead(time_s if inside else None)
        word = self._lane.places.word_at(time_s) if inside and time_s is not None else None
        self._player.canvas.show_heard(word.positions if word is not None else ())


class _JoinLine(QWidget):
    """A thin line between two points of a page; transparent for the mouse."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._points = QPoint(), QPoint()
        self.hide()

    def show_between(self, start: QPoint, end: QPoint) -> None:
        box = QRect(start, end).normalized().adjusted(-2, 0, 2, 0)
        self._points = start - box.topLeft(), end - box.topLeft()
        self.setGeometry(box)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_colors()["accent"], 1.0))
        painter.drawLine(*self._points)
