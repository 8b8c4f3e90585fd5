"""What the README shows works as it is written: its examples are executed, its figures compared, its links followed."""

from __future__ import annotations

import io
import json
import re
import runpy
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import av
import pytest

from app import paths
from app.cli import main
from app.languages import LANGUAGES
from app.models import catalog, placement
from app.models.gpu import Gpu
from app.models.hardware import Capacity

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOT_HERE = ("anneal models install",)
"""Needs the network and 53 GB: its words are checked, its download is tested elsewhere."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def commands() -> Iterator[str]:
    for block in blocks("sh"):
        for line in block.splitlines():
            yield line.partition("  #")[0].strip()


def anneal_commands() -> list[str]:
    found = [line for line in commands() if line.startswith("anneal ") and not line.startswith(NOT_HERE)]
    assert len(found) >= 5
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the examples are in: their files are the English sample, as audio and as a film."""
    [sample, *_] = sorted(paths.sample_clips(), key=lambda path: not path.stem.startswith("en"))
    named = set(re.findall(r"[\w-]+\.(?:mp3|mp4|m4a|wav)\b", "\n".join([*commands(), *blocks("python")])))
    assert {"talk.mp3", "talk.wav", "interview.mp4"} <= named
    for name in (*named, "a.m4a", "b.m4a"):
        converted(sample, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def converted(source: Path, target: Path) -> None:
    codec = {".mp3": "libmp3lame", ".wav": "pcm_s16le"}.get(target.suffix, "aac")
    with av.open(str(source)) as sound, av.open(str(target), "w") as file:
        stream = file.add_stream(codec, rate=16_000)
        for frame in sound.decode(audio=0):
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


def expanded(words: list[str]) -> list[str]:
    """As a shell does it."""
    return [
        name
        for word in words
        for name in ([str(each) for each in sorted(Path().glob(word))] if "*" in word else [word])
    ]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", anneal_commands())
def test_a_command_works(command: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, _, rest = command.partition(" | ")
    assert main.main(expanded(shlex.split(first)[1:])) == main.DONE
    out, said = capfd.readouterr()
    if "-o subtitles" in first:
        assert {path.name for path in Path("subtitles").iterdir()} == {"a.srt", "b.srt"}
    else:
        assert out.strip(), said
    if rest:
        program, *arguments = shlex.split(rest)
        assert (program, arguments) == ("jq", [".segments"])
        assert json.loads(out)["segments"]


def test_the_command_that_installs_a_model_is_understood() -> None:
    [command] = [line for line in commands() if line.startswith(NOT_HERE)]
    choice = main._parser().parse_args(shlex.split(command)[1:])
    assert choice.name in {known.name for known in catalog.CATALOG}


def test_the_scripts_are_there() -> None:
    named = {shlex.split(line)[0] for line in commands() if line.startswith("packaging/")}
    assert named == {"packaging/run", "packaging/test"}
    for name in named:
        assert shutil.which(ROOT / name), name


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("program", blocks("python"))
def test_a_program_works(program: str, folder: Path) -> None:
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(program, "README.md", "exec"), {"__name__": "__main__"})
    assert len(said.getvalue().split()) >= 5


def test_what_the_big_model_needs_is_what_the_app_counts_with() -> None:
    [model] = catalog.CATALOG
    card = Gpu("cuda:0", "a card", 10**12, 10**12, capability=(9, 0), bf16=True, usable=True)
    for option in placement.plan(model.needs, [card], Capacity(10**12, 10**12)).options:
        facts = option.facts
        for name in ("needs", "memory"):
            assert name not in facts or f"{facts[name]} GB" in README, option.reason
    for repository in model.repositories:
        assert f"| `{repository.name}` |" in README
        row = next(line for line in README.splitlines() if repository.name in line)
        assert f"{repository.size_bytes / 1e9:.1f} GB" in row
        assert repository.licence in row
    assert f"{model.size_bytes / 1e9:.1f} GB on the disk" in README


def test_the_figures_are_those_of_the_model_card() -> None:
    script = runpy.run_path(str(ROOT / "packaging" / "figures.py"))
    card = script["CARD"].read_text(encoding="utf-8")
    assert script["with_figures"](README, card) == README, "packaging/figures.py brings it up to date"
    shown = set(re.findall(r"^\| (\w+),", script["figures"](card), re.M))
    assert shown == {language.english for language in LANGUAGES.values()}
    with pytest.raises(ValueError, match="no bold figures"):
        script["figures"](card.replace("**", ""))


def test_formats_are_named() -> None:
    assert all(f"`{name}`" in README for name in main.FORMATS)


PAGES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("app", "packaging", "resources", ".github")
    for path in sorted((ROOT / folder).rglob("*.md"))
]


@pytest.mark.parametrize("page", ["README.md", *PAGES])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_the_map_names_what_exists() -> None:
    """Every file and every name of the code in ``app/README.md`` is there."""
    text = re.sub(r"^```\n.*?^```$", "", (ROOT / "app" / "README.md").read_text(encoding="utf-8"), flags=re.M | re.S)
    named = {name for name in re.findall(r"`(\w[\w./]*)`", text) if "..." not in name}
    assert len(named) > 40
    files = {path.relative_to(ROOT / "app").as_posix() for path in (ROOT / "app").rglob("*")}
    tails = {"/".join(parts[n:]) for parts in (file.split("/") for file in files) for n in range(len(parts))}
    words = set(re.findall(r"\w+", " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "app").rglob("*.py"))))
    missing = {
        name for name in named if name.strip("/") not in tails and not set(re.split(r"[./]", name)) - {""} <= words
    }
    assert not missing
