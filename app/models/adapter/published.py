"""The published layout: ``diffusion_asr_small.pt`` beside ``model.py``, ``audio.py`` and ``inference.py``.

Shapes come from the tensors. Values that tensors do not hold come from the checkpoint's configuration, else from the source
(parsed, never run), else from the profile, else from the backbone's settings; the latter and defaults are named in
``AdapterSpec.assumptions`` and logged. ``AdapterSpec.origins`` says for each value which it was. The README of this folder says
why.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedTokenizerFast

from app.errors import ModelError
from app.models.catalog import CATALOG, PUBLISHED_CHECKPOINT, model_name
from app.models.weights_location import Component, locate_weights
from app.models.whisper import is_whisper, whisper_title

from .native import log_assumptions, read_native, write_native, write_tensors
from .profile import PROFILE
from .projector_detection import NORM_EPS, DetectedProjector, detect_projector, format_shapes, read_norm
from .prompt import Prompt
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
END_TOKENS = ("<eos>", "<turn|>", "<end_of_turn>")
CONSTANT_PATTERNS = {  # regular expressions for the names that authors give, the surest first
    "subsampling": (r"\w*subsampl\w*", r"\w*downsampl\w*"),
    "LoRA alpha": (r"lora_?alpha", r"\w*lora\w*(\.\w+)*\.alpha"),
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
    "steps": (r"\w*(denois\w*|diffusion|inference|sampling)_steps", r"(num_|n_)?steps"),
    "stability": (r"stability(_threshold|_steps)?",),
    "confidence": (r"confidence(_threshold)?",),
    "pad token": (r"pad_token_id", r"pad_id"),
    "end tokens": (r"(eos|end|stop)(_token)?_ids?", r"(eos|stop)_tokens?", r"eos"),
    "CTC blank": (r"(ctc_)?blank(_token)?(_id)?",),
    "seconds of a segment": (r"(segment|chunk|split|target)_(s|secs?|seconds)",),
    "seconds of the window of a cut": (r"(search_|split_|cut_)?window_(s|secs?|seconds)",),
}


RUN_TIME_VALUES = {
    "canvas length", "steps", "entropy bound", "first temperature", "last temperature", "stability", "confidence",
    "seconds of a segment", "seconds of the window of a cut",
}  # fmt: skip
"""Those for which ``inference.py`` and the profile come before ``model.py``, whose defaults are those of training."""


MAX_STEPS = 128
"""More are no steps of decoding."""


def is_published(folder: Path) -> bool:
    """Whether a folder holds a published adapter that was not installed in the native layout."""
    return (folder / PUBLISHED_CHECKPOINT).is_file() and not (folder / "adapter.json").exists()


def model_title(folder: Path) -> str:
    """Return the title of the model in a folder, of either layout or Whisper; raises ``ModelError`` where there is none."""
    if is_whisper(folder):
        return whisper_title(folder)
    if not is_published(folder):
        return read_native(folder).title
    name = model_name(folder)
    return next((model.title for model in CATALOG if model.name == name), name)


def locate_published_weights(folder: Path) -> tuple[Path, Path]:
    """Return the folders of the backbone and the encoder that a published adapter names; raises ``ModelError``."""
    _, constants = read_checkpoint(folder / PUBLISHED_CHECKPOINT)
    constants.add_sources(folder)
    title = model_title(folder)

    def locate(component: Component) -> Path:
        repository = _find_repository(constants, component) or PROFILE[component].value
        return locate_weights(folder, title, component, WeightsRef(repository=repository))

    return locate("backbone"), locate("encoder")


def read_published(folder: Path, backbone_folder: Path, encoder_folder: Path) -> tuple[AdapterSpec, AdapterTensors]:
    """Read a published adapter for the backbone and the encoder that it will run on.

    Raises:
        ModelError: a file cannot be read, or the adapter does not fit; lists everything that does not.
    """
    checkpoint, constants = read_checkpoint(folder / PUBLISHED_CHECKPOINT)
    unparsed = constants.add_sources(folder)
    facts = _AdapterFacts(
        constants,
        _read_json(backbone_folder / "config.json"),
        _read_json(backbone_folder / "generation_config.json"),
        unparsed,
    )
    tokenizer = _load_tokenizer(backbone_folder)
    facts.chat_template = _load_chat_template(backbone_folder)
    lora_tensors, projector_tensors = split_lora(checkpoint)
    problems: list[str] = []
    lora, renamed_lora = _read_lora(lora_tensors, facts, problems)
    width_in = _read_json(encoder_folder / "config.json").get("d_model")
    text_config = facts.backbone.get("text_config", facts.backbone)
    subsample = int(facts.told("subsampling", int))
    projector, projector_problems = detect_projector(
        projector_tensors, width_in, text_config.get("hidden_size"), subsample
    )
    problems += projector_problems
    if problems or projector is None:
        raise ModelError(
            "The adapter in {folder} is not laid out in a way Anneal knows.",
            "{problems}.",
            "Check that it is the right repository and revision, or use the adapter's own code (reference runner).",
            folder=folder,
            problems="; ".join(problems),
        )
    projector = _with_norm(projector, facts)
    spec = _build_spec(folder, projector, lora, facts, tokenizer)
    problems = validate(spec) + _ids_beyond_vocabulary(spec, facts.special_token_ids, text_config.get("vocab_size"))
    if problems:
        raise ModelError(
            "The adapter in {folder} contradicts itself.",
            "{problems}.",
            "Check its repository and revision.",
            folder=folder,
            problems="; ".join(problems),
        )
    log_assumptions(spec)
    return spec, AdapterTensors(projector.tensors, renamed_lora)


def read_spec(folder: Path) -> AdapterSpec:
    """Read the description of the model in a folder of either layout; raises ``ModelError``."""
    return read_published(folder, *locate_published_weights(folder))[0] if is_published(folder) else read_native(folder)


def convert_to_native(folder: Path, backbone_folder: Path, encoder_folder: Path, target_folder: Path) -> AdapterSpec:
    """Write a published adapter to ``target_folder`` in the native layout.

    Backbone and encoder are referred to by repository and, where known, revision.
    """
    spec, tensors = read_published(folder, backbone_folder, encoder_folder)
    spec = replace(
        spec,
        backbone=replace(spec.backbone, revision=_snapshot_revision(backbone_folder)),
        encoder=replace(spec.encoder, revision=_snapshot_revision(encoder_folder)),
        training={"adapter": spec.name, "revision": _snapshot_revision(folder)},
    )
    target_folder.mkdir(parents=True, exist_ok=True)
    write_tensors(target_folder, tensors)
    write_native(target_folder, spec)  # last: a folder with an adapter.json is complete
    return spec


def _snapshot_revision(folder: Path) -> str | None:
    """Return the revision of a hub snapshot; None for another folder."""
    return folder.name if folder.parent.name == "snapshots" else None


class _AdapterFacts:
    """Values of an adapter, looked up in constants and in the backbone's settings, and the assumptions made meanwhile."""

    def __init__(
        self, constants: SourceConstants, backbone: dict[str, Any], generation: dict[str, Any], assumptions: list[str]
    ) -> None:
        self.constants, self.backbone, self.generation = constants, backbone, generation
        self._assumptions = list(assumptions)
        self.origins: dict[str, str] = {}
        """Where each value was found."""
        self.chat_template: ChatTemplate | None = None
        self.special_token_ids: list[int] = []
        """Those that the adapter names by id."""

    def assume(self, name: str, note: str) -> None:
        """Note an assumption about a value."""
        self.origins[name] = "assumed"
        self.note(f"{name}: {note}")

    def note(self, sentence: str) -> None:
        """Note a sentence that belongs to the assumptions."""
        self._assumptions.append(sentence)

    def told(self, name: str, kind: type | tuple[type, ...]) -> Any:
        """Return a value of the adapter's files, else of its profile; None where neither has one."""
        patterns = CONSTANT_PATTERNS[name]
        constant = None
        if name in RUN_TIME_VALUES:
            constant = self.constants.find(*patterns, kind=kind, sources=("checkpoint", "inference.py"))
        if constant is None and not (name in RUN_TIME_VALUES and name in PROFILE):
            constant = self.constants.find(*patterns, kind=kind)
        if constant is None:
            return self.profile_value(name) if name in PROFILE else None
        self.origins[name] = constant.source
        return constant.value

    def profile_value(self, name: str) -> Any:
        """Return a value of the profile, and note it as the origin."""
        self.origins[name] = PROFILE[name].source
        return PROFILE[name].value

    @property
    def assumptions(self) -> tuple[str, ...]:
        return (*self._assumptions, *self.constants.contradictions)

    def number(self, name: str, backbone_value: Any, default: float) -> float:
        """Return a number of the adapter, else ``backbone_value`` or ``default``, both of which are assumptions."""
        value = self.told(name, (int, float))
        if value is not None:
            return float(value)
        if isinstance(backbone_value, int | float):
            self.assume(name, f"{backbone_value:g}, the backbone's own")
            return float(backbone_value)
        self.assume(name, f"{default:g}")
        return default

    def special_token_id(self, name: str, texts: tuple[str, ...], tokenizer: Tokenizer) -> int:
        """Return the id of a special token: the adapter's, its profile's, or that of the first of ``texts`` in the vocabulary.

        Raises:
            ModelError: the adapter has none, and the vocabulary has none of ``texts``.
        """
        constant = self.constants.find(*CONSTANT_PATTERNS[name], kind=(int, str))
        if constant is not None and isinstance(constant.value, int):
            self.special_token_ids.append(constant.value)
            self.origins[name] = constant.source
            return constant.value
        if constant is None and tokenizer.id_to_token(PROFILE[name].value) is not None:
            return int(self.profile_value(name))
        named = [] if constant is None else [str(constant.value)]
        for text in (*named, *texts):
            token_id = tokenizer.token_to_id(text)
            if token_id is not None:
                if text not in named:
                    self.assume(name, f"{token_id}, which is {text} in the backbone's vocabulary")
                elif constant is not None:
                    self.origins[name] = constant.source
                return int(token_id)
        raise ModelError(
            "The adapter's {part} is unknown.",
            "Neither checkpoint nor sources tell it, and the backbone's vocabulary has none of {texts}.",
            "Check that adapter and backbone belong together.",
            part=name,
            texts=", ".join(texts),
        )


def _read_lora(
    modules: dict[str, dict[str, Tensor]], facts: _AdapterFacts, problems: list[str]
) -> tuple[LoraSpec | None, dict[str, Tensor]]:
    """Return the LoRA of a checkpoint and its tensors by the names of ``speech.model.lora``; misfits join ``problems``."""
    if not modules:
        return None, {}
    per_tower = any(len(lora_target_paths(module)) == 1 for module in modules)
    tensors: dict[str, Tensor] = {}
    ranks: dict[int, str] = {}
    for module, sides in modules.items():
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
    facts.origins["LoRA rank"] = "checkpoint"
    targets = tuple(sorted({name.split(".")[-2] for name in tensors}))
    return LoraSpec(rank, _lora_alpha(rank, facts), targets, per_tower), tensors


def _lora_alpha(rank: int, facts: _AdapterFacts) -> float:
    """Return alpha of ``scale = alpha / rank``; the profile's gives its scale at any rank."""
    alpha = float(facts.told("LoRA alpha", (int, float)))
    from_profile = facts.origins["LoRA alpha"] == PROFILE["LoRA alpha"].source
    return alpha * rank / PROFILE["LoRA rank"].value if from_profile else alpha


def _build_spec(
    folder: Path, projector: DetectedProjector, lora: LoraSpec | None, facts: _AdapterFacts, tokenizer: Tokenizer
) -> AdapterSpec:
    """Build the spec from what was detected and looked up; every value found nowhere becomes an assumption."""
    generation = facts.generation
    audio_ids = AudioTokenIds(
        begin=facts.special_token_id("begin-of-audio token", ("<|audio>", "<start_of_audio>"), tokenizer),
        audio=facts.special_token_id("audio token", ("<|audio|>", "<audio_soft_token>"), tokenizer),
        end=facts.special_token_id("end-of-audio token", ("<audio|>", "<end_of_audio>"), tokenizer),
    )
    prompt = _find_prompt(facts, tokenizer, audio_ids)
    defaults = SamplerConfig()
    sampler = SamplerConfig(
        entropy_bound=float(facts.told("entropy bound", (int, float))),
        t_max=float(facts.told("first temperature", (int, float))),
        t_min=float(facts.told("last temperature", (int, float))),
        stability=int(facts.number("stability", generation.get("stability_threshold"), defaults.stability)),
        confidence=facts.number("confidence", generation.get("confidence_threshold"), defaults.confidence),
    )
    pad = facts.constants.find(*CONSTANT_PATTERNS["pad token"], kind=int)
    steps = facts.told("steps", int)
    if not 1 <= steps <= MAX_STEPS:  # those of training
        steps = facts.profile_value("steps")
    pad_s = float(facts.profile_value("seconds clips are padded to"))
    segment_s, segment_window_s = _find_segment(facts, pad_s)
    end_ids = _find_end_ids(facts, tokenizer)
    return AdapterSpec(
        name=model_name(folder),
        title=model_title(folder),
        encoder=WeightsRef(repository=_told_repository(facts, "encoder")),
        backbone=WeightsRef(repository=_told_repository(facts, "backbone")),
        projector=replace(projector.config, activation=facts.profile_value("projector activation")),
        prompt=prompt,
        end_ids=end_ids,
        pad_id=int(pad.value) if pad else int(generation.get("pad_token_id") or 0),
        blank_id=facts.told("CTC blank", int),
        ctc_softcap=facts.profile_value("CTC softcap"),
        steps=steps,
        guidance=float(facts.profile_value("guidance") or 1.0),
        untrained_tail=facts.profile_value("tail trained") is False,
        remove_repetitions=facts.profile_value("repetitions removed") is True,
        canvas=CanvasConfig(facts.told("canvas length", int)),
        sampler=sampler,
        lora=lora,
        languages=tuple(facts.profile_value("languages")),
        segment_s=segment_s,
        segment_window_s=segment_window_s,
        pad_s=pad_s,
        origins=facts.origins,
        assumptions=facts.assumptions,
    )


def _ids_beyond_vocabulary(spec: AdapterSpec, special_token_ids: list[int], vocab_size: int | None) -> list[str]:
    """Return a clause that lists the ids that the backbone's vocabulary lacks; empty where it has all."""
    ids = (*special_token_ids, *spec.prompt.before, *spec.prompt.after, *spec.end_ids, spec.blank_id or 0)
    beyond = sorted({token_id for token_id in ids if vocab_size is not None and token_id >= vocab_size})
    return [f"ids {beyond} lie beyond the backbone's vocabulary of {vocab_size}"] if beyond else []


def _with_norm(projector: DetectedProjector, facts: _AdapterFacts) -> DetectedProjector:
    """Return the projector with the LayerNorm that ends it: the checkpoint's, else the source's, else the profile's."""
    name = "projector norm"
    told = read_norm(facts.constants.trees)
    if projector.has_norm:
        facts.origins[name] = "checkpoint"
    elif told is None:
        norm = facts.profile_value(name)
        facts.note(f"{name}: a {norm} without weights behind the last layer ({PROFILE[name].source})")
    else:
        facts.origins[name] = "source"
        if not told.present:
            facts.note(f"{name}: none, as in the source, though there is one in {PROFILE[name].source}")
            return projector
    if told is None or told.eps is None:
        facts.note(f"{name}: its epsilon is {NORM_EPS:g}")
    return projector.with_norm((told and told.eps) or NORM_EPS)


def _find_segment(facts: _AdapterFacts, pad_s: float) -> tuple[float, float | None]:
    """Return ``segment_s`` and ``segment_window_s``; without a window segments may be as long as padded clips."""
    segment_s, window_s = (
        facts.told(name, (int, float)) for name in ("seconds of a segment", "seconds of the window of a cut")
    )
    if segment_s is None or window_s is None or segment_s + window_s / 2 > pad_s:
        return pad_s, None
    facts.note(
        f"seconds of the window of a cut: {window_s:g} s are {window_s / 2:g} s to either side of {segment_s:g} s"
    )
    return float(segment_s), float(window_s)


def _find_end_ids(facts: _AdapterFacts, tokenizer: Tokenizer) -> tuple[int, ...]:
    """Return the ids that end a transcript: the adapter's, else the backbone's, which is an assumption."""
    constant = facts.constants.find(*CONSTANT_PATTERNS["end tokens"], kind=(int, list, tuple))
    value = constant.value if constant else facts.generation.get("eos_token_id")
    if constant is not None:
        facts.origins["end tokens"] = constant.source
    else:
        value = value or [token for text in END_TOKENS if (token := tokenizer.token_to_id(text)) is not None]
        facts.assume("end tokens", f"{value}, the backbone's own")
    ids = value if isinstance(value, list | tuple) else [value]
    return tuple(token_id for token_id in ids if isinstance(token_id, int) and not isinstance(token_id, bool))


def _find_prompt(facts: _AdapterFacts, tokenizer: Tokenizer, audio_ids: AudioTokenIds) -> Prompt:
    """Return the prompt that the files tell, in the profile's order where they tell the instruction's words alone."""
    prompt, assumptions = detect_prompt(facts.constants, tokenizer, audio_ids, facts.chat_template)
    facts.origins["prompt"] = "assumed" if assumptions else "files"
    for assumption in assumptions:
        facts.note(assumption)
    if not audio_ids.enclose_audio(prompt):
        order = PROFILE["prompt"]
        facts.note(f"prompt: as the files have it, though it is {order.value} in {order.source}")
    return prompt


def _find_repository(constants: SourceConstants, component: Component) -> str | None:
    """Return the repository that an adapter names as its encoder or backbone; None where it names none."""
    names = (str(constant.value) for constant in constants.strings())
    return next((name for name in names if REPOSITORY_PATTERNS[component].fullmatch(name)), None)


def _told_repository(facts: _AdapterFacts, component: Component) -> str:
    """Return the repository of the encoder or backbone: the files', else the profile's."""
    repository = _find_repository(facts.constants, component)
    if repository is None:
        return str(facts.profile_value(component))
    facts.origins[component] = "files"
    return repository


def _load_chat_template(folder: Path) -> ChatTemplate | None:
    """Return a function that renders the backbone's chat template, which transformers runs in a sandbox; None without one."""
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
    """Read a JSON object; empty where there is no file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as broken:
        raise _unreadable_error(path, broken) from broken
    return content if isinstance(content, dict) else {}


def _unreadable_error(path: Path, broken: Exception) -> ModelError:
    return ModelError("{file} cannot be read.", "{reason}.", "Download it again.", file=path, reason=broken)
