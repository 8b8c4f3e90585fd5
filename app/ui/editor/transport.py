"""Transport bar under the waveform: play, position, speed and loop; speaker, undo, redo, edit mode and the menu."""

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
from app.transcript.clock import clock_text
from app.ui.canvas.controls import Pill, PlayButton
from app.ui.formatting import clock_text_tenths, decimal
from app.ui.menus.actions import with_shortcut
from app.ui.theme import current_colors
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.icons import draw_retry
from app.ui.widgets.translation_mixin import TranslationMixin


class Transport(TranslationMixin, QWidget):
    """Two groups of controls, in one row or, where that is too narrow, in two."""

    speed_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = _PlayPauseButton()
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
        self.undo, self.redo = _UndoRedoButton(is_undo=True), _UndoRedoButton(is_undo=False)
        self.edit = Pill("")
        self.edit.setCheckable(True)
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setProperty("look", "quiet")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._playback_row, self._editing_row = QHBoxLayout(), QHBoxLayout()
        for widget in (self.play, self.time, self.speed, self.loop):
            self._playback_row.addWidget(widget)
        self._playback_row.addStretch(1)
        for right in (self.speaker, self.undo, self.redo, self.edit, self.more):
            self._editing_row.addWidget(right)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for row in (self._playback_row, self._editing_row):
            row.setSpacing(10)
            self._rows.addLayout(row)
        self._rows.setSpacing(10)
        self._rows.setStretch(0, 1)
        self._rows.setAlignment(self._editing_row, Qt.AlignmentFlag.AlignRight)
        # Only one completer ever: Qt deletes a replaced one, which its Python wrapper does not always survive.
        self._speakers_model = QStringListModel(self)
        completer = QCompleter(self._speakers_model, self.speaker)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.speaker.setCompleter(completer)
        self._position_s = self._duration_s = 0.0
        self._undo_labels: tuple[str | None, str | None] = (None, None)
        self._low = False
        self._retranslate()

    def show_time(self, position_s: float, duration_s: float) -> None:
        self._position_s, self._duration_s = position_s, duration_s
        self.time.setText(f"{clock_text_tenths(position_s)} / {clock_text(duration_s)}")
        widest = max(self.time.minimumWidth(), self.time.sizeHint().width())
        self.time.setMinimumWidth(widest)  # never narrower again, so that its neighbours do not move

    def show_undo_labels(self, undo_label: str | None, redo_label: str | None) -> None:
        """Name what undo and redo would do; None disables the button."""
        self._undo_labels = undo_label, redo_label
        self.undo.setEnabled(undo_label is not None)
        self.redo.setEnabled(redo_label is not None)
        undo = self.tr("Undo: {what}").format(what=undo_label) if undo_label else self.tr("Undo")
        redo = self.tr("Redo: {what}").format(what=redo_label) if redo_label else self.tr("Redo")
        for button, text, keys in ((self.undo, undo, "Ctrl+Z"), (self.redo, redo, "Ctrl+Shift+Z")):
            button.setAccessibleName(text)
            button.setToolTip(with_shortcut(text, keys))

    def show_speaker(self, speaker: str, speakers: list[str]) -> None:
        """Show the speaker of the current segment, and offer ``speakers`` for completion."""
        if not self.speaker.hasFocus():
            self.speaker.setText(speaker)
        if speakers != self._speakers_model.stringList():
            self._speakers_model.setStringList(speakers)

    def _retranslate(self) -> None:
        for row, speed in enumerate(SPEEDS):
            self.speed.setItemText(row, f"{decimal(speed, 2).rstrip('0').rstrip('.,')}×")
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        self.loop.setText(self.tr("Loop"))
        self.loop.setToolTip(with_shortcut(self.tr("Repeat this segment"), "Ctrl+Shift+L"))
        self.speaker.setPlaceholderText(self.tr("Speaker"))
        self.speaker.setAccessibleName(self.tr("Speaker"))
        self.speaker.setToolTip(
            self.tr(
                "Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn"
            )
        )
        self.edit.setText(self.tr("Edit"))
        self.edit.setToolTip(with_shortcut(self.tr("Edit the text; Esc goes back to listening"), "Return"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("More"))
        self.play.set_playing(self.play.playing)
        self.show_time(self._position_s, self._duration_s)
        self.show_undo_labels(*self._undo_labels)

    # --- one row or two

    def set_low(self, low: bool) -> None:
        """Set whether there is room for one row only: the speaker is then named by the menu."""
        if low != self._low:
            self._low = low
            self.speaker.setHidden(low)
            self._wrap_rows()

    def _wrap_rows(self) -> None:
        widths = [row.minimumSize().width() for row in (self._playback_row, self._editing_row)]
        wide = sum(widths) + self._rows.spacing() <= self.width()
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        widest = max(row.minimumSize().width() for row in (self._playback_row, self._editing_row))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_rows()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text became longer or shorter
            self._wrap_rows()
        return super().event(event)


class _PlayPauseButton(PlayButton):
    """Play button of the audio; the canvas player has one of its own."""

    playing = False

    def set_playing(self, playing: bool) -> None:
        self.playing = playing
        super().set_playing(playing)
        text = self.tr("Pause") if playing else self.tr("Play")
        self.setAccessibleName(text)
        self.setToolTip(with_shortcut(text, "Space"))


class _UndoRedoButton(QAbstractButton):
    """Arrow button for undo or redo, painted."""

    def __init__(self, is_undo: bool) -> None:
        super().__init__()
        self._is_undo = is_undo
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
        if self._is_undo:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        color = colors["faint" if not self.isEnabled() else "ink" if self.underMouse() else "muted"]
        draw_retry(painter, box.adjusted(2, 2, -2, -2), color)
        painter.end()
