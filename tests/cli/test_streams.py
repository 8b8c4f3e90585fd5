"""Standard output holds results alone, whatever else is printed and whoever reads it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.cli import exit_codes
from app.cli.streams import printable

ROOT = Path(__file__).parents[2]


SAID = "In the evening we could hear the ropes.\nAnd then the tide came in.\n"
FILES = ("a.wav", "b.wav", "c.wav")
needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="Windows has no /dev/full")


def program(arguments: Sequence[str], before: str = "") -> list[str]:
    """The program with a scripted engine; ``before`` is run in front, with the engine as ``engine``."""
    return [
        sys.executable,
        "-c",
        "import sys\n"
        "from app.cli.main import main\n"
        "from tests.ui.scripted_engine import ScriptedEngine\n"
        "engine = ScriptedEngine()\n"
        f"{before}\n"
        f"sys.exit(main({list(arguments)!r}, engine_factory=lambda *_: engine))\n",
    ]


def redirected(
    redirection: str, folder: Path, arguments: Sequence[str] = ("transcribe", *FILES), before: str = ""
) -> subprocess.CompletedProcess[str]:
    """The program, its streams redirected by a shell, with its data folder and its temporary folder below ``folder``."""
    (folder / "tmp").mkdir(exist_ok=True)
    return subprocess.run(
        ["bash", "-c", f'"$0" "$@" {redirection}', *program(arguments, before)],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(folder / "data"), "TMPDIR": str(folder / "tmp")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def rescued(folder: Path) -> dict[str, str]:
    """The texts in the data folder by name."""
    return {path.name: path.read_text() for path in sorted(folder.glob("data/anneal/rescued/*"))}


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


@needs_dev_full
def test_a_disk_that_is_full_is_a_sentence_and_no_text_is_lost(tmp_path: Path) -> None:
    done = redirected("> /dev/full", tmp_path)
    assert done.returncode == exit_codes.FAILED
    assert "a.wav: The text could not be written to standard output. No space left on device." in done.stderr
    assert f"c.wav: It is kept in {tmp_path}/data/anneal/rescued/c.txt instead." in done.stderr
    assert "Traceback" not in done.stderr
    assert rescued(tmp_path) == dict.fromkeys(("a.txt", "b.txt", "c.txt"), SAID)


@pytest.mark.parametrize("redirection", ["| true; exit ${PIPESTATUS[0]}", ">&-", "<&- >&-"])
def test_a_reader_who_leaves_early_or_never_came_stops_no_file(redirection: str, tmp_path: Path) -> None:
    done = redirected(redirection, tmp_path)
    assert done.returncode == exit_codes.FAILED
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert rescued(tmp_path)["c.txt"] == SAID


@pytest.mark.parametrize(
    "redirection",
    ["2>&-", "<&- 2>&-", "2> >(true)", pytest.param("2> /dev/full", marks=needs_dev_full)],
)
def test_without_standard_error_the_text_comes_nevertheless(redirection: str, tmp_path: Path) -> None:
    done = redirected(redirection, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (exit_codes.DONE, SAID * 3, "")


@pytest.mark.parametrize("redirection", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_without_any_stream_the_files_are_written(redirection: str, tmp_path: Path) -> None:
    done = redirected(redirection, tmp_path, ("transcribe", *FILES, "-o", str(tmp_path / "out")))
    assert (done.returncode, done.stdout) == (exit_codes.DONE, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt", "b.txt", "c.txt"]
    assert "Traceback" not in done.stderr


@needs_dev_full
@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
@pytest.mark.parametrize("arguments", [["models", "list"], ["export"]])
def test_every_command_says_that_its_output_is_not_taken(
    redirection: str, arguments: list[str], tmp_path: Path
) -> None:
    before = (
        "from pathlib import Path; from app.paths import Folders; from app.library.store import TranscriptStore\n"
        "from tests.library.export.spoken import segment, transcript\n"
        "store = TranscriptStore(Folders.of_user().library); store.add_transcript(transcript(segment('Hi.')), 'Harbour')\n"
        "store.close()"
    )
    done = redirected(redirection, tmp_path, arguments, before)
    assert done.returncode == exit_codes.FAILED
    assert done.stderr.startswith("The text could not be written to standard output. ")
    assert done.stderr.count("\n") == 1
    done = redirected("| true; exit ${PIPESTATUS[0]}", tmp_path, arguments)
    assert "Traceback" not in done.stderr


def test_a_folder_that_breaks_meanwhile_loses_no_text(tmp_path: Path) -> None:
    """Its texts go to the data folder, where that takes none to the temporary one, and else to standard output."""
    out, data = tmp_path / "out", tmp_path / "data"
    arguments = ("transcribe", "a.wav", "-o", str(out))
    before = f"import shutil; engine.set_upcoming = lambda _: shutil.rmtree({str(out)!r})"
    done = redirected("", tmp_path, arguments, before)
    assert (done.returncode, done.stdout) == (exit_codes.FAILED, "")
    assert f"a.wav: The text could not be written to {out}. No such file or directory." in done.stderr
    assert rescued(tmp_path) == {"a.txt": SAID}
    data.rename(tmp_path / "elsewhere")
    data.write_text("no folder")
    done = redirected("", tmp_path, arguments, before)
    (kept,) = (tmp_path / "tmp").glob("*/a.txt")
    assert kept.read_text() == SAID
    before += f"; shutil.rmtree({str(tmp_path / 'tmp')!r}); import tempfile; tempfile.tempdir = {str(data)!r}"
    done = redirected("", tmp_path, arguments, before)
    assert (done.returncode, done.stdout) == (exit_codes.FAILED, SAID)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("name", "times", "code"), [("SIGINT", 1, 130), ("SIGTERM", 1, 143), ("SIGHUP", 3, 129)])
def test_a_signal_that_ends_the_program_keeps_what_is_done(name: str, times: int, code: int, tmp_path: Path) -> None:
    before = "engine.step_s = 0.2"
    process = subprocess.Popen(
        program(("transcribe", "a.wav", "b.wav", "-o", str(tmp_path)), before),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = ""
    while "1/2 segments" not in said:
        said += process.stderr.readline() or pytest.fail(said)
    for _ in range(times):
        process.send_signal(getattr(signal, name))
    rest = process.communicate(timeout=60)[1]
    assert process.returncode == code
    assert "1 of 2 segments" in rest
    assert "Traceback" not in rest
    assert [path.name for path in tmp_path.iterdir()] == ["a.partial.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_signal_waits_for_a_text_that_is_being_written_and_nohup_holds(tmp_path: Path) -> None:
    before = (
        "import signal; from app.library.export import unique_files\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "class Slow(unique_files.ExportFolder):\n"
        "    def write(self, *what):\n"
        "        signal.raise_signal(signal.SIGHUP); signal.raise_signal(signal.SIGTERM)\n"
        "        return super().write(*what)\n"
        "unique_files.ExportFolder = Slow"
    )
    done = redirected("", tmp_path, ("transcribe", "a.wav", "b.wav", "-o", str(tmp_path / "out")), before)
    assert done.returncode == 143
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_standard_input_and_pipes_are_read(tmp_path: Path) -> None:
    """What the engine is given are whole files, gone at the end; the transcript names them as the user did."""
    before = (
        "honest = engine.transcribe\n"
        "def transcribe(source, options):\n"
        "    print('given', source.name, source.read_bytes(), file=sys.stderr)\n"
        "    yield from honest(source, options)\n"
        "engine.transcribe = transcribe"
    )
    out = tmp_path / "out"
    arguments = ("transcribe", "-", "-", str(fifo := tmp_path / "pipe.wav"), "--format", "json", "-o", str(out))
    os.mkfifo(fifo)
    done = redirected(f"< <(printf sound) 3> >(printf more > {fifo})", tmp_path, arguments, before)
    assert done.returncode == exit_codes.DONE, done.stderr
    assert done.stderr.count("given stdin b'sound'") == 2
    assert "given pipe.wav b'more'" in done.stderr
    assert [json.loads(path.read_text())["source"] for path in sorted(out.iterdir())] == [str(fifo), "stdin", "stdin"]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_tracks_of_standard_input(tmp_path: Path) -> None:
    sample = ROOT / "resources" / "samples" / "en.flac"
    done = redirected(f"< {sample}", tmp_path, ("transcribe", "-", "missing.wav", "--track", "list"))
    assert (done.returncode, done.stdout) == (exit_codes.FAILED, "stdin:\n  Track 1 (pcm 16, mono)\n")


def test_names_are_harmless_on_a_terminal(tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\u202egpj.\x9b31m\nfalse line\udcff.wav"
    shown = r"\x1b]0;owned\x07\u202egpj.\x9b31m\nfalse line\udcff"
    assert printable(evil) == f"{shown}.wav"
    assert printable("naïve 好 नि 👩‍🚀 می‌خواهم") == "naïve 好 नि 👩‍🚀 می‌خواهم"
    before = f"evil = {evil!r}; from app.errors import AudioError; engine.by_name[evil] = AudioError(evil)"
    arguments = ("transcribe", evil, "a.wav")
    done = redirected("", tmp_path, arguments, before)
    assert done.stdout == SAID
    assert not set("\x1b\x07\u202e\x9b") & set(done.stderr)
    assert f"{shown}.wav: loading" in done.stderr
    done = redirected("", tmp_path, (*arguments[:2], "-o", str(tmp_path / "out")), "")
    assert f"written to {tmp_path}/out/{shown}.txt" in done.stderr
