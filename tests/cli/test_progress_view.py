"""What the terminal shows of a transcription."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from app.cli.progress_view import NOISE_STYLE, SETTLED_STYLE, TranscriptionView, render_step
from app.speech.events import ModelReady
from app.speech.options import TranscribeOptions
from tests.ui.canvas import scripted
from tests.ui.scripted_engine import ScriptedEngine

TEXT = "In the evening we could hear the ropes."


def test_noise_is_grey_and_settled_is_bold() -> None:
    vocabulary = scripted.vocabulary()
    steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), steps=16)
    shares = []
    for step in steps:
        text = render_step(step, vocabulary)
        settled = sum(span.style == SETTLED_STYLE for span in text.spans)
        noise = sum(span.style == NOISE_STYLE for span in text.spans)
        shares.append(settled / (settled + noise))
    assert shares[0] < 0.2 < 0.9 < shares[-1]
    assert "In the evening, when the wind had gone down" in render_step(steps[-1], vocabulary).plain


def test_noise_shows_the_tokens_that_were_fed() -> None:
    vocabulary = scripted.vocabulary()
    first = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), steps=16)[0]
    shown = render_step(first, vocabulary).plain
    for token, accepted in zip(first.canvas[:20].tolist(), first.accepted[:20].tolist(), strict=True):
        assert accepted or vocabulary.piece(token) in shown


def test_on_a_terminal_it_is_drawn_in_place_and_the_bar_is_gone_at_the_end() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLUMNS", "80")
        patch.delenv("NO_COLOR", raising=False)
        terminal = Terminal()
        options = TranscribeOptions(steps=4)
        with TranscriptionView(terminal, "talk.wav", watch_steps=True) as view:
            for event in ScriptedEngine((TEXT,)).transcribe(Path("talk.wav"), options):
                view.show(event)
                if isinstance(event, ModelReady):
                    assert "cpu, fp32" in terminal.getvalue()
    drawn = terminal.getvalue()
    assert "\x1b[1A" in drawn  # back up a line: in place
    assert "\x1b[90m" in drawn  # grey
    assert "1/1 segment," in drawn
    assert drawn.endswith("\x1b[?25h")  # the cursor is back
