"""Frames of a replay as a video: the canvas painted onto images, in any thread.

The text is laid out for a width of ``LAYOUT_WIDTH_PX`` and scaled to the video's size, so that every size shows the same.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen

from app.library.replay_store import CanvasRun
from app.speech.vocabulary import Vocabulary
from app.ui.canvas.painter import CanvasPainter, frame_between
from app.ui.canvas.playback_clock import PlaybackClock
from app.ui.canvas.step_heatmap import grid_image, row_indices, row_pixels
from app.ui.canvas.step_model import WATCHED_S, Layer, StepSequence, settled_between
from app.ui.canvas.token_glyphs import GlyphCache
from app.ui.canvas.token_places import TokenPlaces
from app.ui.canvas.typesetting import TypesetStep, typeset
from app.ui.theme import DARK, LIGHT, fade

LAYOUT_WIDTH_PX = 640.0
MARGIN_PX = 26.0
HEATMAP_PX, LABEL_PX, LABEL_GAP_PX = 30.0, 12, 16.0
INITIAL_SIZE_PX = 16
RESULT_S, SILENCE_S = 0.9, 0.3
"""How long the finished text stays, and how long after the sound."""
FRAMES_PER_S = {"gif": 20, "mp4": 30, "webm": 30}
VIDEO_SIZES: tuple[tuple[int, int], ...] = ((640, 360), (960, 540), (1280, 720), (1920, 1080), (1080, 1080))
"""Width and height in pixels."""


@dataclass(frozen=True)
class VideoOptions:
    """Size, speed and appearance of a video."""

    width_px: int = 960
    height_px: int = 540
    speed: float = 1.0
    """1 is the usual pace of the canvas."""
    dark: bool = False
    layer: Layer = "blend"

    def __post_init__(self) -> None:
        if self.width_px % 2 or self.height_px % 2 or min(self.width_px, self.height_px) < 160:
            raise ValueError(f"a film cannot be {self.width_px} x {self.height_px} pixels")
        if not self.speed > 0:
            raise ValueError(f"the speed must be above zero, not {self.speed}")


@dataclass(frozen=True)
class VideoLabels:
    """The texts of a video, in the window's language."""

    draft: str = "Draft"
    noise: str = "Noise"
    step: str = "Step {step} of {steps}"
    result: str = "Result"
    end: str = "end"


@dataclass(frozen=True)
class _Moment:
    """A picture."""

    index: float
    heard: tuple[int, ...] = ()
    """The positions of the word that is heard."""


class VideoFrames:
    """The pictures of one or more canvas runs, one run after the other, at the pace of the window.

    Where the sound is heard each run lasts as long as its sound. Must be created, used and deleted in one thread.
    """

    def __init__(
        self,
        runs: Iterable[CanvasRun],
        vocabulary: Vocabulary,
        font: QFont,
        options: VideoOptions | None = None,
        frames_per_s: int = 30,
        labels: VideoLabels | None = None,
        places: Sequence[TokenPlaces] = (),
    ) -> None:
        """Runs without steps are left out. Raises ``ValueError`` if none is left.

        Args:
            places: of every run with steps, if the sound is heard: the word that is heard is lit.
        """
        self.options, self.labels = options or VideoOptions(), labels or VideoLabels()
        self.width_px, self.height_px, self.frames_per_s = self.options.width_px, self.options.height_px, frames_per_s
        self.runs = [run for run in runs if len(run.steps)]
        if not self.runs:
            raise ValueError("there is no step to show")
        self._sequences = [StepSequence(vocabulary.end_ids, run.steps, run.started.draft_ids) for run in self.runs]
        for sequence in self._sequences:
            sequence.done = True
        self._places = places
        self.vocabulary, self.font = vocabulary, QFont(font)
        self.font.setPixelSize(LABEL_PX)
        self.colors = DARK if self.options.dark else LIGHT
        self.scale = min(self.width_px / LAYOUT_WIDTH_PX, self.height_px / (LAYOUT_WIDTH_PX * 9 / 16))

    @property
    def frame_counts(self) -> list[int]:
        """How many frames each run with steps has."""
        return [sum(frames for _, frames in self._moments(number)) for number in range(len(self.runs))]

    @staticmethod
    def duration_s(runs: Sequence[CanvasRun], options: VideoOptions, with_sound: bool) -> float:
        """Return about how long a video of canvas runs is."""
        shown_s = WATCHED_S / options.speed + RESULT_S
        heard_s = [
            run.started.end_s - run.started.start_s + SILENCE_S if with_sound else 0.0 for run in runs if run.steps
        ]
        return sum(max(shown_s, run_s) for run_s in heard_s)

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        sequence = self._sequences[0]
        painter = _FramePainter(self, sequence)
        for index in np.linspace(sequence.first_index, sequence.last_index, 7):
            yield painter.picture(_Moment(float(index)))

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        for number, sequence in enumerate(self._sequences):
            painter = _FramePainter(self, sequence)
            for moment, frames in self._moments(number):
                yield painter.picture(moment), frames

    def _moments(self, number: int) -> Iterator[tuple[_Moment, int]]:
        """Yield the moments of a run, each with its number of frames; equal ones are merged."""
        pending, count = None, 0
        for moment in self._frame_moments(number):
            if moment != pending and pending is not None:
                yield pending, count
                count = 0
            pending, count = moment, count + 1
        assert pending is not None
        yield pending, count

    def _frame_moments(self, number: int) -> Iterator[_Moment]:
        """Yield the moment of each frame of a run."""
        sequence, started = self._sequences[number], self.runs[number].started
        places = self._places[number] if self._places else None
        clock = PlaybackClock()
        clock.restart(live=False, first_index=sequence.first_index)
        clock.set_pace(sequence.duration_s, sequence.hold_s)
        clock.set_speed(self.options.speed)
        clock.finish(sequence.last_index)
        heard_frames = 0
        if places is not None:
            heard_frames = round((started.end_s - started.start_s + SILENCE_S) * self.frames_per_s)
        frame, rest = 0, round(RESULT_S * self.frames_per_s)
        while rest or frame < heard_frames:
            time_s = frame / self.frames_per_s
            index = clock.tick(time_s)
            word = places.word_at(started.start_s + time_s) if places is not None else None
            stands = word is not None and settled_between(sequence, index)[0][list(word.positions)].all()
            yield _Moment(index, word.positions if word is not None and stands else ())
            rest -= bool(rest and clock.at_end)
            frame += 1


class _FramePainter:
    """Paints the frames of one step sequence."""

    def __init__(self, video: VideoFrames, sequence: StepSequence) -> None:
        self._video, self._sequence = video, sequence
        self._glyphs = GlyphCache(video.vocabulary, video.font, video.labels.end)
        self._painter = CanvasPainter(video.colors)
        scale = video.scale
        self._layout_rect = QRectF(0, 0, video.width_px / scale, video.height_px / scale)
        room = self._layout_rect.adjusted(MARGIN_PX, MARGIN_PX * 0.8, -MARGIN_PX, -MARGIN_PX * 0.8)
        self._text_rect = room.adjusted(0, 0, 0, -(HEATMAP_PX + MARGIN_PX * 0.6))
        self._foot_rect = QRectF(room.left(), room.bottom() - HEATMAP_PX, room.width(), HEATMAP_PX)
        self._typeset_steps = self._typeset_all()
        tallest = max(step.flow.line_count * step.flow.line_px for step in self._typeset_steps.values())
        self._top = self._text_rect.top() + max(self._text_rect.height() - tallest, 0.0) / 2.0
        rows = [row_pixels(sequence, index, video.colors) for index in row_indices(sequence)]
        label = video.labels.step.format(step=888, steps=888)
        label_width = max(
            QFontMetricsF(video.font).horizontalAdvance(text) for text in (label, self._label(len(sequence) + 1))
        )
        self._heatmap_rect = QRect(
            round(self._foot_rect.left() * scale), round(self._foot_rect.top() * scale),
            round((self._foot_rect.width() - label_width - LABEL_GAP_PX) * scale), round(self._foot_rect.height() * scale),
        )  # fmt: skip
        self._heatmap_image = grid_image(
            rows, len(rows), self._heatmap_rect.width(), self._heatmap_rect.height(), video.colors
        )

    def picture(self, moment: _Moment) -> NDArray[np.uint8]:
        """Return the picture of a moment, (height, width, 3) uint8 RGB."""
        video, c = self._video, self._video.colors
        image = QImage(video.width_px, video.height_px, QImage.Format.Format_RGB32)
        image.fill(c["surface"])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_foot(painter, moment.index)
        painter.scale(video.scale, video.scale)
        painter.translate(self._text_rect.left(), self._top)
        index, fraction = self._sequence.split(moment.index)
        before, after = self._typeset_steps[index], self._typeset_steps[index + (fraction > 0.0)]
        painter.setClipRect(QRectF(-MARGIN_PX, 0, self._text_rect.width() + 2 * MARGIN_PX, self._text_rect.height()))
        frame = frame_between(before, after, fraction)
        if moment.heard:
            self._painter.paint_heard(painter, frame, moment.heard)
        self._painter.paint(painter, frame, self._glyphs, strike_revoked=video.options.layer != "belief")
        painter.end()
        bits = np.frombuffer(image.constBits(), np.uint8).reshape(video.height_px, image.bytesPerLine() // 4, 4)
        return np.ascontiguousarray(bits[:, : video.width_px, 2::-1])  # stored as blue, green, red, unused

    def _typeset_all(self) -> dict[int, TypesetStep]:
        """Typeset all steps and the result, each at the size of the previous one where that fits."""
        typeset_steps: dict[int, TypesetStep] = {}
        area = self._text_rect
        previous_px = None
        for index in range(self._sequence.first_index, self._sequence.last_index + 1):
            appearance = self._sequence.step_appearance(index, self._video.options.layer)
            typeset_steps[index] = typeset(
                appearance, self._glyphs, area.width(), area.height(), previous_px, previous_px or INITIAL_SIZE_PX
            )
            previous_px = typeset_steps[index].flow.size_px
        return typeset_steps

    def _label(self, index: int) -> str:
        steps = len(self._sequence)
        labels = self._video.labels
        if index <= 0:
            return labels.draft if index < 0 or self._sequence.start == "draft" else labels.noise
        return labels.result if index > steps else labels.step.format(step=index, steps=steps)

    def _paint_foot(self, painter: QPainter, index: float) -> None:
        """Paint the heatmap with later steps faded, and the number of the step."""
        c, grid, scale = self._video.colors, QRectF(self._heatmap_rect), self._video.scale
        painter.drawImage(self._heatmap_rect.topLeft(), self._heatmap_image)
        row, rows = index - self._sequence.first_index, len(row_indices(self._sequence))
        y = min(grid.top() + (row + 1.0) / rows * grid.height(), grid.bottom())
        if index < len(self._sequence) + 1:
            painter.fillRect(QRectF(grid.left(), y, grid.width(), grid.bottom() - y), fade(c["surface"], 0.62))
            painter.setPen(QPen(c["ink"], 1.4 * scale))
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))
        painter.save()
        painter.scale(scale, scale)
        font = QFont(self._video.font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(c["muted"])
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._foot_rect, int(flags), self._label(round(index)))
        painter.restore()
