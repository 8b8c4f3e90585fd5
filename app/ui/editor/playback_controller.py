"""Playback in the editor: from a word, a position in the waveform or a doubtful span; shows the position everywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.job_slot import JobSlot
from app.jobs.playback import PlaybackJob
from app.library.entry import Entry
from app.library.word_doubt import DoubtfulSpan
from app.sound.decoded_sound import DecodedSound, Peaks
from app.sound.spectrogram import Spectrogram, load_or_compute
from app.transcript.word_spans import segment_at_time

from .editor_waveform import EditorWaveform
from .transcript_editor import TranscriptEditor
from .transport import Transport

CONTEXT_S = 0.6
"""Played before and after a span that the user checks."""


class PlaybackController(QObject):
    """Connects the playback of an entry's source with waveform, transport and text."""

    failed = Signal(object)  # AnnealError
    source_missing = Signal(object)  # Entry: its source is no longer where it was

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        waveform: EditorWaveform,
        transport: Transport,
        text: TranscriptEditor,
        spectrograms_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.waveform, self.transport, self.text = waveform, transport, text
        self._spectrograms_folder = spectrograms_folder
        self.playback = playback = PlaybackJob(background_tasks, self)
        self._entry: Entry | None = None
        self._sound: DecodedSound | None = None
        self._position_s = 0.0
        self._peaks_slot = JobSlot(background_tasks, self)
        self._peaks_slot.reported.connect(self._on_peaks)
        self._spectrogram_slot = JobSlot(background_tasks, self)
        self._spectrogram_slot.reported.connect(self._on_spectrogram)
        self._spectrogram_slot.failed.connect(self._on_spectrogram_failed)
        waveform.spectrogram_needed.connect(self._compute_spectrogram)
        transport.play.clicked.connect(self.toggle)
        transport.speed_chosen.connect(playback.set_speed)
        transport.loop.toggled.connect(self._on_loop_toggled)
        text.play_requested.connect(self.play_from)
        text.play_pause_requested.connect(self.toggle)
        waveform.seek_requested.connect(self.play_from)
        playback.moved.connect(self._on_moved)
        playback.started.connect(self._on_started)
        playback.stopped.connect(self._on_stopped)
        playback.failed.connect(self.failed)

    def open(self, entry: Entry, source_exists: bool) -> None:
        """Prepare to play another entry, and read its peaks; nothing can be played where its source is missing."""
        self.close()
        self._entry = entry
        self.waveform.show_duration(entry.duration_s)
        self.waveform.show_segment_spans([(segment.start_s, segment.end_s) for segment in self.text.segments])
        self.text.show_played_word(None)
        self._show_position(self.text.cursor_time_s if self.text.current_index > 0 else 0.0)
        if source_exists:
            self._sound = DecodedSound(entry.source, entry.audio_track)
            self._peaks_slot.start(self._sound.peaks)
            self.waveform.request_spectrogram()
        else:
            self.source_missing.emit(entry)

    def close(self) -> None:
        """Stop playback, the reading of peaks and the computing of the spectrogram."""
        self.playback.stop()
        self._peaks_slot.abandon()
        self._spectrogram_slot.abandon()
        if self._sound is not None:
            self._sound.close()
            self._sound = None

    @Slot(object)
    def _on_peaks(self, peaks: Peaks) -> None:
        if len(peaks):
            self.waveform.show_peaks(peaks)

    @Slot()
    def _compute_spectrogram(self) -> None:
        sound = self._sound
        if sound is not None and not self._spectrogram_slot.busy:
            self.waveform.show_spectrogram_progress(0.0)
            self._spectrogram_slot.start(lambda: load_or_compute(sound.source, sound.track, self._spectrograms_folder))

    @Slot(object)
    def _on_spectrogram(self, reported: float | Spectrogram) -> None:
        if isinstance(reported, Spectrogram):
            self.waveform.show_spectrogram(reported)
        else:
            self.waveform.show_spectrogram_progress(reported)

    @Slot(object)
    def _on_spectrogram_failed(self, error: AnnealError) -> None:
        self.waveform.show_spectrogram_progress(None)
        self.waveform.set_view("wave")
        self.failed.emit(error)

    @Slot(float)
    def play_from(self, time_s: float) -> None:
        self.text.show_doubt(None)
        self._play(time_s, *self._loop_bounds_s(time_s))

    @Slot()
    def toggle(self) -> None:
        if self.playback.playing:
            self.playback.stop()
            return
        start_s = self._position_s
        if self._entry and start_s >= self._entry.duration_s - 0.1:
            start_s = 0.0
        self._play(start_s, *self._loop_bounds_s(start_s))

    @Slot(object)
    def play_doubt(self, doubt: DoubtfulSpan) -> None:
        """Select a doubtful span and play it with its context."""
        segment = self.text.segments[doubt.segment_index]
        start, end = segment.range_of(doubt.first_word, doubt.end_word) or (0, len(segment.text))
        self.text.show_doubt((doubt.segment_index, start, end))
        self.play_span(doubt.start_s, doubt.end_s)

    @Slot(float, float)
    def play_span(self, start_s: float, end_s: float) -> None:
        """Play a span with ``CONTEXT_S`` before and after it."""
        self._play(max(0.0, start_s - CONTEXT_S), end_s + CONTEXT_S)

    def _play(self, start_s: float, end_s: float | None = None, loop_start_s: float | None = None) -> None:
        if self._entry is None:
            return
        if self._sound is None:
            self.source_missing.emit(self._entry)
            return
        self._show_position(start_s)
        self.playback.play(self._sound, start_s, end_s, loop_start_s)

    def _loop_bounds_s(self, time_s: float) -> tuple[float | None, float | None]:
        """Return the end and the start of the segment at ``time_s`` if it is to be looped, else None twice."""
        index = segment_at_time(self.text.segments, time_s) if self.transport.loop.isChecked() else None
        segment = self.text.segments[index] if index is not None else None
        self.waveform.show_loop_span((segment.start_s, segment.end_s) if segment else None)
        return (segment.end_s, segment.start_s) if segment else (None, None)

    @Slot(bool)
    def _on_loop_toggled(self, on: bool) -> None:
        bounds_s = self._loop_bounds_s(self._position_s)
        if self.playback.playing:
            self._play(self._position_s, *bounds_s)

    @Slot(float)
    def _on_moved(self, position_s: float) -> None:
        self._show_position(position_s)
        self.text.show_played_word(position_s)

    def _show_position(self, position_s: float) -> None:
        self._position_s = position_s
        self.waveform.show_position(position_s)
        self.transport.show_time(position_s, self._entry.duration_s if self._entry else 0.0)

    @Slot()
    def _on_started(self) -> None:
        self.transport.play.set_playing(True)

    @Slot()
    def _on_stopped(self) -> None:
        self.transport.play.set_playing(False)
