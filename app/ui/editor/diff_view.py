"""Two versions of a span, word by word: what would go, what would come, each heard at a key, before anything is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.transcript.model import Segment
from app.transcript.word_diff import Piece, glue, pieces
from app.ui.menus.actions import with_keys
from app.ui.theme import current_colors
from app.ui.widgets.elided_label import ElidedLabel

HIGHEST_PX = 168
Waiting = Literal["", "segment", "file"]


class Comparison(QFrame):
    """Hidden until something is denoised again."""

    accepted = Signal()
    refused = Signal()
    """Keep the old, or stop what runs."""
    once_more = Signal()
    hear_wanted = Signal(float, float)  # from when to when, seconds
    changed = Signal()  # it was shown, filled or hidden

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._running = False
        self._waiting: Waiting = ""
        self._step: tuple[int, int] | None = None
        self.title, self.lead = QLabel(), ElidedLabel()
        self.title.setProperty("look", "strong")
        self.lead.setProperty("look", "muted")
        self.words = DiffView()
        self.more, self.keep, self.accept = QPushButton(), QPushButton(), QPushButton()
        self.more.setProperty("look", "quiet")
        self.accept.setProperty("look", "primary")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        foot.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.lead, 1)
        foot.addStretch(1)
        for button in (self.more, self.keep, self.accept):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(foot)
        column.addStretch(1)
        self.more.clicked.connect(self.once_more)
        self.keep.clicked.connect(self.refused)
        self.accept.clicked.connect(self.accepted)
        self.words.hear_wanted.connect(self.hear_wanted)
        self.words.accepted.connect(self._on_accepted)
        self.words.refused.connect(self.refused)
        self._retranslate()
        self.hide()

    @property
    def running(self) -> bool:
        return self._running and not self.isHidden()

    def show_running(self, waiting: Waiting) -> None:
        """Something is denoised again; ``waiting`` is what the model does first."""
        self._running, self._waiting, self._step = True, waiting, None
        self.words.show_pieces([])
        self._retranslate()
        self.show()
        self.changed.emit()

    def close_comparison(self) -> None:
        self.hide()
        self.changed.emit()

    def show_step(self, step: int, steps: int) -> None:
        self._waiting, self._step = "", (step, steps)
        self._retranslate()

    def show_versions(self, versions: Sequence[tuple[Segment, Segment]]) -> None:
        """What would become of each segment."""
        self._running, self._step = False, None
        self.words.show_pieces([pieces(before, after) for before, after in versions])
        self._retranslate()
        self.changed.emit()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def differs(self) -> bool:
        return bool(self.words.differences)

    @Slot()
    def _on_accepted(self) -> None:
        if self.differs and not self._running:
            self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc keeps the old, whatever it means in the rest of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def _retranslate(self) -> None:
        count = len(self.words.differences)
        if self._running:
            self.title.setText(self.tr("Denoising again…"))
            if self._step is not None:
                lead = self.tr("Step {step} of {steps}").format(step=self._step[0], steps=self._step[1])
            else:
                lead = {
                    "": self.tr("Getting ready…"),
                    "segment": self.tr("The model finishes a segment first."),
                    "file": self.tr("The file at work is finished first."),
                }[self._waiting]
            self.lead.set_whole_text(lead)
        elif not count:
            self.title.setText(self.tr("It came out the same."))
            self.lead.set_whole_text("")
        else:
            self.title.setText(self.tr("%n difference(s)", "", count))
            self.lead.set_whole_text(self.tr("← → to hear them"))
        self.words.setVisible(not self._running)
        self.words.setAccessibleName(self.tr("Old and new, word by word"))
        self.more.setVisible(not self._running)
        self.more.setText(self.tr("Once more"))
        self.more.setToolTip(self.tr("Denoise it again from other noise"))
        self.accept.setVisible(not self._running and count > 0)
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(with_keys(self.tr("Take the new words; this can be undone"), "Return"))
        self.keep.setText(self.tr("Cancel") if self._running else self.tr("Keep old") if count else self.tr("Close"))
        self.keep.setToolTip(with_keys(self.keep.text(), "Esc"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class DiffView(QTextEdit):
    """The text with what goes struck through and what comes underlined; Left and Right go from difference to difference."""

    hear_wanted = Signal(float, float)
    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[Piece]] = []
        self._places: list[tuple[int, int]] = []
        self.differences: list[Piece] = []
        self.at = -1
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def show_pieces(self, rows: Sequence[Sequence[Piece]]) -> None:
        """One paragraph for each segment."""
        self._rows, self.at = [list(row) for row in rows], -1
        self._write()

    def _write(self) -> None:
        colors = current_colors()
        plain, gone, come = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colors["ink"])
        gone.setForeground(colors["muted"])
        gone.setFontStrikeOut(True)
        come.setForeground(colors["accent"])
        come.setFontWeight(QFont.Weight.DemiBold)
        come.setFontUnderline(True)
        self.clear()
        self.differences, self._places = [], []
        cursor = QTextCursor(self.document())
        for number, row in enumerate(self._rows):
            if number:
                cursor.insertBlock()
            said = ""
            for piece in row:
                cursor.insertText(glue(said, piece.old or piece.new), plain)
                begin = cursor.position()
                if piece.same:
                    cursor.insertText(piece.new, plain)
                else:
                    cursor.insertText(piece.old, gone)
                    cursor.insertText(" " if piece.old and piece.new else "", plain)
                    cursor.insertText(piece.new, come)
                    self.differences.append(piece)
                    self._places.append((begin, cursor.position()))
                said = piece.new or piece.old
        self._mark()
        self._fit()

    def go(self, by: int) -> None:
        """Go to another difference and hear it."""
        if self.differences:
            self._look_at((self.at + by) % len(self.differences) if self.at >= 0 else 0 if by > 0 else -1)

    def _look_at(self, at: int) -> None:
        self.at = at % len(self.differences)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[self.at][0])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._mark()
        self.setAccessibleDescription(f"{self.differences[self.at].old} → {self.differences[self.at].new}")
        self.hear()

    def hear(self) -> None:
        if 0 <= self.at < len(self.differences):
            piece = self.differences[self.at]
            self.hear_wanted.emit(piece.start_s, piece.end_s)

    def _mark(self) -> None:
        marks = []
        for n, (begin, end) in enumerate(self._places):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(current_colors()["accent_soft" if n == self.at else "hover"])
            marks.append(mark)
        self.setExtraSelections(marks)

    def _fit(self) -> None:
        self.setFixedHeight(min(HIGHEST_PX, round(self.document().size().height()) + 4))

    def sizeHint(self) -> QSize:
        return QSize(400, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.go(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.go(-1)
            case Qt.Key.Key_Space:
                self.hear() if self.at >= 0 else self.go(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case Qt.Key.Key_Escape:
                self.refused.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        for n, (begin, end) in enumerate(self._places):
            if begin <= place <= end:
                self._look_at(n)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_rows"):
            at = self.at
            self._write()
            self.at = at
            self._mark()
