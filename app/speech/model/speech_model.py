"""The model: frozen encoder, projector and DiffusionGemma, assembled. One class for every size.

    audio -> AcousticEncoder -> Projector -> audio tokens in the prompt's slots -> DiffusionGemma encoder (causal) -> KV cache
    canvas + cache -> DiffusionGemma decoder (bidirectional) -> logits over the vocabulary, one row per canvas position

Rows of a batch are padded on the right; each row's canvas takes the positions right after its own prompt, so a row computes
what it would compute alone. Where an adapter was trained on clips padded with silence, the prompt has slots for the silence:
nothing attends to them, and what follows them keeps its place.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import numpy as np
import torch
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache

from app.models.adapter.spec import AdapterSpec
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmentation import SegmentLimits
from app.speech.vocabulary import Vocabulary

from .attention_masks import cached_masks
from .encoder import MAX_FRAMES, SAMPLES_PER_FRAME, AcousticEncoder
from .ngram_lm import NGramFile
from .projector import Projector

MEL_RANGE = 2.0
"""Between floor and maximum of Whisper's log-mel: 8 decades, divided by 4."""


class ClipFeatures(NamedTuple):
    """A clip as the acoustic encoder takes it."""

    mel: Tensor
    """(mel, 2 * frames), on the host; with the silence that the adapter pads clips with."""
    sound_frames: int
    """Acoustic frames of the clip itself."""

    def spectrogram(self) -> np.ndarray:
        """Return the clip's own part as pixels, (mel, 2 * sound_frames) uint8.

        0 is Whisper's floor, 8 decades below the loudest moment. In 16 levels, enough for a picture.
        """
        mel = self.mel[:, : 2 * self.sound_frames].numpy()  # log10 / 4, clipped at its maximum minus 2
        share = (mel - (self.mel.numpy().max() - MEL_RANGE)) / MEL_RANGE
        return (np.clip(share, 0, 1) * 15 + 0.5).astype(np.uint8) * 17


@dataclass
class PrefillCache:
    """The prompts' keys and values, which the decoder attends to, and how long each row's prompt is."""

    kv_cache: DynamicCache
    prompt_lengths: Tensor  # (batch,)
    prompt_mask: Tensor
    """(batch, prompt) bool, on the host: which positions anything attends to; not padding, not audio slots of silence."""
    audio_slots: Tensor
    """(batch, prompt) bool, on the host: which positions hold audio, silence included."""
    host_lengths: list[int] = field(init=False)
    """``prompt_lengths`` on the host."""
    masks: dict[tuple[int, ...], dict[str, Tensor] | None] = field(init=False, default_factory=dict, repr=False)
    """``SpeechModel.canvas_mask`` by the canvases' lengths: it is the same at every step."""
    rotary: dict[int, dict[str, tuple[Tensor, Tensor]]] = field(init=False, default_factory=dict, repr=False)
    """``SpeechModel.rotary`` by the canvas's width: it is the same at every step, too."""

    def __post_init__(self) -> None:
        self.host_lengths = [int(length) for length in self.prompt_lengths.tolist()]

    def __len__(self) -> int:
        return len(self.host_lengths)

    def select_rows(self, keep: Tensor) -> PrefillCache:
        """Return the cache of some rows; ``keep`` (batch,) of bool or indices. This cache stays as it is."""
        index = keep.nonzero().squeeze(-1) if keep.dtype == torch.bool else keep
        kv_cache = copy.copy(self.kv_cache)
        kv_cache.layers = [copy.copy(layer) for layer in self.kv_cache.layers]  # keeps what sliding layers count
        kv_cache.batch_select_indices(index)
        on_host = index.cpu()
        return PrefillCache(kv_cache, self.prompt_lengths[index], self.prompt_mask[on_host], self.audio_slots[on_host])

    def unconditional(self) -> PrefillCache:
        """Return a view of this cache whose audio nothing attends to."""
        return PrefillCache(self.kv_cache, self.prompt_lengths, self.prompt_mask & ~self.audio_slots, self.audio_slots)

    def with_unconditional_rows(self) -> PrefillCache:
        """Return this cache and, behind its rows, all of them again without their audio."""
        count = len(self)
        both = self.select_rows(torch.arange(2 * count, device=self.prompt_lengths.device) % count)
        both.prompt_mask[count:] &= ~both.audio_slots[count:]
        return both

    @property
    def size_bytes(self) -> int:
        """Of all keys and values."""
        return sum(each.nbytes for layer in self.kv_cache.layers for each in (layer.keys, layer.values))


CanvasStatesFn: TypeAlias = Callable[[PrefillCache, Tensor, Tensor | None, Sequence[int]], Tensor]
"""``SpeechModel.canvas_states``, or a faster equivalent."""


def softcap(logits: Tensor, cap: float, out: Tensor | None = None) -> Tensor:
    """Squash logits smoothly into (-cap, cap); into ``out``, which may be ``logits``, or into a new tensor."""
    return torch.mul(torch.tanh(torch.div(logits, cap, out=out), out=out), cap, out=out)


class SpeechModel(nn.Module):
    """Encoder, projector and backbone with the adapter's choices.

    ``audio_tokens`` -> ``prefill`` -> ``canvas_logits`` per denoising step; ``ctc_logits`` uses the audio tokens alone.
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
        """A language model for each language, if the adapter ships them."""
        self.graph_decoder: CanvasStatesFn | None = None
        """The decoder as a CUDA graph, captured at first use (``cuda_graph.py``). It lives as long as the model."""

    @property
    def device(self) -> torch.device:
        return self.projector.leave.weight.device

    @property
    def dtype(self) -> torch.dtype:
        return self.backbone.lm_head.weight.dtype

    @property
    def vocab_size(self) -> int:
        return int(self.backbone.config.text_config.vocab_size)

    @property
    def seconds_per_audio_token(self) -> float:
        return self.spec.projector.subsample * SAMPLES_PER_FRAME / SAMPLE_RATE_HZ

    @property
    def segment_limits(self) -> SegmentLimits:
        """How sources are cut for this model."""
        return SegmentLimits(self.spec.max_segment_s, self.spec.segment_window_s)

    def features(self, clip: np.ndarray) -> ClipFeatures:
        """Return the acoustic encoder's input for a mono 16 kHz clip (n,) of at most 30 s."""
        samples = 0 if self.spec.pad_s is None else round(self.spec.pad_s * SAMPLE_RATE_HZ)
        sound_frames = min(MAX_FRAMES, max(1, -(-len(clip) // SAMPLES_PER_FRAME)))
        return ClipFeatures(self.encoder.mel(np.pad(clip, (0, max(0, samples - len(clip))))), sound_frames)

    def audio_tokens(self, clips: Sequence[np.ndarray | ClipFeatures]) -> tuple[Tensor, Tensor]:
        """Return audio tokens (batch, tokens, hidden) of clips, and how many of each are of its own sound, (batch,).

        The others are of silence that clips are padded with, or padding of the batch.
        """
        inputs = [clip if isinstance(clip, ClipFeatures) else self.features(clip) for clip in clips]
        frames, lengths = self.encoder.encode([clip.mel for clip in inputs])
        tokens = self.projector(frames.to(self.projector.leave.weight.dtype), lengths)  # fp32 for some adapters
        sound_frames = torch.tensor([clip.sound_frames for clip in inputs], device=lengths.device)
        return tokens.to(self.dtype), self.projector.token_counts(sound_frames)

    def slot_counts(self, counts: Tensor) -> Tensor:
        """Return the audio slots in the prompts of clips with so many audio tokens of sound, (batch,)."""
        if self.spec.pad_s is None:
            return counts
        padded_frames = min(MAX_FRAMES, -(-round(self.spec.pad_s * SAMPLE_RATE_HZ) // SAMPLES_PER_FRAME))
        return counts.clamp(min=int(self.projector.token_counts(torch.tensor(padded_frames))))

    def prompt_embeds(self, tokens: Tensor, counts: Tensor, language: str) -> tuple[Tensor, Tensor]:
        """Return prompts with the audio tokens in their slots, (batch, prompt, hidden), and their lengths (batch,).

        Prompts are padded on the right.
        """
        embed = self.backbone.model.encoder.get_input_embeddings()
        rows = []
        for row, slot_count in enumerate(self.slot_counts(counts).tolist()):
            ids = torch.tensor(self.spec.prompt.token_ids(slot_count, language), device=tokens.device)
            embeds = embed(ids).to(tokens.dtype)
            slots = ids == self.spec.prompt.audio
            rows.append(embeds.masked_scatter(slots[:, None], tokens[row, :slot_count]))
        lengths = torch.tensor([len(row) for row in rows], device=tokens.device)
        return nn.utils.rnn.pad_sequence(rows, batch_first=True), lengths

    def prefill(self, tokens: Tensor, counts: Tensor, language: str = "auto") -> PrefillCache:
        """Run the causal encoder over the prompts and keep its keys and values; takes what ``audio_tokens`` returns."""
        embeds, lengths = self.prompt_embeds(tokens, counts, language)
        positions, first_slot = torch.arange(embeds.shape[1]), len(self.spec.prompt.prefix_ids(language))
        sound_ends, slot_ends = (first_slot + each.cpu()[:, None] for each in (counts, self.slot_counts(counts)))
        inside = positions < lengths.cpu()[:, None]
        audio_slots = (positions >= first_slot) & (positions < slot_ends)
        prompt_mask = inside & ~(audio_slots & (positions >= sound_ends))
        # Sliding layers keep only the batch's last keys, which are padding for its shorter rows: then keep all and mask.
        even = bool(inside.all())
        kv_cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True)) if even else DynamicCache()
        self.backbone.model.encoder(
            inputs_embeds=embeds, attention_mask=prompt_mask.to(embeds.device), past_key_values=kv_cache
        )
        return PrefillCache(kv_cache, lengths, prompt_mask, audio_slots)

    def canvas_logits(
        self,
        prefill_cache: PrefillCache,
        canvas: Tensor,
        self_conditioning: Tensor | None = None,
        canvas_lengths: Sequence[int] | None = None,
    ) -> Tensor:
        """Return logits (batch, canvas, vocab), float32, of canvases (batch, canvas) behind their prompts.

        Args:
            self_conditioning: the previous step's logits after its temperature, or None at the first step.
            canvas_lengths: the rows' own lengths where some canvases are padded.
        """
        steps = torch.arange(canvas.shape[1], device=canvas.device)
        lengths = canvas_lengths or [canvas.shape[1]] * len(prefill_cache)
        return self.backbone(
            decoder_input_ids=canvas,
            past_key_values=prefill_cache.kv_cache,
            self_conditioning_logits=self_conditioning,
            decoder_position_ids=self.canvas_starts(prefill_cache)[:, None] + steps,
            decoder_attention_mask=self.canvas_mask(prefill_cache, lengths),
        ).logits

    def canvas_states(
        self,
        prefill_cache: PrefillCache,
        canvas: Tensor,
        soft_embeds: Tensor | None,
        canvas_lengths: Sequence[int],
    ) -> Tensor:
        """Return the decoder's states (batch, canvas, hidden), the lm_head's input, of canvases (batch, canvas).

        As ``canvas_logits``, but self-conditioned on the mean embeddings (batch, canvas, hidden) under the previous step's
        logits, unscaled. Source: ``DiffusionGemmaDecoderModel.forward``, without what is the same at every step.
        """
        width = canvas.shape[1]
        if width not in prefill_cache.rotary:
            prefill_cache.rotary[width] = self.rotary(self.canvas_starts(prefill_cache), width)
        masks = self.canvas_mask(prefill_cache, canvas_lengths)
        return self.decoder_states(canvas, soft_embeds, prefill_cache.kv_cache, masks, prefill_cache.rotary[width])

    def canvas_starts(self, prefill_cache: PrefillCache) -> Tensor:
        """Return each canvas's first position, (batch,): behind the prompt, or an alignment's that of the first audio token."""
        if self.spec.canvas.layout == "text":
            return prefill_cache.prompt_lengths
        return prefill_cache.audio_slots.int().argmax(dim=1).to(prefill_cache.prompt_lengths)

    def rotary(self, starts: Tensor, width: int) -> dict[str, tuple[Tensor, Tensor]]:
        """Return the rotary embeddings, for each kind of layer, of canvases that begin at such positions (batch,)."""
        positions = starts[:, None] + torch.arange(width, device=starts.device)
        like = self.backbone.model.decoder.norm.weight  # for its device and precision
        embed = self.backbone.model.decoder.rotary_emb
        return {kind: embed(like, positions, kind) for kind in set(self.backbone.config.text_config.layer_types)}

    def decoder_states(
        self,
        canvas: Tensor,
        soft_embeds: Tensor | None,
        cache: DynamicCache,
        masks: dict[str, Tensor] | None,
        rotary: dict[str, tuple[Tensor, Tensor]],
    ) -> Tensor:
        """Return the states of ``canvas_states`` from tensors alone: no control flow depends on their values."""
        decoder = self.backbone.model.decoder
        embeds = decoder.embed_tokens(canvas)
        scale = decoder.embed_tokens.embed_scale.to(embeds.dtype)
        conditioning = torch.zeros_like(embeds) if soft_embeds is None else soft_embeds * scale
        states = decoder.self_conditioning(embeds, conditioning)
        for kind, layer in zip(self.backbone.config.text_config.layer_types, decoder.layers, strict=True):
            mask = None if masks is None else masks[kind]
            states = layer(states, position_embeddings=rotary[kind], attention_mask=mask, past_key_values=cache)
        return decoder.norm(states)

    def canvas_mask(self, prefill_cache: PrefillCache, canvas_lengths: Sequence[int]) -> dict[str, Tensor] | None:
        """Return which keys the canvases see, (batch, 1, canvas, keys) for each kind of layer: their own prompt and canvas.

        Audio slots of silence are hidden. Sliding layers see the prompt's last ``sliding_window - 1`` positions. None where
        nothing is to be hidden.
        """
        key = tuple(canvas_lengths)
        if key not in prefill_cache.masks:
            prefill_cache.masks[key] = self._canvas_mask(prefill_cache, key)
        return prefill_cache.masks[key]

    def _canvas_mask(self, prefill_cache: PrefillCache, canvas_lengths: tuple[int, ...]) -> dict[str, Tensor] | None:
        width, prompt_lengths = max(canvas_lengths), torch.tensor(prefill_cache.host_lengths)
        own_canvas = torch.arange(width) < torch.tensor(canvas_lengths)[:, None]  # (batch, canvas)
        masks = cached_masks(
            self.backbone.config.text_config,
            prefill_cache.kv_cache,
            prefill_cache.prompt_mask,
            prompt_lengths[:, None],  # the window of the whole canvas ends at its first position
            own_canvas[:, None],
        )
        if all(bool(mask.all()) for mask in masks.values()):
            return None
        device = prefill_cache.prompt_lengths.device
        return {kind: mask.to(device).expand(-1, 1, width, -1) for kind, mask in masks.items()}

    def ctc_logits(self, tokens: Tensor) -> Tensor:
        """Return the lm_head's logits (batch, tokens, vocab), float32, of audio tokens alone.

        They are softcapped like all others, except for adapters whose CTC was trained without.
        """
        logits = self.backbone.lm_head(tokens).float()
        return self.softcap(logits) if self.spec.ctc_softcap else logits

    def softcap(self, logits: Tensor, out: Tensor | None = None) -> Tensor:
        """Apply the backbone's softcap to logits of its lm_head, see ``softcap``."""
        return softcap(logits, float(self.backbone.final_logit_softcapping), out)
