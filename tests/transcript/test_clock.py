"""Clock texts of the window and of exports."""

from __future__ import annotations

import pytest

from app.transcript.clock import clock_text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (9.99, "0:09"), (760, "12:40"), (3723, "1:02:03"), (-1, "0:00")]
)
def test_whole_seconds_with_hours_only_from_an_hour_on(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
