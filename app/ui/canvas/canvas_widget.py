"""The token canvas: every position of the model's canvas as running text, at any moment of its annealing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.speech.events import CanvasStep, SegmentDone, SegmentStarted
from app.speech.vocabulary import Vocabulary

from .colours import Colours, faded
from .faces import Faces
from .inspector import Inspector
from .looks import LAYERS, Layer, Look, Recording, State, blend, split
from .page import Page, typeset

INKS = 64
"""Shades between paper and ink."""
FIRST_SIZE_PX = 20.0
GROUND_PAD_EM, GROUND_HEIGHT_EM, GROUND_RADIUS_EM = 0.13, 1.44, 0.26


class CanvasWidget(QWidget):
    """Shows one recording at one moment. It never moves by itself: ``show_step`` is called from outside."""

    step_shown = Signal(float)
    """The moment now on screen, as given to ``show_step`` and clamped."""
    token_hovered = Signal(int)
    """The position under the mouse or the keyboard; -1 for none."""

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
        self._colours = Colours.of(self.palette())
        self._inks = self._warnings = []
        self._inspector: Inspector | None = None
        self._make_pens()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Token canvas"))
        self.setAccessibleDescription(self.tr("Empty. It shows how noise turns into text while audio is transcribed."))

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
        """The segment has its result: one more moment to show, and the text for a screen reader, once."""
        if done.segment.index == self._segment and self._recording is not None:
            self._recording.done = True
            self._refresh()
            self.describe_result(done.segment.text)

    def describe_result(self, text: str, announce: bool = True) -> None:
        """The finished text as this widget's description; announced once where assistive technology listens."""
        self.setAccessibleDescription(text)
        if announce and text and QAccessible.isActive():
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
        self.setAccessibleDescription(self.tr("Empty. It shows how noise turns into text while audio is transcribed."))

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
        """Sets a step in type ahead of time, so that the frame which needs it does not have to."""
        if self._recording is not None and 0 <= index <= self._recording.last_index and self._faces is not None:
            page = self._page(index)
            for text, px in zip(page.texts, page.text_px.tolist(), strict=True):
                if text:
                    self._faces.shaped(text, px)

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
            assert self._recording is not None and self._faces is not None
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

    def _make_pens(self) -> None:
        def ramp(colour: QColor) -> list[QPen]:
            return [QPen(faded(colour, level / (INKS - 1))) for level in range(INKS)]

        self._inks, self._warnings = ramp(self._colours.ink), ramp(self._colours.warning)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colours.paper)
        pages = self._pages_now()
        if pages is None:
            self._paint_waiting(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._area().topLeft())
        before, after, mix = pages
        look = blend(before.look, after.look, mix)
        x, top = _lerp(before.flow.x, after.flow.x, mix), self._tops(before, after, mix)
        width = _lerp(before.flow.width, after.flow.width, mix)
        near = before if mix < 0.5 else after
        same_line = before.flow.line == after.flow.line
        # Cells that change their line fade over instead of flying across the page.
        x = np.where(same_line, x, near.flow.x)
        top = np.where(same_line, top, near.flow.line * near.flow.line_px)
        size_px, line_px = near.flow.size_px, near.flow.line_px
        self._paint_grounds(painter, look, x, top, width, size_px, line_px)
        self._paint_texts(painter, before, after, mix, same_line)
        self._paint_tags(painter, near, look, x, top, width)
        for position, strong in ((self._hovered, False), (self._focused, True)):
            if position is not None and (not strong or self.hasFocus()):
                self._paint_ring(painter, _rect(x, top, width, position, position, size_px, line_px), strong)

    def _paint_waiting(self, painter: QPainter) -> None:
        painter.setPen(self._colours.muted)
        text = (
            self.tr("Noise turns into text here.") if self._recording is None else self.tr("Listening to the sound …")
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _tops(self, before: Page, after: Page, mix: float) -> NDArray[np.float64]:
        return _lerp(before.flow.line * before.flow.line_px, after.flow.line * after.flow.line_px, mix)

    def _paint_grounds(
        self,
        painter: QPainter,
        look: Look,
        x: NDArray[np.float64],
        top: NDArray[np.float64],
        width: NDArray[np.float64],
        size_px: float,
        line_px: float,
    ) -> None:
        radius = GROUND_RADIUS_EM * size_px
        painter.setPen(Qt.PenStyle.NoPen)
        for first, last, alpha in _spans(look.accepted_ground, x, top, width):
            rect = _rect(x, top, width, first, last, size_px, line_px)
            painter.setBrush(faded(self._colours.accent_ground, alpha))
            painter.drawRoundedRect(rect, radius, radius)
            # Second sign: a firm line under what has just been written.
            bar = QRectF(rect.left() + radius, rect.bottom() - 2.0, max(rect.width() - 2 * radius, 2.0), 2.0)
            painter.setBrush(faded(self._colours.accent, alpha))
            painter.drawRoundedRect(bar, 1.0, 1.0)
        pen = QPen(self._colours.warning, 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.5])
        for first, last, alpha in _spans(look.revoked_ground, x, top, width):
            rect = _rect(x, top, width, first, last, size_px, line_px)
            pen.setColor(faded(self._colours.warning, alpha))
            painter.setPen(pen)
            painter.setBrush(faded(self._colours.warning_ground, alpha))
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_texts(
        self, painter: QPainter, before: Page, after: Page, mix: float, same_line: NDArray[np.bool_]
    ) -> None:
        if mix <= 0.0 or before is after:
            self._paint_layer(painter, before, before.text_x, before.baseline, before.look.ink)
            return
        x = np.where(same_line, _lerp(before.text_x, after.text_x, mix), before.text_x)
        x_after = np.where(same_line, x, after.text_x)
        baseline = np.where(same_line, _lerp(before.baseline, after.baseline, mix), before.baseline)
        baseline_after = np.where(same_line, baseline, after.baseline)
        same_text = np.fromiter((a == b for a, b in zip(before.texts, after.texts, strict=True)), np.bool_)
        steady = same_line & same_text & (before.text_px == after.text_px)
        ink, ink_after = before.look.ink, after.look.ink
        # One drawing for what stays, two that cross-fade for what changes.
        self._paint_layer(painter, after, x_after, baseline_after, np.where(steady, _lerp(ink, ink_after, mix), ink_after * mix))
        self._paint_layer(painter, before, x, baseline, np.where(steady, 0.0, ink * (1.0 - mix)))

    def _paint_layer(
        self,
        painter: QPainter,
        page: Page,
        x: NDArray[np.float64],
        baseline: NDArray[np.float64],
        ink: NDArray[np.float64] | NDArray[np.float32],
    ) -> None:
        faces, inks, warnings = self._faces, self._inks, self._warnings
        assert faces is not None
        levels = np.rint(np.clip(ink, 0.0, 1.0) * (INKS - 1)).astype(np.int64)
        levels[page.tags] = 0  # tags are painted on their own
        revoked = (page.look.states == State.REVOKED) & page.look.solid
        shown = np.flatnonzero(levels).tolist()
        xs, ys, sizes = x.tolist(), baseline.tolist(), page.text_px.tolist()
        level_list, revoked_list, texts = levels.tolist(), revoked.tolist(), page.texts
        for p in shown:
            text = texts[p]
            if not text:
                continue
            painter.setPen((warnings if revoked_list[p] else inks)[level_list[p]])
            shaped = faces.shaped(text, sizes[p])
            shaped.draw(painter, xs[p], ys[p])
        if self._layer == "belief":
            return
        # Second sign of a revoked token: it is struck out.
        for p in np.flatnonzero(revoked & (levels > 0)).tolist():
            y = ys[p] - 0.29 * sizes[p]
            painter.setPen(QPen(warnings[level_list[p]].color(), max(sizes[p] * 0.07, 1.2)))
            width = float(page.flow.width[p])
            painter.drawLine(QPointF(xs[p] - 1.0, y), QPointF(xs[p] + width + 1.0, y))

    def _paint_tags(
        self,
        painter: QPainter,
        page: Page,
        look: Look,
        x: NDArray[np.float64],
        top: NDArray[np.float64],
        width: NDArray[np.float64],
    ) -> None:
        faces, size_px, line_px = self._faces, page.flow.size_px, page.flow.line_px
        assert faces is not None
        for p in np.flatnonzero(page.tags).tolist():
            # Only a believed end stands out; a random one is noise like any other.
            alpha = float(look.ink[p])
            height = size_px * 0.98
            rect = QRectF(float(x[p]), float(top[p]) + (line_px - height) / 2.0, float(width[p]), height)
            painter.setPen(QPen(faded(self._colours.muted, alpha * 0.8), 1.0))
            painter.drawRoundedRect(rect, size_px * 0.24, size_px * 0.24)
            painter.setPen(faded(self._colours.muted, alpha))
            shaped = faces.shaped(page.texts[p], float(page.text_px[p]))
            left = rect.center().x() - shaped.width_px / 2.0
            shaped.draw(painter, left, rect.center().y() + 0.33 * float(page.text_px[p]))

    def _paint_ring(self, painter: QPainter, rect: QRectF, strong: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colours.accent if strong else self._colours.muted, 1.8 if strong else 1.0))
        radius = rect.height() * GROUND_RADIUS_EM / GROUND_HEIGHT_EM
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)

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

    def focus_position(self, position: int | None) -> None:
        """Moves the keyboard's mark; None takes it away."""
        cells = self._recording.cells if self._recording else 0
        self._focused = None if position is None or not cells else min(max(position, 0), cells - 1)
        self._inspect()
        if self._focused is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._inspector_text()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self.position_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.focus_position(self.position_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._key_target(event.key())
        if event.key() == Qt.Key.Key_Escape and self._focused is not None:
            self.focus_position(None)
        elif target is not None:
            self._hovered = None
            self.focus_position(target)
        else:
            super().keyPressEvent(event)

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
        self._inspect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._inspect()

    def _set_hovered(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self._inspect()

    def _inspect(self) -> None:
        """Brings the panel beside the inspected token, or takes it away."""
        self.update()
        position, page = self.inspected, self.page()
        self.token_hovered.emit(-1 if position is None else position)
        if position is None or page is None or self._recording is None or self._faces is None or not self.isVisible():
            if self._inspector is not None:
                self._inspector.hide()
            return
        if self._inspector is None or self._inspector.parentWidget() is not self.window():
            self._inspector = Inspector(self.window())
        self._inspector.show_token(
            self._recording, self._faces, self._colours, position, round(self._index)
        )
        rect = _rect(page.flow.x, page.flow.line * page.flow.line_px, page.flow.width, position, position,
                     page.flow.size_px, page.flow.line_px)
        rect.translate(self._area().topLeft())
        self._inspector.stand_beside(QRectF(self.mapTo(self.window(), rect.topLeft()), rect.size()))

    def _inspector_text(self) -> str:
        return self._inspector.accessibleDescription() if self._inspector is not None else ""

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
            self._make_pens()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._make_faces()
        self.update()
        super().changeEvent(event)


def _lerp(a: NDArray[np.float64], b: NDArray[np.float64], mix: float) -> NDArray[np.float64]:
    return a if a is b else a + (b - a) * mix


def _rect(
    x: NDArray[np.float64],
    top: NDArray[np.float64],
    width: NDArray[np.float64],
    first: int,
    last: int,
    size_px: float,
    line_px: float,
) -> QRectF:
    """The ground behind the cells ``first`` to ``last`` of one line."""
    pad, height = GROUND_PAD_EM * size_px, GROUND_HEIGHT_EM * size_px
    left, right = float(x[first]) - pad, float(x[last] + width[last]) + pad
    return QRectF(left, float(top[first]) + (line_px - height) / 2.0, right - left, height)


def _spans(
    alpha: NDArray[np.float32], x: NDArray[np.float64], top: NDArray[np.float64], width: NDArray[np.float64]
) -> Iterator[tuple[int, int, float]]:
    """Cells with a ground; those that touch and look alike share one."""
    first = last = -1
    for p in np.flatnonzero(alpha > 0.02).tolist():
        touches = p == last + 1 and top[p] == top[last] and abs(x[p] - x[last] - width[last]) < 0.5
        if touches and abs(alpha[p] - alpha[last]) < 0.05:
            last = p
            continue
        if first >= 0:
            yield first, last, float(alpha[first])
        first = last = p
    if first >= 0:
        yield first, last, float(alpha[first])
