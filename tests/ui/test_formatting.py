"""Times as texts of the window."""

from __future__ import annotations

import pytest

from app.ui.formatting import clock_text_tenths, seconds_text


@pytest.mark.parametrize(("seconds", "text"), [(9.84, "0:09.8"), (59.96, "1:00.0"), (0, "0:00.0")])
def test_clock_text_with_tenths(seconds: float, text: str) -> None:
    assert clock_text_tenths(seconds) == text


def test_seconds_have_two_significant_digits() -> None:
    assert (seconds_text(0.87), seconds_text(12.4)) == ("0.9 s", "12 s")
