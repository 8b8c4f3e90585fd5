"""Runs the real app in this process and does what a user would; prints its report as one line of JSON.

python -m tests.journeys.driver SCENARIO FOLDER MODEL CLIP ARTIFACTS
"""

from __future__ import annotations

import faulthandler
import json
import locale
import os
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QLocale, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app import wiring
from app.bench.ui_latency import GapMeter
from app.jobs.lazy_transcriber import LazyTranscriber
from app.jobs.queue_item import QueueState
from app.paths import Folders
from app.sound.playback import SPEEDS
from app.speech.events import CanvasStep, SegmentDone
from app.ui.theme import current_colors


class Driver:
    def __init__(self, folder: Path, model: Path, clip: Path, artifacts: Path) -> None:
        self.application = QApplication(sys.argv[:1])
        self.clip, self.artifacts = clip, artifacts
        self.app = wiring.build(self.application, Folders.under(folder), LazyTranscriber(model, "cpu"))
        self.steps: list[CanvasStep] = []
        self.done: list[SegmentDone] = []
        self.app.queue.reported.connect(self._on_reported)
        began_s = time.perf_counter()
        self.torch_at_show = "torch" in sys.modules
        self.app.show()
        self.wait_for(lambda: self.app.window.windowHandle().isExposed(), 20)
        self.shown_s = time.perf_counter() - began_s

    def _on_reported(self, _item: object, event: object) -> None:
        if isinstance(event, CanvasStep):
            self.steps.append(event)
        elif isinstance(event, SegmentDone):
            self.done.append(event)

    def wait_for(self, condition: Callable[[], Any], timeout_s: float = 240) -> None:
        """Run the event loop until a condition is true."""
        end_s = time.perf_counter() + timeout_s
        loop = QEventLoop()
        timer = QTimer(interval=10)
        timer.timeout.connect(lambda: (condition() or time.perf_counter() > end_s) and loop.quit())
        timer.start()
        if not condition():
            loop.exec()
        timer.stop()
        if not condition():
            self.screenshot("timeout")
            raise TimeoutError(f"not within {timeout_s} s; on the banner: {self.app.window.banner.text!r}")

    def run_event_loop(self, seconds: float) -> None:
        end_s = time.perf_counter() + seconds
        self.wait_for(lambda: time.perf_counter() >= end_s, seconds + 5)

    def key(self, name: str) -> None:
        """Press a key through the X server, as a keyboard does; the event loop goes on meanwhile."""
        window = self.app.window
        window.activateWindow()
        self.wait_for(window.isActiveWindow, 20)
        process = subprocess.Popen(["xdotool", "key", name])
        self.wait_for(lambda: process.poll() is not None, 20)

    def drop(self, paths: list[Path]) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle = self.app.window.rect().center()
        common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.app.window, QDragEnterEvent(middle, *common))
        self.run_event_loop(0.1)
        self.screenshot("drop-target")
        QApplication.sendEvent(self.app.window, QDropEvent(QPointF(middle), *common))

    def screenshot(self, name: str) -> None:
        self.app.window.grab().save(str(self.artifacts / f"{name}.png"))

    def report(self, **more: object) -> dict[str, object]:
        item = self.app.queue.items[0] if self.app.queue.items else None
        return {
            "state": item.state.value if item else None,
            "error": str(item.error) if item and item.error else None,
            "text": item.text if item else "",
            "shown": self.app.window.transcription_page.transcript.toPlainText(),
            "source": str(item.source) if item else None,
            "steps": [(step.segment, step.step, step.steps) for step in self.steps],
            "canvases_whole": all(
                len(step.canvas) == len(step.argmax_ids) == len(step.accepted) for step in self.steps
            ),
            "segments": len(self.done),
            "shown_s": self.shown_s,
            "torch_at_show": self.torch_at_show,
            "status": self.app.window.header.status_label.text(),
            "banner": self.app.window.banner.text,
            **more,
        }

    def shut_down(self) -> None:
        self.app.window.hide()
        assert self.app.shut_down()

    # --- scenarios

    def run_drop(self) -> dict[str, object]:
        """A clip dropped on the window becomes text."""
        self.wait_for(lambda: self.app.window.model is not None, 400)
        self.screenshot("empty")
        gaps = GapMeter()
        gaps.start()
        self.drop([self.clip])
        self.wait_for(lambda: (self.steps and self.steps[-1].step >= self.steps[-1].steps // 2) or self.done)
        self.screenshot("half-annealed")
        self.wait_for(lambda: self.app.queue.items[0].state.is_final)
        measured = gaps.stop()
        self.run_event_loop(1.0)
        self.screenshot("done")
        return self.report(gaps={"p95_ms": measured.p95_ms, "worst_ms": measured.worst_ms})

    def run_record(self) -> dict[str, object]:
        """Space, a clip played into the microphone, Space: text."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        self.key("space")
        self.wait_for(lambda: window.sidebar.record_button.phase == "recording", 30)
        levels: list[float] = []
        self.app.recording_job.level_changed.connect(lambda level: levels.append(level.peak))
        player = subprocess.Popen(["paplay", "--device=vmic", str(self.clip)])
        self.wait_for(lambda: levels and max(levels) > 0.05, 20)
        self.run_event_loop(0.6)
        self.screenshot("recording")
        self.wait_for(lambda: player.poll() is not None, 60)
        self.run_event_loop(0.4)
        self.key("space")
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        self.run_event_loop(0.3)
        self.screenshot("recorded")
        return self.report(loudest=max(levels), phase=window.sidebar.record_button.phase)

    def run_record_forever(self) -> dict[str, object]:
        """Record until this process is killed; says when a few seconds are on disk."""
        levels: list[float] = []
        self.app.recording_job.level_changed.connect(lambda level: levels.append(level.elapsed_s))
        self.key("space")
        self.wait_for(lambda: levels and levels[-1] > 2.5, 60)
        print(json.dumps({"elapsed_s": levels[-1]}), flush=True)
        self.run_event_loop(600)
        return {}

    def run_recover(self) -> dict[str, object]:
        """The next start offers what the killed process left; it becomes text."""
        self.wait_for(lambda: self.app.window.recovery_banner.text)
        said = self.app.window.recovery_banner.text
        self.screenshot("recovered")
        self.wait_for(lambda: self.app.window.model is not None, 400)
        self.app.window.recovery_banner.button.click()
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        opened = self.app.queue.items[0].segmented_source
        return self.report(said=said, duration_s=opened.duration_s if opened else 0.0)

    def run_unplug(self) -> dict[str, object]:
        """The microphone goes away in the middle of a recording: what was said is kept, and it is said why it ended."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        levels: list[float] = []
        self.app.recording_job.level_changed.connect(lambda level: levels.append(level.elapsed_s))
        self.key("space")
        self.wait_for(lambda: levels and levels[-1] > 2.0, 60)
        subprocess.run(["pactl", "unload-module", "module-null-sink"], check=True)
        self.wait_for(lambda: window.sidebar.record_button.phase == "idle", 60)
        self.screenshot("unplugged")
        said = window.banner.text
        subprocess.run(
            ["pactl", "load-module", "module-null-sink", "sink_name=vmic", "rate=16000", "channels=1"], check=True
        )
        subprocess.run(["pactl", "set-default-source", "vmic.monitor"], check=True)
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        return self.report(said=said, elapsed_s=levels[-1])

    def run_plug(self) -> dict[str, object]:
        """A microphone is plugged in while the settings are open, chosen, and unplugged while it records."""
        window = self.app.window
        window.dialogs.show_settings()
        dialog = window.dialogs.settings_dialog
        assert dialog is not None
        dialog.sections.setCurrentRow(1)
        listed = dialog.recording.microphone
        self.wait_for(lambda: listed.count() >= 2, 60)
        before = [listed.itemData(row) for row in range(listed.count())]
        plug = ["pactl", "load-module", "module-null-source", "source_name=usb", "rate=16000", "channels=1"]
        subprocess.run([*plug, "description=Tischmikrofon"], check=True, stdout=subprocess.DEVNULL)
        self.wait_for(lambda: listed.findData("Tischmikrofon") >= 0, 60)
        window.settings_controller.change(microphone="Tischmikrofon")
        self.run_event_loop(0.3)
        dialog.grab().save(str(self.artifacts / "plugged-in.png"))
        dialog.close()
        elapsed: list[float] = []
        self.app.recording_job.level_changed.connect(lambda level: elapsed.append(level.elapsed_s))
        window.toggle_recording()
        self.wait_for(lambda: elapsed and elapsed[-1] > 1.0, 60)
        recorded = window.recording_page.device_label.text()
        subprocess.run(["pactl", "unload-module", "module-null-source"], check=True)
        self.wait_for(lambda: window.recording_page.device_label.text() != recorded, 60)
        said, moved_s = window.recording_page.hint_label.text(), elapsed[-1]
        self.screenshot("moved")
        self.wait_for(lambda: elapsed[-1] > moved_s + 1.0, 60)
        window.toggle_recording()
        self.wait_for(lambda: window.sidebar.record_button.phase == "idle", 60)
        window.dialogs.show_settings()
        self.wait_for(lambda: "Tischmikrofon" not in listed.currentText() or "·" in listed.currentText(), 60)
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final, 400)
        return self.report(
            before=before, recorded=recorded, said=said, elapsed_s=elapsed[-1], chosen=listed.currentText()
        )

    def run_looks(self) -> dict[str, object]:
        """Every language of the window in both themes and two sizes, with a transcript on the page and the settings open."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        self.drop([self.clip])
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        window.dialogs.show_settings()
        dialog = window.dialogs.settings_dialog
        assert dialog is not None
        found: dict[str, object] = {}
        for theme, code, size in (
            ("light", "en", (1280, 800)),
            ("dark", "de", (1280, 800)),
            ("light", "hi", (1280, 800)),
            ("dark", "zh", (1280, 800)),
            ("dark", "fr", (940, 620)),
            ("light", "de", (940, 620)),
            ("light", "es", (1920, 1080)),
            ("dark", "hi", (1920, 1080)),
        ):
            self.app.window.settings_controller.change(theme=theme, interface_language=code)
            window.resize(*size)
            self.run_event_loop(0.6)
            name = f"{theme}-{code}-{size[0]}"
            self.screenshot(f"looks-{name}")
            dialog.grab().save(str(self.artifacts / f"looks-{name}-settings.png"))
            found[name] = [dialog.windowTitle(), window.sidebar.record_button.text(), current_colors().dark]
        return self.report(found=found)

    def run_many(self) -> dict[str, object]:
        """Twenty files at once, two of them broken: the others are done, and the shown transcript stays readable."""
        folder = self.artifacts.parent / f"many-{os.getpid()}"
        folder.mkdir(parents=True)
        try:
            for number in range(20):
                path = folder / f"{number:02} Größe 会.{'wav' if number in (7, 19) else self.clip.suffix[1:]}"
                path.write_bytes(b"RIFF no sound" if number in (7, 19) else self.clip.read_bytes())
            self.wait_for(lambda: self.app.window.model is not None, 400)
            self.app.window.header.steps_slider.setValue(2)
            self.drop([folder])
            self.wait_for(lambda: len(self.done) >= 3)
            self.screenshot("many-running")
            self.wait_for(lambda: self.app.queue.items and not self.app.queue.unfinished, 400)
            self.run_event_loop(0.5)
            self.screenshot("many-done")
        finally:
            shutil.rmtree(folder)
        shown = self.app.window.transcription_page.item
        return self.report(
            states=[item.state.value for item in self.app.queue.items], shown=shown and shown.state.value
        )

    def run_around(self) -> dict[str, object]:
        """A word is corrected by keys, the rest denoised again around it, compared, accepted and taken back."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        self.drop([self.clip])
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        self.run_event_loop(0.5)
        self.key("ctrl+shift+e")
        editor = window.library_controller.editor
        self.wait_for(lambda: any(segment.words for segment in editor.text.segments), 30)
        at = next(n for n, segment in enumerate(editor.text.segments) if segment.words)
        before = editor.text.segments
        middle = len(before[at].words) // 2
        start, _ = before[at].word_ranges[middle]
        editor.text.select(at, start, start)
        self.key("F9")
        desk, words = editor.redecode_controller, editor.diff_panel.diff_view
        self.wait_for(desk.alternatives_popover.isVisible, 30)
        self.screenshot("around-alternatives")
        candidates = desk.alternatives_popover.list.count()
        self.type_word("harbour")
        self.key("Return")
        self.wait_for(lambda: desk.running, 30)
        self.wait_for(lambda: len(editor.player.steps) >= 3 or not desk.running)
        self.screenshot("around-annealing")
        self.wait_for(lambda: not desk.running)
        self.run_event_loop(0.5)
        self.key("Right")
        self.run_event_loop(0.3)
        self.screenshot("around-compared")
        differences = [(piece.old, piece.new) for piece in words.differences]
        kept = editor.text.segments == before
        self.key("Return")
        self.wait_for(lambda: editor.text.segments != before, 20)
        after = editor.text.segments[at].text
        self.screenshot("around-accepted")
        self.key("ctrl+z")
        self.wait_for(lambda: editor.text.segments == before, 20)
        return self.report(
            candidates=candidates, differences=differences, kept=kept, after=after, banner_here=editor.banner.text
        )

    def run_comma(self) -> dict[str, object]:
        """A clip becomes text, which is played at every speed and exported, where numbers have a decimal comma."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        self.drop([self.clip])
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        self.run_event_loop(0.5)
        self.key("ctrl+shift+e")
        editor = window.library_controller.editor
        self.wait_for(lambda: editor.text.segments, 30)
        player = editor.playback_controller.playback
        positions_s: list[float] = []
        player.moved.connect(positions_s.append)
        ends_s: dict[float, float] = {}
        for speed in SPEEDS:
            player.set_speed(speed)
            positions_s.clear()
            editor.playback_controller.play_from(0.0)
            self.wait_for(lambda: not player.playing, 60)
            ends_s[speed] = positions_s[-1] if positions_s else -1.0
        return self.report(
            ends_s=list(ends_s.values()),
            banner_here=editor.banner.text,
            duration_s=editor.text.segments[-1].end_s,
            point=locale.localeconv()["decimal_point"],
            shown_number=QLocale().toString(1.5, "f", 1),
        )

    def type_word(self, word: str) -> None:
        """Type letters through the X server, one after the other."""
        for letter in word:
            self.key(letter)

    def run_cancel(self) -> dict[str, object]:
        """Escape half-way: cancelled on screen at once, the thread free soon after."""
        self.wait_for(lambda: self.app.window.model is not None, 400)
        self.app.window.header.steps_slider.setValue(48)
        self.drop([self.clip])
        self.wait_for(lambda: len(self.steps) >= 2)
        item = self.app.queue.items[0]
        began_s = time.perf_counter()
        self.key("Escape")
        self.wait_for(lambda: item.state is QueueState.CANCELLED, 10)
        seen_s = time.perf_counter() - began_s
        self.wait_for(lambda: not self.app.queue.busy, 20)
        return self.report(seen_s=seen_s, free_s=time.perf_counter() - began_s)


def main() -> int:
    scenario, folder, model, clip, artifacts = sys.argv[1:6]
    faulthandler.enable()
    faulthandler.dump_traceback_later(580, exit=True)
    try:
        driver = Driver(Path(folder), Path(model), Path(clip), Path(artifacts))
        found = getattr(driver, f"run_{scenario}")()
        driver.shut_down()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)  # threads may still run, and there is nobody left to wait for them
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
