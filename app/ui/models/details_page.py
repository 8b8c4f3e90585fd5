"""One model: what it is, how it would run here, what of it is here, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.models.inventory import Shelved
from app.models.placement import LoadPlan
from app.speech.events import ModelReady
from app.ui.formatting import size_text
from app.ui.widgets.banner import Banner

from . import texts
from .label_value_grid import Fact, Facts
from .texts import Outlook


@dataclass(frozen=True)
class Seen:
    """A model and what is known around it."""

    entry: Shelved
    in_use: bool
    status: ModelReady | AnnealError | None = None
    """Of the model in use; None while it is loading."""
    outlook: Outlook = None
    outlook_known: bool = False
    bigger: Shelved | None = None
    """A model that could be downloaded, where the person has only this one."""
    busy: bool = False
    """Whether something is being done to a model: one thing at a time."""
    on_cpu: bool = False
    """Whether a person chose the CPU in the settings."""


class Details(QWidget):
    use_wanted = Signal(object)  # Shelved, like all of these
    download_wanted = Signal(object)
    verify_wanted = Signal(object)
    discard_wanted = Signal(object)
    delete_wanted = Signal(object)
    folder_wanted = Signal(object)
    card_wanted = Signal(object)
    name_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self.title, self.state, self.about = QLabel(), QLabel(), QLabel()
        self.title.setObjectName("pageTitle")
        self.state.setObjectName("pill")
        self.about.setProperty("look", "muted")
        self.about.setWordWrap(True)
        self.notice = Banner()
        self.facts, self.bigger_facts = Facts(), Facts()
        self.bigger_title, self.bigger_button = QLabel(), QPushButton()
        self.bigger_title.setProperty("look", "strong")
        self.use, self.download = QPushButton(), QPushButton()
        self.verify, self.folder, self.card, self.discard, self.delete = (QPushButton() for _ in range(5))
        self.delete_note = QLabel()
        self.delete_note.setProperty("look", "note")
        self.delete_note.setWordWrap(True)
        self.delete_note.setIndent(0)
        for button, wanted in (
            (self.use, self.use_wanted),
            (self.download, self.download_wanted),
            (self.verify, self.verify_wanted),
            (self.discard, self.discard_wanted),
            (self.delete, self.delete_wanted),
            (self.folder, self.folder_wanted),
            (self.card, self.card_wanted),
        ):
            button.clicked.connect(lambda _checked=False, wanted=wanted: self._want(wanted))
        for button in (self.use, self.download):
            button.setProperty("look", "primary")
        self.bigger_button.clicked.connect(self._on_bigger_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.title)
        head.addWidget(self.state)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.download)
        for button in (self.verify, self.folder, self.card, self.discard, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.bigger_button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.about)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addWidget(self.delete_note)
        column.addSpacing(14)
        column.addWidget(self.notice)
        column.addSpacing(10)
        column.addWidget(self.facts)
        column.addSpacing(26)
        column.addWidget(self.bigger_title)
        column.addSpacing(12)
        column.addWidget(self.bigger_facts)
        column.addSpacing(14)
        column.addLayout(below)
        column.addStretch(1)

    @property
    def seen(self) -> Seen | None:
        return self._seen

    def show_model(self, seen: Seen) -> None:
        if self._seen is None or self._seen.entry.name != seen.entry.name:
            self.notice.hide()
        self._seen = seen
        self._refresh()

    def _want(self, wanted: object) -> None:
        if self._seen is not None:
            wanted.emit(self._seen.entry)  # type: ignore[attr-defined]

    def _on_bigger_clicked(self) -> None:
        if self._seen is not None and self._seen.bigger is not None:
            self.name_wanted.emit(self._seen.bigger.name)

    # --- showing

    def _refresh(self) -> None:
        seen = self._seen
        if seen is None:
            return
        entry = seen.entry
        self.title.setText(entry.title)
        self.state.setText(self._state(seen))
        about = texts.about_text(entry.known) if entry.known else ""
        if entry.place == "bundled":
            about = self.tr("A small model that comes with Anneal. Treat what it writes as a draft.")
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self._show_buttons(seen)
        self.facts.show_facts(self._facts(seen))
        self._show_bigger(seen.bigger)

    def _state(self, seen: Seen) -> str:
        if seen.in_use:
            return self.tr("in use") if isinstance(seen.status, ModelReady) else self.tr("chosen")
        if seen.entry.begun is not None:
            return self.tr("not finished")
        return self.tr("not installed") if seen.entry.folder is None else self.tr("installed")

    def _show_buttons(self, seen: Seen) -> None:
        entry = seen.entry
        here, own = entry.folder is not None, entry.place == "own"
        mendable = own and entry.known is not None and entry.checkable and not entry.verified
        self.use.setVisible(here and not seen.in_use)
        self.use.setEnabled(not entry.problem)
        self.use.setText(self.tr("Use it now"))
        self.use.setToolTip(self.tr("Transcribe with this model from now on"))
        self.download.setVisible(entry.begun is not None or not here or mendable)
        if entry.begun is not None:
            self.download.setText(self.tr("Go on with the download"))
        else:
            self.download.setText(self.tr("Download again…") if here else self.tr("Download…"))
        self.download.setToolTip(self.tr("First you see what it takes; nothing is fetched before you agree"))
        for button, shown, text, tip in (
            (self.verify, entry.checkable, self.tr("Verify"), self.tr("Compare every file with its checksum")),
            (self.folder, here, self.tr("Show folder"), self.tr("Show its folder in the file manager")),
            (self.card, entry.card is not None, self.tr("Model card"), self.tr("What its makers say and measured")),
            (
                self.discard,
                entry.begun is not None,
                self.tr("Discard…"),
                self.tr("Delete what has come of it so far"),
            ),
            (self.delete, own, self.tr("Delete…"), self.tr("Delete the model from this computer")),
        ):
            button.setVisible(shown)
            button.setText(text)
            button.setToolTip(tip)
        for button in (self.download, self.verify, self.discard):
            button.setEnabled(not seen.busy)
        self.delete.setEnabled(not seen.in_use and not seen.busy)
        self.delete_note.setText(self.tr("It is in use: to delete it, choose another model first."))
        self.delete_note.setVisible(own and seen.in_use)

    def _facts(self, seen: Seen) -> list[Fact]:
        entry, facts = seen.entry, []
        if entry.problem:
            text = self.tr("It cannot be used: {reason}.").format(reason=entry.problem)
            facts.append(Fact(self.tr("Problem"), text, warns=True))
        if seen.in_use and isinstance(seen.status, ModelReady):
            facts.append(Fact(self.tr("In use"), texts.in_use_text(seen.status)))
        elif seen.in_use and isinstance(seen.status, AnnealError):
            facts.append(Fact(self.tr("In use"), error_text(seen.status), warns=True))
        elif seen.in_use:
            facts.append(Fact(self.tr("In use"), self.tr("Loading model…")))
        else:
            text, warns = texts.outlook_text(seen.outlook) if seen.outlook_known else (self.tr("Looking…"), False)
            if seen.on_cpu and isinstance(seen.outlook, LoadPlan) and seen.outlook.device != "cpu":
                text = texts.joined([text, self.tr("But the settings say CPU: choose the automatic device there.")])
                warns = True
            facts.append(Fact(self.tr("On this computer"), text, warns))
        if entry.begun is not None:
            text = texts.share_text(entry.begun.have_bytes, entry.begun.total_bytes)
            facts.append(Fact(self.tr("Here so far"), text))
        elif entry.folder is None:
            facts.append(Fact(self.tr("To download"), texts.to_download_text(entry.size_bytes)))
        if entry.folder is not None:
            facts.append(Fact(self.tr("On the disk"), f"{size_text(entry.size_bytes)} · {entry.folder}"))
            facts.append(Fact(self.tr("Files"), texts.verified_text(entry)))
        return [*facts, *self._made_of(entry)]

    def _made_of(self, entry: Shelved) -> list[Fact]:
        facts = []
        if languages := texts.languages_text(entry.languages):
            facts.append(Fact(self.tr("Languages"), languages))
        if entry.known is not None and entry.known.needs is not None:
            facts.append(Fact(self.tr("Needs"), texts.needs_text(entry.known.needs)))
        if entry.known is not None and entry.known.scores:
            lines = [texts.score_text(score) for score in entry.known.scores]
            source = self.tr("As its authors published it; not measured here.")
            facts.append(Fact(self.tr("Published errors"), "\n".join([*lines, source])))
        if entry.parts:
            facts.append(Fact(self.tr("Made of"), "<br>".join(map(texts.part_html, entry.parts)), html=True))
        return facts

    def _show_bigger(self, bigger: Shelved | None) -> None:
        """What the big model would bring and takes, where there is only the small one."""
        for widget in (self.bigger_title, self.bigger_facts, self.bigger_button):
            widget.setVisible(bigger is not None)
        if bigger is None or bigger.known is None:
            return
        known = bigger.known
        self.bigger_title.setText(self.tr("There is a much larger model: {name}").format(name=bigger.title))
        facts = [Fact(self.tr("What it is"), texts.about_text(known))]
        if known.scores:
            scores = "\n".join(texts.score_text(score) for score in known.scores[:2])
            own = self.tr("How often the small one errs is in its model card.")
            facts.append(Fact(self.tr("Published errors"), f"{scores}\n{own}"))
        if known.needs is not None:
            facts.append(Fact(self.tr("It needs"), texts.needs_text(known.needs)))
        facts.append(Fact(self.tr("To download"), texts.to_download_text(bigger.size_bytes)))
        self.bigger_facts.show_facts(facts)
        self.bigger_button.setText(self.tr("Would it run here?"))
        self.bigger_button.setToolTip(self.tr("See what it is, what it takes, and how it would run on this computer"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)
