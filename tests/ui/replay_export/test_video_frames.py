"""Films of an annealing: what is on their pictures, for how long, and that it is the canvas of the app."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from app.library.export.video import write_video
from app.ui.canvas.step_model import DRAFT_HOLD_S, NOISE_HOLD_S, WATCHED_S
from app.ui.canvas.token_places import PlacedWord, TokenPlaces
from app.ui.replay_export.video_frames import RESULT_S, SILENCE_S, VideoFrames, VideoOptions
from app.ui.theme import DARK, LIGHT
from tests.ui.canvas import scripted

VOCABULARY = scripted.vocabulary()
TEXT = scripted.sentence_ids(VOCABULARY)


def film(qapp: QApplication, steps: int = 6, runs: int = 1, frames_per_s: int = 20, **options) -> VideoFrames:
    canvases = [scripted.annealing_steps(VOCABULARY, TEXT, canvas=64, steps=steps, seed=run) for run in range(runs)]
    return VideoFrames(
        [scripted.run_of(canvas) for canvas in canvases],
        VOCABULARY,
        qapp.font(),
        VideoOptions(**{"width_px": 480, "height_px": 270} | options),
        frames_per_s,
    )


def inked(picture: np.ndarray, dark: bool = False) -> int:
    """How many pixels are as dark as settled text, above the heatmap."""
    colors = DARK if dark else LIGHT
    ink, paper = (np.array(colors[name].getRgb()[:3], int) for name in ("ink", "surface"))
    body = picture[: round(0.8 * len(picture))].astype(int)
    return int((np.abs(body - ink).sum(axis=2) < np.abs(body - paper).sum(axis=2) / 3).sum())


@pytest.mark.parametrize("dark", [False, True])
def test_it_begins_with_noise_and_ends_with_the_text(qapp: QApplication, dark: bool) -> None:
    pictures = list(film(qapp, dark=dark).pictures())
    assert all(picture.shape == (270, 480, 3) for picture, _ in pictures)
    paper = (DARK if dark else LIGHT)["surface"].getRgb()[:3]
    assert all(tuple(picture[2, 2]) == paper for picture, _ in pictures)
    first, last = pictures[0][0], pictures[-1][0]
    assert inked(last, dark) > 2 * inked(first, dark)
    assert inked(last, dark) > 1000
    assert all((one != other).any() for (one, _), (other, _) in pairwise(pictures))


def test_every_moment_has_its_time(qapp: QApplication) -> None:
    for speed in (0.5, 1.0, 4.0):
        made = film(qapp, steps=6, speed=speed)
        times = [frames for _, frames in made.pictures()]
        assert sum(times) == sum(made.frame_counts)
        length_s = VideoFrames.duration_s(made.runs, VideoOptions(speed=speed), with_sound=False)
        assert sum(made.frame_counts) / 20 == pytest.approx(length_s, abs=0.3)
        assert times[-1] >= RESULT_S * 20
        assert times[0] >= NOISE_HOLD_S / speed * 20 - 1


def test_a_film_moves_at_the_pace_of_the_window(qapp: QApplication) -> None:
    moving = sum(frames for _, frames in list(film(qapp, frames_per_s=30).pictures())[:-1])
    assert moving / 30 == pytest.approx(WATCHED_S, abs=0.15)


def test_a_film_with_sound_lasts_as_long_and_lights_the_word_that_is_heard(qapp: QApplication) -> None:
    run = scripted.run_of(scripted.annealing_steps(VOCABULARY, TEXT, canvas=64, steps=3))
    words = (PlacedWord("In", 2.0, 2.2, (0,)), PlacedWord("the", 2.2, 2.5, (1,)))
    options = VideoOptions(width_px=480, height_px=270)
    heard = VideoFrames([run], VOCABULARY, qapp.font(), options, 20, places=[TokenPlaces(np.zeros((64, 2)), words)])
    assert heard.frame_counts == [round((3.0 + SILENCE_S) * 20)]
    *_, before, first, second, after = heard.pictures()
    assert (first[1], second[1]) == (4, 6), "two words, as long as they are heard"
    assert (before[0] == after[0]).all()
    assert (first[0] != after[0]).any()


def test_a_draft_comes_before_the_noise(qapp: QApplication) -> None:
    run = scripted.run_of(scripted.annealing_steps(VOCABULARY, TEXT, canvas=64, steps=3), tuple(TEXT))
    made = VideoFrames([run], VOCABULARY, qapp.font(), VideoOptions(width_px=480, height_px=270), 20)
    times = [frames for _, frames in made.pictures()]
    assert times[0] >= DRAFT_HOLD_S * 20 - 1


def test_several_canvases_follow_each_other(qapp: QApplication) -> None:
    assert film(qapp, runs=3).frame_counts == 3 * film(qapp).frame_counts


def test_the_same_film_at_every_size(qapp: QApplication) -> None:
    small = list(film(qapp, steps=3).pictures())[-1][0]
    large = list(film(qapp, steps=3, width_px=960, height_px=540).pictures())[-1][0]
    blocks = [
        p[: 20 * (len(p) // 27)].reshape(20, -1, 60, p.shape[1] // 60, 3).mean(axis=(1, 3, 4)) for p in (small, large)
    ]
    assert np.corrcoef(blocks[0].ravel(), blocks[1].ravel())[0, 1] > 0.98


def test_a_square_film_has_its_text_within(qapp: QApplication) -> None:
    last = list(film(qapp, steps=3, width_px=400, height_px=400).pictures())[-1][0]
    assert inked(last) > 1000
    assert inked(last[:, :8]) == inked(last[:, -8:]) == 0


@pytest.mark.parametrize("form", ["gif", "mp4", "webm"])
def test_the_file_ends_with_the_text(qapp: QApplication, tmp_path: Path, form: str) -> None:
    made, path = film(qapp, steps=3), tmp_path / f"film.{form}"
    *_, frames = write_video(path, form, made)
    assert frames == sum(made.frame_counts)
    with av.open(str(path)) as container:
        pictures = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    wanted = [picture for picture, _ in made.pictures()]
    assert len(pictures) > len(wanted)
    assert np.abs(pictures[-1].astype(int) - wanted[-1]).mean() < 4
    assert np.abs(pictures[-1].astype(int) - wanted[0]).mean() > 6
    assert inked(pictures[-1]) > 0.6 * inked(wanted[-1]) > 500


def test_nothing_to_show_is_said(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="no step"):
        VideoFrames([scripted.run_of([])], VOCABULARY, qapp.font())


@pytest.mark.parametrize("wrong", [{"width_px": 481}, {"height_px": 20}, {"speed": 0.0}])
def test_what_cannot_be_a_film(wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"film|speed"):
        VideoOptions(**wrong)
