"""Word diff of two versions of a span: the user plays each difference, and accepts or rejects the new version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.speech.events import CanvasStep
from app.transcript.model import Segment
from app.transcript.text_words import separator_between
from app.transcript.word_diff import DiffChunk, diff_segments
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors, text_font
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

from .settling_text import SettlingText
from .transcript_text_view import INLINE_RISE_PX, LINE_HEIGHT_PERCENT

MAX_HEIGHT_PX = 168
WaitReason = Literal["", "segment", "file"]
"""What the model finishes before it redecodes: nothing, a segment, or the whole file at work."""


class DiffPanel(TranslationMixin, QFrame):
    """A redecode in the place of its paragraph: the line settles, then its diff, with buttons to accept or reject it."""

    accepted = Signal()
    rejected = Signal()  # also while the redecode runs: stop it
    new_seed_requested = Signal()
    play_requested = Signal(float, float)  # start and end, seconds
    changed = Signal()  # shown, filled or hidden

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inline")
        self.setAutoFillBackground(True)
        self._running = False
        self._wait_reason: WaitReason = ""
        self._step: tuple[int, int] | None = None
        self.title, self.lead = QLabel(), ElidedLabel()
        self.title.setProperty("look", "strong")
        self.lead.setProperty("look", "muted")
        self.settling_text = SettlingText()
        self.diff_view = DiffView()
        for view in (self.settling_text, self.diff_view):
            view.setFont(text_font(self.font()))
        self.new_seed, self.reject, self.accept = QPushButton(), QPushButton(), QPushButton()
        self.new_seed.setProperty("look", "quiet")
        self.accept.setProperty("look", "primary")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.title)
        buttons.addWidget(self.lead, 1)
        for button in (self.new_seed, self.reject, self.accept):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, INLINE_RISE_PX, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.settling_text)
        column.addWidget(self.diff_view)
        column.addLayout(buttons)
        self.new_seed.clicked.connect(self.new_seed_requested)
        self.reject.clicked.connect(self.rejected)
        self.accept.clicked.connect(self.accepted)
        self.diff_view.play_requested.connect(self.play_requested)
        self.diff_view.accepted.connect(self._on_accepted)
        self.diff_view.rejected.connect(self.rejected)
        self._retranslate()
        self.hide()

    @property
    def running(self) -> bool:
        return self._running and not self.isHidden()

    def show_running(self, wait_reason: WaitReason, text: str) -> None:
        """Show that a redecode of a text has been requested."""
        self._running, self._wait_reason, self._step = True, wait_reason, None
        self.settling_text.show_waiting(text)
        self.diff_view.show_diff([])
        self._retranslate()
        self.show()
        self.changed.emit()

    def close_panel(self) -> None:
        self.hide()
        self.changed.emit()

    def show_step(self, step: CanvasStep) -> None:
        """Show a step of the redecode in the line."""
        self._wait_reason, self._step = "", (step.step, step.steps)
        self.settling_text.show_step(step)
        self._retranslate()
        self.changed.emit()

    def show_versions(self, versions: Sequence[tuple[Segment, Segment]]) -> None:
        """Show the diff of each segment, ``(before, after)``, and give it the focus."""
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
        """Claim Esc, which has a shortcut of its own in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def _retranslate(self) -> None:
        count = len(self.diff_view.differences)
        if self._running:
            self.title.setText(self.tr("Listening again…"))
            if self._step is not None:
                lead = self.tr("Step {step} of {steps}").format(step=self._step[0], steps=self._step[1])
            else:
                lead = {
                    "": self.tr("Getting ready…"),
                    "segment": self.tr("The model finishes the current segment first."),
                    "file": self.tr("The current file is finished first."),
                }[self._wait_reason]
            self.lead.set_full_text(lead)
        elif not count:
            self.title.setText(self.tr("The result is the same."))
            self.lead.set_full_text("")
        else:
            self.title.setText(self.tr("%n difference(s)", "", count))
            self.lead.set_full_text(self.tr("← → to hear them"))
        self.diff_view.setVisible(not self._running)
        self.settling_text.setVisible(self._running)
        self.diff_view.setAccessibleName(self.tr("Old and new, word by word"))
        self.new_seed.setVisible(not self._running)
        self.new_seed.setText(self.tr("Try again"))
        self.new_seed.setToolTip(self.tr("Listen again, starting from other noise"))
        self.accept.setVisible(not self._running and count > 0)
        self.accept.setText(self.tr("Accept"))
        self.accept.setToolTip(with_shortcut(self.tr("Use the new words; you can undo this"), "Return"))
        self.reject.setText(
            self.tr("Cancel") if self._running else self.tr("Keep original") if count else self.tr("Close")
        )
        self.reject.setToolTip(with_shortcut(self.reject.text(), "Esc"))


class DiffView(QTextEdit):
    """Text with deletions struck through and insertions underlined. Left and Right move between the differences."""

    play_requested = Signal(float, float)  # start and end of the current difference, seconds
    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[DiffChunk]] = []
        self._difference_spans: list[tuple[int, int]] = []  # start and end in the document
        self.differences: list[DiffChunk] = []
        self.current_index = -1
        self.setObjectName("transcript")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit_height())

    def show_diff(self, rows: Sequence[Sequence[DiffChunk]]) -> None:
        """Show the chunks of each segment as a paragraph."""
        self._rows, self.current_index = [list(row) for row in rows], -1
        self._render()

    def _render(self) -> None:
        colors = current_colors()
        plain, deleted, inserted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(colors["ink"])
        deleted.setForeground(colors["muted"])
        deleted.setFontStrikeOut(True)
        inserted.setForeground(colors["accent"])
        inserted.setFontWeight(QFont.Weight.DemiBold)
        inserted.setFontUnderline(True)
        self.clear()
        self.differences, self._difference_spans = [], []
        cursor = QTextCursor(self.document())
        for number, row in enumerate(self._rows):
            if number:
                cursor.insertBlock()
            previous = ""
            for chunk in row:
                cursor.insertText(separator_between(previous, chunk.old or chunk.new), plain)
                start = cursor.position()
                if chunk.same:
                    cursor.insertText(chunk.old, plain)
                else:
                    cursor.insertText(chunk.old, deleted)
                    cursor.insertText(" " if chunk.old and chunk.new else "", plain)
                    cursor.insertText(chunk.new, inserted)
                    self.differences.append(chunk)
                    self._difference_spans.append((start, cursor.position()))
                previous = chunk.new or chunk.old
        lines = QTextBlockFormat()
        lines.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(lines)
        self._update_highlights()
        self._fit_height()

    def move_by(self, offset: int) -> None:
        """Move ``offset`` differences on, from the last to the first, and play that one."""
        if not self.differences:
            return
        if self.current_index >= 0:
            self._show_difference(self.current_index + offset)
        else:
            self._show_difference(0 if offset > 0 else -1)

    def _show_difference(self, index: int) -> None:
        self.current_index = index % len(self.differences)
        current = self.differences[self.current_index]
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._difference_spans[self.current_index][0])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._update_highlights()
        self.setAccessibleDescription(f"{current.old} → {current.new}")
        self.play_current()

    def play_current(self) -> None:
        if 0 <= self.current_index < len(self.differences):
            current = self.differences[self.current_index]
            self.play_requested.emit(current.start_s, current.end_s)

    def _update_highlights(self) -> None:
        highlights = []
        for index, (start, end) in enumerate(self._difference_spans):
            highlight = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            highlight.cursor = cursor
            highlight.format.setBackground(current_colors()["accent_soft" if index == self.current_index else "hover"])
            highlights.append(highlight)
        self.setExtraSelections(highlights)

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
        position = self.cursorForPosition(event.position().toPoint()).position()
        for index, (start, end) in enumerate(self._difference_spans):
            if start <= position <= end:
                self._show_difference(index)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_rows"):
            self._render()
