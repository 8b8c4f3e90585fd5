"""Checkpoints are opened without running code, and their LoRA is mapped to layers of the backbone."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import torch

from app.errors import ModelError
from app.models.adapter.published_checkpoint import lora_target_paths, read_checkpoint, split_lora
from tests.models.paper_repository import config_class, pickled_under


class Evil:
    """Runs code when it is unpickled."""

    def __reduce__(self):
        return (print, ("ran",))


def test_a_nested_checkpoint_becomes_tensors_and_constants(tmp_path: Path) -> None:
    weight = torch.ones(2, 2)
    checkpoint = {"model": {"layers": [{"w": weight}]}, "cfg": {"lora_r": 2}, "optimizer": {"m": torch.ones(3)}}
    torch.save(checkpoint, tmp_path / "adapter.pt")
    tensors, constants = read_checkpoint(tmp_path / "adapter.pt")
    assert list(tensors) == ["model.layers.0.w"]
    assert torch.equal(tensors["model.layers.0.w"], weight)
    assert [(constant.path, constant.value) for constant in constants.constants] == [("cfg.lora_r", 2)]


def test_a_checkpoint_with_code_is_not_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torch.save({"model": {"w": torch.ones(2, 2)}, "config": Evil()}, tmp_path / "adapter.pt")
    with pytest.raises(ModelError, match="for your safety"):
        read_checkpoint(tmp_path / "adapter.pt")
    assert "ran" not in capsys.readouterr().out


def save_with_config(path: Path, config: object, module: str) -> None:
    with pickled_under(module, type(config)):
        torch.save({"model": {"w": torch.ones(2, 2)}, "config": config}, path)


@pytest.mark.parametrize("module", ["model", "__main__"])
def test_the_authors_config_object_becomes_constants(tmp_path: Path, module: str) -> None:
    save_with_config(tmp_path / "adapter.pt", config_class()(whisper_dim=8, whisper_id="a/b", d_model=16), module)
    tensors, constants = read_checkpoint(tmp_path / "adapter.pt")
    assert list(tensors) == ["model.w"]
    assert [(constant.path, constant.value) for constant in constants.constants] == [
        ("config.whisper_dim", 8),
        ("config.whisper_id", "a/b"),
        ("config.d_model", 16),
    ]
    assert not any("ConfigStandIn" in str(item) for item in torch.serialization.get_safe_globals())


def test_a_config_dataclass_with_nested_values_becomes_constants(tmp_path: Path) -> None:
    @dataclass
    class AudioDiffusionConfig:
        model_dir: str = "."
        final_logit_softcapping: float | None = None
        lora: dict[str, Any] = field(default_factory=lambda: {"r": 2, "targets": ["q_proj"]})
        sizes: tuple[int, ...] = (1, 2)

    save_with_config(tmp_path / "adapter.pt", AudioDiffusionConfig(), "model")
    _, constants = read_checkpoint(tmp_path / "adapter.pt")
    values = {constant.path: constant.value for constant in constants.constants}
    assert values == {
        "config.model_dir": ".",
        "config.final_logit_softcapping": None,
        "config.lora.r": 2,
        "config.lora.targets": ["q_proj"],
        "config.sizes": (1, 2),
    }


@pytest.mark.parametrize(
    ("module", "name"),
    [("model", "AudioDiffusionGemma"), ("audio", "AudioDiffusionConfig"), ("models", "AudioDiffusionConfig")],
)
def test_an_object_of_another_class_is_refused_by_name(tmp_path: Path, module: str, name: str) -> None:
    save_with_config(tmp_path / "adapter.pt", config_class(name)(whisper_dim=8), module)
    with pytest.raises(ModelError, match=rf"for your safety.*: {module}\.{name}"):
        read_checkpoint(tmp_path / "adapter.pt")


def test_a_config_object_that_holds_another_class_is_refused_by_name(tmp_path: Path) -> None:
    inner = config_class("Sampler")
    with pickled_under("model", inner):
        save_with_config(tmp_path / "adapter.pt", config_class()(sampler=inner(steps=8)), "model")
    with pytest.raises(ModelError, match=r"for your safety.*: model\.Sampler"):
        read_checkpoint(tmp_path / "adapter.pt")


def test_a_config_object_with_a_state_of_its_own_is_refused(tmp_path: Path) -> None:
    made = config_class()
    made.__getstate__ = lambda self: ["whisper_dim", 8]  # type: ignore[attr-defined]
    save_with_config(tmp_path / "adapter.pt", made(), "model")
    with pytest.raises(ModelError, match=r"for your safety.*state of its own"):
        read_checkpoint(tmp_path / "adapter.pt")


def test_a_missing_checkpoint_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="There is no"):
        read_checkpoint(tmp_path / "adapter.pt")


@pytest.mark.parametrize("content", [b"", b"not a checkpoint", b"PK\x03\x04broken"])
def test_a_damaged_checkpoint_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adapter.pt").write_bytes(content)
    with pytest.raises(ModelError) as caught:
        read_checkpoint(tmp_path / "adapter.pt")
    assert caught.value.remedy


def test_a_checkpoint_without_tensors_is_an_error(tmp_path: Path) -> None:
    torch.save({"config": {"lora_r": 2}}, tmp_path / "adapter.pt")
    with pytest.raises(ModelError, match="holds no weights"):
        read_checkpoint(tmp_path / "adapter.pt")


def test_lora_is_split_from_the_rest() -> None:
    a, b, other = torch.ones(2, 8), torch.ones(8, 2), torch.ones(3)
    checkpoint = {"base.q_proj.lora_A.default.weight": a, "base.q_proj.lora_B.default.weight": b, "lora_A": other}
    lora, others = split_lora(checkpoint)
    assert list(lora) == ["base.q_proj"]
    assert lora["base.q_proj"]["A"] is a
    assert lora["base.q_proj"]["B"] is b
    assert list(others) == ["lora_A"]


def test_which_tower_a_key_means() -> None:
    encoder = "model.encoder.language_model.layers.3.self_attn.q_proj"
    decoder = "model.decoder.layers.3.self_attn.q_proj"
    assert lora_target_paths(encoder) == (encoder,)
    assert lora_target_paths(f"base_model.model.{decoder}") == (decoder,)
    assert lora_target_paths("lora_dec.3.q_proj") == (decoder,)
    assert lora_target_paths("model.language_model.layers.3.self_attn.q_proj") == (encoder, decoder)
    assert lora_target_paths("layers.3.q_proj") == (encoder, decoder)
    assert lora_target_paths("whisper.encoder.layers.3.self_attn.q_proj") == ()
    assert lora_target_paths("lm_head") == ()
