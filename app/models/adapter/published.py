"""The published layout: ``diffusion_asr_small.pt`` beside ``model.py``, ``audio.py`` and ``inference.py``.

Shapes come from the tensors. What tensors cannot tell comes from the checkpoint's own configuration, else from the sources
(parsed, never run), else from the backbone's own settings; these and what is found nowhere are named in
``AdapterSpec.assumptions`` and logged.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedTokenizerFast

from app.errors import ModelError
from app.languages import LANGUAGES
from app.models.catalog import CATALOG, INTERFAZE_SMALL, PUBLISHED_CHECKPOINT, model_name
from app.models.weights_location import Component, locate_weights

from .native import log_assumptions, read_native, write_native, write_tensors
from .projector_detection import DetectedProjector, detect_activation, detect_projector, format_shapes, is_activated
from .prompt_detection import AudioTokenIds, ChatTemplate, detect_prompt
from .published_checkpoint import lora_target_paths, read_checkpoint, split_lora
from .source_constants import SourceConstants
from .spec import (
    TOWER_PREFIXES,
    AdapterSpec,
    AdapterTensors,
    CanvasConfig,
    LoraSpec,
    SamplerConfig,
    WeightsRef,
    validate,
)

REPOSITORY_PATTERNS: dict[Component, re.Pattern[str]] = {
    "encoder": re.compile(r"[\w.-]+/whisper[\w.-]*", re.I),
    "backbone": re.compile(r"[\w.-]+/diffusion-?gemma[\w.-]*", re.I),
}
DEFAULT_REPOSITORIES = {repository.part: repository.name for repository in INTERFAZE_SMALL.repositories}
END_TOKENS = ("<eos>", "<turn|>", "<end_of_turn>")
CONSTANT_PATTERNS = {  # regular expressions for what authors call things, the surest first
    "subsampling": (r"\w*subsampl\w*", r"\w*downsampl\w*"),
    "LoRA alpha": (r"lora_?alpha", r"\w*lora\w*(\.\w+)*\.alpha"),
    "LoRA scale": (r"lora_?scal(e|ing)", r"\w*lora\w*(\.\w+)*\.scal(e|ing)"),
    "begin-of-audio token": (
        r"bo(a|_audio)(_token)?(_id)?",
        r"(begin|start)_(of_)?audio\w*",
        r"audio_(bos|begin|start)\w*",
    ),
    "audio token": (r"audio_token_id", r"audio_(id|token|token_index|pad_id|placeholder\w*)", r"audio"),
    "end-of-audio token": (r"eo(a|_audio)(_token)?(_id)?", r"end_(of_)?audio\w*", r"audio_(eos|end)\w*"),
    "canvas length": (
        r"canvas(_len(gth)?|_size|_tokens)?",
        r"block_(len(gth)?|size)",
        r"(text|target|answer)_len(gth)?",
    ),
    "entropy bound": (r"entropy_bound", r"entropy_threshold"),
    "first temperature": (r"t_max", r"temp(erature)?_max", r"max_temp(erature)?"),
    "last temperature": (r"t_min", r"temp(erature)?_min", r"min_temp(erature)?"),
    "stability": (r"stability(_threshold|_steps)?",),
    "confidence": (r"confidence(_threshold)?",),
    "pad token": (r"pad_token_id", r"pad_id"),
    "end tokens": (r"(eos|end|stop)(_token)?_ids?", r"(eos|stop)_tokens?", r"eos"),
    "CTC blank": (r"(ctc_)?blank(_token)?(_id)?",),
    "languages": (r"languages?", r"langs?"),
    "seconds clips are padded to": (
        r"(pad|chunk|clip|max_audio|audio|max)_(s|secs?|seconds|length_s)",
        r"chunk_length",
        r"max_duration(_s)?",
    ),
}


def is_published(folder: Path) -> bool:
    """Whether a folder holds a published adapter that was not installed in the native layout."""
    return (folder / PUBLISHED_CHECKPOINT).is_file() and not (folder / "adapter.json").exists()


def model_title(folder: Path) -> str:
    """What to call the model in a folder of either layout; ``ModelError`` where there is none."""
    if not is_published(folder):
        return read_native(folder).title
    name = model_name(folder)
    return next((known.title for known in CATALOG if known.name == name), name)


def locate_published_weights(folder: Path) -> tuple[Path, Path]:
    """The backbone and the encoder that a published adapter names, as ``locate_weights`` finds them; ``ModelError``."""
    _, constants = read_checkpoint(folder / PUBLISHED_CHECKPOINT)
    constants.add_sources(folder)
    title = model_title(folder)
    kinds: tuple[Component, Component] = ("backbone", "encoder")
    backbone, encoder = (
        locate_weights(
            folder, title, kind, WeightsRef(repository=_find_repository(constants, kind) or DEFAULT_REPOSITORIES[kind])
        )
        for kind in kinds
    )
    return backbone, encoder


def read_published(folder: Path, backbone_folder: Path, encoder_folder: Path) -> tuple[AdapterSpec, AdapterTensors]:
    """Read a published adapter for the backbone and encoder it will run on. One ``ModelError`` lists all that does not fit."""
    named, constants = read_checkpoint(folder / PUBLISHED_CHECKPOINT)
    notes = constants.add_sources(folder)
    facts = _AdapterFacts(
        constants,
        _read_json(backbone_folder / "config.json"),
        _read_json(backbone_folder / "generation_config.json"),
        notes,
    )
    tokenizer = _load_tokenizer(backbone_folder)
    facts.chat_template = _load_chat_template(backbone_folder)
    lora_tensors, others = split_lora(named)
    problems: list[str] = []
    lora, lora_named = _read_lora(lora_tensors, facts, problems)
    width_in = _read_json(encoder_folder / "config.json").get("d_model")
    width_out = facts.backbone.get("text_config", facts.backbone).get("hidden_size")
    subsample = constants.find(*CONSTANT_PATTERNS["subsampling"], kind=int)
    recognised, misfits = detect_projector(others, width_in, width_out, int(subsample.value) if subsample else None)
    problems += misfits
    if problems or recognised is None:
        raise ModelError(
            "The adapter in {folder} is not laid out in a way Anneal knows.",
            "{problems}.",
            "Check that it is the right repository and revision, or use the adapter's own code (reference runner).",
            folder=folder,
            problems="; ".join(problems),
        )
    if subsample is None:
        facts.assume(f"subsampling: each of {len(recognised.convolutions)} convolutions halves the frames")
    spec = _build_spec(folder, recognised, lora, facts, tokenizer)
    wrong = validate(spec) + _ids_beyond_vocabulary(
        spec, facts.special_token_ids, facts.backbone.get("text_config", facts.backbone).get("vocab_size")
    )
    if wrong:
        raise ModelError(
            "The adapter in {folder} contradicts itself.",
            "{problems}.",
            "Check its repository and revision.",
            folder=folder,
            problems="; ".join(wrong),
        )
    log_assumptions(spec)
    return spec, AdapterTensors(recognised.tensors, lora_named)


def convert_to_native(folder: Path, backbone_folder: Path, encoder_folder: Path, target_folder: Path) -> AdapterSpec:
    """Write a published adapter to ``into`` in the native layout, its parts named by repository and, where known, revision."""
    spec, tensors = read_published(folder, backbone_folder, encoder_folder)
    spec = replace(
        spec,
        backbone=replace(spec.backbone, revision=_snapshot_revision(backbone_folder)),
        encoder=replace(spec.encoder, revision=_snapshot_revision(encoder_folder)),
        training={"adapter": spec.name, "revision": _snapshot_revision(folder)},
    )
    target_folder.mkdir(parents=True, exist_ok=True)
    write_tensors(target_folder, tensors)
    write_native(target_folder, spec)  # last: a folder with an adapter.json is whole
    return spec


def _snapshot_revision(folder: Path) -> str | None:
    """The revision of a hub snapshot."""
    return folder.name if folder.parent.name == "snapshots" else None


class _AdapterFacts:
    """What can be looked up about an adapter, and what had to be assumed."""

    def __init__(
        self, constants: SourceConstants, backbone: dict[str, Any], generation: dict[str, Any], notes: list[str]
    ) -> None:
        self.constants, self.backbone, self.generation = constants, backbone, generation
        self._assumptions = list(notes)
        self.chat_template: ChatTemplate | None = None
        self.special_token_ids: list[int] = []
        """Every special token that was asked for."""

    def assume(self, note: str) -> None:
        self._assumptions.append(note)

    @property
    def assumptions(self) -> tuple[str, ...]:
        return (*self._assumptions, *self.constants.contradictions)

    def number(self, name: str, backbone_value: Any, default: float) -> float:
        """A number of the adapter; else the backbone's ``own``, else ``otherwise``, both named as assumptions."""
        found = self.constants.find(*CONSTANT_PATTERNS[name], kind=(int, float))
        if found is not None:
            return float(found.value)
        if isinstance(backbone_value, int | float):
            self.assume(f"{name}: {backbone_value:g}, the backbone's own")
            return float(backbone_value)
        self.assume(f"{name}: {default:g}")
        return default

    def special_token_id(self, name: str, texts: tuple[str, ...], tokenizer: Tokenizer) -> int:
        """A special token's id: the adapter's id or text, else the backbone's for one of ``texts``; else ``ModelError``."""
        found = self.constants.find(*CONSTANT_PATTERNS[name], kind=(int, str))
        if found is not None and isinstance(found.value, int):
            self.special_token_ids.append(found.value)
            return found.value
        written = [] if found is None else [str(found.value)]
        for text in (*written, *texts):
            token = tokenizer.token_to_id(text)
            if token is not None:
                if text not in written:
                    self.assume(f"{name}: {token}, which is {text} in the backbone's vocabulary")
                return int(token)
        raise ModelError(
            "The adapter's {part} is unknown.",
            "Neither checkpoint nor sources tell it, and the backbone's vocabulary has none of {texts}.",
            "Check that adapter and backbone belong together.",
            part=name,
            texts=", ".join(texts),
        )


def _read_lora(
    found: dict[str, dict[str, Tensor]], facts: _AdapterFacts, problems: list[str]
) -> tuple[LoraSpec | None, dict[str, Tensor]]:
    if not found:
        return None, {}
    per_tower = any(len(lora_target_paths(module)) == 1 for module in found)
    tensors: dict[str, Tensor] = {}
    ranks: dict[int, str] = {}
    for module, sides in found.items():
        listed = format_shapes({f"{module}.{side}": value for side, value in sides.items()})
        paths = lora_target_paths(module)
        if not paths or set(sides) != {"A", "B"}:
            problems.append(f"LoRA that belongs to no layer of the backbone, or half of one: {listed}")
            continue
        a, b = sides["A"], sides["B"]
        if a.shape[0] != b.shape[1]:
            a, b = a.T, b.T  # stored as (in, rank) and (rank, out)
        if a.shape[0] != b.shape[1] or a.shape[0] > min(a.shape[1], b.shape[0]):
            problems.append(f"LoRA whose sides do not meet: {listed}")
            continue
        ranks.setdefault(int(a.shape[0]), listed)
        names = paths if per_tower else [paths[0].removeprefix(TOWER_PREFIXES["encoder"])]
        for name in names:
            if f"{name}.A" in tensors and not torch.equal(tensors[f"{name}.A"], a):
                problems.append(f"two different LoRA for one layer: {listed}")
            tensors |= {f"{name}.A": a, f"{name}.B": b}
    if len(ranks) > 1:
        problems.append(f"LoRA of different ranks, which is not supported: {', '.join(ranks.values())}")
    if problems:
        return None, {}
    rank = next(iter(ranks))
    alpha = facts.constants.find(*CONSTANT_PATTERNS["LoRA alpha"], kind=(int, float))
    scale = facts.constants.find(*CONSTANT_PATTERNS["LoRA scale"], kind=(int, float))
    rooted = facts.constants.find(r"use_rslora", r"rslora")
    if alpha is not None:
        value = float(alpha.value) * (math.sqrt(rank) if rooted is not None and rooted.value is True else 1.0)
    elif scale is not None:
        value = float(scale.value) * rank
    else:
        value = 2.0 * rank
        facts.assume(f"LoRA alpha: {value:g}, twice the rank")
    targets = tuple(sorted({name.split(".")[-2] for name in tensors}))
    return LoraSpec(rank, value, targets, per_tower), tensors


def _build_spec(
    folder: Path, recognised: DetectedProjector, lora: LoraSpec | None, facts: _AdapterFacts, tokenizer: Tokenizer
) -> AdapterSpec:
    generation = facts.generation
    marks = AudioTokenIds(
        begin=facts.special_token_id("begin-of-audio token", ("<|audio>", "<start_of_audio>"), tokenizer),
        audio=facts.special_token_id("audio token", ("<|audio|>", "<audio_soft_token>"), tokenizer),
        end=facts.special_token_id("end-of-audio token", ("<audio|>", "<end_of_audio>"), tokenizer),
    )
    prompt, said = detect_prompt(facts.constants, tokenizer, marks, facts.chat_template)
    for note in said:
        facts.assume(note)
    config = _with_activations(recognised, facts)
    usual = SamplerConfig()
    bound = (generation.get("sampler_config") or {}).get("entropy_bound")
    sampler = SamplerConfig(
        entropy_bound=facts.number("entropy bound", bound, usual.entropy_bound),
        t_max=facts.number("first temperature", generation.get("t_max"), usual.t_max),
        t_min=facts.number("last temperature", generation.get("t_min"), usual.t_min),
        stability=int(facts.number("stability", generation.get("stability_threshold"), usual.stability)),
        confidence=facts.number("confidence", generation.get("confidence_threshold"), usual.confidence),
    )
    canvas = CanvasConfig(
        int(facts.number("canvas length", facts.backbone.get("canvas_length"), CanvasConfig().length))
    )
    pad = facts.constants.find(*CONSTANT_PATTERNS["pad token"], kind=int)
    blank = facts.constants.find(*CONSTANT_PATTERNS["CTC blank"], kind=int)
    if blank is None:
        facts.assume("CTC blank: found nowhere; it is calibrated on silence")
    languages = facts.constants.find(*CONSTANT_PATTERNS["languages"], kind=(list, tuple, dict))
    known = tuple(code for code in LANGUAGES if languages is not None and code in languages.value)
    if not known:
        facts.assume(f"languages: {', '.join(LANGUAGES)}")
    pad_s = min(30.0, facts.number("seconds clips are padded to", None, 30.0))
    name = model_name(folder)
    end_ids = _find_end_ids(facts, tokenizer)
    encoder, backbone = _repository_or_default(facts, "encoder"), _repository_or_default(facts, "backbone")
    return AdapterSpec(
        name=name,
        title=model_title(folder),
        encoder=WeightsRef(repository=encoder),
        backbone=WeightsRef(repository=backbone),
        projector=config,
        prompt=prompt,
        end_ids=end_ids,
        pad_id=int(pad.value) if pad else int(generation.get("pad_token_id") or 0),
        blank_id=int(blank.value) if blank else None,
        canvas=canvas,
        sampler=sampler,
        lora=lora,
        languages=known or tuple(LANGUAGES),
        segment_s=pad_s,
        pad_s=pad_s,
        assumptions=facts.assumptions,
    )


def _ids_beyond_vocabulary(spec: AdapterSpec, tokens: list[int], vocab_size: int | None) -> list[str]:
    """Ids that the backbone's vocabulary does not have."""
    ids = (*tokens, *spec.prompt.before, *spec.prompt.after, *spec.end_ids, spec.blank_id or 0)
    beyond = sorted({item for item in ids if vocab_size is not None and item >= vocab_size})
    return [f"ids {beyond} lie beyond the backbone's vocabulary of {vocab_size}"] if beyond else []


def _with_activations(recognised: DetectedProjector, facts: _AdapterFacts) -> Any:
    """The projector's configuration with what the source says about its activations."""
    trees = facts.constants.trees
    kind = detect_activation(trees)
    enter = is_activated(trees, recognised.input_layer) if recognised.input_layer else True
    last = is_activated(trees, recognised.convolutions[-1])
    if kind is None:
        facts.assume("projector activation: GELU")
    if enter is None:
        facts.assume("projector: its entering layer is followed by the activation")
    if last is None:
        facts.assume("projector: each convolution is followed by the activation")
    if recognised.config.tail:
        facts.assume("projector: each linear layer behind the convolutions but the last is followed by the activation")
    return replace(
        recognised.config,
        activation=kind or "gelu",
        enter_activation=enter is not False,
        last_activation=last is not False,
    )


def _find_end_ids(facts: _AdapterFacts, tokenizer: Tokenizer) -> tuple[int, ...]:
    found = facts.constants.find(*CONSTANT_PATTERNS["end tokens"], kind=(int, list, tuple))
    value = found.value if found else facts.generation.get("eos_token_id")
    if found is None:
        value = value or [token for text in END_TOKENS if (token := tokenizer.token_to_id(text)) is not None]
        facts.assume(f"end tokens: {value}, the backbone's own")
    ids = value if isinstance(value, list | tuple) else [value]
    return tuple(item for item in ids if isinstance(item, int) and not isinstance(item, bool))


def _find_repository(constants: SourceConstants, kind: Component) -> str | None:
    """The repository an adapter names as its encoder or backbone."""
    return next(
        (str(text.value) for text in constants.strings() if REPOSITORY_PATTERNS[kind].fullmatch(text.value)), None
    )


def _repository_or_default(facts: _AdapterFacts, kind: Component) -> str:
    named = _find_repository(facts.constants, kind)
    if named is None:
        facts.assume(f"{kind}: {DEFAULT_REPOSITORIES[kind]}")
    return named or DEFAULT_REPOSITORIES[kind]


def _load_chat_template(folder: Path) -> ChatTemplate | None:
    """Renders messages with the backbone's own template, which transformers runs in a sandbox; None where there is none."""
    path = folder / "chat_template.jinja"
    template = (
        path.read_text(encoding="utf-8")
        if path.is_file()
        else _read_json(folder / "tokenizer_config.json").get("chat_template")
    )
    if not isinstance(template, str):
        return None
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(folder / "tokenizer.json"), bos_token="<bos>", eos_token="<eos>", pad_token="<pad>"
    )

    def render(messages: list[Any], options: dict[str, Any]) -> str:
        return str(tokenizer.apply_chat_template(messages, chat_template=template, tokenize=False, **options))

    return render


def _load_tokenizer(folder: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as broken:  # tokenizers raises bare Exception
        raise _unreadable_error(folder / "tokenizer.json", broken) from broken


def _read_json(path: Path) -> dict[str, Any]:
    """A JSON object, empty where there is no file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as broken:
        raise _unreadable_error(path, broken) from broken
    return content if isinstance(content, dict) else {}


def _unreadable_error(path: Path, broken: Exception) -> ModelError:
    return ModelError("{file} cannot be read.", "{reason}.", "Download it again.", file=path, reason=broken)
