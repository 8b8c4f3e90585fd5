"""Settings page for what is written of every finished transcript, and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QGridLayout

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.settings import EXPORT_FORMATS, EXPORT_NAMES, Settings
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.dropdown import Dropdown

from .form_page import FormPage
from .storage import FolderField

COLUMNS = 2


class ExportSettingsPage(FormPage):
    """Lets the user choose formats, folder and names of the files."""

    def __init__(self, settings: Settings, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings = settings
        self.formats = {name: CheckBox() for name in EXPORT_FORMATS}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        for number, box in enumerate(self.formats.values()):
            grid.addWidget(box, number // COLUMNS, number % COLUMNS)
            box.clicked.connect(self._on_format_clicked)
        self.folder, self.naming = FolderField(background_tasks), Dropdown()
        for name in EXPORT_NAMES:
            self.naming.addItem("", name)
        self.formats_row = self.add_row(grid, self.formats["txt"], tall=True)
        self.folder_row, self.naming_row = self.add_row(self.folder), self.add_row(self.naming)
        self.folder.chosen.connect(
            lambda folder: self.changed.emit({"export_folder": str(folder) if folder is not None else ""})
        )
        self.folder.failed.connect(lambda error: self.folder_row.show_note(error_text(error), warns=True))
        self.naming.activated.connect(lambda _: self.changed.emit({"export_name": self.naming.currentData()}))
        self._retranslate()

    def _on_format_clicked(self) -> None:
        chosen = [name for name, box in self.formats.items() if box.isChecked()]
        self.changed.emit({"export_formats": ",".join(chosen)})

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        chosen = settings.export_format_list
        for name, box in self.formats.items():
            box.setChecked(name in chosen)
        self.folder.show_folder(Path(settings.export_folder), is_default=not settings.export_folder)
        if not settings.export_folder:
            self.folder.show_none(self.tr("Beside the file"))
        self.naming.select(settings.export_name)
        for control in (self.folder, self.naming):
            control.setEnabled(bool(chosen) or bool(settings.watch_folder))
        self.formats_row.show_note(
            self.tr("Every transcript is written in these formats as soon as it is done.")
            if chosen
            else self.tr("Nothing is written but the library; files of the watched folder get a text.")
        )
        self.folder_row.show_note(self.tr("No file is ever overwritten: a name that is taken gets a number."))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Exports"))
        self.formats_row.label.setText(self.tr("When a file is done"))
        self.folder_row.label.setText(self.tr("Save to"))
        self.naming_row.label.setText(self.tr("Name"))
        texts = {
            "txt": self.tr("Text"),
            "srt": self.tr("Subtitles (SRT)"),
            "vtt": self.tr("Subtitles (WebVTT)"),
            "docx": self.tr("Word"),
            "md": self.tr("Markdown"),
            "csv": self.tr("Table (CSV)"),
            "json": self.tr("Full data (JSON)"),
        }
        for name, box in self.formats.items():
            box.setText(texts[name])
            box.setToolTip(self.tr("Write every finished transcript like this"))
        self.naming.setAccessibleName(self.naming_row.label.text())
        self.naming.setToolTip(self.tr("How the files are named"))
        for button in (self.folder.reveal, self.folder.choose, self.folder.reset):
            button.setAccessibleDescription(self.folder_row.label.text())
        example = self.tr("lecture")
        for row, pattern in enumerate(EXPORT_NAMES.values()):
            self.naming.setItemText(row, pattern.format(stem=example, day=date.today().isoformat()))
        self.show_settings(self._settings)
