"""Repositories as the paper has them load, and hear what their own code hears."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from app.errors import ModelError
from app.models.adapter.published import convert_to_native, read_published
from app.speech.model.assembly import load_model, load_published
from app.speech.model.speech_model import SpeechModel
from tests.models import paper_repository, stand_ins
from tests.models.paper_repository import NAME, NORMS, source_audio_tokens
from tests.models.stand_ins import SourceModel
from tests.speech import tiny


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    stand_ins.backbone_folder(folder)
    stand_ins.encoder_folder(folder)
    return folder


def load(root: Path, folder: Path, dtype: torch.dtype = torch.float32) -> SpeechModel:
    return load_published(folder, root / "backbone", root / "whisper", dtype=dtype)


def assert_hears_alike(model: SpeechModel, made: SourceModel, tolerance: float = 1e-6) -> None:
    clip = tiny.clip(2.0)
    with torch.no_grad():
        tokens, counts = model.audio_tokens([clip])
        frames, _ = model.encoder.encode([model.mel(clip)])
    expected = source_audio_tokens(made, frames.float())
    assert counts.tolist() == [188]
    assert torch.allclose(tokens.float(), expected, atol=tolerance), (tokens - expected).abs().max()


@pytest.mark.parametrize("shows_projector", [True, False])
@pytest.mark.parametrize("norm", NORMS)
def test_the_projector_ends_in_the_norm_that_it_was_trained_with(
    root: Path, tmp_path: Path, norm: str, shows_projector: bool
) -> None:
    made = paper_repository.write(tmp_path / NAME, norm, shows_projector=shows_projector)
    model = load(root, tmp_path / NAME)
    notes = [note for note in model.spec.assumptions if "Norm" in note]
    assert bool(notes) is not shows_projector
    if norm == "another epsilon" and not shows_projector:
        assert any("epsilon" in note for note in notes)
    else:
        assert_hears_alike(model, made)


def test_an_unknown_adapter_gets_no_norm_that_nothing_tells(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / "mine", "without weights", shows_projector=False)
    spec, tensors = read_published(tmp_path / "mine", root / "backbone", root / "whisper")
    assert spec.projector.norm_eps is None
    assert "norm.weight" not in tensors.projector


def test_a_norm_elsewhere_is_refused(root: Path, tmp_path: Path) -> None:
    paper_repository.write(tmp_path / NAME, "as a function")
    audio = tmp_path / NAME / "audio.py"
    audio.write_text(audio.read_text().replace("self.proj_in(x)", "F.layer_norm(self.proj_in(x), (12,))"))
    with pytest.raises(ModelError, match="norms other than one LayerNorm at its end"):
        load(root, tmp_path / NAME)


def test_the_projector_with_a_norm_computes_in_fp32(root: Path, tmp_path: Path) -> None:
    made = paper_repository.write(tmp_path / NAME)
    model = load(root, tmp_path / NAME, torch.bfloat16)
    assert {weight.dtype for weight in model.projector.parameters()} == {torch.float32}
    assert {weight.dtype for weight in model.backbone.parameters()} == {torch.bfloat16}
    assert model.dtype == torch.bfloat16
    tokens, counts = model.audio_tokens([tiny.clip(1.0)])
    assert tokens.dtype == torch.bfloat16
    assert model.canvas_logits(model.prefill(tokens, counts), torch.arange(6)[None]).isfinite().all()
    assert_hears_alike(model, made, 2e-2)


def test_the_norm_survives_the_native_layout(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = paper_repository.write(tmp_path / NAME, "another epsilon")
    convert_to_native(tmp_path / NAME, root / "backbone", root / "whisper", tmp_path / "installed")
    for name, part in (("backbone", "backbone"), ("encoder", "whisper")):
        (tmp_path / name).symlink_to(root / part)
    model = load_model(tmp_path / "installed")
    assert model.spec.projector.norm_eps == 1e-2
    assert_hears_alike(model, made)
