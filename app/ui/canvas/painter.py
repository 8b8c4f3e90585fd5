"""Paints the canvas at one index: grounds, text and tags, blended from the two typeset steps around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.theme import Colors, fade

from .step_model import CellState, blend, shown_shares, turned
from .token_glyphs import GlyphCache
from .typesetting import TypesetStep, in_the_places_of

INK_LEVELS = 64
"""Number of opacities of text."""
GROUND_PAD_EM, GROUND_HEIGHT_EM, GROUND_RADIUS_EM = 0.13, 1.44, 0.26
REVOKED_DASHES = (2.5, 2.5)
GLIDE_SHARE = 0.22
"""Share of the way to the next step in which the tokens glide to their new places; then they turn, and nothing moves."""


def frame_between(before: TypesetStep, after: TypesetStep, fraction: float, moved: TypesetStep | None = None) -> Frame:
    """Return the frame at ``fraction`` (0 to 1) of the way between two steps.

    ``moved`` is ``in_the_places_of`` both, where it is at hand.
    """
    if fraction <= 0.0 or before is after:
        return Frame(before, before, 0.0)
    if before.appearance.is_draft:  # it dissolves where it stands
        return Frame(before, after, fraction)
    moved = in_the_places_of(before, after) if moved is None else moved
    if fraction < GLIDE_SHARE:
        x = fraction / GLIDE_SHARE
        return Frame(before, moved, x * x * (3.0 - 2.0 * x))
    return Frame(moved, after, (fraction - GLIDE_SHARE) / (1.0 - GLIDE_SHARE))


class Frame:
    """The geometry at one index between two typeset steps. Arrays are (canvas,), in pixels of the text area."""

    def __init__(self, before: TypesetStep, after: TypesetStep, fraction: float) -> None:
        self.before, self.after, self.fraction = before, after, fraction
        self.nearest = before if fraction < 0.5 else after
        self.appearance = blend(before.appearance, after.appearance, fraction)
        near, a, b = self.nearest.flow, before.flow, after.flow
        # Cells that change their line cross-fade instead of moving across the canvas.
        self.same_line = (a.line == b.line) & (not before.appearance.is_draft)
        self.x = np.where(self.same_line, _lerp(a.x, b.x, fraction), near.x)
        self.top = np.where(
            self.same_line, _lerp(a.line * a.line_px, b.line * b.line_px, fraction), near.line * near.line_px
        )
        self.width = _lerp(a.width, b.width, fraction)

    def ground(self, first: int, last: int) -> QRectF:
        """Return the ground under the cells ``first`` to ``last``, inclusive, of one line."""
        size_px, line_px = self.nearest.flow.size_px, self.nearest.flow.line_px
        pad, height = GROUND_PAD_EM * size_px, GROUND_HEIGHT_EM * size_px
        left, right = float(self.x[first]) - pad, float(self.x[last] + self.width[last]) + pad
        return QRectF(left, float(self.top[first]) + (line_px - height) / 2.0, right - left, height)

    def grounds(self, alpha: NDArray[np.float32]) -> Iterator[tuple[QRectF, float]]:
        """Yield grounds with their opacity; adjacent cells of equal opacity share one. What takes no room has none."""
        first = last = -1
        for p in np.flatnonzero((alpha > 0.02) & (self.width > 0.0)).tolist():
            touches = (
                first >= 0
                and self.top[p] == self.top[last]
                and abs(self.x[p] - self.x[last] - self.width[last]) < 0.5
                and abs(alpha[p] - alpha[last]) < 0.05
            )
            if not touches:
                if first >= 0:
                    yield self.ground(first, last), float(alpha[first])
                first = p
            last = p
        if first >= 0:
            yield self.ground(first, last), float(alpha[first])


class CanvasPainter:
    """Paints frames in one set of colors."""

    def __init__(self, colors: Colors) -> None:
        def ramp(colour: QColor) -> list[QPen]:
            return [QPen(fade(colour, level / (INK_LEVELS - 1))) for level in range(INK_LEVELS)]

        self._colors = colors
        self._ink_pens, self._warn_pens = ramp(colors["ink"]), ramp(colors["warn"])

    def paint(self, painter: QPainter, frame: Frame, glyphs: GlyphCache, strike_revoked: bool) -> None:
        """Paint a frame.

        ``strike_revoked`` strikes out revoked tokens; wrong for the layer ``belief``, which shows other tokens.
        """
        self._paint_grounds(painter, frame)
        self._paint_texts(painter, frame, glyphs, strike_revoked)

    def paint_ring(self, painter: QPainter, rect: QRectF, focused: bool) -> None:
        """Paint the ring around the token under the mouse, or around the one with the keyboard focus (``focused``)."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colors["accent"] if focused else self._colors["muted"], 1.8 if focused else 1.0))
        radius = min(rect.height() * GROUND_RADIUS_EM / GROUND_HEIGHT_EM, 8.0)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)

    def paint_heard(self, painter: QPainter, frame: Frame, positions: Sequence[int]) -> None:
        """Paint the ground of the word that is heard, whose ``positions`` follow one another."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors["accent_soft"])
        first, last = positions[0], positions[-1]
        one_line = frame.top[first] == frame.top[last]
        for rect in [frame.ground(first, last)] if one_line else [frame.ground(p, p) for p in positions]:
            radius = min(rect.height() * GROUND_RADIUS_EM / GROUND_HEIGHT_EM, 8.0)
            painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), radius, radius)

    def _paint_grounds(self, painter: QPainter, frame: Frame) -> None:
        c, radius = self._colors, GROUND_RADIUS_EM * frame.nearest.flow.size_px
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, alpha in frame.grounds(frame.appearance.accepted_ground):
            painter.setBrush(fade(c["accent_ground"], alpha))
            painter.drawRoundedRect(rect, radius, radius)
            # A sign besides the color: a line under a token accepted now.
            thick = max(0.085 * frame.nearest.flow.size_px, 1.2)
            bar = QRectF(rect.left() + radius, rect.bottom() - thick, max(rect.width() - 2 * radius, 2.0), thick)
            painter.setBrush(fade(c["accent"], alpha))
            painter.drawRoundedRect(bar, 1.0, 1.0)
        pen = QPen(c["warn"], 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(REVOKED_DASHES)
        for rect, alpha in frame.grounds(frame.appearance.revoked_ground):
            pen.setColor(fade(c["warn"], alpha))
            painter.setPen(pen)
            painter.setBrush(fade(c["warn_ground"], alpha))
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_texts(self, painter: QPainter, frame: Frame, glyphs: GlyphCache, strike_revoked: bool) -> None:
        before, after, fraction, same_line = frame.before, frame.after, frame.fraction, frame.same_line
        if fraction <= 0.0 or before is after:
            self._paint_typeset_step(
                painter, frame, before, before.text_x, before.baseline, before.appearance.ink, glyphs, strike_revoked
            )
            return
        x = np.where(same_line, _lerp(before.text_x, after.text_x, fraction), before.text_x)
        x_after = np.where(same_line, x, after.text_x)
        baseline = np.where(same_line, _lerp(before.baseline, after.baseline, fraction), before.baseline)
        baseline_after = np.where(same_line, baseline, after.baseline)
        same_text = np.fromiter((a == b for a, b in zip(before.texts, after.texts, strict=True)), np.bool_)
        # Unchanged text is drawn once; changed text fades out before the new one fades in, so that they hardly overlap.
        steady = same_line & same_text
        at_once = before.appearance is after.appearance or before.appearance.is_draft
        turn = np.full(len(before.texts), fraction) if at_once else turned(after.appearance, fraction)
        fade_out, fade_in = shown_shares(turn)
        steady_ink = frame.appearance.ink
        after_is_nearest = frame.nearest is after
        coming = np.where(steady, steady_ink * after_is_nearest, after.appearance.ink * fade_in)
        going = np.where(steady, steady_ink * (not after_is_nearest), before.appearance.ink * fade_out)
        self._paint_typeset_step(painter, frame, after, x_after, baseline_after, coming, glyphs, strike_revoked)
        self._paint_typeset_step(painter, frame, before, x, baseline, going, glyphs, strike_revoked)

    def _paint_typeset_step(
        self,
        painter: QPainter,
        frame: Frame,
        step: TypesetStep,
        x: NDArray[np.float64],
        baseline: NDArray[np.float64],
        ink: NDArray[np.floating],
        glyphs: GlyphCache,
        strike_revoked: bool,
    ) -> None:
        inks, warnings = self._ink_pens, self._warn_pens
        levels = np.rint(np.clip(ink * step.ink_factor, 0.0, 1.0) * (INK_LEVELS - 1)).astype(np.int64)
        revoked = (step.appearance.states == CellState.REVOKED) & step.appearance.solid
        shown = np.flatnonzero(levels).tolist()
        xs, ys, sizes = x.tolist(), baseline.tolist(), step.text_px.tolist()
        level_list, revoked_list, texts = levels.tolist(), revoked.tolist(), step.texts
        end_tags = step.end_tags.tolist()
        for p in shown:
            text = texts[p]
            if not text:
                continue
            if end_tags[p]:
                self._paint_tag(painter, frame, step, p, level_list[p] / (INK_LEVELS - 1), glyphs)
                continue
            painter.setPen((warnings if revoked_list[p] else inks)[level_list[p]])
            shaped = glyphs.shaped(text, sizes[p])
            if step.appearance.is_draft:
                shaped.draw_outline(painter, xs[p], ys[p])
            else:
                shaped.draw(painter, xs[p], ys[p])
        if not strike_revoked:
            return
        # A sign besides the color: a revoked token is struck out.
        for p in np.flatnonzero(revoked & ~step.end_tags & (levels > 0)).tolist():
            y = ys[p] - 0.29 * sizes[p]
            painter.setPen(QPen(warnings[level_list[p]].color(), max(sizes[p] * 0.07, 1.2)))
            width = float(step.flow.width[p])
            painter.drawLine(QPointF(xs[p] - 1.0, y), QPointF(xs[p] + width + 1.0, y))

    def _paint_tag(
        self, painter: QPainter, frame: Frame, step: TypesetStep, p: int, alpha: float, glyphs: GlyphCache
    ) -> None:
        c, size_px, line_px, text_px = self._colors, step.flow.size_px, step.flow.line_px, int(step.text_px[p])
        height = size_px * 0.98
        rect = QRectF(float(frame.x[p]), float(frame.top[p]) + (line_px - height) / 2.0, float(frame.width[p]), height)
        painter.setPen(QPen(fade(c["muted"], alpha * 0.8), 1.0))
        painter.drawRoundedRect(rect, size_px * 0.24, size_px * 0.24)
        painter.setPen(fade(c["muted"], alpha))
        shaped = glyphs.shaped(step.texts[p], text_px)
        shaped.draw(painter, rect.center().x() - shaped.width_px / 2.0, rect.center().y() + 0.33 * text_px)


def _lerp(a: NDArray[np.floating], b: NDArray[np.floating], fraction: float) -> NDArray[np.floating]:
    return a if a is b else a + (b - a) * fraction
