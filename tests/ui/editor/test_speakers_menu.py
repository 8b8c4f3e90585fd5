"""Who speaks, in the editor: names and keys, the voices of a real recording, and rules from corrections made twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import soundfile
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app import paths
from app.jobs.library_worker import LibraryWorker
from app.speech.audio import decode
from app.transcript import edits
from app.transcript.edits import Segments
from app.ui.editor.editor_page import EditorPage

from .conftest import TEXTS, StoredTexts


def speakers(editor: EditorPage) -> list[str]:
    return [segment.speaker for segment in editor.edit_session.segments]


def give_speakers(editor: EditorPage, *names: str) -> None:
    def named(segments: Segments) -> Segments:
        return tuple(replace(segment, speaker=name) for segment, name in zip(segments, names, strict=True))

    editor.edit_session.apply(named, "speakers")


def test_a_new_name_renames_a_speaker_everywhere_and_another_ones_name_corrects_a_turn(editor: EditorPage) -> None:
    give_speakers(editor, "Speaker 1", "Speaker 2", "Speaker 1")
    editor.text.select(0, 0, 0)
    editor.transport.speaker.setText("  Anna ")
    editor.transport.speaker.editingFinished.emit()
    assert speakers(editor) == ["Anna", "Speaker 2", "Anna"]
    editor.transport.speaker.setText("Speaker 2")
    editor.transport.speaker.editingFinished.emit()
    assert speakers(editor) == ["Speaker 2", "Speaker 2", "Anna"]
    editor.edit_session.undo()
    assert speakers(editor) == ["Anna", "Speaker 2", "Anna"]


def test_one_key_mends_a_wrong_turn(editor: EditorPage) -> None:
    give_speakers(editor, "Anna", "Ben", "Anna")
    editor.text.select(1, 0, 0)
    editor.speakers_menu.set_turn(1)
    assert speakers(editor) == ["Anna", "Anna", "Anna"]
    editor.edit_session.undo()
    editor.speakers_menu.set_turn(9)
    assert speakers(editor) == ["Anna", "Ben", "Anna"]


def test_a_correction_made_twice_is_offered_as_a_rule(editor: EditorPage, stored_texts: StoredTexts) -> None:
    asked = QSignalSpy(editor.rule_requested)
    word = TEXTS[0].split()[1]
    said = f"One {word} spoke until the boat came."
    editor.edit_session.apply(lambda segments: edits.rewrite(segments, 1, said), "as heard")
    editor.edit_session.apply(lambda segments: edits.rewrite(segments, 0, TEXTS[0].replace(word, "haven")), "typing")
    assert not editor.banner.text
    editor.edit_session.apply(lambda segments: edits.rewrite(segments, 1, said.replace(word, "haven")), "typing")
    assert "haven" in editor.banner.text
    editor.banner.button.click()
    assert list(asked.at(0)) == [word, "haven"]
    assert stored_texts()[0] == TEXTS[0].replace(word, "haven")


@pytest.mark.slow
def test_voices_are_found_named_remembered_and_forgotten(
    qtbot: QtBot, editor: EditorPage, library_worker: LibraryWorker, stored_texts: StoredTexts, tmp_path: Path
) -> None:
    [clip] = [path for path in paths.sample_clips() if path.stem == "en"]
    source = tmp_path / "voice.wav"
    soundfile.write(source, decode.read(clip), 16_000)
    give_speakers(editor, "Anna", "", "")
    assert editor.entry is not None
    editor.speakers_menu.set_entry(replace(editor.entry, source=source, audio_track=0))
    editor.text.select(0, 0, 0)
    editor.speakers_menu.remember_voice()
    qtbot.waitUntil(lambda: "remembered" in editor.banner.text, timeout=60_000)
    stored_texts()
    assert list(library_worker.library.voices.voices()) == ["Anna"]
    editor.speakers_menu.find_speakers()
    qtbot.waitUntil(lambda: "Listening" not in editor.banner.text, timeout=60_000)
    assert not editor.banner.text
    assert set(speakers(editor)) == {"Anna"}, "the only voice is known"
    editor.speakers_menu.forget_voice("Anna")
    stored_texts()
    assert library_worker.library.voices.voices() == {}
