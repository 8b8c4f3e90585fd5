"""The controls under the canvas: play button, heatmap, numbers, legend, speed and layers. The player decides what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.ui.formatting import decimal, percent
from app.ui.theme import current_colors
from app.ui.widgets.translation_mixin import TranslationMixin

from .controls import Legend, Pill, PlayButton
from .playback_clock import SPEEDS
from .step_heatmap import StepHeatmap
from .step_model import LAYERS, Layer, StepSequence

PILLS_GAP_PX = 10


class ControlBar(TranslationMixin, QWidget):
    """Emits what the user presses; the setters show the resulting state."""

    play_pressed = Signal()
    live_pressed = Signal()
    speed_chosen = Signal(float)
    layer_chosen = Signal(str)
    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play_button, self.heatmap, self.legend = PlayButton(self), StepHeatmap(self), Legend(self)
        self.title_label, self.numbers_label = QLabel(self), QLabel(self)
        self._live_button, self._speed_button, self.save_button = Pill("", self), Pill("", self), Pill("", self)
        self._layer_buttons: dict[Layer, Pill] = {layer: Pill("", self) for layer in LAYERS}
        self._speed_actions = QActionGroup(self)
        self.title_label.setObjectName("canvasStep")
        self.numbers_label.setObjectName("canvasNumbers")
        self.numbers_label.setProperty("look", "muted")
        self._middle_row, self._lower_row = QHBoxLayout(), QHBoxLayout()
        self._build()
        self.play_button.clicked.connect(self.play_pressed)
        self._live_button.clicked.connect(self.live_pressed)
        self.save_button.clicked.connect(self.save_pressed)
        self._speed_actions.triggered.connect(self._on_speed_triggered)
        self._retranslate()
        self._apply_palette()

    def show_state(self, playing: bool, can_play: bool, can_go_live: bool, can_save: bool) -> None:
        self.play_button.set_playing(playing)
        self.play_button.setEnabled(can_play)
        self._live_button.setVisible(can_go_live)
        self.save_button.setVisible(can_save)

    def show_numbers(self, sequence: StepSequence | None, index: int) -> None:
        """Show the numbers of step ``index``, from 0; the step count is the result. Without a step, say so."""
        if sequence is None or not len(sequence):
            self.title_label.setText(self.tr("No steps yet"))
            self.numbers_label.setText(" ")
            return
        count, shown = len(sequence), min(index, len(sequence) - 1)
        step = sequence.steps[shown]
        if index >= count:
            ms = sum(step.step_ms for step in sequence.steps)
            self.title_label.setText(self.tr("Result after %n step(s)", "", count))
        else:
            ms = step.step_ms
            steps = count if sequence.done else step.steps
            self.title_label.setText(self.tr("Step {step} of {steps}").format(step=step.step, steps=steps))
        self.numbers_label.setText(
            self._numbers_text(ms, sequence.accepted_shares[shown], sequence.mean_entropies[shown])
        )

    @property
    def speed_text(self) -> str:
        return self._speed_button.text()

    def show_layer(self, layer: Layer) -> None:
        self._layer_buttons[layer].setChecked(True)

    def show_speed(self, speed: float) -> None:
        for action in self._speed_actions.actions():
            action.setChecked(action.data() == speed)
        self._retranslate()

    def tab_order(self) -> list[QWidget]:
        """Return the controls in tab order."""
        return [
            self.play_button,
            self.heatmap,
            self._live_button,
            self.save_button,
            self._speed_button,
            *self._layer_buttons.values(),
        ]

    def _build(self) -> None:
        font = self.title_label.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.title_label.setFont(font)
        menu = QMenu(self._speed_button)
        for speed in SPEEDS:
            action = QAction(self._speed_actions, checkable=True, checked=speed == 1.0)
            action.setData(speed)
            menu.addAction(action)
        self._speed_button.setMenu(menu)
        self._speed_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        labels = QVBoxLayout()
        labels.setSpacing(2)
        labels.addStretch(1)
        labels.addWidget(self.title_label)
        labels.addWidget(self.numbers_label)
        labels.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.play_button)
        upper.addWidget(self.heatmap, 1)
        upper.addSpacing(6)
        upper.addLayout(labels)
        lower = self._lower_row
        lower.setSpacing(0)
        lower.addWidget(self.legend)
        lower.addStretch(1)
        lower.addWidget(self._live_button)
        lower.addWidget(self.save_button)
        lower.addWidget(self._speed_button)
        lower.addSpacing(PILLS_GAP_PX)
        group = QButtonGroup(self)
        for layer, pill in self._layer_buttons.items():
            pill.setCheckable(True)
            pill.clicked.connect(lambda _checked=False, layer=layer: self.layer_chosen.emit(layer))
            group.addButton(pill)
            lower.addWidget(pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(upper)
        column.addLayout(self._middle_row)
        column.addLayout(lower)

    def _place_legend(self) -> None:
        """Put the legend beside the buttons if one line is wide enough for both, else above them."""
        buttons = (self._live_button, self.save_button, self._speed_button, *self._layer_buttons.values())
        needed = sum(pill.sizeHint().width() for pill in buttons if not pill.isHidden()) + 2 * PILLS_GAP_PX
        beside = self.legend.sizeHint().width() + needed <= self.width()
        if beside == (self._middle_row.count() == 0):
            return
        if beside:
            self._lower_row.insertWidget(0, self.legend)
        else:
            self._middle_row.addWidget(self.legend)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_legend()
        return super().event(event)

    @Slot(QAction)
    def _on_speed_triggered(self, action: QAction) -> None:
        self.speed_chosen.emit(float(action.data()))

    def _numbers_text(self, ms: float, share: float, nats: float) -> str:
        text = self.tr("{ms} ms · {share} accepted · {nats} nats")
        return text.format(ms=decimal(ms), share=percent(share), nats=decimal(nats, 2))

    def _retranslate(self) -> None:
        self.numbers_label.setToolTip(
            self.tr(
                "Measured: the time of this step; and, up to the end of the text, the share of positions accepted at it"
                " and the mean entropy of its predictions. 0 nats is certain."
            )
        )
        self._live_button.setText(self.tr("Live"))
        self._live_button.setToolTip(self.tr("Follow the running transcription again"))
        self.save_button.setText(self.tr("Save…"))
        self.save_button.setToolTip(self.tr("Save the annealing as a film, or as a page to step through"))
        for action in self._speed_actions.actions():
            action.setText(_speed_text(action.data()))
            if action.isChecked():
                self._speed_button.setText(action.text() + " ▾")
        self._speed_button.setAccessibleName(self.tr("Speed of the canvas"))
        self._speed_button.setToolTip(
            self.tr("How fast the steps are shown. The transcription itself is never slowed down.")
        )
        texts: dict[Layer, tuple[str, str]] = {
            "canvas": (self.tr("Canvas"), self.tr("The tokens the model was given at this step (L changes)")),
            "blend": (self.tr("Both"), self.tr("Text where it is accepted, the given noise elsewhere (L changes)")),
            "belief": (self.tr("Belief"), self.tr("The most probable token everywhere: the text so far (L changes)")),
        }
        for layer, (text, tip) in texts.items():
            self._layer_buttons[layer].setText(text)
            self._layer_buttons[layer].setToolTip(tip)

    def _apply_palette(self) -> None:
        palette = self.numbers_label.palette()
        palette.setColor(palette.ColorRole.WindowText, current_colors()["muted"])
        self.numbers_label.setPalette(palette)
        # Wide enough for any step, so that the heatmap beside it keeps its width.
        widest = self._numbers_text(88_888.0, 1.0, 88.88)
        self.numbers_label.setMinimumWidth(QFontMetrics(self.numbers_label.font()).horizontalAdvance(widest))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._apply_palette()


def _speed_text(speed: float) -> str:
    return f"{QLocale().toString(speed, 'g')}×"
