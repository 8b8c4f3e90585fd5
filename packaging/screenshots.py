"""packaging/screenshots.py [FOLDER]: takes the pictures of the README and of software centres, in resources/screenshots.

The real window transcribes the English sample with the bundled model. ``annealing.png`` shows the step where half has settled,
``annealing.gif`` is the app's own video export of these steps. No screen is needed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app import paths, settings, wiring
from app.paths import Folders
from app.ui.canvas.player import Player
from app.ui.replay_export.export_job import ExportJob, ReplayClip, default_font, export
from app.ui.replay_export.video_frames import VideoOptions

SIZE_PX = (1280, 800)
GIF_SIZE_PX = (960, 400)
GIF_SPEED = 0.5
WITHIN_S = 600.0
CALM_S = 1.0
"""Until nothing fades or moves any more."""


def wait_for(condition: Callable[[], object]) -> None:
    """Let the window live until something is true."""
    end_s = time.monotonic() + WITHIN_S
    while not condition():
        if time.monotonic() > end_s:
            sys.exit("The picture could not be taken: the transcription took too long.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)  # the worker's turn


def wait(seconds: float) -> None:
    end_s = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() >= end_s)


def export_gif(player: Player, path: Path) -> None:
    """Write the steps that the player shows as an animated picture; an older one is replaced."""
    vocabulary = player.vocabulary
    assert vocabulary is not None
    path.unlink(missing_ok=True)
    assert player.run is not None
    clip = ReplayClip([player.run], vocabulary, "", "en")
    for _ in export(clip, ExportJob(path, "gif", VideoOptions(*GIF_SIZE_PX, GIF_SPEED)), default_font()):
        pass


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else paths.resources_folder() / "screenshots"
    sample = next(path for path in paths.sample_clips() if path.stem.startswith("en"))
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        folders = Folders.under(Path(home))
        settings.save(settings.Settings(theme="light", interface_language="en", language="en"), folders.settings_file)
        app = wiring.build(application, folders)
        app.show([sample])
        app.window.resize(*SIZE_PX)  # once it is shown: it opens inside the screen, which may be smaller
        wait_for(lambda: app.queue.items and app.queue.items[0].state.is_final)
        item = app.queue.items[0]
        if item.error is not None:
            sys.exit(str(item.error))
        app.window.transcription_page.replay(0)
        wait(CALM_S)
        player = app.window.transcription_page.player
        sequence = player.canvas.sequence
        assert sequence is not None
        half = min(range(len(sequence)), key=lambda step: abs(sequence.accepted_shares[step] - 0.5))
        player.heatmap.step_chosen.emit(half + 1.0)
        wait(CALM_S)
        folder.mkdir(parents=True, exist_ok=True)
        app.window.grab().save(str(folder / "annealing.png"))
        export_gif(player, folder / "annealing.gif")
        app.window.hide()
        app.shut_down()


if __name__ == "__main__":
    main()
