"""Popover with the options of a redecode: number of steps, start, language and model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.languages import LANGUAGES
from app.models.adapter.spec import STEPS_DEFAULT
from app.models.catalog import InstalledModel
from app.speech.options import TranscribeOptions
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.popover import Popover
from app.ui.widgets.start_dropdown import StartDropdown
from app.ui.widgets.steps_slider import StepsSlider
from app.ui.widgets.translation_mixin import TranslationMixin

WIDTH_PX = 380


@dataclass(frozen=True)
class RedecodeDefaults:
    """What the popover offers, and what it starts with."""

    options: TranscribeOptions
    """That the entry was transcribed with."""
    models: list[InstalledModel]
    model_in_use: str
    """Name of one of ``models``."""


class RedecodeOptionsPopover(TranslationMixin, Popover):
    """Lets the user choose how a span is redecoded."""

    chosen = Signal(int, str, str, object)  # steps, start, language, the model's folder (None: the model in use)

    def __init__(self) -> None:
        super().__init__()
        self._span_text = ""
        self._models: dict[Path | None, InstalledModel] = {}
        """By their folders; the model in use by None."""
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.steps, self.steps_value = StepsSlider(), QLabel()
        self.steps.setMaximumWidth(1000)
        self.steps_value.setProperty("look", "strong")
        self.steps_value.setMinimumWidth(22)
        self.start, self.language, self.model = StartDropdown(), Dropdown(), Dropdown()
        self.redecode_button = QPushButton()
        self.redecode_button.setProperty("look", "primary")
        self._labels = [QLabel() for _ in range(4)]
        steps = QHBoxLayout()
        steps.setSpacing(14)
        steps.addWidget(self.steps, 1)
        steps.addWidget(self.steps_value)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, label in enumerate(self._labels):
            label.setProperty("look", "muted")
            grid.addWidget(label, row, 0)
        grid.addLayout(steps, 0, 1)
        for row, choice in enumerate((self.start, self.language, self.model), 1):
            grid.addWidget(choice, row, 1)
        self.column.addWidget(self.title)
        self.column.addLayout(grid)
        self.column.addWidget(self.redecode_button)
        self.setFixedWidth(WIDTH_PX)
        self.steps.valueChanged.connect(lambda value: self.steps_value.setText(str(value)))
        self.model.activated.connect(lambda _row: self.start.select("auto"))  # another model has its own way
        self.model.currentIndexChanged.connect(self._on_model_changed)
        self.redecode_button.clicked.connect(self._submit)
        self._retranslate()

    def show_for(self, span_text: str, defaults: RedecodeDefaults, owner: QWidget, anchor_rect: QRect) -> None:
        """Open the popover beside ``anchor_rect`` of ``owner``, for the span that reads ``span_text``."""
        self._span_text = (
            span_text if len(span_text) <= 60 else f"{span_text[:28].rstrip()} … {span_text[-28:].lstrip()}"
        )
        self.language.clear()
        self.language.addItem("", "auto")
        for code, language in LANGUAGES.items():
            self.language.addItem(language.name, code)
        self.language.select(defaults.options.language)
        self.model.clear()
        self._models = {
            None if model.name == defaults.model_in_use else model.folder: model for model in defaults.models
        }
        for model in defaults.models:
            if not model.problem:
                self.model.addItem(model.title, None if model.name == defaults.model_in_use else model.folder)
        if self.model.findData(None) < 0:
            self.model.insertItem(0, "", None)
        self.model.select(None)
        self.start.select(defaults.options.start)
        self.steps.setValue(defaults.options.steps or STEPS_DEFAULT)
        self.steps_value.setText(str(self.steps.value()))
        self._retranslate()
        self.open_beside(owner, anchor_rect, self.steps if self.steps.isEnabled() else self.redecode_button)

    @Slot()
    def _on_model_changed(self) -> None:
        """Offer steps and start only where they do something."""
        model = self._models.get(self.model.currentData())
        for control in (self.steps, self.steps_value, self.start):
            control.setEnabled(model is None or model.has_canvas)

    @Slot()
    def _submit(self) -> None:
        self.close_popover()
        self.chosen.emit(
            self.steps.value(), self.start.currentData(), self.language.currentData(), self.model.currentData()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Again: “{span}”").format(span=self._span_text))
        texts = self.tr("Steps"), self.tr("Start"), self.tr("Language"), self.tr("Model")
        controls = self.steps, self.start, self.language, self.model
        for label, text, control in zip(self._labels, texts, controls, strict=True):
            label.setText(text)
            label.setBuddy(control)
            if control is not self.start:  # which has a name of its own
                control.setAccessibleName(text)
        if self.language.count():
            self.language.setItemText(0, self.tr("Auto"))
        row = self.model.findData(None)
        if row >= 0 and not self.model.itemText(row):
            self.model.setItemText(row, self.tr("The one in use"))
        self.redecode_button.setText(self.tr("Listen again"))
        self.redecode_button.setToolTip(
            with_shortcut(self.tr("What comes out is compared before anything is changed"), "Return")
        )
