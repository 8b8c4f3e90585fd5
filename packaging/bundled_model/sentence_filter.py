"""Sentences for the corpus: cleaned, filtered, split into training and held-out ones by a hash of the words."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

ATTRIBUTION = re.compile(r"^\s*(?:--+|\*+|\(\w+\)|\d+[.)]|\d+ \(\w+\):)\s*")
ALLOWED = re.compile(r"[A-Za-z',.?!;:\- ]+")
SPOKEN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
CRUDE = frozenset(
    "fuck fucking fucked shit bullshit bitch whore slut dick cock penis vagina tits boobs pussy rape raped sex sexual sexy "
    "fart piss ass asshole bastard bigamy orgasm condom porn breasts naked nude suicide nazi retarded virgin "
    "erection hooker prostitute damn goddamn crap screw screwed hell kill killed murder drunk heroin cocaine".split()
)
HELD_OUT_PERCENT = 2
LANGUAGES = ("en", "de", "fr", "es", "hi", "zh")
ACCENTS = {"de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíóúüñ"}
#: words of one letter a language really has
SINGLE = {"de": "", "fr": "aày", "es": "aeouy"}
LONGEST_WORD = {"de": 20, "fr": 16, "es": 16, "hi": 16}
#: words that only untranslated English has
ENGLISH = frozenset("the and of with this that you from your are for is not have will which be it to by".split())
CRUDE_ELSEWHERE = {
    "de": "scheiße scheiss arsch arschloch fotze ficken fick hure nutte schwanz titten sex sexuell nazi nazis hitler "
    "vergewaltigung selbstmord kokain heroin porno nackt penis vagina pimmel",
    "fr": "merde putain con connard connasse salope pute bite couille couilles cul foutre baiser enculé sexe sexuel nazi "
    "nazis viol violer suicide cocaïne héroïne porno nu nue pénis vagin chier",
    "es": "mierda puta puto coño cabrón joder follar polla culo teta tetas sexo sexual nazi nazis violación suicidio "
    "cocaína heroína porno desnuda desnudo pene vagina pendejo maricón verga",
    "hi": "चूतिया गांडू गांड लंड भोसड़ी मादरचोद बहनचोद रंडी हरामी हरामज़ादा कमीना साला बलात्कार आत्महत्या सेक्स संभोग अश्लील",
    "zh": "操你 他妈 妈的 傻逼 傻屄 婊子 妓女 性交 性爱 做爱 强奸 自杀 阴茎 阴道 乳房 屁眼 狗屎 裸体 色情 毒品 纳粹 混蛋",
}
DEVANAGARI = re.compile(r"[\u0900-\u0963\u0971-\u097f]+")  # without danda and digits
HAN = re.compile(r"[\u4e00-\u9fff]")
#: marks of the modern language; a line without any is taken for classical writing
MODERN = re.compile("[的了是们这那吗吧呢啊么没很您你她它把被请]")
CLASSICAL_SHARE = 0.35
COMMON_HAN = 2600
#: a clause cut out of a longer sentence has at least so many words (characters in Mandarin), else it is a scrap
SHORTEST_CLAUSE = 4
WORDS = {"en": (2, 20), "de": (2, 20), "fr": (2, 20), "es": (2, 20), "hi": (2, 18), "zh": (4, 40)}


def _spoken(language: str) -> re.Pattern[str]:
    if language == "en":
        return SPOKEN
    if language == "hi":
        return DEVANAGARI
    if language == "zh":
        return HAN
    letters = f"[A-Za-z{ACCENTS[language]}{ACCENTS[language].upper().replace('SS', '')}]+"
    return re.compile(f"{letters}(?:['-]{letters})*")


_SPOKEN = {language: _spoken(language) for language in LANGUAGES}


def clean(raw: str, language: str = "en") -> str | None:
    """One speakable sentence in the language's ordinary writing, or None where the source line is not one."""
    match language:
        case "en":
            return _clean_english(raw)
        case "hi":
            return _clean_hindi(raw)
        case "zh":
            return _clean_chinese(raw)
        case _:
            return _clean_latin(raw, language)


def _clean_english(raw: str) -> str | None:
    """One speakable English sentence in ordinary writing, or None where the source line is not one."""
    text = (
        ATTRIBUTION.sub("", raw).replace("’", "'").replace("‘", "'").replace('"', "").replace("“", "").replace("”", "")
    )
    text = re.sub(r"\s+", " ", text.replace(" -- ", ", ").replace("...", ".").replace(" - ", ", ")).strip(" ,;:-")
    if not ALLOWED.fullmatch(text):
        return None
    text = text.replace(";", ",").replace(":", ",")
    text = re.sub(r"\s+([,.?!])", r"\1", text)
    text = re.sub(r"([,.?!])[,.?!]+", r"\1", text)
    words = SPOKEN.findall(text)
    if not 2 <= len(words) <= 20 or any(len(word) > 14 for word in words):
        return None
    if any(word.lower() in CRUDE for word in words):
        return None
    if any(
        len(word) > 1 and (word.isupper() or not (word[1:].islower() or "'" in word or "-" in word)) for word in words
    ):
        return None  # acronyms and CamelCase: every engine says them its own way
    if sum(len(word) == 1 and word not in "aAI" for word in words) or not re.search(r"[aeiouy]", text):
        return None
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!" else text + "."


def _clean_latin(raw: str, language: str) -> str | None:
    text = re.sub('["“”„«»‹›]', "", ATTRIBUTION.sub("", raw)).replace("’", "'").replace("‘", "'")
    text = re.sub(" [-–—]+ ", ", ", text.replace("…", ".").replace("...", "."))
    text = re.sub(r"\s+", " ", text.replace(";", ",").replace(":", ",")).strip(" ,-")
    text = re.sub(r"\s+([,.?!])", r"\1", text)
    text = re.sub(r"([,.?!])[,.?!]+", r"\1", text)
    words = _SPOKEN[language].findall(text)
    marks = " ,.?!¿¡" if language == "es" else " ,.?!"
    if _SPOKEN[language].sub("", text).strip(marks) or any(c not in marks for c in _SPOKEN[language].sub("", text)):
        return None
    fewest, most = WORDS[language]
    if not fewest <= len(words) <= most or any(len(word) > LONGEST_WORD[language] for word in words):
        return None
    lower = {word.lower() for word in words}
    if lower & frozenset(CRUDE_ELSEWHERE[language].split()) or lower & CRUDE or lower & ENGLISH:
        return None
    for word in words:
        if len(word) == 1 and word.lower() not in SINGLE[language]:
            return None
        if any(len(part) > 1 and not part[1:].islower() for part in re.split("['-]", word)):
            return None  # acronyms and CamelCase
    text = re.sub(r"^([¿¡]?)(.)", lambda m: m[1] + m[2].upper(), text)
    if language == "es" and (("?" in text) != ("¿" in text) or ("!" in text) != ("¡" in text)):
        return None
    return text if text[-1] in ".?!" else text + "."


def _clean_hindi(raw: str) -> str | None:
    text = re.sub("[\"'“”‘’\u200b-\u200d]", "", ATTRIBUTION.sub("", raw)).replace("॥", "।").replace("|", "।")
    text = re.sub(" [-–—]+ ", ", ", text.replace("…", "।").replace(".", "।").replace("-", " "))
    text = re.sub(r"\s+", " ", text.replace(";", ",").replace(":", ",")).strip(" ,")
    text = re.sub(r"\s+([,।?!])", r"\1", text)
    text = re.sub(r"([,।?!])[,।?!]+", r"\1", text)
    words = DEVANAGARI.findall(text)
    if any(c not in " ,।?!" for c in DEVANAGARI.sub("", text)):
        return None
    fewest, most = WORDS["hi"]
    if not fewest <= len(words) <= most or any(len(word) > LONGEST_WORD["hi"] for word in words):
        return None
    if set(words) & frozenset(CRUDE_ELSEWHERE["hi"].split()):
        return None
    return text if text[-1] in "।?!" else text + "।"


def _clean_chinese(raw: str) -> str | None:
    text = re.sub("[\"'“”‘’「」『』《》〈〉\\s]", "", raw)
    for old, new in zip(",.?!;；:：、…", "，。？！，，，，，。", strict=True):
        text = text.replace(old, new)
    text = re.sub("([，。？！])[，。？！]+", r"\1", text).strip("，")
    if not re.fullmatch(r"[\u4e00-\u9fff，。？！]+", text) or text[0] in "。？！":
        return None
    characters = HAN.findall(text)
    fewest, most = WORDS["zh"]
    if not fewest <= len(characters) <= most or not all(_everyday_simplified(c) for c in characters):
        return None
    if any(word in text for word in CRUDE_ELSEWHERE["zh"].split()):
        return None
    return text if text[-1] in "。？！" else text + "。"


def _everyday_simplified(character: str) -> bool:
    """True for the 3,755 characters of GB 2312 level 1: simplified and in use, so neither traditional nor rare ones."""
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def clauses(raw: str, language: str) -> list[str]:
    """Source lines cut into sentences, those too long to speak at once also at commas; English stays whole."""
    if language == "en":
        return [raw]
    ends = {"hi": r"(?<=[।?!.])\s+|(?<=[।?!])", "zh": "(?<=[。？！])"}.get(language, r"(?<=[.?!])\s+(?=[^a-z])")
    found = []
    for sentence in re.split(ends, raw):
        if len(_SPOKEN[language].findall(sentence)) > WORDS[language][1] * (0.6 if language == "zh" else 0.9):
            cut = re.split("[，,；;]" if language == "zh" else r"[,;:]\s+", sentence)
            found += [piece for piece in cut if len(_SPOKEN[language].findall(piece)) >= SHORTEST_CLAUSE]
        else:
            found.append(sentence)
    return [piece for piece in found if piece.strip()]


def held_out(sentence: str, language: str = "en") -> bool:
    """True for the sentences no training utterance may contain; decided by the words alone, so stable across versions."""
    key = normalise(sentence, language)
    return hashlib.sha256(key.encode()).digest()[0] * 100 < HELD_OUT_PERCENT * 256


def load(paths: list[Path], forbidden: set[str], language: str = "en") -> tuple[list[str], list[str]]:
    """Training and held-out sentences of JSON lists of strings; ``forbidden`` are normalised evaluation texts, dropped."""
    sentences: dict[str, str] = {}
    for path in paths:
        for raw in json.loads(path.read_text(encoding="utf-8")):
            for piece in clauses(raw, language):
                text = clean(piece, language)
                if text is not None:
                    key = normalise(text, language)
                    if key not in forbidden:
                        sentences.setdefault(key, text)
    if language == "zh":
        sentences = _mostly_modern(sentences)
    ordered = [sentences[key] for key in sorted(sentences)]
    return [s for s in ordered if not held_out(s, language)], [s for s in ordered if held_out(s, language)]


def _mostly_modern(sentences: dict[str, str]) -> dict[str, str]:
    """Mandarin sentences of common characters, at most ``CLASSICAL_SHARE`` of them without a mark of the modern language."""
    counts = Counter(c for key in sentences for c in key)
    common = {c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:COMMON_HAN]}
    kept = {key: text for key, text in sentences.items() if common.issuperset(key)}
    classical = sorted(
        (key for key in kept if not MODERN.search(key)), key=lambda key: hashlib.sha256(key.encode()).digest()
    )
    allowed = int((len(kept) - len(classical)) * CLASSICAL_SHARE / (1 - CLASSICAL_SHARE))
    for key in classical[allowed:]:
        del kept[key]
    return kept


def normalise(text: str, language: str = "en") -> str:
    """Lower-case words without punctuation: the key by which two sentences are the same."""
    return ("" if language == "zh" else " ").join(word.lower() for word in _SPOKEN[language].findall(text))


def check_untouched(sentences: list[str], forbidden: set[str], language: str) -> None:
    """Raises ``ValueError`` where a text that only measures is among those to learn from."""
    for text in sentences:
        if len(normalise(text, language)) > 12 and normalise(text, language) in forbidden:
            raise ValueError(f"an evaluation text is in the training data: {text}")


def forbidden_texts(folder: Path, language: str) -> set[str]:
    """Keys of the evaluation texts in ``folder/XX.txt``, one a line, whole and in clauses of three words and more."""
    path = folder / f"{language}.txt"
    if not path.exists():
        return set()
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = {normalise(line, language) for line in lines}
    pieces = [normalise(piece, language) for line in lines for piece in clauses(line, language)]
    return (keys | {piece for piece in pieces if len(piece.split()) >= 3}) - {""}


def filter_lists(raw: Path, forbidden: Path, out: Path) -> None:
    """Write ``out/XX.json`` of the lists ``raw/XX-SOURCE.json``; ``forbidden`` holds the evaluation texts."""
    out.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        lists = sorted(raw.glob(f"{language}-*.json"))
        train, test = load(lists, forbidden_texts(forbidden, language), language)
        write_list(out / f"{language}.json", train, test)
        print(language, len(train), "sentences,", len(test), "held out", flush=True)


def write_list(path: Path, train: list[str], held_out: list[str]) -> None:
    path.write_text(json.dumps({"train": train, "held_out": held_out}, ensure_ascii=False), encoding="utf-8")


def read_list(path: Path) -> tuple[list[str], list[str]]:
    """Sentences to learn from, and those held out."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return kept["train"], kept["held_out"]
