"""What stands under the canvas: play button, raster, numbers, legend, speed, layers. It shows and asks, it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.ui.formatting import decimal, percent

from .colours import Colours
from .controls import Legend, Pill, PlayButton
from .playback_clock import SPEEDS
from .step_heatmap import Raster
from .step_model import LAYERS, Layer, Recording

PILLS_GAP = 10


class Strip(QWidget):
    """Signals are what a person asks for; the setters show what became of it."""

    play_pressed = Signal()
    live_pressed = Signal()
    speed_chosen = Signal(float)
    layer_chosen = Signal(str)
    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play, self.raster, self.legend = PlayButton(self), Raster(self), Legend(self)
        self.title, self.numbers = QLabel(self), QLabel(self)
        self._live, self._speed, self._save = Pill("", self), Pill("", self), Pill("", self)
        self._layers: dict[Layer, Pill] = {layer: Pill("", self) for layer in LAYERS}
        self._speeds = QActionGroup(self)
        self.title.setObjectName("canvasStep")
        self.numbers.setObjectName("canvasNumbers")
        self.numbers.setProperty("look", "muted")  # the style sheet's name for it
        self._between, self._lower = QHBoxLayout(), QHBoxLayout()
        self._build()
        self.play.clicked.connect(self.play_pressed)
        self._live.clicked.connect(self.live_pressed)
        self._save.clicked.connect(self.save_pressed)
        self._speeds.triggered.connect(self._on_speed_triggered)
        self._retranslate()
        self._dress()

    def show_state(self, playing: bool, can_play: bool, can_go_live: bool, can_save: bool) -> None:
        self.play.set_playing(playing)
        self.play.setEnabled(can_play)
        self._live.setVisible(can_go_live)
        self._save.setVisible(can_save)

    def show_numbers(self, recording: Recording | None, at: int) -> None:
        """The numbers of step ``at`` (0 = first; the step count is the result); None where there is no step yet."""
        if recording is None or not len(recording):
            self.title.setText(self.tr("No steps yet"))
            self.numbers.setText(" ")
            return
        count, shown = len(recording), min(at, len(recording) - 1)
        step = recording.steps[shown]
        if at >= count:
            ms = sum(each.ms for each in recording.steps)
            self.title.setText(self.tr("Result after %n step(s)", "", count))
        else:
            ms = step.ms
            steps = count if recording.done else step.steps
            self.title.setText(self.tr("Step {step} of {steps}").format(step=step.step, steps=steps))
        self.numbers.setText(self._numbers_text(ms, recording.accepted_shares[shown], recording.mean_entropies[shown]))

    def show_layer(self, layer: Layer) -> None:
        self._layers[layer].setChecked(True)

    def show_speed(self, speed: float) -> None:
        for action in self._speeds.actions():
            action.setChecked(action.data() == speed)
        self._retranslate()

    def tab_order(self) -> list[QWidget]:
        """The controls as the tabulator goes through them."""
        return [self.play, self.raster, self._live, self._save, self._speed, *self._layers.values()]

    def _build(self) -> None:
        font = self.title.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        menu = QMenu(self._speed)
        for speed in SPEEDS:
            action = QAction(self._speeds, checkable=True, checked=speed == 1.0)
            action.setData(speed)
            menu.addAction(action)
        self._speed.setMenu(menu)
        self._speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.numbers)
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.play)
        upper.addWidget(self.raster, 1)
        upper.addSpacing(6)
        upper.addLayout(words)
        lower = self._lower
        lower.setSpacing(0)
        lower.addWidget(self.legend)
        lower.addStretch(1)
        lower.addWidget(self._live)
        lower.addWidget(self._save)
        lower.addWidget(self._speed)
        lower.addSpacing(PILLS_GAP)
        group = QButtonGroup(self)
        for layer, pill in self._layers.items():
            pill.setCheckable(True)
            pill.clicked.connect(lambda _checked=False, chosen=layer: self.layer_chosen.emit(chosen))
            group.addButton(pill)
            lower.addWidget(pill)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(upper)
        whole.addLayout(self._between)
        whole.addLayout(lower)

    def _place_legend(self) -> None:
        """Beside the buttons where one line has room for both, else above them."""
        others = (self._live, self._save, self._speed, *self._layers.values())
        needed = sum(pill.sizeHint().width() for pill in others if not pill.isHidden()) + 2 * PILLS_GAP
        beside = self.legend.sizeHint().width() + needed <= self.width()
        if beside == (self._between.count() == 0):
            return
        if beside:
            self._lower.insertWidget(0, self.legend)
        else:
            self._between.addWidget(self.legend)

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
        self.numbers.setToolTip(
            self.tr(
                "Measured: the time of this step, the share of positions accepted at it, and the mean entropy of its"
                " predictions. 0 nats is certain."
            )
        )
        self._live.setText(self.tr("Live"))
        self._live.setToolTip(self.tr("Follow the running transcription again"))
        self._save.setText(self.tr("Save…"))
        self._save.setToolTip(self.tr("Save the annealing as a film, or as a page to step through"))
        for action in self._speeds.actions():
            action.setText(_speed_text(action.data()))
            if action.isChecked():
                self._speed.setText(action.text() + " ▾")
        self._speed.setAccessibleName(self.tr("Speed of the canvas"))
        self._speed.setToolTip(self.tr("How fast the steps are shown. The transcription itself is never slowed down."))
        texts: dict[Layer, tuple[str, str]] = {
            "canvas": (self.tr("Canvas"), self.tr("The tokens the model was given at this step (L changes)")),
            "blend": (self.tr("Both"), self.tr("Text where it is accepted, the given noise elsewhere (L changes)")),
            "belief": (self.tr("Belief"), self.tr("The most probable token everywhere: the text so far (L changes)")),
        }
        for layer, (text, tip) in texts.items():
            self._layers[layer].setText(text)
            self._layers[layer].setToolTip(tip)

    def _dress(self) -> None:
        palette = self.numbers.palette()
        palette.setColor(palette.ColorRole.WindowText, Colours.of(self.palette()).muted)
        self.numbers.setPalette(palette)
        # Wide enough for any step, so that the raster beside it keeps its place.
        widest = self._numbers_text(88_888.0, 1.0, 88.88)
        self.numbers.setMinimumWidth(QFontMetrics(self.numbers.font()).horizontalAdvance(widest))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._dress()
        super().changeEvent(event)


def _speed_text(speed: float) -> str:
    return f"{QLocale().toString(speed, 'g')}×"
