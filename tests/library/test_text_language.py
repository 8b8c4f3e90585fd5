"""The language of a text."""

from __future__ import annotations

import pytest

from app.library.text_language import recognize_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The person you're calling is not available right now."),
        ("de", "Der Teilnehmer ist zurzeit nicht erreichbar."),
        ("fr", "La personne que vous appelez n’est pas disponible."),
        ("es", "La persona a la que llama no está disponible."),
        ("hi", "जिस व्यक्ति को आप कॉल कर रहे हैं वह उपलब्ध नहीं है।"),
        ("zh", "您拨打的用户暂时无法接听。"),
        ("zh", "请打开 Settings 里的 Wi-Fi。"),
        ("de", "Wir treffen uns um acht im Office, okay?"),
        ("", ""),
        ("", "42"),
        ("", "Oh"),
        ("", "Привет, как дела?"),
        ("", "Bravo Delta Tango"),
    ],
)
def test_language_is_told_from_script_and_function_words(code: str, text: str) -> None:
    assert recognize_language(text) == code


def test_most_of_a_mixed_text_decides() -> None:
    english = "We were on the road when it began to rain, and there was no house in sight."
    assert recognize_language(f"{english} {english} Das ist nicht wahr.") == "en"
