"""Models dialog: the list on the left; on the right the details, the licences or the progress of the current model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.jobs.model_tasks import DownloadOffer, ModelTask, ModelTasks, PlacementResult
from app.models.catalog import WHISPER_SMALL, CatalogModel
from app.models.inventory import ModelEntry
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.folder_opener import FolderOpener
from app.ui.formatting import size_text
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.window_geometry import dialog_size

from . import texts
from .details_page import DetailsPage, ModelDetails
from .licence_page import LicencePage
from .list_rows import IMPORT_ROW, has_progress_page, list_rows, row_name
from .model_list import ModelList
from .progress_page import ProgressPage

if TYPE_CHECKING:
    from app.models.install.preflight import DownloadEstimate

PROGRESS_INTERVAL_MS = 150
DETAILS_PAGE, LICENCE_PAGE, PROGRESS_PAGE = range(3)
"""Indices of the pages on the right."""


class ModelsDialog(TranslationMixin, QDialog):
    """Lists the models and runs tasks on them; the tasks continue while it is closed."""

    use_requested = Signal(str)  # name of the model's folder; empty for the bundled one

    def __init__(
        self,
        model_tasks: ModelTasks,
        background_tasks: BackgroundTasks,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model_tasks, self._background_tasks = model_tasks, background_tasks
        self._chosen_model, self._device = settings.model, settings.device
        self._opener = FolderOpener(background_tasks, self)
        self.entries: dict[str, ModelEntry] = {}
        self.placements: dict[str, PlacementResult] = {}
        self._pending_download = ""
        """Name of the model whose licences are shown; empty for none."""
        self._offer_number = 0
        """Of the latest request; answers to earlier ones are discarded."""
        self._pending_choice = ""
        """Name of the model to show as soon as it is in the list."""
        self._pending_offer = ""
        """Name of the model whose download is to be offered as soon as it is in the list."""
        self._status: ModelReady | AnnealError | None = None
        self.list = ModelList()
        self.import_button = QPushButton()
        self.details_page, self.licence_page, self.progress_page = DetailsPage(), LicencePage(), ProgressPage()
        self.pages = QStackedWidget()
        for page in (self.details_page, self.licence_page, self.progress_page):
            self.pages.addWidget(_scrolling(page))
        # Progress is reported more often than it needs to be shown.
        self._progress_timer = QTimer(self, singleShot=True, interval=PROGRESS_INTERVAL_MS)
        self._progress_timer.timeout.connect(self._show_progress)
        self._lay_out()
        self._connect()
        self._retranslate()
        # By itself, a dialog is at most two thirds of the screen high.
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.92))
        self.reload()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setObjectName("modelSide")
        side_column = QVBoxLayout(side)
        side_column.setContentsMargins(0, 0, 0, 16)
        side_column.setSpacing(8)
        side_column.addWidget(self.list, 1)
        button_row = QHBoxLayout()
        button_row.setContentsMargins(14, 0, 14, 0)
        button_row.addWidget(self.import_button, 1)
        side_column.addLayout(button_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.list.name_chosen.connect(self._on_name_chosen)
        self.import_button.clicked.connect(self._ask_for_folder)
        details, licences, progress = self.details_page, self.licence_page, self.progress_page
        details.use_requested.connect(self._on_use_requested)
        details.download_requested.connect(self._on_download_requested)
        details.verify_requested.connect(self.model_tasks.verify)
        details.discard_requested.connect(self._on_discard_requested)
        details.delete_requested.connect(self._on_delete_requested)
        details.folder_requested.connect(lambda entry: self._opener.open(entry.folder))
        details.model_card_requested.connect(
            lambda entry: QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.model_card)))
        )
        details.model_requested.connect(self.list.choose)
        licences.agreed.connect(self._on_agreed)
        licences.left.connect(self._on_licence_page_left)
        licences.offer_requested.connect(self._request_offer)
        licences.token_given.connect(self._on_token_given)
        licences.forget_token_requested.connect(self._on_forget_token_requested)
        progress.pause_requested.connect(self.model_tasks.pause)
        progress.resume_requested.connect(self._on_resume_requested)
        progress.cancel_requested.connect(self._on_cancel_requested)
        self._opener.failed.connect(details.notice.show_error)
        self.model_tasks.changed.connect(self._on_task_changed)
        self.model_tasks.progressed.connect(self._on_progressed)

    def sizeHint(self) -> QSize:
        return dialog_size(self, 1000, 720)

    # --- state from outside

    @Slot()
    def reload(self) -> None:
        """List the models anew."""
        self._background_tasks.run(self.model_tasks.list_models, self._on_models_listed, self._on_list_failed)

    def choose(self, name: str) -> None:
        """Show a model, now or as soon as it is listed."""
        self._pending_choice = name
        self.list.choose(name)

    def offer(self, name: str) -> None:
        """Show what the download of a model takes, now or as soon as it is listed."""
        self.choose(name)
        self._pending_offer = name
        self._show_pending_offer()

    def _show_pending_offer(self) -> None:
        entry = self.entries.get(self._pending_offer)
        if entry is not None:
            self._pending_offer = ""
            if entry.folder is None:
                self._on_download_requested(entry)

    def show_settings(self, settings: Settings) -> None:
        """Show which model and device the settings choose."""
        if (settings.model, settings.device) != (self._chosen_model, self._device):
            self._chosen_model, self._device, self._status = settings.model, settings.device, None
            self._refresh()

    def show_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show the state of the model in use: ready, failed, or None while it is loading."""
        self._status = status
        self._refresh()

    @Slot(object)
    def _on_models_listed(self, entries: list[ModelEntry]) -> None:
        self.entries = {entry.name: entry for entry in entries}
        for entry in entries:
            self._background_tasks.run(partial(self.model_tasks.plan, entry), self._on_placed)
        self._refresh()
        if self._pending_choice in self.entries:
            self.list.choose(self._pending_choice)
            self._pending_choice = ""
        self._show_pending_offer()

    @Slot(object)
    def _on_list_failed(self, error: AnnealError) -> None:
        self.details_page.notice.show_error(error)

    @Slot(object)
    def _on_placed(self, placement: PlacementResult) -> None:
        self.placements[placement.name] = placement
        self._refresh()

    # --- user actions

    @Slot(str)
    def _on_name_chosen(self, name: str) -> None:
        if name != self._pending_download:
            self._pending_download = ""
        self._refresh()

    @Slot(object)
    def _on_use_requested(self, entry: ModelEntry) -> None:
        self.use_requested.emit("" if entry.origin == "bundled" else entry.name)

    @Slot(object)
    def _on_download_requested(self, entry: ModelEntry) -> None:
        placement = self.placements.get(entry.name)
        if entry.folder is None and entry.partial is None and placement and texts.cannot_run(placement.plan):
            verdict, _ = texts.forecast_text(placement.plan)
            question = self.tr("Download {model} all the same?").format(model=entry.title)
            if not self._confirm(question, verdict, self.tr("Download…"), self.tr("Cancel")):
                return
        self._pending_download = entry.name
        self._request_offer()

    @Slot()
    def _request_offer(self) -> None:
        entry = self.entries.get(self._pending_download)
        if entry is None or entry.catalog_model is None:
            return
        self.licence_page.show_fetching(entry.catalog_model)
        self._offer_number += 1
        fetch = partial(_fetch_offer, self._offer_number, self.model_tasks, entry.catalog_model)
        self._background_tasks.run(fetch, self._on_offer_fetched)
        self._refresh()

    @Slot(object)
    def _on_offer_fetched(self, answer: tuple[int, DownloadOffer | AnnealError]) -> None:
        number, offer = answer
        if number != self._offer_number or not self._pending_download:
            return  # the user has left the page or requested another offer
        if isinstance(offer, AnnealError):
            self.licence_page.show_error(offer)
        elif offer.agreed and not offer.estimate.problems:
            self._on_agreed(offer.estimate)  # the user agreed to the same revisions when the download was started
        else:
            self.licence_page.show_offer(offer)

    @Slot(object)
    def _on_agreed(self, estimate: DownloadEstimate) -> None:
        self._pending_download = ""
        self.model_tasks.download(estimate)

    @Slot()
    def _on_licence_page_left(self) -> None:
        self._pending_download = ""
        self._refresh()

    @Slot(str)
    def _on_token_given(self, token: str) -> None:
        self._background_tasks.run(lambda: self.model_tasks.store_token(token), self._on_token_saved)

    @Slot(object)
    def _on_token_saved(self, problem: AnnealError | None) -> None:
        self.licence_page.show_token_saved(problem)
        self._request_offer()

    @Slot()
    def _on_forget_token_requested(self) -> None:
        self._background_tasks.run(self.model_tasks.delete_token, self._on_token_saved)

    @Slot()
    def _on_resume_requested(self) -> None:
        task = self.model_tasks.task
        if task is not None and task.kind == "download":
            self._pending_download = task.name
            self._request_offer()
        elif task is not None and task.kind == "verify" and task.name in self.entries:
            self.model_tasks.verify(self.entries[task.name])

    @Slot()
    def _on_cancel_requested(self) -> None:
        task = self.model_tasks.task
        if task is None:
            return
        if task.kind != "download":
            self.model_tasks.pause()
        elif self._confirm(
            self.tr("Discard the download of {model}?").format(model=task.title),
            self.tr("What has come of it is deleted. To go on later, pause it instead."),
            self.tr("Discard"),
        ):
            self.model_tasks.pause()
            self.model_tasks.abort_download(task.name, task.title)

    @Slot(object)
    def _on_discard_requested(self, entry: ModelEntry) -> None:
        if self._confirm(
            self.tr("Discard the download of {model}?").format(model=entry.title),
            self.tr("What has come of it is deleted."),
            self.tr("Discard"),
        ):
            self.model_tasks.abort_download(entry.name, entry.title)

    @Slot(object)
    def _on_delete_requested(self, entry: ModelEntry) -> None:
        if self._confirm(
            self.tr("Delete {model}?").format(model=entry.title),
            self.tr("{folder} is deleted, and what was downloaded for this model alone.").format(folder=entry.folder),
            self.tr("Delete"),
        ):
            self.model_tasks.delete(entry)

    def _confirm(self, question: str, explanation: str, confirm_text: str, reject_text: str = "") -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText(question)
        box.setInformativeText(explanation)
        confirm = box.addButton(confirm_text, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(reject_text or self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is confirm

    @Slot()
    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Import a model from a folder"), str(Path.home()))
        if name:
            self.import_folder(Path(name))

    def import_folder(self, folder: Path) -> None:
        """Import the model in ``folder``, which is only read."""
        self.model_tasks.import_folder(folder)
        self.list.choose(IMPORT_ROW)

    # --- the task

    @Slot(object)
    def _on_task_changed(self, task: ModelTask) -> None:
        self._refresh()
        if task.state != "running":
            self.reload()
        if task.state == "done":
            self._show_success(task)
        elif task.state == "failed" and task.kind != "download" and task.error is not None:
            self._show_failure(task, task.error)  # a failed download shows its error on the progress page

    def _show_success(self, task: ModelTask) -> None:
        notice = self.details_page.notice
        if task.kind == "verify":
            notice.show_message(
                lambda: self.tr("Every file was compared with its checksum: all are right."), is_note=True
            )
        elif task.folder is not None:
            name = task.folder.name
            self.choose(name)
            notice.show_message(
                lambda: self.tr("It is here, and every file is what it should be."),
                lambda: self.tr("Use it now") if name != self._chosen_model else "",
                lambda: self.use_requested.emit(name),
                is_note=True,
            )
        else:
            notice.show_message(
                lambda: self.tr("{model} is deleted: {size} are free again.").format(
                    model=task.title, size=size_text(task.freed_bytes)
                ),
                is_note=True,
            )

    def _show_failure(self, task: ModelTask, error: AnnealError) -> None:
        if task.kind == "import":
            self.list.choose(self.list.names[0])
        self.details_page.notice.show_message(lambda: error_text(error))

    @Slot(object)
    def _on_progressed(self, _progress: object) -> None:
        if not self._progress_timer.isActive():
            self._progress_timer.start()

    @Slot()
    def _show_progress(self) -> None:
        task = self.model_tasks.task
        if task is not None and task.progress is not None and self.model_tasks.busy:
            if self.progress_page.task is not None and self.progress_page.task.name == task.name:
                self.progress_page.show_progress(task.progress)
            self._update_list()

    # --- display

    @property
    def _model_in_use(self) -> str:
        """Name of the model that the settings choose, or of the bundled one."""
        bundled = next((name for name, entry in self.entries.items() if entry.origin == "bundled"), "")
        return self._chosen_model or bundled

    def _refresh(self) -> None:
        """Update the list, and show the page that fits the current model: progress, licences or details."""
        self._update_list()
        task, name = self.model_tasks.task, self.list.current_name
        entry = self.entries.get(name)
        self.import_button.setEnabled(not self.model_tasks.busy)
        if task is not None and has_progress_page(task) and name == row_name(task) and not self._pending_download:
            self.progress_page.show_task(task)
            self.pages.setCurrentIndex(PROGRESS_PAGE)
        elif entry is not None and self._pending_download == name:
            self.pages.setCurrentIndex(LICENCE_PAGE)
        elif entry is not None:
            self.details_page.show_model(self._details_of(entry))
            self.pages.setCurrentIndex(DETAILS_PAGE)

    def _details_of(self, entry: ModelEntry) -> ModelDetails:
        only_bundled = not any(other.origin == "own" for other in self.entries.values())
        offers = [other for other in self.entries.values() if other.origin == "offered"]
        offered = next((other for other in offers if other.name == WHISPER_SMALL.name), next(iter(offers), None))
        return ModelDetails(
            entry,
            in_use=entry.name == self._model_in_use,
            status=self._status,
            placement=self.placements.get(entry.name),
            larger_model=offered if only_bundled and entry.origin == "bundled" else None,
            busy=self.model_tasks.busy,
            cpu_chosen=self._device == "cpu",
        )

    def _update_list(self) -> None:
        loaded = isinstance(self._status, ModelReady)
        entries = list(self.entries.values())
        self.list.show_rows(list_rows(entries, self.model_tasks.task, self._model_in_use, loaded))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Models"))
        self.list.setAccessibleName(self.tr("Models"))
        self.import_button.setText(self.tr("Import from a folder…"))
        self.import_button.setToolTip(self.tr("For a computer without network: copy a model from a disk or a stick"))
        self._refresh()


def _fetch_offer(
    number: int, model_tasks: ModelTasks, model: CatalogModel
) -> Iterator[tuple[int, DownloadOffer | AnnealError]]:
    """Yield the offer, or the error that prevents it, with the number of its request."""
    try:
        for offer in model_tasks.fetch_offer(model):
            yield number, offer
    except AnnealError as error:
        yield number, error


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
