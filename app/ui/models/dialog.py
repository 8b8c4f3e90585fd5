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
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_text
from app.jobs.model_tasks import Asked, ModelWork, Weighed, Work
from app.models.catalog import KnownModel
from app.models.inventory import Shelved
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.folder_opener import FolderOpener
from app.ui.formatting import size_text

from . import texts
from .details_page import Details, Seen
from .licence_page import Agreement
from .list_rows import IMPORT, has_page, lines_of, row_of
from .model_list import ShelfList
from .progress_page import UnderWay

SHOWN_EVERY_MS = 150
DETAILS, AGREEMENT, UNDER_WAY = range(3)
"""The pages on the right."""


class ModelsDialog(QDialog):
    use_wanted = Signal(str)  # name of the model's folder; empty for the bundled one

    def __init__(self, work: ModelWork, errands: Errands, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._errands = work, errands
        self._chosen, self._device = settings.model, settings.device
        self._opener = FolderOpener(errands, self)
        self._entries: dict[str, Shelved] = {}
        self._outlooks: dict[str, texts.Outlook] = {}
        self._asking = ""
        """The model whose download is being agreed to."""
        self._asked_at = 0
        self._wanted = ""
        """The model to choose as soon as it is in the list."""
        self._status: ModelReady | AnnealError | None = None
        self.list = ShelfList()
        self.bring = QPushButton()
        self.details, self.agreement, self.under_way = Details(), Agreement(), UnderWay()
        self.pages = QStackedWidget()
        for page in (self.details, self.agreement, self.under_way):
            self.pages.addWidget(_scrolling(page))
        self._later = QTimer(
            self, singleShot=True, interval=SHOWN_EVERY_MS
        )  # progress comes more often than eyes can follow
        self._later.timeout.connect(self._show_progress)
        self._lay_out()
        self._connect()
        self._retranslate()
        room = self.screen().availableSize() * 0.92
        self.resize(
            self.sizeHint().boundedTo(room)
        )  # by itself a dialog would be at most two thirds of the screen high
        self.look_again()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 16)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        beneath = QHBoxLayout()
        beneath.setContentsMargins(14, 0, 14, 0)
        beneath.addWidget(self.bring, 1)
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
        self.bring.clicked.connect(self._ask_for_folder)
        details, agreement = self.details, self.agreement
        details.use_wanted.connect(self._on_use_wanted)
        details.download_wanted.connect(self._on_download_wanted)
        details.verify_wanted.connect(self._work.verify)
        details.discard_wanted.connect(self._on_discard_wanted)
        details.delete_wanted.connect(self._on_delete_wanted)
        details.folder_wanted.connect(lambda entry: self._opener.open(entry.folder))
        details.card_wanted.connect(lambda entry: QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.card))))
        details.name_wanted.connect(self.list.choose)
        agreement.agreed.connect(self._on_agreed)
        agreement.left.connect(self._on_left)
        agreement.again_wanted.connect(self._ask_hub)
        agreement.token_given.connect(self._on_token_given)
        agreement.token_unwanted.connect(self._on_token_unwanted)
        self.under_way.pause_wanted.connect(self._work.pause)
        self.under_way.resume_wanted.connect(self._on_resume_wanted)
        self.under_way.cancel_wanted.connect(self._on_cancel_wanted)
        self._opener.failed.connect(details.notice.say_error)
        self._work.changed.connect(self._on_work_changed)
        self._work.progressed.connect(self._on_progressed)

    def sizeHint(self) -> QSize:
        return QSize(1000, 720)

    # --- what it is told

    @Slot()
    def look_again(self) -> None:
        """Ask which models there are now."""
        self._errands.run(self._work.look, self._on_looked, self._on_look_failed)

    def choose(self, name: str) -> None:
        """Show a model, as soon as it is known."""
        self._wanted = name
        self.list.choose(name)

    def show_settings(self, settings: Settings) -> None:
        """Another model or device was chosen, here or elsewhere."""
        if (settings.model, settings.device) != (self._chosen, self._device):
            self._chosen, self._device, self._status = settings.model, settings.device, None
            self._refresh()

    def show_status(self, status: ModelReady | AnnealError | None) -> None:
        """What the model in use is doing: ready, failed, or None while it is loading."""
        self._status = status
        self._refresh()

    @Slot(object)
    def _on_looked(self, entries: list[Shelved]) -> None:
        self._entries = {entry.name: entry for entry in entries}
        for entry in entries:
            self._errands.run(partial(self._work.weigh, entry), self._on_weighed)
        self._refresh()
        if self._wanted in self._entries:
            self.list.choose(self._wanted)
            self._wanted = ""

    @Slot(object)
    def _on_look_failed(self, error: AnnealError) -> None:
        self.details.notice.say_error(error)

    @Slot(object)
    def _on_weighed(self, weighed: Weighed) -> None:
        self._outlooks[weighed.name] = weighed.outlook
        self._refresh()

    # --- what a person does

    @Slot(str)
    def _on_name_chosen(self, name: str) -> None:
        if name != self._asking:
            self._asking = ""
        self._refresh()

    @Slot(object)
    def _on_use_wanted(self, entry: Shelved) -> None:
        self.use_wanted.emit("" if entry.place == "bundled" else entry.name)

    @Slot(object)
    def _on_download_wanted(self, entry: Shelved) -> None:
        self._asking = entry.name
        self._ask_hub()

    @Slot()
    def _ask_hub(self) -> None:
        entry = self._entries.get(self._asking)
        if entry is None or entry.known is None:
            return
        known = entry.known
        self.agreement.begin(known)
        self._asked_at += 1
        number = self._asked_at
        self._errands.run(lambda: _answers(number, self._work, known), self._on_asked)
        self._refresh()

    @Slot(object)
    def _on_asked(self, answer: tuple[int, Asked | AnnealError]) -> None:
        number, asked = answer
        if number != self._asked_at or not self._asking:
            return  # somebody has gone elsewhere, or asked again
        if isinstance(asked, AnnealError):
            self.agreement.show_error(asked)
        elif asked.agreed and not asked.quote.problems:
            self._on_agreed(asked.quote)  # to exactly this, when it was begun
        else:
            self.agreement.show_asked(asked)

    @Slot(object)
    def _on_agreed(self, quote: object) -> None:
        self._asking = ""
        self._work.download(quote)  # type: ignore[arg-type]

    @Slot()
    def _on_left(self) -> None:
        self._asking = ""
        self._refresh()

    @Slot(str)
    def _on_token_given(self, token: str) -> None:
        self._errands.run(lambda: self._work.keep_token(token), self._on_token_kept)

    @Slot(object)
    def _on_token_kept(self, problem: AnnealError | None) -> None:
        self.agreement.show_token_kept(problem)
        self._ask_hub()

    @Slot()
    def _on_token_unwanted(self) -> None:
        self._errands.run(self._work.forget_token, self._on_token_kept)

    @Slot()
    def _on_resume_wanted(self) -> None:
        work = self._work.work
        if work is not None and work.kind == "download":
            self._asking = work.name
            self._ask_hub()
        elif work is not None and work.kind == "verify" and work.name in self._entries:
            self._work.verify(self._entries[work.name])

    @Slot()
    def _on_cancel_wanted(self) -> None:
        work = self._work.work
        if work is None:
            return
        if work.kind != "download":
            self._work.pause()
        elif self._sure(
            self.tr("Discard the download of {model}?").format(model=work.title),
            self.tr("What has come of it is deleted. To go on later, pause it instead."),
            self.tr("Discard"),
        ):
            self._work.pause()
            self._work.give_up(work.name, work.title)

    @Slot(object)
    def _on_discard_wanted(self, entry: Shelved) -> None:
        if self._sure(
            self.tr("Discard the download of {model}?").format(model=entry.title),
            self.tr("What has come of it is deleted."),
            self.tr("Discard"),
        ):
            self._work.give_up(entry.name, entry.title)

    @Slot(object)
    def _on_delete_wanted(self, entry: Shelved) -> None:
        if self._sure(
            self.tr("Delete {model}?").format(model=entry.title),
            self.tr("{folder} is deleted, and what was downloaded for this model alone.").format(folder=entry.folder),
            self.tr("Delete"),
        ):
            self._work.delete(entry)

    def _sure(self, question: str, more: str, yes: str) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText(question)
        box.setInformativeText(more)
        do = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is do

    @Slot()
    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Import a model from a folder"), str(Path.home()))
        if name:
            self.bring_folder(Path(name))

    def bring_folder(self, folder: Path) -> None:
        """Import the model in a folder; it is only read."""
        self._work.import_folder(folder)
        self.list.choose(IMPORT)

    # --- the work

    @Slot(object)
    def _on_work_changed(self, work: Work) -> None:
        self._refresh()
        if work.state != "running":
            self.look_again()
        if work.state == "running" or (work.kind == "download" and work.state != "done"):
            return
        notice = self.details.notice
        if work.state == "failed" and work.error is not None:
            self._say_failure(work, work.error)
        elif work.state == "done" and work.kind in ("download", "import") and work.folder is not None:
            name = work.folder.name
            self.choose(name)
            notice.say(
                lambda: self.tr("It is here, and every file is what it should be."),
                lambda: self.tr("Use it now") if name != self._chosen else "",
                lambda: self.use_wanted.emit(name),
                note=True,
            )
        elif work.state == "done" and work.kind == "verify":
            notice.say(lambda: self.tr("Every file was compared with its checksum: all are right."), note=True)
        elif work.state == "done":
            freed = work.freed_bytes
            notice.say(
                lambda: self.tr("{model} is deleted: {size} are free again.").format(
                    model=work.title, size=size_text(freed)
                ),
                note=True,
            )

    def _say_failure(self, work: Work, error: AnnealError) -> None:
        if work.kind == "import":
            self.list.choose(self.list.names[0])
        self.details.notice.say(lambda: error_text(error))

    @Slot(object)
    def _on_progressed(self, _progress: object) -> None:
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def _show_progress(self) -> None:
        work = self._work.work
        if work is not None and work.progress is not None and self._work.busy:
            if self.under_way.work is not None and self.under_way.work.name == work.name:
                self.under_way.show_progress(work.progress)
            self._show_lines()

    # --- showing

    @property
    def _bundled(self) -> str:
        return next((name for name, entry in self._entries.items() if entry.place == "bundled"), "")

    def _refresh(self) -> None:
        self._show_lines()
        work, name = self._work.work, self.list.chosen
        entry = self._entries.get(name)
        self.bring.setEnabled(not self._work.busy)
        if work is not None and has_page(work) and name == row_of(work) and not self._asking:
            self.under_way.show_work(work)
            self.pages.setCurrentIndex(UNDER_WAY)
            return
        if entry is None:
            return
        if self._asking == name:
            self.pages.setCurrentIndex(AGREEMENT)
            return
        alone = not any(other.place == "own" for other in self._entries.values())
        offered = next((other for other in self._entries.values() if other.place == "offered"), None)
        self.details.show_model(
            Seen(
                entry,
                in_use=name == (self._chosen or self._bundled),
                status=self._status,
                outlook=self._outlooks.get(name),
                outlook_known=name in self._outlooks,
                bigger=offered if alone and entry.place == "bundled" else None,
                busy=self._work.busy,
                on_cpu=self._device == "cpu",
            )
        )
        self.pages.setCurrentIndex(DETAILS)

    def _show_lines(self) -> None:
        in_use, loaded = self._chosen or self._bundled, isinstance(self._status, ModelReady)
        self.list.show_lines(lines_of(list(self._entries.values()), self._work.work, in_use, loaded))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Models"))
        self.list.setAccessibleName(self.tr("Models"))
        self.bring.setText(self.tr("Import from a folder…"))
        self.bring.setToolTip(self.tr("For a computer without network: copy a model from a disk or a stick"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _answers(number: int, work: ModelWork, known: KnownModel) -> Iterator[tuple[int, Asked | AnnealError]]:
    try:
        for asked in work.ask(known):
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
