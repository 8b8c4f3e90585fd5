"""Times, sizes and speeds as texts of the window."""

from __future__ import annotations

import pytest

from app.ui.formatting import clock_text_tenths, duration_text, seconds_text, size_text, speed_text


@pytest.mark.parametrize(("seconds", "text"), [(9.84, "0:09.8"), (59.96, "1:00.0"), (0, "0:00.0")])
def test_clock_text_with_tenths(seconds: float, text: str) -> None:
    assert clock_text_tenths(seconds) == text


def test_seconds_have_two_significant_digits() -> None:
    assert (seconds_text(0.87), seconds_text(12.4)) == ("0.9 s", "12 s")


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 kB"),
        (136_127, "136 kB"),
        (8_282_056, "8.3 MB"),
        (971_234_567, "971 MB"),
        (2**31, "2.1 GB"),
        (51_700_000_000, "51.7 GB"),
        (152_000_000_000, "152 GB"),
    ],
)
def test_sizes(qapp, size_bytes: int, text: str) -> None:
    assert size_text(size_bytes) == text


def test_speeds_and_times(qapp) -> None:
    assert speed_text(84.2e6) == "84.2 MB/s"
    assert [duration_text(seconds) for seconds in (0.2, 40, 481, 4810)] == ["1 s", "40 s", "8 min", "1 h 20 min"]
