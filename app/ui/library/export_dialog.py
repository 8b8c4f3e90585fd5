"""Export dialog: which formats, with which contents, into which folder; and the export itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AnnealError, LibraryError
from app.jobs.auto_exporter import spreadsheet_separator
from app.jobs.library_worker import LibraryWorker
from app.library.export import FORMATS, ExportOptions, export_transcript
from app.library.export.unique_files import ExportFolder
from app.library.file_names import title_to_stem
from app.library.store import TranscriptStore
from app.transcript.model import Transcript
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

FORMATS_WITH_OPTIONAL_TIMES = frozenset({"txt", "md", "docx"})
"""Formats for which the user chooses whether times are written."""


@dataclass(frozen=True)
class ExportRequest:
    """What to write for each entry."""

    formats: tuple[str, ...]
    folder: Path
    options: ExportOptions
    speakers: bool


class ExportDialog(TranslationMixin, QDialog):
    """Exports library entries; deletes itself when it is closed."""

    def __init__(self, library_worker: LibraryWorker, uids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library_worker, self._uids = library_worker, list(uids)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents or Path.home())
        self.formats = {file_format: CheckBox() for file_format in FORMATS}
        self.formats["txt"].setChecked(True)
        self.times, self.word_times, self.speakers, self.for_spreadsheets = (CheckBox() for _ in range(4))
        self.speakers.setChecked(True)
        self.for_spreadsheets.setChecked(True)
        self.folder = ElidedLabel()
        self.choose_folder, self.write, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self.write.setProperty("look", "primary")
        self.write.setDefault(True)
        self.banner = Banner(closable=False)
        self._section_titles = QLabel(), QLabel(), QLabel()
        self._lay_out()
        for box in self.formats.values():
            box.toggled.connect(self._refresh)
        self.choose_folder.clicked.connect(self._ask_for_folder)
        self.write.clicked.connect(self._write)
        self.cancel.clicked.connect(self.close)
        self._retranslate()
        self._refresh()
        library_worker.submit(lambda store: have_speakers(store, self._uids), self._show_speakers, self._on_failed)
        self.resize(520, self.sizeHint().height())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for index, box in enumerate(self.formats.values()):
            grid.addWidget(box, index // 2, index % 2)
        folder_row = QHBoxLayout()
        folder_row.setSpacing(10)
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(self.choose_folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        for section_title in self._section_titles:
            section_title.setProperty("look", "strong")
        column.addWidget(self._section_titles[0])
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(self._section_titles[1])
        for box in (self.times, self.word_times, self.speakers, self.for_spreadsheets):
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(self._section_titles[2])
        column.addLayout(folder_row)
        column.addSpacing(4)
        column.addWidget(self.banner)
        column.addLayout(buttons)

    def _show_speakers(self, named: bool) -> None:
        """Offer to write who speaks only where somebody was named."""
        self.speakers.setChecked(named)
        self.speakers.setEnabled(named)

    @property
    def request(self) -> ExportRequest:
        formats = tuple(file_format for file_format, box in self.formats.items() if box.isChecked())
        mark, separator = (None, spreadsheet_separator()) if self.for_spreadsheets.isChecked() else (False, ",")
        options = ExportOptions(self.times.isChecked(), self.word_times.isChecked(), mark, separator)
        return ExportRequest(formats, self._folder, options, self.speakers.isChecked())

    def set_folder(self, folder: Path) -> None:
        """Choose the folder that files are written to."""
        self._folder = folder
        self._refresh()

    @Slot()
    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Export to"), str(self._folder))
        if name:
            self.set_folder(Path(name))

    @Slot()
    def _write(self) -> None:
        order, uids = self.request, self._uids
        self.write.setEnabled(False)
        self._library_worker.submit(lambda store: write_exports(store, uids, order), self._on_written, self._on_failed)

    def _on_written(self, paths: list[Path]) -> None:
        folder = self._folder
        self.write.setEnabled(True)
        self.banner.show_message(
            lambda: self.tr("%n file(s) written.", "", len(paths)),
            lambda: self.tr("Open the folder"),
            lambda: self._open(folder),
            is_note=True,
        )

    def _open(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_failed(self, error: AnnealError) -> None:
        self.write.setEnabled(True)
        self.banner.show_error(error)

    @Slot()
    def _refresh(self) -> None:
        formats = set(self.request.formats)
        self.times.setEnabled(bool(formats & FORMATS_WITH_OPTIONAL_TIMES))
        self.word_times.setEnabled("vtt" in formats)
        self.for_spreadsheets.setEnabled("csv" in formats)
        self.write.setEnabled(bool(formats))
        self.folder.set_full_text(str(self._folder))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export %n transcript(s)", "", len(self._uids)))
        titles = (self.tr("Formats"), self.tr("Include"), self.tr("Save to"))
        for label, text in zip(self._section_titles, titles, strict=True):
            label.setText(text)
        for file_format, text in (
            ("txt", self.tr("Text (.txt)")),
            ("srt", self.tr("Subtitles, SubRip (.srt)")),
            ("vtt", self.tr("Subtitles, WebVTT (.vtt)")),
            ("json", self.tr("Full data (.json)")),
            ("csv", self.tr("Table (.csv)")),
            ("md", "Markdown (.md)"),
            ("docx", self.tr("Word document (.docx)")),
        ):
            self.formats[file_format].setText(text)
        self.times.setText(self.tr("Paragraph timestamps"))
        self.times.setToolTip(self.tr("In text, Markdown and Word documents; subtitles always have them"))
        self.word_times.setText(self.tr("Word timestamps"))
        self.word_times.setToolTip(self.tr("In WebVTT; JSON always has them"))
        self.speakers.setText(self.tr("Speaker names"))
        self.for_spreadsheets.setText(self.tr("Tables as spreadsheets on this system read them"))
        self.for_spreadsheets.setToolTip(
            self.tr(
                "Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a "
                "decimal comma; off: plain CSV for other programs"
            )
        )
        self.choose_folder.setText(self.tr("Choose…"))
        self.choose_folder.setAccessibleName(self.tr("Choose the folder"))
        self.write.setText(self.tr("Export"))
        self.cancel.setText(self.tr("Close"))


def write_exports(store: TranscriptStore, uids: Iterable[str], request: ExportRequest) -> list[Path]:
    """Write the entries in all formats, without overwriting any file.

    Returns:
        The written files, by entry and format.

    Raises:
        LibraryError: The folder cannot be written to.
    """
    folder = ExportFolder(request.folder)
    paths = []
    try:
        request.folder.mkdir(parents=True, exist_ok=True)
        for uid in uids:
            title, transcript = store.entry(uid).title, store.transcript(uid)
            if not request.speakers:
                transcript = without_speakers(transcript)
            for file_format in request.formats:
                contents = export_transcript(transcript, file_format, request.options)
                paths.append(folder.write(title_to_stem(title), file_format, contents))
    except OSError as error:
        raise LibraryError(
            "The export could not be written.",
            "{reason}: {folder}.",
            "Choose another folder, or make room. Your library is not touched.",
            reason=error.strerror or error,
            folder=request.folder,
        ) from error
    return paths


def have_speakers(store: TranscriptStore, uids: Iterable[str]) -> bool:
    """Whether a speaker is named in any of the entries. Runs in the library worker's thread."""
    return any(segment.speaker for uid in uids for segment in store.transcript(uid).segments)


def without_speakers(transcript: Transcript) -> Transcript:
    return replace(transcript, segments=tuple(replace(segment, speaker="") for segment in transcript.segments))
