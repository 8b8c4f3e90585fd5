"""The paper's audio pathway and its Algorithm 1, written plainly with torch and transformers: no line of the app is run here.

Where the paper leaves something open, it is decided as the app does and said so: what is drawn at random and in which order,
that positions are accepted with cumulated entropy, and that positions behind the first end token do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache, WhisperModel
from transformers.audio_utils import mel_filter_bank

RATE_HZ, CLIP_S = 16_000, 30
FFT, HOP, MELS = 400, 160, 80
SAMPLES_PER_SLOT = 2 * HOP * 8  # a frame of the encoder is two of the mel, a slot eight of those
CUT_S, CUT_WINDOW_S = 13.0, 3.0


@dataclass
class PaperStep:
    """What a step fed and believed, (canvas,) ids, and which positions it kept."""

    canvas: list[int]
    argmax_ids: list[int]
    accepted: list[bool]


@dataclass
class PaperSampler:
    """The settings of Algorithm 1."""

    steps: int
    bound: float
    confidence: float
    stability: int = 1
    """Steps before the last that must have believed the same."""
    t_max: float = 0.8
    t_min: float = 0.4
    canvas: int = 24


@dataclass
class PaperModel:
    """Whisper's encoder, the projector and the backbone with the LoRA merged into its weights."""

    whisper: nn.Module
    projector: nn.Module
    base: DiffusionGemmaForBlockDiffusion
    before: list[int]
    after: list[int]
    end_ids: list[int]

    @classmethod
    def load(
        cls, checkpoint: Path, backbone: Path, whisper: Path, projector: nn.Module, before: list[int], after: list[int],
        lora_scale: float, end_ids: list[int],
    ) -> PaperModel:  # fmt: skip
        """Read a checkpoint whose configuration is a dict; ``projector`` is the authors' class, without its weights."""
        tensors: dict[str, Tensor] = torch.load(checkpoint, weights_only=True)["model"]
        base = DiffusionGemmaForBlockDiffusion.from_pretrained(backbone).eval()
        names = [key for key in tensors if key.startswith("projector.")]
        projector.load_state_dict({name.removeprefix("projector."): tensors[name] for name in names})
        with torch.no_grad():
            for key, a in tensors.items():
                if ".lora_A." in key:
                    path = key.removeprefix("base_model.model.").partition(".lora_A")[0]
                    b = tensors[key.replace("lora_A", "lora_B")]
                    layer = base.get_submodule(path)  # the towers share its weight, but not what is added to it
                    layer.weight = nn.Parameter(layer.weight + lora_scale * (b @ a))
        return cls(WhisperModel.from_pretrained(whisper).encoder.eval(), projector.eval(), base, before, after, end_ids)

    @torch.no_grad()
    def prefill(self, audio: np.ndarray) -> tuple[DynamicCache, Tensor, Tensor]:
        """Return the cache of a part's prompt, and which of its positions may be seen: with the sound, and without it."""
        tokens = self.projector(self.whisper(log_mel(audio)[None]).last_hidden_state)
        embed = self.base.model.encoder.get_input_embeddings()
        ends = [embed(torch.tensor([ids])) for ids in (self.before, self.after)]
        embeds = torch.cat([ends[0], tokens, ends[1]], dim=1)
        first, slots = len(self.before), tokens.shape[1]
        heard, unheard = torch.ones(1, embeds.shape[1]), torch.ones(1, embeds.shape[1])
        heard[:, first + -(-len(audio) // SAMPLES_PER_SLOT) : first + slots] = 0  # the silence that pads the clip
        unheard[:, first : first + slots] = 0
        cache = DynamicCache(config=self.base.config.get_text_config(decoder=True))
        self.base.model.encoder(inputs_embeds=embeds, attention_mask=heard, past_key_values=cache)
        return cache, heard, unheard

    @torch.no_grad()
    def denoise(
        self, audio: np.ndarray, sampler: PaperSampler, guidance: float, generator: torch.Generator
    ) -> list[PaperStep]:
        """Run Algorithm 1 on a part of at most 30 s."""
        cache, heard, unheard = self.prefill(audio)
        vocabulary, size = self.base.config.text_config.vocab_size, (1, sampler.canvas)
        canvas = torch.randint(vocabulary, size, generator=generator)
        conditioning: Tensor | None = None
        steps: list[PaperStep] = []
        for step in range(sampler.steps):
            logits = self.logits(cache, heard, canvas, conditioning)
            if guidance != 1:
                without = self.logits(cache, unheard, canvas, conditioning)
                logits = without + guidance * (logits - without)
            share_left = (sampler.steps - step) / sampler.steps
            conditioning = logits / (sampler.t_min + (sampler.t_max - sampler.t_min) * share_left)
            probs = conditioning.softmax(-1)[0]
            entropy = -(probs * probs.clamp_min(1e-45).log()).sum(-1)
            belief = probs.argmax(-1)
            ends = [position for position, token in enumerate(belief.tolist()) if token in self.end_ids]
            text = ends[0] + 1 if ends else sampler.canvas
            accepted = torch.zeros(sampler.canvas, dtype=torch.bool)
            spent = 0.0
            for position in entropy[:text].argsort().tolist():
                accepted[position] = spent <= sampler.bound
                spent += float(entropy[position])
            steps.append(PaperStep(canvas[0].tolist(), belief.tolist(), accepted.tolist()))
            earlier = [each.argmax_ids[:text] for each in steps[-1 - sampler.stability : -1]]
            stable = len(earlier) == sampler.stability and all(ids == belief[:text].tolist() for ids in earlier)
            if (stable and float(entropy[:text].mean()) < sampler.confidence) or step == sampler.steps - 1:
                return steps
            draws = torch.rand(size, generator=generator)[0]
            below = probs.cumsum(-1) <= draws[:, None] * probs.sum(-1, keepdim=True)
            sampled = below.sum(-1).clamp(max=vocabulary - 1)
            canvas = torch.where(accepted, sampled, torch.randint(vocabulary, size, generator=generator)[0])[None]
        raise AssertionError("no steps")

    def logits(self, cache: DynamicCache, visible: Tensor, canvas: Tensor, conditioning: Tensor | None) -> Tensor:
        """Return the softcapped logits (1, canvas, vocabulary) of one pass of the decoder."""
        mask = torch.cat([visible, torch.ones(canvas.shape)], dim=1)
        out: Any = self.base(
            decoder_input_ids=canvas,
            past_key_values=cache,
            decoder_attention_mask=mask,
            self_conditioning_logits=conditioning,
        )
        return out.logits.float()


def log_mel(audio: np.ndarray) -> Tensor:
    """Return Whisper's log-mel (80, 3000) of a clip, padded with silence to 30 s."""
    padded = torch.zeros(CLIP_S * RATE_HZ)
    padded[: len(audio)] = torch.from_numpy(audio)
    power = torch.stft(padded, FFT, HOP, window=torch.hann_window(FFT), return_complex=True)[:, :-1].abs() ** 2
    filters = mel_filter_bank(1 + FFT // 2, MELS, 0.0, 8000.0, RATE_HZ, norm="slaney", mel_scale="slaney")
    log = (torch.from_numpy(filters).float().T @ power).clamp_min(1e-10).log10()
    return (log.clamp_min(log.max() - 8) + 4) / 4


def cut(audio: np.ndarray) -> list[int]:
    """Return the samples at which long speech is cut: the quietest tenth of a second near 13 s, 1.5 s to either side."""
    cuts, start = [], 0
    width = RATE_HZ // 10
    sums = np.concatenate([np.zeros(1), (audio.astype(np.float64) ** 2).cumsum()])
    energy = np.pad(sums[width:] - sums[:-width], width // 2, constant_values=np.inf)  # around each sample
    first, last = round((CUT_S - CUT_WINDOW_S / 2) * RATE_HZ), round((CUT_S + CUT_WINDOW_S / 2) * RATE_HZ)
    while len(audio) - start > last:
        start += first + int(energy[start + first : start + last].argmin())
        cuts.append(start)
    return cuts
