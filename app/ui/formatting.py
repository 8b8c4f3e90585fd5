"""Numbers, sizes, speeds and times as text, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from app.transcript.clock import clock_text


def clock_text_tenths(seconds: float) -> str:
    """Format with tenths, for segment times: ``0:09.8``."""
    return _clock_text(seconds, 1)


def clock_text_hundredths(seconds: float) -> str:
    """Format with hundredths, for the times of a word: ``0:09.82``."""
    return _clock_text(seconds, 2)


def _clock_text(seconds: float, digits: int) -> str:
    whole, part = divmod(max(0, round(seconds * 10**digits)), 10**digits)
    return f"{clock_text(whole)}{QLocale().decimalPoint()}{part:0{digits}}"


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
    return QCoreApplication.translate("Times", "{number} s").format(number=decimal(max(1, round(seconds))))


def decimal(value: float, digits: int = 0) -> str:
    """Format a number with ``digits`` after the point: ``1.5``, ``1,5``."""
    return QLocale().toString(float(value), "f", digits)


def percent(share: float, digits: int = 0) -> str:
    """Format a share from 0 to 1: ``45%``, ``45 %``."""
    return QCoreApplication.translate("Numbers", "{number}%").format(number=decimal(share * 100, digits))


def device_text(device: str) -> str:
    """Name a device by its name in ``ModelReady``: ``CPU``, ``CUDA``, or the title of a card as it is."""
    return device.upper() if device in ("cpu", "cuda") else device


KB, MB, GB = 10**3, 10**6, 10**9


def size_text(size_bytes: int) -> str:
    """Format a size with at most three digits: ``53.8 GB``, ``971 MB``, ``8.3 MB``, ``136 kB``, ``0 kB``."""
    if size_bytes >= GB:
        return QCoreApplication.translate("Sizes", "{number} GB").format(number=_three_digits(size_bytes / GB))
    if size_bytes >= MB:
        return QCoreApplication.translate("Sizes", "{number} MB").format(number=_three_digits(size_bytes / MB))
    return QCoreApplication.translate("Sizes", "{number} kB").format(number=decimal(size_bytes / KB))


def _three_digits(value: float) -> str:
    return decimal(value, 1 if value < 99.95 else 0)


def speed_text(bytes_per_s: float) -> str:
    """Format a transfer rate: ``84.2 MB/s``."""
    return QCoreApplication.translate("Sizes", "{size}/s").format(size=size_text(round(bytes_per_s)))
