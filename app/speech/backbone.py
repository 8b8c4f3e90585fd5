"""The model: frozen encoder, projector and DiffusionGemma, assembled. One class for every size.

    audio -> AcousticEncoder -> Projector -> audio tokens in the prompt's slots -> DiffusionGemma encoder (causal) -> KV cache
    canvas + cache -> DiffusionGemma decoder (bidirectional) -> logits over the vocabulary, one row per canvas position

Rows of a batch are padded on the right; each row's canvas takes the positions right behind its own prompt, so a row computes
what it would compute alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from transformers import DiffusionGemmaConfig, DiffusionGemmaForBlockDiffusion, DynamicCache

from ..models.adapter import AdapterSpec
from .encoder import SAMPLE_RATE_HZ, SAMPLES_PER_FRAME, AcousticEncoder
from .errors import ModelError
from .projector import Projector
from .vocabulary import Vocabulary


@dataclass
class Prefix:
    """What the decoder reads: the prompts' keys and values, and how long each row's prompt is."""

    cache: DynamicCache
    lengths: Tensor  # (batch,)

    def __len__(self) -> int:
        return int(self.lengths.shape[0])

    def rows(self, keep: Tensor) -> Prefix:
        """The prefix of some rows only; ``keep`` (batch,) of bool or indices."""
        index = keep.nonzero().squeeze(-1) if keep.dtype == torch.bool else keep
        cache = DynamicCache()
        for number, layer in enumerate(self.cache.layers):
            cache.update(layer.keys[index], layer.values[index], number)
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

    @property
    def device(self) -> torch.device:
        return self.projector.enter.weight.device

    @property
    def dtype(self) -> torch.dtype:
        return self.projector.enter.weight.dtype

    @property
    def vocab_size(self) -> int:
        return int(self.backbone.config.text_config.vocab_size)

    @property
    def token_s(self) -> float:
        """Seconds an audio token stands for."""
        return self.spec.projector.subsample * SAMPLES_PER_FRAME / SAMPLE_RATE_HZ

    def audio_tokens(self, clips: Sequence[np.ndarray]) -> tuple[Tensor, Tensor]:
        """Audio tokens (batch, tokens, hidden) of mono 16 kHz clips of at most 30 s, and their counts (batch,)."""
        frames, lengths = self.encoder.encode(list(clips))
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
        cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True))
        inside = torch.arange(embeds.shape[1], device=embeds.device) < lengths[:, None]
        self.backbone.model.encoder(inputs_embeds=embeds, attention_mask=inside, past_key_values=cache)
        return Prefix(cache, lengths)

    def canvas_logits(self, prefix: Prefix, canvas: Tensor, self_conditioning: Tensor | None = None) -> Tensor:
        """Logits (batch, canvas, vocab), float32, of canvases (batch, canvas) behind their prefixes.

        ``self_conditioning`` are the previous step's logits after its temperature, or None at the first step.
        """
        width = canvas.shape[1]
        steps = torch.arange(width, device=canvas.device)
        kwargs: dict[str, Tensor | dict[str, Tensor] | None] = {}
        if bool((prefix.lengths == prefix.lengths[0]).all()):
            kwargs["decoder_attention_mask"] = None
        else:
            kwargs["decoder_attention_mask"] = self.canvas_mask(prefix, width)
        return self.backbone(
            decoder_input_ids=canvas,
            past_key_values=prefix.cache,
            self_conditioning_logits=self_conditioning,
            decoder_position_ids=prefix.lengths[:, None] + steps,
            **kwargs,
        ).logits

    def canvas_mask(self, prefix: Prefix, width: int) -> dict[str, Tensor]:
        """Which keys a canvas position sees, (batch, 1, canvas, keys) for each kind of layer: its own prompt, the whole canvas."""
        masks: dict[str, Tensor] = {}
        for kind, layer in zip(self.backbone.config.text_config.layer_types, prefix.cache.layers, strict=True):
            if kind not in masks:
                held = layer.keys.shape[2]
                longest = int(prefix.lengths.max())
                inside = torch.arange(longest - held, longest, device=prefix.lengths.device) < prefix.lengths[:, None]
                seen = nn.functional.pad(inside, (0, width), value=True)
                masks[kind] = seen[:, None, None, :].expand(-1, 1, width, -1)
        return masks

    def ctc_logits(self, tokens: Tensor) -> Tensor:
        """Logits (batch, tokens, vocab), float32, that the lm_head reads off the audio tokens alone, softcapped like all others."""
        cap = self.backbone.final_logit_softcapping
        return torch.tanh(self.backbone.lm_head(tokens).float() / cap) * cap


def small_config(text: dict[str, object]) -> DiffusionGemmaConfig:
    """A DiffusionGemma configuration of any size whose vision tower, which we never run, is as small as it can be."""
    vision = {
        "hidden_size": 8, "intermediate_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1,
        "num_key_value_heads": 1, "head_dim": 8,
    }  # fmt: skip
    canvas = int(text.pop("canvas_length", 192))  # type: ignore[call-overload]
    return DiffusionGemmaConfig(text_config=text, vision_config={"model_type": "gemma4_vision", **vision}, canvas_length=canvas)


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
    """Read what ``save_backbone`` wrote, in fp32. Raises ``ModelError`` where tensors do not fit."""
    config = DiffusionGemmaConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
    backbone = DiffusionGemmaForBlockDiffusion(config)
    weights = {name: value.float() for name, value in load_file(folder / "model.safetensors").items()}
    missing, unexpected = backbone.load_state_dict(weights, strict=False)
    lost = [name for name in missing if name.startswith("model.decoder.")]
    if lost or unexpected:
        raise ModelError(
            f"The backbone in {folder} does not fit its configuration.",
            f"Missing: {', '.join(lost) or 'nothing'}. Unknown: {', '.join(unexpected) or 'nothing'}.",
            "Install the model again.",
        )
    return backbone.eval()


def load_model(folder: Path, device: str | torch.device = "cpu", dtype: torch.dtype = torch.float32) -> SpeechModel:
    """Assemble the model of a native adapter folder whose encoder and backbone lie in it."""
    from ..models.adapter import read_native

    spec = read_native(folder)
    if spec.encoder.folder is None or spec.backbone.folder is None:
        raise ModelError(f"{spec.title} needs weights that are not installed.", "", "Download them in the models window.")
    encoder = AcousticEncoder.from_folder(folder / spec.encoder.folder)
    backbone = load_backbone(folder / spec.backbone.folder)
    projector = Projector(spec.projector)
    weights = load_file(folder / "adapter.safetensors")
    projector.load_state_dict(
        {name.removeprefix("projector."): value.float() for name, value in weights.items() if name.startswith("projector.")}
    )
    vocabulary = Vocabulary.from_file(folder / "tokenizer.json", spec.end_ids)
    model = SpeechModel(spec, encoder, projector, backbone, vocabulary)
    return model.to(device=device, dtype=dtype).eval().requires_grad_(False)
