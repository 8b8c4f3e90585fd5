"""Numbers as the language of the window writes them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def decimal(value: float, digits: int = 0) -> str:
    """``1.5``, ``1,5``: with so many digits after the point."""
    return QLocale().toString(float(value), "f", digits)


def percent(share: float, digits: int = 0) -> str:
    """``45%``, ``45 %``: of a share from 0 to 1."""
    return QCoreApplication.translate("Numbers", "{number}%").format(number=decimal(share * 100, digits))
