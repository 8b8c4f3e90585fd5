"""A big model is loaded where it fits; running out of memory costs speed, not the transcript, and the next job works."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch

from app.errors import DeviceError
from app.models.gpu import Gpu
from app.models.hardware import Capacity
from app.models.placement import LoadMode
from app.models.quantization.int4_experts import Int4Experts
from app.models.quantization.streamed_backbone import backbone_memory_needs
from app.speech import TranscribeOptions, Transcriber
from app.speech.events import SegmentDone, TranscriptDone
from app.speech.model import assembly, loader
from app.speech.redecode import RedecodeRequest
from app.transcript.model import Segment, Transcript, Word
from tests.models import stand_ins
from tests.models.stand_ins import PROJECTORS, checkpoint_tensors, write_repository
from tests.speech import tiny
from tests.speech.conftest import babble

pytestmark = pytest.mark.slow

GB = 10**9


def transcribe(transcriber: Transcriber, seconds: float = 40.0, batch: int = 4) -> Transcript:
    options = TranscribeOptions(steps=2, batch=batch, observe=False)
    *_, done = transcriber.transcribe(babble(seconds), options)
    assert isinstance(done, TranscriptDone)
    return done.transcript


class ShortOfMemory:
    """A hook on the real decoder that runs out of memory whenever a batch has more than ``rows`` rows."""

    def __init__(self, transcriber: Transcriber, rows: int) -> None:
        self.rows, self.seen, self.failures = rows, [], 0
        self.handle = transcriber.model.backbone.model.decoder.embed_tokens.register_forward_pre_hook(self.check)

    def check(self, _: object, given: tuple[torch.Tensor]) -> None:
        rows = given[0].shape[0]
        self.seen.append(rows)
        if rows > self.rows:
            self.failures += 1
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")


@pytest.fixture
def transcriber(tmp_path: Path) -> Transcriber:
    return Transcriber(tiny.write(tmp_path / "tiny", tiny.model(segment_s=8.0)), "cpu")


def test_fewer_segments_at_a_time_give_the_same_text(transcriber: Transcriber) -> None:
    unlimited = transcribe(transcriber)
    assert len(unlimited.segments) >= 4
    shortage = ShortOfMemory(transcriber, rows=1)
    limited = transcribe(transcriber)
    assert shortage.failures == 2  # four together, then two
    assert [segment.text for segment in limited.segments] == [segment.text for segment in unlimited.segments]
    failed = shortage.failures
    transcribe(transcriber)
    assert shortage.failures == failed  # the batch that did not fit is not tried again


def test_no_memory_even_for_one_segment_is_an_error_and_the_next_job_works(transcriber: Transcriber) -> None:
    shortage = ShortOfMemory(transcriber, rows=0)
    with pytest.raises(DeviceError, match="ran out of memory"):
        transcribe(transcriber)
    shortage.handle.remove()
    assert transcribe(transcriber).segments


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published model wide enough for int4 experts, which counts as big."""
    monkeypatch.setattr(loader, "UNPLANNED_BYTES", 0)
    wide: dict[str, Any] = {"hidden_size": 64, "moe_intermediate_size": 64}
    backbone = tiny.backbone(**wide)
    folder = tmp_path / "mine"
    shutil.copytree(tiny.write(tmp_path / "native", tiny.model(segment_s=8.0)), folder)
    return _around(folder, backbone, tmp_path)


def _around(folder: Path, backbone: Any, root: Path) -> Path:
    from dataclasses import replace

    from app.models.adapter.native import write_native, write_tensors
    from app.models.adapter.spec import AdapterTensors, ProjectorConfig, WeightsRef
    from app.speech.model.projector import Projector

    spec = tiny.model(segment_s=8.0).spec
    projector = Projector(ProjectorConfig(tiny.WIDTH, 24, 64, strides=(1, 2, 2)))
    shutil.rmtree(folder / "backbone")
    tiny.save_backbone_repository(folder / "wide", backbone)
    spec = replace(spec, projector=projector.config, backbone=WeightsRef(repository="somebody/wide"))
    write_tensors(folder, AdapterTensors(dict(projector.state_dict())))
    write_native(folder, spec)
    return folder


def test_memory_needs_are_computed_from_the_files(published: Path) -> None:
    needs = backbone_memory_needs(published / "wide")
    backbone = tiny.backbone(hidden_size=64, moe_intermediate_size=64)
    experts = sum(value.numel() for name, value in backbone.model.decoder.named_parameters() if ".experts." in name)
    assert needs.experts_bytes == 2 * experts
    assert needs.packed_experts_bytes == experts * 0.53125


def test_on_a_cpu_a_big_model_has_int4_experts_and_says_so(published: Path) -> None:
    transcriber = Transcriber(published, "cpu")
    *_, ready = transcriber.prepare()
    assert isinstance(transcriber.model.backbone.model.decoder.layers[0].experts, Int4Experts)
    assert ready.precision == "bf16, 4-bit experts"
    assert "minutes for seconds" in transcriber.device.note
    assert transcribe(transcriber).device == "cpu, bf16, 4-bit experts"


def pretend_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """A GPU with memory for everything, in the plan; the model itself stays on the CPU."""
    gpu = Gpu("cpu", "A GPU", 80 * GB, 80 * GB, (9, 0), bf16=True, usable=True)
    monkeypatch.setattr(loader, "list_gpus", lambda: (gpu,))


def test_memory_that_runs_out_at_one_segment_falls_back(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch)
    transcriber = Transcriber(published, "cpu")
    *_, ready = transcriber.prepare()
    assert ready.precision == "bf16"
    assert not isinstance(transcriber.model.backbone.model.decoder.layers[0].experts, Int4Experts)
    ShortOfMemory(transcriber, rows=0)  # the hook is dropped with the model
    done = transcribe(transcriber)
    assert done.segments
    assert done.device == "cpu, bf16, 4-bit experts"
    assert isinstance(transcriber.model.backbone.model.decoder.layers[0].experts, Int4Experts)


@pytest.mark.parametrize("typed", [None, "surely"])
def test_memory_that_runs_out_while_redecoding_falls_back(
    published: Path, monkeypatch: pytest.MonkeyPatch, typed: str | None
) -> None:
    pretend_gpu(monkeypatch)
    transcriber, sound = Transcriber(published, "cpu"), babble(6.0)
    words = (Word(0.5, 2.0, "They", 0.9, 0.8), Word(2.5, 4.0, "know", 0.9, 0.8, start_char=5))
    request = RedecodeRequest(Segment(0, 0.0, 6.0, "They know", words), 1, 2, typed)
    list(transcriber.prepare())
    shortage = ShortOfMemory(transcriber, rows=0)
    slower = list(transcriber.redecode(sound, request, TranscribeOptions(steps=2)))
    assert shortage.failures == 1
    assert isinstance(slower[-1], SegmentDone)
    assert transcriber.device.precision == "bf16, 4-bit experts"
    assert isinstance(transcriber.model.backbone.model.decoder.layers[0].experts, Int4Experts)
    *_, once_more = transcriber.redecode(sound, request, TranscribeOptions(steps=2))
    assert isinstance(once_more, SegmentDone)
    assert once_more.segment.text == slower[-1].segment.text


def test_no_memory_to_redecode_is_an_error_and_the_next_try_works(transcriber: Transcriber) -> None:
    shortage = ShortOfMemory(transcriber, rows=0)
    sound, request = babble(6.0), RedecodeRequest(Segment(0, 0.0, 6.0, ""))
    with pytest.raises(DeviceError, match="ran out of memory"):
        list(transcriber.redecode(sound, request, TranscribeOptions(steps=2)))
    shortage.handle.remove()
    *_, done = transcriber.redecode(sound, request, TranscribeOptions(steps=2))
    assert isinstance(done, SegmentDone)


def test_memory_that_runs_out_while_loading_falls_back(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_gpu(monkeypatch)
    real = loader.load_model
    tried = []

    def load(folder: Path, device: str, dtype: torch.dtype, mode: LoadMode, cache_dir: Path) -> Any:
        tried.append(mode)
        if mode == "bf16":
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return real(folder, device, dtype, mode, cache_dir)

    monkeypatch.setattr(loader, "load_model", load)
    transcriber = Transcriber(published, "cpu")
    *_, ready = transcriber.prepare()
    assert tried == ["bf16", "int4"]
    assert ready.precision == "bf16, 4-bit experts"


def test_a_model_that_fits_nowhere_is_refused_with_every_reason(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "system_memory", lambda: Capacity(8 * GB, GB))
    with pytest.raises(DeviceError, match="cannot run on this machine") as refused:
        list(Transcriber(published, "cpu").prepare())
    assert "1.0 GB are free" in refused.value.why


def test_an_adapter_with_lora_runs_on_int4_experts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LoRA is on attention, which is not quantized; groups of 16 fit the stand-in's narrow experts."""
    real = assembly.load_streamed_backbone
    monkeypatch.setattr(loader, "UNPLANNED_BYTES", 0)
    monkeypatch.setattr(assembly, "load_streamed_backbone", partial(real, group_size=16))
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folder = write_repository(tmp_path / "mine", checkpoint_tensors(made, stand_ins.peft_keys, "projector."))
    stand_ins.backbone_folder(tmp_path)
    shutil.copytree(stand_ins.encoder_folder(tmp_path), tmp_path / "encoder")
    assert transcribe(Transcriber(folder, "cpu"), seconds=3.0).segments
