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

from app import __version__, paths
from app.bench import startup
from app.cli import exit_codes, main
from app.cli.transcribe import FORMATS
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


@pytest.fixture(scope="module")
def example_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of the examples: each is the English sample, as audio or as a film."""
    folder = tmp_path_factory.mktemp("examples")
    [sample, *_] = sorted(paths.sample_clips(), key=lambda path: not path.stem.startswith("en"))
    named = set(re.findall(r"[\w-]+\.(?:mp3|mp4|m4a|wav)\b", "\n".join([*commands(), *blocks("python")])))
    assert {"talk.mp3", "talk.wav", "interview.mp4"} <= named
    for name in (*named, "a.m4a", "b.m4a"):
        converted(sample, folder / name)
    return folder


@pytest.fixture
def folder(example_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with the files of the examples in it."""
    shutil.copytree(example_files, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


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


def sample_words() -> set[str]:
    """The words that are spoken in the file of the examples."""
    samples = json.loads((paths.resources_folder() / "samples" / "samples.json").read_text(encoding="utf-8"))
    return set(re.findall(r"\w+", samples["en.flac"]["text"].lower()))


def is_the_sample(text: str) -> bool:
    """Whether most of the sample's words were recognized."""
    spoken = sample_words()
    return len(spoken & set(re.findall(r"\w+", text.lower()))) > len(spoken) / 2


def check_subtitles(_out: str, _err: str) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in Path("subtitles").iterdir()}
    assert written.keys() == {"a.srt", "b.srt"}
    for text in written.values():
        assert text.startswith("1\n00:00:0")
        assert is_the_sample(text)


def check_text(out: str, _err: str) -> None:
    assert is_the_sample(out)


def check_watched_steps(out: str, err: str) -> None:
    assert is_the_sample(out)
    assert re.search(r"step \d+/\d+  \d+% accepted", err)


def check_json(out: str, _err: str) -> None:
    segments = json.loads(out)["segments"]
    assert is_the_sample(" ".join(segment["text"] for segment in segments))


def check_models(out: str, _err: str) -> None:
    names = {model.name for model in (*catalog.CATALOG, *catalog.list_installed())}
    assert len(names) >= 2
    assert {line.partition(":")[0] for line in out.splitlines()} == names


def check_model_values(out: str, _err: str) -> None:
    title, *rows = out.splitlines()
    assert title in {model.title for model in catalog.list_installed()}
    assert any(re.match(r"canvas length: \d+", row) for row in rows)


def check_model_check(out: str, _err: str) -> None:
    assert out.startswith("# anneal models check anneal-small\n")
    samples = json.loads((paths.resources_folder() / "samples" / "samples.json").read_text(encoding="utf-8"))
    assert len(samples) == 6
    for name, sample in samples.items():
        assert f"## {name}\n\n- said: {sample['text']}\n- ours: " in out
    assert is_the_sample(out.partition("- ours: ")[2].partition("\n")[0])


def check_doctor(out: str, _err: str) -> None:
    assert out.startswith(f"Anneal {__version__}, Python ")
    for heading in ("Packages", "Machine", "Devices", "Models"):
        assert re.search(rf"^{heading}\b.*\n  \S", out, re.M), heading


def check_startup(out: str, _err: str) -> None:
    for name in startup.START_ARGUMENTS:
        assert re.search(rf"^{re.escape(name)}: [\d.]+ s .*\n  \d+ modules; ", out, re.M), name


CHECKS = {
    "anneal transcribe *.m4a --format srt -o subtitles": check_subtitles,
    "anneal transcribe talk.wav --watch-steps": check_watched_steps,
    "anneal transcribe talk.wav --format json | jq .segments": check_json,
    "anneal transcribe interview.mp4 --language en --steps 8": check_text,
    "anneal models": check_models,
    "anneal models show anneal-small": check_model_values,
    "anneal models check anneal-small": check_model_check,
    "anneal doctor": check_doctor,
    "anneal bench startup --rounds 1": check_startup,
}
"""What must have come of each command; the README may show no other."""


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("command", anneal_commands())
@pytest.mark.usefixtures("folder")
def test_a_command_works(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    check = CHECKS[command]
    first, _, _ = command.partition(" | ")
    assert main.main(expanded(shlex.split(first)[1:])) == exit_codes.DONE
    check(*capfd.readouterr())


def test_the_command_that_installs_a_model_is_understood() -> None:
    [command] = [line for line in commands() if line.startswith(NOT_HERE)]
    choice = main.make_parser().parse_args(shlex.split(command)[1:])
    assert choice.name in {known.name for known in catalog.CATALOG}


def test_the_scripts_are_there() -> None:
    named = {shlex.split(line)[0] for line in commands() if line.startswith("packaging/")}
    assert named == {"packaging/run", "packaging/test"}
    for name in named:
        assert shutil.which(ROOT / name), name


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("program", blocks("python"))
@pytest.mark.usefixtures("folder")
def test_a_program_works(program: str) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(program, "README.md", "exec"), {"__name__": "__main__"})
    if "CanvasStep" in program:
        steps = [line.split() for line in printed.getvalue().splitlines()]
        assert [int(step) for step, _ in steps] == list(range(1, len(steps) + 1))
        assert 0 <= float(steps[0][1]) <= float(steps[-1][1]) <= 1
    else:
        assert is_the_sample(printed.getvalue())


def test_what_the_big_model_needs_is_what_the_app_counts_with() -> None:
    """Each way to load it has a row of a table with its figures; so has each of its repositories."""
    model = catalog.INTERFAZE_SMALL
    gpu = Gpu("cuda:0", "a card", 10**12, 10**12, capability=(9, 0), bf16=True, usable=True)
    needs = [
        {f"{option.facts[name]} GB" for name in ("needs", "memory") if name in option.facts}
        for option in placement.plan(model.needs, [gpu], Capacity(10**12, 10**12)).options
    ]
    assert len(needs) == 4
    assert all(needs)
    rows = [line for line in README.splitlines() if line.startswith("|")]
    for figures in needs:
        assert any(figures == set(re.findall(r"[\d.]+ GB", row.split("|")[2])) for row in rows), figures
    assert len(model.repositories) == 3
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
    assert all(f"`{name}`" in README for name in FORMATS)


def pages() -> list[str]:
    """All pages of the repository, relative to its root."""
    folders = ("app", "packaging", "resources", ".github")
    found = [*ROOT.glob("*.md"), *(path for folder in folders for path in (ROOT / folder).rglob("*.md"))]
    names = sorted(path.relative_to(ROOT).as_posix() for path in found)
    assert {"README.md", "packaging/README.md", "packaging/bundled_model/README.md", "resources/LICENCES.md"} <= set(
        names
    )
    return names


def anchors(text: str) -> set[str]:
    """The ``#...`` that headings can be linked by, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+?) *$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)", text):
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent.joinpath(path) if path else ROOT / page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


def test_a_heading_is_linked_by_its_words() -> None:
    text = "# One\n## Two, with `code`\n```\n# no heading\n```\n"
    assert anchors(text) == {"one", "two-with-code"}


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
