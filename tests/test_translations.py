"""The shipped translations: complete, up to date, and in agreement with their sources."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "fr", "es", "hi", "zh")
PLACEHOLDER = re.compile(r"%n|%\d|\{\w*\}|`[^`]*`|\(\*\)|;;")
NAMES = (*(f"anneal_{code}" for code in LANGUAGES), "qtbase_hi")
LATIN_NAMES = ("Whisper", "Markdown")
REMEDY = "run packaging/translate, translate what is new in resources/translations/*.ts, and run it again"


def messages(path: Path) -> Iterator[tuple[str, str, list[str], str]]:
    """Yield (context, source, forms of the translation, its state) of a file of translations, which must have some."""
    contexts = list(ElementTree.parse(path).iter("context"))
    assert contexts
    for context in contexts:
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield str(context.findtext("name")), str(message.findtext("source")), forms, translation.get("type", "")


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations that packaging/translate makes from the present source code."""
    if sys.platform == "win32" or not (ROOT / ".venv" / "bin" / "pyside6-lupdate").is_file():
        pytest.skip("packaging/translate needs the environment of this checkout, and bash")
    folder = tmp_path_factory.mktemp("translations")
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, folder)
    done = subprocess.run(
        [ROOT / "packaging" / "translate", folder], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_app_is_there(regenerated: Path, code: str) -> None:
    old = {(context, source) for context, source, _, _ in messages(FOLDER / f"anneal_{code}.ts")}
    new = {(context, source) for context, source, _, _ in messages(regenerated / f"anneal_{code}.ts")}
    assert new - old == set(), REMEDY
    assert old - new == set(), REMEDY


@pytest.mark.parametrize("name", NAMES)
def test_compiled_files_are_up_to_date(regenerated: Path, name: str) -> None:
    assert (regenerated / f"{name}.qm").read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), REMEDY


def test_every_file_is_one_of_a_known_language() -> None:
    assert {path.stem for path in FOLDER.glob("*.ts")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_translated(name: str) -> None:
    unfinished = [source for _, source, forms, state in messages(FOLDER / f"{name}.ts") if state or not all(forms)]
    assert unfinished == []


@pytest.mark.parametrize("name", NAMES)
def test_placeholders_agree(name: str) -> None:
    """Names in braces, counts, commands, file filters: each exactly as often as in the source."""
    wrong = [
        (source, form)
        for _, source, forms, _ in messages(FOLDER / f"{name}.ts")
        for form in forms
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
    ]
    assert wrong == []


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_lines_dots_and_keys_agree(code: str) -> None:
    wrong = [
        (source, form)
        for _, source, forms, _ in messages(FOLDER / f"anneal_{code}.ts")
        for form in forms
        if source.count("\n") != form.count("\n")
        or source.endswith("…") != form.endswith("…")
        or source.endswith((".", "?", "!")) != form.endswith((".", "?", "!", "。", "？", "！", "।"))
        or form != form.strip()
    ]
    wrong = [each for each in wrong if not (each[0].endswith(" …") and each[1].endswith("…"))]
    assert wrong == []


@pytest.mark.parametrize(("code", "script"), [("hi", r"[\u0900-\u097f]"), ("zh", r"[\u4e00-\u9fff]")])
def test_each_language_is_in_its_script(code: str, script: str) -> None:
    """But for names, units and what is nothing but placeholders."""
    latin = [
        form
        for _, source, forms, _ in messages(FOLDER / f"anneal_{code}.ts")
        for form in forms
        if re.search(r"[a-z]{4}", PLACEHOLDER.sub("", source)) and not re.search(script, form)
    ]
    assert [form for form in latin if form not in LATIN_NAMES and not form.startswith("adapter.json")] == []


def test_french_has_its_spaces() -> None:
    texts = [form for _, _, forms, _ in messages(FOLDER / "anneal_fr.ts") for form in forms]
    assert [text for text in texts if re.search(r" [:;?!»]| %(?!n)|« |\w[?!]( |$)", text)] == []
