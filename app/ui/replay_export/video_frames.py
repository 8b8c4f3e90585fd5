"""The annealing as a film: the app's own canvas painted onto pictures, in whichever thread asks for them.

Type is set for a screen of ``LAYOUT_WIDTH_PX`` and scaled to the size wanted, so that every size shows the same film.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPalette, QPen

from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.canvas.colours import Colours, faded
from app.ui.canvas.painter import Frame, Pens
from app.ui.canvas.playback_clock import STEPS_PER_S
from app.ui.canvas.step_heatmap import grid_image, row_pixels
from app.ui.canvas.step_model import Layer, Recording, split
from app.ui.canvas.token_glyphs import Faces
from app.ui.canvas.typesetting import Page, typeset
from app.ui.theme import DARK, LIGHT

LAYOUT_WIDTH_PX = 640.0
MARGIN_PX = 26.0
RASTER_PX, LABEL_PX, LABEL_GAP_PX = 30.0, 12, 16.0
FIRST_SIZE_PX = 16
FIRST_S, LAST_S = 0.5, 2.5
"""How long the noise of the first step and the finished text stay."""
FRAMES_PER_S = {"gif": 20, "mp4": 30, "webm": 30}
SIZES: tuple[tuple[int, int], ...] = ((640, 360), (960, 540), (1280, 720), (1920, 1080), (1080, 1080))
"""Width and height in pixels."""


@dataclass(frozen=True)
class FilmOptions:
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
class Labels:
    """The words of a film, in the window's language."""

    step: str = "Step {step} of {steps}"
    result: str = "Result"
    end: str = "end"


def colours_of(dark: bool) -> Colours:
    """The app's colours, whichever it wears itself."""
    theme, palette = DARK if dark else LIGHT, QPalette()
    palette.setColor(QPalette.ColorRole.Base, theme["surface"])
    palette.setColor(QPalette.ColorRole.Text, theme["ink"])
    return Colours.of(palette)


class Film:
    """The pictures of one or more canvases, one after the other. Made, painted and dropped in one thread."""

    def __init__(
        self,
        runs: Iterable[Sequence[CanvasStep]],
        vocabulary: Vocabulary,
        font: QFont,
        options: FilmOptions | None = None,
        frames_per_s: int = 30,
        labels: Labels | None = None,
    ) -> None:
        """``runs`` without steps are left out; raises ``ValueError`` where none is left."""
        self._options, self._labels = options or FilmOptions(), labels or Labels()
        self.width_px, self.height_px, self.frames_per_s = self._options.width_px, self._options.height_px, frames_per_s
        self._recordings = [Recording(vocabulary.end_ids, steps) for steps in runs if len(steps)]
        if not self._recordings:
            raise ValueError("there is no step to show")
        for recording in self._recordings:
            recording.done = True
        self._vocabulary, self._font = vocabulary, QFont(font)
        self._font.setPixelSize(LABEL_PX)
        self._colours = colours_of(self._options.dark)
        self._scale = min(self.width_px / LAYOUT_WIDTH_PX, self.height_px / (LAYOUT_WIDTH_PX * 9 / 16))

    @property
    def frames(self) -> int:
        return sum(frames for recording in self._recordings for _, frames in self._moments(recording))

    @staticmethod
    def length_s(steps: Iterable[int], options: FilmOptions, frames_per_s: int) -> float:
        """How long a film of canvases of so many steps will be."""
        each_s = 1 / frames_per_s
        return sum(
            FIRST_S + count / (STEPS_PER_S * options.speed) + LAST_S - each_s if count else 0.0 for count in steps
        )

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        recording = self._recordings[0]
        painter = _Pictures(self, recording)
        for index in np.linspace(0, recording.last_index, 7):
            yield painter.picture(float(index))

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        for recording in self._recordings:
            painter = _Pictures(self, recording)
            for index, frames in self._moments(recording):
                yield painter.picture(index), frames

    def _moments(self, recording: Recording) -> Iterator[tuple[float, int]]:
        """Which moments are shown, each for how many frames: the ones that look alike are one."""
        pace = STEPS_PER_S * self._options.speed / self.frames_per_s  # steps a frame
        moving = int(recording.last_index / pace)
        held: tuple[tuple[int, float], float, int] | None = None
        first, last = round(FIRST_S * self.frames_per_s), round(LAST_S * self.frames_per_s)
        for frame in range(moving + 1):
            index = frame * pace
            look = split(index, recording.last_index)
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


class _Pictures:
    """Paints one recording of a film."""

    def __init__(self, film: Film, recording: Recording) -> None:
        self._film, self._recording = film, recording
        self._faces = Faces(film._vocabulary, film._font, film._labels.end)
        self._pens = Pens(film._colours)
        scale = film._scale
        self._whole = QRectF(0, 0, film.width_px / scale, film.height_px / scale)
        room = self._whole.adjusted(MARGIN_PX, MARGIN_PX * 0.8, -MARGIN_PX, -MARGIN_PX * 0.8)
        self._text = room.adjusted(0, 0, 0, -(RASTER_PX + MARGIN_PX * 0.6))
        self._foot = QRectF(room.left(), room.bottom() - RASTER_PX, room.width(), RASTER_PX)
        self._pages = self._set_in_type()
        tallest = max(page.flow.lines * page.flow.line_px for page in self._pages)
        self._top = self._text.top() + max(self._text.height() - tallest, 0.0) / 2.0
        rows = [row_pixels(recording, at, film._colours) for at in range(len(recording))]
        label = film._labels.step.format(step=888, steps=888)
        wide = max(QFontMetricsF(film._font).horizontalAdvance(each) for each in (label, self._label(len(recording))))
        self._raster = QRect(
            round(self._foot.left() * scale), round(self._foot.top() * scale),
            round((self._foot.width() - wide - LABEL_GAP_PX) * scale), round(self._foot.height() * scale),
        )  # fmt: skip
        self._grid = grid_image(rows, len(rows), self._raster.width(), self._raster.height(), film._colours)

    def picture(self, index: float) -> NDArray[np.uint8]:
        """The moment ``index``, (height, width, 3)."""
        film, c = self._film, self._film._colours
        image = QImage(film.width_px, film.height_px, QImage.Format.Format_RGB32)
        image.fill(c.paper)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_foot(painter, index)
        painter.scale(film._scale, film._scale)
        painter.translate(self._text.left(), self._top)
        at, mix = split(index, self._recording.last_index)
        frame = Frame(self._pages[at], self._pages[at + 1 if mix > 0.0 else at], mix)
        self._pens.paint(painter, frame, self._faces, strike=film._options.layer != "belief")
        painter.end()
        bits = np.frombuffer(image.constBits(), np.uint8).reshape(film.height_px, image.bytesPerLine() // 4, 4)
        return np.ascontiguousarray(bits[:, : film.width_px, 2::-1])  # blue, green, red, nothing

    def _set_in_type(self) -> list[Page]:
        """All steps and the result, each at the size of the one before where that fits."""
        pages: list[Page] = []
        area = self._text
        for at in range(self._recording.last_index + 1):
            keep_px = pages[-1].flow.size_px if pages else None
            look = self._recording.step_look(at, self._film._options.layer)
            pages.append(typeset(look, self._faces, area.width(), area.height(), keep_px, keep_px or FIRST_SIZE_PX))
        return pages

    def _label(self, at: int) -> str:
        steps = len(self._recording)
        words = self._film._labels
        return words.result if at >= steps else words.step.format(step=at + 1, steps=steps)

    def _paint_foot(self, painter: QPainter, index: float) -> None:
        """The raster with what is still to come standing back, and at which step we are."""
        c, grid, scale = self._film._colours, QRectF(self._raster), self._film._scale
        painter.drawImage(self._raster.topLeft(), self._grid)
        y = min(grid.top() + (index + 1.0) / len(self._recording) * grid.height(), grid.bottom())
        if index < len(self._recording):
            painter.fillRect(QRectF(grid.left(), y, grid.width(), grid.bottom() - y), faded(c.paper, 0.62))
            painter.setPen(QPen(c.ink, 1.4 * scale))
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))
        painter.save()
        painter.scale(scale, scale)
        font = QFont(self._film._font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(c.muted)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._foot, int(flags), self._label(round(index)))
        painter.restore()
