"""The table of models is light, whole, and true to what a window may show before anything is downloaded."""

from __future__ import annotations

import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from app.languages import LANGUAGES
from app.models.catalog import CATALOG, INTERFAZE_SMALL, model_name


def test_the_published_model_names_its_three_parts() -> None:
    assert INTERFAZE_SMALL in CATALOG
    parts = {repository.part: repository for repository in INTERFAZE_SMALL.repositories}
    assert set(parts) == {"adapter", "backbone", "encoder"}
    assert parts["adapter"].asks_for_contact
    assert INTERFAZE_SMALL.adapter is parts["adapter"]
    assert all(repository.licence and repository.size_bytes > 0 for repository in parts.values())
    assert 51e9 < INTERFAZE_SMALL.size_bytes < 54e9
    assert set(INTERFAZE_SMALL.languages) == set(LANGUAGES)


def test_what_it_needs_adds_up() -> None:
    needs = INTERFAZE_SMALL.needs
    assert needs is not None
    assert needs.experts_bytes == pytest.approx(22.84e9 * 2, rel=0.01)
    assert needs.packed_experts_bytes == pytest.approx(needs.experts_bytes / 2 * 0.53125, rel=0.01)
    assert needs.int4_bytes < 24e9 < needs.bf16_bytes < 80e9


def test_published_scores_are_of_its_languages() -> None:
    assert INTERFAZE_SMALL.scores
    for score in INTERFAZE_SMALL.scores:
        assert score.language in INTERFAZE_SMALL.languages
        assert score.metric == LANGUAGES[score.language].error_metric
        assert 0 < score.percent < 100
        assert score.clips >= 100
    assert INTERFAZE_SMALL.unevaluated_languages == ("de", "fr", "es")
    speeds = [speed.times_real_time for speed in sorted(INTERFAZE_SMALL.speeds, key=lambda speed: speed.steps)]
    assert len(speeds) == 4
    assert speeds == sorted(speeds, reverse=True)


def test_only_what_is_needed_is_downloaded() -> None:
    encoder = next(each for each in INTERFAZE_SMALL.repositories if each.part == "encoder")
    wanted = ["model.safetensors", "config.json", "preprocessor_config.json"]
    unwanted = ["pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", ".gitattributes"]
    chosen = [name for name in wanted + unwanted if any(fnmatch(name, pattern) for pattern in encoder.files)]
    assert chosen == wanted


def test_a_hub_snapshot_is_called_by_its_repository() -> None:
    assert (
        model_name(Path("hub/models--interfaze-ai--diffusion-gemma-asr-small/snapshots/abc"))
        == "diffusion-gemma-asr-small"
    )
    assert model_name(Path("somewhere/mine")) == "mine"


def test_the_table_can_be_read_without_torch_and_without_qt() -> None:
    code = "import sys, app.models.catalog; assert not {'torch', 'PySide6', 'transformers'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
