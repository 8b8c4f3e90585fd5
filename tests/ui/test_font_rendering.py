"""How much ink letters get, in both themes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.theme import DARK, LIGHT, Colors


def ink_share(app: QApplication, colors: Colors, text: str) -> float:
    """Mean coverage of a line of text, 0 to 1."""
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(colors["surface"])
    painter = QPainter(image)
    font = QFont(app.font())
    font.setPixelSize(15)
    painter.setFont(font)
    painter.setPen(colors["ink"])
    painter.drawText(10, 28, text)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(40, 300, 4)[..., 2].astype(np.float64)
    ground, ink = (QColor(colors[name]).red() for name in ("surface", "ink"))
    return float(((pixels - ground) / (ink - ground)).mean())


def test_chinese_is_no_bolder_in_the_dark(qapp: QApplication) -> None:
    if "Noto Sans CJK SC" not in QFontDatabase.families():
        pytest.skip("without Noto Sans CJK")
    theme.install(qapp, "dark")
    light, dark = (ink_share(qapp, colors, "总之，很喜欢这本书。") for colors in (LIGHT, DARK))
    assert light > 0.02
    assert dark == pytest.approx(light, rel=0.03)
