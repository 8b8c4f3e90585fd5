"""What is said of a model, for every way it can run or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import ModelError
from app.models.catalog import CATALOG, INTERFAZE_SMALL
from app.models.gpu import Driver, Gpu, TorchBuild
from app.models.hardware import Capacity
from app.models.placement import plan
from app.ui.models.texts import (
    ABOUT,
    cutting_text,
    forecast_text,
    join_sentences,
    needs_text,
    published_errors_text,
    published_speed_text,
    score_text,
    to_download_text,
)

GB = 10**9
NEEDS = INTERFAZE_SMALL.needs
MEMORY = Capacity(64 * GB, 50 * GB)


def card(total_bytes: int, usable: bool = True, capability: tuple[int, int] = (8, 9)) -> Gpu:
    return Gpu("cuda:0", "NVIDIA Testing", total_bytes, total_bytes, capability, capability >= (8, 0), usable)


@pytest.mark.parametrize(
    ("total_bytes", "said", "warns"),
    [
        (80 * GB, "whole, in bf16, on NVIDIA Testing", False),
        (24 * GB, "experts in 4 bits, on NVIDIA Testing", False),
        (12 * GB, "slowly: NVIDIA Testing is too small", True),
        (4 * GB, "only on the processor", True),
    ],
)
def test_the_way_it_would_run_is_told_with_its_reason(qapp, total_bytes: int, said: str, warns: bool) -> None:
    text, warned = forecast_text(plan(NEEDS, [card(total_bytes)], MEMORY))
    assert said in text
    assert "GB" in text
    assert warned == warns


def test_no_card_and_little_memory_is_told_once_with_what_to_do(qapp) -> None:
    text, warned = forecast_text(plan(NEEDS, [], Capacity(16 * GB, 8 * GB)))
    assert warned
    assert text.startswith("It cannot run on this computer.")
    assert text.count("no CUDA card") == 1
    assert text.endswith("NVIDIA card of at least 24 GB.")


def test_a_card_that_torch_does_not_use_is_told_with_the_command(qapp) -> None:
    build, driver = TorchBuild("2.13.0", None, False), Driver("580.1", (13, 0), (card(24 * GB),))
    text, warned = forecast_text(plan(NEEDS, [], Capacity(16 * GB, 8 * GB), build, driver))
    assert warned
    assert "built for the CPU only" in text
    assert "pip install" in text or "pytorch.org" in text


def test_a_small_model_runs_anywhere_and_an_error_is_told(qapp) -> None:
    assert forecast_text(None) == ("It is small and runs on any computer.", False)
    assert forecast_text(ModelError("The backbone is not here.")) == ("The backbone is not here.", True)


def test_needs_and_scores(qapp) -> None:
    assert needs_text(NEEDS).startswith("53.8 GB on a card in bf16, or 20.2 GB")
    assert (
        score_text(INTERFAZE_SMALL.scores[0]) == "LibriSpeech test-clean, English: 6.6% WER on 100 utterances, 8 steps"
    )


def test_what_its_authors_never_measured_is_said_beside_what_they_did(qapp) -> None:
    lines = published_errors_text(INTERFAZE_SMALL).splitlines()
    assert len(lines) == len(INTERFAZE_SMALL.scores) + 1
    assert "VoxPopuli, English: 18.5% WER on 1000 utterances, 8 steps" in lines
    assert lines[-1] == "Deutsch, Français, Español: never evaluated by its authors"
    assert published_errors_text(INTERFAZE_SMALL, 2).splitlines() == [*lines[:2], lines[-1]]
    evaluated = replace(INTERFAZE_SMALL, languages=("en", "hi", "zh"))
    assert "never" not in published_errors_text(evaluated)


def test_its_authors_speeds_and_cuts_are_told_with_their_numbers(qapp) -> None:
    assert published_speed_text(INTERFAZE_SMALL).startswith(
        "14.9× real time at 8 steps, 10.3× real time at 16 steps, 6.5"
    )
    assert cutting_text(INTERFAZE_SMALL) == (
        "Cut at the quietest moment in a window of 3 s around 13 s; each part is padded to 30 s."
    )
    assert cutting_text(replace(INTERFAZE_SMALL, profile=())) == ""


def test_what_the_catalogue_says_can_be_translated() -> None:
    assert {known.about for known in CATALOG} <= set(ABOUT)


def test_what_is_here_is_not_counted_as_sure_to_be_fetched(qapp) -> None:
    assert to_download_text(52_840_000_000) == "about 52.8 GB; parts you already have are skipped"


def test_chinese_sentences_stand_close() -> None:
    assert join_sentences(["一。", "二。", "", "three."]) == "一。二。three."
