"""Details page of a model: its state, how it would run here, what is on the disk, and the actions on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.error_text import error_text
from app.jobs.model_tasks import PlacementResult
from app.models.catalog import CatalogModel
from app.models.inventory import ModelEntry
from app.models.placement import LoadPlan
from app.speech.events import ModelReady
from app.ui.formatting import size_text
from app.ui.theme import refresh_style
from app.ui.widgets.banner import Banner
from app.ui.widgets.translation_mixin import TranslationMixin

from . import texts
from .label_value_grid import Fact, LabelValueGrid


@dataclass(frozen=True)
class ModelDetails:
    """A model and the state of the app that concerns it."""

    entry: ModelEntry
    in_use: bool
    status: ModelReady | AnnealError | None = None
    """Of the model in use; None while it is loading."""
    placement: PlacementResult | None = None
    """How this model would run here; None while that is computed."""
    larger_model: ModelEntry | None = None
    """A model that could be downloaded, where the user has only the bundled one."""
    busy: bool = False
    """Whether a task is running; there is only one at a time."""
    cpu_chosen: bool = False
    """Whether the settings choose the CPU."""


class DetailsPage(TranslationMixin, QWidget):
    """Shows one model, and requests what the user wants to do with it."""

    use_requested = Signal(object)  # ModelEntry, like the next ones
    download_requested = Signal(object)
    verify_requested = Signal(object)
    discard_requested = Signal(object)
    delete_requested = Signal(object)
    folder_requested = Signal(object)
    model_card_requested = Signal(object)
    model_requested = Signal(str)  # name of another model to show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model_details: ModelDetails | None = None
        self.title, self.state, self.about = QLabel(), QLabel(), QLabel()
        self.title.setObjectName("pageTitle")
        self.state.setObjectName("pill")
        self.about.setProperty("look", "muted")
        self.about.setWordWrap(True)
        self.notice = Banner()
        self.facts, self.values, self.larger_facts = LabelValueGrid(), LabelValueGrid(), LabelValueGrid()
        self.values_button = QPushButton()
        self.values_button.setProperty("look", "quiet")
        self.values_button.setCheckable(True)
        self.values_button.toggled.connect(self.values.setVisible)
        self.values.hide()
        self.larger_title, self.larger_button = QLabel(), QPushButton()
        self.larger_title.setProperty("look", "strong")
        self.use, self.download = QPushButton(), QPushButton()
        self.verify, self.folder, self.model_card, self.discard, self.delete = (QPushButton() for _ in range(5))
        self.delete_note = QLabel()
        self.delete_note.setProperty("look", "note")
        self.delete_note.setWordWrap(True)
        self.delete_note.setIndent(0)
        for button, signal in (
            (self.use, self.use_requested),
            (self.download, self.download_requested),
            (self.verify, self.verify_requested),
            (self.discard, self.discard_requested),
            (self.delete, self.delete_requested),
            (self.folder, self.folder_requested),
            (self.model_card, self.model_card_requested),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: self._emit_entry(signal))
        for button in (self.use, self.download):
            button.setProperty("look", "primary")
        self.larger_button.clicked.connect(self._on_larger_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        top_row = QHBoxLayout()
        top_row.setSpacing(14)
        top_row.addWidget(self.title)
        top_row.addWidget(self.state)
        top_row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.download)
        for button in (self.verify, self.folder, self.model_card, self.discard, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        larger_row = QHBoxLayout()
        larger_row.addWidget(self.larger_button)
        larger_row.addStretch(1)
        values_row = QHBoxLayout()
        values_row.addWidget(self.values_button)
        values_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(0)
        column.addLayout(top_row)
        column.addSpacing(8)
        column.addWidget(self.about)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addWidget(self.delete_note)
        column.addSpacing(14)
        column.addWidget(self.notice)
        column.addSpacing(10)
        column.addWidget(self.facts)
        column.addSpacing(14)
        column.addLayout(values_row)
        column.addSpacing(10)
        column.addWidget(self.values)
        column.addSpacing(26)
        column.addWidget(self.larger_title)
        column.addSpacing(12)
        column.addWidget(self.larger_facts)
        column.addSpacing(14)
        column.addLayout(larger_row)
        column.addStretch(1)

    @property
    def model_details(self) -> ModelDetails | None:
        return self._model_details

    def show_model(self, details: ModelDetails) -> None:
        if self._model_details is None or self._model_details.entry.name != details.entry.name:
            self.notice.hide()
        self._model_details = details
        self._retranslate()

    def _emit_entry(self, signal: object) -> None:
        if self._model_details is not None:
            signal.emit(self._model_details.entry)  # type: ignore[attr-defined]

    def _on_larger_clicked(self) -> None:
        if self._model_details is not None and self._model_details.larger_model is not None:
            self.model_requested.emit(self._model_details.larger_model.name)

    # --- display

    def _retranslate(self) -> None:
        details = self._model_details
        if details is None:
            return
        entry = details.entry
        self.title.setText(entry.title)
        self.state.setText(self._state_text(details))
        about = texts.about_text(entry.catalog_model) if entry.catalog_model else ""
        if entry.origin == "bundled":
            about = self.tr("A small model that comes with Anneal. Treat what it writes as a draft.")
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self._show_buttons(details)
        self.facts.show_facts(self._facts(details))
        self._show_values(details.placement)
        self._show_larger(details.larger_model)

    def _state_text(self, details: ModelDetails) -> str:
        if details.entry.partial is not None and not details.in_use:
            return self.tr("not finished")
        return texts.model_state_text(details.entry, details.in_use, isinstance(details.status, ModelReady))

    def _show_buttons(self, details: ModelDetails) -> None:
        entry = details.entry
        installed, own = entry.folder is not None, entry.origin == "own"
        repairable = own and entry.catalog_model is not None and entry.verifiable and not entry.verified_at
        self.use.setVisible(installed and not details.in_use)
        self.use.setEnabled(not entry.problem)
        self.use.setText(self.tr("Use it now"))
        self.use.setToolTip(self.tr("Transcribe with this model from now on"))
        self.download.setVisible(entry.partial is not None or not installed or repairable)
        if entry.partial is not None:
            self.download.setText(self.tr("Resume download"))
        else:
            self.download.setText(self.tr("Download again…") if installed else self.tr("Download…"))
        cannot_run = details.placement is not None and texts.cannot_run(details.placement.plan)
        self.download.setProperty("look", "" if cannot_run else "primary")
        refresh_style(self.download)
        self.download.setToolTip(self.tr("First you see what it takes; nothing is fetched before you agree"))
        for button, shown, text, tip in (
            (self.verify, entry.verifiable, self.tr("Verify"), self.tr("Compare every file with its checksum")),
            (self.folder, installed, self.tr("Show folder"), self.tr("Show its folder in the file manager")),
            (
                self.model_card,
                entry.model_card is not None,
                self.tr("Model card"),
                self.tr("What its makers say and measured"),
            ),
            (
                self.discard,
                entry.partial is not None,
                self.tr("Discard…"),
                self.tr("Delete what has come of it so far"),
            ),
            (self.delete, own, self.tr("Delete…"), self.tr("Delete the model from this computer")),
        ):
            button.setVisible(shown)
            button.setText(text)
            button.setToolTip(tip)
        for button in (self.download, self.verify, self.discard):
            button.setEnabled(not details.busy)
        self.delete.setEnabled(not details.in_use and not details.busy)
        self.delete_note.setText(self.tr("It is in use: to delete it, choose another model first."))
        self.delete_note.setVisible(own and details.in_use)

    def _facts(self, details: ModelDetails) -> list[Fact]:
        entry, facts = details.entry, []
        if entry.problem:
            text = self.tr("It cannot be used: {reason}.").format(reason=entry.problem)
            facts.append(Fact(self.tr("Problem"), text, warns=True))
        if details.in_use and isinstance(details.status, ModelReady):
            facts.append(Fact(self.tr("In use"), texts.in_use_text(details.status)))
        elif details.in_use and isinstance(details.status, AnnealError):
            facts.append(Fact(self.tr("In use"), error_text(details.status), warns=True))
        elif details.in_use:
            facts.append(Fact(self.tr("In use"), self.tr("Loading model…")))
        else:
            facts.append(self._placement_fact(details))
        if entry.partial is not None:
            text = texts.done_of_total_text(entry.partial.received_bytes, entry.partial.total_bytes)
            facts.append(Fact(self.tr("Here so far"), text))
        elif entry.folder is None:
            facts.append(Fact(self.tr("To download"), texts.to_download_text(entry.size_bytes)))
        if entry.folder is not None:
            facts.append(Fact(self.tr("On the disk"), f"{size_text(entry.size_bytes)} · {entry.folder}"))
            facts.append(Fact(self.tr("Files"), texts.verified_text(entry)))
        return [*facts, *self._content_facts(entry)]

    def _show_values(self, placement: PlacementResult | None) -> None:
        """Fill the table of the values that the model is decoded with; without any there is no button for it."""
        values = placement.values if placement is not None else ()
        self.values_button.setText(self.tr("Details"))
        self.values_button.setToolTip(self.tr("Every value that the model is decoded with, and where it was read"))
        self.values_button.setVisible(bool(values))
        self.values.setVisible(bool(values) and self.values_button.isChecked())
        facts = [Fact(texts.value_name(name), texts.value_text(value, origin)) for name, value, origin in values]
        if placement is not None and placement.assumptions:
            facts.append(Fact(self.tr("Assumptions"), "\n".join(placement.assumptions)))
        self.values.show_facts(facts)

    def _placement_fact(self, details: ModelDetails) -> Fact:
        label, placement = self.tr("On this computer"), details.placement
        if placement is None:
            return Fact(label, self.tr("Looking…"))
        text, warns = texts.forecast_text(placement.plan)
        if details.cpu_chosen and isinstance(placement.plan, LoadPlan) and placement.plan.device != "cpu":
            warning = self.tr("But the settings say CPU: choose the automatic device there.")
            return Fact(label, texts.join_sentences([text, warning]), warns=True)
        return Fact(label, text, warns)

    def _content_facts(self, entry: ModelEntry) -> list[Fact]:
        facts = []
        if languages := texts.languages_text(entry.languages):
            facts.append(Fact(self.tr("Languages"), languages))
        if entry.catalog_model is not None and entry.catalog_model.needs is not None:
            facts.append(Fact(self.tr("Needs"), texts.needs_text(entry.catalog_model.needs)))
        if entry.catalog_model is not None:
            facts += self._published_facts(entry.catalog_model)
        if entry.repositories:
            facts.append(
                Fact(self.tr("Made of"), "<br>".join(map(texts.repository_html, entry.repositories)), html=True)
            )
        return facts

    def _published_facts(self, model: CatalogModel) -> list[Fact]:
        facts = []
        if cutting := texts.cutting_text(model):
            facts.append(Fact(self.tr("Long speech"), cutting))
        if model.scores:
            source = self.tr("As its authors published it; not measured here.")
            facts.append(Fact(self.tr("Published errors"), f"{texts.published_errors_text(model)}\n{source}"))
        if model.speeds:
            source = self.tr("Its authors', on a card of theirs; other figures of theirs disagree.")
            facts.append(Fact(self.tr("Published speed"), f"{texts.published_speed_text(model)}\n{source}"))
        return facts

    def _show_larger(self, larger_model: ModelEntry | None) -> None:
        """Show what a larger model would bring and need; hide that for None."""
        for widget in (self.larger_title, self.larger_facts, self.larger_button):
            widget.setVisible(larger_model is not None)
        if larger_model is None or larger_model.catalog_model is None:
            return
        model = larger_model.catalog_model
        title = (
            self.tr("For a second opinion: {name}")
            if model.is_whisper
            else self.tr("There is a much larger model: {name}")
        )
        self.larger_title.setText(title.format(name=larger_model.title))
        facts = [Fact(self.tr("What it is"), texts.about_text(model))]
        if model.scores:
            scores = texts.published_errors_text(model, 2)
            note = self.tr("How often the small one errs is in its model card.")
            facts.append(Fact(self.tr("Published errors"), f"{scores}\n{note}"))
        if model.needs is not None:
            facts.append(Fact(self.tr("It needs"), texts.needs_text(model.needs)))
        facts.append(Fact(self.tr("To download"), texts.to_download_text(larger_model.size_bytes)))
        self.larger_facts.show_facts(facts)
        self.larger_button.setText(self.tr("Would it run here?"))
        self.larger_button.setToolTip(self.tr("See what it is, what it takes, and how it would run on this computer"))
