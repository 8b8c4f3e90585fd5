"""The page of one queued file: its waveform, canvas and text, live while it runs, replayed on demand."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import notices_text
from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.segment_sound import SegmentSound
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.replay_store import CanvasRun
from app.settings import LEGEND_RUNS
from app.speech.events import (
    CanvasStep,
    Event,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TokenWritten,
    TranscriptDone,
)
from app.speech.vocabulary import Vocabulary

from .canvas.player import Player
from .canvas.spectrogram_lane import SpectrogramLane
from .transcription.file_header import FileHeader
from .transcription.item_message import ItemMessage, has_message
from .transcription.lane_controller import LaneController
from .transcription.transcript_view import TranscriptView
from .transcription.written_text import WrittenText
from .widgets.banner import Banner
from .widgets.page_splitter import PageSplitter
from .widgets.waveform import Waveform

COLUMNS_FROM_PX, TRANSCRIPT_MIN_PX = 1184, 480
"""Width of the page from which canvas and transcript are side by side (a window of 1,500 px), and the transcript's."""
LANE_FROM_HEIGHT_PX = 700
"""Height of the window from which there is room for the spectrogram."""
FOLD_AFTER_MS = 1200
"""How long the result of a finished file rests on the canvas before the canvas is folded."""


class TranscriptionPage(QWidget):
    """Shows one ``QueueItem``. Pass events of that item to ``handle`` after the item has handled them."""

    retry_requested = Signal(object)  # QueueItem
    sound_failed = Signal(object)  # AnnealError
    shares_chosen = Signal(float, float)
    """The user moved the border: the canvas's share of height and width, 0 to 1."""
    legend_runs_changed = Signal(int)
    """For how many more files the canvas has its legend."""

    def __init__(
        self, queue: TranscriptionQueue, background_tasks: BackgroundTasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue, self._recent_steps = queue, queue.recent_steps
        self._item: QueueItem | None = None
        self._model_loading = False
        self._replayed_segment: int | None = None
        self.error_banner = Banner(closable=False)
        self.waveform = Waveform()
        self.lane = SpectrogramLane()
        self.player = Player(plays_sound=True)
        self.sound = SegmentSound(background_tasks, self)
        self._shows_spectrogram = True
        self._legend_runs = LEGEND_RUNS
        self.written = WrittenText()
        self.picture = QStackedWidget()
        """The player, or for a model without canvases the text that it writes."""
        self.picture.addWidget(self.player)
        self.picture.addWidget(self.written)
        self.transcript = TranscriptView()
        self.header = FileHeader()
        self.message = ItemMessage()
        self.message.start_requested.connect(queue.start_now)
        self.message.retry_requested.connect(self.retry_requested)
        queue.rowsMoved.connect(self._refresh)
        queue.model_loading.connect(lambda _event: self._set_model_loading(True))
        queue.model_ready.connect(lambda _event: self._set_model_loading(False))
        queue.model_failed.connect(lambda _error: self._set_model_loading(False))
        self.player.step_shown.connect(self._on_step_shown)
        self.player.save_requested.connect(self._on_save_requested)
        self.waveform.segment_chosen.connect(self.replay)
        self.transcript.segment_chosen.connect(self.replay)

        self._canvas_panel = _panel()
        inside = QVBoxLayout(self._canvas_panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.picture)
        text_panel = _panel()
        inside = QVBoxLayout(text_panel)
        inside.setContentsMargins(20, 10, 12, 12)
        inside.setSpacing(4)
        inside.addWidget(self.header)
        inside.addWidget(self.transcript, 1)
        self.splitter = PageSplitter(self._canvas_panel, text_panel, COLUMNS_FROM_PX, TRANSCRIPT_MIN_PX)
        self.lane_controller = LaneController(self.player, self.lane, self)
        self.splitter.share_chosen.connect(lambda: self.shares_chosen.emit(*self.splitter.shares))
        self.splitter.unfold_requested.connect(self._unfold)
        self.splitter.columns_changed.connect(self._fold_if_done)
        self.player.segment_shown.connect(self._on_segment_shown)
        self.player.sound_requested.connect(self.toggle_sound)
        self.lane_controller.play_requested.connect(self.play_span)
        self.sound.moved.connect(self._on_sound_moved)
        self.sound.playing_changed.connect(self._on_sound_playing_changed)
        self.sound.failed.connect(self.sound_failed)
        self.player.fold_requested.connect(self._fold)
        self.player.watch_requested.connect(self._watch_again)
        self.player.legend_toggled.connect(lambda shown: self._change_legend_runs(LEGEND_RUNS if shown else 0))
        self._unfolded_by_user = False
        self._fold_timer = QTimer(self, singleShot=True, interval=FOLD_AFTER_MS)
        self._fold_timer.timeout.connect(self._fold_if_done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.waveform)
        column.addWidget(self.lane)
        column.addWidget(self.error_banner)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.message, 1)
        self._refresh()

    @property
    def item(self) -> QueueItem | None:
        return self._item

    def set_shares(self, height: float, width: float) -> None:
        """Set the canvas's share of the height, and of the width where it is beside the transcript."""
        self.splitter.set_shares(height, width)

    def set_legend_runs(self, runs: int) -> None:
        """Set for how many more files the canvas has its legend."""
        self._legend_runs = runs
        self.player.show_legend(runs > 0)

    def _change_legend_runs(self, runs: int) -> None:
        if runs != self._legend_runs:
            self._legend_runs = runs
            self.legend_runs_changed.emit(runs)

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
                self._fold_timer.start()
            if item.segments != self.transcript.segments:  # corrected in the editor
                self.transcript.show_segments(item.segments)
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
                self._update_pending()
            case CanvasStep():
                self.player.update_segment(event.segment)
                return  # nothing else on the page changes with a step
            case TokenWritten():
                self.written.show_text(event.text)
                return
            case SegmentDone():
                self.player.end_segment(event)
                if event.segment.index == self._shown_segment:
                    self._on_segment_shown(event.segment.index)  # its words now have times
                self.transcript.append_segment(event.segment)
                self._update_pending()
            case TranscriptDone():
                self.player.end_job()
                self._fold_timer.start()
                if item.model is not None and item.model.has_canvas and self._legend_runs:
                    self._change_legend_runs(self._legend_runs - 1)  # hidden from the next file on
                self.transcript.show_pending(None)
                self._announce(item.text)
        self._refresh()

    @Slot(int)
    def replay(self, segment: int) -> None:
        """Replay a finished segment; does nothing if its steps are no longer in memory."""
        if self._item is None:
            return
        run = self._recent_steps.newest(self._item.number, segment)
        if run is None or not run.steps or segment not in {done.index for done in self._item.segments}:
            return
        self._unfold()
        self._show_segment(segment, play=True)

    def _show_segment(self, segment: int, play: bool) -> None:
        """Show a finished segment whose steps are in memory: anneal again, or at rest."""
        run = self._recent_steps.newest(self._item.number, segment) if self._item is not None else None
        if run is None or not run.steps:
            return
        self._replayed_segment = segment
        self.player.replay(run, play=play)
        self._refresh()

    @Slot()
    def _on_save_requested(self) -> None:
        """Open the dialog that exports the shown segment."""
        item, run, vocabulary = self._item, self.player.run, self.player.vocabulary
        if item is None or run is None or vocabulary is None:
            return
        language = item.transcript.language if item.transcript else ""
        source = item.segmented_source
        track = source.audio_track if source is not None else item.track or 0
        from .replay_export.dialog import ReplayExportDialog
        from .replay_export.export_job import ReplayClip

        clip = ReplayClip([run], vocabulary, item.title, language, item.source, track, item.segments)
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
        self.header.copy()

    # --- showing

    def _switch_to(self, item: QueueItem) -> None:
        self.sound.close()
        self._item, self._replayed_segment = item, None
        self.player.show_legend(self._legend_runs > 0)
        self.waveform.clear()
        if item.segmented_source is not None:
            self.waveform.show_source(
                item.segmented_source.peaks, item.segmented_source.duration_s, item.segmented_source.spans_s
            )
        self.transcript.pin(not item.state.is_final)  # a finished text is read from its beginning
        self.transcript.show_segments(item.segments)
        self._update_pending()
        self._show_canvas()
        self._unfolded_by_user = False
        self._fold_if_done()
        self._refresh()

    # --- what is heard

    def set_spectrogram_shown(self, shown: bool) -> None:
        """Set whether the page shows what the model hears, where there is room for it."""
        self._shows_spectrogram = shown
        self._show_lane()

    @property
    def _shown_segment(self) -> int | None:
        """The segment on the canvas; None for none."""
        run = self.player.run
        return run.started.segment if run is not None else None

    @Slot(int)
    def _on_segment_shown(self, segment: int) -> None:
        item = self._item
        run = self._recent_steps.newest(item.number, segment) if item is not None and segment >= 0 else None
        done = next((part for part in item.segments if part.index == segment), None) if item is not None else None
        self.lane_controller.show_run(run, done)
        self._show_lane()

    def _show_lane(self) -> None:
        started = self.lane.started
        room = self.window().height() >= LANE_FROM_HEIGHT_PX
        shown = self._shows_spectrogram and room and started is not None and started.spectrogram is not None
        if shown != self.lane.isVisibleTo(self):
            self.lane.setVisible(shown)
            self.lane_controller.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_lane()

    @Slot()
    def toggle_sound(self) -> None:
        """Play the sound of what is shown, of a finished file on to its end; or stop."""
        item, shown = self._item, self._shown_segment
        if self.sound.playing:
            self.sound.stop()
            return
        if item is None:
            return
        spans_s = item.segmented_source.spans_s if item.segmented_source is not None else ()
        start_s, end_s = spans_s[shown] if shown is not None and shown < len(spans_s) else (0.0, None)
        self.play_span(start_s, None if item.state.is_final else end_s)

    @Slot(float, float)
    def play_span(self, start_s: float, end_s: float | None) -> None:
        """Play a part of the file, in seconds; to its end where ``end_s`` is None."""
        item = self._item
        if item is not None and not item.recording:  # nothing is played into a microphone
            source = item.segmented_source
            self.sound.play(item.source, source.audio_track if source is not None else item.track or 0, start_s, end_s)

    @Slot(float)
    def _on_sound_moved(self, time_s: float) -> None:
        item = self._item
        if item is None:
            return
        if item.state.is_final:
            heard = next((part for part in item.segments if part.start_s <= time_s < part.end_s), None)
            if heard is not None and heard.text and heard.index != self._shown_segment:
                self._show_segment(heard.index, play=False)
        self.waveform.show_position(time_s)
        self.transcript.show_heard(time_s)
        self.lane_controller.show_heard(time_s)

    @Slot(bool)
    def _on_sound_playing_changed(self, playing: bool) -> None:
        self.player.show_sound_playing(playing)
        if not playing:
            self.waveform.show_position(None)
            self.transcript.show_heard(None)
            self.lane_controller.show_heard(None)

    # --- the layout follows the state

    @Slot()
    def _fold_if_done(self) -> None:
        """Fold the canvas of a file that is done, unless the user wants it; open it while the file is worked on."""
        item = self._item
        done = item is not None and item.state.is_final and bool(item.segments)
        if done and self.player.playing and not self.player.at_rest and not self.splitter.folded:
            self._fold_timer.start()  # its last steps are still being shown
            return
        folded = done and not self._unfolded_by_user and not self.splitter.columns
        self.player.set_folded(folded)
        self.player.offer(watch=done, fold=done and not folded and not self.splitter.columns)
        self.splitter.set_folded(folded)

    @Slot()
    def _unfold(self) -> None:
        self._unfolded_by_user = True
        self._fold_if_done()

    @Slot()
    def _fold(self) -> None:
        self._unfolded_by_user = False
        self.player.pause()
        self._fold_if_done()

    @Slot()
    def _watch_again(self) -> None:
        self._unfold()
        self.player.watch_again()

    def _show_canvas(self) -> None:
        item = self._item
        self.player.clear()
        self.written.show_text(item.segments[-1].text if item is not None and item.segments else "")
        if item is None:
            return
        if item.current is not None:
            self._begin_on_canvas(item, item.current)
            return
        for segment in item.segments if item.state.is_final else reversed(item.segments):
            run = self._recent_steps.newest(item.number, segment.index)
            if segment.text and run is not None and run.steps:
                self.player.replay(run, play=False)
                return

    def _begin_on_canvas(self, item: QueueItem, started: SegmentStarted) -> None:
        run = self._recent_steps.newest(item.number, started.segment)
        self.player.begin_segment(run or CanvasRun(started, ()))

    def _set_model_loading(self, loading: bool) -> None:
        self._model_loading = loading
        self._refresh()

    def _update_pending(self) -> None:
        current = self._item.current if self._item is not None else None
        writes = self._item is not None and self._item.model is not None and not self._item.model.has_canvas
        self.transcript.show_pending(current.start_s if current is not None else None, writes)

    @Slot()
    def _refresh(self) -> None:
        item = self._item
        done = frozenset(segment.index for segment in item.segments) if item else frozenset()
        current = item.current.segment if item and item.current else None
        self.waveform.show_progress(done, current if self._replayed_segment is None else self._replayed_segment)
        self.transcript.mark_segment(self._replayed_segment)
        running = item is not None and not item.state.is_final
        self.transcript.set_live(running)
        model = item.model if item is not None else None
        writes = model is not None and not model.has_canvas
        if model is not None and writes:
            self.written.show_model(model)
        self.picture.setCurrentWidget(self.written if writes else self.player)
        self._canvas_panel.setVisible(running or not writes)  # what was written is in the transcript
        self.player.canvas.set_model_loading(self._model_loading and running)
        self.header.show_item(item)
        self._show_message(item)
        if item is not None and item.error is not None:
            self.error_banner.show_error(
                item.error, lambda: self.tr("Try again"), lambda: self.retry_requested.emit(item)
            )
        elif item is not None and item.warnings:
            warnings = item.warnings
            self.error_banner.show_message(lambda: notices_text(warnings), is_note=True)
        if self.message.isVisibleTo(self) or item is None or not (item.error or item.warnings):
            self.error_banner.hide()

    def _show_message(self, item: QueueItem | None) -> None:
        """Show a message in place of canvas and text where a file has neither."""
        alone = has_message(item)
        if alone and item is not None:
            row = self._queue.row_of(item)
            self.message.show_item(item, sum(not other.state.is_final for other in self._queue.items[: max(0, row)]))
        self.message.setVisible(alone)
        self.splitter.setVisible(not alone)
        self.waveform.setVisible(not alone and item is not None and item.segmented_source is not None)

    def _announce(self, text: str) -> None:
        """Announce the finished text to screen readers, once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.transcript, text))


def _panel() -> QFrame:
    panel = QFrame()
    panel.setProperty("look", "card")
    return panel
