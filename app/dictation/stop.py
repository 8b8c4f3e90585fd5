"""Ends a wait for a file descriptor from another thread."""

from __future__ import annotations

import selectors
import socket


class Stop:
    """Set once, by any thread; ``wait`` then returns at once."""

    def __init__(self) -> None:
        self._reader, self._writer = socket.socketpair()
        self._is_set = False

    @property
    def is_set(self) -> bool:
        return self._is_set

    def set(self) -> None:
        self._is_set = True
        self._writer.send(b"\0")

    def wait(self, descriptor: int, timeout_s: float | None = None) -> bool:
        """Wait until a descriptor can be read or the time is over; returns whether the wait was ended by ``set``."""
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            selector.register(self._reader, selectors.EVENT_READ)
            selector.select(timeout_s)
        return self._is_set
