"""What is read of a checkpoint without loading it."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from app.models.checkpoint_files import read_header, read_model_type, read_shapes


def test_shapes_come_from_the_header_alone(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file({"a": torch.zeros(2, 3), "b": torch.zeros(0)}, path, metadata={"format": "pt"})
    assert read_shapes(path) == {"a": [2, 3], "b": [0]}
    path.write_bytes(path.read_bytes()[: 8 + len(read_header(path))])
    assert read_shapes(path) == {"a": [2, 3], "b": [0]}


@pytest.mark.parametrize("body", [b"", b"\xff" * 64, b"\x02" + b"\0" * 7 + b"[]", b"\x02" + b"\0" * 7 + b"{"])
def test_what_is_no_safetensors_file_is_an_error(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(body)
    with pytest.raises(ValueError):  # noqa: PT011  json has words of its own
        read_shapes(tmp_path / "model.safetensors")


def test_a_folder_without_a_readable_configuration_has_no_type(tmp_path: Path) -> None:
    assert read_model_type(tmp_path) == ""
    for text in ("[]", "{", "{}"):
        (tmp_path / "config.json").write_text(text)
        assert read_model_type(tmp_path) == ""
    (tmp_path / "config.json").write_text('{"model_type": "whisper"}')
    assert read_model_type(tmp_path) == "whisper"
