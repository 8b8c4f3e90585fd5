"""``anneal archive`` and ``anneal library``, the real program on a tiny model."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.archive.archive import ArchiveRun
from app.archive.manifest import read_manifest
from app.cli import exit_codes, main
from app.library.entry import EntryQuery
from app.library.store import TranscriptStore
from app.paths import Folders
from tests.archive.conftest import model_folder, outputs, talks, write_talk  # noqa: F401  fixtures

ROOT = Path(__file__).parents[2]


def command(folder: Path, into: Path, model: Path, *more: str) -> list[str]:
    return [
        "archive",
        str(folder),
        "--into",
        str(into),
        "--model",
        str(model),
        "--device",
        "cpu",
        "--steps",
        "3",
        *more,
    ]


def test_a_folder_becomes_texts_and_entries(
    talks: Path,  # noqa: F811
    model_folder: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    into = talks / "out"
    assert main.main(command(talks, into, model_folder, "--dry-run")) == exit_codes.DONE
    assert "5 files, 10 s: 0 done" in capsys.readouterr().err
    assert not into.exists()
    (talks / "bad.mp3").write_bytes(b"no sound")
    assert main.main(command(talks, into, model_folder, "--format", "srt", "txt")) == exit_codes.FAILED
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("bad.mp3") == 1 + told.err.count("“bad.mp3”")
    assert "5 files written, 1 failed" in told.err
    assert len(outputs(into)) == 15
    (talks / "bad.mp3").unlink()
    assert main.main(command(talks, into, model_folder, "--format", "srt", "txt")) == exit_codes.DONE
    assert "5 done" in capsys.readouterr().err
    library = Folders.under(tmp_path / "home")
    monkeypatch.setattr(Folders, "of_user", lambda: library)
    for added in (5, 0):
        assert main.main(["library", "add", str(into / "manifest.jsonl")]) == exit_codes.DONE
        assert f"{added} added to the library, {5 - added} there already" in capsys.readouterr().err
    store = TranscriptStore(library.library)
    assert len(store.find(EntryQuery())) == 5
    store.close()


def test_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Folders, "of_user", lambda: Folders.under(tmp_path / "home"))
    assert main.main(["archive", str(tmp_path)]) == exit_codes.USAGE
    assert main.main(["archive", str(tmp_path), "--into", str(tmp_path), "--cpus", "0"]) == exit_codes.USAGE
    assert main.main(["archive", str(tmp_path), "--into", "s3://bucket/out"]) == exit_codes.USAGE
    assert main.main(["archive", str(tmp_path / "none"), "--into", str(tmp_path)]) == exit_codes.FAILED
    assert "is no folder" in capsys.readouterr().err
    arguments = ["archive", str(tmp_path), "--into", str(tmp_path), "--engine", "whisper-small"]
    assert main.main(arguments) == exit_codes.FAILED
    assert "anneal models install whisper-small" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_keeps_what_is_done(
    tmp_path: Path,
    model_folder: Path,  # noqa: F811
    number: signal.Signals,
) -> None:
    for seed in range(40):
        write_talk(tmp_path / "talks" / f"{seed:02}.wav", seed, 4.0)
    into = tmp_path / "out"
    arguments = command(tmp_path / "talks", into, model_folder, "--steps", "48")
    running = subprocess.Popen([sys.executable, "-m", "app", *arguments], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    while not list(into.glob("*.txt")) and time.monotonic() < deadline and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(number)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 128 + number, told
    done = list(read_manifest(into / "manifest.jsonl"))
    assert 0 < len(done) < 40
    assert "goes on with what is left" in told
    assert sorted(outputs(into)) == sorted(output for entry in done for output in entry.outputs)


def test_a_full_disk_keeps_what_is_done(
    talks: Path,  # noqa: F811
    model_folder: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def write(self: Path, body: bytes) -> int:
        if self.parent.name == "more":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(self, body)

    def write_report(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_bytes = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", write)
    monkeypatch.setattr(ArchiveRun, "_write_report", write_report)
    into = tmp_path / "out"
    assert main.main(command(talks, into, model_folder)) == exit_codes.FAILED
    told = capsys.readouterr().err
    assert "No space left on device. Make room" in told
    assert "2 files written" in told
    monkeypatch.undo()
    assert main.main(command(talks, into, model_folder)) == exit_codes.DONE
    assert "2 done" in capsys.readouterr().err
    assert len(list(read_manifest(into / "manifest.jsonl"))) == 5
