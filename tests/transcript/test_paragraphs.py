"""Segments run together to paragraphs."""

from __future__ import annotations

from app.transcript.model import Segment
from app.transcript.paragraphs import LONG_CHARS, Paragraph, paragraphs


def segment(text: str, start_s: float, end_s: float, speaker: str = "") -> Segment:
    return Segment(0, start_s, end_s, text, speaker=speaker)


def test_a_long_pause_or_another_speaker_begins_a_paragraph() -> None:
    found = paragraphs(
        [
            segment("One.", 0.0, 1.0, "Ada"),
            segment("", 1.0, 2.5),
            segment("Two.", 2.5, 3.0, "Ada"),
            segment("Three.", 3.0, 4.0, "Bob"),
            segment("Four.", 6.0, 7.0, "Bob"),
        ]
    )
    assert found == [
        Paragraph(0.0, "Ada", "One. Two."),
        Paragraph(3.0, "Bob", "Three."),
        Paragraph(6.0, "Bob", "Four."),
    ]
    assert paragraphs([segment("", 0.0, 9.0)]) == []


def test_a_paragraph_ends_with_a_sentence_once_it_is_long() -> None:
    half = "word " * (LONG_CHARS // 10)
    texts = [half + "end.", half + "goes", "on and ends.", "The next."]
    found = paragraphs(segment(text, float(n), n + 1.0) for n, text in enumerate(texts))
    assert [paragraph.text for paragraph in found] == [" ".join(texts[:3]), "The next."]


def test_chinese_has_no_spaces_between_sentences() -> None:
    (found,) = paragraphs([segment("你好。", 0.0, 1.0), segment("再见。", 1.0, 2.0)])
    assert found.text == "你好。再见。"
