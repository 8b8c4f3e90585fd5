"""What the window's parts ask for follows the newest settings."""

from __future__ import annotations

from pathlib import Path

from app import paths
from app.current_settings import CurrentSettings
from app.paths import Folders
from app.settings import Settings


def test_answers_follow_the_newest_settings(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path)
    current = CurrentSettings(Settings(), folders)
    assert (current.device(), current.options().steps) == ("auto", Settings().steps)
    assert current.models_folder() == folders.models
    assert current.replay_limit_bytes() == 2**31
    assert current.model_name() == paths.bundled_models()[0].name

    chosen = tmp_path / "chosen"
    current.update(Settings(device="cpu", steps=7, models_folder=str(chosen), replay_limit_mb=1, model="own"))
    assert (current.device(), current.options().steps, current.model_name()) == ("cpu", 7, "own")
    assert current.models_folder() == chosen
    assert current.replay_limit_bytes() == 2**20


def test_unfinished_recordings_of_both_folders_are_recovered(tmp_path: Path) -> None:
    folders, chosen = Folders.under(tmp_path), tmp_path / "chosen"
    for folder in (folders.recordings, chosen):
        folder.mkdir(parents=True)
        (folder / "Talk.unfinished.wav").write_bytes(bytes(44 + 32_000))
    current = CurrentSettings(Settings(recordings_folder=str(chosen)), folders)
    recovered = [recording.path for recording in current.recover_recordings()]
    assert recovered == [folders.recordings / "Talk.wav", chosen / "Talk.wav"]
    assert current.recover_recordings() == []
