"""What the machine has, and which device works."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from app.errors import DeviceError
from app.models import hardware
from app.models.gpu import Driver, TorchBuild


def test_the_cpu_multiplies_rightly() -> None:
    device = hardware.verify_device("cpu")
    assert device.name == "cpu"
    assert device.title
    assert str(device) == f"cpu, {device.precision}"
    assert hardware.gpu_memory(device) is None


def test_a_device_that_computes_wrongly_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "matmul_is_correct", lambda device, dtype: False)
    with pytest.raises(DeviceError, match="wrong results"):
        hardware.verify_device("cpu")


@pytest.mark.parametrize(
    ("known", "precision"), [({}, "fp32"), ({"avx512_bf16": True}, "bf16"), ({"amx_bf16": True}, "bf16")]
)
def test_bf16_only_where_the_cpu_has_it(
    monkeypatch: pytest.MonkeyPatch, known: dict[str, bool], precision: hardware.Precision
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: known)
    assert hardware.verify_device("cpu").precision == precision


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_the_probe_is_exact_in_every_precision(dtype: torch.dtype) -> None:
    assert hardware.matmul_is_correct(torch.device("cpu"), dtype)


def test_an_unknown_device_is_named() -> None:
    with pytest.raises(DeviceError, match="'tpu'"):
        hardware.verify_device("tpu")


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a card")
class TestWithoutACard:
    def test_auto_is_the_cpu(self) -> None:
        assert hardware.verify_device().name == "cpu"

    def test_cuda_is_refused_with_a_reason_and_a_remedy(self) -> None:
        with pytest.raises(DeviceError) as refused:
            hardware.verify_device("cuda")
        assert refused.value.why
        assert "cpu" in refused.value.remedy

    def test_auto_says_so_if_there_is_a_card_it_cannot_use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(hardware, "query_driver", lambda: Driver("580.1", (13, 0)))
        note = hardware.verify_device("auto").note
        assert note
        with pytest.raises(DeviceError) as refused:
            hardware.verify_device("cuda")
        assert refused.value.why == note
        monkeypatch.setattr(hardware, "query_driver", lambda: None)
        assert hardware.verify_device("auto").note == ""


def test_a_card_that_fails_its_probe_is_not_taken_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: str) -> hardware.VerifiedDevice:
        raise DeviceError(f"The card {name} does not work.", "No kernel image.")

    working = TorchBuild("2.13.0", "13.0", available=True, architectures=("sm_90",))
    monkeypatch.setattr(hardware, "query_torch_build", lambda: working)
    monkeypatch.setattr(hardware, "verify_gpu", broken)
    device = hardware.verify_device("auto")
    assert device.name == "cpu"
    assert "No kernel image." in device.note
    with pytest.raises(DeviceError, match="does not work"):
        hardware.verify_device("cuda")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a card")
def test_a_card_is_verified_and_has_memory() -> None:
    device = hardware.verify_device("cuda")
    assert device.name == "cuda:0"
    capacity = hardware.gpu_memory(device)
    assert capacity is not None
    assert 0 < capacity.free_bytes <= capacity.total_bytes
    with pytest.raises(DeviceError):
        hardware.verify_device("cuda:63")


def test_memory_and_disk_are_measured(tmp_path: Path) -> None:
    for capacity in (
        hardware.system_memory(),
        hardware.disk_capacity(tmp_path),
        hardware.disk_capacity(tmp_path / "not" / "there" / "yet"),
    ):
        assert 0 < capacity.free_bytes <= capacity.total_bytes
