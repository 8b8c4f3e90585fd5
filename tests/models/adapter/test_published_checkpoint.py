"""Checkpoints are opened without running code, and their LoRA is mapped to layers of the backbone."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from app.errors import ModelError
from app.models.adapter.published_checkpoint import lora_target_paths, read_checkpoint, split_lora


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
