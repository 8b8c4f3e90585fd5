"""Settings page for folders: recordings, models, watched folder and data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.settings import Settings
from app.ui.folder_opener import FolderOpener, ensure_writable_folder
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.window_services import WindowServices

from .form_page import FormPage


class FolderField(TranslationMixin, QWidget):
    """Path of a folder, with buttons to show, choose and reset it."""

    chosen = Signal(object)  # a writable Path; None for the default folder
    failed = Signal(object)  # AnnealError

    def __init__(self, background_tasks: BackgroundTasks, can_move: bool = True) -> None:
        super().__init__()
        self._background_tasks, self._opener = background_tasks, FolderOpener(background_tasks, self)
        self._folder = Path()
        self.path = ElidedLabel()
        self.reveal, self.choose, self.reset = QPushButton(), QPushButton(), QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.path, 1)
        for button in (self.reset, self.choose, self.reveal):
            button.setProperty("look", "quiet")
            line.addWidget(button)
        self.choose.setVisible(can_move)
        self.setFocusProxy(self.reveal)
        self._opener.failed.connect(self.failed)
        self.reveal.clicked.connect(lambda: self._opener.open(self._folder))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.reset.clicked.connect(lambda: self.chosen.emit(None))
        self._retranslate()

    def show_folder(self, folder: Path, is_default: bool) -> None:
        """Show a folder; ``is_default`` hides the button that resets it."""
        self._folder = folder
        self.path.set_full_text(str(folder))
        self.reset.setVisible(not is_default)
        self.reveal.setEnabled(True)

    def show_none(self, text: str) -> None:
        """Show ``text`` instead of a folder."""
        self._folder = Path.home()
        self.path.set_full_text(text)
        self.reveal.setEnabled(False)

    def choose_if_writable(self, folder: Path) -> None:
        """Choose a folder once it has been found writable; that is tried in the background."""
        self._background_tasks.run(
            lambda: ensure_writable_folder(folder.absolute()), self._on_writable, self._on_failed
        )

    @Slot()
    def _on_choose_clicked(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), str(self._folder))
        if name:
            self.choose_if_writable(Path(name))

    @Slot(object)
    def _on_writable(self, folder: Path) -> None:
        self.chosen.emit(folder)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.failed.emit(error)

    def _retranslate(self) -> None:
        for button, text, tip in (
            (self.reveal, self.tr("Show"), self.tr("Show this folder in the file manager")),
            (self.choose, self.tr("Choose…"), self.tr("Choose another folder")),
            (self.reset, self.tr("Reset"), self.tr("Back to the default folder")),
        ):
            button.setText(text)
            button.setToolTip(tip)


class StorageSettingsPage(FormPage):
    """Lets the user choose folders, but for the data folder, which is only shown."""

    def __init__(self, settings: Settings, services: WindowServices, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings, self._services = settings, services
        self.recordings, self.models = FolderField(background_tasks), FolderField(background_tasks)
        self.watched = FolderField(background_tasks)
        self.data = FolderField(background_tasks, can_move=False)
        self._fields = (self.recordings, self.models, self.watched, self.data)
        self.rows = [self.add_row(field) for field in self._fields]
        self.recordings.chosen.connect(lambda folder: self.changed.emit({"recordings_folder": _setting_value(folder)}))
        self.models.chosen.connect(lambda folder: self.changed.emit({"models_folder": _setting_value(folder)}))
        self.watched.chosen.connect(lambda folder: self.changed.emit({"watch_folder": _setting_value(folder)}))
        for field, row in zip(self._fields, self.rows, strict=True):
            field.failed.connect(lambda error, row=row: row.show_note(error_text(error), warns=True))
        self._retranslate()

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        folders = self._services.folders
        recordings, models = settings.recordings_folder, settings.models_folder
        self.recordings.show_folder(folders.recordings_in(recordings), is_default=not recordings)
        self.models.show_folder(folders.models_in(models), is_default=not models)
        self.data.show_folder(folders.data, is_default=True)
        self.watched.show_folder(Path(settings.watch_folder), is_default=not settings.watch_folder)
        if not settings.watch_folder:
            self.watched.show_none(self.tr("None"))
        notes = (
            self.tr("New recordings go there; older ones stay where they are."),
            self.tr("Put a folder with an adapter there, and it can be chosen as a model."),
            self.tr(
                "New files here are transcribed automatically, and written as Exports says: as text, if nothing else."
            ),
            self.tr("Your library is stored here."),
        )
        for row, note in zip(self.rows, notes, strict=True):
            row.show_note(note)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Folders"))
        names = (self.tr("Recordings"), self.tr("Models"), self.tr("Watched folder"), self.tr("Everything else"))
        for field, row, name in zip(self._fields, self.rows, names, strict=True):
            row.label.setText(name)
            for button in (field.reveal, field.choose, field.reset):
                button.setAccessibleDescription(name)
        self.show_settings(self._settings)


def _setting_value(folder: Path | None) -> str:
    return str(folder) if folder else ""
