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

import numpy as np
import soundfile
from PySide6.QtCore import QEventLoop, QLocale, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import wiring
from app.bench.ui_latency import GapMeter
from app.dictation.events import ShortcutReady
from app.jobs.lazy_transcriber import LazyTranscriber
from app.jobs.queue_item import QueueState
from app.library.entry import EntryQuery
from app.models.catalog import INTERFAZE_SMALL
from app.paths import Folders
from app.sound.playback import SPEEDS
from app.speech.events import CanvasStep, SegmentDone
from app.ui.canvas.controls import Legend
from app.ui.canvas.token_inspector import TokenInspector
from app.ui.menus.sample_menu import SampleMenu
from app.ui.replay_export.dialog import ReplayExportDialog
from app.ui.settings.recording import RecordingSettingsPage
from app.ui.theme import current_colors
from app.ui.whisper_compare.controller import WhisperCompareController


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

    def start_recording(self) -> None:
        self.wait_for(lambda: self.app.window.model is not None, 400)
        self.key("space")
        self.wait_for(lambda: self.app.window.sidebar.record_button.phase == "recording", 30)

    def play(self, device: str = "vmic") -> subprocess.Popen[bytes]:
        """Say the clip into a microphone."""
        return subprocess.Popen(["paplay", f"--device={device}", str(self.clip)])

    def run_live(self) -> dict[str, object]:
        """A phrase becomes text while the recording goes on; a pause is left out; Stop leaves the last phrase to do."""
        window, job = self.app.window, self.app.recording_job
        elapsed_s = [0.0]
        job.level_changed.connect(lambda level: elapsed_s.append(level.elapsed_s))
        self.start_recording()
        self.run_event_loop(0.3)
        self.screenshot("live-begins")
        self.play().wait()
        spoken_s = time.perf_counter()
        self.wait_for(lambda: self.steps, 60)
        self.screenshot("live-annealing")
        self.wait_for(lambda: any(done.segment.text for done in self.done), 60)
        lag_s = time.perf_counter() - spoken_s
        self.run_event_loop(0.5)
        self.screenshot("live-phrase")
        [item] = self.app.queue.items
        text_before_stop, recording = item.text, window.sidebar.record_button.phase == "recording"
        window.recording_bar.pause_button.click()
        self.run_event_loop(0.3)
        paused_s = elapsed_s[-1]
        self.play().wait()
        self.screenshot("live-paused")
        pause_grew_s = elapsed_s[-1] - paused_s
        window.recording_bar.pause_button.click()
        self.wait_for(lambda: elapsed_s[-1] > paused_s + 1.5, 20)
        self.play().wait()
        self.key("space")
        self.wait_for(lambda: item.state.is_final)
        self.run_event_loop(0.5)
        self.screenshot("live-stopped")
        return self.report(
            text_before_stop=text_before_stop, recording=recording, lag_s=lag_s, pause_grew_s=pause_grew_s,
            phrases=[segment.text for segment in item.segments if segment.text], rows=len(self.app.queue.items),
        )  # fmt: skip

    def run_computer(self, source: str) -> dict[str, object]:
        """Speech into the microphone, then out of the loudspeakers; one of them or both are recorded."""
        window = self.app.window
        window.settings_controller.change(sound_source=source)
        command = ["pactl", "load-module", "module-null-sink", "sink_name=speakers"]
        module = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        subprocess.run(["pactl", "set-default-sink", "speakers"], check=True)
        try:
            self.start_recording()
            self.screenshot(f"computer-{source}-begins")
            self.play("vmic").wait()
            self.run_event_loop(0.5)
            self.play("speakers").wait()
            self.run_event_loop(0.3)
            device = window.recording_page.device_label.text()
            self.key("space")
            self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        finally:
            subprocess.run(["pactl", "unload-module", module], check=True)
        return self.report(device=device)

    def run_live_discard(self) -> dict[str, object]:
        """A recording with text is discarded: after one question nothing of it is left."""
        window = self.app.window
        self.start_recording()
        self.play().wait()
        self.wait_for(lambda: self.app.queue.items[0].text, 60)
        questions: list[str] = []

        def answer() -> None:
            box = self.application.activeModalWidget()
            questions.append(box.text())
            next(button for button in box.buttons() if button.text() == "Discard").click()

        QTimer.singleShot(500, answer)
        window.recording_bar.discard_button.click()
        self.wait_for(lambda: window.sidebar.record_button.phase == "idle" and not self.app.queue.busy, 30)
        self.run_event_loop(0.5)
        store = self.app.library_worker.library.store
        return self.report(
            questions=questions, rows=len(self.app.queue.items), entries=len(store.find(EntryQuery())),
            page=type(window.pages.currentWidget()).__name__,
        )  # fmt: skip

    def run_live_forever(self) -> dict[str, object]:
        """Speak and go on recording until this process is killed; says what was transcribed."""
        self.start_recording()
        self.play().wait()
        self.wait_for(lambda: self.app.queue.items[0].text, 60)
        self.play().wait()
        print(json.dumps({"text": self.app.queue.items[0].text}), flush=True)
        self.run_event_loop(600)
        return {}

    def run_resume_live(self) -> dict[str, object]:
        """The next start offers to continue what the killed process had begun to transcribe."""
        window = self.app.window
        self.wait_for(lambda: window.library_controller._resume_banner.text and window.model is not None, 400)
        self.run_event_loop(0.5)
        self.screenshot("live-resume")
        offered = window.recovery_banner.text
        window.library_controller._resume_banner.button.click()
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        return self.report(offered=offered, resumed=[done.resumed for done in self.done if done.segment.text])

    def run_dictate(self) -> dict[str, object]:
        """With the window minimised and another program in front: shortcut, speech, shortcut; the text is typed there."""
        window = self.app.window
        self.wait_for(lambda: window.model is not None, 400)
        window.settings_controller.change(dictation=True, dictation_types=True)
        self.wait_for(lambda: isinstance(self.app.dictation.status.shortcut, ShortcutReady), 20)
        command = [sys.executable, "-m", "tests.dictation.receiver", "Letter"]
        receiver = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        window.showMinimized()
        focus = ["xdotool", "search", "--onlyvisible", "--sync", "--name", "Letter", "windowfocus", "--sync"]
        self.run_beside(focus)
        self.run_beside(["xdotool", "key", "ctrl+alt+space"])
        self.wait_for(lambda: window.sidebar.record_button.phase == "recording", 30)
        self.run_beside(["paplay", "--device=vmic", str(self.clip)])
        self.run_event_loop(0.4)
        gaps = GapMeter()
        gaps.start()
        self.run_beside(["xdotool", "key", "ctrl+alt+space"])
        typed: list[bool] = []
        self.app.dictation.typed.connect(lambda: typed.append(True))
        self.wait_for(lambda: typed and self.app.queue.items[0].state.is_final, 60)
        measured = gaps.stop()
        self.run_event_loop(0.6)
        receiver.terminate()
        lines = [json.loads(line) for line in receiver.communicate()[0].splitlines()]
        return self.report(
            typed=lines,
            clipboard=QApplication.clipboard().text(),
            worst_ms=measured.worst_ms,
            minimised=window.isMinimized(),
        )

    def run_beside(self, command: list[str]) -> None:
        """Run a program while the event loop goes on."""
        process = subprocess.Popen(command)
        self.wait_for(lambda: process.poll() is not None, 60)

    def run_record_forever(self) -> dict[str, object]:
        """Record until this process is killed; says when a few seconds are on disk.

        Nothing is transcribed meanwhile: a recording that is offers to be resumed, which is another journey.
        """
        self.app.window.settings_controller.change(live=False)
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
        tested = self.test_microphone(dialog.recording)
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
            before=before,
            tested=tested,
            recorded=recorded,
            said=said,
            elapsed_s=elapsed[-1],
            chosen=listed.currentText(),
        )

    def test_microphone(self, page: RecordingSettingsPage) -> list[object]:
        """Test the microphone on the page of the settings; returns what it said and the files that are left."""
        page.test.button.click()
        player = subprocess.Popen(["paplay", "--device=vmic", str(self.clip)])
        self.wait_for(lambda: "hears" in page.test_row.note.text(), 30)
        self.wait_for(lambda: player.poll() is not None, 60)
        page.test.button.click()
        self.wait_for(lambda: not page.test.running, 20)
        folder = self.app.window.dialogs.services.folders.cache / "microphone"
        return [page.test_row.note.text(), [path.name for path in folder.iterdir()]]

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
        buttons = desk.alternatives_popover.replace_button, desk.alternatives_popover.redecode_button
        first_button = min(buttons, key=lambda button: (button.y(), button.x())).text()
        self.type_word("harbour")
        self.key("ctrl+Return")
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
        marks = [mark.cursor.selectedText() for mark in editor.text.extraSelections()]
        self.screenshot("around-accepted")
        self.key("ctrl+z")
        self.wait_for(lambda: editor.text.segments == before, 20)
        return self.report(
            candidates=candidates, differences=differences, kept=kept, after=after, banner_here=editor.banner.text,
            first_button=first_button, marks=marks,
        )  # fmt: skip

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
        duration_s = editor.text.segments[-1].end_s
        positions_s: list[float] = []
        player.moved.connect(positions_s.append)
        ends_s: dict[float, float] = {}
        for speed in SPEEDS:
            player.set_speed(speed)
            positions_s.clear()
            editor.playback_controller.play_from(duration_s - 0.5)
            self.wait_for(lambda: not player.playing, 60)
            ends_s[speed] = positions_s[-1] if positions_s else -1.0
        return self.report(
            ends_s=list(ends_s.values()),
            banner_here=editor.banner.text,
            duration_s=duration_s,
            point=locale.localeconv()["decimal_point"],
            shown_number=QLocale().toString(1.5, "f", 1),
        )

    def run_anneal(self) -> dict[str, object]:
        """The first page anneals; a clip anneals from its draft through noise; it is inspected, heard, and saved as a film."""
        window, page = self.app.window, self.app.window.transcription_page
        player, hero = page.player, window.welcome_page.hero
        hero_indices: list[float] = []
        hero.canvas.step_shown.connect(hero_indices.append)
        self.wait_for(lambda: hero.moving, 20)
        self.wait_for(lambda: not hero.moving, 20)
        self.screenshot("hero")
        self.wait_for(lambda: window.model is not None, 400)
        window.resize(1280, 800)
        player.set_speed(1.0)
        shown: list[tuple[float, float]] = []
        player.canvas.step_shown.connect(lambda index: shown.append((time.perf_counter(), index)))
        self.drop([self.clip])
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        self.wait_for(lambda: player.at_rest, 20)
        live = shown.copy()
        shown.clear()
        sequence = player.canvas.sequence
        assert sequence is not None
        title, rows, states = player.title_text, player.heatmap.row_count, player.findChild(Legend).accessibleName()
        self.wait_for(lambda: page.splitter.folded, 20)
        page.player.watch_requested.emit()
        self.wait_for(lambda: shown and shown[-1][1] >= 0.0, 20)
        self.screenshot("annealing-noise")
        self.wait_for(lambda: player.at_rest, 20)
        watched = shown.copy()
        self.screenshot("annealing-result")
        wrong_grounds = 0
        for index in range(1, len(sequence) + 1):
            appearance, accepted_ids = sequence.appearance(index, "blend"), sequence.accepted_ids(index - 1)
            lit = appearance.accepted_ground > 0.0
            wrong_grounds += int((appearance.before.token_ids != accepted_ids)[lit].sum())
        player.heatmap.step_chosen.emit(1.0)
        self.wait_for(lambda: player.at_rest, 20)
        player.canvas.hover_position(0)
        inspector = window.findChild(TokenInspector)
        inspected = inspector.accessibleDescription()
        self.screenshot("annealing-inspected")
        player.canvas.hover_position(None)
        self.key("k")
        self.wait_for(lambda: page.sound.playing, 20)
        self.wait_for(lambda: player.canvas.heard_positions, 20)
        self.screenshot("annealing-heard")
        page.sound.stop()
        player.save_requested.emit()
        dialog = window.findChild(ReplayExportDialog)
        dialog.size_box.setCurrentIndex(0)
        dialog.export_to(self.artifacts / "annealing.mp4")
        self.wait_for(lambda: not dialog.exporting, 60)
        saved = dialog.banner.text
        dialog.close()
        return self.report(
            hero=[hero_indices[0], hero_indices[-1], hero.canvas.sequence.last_index if hero.canvas.sequence else -1],
            live=[index for _, index in live],
            watched=[index for _, index in watched],
            watched_s=watched[-1][0] - watched[0][0],
            first_index=sequence.first_index,
            last_index=sequence.last_index,
            title=title,
            rows=rows,
            states=states,
            wrong_grounds=wrong_grounds,
            inspected=inspected,
            saved=saved,
        )

    def type_word(self, word: str) -> None:
        """Type letters through the X server, one after the other."""
        for letter in word:
            self.key(letter)

    def run_first_minutes(self) -> dict[str, object]:
        """One window, as a new user meets it: a pause, silence and damage in the queue, checking, keys, a small window."""
        window, page, queue = self.app.window, self.app.window.transcription_page, self.app.queue
        found: dict[str, object] = {"fits": self.on_screen(window)}
        self.wait_for(lambda: window.model is not None, 400)
        window.resize(1280, 800)
        window.header.steps_slider.setValue(48)  # long enough to look at it
        self.drop(self.make_files())
        self.wait_for(lambda: len(self.steps) >= 2)
        self.run_event_loop(0.3)
        found["working"] = [window.windowTitle(), window.sidebar.queue_heading.label.text(), page.splitter.folded]
        window.resize(900, 560)
        self.run_event_loop(0.2)
        found["follows"] = page.transcript.pinned
        window.resize(1280, 800)
        window.sidebar.queue_view.item_chosen.emit(queue.items[2])
        found["waiting"] = [page.message.isVisible(), page.message.title_label.text(), page.splitter.isVisible()]
        window.sidebar.queue_view.item_chosen.emit(queue.items[0])
        self.wait_for(lambda: not queue.unfinished)
        self.wait_for(lambda: page.splitter.folded, 20)
        self.screenshot("first-minutes-done")
        found["limit"] = window.header.limit_label.text()
        settled = sorted(segment.steps for segment in queue.items[0].segments if segment.ended == "settled")
        found["steps"] = settled[len(settled) // 2] if settled else 48
        found["samples"] = len(window.findChild(SampleMenu).actions())
        found["rows"] = [(time_s, segment is None) for _, time_s, segment in page.transcript.paragraph_rows()]
        found["transcript_share"] = page.transcript.height() / page.height()
        found["messages"] = []
        for item in queue.items[1:]:
            window.sidebar.queue_view.item_chosen.emit(item)
            found["messages"].append(page.message.title_label.text() if page.message.isVisible() else "")
        found["banner_of_failed"] = window.banner.text
        window.sidebar.queue_view.item_chosen.emit(queue.items[0])
        QTest.mouseClick(page.header.copy_button, Qt.MouseButton.LeftButton)
        found["copied"] = self.application.clipboard().text()
        self.key("space")
        self.wait_for(lambda: window.sidebar.record_button.phase == "recording", 30)
        self.key("space")
        self.wait_for(lambda: window.sidebar.record_button.phase == "idle" and not queue.unfinished, 60)
        window.sidebar.queue_view.item_chosen.emit(queue.items[0])
        self.key("F8")
        editor = window.library_controller.editor
        self.wait_for(lambda: editor.review_list.current_doubt is not None, 30)
        doubts = len(editor.review_list.doubts)
        self.key("Return")
        self.wait_for(lambda: len(editor.review_list.doubts) < doubts, 20)
        self.screenshot("first-minutes-checked")
        found["checked"] = doubts - len(editor.review_list.doubts)
        self.key("w")
        self.wait_for(lambda: window.settings.editor_view == "spectrogram", 20)
        self.key("alt+Left")
        self.wait_for(lambda: window.pages.currentWidget() is window.library_controller.library_page, 20)
        window.resize(640, 420)
        self.run_event_loop(0.3)
        self.screenshot("first-minutes-small")
        buttons = window.sidebar.record_button, window.sidebar.library_button, window.header.menu_button
        found["small"] = [window.width(), window.height(), window.sidebar.width(), all(map(self.is_reachable, buttons))]
        return self.report(**found)

    def run_long(self) -> dict[str, object]:
        """A file of many segments: its waveform, a word near its end settled again in place, and models that are not here."""
        window, page = self.app.window, self.app.window.transcription_page
        self.wait_for(lambda: window.model is not None, 400)
        window.resize(1280, 800)
        window.header.steps_slider.setValue(2)
        samples, rate_hz = soundfile.read(self.clip)
        path = window.dialogs.services.folders.data / "interview.wav"
        soundfile.write(path, np.concatenate([samples, np.zeros(rate_hz)] * 14), rate_hz)
        self.drop([path])
        self.wait_for(lambda: self.app.queue.items and self.app.queue.items[0].state.is_final)
        window.resize(640, 480)
        self.run_event_loop(0.5)
        self.screenshot("long-small")
        segments, borders = len(self.done), page.waveform.border_ticks_s
        window.resize(1280, 800)
        self.key("ctrl+shift+e")
        editor = window.library_controller.editor
        self.wait_for(lambda: any(segment.words for segment in editor.text.segments), 30)
        at = max(n for n, segment in enumerate(editor.text.segments) if segment.words)
        text, desk, panel = editor.text.segments[at].text, editor.redecode_controller, editor.diff_panel
        start, _ = editor.text.segments[at].word_ranges[1]
        editor.text.select(at, start, start)
        self.key("F9")
        self.wait_for(desk.alternatives_popover.isVisible, 30)
        self.type_word("harbour")
        self.key("ctrl+Return")
        self.wait_for(lambda: desk.running, 30)
        settled = {panel.settling_text.text}
        panel.changed.connect(lambda: settled.add(panel.settling_text.text))
        self.wait_for(lambda: settled.add(panel.settling_text.text) or not desk.running)
        self.run_event_loop(0.5)
        self.screenshot("long-settled-in-place")
        in_sight = all(map(self.is_reachable, (panel.diff_view, panel.accept, panel.reject)))
        self.key("Escape")
        self.wait_for(lambda: not panel.isVisible(), 20)
        window.findChild(WhisperCompareController).action.trigger()
        self.wait_for(lambda: editor.banner.text, 30)
        second_opinion = editor.banner.text
        editor.banner.button.click()
        models = self.app.models_controller.dialog
        assert models is not None
        self.wait_for(lambda: models.list.current_name == "whisper-small", 20)
        models.list.choose(INTERFAZE_SMALL.name)
        details = models.details_page
        self.wait_for(lambda: details.download.isVisible() and "run" in details.facts.text, 60)
        questions: list[str] = []

        def refuse() -> None:
            box = self.application.activeModalWidget()
            questions.append(f"{box.text()} {box.informativeText()}")
            box.reject()

        QTimer.singleShot(500, refuse)
        details.download.click()
        models.grab().save(str(self.artifacts / "long-models.png"))
        models.close()
        return self.report(
            segments_done=segments, borders=borders, before=text, settled=sorted(settled - {text}),
            in_sight=in_sight, second_opinion=second_opinion, questions=questions,
            download_look=details.download.property("look"),
        )  # fmt: skip

    def run_return(self) -> dict[str, object]:
        """The next start: the last transcripts are on the first page, the samples in the menu; one click opens a text."""
        window = self.app.window
        recent = window.welcome_page.recent
        self.wait_for(recent.isVisible, 30)
        self.run_event_loop(0.5)
        self.screenshot("return")
        offered = [button.text() for button in recent.buttons if button.isVisible()]
        QTest.mouseClick(recent.buttons[0], Qt.MouseButton.LeftButton)
        editor = window.library_controller.editor
        self.wait_for(lambda: any(segment.words for segment in editor.text.segments), 30)
        return self.report(
            offered=offered, opened=editor.text.toPlainText(), samples=len(window.findChild(SampleMenu).actions())
        )

    def run_scaled(self) -> dict[str, object]:
        """Everything can be reached on a screen that is small for the scale."""
        window = self.app.window
        self.wait_for(window.welcome_page.record_button.isVisible, 60)
        chips = [*window.welcome_page.sample_buttons.values(), window.welcome_page.open_button]
        reachable = all(map(self.is_reachable, [window.sidebar.record_button, window.header.menu_button, *chips]))
        screen = window.screen().availableGeometry()
        self.screenshot("scaled-window")
        window.dialogs.show_settings()
        window.dialogs.models_requested.emit()
        window.dialogs.show_about()
        window.dialogs.show_shortcuts(window.actions_by_name)
        self.run_event_loop(0.5)
        dialogs = [top for top in self.application.topLevelWidgets() if top.isVisible() and top is not window]
        beyond = [type(dialog).__name__ for dialog in dialogs if not self.on_screen(dialog)]
        return self.report(
            ratio=window.devicePixelRatioF(), screen=[screen.width(), screen.height()], fits=self.on_screen(window),
            reachable=reachable, dialogs=len(dialogs), beyond=beyond,
        )  # fmt: skip

    def make_files(self) -> list[Path]:
        """Write a recording with a long pause, one of silence and a damaged one; the clip follows them."""
        folder = self.app.window.dialogs.services.folders.data / "files"
        folder.mkdir(parents=True, exist_ok=True)
        samples, rate_hz = soundfile.read(self.clip)
        silence = np.zeros(12 * rate_hz)
        talk, silent, damaged = (folder / name for name in ("talk.wav", "silence.wav", "damaged.mp3"))
        soundfile.write(talk, np.concatenate([samples, silence, samples]), rate_hz)
        soundfile.write(silent, silence, rate_hz)
        damaged.write_bytes(b"no sound")
        return [talk, silent, damaged]

    @staticmethod
    def on_screen(top: QWidget) -> bool:
        return top.screen().availableGeometry().contains(top.frameGeometry())

    @staticmethod
    def is_reachable(widget: QWidget) -> bool:
        """Whether all of a widget is on screen: inside its window, and nothing cuts it off."""
        return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()

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
        found = getattr(driver, f"run_{scenario}")(*sys.argv[6:])
        driver.shut_down()
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)  # threads may still run, and there is nobody left to wait for them
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
