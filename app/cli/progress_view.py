"""Progress of a transcription in the terminal: a bar, and the canvas as it anneals. Drawn with rich, on standard error.

On a terminal both are redrawn in place; elsewhere (a file, a pipe) progress is one plain line per segment and, where the
canvas was asked for, one frame per step.
"""

from __future__ import annotations

from types import TracebackType
from typing import TextIO

import numpy as np
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from app.speech.events import (
    CanvasStep,
    DecodeProgress,
    Event,
    ModelLoading,
    ModelReady,
    SegmentDone,
    SourceSegmented,
    TokenWritten,
)
from app.speech.progress import TranscriptionProgress
from app.speech.vocabulary import Vocabulary

NOISE_STYLE, SETTLED_STYLE, DIM_STYLE = "bright_black", "bold", "dim"
BAR_COLUMNS = 30


class TranscriptionView:
    """Shows the events of one source, between ``__enter__`` and ``__exit__``."""

    def __init__(self, stream: TextIO, name: str, *, watch_steps: bool = False) -> None:
        """``name`` is the label of the source; with ``watch_steps`` every ``CanvasStep`` and token is drawn."""
        self.console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self.in_place = stream.isatty() and not self.console.is_dumb_terminal
        self.name = name
        self.watch_steps = watch_steps
        self._vocabulary: Vocabulary | None = None
        self._progress = TranscriptionProgress()
        self._segments_done = 0
        self._audio_done_s = 0.0
        self._work_s = 0.0
        self._status = "reading"
        self._frame = Text()
        self._live = Live(console=self.console, auto_refresh=False, transient=not watch_steps, redirect_stdout=False)

    def __enter__(self) -> TranscriptionView:
        if self.in_place:
            self._live.start()
            self._redraw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.in_place:
            self._live.stop()

    def show(self, event: Event) -> None:
        """Show one event; they come in the order of the transcription."""
        self._progress.handle(event)
        match event:
            case ModelLoading(model=model):
                self._set_status(f"loading {model}")
            case ModelReady():
                self._vocabulary = event.vocabulary
                self._set_status(f"{event.model} on {event.device}, {event.precision}")
            case DecodeProgress(decoded_s=decoded_s) if self._progress.segmented is None:
                self._set_status(f"reading, {decoded_s / 60:.0f} minutes so far")
            case SourceSegmented():
                self._status = self._segment_status()
            case CanvasStep():
                if self.watch_steps and self._vocabulary:
                    self._frame = render_step(event, self._vocabulary)
                    if not self.in_place:
                        self.console.print(self._frame)
            case TokenWritten(text=text):
                if self.watch_steps:
                    self._frame = Text(f"{text}\n")
            case SegmentDone(segment=segment):
                self._segments_done += 1
                self._audio_done_s = max(self._audio_done_s, segment.end_s)
                self._work_s += event.work_s
                self._set_status(self._segment_status())
        if self.in_place:
            self._redraw()

    def _segment_status(self) -> str:
        segments = self._progress.segment_count
        of_all = f"/{segments}" if segments else ""  # else the rest is still being decoded
        count = f"{self._segments_done}{of_all} segment{'s' if (segments or self._segments_done) != 1 else ''}"
        if not (self._audio_done_s and self._work_s):
            return count
        # by work, not by the clock: a short file may share batches with the one before it
        return f"{count}, {self._audio_done_s / self._work_s:.1f} x real time"

    def _set_status(self, status: str) -> None:
        self._status = status
        if not self.in_place:
            self.console.print(f"{self.name}: {status}", soft_wrap=True)

    def _redraw(self) -> None:
        row = Table.grid(padding=(0, 2))
        row.add_column(no_wrap=True, overflow="ellipsis", max_width=max(10, self.console.width // 3))
        row.add_column()
        row.add_column(no_wrap=True, overflow="ellipsis")
        bar = ProgressBar(total=1.0, completed=self._progress.share, width=min(BAR_COLUMNS, self.console.width // 4))
        row.add_row(Text(self.name), bar, Text(self._status, DIM_STYLE))
        self._live.update(Group(self._frame, row) if self._frame else row, refresh=True)


def render_step(step: CanvasStep, vocabulary: Vocabulary) -> Text:
    """Render one denoising step: accepted positions bold, with their argmax; all others grey, with the noise they were fed.

    The text stops where an end token is accepted; share and entropy are those of the positions up to the end of the belief.
    Other special tokens are dots as noise, and nothing once accepted.
    """
    length = slice(step.text_length(vocabulary.end_ids))
    accepted_share, mean_entropy = float(step.accepted[length].mean()), float(step.entropy[length].mean())
    text = Text()
    text.append(f"step {step.step}/{step.steps}  {accepted_share:.0%} accepted  ", DIM_STYLE)
    text.append(f"{mean_entropy:.2f} nats  {step.step_ms:.0f} ms\n", DIM_STYLE)
    first = True
    shown = np.where(step.accepted, step.argmax_ids, step.canvas)
    for token, accepted in zip(shown.tolist(), step.accepted.tolist(), strict=True):
        if accepted and vocabulary.is_end(token):
            break
        if accepted and vocabulary.is_special(token):
            continue
        name = "·" if vocabulary.is_special(token) and not vocabulary.is_end(token) else vocabulary.piece(token)
        piece = "".join(letter if letter.isprintable() else "·" for letter in name)
        space = "" if first or not vocabulary.starts_word(token) else " "
        text.append(space + piece, SETTLED_STYLE if accepted else NOISE_STYLE)
        first = False
    return text
