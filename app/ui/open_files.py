"""How files come in: dropped, opened or tried; and what is said about those that are no audio."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.find_media import SUFFIXES, Gathered, gather

from .widgets.banner import Banner

NAMED_AT_MOST = 3


class Intake(QObject):
    found = Signal(object)  # list[Path] of audio and video

    def __init__(self, window: QWidget, errands: Errands, banner: Banner) -> None:
        super().__init__(window)
        self._window, self._errands, self._banner = window, errands, banner
        self._folder = ""
        """Where something was chosen last."""

    def add(self, paths: Sequence[Path]) -> None:
        """Look for audio and video among files and folders."""
        if paths:
            self._errands.run(lambda: gather(paths), self._on_gathered, self._on_failed)

    @Slot()
    def ask_for_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = self.tr("Audio and video ({patterns});;All files (*)").format(patterns=patterns)
        title = self.tr("Open audio or video")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, title, self._beginning(), kinds, options=QFileDialog.Option.HideNameFilterDetails
        )
        self._chose([Path(name) for name in names])

    @Slot()
    def ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a folder of audio or video"), self._beginning()
        )
        self._chose([Path(name)] if name else [])

    def _beginning(self) -> str:
        """Where a dialog begins: where the last one ended, at first at the person's own files."""
        return self._folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)

    def _chose(self, paths: Sequence[Path]) -> None:
        if paths:
            self._folder = str(paths[0].parent)
        self.add(paths)

    @Slot(object)
    def _on_gathered(self, gathered: Gathered) -> None:
        self.found.emit(gathered.sources)
        if gathered.skipped or gathered.searched:
            self._banner.say(lambda: self._complaint(gathered))
        elif gathered.sources:
            self._banner.hide()

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self._banner.say_error(error)

    def _complaint(self, gathered: Gathered) -> str:
        said: list[str] = []
        if gathered.skipped:
            said.append(self.tr("Not audio or video, skipped: {names}.").format(names=self._some(gathered.skipped)))
        if gathered.searched:
            said.append(self.tr("No audio or video in: {names}.").format(names=self._some(gathered.searched)))
        return " ".join(said)

    def _some(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:NAMED_AT_MOST])
        more = len(names) - NAMED_AT_MOST
        return self.tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
