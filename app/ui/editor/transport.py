"""Under the waveform: play, where one is, how fast, over and over; who speaks; undo, redo and the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from app.sound.playback import SPEEDS
from app.ui.canvas.controls import Pill, PlayButton
from app.ui.formatting import clock, clock_tenths, decimal
from app.ui.menus.actions import with_keys
from app.ui.theme import current_colors
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.icons import draw_again


class Transport(QWidget):
    speed_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = _Play()
        self.time = QLabel()
        self.time.setMinimumWidth(104)
        self.speed = Dropdown()
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        self.speed.select(1.0)
        self.speed.activated.connect(lambda row: self.speed_chosen.emit(self.speed.itemData(row)))
        self.loop = Pill("")
        self.loop.setCheckable(True)
        self.speaker = QLineEdit()
        self.speaker.setMinimumWidth(92)
        self.speaker.setMaximumWidth(150)
        self.speaker.setAcceptDrops(False)  # dropped files belong to the window
        self.speaker.setClearButtonEnabled(True)
        self.undo, self.redo = _Turn(back=True), _Turn(back=False)
        self.correct = Pill("")
        self.correct.setCheckable(True)
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setProperty("look", "quiet")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._hearing, self._naming = QHBoxLayout(), QHBoxLayout()
        for left in (self.play, self.time, self.speed, self.loop):
            self._hearing.addWidget(left)
        self._hearing.addStretch(1)
        for right in (self.speaker, self.undo, self.redo, self.correct, self.more):
            self._naming.addWidget(right)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        for half in (self._hearing, self._naming):
            half.setSpacing(10)
            self._halves.addLayout(half)
        self._halves.setSpacing(10)
        self._halves.setStretch(0, 1)
        self._halves.setAlignment(self._naming, Qt.AlignmentFlag.AlignRight)
        # One completer for good: Qt destroys one that is replaced, which Python's wrapper of it does not always survive.
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self.speaker)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.speaker.setCompleter(completer)
        self._position_s = self._duration_s = 0.0
        self._turns: tuple[str | None, str | None] = (None, None)
        self._retranslate()

    def show_time(self, position_s: float, duration_s: float) -> None:
        self._position_s, self._duration_s = position_s, duration_s
        self.time.setText(f"{clock_tenths(position_s)} / {clock(duration_s)}")
        widest = max(self.time.minimumWidth(), self.time.sizeHint().width())
        self.time.setMinimumWidth(widest)  # and stays so: what is beside it must not dance

    def show_turns(self, undoes: str | None, redoes: str | None) -> None:
        """What undo and redo would do; None where there is nothing."""
        self._turns = undoes, redoes
        self.undo.setEnabled(undoes is not None)
        self.redo.setEnabled(redoes is not None)
        undo = self.tr("Undo: {what}").format(what=undoes) if undoes else self.tr("Undo")
        redo = self.tr("Redo: {what}").format(what=redoes) if redoes else self.tr("Redo")
        for button, text, keys in ((self.undo, undo, "Ctrl+Z"), (self.redo, redo, "Ctrl+Shift+Z")):
            button.setAccessibleName(text)
            button.setToolTip(with_keys(text, keys))

    def show_speaker(self, speaker: str, known: list[str]) -> None:
        """Who speaks where the cursor is, and whom else there is to choose from."""
        if not self.speaker.hasFocus():
            self.speaker.setText(speaker)
        if known != self._known.stringList():
            self._known.setStringList(known)

    def _retranslate(self) -> None:
        for row, speed in enumerate(SPEEDS):
            self.speed.setItemText(row, f"{decimal(speed, 2).rstrip('0').rstrip('.,')}×")
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        self.loop.setText(self.tr("Loop"))
        self.loop.setToolTip(with_keys(self.tr("Hear this segment over and over"), "Ctrl+Shift+L"))
        self.speaker.setPlaceholderText(self.tr("Speaker"))
        self.speaker.setAccessibleName(self.tr("Speaker"))
        self.speaker.setToolTip(self.tr("Who speaks in this segment"))
        self.correct.setText(self.tr("Edit"))
        self.correct.setToolTip(with_keys(self.tr("Edit the text; Esc goes back to listening"), "Return"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("More"))
        self.play.set_playing(self.play.playing)
        self.show_time(self._position_s, self._duration_s)
        self.show_turns(*self._turns)

    # --- one line, or two where that is too narrow

    def _fold(self) -> None:
        halves = [half.minimumSize().width() for half in (self._hearing, self._naming)]
        wide = sum(halves) + self._halves.spacing() <= self.width()
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        widest = max(half.minimumSize().width() for half in (self._hearing, self._naming))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text became longer or shorter
            self._fold()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Play(PlayButton):
    """Plays the sound, not the canvas."""

    playing = False

    def set_playing(self, playing: bool) -> None:
        self.playing = playing
        super().set_playing(playing)
        text = self.tr("Pause") if playing else self.tr("Play")
        self.setAccessibleName(text)
        self.setToolTip(with_keys(text, "Space"))


class _Turn(QAbstractButton):
    """Undo or redo."""

    def __init__(self, back: bool) -> None:
        super().__init__()
        self._back = back
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(30, 30)

    def sizeHint(self) -> QSize:
        return QSize(30, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = current_colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(colors["accent"] if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colors["hover"])
            painter.drawRoundedRect(box, 8, 8)
        if self._back:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        color = colors["faint" if not self.isEnabled() else "ink" if self.underMouse() else "muted"]
        draw_again(painter, box.adjusted(2, 2, -2, -2), color)
        painter.end()
