"""The colours of the canvas: inks and grounds from the widget's palette, two signal colours of our own.

Blue and orange stay apart in every common kind of colour blindness; no state is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class CanvasColors:
    paper: QColor
    ink: QColor
    muted: QColor
    """Labels beside the text."""
    line: QColor
    """Hairlines and outlines."""
    accent: QColor
    accent_ground: QColor
    warn: QColor
    warn_ground: QColor
    dark: bool

    @classmethod
    def of(cls, palette: QPalette) -> CanvasColors:
        """Inks follow the palette; the signal colours follow from whether it is dark."""
        paper, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        dark = paper.lightnessF() < 0.5
        accent, warning = (QColor("#8aa4ff"), QColor("#f0955a")) if dark else (QColor("#2f55d4"), QColor("#bd4f14"))
        return cls(
            paper=paper,
            ink=ink,
            muted=mix(paper, ink, 0.58 if dark else 0.62),
            line=mix(paper, ink, 0.14),
            accent=accent,
            accent_ground=mix(paper, accent, 0.30 if dark else 0.16),
            warn=warning,
            warn_ground=mix(paper, warning, 0.24 if dark else 0.16),
            dark=dark,
        )


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """``share`` of the way from ``a`` to ``b``."""
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def fade(color: QColor, alpha: float) -> QColor:
    """The colour at ``alpha`` times its opacity."""
    copy = QColor(color)
    copy.setAlphaF(min(max(alpha, 0.0), 1.0) * color.alphaF())
    return copy
