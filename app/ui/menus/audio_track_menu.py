"""Submenu with the audio tracks of a queued file; it shows up where there is more than one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from app.jobs.audio_tracks import read_track_names
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.queue_item import QueueItem
from app.ui.widgets.menu import Menu


class AudioTrackMenu(Menu):
    """Reads the tracks of a file when it is made; its action is hidden until then, and for a file with one track."""

    track_chosen = Signal(object, object)  # QueueItem, track from 0 or None for the automatic choice

    def __init__(self, item: QueueItem, background_tasks: BackgroundTasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.setTitle(self.tr("Audio track"))
        self.menuAction().setVisible(False)
        background_tasks.run(lambda: read_track_names(item.source), self._on_tracks_read)

    @Slot(object)
    def _on_tracks_read(self, names: tuple[str, ...]) -> None:
        if len(names) < 2:
            return
        group = QActionGroup(self)
        self._add_choice(self.tr("Automatic"), None, group)
        self.addSeparator()
        for track, name in enumerate(names):
            self._add_choice(name.replace("&", "&&"), track, group)
        self.menuAction().setVisible(True)

    def _add_choice(self, text: str, track: int | None, group: QObject) -> None:
        action = QAction(text, group, checkable=True, checked=self._item.track == track)
        action.triggered.connect(lambda: self.track_chosen.emit(self._item, track))
        self.addAction(action)
