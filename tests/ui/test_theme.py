"""The palette and the style sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from app.ui.theme import DARK, DARK_SPEAKERS, LIGHT, LIGHT_SPEAKERS, Colors, style_sheet


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    """Contrast as WCAG 2 defines it, from 1."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
        ("selected_muted", "accent_soft"),
        ("muted", "hover"),
        ("ink", "hover"),
        ("ink", "find_ground"),
        ("accent", "accent_soft"),
        ("on_accent", "accent"),
        ("on_record", "record_hover"),
        ("on_record", "record"),
        ("accent", "hover"),
        ("accent", "warn_soft"),
        ("warn", "hover"),
        ("warn", "accent_soft"),
        ("selected_muted", "surface"),
    ],
)
def test_text_can_be_read_on_its_ground(colors: Colors, text: str, ground: str) -> None:
    """WCAG 2 contrast of at least 4.5 to 1."""
    assert contrast(colors[text], colors[ground]) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "hover", "accent_soft"])
def test_names_of_speakers_can_be_read(colors: Colors, ground: str) -> None:
    for ink in DARK_SPEAKERS if colors.dark else LIGHT_SPEAKERS:
        assert contrast(QColor(ink), colors[ground]) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "hover", "accent_soft", "line"])
def test_the_ring_of_the_focus_is_seen(colors: Colors, ground: str) -> None:
    """Signs need 3 to 1."""
    assert contrast(colors["accent"], colors[ground]) >= 3.0


def test_the_style_sheet_is_whole() -> None:
    assert style_sheet(LIGHT).count("{") == style_sheet(LIGHT).count("}")
