"""The page of a file that a real, tiny Whisper transcribes: its text in the canvas's place, and then the transcript alone."""

from __future__ import annotations

from pathlib import Path

import soundfile

from app.jobs.lazy_transcriber import LazyTranscriber
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble
from tests.ui.scripted_engine import ScriptedEngine

WAIT_MS = 60_000


def test_a_model_without_a_canvas_says_so_and_shows_what_it_writes(qtbot, make_app, clips, tmp_path: Path) -> None:
    tiny.write_whisper(tmp_path / "whisper-base")
    clip = tmp_path / "talk.wav"
    soundfile.write(clip, babble(3.0, 1), RATE_HZ)
    app = make_app(LazyTranscriber(tmp_path / "whisper-base", "cpu"), device="cpu", language="en")
    page, seen = app.window.transcription_page, list[str]()
    app.queue.reported.connect(lambda *_: seen.append(page.written.text.text() if page.written.isVisible() else ""))
    app.window.add_paths([clip])
    qtbot.waitUntil(lambda: bool(app.queue.items), timeout=WAIT_MS)
    (item,) = app.queue.items
    qtbot.waitUntil(lambda: item.state.is_final, timeout=WAIT_MS)
    assert item.error is None
    texts = list(dict.fromkeys(filter(None, seen)))
    assert len(texts) > 3
    assert page.written.reason.text() == "Whisper base writes from left to right: there is no canvas to watch."
    assert not page.written.isVisible(), "when it is done its text is in the transcript"
    assert item.text in page.transcript.toPlainText()


def test_a_model_with_a_canvas_shows_the_canvas(qtbot, make_app, clips) -> None:
    app = make_app(ScriptedEngine())
    app.window.add_paths(clips[:1])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=WAIT_MS)
    page = app.window.transcription_page
    assert page.picture.currentWidget() is page.player
    assert page.player.isVisible()
