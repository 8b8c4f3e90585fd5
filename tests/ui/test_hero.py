"""The picture of the first page: real stored steps, played once, at rest with reduced motion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.bench.wer import error_rate
from app.jobs.background_tasks import BackgroundTasks
from app.ui.hero import Hero, load_annealing


@pytest.fixture
def background_tasks(qapp: QApplication) -> Iterator[BackgroundTasks]:
    tasks = BackgroundTasks()
    yield tasks
    tasks.shut_down(5000)


@pytest.fixture
def hero(qtbot: QtBot, background_tasks: BackgroundTasks) -> Hero:
    made = Hero(background_tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.canvas.sequence is not None, timeout=10_000)
    return made


@pytest.mark.parametrize("sample", paths.sample_clips(), ids=lambda path: path.stem)
def test_each_sample_s_steps_are_stored_with_what_they_mean(sample: Path) -> None:
    known = json.loads((sample.parent / "samples.json").read_text(encoding="utf-8"))[sample.name]
    [(run, vocabulary)] = load_annealing(known["language"], paths.sample_annealings())
    text = vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0])
    assert error_rate([known["text"]], [text], known["language"]).rate <= known["max_error"]
    assert run.steps[-1].decision is not None
    assert run.steps[-1].decision.ended in ("settled", "step limit")


def test_it_begins_in_noise_and_rests_on_the_text(hero: Hero, qtbot: QtBot) -> None:
    sequence = hero.canvas.sequence
    assert sequence is not None
    assert hero.canvas.index == 0.0
    assert not hero.moving, "it is not known yet whether motion is wanted"
    hero.set_reduced_motion(False)
    assert hero.moving
    qtbot.waitUntil(lambda: not hero.moving, timeout=10_000)
    assert hero.canvas.index == sequence.last_index
    assert "not at their desk" in hero.accessibleDescription()
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton)
    assert hero.moving


def test_reduced_motion_shows_the_text_at_once(hero: Hero) -> None:
    sequence = hero.canvas.sequence
    assert sequence is not None
    hero.set_reduced_motion(True)
    assert not hero.moving
    assert hero.canvas.index == sequence.last_index


def test_it_waits_while_it_is_hidden(hero: Hero) -> None:
    hero.set_reduced_motion(False)
    hero.hide()
    assert not hero.moving
    hero.show()
    assert hero.moving


def test_without_stored_steps_there_is_no_picture(tmp_path: Path) -> None:
    assert list(load_annealing("en", tmp_path)) == []
