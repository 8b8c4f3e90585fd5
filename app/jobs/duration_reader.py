"""Reads the lengths of the files that wait, one after the other, in a worker thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError

from .background_tasks import BackgroundTasks
from .queue_item import QueueItem, QueueState


class DurationReader(QObject):
    """Reads one header at a time, so that the app never waits for more than one when it quits."""

    read = Signal(object, float)  # QueueItem, its length in seconds

    def __init__(
        self, background_tasks: BackgroundTasks, items: Callable[[], list[QueueItem]], parent: QObject | None = None
    ) -> None:
        """Create a reader that does nothing until ``start``.

        Args:
            items: the files of the queue, in their order.
        """
        super().__init__(parent)
        self._background_tasks, self._items = background_tasks, items
        self._tried: set[int] = set()
        """Numbers of the items whose headers were read, with or without a result."""
        self._item: QueueItem | None = None
        self._closing = False
        background_tasks.shutting_down.connect(self._on_shutting_down)

    @Slot()
    def start(self) -> None:
        """Read the next length, unless one is being read."""
        if self._item is not None or self._closing:
            return
        waiting = (item for item in self._items() if item.state is QueueState.WAITING and not item.duration_s)
        self._item = next((item for item in waiting if item.number not in self._tried), None)
        if self._item is not None:
            self._tried.add(self._item.number)
            source, track = self._item.source, self._item.track
            self._background_tasks.run(lambda: read_duration(source, track), self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, duration_s: float) -> None:
        item, self._item = self._item, None
        if item is not None and duration_s > 0:
            self.read.emit(item, duration_s)
        self.start()

    @Slot(object)
    def _on_failed(self, _error: AnnealError) -> None:
        self._on_read(0.0)

    @Slot()
    def _on_shutting_down(self) -> None:
        self._closing = True


def read_duration(source: Path, track: int | None = None) -> Iterator[float]:
    """Yield the length of a file's audio in seconds; 0 where it cannot be read: its transcription says why."""
    from app.speech.audio.media import probe  # with the libraries that read sound, which take a moment to load

    try:
        yield probe(source, track).duration_s
    except AnnealError:
        yield 0.0
