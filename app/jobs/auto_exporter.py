"""Writes every transcript to files as soon as it is finished, if the user wants that; those of a watched folder always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from app.errors import LibraryError
from app.library.export import ExportOptions
from app.library.export.export_plan import ExportPlan
from app.settings import EXPORT_NAMES, Settings
from app.transcript.model import Transcript

from .background_tasks import BackgroundTasks
from .queue_item import QueueItem, QueueState
from .transcription_queue import TranscriptionQueue

WATCHED_FORMATS = ("txt",)
"""What is written of a file of the watched folder where the user wants nothing of other files."""


class AutoExporter(QObject):
    """Follows the queue."""

    written = Signal(object, object)  # QueueItem, list[Path]
    failed = Signal(object)  # LibraryError

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        queue: TranscriptionQueue,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background_tasks, self.plan = background_tasks, plan_of(settings)
        self._done: set[int] = set()
        """Numbers of the items that were finished when they were last looked at."""
        queue.item_changed.connect(self._on_item_changed)

    @Slot(object)
    def on_settings_changed(self, settings: Settings) -> None:
        self.plan = plan_of(settings)

    @Slot(object)
    def _on_item_changed(self, item: QueueItem) -> None:
        if item.state is not QueueState.DONE or item.transcript is None:
            self._done.discard(item.number)  # it is transcribed again
            return
        if item.number in self._done:
            return
        self._done.add(item.number)
        plan = self.plan
        if item.watched and not plan.formats:
            plan = replace(plan, formats=WATCHED_FORMATS)
        if plan.formats:
            transcript, source = item.transcript, item.source
            self._background_tasks.run(
                lambda: write_files(transcript, source, plan),
                lambda paths: self.written.emit(item, paths),
                self.failed.emit,
            )


def plan_of(settings: Settings) -> ExportPlan:
    """Return what the settings want to be written."""
    folder = Path(settings.export_folder) if settings.export_folder else None
    options = ExportOptions(csv_separator=spreadsheet_separator())
    return ExportPlan(settings.export_format_list, folder, EXPORT_NAMES[settings.export_name], options)


def spreadsheet_separator() -> str:
    """What the spreadsheets of this system read between columns: a semicolon where its numbers have a decimal comma."""
    return ";" if QLocale.system().decimalPoint() == "," else ","


def write_files(transcript: Transcript, source: Path, plan: ExportPlan) -> Iterator[list[Path]]:
    """Write the files of a plan and yield their paths; raises ``LibraryError``."""
    try:
        yield plan.write(transcript, source, date.today())
    except OSError as error:
        raise LibraryError(
            "The text of {file} could not be written to {folder}.",
            "{reason}.",
            "It is in your library, and can be exported from there.",
            file=source.name,
            folder=plan.folder or source.parent,
            reason=error.strerror or error,
        ) from error
