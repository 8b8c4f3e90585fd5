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

from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.canvas.painter import CanvasPainter, Frame
from app.ui.canvas.playback_clock import STEPS_PER_S
from app.ui.canvas.step_heatmap import grid_image, row_pixels
from app.ui.canvas.step_model import Layer, StepSequence, split_index
from app.ui.canvas.token_glyphs import GlyphCache
from app.ui.canvas.typesetting import TypesetStep, typeset
from app.ui.theme import DARK, LIGHT, fade

LAYOUT_WIDTH_PX = 640.0
MARGIN_PX = 26.0
HEATMAP_PX, LABEL_PX, LABEL_GAP_PX = 30.0, 12, 16.0
INITIAL_SIZE_PX = 16
FIRST_STEP_S, RESULT_S = 0.5, 2.5
"""How long the first step and the finished text stay."""
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

    step: str = "Step {step} of {steps}"
    result: str = "Result"
    end: str = "end"


class VideoFrames:
    """The pictures of one or more canvas runs, one run after the other. Must be created, used and deleted in one thread."""

    def __init__(
        self,
        runs: Iterable[Sequence[CanvasStep]],
        vocabulary: Vocabulary,
        font: QFont,
        options: VideoOptions | None = None,
        frames_per_s: int = 30,
        labels: VideoLabels | None = None,
    ) -> None:
        """Runs without steps are left out. Raises ``ValueError`` if none is left."""
        self.options, self.labels = options or VideoOptions(), labels or VideoLabels()
        self.width_px, self.height_px, self.frames_per_s = self.options.width_px, self.options.height_px, frames_per_s
        self._sequences = [StepSequence(vocabulary.end_ids, steps) for steps in runs if len(steps)]
        if not self._sequences:
            raise ValueError("there is no step to show")
        for sequence in self._sequences:
            sequence.done = True
        self.vocabulary, self.font = vocabulary, QFont(font)
        self.font.setPixelSize(LABEL_PX)
        self.colors = DARK if self.options.dark else LIGHT
        self.scale = min(self.width_px / LAYOUT_WIDTH_PX, self.height_px / (LAYOUT_WIDTH_PX * 9 / 16))

    @property
    def frame_count(self) -> int:
        return sum(frames for sequence in self._sequences for _, frames in self._shown_moments(sequence))

    @staticmethod
    def duration_s(step_counts: Iterable[int], options: VideoOptions, frames_per_s: int) -> float:
        """Return the duration of a video of canvas runs with these numbers of steps."""
        each_s = 1 / frames_per_s
        return sum(
            FIRST_STEP_S + count / (STEPS_PER_S * options.speed) + RESULT_S - each_s if count else 0.0
            for count in step_counts
        )

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        sequence = self._sequences[0]
        painter = _FramePainter(self, sequence)
        for index in np.linspace(0, sequence.last_index, 7):
            yield painter.picture(float(index))

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        for sequence in self._sequences:
            painter = _FramePainter(self, sequence)
            for index, frames in self._shown_moments(sequence):
                yield painter.picture(index), frames

    def _shown_moments(self, sequence: StepSequence) -> Iterator[tuple[float, int]]:
        """Yield the shown indices, each with its number of frames; equal pictures are merged."""
        pace = STEPS_PER_S * self.options.speed / self.frames_per_s  # steps per frame
        moving_frames = int(sequence.last_index / pace)
        pending: tuple[tuple[int, float], float, int] | None = None
        first, last = round(FIRST_STEP_S * self.frames_per_s), round(RESULT_S * self.frames_per_s)
        for frame in range(moving_frames + 1):
            index = frame * pace
            moment = split_index(index, sequence.last_index)
            if pending is not None and pending[0] == moment:
                pending = (moment, pending[1], pending[2] + 1)
                continue
            if pending is not None:
                yield pending[1], pending[2]
            pending = moment, index, first if frame == 0 else 1
        assert pending is not None
        if pending[0][0] < sequence.last_index:
            yield pending[1], pending[2]
            pending = None
        yield float(sequence.last_index), last + (pending[2] if pending else 0)


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
        tallest = max(step.flow.line_count * step.flow.line_px for step in self._typeset_steps)
        self._top = self._text_rect.top() + max(self._text_rect.height() - tallest, 0.0) / 2.0
        rows = [row_pixels(sequence, index, video.colors) for index in range(len(sequence))]
        label = video.labels.step.format(step=888, steps=888)
        label_width = max(
            QFontMetricsF(video.font).horizontalAdvance(text) for text in (label, self._label(len(sequence)))
        )
        self._heatmap_rect = QRect(
            round(self._foot_rect.left() * scale), round(self._foot_rect.top() * scale),
            round((self._foot_rect.width() - label_width - LABEL_GAP_PX) * scale), round(self._foot_rect.height() * scale),
        )  # fmt: skip
        self._heatmap_image = grid_image(
            rows, len(rows), self._heatmap_rect.width(), self._heatmap_rect.height(), video.colors
        )

    def picture(self, index: float) -> NDArray[np.uint8]:
        """Return the picture at ``index``, (height, width, 3) uint8 RGB."""
        video, c = self._video, self._video.colors
        image = QImage(video.width_px, video.height_px, QImage.Format.Format_RGB32)
        image.fill(c["surface"])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_foot(painter, index)
        painter.scale(video.scale, video.scale)
        painter.translate(self._text_rect.left(), self._top)
        before, fraction = split_index(index, self._sequence.last_index)
        frame = Frame(self._typeset_steps[before], self._typeset_steps[before + (fraction > 0.0)], fraction)
        self._painter.paint(painter, frame, self._glyphs, strike_revoked=video.options.layer != "belief")
        painter.end()
        bits = np.frombuffer(image.constBits(), np.uint8).reshape(video.height_px, image.bytesPerLine() // 4, 4)
        return np.ascontiguousarray(bits[:, : video.width_px, 2::-1])  # stored as blue, green, red, unused

    def _typeset_all(self) -> list[TypesetStep]:
        """Typeset all steps and the result, each at the size of the previous one where that fits."""
        typeset_steps: list[TypesetStep] = []
        area = self._text_rect
        for index in range(self._sequence.last_index + 1):
            previous_px = typeset_steps[-1].flow.size_px if typeset_steps else None
            appearance = self._sequence.step_appearance(index, self._video.options.layer)
            typeset_steps.append(
                typeset(
                    appearance, self._glyphs, area.width(), area.height(), previous_px, previous_px or INITIAL_SIZE_PX
                )
            )
        return typeset_steps

    def _label(self, index: int) -> str:
        steps = len(self._sequence)
        labels = self._video.labels
        return labels.result if index >= steps else labels.step.format(step=index + 1, steps=steps)

    def _paint_foot(self, painter: QPainter, index: float) -> None:
        """Paint the heatmap with later steps faded, and the number of the step."""
        c, grid, scale = self._video.colors, QRectF(self._heatmap_rect), self._video.scale
        painter.drawImage(self._heatmap_rect.topLeft(), self._heatmap_image)
        y = min(grid.top() + (index + 1.0) / len(self._sequence) * grid.height(), grid.bottom())
        if index < len(self._sequence):
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
