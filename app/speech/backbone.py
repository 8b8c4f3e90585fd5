"""The model: frozen encoder, projector and DiffusionGemma, assembled. One class for every size.

    audio -> AcousticEncoder -> Projector -> audio tokens in the prompt's slots -> DiffusionGemma encoder (causal) -> KV cache
    canvas + cache -> DiffusionGemma decoder (bidirectional) -> logits over the vocabulary, one row per canvas position

Rows of a batch are padded on the right; each row's canvas takes the positions right behind its own prompt, so a row computes
what it would compute alone.
"""

from __future__ import annotations

import copy
import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import DiffusionGemmaConfig, DiffusionGemmaForBlockDiffusion, DynamicCache
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from ..models.adapter import AdapterSpec, AdapterTensors, log_assumptions, read_native, read_tensors
from ..models.fit import Way
from ..models.parts import part_folder
from ..models.published import is_published, published_parts, read_published
from ..models.streamed import load_streamed
from .encoder import SAMPLE_RATE_HZ, SAMPLES_PER_FRAME, AcousticEncoder
from .errors import ModelError, sentence
from .lora import load_lora
from .ngrams import FILE as NGRAMS
from .ngrams import NGramFile
from .projector import Projector
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .static_step import StaticStep


@dataclass
class Prefix:
    """What the decoder reads: the prompts' keys and values, and how long each row's prompt is."""

    cache: DynamicCache
    lengths: Tensor  # (batch,)
    sizes: list[int] = field(init=False)
    """``lengths``, known to the host."""
    masks: dict[tuple[int, ...], dict[str, Tensor] | None] = field(init=False, default_factory=dict, repr=False)
    """``SpeechModel.canvas_mask`` by the canvases' lengths: it is the same at every step."""
    rotary: dict[int, dict[str, tuple[Tensor, Tensor]]] = field(init=False, default_factory=dict, repr=False)
    """The rotary embeddings of each kind of layer, by the canvas's width; the same at every step, too."""

    def __post_init__(self) -> None:
        self.sizes = [int(length) for length in self.lengths.tolist()]

    def __len__(self) -> int:
        return len(self.sizes)

    def rows(self, keep: Tensor) -> Prefix:
        """The prefix of some rows only; ``keep`` (batch,) of bool or indices. This prefix stays as it is."""
        index = keep.nonzero().squeeze(-1) if keep.dtype == torch.bool else keep
        cache = copy.copy(self.cache)
        cache.layers = [copy.copy(layer) for layer in self.cache.layers]  # keeps what sliding layers count
        cache.batch_select_indices(index)
        return Prefix(cache, self.lengths[index])


class SpeechModel(nn.Module):
    """Encoder, projector and backbone with the adapter's choices.

    ``audio_tokens`` -> ``prefill`` -> ``canvas_logits`` per denoising step; ``ctc_logits`` reads the audio tokens alone.
    """

    def __init__(
        self,
        spec: AdapterSpec,
        encoder: AcousticEncoder,
        projector: Projector,
        backbone: DiffusionGemmaForBlockDiffusion,
        vocabulary: Vocabulary,
    ) -> None:
        super().__init__()
        self.spec = spec
        self.encoder = encoder
        self.projector = projector
        self.backbone = backbone
        self.vocabulary = vocabulary
        self.ngrams: NGramFile | None = None
        """What is usual in each language, where the adapter brings it."""
        self.recorded: StaticStep | None = None
        """What ``static_step`` recorded of the decoder; it goes with the model."""

    @property
    def device(self) -> torch.device:
        return self.projector.leave.weight.device

    @property
    def dtype(self) -> torch.dtype:
        return self.projector.leave.weight.dtype

    @property
    def vocab_size(self) -> int:
        return int(self.backbone.config.text_config.vocab_size)

    @property
    def token_s(self) -> float:
        """Seconds an audio token stands for."""
        return self.spec.projector.subsample * SAMPLES_PER_FRAME / SAMPLE_RATE_HZ

    def mel(self, clip: np.ndarray) -> Tensor:
        """What the encoder reads of a mono 16 kHz clip of at most 30 s, (mel, frames), on the host."""
        samples = 0 if self.spec.pad_s is None else round(self.spec.pad_s * SAMPLE_RATE_HZ)
        return self.encoder.mel(np.pad(clip, (0, max(0, samples - len(clip)))))

    def audio_tokens(self, clips: Sequence[np.ndarray | Tensor]) -> tuple[Tensor, Tensor]:
        """Audio tokens (batch, tokens, hidden) of clips, or of what ``mel`` made of them, and their counts (batch,)."""
        mels = [clip if isinstance(clip, Tensor) else self.mel(clip) for clip in clips]
        frames, lengths = self.encoder.encode(mels)
        return self.projector(frames.to(self.dtype), lengths), self.projector.token_counts(lengths)

    def prompt_embeds(self, tokens: Tensor, counts: Tensor, language: str) -> tuple[Tensor, Tensor]:
        """Prompts with the audio tokens in their slots, (batch, prompt, hidden), padded on the right; lengths (batch,)."""
        embed = self.backbone.model.encoder.get_input_embeddings()
        rows = []
        for row in range(tokens.shape[0]):
            ids = torch.tensor(self.spec.prompt.ids(int(counts[row]), language), device=tokens.device)
            embeds = embed(ids).to(tokens.dtype)
            slots = ids == self.spec.prompt.audio
            rows.append(embeds.masked_scatter(slots[:, None], tokens[row, : int(counts[row])]))
        lengths = torch.tensor([len(row) for row in rows], device=tokens.device)
        return nn.utils.rnn.pad_sequence(rows, batch_first=True), lengths

    def prefill(self, tokens: Tensor, counts: Tensor, language: str = "auto") -> Prefix:
        """Run the causal encoder over the prompts and keep its keys and values."""
        embeds, lengths = self.prompt_embeds(tokens, counts, language)
        inside = torch.arange(embeds.shape[1], device=embeds.device) < lengths[:, None]
        # Sliding layers keep only the batch's last keys, which are padding for its shorter rows: then keep all and mask.
        even = bool(inside.all())
        cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True)) if even else DynamicCache()
        self.backbone.model.encoder(inputs_embeds=embeds, attention_mask=inside, past_key_values=cache)
        return Prefix(cache, lengths)

    def canvas_logits(
        self,
        prefix: Prefix,
        canvas: Tensor,
        self_conditioning: Tensor | None = None,
        canvas_lengths: Sequence[int] | None = None,
    ) -> Tensor:
        """Logits (batch, canvas, vocab), float32, of canvases (batch, canvas) behind their prefixes.

        ``self_conditioning`` are the previous step's logits after its temperature, or None at the first step.
        ``canvas_lengths`` are the rows' own lengths where some canvases are padded.
        """
        steps = torch.arange(canvas.shape[1], device=canvas.device)
        return self.backbone(
            decoder_input_ids=canvas,
            past_key_values=prefix.cache,
            self_conditioning_logits=self_conditioning,
            decoder_position_ids=prefix.lengths[:, None] + steps,
            decoder_attention_mask=self.canvas_mask(prefix, canvas_lengths or [canvas.shape[1]] * len(prefix)),
        ).logits

    def canvas_states(
        self, prefix: Prefix, canvas: Tensor, expected: Tensor | None, canvas_lengths: Sequence[int]
    ) -> Tensor:
        """The decoder's states (batch, canvas, hidden), which the lm_head reads, of canvases (batch, canvas).

        As ``canvas_logits``, but self-conditioned on the mean embeddings (batch, canvas, hidden) under the previous step's
        logits, unscaled. Source: ``DiffusionGemmaDecoderModel.forward``, without what is the same at every step.
        """
        width = canvas.shape[1]
        if width not in prefix.rotary:
            prefix.rotary[width] = self.rotary(prefix.lengths, width)
        return self.decode(
            canvas, expected, prefix.cache, self.canvas_mask(prefix, canvas_lengths), prefix.rotary[width]
        )

    def rotary(self, prompt_lengths: Tensor, width: int) -> dict[str, tuple[Tensor, Tensor]]:
        """The rotary embeddings, for each kind of layer, of canvases behind prompts of such lengths (batch,)."""
        positions = prompt_lengths[:, None] + torch.arange(width, device=prompt_lengths.device)
        like = self.backbone.model.decoder.norm.weight  # for its device and precision
        embed = self.backbone.model.decoder.rotary_emb
        return {kind: embed(like, positions, kind) for kind in set(self.backbone.config.text_config.layer_types)}

    def decode(
        self,
        canvas: Tensor,
        expected: Tensor | None,
        cache: DynamicCache,
        masks: dict[str, Tensor] | None,
        rotary: dict[str, tuple[Tensor, Tensor]],
    ) -> Tensor:
        """The states of ``canvas_states`` from tensors alone: nothing of it depends on what they hold."""
        decoder = self.backbone.model.decoder
        embeds = decoder.embed_tokens(canvas)
        scale = decoder.embed_tokens.embed_scale.to(embeds.dtype)
        states = decoder.self_conditioning(embeds, torch.zeros_like(embeds) if expected is None else expected * scale)
        for kind, layer in zip(self.backbone.config.text_config.layer_types, decoder.layers, strict=True):
            mask = None if masks is None else masks[kind]
            states = layer(states, position_embeddings=rotary[kind], attention_mask=mask, past_key_values=cache)
        return decoder.norm(states)

    def canvas_mask(self, prefix: Prefix, canvas_lengths: Sequence[int]) -> dict[str, Tensor] | None:
        """Which keys the canvases see, (batch, 1, canvas, keys) for each kind of layer: their own prompt and canvas.

        Sliding layers see the prompt's last ``sliding_window - 1`` positions. None where nothing is to be hidden.
        """
        key = tuple(canvas_lengths)
        if key not in prefix.masks:
            prefix.masks[key] = self._canvas_mask(prefix, key)
        return prefix.masks[key]

    def _canvas_mask(self, prefix: Prefix, canvas_lengths: tuple[int, ...]) -> dict[str, Tensor] | None:
        config = self.backbone.config.text_config
        width = max(canvas_lengths)
        sizes = np.array(prefix.sizes)[:, None]
        own = np.arange(width) < np.array(canvas_lengths)[:, None]  # (batch, canvas)
        seen: dict[str, np.ndarray] = {}
        for kind, layer in zip(config.layer_types, prefix.cache.layers, strict=True):
            if kind not in seen:
                held = layer.keys.shape[2]
                at = np.arange(held) + layer.get_seq_length() - held  # positions of the keys that are kept
                prompt = at < sizes
                if kind == "sliding_attention":
                    prompt &= at >= sizes - config.sliding_window + 1
                seen[kind] = np.concatenate([prompt, own], axis=1)
        if all(mask.all() for mask in seen.values()):
            return None
        device = prefix.lengths.device
        return {
            kind: torch.from_numpy(mask).to(device)[:, None, None, :].expand(-1, 1, width, -1)
            for kind, mask in seen.items()
        }

    def ctc_logits(self, tokens: Tensor) -> Tensor:
        """Logits (batch, tokens, vocab), float32, the lm_head reads off the audio tokens alone, softcapped like all others."""
        cap = self.backbone.final_logit_softcapping
        return torch.tanh(self.backbone.lm_head(tokens).float() / cap) * cap


def small_config(text: dict[str, object]) -> DiffusionGemmaConfig:
    """A DiffusionGemma configuration of any size whose vision tower, which we never run, is as small as it can be."""
    vision = {
        "hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1,
        "num_key_value_heads": 1, "head_dim": 8,
    }  # fmt: skip
    canvas = int(text.pop("canvas_length", 192))  # type: ignore[call-overload]
    return DiffusionGemmaConfig(
        text_config=text, vision_config={"model_type": "gemma4_vision", **vision}, canvas_length=canvas
    )


def save_backbone(folder: Path, backbone: DiffusionGemmaForBlockDiffusion, dtype: torch.dtype = torch.float16) -> None:
    """Write ``config.json`` and ``model.safetensors``: tied weights once, no vision tower."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        name: value.detach().to(dtype).contiguous()
        for name, value in backbone.state_dict().items()
        if name.startswith("model.decoder.")
    }
    save_file(kept, folder / "model.safetensors", {"format": "pt"})
    backbone.config.save_pretrained(folder)


def load_backbone(folder: Path) -> DiffusionGemmaForBlockDiffusion:
    """Read what ``save_backbone`` wrote, in fp32. Raises ``ModelError`` where a file is missing, damaged or does not fit."""
    try:
        config = DiffusionGemmaConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
        backbone = DiffusionGemmaForBlockDiffusion(config)
        weights = {name: value.float() for name, value in load_file(folder / "model.safetensors").items()}
        missing, unexpected = backbone.load_state_dict(weights, strict=False)
    except (OSError, ValueError, RuntimeError, SafetensorError) as broken:
        why = " ".join(str(broken).split())[:500]
        raise ModelError(
            "The backbone in {folder} cannot be read.",
            "{reason}.",
            "Install the model again.",
            folder=folder,
            reason=why,
        ) from broken
    lost = [name for name in missing if name.startswith("model.decoder.")]
    if lost or unexpected:
        raise ModelError(
            "The backbone in {folder} does not fit its configuration.",
            "Missing: {missing}. Unknown: {unknown}.",
            "Install the model again.",
            folder=folder,
            missing=", ".join(lost) or sentence("nothing"),
            unknown=", ".join(unexpected) or sentence("nothing"),
        )
    if config.text_config.num_experts == 1:
        skip_routing(backbone)
    return backbone.eval()


def skip_routing(backbone: nn.Module) -> None:
    """Let a single expert compute its product without looking for its tokens: the same numbers, sooner."""
    for module in backbone.modules():
        if isinstance(module, DiffusionGemmaTextExperts):
            module.forward = types.MethodType(_single_expert, module)


def _single_expert(experts: DiffusionGemmaTextExperts, hidden: Tensor, index: Tensor, weights: Tensor) -> Tensor:
    """``DiffusionGemmaTextExperts.forward`` for one expert, which gets every token (tokens, hidden)."""
    gate, up = nn.functional.linear(hidden, experts.gate_up_proj[0]).chunk(2, dim=-1)
    return (nn.functional.linear(experts.act_fn(gate) * up, experts.down_proj[0]) * weights).to(hidden.dtype)


def load_projector(spec: AdapterSpec, weights: Mapping[str, Tensor]) -> Projector:
    """The adapter's projector in fp32; raises ``ModelError`` listing every key and shape that does not fit."""
    projector = Projector(spec.projector)
    wanted = projector.state_dict()
    problems = [f"{name} {tuple(value.shape)}: unknown" for name, value in weights.items() if name not in wanted]
    for name, value in wanted.items():
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
    """Put the parts together on their device, LoRA beside the tied attention. ``ModelError`` where widths do not meet."""
    projector = load_projector(spec, tensors.projector)
    width = backbone.config.text_config.hidden_size
    if (spec.projector.width_in, spec.projector.width_out) != (encoder.width, width):
        raise ModelError(
            "The parts of {model} do not belong together.",
            "Its projector leads from {width_in} to {width_out}, but the encoder's frames are {frame_width} wide and the "
            "backbone's tokens {token_width}.",
            "Check which encoder and backbone the adapter names.",
            model=spec.title,
            width_in=spec.projector.width_in,
            width_out=spec.projector.width_out,
            frame_width=encoder.width,
            token_width=width,
        )
    if spec.lora is not None:
        load_lora(backbone, spec.lora, tensors.lora)
    model = SpeechModel(spec, encoder, projector, backbone, vocabulary)
    # Rotary frequencies stay fp32: rounded to bf16 they would turn distant positions by whole radians.
    rotary = {name: buffer.float() for name, buffer in model.named_buffers() if name.endswith("inv_freq")}
    model.to(device=device, dtype=dtype)
    for name, buffer in rotary.items():
        owner, _, leaf = name.rpartition(".")
        setattr(model.get_submodule(owner), leaf, buffer.to(device))
    if model.device.type == "cpu" and dtype == torch.bfloat16:  # flash attention gains nothing from bf16 on a CPU
        encoder.whisper.set_attn_implementation("eager")
    return model.eval().requires_grad_(False)


def load_model(
    folder: Path,
    device: str | torch.device = "cpu",
    dtype: torch.dtype = torch.float32,
    way: Way = "bf16",
    kept: Path | None = None,
) -> SpeechModel:
    """Assemble the model in a folder of either layout; its encoder and backbone lie where ``part_folder`` finds them.

    A backbone from the hub is loaded as ``way`` says, its packed experts stored in ``kept`` if there are any.
    """
    if is_published(folder):
        backbone_folder, encoder_folder = published_parts(folder)
        return load_published(folder, backbone_folder, encoder_folder, device, dtype, way, kept)
    spec = read_native(folder)
    log_assumptions(spec)
    tensors = read_tensors(folder, spec)
    encoder = AcousticEncoder.from_folder(part_folder(folder, spec.title, "encoder", spec.encoder))
    place = part_folder(folder, spec.title, "backbone", spec.backbone)
    own_backbone = spec.backbone.folder is not None
    backbone = load_backbone(place) if own_backbone else load_streamed(place, device, dtype, way, kept=kept)
    own = folder / "tokenizer.json"
    vocabulary = Vocabulary.from_file(own if own.is_file() or spec.backbone.folder else place / own.name, spec.end_ids)
    model = assemble(spec, tensors, encoder, backbone, vocabulary, device, dtype)
    model.ngrams = NGramFile(folder / NGRAMS) if spec.fusion is not None else None
    return model


def load_published(
    folder: Path,
    backbone_folder: Path,
    encoder_folder: Path,
    device: str | torch.device = "cpu",
    dtype: torch.dtype = torch.float32,
    way: Way = "bf16",
    kept: Path | None = None,
) -> SpeechModel:
    """Assemble the model of an adapter in the published layout, a DiffusionGemma repository and a Whisper repository.

    Raises ``ModelError`` where one is missing or they do not belong together.
    """
    spec, tensors = read_published(folder, backbone_folder, encoder_folder)
    encoder = AcousticEncoder.from_folder(encoder_folder)
    backbone = load_streamed(backbone_folder, device, dtype, way, kept=kept)
    vocabulary = Vocabulary.from_file(backbone_folder / "tokenizer.json", spec.end_ids)
    return assemble(spec, tensors, encoder, backbone, vocabulary, device, dtype)
