"""Two texts beside each other: nothing gets lost, and case and punctuation make no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.transcript.text_diff import diff_texts, word_similarity

TEXTS = st.text(alphabet="ab c,.今天气", max_size=30)


def test_what_differs_stands_beside_each_other() -> None:
    found = diff_texts("Give me a broken hand", "give me a token hand.")
    assert [(each.ours, each.theirs, each.same) for each in found] == [
        ("Give me a", "give me a", True),
        ("broken", "token", False),
        ("hand", "hand.", True),
    ]
    assert word_similarity("Give me a broken hand", "give me a token hand.") == 0.8


def test_chinese_is_compared_character_by_character() -> None:
    found = diff_texts("今天天气很好。", "今天天汽很好")
    assert [(each.ours, each.theirs) for each in found if not each.same] == [("气", "汽")]


@pytest.mark.parametrize(
    ("text", "misheard", "share"),
    [
        ("We can't go.", "we cant go", 2 / 3),
        ("Das ist schön", "das ist schon", 2 / 3),
        ("C’est l’été", "c'est l'ete", 1 / 2),
        ("un año más", "un ano más", 2 / 3),
        ("राम की किताब", "राम का कताब", 1 / 3),
        ("我买书", "我卖书", 2 / 3),
    ],
    ids=["en", "de", "fr", "es", "hi", "zh"],
)
def test_a_wrong_letter_or_vowel_sign_is_another_word(text: str, misheard: str, share: float) -> None:
    assert word_similarity(text, misheard) == pytest.approx(share)
    assert word_similarity(text, text) == word_similarity(text, f"{text.upper()} …") == 1.0
    assert any(not chunk.same for chunk in diff_texts(text, misheard))


@given(TEXTS, TEXTS)
def test_nothing_gets_lost(ours: str, theirs: str) -> None:
    found = diff_texts(ours, theirs)
    assert "".join(each.ours for each in found).replace(" ", "") == ours.replace(" ", "")
    assert "".join(each.theirs for each in found).replace(" ", "") == theirs.replace(" ", "")
    assert 0 <= word_similarity(ours, theirs) <= 1
    assert word_similarity(ours, ours) == 1
