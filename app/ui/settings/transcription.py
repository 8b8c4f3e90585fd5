"""Settings page for the model and its device, and for the options that a transcription starts with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.languages import LANGUAGES
from app.models.adapter.spec import STEPS_DEFAULT
from app.models.catalog import InstalledModel
from app.models.gpu import Gpu
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.formatting import decimal, device_text, size_text
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.start_dropdown import StartDropdown
from app.ui.widgets.steps_slider import StepsSlider
from app.ui.widgets.toggle_switch import ToggleSwitch
from app.ui.window_services import WindowServices

from .form_page import FormPage

GB = 1000**3
GUIDANCE_WEIGHTS = (1.1, 1.3, 1.5, 2.0)


class TranscriptionSettingsPage(FormPage):
    """Lists models and GPUs in the background, and shows the state of the model in use."""

    models_requested = Signal()

    def __init__(self, settings: Settings, services: WindowServices, background_tasks: BackgroundTasks) -> None:
        super().__init__()
        self._settings, self._services, self._background_tasks = settings, services, background_tasks
        self._models: list[InstalledModel] = []
        self._gpus: Sequence[Gpu] = ()
        self._status: ModelReady | AnnealError | None = None
        self._model_steps = STEPS_DEFAULT
        self._has_canvas = True
        self.model, self.device, self.language = Dropdown(), Dropdown(), Dropdown()
        self.advanced = QLabel()
        self.steps, self._steps_value = StepsSlider(), QLabel()
        self.start, self.guidance, self.repetitions = StartDropdown(), Dropdown(), Dropdown()
        self.copy_when_done = ToggleSwitch()
        self.steps.setMaximumWidth(1000)
        self._steps_value.setMinimumWidth(24)
        self._steps_value.setProperty("look", "strong")
        steps = QHBoxLayout()
        steps.setSpacing(14)
        steps.addWidget(self.steps, 1)
        steps.addWidget(self._steps_value)
        self.models_button = QPushButton()
        self.models_button.clicked.connect(self.models_requested)
        models = QHBoxLayout()
        models.setSpacing(8)
        models.addWidget(self.model, 1)
        models.addWidget(self.models_button)
        self.model_row, self.device_row = self.add_row(models, self.model), self.add_row(self.device)
        self._language_row, self._steps_row = self.add_row(self.language), self.add_row(steps, self.steps)
        self._start_row = self.add_row(self.start)
        self._copy_row = self.add_row(self.copy_when_done)
        self.add_heading(self.advanced)
        self._guidance_row, self._repetitions_row = self.add_row(self.guidance), self.add_row(self.repetitions)
        self.model.activated.connect(lambda _row: self.changed.emit({"model": self.model.currentData()}))
        self.device.activated.connect(lambda _row: self.changed.emit({"device": self.device.currentData()}))
        self.language.activated.connect(lambda _row: self.changed.emit({"language": self.language.currentData()}))
        self.steps.valueChanged.connect(lambda steps: self.changed.emit({"steps": steps}))
        self.start.activated.connect(lambda _row: self.changed.emit({"start": self.start.currentData()}))
        self.guidance.activated.connect(lambda _row: self.changed.emit({"guidance": self.guidance.currentData()}))
        self.repetitions.activated.connect(
            lambda _row: self.changed.emit({"repetitions": self.repetitions.currentData()})
        )
        self.copy_when_done.toggled.connect(lambda on: self.changed.emit({"copy_when_done": on}))
        self._retranslate()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List the models and GPUs anew."""
        folder = self._services.folders.models_in(self._settings.models_folder)

        def list_models() -> Iterator[list[InstalledModel]]:
            yield self._services.list_models(folder)

        def list_gpus() -> Iterator[Sequence[Gpu]]:
            yield self._services.list_gpus()

        self._background_tasks.run(list_models, self._on_models_found)
        self._background_tasks.run(list_gpus, self._on_gpus_found)

    def show_settings(self, settings: Settings) -> None:
        folder_changed = settings.models_folder != self._settings.models_folder
        self._settings = settings
        self._fill()
        if folder_changed:
            self.refresh()

    def show_model_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show what is loaded and where, or why nothing is; None while it is loading."""
        self._status = status
        self._show_status()
        if isinstance(status, ModelReady):
            self._model_steps = status.steps or self._model_steps
            self._has_canvas = status.has_canvas
            self._fill_options()

    @Slot(object)
    def _on_models_found(self, models: list[InstalledModel]) -> None:
        self._models = models
        self._fill()

    @Slot(object)
    def _on_gpus_found(self, gpus: Sequence[Gpu]) -> None:
        self._gpus = gpus
        self._fill()

    def _fill(self) -> None:
        self._fill_models()
        self._fill_devices()
        self._fill_options()
        self._show_languages()

    def _fill_models(self) -> None:
        self.model.clear()
        for model in self._models:
            self.model.addItem(f"{model.title} · {size_text(model.size_bytes)}", model.name)
        bundled = next((model for model in self._models if self._is_bundled(model)), None)
        name = self._settings.model or (bundled.name if bundled else "")
        if self.model.findData(name) < 0:
            text = self.tr("{name} · not found").format(name=name) if name else self.tr("Looking…")
            self.model.addItem(text, name)
        self.model.select(name)

    def _fill_devices(self) -> None:
        self.device.clear()
        self.device.addItem(self.tr("Automatic"), "auto")
        self.device.addItem(self.tr("CPU"), "cpu")
        for gpu in self._gpus:
            self.device.addItem(f"{gpu.title} · {decimal(gpu.total_bytes / GB)} GB", gpu.name)
        name = "cuda:0" if self._settings.device == "cuda" else self._settings.device
        if self.device.findData(name) < 0:
            self.device.addItem(self.tr("{name} · not found").format(name=name), name)
        self.device.select(name)

    def _fill_options(self) -> None:
        settings = self._settings
        self.language.clear()
        self.language.addItem(self.tr("Auto"), "auto")
        for code, language in LANGUAGES.items():
            self.language.addItem(language.name, code)
        self.language.select(settings.language)
        self.start.select(settings.start)
        self.guidance.clear()
        self.guidance.addItem(self.tr("The model's own way"), 0.0)
        self.guidance.addItem(self.tr("Off"), 1.0)
        for weight in sorted({*GUIDANCE_WEIGHTS, settings.guidance} - {0.0, 1.0}):
            self.guidance.addItem(decimal(weight, 1), weight)
        self.guidance.select(settings.guidance)
        self.repetitions.clear()
        for text, choice in (
            (self.tr("The model's own way"), "model"),
            (self.tr("Take out"), "remove"),
            (self.tr("Keep"), "keep"),
        ):
            self.repetitions.addItem(text, choice)
        self.repetitions.select(settings.repetitions)
        for control in (self.steps, self.copy_when_done):
            control.blockSignals(True)
        self.steps.setValue(settings.steps or self._model_steps)
        self.copy_when_done.setChecked(settings.copy_when_done)
        for control in (self.steps, self.copy_when_done):
            control.blockSignals(False)
        self._steps_value.setText(str(self.steps.value()))
        of_canvases: tuple[QWidget, ...] = (self.steps, self._steps_value, self.start, self.guidance)
        for widget in of_canvases:
            widget.setEnabled(self._has_canvas)
        left_to_right = self.tr("This model writes from left to right: it takes no steps, and starts from nothing.")
        self._steps_row.show_note("" if self._has_canvas else left_to_right)

    def _is_bundled(self, model: InstalledModel) -> bool:
        models_folder = self._services.folders.models_in(self._settings.models_folder)
        return Path(models_folder) not in model.folder.parents

    def _show_languages(self) -> None:
        model = next((model for model in self._models if model.name == self.model.currentData()), None)
        if model is None:
            self.model_row.show_note("")
        elif model.problem:
            self.model_row.show_note(self.tr("It cannot be used: {reason}.").format(reason=model.problem), warns=True)
        else:
            names = ", ".join(LANGUAGES[code].name for code in model.languages if code in LANGUAGES)
            self.model_row.show_note(self.tr("Trained for {languages}").format(languages=names) if names else "")

    def _show_status(self) -> None:
        match self._status:
            case None:
                self.device_row.show_note(self.tr("Loading model…"))
            case AnnealError() as error:
                self.device_row.show_note(error_text(error), warns=True)
            case ready:
                text = self.tr("Running on: {device} ({precision}), tested")
                self.device_row.show_note(text.format(device=device_text(ready.device), precision=ready.precision))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Transcription"))
        self._start_row.label.setText(self.tr("Start"))
        self.advanced.setText(self.tr("Advanced"))
        for row, control, text, tip in (
            (self.model_row, self.model, self.tr("Model"), self.tr("What turns speech into text")),
            (self.device_row, self.device, self.tr("Device"), self.tr("Where the model computes")),
            (self._language_row, self.language, self.tr("Language"), self.tr("Language of the speech")),
            (self._steps_row, self.steps, self.tr("Steps"), self.tr("More steps: slower, often better")),
            (
                *(self._guidance_row, self.guidance, self.tr("Guidance")),
                self.tr("How much more the sound counts than what would be written without it. Takes twice the work"),
            ),
            (
                *(self._repetitions_row, self.repetitions, self.tr("Repeated phrases")),
                self.tr("Phrases that the model repeats to fill the canvas"),
            ),
            (self._copy_row, self.copy_when_done, self.tr("When done"), self.tr("Copy the text when done")),
        ):
            row.label.setText(text)
            control.setAccessibleName(text)
            control.setToolTip(tip)
        self.models_button.setText(self.tr("Models…"))
        self.models_button.setToolTip(self.tr("Download, verify, import and delete models"))
        self.copy_when_done.setText(self.tr("Copy the text to the clipboard"))
        self.copy_when_done.setAccessibleName(self.copy_when_done.text())
        self._fill()
        self._show_status()
