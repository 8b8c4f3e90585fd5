"""Licence page, shown before a download: its size, licences, access problems and disk space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.jobs.model_tasks import DownloadOffer
from app.models.catalog import CatalogModel
from app.ui.formatting import size_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.translation_mixin import TranslationMixin

from . import texts
from .label_value_grid import Fact, LabelValueGrid

if TYPE_CHECKING:
    from app.models.install.preflight import DownloadEstimate, RepositoryEstimate

ACCESS_PROBLEMS = ("sign in", "agree", "forbidden")
"""Kinds of problems that an access token, or an agreement on the hub's page, can solve."""
LICENCE_HEIGHT_PX = 190


class RepositoryView(QWidget):
    """One repository of a download: its size, revision, licence and problem."""

    licence_requested = Signal(str)

    def __init__(self, estimate: RepositoryEstimate, full_licence: str) -> None:
        super().__init__()
        self.estimate, self._full_licence = estimate, full_licence
        self.about, self.problem, self.licence = QLabel(), QLabel(), QPushButton()
        self.about.setOpenExternalLinks(True)
        self.about.setWordWrap(True)
        self.problem.setProperty("look", "warning")
        self.problem.setWordWrap(True)
        self.problem.setIndent(0)
        self.licence.setProperty("look", "link")
        self.licence.setCheckable(True)
        self.licence.clicked.connect(lambda: self.licence_requested.emit(estimate.repository.name))
        line = QHBoxLayout()
        line.addWidget(self.about, 1)
        line.addWidget(self.licence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.retranslate()

    @property
    def licence_name(self) -> str:
        return (self.estimate.listing.licence if self.estimate.listing else "") or self.estimate.repository.licence

    @property
    def licence_text(self) -> str:
        """The text of the licence, or a sentence that links to it where the repository has no file of it."""
        listing = self.estimate.listing
        link = listing.licence_link if listing else texts.repository_url(self.estimate.repository.name)
        if self._full_licence:
            return f"{link}\n\n{self._full_licence}"
        text = self.tr("The text of this licence ({name}) could not be shown here. Read it at {link}.")
        return text.format(name=self.licence_name, link=link)

    def retranslate(self) -> None:
        estimate, listing = self.estimate, self.estimate.listing
        name = estimate.repository.name
        revision = listing.commit[: texts.SHORT_COMMIT_LENGTH] if listing else estimate.repository.revision
        missing = size_text(estimate.missing_bytes)
        fetch = (
            self.tr("{size} to fetch").format(size=missing) if estimate.missing_bytes else self.tr("is here already")
        )
        about = [fetch, self.tr("revision {name}").format(name=revision)]
        if estimate.repository.asks_for_contact or (listing is not None and listing.gated):
            about.append(self.tr("its authors see who you are"))
        self.about.setText(f'<a href="{texts.repository_url(name)}">{name}</a><br>{" · ".join(about)}')
        if listing is not None:
            self.about.setToolTip(listing.commit)
        self.licence.setText(self.tr("Licence: {name}").format(name=self.licence_name))
        self.licence.setToolTip(self.tr("Read this licence"))
        self.problem.setText(error_text(estimate.problem) if estimate.problem is not None else "")
        self.problem.setVisible(estimate.problem is not None)


class LicencePage(TranslationMixin, QWidget):
    """Shows a download offer of the hub. Nothing is downloaded before the user agrees."""

    agreed = Signal(object)  # Quote
    left = Signal()
    offer_requested = Signal()
    token_given = Signal(str)
    forget_token_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: CatalogModel | None = None
        self._offer: DownloadOffer | None = None
        self._token_problem: AnnealError | None = None
        self.repository_views: list[RepositoryView] = []
        self.title, self.lead = QLabel(), QLabel()
        self.title.setObjectName("pageTitle")
        self.lead.setProperty("look", "muted")
        self.lead.setWordWrap(True)
        self.banner = Banner(closable=False)
        self.licence_view = QPlainTextEdit()
        self.licence_view.setReadOnly(True)
        self.licence_view.setFixedHeight(LICENCE_HEIGHT_PX)
        self.licence_view.setObjectName("licenceText")
        self.facts = LabelValueGrid()
        self.token_panel = QWidget()
        self.token_title, self.token_note = QLabel(), QLabel()
        self.token_title.setWordWrap(True)
        self.token_note.setWordWrap(True)
        self.token_note.setIndent(0)
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.use_token, self.forget_token, self.ask_again = QPushButton(), QPushButton(), QPushButton()
        self.agree = CheckBox()
        self.start, self.back = QPushButton(), QPushButton()
        self.start.setProperty("look", "primary")
        self.forget_token.setProperty("look", "quiet")
        self.agree.toggled.connect(self._update_enabled)
        self.start.clicked.connect(self._on_start_clicked)
        self.back.clicked.connect(self.left)
        self.ask_again.clicked.connect(self.offer_requested)
        self.use_token.clicked.connect(self._on_use_token_clicked)
        self.forget_token.clicked.connect(self.forget_token_requested)
        self.token.returnPressed.connect(self._on_use_token_clicked)
        self.token.textChanged.connect(self._update_enabled)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        token_row = QHBoxLayout()
        token_row.setSpacing(8)
        token_row.addWidget(self.token, 1)
        token_row.addWidget(self.use_token)
        token_row.addWidget(self.ask_again)
        token_row.addWidget(self.forget_token)
        token = QVBoxLayout(self.token_panel)
        token.setContentsMargins(0, 0, 0, 0)
        token.setSpacing(8)
        token.addWidget(self.token_title)
        token.addLayout(token_row)
        token.addWidget(self.token_note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.agree)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.start)
        self._repository_column = QVBoxLayout()
        self._repository_column.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.lead)
        column.addSpacing(18)
        column.addWidget(self.banner)
        column.addLayout(self._repository_column)
        column.addSpacing(10)
        column.addWidget(self.licence_view)
        column.addSpacing(14)
        column.addWidget(self.token_panel)
        column.addSpacing(14)
        column.addWidget(self.facts)
        column.addStretch(1)
        column.addSpacing(18)
        column.addLayout(buttons)

    # --- state from the dialog

    def show_fetching(self, model: CatalogModel) -> None:
        """Show that the offer for ``model`` is being fetched."""
        self._model, self._offer = model, None
        self.banner.hide()
        self.licence_view.hide()
        self.agree.setChecked(False)
        self._show_repositories()
        self._retranslate()

    def show_offer(self, offer: DownloadOffer) -> None:
        self._offer = offer
        self.agree.setChecked(False)
        self._show_repositories()
        self._retranslate()

    def show_error(self, error: AnnealError) -> None:
        """Show why no offer could be fetched."""
        self.banner.show_error(error, lambda: self.tr("Try again"), self.offer_requested.emit)
        self.lead.hide()

    def show_token_saved(self, problem: AnnealError | None) -> None:
        """Show that the token is in use, and the problem if it could not be stored in the keyring."""
        self.token.clear()
        self._token_problem = problem
        self._retranslate()

    # --- display

    def _show_repositories(self) -> None:
        for view in self.repository_views:
            self._repository_column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.repository_views = []
        if self._offer is not None:
            licence_texts = self._offer.licence_texts
            for estimate in self._offer.estimate.repositories:
                view = RepositoryView(estimate, licence_texts.get(estimate.repository.name, ""))
                self.repository_views.append(view)
        for view in self.repository_views:
            view.licence_requested.connect(self._on_licence_requested)
            self._repository_column.addWidget(view)

    @Slot(str)
    def _on_licence_requested(self, name: str) -> None:
        for view in self.repository_views:
            is_requested = view.licence.isChecked() and view.estimate.repository.name == name
            view.licence.setChecked(is_requested)
            if is_requested:
                self.licence_view.setPlainText(view.licence_text)
        self.licence_view.setVisible(any(view.licence.isChecked() for view in self.repository_views))

    @property
    def estimate(self) -> DownloadEstimate | None:
        return self._offer.estimate if self._offer is not None else None

    @Slot()
    def _update_enabled(self) -> None:
        downloadable = self.estimate is not None and not self.estimate.problems
        self.agree.setEnabled(downloadable)
        self.start.setEnabled(downloadable and self.agree.isChecked())
        self.use_token.setEnabled(bool(self.token.text().strip()))

    def _retranslate(self) -> None:
        if self._model is None:
            return
        estimate, offer = self.estimate, self._offer
        self.title.setText(self.tr("Download {model}").format(model=self._model.title))
        if offer is None:
            lead = self.tr("Asking the hub what there is to fetch…")
        elif offer.partial and not offer.agreed:
            lead = self.tr("It has changed since you agreed. Please look again: what has come and still fits is used.")
        else:
            lead = self.tr("This is what would be fetched, and from whom. Nothing is fetched before you agree.")
        self.lead.setText(lead)
        self.lead.show()
        for view in self.repository_views:
            view.retranslate()
        self._show_facts(offer)
        self._show_token(offer)
        for widget in (self.agree, self.start):
            widget.setVisible(estimate is not None)
        self.agree.setText(self.tr("I agree to these licences"))
        self.agree.setAccessibleName(self.agree.text())
        self.agree.setToolTip(self.tr("Each can be read above"))
        missing = estimate.missing_bytes if estimate is not None else 0
        text = self.tr("Download {size}").format(size=size_text(missing)) if missing else self.tr("Install")
        self.start.setText(text)
        self.start.setToolTip(self.tr("Begin the download"))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("Fetch nothing"))
        self.licence_view.setAccessibleName(self.tr("Licence"))
        self._update_enabled()

    def _show_facts(self, offer: DownloadOffer | None) -> None:
        if offer is None:
            self.facts.show_facts([])
            return
        estimate = offer.estimate
        disk_full = estimate.free_bytes < estimate.needed_bytes
        disk = self.tr("{needed} are needed, with some margin and room for packed weights; {free} are free.").format(
            needed=size_text(estimate.needed_bytes), free=size_text(estimate.free_bytes)
        )
        if disk_full:
            disk += " " + self.tr("Free some space, or set HF_HOME to a folder on a larger disk.")
        folder = self.tr("{folder}, where all programs that use the hub look").format(folder=offer.cache_folder)
        facts = [Fact(self.tr("Disk"), disk, warns=disk_full), Fact(self.tr("Goes to"), folder)]
        listings = [each.listing for each in estimate.repositories if each.listing is not None]
        if any(file.path.endswith(".py") for listing in listings for file in listing.files):
            code = self.tr(
                "It holds Python files. Anneal reads them for what they say about the model, and never runs them."
            )
            facts.append(Fact(self.tr("Code"), code))
        self.facts.show_facts(facts)

    def _show_token(self, offer: DownloadOffer | None) -> None:
        estimates = offer.estimate.repositories if offer is not None else ()
        problems = {each.problem.kind for each in estimates if each.problem is not None}
        self.token_panel.setVisible(bool(problems & set(ACCESS_PROBLEMS)))
        signed_in = offer is not None and offer.signed_in
        self.token_title.setText(
            self.tr(
                "An access token tells the hub who you are. The system's keyring keeps it, and Anneal nowhere else."
            )
        )
        self.token.setPlaceholderText(self.tr("Access token"))
        self.token.setAccessibleName(self.tr("Access token"))
        self.token.setToolTip(
            self.tr("It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens")
        )
        self.use_token.setText(self.tr("Use it"))
        self.use_token.setToolTip(self.tr("Keep this token and ask the hub again"))
        self.ask_again.setText(self.tr("Ask again"))
        self.ask_again.setToolTip(self.tr("After you agreed on a page of the hub"))
        self.forget_token.setText(self.tr("Forget it"))
        self.forget_token.setToolTip(self.tr("Delete the token from the keyring"))
        self.forget_token.setVisible(signed_in)
        problem = self._token_problem
        self.token_note.setProperty("look", "warning" if problem is not None else "note")
        if problem is not None:
            session_only = self.tr("Until Anneal is closed, the token is used all the same.")
            self.token_note.setText(texts.join_sentences([error_text(problem), session_only]))
        self.token_note.setVisible(problem is not None)

    @Slot()
    def _on_start_clicked(self) -> None:
        if self.estimate is not None:
            self.agreed.emit(self.estimate)

    @Slot()
    def _on_use_token_clicked(self) -> None:
        if self.token.text().strip():
            self.token_given.emit(self.token.text())
