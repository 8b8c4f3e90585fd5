"""Standard output holds results alone, whatever else is printed and whoever reads it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import exit_codes

ROOT = Path(__file__).parents[2]


def redirected(redirection: str) -> subprocess.CompletedProcess[str]:
    """The program with a scripted engine, its output redirected by a shell."""
    program = (
        "import sys\n"
        "from app.cli.main import main\n"
        "from tests.ui.scripted_engine import ScriptedEngine\n"
        "sys.exit(main(['transcribe', *['a.wav'] * 3], engine_factory=lambda *_: ScriptedEngine()))\n"
    )
    return subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {redirection}', sys.executable, program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_results_stay_apart_even_from_libraries_written_in_c() -> None:
    program = (
        "import os, sys\n"
        "from app.cli.streams import clean_stdout\n"
        "with clean_stdout() as results:\n"
        "    os.write(1, b'from C\\n'); print('from Python'); results.write('हिन्दी\\n')\n"
        "print('afterwards')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=True,
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "latin-1"},
    )
    assert done.stdout.decode() == "हिन्दी\nafterwards\n"
    assert done.stderr.decode() == "from C\nfrom Python\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_is_full_is_a_sentence() -> None:
    done = redirected("> /dev/full")
    assert done.returncode == exit_codes.FAILED
    assert "The text could not be written to standard output. No space left on device." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_who_leaves_early_is_no_traceback() -> None:
    done = redirected("| true; exit ${PIPESTATUS[0]}")
    assert done.returncode == exit_codes.FAILED
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
