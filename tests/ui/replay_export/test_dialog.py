"""The dialog, from its button to the file on disk; stopped half-way nothing is left."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app import wiring
from app.jobs.library_worker import LibraryWorker
from app.library.replay_store import CanvasRun
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.events import SegmentStarted
from app.ui.canvas.control_bar import ControlBar
from app.ui.editor.editor_page import EditorPage
from app.ui.replay_export.dialog import ReplayExportDialog
from app.ui.replay_export.export_job import FILE_FORMATS, ReplayClip
from app.ui.replay_export.video_frames import VideoOptions
from app.ui.theme import current_colors
from tests.ui.canvas import scripted

VOCABULARY = scripted.vocabulary()


def replay_clip(steps: int = 4) -> ReplayClip:
    steps_shown = scripted.annealing_steps(VOCABULARY, scripted.sentence_ids(VOCABULARY), canvas=64, steps=steps)
    return ReplayClip(
        [CanvasRun(SegmentStarted(0, 0.0, 4.0, 64), tuple(steps_shown))], VOCABULARY, "The harbour.wav", "en"
    )


def clip_with_sound(source: Path) -> ReplayClip:
    """Three seconds of a tone, under a finished segment."""
    at = np.arange(3 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    soundfile.write(source, (0.4 * np.sin(2 * np.pi * 440 * at)).astype(np.float32), SAMPLE_RATE_HZ)
    steps = scripted.annealing_steps(VOCABULARY, scripted.sentence_ids(VOCABULARY), canvas=64, steps=3)
    return ReplayClip([scripted.run_of(steps)], VOCABULARY, "The harbour.wav", "en", source)


@pytest.fixture
def dialog(qtbot) -> ReplayExportDialog:
    dialog = ReplayExportDialog(replay_clip())
    qtbot.addWidget(dialog)
    dialog.size_box.setCurrentIndex(0)
    dialog.speed_box.select(4.0)
    dialog.show()
    return dialog


def test_it_proposes_a_video_of_a_usual_size_in_the_app_s_colors(qtbot) -> None:
    dialog = ReplayExportDialog(replay_clip(), "belief")
    qtbot.addWidget(dialog)
    assert dialog.format_box.currentData() == "mp4"
    assert dialog.video_options == VideoOptions(960, 540, 1.0, current_colors().dark, "belief")
    assert dialog.description.text().startswith("2.4 s long, 30 fps")


@pytest.mark.parametrize("file_format", FILE_FORMATS)
def test_each_format_is_written(qtbot, dialog: ReplayExportDialog, tmp_path: Path, file_format: str) -> None:
    path = tmp_path / f"talk.{file_format}"
    dialog.format_box.select(file_format)
    assert dialog.size_box.isEnabled() == (file_format != "html")
    dialog.export_to(path)
    assert dialog.exporting
    assert dialog.close_button.text() == "Cancel"
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    assert dialog.banner.text == f"Saved as talk.{file_format}."
    assert [written.name for written in tmp_path.iterdir()] == [path.name]
    if file_format == "html":
        assert "Pause" in path.read_text(encoding="utf-8")
    else:
        with av.open(str(path)) as container:
            assert container.streams.video[0].width == 640
            assert sum(1 for _ in container.decode(video=0)) > 3


@pytest.mark.parametrize("with_sound", [True, False])
def test_a_film_has_the_sound_of_its_segment_unless_it_is_switched_off(
    qtbot: QtBot, tmp_path: Path, with_sound: bool
) -> None:
    dialog = ReplayExportDialog(clip_with_sound(tmp_path / "talk.wav"))
    qtbot.addWidget(dialog)
    dialog.size_box.setCurrentIndex(0)
    dialog.show()
    dialog.format_box.select("gif")
    assert not dialog.sound_box.isVisible()
    dialog.format_box.select("mp4")
    assert dialog.sound_box.isVisible()
    assert dialog.sound_box.isChecked()
    dialog.sound_box.setChecked(with_sound)
    dialog.export_to(tmp_path / "talk.mp4")
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    with av.open(str(tmp_path / "talk.mp4")) as container:
        assert len(container.streams.audio) == with_sound
        assert container.duration is not None
        assert container.duration / av.time_base == pytest.approx(3.3 if with_sound else 2.4, abs=0.2)


def test_a_sound_that_is_gone_is_said_and_nothing_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    clip = clip_with_sound(tmp_path / "talk.wav")
    (tmp_path / "talk.wav").unlink()
    dialog = ReplayExportDialog(clip)
    qtbot.addWidget(dialog)
    dialog.export_to(tmp_path / "talk.mp4")
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    assert "talk.wav" in dialog.banner.text
    assert list(tmp_path.iterdir()) == []


def test_stopped_half_way_nothing_is_left(qtbot, tmp_path: Path) -> None:
    dialog = ReplayExportDialog(replay_clip(48))
    qtbot.addWidget(dialog)
    dialog.speed_box.select(0.25)  # some 300 pictures
    dialog.show()
    dialog.export_to(tmp_path / "talk.mp4")
    qtbot.waitUntil(lambda: dialog.progress_bar.value() > 0, timeout=120_000)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    assert list(tmp_path.iterdir()) == []
    assert dialog.banner.text == ""
    assert dialog.close_button.text() == "Close"


def test_closed_while_it_works_it_stops_first(qtbot, tmp_path: Path) -> None:
    dialog = ReplayExportDialog(replay_clip(48))
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.show()
    dialog.export_to(tmp_path / "talk.gif")
    dialog.close()

    def is_gone() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return bool(gone)

    qtbot.waitUntil(is_gone, timeout=120_000)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_sentence(qtbot, dialog: ReplayExportDialog, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for file_format in ("gif", "html"):
        dialog.format_box.select(file_format)
        dialog.export_to(tmp_path / "file" / f"talk.{file_format}")
        qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
        assert dialog.banner.text.startswith(
            f"The annealing could not be written to talk.{file_format}. Not a directory."
        )
        assert "is not touched" in dialog.banner.text


def test_what_is_there_is_replaced_only_by_the_whole(qtbot, dialog: ReplayExportDialog, tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_text("mine")
    dialog.format_box.select("html")
    dialog.export_to(path)
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def open_dialog(parent) -> ReplayExportDialog | None:
    dialogs = [dialog for dialog in parent.findChildren(ReplayExportDialog) if dialog.isVisible()]
    return dialogs[0] if dialogs else None


def test_the_player_offers_it_when_a_segment_is_finished(
    qtbot, make_app: Callable[..., wiring.App], clips: list[Path], tmp_path: Path
) -> None:
    app = make_app()
    with qtbot.waitSignal(app.queue.idled):
        app.window.add_paths(clips[:1])
    save = app.window.transcription_page.player.findChild(ControlBar).save_button
    qtbot.waitUntil(save.isVisible)
    save.click()
    dialog = open_dialog(app.window)
    assert dialog is not None
    dialog.format_box.select("html")
    dialog.export_to(tmp_path / "one.html")
    qtbot.waitUntil(lambda: not dialog.exporting, timeout=120_000)
    page = (tmp_path / "one.html").read_text(encoding="utf-8")
    assert re.search(r'"canvases":\[\{"name":"0:0[08]\.0 – ', page)
    assert "<title>one.wav</title>" in page
    dialog.close()


def test_the_editor_offers_what_is_kept(qtbot, library_worker: LibraryWorker, uid: str, editor: EditorPage) -> None:
    editor.save_replay()
    qtbot.waitUntil(lambda: editor.banner.text == "The steps of this segment are no longer stored.")
    kept = replay_clip()
    library_worker.submit_with_library(lambda library: library.replays.save(uid, 1, kept.runs, VOCABULARY))
    editor.text.select(1, 0, 0)
    editor.save_replay()
    qtbot.waitUntil(lambda: open_dialog(editor.window()) is not None)
    dialog = open_dialog(editor.window())
    assert dialog is not None
    assert dialog.clip.title == "Harbour.wav"
    assert [len(run.steps) for run in dialog.clip.runs] == [4]
    dialog.close()
