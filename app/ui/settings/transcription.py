"""Which model runs on which device, and how a transcription begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_text
from app.languages import LANGUAGES
from app.models.catalog import InstalledModel
from app.models.hardware import Card
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.formatting import decimal
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.steps_slider import StepsSlider
from app.ui.widgets.toggle_switch import Switch
from app.ui.window_services import Surroundings

from .form_page import Page

GB = 1000**3
MB = 1000**2


class TranscriptionPage(Page):
    models_wanted = Signal()

    def __init__(self, settings: Settings, around: Surroundings, errands: Errands) -> None:
        super().__init__()
        self._settings, self._around, self._errands = settings, around, errands
        self._models: list[InstalledModel] = []
        self._cards: list[Card] = []
        self._status: ModelReady | AnnealError | None = None
        self.model, self.device, self.language = Dropdown(), Dropdown(), Dropdown()
        self.steps, self._steps_value = StepsSlider(), QLabel()
        self.copy_when_done = Switch()
        self.steps.setMaximumWidth(1000)
        self._steps_value.setMinimumWidth(24)
        self._steps_value.setProperty("look", "strong")
        steps = QHBoxLayout()
        steps.addWidget(self.steps, 1)
        steps.addWidget(self._steps_value)
        self.more_models = QPushButton()
        self.more_models.clicked.connect(self.models_wanted)
        models = QHBoxLayout()
        models.setSpacing(8)
        models.addWidget(self.model, 1)
        models.addWidget(self.more_models)
        self._model_row, self._device_row = self.add_row(models, self.model), self.add_row(self.device)
        self._language_row, self._steps_row = self.add_row(self.language), self.add_row(steps, self.steps)
        self._copy_row = self.add_row(self.copy_when_done)
        self.model.activated.connect(lambda _row: self.changed.emit({"model": self.model.currentData()}))
        self.device.activated.connect(lambda _row: self.changed.emit({"device": self.device.currentData()}))
        self.language.activated.connect(lambda _row: self.changed.emit({"language": self.language.currentData()}))
        self.steps.valueChanged.connect(lambda steps: self.changed.emit({"steps": steps}))
        self.copy_when_done.toggled.connect(lambda on: self.changed.emit({"copy_when_done": on}))
        self._retranslate()
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Ask which models and cards are there now."""
        folder = self._around.folders.models_in(self._settings.models_folder)

        def models() -> Iterator[list[InstalledModel]]:
            yield self._around.list_models(folder)

        def cards() -> Iterator[list[Card]]:
            yield self._around.list_cards()

        self._errands.run(models, self._on_models_found)
        self._errands.run(cards, self._on_cards_found)

    def show_settings(self, settings: Settings) -> None:
        moved = settings.models_folder != self._settings.models_folder
        self._settings = settings
        self._fill()
        if moved:
            self.look_again()

    def show_model(self, status: ModelReady | AnnealError | None) -> None:
        """What is loaded and where, or why nothing is; None while that is not known yet."""
        self._status = status
        self._say_status()

    @Slot(object)
    def _on_models_found(self, models: list[InstalledModel]) -> None:
        self._models = models
        self._fill()

    @Slot(object)
    def _on_cards_found(self, cards: list[Card]) -> None:
        self._cards = cards
        self._fill()

    def _fill(self) -> None:
        chosen = self._settings
        self.model.clear()
        for model in self._models:
            size = model.size_bytes / (GB if model.size_bytes >= GB else MB)
            unit = "GB" if model.size_bytes >= GB else "MB"
            self.model.addItem(f"{model.title} · {decimal(size)} {unit}", model.name)
        bundled = next((model for model in self._models if self._is_bundled(model)), None)
        wanted = chosen.model or (bundled.name if bundled else "")
        if self.model.findData(wanted) < 0:
            text = self.tr("{name} · not found").format(name=wanted) if wanted else self.tr("Looking…")
            self.model.addItem(text, wanted)
        self.model.select(wanted)

        self.device.clear()
        self.device.addItem(self.tr("Automatic"), "auto")
        self.device.addItem(self.tr("CPU"), "cpu")
        for card in self._cards:
            self.device.addItem(f"{card.title} · {decimal(card.memory_bytes / GB)} GB", card.name)
        wanted = "cuda:0" if chosen.device == "cuda" else chosen.device
        if self.device.findData(wanted) < 0:
            self.device.addItem(self.tr("{name} · not found").format(name=wanted), wanted)
        self.device.select(wanted)

        self.language.clear()
        self.language.addItem(self.tr("Auto"), "auto")
        for code, language in LANGUAGES.items():
            self.language.addItem(language.name, code)
        self.language.select(chosen.language)
        for control in (self.steps, self.copy_when_done):
            control.blockSignals(True)
        self.steps.setValue(chosen.steps)
        self.copy_when_done.setChecked(chosen.copy_when_done)
        for control in (self.steps, self.copy_when_done):
            control.blockSignals(False)
        self._steps_value.setText(str(chosen.steps))
        self._say_languages()

    def _is_bundled(self, model: InstalledModel) -> bool:
        own = self._around.folders.models_in(self._settings.models_folder)
        return Path(own) not in model.folder.parents

    def _say_languages(self) -> None:
        model = next((model for model in self._models if model.name == self.model.currentData()), None)
        if model is None:
            self._model_row.say("")
        elif model.problem:
            self._model_row.say(self.tr("It cannot be used: {reason}.").format(reason=model.problem), warn=True)
        else:
            names = ", ".join(LANGUAGES[code].name for code in model.languages if code in LANGUAGES)
            self._model_row.say(self.tr("Trained for {languages}").format(languages=names) if names else "")

    def _say_status(self) -> None:
        match self._status:
            case None:
                self._device_row.say(self.tr("Loading model…"))
            case AnnealError() as error:
                self._device_row.say(error_text(error), warn=True)
            case ready:
                device = ready.device.upper() if ready.device in ("cpu", "cuda") else ready.device
                text = self.tr("In use, verified by computing there: {device}, {precision}")
                self._device_row.say(text.format(device=device, precision=ready.precision))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Transcription"))
        for row, control, text, tip in (
            (self._model_row, self.model, self.tr("Model"), self.tr("What turns speech into text")),
            (self._device_row, self.device, self.tr("Device"), self.tr("Where the model computes")),
            (self._language_row, self.language, self.tr("Language"), self.tr("Language of the speech")),
            (self._steps_row, self.steps, self.tr("Steps"), self.tr("More steps: slower, often better")),
            (self._copy_row, self.copy_when_done, self.tr("When done"), self.tr("Copy the text when done")),
        ):
            row.label.setText(text)
            control.setAccessibleName(text)
            control.setToolTip(tip)
        self.more_models.setText(self.tr("Models…"))
        self.more_models.setToolTip(self.tr("Download, verify, import and delete models"))
        self.copy_when_done.setText(self.tr("Copy the text to the clipboard"))
        self.copy_when_done.setAccessibleName(self.copy_when_done.text())
        self._fill()
        self._say_status()
