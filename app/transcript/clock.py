"""Positions in a source as clock text, in the window and in exported documents."""

from __future__ import annotations


def clock_text(seconds: float) -> str:
    """Format whole seconds as ``0:09``, ``12:40`` or ``1:02:03``; negative values as ``0:00``."""
    whole = max(0, int(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
