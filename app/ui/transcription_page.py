"""One file at work or done: its waveform, its canvas, its text. Live while it runs, replayed on demand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.jobs.queue_item import QueueItem, State
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.replay_store import Run
from app.speech.events import CanvasStep, Event, SegmentDone, SegmentStarted, SourceOpened, TranscriptDone
from app.speech.vocabulary import Vocabulary

from .canvas.player import Player
from .menus.actions import with_keys
from .replay_export.dialog import AnnealingDialog
from .replay_export.export_job import Annealing
from .transcription.transcript_view import TranscriptView
from .widgets.banner import Banner
from .widgets.elided_label import ElidedLabel
from .widgets.waveform import Waveform

COPIED_MS = 1500


class Workbench(QWidget):
    """Shows one ``QueueItem``. Events of that item are passed to ``take`` after the item itself took them."""

    retry_wanted = Signal(object)  # QueueItem
    cancel_wanted = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replays = queue.replays
        self._item: QueueItem | None = None
        self._model_loading = False
        self._replayed: int | None = None
        self.notice = Banner(closable=False)
        self.waveform = Waveform()
        self.player = Player()
        self.transcript = TranscriptView()
        self.edit = _button()
        self.copy = _button()
        self.cancel = _button()
        self.title = ElidedLabel()
        self.title.setProperty("look", "muted")
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._retranslate)

        self.copy.clicked.connect(self.copy_text)
        self.cancel.clicked.connect(lambda: self._item and self.cancel_wanted.emit(self._item))
        self.edit.clicked.connect(lambda: self._item and self.edit_wanted.emit(self._item))
        queue.model_loading.connect(lambda _event: self._expect_model(True))
        queue.model_ready.connect(lambda _event: self._expect_model(False))
        queue.model_failed.connect(lambda _error: self._expect_model(False))
        self.player.step_shown.connect(self._on_step_shown)
        self.player.save_wanted.connect(self._on_save_wanted)
        self.waveform.segment_chosen.connect(self.replay)
        self.transcript.segment_chosen.connect(self.replay)

        canvas_card = _card()
        inside = QVBoxLayout(canvas_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.player)
        text_card = _card()
        inside = QVBoxLayout(text_card)
        inside.setContentsMargins(20, 10, 12, 12)
        inside.setSpacing(4)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.title, 1)
        for button in (self.cancel, self.edit, self.copy):
            tools.addWidget(button)
        inside.addLayout(tools)
        inside.addWidget(self.transcript, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(canvas_card)
        split.addWidget(text_card)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([460, 190])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.waveform)
        column.addWidget(self.notice)
        column.addWidget(split, 1)
        self._retranslate()
        self._refresh()

    @property
    def item(self) -> QueueItem | None:
        return self._item

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        self.player.set_vocabulary(vocabulary)

    def show_item(self, item: QueueItem) -> None:
        """Show a file as far as it is known: live if it is being worked on, else its last canvas."""
        if item is self._item:
            return
        self._show(item)

    def refresh_item(self, item: QueueItem) -> None:
        """The item's state changed by something that is not an event."""
        if item is not self._item:
            return
        if item.state is State.WAITING or (item.state is State.LOADING and not item.segments):
            self._show(item)
        else:
            if item.state.over:
                self.player.end_job()
            self._show_text_end()
            self._refresh()

    def take(self, event: Event) -> None:
        """An event of the item being shown."""
        item = self._item
        if item is None:
            return
        match event:
            case SourceOpened():
                self.waveform.show_source(event.peaks, event.duration_s, event.spans_s)
            case SegmentStarted():
                self.player.begin_segment(event)
                self.transcript.show_pending(event.start_s)
            case CanvasStep():
                self.player.add_step(event)
                return  # nothing else on the bench changes with a step
            case SegmentDone():
                self.player.end_segment(event)
                self.transcript.append_segment(event.segment)
                self._show_text_end()
            case TranscriptDone():
                self.player.end_job()
                self.transcript.show_pending(None)
                self._announce(item.text)
        self._refresh()

    @Slot(int)
    def replay(self, segment: int) -> None:
        """Play a finished segment's canvas again; does nothing if its steps are no longer kept."""
        if self._item is None:
            return
        steps = self._replays.steps(self._item.number, segment)
        if not steps or segment not in {done.index for done in self._item.segments}:
            return
        self._replayed = segment
        self.player.set_steps(steps)
        self._refresh()

    @Slot()
    def _on_save_wanted(self) -> None:
        """Offer to keep the segment that is shown as a film or a page."""
        item, steps, vocabulary = self._item, self.player.steps, self.player.vocabulary
        if item is None or not steps or vocabulary is None:
            return
        times_s = {done.index: (done.start_s, done.end_s) for done in item.segments}
        start_s, end_s = times_s.get(steps[0].segment, (0.0, 0.0))
        run = Run(SegmentStarted(steps[0].segment, start_s, end_s, len(steps[0].canvas)), tuple(steps))
        language = item.transcript.language if item.transcript else ""
        annealing = Annealing([run], vocabulary, item.title, language)
        AnnealingDialog(annealing, self.player.canvas.layer, self.window()).show()

    @Slot()
    def back_to_live(self) -> None:
        """Leave the replay and follow what is being worked on."""
        self.player.go_live()

    @Slot()
    def _on_step_shown(self) -> None:
        if self._replayed is not None and self.player.following:
            self._replayed = None
            self._refresh()

    @Slot()
    def copy_text(self) -> None:
        """Put the text so far on the clipboard."""
        if self._item is not None and self._item.text:
            QGuiApplication.clipboard().setText(self._item.text)
            self._copied.start()
            self._retranslate()

    # --- showing

    def _show(self, item: QueueItem) -> None:
        self._item, self._replayed = item, None
        self.waveform.clear()
        if item.opened is not None:
            self.waveform.show_source(item.opened.peaks, item.opened.duration_s, item.opened.spans_s)
        self.transcript.show_segments(item.segments)
        self._show_text_end()
        self._show_canvas()
        self._refresh()

    def _show_canvas(self) -> None:
        item = self._item
        self.player.clear()
        if item is None:
            return
        if item.current is not None:
            self.player.begin_segment(item.current)
            for step in self._replays.steps(item.number, item.current.segment):
                self.player.add_step(step)
            return
        for segment in reversed(item.segments):
            if steps := self._replays.steps(item.number, segment.index):
                self.player.set_steps(steps, play=False)
                return

    def _expect_model(self, loading: bool) -> None:
        self._model_loading = loading
        self._refresh()

    def _show_text_end(self) -> None:
        current = self._item.current if self._item is not None else None
        self.transcript.show_pending(current.start_s if current is not None else None)

    def _refresh(self) -> None:
        item = self._item
        done = frozenset(segment.index for segment in item.segments) if item else frozenset()
        current = item.current.segment if item and item.current else None
        self.waveform.setVisible(item is not None and item.opened is not None)
        self.waveform.show_progress(done, current if self._replayed is None else self._replayed)
        self.transcript.mark(self._replayed)
        running = item is not None and not item.state.over
        self.player.canvas.expect_model(self._model_loading and running)
        self.copy.setEnabled(bool(item and item.text))
        self.cancel.setVisible(running)
        self.edit.setVisible(bool(item and item.uid and item.segments and not running))
        self.title.set_whole_text(item.title if item else "")
        if item is not None and item.error is not None:
            self.notice.say_error(item.error, lambda: self.tr("Try again"), lambda: self.retry_wanted.emit(item))
        else:
            self.notice.hide()

    def _announce(self, text: str) -> None:
        """Let screen readers say the finished text, once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.transcript, text))

    @Slot()
    def _retranslate(self) -> None:
        self.copy.setText(self.tr("Copied") if self._copied.isActive() else self.tr("Copy"))
        self.copy.setToolTip(with_keys(self.tr("Copy the text"), "Ctrl+Shift+C"))
        self.edit.setText(self.tr("Listen and edit"))
        self.edit.setToolTip(with_keys(self.tr("Listen to this transcript and correct it"), "Ctrl+Shift+E"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(with_keys(self.tr("Cancel"), "Esc"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "quiet")
    return button


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    return card
