"""The page of one queued file: its waveform, canvas and text, live while it runs, replayed on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.jobs.error_text import notices_text
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.replay_store import CanvasRun
from app.speech.events import CanvasStep, Event, SegmentDone, SegmentStarted, SourceSegmented, TranscriptDone
from app.speech.vocabulary import Vocabulary

from .canvas.player import Player
from .menus.actions import with_shortcut
from .replay_export.dialog import ReplayExportDialog
from .replay_export.export_job import ReplayClip
from .transcription.transcript_view import TranscriptView
from .widgets.banner import Banner
from .widgets.elided_label import ElidedLabel
from .widgets.translation_mixin import TranslationMixin
from .widgets.waveform import Waveform

COPIED_NOTICE_MS = 1500


class TranscriptionPage(TranslationMixin, QWidget):
    """Shows one ``QueueItem``. Pass events of that item to ``handle`` after the item has handled them."""

    retry_requested = Signal(object)  # QueueItem
    cancel_requested = Signal(object)
    edit_requested = Signal(object)

    def __init__(self, queue: TranscriptionQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent_steps = queue.recent_steps
        self._item: QueueItem | None = None
        self._model_loading = False
        self._replayed_segment: int | None = None
        self.error_banner = Banner(closable=False)
        self.waveform = Waveform()
        self.player = Player()
        self.transcript = TranscriptView()
        self.edit_button = _quiet_button()
        self.copy_button = _quiet_button()
        self.cancel_button = _quiet_button()
        self.title_label = ElidedLabel()
        self.title_label.setProperty("look", "muted")
        self._copied_timer = QTimer(self, singleShot=True, interval=COPIED_NOTICE_MS)
        self._copied_timer.timeout.connect(self._retranslate)

        self.copy_button.clicked.connect(self.copy_text)
        self.cancel_button.clicked.connect(lambda: self._item and self.cancel_requested.emit(self._item))
        self.edit_button.clicked.connect(lambda: self._item and self.edit_requested.emit(self._item))
        queue.model_loading.connect(lambda _event: self._set_model_loading(True))
        queue.model_ready.connect(lambda _event: self._set_model_loading(False))
        queue.model_failed.connect(lambda _error: self._set_model_loading(False))
        self.player.step_shown.connect(self._on_step_shown)
        self.player.save_requested.connect(self._on_save_requested)
        self.waveform.segment_chosen.connect(self.replay)
        self.transcript.segment_chosen.connect(self.replay)

        canvas_panel = _panel()
        inside = QVBoxLayout(canvas_panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.player)
        text_panel = _panel()
        inside = QVBoxLayout(text_panel)
        inside.setContentsMargins(20, 10, 12, 12)
        inside.setSpacing(4)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.title_label, 1)
        for button in (self.cancel_button, self.edit_button, self.copy_button):
            tools.addWidget(button)
        inside.addLayout(tools)
        inside.addWidget(self.transcript, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(canvas_panel)
        split.addWidget(text_panel)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([460, 190])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.waveform)
        column.addWidget(self.error_banner)
        column.addWidget(split, 1)
        self._retranslate()
        self._refresh()

    @property
    def item(self) -> QueueItem | None:
        return self._item

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        self.player.set_vocabulary(vocabulary)

    def show_item(self, item: QueueItem) -> None:
        """Show a file: live if it is running, else its last canvas."""
        if item is self._item:
            return
        self._switch_to(item)

    def refresh_item(self, item: QueueItem) -> None:
        """Update after a change of the item's state that came without an event."""
        if item is not self._item:
            return
        if item.state is QueueState.WAITING or (item.state is QueueState.LOADING and not item.segments):
            self._switch_to(item)
        else:
            if item.state.is_final:
                self.player.end_job()
            self._update_pending()
            self._refresh()

    def handle(self, event: Event) -> None:
        """Show an event of the item on the page."""
        item = self._item
        if item is None:
            return
        match event:
            case SourceSegmented():
                self.waveform.show_source(event.peaks, event.duration_s, event.spans_s)
            case SegmentStarted():
                self._begin_on_canvas(item, event)
                self.transcript.show_pending(event.start_s)
            case CanvasStep():
                self.player.update_segment(event.segment)
                return  # nothing else on the page changes with a step
            case SegmentDone():
                self.player.end_segment(event)
                self.transcript.append_segment(event.segment)
                self._update_pending()
            case TranscriptDone():
                self.player.end_job()
                self.transcript.show_pending(None)
                self._announce(item.text)
        self._refresh()

    @Slot(int)
    def replay(self, segment: int) -> None:
        """Replay a finished segment; does nothing if its steps are no longer in memory."""
        if self._item is None:
            return
        steps = self._recent_steps.steps(self._item.number, segment)
        if not steps or segment not in {done.index for done in self._item.segments}:
            return
        self._replayed_segment = segment
        self.player.replay_steps(steps)
        self._refresh()

    @Slot()
    def _on_save_requested(self) -> None:
        """Open the dialog that exports the shown segment."""
        item, steps, vocabulary = self._item, self.player.steps, self.player.vocabulary
        if item is None or not steps or vocabulary is None:
            return
        times_s = {done.index: (done.start_s, done.end_s) for done in item.segments}
        start_s, end_s = times_s.get(steps[0].segment, (0.0, 0.0))
        run = CanvasRun(SegmentStarted(steps[0].segment, start_s, end_s, len(steps[0].canvas)), tuple(steps))
        language = item.transcript.language if item.transcript else ""
        clip = ReplayClip([run], vocabulary, item.title, language)
        ReplayExportDialog(clip, self.player.canvas.layer, self.window()).show()

    @Slot()
    def back_to_live(self) -> None:
        """Leave the replay and follow the running job."""
        self.player.go_live()

    @Slot()
    def _on_step_shown(self) -> None:
        if self._replayed_segment is not None and self.player.following:
            self._replayed_segment = None
            self._refresh()

    @Slot()
    def copy_text(self) -> None:
        """Copy the text so far to the clipboard."""
        if self._item is not None and self._item.text:
            QGuiApplication.clipboard().setText(self._item.text)
            self._copied_timer.start()
            self._retranslate()

    # --- showing

    def _switch_to(self, item: QueueItem) -> None:
        self._item, self._replayed_segment = item, None
        self.waveform.clear()
        if item.segmented_source is not None:
            self.waveform.show_source(
                item.segmented_source.peaks, item.segmented_source.duration_s, item.segmented_source.spans_s
            )
        self.transcript.show_segments(item.segments)
        self._update_pending()
        self._show_canvas()
        self._refresh()

    def _show_canvas(self) -> None:
        item = self._item
        self.player.clear()
        if item is None:
            return
        if item.current is not None:
            self._begin_on_canvas(item, item.current)
            return
        for segment in reversed(item.segments):
            if steps := self._recent_steps.steps(item.number, segment.index):
                self.player.replay_steps(steps, play=False)
                return

    def _begin_on_canvas(self, item: QueueItem, started: SegmentStarted) -> None:
        run = self._recent_steps.newest(item.number, started.segment)
        self.player.begin_segment(run or CanvasRun(started, ()))

    def _set_model_loading(self, loading: bool) -> None:
        self._model_loading = loading
        self._refresh()

    def _update_pending(self) -> None:
        current = self._item.current if self._item is not None else None
        self.transcript.show_pending(current.start_s if current is not None else None)

    def _refresh(self) -> None:
        item = self._item
        done = frozenset(segment.index for segment in item.segments) if item else frozenset()
        current = item.current.segment if item and item.current else None
        self.waveform.setVisible(item is not None and item.segmented_source is not None)
        self.waveform.show_progress(done, current if self._replayed_segment is None else self._replayed_segment)
        self.transcript.mark_segment(self._replayed_segment)
        running = item is not None and not item.state.is_final
        self.player.canvas.set_model_loading(self._model_loading and running)
        self.copy_button.setEnabled(bool(item and item.text))
        self.cancel_button.setVisible(running)
        self.edit_button.setVisible(bool(item and item.uid and item.segments and not running))
        self.title_label.set_full_text(item.title if item else "")
        if item is not None and item.error is not None:
            self.error_banner.show_error(
                item.error, lambda: self.tr("Try again"), lambda: self.retry_requested.emit(item)
            )
        elif item is not None and item.warnings:
            warnings = item.warnings
            self.error_banner.show_message(lambda: notices_text(warnings), is_note=True)
        else:
            self.error_banner.hide()

    def _announce(self, text: str) -> None:
        """Announce the finished text to screen readers, once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.transcript, text))

    @Slot()
    def _retranslate(self) -> None:
        self.copy_button.setText(self.tr("Copied") if self._copied_timer.isActive() else self.tr("Copy"))
        self.copy_button.setToolTip(with_shortcut(self.tr("Copy the text"), "Ctrl+Shift+C"))
        self.edit_button.setText(self.tr("Listen and edit"))
        self.edit_button.setToolTip(with_shortcut(self.tr("Listen to this transcript and correct it"), "Ctrl+Shift+E"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(with_shortcut(self.tr("Cancel"), "Esc"))


def _quiet_button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "quiet")
    return button


def _panel() -> QFrame:
    panel = QFrame()
    panel.setProperty("look", "card")
    return panel
