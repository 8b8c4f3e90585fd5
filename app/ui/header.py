"""The top row of the window: language, steps and their cost, and the model's status."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.languages import LANGUAGES
from app.models.adapter.spec import STEPS_DEFAULT
from app.speech.events import ModelReady

from .formatting import decimal, seconds_text
from .lazy_text import LazyText, resolve
from .menus.actions import with_shortcut
from .widgets.dropdown import Dropdown
from .widgets.steps_slider import StepsSlider
from .widgets.translation_mixin import TranslationMixin

HEIGHT_PX = 60
MIN_WIDTH_FOR_COST_PX = 1080
FIXED_WIDTH_PX = 620
"""Width of the name, the slider, the menu button and the spacing."""


class Header(TranslationMixin, QFrame):
    language_chosen = Signal(str)
    steps_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT_PX)
        name = QLabel("Anneal")
        name.setObjectName("appName")

        self.language_box = Dropdown()
        self.language_box.setMinimumContentsLength(10)  # a minimum in pixels would override the width of the names
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
        self.steps_value = QLabel(str(self.steps_slider.value()))
        self.steps_value.setProperty("look", "strong")
        self.steps_value.setMinimumWidth(20)
        self.cost_label = QLabel()
        self.cost_label.setProperty("look", "muted")

        self.status_label = QLabel()
        self.status_label.setObjectName("pill")
        self.status_label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._status_texts_and_tip: Callable[[], tuple[list[str], str]] = lambda: ([""], "")
        self._status_texts = [""]
        self._model_steps = STEPS_DEFAULT
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
        row.addSpacing(207)
        row.addWidget(self.language_box)
        row.addSpacing(14)
        row.addWidget(self.steps_label)
        row.addWidget(self.steps_slider)
        row.addWidget(self.steps_value)
        row.addWidget(self.cost_label)
        row.addStretch(1)
        row.addWidget(self.status_label)
        row.addWidget(self.menu_button)
        for widget in (name, self.steps_label, self.steps_value, self.cost_label):
            widget.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def show_status(self, text: LazyText, tool_tip: LazyText = "") -> None:
        """Show a text as the model's status."""
        self._status_texts_and_tip = lambda: ([resolve(text)], resolve(tool_tip))
        self._show_status()

    def show_model(self, model: ModelReady, real_time: float | None) -> None:
        """Show model, device and precision as verified, and the measured speed; None before the first measurement."""
        self._status_texts_and_tip = lambda: self._model_texts_and_tip(model, real_time)
        self._show_status()

    def _model_texts_and_tip(self, model: ModelReady, real_time: float | None) -> tuple[list[str], str]:
        """Return the status texts from the longest to the shortest, and the tooltip."""
        name = model.device.upper() if model.device in ("cpu", "cuda") else model.device
        device = f"{name}, {model.precision}"
        speed = [] if real_time is None else [self.tr("{speed}× real time").format(speed=decimal(real_time, 1))]
        texts = [" · ".join(parts) for parts in ([model.model, device, *speed], [device, *speed], [device])]
        tip = self.tr("{status}: model, device and precision in use; speed as measured here").format(status=texts[0])
        return texts, tip

    def _show_status(self) -> None:
        self._status_texts, tip = self._status_texts_and_tip()
        self.status_label.setToolTip(tip or self._status_texts[0])
        self._fit_to_width()

    def _fit_to_width(self) -> None:
        """Drop, in a narrow window, first the measured cost and then details of the status."""
        self.cost_label.setVisible(bool(self.cost_label.text()) and self.width() >= MIN_WIDTH_FOR_COST_PX)
        last_label = self.cost_label if self.cost_label.isVisibleTo(self) else self.steps_value
        taken = sum(w.sizeHint().width() for w in (self.language_box, self.steps_label, last_label)) + FIXED_WIDTH_PX
        if last_label is self.cost_label:
            taken += self.steps_value.sizeHint().width() + 10
        for text in self._status_texts:
            self.status_label.setText(text)
            if self.status_label.sizeHint().width() <= self.width() - taken:
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_to_width()

    def show_selection(self, language: str, steps: int, model_steps: int) -> None:
        """Show a language and a number of steps without emitting signals; and tell the model's own number."""
        self._model_steps = model_steps
        self._show_steps_tip()
        self.language_box.setCurrentIndex(max(0, self.language_box.findData(language)))
        self.steps_slider.blockSignals(True)
        self.steps_slider.setValue(steps)
        self.steps_slider.blockSignals(False)
        self.steps_value.setText(str(steps))

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
        """Show the measured decoding time of 10 s of speech at these steps; None before the first measurement."""
        self._cost_per_clip_s = cost_per_clip_s
        time = "" if cost_per_clip_s is None else seconds_text(cost_per_clip_s)
        text = self.tr("about {time} for 10 s").format(time=time) if time else ""
        self.cost_label.setText(text)
        self._fit_to_width()
        self.cost_label.setToolTip(self.tr("Measured on this computer") if text else "")
        self.steps_slider.setAccessibleDescription(text)

    def _retranslate(self) -> None:
        self.language_box.setAccessibleName(self.tr("Language of the speech"))
        self.language_box.setToolTip(with_shortcut(self.tr("Language of the speech"), "Alt+L"))
        self.steps_label.setText(self.tr("Steps"))
        self.steps_slider.setAccessibleName(self.tr("Denoising steps"))
        self._show_steps_tip()
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
        self.steps_slider.setToolTip(f"{more}\n{own}")

    @Slot(int)
    def _on_language_activated(self, row: int) -> None:
        self.language_chosen.emit(self.language_box.itemData(row))

    @Slot(int)
    def _on_steps_changed(self, steps: int) -> None:
        self.steps_value.setText(str(steps))
        self.steps_chosen.emit(steps)
