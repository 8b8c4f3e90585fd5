"""Numbers, sizes, speeds and times as text, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.transcript.clock import clock_text


def clock_text_tenths(seconds: float) -> str:
    """Format with tenths, for segment times: ``0:09.8``."""
    tenths = max(0, round(seconds * 10))
    return f"{clock_text(tenths // 10)}{QLocale().decimalPoint()}{tenths % 10}"


def seconds_text(seconds: float) -> str:
    """Format an estimate with two significant digits: ``0.9 s``, ``12 s``."""
    number = decimal(seconds, 1 if seconds < 9.95 else 0)
    return QCoreApplication.translate("Times", "{number} s").format(number=number)


def duration_text(seconds: float) -> str:
    """Format a remaining time: ``40 s``, ``8 min``, ``1 h 20 min``."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        text = QCoreApplication.translate("Times", "{hours} h {minutes} min")
        return text.format(hours=minutes // 60, minutes=minutes % 60)
    if seconds >= 60:
        return QCoreApplication.translate("Times", "{minutes} min").format(minutes=minutes)
    return seconds_text(max(1.0, seconds))


def decimal(value: float, digits: int = 0) -> str:
    """Format a number with ``digits`` after the point: ``1.5``, ``1,5``."""
    return QLocale().toString(float(value), "f", digits)


def percent(share: float, digits: int = 0) -> str:
    """Format a share from 0 to 1: ``45%``, ``45 %``."""
    return QCoreApplication.translate("Numbers", "{number}%").format(number=decimal(share * 100, digits))


KB, MB, GB = 10**3, 10**6, 10**9


def size_text(size_bytes: int) -> str:
    """Format a size: ``53.84 GB``, ``8.3 MB``, ``136 kB``, ``0 kB``."""
    if size_bytes >= GB:
        return QCoreApplication.translate("Sizes", "{number} GB").format(number=decimal(size_bytes / GB, 2))
    if size_bytes >= MB:
        return QCoreApplication.translate("Sizes", "{number} MB").format(number=decimal(size_bytes / MB, 1))
    return QCoreApplication.translate("Sizes", "{number} kB").format(number=decimal(size_bytes / KB))


def rounded_size_text(size_bytes: int) -> str:
    """Format an estimated size: ``53 GB``, ``4.9 GB``, ``136 MB``."""
    if size_bytes >= GB:
        number = decimal(size_bytes / GB, 0 if size_bytes >= 10 * GB else 1)
        return QCoreApplication.translate("Sizes", "{number} GB").format(number=number)
    return QCoreApplication.translate("Sizes", "{number} MB").format(number=decimal(size_bytes / MB))


def speed_text(bytes_per_s: float) -> str:
    """Format a transfer rate: ``84.2 MB/s``."""
    return QCoreApplication.translate("Sizes", "{size}/s").format(size=size_text(round(bytes_per_s)))
