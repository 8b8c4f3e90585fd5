"""The models: a list on the left, and on the right the chosen one, what its download takes, or how far that is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal, Slot
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
from app.models.catalog import CatalogModel
from app.models.inventory import ModelEntry
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.folder_opener import FolderOpener
from app.ui.formatting import size_text

from . import texts
from .details_page import DetailsPage, ModelDetails
from .licence_page import LicencePage
from .list_rows import IMPORT_ROW, has_progress_page, list_rows, row_name
from .model_list import ModelList
from .progress_page import ProgressPage

PROGRESS_INTERVAL_MS = 150
DETAILS_PAGE, LICENCE_PAGE, PROGRESS_PAGE = range(3)
"""The pages on the right."""


class ModelsDialog(QDialog):
    use_wanted = Signal(str)  # name of the model's folder; empty for the bundled one

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
        self.forecasts: dict[str, texts.LoadForecast] = {}
        self._pending_download = ""
        """The model whose download is being agreed to."""
        self._offer_number = 0
        self._pending_choice = ""
        """The model to choose as soon as it is in the list."""
        self._status: ModelReady | AnnealError | None = None
        self.list = ModelList()
        self.import_button = QPushButton()
        self.details_page, self.licence_page, self.progress_page = DetailsPage(), LicencePage(), ProgressPage()
        self.pages = QStackedWidget()
        for page in (self.details_page, self.licence_page, self.progress_page):
            self.pages.addWidget(_scrolling(page))
        self._progress_timer = QTimer(
            self, singleShot=True, interval=PROGRESS_INTERVAL_MS
        )  # progress comes more often than eyes can follow
        self._progress_timer.timeout.connect(self._show_progress)
        self._lay_out()
        self._connect()
        self._retranslate()
        room = self.screen().availableSize() * 0.92
        self.resize(
            self.sizeHint().boundedTo(room)
        )  # by itself a dialog would be at most two thirds of the screen high
        self.reload()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 16)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        beneath = QHBoxLayout()
        beneath.setContentsMargins(14, 0, 14, 0)
        beneath.addWidget(self.import_button, 1)
        left.addLayout(beneath)
        side = QWidget()
        side.setObjectName("shelfSide")
        side.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.list.name_chosen.connect(self._on_name_chosen)
        self.import_button.clicked.connect(self._ask_for_folder)
        details, agreement = self.details_page, self.licence_page
        details.use_wanted.connect(self._on_use_wanted)
        details.download_wanted.connect(self._on_download_wanted)
        details.verify_wanted.connect(self.model_tasks.verify)
        details.discard_wanted.connect(self._on_discard_wanted)
        details.delete_wanted.connect(self._on_delete_wanted)
        details.folder_wanted.connect(lambda entry: self._opener.open(entry.folder))
        details.model_card_wanted.connect(lambda entry: QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.card))))
        details.model_wanted.connect(self.list.choose)
        agreement.agreed.connect(self._on_agreed)
        agreement.left.connect(self._on_licence_page_left)
        agreement.offer_wanted.connect(self._request_offer)
        agreement.token_given.connect(self._on_token_given)
        agreement.forget_token_wanted.connect(self._on_forget_token_wanted)
        self.progress_page.pause_wanted.connect(self.model_tasks.pause)
        self.progress_page.resume_wanted.connect(self._on_resume_wanted)
        self.progress_page.cancel_wanted.connect(self._on_cancel_wanted)
        self._opener.failed.connect(details.notice.show_error)
        self.model_tasks.changed.connect(self._on_task_changed)
        self.model_tasks.progressed.connect(self._on_progressed)

    def sizeHint(self) -> QSize:
        return QSize(1000, 720)

    # --- what it is told

    @Slot()
    def reload(self) -> None:
        """Ask which models there are now."""
        self._background_tasks.run(self.model_tasks.list_models, self._on_models_listed, self._on_list_failed)

    def choose(self, name: str) -> None:
        """Show a model, as soon as it is known."""
        self._pending_choice = name
        self.list.choose(name)

    def show_settings(self, settings: Settings) -> None:
        """Another model or device was chosen, here or elsewhere."""
        if (settings.model, settings.device) != (self._chosen_model, self._device):
            self._chosen_model, self._device, self._status = settings.model, settings.device, None
            self._refresh()

    def show_status(self, status: ModelReady | AnnealError | None) -> None:
        """What the model in use is doing: ready, failed, or None while it is loading."""
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

    @Slot(object)
    def _on_list_failed(self, error: AnnealError) -> None:
        self.details_page.notice.show_error(error)

    @Slot(object)
    def _on_placed(self, weighed: PlacementResult) -> None:
        self.forecasts[weighed.name] = weighed.plan
        self._refresh()

    # --- what a person does

    @Slot(str)
    def _on_name_chosen(self, name: str) -> None:
        if name != self._pending_download:
            self._pending_download = ""
        self._refresh()

    @Slot(object)
    def _on_use_wanted(self, entry: ModelEntry) -> None:
        self.use_wanted.emit("" if entry.origin == "bundled" else entry.name)

    @Slot(object)
    def _on_download_wanted(self, entry: ModelEntry) -> None:
        self._pending_download = entry.name
        self._request_offer()

    @Slot()
    def _request_offer(self) -> None:
        entry = self.entries.get(self._pending_download)
        if entry is None or entry.catalog_model is None:
            return
        known = entry.catalog_model
        self.licence_page.show_fetching(known)
        self._offer_number += 1
        number = self._offer_number
        self._background_tasks.run(lambda: _fetch_offer(number, self.model_tasks, known), self._on_offer_fetched)
        self._refresh()

    @Slot(object)
    def _on_offer_fetched(self, answer: tuple[int, DownloadOffer | AnnealError]) -> None:
        number, asked = answer
        if number != self._offer_number or not self._pending_download:
            return  # somebody has gone elsewhere, or asked again
        if isinstance(asked, AnnealError):
            self.licence_page.show_error(asked)
        elif asked.agreed and not asked.estimate.problems:
            self._on_agreed(asked.estimate)  # to exactly this, when it was begun
        else:
            self.licence_page.show_offer(asked)

    @Slot(object)
    def _on_agreed(self, quote: object) -> None:
        self._pending_download = ""
        self.model_tasks.download(quote)  # type: ignore[arg-type]

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
    def _on_forget_token_wanted(self) -> None:
        self._background_tasks.run(self.model_tasks.delete_token, self._on_token_saved)

    @Slot()
    def _on_resume_wanted(self) -> None:
        work = self.model_tasks.task
        if work is not None and work.kind == "download":
            self._pending_download = work.name
            self._request_offer()
        elif work is not None and work.kind == "verify" and work.name in self.entries:
            self.model_tasks.verify(self.entries[work.name])

    @Slot()
    def _on_cancel_wanted(self) -> None:
        work = self.model_tasks.task
        if work is None:
            return
        if work.kind != "download":
            self.model_tasks.pause()
        elif self._confirm(
            self.tr("Discard the download of {model}?").format(model=work.title),
            self.tr("What has come of it is deleted. To go on later, pause it instead."),
            self.tr("Discard"),
        ):
            self.model_tasks.pause()
            self.model_tasks.abort_download(work.name, work.title)

    @Slot(object)
    def _on_discard_wanted(self, entry: ModelEntry) -> None:
        if self._confirm(
            self.tr("Discard the download of {model}?").format(model=entry.title),
            self.tr("What has come of it is deleted."),
            self.tr("Discard"),
        ):
            self.model_tasks.abort_download(entry.name, entry.title)

    @Slot(object)
    def _on_delete_wanted(self, entry: ModelEntry) -> None:
        if self._confirm(
            self.tr("Delete {model}?").format(model=entry.title),
            self.tr("{folder} is deleted, and what was downloaded for this model alone.").format(folder=entry.folder),
            self.tr("Delete"),
        ):
            self.model_tasks.delete(entry)

    def _confirm(self, question: str, explanation: str, confirm_text: str) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText(question)
        box.setInformativeText(explanation)
        do = box.addButton(confirm_text, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is do

    @Slot()
    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Import a model from a folder"), str(Path.home()))
        if name:
            self.import_folder(Path(name))

    def import_folder(self, folder: Path) -> None:
        """Import the model in a folder; it is only read."""
        self.model_tasks.import_folder(folder)
        self.list.choose(IMPORT_ROW)

    # --- the work

    @Slot(object)
    def _on_task_changed(self, task: ModelTask) -> None:
        self._refresh()
        if task.state != "running":
            self.reload()
        if task.state == "running" or (task.kind == "download" and task.state != "done"):
            return
        notice = self.details_page.notice
        if task.state == "failed" and task.error is not None:
            self._show_failure(task, task.error)
        elif task.state == "done" and task.kind in ("download", "import") and task.folder is not None:
            name = task.folder.name
            self.choose(name)
            notice.show_message(
                lambda: self.tr("It is here, and every file is what it should be."),
                lambda: self.tr("Use it now") if name != self._chosen_model else "",
                lambda: self.use_wanted.emit(name),
                is_note=True,
            )
        elif task.state == "done" and task.kind == "verify":
            notice.show_message(
                lambda: self.tr("Every file was compared with its checksum: all are right."), is_note=True
            )
        elif task.state == "done":
            freed = task.freed_bytes
            notice.show_message(
                lambda: self.tr("{model} is deleted: {size} are free again.").format(
                    model=task.title, size=size_text(freed)
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
        work = self.model_tasks.task
        if work is not None and work.progress is not None and self.model_tasks.busy:
            if self.progress_page.task is not None and self.progress_page.task.name == work.name:
                self.progress_page.show_progress(work.progress)
            self._update_list()

    # --- showing

    @property
    def _bundled_name(self) -> str:
        return next((name for name, entry in self.entries.items() if entry.origin == "bundled"), "")

    def _refresh(self) -> None:
        self._update_list()
        work, name = self.model_tasks.task, self.list.current_name
        entry = self.entries.get(name)
        self.import_button.setEnabled(not self.model_tasks.busy)
        if work is not None and has_progress_page(work) and name == row_name(work) and not self._pending_download:
            self.progress_page.show_task(work)
            self.pages.setCurrentIndex(PROGRESS_PAGE)
            return
        if entry is None:
            return
        if self._pending_download == name:
            self.pages.setCurrentIndex(LICENCE_PAGE)
            return
        alone = not any(other.origin == "own" for other in self.entries.values())
        offered = next((other for other in self.entries.values() if other.origin == "offered"), None)
        self.details_page.show_model(
            ModelDetails(
                entry,
                in_use=name == (self._chosen_model or self._bundled_name),
                status=self._status,
                forecast=self.forecasts.get(name),
                forecast_known=name in self.forecasts,
                larger_model=offered if alone and entry.origin == "bundled" else None,
                busy=self.model_tasks.busy,
                cpu_chosen=self._device == "cpu",
            )
        )
        self.pages.setCurrentIndex(DETAILS_PAGE)

    def _update_list(self) -> None:
        in_use, loaded = self._chosen_model or self._bundled_name, isinstance(self._status, ModelReady)
        self.list.show_rows(list_rows(list(self.entries.values()), self.model_tasks.task, in_use, loaded))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Models"))
        self.list.setAccessibleName(self.tr("Models"))
        self.import_button.setText(self.tr("Import from a folder…"))
        self.import_button.setToolTip(self.tr("For a computer without network: copy a model from a disk or a stick"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _fetch_offer(
    number: int, model_tasks: ModelTasks, model: CatalogModel
) -> Iterator[tuple[int, DownloadOffer | AnnealError]]:
    try:
        for asked in model_tasks.fetch_offer(model):
            yield number, asked
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
