"""Times as people read them, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from .numbers import decimal


def clock(seconds: float) -> str:
    """``0:09``, ``12:40``, ``1:02:03``: whole seconds."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def clock_tenths(seconds: float) -> str:
    """``0:09.8``: with tenths, for segment times."""
    tenths = max(0, round(seconds * 10))
    return f"{clock(tenths // 10)}{QLocale().decimalPoint()}{tenths % 10}"


def seconds_about(seconds: float) -> str:
    """``0.9 s``, ``12 s``: two significant digits are all that a measured estimate is worth."""
    number = decimal(seconds, 1 if seconds < 9.95 else 0)
    return QCoreApplication.translate("Times", "{number} s").format(number=number)


def duration_about(seconds: float) -> str:
    """``40 s``, ``8 min``, ``1 h 20 min``: how long something will still take."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        text = QCoreApplication.translate("Times", "{hours} h {minutes} min")
        return text.format(hours=minutes // 60, minutes=minutes % 60)
    if seconds >= 60:
        return QCoreApplication.translate("Times", "{minutes} min").format(minutes=minutes)
    return seconds_about(max(1.0, seconds))
