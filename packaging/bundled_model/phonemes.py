"""Text to the phoneme alphabet of Kokoro-82M for German, Spanish, French, Hindi and Mandarin.

espeak-ng transcribes the first four; its IPA is then respelled the way Kokoro's training text was: affricates as one
letter, -er as the alphabet allows. The German r stays the tap that espeak-ng writes after consonants, which Kokoro's
speakers of other languages say most clearly. Mandarin goes through misaki. Symbols Kokoro has no id for are dropped.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from functools import cache

ESPEAK_VOICES = {"de": "de", "es": "es", "fr": "fr-fr", "hi": "hi"}
ALPHABET = frozenset(
    ';:,.!?—…"()“” \u0303ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔˈˌːʰʲ↓→↗↘ᵻ'
)
# In this order. "^" is the tie espeak-ng writes inside one affricate or diphthong; "??" is what espeak-ng 1.51 writes for
# the German "ur" of "durch" and "kurz" (the question marks of the text are split off before).
_RESPELLED = {
    "": [("t^ʃ", "ʧ"), ("d^ʒ", "ʤ"), ("t^s", "ʦ"), ("d^z", "ʣ"), ("g", "ɡ"), ("^", ""), ("-", "")],
    "de": [
        ("??", "ʊɐ"),
        ("tʃ", "ʧ"),
        ("dʒ", "ʤ"),
        ("ts", "ʦ"),
        ("ɜ", "ɐ"),
        ("r", "ɾ"),
        ("ɔø", "Y"),
    ],
    "es": [("tʃ", "ʧ")],
    "fr": [],
    "hi": [("cʰ", "ʧʰ"), ("c", "ʧ"), ("ɟ", "ʤ")],
}
_PAUSES = re.compile(r"\s*([,;:.!?…—。，！？।])\s*")


def espeak_ipa(text: str, voice: str) -> str:
    """One line of IPA, ties written as ``^``."""
    command = ["espeak-ng", "-v", voice, "--ipa", "--tie=^", "-q", text]
    spoken = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # Words espeak-ng reads in another language come between marks such as (en) ... (de).
    return " ".join(re.sub(r"\([a-z-]+\)", "", spoken).split())


def from_espeak(text: str, language: str) -> str:
    """Phonemes of ``text``; its punctuation, which espeak-ng swallows, is kept: Kokoro pauses at it."""
    pieces = _PAUSES.split(text.strip())
    written = []
    for place, piece in enumerate(pieces):
        if place % 2:
            written.append(unicodedata.normalize("NFKC", piece).replace("।", ".").replace("。", ".") + " ")
        elif piece:
            ipa = unicodedata.normalize("NFD", espeak_ipa(piece, ESPEAK_VOICES[language])).replace("c\u0327", "ç")
            for old, new in _RESPELLED[""] + _RESPELLED[language]:
                ipa = ipa.replace(old, new)
            written.append(ipa)
    return kept("".join(written))


@cache
def _mandarin() -> Callable[[str], tuple[str, None]]:
    from misaki.zh import ZHG2P

    return ZHG2P()


def from_mandarin(text: str) -> str:
    return kept(_mandarin()(text)[0])


def kept(phonemes: str) -> str:
    return "".join(symbol for symbol in phonemes if symbol in ALPHABET).strip()


def phonemes(text: str, language: str) -> str:
    """``language`` is de, es, fr, hi or zh."""
    return from_mandarin(text) if language == "zh" else from_espeak(text, language)
