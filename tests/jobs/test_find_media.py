"""What counts as audio among what was dropped."""

from __future__ import annotations

from pathlib import Path

from app.jobs.find_media import find_media


def gathered(*paths: Path):
    [found] = find_media(paths)
    return found


def test_files_folders_and_the_rest(tmp_path: Path) -> None:
    inside = tmp_path / "Größe 会议"
    (inside / "deep").mkdir(parents=True)
    for name in ("b.MP3", "a.wav", "notes.txt", ".hidden.wav", "deep/c.mkv", "x.unfinished.wav"):
        (inside / name).write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("Dear all")
    (tmp_path / "sound without ending").write_bytes(b"RIFF....WAVE")
    found = gathered(
        inside, tmp_path / "letter.txt", tmp_path / "sound without ending", tmp_path / "empty", tmp_path / "gone.txt"
    )
    names = [path.name for path in found.sources]
    assert names == ["a.wav", "b.MP3", "c.mkv", "sound without ending", "gone.txt"]
    assert found.skipped == ("notes.txt", "letter.txt")
    assert found.empty_folders == ("empty",)


def test_the_same_file_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"x")
    assert gathered(tmp_path, tmp_path / "a.wav").sources == (tmp_path / "a.wav",)
