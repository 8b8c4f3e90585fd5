"""What people repeat stays, what fills a canvas is found, in six languages."""

from __future__ import annotations

import pytest

from app.transcript.repetitions import Repetition, find_repetitions
from app.transcript.text_words import words_of

SAID = [
    "no no no that is very very very good",
    "bye bye bye",
    "come on come on he had had enough",
    "I don't know I don't know what to say",
    "let it be let it be",
    "nein nein nein das ist sehr sehr sehr schön",
    "ich weiß nicht ich weiß nicht",
    "non non non c'est très très très bien",
    "nous nous sommes vus",
    "no, no, no, es muy muy muy bueno, ya ya",
    "हाँ हाँ हाँ धीरे धीरे चलो",
    "कभी कभी बार बार जल्दी जल्दी",
    "谢谢谢谢, 对对对, 看看, 好好好好好",
    "谢谢谢谢谢谢",
    "知道了知道了, 走一走走一走, 研究研究",
    "等一下等一下",
    "call 5 5 5 5 5 0 0 0 0 0 and 12 12 12 12",
    "五五五五五五五五五五",
    "पाँच ५ ५ ५ ५ ५",
    "",
    "…",
]


@pytest.mark.parametrize("text", SAID)
def test_what_people_say_is_no_repetition(text: str) -> None:
    assert find_repetitions(words_of(text)) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the cat the the the the sat", "the cat the sat"),
        ("thank you thank you thank you very much", "thank you very much"),
        ("going home now going home now going home now", "going home now"),
        ("we meet in the park we meet in the park", "we meet in the park"),
        ("Das ist gut so. Das ist gut so, das ist gut so.", "Das ist gut so."),
        ("und und und und dann", "und dann"),
        ("il fait très beau il fait très beau", "il fait très beau"),
        ("c'est vrai c'est vrai c'est vrai oui", "c'est vrai oui"),
        ("por favor por favor por favor señor", "por favor señor"),
        ("मैं घर जा रहा मैं घर जा रहा हूँ", "मैं घर जा रहा हूँ"),
        ("ठीक है ठीक है ठीक है चलो", "ठीक है चलो"),
        ("是是是是是是是是的", "是的"),
        ("今天天气今天天气今天天气很好", "今天天气很好"),
        ("我们明天去公园散步我们明天去公园散步", "我们明天去公园散步"),
        ("不是不是不是不是吧", "不是吧"),
        ("one two three four 1 2 3 4", "one two three four 1 2 3 4"),
    ],
)
def test_what_fills_a_canvas_is_found(text: str, kept: str) -> None:
    words = words_of(text)
    for repetition in reversed(find_repetitions(words)):
        del words[repetition.start + repetition.size : repetition.end]
    assert [word.strip(".,") for word in words] == [word.strip(".,") for word in words_of(kept)]


def test_a_repetition_knows_its_place_and_the_shortest_phrase_counts() -> None:
    assert find_repetitions("so a a a a a a b c d e b c d e end".split()) == [
        Repetition(1, 1, 7),
        Repetition(7, 4, 15),
    ]
    assert find_repetitions("a b a b a b a b".split()) == [Repetition(0, 2, 8)]


def test_a_vowel_sign_makes_another_word() -> None:
    assert find_repetitions("राम की किताब राम का किताब राम की किताब राम का किताब".split())[0].size == 6
    assert find_repetitions("की का की का".split()) == []


def test_the_last_repetition_may_be_cut_short_by_the_end_of_the_canvas() -> None:
    repetition = find_repetitions("we meet in town we meet in town we meet".split())[0]
    assert repetition == Repetition(0, 4, 10)
    assert not repetition.is_whole
    followed = find_repetitions("we meet in town we meet in town we met".split())[0]
    assert followed == Repetition(0, 4, 8)
    assert followed.is_whole
