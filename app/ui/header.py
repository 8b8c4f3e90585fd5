"""The top row of the window: spoken language, steps, their cost and start, and the model's status."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.languages import LANGUAGES
from app.models.adapter.spec import STEPS_DEFAULT
from app.speech.events import ModelReady
from app.transcript.model import Start

from .formatting import device_text, duration_text
from .lazy_text import LazyText, resolve
from .menus.actions import with_shortcut
from .widgets.dropdown import SpokenLanguageDropdown
from .widgets.start_dropdown import StartDropdown
from .widgets.steps_slider import StepsSlider
from .widgets.translation_mixin import TranslationMixin

HEIGHT_PX = 60
NAME_GAP_PX, NAME_GAP_MIN_PX = 207, 24
"""Gap behind the name: with the first one the options line up with the sidebar's edge."""
COST_CHANGE = 0.2
"""Change of the measured cost from which another number is shown, so that it stands still while work goes on."""
MINUTE_IN_CLIPS = 6
"""Clips of 10 s in a minute."""


class Header(TranslationMixin, QFrame):
    language_chosen = Signal(str)
    steps_chosen = Signal(int)
    start_chosen = Signal(str)
    """The user chose what canvases start from: ``noise`` or ``draft``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT_PX)
        name = self.name_label = QLabel("Anneal")
        name.setObjectName("appName")
        self._narrow = False

        self.language_box = SpokenLanguageDropdown()
        self.language_box.setMinimumContentsLength(7)  # a minimum in pixels would override the width of the names
        self.language_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language_box.setSizePolicy(
            QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )  # other widgets can shrink
        self.language_box.addItem("", "auto")
        for code, language in LANGUAGES.items():
            self.language_box.addItem(language.name, code)
        self.language_box.activated.connect(self._on_language_activated)

        self.steps_label = QLabel()
        self.steps_label.setProperty("look", "muted")
        self.steps_slider = StepsSlider()
        self.steps_label.setBuddy(self.steps_slider)
        self.steps_slider.valueChanged.connect(self._on_steps_changed)
        self.limit_label = QLabel()
        self.cost_label = QLabel()
        self.cost_label.setProperty("look", "muted")
        self.start_box = StartDropdown(offers_auto=False)
        self.start_box.setPlaceholderText("…")
        self.start_box.activated.connect(lambda row: self.start_chosen.emit(self.start_box.itemData(row)))

        self.status_label = QLabel()
        self.status_label.setObjectName("pill")
        self.status_label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._status_texts_and_tip: Callable[[], tuple[list[str], str]] = lambda: ([""], "")
        self._status_texts = [""]
        self._model_steps = STEPS_DEFAULT
        self._shown = self._has_canvas = True
        self._trained_languages: tuple[str, ...] = tuple(LANGUAGES)
        self._cost_per_clip_s: float | None = None
        self.menu_button = QToolButton()
        self.menu_button.setText("☰")
        self.menu_button.setProperty("look", "quiet")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(name)
        self._name_gap = QSpacerItem(NAME_GAP_PX, 1)
        row.addItem(self._name_gap)
        row.addWidget(self.language_box)
        row.addSpacing(14)
        row.addWidget(self.steps_label)
        row.addWidget(self.steps_slider)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.limit_label)
        texts.addWidget(self.cost_label)
        texts.addStretch(1)
        row.addLayout(texts)
        row.addWidget(self.start_box)
        row.addStretch(1)
        row.addWidget(self.status_label)
        row.addWidget(self.menu_button)
        for widget in (name, self.steps_label, self.limit_label, self.cost_label):
            widget.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def show_status(self, text: LazyText, tool_tip: LazyText = "") -> None:
        """Show a text as the model's status."""
        self._status_texts_and_tip = lambda: ([resolve(text)], resolve(tool_tip))
        self._show_status()

    def show_model(self, model: ModelReady) -> None:
        """Show model, device and precision as verified; and only what the model has a use for."""
        self._has_canvas = model.has_canvas
        self._status_texts_and_tip = lambda: self._model_texts_and_tip(model)
        self._show_status()

    def _model_texts_and_tip(self, model: ModelReady) -> tuple[list[str], str]:
        """Return the status texts from the longest to the shortest, and the tooltip."""
        device = f"{device_text(model.device)}, {model.precision}"
        texts = [f"{model.model} · {device}", device]
        return texts, self.tr("{status}: model, device and precision in use").format(status=texts[0])

    def set_options_shown(self, shown: bool) -> None:
        """Show the options of a transcription, or leave them out where they change nothing."""
        self._shown = shown
        self._fit_to_width()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the name and what else a narrow window has no room for."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.name_label.setHidden(narrow)
            self._fit_to_width()

    def _show_status(self) -> None:
        self._status_texts, tip = self._status_texts_and_tip()
        self.status_label.setToolTip(tip or self._status_texts[0])
        self._fit_to_width()

    def _fit_to_width(self) -> None:
        """Leave out what has no room; the slider always keeps its words, which say what its numbers mean.

        In this order: the model's name, the slider's label, the gap behind the name, the texts beside the slider, the status,
        the start.
        """
        steps = self._shown and self._has_canvas
        self.language_box.setVisible(self._shown)
        self.steps_slider.setVisible(steps)
        self._name_gap.changeSize(0 if self._narrow else NAME_GAP_PX, 1)
        self.language_box.set_label("" if self._narrow else self.tr("Spoken:"))
        self.status_label.setHidden(self._narrow)
        self.start_box.setVisible(steps)
        for label in (self.limit_label, self.cost_label, self.steps_label):
            label.setVisible(steps and not self._narrow and bool(label.text()))
        for text in self._status_texts:
            self.status_label.setText(text)
            if self._needed_px() <= self.width():
                break
        if self._needed_px() > self.width():
            self.steps_label.hide()
        if self._needed_px() > self.width() and not self._narrow:
            self._name_gap.changeSize(NAME_GAP_MIN_PX, 1)
        for widget in (self.cost_label, self.limit_label, self.status_label, self.start_box):
            if self._needed_px() <= self.width():
                break
            widget.hide()
        layout = self.layout()
        assert layout is not None
        layout.invalidate()

    def _needed_px(self) -> int:
        """Width of what is visible, with the gaps."""
        texts = max(label.sizeHint().width() * label.isVisibleTo(self) for label in (self.limit_label, self.cost_label))
        boxes = (
            self.name_label,
            self.language_box,
            self.steps_label,
            self.start_box,
            self.status_label,
            self.menu_button,
        )
        widths = [box.sizeHint().width() for box in boxes if box.isVisibleTo(self)]
        if self.steps_slider.isVisibleTo(self):
            widths += [self.steps_slider.minimumWidth(), 14]
        margins = 36 + self._name_gap.sizeHint().width()
        return sum(widths) + texts + margins + 10 * (len(widths) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_to_width()

    def show_selection(self, language: str, steps: int, start: Start | None, model_steps: int) -> None:
        """Show the chosen options without emitting signals; and tell the model's own number of steps.

        The start is None where it is the model's own, which is not known before the model has been read.
        """
        self._model_steps = model_steps
        self._show_steps_tip()
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(language)))
        self.steps_slider.blockSignals(True)
        self.steps_slider.setValue(steps)
        self.steps_slider.blockSignals(False)
        self.start_box.setCurrentIndex(self.start_box.findData(start))
        self._show_limit()

    def show_settled(self, steps: int | None) -> None:
        """Show after how many steps the file on the page had settled; None where it has not, or none is there."""
        self.steps_slider.show_settled(steps)
        self._show_limit()

    def _show_limit(self) -> None:
        steps, settled = self.steps_slider.value(), self.steps_slider.settled_steps
        if settled is not None and settled < steps:
            text = self.tr("settled after {steps}, of up to {limit}").format(steps=settled, limit=steps)
        else:
            text = self.tr("up to {limit}, stops when settled").format(limit=steps)
        self.limit_label.setText(text)
        self._show_steps_tip()
        self._fit_to_width()

    def mark_untrained_languages(self, trained_languages: tuple[str, ...]) -> None:
        """Mark the languages that the model was not trained for."""
        self._trained_languages = trained_languages
        self._update_language_names()

    def _update_language_names(self) -> None:
        self.language_box.setItemText(0, self.tr("Auto"))
        for row in range(1, self.language_box.count()):
            code = self.language_box.itemData(row)
            name = LANGUAGES[code].name
            trained = code in self._trained_languages
            self.language_box.setItemText(row, name if trained else self.tr("{name} · untrained").format(name=name))
            explanation = "" if trained else self.tr("This model was not trained for {name}.").format(name=name)
            self.language_box.setItemData(row, explanation, Qt.ItemDataRole.ToolTipRole)

    def show_cost(self, cost_per_clip_s: float | None) -> None:
        """Show the measured time that 10 s of speech take at these steps; None before the first measurement.

        The number shown stays while the measurement changes little.
        """
        shown_s = self._cost_per_clip_s
        if cost_per_clip_s is None or shown_s is None or abs(cost_per_clip_s - shown_s) > COST_CHANGE * shown_s:
            self._cost_per_clip_s = cost_per_clip_s
        shown_s = self._cost_per_clip_s
        time = "" if shown_s is None else duration_text(shown_s * MINUTE_IN_CLIPS)
        text = self.tr("about {time} per minute of sound").format(time=time) if time else ""
        self.cost_label.setText(text)
        self.cost_label.setToolTip(self.tr("Measured on this computer, if all steps are used") if text else "")
        self.steps_slider.setAccessibleDescription(text)
        self._show_steps_tip()
        self._fit_to_width()

    def _retranslate(self) -> None:
        self.language_box.setAccessibleName(self.tr("Language of the speech"))
        self.language_box.setToolTip(with_shortcut(self.tr("Language of the speech"), "Alt+L"))
        self.steps_label.setText(self.tr("Steps"))
        self.steps_slider.setAccessibleName(self.tr("Denoising steps"))
        self._show_steps_tip()
        self._show_limit()
        self.status_label.setAccessibleName(self.tr("Model and device"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(with_shortcut(self.tr("Menu"), "Alt+M"))
        self._update_language_names()
        self.language_box.updateGeometry()
        self.show_cost(self._cost_per_clip_s)
        self._show_status()

    def _show_steps_tip(self) -> None:
        more = with_shortcut(self.tr("More steps give the canvas more time to settle: slower, often better"), "Alt+S")
        own = self.tr("The model's own number: {steps}").format(steps=self._model_steps)
        texts = (self.limit_label.text(), self.cost_label.text(), more, own)
        self.steps_slider.setToolTip("\n".join(text for text in texts if text))

    @Slot(int)
    def _on_language_activated(self, row: int) -> None:
        self.language_chosen.emit(self.language_box.itemData(row))

    @Slot(int)
    def _on_steps_changed(self, steps: int) -> None:
        self.show_settled(None)
        self.steps_chosen.emit(steps)
