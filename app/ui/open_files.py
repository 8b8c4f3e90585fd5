"""Opens audio and video: file dialogs, folders, dropped files; reports what is no media."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.find_media import MediaFound, find_media
from app.library.file_names import MEDIA_SUFFIXES

from .widgets.banner import Banner

MAX_LISTED_NAMES = 3


class FileOpener(QObject):
    """Emits the media among the files and folders that the user opens."""

    media_found = Signal(object)  # list[Path] of audio and video

    def __init__(self, window: QWidget, background_tasks: BackgroundTasks, banner: Banner) -> None:
        super().__init__(window)
        self._window, self._background_tasks, self._banner = window, background_tasks, banner
        self._last_folder = ""
        """Folder of the last choice."""
        self._links: Sequence[str] = ()
        """Those that were dropped last, until the files beside them are found."""

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Find audio and video among files and folders; ``media_found`` follows."""
        if paths:
            self._background_tasks.run(lambda: find_media(paths), self._on_media_found, self._on_failed)

    @Slot()
    def choose_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(MEDIA_SUFFIXES))
        kinds = self.tr("Audio and video ({patterns});;All files (*)").format(patterns=patterns)
        title = self.tr("Open audio or video")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, title, self._start_folder(), kinds, options=QFileDialog.Option.HideNameFilterDetails
        )
        self._open_chosen([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open a folder of audio or video"), self._start_folder()
        )
        self._open_chosen([Path(name)] if name else [])

    def _start_folder(self) -> str:
        """Return the folder in which a dialog starts: that of the last choice, at first the home folder."""
        return self._last_folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)

    def _open_chosen(self, paths: Sequence[Path]) -> None:
        if paths:
            self._last_folder = str(paths[0].parent)
        self.open_paths(paths)

    @Slot(object)
    def refuse_links(self, links: Sequence[str]) -> None:
        """Say that what was dropped are links, and what to do."""
        self._links = tuple(links)
        self._banner.show_message(lambda: self._refused_text(links))

    @Slot(object)
    def _on_media_found(self, found: MediaFound) -> None:
        self.media_found.emit(found.sources)
        links, self._links = self._links, ()
        if links:  # dropped together with files
            self._banner.show_message(lambda: f"{self._refused_text(links)} {self._skipped_text(found)}".rstrip())
        elif found.skipped or found.empty_folders:
            self._banner.show_message(lambda: self._skipped_text(found))
        elif found.sources:
            self._banner.hide()

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self._banner.show_error(error)

    def _refused_text(self, links: Sequence[str]) -> str:
        text = self.tr("Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.")
        return text.format(names=self._listed_names(links))

    def _skipped_text(self, found: MediaFound) -> str:
        sentences: list[str] = []
        if found.skipped:
            sentences.append(
                self.tr("Not audio or video, skipped: {names}.").format(names=self._listed_names(found.skipped))
            )
        if found.empty_folders:
            sentences.append(
                self.tr("No audio or video in: {names}.").format(names=self._listed_names(found.empty_folders))
            )
        return " ".join(sentences)

    def _listed_names(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:MAX_LISTED_NAMES])
        more = len(names) - MAX_LISTED_NAMES
        return self.tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown
