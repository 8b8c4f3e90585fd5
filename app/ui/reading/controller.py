"""Adds the reading view to the editor's menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.editor.editor_page import EditorPage

from .reading_view import ReadingView


class ReadingController(QObject):
    size_chosen = Signal(int)  # of the letters, px

    def __init__(self, editor: EditorPage, get_size_px: Callable[[], int]) -> None:
        super().__init__(editor)
        self._editor, self._get_size_px = editor, get_size_px
        self.view: ReadingView | None = None
        """The view that is open."""
        self.action = editor.add_menu_action(
            lambda: self.tr("Read"), lambda: self.tr("The text in paragraphs, without times"), self.open
        )

    @Slot()
    def open(self) -> None:
        """Show the transcript as it is now; an open view is replaced."""
        editor, entry = self._editor, self._editor.entry
        editor.text.commit_typing()
        if entry is None or not editor.text.segments:
            return
        if self.view is not None:
            self.view.close()
        view = ReadingView(entry.title, editor.text.segments, self._get_size_px(), editor.window())
        view.size_chosen.connect(self.size_chosen)
        view.finished.connect(lambda _code: self._on_closed(view))
        self.view = view
        view.show()

    def _on_closed(self, view: ReadingView) -> None:
        if self.view is view:
            self.view = None
