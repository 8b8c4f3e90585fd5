"""The command line as a whole: its entry points, its usage, and commands that no other file tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __main__ as entry
from app.cli import exit_codes, main
from app.models.hardware import verify_device

ROOT = Path(__file__).parents[2]


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["transcribe", "--help"]])
def test_help_is_no_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(arguments) == exit_codes.DONE
    assert capsys.readouterr().out


def test_wrong_usage() -> None:
    done = run("transcribe", "--steps", "99", "a.wav")
    assert (done.returncode, done.stdout) == (exit_codes.USAGE, "")
    assert "whole number from 1 to 48" in done.stderr


def test_a_file_that_is_missing_is_a_sentence_and_exit_code_1() -> None:
    done = run("no such file.wav")
    assert (done.returncode, done.stdout) == (exit_codes.FAILED, "")
    assert "no such file.wav" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_display_it_shows_the_command_line_way() -> None:
    done = run(environment={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"})
    assert (done.returncode, done.stdout) == (exit_codes.FAILED, "")
    assert "no display" in done.stderr
    assert "packaging/run FILE" in done.stderr


def test_doctor_describes_the_machine_and_tries_its_devices() -> None:
    done = run("doctor")
    assert "torch 2." in done.stdout
    assert f"works in {verify_device('cpu').precision}" in done.stdout
    assert "GiB free" in done.stdout
    assert str(Path.home()) not in done.stdout


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["a.wav", "b.wav"], ["transcribe", "a.wav", "b.wav"]),
        (["--language", "de", "a.wav"], ["transcribe", "--language", "de", "a.wav"]),
        (["models"], ["models"]),
        (["--version"], ["--version"]),
        (["transcribe", "x"], ["transcribe", "x"]),
    ],
)
def test_files_alone_are_transcribed(monkeypatch: pytest.MonkeyPatch, given: list[str], meant: list[str]) -> None:
    heard: list[list[str]] = []
    monkeypatch.setattr(sys, "argv", ["anneal", *given])
    monkeypatch.setattr(main, "main", lambda arguments: heard.append(arguments) or 0)
    assert entry.main() == 0
    assert heard == [meant]
