"""Panel beside a token: its best candidates at the shown step, and its history over all steps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.speech.events import CanvasStep
from app.ui.formatting import decimal, percent
from app.ui.theme import Colors, current_colors, fade, mix
from app.ui.widgets.translation_mixin import TranslationMixin

from .step_model import CellState, PositionState, StepSequence
from .token_glyphs import GlyphCache, GlyphKind

WIDTH_PX, PAD_PX, ROW_PX = 288, 14, 21
HISTORY_PX, LINE_PX = 22, 18
GAP_PX = 10


class TokenInspector(TranslationMixin, QWidget):
    """Stands on top of the window, is transparent for the mouse and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._title = self._state_line = self._budget_line = self._settled_line = ""
        self._candidates: list[tuple[str, bool, float]] = []
        self._history: list[PositionState] = []
        self._step_index = 0
        self._position = self._placed_for = -1
        self._colors = current_colors()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(self.sizeHint())
        self.hide()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Token details"))

    def show_token(
        self, sequence: StepSequence, glyphs: GlyphCache, colors: Colors, position: int, step_index: int
    ) -> None:
        """Show one position at step ``step_index``, from 0; the result counts as the last step."""
        self._step_index = min(max(step_index, 0), len(sequence) - 1)
        step = sequence.steps[self._step_index]
        self._colors, self._position = colors, position
        self._history = sequence.history(position)
        self._candidates = [
            (glyphs.label(int(token)), glyphs.glyph(int(token)).kind is GlyphKind.TEXT, float(probability))
            for token, probability in zip(step.top_ids[position], step.top_probs[position], strict=True)
            if float(probability) > 0.0
        ]
        state = self._history[self._step_index]
        guess, shown = glyphs.label(state.argmax_id), glyphs.label(state.canvas_id)
        self._title = guess
        taken = state.state in (CellState.ACCEPTED, CellState.HELD)
        if taken and state.accepted_id != state.argmax_id:
            text = self.tr("taken: {token} · guess: {guess} {share}")
            self._title = text.format(
                token=glyphs.label(state.accepted_id), guess=guess, share=percent(state.probability)
            )
        elif state.canvas_id != state.argmax_id and state.state in (CellState.RENOISED, CellState.ACCEPTED):
            text = self.tr("now: {token} · guess: {guess} {share}")
            self._title = text.format(token=shown, guess=guess, share=percent(state.probability))
        self._state_line = self._state_text(state, position)
        self._budget_line = self._budget_text(step)
        settled = sequence.settled_step(position)
        self._settled_line = (
            self.tr("Still changing at the last step")
            if settled is None
            else self.tr("Guess unchanged since step {step}").format(step=settled)
        )
        best = self._candidates[0][2] if self._candidates else 0.0
        lines = filter(None, (self._state_line, self._budget_line, self._settled_line))
        self.setAccessibleDescription(f"{self._title}, {percent(best)}. {'. '.join(lines)}.")
        self.resize(self.sizeHint())
        self.update()

    def place_beside(self, token: QRectF) -> None:
        """Move above or below the token's rectangle (window coordinates), inside the window.

        The panel does not move while the same token moves a little during playback.
        """
        if self.isVisible() and self._position == self._placed_for and not QRectF(self.geometry()).intersects(token):
            return
        self._placed_for = self._position
        room = self._window.rect().adjusted(8, 8, -8, -8)
        x = min(max(token.center().x() - self.width() / 2.0, room.left()), room.right() - self.width())
        below = token.bottom() + GAP_PX
        above = token.top() - GAP_PX - self.height()
        y = below if below + self.height() <= room.bottom() or above < room.top() else above
        self.move(int(x), int(min(y, room.bottom() - self.height())))
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        rows = max(len(self._candidates), 1)
        lines = 1 + bool(self._budget_line)
        return QSize(WIDTH_PX, 2 * PAD_PX + 48 + rows * ROW_PX + 12 + HISTORY_PX + 4 + lines * LINE_PX)

    def _state_text(self, state: PositionState, position: int) -> str:
        name = {
            CellState.RENOISED: self.tr("open"),
            CellState.HELD: self.tr("settled"),
            CellState.ACCEPTED: self.tr("settling"),
            CellState.REVOKED: self.tr("taken back"),
        }[state.state]
        text = self.tr("position {position} · step {step} · {state} · {nats} nats")
        return text.format(position=position + 1, step=state.step, state=name, nats=decimal(state.entropy, 2))

    def _budget_text(self, step: CanvasStep) -> str:
        """Return where acceptance stopped at a step, or why the canvas ended there; empty where that is not recorded."""
        decision = step.decision
        if decision is None:
            return ""
        if decision.ended == "settled":
            text = self.tr("ended: settled, and sure ({nats} nats a token)")
            return text.format(nats=decimal(decision.mean_nats, 4))
        count, spent = int(step.accepted.sum()), decimal(decision.accepted_nats, 2)
        if decision.budget_nats is None:
            return self.tr("step took {count} tokens · {nats} nats").format(count=count, nats=spent)
        text = self.tr("step took {count} tokens · {nats} nats, budget {budget}")
        return text.format(count=count, nats=spent, budget=decimal(decision.budget_nats, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter = self._colors, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(mix(c["surface"], c["ink"], 0.2), 1.0))
        painter.setBrush(mix(c["surface"], c["ink"], 0.05) if c.dark else c["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        left, right = float(PAD_PX), float(self.width() - PAD_PX)
        y = float(PAD_PX)
        painter.setPen(c["ink"])
        self._paint_text(
            painter, QRectF(left, y, right - left, 26), self._title, 1.5 if len(self._title) < 18 else 1.05, True
        )
        painter.setPen(c["muted"])
        self._paint_text(painter, QRectF(left, y + 26, right - left, 18), self._state_line, 0.92)
        y += 48
        for rank, (label, plain, probability) in enumerate(self._candidates):
            self._paint_candidate(painter, QRectF(left, y, right - left, ROW_PX), label, plain, probability, rank == 0)
            y += ROW_PX
        y += 12
        self._paint_history(painter, QRectF(left, y, right - left, HISTORY_PX))
        painter.setPen(c["muted"])
        lines = [self._settled_line, self._budget_line]
        for number, line in enumerate(filter(None, lines)):
            top = y + HISTORY_PX + 4 + number * LINE_PX
            self._paint_text(painter, QRectF(left, top, right - left, LINE_PX), line, 0.92)

    def _paint_candidate(
        self, painter: QPainter, row: QRectF, label: str, plain: bool, probability: float, best: bool
    ) -> None:
        c = self._colors
        painter.setPen(c["ink"] if best and plain else c["muted"])
        self._paint_text(painter, QRectF(row.left(), row.top(), 96, row.height()), label, 1.0 if plain else 0.8, best)
        track = QRectF(row.left() + 104, row.center().y() - 2.5, row.width() - 104 - 52, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fade(c["ink"], 0.08))
        painter.drawRoundedRect(track, 2.5, 2.5)
        if probability > 0.005:
            painter.setBrush(c["accent"] if best else fade(c["accent"], 0.55))
            painter.drawRoundedRect(
                QRectF(track.topLeft(), track.size()).adjusted(0, 0, -track.width() * (1 - probability), 0), 2.5, 2.5
            )
        painter.setPen(c["muted"])
        value = percent(probability, 0 if probability >= 0.1 else 1)
        if probability < 0.0005:
            value = f"< {percent(0.001, 1)}"
        self._paint_text(painter, QRectF(row.right() - 48, row.top(), 48, row.height()), value, 0.92, align_right=True)

    def _paint_history(self, painter: QPainter, strip: QRectF) -> None:
        """Paint a column per step, as high as its argmax was probable, over a dot (accepted) or a cross (revoked)."""
        c, n = self._colors, max(len(self._history), 1)
        pitch = min(strip.width() / n, 14.0)
        for index, state in enumerate(self._history):
            x = strip.left() + index * pitch
            bar = QRectF(x, strip.top(), max(pitch - 2.0, 1.0), strip.height() - 7.0)
            height = max(bar.height() * state.probability, 1.5)
            color = {CellState.REVOKED: c["warn"], CellState.RENOISED: fade(c["ink"], 0.25)}.get(
                state.state, c["accent"]
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fade(color, 1.0 if index <= self._step_index else 0.4))
            painter.drawRoundedRect(QRectF(bar.left(), bar.bottom() - height, bar.width(), height), 1.0, 1.0)
            middle = QPointF(bar.center().x(), strip.bottom() - 2.5)
            if state.state in (CellState.ACCEPTED, CellState.HELD):
                painter.drawEllipse(middle, 1.4, 1.4)
            elif state.state is CellState.REVOKED:
                painter.setPen(QPen(c["warn"], 1.2))
                painter.drawLine(middle + QPointF(-1.8, -1.8), middle + QPointF(1.8, 1.8))
                painter.drawLine(middle + QPointF(-1.8, 1.8), middle + QPointF(1.8, -1.8))
            if index == self._step_index:
                painter.setPen(QPen(c["ink"], 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(
                    QRectF(x - 1.0, strip.top() - 1.0, max(pitch - 2.0, 1.0) + 2.0, strip.height() + 2.0), 2.0, 2.0
                )

    def _paint_text(
        self, painter: QPainter, rect: QRectF, text: str, scale: float, bold: bool = False, align_right: bool = False
    ) -> None:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF(), 6.0) * scale)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if align_right else Qt.AlignmentFlag.AlignLeft
        elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)
