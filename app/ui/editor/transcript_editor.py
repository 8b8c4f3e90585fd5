"""The text of a transcript, a paragraph a segment: heard where it is clicked, corrected where it stands.

Listening (the usual state): a click plays from that word, Space plays and pauses. Correcting (Return, a double click or the
button): it is typed into like any text, Return splits a segment, Backspace at its beginning joins it with the one before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.transcript import edits
from app.transcript.edits import Segments

from .edit_session import EditSession
from .transcript_text_view import TranscriptTextView

COMMIT_AFTER_MS = 500
"""What is typed is kept after a pause of this length."""
_READ_ONLY_INTERACTION = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TranscriptEditor(TranscriptTextView):
    play_pause_wanted = Signal()  # play or pause
    undo_wanted = Signal()
    redo_wanted = Signal()
    menu_wanted = Signal(QPoint)  # in coordinates of the screen
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

    # --- correcting

    def set_editing(self, on: bool) -> None:
        """Begin or end correcting; what was typed is kept."""
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
        """Make a correction of what was typed since the last one."""
        self._commit_timer.stop()
        texts = self._paragraph_texts()
        if len(texts) != max(1, len(self.segments)) or not self.segments:
            return
        changed = [at for at, text in enumerate(texts) if " ".join(text.split()) != self.segments[at].text]
        if not changed:
            return

        def rewritten(segments: Segments) -> Segments:
            for at in changed:
                segments = edits.rewrite(segments, at, texts[at])
            return segments

        self.edit_session.apply(rewritten, self.tr("Typing"))

    @Slot()
    def split(self) -> None:
        """Cut the segment at the cursor; nothing where one part would be empty."""
        self.commit_typing()
        at, letter = self.current_index, self.textCursor().positionInBlock()
        if at < 0:
            return
        text = self.textCursor().block().text()
        letter -= len(text) - len(text.lstrip())  # the segment has none of the spaces that were just typed
        try:
            self.edit_session.apply(lambda segments: edits.split(segments, at, letter), self.tr("Split"))
        except ValueError:
            return
        self.select(at + 1, 0, 0)

    @Slot()
    def merge(self) -> None:
        """Join the segment with the next one."""
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
        """Take the segments out that the cursor or the selection is in."""
        self.commit_typing()
        if not self.segments:
            return
        first, last = self._selected_rows()
        self.edit_session.apply(lambda segments: edits.delete(segments, first, last + 1), self.tr("Delete"))

    def name_speaker(self, speaker: str) -> None:
        """Say who speaks in the segments that the cursor or the selection is in."""
        self.commit_typing()
        if not self.segments:
            return
        first, last = self._selected_rows()

        def named(segments: Segments) -> Segments:
            for at in range(first, last + 1):
                segments = edits.name_speaker(segments, at, speaker)
            return segments

        self.edit_session.apply(named, self.tr("Speaker"))

    def _selected_rows(self) -> tuple[int, int]:
        cursor, document = self.textCursor(), self.document()
        rows = (document.findBlock(n).blockNumber() for n in (cursor.selectionStart(), cursor.selectionEnd()))
        first, last = (min(row, len(self.segments) - 1) for row in rows)
        return first, last

    def _merge_selection(self) -> None:
        """Before letters take the place of a selection that spans segments: those become one, without what was selected."""
        first, last = self._selected_rows()
        if first == last:
            return
        self.commit_typing()
        cursor, document = self.textCursor(), self.document()
        start = cursor.selectionStart() - document.findBlockByNumber(first).position()
        end = cursor.selectionEnd() - document.findBlockByNumber(last).position()
        text = self.segments[first].text[:start] + self.segments[last].text[end:]

        def joined(segments: Segments) -> Segments:
            for _ in range(last - first):
                segments = edits.merge(segments, first)
            return edits.rewrite(segments, first, text)

        self.edit_session.apply(joined, self.tr("Delete"))
        self._updating = True
        self._replace_block(first, text)  # with the spaces on both sides of what will be written
        self._updating = False
        self.select(first, start, start)

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self._updating and self.editing:
            self._commit_timer.start()

    # --- keys and clicks

    def event(self, event: QEvent) -> bool:
        """While correcting, Esc and the letters belong to the text, whatever they mean elsewhere."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.editing and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            key == Qt.Key.Key_Z
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.redo_wanted.emit()
        elif not self.editing:
            self._handle_listening_key(event)
        elif key == Qt.Key.Key_Escape:
            self.set_editing(False)
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.play_pause_wanted.emit()
        else:
            self._handle_editing_key(event)

    def _handle_listening_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.play_pause_wanted.emit()
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
        """Paste as words of one segment."""
        self._merge_selection()
        self.textCursor().insertText(" ".join(source.text().split()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        listening = not self.editing and event.button() == Qt.MouseButton.LeftButton
        if listening and self.segments and not self.textCursor().hasSelection():
            self.play_wanted.emit(self.cursor_time_s)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.set_editing(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))  # what the menu offers is about the word pointed at
        self.menu_wanted.emit(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit_typing()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Text of the transcript"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
