"""The language of a text, told from its script and, for the Latin script, from its most frequent words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from app.languages import LANGUAGES

MIN_LETTERS = 3
LETTERS_PER_HAN = 3
"""A Han character says about as much as so many letters."""
FUNCTION_WORDS = {
    "en": (
        "the of and to in is that it was for on are as with his they at be this from have or by one had not but what all"
        " were we when your can there an which their if will do how she you he i my me no so out up about would could"
        " our has been who am did just like don't it's i'm you're hello please thank"
    ),
    "de": (
        "der die das und ist in den von zu mit sich des auf für nicht im dem ein eine als auch es an werden aus er hat"
        " dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis"
        " mehr durch man sein wurde wenn ich wir ihr mich mir du was schon hier doch bitte danke hallo"
    ),
    "fr": (
        "le la les de des du et est un une à en que qui dans pour pas sur plus par avec ne se ce il elle au aux je nous"
        " vous ils sont mais ou où cette son ses été être fait comme tout bien on y si leur même deux c'est j'ai d'un"
        " d'une qu'il l'on n'est très merci bonjour votre mon ma mes"
    ),
    "es": (
        "el la los las de y en que es un una por con no para se su al lo del como más pero sus le ya o este sí porque"
        " esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante estados todos uno les"
        " ni contra otros ese eso ante ellos fue era ser son está yo tú usted gracias hola mi si"
    ),
}
_WORDS = {code: frozenset(words.split()) for code, words in FUNCTION_WORDS.items()}
_SCRIPTS = {"CJK": "Han", "DEVANAGARI": "Devanagari", "LATIN": "Latin"}
"""By the beginning of a letter's Unicode name."""
_LETTERS = {"de": "äöüß", "fr": "àâçèêëîïôœùû", "es": "ñ¿¡áíóú"}
"""Letters that speak for one of the languages; a single one counts as a function word."""


def recognize_language(text: str) -> str:
    """Return the code of the language most of a text is in; empty where too little of it tells."""
    letters = Counter(_script(letter) for letter in text if letter.isalpha())
    if letters.total() < MIN_LETTERS:
        return ""
    letters["Han"] *= LETTERS_PER_HAN
    script = letters.most_common(1)[0][0]
    codes = [code for code, language in LANGUAGES.items() if language.script == script]
    if len(codes) <= 1:
        return codes[0] if codes else ""
    lowered = unicodedata.normalize("NFC", text.lower()).replace("’", "'")
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", lowered))
    scores = {
        code: sum(count for word, count in words.items() if word in _WORDS[code])
        + sum(lowered.count(letter) for letter in _LETTERS.get(code, ""))
        for code in codes
    }
    best, second = sorted(scores.values(), reverse=True)[:2]
    return max(scores, key=lambda code: scores[code]) if best > second else ""


def _script(letter: str) -> str:
    """The script of a letter, as ``LANGUAGES`` names it; empty for any other."""
    name = unicodedata.name(letter, "")
    return next((script for prefix, script in _SCRIPTS.items() if name.startswith(prefix)), "")
