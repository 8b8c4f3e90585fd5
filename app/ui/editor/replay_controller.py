"""Loads the stored denoising steps of a segment from the library, to play or to export them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.jobs.library_worker import LibraryWorker
from app.library.entry import Entry
from app.library.library import Library
from app.library.replay_store import CanvasRun, Replay
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.canvas.player import Player


class ReplayController(QObject):
    """Loads replays and shows them in the player."""

    steps_missing = Signal()  # the library has no steps of the segment any longer
    run_shown = Signal(int, object, object)  # the segment's index, its CanvasRun, the Vocabulary: on the canvas now
    failed = Signal(object)  # AnnealError

    def __init__(self, library_worker: LibraryWorker, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self._library_worker, self._player, self._parent_widget = library_worker, player, parent
        self._cached_vocabulary: tuple[str, Vocabulary | None] = "", None
        self._shown: tuple[Entry, Segment, Sequence[CanvasRun]] | None = None
        player.save_requested.connect(self._on_save_requested)

    def play(self, entry: Entry, segment: Segment, on_shown: Callable[[], None]) -> None:
        """Let the player show the run that covers the middle of a segment; ``on_shown`` is called before it starts."""

        def show(runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> None:
            run = run_for_segment(segment, runs)
            self._shown = entry, segment, [run]
            on_shown()
            self._player.set_vocabulary(vocabulary)
            self._player.replay(run)
            self.run_shown.emit(segment.index, run, vocabulary)

        self.load(entry, segment, show)

    @Slot()
    def clear_shown(self) -> None:
        """Forget the shown run, as something else is about to use the canvas."""
        self._shown = None

    def offer_export(self, entry: Entry, segment: Segment) -> None:
        """Offer to export the denoising of a segment as a video or an HTML page."""
        self.load(entry, segment, lambda runs, vocabulary: self._show_export_dialog(entry, segment, runs, vocabulary))

    @Slot()
    def _on_save_requested(self) -> None:
        if self._shown is not None and self._player.vocabulary is not None:
            self._show_export_dialog(*self._shown, self._player.vocabulary)

    def _show_export_dialog(
        self, entry: Entry, segment: Segment, runs: Sequence[CanvasRun], vocabulary: Vocabulary
    ) -> None:
        from app.ui.replay_export.dialog import ReplayExportDialog
        from app.ui.replay_export.export_job import ReplayClip

        clip = ReplayClip(runs, vocabulary, entry.title, entry.language, entry.source, entry.audio_track, (segment,))
        ReplayExportDialog(clip, self._player.canvas.layer, self._parent_widget.window()).show()

    def load(self, entry: Entry, segment: Segment, show: Callable[[Sequence[CanvasRun], Vocabulary], None]) -> None:
        """Load the runs of a segment and pass them to ``show`` on the GUI thread."""
        cached_name, cached = self._cached_vocabulary

        def read(library: Library) -> tuple[Replay | None, Vocabulary | None]:
            replay = library.replays.load(entry.uid, segment.index)
            if replay is None or replay.vocabulary == cached_name:
                return replay, cached
            return replay, library.replays.load_vocabulary(replay.vocabulary)

        def on_read(loaded: tuple[Replay | None, Vocabulary | None]) -> None:
            replay, vocabulary = loaded
            if replay is None or vocabulary is None or not replay.runs:
                self.steps_missing.emit()
                return
            self._cached_vocabulary = replay.vocabulary, vocabulary
            show(replay.runs, vocabulary)

        self._library_worker.submit_with_library(read, on_read, self.failed.emit)


def run_for_segment(segment: Segment, runs: Sequence[CanvasRun]) -> CanvasRun:
    """Return the last run that covers the middle of the segment, or else the last run."""
    middle_s = (segment.start_s + segment.end_s) / 2
    covering = [run for run in runs if run.started.start_s <= middle_s <= run.started.end_s]
    return (covering or runs)[-1]
