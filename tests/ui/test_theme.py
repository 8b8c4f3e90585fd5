"""The palette and the style sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from app.ui.theme import DARK, LIGHT, Colors, style_sheet


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("ink", "surface"),
        ("muted", "paper"),
        ("muted", "surface"),
        ("accent", "surface"),
        ("accent", "paper"),
        ("warn", "paper"),
        ("warn", "surface"),
        ("warn", "warn_soft"),
        ("warn", "warn_ground"),
        ("ink", "warn_ground"),
        ("ink", "accent_ground"),
        ("ink", "warn_soft"),
        ("ink", "accent_soft"),
        ("accent", "warn_soft"),
        ("on_accent", "accent"),
        ("on_record", "record"),
    ],
)
def test_text_can_be_read_on_its_ground(colors: Colors, text: str, ground: str) -> None:
    """WCAG 2 contrast of at least 4.5 to 1."""
    light, dark = sorted((luminance(colors[text]), luminance(colors[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_style_sheet_is_whole() -> None:
    assert style_sheet(LIGHT).count("{") == style_sheet(LIGHT).count("}")
