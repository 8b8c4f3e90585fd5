"""``anneal export`` from end to end: entries are found, texts come out, and films of how they annealed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import av
import pytest

from app.cli import exit_codes, main
from app.library.library import Library
from app.library.replay_store import CanvasRun
from app.paths import Folders
from app.speech.events import SegmentStarted
from app.transcript.model import Segment, Transcript
from tests.ui.canvas import scripted

ROOT = Path(__file__).parents[2]
VOCABULARY = scripted.vocabulary()
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the person's folders are chosen by XDG variables"),
    pytest.mark.usefixtures("qapp"),  # the command would make an application without widgets, which other tests need
]


@pytest.fixture
def uids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two entries of two segments; of the first it is kept how it annealed."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    library = Library(Folders.of_user().library)
    made = []
    for number, words in enumerate(("the harbour was quiet", "the mast stood")):
        segments = tuple(Segment(n, 2.0 * n, 2.0 * n + 1.9, f"{words} {n}", ()) for n in range(2))
        made.append(
            library.store.add_transcript(Transcript("/x.wav", "en", 4.0, "m", "cpu", 4, 0, segments), f"Talk {number}")
        )
    for n in range(2):
        steps = scripted.annealing_steps(
            VOCABULARY, scripted.sentence_ids(VOCABULARY), canvas=64, steps=3 + n, segment=n
        )
        library.replays.save(made[0], n, [CanvasRun(SegmentStarted(n, 0.0, 1.9, 64), tuple(steps))], VOCABULARY)
    library.close()
    return made


def anneal(*arguments: str | Path) -> subprocess.CompletedProcess:
    """In a process of its own, without any display."""
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    hidden.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "app", "export", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=hidden, capture_output=True, text=True, timeout=300, check=False)


def test_all_entries_are_listed(uids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["export"]) == exit_codes.DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == uids[::-1]
    assert lines[0].endswith("Talk 1")


def test_an_empty_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main.main(["export"]) == exit_codes.DONE
    assert capsys.readouterr().err == "Your library is empty: what the window transcribes is kept there.\n"


def test_an_entry_is_found_by_its_number_its_title_and_its_words(
    uids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for asked in (uids[0], "Talk 0", "harbour"):
        assert main.main(["export", asked, "--format", "srt"]) == exit_codes.DONE
        assert "the harbour was quiet 0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("the", "2 transcripts are called the or have these words."),
        ("zebra", "Nothing in your library is called zebra or has these words."),
    ],
)
def test_what_is_not_one_entry_is_a_sentence(
    uids: list[str], asked: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["export", asked]) == exit_codes.FAILED
    assert said in capsys.readouterr().err


def test_a_text_goes_to_a_folder_and_over_nothing(uids: list[str], tmp_path: Path) -> None:
    for times in ([], ["--times"]):
        assert main.main(["export", "Talk 0", "-o", str(tmp_path / "out"), *times]) == exit_codes.DONE
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["Talk 0-2.txt", "Talk 0.txt"]


def test_how_it_annealed_becomes_a_film_and_a_page(uids: list[str], tmp_path: Path) -> None:
    film, page = tmp_path / "talk.gif", tmp_path / "talk.html"
    done = anneal("Talk 0", "--annealing", film, "--size", "320x180", "--speed", "4")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Written to {film}\n")
    with av.open(str(film)) as container:
        assert (container.streams.video[0].width, container.streams.video[0].height) == (320, 180)
        assert len(list(container.decode(video=0))) > 10
    assert anneal("Talk 0", "--annealing", page, "--segment", "2").returncode == 0
    assert page.read_text(encoding="utf-8").count('"looks"') == 1
    again = anneal("Talk 0", "--annealing", film)
    assert again.returncode == exit_codes.USAGE
    assert "is there already" in again.stderr
    assert not list(tmp_path.glob("*.part"))


def test_an_annealing_that_is_not_kept_is_a_sentence(uids: list[str], tmp_path: Path) -> None:
    done = anneal("Talk 1", "--annealing", tmp_path / "talk.mp4")
    assert done.returncode == exit_codes.FAILED
    assert "How Talk 1 annealed is not kept." in done.stderr


@pytest.mark.parametrize(
    "wrong", [["--annealing", "x.avi"], ["--annealing", "x.gif", "--size", "321x180"], ["--format", "docx"]]
)
def test_what_contradicts_itself_is_wrong_usage(uids: list[str], wrong: list[str]) -> None:
    assert main.main(["export", "Talk 0", *wrong]) == exit_codes.USAGE
