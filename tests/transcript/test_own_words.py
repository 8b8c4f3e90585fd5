"""Own words: the lines that list them, and rules that are applied to a segment."""

from __future__ import annotations

import pytest

from app.transcript.edits import restore_raw_text
from app.transcript.model import Segment, Word
from app.transcript.own_words import OwnWords, apply_replacements, parse_own_words


def segment_of(text: str) -> Segment:
    words = tuple(Word(n, n + 0.5, word, 0.5, 0.5, 0.3) for n, word in enumerate(text.split()))
    return Segment(0, 0.0, len(words), text, words)


def test_lines_are_words_and_rules() -> None:
    text = (
        "\ufeffBarmulloch\n\n# names\n  New   York \nBarmulloch\nann eel -> Anneal\nuh =>\n-> nothing\n北京→Beijing\n"
    )
    expected = OwnWords(("Barmulloch", "New York"), (("ann eel", "Anneal"), ("uh", ""), ("北京", "Beijing")))
    assert parse_own_words(text) == expected
    assert parse_own_words(str(expected)) == expected
    assert parse_own_words("") == OwnWords()


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        ("We use Ann eel, ann eel!", ("ann eel", "Anneal"), "We use Anneal, Anneal!"),
        ("The eel peels.", ("eel", "fish"), "The fish peels."),
        ("uh well uh", ("uh", ""), "well"),
        ("A (new york) C++", ("C++", "Rust"), "A (new york) Rust"),
        ("我去北京了", ("北京", "南京"), "我去南京了"),
        ("मैं आज आजकल", ("आज", "कल"), "मैं कल आजकल"),
        ("Straße STRASSE", ("strasse", "Weg"), "Straße Weg"),
    ],
)
def test_a_rule_replaces_whole_words_in_any_case(before: str, rule: tuple[str, str], after: str) -> None:
    segment = Segment(0, 0.0, 9.0, before)
    replaced = apply_replacements(segment, [rule])
    assert (replaced.text, replaced.raw_text) == (after, before)


def test_the_longest_rule_wins_and_results_are_not_replaced_again() -> None:
    rules = [("new", "old"), ("new york", "NYC"), ("old", "new")]
    assert apply_replacements(segment_of("new new york old"), rules).text == "old NYC new"


def test_replaced_words_keep_their_times_and_are_beyond_doubt() -> None:
    segment = segment_of("we love ann eel now")
    replaced = apply_replacements(segment, [("ann eel", "Anneal")])
    assert [(word.text, word.start_s, word.end_s) for word in replaced.words[1:]] == [
        ("love", 1, 1.5), ("Anneal", 2, 3.5), ("now", 4, 4.5)
    ]  # fmt: skip
    assert [word.edited for word in replaced.words] == [False, False, True, False]
    (restored,) = restore_raw_text((replaced,), 0)
    assert restored.text == segment.text


def test_without_a_match_the_segment_is_the_same() -> None:
    segment = segment_of("nothing here")
    assert apply_replacements(segment, [("eel", "fish")]) is segment
    assert apply_replacements(segment, []) is segment
