"""The controls under the canvas: play button, heatmap, numbers, legend, speed and layers. The player decides what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.ui.formatting import decimal, percent
from app.ui.theme import current_colors
from app.ui.widgets.icons import draw_info, draw_retry
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin

from .controls import Legend, Pill, PlayButton
from .playback_clock import SPEEDS
from .step_heatmap import StepHeatmap
from .step_model import LAYERS, Layer, StepSequence

PILLS_GAP_PX, LEGEND_PLACE = 10, 2
WATCH_LABEL_FROM_PX, NUMBERS_FROM_PX = 760, 520
"""Widths from which the watch button has its label and the numbers are shown."""


class ControlBar(TranslationMixin, QWidget):
    """Emits what the user presses; the setters show the resulting state."""

    play_pressed = Signal()
    live_pressed = Signal()
    speed_chosen = Signal(float)
    layer_chosen = Signal(str)
    save_pressed = Signal()
    watch_pressed = Signal()
    fold_pressed = Signal()
    legend_toggled = Signal(bool)
    """The user wants the legend shown, or hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play_button, self.heatmap, self.legend = PlayButton(self), StepHeatmap(self), Legend(self)
        self.title_label, self.numbers_label = QLabel(self), QLabel(self)
        self._live_button, self._speed_button, self.save_button = Pill("", self), Pill("", self), Pill("", self)
        self.watch_button, self.fold_button = Pill("", self, draw_retry), Pill("", self)
        self.info_button = Pill("", self, draw_info)
        self.info_button.set_icon_only(True)
        self.info_button.setCheckable(True)
        self.info_button.setChecked(True)
        self._folded = self._compact = self._can_save = False
        self._title_width_px = 0
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
        self.watch_button.clicked.connect(self.watch_pressed)
        self.fold_button.clicked.connect(self.fold_pressed)
        self.info_button.clicked.connect(self.legend_toggled)
        self.info_button.toggled.connect(self._show_lower_row)
        self.fold_button.hide()
        self._speed_actions.triggered.connect(self._on_speed_triggered)
        self._retranslate()
        self._apply_palette()

    def show_state(self, playing: bool, can_play: bool, can_go_live: bool, can_save: bool) -> None:
        self.play_button.set_playing(playing)
        self.play_button.setEnabled(can_play)
        self._live_button.setVisible(can_go_live)
        self.save_button.setVisible(can_save and not self._hides_lower_row)
        self._can_save = can_save
        self.watch_button.setEnabled(can_play)

    def set_folded(self, folded: bool) -> None:
        """Show one row only, or all."""
        self._folded = folded
        self._show_lower_row()

    def set_compact(self, compact: bool) -> None:
        """Leave out the legend and the pills."""
        if compact != self._compact:
            self._compact = compact
            self._show_lower_row()

    def show_legend(self, shown: bool) -> None:
        """Show or hide the legend; the button beside it does so too."""
        self.info_button.setChecked(shown)

    @property
    def _hides_lower_row(self) -> bool:
        return self._folded or self._compact

    def _show_lower_row(self) -> None:
        shown = not self._hides_lower_row
        self.legend.setVisible(shown and self.info_button.isChecked())
        for widget in (self.info_button, self._speed_button, *self._layer_buttons.values()):
            widget.setVisible(shown)
        self.save_button.setVisible(shown and self._can_save)

    def show_states(self, sequence: StepSequence | None) -> None:
        """List in the legend the states that the steps so far have."""
        self.legend.show_states(sequence.states_seen if sequence is not None else frozenset())

    def show_numbers(self, sequence: StepSequence | None, index: int) -> None:
        """Show the numbers of step ``index``, from 0; the step count is the result. Without a step, say so."""
        if sequence is None or not len(sequence):
            self.title_label.setText(self.tr("No steps yet"))
            self.numbers_label.setText(" ")
            return
        count, shown = len(sequence), min(max(index - 1, 0), len(sequence) - 1)
        step = sequence.steps[shown]
        if index <= 0:
            noise = {
                "noise": self.tr("Start: noise"),
                "noised draft": self.tr("Start: noise and draft"),
                "draft": self.tr("Start: draft"),
            }
            self.title_label.setText(self.tr("Draft, as heard") if index < 0 else noise[sequence.start])
            self.numbers_label.setText(" ")
            return
        if index > count:
            ms = sum(step.step_ms for step in sequence.steps)
            self.title_label.setText(self._result_text(sequence))
        else:
            ms = step.step_ms
            steps = count if sequence.done else step.steps
            self.title_label.setText(self.tr("Step {step} of {steps}").format(step=step.step, steps=steps))
        self.numbers_label.setText(self._numbers_text(ms, sequence.accepted_shares[shown]))

    def _result_text(self, sequence: StepSequence) -> str:
        """Return after which step the segment ended, and why."""
        count, settled, decision = len(sequence), sequence.last_changed_step, sequence.steps[-1].decision
        if decision is not None and decision.ended == "overflow":
            return self.tr("The text did not fit")
        if decision is not None and decision.ended == "step limit":
            return self.tr("All %n step(s) used", "", count)
        if settled < count:
            return self.tr("Settled at step {step}, checked until {last}").format(step=settled, last=count)
        if decision is not None and decision.ended == "settled":
            return self.tr("Settled after %n step(s)", "", count)
        return self.tr("Result after %n step(s)", "", count)

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
            self.watch_button,
            self.fold_button,
            self.info_button,
            self._live_button,
            self.save_button,
            self._speed_button,
            *self._layer_buttons.values(),
        ]

    def _build(self) -> None:
        font = self.title_label.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.title_label.setFont(font)
        menu = Menu(self._speed_button)
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
        upper.addWidget(self.watch_button)
        upper.addWidget(self.fold_button)
        lower = self._lower_row
        lower.setSpacing(0)
        lower.addWidget(self.info_button)
        lower.addSpacing(PILLS_GAP_PX)
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
        buttons = (
            self.info_button,
            self._live_button,
            self.save_button,
            self._speed_button,
            *self._layer_buttons.values(),
        )
        needed = sum(pill.sizeHint().width() for pill in buttons if not pill.isHidden()) + 2 * PILLS_GAP_PX
        beside = self.legend.sizeHint().width() + needed + PILLS_GAP_PX <= self.width()
        if beside == (self._middle_row.count() == 0):
            return
        if beside:
            self._lower_row.insertWidget(LEGEND_PLACE, self.legend)
        else:
            self._middle_row.addWidget(self.legend)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_legend()
            self.watch_button.set_icon_only(self.width() < WATCH_LABEL_FROM_PX)
            self.numbers_label.setVisible(self.width() >= NUMBERS_FROM_PX)
            self.title_label.setMinimumWidth(self._title_width_px if self.width() >= WATCH_LABEL_FROM_PX else 0)
        return super().event(event)

    @Slot(QAction)
    def _on_speed_triggered(self, action: QAction) -> None:
        self.speed_chosen.emit(float(action.data()))

    def _numbers_text(self, ms: float, share: float) -> str:
        return self.tr("{ms} ms · {share} settled").format(ms=decimal(ms), share=percent(share))

    def _retranslate(self) -> None:
        self.numbers_label.setToolTip(
            self.tr("Measured: the time of this step, and the share of the text that was settled at it")
        )
        self.watch_button.setText(self.tr("Watch it anneal again"))
        self.watch_button.setToolTip(self.watch_button.text())
        self.info_button.setText(self.tr("Legend"))
        self.info_button.setToolTip(self.tr("What the grounds and strokes on the canvas mean"))
        self.fold_button.setText(self.tr("Fold"))
        self.fold_button.setToolTip(self.tr("Fold the canvas; the transcript takes its place"))
        self._live_button.setText(self.tr("Live"))
        self._live_button.setToolTip(self.tr("Follow the running transcription again"))
        self.save_button.setText(self.tr("Save…"))
        self.save_button.setToolTip(self.tr("Save the annealing as a film, or as a page to step through"))
        for action in self._speed_actions.actions():
            action.setText(_speed_text(action.data()))
            if action.isChecked():
                self._speed_button.setText(action.text() + " ▾")
        self._speed_button.setAccessibleName(self.tr("Animation speed"))
        self._speed_button.setToolTip(
            self.tr("How fast the steps are shown. The transcription itself is never slowed down.")
        )
        texts: dict[Layer, tuple[str, str]] = {
            "canvas": (self.tr("Noise"), self.tr("The tokens the model was given at this step (L changes)")),
            "blend": (self.tr("Both"), self.tr("Text where it has settled, the given noise elsewhere (L changes)")),
            "belief": (self.tr("Guess"), self.tr("The most probable token everywhere: the text so far (L changes)")),
        }
        for layer, (text, tip) in texts.items():
            self._layer_buttons[layer].setText(text)
            self._layer_buttons[layer].setToolTip(tip)

    def _apply_palette(self) -> None:
        palette = self.numbers_label.palette()
        palette.setColor(palette.ColorRole.WindowText, current_colors()["muted"])
        self.numbers_label.setPalette(palette)
        # Wide enough for any step, so that the heatmap beside it keeps its width.
        widest = self._numbers_text(88_888.0, 1.0)
        self.numbers_label.setMinimumWidth(QFontMetrics(self.numbers_label.font()).horizontalAdvance(widest))
        widest = self.tr("Settled at step {step}, checked until {last}").format(step=88, last=88)
        self._title_width_px = QFontMetrics(self.title_label.font()).horizontalAdvance(widest)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._apply_palette()


def _speed_text(speed: float) -> str:
    return f"{QLocale().toString(speed, 'g')}×"
