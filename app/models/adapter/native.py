"""The native layout of an adapter: ``adapter.json`` with an ``AdapterSpec``, ``adapter.safetensors`` with its tensors.

In the same folder lie ``tokenizer.json`` and, where they are shipped with the adapter, the folders of encoder and backbone and
the language models of its draft in ``ngrams.safetensors``.
"""

from __future__ import annotations

import json
import logging
import types
from dataclasses import MISSING, asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from app.errors import ModelError

from .spec import AdapterSpec, AdapterTensors, validate

SCHEMA_VERSION = 1
_TYPE_NAMES = {
    int: "a whole number",
    float: "a number",
    str: "text",
    bool: "true or false",
}
log = logging.getLogger(__name__)


def write_native(folder: Path, spec: AdapterSpec) -> None:
    """Write ``adapter.json``."""
    body = {"schema": SCHEMA_VERSION, **asdict(spec)}
    (folder / "adapter.json").write_text(json.dumps(body, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_tensors(folder: Path, tensors: AdapterTensors) -> None:
    """Write ``adapter.safetensors``: ``projector.*`` and, where there is any, ``lora.*``."""
    named = {f"projector.{name}": value for name, value in tensors.projector.items()}
    named |= {f"lora.{name}": value for name, value in tensors.lora.items()}
    # clones: safetensors refuses tensors that share storage, as the two towers' may
    named = {name: value.detach().cpu().clone().contiguous() for name, value in named.items()}
    save_file(named, folder / "adapter.safetensors")


def log_assumptions(spec: AdapterSpec) -> None:
    """Log each assumption of a model that is being loaded as a warning."""
    for assumption in spec.assumptions:
        log.warning("%s: assumed: %s", spec.name, assumption)


def read_native(folder: Path) -> AdapterSpec:
    """Read and validate ``adapter.json``.

    Raises:
        ModelError: the file is missing, of another schema or invalid; the error lists everything that is wrong.
    """
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
    del body["schema"]
    problems: list[str] = []
    spec = _parse(AdapterSpec, body, "", problems)
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
    """Read ``adapter.safetensors``; raises ``ModelError`` where it is missing, damaged or does not fit the spec."""
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
    groups: dict[str, dict[str, Tensor]] = {"projector": {}, "lora": {}}
    problems = []
    for key, value in weights.items():
        group, _, name = key.partition(".")
        if group in groups:
            groups[group][name] = value
        else:
            problems.append(f"unknown tensor {key} {tuple(value.shape)}")
    if bool(groups["lora"]) != (spec.lora is not None):
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
    return AdapterTensors(**groups)


def _parse(kind: Any, value: Any, path: str, problems: list[str]) -> Any:
    """Convert a JSON value to ``kind``.

    That is a dataclass, ``X | None``, ``tuple[X, ...]``, ``dict[str, X]``, ``Literal``, ``Any`` or a scalar.
    Appends one clause per misfit to ``problems``, each with the dotted ``path`` of the value.
    """
    label = f"{path}: " if path else ""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _parse(next(choice for choice in get_args(kind) if choice is not type(None)), value, path, problems)
    if origin is Literal:
        if value not in get_args(kind):
            given = json.dumps(value, ensure_ascii=False)[:40]
            problems.append(f"{label}must be {' or '.join(map(repr, get_args(kind)))}, not {given}")
    elif origin is tuple:
        if isinstance(value, list):
            return tuple(_parse(get_args(kind)[0], item, f"{path}[{n}]", problems) for n, item in enumerate(value))
        problems.append(f"{label}must be a list")
    elif origin is dict or is_dataclass(kind):
        if isinstance(value, dict) and origin is dict:
            return {key: _parse(get_args(kind)[1], item, f"{path}.{key}", problems) for key, item in value.items()}
        if isinstance(value, dict):
            return _parse_dataclass(kind, value, path, problems)
        problems.append(f"{label}must be an object")
    elif kind is Any:
        return value
    elif kind is float and type(value) is int:
        return float(value)
    elif type(value) is not kind:
        problems.append(f"{label}must be {_TYPE_NAMES[kind]}, not {json.dumps(value, ensure_ascii=False)[:40]}")
    return value


def _parse_dataclass(kind: Any, value: dict[str, Any], path: str, problems: list[str]) -> Any:
    """Build a dataclass from a JSON object; None where a field is missing or of the wrong type."""
    types_by_name = get_type_hints(kind)
    prefix = f"{path}." if path else ""
    problem_count = len(problems)
    problems += [f"{prefix}{name}: unknown" for name in value if name not in types_by_name]
    for item in fields(kind):
        if item.name not in value and item.default is MISSING and item.default_factory is MISSING:
            problems.append(f"{prefix}{item.name}: missing")
    parsed = {
        name: _parse(hint, value[name], f"{prefix}{name}", problems)
        for name, hint in types_by_name.items()
        if name in value
    }
    return kind(**parsed) if len(problems) == problem_count else None
