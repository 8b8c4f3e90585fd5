"""Words of a text, their plain form, and what separates them, in the six languages."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcript.text_words import (
    WORD_CHARACTER_CLASS,
    inner_range,
    is_han,
    is_word_character,
    last_letter,
    plain_form,
    separator_between,
    word_ranges,
    words_of,
)

TEXTS = {
    "en": ("Well, “yes” – he said: it's 3.5 €!", ["Well,", "“yes” –", "he", "said:", "it's", "3.5 €!"]),
    "de": ("„Straße“, sagte er – hm …", ["„Straße“,", "sagte", "er –", "hm …"]),
    "fr": ("« L’été ? » dit-elle", ["« L’été ? »", "dit-elle"]),
    "es": ("¿Qué? ¡Año nuevo!", ["¿Qué?", "¡Año", "nuevo!"]),
    "hi": ("राम की किताब।", ["राम", "की", "किताब।"]),
    "zh": ("我说，「你好」。Hello，第3章", ["我", "说，", "「你", "好」。", "Hello，", "第", "3", "章"]),
}


@pytest.mark.parametrize("language", TEXTS)
def test_words_are_cut_at_spaces_and_around_han_characters(language: str) -> None:
    text, words = TEXTS[language]
    assert words_of(text) == words


def test_punctuation_alone_is_a_word_only_where_there_is_nothing_else() -> None:
    assert words_of("– yes") == ["– yes"]
    assert words_of(" – … ") == ["– …"]
    assert words_of("好「") == ["好「"]
    assert words_of("") == words_of("  ") == []


@given(st.text("ab1好，「」.'– \n", max_size=30))
def test_words_are_disjoint_and_hold_all_but_white_space(text: str) -> None:
    ranges = word_ranges(text)
    assert all(start < end for start, end in ranges)
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
    assert all(word == word.strip() for word in words_of(text))


SAME = {
    "en": ("It's fine.", "it’s FINE"),
    "de": ("„Straße!“", "strasse"),
    "fr": ("« L’été, »", "l'été"),
    "es": ("¿QUÉ?", "qué"),
    "hi": ("किताब।", "किताब"),
    "zh": ("你好，世界。", "你好世界"),
}
DIFFERENT = {
    "en": [("its", "it's"), ("we're", "were"), ("3.5", "35")],
    "de": [("schön", "schon"), ("Maße", "Masten")],
    "fr": [("été", "ete"), ("l’eau", "leau")],
    "es": [("año", "ano"), ("esté", "este")],
    "hi": [("की", "का"), ("किताब", "कताब"), ("में", "मे")],
    "zh": [("买", "卖"), ("第3", "第4")],
}


@pytest.mark.parametrize("language", SAME)
def test_case_and_punctuation_make_no_difference(language: str) -> None:
    one, other = SAME[language]
    assert [plain_form(word) for word in words_of(one)] == [plain_form(word) for word in words_of(other)]


@pytest.mark.parametrize("language", DIFFERENT)
def test_every_letter_and_mark_makes_one(language: str) -> None:
    for one, other in DIFFERENT[language]:
        assert plain_form(one) != plain_form(other)


def test_two_ways_to_write_a_character_are_equal() -> None:
    assert plain_form("u\u0308ber") == plain_form("über")
    assert plain_form("क़लम") == plain_form("क\u093cलम")
    assert plain_form("Ａ１") == "a1"


def test_punctuation_alone_has_itself_as_plain_form() -> None:
    assert plain_form("…") == "…"
    assert plain_form("") == ""


def test_the_inner_range_leaves_out_the_punctuation_around() -> None:
    for word, inner in (("“yes,”", "yes"), ("की।", "की"), ("3.5", "3.5"), ("–", "–")):
        start, end = inner_range(word)
        assert word[start:end] == inner


def test_chinese_stands_without_spaces() -> None:
    assert separator_between("今天", "很好") == ""
    assert separator_between("今天，", "很好") == ""
    assert separator_between("the", "rope") == " "
    assert separator_between("", "rope") == ""


def test_the_class_of_word_characters_has_the_marks_of_the_six_languages() -> None:
    marks = [chr(code) for code in (*range(0x300, 0x370), *range(0x900, 0x980)) if is_word_character(chr(code))]
    assert marks
    assert all(re.fullmatch(WORD_CHARACTER_CLASS, mark) for mark in marks)
    assert not re.fullmatch(WORD_CHARACTER_CLASS, "।")


def test_letters() -> None:
    assert last_letter("की।") == "\u0940"
    assert last_letter("3,") == "3"
    assert last_letter("…") == ""
    assert is_han("好")
    assert not is_han("a")
    assert not is_han("")
