"""The annealing as a film: the app's own canvas painted onto pictures, in whichever thread asks for them.

Type is set for a screen of ``LAYOUT_WIDTH_PX`` and scaled to the size wanted, so that every size shows the same film.
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
"""How long the noise of the first step and the finished text stay."""
FRAMES_PER_S = {"gif": 20, "mp4": 30, "webm": 30}
VIDEO_SIZES: tuple[tuple[int, int], ...] = ((640, 360), (960, 540), (1280, 720), (1920, 1080), (1080, 1080))
"""Width and height in pixels."""


@dataclass(frozen=True)
class VideoOptions:
    """How it shall look; everything has a good default."""

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
    """The words of a film, in the window's language."""

    step: str = "Step {step} of {steps}"
    result: str = "Result"
    end: str = "end"


class VideoFrames:
    """The pictures of one or more canvases, one after the other. Made, painted and dropped in one thread."""

    def __init__(
        self,
        runs: Iterable[Sequence[CanvasStep]],
        vocabulary: Vocabulary,
        font: QFont,
        options: VideoOptions | None = None,
        frames_per_s: int = 30,
        labels: VideoLabels | None = None,
    ) -> None:
        """``runs`` without steps are left out; raises ``ValueError`` where none is left."""
        self._options, self._labels = options or VideoOptions(), labels or VideoLabels()
        self.width_px, self.height_px, self.frames_per_s = self._options.width_px, self._options.height_px, frames_per_s
        self._sequences = [StepSequence(vocabulary.end_ids, steps) for steps in runs if len(steps)]
        if not self._sequences:
            raise ValueError("there is no step to show")
        for recording in self._sequences:
            recording.done = True
        self._vocabulary, self._font = vocabulary, QFont(font)
        self._font.setPixelSize(LABEL_PX)
        self._colors = DARK if self._options.dark else LIGHT
        self._scale = min(self.width_px / LAYOUT_WIDTH_PX, self.height_px / (LAYOUT_WIDTH_PX * 9 / 16))

    @property
    def frame_count(self) -> int:
        return sum(frames for recording in self._sequences for _, frames in self._shown_moments(recording))

    @staticmethod
    def duration_s(step_counts: Iterable[int], options: VideoOptions, frames_per_s: int) -> float:
        """How long a film of canvases of so many steps will be."""
        each_s = 1 / frames_per_s
        return sum(
            FIRST_STEP_S + count / (STEPS_PER_S * options.speed) + RESULT_S - each_s if count else 0.0
            for count in step_counts
        )

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        recording = self._sequences[0]
        painter = _FramePainter(self, recording)
        for index in np.linspace(0, recording.last_index, 7):
            yield painter.picture(float(index))

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        for recording in self._sequences:
            painter = _FramePainter(self, recording)
            for index, frames in self._shown_moments(recording):
                yield painter.picture(index), frames

    def _shown_moments(self, recording: StepSequence) -> Iterator[tuple[float, int]]:
        """Which moments are shown, each for how many frames: the ones that look alike are one."""
        pace = STEPS_PER_S * self._options.speed / self.frames_per_s  # steps a frame
        moving = int(recording.last_index / pace)
        held: tuple[tuple[int, float], float, int] | None = None
        first, last = round(FIRST_STEP_S * self.frames_per_s), round(RESULT_S * self.frames_per_s)
        for frame in range(moving + 1):
            index = frame * pace
            look = split_index(index, recording.last_index)
            if held is not None and held[0] == look:
                held = (look, held[1], held[2] + 1)
                continue
            if held is not None:
                yield held[1], held[2]
            held = look, index, first if frame == 0 else 1
        assert held is not None
        if held[0][0] < recording.last_index:
            yield held[1], held[2]
            held = None
        yield float(recording.last_index), last + (held[2] if held else 0)


class _FramePainter:
    """Paints one recording of a film."""

    def __init__(self, film: VideoFrames, recording: StepSequence) -> None:
        self._video, self._sequence = film, recording
        self._glyphs = GlyphCache(film._vocabulary, film._font, film._labels.end)
        self._painter = CanvasPainter(film._colors)
        scale = film._scale
        self._layout_rect = QRectF(0, 0, film.width_px / scale, film.height_px / scale)
        room = self._layout_rect.adjusted(MARGIN_PX, MARGIN_PX * 0.8, -MARGIN_PX, -MARGIN_PX * 0.8)
        self._text_rect = room.adjusted(0, 0, 0, -(HEATMAP_PX + MARGIN_PX * 0.6))
        self._foot_rect = QRectF(room.left(), room.bottom() - HEATMAP_PX, room.width(), HEATMAP_PX)
        self._typeset_steps = self._typeset_all()
        tallest = max(page.flow.line_count * page.flow.line_px for page in self._typeset_steps)
        self._top = self._text_rect.top() + max(self._text_rect.height() - tallest, 0.0) / 2.0
        rows = [row_pixels(recording, at, film._colors) for at in range(len(recording))]
        label = film._labels.step.format(step=888, steps=888)
        wide = max(QFontMetricsF(film._font).horizontalAdvance(each) for each in (label, self._label(len(recording))))
        self._heatmap_rect = QRect(
            round(self._foot_rect.left() * scale), round(self._foot_rect.top() * scale),
            round((self._foot_rect.width() - wide - LABEL_GAP_PX) * scale), round(self._foot_rect.height() * scale),
        )  # fmt: skip
        self._heatmap_image = grid_image(
            rows, len(rows), self._heatmap_rect.width(), self._heatmap_rect.height(), film._colors
        )

    def picture(self, index: float) -> NDArray[np.uint8]:
        """The moment ``index``, (height, width, 3)."""
        film, c = self._video, self._video._colors
        image = QImage(film.width_px, film.height_px, QImage.Format.Format_RGB32)
        image.fill(c["surface"])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_foot(painter, index)
        painter.scale(film._scale, film._scale)
        painter.translate(self._text_rect.left(), self._top)
        at, mix = split_index(index, self._sequence.last_index)
        frame = Frame(self._typeset_steps[at], self._typeset_steps[at + 1 if mix > 0.0 else at], mix)
        self._painter.paint(painter, frame, self._glyphs, strike_revoked=film._options.layer != "belief")
        painter.end()
        bits = np.frombuffer(image.constBits(), np.uint8).reshape(film.height_px, image.bytesPerLine() // 4, 4)
        return np.ascontiguousarray(bits[:, : film.width_px, 2::-1])  # blue, green, red, nothing

    def _typeset_all(self) -> list[TypesetStep]:
        """All steps and the result, each at the size of the one before where that fits."""
        pages: list[TypesetStep] = []
        area = self._text_rect
        for at in range(self._sequence.last_index + 1):
            keep_px = pages[-1].flow.size_px if pages else None
            look = self._sequence.step_appearance(at, self._video._options.layer)
            pages.append(typeset(look, self._glyphs, area.width(), area.height(), keep_px, keep_px or INITIAL_SIZE_PX))
        return pages

    def _label(self, at: int) -> str:
        steps = len(self._sequence)
        words = self._video._labels
        return words.result if at >= steps else words.step.format(step=at + 1, steps=steps)

    def _paint_foot(self, painter: QPainter, index: float) -> None:
        """The raster with what is still to come standing back, and at which step we are."""
        c, grid, scale = self._video._colors, QRectF(self._heatmap_rect), self._video._scale
        painter.drawImage(self._heatmap_rect.topLeft(), self._heatmap_image)
        y = min(grid.top() + (index + 1.0) / len(self._sequence) * grid.height(), grid.bottom())
        if index < len(self._sequence):
            painter.fillRect(QRectF(grid.left(), y, grid.width(), grid.bottom() - y), fade(c["surface"], 0.62))
            painter.setPen(QPen(c["ink"], 1.4 * scale))
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))
        painter.save()
        painter.scale(scale, scale)
        font = QFont(self._video._font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(c["muted"])
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._foot_rect, int(flags), self._label(round(index)))
        painter.restore()
