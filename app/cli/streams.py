"""Standard output kept for results alone, status lines on standard error, and Ctrl-C that is never lost."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from typing import TextIO


def print_status(sentence: str) -> None:
    """Print a line on standard error at once."""
    print(sentence, file=sys.stderr, flush=True)


class InterruptGuard:
    """Keeps Ctrl-C from being lost, while entered.

    Python drops an exception that is raised inside a destructor or a callback of its import system; ``check`` raises it
    again. Outside the main thread, where signals never arrive, nothing happens.
    """

    def __init__(self) -> None:
        self._interrupted = False

    def __enter__(self) -> InterruptGuard:
        self._previous_handler = None
        with suppress(ValueError):
            self._previous_handler = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(self, *failure: object) -> None:
        if self._previous_handler is not None:
            signal.signal(signal.SIGINT, self._previous_handler)

    def _on_interrupt(self, *_: object) -> None:
        self._interrupted = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise ``KeyboardInterrupt`` if Ctrl-C was pressed."""
        if self._interrupted:
            raise KeyboardInterrupt


@contextmanager
def clean_stdout() -> Iterator[TextIO]:
    """Yield a stream to standard output, while everything else that is printed goes to standard error.

    That holds for libraries in C as well: the file descriptor itself is redirected. The stream is UTF-8 unless a terminal
    has another encoding.
    """
    sys.stdout.flush()
    try:
        descriptor = sys.stdout.fileno()
        error_descriptor = sys.stderr.fileno()
    except (OSError, ValueError):  # the streams are not files: inside another program, or a test
        results = sys.stdout
        with redirect_stdout(sys.stderr):
            yield results
        return
    saved_descriptor = os.dup(descriptor)
    os.dup2(error_descriptor, descriptor)
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        with os.fdopen(
            saved_descriptor, "w", encoding=encoding, errors="replace", newline="", closefd=False
        ) as results:
            yield results
    finally:
        sys.stdout.flush()
        os.dup2(saved_descriptor, descriptor)
        os.close(saved_descriptor)
