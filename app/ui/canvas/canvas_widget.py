"""The token canvas: every position of the model's canvas as running text, at any step of its annealing."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Literal

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

from app.speech.events import SegmentStarted
from app.speech.vocabulary import Vocabulary
from app.ui.theme import current_colors

from .painter import CanvasPainter, Frame, frame_between
from .step_model import LAYERS, BlendedAppearance, Layer, StepSequence, blend
from .token_glyphs import GlyphCache
from .token_inspector import TokenInspector
from .typesetting import TypesetStep, in_the_places_of, measuring_sizes_px, typeset

INITIAL_SIZE_PX = 16
SCRIPT_SAMPLES = ("Aa", "Жя", "Ωα", "नमस्ते", "বাং", "தமி", "ไทย", "العر", "עבר", "你好", "かな", "한글")
"""A sample of each script that occurs in noise; each needs a font of its own."""
PREPARE_BUDGET_S = 0.004
"""Maximum duration of a call of ``prepare``: about a quarter of a frame."""


class CanvasWidget(QWidget):
    """Shows one step sequence at one index. It does not animate itself: the player calls ``show_step``."""

    step_shown = Signal(float)
    """The index on screen, as given to ``show_step`` and clamped."""
    token_hovered = Signal(int)
    """The position under the mouse or with the keyboard focus; -1 for none."""
    token_chosen = Signal(int, QRect)
    """A position was clicked, or Return pressed on it; its rectangle in widget coordinates."""

    def __init__(self, parent: QWidget | None = None, ground: Literal["surface", "paper"] = "surface") -> None:
        """``ground`` is the theme's color behind the text."""
        super().__init__(parent)
        self._ground = ground
        self._vocabulary: Vocabulary | None = None
        self._glyphs: GlyphCache | None = None
        self._sequence: StepSequence | None = None
        self._segment: int | None = None
        self._layer: Layer = "blend"
        self._index = 0.0
        self._shown_moment: tuple[int, float] | None = None
        self._typeset_steps: dict[tuple[Layer, int], TypesetStep] = {}
        self._moved_steps: dict[tuple[Layer, int], tuple[TypesetStep, TypesetStep, TypesetStep]] = {}
        """Of each index: its step, the next one, and the first in the places of the second."""
        self._likely_px = INITIAL_SIZE_PX
        self._hovered: int | None = None
        self._focused: int | None = None
        self._focused_by_tab = False
        self._heard: tuple[int, ...] = ()
        self._colors = current_colors()
        self._painter = CanvasPainter(self._colors)
        self._unwarmed_samples: list[str] = []
        self._inspector: TokenInspector | None = None
        self._model_loading = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe_empty()

    # What is shown

    @property
    def sequence(self) -> StepSequence | None:
        return self._sequence

    @property
    def index(self) -> float:
        return self._index

    @property
    def heard_positions(self) -> tuple[int, ...]:
        """The positions of the word that is heard."""
        return self._heard

    @property
    def layer(self) -> Layer:
        return self._layer

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Use ``vocabulary`` for the following steps; another one than before clears the canvas."""
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self.clear()
            self._make_glyphs()

    def begin_segment(self, started: SegmentStarted) -> None:
        """Start an empty sequence that waits for its first step."""
        self.show_sequence(StepSequence(self._vocabulary.end_ids if self._vocabulary else ()), started.segment)

    def set_result_description(self, text: str) -> None:
        """Set the finished text as accessible description. The transcription shown announces it."""
        self.setAccessibleDescription(text)

    def _announce(self, text: str) -> None:
        """Announce ``text`` if assistive technology is active."""
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_sequence(self, sequence: StepSequence | None, segment: int | None = None) -> None:
        """Show another sequence from its first step. Call ``refresh`` after each step that is appended to it later."""
        self._sequence, self._segment = sequence, segment
        self._typeset_steps.clear()
        self._moved_steps.clear()
        self._index, self._shown_moment = float(sequence.first_index) if sequence is not None else 0.0, None
        self._set_hovered(None)
        self._focused = None
        self._heard = ()
        self._refresh()

    def refresh(self) -> None:
        """Update after the shown sequence has grown or is done."""
        self._refresh()

    def clear(self) -> None:
        self.show_sequence(None)
        self._describe_empty()

    def set_model_loading(self, loading: bool) -> None:
        """Set whether a file waits for the model; an empty canvas says so."""
        if loading != self._model_loading:
            self._model_loading = loading
            if self._sequence is None:
                self._describe_empty()
            self.update()

    def set_layer(self, layer: Layer) -> None:
        """Show the layer ``canvas``, ``blend`` or ``belief``. Raises ``ValueError`` for any other."""
        if layer not in LAYERS:
            raise ValueError(f"unknown layer {layer!r}: {', '.join(LAYERS)}")
        if layer != self._layer:
            self._layer = layer
            self._shown_moment = None
            self._refresh()

    def show_step(self, index: float) -> None:
        """Show an index of the sequence (see ``step_model``), clamped; repaint only if the picture changes."""
        if self._sequence is None or self._sequence.last_index < 0:
            self._index = index
            return
        self._index = min(max(index, float(self._sequence.first_index)), float(self._sequence.last_index))
        moment = self._sequence.split(self._index)
        if moment != self._shown_moment:
            step_changed = self._shown_moment is None or self._shown_moment[0] != moment[0]
            self._shown_moment = moment
            self.update()
            if step_changed:
                self._inspect()
        self.step_shown.emit(self._index)

    def appearance(self) -> BlendedAppearance | None:
        """Return the appearance on screen; None while there is no step."""
        pair = self._surrounding_steps()
        return blend(pair[0].appearance, pair[1].appearance, pair[2]) if pair else None

    def typeset_step(self) -> TypesetStep | None:
        """Return the typeset step on screen, the nearer one between two steps; None while there is none."""
        pair = self._surrounding_steps()
        return None if pair is None else pair[0] if pair[2] < 0.5 else pair[1]

    def prepare(self, index: int) -> None:
        """Typeset step ``index`` ahead of time, within ``PREPARE_BUDGET_S`` a call, so that no frame has to do all of it."""
        if self._sequence is None or self._glyphs is None:
            return
        if not self._sequence.first_index <= index <= self._sequence.last_index:
            return
        deadline_s = time.perf_counter() + PREPARE_BUDGET_S
        if (self._layer, index) not in self._typeset_steps:
            appearance = self._sequence.step_appearance(index, self._layer)
            for token, px in zip(
                appearance.token_ids.tolist(), measuring_sizes_px(appearance, self._likely_px), strict=True
            ):
                self._glyphs.width_em(self._glyphs.glyph(token).text, px)
                if time.perf_counter() > deadline_s:
                    return
        steps = [self._typeset(index)]
        if (self._layer, index - 1) in self._typeset_steps:
            steps.append(self._moved(index - 1))
        for shown in steps:
            for text, px in zip(shown.texts, shown.text_px.tolist(), strict=True):
                if time.perf_counter() > deadline_s:
                    return
                if text:
                    self._glyphs.shaped(text, px)

    def _describe_empty(self) -> None:
        self.setAccessibleName(self.tr("Token canvas"))
        if self._model_loading:
            description = self._placeholder_text()
        else:
            description = self.tr("Empty. It shows how noise turns into text while audio is transcribed.")
        self.setAccessibleDescription(description)

    def _placeholder_text(self) -> str:
        """Return the text painted before the first step."""
        if self._sequence is not None:
            return self.tr("Listening to the sound…")
        if self._model_loading:
            return self.tr("The model is loading. The file starts automatically afterwards.")
        return self.tr("Noise turns into text here.")

    # Typesetting

    def _refresh(self) -> None:
        if self._sequence is not None and self._sequence.last_index >= 0:
            self.show_step(self._index)
        self.update()

    def _surrounding_steps(self) -> tuple[TypesetStep, TypesetStep, float] | None:
        if self._sequence is None or self._sequence.last_index < 0 or self._glyphs is None:
            return None
        index, fraction = self._sequence.split(self._index)
        before = self._typeset(index)
        return before, (self._typeset(index + 1) if fraction > 0.0 else before), fraction

    def _typeset(self, index: int) -> TypesetStep:
        shown = self._typeset_steps.get((self._layer, index))
        if shown is None:
            assert self._sequence is not None
            assert self._glyphs is not None
            neighbour = self._typeset_steps.get((self._layer, index - 1)) or self._typeset_steps.get(
                (self._layer, index + 1)
            )
            previous_px = neighbour.flow.size_px if neighbour else None
            area = self._text_area()
            appearance = self._sequence.step_appearance(index, self._layer)
            shown = typeset(
                appearance, self._glyphs, area.width(), area.height(), previous_px, previous_px or self._likely_px
            )
            self._likely_px = shown.flow.size_px
            self._typeset_steps[self._layer, index] = shown
        return shown

    def _moved(self, index: int) -> TypesetStep:
        """Return a step's own tokens in the places of the next one."""
        before, after = self._typeset(index), self._typeset(index + 1)
        kept = self._moved_steps.get((self._layer, index))
        if kept is None or kept[0] is not before or kept[1] is not after:
            kept = before, after, in_the_places_of(before, after)
            self._moved_steps[self._layer, index] = kept
        return kept[2]

    def _text_area(self) -> QRectF:
        """Return the text area: the widget without a margin for grounds at its edges."""
        return QRectF(self.rect()).adjusted(6.0, 2.0, -6.0, -2.0)

    def _make_glyphs(self) -> None:
        self._typeset_steps.clear()
        self._moved_steps.clear()
        if self._vocabulary is not None:
            self._glyphs = GlyphCache(self._vocabulary, self.font(), self.tr("end"))
            self._unwarmed_samples = list(SCRIPT_SAMPLES)
            QTimer.singleShot(0, self, self._on_warm_up)

    @Slot()
    def _on_warm_up(self) -> None:
        """Load the font of one more script; all at once would delay the first frame."""
        if self._unwarmed_samples and self._glyphs is not None:
            self._glyphs.shaped(self._unwarmed_samples.pop(), self._likely_px)
            QTimer.singleShot(0, self, self._on_warm_up)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colors[self._ground])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._focused_by_tab and self._focused is None:
            self._painter.paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), focused=True)
        pair = self._surrounding_steps()
        if pair is None:
            painter.setPen(self._colors["muted"])
            centered = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), centered, self._placeholder_text())
            return
        assert self._glyphs is not None
        painter.translate(self._text_area().topLeft())
        moved = self._moved(math.floor(self._index)) if pair[2] > 0.0 else None
        frame = frame_between(*pair, moved)
        painter.setClipRect(QRectF(self.rect()).translated(-self._text_area().topLeft()))  # lines below the edge
        if self._heard and self._heard[-1] < len(pair[0].texts):
            self._painter.paint_heard(painter, frame, self._heard)
        self._painter.paint(painter, frame, self._glyphs, strike_revoked=self._layer != "belief")
        if self._hovered is not None:
            self._painter.paint_ring(painter, frame.ground(self._hovered, self._hovered), focused=False)
        if self._focused is not None and self.hasFocus():
            self._painter.paint_ring(painter, frame.ground(self._focused, self._focused), focused=True)

    # Hover and keyboard

    @property
    def inspected_position(self) -> int | None:
        """The position whose history is shown: under the mouse, else with the keyboard focus."""
        return self._hovered if self._hovered is not None else self._focused if self.hasFocus() else None

    def position_at(self, point: QPointF) -> int | None:
        """Return the position under a point of the widget, or None."""
        shown = self.typeset_step()
        if shown is None:
            return None
        inner = point - self._text_area().topLeft()
        return shown.flow.cell_at(inner.x(), inner.y())

    def hover_position(self, position: int | None) -> None:
        """Outline a position and show its details, as if the mouse were over it; None for none."""
        self._set_hovered(position)

    def show_heard(self, positions: Sequence[int]) -> None:
        """Light the positions of the word that is heard; none where ``positions`` is empty."""
        if tuple(positions) != self._heard:
            self._heard = tuple(positions)
            self.update()

    @property
    def inspector_rect(self) -> QRect | None:
        """Where a token's details stand, in the window's coordinates; None while there are none."""
        shown = self._inspector is not None and self._inspector.isVisible()
        return self._inspector.geometry() if shown and self._inspector is not None else None

    def clear_hover(self) -> None:
        """Forget the position under the mouse until the mouse moves again."""
        self._set_hovered(None)

    def focus_position(self, position: int | None) -> None:
        """Move the keyboard focus to a position, clamped; None removes it."""
        cells = self._sequence.canvas_length if self._sequence else 0
        self._focused = None if position is None or not cells else min(max(position, 0), cells - 1)
        self._inspect()
        if self._focused is not None and self._inspector is not None:
            self._announce(self._inspector.accessibleDescription())

    def event(self, event: QEvent) -> bool:
        """Let Escape leave the focused token instead of triggering the window's shortcut."""
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
        self._choose_focused()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._navigation_target(event.key())
        if event.key() == Qt.Key.Key_Escape and self._focused is not None:
            self.focus_position(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self._choose_focused()
        elif target is not None:
            self._hovered = None
            self.focus_position(target)
        else:
            super().keyPressEvent(event)

    def _choose_focused(self) -> None:
        rect = self.token_rect(self._focused) if self._focused is not None else None
        if rect is not None and self._focused is not None:
            self.token_chosen.emit(self._focused, rect.toRect())

    def token_rect(self, position: int) -> QRectF | None:
        """Return the rectangle of a token in widget coordinates."""
        if (shown := self.typeset_step()) is None:
            return None
        return Frame(shown, shown, 0.0).ground(position, position).translated(self._text_area().topLeft())

    def _navigation_target(self, key: int) -> int | None:
        shown = self.typeset_step()
        if shown is None or not shown.texts:
            return None
        if self._focused is None:
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home)
            return 0 if key in arrows else None
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._focused + (1 if key == Qt.Key.Key_Right else -1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else len(shown.texts) - 1
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            line = int(shown.flow.line[self._focused]) + (1 if key == Qt.Key.Key_Down else -1)
            on_line = np.flatnonzero(shown.flow.line == line)
            if not len(on_line):
                return self._focused
            middle = shown.flow.x[self._focused] + shown.flow.width[self._focused] / 2.0
            return int(on_line[np.argmin(np.abs(shown.flow.x[on_line] + shown.flow.width[on_line] / 2.0 - middle))])
        return None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focused_by_tab = False
        self._inspect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focused_by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._inspect()

    def _set_hovered(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self._inspect()

    def _inspect(self) -> None:
        """Show the inspector beside the inspected token, or hide it."""
        self.update()
        position = self.inspected_position
        shown = self.typeset_step() if position is not None else None
        if position is None or shown is None or self._sequence is None or self._glyphs is None or not self.isVisible():
            if self._inspector is not None:
                self._inspector.hide()
            self.token_hovered.emit(-1 if position is None else position)
            return
        if self._inspector is None or self._inspector.parentWidget() is not self.window():
            self._inspector = TokenInspector(self.window())
        self._inspector.show_token(self._sequence, self._glyphs, self._colors, position, round(self._index) - 1)
        rect = self.token_rect(position) or QRectF()
        self._inspector.place_beside(QRectF(self.mapTo(self.window(), rect.topLeft()), rect.size()))
        self.token_hovered.emit(position)

    # Qt events

    def sizeHint(self) -> QSize:
        return QSize(900, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 140)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._typeset_steps.clear()
        self._moved_steps.clear()
        self._inspect()

    def hideEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        if self._inspector is not None:
            self._inspector.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._colors = current_colors()
            self._painter = CanvasPainter(self._colors)
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._make_glyphs()
            self.setAccessibleName(self.tr("Token canvas"))
            if self._sequence is None:
                self._describe_empty()
        self.update()
        super().changeEvent(event)
