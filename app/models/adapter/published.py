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
from app.models.catalog import INTERFAZE_SMALL, KNOWN
from app.models.weights_location import Kind, part_folder
from app.speech.model.lora import TOWERS

from .native import contradictions, log_assumptions, read_native, write_native, write_tensors
from .projector_detection import Recognised, activated, activation_of, recognise, shapes
from .prompt_detection import ChatTemplate, Marks, find_prompt
from .published_checkpoint import backbone_paths, read_checkpoint, split_lora
from .source_constants import Constants
from .spec import AdapterSpec, AdapterTensors, Canvas, Lora, Part, Sampler

CHECKPOINT = "diffusion_asr_small.pt"
REPOSITORIES: dict[Kind, re.Pattern[str]] = {
    "encoder": re.compile(r"[\w.-]+/whisper[\w.-]*", re.I),
    "backbone": re.compile(r"[\w.-]+/diffusion-?gemma[\w.-]*", re.I),
}
PART_OF = {repository.part: repository.name for repository in INTERFAZE_SMALL.repositories}
END_TEXTS = ("<eos>", "<turn|>", "<end_of_turn>")
NAMES = {  # regular expressions for what authors call things, the surest first
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
    return (folder / CHECKPOINT).is_file() and not (folder / "adapter.json").exists()


def model_name(folder: Path) -> str:
    """The repository's name of a hub snapshot (``models--OWNER--NAME/snapshots/REVISION``), else the folder's."""
    return folder.parent.parent.name.rpartition("--")[2] if folder.parent.name == "snapshots" else folder.name


def title_of(folder: Path) -> str:
    """What to call the model in a folder of either layout; ``ModelError`` where there is none."""
    if not is_published(folder):
        return read_native(folder).title
    name = model_name(folder)
    return next((known.title for known in KNOWN if known.name == name), name)


def published_parts(folder: Path) -> tuple[Path, Path]:
    """The backbone and the encoder that a published adapter names, as ``part_folder`` finds them; ``ModelError``."""
    _, constants = read_checkpoint(folder / CHECKPOINT)
    constants.add_sources(folder)
    title = title_of(folder)
    kinds: tuple[Kind, Kind] = ("backbone", "encoder")
    backbone, encoder = (
        part_folder(folder, title, kind, Part(repository=_named_repository(constants, kind) or PART_OF[kind]))
        for kind in kinds
    )
    return backbone, encoder


def read_published(folder: Path, backbone_folder: Path, encoder_folder: Path) -> tuple[AdapterSpec, AdapterTensors]:
    """Read a published adapter for the backbone and encoder it will run on. One ``ModelError`` lists all that does not fit."""
    named, constants = read_checkpoint(folder / CHECKPOINT)
    notes = constants.add_sources(folder)
    facts = _Facts(
        constants, _json(backbone_folder / "config.json"), _json(backbone_folder / "generation_config.json"), notes
    )
    tokenizer = _tokenizer(backbone_folder)
    facts.chat = _chat_template(backbone_folder)
    lora_tensors, others = split_lora(named)
    problems: list[str] = []
    lora, lora_named = _lora(lora_tensors, facts, problems)
    width_in = _json(encoder_folder / "config.json").get("d_model")
    width_out = facts.backbone.get("text_config", facts.backbone).get("hidden_size")
    subsample = constants.find(*NAMES["subsampling"], kind=int)
    recognised, misfits = recognise(others, width_in, width_out, int(subsample.value) if subsample else None)
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
    spec = _spec(folder, recognised, lora, facts, tokenizer)
    wrong = contradictions(spec) + _beyond(
        spec, facts.tokens, facts.backbone.get("text_config", facts.backbone).get("vocab_size")
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


def install(folder: Path, backbone_folder: Path, encoder_folder: Path, into: Path) -> AdapterSpec:
    """Write a published adapter to ``into`` in the native layout, its parts named by repository and, where known, revision."""
    spec, tensors = read_published(folder, backbone_folder, encoder_folder)
    spec = replace(
        spec,
        backbone=replace(spec.backbone, revision=_revision(backbone_folder)),
        encoder=replace(spec.encoder, revision=_revision(encoder_folder)),
        training={"adapter": spec.name, "revision": _revision(folder)},
    )
    into.mkdir(parents=True, exist_ok=True)
    write_tensors(into, tensors)
    write_native(into, spec)  # last: a folder with an adapter.json is whole
    return spec


def _revision(folder: Path) -> str | None:
    """The revision of a hub snapshot."""
    return folder.name if folder.parent.name == "snapshots" else None


class _Facts:
    """What can be looked up about an adapter, and what had to be assumed."""

    def __init__(
        self, constants: Constants, backbone: dict[str, Any], generation: dict[str, Any], notes: list[str]
    ) -> None:
        self.constants, self.backbone, self.generation = constants, backbone, generation
        self._assumed = list(notes)
        self.chat: ChatTemplate | None = None
        self.tokens: list[int] = []
        """Every special token that was asked for."""

    def assume(self, note: str) -> None:
        self._assumed.append(note)

    @property
    def assumed(self) -> tuple[str, ...]:
        return (*self._assumed, *self.constants.contradictions)

    def number(self, name: str, own: Any, otherwise: float) -> float:
        """A number of the adapter; else the backbone's ``own``, else ``otherwise``, both named as assumptions."""
        found = self.constants.find(*NAMES[name], kind=(int, float))
        if found is not None:
            return float(found.value)
        if isinstance(own, int | float):
            self.assume(f"{name}: {own:g}, the backbone's own")
            return float(own)
        self.assume(f"{name}: {otherwise:g}")
        return otherwise

    def token(self, name: str, texts: tuple[str, ...], tokenizer: Tokenizer) -> int:
        """A special token's id: the adapter's id or text, else the backbone's for one of ``texts``; else ``ModelError``."""
        found = self.constants.find(*NAMES[name], kind=(int, str))
        if found is not None and isinstance(found.value, int):
            self.tokens.append(found.value)
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


def _lora(
    found: dict[str, dict[str, Tensor]], facts: _Facts, problems: list[str]
) -> tuple[Lora | None, dict[str, Tensor]]:
    if not found:
        return None, {}
    per_tower = any(len(backbone_paths(module)) == 1 for module in found)
    tensors: dict[str, Tensor] = {}
    ranks: dict[int, str] = {}
    for module, sides in found.items():
        listed = shapes({f"{module}.{side}": value for side, value in sides.items()})
        paths = backbone_paths(module)
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
        names = paths if per_tower else [paths[0].removeprefix(TOWERS["encoder"])]
        for name in names:
            if f"{name}.A" in tensors and not torch.equal(tensors[f"{name}.A"], a):
                problems.append(f"two different LoRA for one layer: {listed}")
            tensors |= {f"{name}.A": a, f"{name}.B": b}
    if len(ranks) > 1:
        problems.append(f"LoRA of different ranks, which is not supported: {', '.join(ranks.values())}")
    if problems:
        return None, {}
    rank = next(iter(ranks))
    alpha = facts.constants.find(*NAMES["LoRA alpha"], kind=(int, float))
    scale = facts.constants.find(*NAMES["LoRA scale"], kind=(int, float))
    rooted = facts.constants.find(r"use_rslora", r"rslora")
    if alpha is not None:
        value = float(alpha.value) * (math.sqrt(rank) if rooted is not None and rooted.value is True else 1.0)
    elif scale is not None:
        value = float(scale.value) * rank
    else:
        value = 2.0 * rank
        facts.assume(f"LoRA alpha: {value:g}, twice the rank")
    targets = tuple(sorted({name.split(".")[-2] for name in tensors}))
    return Lora(rank, value, targets, per_tower), tensors


def _spec(folder: Path, recognised: Recognised, lora: Lora | None, facts: _Facts, tokenizer: Tokenizer) -> AdapterSpec:
    generation = facts.generation
    marks = Marks(
        begin=facts.token("begin-of-audio token", ("<|audio>", "<start_of_audio>"), tokenizer),
        audio=facts.token("audio token", ("<|audio|>", "<audio_soft_token>"), tokenizer),
        end=facts.token("end-of-audio token", ("<audio|>", "<end_of_audio>"), tokenizer),
    )
    prompt, said = find_prompt(facts.constants, tokenizer, marks, facts.chat)
    for note in said:
        facts.assume(note)
    config = _activations(recognised, facts)
    usual = Sampler()
    bound = (generation.get("sampler_config") or {}).get("entropy_bound")
    sampler = Sampler(
        entropy_bound=facts.number("entropy bound", bound, usual.entropy_bound),
        t_max=facts.number("first temperature", generation.get("t_max"), usual.t_max),
        t_min=facts.number("last temperature", generation.get("t_min"), usual.t_min),
        stability=int(facts.number("stability", generation.get("stability_threshold"), usual.stability)),
        confidence=facts.number("confidence", generation.get("confidence_threshold"), usual.confidence),
    )
    canvas = Canvas(int(facts.number("canvas length", facts.backbone.get("canvas_length"), Canvas().length)))
    pad = facts.constants.find(*NAMES["pad token"], kind=int)
    blank = facts.constants.find(*NAMES["CTC blank"], kind=int)
    if blank is None:
        facts.assume("CTC blank: found nowhere; it is calibrated on silence")
    languages = facts.constants.find(*NAMES["languages"], kind=(list, tuple, dict))
    known = tuple(code for code in LANGUAGES if languages is not None and code in languages.value)
    if not known:
        facts.assume(f"languages: {', '.join(LANGUAGES)}")
    pad_s = min(30.0, facts.number("seconds clips are padded to", None, 30.0))
    name = model_name(folder)
    end_ids = _end_ids(facts, tokenizer)
    encoder, backbone = _repository(facts, "encoder"), _repository(facts, "backbone")
    return AdapterSpec(
        name=name,
        title=title_of(folder),
        encoder=Part(repository=encoder),
        backbone=Part(repository=backbone),
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
        assumptions=facts.assumed,
    )


def _beyond(spec: AdapterSpec, tokens: list[int], vocab_size: int | None) -> list[str]:
    """Ids that the backbone's vocabulary does not have."""
    ids = (*tokens, *spec.prompt.before, *spec.prompt.after, *spec.end_ids, spec.blank_id or 0)
    beyond = sorted({item for item in ids if vocab_size is not None and item >= vocab_size})
    return [f"ids {beyond} lie beyond the backbone's vocabulary of {vocab_size}"] if beyond else []


def _activations(recognised: Recognised, facts: _Facts) -> Any:
    """The projector's configuration with what the source says about its activations."""
    trees = facts.constants.trees
    kind = activation_of(trees)
    enter = activated(trees, recognised.enter) if recognised.enter else True
    last = activated(trees, recognised.convolutions[-1])
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


def _end_ids(facts: _Facts, tokenizer: Tokenizer) -> tuple[int, ...]:
    found = facts.constants.find(*NAMES["end tokens"], kind=(int, list, tuple))
    value = found.value if found else facts.generation.get("eos_token_id")
    if found is None:
        value = value or [token for text in END_TEXTS if (token := tokenizer.token_to_id(text)) is not None]
        facts.assume(f"end tokens: {value}, the backbone's own")
    ids = value if isinstance(value, list | tuple) else [value]
    return tuple(item for item in ids if isinstance(item, int) and not isinstance(item, bool))


def _named_repository(constants: Constants, kind: Kind) -> str | None:
    """The repository an adapter names as its encoder or backbone."""
    return next((str(text.value) for text in constants.texts() if REPOSITORIES[kind].fullmatch(text.value)), None)


def _repository(facts: _Facts, kind: Kind) -> str:
    named = _named_repository(facts.constants, kind)
    if named is None:
        facts.assume(f"{kind}: {PART_OF[kind]}")
    return named or PART_OF[kind]


def _chat_template(folder: Path) -> ChatTemplate | None:
    """Renders messages with the backbone's own template, which transformers runs in a sandbox; None where there is none."""
    path = folder / "chat_template.jinja"
    template = (
        path.read_text(encoding="utf-8")
        if path.is_file()
        else _json(folder / "tokenizer_config.json").get("chat_template")
    )
    if not isinstance(template, str):
        return None
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(folder / "tokenizer.json"), bos_token="<bos>", eos_token="<eos>", pad_token="<pad>"
    )

    def render(messages: list[Any], options: dict[str, Any]) -> str:
        return str(tokenizer.apply_chat_template(messages, chat_template=template, tokenize=False, **options))

    return render


def _tokenizer(folder: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as broken:  # tokenizers raises bare Exception
        raise _unreadable(folder / "tokenizer.json", broken) from broken


def _json(path: Path) -> dict[str, Any]:
    """A JSON object, empty where there is no file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as broken:
        raise _unreadable(path, broken) from broken
    return content if isinstance(content, dict) else {}


def _unreadable(path: Path, broken: Exception) -> ModelError:
    return ModelError("{file} cannot be read.", "{reason}.", "Download it again.", file=path, reason=broken)
