"""An edit that the library cannot store."""

from __future__ import annotations

from app.jobs.library_worker import LibraryWorker
from app.library.store import TranscriptStore
from app.ui.editor.editor_page import EditorPage


def test_what_cannot_be_kept_is_said(qtbot, editor: EditorPage, library_worker: LibraryWorker, uid: str) -> None:
    def elsewhere(store: TranscriptStore) -> None:
        before = store.transcript(uid).segments
        store.edit(uid, before, before[:2])

    done: list[object] = []
    library_worker.submit(elsewhere, lambda _none: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
    editor.text.select(2, 0, 0)
    editor.text.delete_segment()
    qtbot.waitUntil(lambda: "This correction could not be kept." in editor.banner.text)
