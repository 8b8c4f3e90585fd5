"""Adapters: what turns an encoder and a backbone into a recogniser, with every choice written down.

Native layout, a folder with ``adapter.json`` (this schema), ``adapter.safetensors`` (projector, LoRA), ``tokenizer.json`` and,
where they are shipped with it, the folders of encoder and backbone, and the language models of its draft in
``ngrams.safetensors``.
"""

from __future__ import annotations

import json
import logging
import types
from collections.abc import Mapping
from dataclasses import MISSING, asdict, fields, is_dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Union, get_args, get_origin, get_type_hints

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from app.errors import ModelError
from app.languages import LANGUAGES
from app.speech.model.projector import ACTIVATIONS

from .spec import AdapterSpec, AdapterTensors

SCHEMA_VERSION = 1


_log = logging.getLogger(__name__)


def write_native(folder: Path, spec: AdapterSpec) -> None:
    """Write ``adapter.json``."""
    body = {"schema": SCHEMA_VERSION, **asdict(spec)}
    (folder / "adapter.json").write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_tensors(folder: Path, tensors: AdapterTensors) -> None:
    """Write ``adapter.safetensors``: ``projector.*`` and, where there is any, ``lora.*``."""
    named = {f"projector.{name}": value for name, value in tensors.projector.items()}
    named |= {f"lora.{name}": value for name, value in tensors.lora.items()}
    # clones: safetensors refuses tensors that share storage, as the two towers' may
    own = {name: value.detach().cpu().clone().contiguous() for name, value in named.items()}
    save_file(own, folder / "adapter.safetensors")


def log_assumptions(spec: AdapterSpec) -> None:
    """Every assumption of a model that is being loaded, as a warning by name."""
    for note in spec.assumptions:
        _log.warning("%s: assumed: %s", spec.name, note)


def read_native(folder: Path) -> AdapterSpec:
    """Read ``adapter.json``; where it is missing, of another schema or invalid, one ``ModelError`` lists what is wrong."""
    path = folder / "adapter.json"
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as gone:
        raise ModelError(
            "No model in {folder}.", "There is no adapter.json in it.", "Choose a model's own folder.", folder=folder
        ) from gone
    except (OSError, ValueError) as broken:
        raise ModelError(
            "The model in {folder} cannot be read.", "{reason}", "Install it again.", folder=folder, reason=broken
        ) from broken
    schema = body.get("schema") if isinstance(body, dict) else None
    if schema != SCHEMA_VERSION:
        raise ModelError(
            "The model in {folder} has layout version {version}.",
            "This version of Anneal reads version {known}.",
            "Update Anneal or the model.",
            folder=folder,
            version=schema,
            known=SCHEMA_VERSION,
        )
    problems: list[str] = []
    spec = _parse(AdapterSpec, {key: value for key, value in body.items() if key != "schema"}, "", problems)
    if not problems:
        problems = validate(spec)
    if problems:
        raise ModelError(
            "The model in {folder} is incomplete.",
            "adapter.json: {problems}.",
            "Install it again.",
            folder=folder,
            problems="; ".join(problems),
        )
    return spec


def read_tensors(folder: Path, spec: AdapterSpec) -> AdapterTensors:
    """Read ``adapter.safetensors``; raises ``ModelError`` where it is missing, damaged or not what the spec says."""
    try:
        weights = load_file(folder / "adapter.safetensors")
    except FileNotFoundError as gone:
        raise ModelError(
            "{model} has no weights.",
            "There is no adapter.safetensors in {folder}.",
            "Install it again.",
            model=spec.title,
            folder=folder,
        ) from gone
    except (OSError, SafetensorError) as broken:
        raise ModelError(
            "The weights of {model} cannot be read.", "{reason}.", "Install it again.", model=spec.title, reason=broken
        ) from broken
    parts: dict[str, dict[str, Tensor]] = {"projector": {}, "lora": {}}
    problems = []
    for key, value in weights.items():
        part, _, name = key.partition(".")
        if part in parts:
            parts[part][name] = value
        else:
            problems.append(f"unknown tensor {key} {tuple(value.shape)}")
    if bool(parts["lora"]) != (spec.lora is not None):
        problems.append(
            "no lora.* tensors for its LoRA" if spec.lora else "lora.* tensors, but no LoRA in adapter.json"
        )
    if problems:
        raise ModelError(
            "The weights of {model} do not fit its adapter.json.",
            "{problems}.",
            "Install it again.",
            model=spec.title,
            problems="; ".join(problems),
        )
    return AdapterTensors(**parts)


def validate(spec: AdapterSpec) -> list[str]:
    """What cannot be true in a spec, one clause each; empty where all is well."""
    problems = [
        f"{name}: needs a folder or a repository"
        for name, part in (("encoder", spec.encoder), ("backbone", spec.backbone))
        if not (part.folder or part.repository)
    ]
    for name, part in (("encoder", spec.encoder), ("backbone", spec.backbone)):
        inside = PurePosixPath((part.folder or ".").replace("\\", "/"))
        if inside.is_absolute() or ".." in inside.parts or ":" in str(inside):
            problems.append(f"{name}.folder: must lie inside the model's folder, not {part.folder!r}")
    prompt, projector, lora = spec.prompt, spec.projector, spec.lora
    ids = {
        "prompt.before": prompt.before, "prompt.after": prompt.after, "prompt.audio": (prompt.audio,),
        "prompt.languages": tuple(prompt.languages.values()), "end_ids": spec.end_ids, "pad_id": (spec.pad_id,),
        "blank_id": (spec.blank_id or 0,),
    }  # fmt: skip
    problems += [
        f"{name}: token ids count from 0" for name, values in ids.items() if any(value < 0 for value in values)
    ]
    if prompt.audio in (*prompt.before, *prompt.after):
        problems.append("prompt: the audio token may only stand in the audio's place")
    if prompt.language_at is not None and not 0 <= prompt.language_at < len(prompt.before):
        problems.append(f"prompt.language_at: {prompt.language_at} is no position of prompt.before")
    if not spec.end_ids:
        problems.append("end_ids: at least one token must end a transcript")
    if min(projector.width_in, projector.hidden, projector.width_out) < 1 or any(
        stride < 1 for stride in projector.strides
    ):
        problems.append("projector: widths and strides count from 1")
    if projector.kernel < 1 or projector.kernel % 2 == 0:
        problems.append(f"projector.kernel: must be odd, not {projector.kernel}")
    if projector.activation not in ACTIVATIONS:
        problems.append(f"projector.activation: {projector.activation!r} is none of {', '.join(ACTIVATIONS)}")
    if spec.canvas.length < 1:
        problems.append(f"canvas.length: must be at least 1, not {spec.canvas.length}")
    sampler = spec.sampler
    if (
        not 0 < sampler.t_min <= sampler.t_max
        or sampler.entropy_bound <= 0
        or sampler.stability < 0
        or sampler.confidence <= 0
    ):
        problems.append("sampler: needs 0 < t_min <= t_max, entropy_bound > 0, stability >= 0 and confidence > 0")
    if spec.fusion is not None and min(spec.fusion.weight, spec.fusion.prior, spec.fusion.backbone) < 0:
        problems.append("fusion.weight, fusion.prior, fusion.backbone: must not be negative")
    if spec.fusion is not None and spec.fusion.backbone and not prompt.after:
        problems.append("fusion.backbone: needs a token behind the audio (prompt.after), which says what comes first")
    if lora is not None and (lora.rank < 1 or not lora.targets):
        problems.append("lora: needs a rank of at least 1 and targets")
    unknown = [code for code in spec.languages if code not in LANGUAGES]
    if unknown:
        problems.append(f"languages: {', '.join(unknown)} unknown; known are {', '.join(LANGUAGES)}")
    if spec.segment_s <= 0 or (spec.pad_s is not None and spec.pad_s <= 0):
        problems.append("segment_s, pad_s: must be more than 0 seconds")
    return problems


_TYPE_NAMES = {
    int: "a whole number",
    float: "a number",
    str: "text",
    bool: "true or false",
    type(None): "null",
    dict: "an object",
}


def _parse(kind: Any, value: Any, where: str, problems: list[str]) -> Any:
    """``value`` out of JSON as ``kind``: a dataclass, union, tuple, dict or plain type; misfits join ``problems``."""
    at = f"{where}: " if where else ""
    if is_dataclass(kind) and isinstance(kind, type):
        if not isinstance(value, Mapping):
            problems.append(f"{at}must be an object")
            return None
        hints, known = get_type_hints(kind), {item.name: item for item in fields(kind)}
        inner = f"{where}." if where else ""
        problems += [f"{inner}{name}: unknown" for name in value if name not in known]
        needed = [name for name, item in known.items() if item.default is MISSING and item.default_factory is MISSING]
        missing = [name for name in needed if name not in value]
        problems += [f"{inner}{name}: missing" for name in missing]
        before = len(problems)
        given = {name: _parse(hints[name], value[name], f"{inner}{name}", problems) for name in known if name in value}
        return kind(**given) if not missing and len(problems) == before else None
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        choices = get_args(kind)
        if value is None and type(None) in choices:
            return None
        return _parse(next(choice for choice in choices if choice is not type(None)), value, where, problems)
    if origin is tuple:
        if not isinstance(value, list):
            problems.append(f"{at}must be a list")
            return None
        return tuple(_parse(get_args(kind)[0], item, f"{where}[{n}]", problems) for n, item in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            problems.append(f"{at}must be an object")
            return None
        return {key: _parse(get_args(kind)[1], item, f"{where}.{key}", problems) for key, item in value.items()}
    if kind is Any:
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        problems.append(f"{at}must be {_TYPE_NAMES[kind]}, not {json.dumps(value, ensure_ascii=False)[:40]}")
    return value
