"""Loads encoder, projector, LoRA and backbone from disk and assembles a ``SpeechModel`` of them."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import DiffusionGemmaConfig, DiffusionGemmaForBlockDiffusion
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from app.errors import ModelError, reason_of, translatable
from app.models.adapter.native import log_assumptions, read_native, read_tensors
from app.models.adapter.published import is_published, locate_published_weights, read_published
from app.models.adapter.spec import AdapterSpec, AdapterTensors
from app.models.placement import LoadMode
from app.models.quantization.streamed_backbone import load_streamed_backbone
from app.models.weights_location import locate_weights
from app.speech.vocabulary import Vocabulary

from .encoder import SAMPLES_PER_FRAME, AcousticEncoder
from .lora import load_lora
from .ngram_lm import NGRAM_FILE, NGramFile
from .projector import Projector
from .speech_model import SpeechModel

SILENCE_SAMPLES = 8 * SAMPLES_PER_FRAME
"""What a model must hear without failing as it is loaded."""


def text_only_config(text: dict[str, object]) -> DiffusionGemmaConfig:
    """Return a DiffusionGemma configuration whose vision tower, which never runs, is as small as it can be.

    ``text`` holds the fields of the text configuration, and the backbone's ``canvas_length``.
    """
    text = dict(text)
    canvas_length = int(text.pop("canvas_length", 192))  # type: ignore[call-overload]
    vision = {
        "model_type": "gemma4_vision",
        "hidden_size": 8,
        "intermediate_size": 8,
        "num_hidden_layers": 1,
        "num_attention_heads": 1,
        "num_key_value_heads": 1,
        "head_dim": 8,
    }
    return DiffusionGemmaConfig(text_config=text, vision_config=vision, canvas_length=canvas_length)


def save_backbone(folder: Path, backbone: DiffusionGemmaForBlockDiffusion, dtype: torch.dtype = torch.float16) -> None:
    """Write ``config.json`` and ``model.safetensors``: tied weights once, no vision tower."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {
        name: value.detach().to(dtype).contiguous()
        for name, value in backbone.state_dict().items()
        if name.startswith("model.decoder.")
    }
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    backbone.config.save_pretrained(folder)


def load_backbone(folder: Path) -> DiffusionGemmaForBlockDiffusion:
    """Read what ``save_backbone`` wrote, in fp32. Raises ``ModelError`` where a file is missing, damaged or does not fit."""
    try:
        config = DiffusionGemmaConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
        backbone = DiffusionGemmaForBlockDiffusion(config)
        weights = {name: value.float() for name, value in load_file(folder / "model.safetensors").items()}
        missing, unexpected = backbone.load_state_dict(weights, strict=False)
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise ModelError(
            "The backbone in {folder} cannot be read.",
            "{reason}.",
            "Install the model again.",
            folder=folder,
            reason=reason_of(error),
        ) from error
    lost_keys = [name for name in missing if name.startswith("model.decoder.")]
    if lost_keys or unexpected:
        raise ModelError(
            "The backbone in {folder} does not fit its configuration.",
            "Missing: {missing}. Unknown: {unknown}.",
            "Install the model again.",
            folder=folder,
            missing=", ".join(lost_keys) or translatable("nothing"),
            unknown=", ".join(unexpected) or translatable("nothing"),
        )
    if config.text_config.num_experts == 1:
        skip_routing(backbone)
    return backbone.eval()


def skip_routing(backbone: nn.Module) -> None:
    """Let a single expert compute its product without routing tokens to it: the same numbers, sooner."""
    for module in backbone.modules():
        if isinstance(module, DiffusionGemmaTextExperts):
            module.forward = types.MethodType(_single_expert, module)


def _single_expert(experts: DiffusionGemmaTextExperts, hidden: Tensor, _index: Tensor, weights: Tensor) -> Tensor:
    """``DiffusionGemmaTextExperts.forward`` for one expert, which gets every token (tokens, hidden)."""
    gate, up = nn.functional.linear(hidden, experts.gate_up_proj[0]).chunk(2, dim=-1)
    return (nn.functional.linear(experts.act_fn(gate) * up, experts.down_proj[0]) * weights).to(hidden.dtype)


def load_projector(spec: AdapterSpec, weights: Mapping[str, Tensor]) -> Projector:
    """Return the adapter's projector in fp32. Raises ``ModelError`` with every key and shape that does not fit."""
    projector = Projector(spec.projector)
    expected = projector.state_dict()
    problems = [f"{name} {tuple(value.shape)}: unknown" for name, value in weights.items() if name not in expected]
    for name, value in expected.items():
        if name not in weights:
            problems.append(f"{name} {tuple(value.shape)}: missing")
        elif weights[name].shape != value.shape:
            problems.append(f"{name}: is {tuple(weights[name].shape)}, must be {tuple(value.shape)}")
    if problems:
        raise ModelError(
            "The projector of {model} does not fit its description.",
            "{problems}.",
            "Install it again.",
            model=spec.title,
            problems="; ".join(problems),
        )
    projector.load_state_dict({name: value.float() for name, value in weights.items()})
    return projector


def assemble(
    spec: AdapterSpec,
    tensors: AdapterTensors,
    encoder: AcousticEncoder,
    backbone: DiffusionGemmaForBlockDiffusion,
    vocabulary: Vocabulary,
    device: str | torch.device,
    dtype: torch.dtype,
) -> SpeechModel:
    """Assemble the parts on their device, LoRA beside the tied attention. Raises ``ModelError`` where widths do not match."""
    projector = load_projector(spec, tensors.projector)
    hidden_size = backbone.config.text_config.hidden_size
    if (spec.projector.width_in, spec.projector.width_out) != (encoder.width, hidden_size):
        raise ModelError(
            "The parts of {model} do not belong together.",
            "Its projector leads from {width_in} to {width_out}, but the encoder's frames are {frame_width} wide and the "
            "backbone's tokens {token_width}.",
            "Check which encoder and backbone the adapter names.",
            model=spec.title,
            width_in=spec.projector.width_in,
            width_out=spec.projector.width_out,
            frame_width=encoder.width,
            token_width=hidden_size,
        )
    if spec.lora is not None:
        load_lora(backbone, spec.lora, tensors.lora)
    model = SpeechModel(spec, encoder, projector, backbone, vocabulary)
    # Rotary frequencies stay fp32: rounded to bf16 they would turn distant positions by whole radians.
    rotary = {name: buffer.float() for name, buffer in model.named_buffers() if name.endswith("inv_freq")}
    encoder.to(device=device, dtype=dtype)
    backbone.to(device=device, dtype=dtype)
    projector.to(device=device, dtype=dtype if spec.projector.norm_eps is None else torch.float32)
    for name, buffer in rotary.items():
        owner, _, leaf = name.rpartition(".")
        setattr(model.get_submodule(owner), leaf, buffer.to(device))
    if model.device.type == "cpu" and dtype == torch.bfloat16:  # flash attention gains nothing from bf16 on a CPU
        encoder.whisper.set_attn_implementation("eager")
    model.eval().requires_grad_(False)
    _require_finite_audio_tokens(model)
    return model


@torch.inference_mode()
def _require_finite_audio_tokens(model: SpeechModel) -> None:
    """Run encoder and projector on a moment of silence; raise ``ModelError`` where they make no numbers of it."""
    frames, lengths = model.encoder.encode([model.encoder.mel(np.zeros(SILENCE_SAMPLES, np.float32))])
    frames = frames.to(model.projector.leave.weight.dtype)
    if frames.isfinite().all() and model.projector(frames, lengths).isfinite().all():
        return
    parts = {"encoder": model.encoder, "projector": model.projector}
    weights = (
        (f"{part}.{name}", weight) for part, module in parts.items() for name, weight in module.named_parameters()
    )
    raise ModelError(
        "{model} cannot hear.",
        "Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.",
        "Install it again.",
        model=model.spec.title,
        weights=next((name for name, weight in weights if not weight.isfinite().all()), translatable("none")),
    )


def load_model(
    folder: Path,
    device: str | torch.device = "cpu",
    dtype: torch.dtype = torch.float32,
    load_mode: LoadMode = "bf16",
    cache_dir: Path | None = None,
) -> SpeechModel:
    """Assemble the model in a folder of either layout; ``locate_weights`` finds its encoder and backbone.

    A backbone from the hub is loaded in ``load_mode``; its int4 experts, if any, are cached in ``cache_dir``.
    """
    if is_published(folder):
        backbone_folder, encoder_folder = locate_published_weights(folder)
        return load_published(folder, backbone_folder, encoder_folder, device, dtype, load_mode, cache_dir)
    spec = read_native(folder)
    log_assumptions(spec)
    tensors = read_tensors(folder, spec)
    encoder = AcousticEncoder.from_folder(locate_weights(folder, spec.title, "encoder", spec.encoder))
    backbone_folder = locate_weights(folder, spec.title, "backbone", spec.backbone)
    ships_backbone = spec.backbone.folder is not None
    if ships_backbone:
        backbone = load_backbone(backbone_folder)
    else:
        backbone = load_streamed_backbone(backbone_folder, device, dtype, load_mode, cache_dir=cache_dir)
    tokenizer_file = folder / "tokenizer.json"
    if not tokenizer_file.is_file() and not ships_backbone:
        tokenizer_file = backbone_folder / tokenizer_file.name
    vocabulary = Vocabulary.from_file(tokenizer_file, spec.end_ids)
    model = assemble(spec, tensors, encoder, backbone, vocabulary, device, dtype)
    model.ngrams = NGramFile(folder / NGRAM_FILE) if spec.fusion is not None else None
    return model


def load_published(
    folder: Path,
    backbone_folder: Path,
    encoder_folder: Path,
    device: str | torch.device = "cpu",
    dtype: torch.dtype = torch.float32,
    load_mode: LoadMode = "bf16",
    cache_dir: Path | None = None,
) -> SpeechModel:
    """Assemble the model of an adapter in the published layout, a DiffusionGemma repository and a Whisper repository.

    Raises ``ModelError`` where one is missing or they do not belong together.
    """
    spec, tensors = read_published(folder, backbone_folder, encoder_folder)
    encoder = AcousticEncoder.from_folder(encoder_folder)
    backbone = load_streamed_backbone(backbone_folder, device, dtype, load_mode, cache_dir=cache_dir)
    vocabulary = Vocabulary.from_file(backbone_folder / "tokenizer.json", spec.end_ids)
    return assemble(spec, tensors, encoder, backbone, vocabulary, device, dtype)
