"""Two versions of a span, word by word: what would go, what would come, each heard at a key, before anything is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.transcript.model import Segment
from app.transcript.text_words import separator_between
from app.transcript.word_diff import DiffChunk, diff_segments
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.elided_label import ElidedLabel

MAX_HEIGHT_PX = 168
WaitReason = Literal["", "segment", "file"]


class DiffPanel(QFrame):
    """Hidden until something is denoised again."""

    accepted = Signal()
    rejected = Signal()
    """Keep the old, or stop what runs."""
    new_seed_wanted = Signal()
    play_wanted = Signal(float, float)  # from when to when, seconds
    changed = Signal()  # it was shown, filled or hidden

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._running = False
        self._wait_reason: WaitReason = ""
        self._step: tuple[int, int] | None = None
        self.title, self.lead = QLabel(), ElidedLabel()
        self.title.setProperty("look", "strong")
        self.lead.setProperty("look", "muted")
        self.diff_view = DiffView()
        self.new_seed, self.reject, self.accept = QPushButton(), QPushButton(), QPushButton()
        self.new_seed.setProperty("look", "quiet")
        self.accept.setProperty("look", "primary")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        foot.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.lead, 1)
        foot.addStretch(1)
        for button in (self.new_seed, self.reject, self.accept):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.diff_view)
        column.addLayout(foot)
        column.addStretch(1)
        self.new_seed.clicked.connect(self.new_seed_wanted)
        self.reject.clicked.connect(self.rejected)
        self.accept.clicked.connect(self.accepted)
        self.diff_view.play_wanted.connect(self.play_wanted)
        self.diff_view.accepted.connect(self._on_accepted)
        self.diff_view.rejected.connect(self.rejected)
        self._retranslate()
        self.hide()

    @property
    def running(self) -> bool:
        return self._running and not self.isHidden()

    def show_running(self, wait_reason: WaitReason) -> None:
        """Something is denoised again; ``waiting`` is what the model does first."""
        self._running, self._wait_reason, self._step = True, wait_reason, None
        self.diff_view.show_diff([])
        self._retranslate()
        self.show()
        self.changed.emit()

    def close_panel(self) -> None:
        self.hide()
        self.changed.emit()

    def show_step(self, step: int, steps: int) -> None:
        self._wait_reason, self._step = "", (step, steps)
        self._retranslate()

    def show_versions(self, versions: Sequence[tuple[Segment, Segment]]) -> None:
        """What would become of each segment."""
        self._running, self._step = False, None
        self.diff_view.show_diff([diff_segments(before, after) for before, after in versions])
        self._retranslate()
        self.changed.emit()
        self.diff_view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def differs(self) -> bool:
        return bool(self.diff_view.differences)

    @Slot()
    def _on_accepted(self) -> None:
        if self.differs and not self._running:
            self.accepted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
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
        count = len(self.diff_view.differences)
        if self._running:
            self.title.setText(self.tr("Denoising again…"))
            if self._step is not None:
                lead = self.tr("Step {step} of {steps}").format(step=self._step[0], steps=self._step[1])
            else:
                lead = {
                    "": self.tr("Getting ready…"),
                    "segment": self.tr("The model finishes a segment first."),
                    "file": self.tr("The file at work is finished first."),
                }[self._wait_reason]
            self.lead.set_full_text(lead)
        elif not count:
            self.title.setText(self.tr("It came out the same."))
            self.lead.set_full_text("")
        else:
            self.title.setText(self.tr("%n difference(s)", "", count))
            self.lead.set_full_text(self.tr("← → to hear them"))
        self.diff_view.setVisible(not self._running)
        self.diff_view.setAccessibleName(self.tr("Old and new, word by word"))
        self.new_seed.setVisible(not self._running)
        self.new_seed.setText(self.tr("Once more"))
        self.new_seed.setToolTip(self.tr("Denoise it again from other noise"))
        self.accept.setVisible(not self._running and count > 0)
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(with_shortcut(self.tr("Take the new words; this can be undone"), "Return"))
        self.reject.setText(self.tr("Cancel") if self._running else self.tr("Keep old") if count else self.tr("Close"))
        self.reject.setToolTip(with_shortcut(self.reject.text(), "Esc"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class DiffView(QTextEdit):
    """The text with what goes struck through and what comes underlined; Left and Right go from difference to difference."""

    play_wanted = Signal(float, float)
    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[DiffChunk]] = []
        self._difference_spans: list[tuple[int, int]] = []
        self.differences: list[DiffChunk] = []
        self.current_index = -1
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit_height())

    def show_diff(self, rows: Sequence[Sequence[DiffChunk]]) -> None:
        """One paragraph for each segment."""
        self._rows, self.current_index = [list(row) for row in rows], -1
        self._render()

    def _render(self) -> None:
        colors = current_colors()
        plain, gone, come = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colors["ink"])
        gone.setForeground(colors["muted"])
        gone.setFontStrikeOut(True)
        come.setForeground(colors["accent"])
        come.setFontWeight(QFont.Weight.DemiBold)
        come.setFontUnderline(True)
        self.clear()
        self.differences, self._difference_spans = [], []
        cursor = QTextCursor(self.document())
        for number, row in enumerate(self._rows):
            if number:
                cursor.insertBlock()
            said = ""
            for piece in row:
                cursor.insertText(separator_between(said, piece.old or piece.new), plain)
                begin = cursor.position()
                if piece.same:
                    cursor.insertText(piece.old, plain)
                else:
                    cursor.insertText(piece.old, gone)
                    cursor.insertText(" " if piece.old and piece.new else "", plain)
                    cursor.insertText(piece.new, come)
                    self.differences.append(piece)
                    self._difference_spans.append((begin, cursor.position()))
                said = piece.new or piece.old
        self._update_highlights()
        self._fit_height()

    def move_by(self, offset: int) -> None:
        """Go to another difference and hear it."""
        if self.differences:
            self._show_difference(
                (self.current_index + offset) % len(self.differences)
                if self.current_index >= 0
                else 0
                if offset > 0
                else -1
            )

    def _show_difference(self, index: int) -> None:
        self.current_index = index % len(self.differences)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._difference_spans[self.current_index][0])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._update_highlights()
        self.setAccessibleDescription(
            f"{self.differences[self.current_index].old} → {self.differences[self.current_index].new}"
        )
        self.play_current()

    def play_current(self) -> None:
        if 0 <= self.current_index < len(self.differences):
            piece = self.differences[self.current_index]
            self.play_wanted.emit(piece.start_s, piece.end_s)

    def _update_highlights(self) -> None:
        marks = []
        for n, (begin, end) in enumerate(self._difference_spans):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(current_colors()["accent_soft" if n == self.current_index else "hover"])
            marks.append(mark)
        self.setExtraSelections(marks)

    def _fit_height(self) -> None:
        self.setFixedHeight(min(MAX_HEIGHT_PX, round(self.document().size().height()) + 4))

    def sizeHint(self) -> QSize:
        return QSize(400, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.move_by(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.move_by(-1)
            case Qt.Key.Key_Space:
                self.play_current() if self.current_index >= 0 else self.move_by(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case Qt.Key.Key_Escape:
                self.rejected.emit()
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        for n, (begin, end) in enumerate(self._difference_spans):
            if begin <= place <= end:
                self._show_difference(n)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_rows"):
            at = self.current_index
            self._render()
            self.current_index = at
            self._update_highlights()
