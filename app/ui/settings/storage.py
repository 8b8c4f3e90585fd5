"""Where recordings, models and everything else are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_text
from app.settings import Settings
from app.ui.folder_opener import FolderOpener, writable
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.window_services import Surroundings

from .form_page import Page


class Place(QWidget):
    """One folder: its path, and what can be done about it."""

    chosen = Signal(object)  # Path that can be written to; None for the app's own folder
    failed = Signal(object)  # AnnealError

    def __init__(self, errands: Errands, can_move: bool = True) -> None:
        super().__init__()
        self._errands, self._opener = errands, FolderOpener(errands, self)
        self._folder = Path()
        self.path = ElidedLabel()
        self.show_it, self.choose, self.reset = QPushButton(), QPushButton(), QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.path, 1)
        for button in (self.reset, self.choose, self.show_it):
            button.setProperty("look", "quiet")
            line.addWidget(button)
        self.choose.setVisible(can_move)
        self.setFocusProxy(self.show_it)
        self._opener.failed.connect(self.failed)
        self.show_it.clicked.connect(lambda: self._opener.open(self._folder))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.reset.clicked.connect(lambda: self.chosen.emit(None))
        self._retranslate()

    def show_folder(self, folder: Path, is_own: bool) -> None:
        """``is_own``: it is the one the app would take by itself."""
        self._folder = folder
        self.path.set_whole_text(str(folder))
        self.reset.setVisible(not is_own)
        self.show_it.setEnabled(True)

    def show_none(self, text: str) -> None:
        """There is no folder, and that is what it is called."""
        self._folder = Path.home()
        self.path.set_whole_text(text)
        self.show_it.setEnabled(False)

    def take(self, folder: Path) -> None:
        """Choose this folder if it can be written to."""
        self._errands.run(lambda: writable(folder.absolute()), self._on_tried, self._on_failed)

    @Slot()
    def _on_choose_clicked(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), str(self._folder))
        if name:
            self.take(Path(name))

    @Slot(object)
    def _on_tried(self, folder: Path) -> None:
        self.chosen.emit(folder)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.failed.emit(error)

    def _retranslate(self) -> None:
        for button, text, tip in (
            (self.show_it, self.tr("Show"), self.tr("Show this folder in the file manager")),
            (self.choose, self.tr("Choose…"), self.tr("Choose another folder")),
            (self.reset, self.tr("Reset"), self.tr("Back to the folder that Anneal takes by itself")),
        ):
            button.setText(text)
            button.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class PlacesPage(Page):
    def __init__(self, settings: Settings, around: Surroundings, errands: Errands) -> None:
        super().__init__()
        self._settings, self._around = settings, around
        self.recordings, self.models = Place(errands), Place(errands)
        self.watched = Place(errands)
        self.data = Place(errands, can_move=False)
        self._places = (self.recordings, self.models, self.watched, self.data)
        self._rows = [self.add_row(place) for place in self._places]
        self.recordings.chosen.connect(lambda folder: self.changed.emit({"recordings_folder": _text(folder)}))
        self.models.chosen.connect(lambda folder: self.changed.emit({"models_folder": _text(folder)}))
        self.watched.chosen.connect(lambda folder: self.changed.emit({"watch_folder": _text(folder)}))
        for place, row in zip(self._places, self._rows, strict=True):
            place.failed.connect(lambda error, row=row: row.say(error_text(error), warn=True))
        self._retranslate()

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        folders = self._around.folders
        find: Callable[[str], Path]
        for place, find, chosen in (
            (self.recordings, folders.recordings_in, settings.recordings_folder),
            (self.models, folders.models_in, settings.models_folder),
        ):
            place.show_folder(find(chosen), is_own=not chosen)
        self.data.show_folder(folders.data, is_own=True)
        self.watched.show_folder(Path(settings.watch_folder), is_own=not settings.watch_folder)
        if not settings.watch_folder:
            self.watched.show_none(self.tr("None"))
        for row, note in zip(
            self._rows,
            (
                self.tr("New recordings go there; older ones stay where they are."),
                self.tr("Put a folder with an adapter there, and it can be chosen as a model."),
                self.tr("New files in it are transcribed by themselves, and their text is written beside them."),
                self.tr("What Anneal keeps for you lies there."),
            ),
            strict=True,
        ):
            row.say(note)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Folders"))
        for row, text in zip(
            self._rows,
            (self.tr("Recordings"), self.tr("Models"), self.tr("Watched folder"), self.tr("Everything else")),
            strict=True,
        ):
            row.label.setText(text)
        for place, row in zip(self._places, self._rows, strict=True):
            for button in (place.show_it, place.choose, place.reset):
                button.setAccessibleDescription(row.label.text())
        self.show_settings(self._settings)


def _text(folder: Path | None) -> str:
    return str(folder) if folder else ""
