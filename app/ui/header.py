"""The line at the top: the app's name, language, steps and their cost, and what the model is doing and on what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.languages import LANGUAGES
from app.speech.events import ModelReady

from .formatting import decimal, seconds_about
from .lazy_text import Words, said
from .menus.actions import with_keys
from .widgets.dropdown import Dropdown
from .widgets.steps_slider import StepsSlider

HEIGHT = 60
ROOM_FOR_COST = 1080
FIXED_WIDTH = 620
"""Of the name, the slider, the menu and all spaces between."""


class Header(QFrame):
    language_chosen = Signal(str)
    steps_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        name = QLabel("Anneal")
        name.setObjectName("appName")

        self.language = Dropdown()
        self.language.setMinimumContentsLength(10)  # a minimum in pixels would overrule what the names need
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # others have room to give
        self.language.addItem("", "auto")
        for code, language in LANGUAGES.items():
            self.language.addItem(language.name, code)
        self.language.activated.connect(self._on_language_activated)

        self.steps_label = QLabel()
        self.steps_label.setProperty("look", "muted")
        self.steps = StepsSlider()
        self.steps_label.setBuddy(self.steps)
        self.steps.valueChanged.connect(self._on_steps_changed)
        self.steps_value = QLabel(str(self.steps.value()))
        self.steps_value.setProperty("look", "strong")
        self.steps_value.setMinimumWidth(20)
        self.cost = QLabel()
        self.cost.setProperty("look", "muted")

        self.status = QLabel()
        self.status.setObjectName("pill")
        self.status.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say_status: Callable[[], tuple[list[str], str]] = lambda: ([""], "")
        self._status_texts = [""]
        self._trained: tuple[str, ...] = tuple(LANGUAGES)
        self._clip_cost_s: float | None = None
        self.menu = QToolButton()
        self.menu.setText("☰")
        self.menu.setProperty("look", "quiet")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(name)
        row.addSpacing(207)
        row.addWidget(self.language)
        row.addSpacing(14)
        row.addWidget(self.steps_label)
        row.addWidget(self.steps)
        row.addWidget(self.steps_value)
        row.addWidget(self.cost)
        row.addStretch(1)
        row.addWidget(self.status)
        row.addWidget(self.menu)
        for widget in (name, self.steps_label, self.steps_value, self.cost):
            widget.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def show_status(self, text: Words, tip: Words = "") -> None:
        """What the model is doing."""
        self._say_status = lambda: ([said(text)], said(tip))
        self._show_status()

    def show_model(self, model: ModelReady, real_time: float | None) -> None:
        """Model, device and precision as verified, and the speed as measured; None before the first measurement."""
        self._say_status = lambda: self._model_texts(model, real_time)
        self._show_status()

    def _model_texts(self, model: ModelReady, real_time: float | None) -> tuple[list[str], str]:
        """From the longest to the shortest, and the tooltip."""
        name = model.device.upper() if model.device in ("cpu", "cuda") else model.device
        device = f"{name}, {model.precision}"
        speed = [] if real_time is None else [self.tr("{speed}× real time").format(speed=decimal(real_time, 1))]
        texts = [" · ".join(parts) for parts in ([model.model, device, *speed], [device, *speed], [device])]
        tip = self.tr("{status}: model, device and precision in use; speed as measured here").format(status=texts[0])
        return texts, tip

    def _show_status(self) -> None:
        self._status_texts, tip = self._say_status()
        self.status.setToolTip(tip or self._status_texts[0])
        self._fit()

    def _fit(self) -> None:
        """Give up, where the window is narrow, first the measured cost and then the status's details."""
        self.cost.setVisible(bool(self.cost.text()) and self.width() >= ROOM_FOR_COST)
        left = self.cost if self.cost.isVisibleTo(self) else self.steps_value
        taken = sum(w.sizeHint().width() for w in (self.language, self.steps_label, left)) + FIXED_WIDTH
        if left is self.cost:
            taken += self.steps_value.sizeHint().width() + 10
        for text in self._status_texts:
            self.status.setText(text)
            if self.status.sizeHint().width() <= self.width() - taken:
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose(self, language: str, steps: int) -> None:
        """Show what is chosen, without telling anybody."""
        self.language.setCurrentIndex(max(0, self.language.findData(language)))
        self.steps.blockSignals(True)
        self.steps.setValue(steps)
        self.steps.blockSignals(False)
        self.steps_value.setText(str(steps))

    def mark_languages(self, trained: tuple[str, ...]) -> None:
        """Say beside a language's name that the model was not trained for it."""
        self._trained = trained
        self._name_languages()

    def _name_languages(self) -> None:
        self.language.setItemText(0, self.tr("Auto"))
        for row in range(1, self.language.count()):
            code = self.language.itemData(row)
            name = LANGUAGES[code].name
            known = code in self._trained
            self.language.setItemText(row, name if known else self.tr("{name} · untrained").format(name=name))
            explanation = "" if known else self.tr("This model was not trained for {name}.").format(name=name)
            self.language.setItemData(row, explanation, Qt.ItemDataRole.ToolTipRole)

    def show_cost(self, clip_cost_s: float | None) -> None:
        """What 10 s of speech cost at these steps, as measured here; nothing before that."""
        self._clip_cost_s = clip_cost_s
        time = "" if clip_cost_s is None else seconds_about(clip_cost_s)
        text = self.tr("about {time} for 10 s").format(time=time) if time else ""
        self.cost.setText(text)
        self._fit()
        self.cost.setToolTip(self.tr("Measured on this computer") if text else "")
        self.steps.setAccessibleDescription(text)

    def _retranslate(self) -> None:
        self.language.setAccessibleName(self.tr("Language of the speech"))
        self.language.setToolTip(with_keys(self.tr("Language of the speech"), "Alt+L"))
        self.steps_label.setText(self.tr("Steps"))
        self.steps.setAccessibleName(self.tr("Denoising steps"))
        more = self.tr("More steps give the canvas more time to settle: slower, often better")
        self.steps.setToolTip(with_keys(more, "Alt+S"))
        self.status.setAccessibleName(self.tr("Model and device"))
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(with_keys(self.tr("Menu"), "Alt+M"))
        self._name_languages()
        self.language.updateGeometry()
        self.show_cost(self._clip_cost_s)
        self._show_status()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot(int)
    def _on_language_activated(self, row: int) -> None:
        self.language_chosen.emit(self.language.itemData(row))

    @Slot(int)
    def _on_steps_changed(self, steps: int) -> None:
        self.steps_value.setText(str(steps))
        self.steps_chosen.emit(steps)
