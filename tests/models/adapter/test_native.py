"""The native layout: a spec is read back as it was written, and one error lists everything that is wrong."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ModelError
from app.languages import LANGUAGES
from app.models.adapter.native import read_native, read_tensors, write_native, write_tensors
from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import (
    ACTIVATION_NAMES,
    AdapterSpec,
    AdapterTensors,
    CanvasConfig,
    FusionConfig,
    LoraSpec,
    ProjectorConfig,
    SamplerConfig,
    WeightsRef,
    validate,
)
from app.speech.model.assembly import load_projector
from app.speech.model.projector import Projector
from tests.speech import tiny

AUDIO_ID = 999_999
ids = st.lists(st.integers(0, 300_000), max_size=5).map(tuple)
some_text = st.text(max_size=12)
positive = st.floats(0.001, 100, allow_nan=False)
sizes = st.integers(1, 4096)


@st.composite
def prompts(draw: st.DrawFn) -> Prompt:
    before = draw(ids)
    language_at = draw(st.none() | st.integers(0, len(before) - 1)) if before else None
    codes = st.sampled_from(["auto", *LANGUAGES])
    return Prompt(before, draw(ids), AUDIO_ID, language_at, draw(st.dictionaries(codes, st.integers(0, 99))))


@st.composite
def samplers(draw: st.DrawFn) -> SamplerConfig:
    cold, hot = sorted((draw(positive), draw(positive)))
    return SamplerConfig(draw(positive), hot, cold, draw(st.integers(0, 5)), draw(positive))


parts = st.builds(WeightsRef, folder=st.sampled_from(["encoder", "a/b"])) | st.builds(
    WeightsRef,
    repository=st.just("owner/name"),
    revision=st.none() | st.text("0123456789abcdef", min_size=7, max_size=7),
)
projectors = st.builds(
    ProjectorConfig,
    width_in=sizes, hidden=sizes, width_out=sizes, strides=st.lists(st.integers(1, 4), max_size=4).map(tuple),
    kernel=st.sampled_from([1, 3, 5]), enter=st.booleans(), enter_activation=st.booleans(),
    tail=st.lists(sizes, max_size=2).map(tuple), activation=st.sampled_from(ACTIVATION_NAMES), shortcut=st.booleans(),
)  # fmt: skip
loras = st.builds(
    LoraSpec,
    rank=sizes,
    alpha=positive,
    targets=st.lists(some_text, min_size=1, max_size=4).map(tuple),
    per_tower=st.booleans(),
)
specs = st.builds(
    AdapterSpec,
    name=some_text, title=some_text, encoder=parts, backbone=parts, projector=projectors, prompt=prompts(),
    end_ids=st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple), pad_id=st.integers(0, 9),
    blank_id=st.none() | st.integers(0, 9),
    canvas=st.builds(CanvasConfig, length=sizes, per_audio_token=st.none() | positive, extra=st.integers(0, 9)),
    sampler=samplers(), lora=st.none() | loras,
    languages=st.lists(st.sampled_from(sorted(LANGUAGES)), unique=True).map(tuple),
    fusion=st.none() | st.builds(FusionConfig, weight=positive, bonus=positive, prior=positive),
    segment_s=st.floats(2.0, 60.0), segment_window_s=st.none() | st.floats(0.1, 1.9), pad_s=st.none() | positive,
    training=st.dictionaries(some_text, st.none() | some_text | st.integers() | st.booleans(), max_size=3),
    assumptions=st.lists(some_text, max_size=3).map(tuple),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(spec=specs)
def test_what_is_written_is_read_back(spec: AdapterSpec) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_native(Path(folder), spec)
        assert read_native(Path(folder)) == spec


def write_body(folder: Path, **changes: object) -> None:
    body = {"schema": 1, **asdict(tiny.spec()), **changes}
    (folder / "adapter.json").write_text(json.dumps({key: value for key, value in body.items() if value != "absent"}))


def test_everything_wrong_is_listed_at_once(tmp_path: Path) -> None:
    canvas = {"length": "long", "width": 3}
    write_body(
        tmp_path, title="absent", pad_id=1.5, canvas=canvas, end_ids=[1, "x"], pad_s=True, prompt=[1], start="ctc"
    )
    with pytest.raises(ModelError) as caught:
        read_native(tmp_path)
    message = str(caught.value)
    for clause in (
        "title: missing",
        "pad_id: must be a whole number, not 1.5",
        "canvas.width: unknown",
        'canvas.length: must be a whole number, not "long"',
        'end_ids[1]: must be a whole number, not "x"',
        "pad_s: must be a number, not true",
        "prompt: must be an object",
        "start: must be 'noise' or 'draft', not \"ctc\"",
    ):
        assert clause in message


@settings(max_examples=100, deadline=None)
@given(
    field=st.sampled_from(sorted(asdict(tiny.spec()))),
    value=st.recursive(
        st.none() | st.booleans() | st.integers(-3, 3) | st.floats(allow_nan=False) | some_text,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(some_text, inner, max_size=3),
        max_leaves=6,
    ),
)
def test_any_wrong_value_is_a_model_error_or_a_sound_spec(field: str, value: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_body(Path(folder), **{field: value})
        refused = None
        try:
            spec = read_native(Path(folder))
        except ModelError as error:
            refused = error
    if refused is None:
        assert not validate(spec)
    else:
        assert all((refused.what, refused.why, refused.remedy))


def test_an_adapter_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    write_native(tmp_path, replace(tiny.spec(), end_ids=(), pad_s=-1.0))
    with pytest.raises(ModelError, match=r"adapter\.json: end_ids: .*; segment_s, pad_s: "):
        read_native(tmp_path)


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"schema": 2}', '"text"', "\udcff"])
def test_no_readable_adapter_is_a_model_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "adapter.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ModelError) as caught:
        read_native(tmp_path)
    assert caught.value.remedy


def test_tensors_come_back_and_strangers_are_named(tmp_path: Path) -> None:
    spec = tiny.spec()
    state = Projector(spec.projector).state_dict()
    write_tensors(tmp_path, AdapterTensors(state))
    read = read_tensors(tmp_path, spec)
    assert read.projector.keys() == state.keys()
    assert not read.lora
    assert all(torch.equal(read.projector[name], state[name]) for name in state)

    with pytest.raises(ModelError, match=r"no lora\.\* tensors"):
        read_tensors(tmp_path, tiny.spec(LoraSpec(2, 4.0, ("q_proj",))))
    (tmp_path / "adapter.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelError, match="cannot be read"):
        read_tensors(tmp_path, spec)
    (tmp_path / "adapter.safetensors").unlink()
    with pytest.raises(ModelError, match=r"no adapter\.safetensors"):
        read_tensors(tmp_path, spec)


def test_a_projector_that_does_not_fit_lists_keys_and_shapes() -> None:
    spec = tiny.spec()
    state = Projector(spec.projector).state_dict()
    state["leave.weight"] = torch.zeros(3, 4)
    state["extra"] = torch.zeros(2)
    del state["enter.bias"]
    with pytest.raises(ModelError) as caught:
        load_projector(spec, state)
    for clause in ("leave.weight: is (3, 4), must be (16, 12)", "extra (2,): unknown", "enter.bias (12,): missing"):
        assert clause in str(caught.value)


def test_padding_gives_every_clip_the_same_number_of_audio_tokens() -> None:
    from app.speech.model.assembly import assemble
    from app.speech.vocabulary import Vocabulary

    spec = tiny.spec(pad_s=2.0)
    vocabulary = Vocabulary(tiny.tokenizer(), spec.end_ids)
    state = AdapterTensors(Projector(spec.projector).state_dict())
    model = assemble(spec, state, tiny.encoder(), tiny.backbone(), vocabulary, "cpu", torch.float32)
    with torch.no_grad():
        tokens, counts = model.audio_tokens([tiny.clip(0.5), tiny.clip(1.5)])
    assert counts.tolist() == [4, 10]  # 25 and 75 frames of 20 ms, subsampled by 8 and rounded up
    assert model.slot_counts(counts).tolist() == [13, 13]
    assert tokens.shape == (2, 13, tiny.HIDDEN)
