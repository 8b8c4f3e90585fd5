"""Exports: in bulk, and without speakers."""

from __future__ import annotations

from pathlib import Path

from app.library.export import ExportOptions
from app.library.store import TranscriptStore
from app.transcript.model import Segment, Transcript
from app.ui.library.export_dialog import ExportDialog, ExportRequest, write_exports
from app.ui.library.library_page import LibraryPage


def test_exports_in_bulk_write_over_nothing(qtbot, page: LibraryPage, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "Harbour.txt").write_text("mine")
    page.list.selectAll()
    page.export.click()
    dialog = page.window().findChild(ExportDialog)
    assert dialog is not None
    dialog.formats["srt"].setChecked(True)
    dialog.times.setChecked(True)
    dialog.set_folder(tmp_path / "out")
    dialog.write.click()
    qtbot.waitUntil(lambda: dialog.banner.text == "8 files written.")
    assert (tmp_path / "out" / "Harbour.txt").read_text() == "mine"
    assert (tmp_path / "out" / "Harbour-2.txt").read_text().startswith("[0:00] The ropes")
    assert "季度" in (tmp_path / "out" / "会议.srt").read_text(encoding="utf-8")
    for marked in (True, False):
        dialog.formats["txt"].setChecked(False)
        dialog.formats["srt"].setChecked(False)
        dialog.formats["csv"].setChecked(True)
        dialog.for_spreadsheets.setChecked(marked)
        dialog.set_folder(folder := tmp_path / f"marked {marked}")
        dialog.banner.hide()
        dialog.write.click()
        qtbot.waitUntil(lambda: dialog.banner.text == "4 files written.")
        assert (folder / "会议.csv").read_bytes().startswith(b"\xef\xbb\xbf") is marked
        assert not (folder / "Harbour.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    (tmp_path / "file").write_text("")
    dialog.set_folder(tmp_path / "file" / "below")
    dialog.write.click()
    qtbot.waitUntil(lambda: "The export could not be written." in dialog.banner.text)
    dialog.close()


def test_speakers_may_stay_away(tmp_path: Path) -> None:
    store = TranscriptStore(tmp_path / "library")
    named = Transcript("x", "en", 2.0, "m", "cpu", 8, 0, (Segment(0, 0.0, 1.0, "Hello.", speaker="Ingrid"),))
    uid = store.add_transcript(named, "a: b?")
    [path] = write_exports(store, [uid], ExportRequest(("txt",), tmp_path, ExportOptions(), True))
    assert (path.name, path.read_text()) == ("a- b-.txt", "Ingrid: Hello.\n")
    [path] = write_exports(store, [uid], ExportRequest(("txt",), tmp_path, ExportOptions(), False))
    assert path.read_text() == "Hello.\n"
    store.close()
