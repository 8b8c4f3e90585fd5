"""How the segments of an entry annealed: read from what is kept, to be watched again or taken elsewhere."""

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
from app.ui.replay_export.dialog import ReplayExportDialog
from app.ui.replay_export.export_job import ReplayClip


class ReplayController(QObject):
    """Asks for replays and shows them. ``missed``: the steps of a segment are not kept any longer."""

    steps_missing = Signal()
    run_shown = Signal(int, object, object)  # a segment's index, its Run, the Vocabulary: they are on the canvas now
    failed = Signal(object)  # AnnealError

    def __init__(self, library_worker: LibraryWorker, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self._library_worker, self._player, self._parent_widget = library_worker, player, parent
        self._cached_vocabulary: tuple[str, Vocabulary | None] = "", None
        self._shown: tuple[Entry, Sequence[CanvasRun]] | None = None
        player.save_requested.connect(self._on_save_wanted)

    def play(self, entry: Entry, segment: Segment, on_shown: Callable[[], None]) -> None:
        """Let the player show the run in which the middle of a segment was written; then ``done``."""

        def show(runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> None:
            chosen = run_for_segment(segment, runs)
            self._shown = entry, [chosen]
            on_shown()
            self._player.set_vocabulary(vocabulary)
            self._player.replay_steps(list(chosen.steps))
            self.run_shown.emit(segment.index, chosen, vocabulary)

        self.load(entry, segment, show)

    @Slot()
    def clear_shown(self) -> None:
        """Something else takes the canvas."""
        self._shown = None

    def offer_export(self, entry: Entry, segment: Segment) -> None:
        """Offer to keep a segment's annealing as a film or a page."""
        self.load(entry, segment, lambda runs, vocabulary: self._show_export_dialog(entry, runs, vocabulary))

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._shown is not None and self._player.vocabulary is not None:
            self._show_export_dialog(*self._shown, self._player.vocabulary)

    def _show_export_dialog(self, entry: Entry, runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> None:
        annealing = ReplayClip(runs, vocabulary, entry.title, entry.language)
        ReplayExportDialog(annealing, self._player.canvas.layer, self._parent_widget.window()).show()

    def load(self, entry: Entry, segment: Segment, show: Callable[[Sequence[CanvasRun], Vocabulary], None]) -> None:
        """Hand what is kept of a segment to ``show``, in the window's thread."""
        name, known = self._cached_vocabulary

        def read(library: Library) -> tuple[Replay | None, Vocabulary | None]:
            replay = library.replays.load(entry.uid, segment.index)
            if replay is None or replay.vocabulary == name:
                return replay, known
            return replay, library.replays.load_vocabulary(replay.vocabulary)

        def take(found: tuple[Replay | None, Vocabulary | None]) -> None:
            replay, vocabulary = found
            if replay is None or vocabulary is None or not replay.runs:
                self.steps_missing.emit()
                return
            self._cached_vocabulary = replay.vocabulary, vocabulary
            show(replay.runs, vocabulary)

        self._library_worker.submit_with_library(read, take, self.failed.emit)


def run_for_segment(segment: Segment, runs: Sequence[CanvasRun]) -> CanvasRun:
    """Of several the run in which the middle of the segment was written."""
    middle_s = (segment.start_s + segment.end_s) / 2
    own = [run for run in runs if run.started.start_s <= middle_s <= run.started.end_s]
    return (own or runs)[-1]
