"""Sizes of files as people read them, in the language of the window. Plain ints: none is cut to 32 bits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from .numbers import decimal

KB, MB, GB = 10**3, 10**6, 10**9


def size_text(size_bytes: int) -> str:
    """``53.84 GB``, ``8.3 MB``, ``136 kB``, ``0 kB``."""
    if size_bytes >= GB:
        return QCoreApplication.translate("Sizes", "{number} GB").format(number=decimal(size_bytes / GB, 2))
    if size_bytes >= MB:
        return QCoreApplication.translate("Sizes", "{number} MB").format(number=decimal(size_bytes / MB, 1))
    return QCoreApplication.translate("Sizes", "{number} kB").format(number=decimal(size_bytes / KB))


def rounded_size_text(size_bytes: int) -> str:
    """Where a size is only estimated: ``53 GB``, ``4.9 GB``, ``136 MB``."""
    if size_bytes >= GB:
        number = decimal(size_bytes / GB, 0 if size_bytes >= 10 * GB else 1)
        return QCoreApplication.translate("Sizes", "{number} GB").format(number=number)
    return QCoreApplication.translate("Sizes", "{number} MB").format(number=decimal(size_bytes / MB))


def speed_text(bytes_per_s: float) -> str:
    """``84.2 MB/s``."""
    return QCoreApplication.translate("Sizes", "{size}/s").format(size=size_text(round(bytes_per_s)))
