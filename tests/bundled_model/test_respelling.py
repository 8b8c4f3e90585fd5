"""Old books in today's spelling."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from . import script


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    return script("respelling")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("de", "Der größte Theil mußte lachen, daß es giebt.", "Der größte Teil musste lachen, dass es gibt."),
        ("de", "Das Ereigniß im Thal von Athen.", "Das Ereignis im Tal von Athen."),
        ("fr", "Le collége du poëte été.", "Le collège du poète été."),
        ("es", "Habló á su padre y fué tambien.", "Habló a su padre y fue también."),
        ("en", "He hath thine.", "He hath thine."),
    ],
)
def test_words_that_nobody_writes_today_become_those_that_people_do(
    recipe: ModuleType, language: str, old: str, new: str
) -> None:
    known = recipe.words(
        [
            "Ein Teil musste sagen, dass es das gibt.",
            "Tal und Ereignis, lachen und größte.",
            "collège poète été",
            "padre",
        ]
    )
    assert recipe.respelled([old, old], language, known) == [new]


def test_words_are_counted_in_lower_case(recipe: ModuleType) -> None:
    assert recipe.words(["Ja, ja.", "Nein"]) == Counter({"ja": 2, "nein": 1})
