"""A tiny model and a folder of speech-like noise, for archives that run in seconds."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile

from app.archive.settings import ArchiveSettings, digest_model
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import babble

RATE_HZ = 16_000


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("model") / "model", tiny.model(segment_s=6.0))


@pytest.fixture(scope="session")
def settings(model_folder: Path) -> ArchiveSettings:
    options = TranscribeOptions(steps=3, observe=False, batch=8)
    return ArchiveSettings(options, model_folder, "cpu", digest_model(model_folder))


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Five short files in two folders, two of them with equal stems, and a file that is no media."""
    folder = tmp_path / "talks"
    names = ("a.wav", "a.flac", "more/b.wav", "more/c.wav", "more/naïve 声.wav")
    for seed, name in enumerate(names):
        write_talk(folder / name, seed)
    (folder / "notes.txt").write_text("not sound")
    return folder


def write_talk(path: Path, seed: int, seconds: float = 2.0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, babble(seconds, seed), RATE_HZ)


def outputs(folder: Path) -> dict[str, bytes]:
    """The outputs below a folder by name, without what an archive tells of itself."""
    own = {"manifest.jsonl", "groups.jsonl", "report.txt"}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in own
    }
