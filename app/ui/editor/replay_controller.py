"""How the segments of an entry annealed: read from what is kept, to be watched again or taken elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.jobs.library_worker import Clerk
from app.library.entry import Entry
from app.library.library import Library
from app.library.replay_store import Replay, Run
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment
from app.ui.canvas.player import Player
from app.ui.replay_export.dialog import AnnealingDialog
from app.ui.replay_export.export_job import Annealing


class Annealed(QObject):
    """Asks for replays and shows them. ``missed``: the steps of a segment are not kept any longer."""

    missed = Signal()
    shown = Signal(int, object, object)  # a segment's index, its Run, the Vocabulary: they are on the canvas now
    failed = Signal(object)  # AnnealError

    def __init__(self, clerk: Clerk, player: Player, parent: QWidget) -> None:
        super().__init__(parent)
        self._clerk, self._player, self._page = clerk, player, parent
        self._vocabulary: tuple[str, Vocabulary | None] = "", None
        self._shown: tuple[Entry, Sequence[Run]] | None = None
        player.save_wanted.connect(self._on_save_wanted)

    def play(self, entry: Entry, segment: Segment, done: Callable[[], None]) -> None:
        """Let the player show the run in which the middle of a segment was written; then ``done``."""

        def show(runs: Sequence[Run], vocabulary: Vocabulary) -> None:
            chosen = run_of(segment, runs)
            self._shown = entry, [chosen]
            done()
            self._player.set_vocabulary(vocabulary)
            self._player.set_steps(list(chosen.steps))
            self.shown.emit(segment.index, chosen, vocabulary)

        self.read(entry, segment, show)

    @Slot()
    def forget(self) -> None:
        """Something else takes the canvas."""
        self._shown = None

    def save(self, entry: Entry, segment: Segment) -> None:
        """Offer to keep a segment's annealing as a film or a page."""
        self.read(entry, segment, lambda runs, vocabulary: self._offer(entry, runs, vocabulary))

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._shown is not None and self._player.vocabulary is not None:
            self._offer(*self._shown, self._player.vocabulary)

    def _offer(self, entry: Entry, runs: Sequence[Run], vocabulary: Vocabulary) -> None:
        annealing = Annealing(runs, vocabulary, entry.title, entry.language)
        AnnealingDialog(annealing, self._player.canvas.layer, self._page.window()).show()

    def read(self, entry: Entry, segment: Segment, show: Callable[[Sequence[Run], Vocabulary], None]) -> None:
        """Hand what is kept of a segment to ``show``, in the window's thread."""
        name, known = self._vocabulary

        def read(library: Library) -> tuple[Replay | None, Vocabulary | None]:
            replay = library.replays.replay(entry.uid, segment.index)
            if replay is None or replay.vocabulary == name:
                return replay, known
            return replay, library.replays.vocabulary(replay.vocabulary)

        def take(found: tuple[Replay | None, Vocabulary | None]) -> None:
            replay, vocabulary = found
            if replay is None or vocabulary is None or not replay.runs:
                self.missed.emit()
                return
            self._vocabulary = replay.vocabulary, vocabulary
            show(replay.runs, vocabulary)

        self._clerk.ask_library(read, take, self.failed.emit)


def run_of(segment: Segment, runs: Sequence[Run]) -> Run:
    """Of several the run in which the middle of the segment was written."""
    middle_s = (segment.start_s + segment.end_s) / 2
    own = [run for run in runs if run.started.start_s <= middle_s <= run.started.end_s]
    return (own or runs)[-1]
