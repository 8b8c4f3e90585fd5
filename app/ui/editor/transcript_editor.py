"""Editor of a transcript's text, one paragraph a segment.

Listening (the initial mode): a click plays from that word, Space plays and pauses. Editing (entered by Return, a double
click or the button): the text is typed into like any other, Return splits a segment, Backspace at its start merges it with
the previous one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.transcript import edits
from app.transcript.edits import Segments
from app.ui.widgets.translation_mixin import TranslationMixin

from .edit_session import EditSession
from .transcript_text_view import TranscriptTextView

COMMIT_AFTER_MS = 500
"""Typing is committed after a pause of this length."""
_READ_ONLY_INTERACTION = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TranscriptEditor(TranslationMixin, TranscriptTextView):
    """Turns typing, keys and clicks into edits of the session and into requests to play."""

    play_pause_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    menu_requested = Signal(QPoint)  # in screen coordinates
    editing_changed = Signal(bool)

    def __init__(self, edit_session: EditSession, parent: QWidget | None = None) -> None:
        super().__init__(edit_session, parent)
        self.setTextInteractionFlags(_READ_ONLY_INTERACTION)
        self._commit_timer = QTimer(self, singleShot=True, interval=COMMIT_AFTER_MS)
        self._commit_timer.timeout.connect(self.commit_typing)
        self.document().contentsChanged.connect(self._on_contents_changed)
        edit_session.changed.connect(self._commit_timer.stop)
        self._retranslate()
        self._show_segments()

    # --- edits

    def set_editing(self, on: bool) -> None:
        """Commit what was typed, and switch between listening and editing."""
        if on == self.editing:
            return
        self.commit_typing()
        if on:
            cursor = self.textCursor()
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
            self.setTextCursor(cursor)
        else:
            self.setTextInteractionFlags(_READ_ONLY_INTERACTION)
        self.editing_changed.emit(on)
        self._margin.update()

    @Slot()
    def commit_typing(self) -> None:
        """Apply what was typed since the last edit as an edit of its own."""
        self._commit_timer.stop()
        texts = self._paragraph_texts()
        if len(texts) != max(1, len(self.segments)) or not self.segments:
            return
        changed = [index for index, text in enumerate(texts) if " ".join(text.split()) != self.segments[index].text]
        if not changed:
            return

        def rewrite_changed(segments: Segments) -> Segments:
            for index in changed:
                segments = edits.rewrite(segments, index, texts[index])
            return segments

        self.edit_session.apply(rewrite_changed, self.tr("Typing"))

    @Slot()
    def split(self) -> None:
        """Split the segment at the cursor, unless one part would be empty."""
        self.commit_typing()
        index, letter = self.current_index, self.textCursor().positionInBlock()
        if index < 0:
            return
        text = self.textCursor().block().text()
        letter -= len(text) - len(text.lstrip())  # leading spaces were typed, but the segment has none
        try:
            self.edit_session.apply(lambda segments: edits.split(segments, index, letter), self.tr("Split"))
        except ValueError:
            return
        self.select(index + 1, 0, 0)

    @Slot()
    def merge(self) -> None:
        """Merge the segment at the cursor with the next one."""
        self._merge(self.current_index)

    def _merge(self, index: int) -> None:
        self.commit_typing()
        if not 0 <= index < len(self.segments) - 1:
            return
        seam = len(self.segments[index].text)
        self.edit_session.apply(lambda segments: edits.merge(segments, index), self.tr("Join"))
        self.select(index, seam, seam)

    @Slot()
    def delete_segment(self) -> None:
        """Delete the segments that the cursor or the selection touches."""
        self.commit_typing()
        if not self.segments:
            return
        first, last = self._selected_rows()
        self.edit_session.apply(lambda segments: edits.delete(segments, first, last + 1), self.tr("Delete"))

    def restore_raw_text(self) -> None:
        """Put the raw text of the canvas in place of that of the segment at the cursor, if repetitions were removed."""
        self.commit_typing()
        index = self.current_index
        if index >= 0:
            self.edit_session.apply(lambda segments: edits.restore_raw_text(segments, index), self.tr("Raw text"))

    def name_speaker(self, speaker: str) -> None:
        """Set the speaker of the segments that the cursor or the selection touches."""
        self.commit_typing()
        if not self.segments:
            return
        first, last = self._selected_rows()

        def name_speakers(segments: Segments) -> Segments:
            for index in range(first, last + 1):
                segments = edits.name_speaker(segments, index, speaker)
            return segments

        self.edit_session.apply(name_speakers, self.tr("Speaker"))

    def _selected_rows(self) -> tuple[int, int]:
        cursor, document = self.textCursor(), self.document()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        rows = (document.findBlock(position).blockNumber() for position in ends)
        first, last = (min(row, len(self.segments) - 1) for row in rows)
        return first, last

    def _merge_selection(self) -> None:
        """Merge the segments of a selection that spans several, and delete the selected text, before letters replace it."""
        first, last = self._selected_rows()
        if first == last:
            return
        self.commit_typing()
        cursor, document = self.textCursor(), self.document()
        start = cursor.selectionStart() - document.findBlockByNumber(first).position()
        end = cursor.selectionEnd() - document.findBlockByNumber(last).position()
        text = self.segments[first].text[:start] + self.segments[last].text[end:]

        def merge_and_rewrite(segments: Segments) -> Segments:
            for _ in range(last - first):
                segments = edits.merge(segments, first)
            return edits.rewrite(segments, first, text)

        self.edit_session.apply(merge_and_rewrite, self.tr("Delete"))
        self._updating = True
        self._replace_block(first, text)  # the edit stripped the spaces around the gap; typing goes between them
        self._updating = False
        self.select(first, start, start)

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self._updating and self.editing:
            self._commit_timer.start()

    # --- keys and clicks

    def event(self, event: QEvent) -> bool:
        """While editing, claim Esc, which has a shortcut of its own in the window."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.editing and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            key == Qt.Key.Key_Z
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.redo_requested.emit()
        elif not self.editing:
            self._handle_listening_key(event)
        elif key == Qt.Key.Key_Escape:
            self.set_editing(False)
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.play_pause_requested.emit()
        else:
            self._handle_editing_key(event)

    def _handle_listening_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.play_pause_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.set_editing(True)
        else:
            super().keyPressEvent(event)

    def _handle_editing_key(self, event: QKeyEvent) -> None:
        key, cursor = event.key(), self.textCursor()
        erases = key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        writes = bool(event.text()) and event.text().isprintable() and not erases
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.split()
            return
        if cursor.hasSelection():
            spans = len(set(self._selected_rows())) > 1
            if erases or writes or event.matches(QKeySequence.StandardKey.Cut):
                if spans and event.matches(QKeySequence.StandardKey.Cut):
                    self.copy()
                self._merge_selection()
                if spans and not writes:
                    return
        elif key == Qt.Key.Key_Backspace and cursor.atBlockStart():
            self._merge(self.current_index - 1)
            return
        elif key == Qt.Key.Key_Delete and cursor.atBlockEnd():
            self._merge(self.current_index)
            return
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfLine) and cursor.atBlockEnd():
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.editing and self.textCursor().hasSelection():
            self._merge_selection()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste lines as words of one segment."""
        self._merge_selection()
        self.textCursor().insertText(" ".join(source.text().split()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        listening = not self.editing and event.button() == Qt.MouseButton.LeftButton
        if listening and self.segments and not self.textCursor().hasSelection():
            self.play_requested.emit(self.cursor_time_s)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.set_editing(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))  # the menu acts on the word under the mouse
        self.menu_requested.emit(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit_typing()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Text of the transcript"))
