"""Before a download: what would be fetched, under which licences, whether it may be, and whether there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.jobs.model_tasks import Asked
from app.models.catalog import KnownModel
from app.ui.formatting import size_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_box import CheckBox

from . import texts
from .label_value_grid import Fact, Facts

if TYPE_CHECKING:
    from app.models.install.preflight import PartQuote, Quote

WHO_KINDS = ("sign in", "agree", "forbidden")
"""What an access token, or an agreement on the hub's page, can mend."""
LICENCE_HEIGHT = 190


class PartView(QWidget):
    """One repository: what it is, its licence, and what stands in the way."""

    licence_wanted = Signal(str)

    def __init__(self, part: PartQuote, text: str) -> None:
        super().__init__()
        self._part, self._text = part, text
        self.about, self.problem, self.licence = QLabel(), QLabel(), QPushButton()
        self.about.setOpenExternalLinks(True)
        self.about.setWordWrap(True)
        self.problem.setProperty("look", "warning")
        self.problem.setWordWrap(True)
        self.problem.setIndent(0)
        self.licence.setProperty("look", "link")
        self.licence.setCheckable(True)
        self.licence.clicked.connect(lambda: self.licence_wanted.emit(part.repository.name))
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
        return (self._part.listing.licence if self._part.listing else "") or self._part.repository.licence

    @property
    def licence_text(self) -> str:
        """Its text, or a sentence where its repository has none."""
        listing = self._part.listing
        link = listing.licence_link if listing else texts.page_of(self._part.repository.name)
        if self._text:
            return f"{link}\n\n{self._text}"
        text = self.tr("The text of this licence ({name}) could not be shown here. Read it at {link}.")
        return text.format(name=self.licence_name, link=link)

    def retranslate(self) -> None:
        part, listing = self._part, self._part.listing
        name = part.repository.name
        revision = listing.commit[: texts.COMMIT_LETTERS] if listing else part.repository.revision
        missing = size_text(part.missing_bytes)
        fetch = self.tr("{size} to fetch").format(size=missing) if part.missing_bytes else self.tr("is here already")
        about = [fetch, self.tr("revision {name}").format(name=revision)]
        if part.repository.asks_for_contact or (listing is not None and listing.gated):
            about.append(self.tr("its authors see who you are"))
        self.about.setText(f'<a href="{texts.page_of(name)}">{name}</a><br>{" · ".join(about)}')
        if listing is not None:
            self.about.setToolTip(listing.commit)
        self.licence.setText(self.tr("Licence: {name}").format(name=self.licence_name))
        self.licence.setToolTip(self.tr("Read this licence"))
        self.problem.setText(error_text(part.problem) if part.problem is not None else "")
        self.problem.setVisible(part.problem is not None)


class Agreement(QWidget):
    """Shows what the hub says; nothing is fetched before the person agrees."""

    agreed = Signal(object)  # Quote
    left = Signal()
    again_wanted = Signal()
    token_given = Signal(str)
    token_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: KnownModel | None = None
        self._asked: Asked | None = None
        self._token_problem: AnnealError | None = None
        self.parts: list[PartView] = []
        self.title, self.lead = QLabel(), QLabel()
        self.title.setObjectName("pageTitle")
        self.lead.setProperty("look", "muted")
        self.lead.setWordWrap(True)
        self.banner = Banner(closable=False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFixedHeight(LICENCE_HEIGHT)
        self.text.setObjectName("licenceText")
        self.facts = Facts()
        self.token_box = QWidget()
        self.token_head, self.token_note = QLabel(), QLabel()
        self.token_head.setWordWrap(True)
        self.token_note.setWordWrap(True)
        self.token_note.setIndent(0)
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep, self.forget, self.again = QPushButton(), QPushButton(), QPushButton()
        self.agree = CheckBox()
        self.start, self.back = QPushButton(), QPushButton()
        self.start.setProperty("look", "primary")
        self.forget.setProperty("look", "quiet")
        self.agree.toggled.connect(self._enable)
        self.start.clicked.connect(self._on_start_clicked)
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(self.again_wanted)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.forget.clicked.connect(self.token_unwanted)
        self.token.returnPressed.connect(self._on_keep_clicked)
        self.token.textChanged.connect(self._enable)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setSpacing(8)
        field.addWidget(self.token, 1)
        field.addWidget(self.keep)
        field.addWidget(self.again)
        field.addWidget(self.forget)
        token = QVBoxLayout(self.token_box)
        token.setContentsMargins(0, 0, 0, 0)
        token.setSpacing(8)
        token.addWidget(self.token_head)
        token.addLayout(field)
        token.addWidget(self.token_note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.agree)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.start)
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.lead)
        column.addSpacing(18)
        column.addWidget(self.banner)
        column.addLayout(self._list)
        column.addSpacing(10)
        column.addWidget(self.text)
        column.addSpacing(14)
        column.addWidget(self.token_box)
        column.addSpacing(14)
        column.addWidget(self.facts)
        column.addStretch(1)
        column.addSpacing(18)
        column.addLayout(buttons)

    # --- what the dialog tells it

    def begin(self, known: KnownModel) -> None:
        """The hub is being asked."""
        self._known, self._asked = known, None
        self.banner.hide()
        self.text.hide()
        self.agree.setChecked(False)
        self._show_parts()
        self._retranslate()

    def show_asked(self, asked: Asked) -> None:
        self._asked = asked
        self.agree.setChecked(False)
        self._show_parts()
        self._retranslate()

    def show_error(self, error: AnnealError) -> None:
        """The hub could not be asked at all."""
        self.banner.say_error(error, lambda: self.tr("Try again"), self.again_wanted.emit)
        self.lead.hide()

    def show_token_kept(self, problem: AnnealError | None) -> None:
        """The token is in use now; with the problem, if it could not be kept."""
        self.token.clear()
        self._token_problem = problem
        self._retranslate()

    # --- showing

    def _show_parts(self) -> None:
        for view in self.parts:
            self._list.removeWidget(view)
            view.hide()
            view.deleteLater()
        asked = self._asked
        self.parts = (
            [PartView(part, asked.licences.get(part.repository.name, "")) for part in asked.quote.parts]
            if asked
            else []
        )
        for view in self.parts:
            view.licence_wanted.connect(self._on_licence_wanted)
            self._list.addWidget(view)

    @Slot(str)
    def _on_licence_wanted(self, name: str) -> None:
        for view in self.parts:
            wanted = view.licence.isChecked() and view._part.repository.name == name
            view.licence.setChecked(wanted)
            if wanted:
                self.text.setPlainText(view.licence_text)
        self.text.setVisible(any(view.licence.isChecked() for view in self.parts))

    @property
    def quote(self) -> Quote | None:
        return self._asked.quote if self._asked is not None else None

    @Slot()
    def _enable(self) -> None:
        quote = self.quote
        clear = quote is not None and not quote.problems
        self.agree.setEnabled(clear)
        self.start.setEnabled(clear and self.agree.isChecked())
        self.keep.setEnabled(bool(self.token.text().strip()))

    def _retranslate(self) -> None:
        if self._known is None:
            return
        quote, asked = self.quote, self._asked
        self.title.setText(self.tr("Download {model}").format(model=self._known.title))
        if asked is None:
            lead = self.tr("Asking the hub what there is to fetch…")
        elif asked.begun and not asked.agreed:
            lead = self.tr("It has changed since you agreed. Please look again: what has come and still fits is used.")
        else:
            lead = self.tr("This is what would be fetched, and from whom. Nothing is fetched before you agree.")
        self.lead.setText(lead)
        self.lead.show()
        for view in self.parts:
            view.retranslate()
        self._show_facts(quote)
        self._show_token(quote)
        for widget in (self.agree, self.start):
            widget.setVisible(quote is not None)
        self.agree.setText(self.tr("I agree to these licences"))
        self.agree.setAccessibleName(self.agree.text())
        self.agree.setToolTip(self.tr("Each can be read above"))
        missing = quote.missing_bytes if quote is not None else 0
        text = self.tr("Download {size}").format(size=size_text(missing)) if missing else self.tr("Install")
        self.start.setText(text)
        self.start.setToolTip(self.tr("Begin the download"))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("Fetch nothing"))
        self.text.setAccessibleName(self.tr("Licence"))
        self._enable()

    def _show_facts(self, quote: Quote | None) -> None:
        if quote is None:
            self.facts.show_facts([])
            return
        full = quote.free_bytes < quote.needed_bytes
        room = self.tr("{needed} are needed, with some margin and room for packed weights; {free} are free.").format(
            needed=size_text(quote.needed_bytes), free=size_text(quote.free_bytes)
        )
        if full:
            room += " " + self.tr("Free some space, or set HF_HOME to a folder on a larger disk.")
        place = self.tr("{folder}, where all programs that use the hub look").format(folder=self._asked_cache)
        facts = [Fact(self.tr("Disk"), room, warns=full), Fact(self.tr("Goes to"), place)]
        if any(file.path.endswith(".py") for part in quote.parts if part.listing for file in part.listing.files):
            code = self.tr(
                "It holds Python files. Anneal reads them for what they say about the model, and never runs them."
            )
            facts.append(Fact(self.tr("Code"), code))
        self.facts.show_facts(facts)

    @property
    def _asked_cache(self) -> str:
        return str(self._asked.cache) if self._asked is not None else ""

    def _show_token(self, quote: Quote | None) -> None:
        kinds = {part.problem.kind for part in quote.parts if part.problem is not None} if quote is not None else set()
        self.token_box.setVisible(bool(kinds & set(WHO_KINDS)))
        signed_in = self._asked is not None and self._asked.signed_in
        self.token_head.setText(
            self.tr(
                "An access token tells the hub who you are. The system's keyring keeps it, and Anneal nowhere else."
            )
        )
        self.token.setPlaceholderText(self.tr("Access token"))
        self.token.setAccessibleName(self.tr("Access token"))
        self.token.setToolTip(
            self.tr("It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens")
        )
        self.keep.setText(self.tr("Use it"))
        self.keep.setToolTip(self.tr("Keep this token and ask the hub again"))
        self.again.setText(self.tr("Ask again"))
        self.again.setToolTip(self.tr("After you agreed on a page of the hub"))
        self.forget.setText(self.tr("Forget it"))
        self.forget.setToolTip(self.tr("Delete the token from the keyring"))
        self.forget.setVisible(signed_in)
        problem = self._token_problem
        self.token_note.setProperty("look", "warning" if problem is not None else "note")
        if problem is not None:
            kept = self.tr("Until Anneal is closed, the token is used all the same.")
            self.token_note.setText(texts.joined([error_text(problem), kept]))
        self.token_note.setVisible(problem is not None)

    @Slot()
    def _on_start_clicked(self) -> None:
        if self.quote is not None:
            self.agreed.emit(self.quote)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.token.text().strip():
            self.token_given.emit(self.token.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
