"""Weights are found in the model's folder, beside it, or in the hub's cache, or the error says how to get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import ModelError
from app.models.adapter.spec import WeightsRef
from app.models.weights_location import locate_weights

WHISPER = WeightsRef(repository="openai/whisper-small")


def weights(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    return folder


def test_a_folder_of_the_models_own_is_taken_as_it_is(tmp_path: Path) -> None:
    assert locate_weights(tmp_path, "Mine", "encoder", WeightsRef(folder="encoder")) == tmp_path / "encoder"


@pytest.mark.parametrize("name", ["whisper-small", "encoder"])
@pytest.mark.parametrize("beside", [True, False])
def test_a_repository_is_found_by_its_name_or_its_component(tmp_path: Path, name: str, beside: bool) -> None:
    model = tmp_path / "model"
    expected = weights((tmp_path if beside else model) / name)
    assert locate_weights(model, "Mine", "encoder", WHISPER) == expected


def test_with_a_revision_only_the_repositorys_name_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    weights(tmp_path / "encoder")
    revised = WeightsRef(repository="openai/whisper-small", revision="a" * 40)
    with pytest.raises(ModelError, match=r"`hf download openai/whisper-small --revision a+`") as absent:
        locate_weights(tmp_path, "Mine", "encoder", revised)
    assert "encoder" in str(absent.value)
    assert locate_weights(tmp_path, "Mine", "encoder", WHISPER) == tmp_path / "encoder"
