"""The token canvas: every position of the model's canvas as running text, at any moment of its annealing."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.vocabulary import Vocabulary

from .colours import Colours
from .painter import Frame, Pens
from .placeholder import Empty
from .step_model import LAYERS, Layer, Look, Recording, blend, split
from .token_glyphs import Faces
from .token_inspector import Inspector
from .typesetting import Page, measuring_sizes, typeset

FIRST_SIZE_PX = 16
SCRIPTS = ("Aa", "Жя", "Ωα", "नमस्ते", "বাং", "தமி", "ไทย", "العر", "עבר", "你好", "かな", "한글")
"""A sample of the scripts that noise brings, each in a font of its own."""
PREPARE_S = 0.004
"""Most time a call of ``prepare`` takes, about a quarter of a frame."""


class CanvasWidget(QWidget):
    """Shows one recording at one moment. It never moves by itself: ``show_step`` is called from outside."""

    step_shown = Signal(float)
    """The moment now on screen, as given to ``show_step`` and clamped."""
    token_hovered = Signal(int)
    """The position under the mouse or the keyboard; -1 for none."""
    token_chosen = Signal(int, QRect)
    """A position was clicked, or Return was pressed on it, and where it is, in coordinates of the widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._faces: Faces | None = None
        self._recording: Recording | None = None
        self._segment: int | None = None
        self._layer: Layer = "blend"
        self._index = 0.0
        self._frame: tuple[int, float] | None = None
        self._pages: dict[tuple[Layer, int], Page] = {}
        self._near_px = FIRST_SIZE_PX
        self._hovered: int | None = None
        self._focused: int | None = None
        self._tabbed_here = False
        self._colours = Colours.of(self.palette())
        self._pens = Pens(self._colours)
        self._warming: list[str] = []
        self._inspector: Inspector | None = None
        self._empty = Empty()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe_empty()

    # What is shown

    @property
    def recording(self) -> Recording | None:
        return self._recording

    @property
    def index(self) -> float:
        return self._index

    @property
    def layer(self) -> Layer:
        return self._layer

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """The vocabulary of the steps to come; a new one empties the canvas."""
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self.clear()
            self._make_faces()

    def begin_segment(self, started: SegmentStarted) -> None:
        """A fresh canvas; its steps follow by ``add_step``."""
        self.show_recording(Recording(self._vocabulary.end_ids if self._vocabulary else ()), started.segment)

    def add_step(self, step: CanvasStep) -> None:
        """The next step of the segment begun; steps of other segments are not for this canvas and are left out."""
        if self._recording is None:
            self.begin_segment(SegmentStarted(step.segment, 0.0, 0.0, len(step.canvas)))
        if step.segment == self._segment and self._recording is not None:
            self._recording.append(step)
            self._refresh()

    def end_segment(self, done: SegmentDone) -> None:
        """The segment has its result: one more moment to show, and the text for a screen reader."""
        if done.segment.index == self._segment and self._recording is not None:
            self._recording.done = True
            self._refresh()
            self.describe_result(done.segment.text)

    def describe_result(self, text: str) -> None:
        """The finished text as this widget's description. It is announced by whoever shows the whole transcript."""
        self.setAccessibleDescription(text)

    def _announce(self, text: str) -> None:
        """Says ``text`` where assistive technology listens."""
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_recording(self, recording: Recording | None, segment: int | None = None) -> None:
        """Another recording from its first step; it may still grow (then call ``refresh`` after each step)."""
        self._recording, self._segment = recording, segment
        self._pages.clear()
        self._index, self._frame = 0.0, None
        self._set_hovered(None)
        self._focused = None
        self._refresh()

    def refresh(self) -> None:
        """The recording shown has grown or is done."""
        self._refresh()

    def clear(self) -> None:
        self.show_recording(None)
        self._describe_empty()

    def expect_model(self, loading: bool) -> None:
        """Say, while nothing is shown, that a file waits for the model to be loaded; or no longer."""
        if loading != self._empty.model_loading:
            self._empty.model_loading = loading
            if self._recording is None:
                self._describe_empty()
            self.update()

    def set_layer(self, layer: Layer) -> None:
        """``canvas``, ``blend`` or ``belief``; raises ``ValueError`` for anything else."""
        if layer not in LAYERS:
            raise ValueError(f"unknown layer {layer!r}: {', '.join(LAYERS)}")
        if layer != self._layer:
            self._layer = layer
            self._frame = None
            self._refresh()

    def show_step(self, index: float) -> None:
        """Shows a moment (see ``looks``); repaints only if that changes the picture."""
        if self._recording is None or self._recording.last_index < 0:
            self._index = max(index, 0.0)
            return
        self._index = min(max(index, 0.0), float(self._recording.last_index))
        frame = split(self._index, self._recording.last_index)
        if frame != self._frame:
            whole = self._frame is None or self._frame[0] != frame[0]
            self._frame = frame
            self.update()
            if whole:
                self._inspect()
        self.step_shown.emit(self._index)

    def look(self) -> Look | None:
        """The look on screen; None while there is no step."""
        pages = self._pages_now()
        return blend(pages[0].look, pages[1].look, pages[2]) if pages else None

    def page(self) -> Page | None:
        """The page on screen, the nearer one between two steps."""
        pages = self._pages_now()
        return None if pages is None else pages[0] if pages[2] < 0.5 else pages[1]

    def prepare(self, index: int) -> None:
        """Sets a step in type ahead of time, a little with each call, so that no single frame has to do all of it."""
        if self._recording is None or self._faces is None or not 0 <= index <= self._recording.last_index:
            return
        enough_s = time.perf_counter() + PREPARE_S
        if (self._layer, index) not in self._pages:
            look = self._recording.step_look(index, self._layer)
            for token, px in zip(look.tokens.tolist(), measuring_sizes(look, self._near_px), strict=True):
                self._faces.width_em(self._faces.face(token).text, px)
                if time.perf_counter() > enough_s:
                    return
        page = self._page(index)
        for text, px in zip(page.texts, page.text_px.tolist(), strict=True):
            if time.perf_counter() > enough_s:
                return
            if text:
                self._faces.shaped(text, px)

    def _describe_empty(self) -> None:
        self.setAccessibleName(self.tr("Token canvas"))
        self.setAccessibleDescription(self._empty.description)

    # Pages

    def _refresh(self) -> None:
        if self._recording is not None and self._recording.last_index >= 0:
            self.show_step(self._index)
        self.update()

    def _pages_now(self) -> tuple[Page, Page, float] | None:
        if self._recording is None or self._recording.last_index < 0 or self._faces is None:
            return None
        at, mix = split(self._index, self._recording.last_index)
        before = self._page(at)
        return before, (self._page(at + 1) if mix > 0.0 else before), mix

    def _page(self, index: int) -> Page:
        page = self._pages.get((self._layer, index))
        if page is None:
            assert self._recording is not None
            assert self._faces is not None
            near = self._pages.get((self._layer, index - 1)) or self._pages.get((self._layer, index + 1))
            keep_px = near.flow.size_px if near else None
            area = self._area()
            look = self._recording.step_look(index, self._layer)
            page = typeset(look, self._faces, area.width(), area.height(), keep_px, keep_px or self._near_px)
            self._near_px = page.flow.size_px
            self._pages[self._layer, index] = page
        return page

    def _area(self) -> QRectF:
        """Where text stands: room for the grounds at the edges."""
        return QRectF(self.rect()).adjusted(6.0, 2.0, -6.0, -2.0)

    def _make_faces(self) -> None:
        self._pages.clear()
        if self._vocabulary is not None:
            self._faces = Faces(self._vocabulary, self.font(), self.tr("end"))
            self._warming = list(SCRIPTS)
            QTimer.singleShot(0, self, self._on_warm)

    @Slot()
    def _on_warm(self) -> None:
        """Loads the font of one more script; together they would hold up the first frame."""
        if self._warming and self._faces is not None:
            self._faces.shaped(self._warming.pop(), self._near_px)
            QTimer.singleShot(0, self, self._on_warm)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colours.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tabbed_here and self._focused is None:
            self._pens.paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), strong=True)
        pages = self._pages_now()
        if pages is None:
            self._empty.listening = self._recording is not None
            self._empty.paint(painter, self.rect(), self._colours.muted)
            return
        assert self._faces is not None
        painter.translate(self._area().topLeft())
        frame = Frame(*pages)
        self._pens.paint(painter, frame, self._faces, strike=self._layer != "belief")
        if self._hovered is not None:
            self._pens.paint_ring(painter, frame.ground(self._hovered, self._hovered), strong=False)
        if self._focused is not None and self.hasFocus():
            self._pens.paint_ring(painter, frame.ground(self._focused, self._focused), strong=True)

    # Hover and keyboard

    @property
    def inspected(self) -> int | None:
        """The position whose history is shown: under the mouse, else under the keyboard."""
        return self._hovered if self._hovered is not None else self._focused if self.hasFocus() else None

    def position_at(self, point: QPointF) -> int | None:
        """The position under a point of the widget."""
        page = self.page()
        if page is None:
            return None
        inner = point - self._area().topLeft()
        return page.flow.at(inner.x(), inner.y())

    def let_go(self) -> None:
        """Nothing is pointed at until the mouse moves again."""
        self._set_hovered(None)

    def focus_position(self, position: int | None) -> None:
        """Moves the keyboard's mark; None takes it away."""
        cells = self._recording.cells if self._recording else 0
        self._focused = None if position is None or not cells else min(max(position, 0), cells - 1)
        self._inspect()
        if self._focused is not None and self._inspector is not None:
            self._announce(self._inspector.accessibleDescription())

    def event(self, event: QEvent) -> bool:
        """Escape leaves the inspected token before it may mean anything to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and self._focused is not None:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self.position_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.focus_position(self.position_at(event.position()))
        self._choose()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._key_target(event.key())
        if event.key() == Qt.Key.Key_Escape and self._focused is not None:
            self.focus_position(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self._choose()
        elif target is not None:
            self._hovered = None
            self.focus_position(target)
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        place = self._place_of(self._focused) if self._focused is not None else None
        if place is not None and self._focused is not None:
            self.token_chosen.emit(self._focused, place.toRect())

    def _place_of(self, position: int) -> QRectF | None:
        """Where a token is on screen, in coordinates of the widget."""
        if (page := self.page()) is None:
            return None
        return Frame(page, page, 0.0).ground(position, position).translated(self._area().topLeft())

    def _key_target(self, key: int) -> int | None:
        page = self.page()
        if page is None or not page.texts:
            return None
        if self._focused is None:
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home)
            return 0 if key in arrows else None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._focused + (1 if key == Qt.Key.Key_Right else -1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else len(page.texts) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            line = int(page.flow.line[self._focused]) + (1 if key == Qt.Key.Key_Down else -1)
            on_line = np.flatnonzero(page.flow.line == line)
            if not len(on_line):
                return self._focused
            middle = page.flow.x[self._focused] + page.flow.width[self._focused] / 2.0
            return int(on_line[np.argmin(np.abs(page.flow.x[on_line] + page.flow.width[on_line] / 2.0 - middle))])
        return None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tabbed_here = False
        self._inspect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tabbed_here = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._inspect()

    def _set_hovered(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self._inspect()

    def _inspect(self) -> None:
        """Brings the panel beside the inspected token, or takes it away."""
        self.update()
        position = self.inspected
        page = self.page() if position is not None else None
        self.token_hovered.emit(-1 if position is None else position)
        if position is None or page is None or self._recording is None or self._faces is None or not self.isVisible():
            if self._inspector is not None:
                self._inspector.hide()
            return
        if self._inspector is None or self._inspector.parentWidget() is not self.window():
            self._inspector = Inspector(self.window())
        self._inspector.show_token(self._recording, self._faces, self._colours, position, round(self._index))
        rect = self._place_of(position) or QRectF()
        self._inspector.stand_beside(QRectF(self.mapTo(self.window(), rect.topLeft()), rect.size()))

    # Changes around us

    def sizeHint(self) -> QSize:
        return QSize(900, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 140)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pages.clear()
        self._inspect()

    def hideEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        if self._inspector is not None:
            self._inspector.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colours = Colours.of(self.palette())
            self._pens = Pens(self._colours)
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._make_faces()
            self.setAccessibleName(self.tr("Token canvas"))
            if self._recording is None:
                self._describe_empty()
        self.update()
        super().changeEvent(event)
