"""Films are read back by a decoder: what was put in is what is seen, for as long as it was to be seen."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from app.library.export.video import VIDEO_FORMATS, write_video
from app.speech.audio.samples import SAMPLE_RATE_HZ

WIDTH_PX, HEIGHT_PX, FRAMES_PER_S = 192, 160, 20


class Squares:
    """A square that goes to the right, then rests for a second."""

    width_px, height_px, frames_per_s = WIDTH_PX, HEIGHT_PX, FRAMES_PER_S
    count = 8

    def samples(self) -> Iterator[NDArray[np.uint8]]:
        yield self.picture(0)
        yield self.picture(self.count - 1)

    def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
        for at in range(self.count):
            yield self.picture(at), (FRAMES_PER_S if at == self.count - 1 else 1)

    @staticmethod
    def picture(at: int) -> NDArray[np.uint8]:
        picture = np.full((HEIGHT_PX, WIDTH_PX, 3), (246, 245, 242), np.uint8)
        picture[60:100, 16 * at : 16 * at + 40] = (47, 85, 212)
        return picture


def decoded(path: Path) -> tuple[list[NDArray[np.uint8]], float]:
    """Its pictures (height, width, 3), and how long it is in seconds."""
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
        assert container.duration is not None
        return [frame.to_ndarray(format="rgb24") for frame in frames], container.duration / av.time_base


@pytest.mark.parametrize("form", VIDEO_FORMATS)
def test_a_film_shows_each_picture_in_its_colours(form: str, tmp_path: Path) -> None:
    film, path = Squares(), tmp_path / "film.part"
    told = list(write_video(path, form, film))
    pictures, duration_s = decoded(path)
    frames = film.count - 1 + FRAMES_PER_S
    assert told == sorted(told)
    assert told[-1] == frames
    assert len(pictures) == (film.count + 1 if form == "gif" else frames)  # a GIF has times, and no copies
    assert duration_s == pytest.approx(frames / FRAMES_PER_S, abs=0.06)
    for at, picture in enumerate(pictures[: film.count]):
        assert picture.shape == (HEIGHT_PX, WIDTH_PX, 3)
        assert np.abs(picture.astype(int) - film.picture(at)).mean() < 3  # codecs lose a little


@pytest.mark.parametrize("form", ["mp4", "webm"])
def test_a_film_has_its_sound_in_time(form: str, tmp_path: Path) -> None:
    film, path = Squares(), tmp_path / f"film.{form}"
    sound = np.zeros(round((film.count - 1 + FRAMES_PER_S) / FRAMES_PER_S * SAMPLE_RATE_HZ), np.float32)
    beep = slice(6000, 9000)
    sound[beep] = 0.5 * np.sin(2 * np.pi * 440 * np.arange(3000) / SAMPLE_RATE_HZ)
    list(write_video(path, form, film, sound))
    with av.open(str(path)) as container:
        assert len(container.streams.audio) == 1
        resampler = av.AudioResampler("flt", "mono", SAMPLE_RATE_HZ)
        frames = list(container.decode(audio=0))
        first_s = float(frames[0].time or 0.0)
        heard = np.concatenate([part.to_ndarray()[0] for frame in frames for part in resampler.resample(frame)])
    loud = np.flatnonzero(np.abs(heard) > 0.1) / SAMPLE_RATE_HZ + first_s
    assert loud[0] == pytest.approx(beep.start / SAMPLE_RATE_HZ, abs=0.03)
    assert loud[-1] == pytest.approx(beep.stop / SAMPLE_RATE_HZ, abs=0.03)
    _, duration_s = decoded(path)
    assert duration_s == pytest.approx(len(sound) / SAMPLE_RATE_HZ, abs=0.1)


@pytest.mark.parametrize("form", VIDEO_FORMATS)
def test_a_film_that_is_given_up_closes_its_pictures(form: str, tmp_path: Path) -> None:
    closed = []

    class Endless(Squares):
        def pictures(self) -> Generator[tuple[NDArray[np.uint8], int]]:
            try:
                while True:
                    yield self.picture(1), 1
            finally:
                closed.append(True)

    writing = write_video(tmp_path / "film", form, Endless())
    assert next(writing) == 1
    writing.close()
    assert closed == [True]


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        list(write_video(tmp_path / "nowhere" / "film.gif", "gif", Squares()))
