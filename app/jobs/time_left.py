"""How long the work on queued files will still take, at the speed measured here. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from .queue_item import QueueItem


def item_time_left_s(item: QueueItem, speed: float | None) -> float | None:
    """Seconds that the rest of a file takes; None while its length or the speed is unknown, as while it is recorded.

    Args:
        speed: seconds of audio per second of work over all files, for a file that has no speed of its own yet.
    """
    speed = item.speed or speed
    if item.state.is_final:
        return 0.0
    if not speed or not item.duration_s or item.recording:
        return None
    return max(0.0, item.duration_s - item.position_s) / speed


def queue_time_left_s(items: Iterable[QueueItem], speed: float | None) -> float | None:
    """Seconds that all unfinished files take; None while the length of one is unknown."""
    total_s = 0.0
    for item in items:
        left_s = item_time_left_s(item, speed)
        if left_s is None:
            return None
        total_s += left_s
    return total_s
