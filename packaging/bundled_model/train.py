"""Trains projector and backbone on a corpus of frozen encoder frames: diffusion, autoregressive and CTC losses together.

    python train.py --corpus FOLDER --out first --losses ctc --minutes 40
    python train.py --corpus FOLDER --out second --begin first/last.pt --minutes 60 [--resume]
    python train.py --corpus FOLDER --out third --start-from MODEL --losses denoiser --ngrams MODEL/ngrams.safetensors

The first run teaches the projector alone to say what it hears, several times faster than all losses together; the second
begins with its weights; the third leaves the projector alone and teaches the denoiser to improve on the drafts that it will
get, read with the language models, and with ``--texts`` also on sentences sewn of clips (``splice_corpus.py``). In the
latter two,
one causal pass of the backbone's encoder over prompt, audio tokens and text gives the autoregressive loss and the keys and
values; the decoder then reads only the prompt's part of them (a mask hides the text) and predicts the clean canvas from a
add_noise one. The tied weights make the autoregressive loss teach the denoiser to listen. Most canvases are conditioned on what
the audio tokens say by themselves (the draft), as the app's first denoising step is. Clips that Whisper base mishears
are left out
(``asr_filter.py``). The learning rate follows the clock, so a run ends annealed whatever the machine managed. bf16
autocast where
the CPU has it in hardware, and on CUDA.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
import types
from collections import defaultdict
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import tokenizer as vocab
from asr_filter import MAX_ERROR_SHARE
from precision import has_fast_bf16, patch_muon
from splice_corpus import ClipPieces, SpliceSampler

from app.models.adapter.native import read_native, read_tensors
from app.models.adapter.spec import CanvasConfig, FusionConfig, ProjectorConfig, SamplerConfig
from app.speech.decoding import ctc_beam_search
from app.speech.decoding.ctc_draft import Draft, greedy_draft, lm_fused_n_best, make_draft_logits
from app.speech.decoding.denoiser import accept
from app.speech.model.assembly import load_model, text_only_config
from app.speech.model.ngram_lm import NGramFile
from app.speech.model.projector import Projector
from app.speech.model.speech_model import softcap

#: AdamW's rate in shares of Muon's
ADAM_SHARE = 0.5
SAVE_EVERY_S = 240
NUMBERS = {code: token for code, token in vocab.LANGUAGE.items() if code != "auto"}
CODES = {token: code for code, token in NUMBERS.items()}


@dataclass
class Settings:
    vocab_size: int = 3600
    hidden: int = 256
    layers: int = 4
    heads: int = 4
    mlp: int = 640
    expert: int = 256
    projector_hidden: int = 384
    strides: tuple[int, ...] = (2, 2)
    blocks: int = 3
    canvas_per_token: float = 0.7
    canvas_per_draft: float = 1.15
    canvas_extra: int = 6
    frames_per_batch: int = 8_000
    curriculum: tuple[tuple[float, float], ...] = ((0.0, 5.0), (0.15, 8.0), (0.7, 12.0))
    """From which share of the run on utterances of how many seconds at most are used: short ones teach the alignment."""
    peak_rate: float = 5e-3
    warmup_steps: int = 150
    ctc_weight: float = 0.4
    ar_weight: float = 1.0
    diffusion_weight: float = 1.0
    tail_weight: float = 0.1
    canvases: int = 2
    """Noised canvases per utterance: the causal pass is paid once, the denoiser learns from each."""
    draft_errors: float = 0.08
    """Share of a greedy draft's tokens that are changed, lost or doubled, so that it is not trusted more than it will
    deserve on new voices."""
    draft_mask: float = 3.0
    """Drafts are read from features masked so much more: what the projector learned by heart it must not read as well."""
    fusions: tuple[tuple[float, float, float], ...] = ((1.0, 2.5, 0.45), (0.5, 1.2, 0.45))
    """With language models, a draft is read by one of these weights, bonuses and priors: they know the sentences by heart."""
    feature_mask: tuple[float, float] = (2.0, 7.0)
    """Features are masked so much more when the denoiser alone is taught, for draft and audio tokens alike: by so little they
    are as wrong as they will be on new voices, and wrong together."""
    clips_per_language: int = 1500
    """Clips of a language that every process cuts up, for sentences to be sewn of them."""
    spliced_fraction: float = 0.5
    """Share of the batches that are sewn, where there are sentences for it."""
    splice_shares: dict[str, float] = field(default_factory=dict)
    """By language code, how many sentences of it are sewn, compared with the others."""
    denoise_fraction: float = 1.0
    """Share of the batches on which the denoiser alone practises; on the others only the causal pass learns, much faster."""
    no_draft_fraction: float = 0.05
    """Share of the batches without a draft."""
    own_prediction_fraction: float = 0.3
    """Share of the batches with self-conditioning on the denoiser's own prediction from a noisier canvas."""
    draft_share: float = 0.0
    """Share of the draft in that self-conditioning; above 0 for a loop that keeps the draft at every step."""
    rollout_fraction: float = 0.0
    """Share of the batches with such self-conditioning whose canvas is what the sampler makes of that prediction, mistakes
    and all, instead of the clean text with noise."""
    intact_weight: float = 1.0
    """Weight of the loss at positions of the canvas that are not noise."""
    older_share: float = 0.0
    """With ``--older``: up to this share of the older projector is mixed into a batch's. It has not learned these clips by
    heart, so what is heard of them is as wrong as on new voices."""
    shares: dict[str, float] = field(default_factory=dict)
    """By language code, how often a pass takes its utterances; once where it is not named."""
    max_over_median: float = 1.5
    """A pass takes at most this many times the median language's utterances of any language, before ``shares``."""
    tempo_fraction: float = 0.0
    """CTC alone: share of the batches whose tempo is changed by up to 15 % (``change_tempo``)."""
    mixstyle_fraction: float = 0.0
    """CTC alone: share of the utterances whose channel statistics are mixed with another's (``mix_style``)."""
    ctc_feature_mask: tuple[float, float] = (1.6, 1.6)
    """CTC alone: range of the strength of feature masking."""
    seed: int = 0

    def canvas(self) -> CanvasConfig:
        return CanvasConfig(192, self.canvas_per_token, self.canvas_extra, self.canvas_per_draft)


@dataclass
class Utterance:
    frames: np.ndarray  # (frames, 512) float16, memory-mapped
    ids: list[int]
    text: str
    language: int


def build(settings: Settings, frame_width: int = 512) -> tuple[Projector, DiffusionGemmaForBlockDiffusion]:
    torch.manual_seed(settings.seed)
    head = settings.hidden // settings.heads
    config = text_only_config(
        {
            "vocab_size": settings.vocab_size, "hidden_size": settings.hidden, "intermediate_size": settings.mlp,
            "num_hidden_layers": settings.layers, "num_attention_heads": settings.heads,
            "num_key_value_heads": settings.heads, "num_global_key_value_heads": settings.heads,
            "head_dim": head, "global_head_dim": head, "sliding_window": 4096, "max_position_embeddings": 4096,
            "layer_types": ["sliding_attention"] * (settings.layers - 1) + ["full_attention"],
            "num_experts": 1, "top_k_experts": 1, "moe_intermediate_size": settings.expert,
            "initializer_range": 0.05, "pad_token_id": vocab.PAD, "eos_token_id": vocab.EOS, "bos_token_id": vocab.BOS,
        }
    )  # fmt: skip
    backbone = DiffusionGemmaForBlockDiffusion(config)
    backbone.model.encoder.vision_tower.requires_grad_(False)
    backbone.model.encoder.embed_vision.requires_grad_(False)
    projector = Projector(
        ProjectorConfig(
            frame_width, settings.projector_hidden, settings.hidden, settings.strides, blocks=settings.blocks
        )
    )
    return projector, backbone


def read_corpus(
    folder: Path, tokenizer: vocab.Tokenizer, settings: Settings, pattern: str = "??-*.json"
) -> list[Utterance]:
    """All utterances of the finished shards that fit their canvas and that the peer has not misheard."""
    found = []
    counter = Projector(ProjectorConfig(1, 1, 1, settings.strides))
    for path in sorted(folder.glob(pattern)):
        frames = np.load(path.with_suffix(".npy"), mmap_mode="r")
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row.get("misheard", 0.0) > MAX_ERROR_SHARE:
                continue
            ids = list(tokenizer.encode(row["text"], add_special_tokens=False).ids)
            tokens = int(counter.token_counts(torch.tensor(row["frames"])))
            if len(ids) + 1 < min(settings.canvas().length_for(tokens), tokens) and row["frames"] > 8:
                block = frames[row["start"] : row["start"] + row["frames"]]
                found.append(Utterance(block, ids, row["text"], vocab.LANGUAGE[row["language"]]))
    return found


def balanced(
    corpus: list[Utterance], rng: random.Random, shares: dict[str, float], max_over_median: float = 1.5
) -> list[Utterance]:
    """A random choice in which no language has more than ``max_over_median`` times the utterances of the median one."""
    wanted = {vocab.LANGUAGE[code]: share for code, share in shares.items()}
    spoken: dict[int, list[Utterance]] = defaultdict(list)
    for one in corpus:
        spoken[one.language].append(one)
    most = int(max_over_median * sorted(map(len, spoken.values()))[len(spoken) // 2])
    chosen = []
    for language, ones in spoken.items():
        whole, part = divmod(int(min(len(ones), most) * wanted.get(language, 1.0)), len(ones))
        chosen += ones * whole + rng.sample(ones, part)
    return chosen


def batches(corpus: list[Utterance], settings: Settings, rng: random.Random) -> list[list[int]]:
    """Index lists of like-long utterances under the frame budget, in random order."""
    order = sorted(range(len(corpus)), key=lambda i: len(corpus[i].frames) * rng.uniform(0.9, 1.1))
    made: list[list[int]] = []
    current: list[int] = []
    longest = 0
    for i in order:
        longest = max(longest, len(corpus[i].frames))
        if current and longest * (len(current) + 1) > settings.frames_per_batch:
            made.append(current)
            current, longest = [], len(corpus[i].frames)
        current.append(i)
    made.append(current)
    rng.shuffle(made)
    return made


def masked_features(frames: Tensor, lengths: Tensor, strength: float = 1.6) -> Tensor:
    """SpecAugment's idea on encoder frames: a few spans of time and some channels (8 % times ``strength``) are silenced."""
    batch, longest, width = frames.shape
    steps = torch.arange(longest)
    keep = torch.ones(batch, longest, dtype=torch.bool)
    for _ in range(3):
        span = (torch.rand(batch) * torch.clamp(lengths * 0.08, max=24)).long()
        start = (torch.rand(batch) * (lengths - span)).long()
        keep &= ~((steps >= start[:, None]) & (steps < (start + span)[:, None]))
    channels = torch.rand(batch, 1, width) > 0.08 * strength
    return frames * keep[:, :, None] * channels


def change_tempo(frames: Tensor, lengths: Tensor, factor: float) -> tuple[Tensor, Tensor]:
    """Frames (batch, longest, width) resampled to ``factor`` times the tempo by linear interpolation, and their lengths."""
    places = torch.arange(int((frames.shape[1] - 1) / factor) + 1) * factor
    before = places.long()
    after = (before + 1).clamp(max=frames.shape[1] - 1)
    share = (places - before)[None, :, None]
    return frames[:, before] * (1 - share) + frames[:, after] * share, ((lengths - 1) / factor).long() + 1


def mix_style(frames: Tensor, lengths: Tensor, share: float) -> Tensor:
    """Mix the mean and spread over time of every channel with those of another utterance, for a ``share`` of the batch.

    Speaker, microphone and room shape these statistics more than the words do, so languages with few speakers borrow those of
    the others (MixStyle, Zhou et al. 2021, arXiv:2104.02008).
    """
    inside = (torch.arange(frames.shape[1]) < lengths[:, None])[:, :, None]
    count = lengths[:, None, None]
    mean = (frames * inside).sum(1, keepdim=True) / count
    spread = (((frames - mean) * inside).square().sum(1, keepdim=True) / count + 1e-6).sqrt()
    other = torch.randperm(len(frames))
    own = 1 - torch.rand(len(frames), 1, 1) * (torch.rand(len(frames), 1, 1) < share)
    new_mean, new_spread = (own * x + (1 - own) * x[other] for x in (mean, spread))
    return ((frames - mean) / spread * new_spread + new_mean) * inside


def mix_draft(own: Tensor, draft: Tensor, share: float) -> Tensor:
    """Logits of the weighted mean of two distributions (batch, canvas, vocabulary); ``share`` is the draft's weight."""
    if not share:
        return own
    return ((1 - share) * own.softmax(-1) + share * draft.softmax(-1)).clamp(min=1e-9).log()


def _one_expert(self: nn.Module, hidden: Tensor, _index: Tensor, weights: Tensor) -> Tensor:
    """``DiffusionGemmaTextExperts.forward`` for a single expert: the same product without the routing by index."""
    gate, up = F.linear(hidden, self.gate_up_proj[0]).chunk(2, dim=-1)
    return F.linear(self.act_fn(gate) * up, self.down_proj[0]) * weights


def repeated(cache: DynamicCache, copies: int) -> DynamicCache:
    """The same keys and values several times along the batch; gradients flow back through all of them."""
    if copies == 1:
        return cache
    more = DynamicCache()
    for number, layer in enumerate(cache.layers):
        more.update(layer.keys.repeat(copies, 1, 1, 1), layer.values.repeat(copies, 1, 1, 1), number)
    return more


class LabelColumns(torch.autograd.Function):
    """Log-probabilities of a few columns of (rows, vocabulary) logits, for ``F.ctc_loss`` as the only reader.

    A CTC loss looks at the labels of its own text only; a log-softmax over the whole vocabulary, in fp32 and padded, is
    a quarter of a training step. ``F.ctc_loss`` returns softmax minus occupation as if the log-softmax behind it would
    cancel the first term: here it is taken out of the columns and put into all of the vocabulary instead.
    """

    @staticmethod
    def forward(ctx: Any, logits: Tensor, columns: Tensor, share: Tensor) -> Tensor:
        """``logits`` (rows, vocabulary), ``columns`` (rows, labels), ``share`` (rows,): d loss / d minus log-likelihood."""
        total = torch.cat([part.float().logsumexp(-1) for part in logits.split(256)])
        picked = logits.gather(1, columns).float() - total[:, None]
        ctx.save_for_backward(logits, columns, share, total, picked)
        return picked

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None, None]:
        logits, columns, share, total, picked = ctx.saved_tensors
        wanted = torch.empty_like(logits)
        scale = share.clamp(min=1e-30).log() - total
        for part, source, own in zip(wanted.split(256), logits.split(256), scale.split(256), strict=True):
            part.copy_((source.float() + own[:, None]).exp_())
        wanted.scatter_add_(1, columns, (gradient - picked.exp() * share[:, None]).to(wanted.dtype))
        return wanted, None, None


class Trainer(nn.Module):
    """The two trained modules and their losses.

    Made quick for CPUs: the residual stream runs in bf16 and a single expert is a plain product (1.3 x in all).
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.ngrams: NGramFile | None = None
        self.older_projector: dict[str, Tensor] = {}
        self.projector, self.backbone = build(settings)
        self.backbone.set_attn_implementation("eager")  # CPU flash attention is slow backwards in bf16
        towers = (self.backbone.model.encoder.language_model, self.backbone.model.decoder)
        for tower in towers:
            if has_fast_bf16():
                tower.embed_tokens.register_forward_hook(lambda _module, _args, out: out.bfloat16())
            for layer in tower.layers:
                layer.experts.forward = types.MethodType(_one_expert, layer.experts)

    def logits(self, hidden: Tensor) -> Tensor:
        return softcap(self.backbone.lm_head(hidden).float(), self.backbone.final_logit_softcapping)

    def read(
        self, tokens: Tensor, counts: Tensor, texts: list[list[int]], languages: list[int]
    ) -> dict[str, Tensor | DynamicCache]:
        """Prompt and the causal pass. The prompt of row i fills ``prefix[i]`` positions; its text follows."""
        rows = []
        for count, ids, language in zip(counts.tolist(), texts, languages, strict=True):
            said = vocab.LANGUAGE["auto"] if random.random() < 0.4 else language
            rows.append(
                torch.tensor([vocab.BOS, said, vocab.AUDIO_BEGIN] + [vocab.AUDIO] * count + [vocab.AUDIO_END] + ids)
            )
        ids = nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=vocab.PAD)
        inside = torch.arange(tokens.shape[1]) < counts[:, None]
        embeds = self.backbone.model.encoder.get_input_embeddings()(ids)
        slots = (ids == vocab.AUDIO)[:, :, None]
        embeds = embeds.masked_scatter(slots, tokens[inside].to(embeds.dtype))
        cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True))
        present = torch.arange(ids.shape[1]) < torch.tensor([len(row) for row in rows])[:, None]
        hidden = self.backbone.model.encoder(
            inputs_embeds=embeds, attention_mask=present, past_key_values=cache
        ).last_hidden_state
        return {"hidden": hidden, "cache": cache, "prefix": counts + 4}

    def denoised(
        self, cache: DynamicCache, prefix: Tensor, canvas: Tensor, widths: Tensor, previous: Tensor | None
    ) -> Tensor:
        """Logits of the add_noise canvases; keys behind a row's prompt or canvas are hidden."""
        keys = cache.layers[0].keys.shape[2]
        width = canvas.shape[1]
        seen = torch.cat([torch.arange(keys) < prefix[:, None], torch.arange(width) < widths[:, None]], dim=1)[
            :, None, None, :
        ].expand(-1, 1, width, -1)
        added = torch.zeros(seen.shape, dtype=cache.layers[0].keys.dtype)
        added = added.masked_fill(~seen, torch.finfo(added.dtype).min)
        return self.backbone(
            decoder_input_ids=canvas,
            past_key_values=cache,
            self_conditioning_logits=previous,
            decoder_attention_mask={"full_attention": added, "sliding_attention": added},
            decoder_position_ids=prefix[:, None] + torch.arange(width),
        ).logits

    def losses(
        self,
        frames: Tensor,
        lengths: Tensor,
        texts: list[list[int]],
        languages: list[int],
        wanted: str,
        practise: bool = True,
    ) -> dict[str, Tensor]:
        s = self.settings
        counts = self.projector.token_counts(lengths)
        alone = wanted == "denoiser"
        with torch.set_grad_enabled(not alone):
            strength = random.uniform(*(s.feature_mask if alone else s.ctc_feature_mask))
            if wanted == "ctc":
                if random.random() < s.tempo_fraction:
                    frames, lengths = change_tempo(frames, lengths, random.uniform(0.87, 1.15))
                    counts = self.projector.token_counts(lengths)
                if s.mixstyle_fraction:
                    frames = mix_style(frames, lengths, s.mixstyle_fraction)
            tokens = self.project(masked_features(frames, lengths, strength), lengths)
        if wanted == "ctc":
            ctc = self.ctc(tokens, counts, texts, 1.0)
            return {"ctc": ctc.detach(), "loss": ctc}
        if alone:
            return self.written(tokens, tokens, counts, texts, languages, practise)
        ctc = self.ctc(tokens, counts, texts, s.ctc_weight)
        with torch.no_grad():
            worse = self.projector(masked_features(frames, lengths, s.draft_mask), lengths)
        written = self.written(tokens, worse, counts, texts, languages, practise)
        return written | {"ctc": ctc.detach() / s.ctc_weight, "loss": ctc + written["loss"]}

    def project(self, frames: Tensor, lengths: Tensor) -> Tensor:
        """Audio tokens of the projector, or of its mean with an older one (``Settings.older_share``)."""
        if not self.older_projector:
            return self.projector(frames, lengths)
        share = random.uniform(0, self.settings.older_share)
        mixed = {name: own.lerp(self.older_projector[name], share) for name, own in self.projector.state_dict().items()}
        return torch.func.functional_call(self.projector, mixed, (frames, lengths))

    def written(
        self,
        tokens: Tensor,
        worse: Tensor,
        counts: Tensor,
        texts: list[list[int]],
        languages: list[int],
        practise: bool,
    ) -> dict[str, Tensor]:
        """Return the losses of the backbone: of the causal pass, and of the denoiser where it has to ``practise``.

        Args are audio tokens (batch, tokens, width), and ``worse`` ones from which drafts are decoded.
        """
        s = self.settings
        sizes = torch.tensor([len(ids) for ids in texts])
        read = self.read(tokens, counts, texts, languages)
        prefix = read["prefix"]

        # position prefix-1 (the end of the audio) predicts the first text token, the last text token predicts the end
        rows = torch.repeat_interleave(torch.arange(len(texts)), sizes + 1)
        cols = torch.cat([torch.arange(p - 1, p + n) for p, n in zip(prefix.tolist(), sizes.tolist(), strict=True)])
        targets = torch.tensor([i for ids in texts for i in [*ids, vocab.EOS]])
        ar = F.cross_entropy(self.logits(read["hidden"][rows, cols]), targets, label_smoothing=0.05)
        if not practise:
            return {"ar": ar.detach(), "loss": s.ar_weight * ar}

        drafts: list[Draft] = []
        exact = [s.canvas().length_for(count) for count in counts.tolist()]
        if random.random() >= s.no_draft_fraction:
            with torch.no_grad():
                heard = self.logits(worse).log_softmax(-1)
                rows = [row[:count] for row, count in zip(heard, counts.tolist(), strict=True)]
                drafts = self.drafts(rows, languages)
            exact = [s.canvas().length_for(0, len(draft.token_rows)) for draft in drafts]
        widths = torch.tensor([self.width(length, len(ids)) for length, ids in zip(exact, texts, strict=True)])
        clean = torch.full((len(texts), int(widths.max())), vocab.PAD)
        weight = torch.full(clean.shape, s.tail_weight)
        for row, ids in enumerate(texts):
            clean[row, : len(ids) + 1] = torch.tensor([*ids, vocab.EOS])
            weight[row, : len(ids) + 1] = 1.0
        weight = weight * (torch.arange(clean.shape[1]) < widths[:, None])
        copies = s.canvases
        cache, prefix = repeated(read["cache"], copies), prefix.repeat(copies)
        clean, weight, widths = clean.repeat(copies, 1), weight.repeat(copies, 1), widths.repeat(copies)
        level = torch.where(torch.rand(len(clean)) < 0.3, torch.ones(()), torch.rand(len(clean)))
        canvas = self.add_noise(clean, level)
        previous = None
        if drafts:
            rows = [
                make_draft_logits(d.log_probs, d.token_rows, clean.shape[1], vocab.BLANK, vocab.EOS, vocab.PAD)
                for d in drafts
            ]
            previous = torch.stack(rows).repeat(copies, 1, 1)
        if random.random() < s.own_prediction_fraction:
            with torch.no_grad():
                worse = level + (1 - level) * torch.rand(len(clean))
                first = self.add_noise(clean, worse)
                own = self.denoised(cache, prefix, first, widths, previous).float() / random.uniform(0.4, 0.8)
                previous = own if previous is None else mix_draft(own, previous, s.draft_share)
                if random.random() < s.rollout_fraction:
                    canvas = self.next_canvas(own, widths)
        predicted = self.denoised(cache, prefix, canvas, widths, previous)
        weight = weight * torch.where(canvas == clean, s.intact_weight, 1.0)
        each = F.cross_entropy(predicted.flatten(0, 1).float(), clean.flatten(), reduction="none").view(clean.shape)
        diffusion = (each * weight).sum() / weight.sum()
        loss = s.ar_weight * ar + s.diffusion_weight * diffusion
        return {"ar": ar.detach(), "diffusion": diffusion.detach(), "loss": loss}

    def ctc(self, tokens: Tensor, counts: Tensor, texts: list[list[int]], weight: float) -> Tensor:
        """``weight`` times the CTC loss per text token of (batch, tokens, width) audio tokens; nothing may scale it further."""
        labels = [sorted(set(ids)) for ids in texts]
        columns = torch.full((len(texts), 1 + max(map(len, labels))), vocab.BLANK)
        targets = []
        for row, (own, ids) in enumerate(zip(labels, texts, strict=True)):
            columns[row, 1 : 1 + len(own)] = torch.tensor(own, dtype=torch.long)
            place = {label: n for n, label in enumerate(own, 1)}
            targets += [place[i] for i in ids]
        sizes = torch.tensor([len(ids) for ids in texts])
        repeats = torch.tensor([sum(a == b for a, b in pairwise(ids)) for ids in texts])
        share = weight * (counts >= sizes + repeats) / max(1, int(sizes.sum()))
        inside = torch.arange(tokens.shape[1]) < counts[:, None]
        row_of = inside.nonzero()[:, 0]
        logits = self.backbone.lm_head(tokens[inside])
        picked = LabelColumns.apply(logits, columns[row_of], share[row_of])
        heard = picked.new_zeros(*inside.shape, columns.shape[1]).masked_scatter(inside[:, :, None], picked)
        each = F.ctc_loss(
            heard.transpose(0, 1), torch.tensor(targets), counts, sizes, blank=0, reduction="none", zero_infinity=True
        )
        return (each * share).sum()

    def drafts(self, heard: list[Tensor], languages: list[int]) -> list[Draft]:
        """Return the drafts that canvases are conditioned on, from CTC log-probabilities (tokens, vocabulary).

        They are decoded with the language models where there are any, else greedily and then corrupted: some tokens are
        changed, lost or doubled.
        """
        if self.ngrams is None:
            return [self.corrupt_draft(greedy_draft(row, vocab.BLANK)) for row in heard]
        found: list[Draft | None] = [None] * len(heard)
        fusion = FusionConfig(*random.choice(self.settings.fusions))
        for language in set(languages):
            rows = [row for row, own in enumerate(languages) if own == language]
            read = lm_fused_n_best(
                [heard[row] for row in rows], self.ngrams[CODES[language]], fusion,
                blank_id=vocab.BLANK, begin_id=vocab.BOS, end_id=vocab.EOS,
            )  # fmt: skip
            for row, readings in zip(rows, read, strict=True):
                found[row] = readings.draft_for(0)
        return [draft for draft in found if draft is not None]

    def corrupt_draft(self, draft: Draft) -> Draft:
        rows: list[int] = []
        for place in draft.token_rows:
            kind = random.random() / max(1e-9, self.settings.draft_errors)
            if kind < 0.5:
                rows.append(random.randrange(len(draft.log_probs)))
            elif kind < 0.75:
                rows += [place, place]
            elif kind >= 1:
                rows.append(place)
        return Draft(draft.log_probs, rows)

    def next_canvas(self, logits: Tensor, widths: Tensor) -> Tensor:
        """Canvases (batch, canvas) that the sampler makes of a step's logits: sampled tokens where surest, else noise."""
        log_probs = logits.log_softmax(-1)
        probs = log_probs.exp()
        entropy = -(probs * log_probs.clamp(min=-100)).sum(-1)
        outside = torch.arange(logits.shape[1]) >= widths[:, None]
        accepted = accept(entropy.masked_fill(outside, torch.inf), SamplerConfig().entropy_bound)
        sampled = torch.multinomial(probs.flatten(0, 1), 1).view(entropy.shape)
        return torch.where(accepted, sampled, torch.randint_like(sampled, self.settings.vocab_size))

    def width(self, exact: int, text: int) -> int:
        """The canvas of a clip, a little longer or shorter than the rule so that the rule's exact length teaches nothing."""
        return max(text + 2, min(192, int(exact * random.uniform(0.9, 1.15))))

    def add_noise(self, clean: Tensor, level: Tensor) -> Tensor:
        """Uniform noise: each token becomes a random one of the vocabulary with the row's probability."""
        random_ids = torch.randint(self.settings.vocab_size, clean.shape)
        return torch.where(torch.rand(clean.shape) < level[:, None], random_ids, clean)


@torch.no_grad()
def make_splice_sampler(
    trainer: Trainer, corpus: list[Utterance], texts: list[Path], tokenizer: vocab.Tokenizer
) -> SpliceSampler:
    """What sews the sentences in folders of ``XX.json``, out of a random choice of the corpus."""
    s = trainer.settings
    scraps, sentences = {}, {}
    spelled = {tokenizer.token_to_id(byte) for byte in vocab.BYTES}  # a byte says nothing alone
    for code, language in sorted(NUMBERS.items()):
        own = [one for one in corpus if one.language == language and one.ids]
        lists = [folder / f"{code}.json" for folder in texts if (folder / f"{code}.json").exists()]
        if not own or not lists:
            continue
        clips = []
        for one in random.sample(own, min(len(own), s.clips_per_language)):
            frames = torch.from_numpy(np.array(one.frames, dtype=np.float32))[None]
            lengths = torch.tensor([len(one.frames)])
            [heard] = trainer.projector(masked_features(frames, lengths, random.uniform(*s.feature_mask)), lengths)
            clips.append((heard.bfloat16(), trainer.logits(heard).log_softmax(-1).numpy(), one.ids))
        scraps[language] = ClipPieces(clips, vocab.BLANK)
        lines = [line for path in lists for line in json.loads(path.read_text(encoding="utf-8"))["train"]]
        written = [each.ids for each in tokenizer.encode_batch(lines, add_special_tokens=False)]
        sentences[language] = [ids for ids in written if spelled.isdisjoint(ids)]
    return SpliceSampler(scraps, sentences, {NUMBERS[code]: share for code, share in s.splice_shares.items()})


def collate(corpus: list[Utterance], rows: list[int]) -> tuple[Tensor, Tensor, list[list[int]], list[int]]:
    lengths = torch.tensor([len(corpus[i].frames) for i in rows])
    frames = torch.zeros(len(rows), int(lengths.max()), corpus[rows[0]].frames.shape[1])
    for row, i in enumerate(rows):
        frames[row, : len(corpus[i].frames)] = torch.from_numpy(np.array(corpus[i].frames, dtype=np.float32))
    return frames, lengths, [corpus[i].ids for i in rows], [corpus[i].language for i in rows]


def learning_rate_at(progress: float, step: int, settings: Settings) -> float:
    """Linear warm-up by steps, then a cosine over the run's clock down to 2 % of the peak."""
    return (
        settings.peak_rate
        * min(1, (step + 1) / settings.warmup_steps)
        * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
    )


def save(out: Path, trainer: Trainer, optimizers: list[torch.optim.Optimizer], state: dict[str, float]) -> None:
    trained = {k: v for k, v in trainer.state_dict().items() if "vision" not in k}
    torch.save({"model": trained, "optimizers": [o.state_dict() for o in optimizers], "state": state,
                "settings": asdict(trainer.settings)}, out / "last.part")  # fmt: skip
    (out / "last.part").rename(out / "last.pt")


def make_optimizers(trainer: Trainer, wanted: str, keep_embeddings: bool = False) -> list[torch.optim.Optimizer]:
    """Muon for the matrices inside the network, AdamW for embeddings, convolutions and norms.

    Muon needs half as many utterances for the same CTC loss (measured; README). The rates are set by ``run``.
    """
    names = dict(trainer.named_parameters())
    if wanted == "ctc":
        own = ("projector.",) if keep_embeddings else ("projector.", "embed_tokens")
        names = {name: p for name, p in names.items() if any(part in name for part in own)}
    if wanted == "denoiser":
        trainer.projector.requires_grad_(False)
        trainer.backbone.lm_head.requires_grad_(False)  # tied: all embeddings
        names = {name: p for name, p in names.items() if p.requires_grad}
    inner = [p for name, p in names.items() if p.requires_grad and p.ndim == 2 and "embed" not in name]
    known = {id(p) for p in inner}
    rest = [p for p in names.values() if p.requires_grad and id(p) not in known]
    return [
        torch.optim.Muon(inner, lr=0, momentum=0.95, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(
            [
                {"params": [p for p in rest if p.ndim > 1], "weight_decay": 0.01},
                {"params": [p for p in rest if p.ndim <= 1], "weight_decay": 0.0},
            ],
            lr=0,
            betas=(0.9, 0.98),
            fused=True,
        ),
    ]


def pretrain_draft_passthrough(trainer: Trainer, steps: int = 600) -> None:
    """Teach the self-conditioning alone to say the tokens it is given, whatever the canvas holds.

    It begins as a random gated MLP under which a draft is lost; 600 small steps (half a minute) make it legible.
    """
    decoder, weights = (
        trainer.backbone.model.decoder,
        list(trainer.backbone.model.decoder.self_conditioning.parameters()),
    )
    embeddings = decoder.embed_tokens.weight.detach() * trainer.settings.hidden**0.5
    optimizer = torch.optim.AdamW(weights, lr=0)
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = 3e-3 * (1 - step / steps) + 1e-5
        said, noise, doubt = torch.randint(trainer.settings.vocab_size, (3, 512))
        unsure = torch.rand(512, 1) * 0.45 * (torch.rand(512, 1) < 0.5)
        signal = (1 - unsure) * embeddings[said] + unsure * embeddings[doubt]
        hidden = decoder.self_conditioning(embeddings[noise], signal)
        logits = trainer.logits(decoder.norm(hidden + 0.7 * torch.randn_like(hidden)))
        optimizer.zero_grad(set_to_none=True)
        gradients = torch.autograd.grad(F.cross_entropy(logits, said), weights)
        for weight, gradient in zip(weights, gradients, strict=True):
            weight.grad = gradient
        optimizer.step()


def average_gradients(weights: list[nn.Parameter]) -> None:
    """Mean of the gradients over the processes, in one message."""
    if not torch.distributed.is_initialized():
        return
    flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in weights])
    torch.distributed.all_reduce(flat)
    flat /= torch.distributed.get_world_size()
    start = 0
    for p in weights:
        p.grad = flat[start : start + p.numel()].view_as(p)
        start += p.numel()


def shared_progress(own: float) -> float:
    """The first process' clock, so that all take the same rate and stop at the same step."""
    if not torch.distributed.is_initialized():
        return min(1.0, own)
    value = torch.tensor([own])
    torch.distributed.broadcast(value, 0)
    return min(1.0, float(value))


def run(rank: int, processes: int, args: argparse.Namespace) -> None:
    """Train in one of ``processes`` data-parallel processes until ``args.minutes`` have passed; rank 0 logs and saves."""
    settings = parse_settings(args.set)
    torch.set_num_threads(1)
    patch_muon()
    if processes > 1:
        join_process_group(args.out, rank, processes)
    if rank == 0:
        write_tokenizer(args, settings)
    if processes > 1:
        torch.distributed.barrier()
    tokenizer = vocab.load(args.out / "tokenizer.json")
    settings.vocab_size = tokenizer.get_vocab_size()
    trainer = make_trainer(args, settings)
    optimizers = make_optimizers(trainer, args.losses, args.keep_embeddings)
    weights = [p for o in optimizers for group in o.param_groups for p in group["params"]]
    step, used_s = resume(args.out, trainer, optimizers) if args.resume else (0, 0.0)
    if rank == 0:
        print(f"{sum(p.numel() for p in weights) / 1e6:.2f}M trained parameters", flush=True)
    rng = random.Random(settings.seed + step)  # the plan of batches is the same in every process
    random.seed(1000 * step + rank)
    torch.manual_seed(1000 * step + rank)
    sampler = None
    if args.texts:
        sampler = make_splice_sampler(trainer, read_corpus(args.corpus, tokenizer, settings), args.texts, tokenizer)
    clock = Clock(args.minutes, used_s, args.processor_time)
    log = TrainingLog(args.out / "log.jsonl", processes, clock) if rank == 0 else None
    saved = time.monotonic()
    while True:
        corpus = corpus_of_epoch(args.corpus, tokenizer, settings, clock.progress, rng)
        if log:
            log.print_epoch(corpus)
        planned = batches(corpus, settings, rng)
        for rows in planned[rank : len(planned) - len(planned) % processes : processes]:
            progress = shared_progress(clock.progress)
            set_learning_rates(optimizers, progress, step, settings)
            dice = random.Random(step)  # alike in every process
            practise = dice.random() < settings.denoise_fraction
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bf16()):
                if sampler and dice.random() < settings.spliced_fraction:
                    tokens, *batch = sampler.batch(settings.frames_per_batch // math.prod(settings.strides), random)
                    losses = trainer.written(tokens, tokens, *batch, practise)
                else:
                    losses = trainer.losses(*collate(corpus, rows), args.losses, practise)
            optimize(optimizers, losses["loss"], weights, practise)
            step += 1
            if log:
                log.add(step, len(rows), losses, optimizers[0].param_groups[0]["lr"])
            over = progress >= 1 or step >= args.max_steps
            if rank == 0 and (over or time.monotonic() - saved > SAVE_EVERY_S):
                save(args.out, trainer, optimizers, {"step": step, "used_s": clock.used_s})
                saved = time.monotonic()
            if over:
                return


def parse_settings(pairs: list[str]) -> Settings:
    """Return the settings with NAME=VALUE pairs (JSON values) in place of their defaults."""
    settings = Settings()
    for pair in pairs:
        name, value = pair.split("=")
        setattr(settings, name, type(getattr(settings, name))(json.loads(value)))
    return settings


def join_process_group(out: Path, rank: int, processes: int) -> None:
    rendezvous = out / "rendezvous"
    if rank == 0:
        rendezvous.unlink(missing_ok=True)
    else:
        time.sleep(2)
    torch.distributed.init_process_group(
        "gloo", init_method=f"file://{rendezvous.resolve()}", rank=rank, world_size=processes
    )


def write_tokenizer(args: argparse.Namespace, settings: Settings) -> None:
    """Put a tokenizer into the run's folder: that of the weights to begin with, else one trained on the corpus's texts."""
    target = args.out / "tokenizer.json"
    if args.start_from:
        target.write_bytes((args.start_from / "tokenizer.json").read_bytes())
    if args.begin:
        target.write_bytes((args.begin.parent / "tokenizer.json").read_bytes())
    if not target.exists():
        lines: dict[str, set[str]] = defaultdict(set)
        for path in args.corpus.glob("??-*.json"):
            for row in json.loads(path.read_text(encoding="utf-8")):
                lines[row["language"]].add(row["text"])
        vocab.train({code: sorted(texts) for code, texts in lines.items()}, settings.vocab_size).save(str(target))


def make_trainer(args: argparse.Namespace, settings: Settings) -> Trainer:
    """A trainer with weights to begin with: random, those of a shipped model (``start_from``) or of a run (``begin``)."""
    trainer = Trainer(settings)
    trainer.ngrams = NGramFile(args.ngrams) if args.ngrams else None
    ctc_beam_search.BEAM_WIDTH = 16  # of a draft to learn from; the app takes more time
    if args.start_from:
        shipped = load_model(args.start_from)
        trainer.projector.load_state_dict(shipped.projector.state_dict())
        trainer.backbone.load_state_dict(shipped.backbone.state_dict())
    if args.older:
        older = read_tensors(args.older, read_native(args.older)).projector
        trainer.older_projector = {name: value.float() for name, value in older.items()}
    if args.begin:
        trainer.load_state_dict(torch.load(args.begin, weights_only=True)["model"], strict=False)
        if args.losses == "all" and not args.drafts_pass:
            pretrain_draft_passthrough(trainer)
    return trainer


def resume(out: Path, trainer: Trainer, optimizers: list[torch.optim.Optimizer]) -> tuple[int, float]:
    """Load the last checkpoint, if there is one; return its step and the seconds it took."""
    path = out / "last.pt"
    if not path.exists():
        return 0, 0.0
    checkpoint = torch.load(path, weights_only=True)
    trainer.load_state_dict(checkpoint["model"], strict=False)
    for optimizer, values in zip(optimizers, checkpoint["optimizers"], strict=True):
        optimizer.load_state_dict(values)
    return int(checkpoint["state"]["step"]), float(checkpoint["state"]["used_s"])


def corpus_of_epoch(
    folder: Path, tokenizer: vocab.Tokenizer, settings: Settings, progress: float, rng: random.Random
) -> list[Utterance]:
    """Read the corpus again, since shards may still be arriving, and draw an epoch's utterances by language shares."""
    longest_s = [seconds for start, seconds in settings.curriculum if progress >= start][-1]
    everything = read_corpus(folder, tokenizer, settings)
    short = [u for u in everything if len(u.frames) <= longest_s * 50]
    return balanced(short, rng, settings.shares, settings.max_over_median)


def set_learning_rates(optimizers: list[torch.optim.Optimizer], progress: float, step: int, settings: Settings) -> None:
    for optimizer, factor in zip(optimizers, (1.0, ADAM_SHARE), strict=True):
        for group in optimizer.param_groups:
            group["lr"] = factor * learning_rate_at(progress, step, settings)


def optimize(
    optimizers: list[torch.optim.Optimizer], loss: Tensor, weights: list[nn.Parameter], practise: bool
) -> None:
    """One optimizer step with clipped gradients, averaged over the processes; skipped where they are not finite."""
    for optimizer in optimizers:
        optimizer.zero_grad(set_to_none=True)
    loss.backward()
    # what an optimizer is given no gradient for stays where it is, momentum or not
    average_gradients(weights if practise else [p for p in weights if p.grad is not None])
    norm = nn.utils.clip_grad_norm_(weights, 1.0)
    if torch.isfinite(norm):
        for optimizer in optimizers:
            optimizer.step()


class Clock:
    """How much of a run's minutes has passed, over all its restarts."""

    def __init__(self, minutes: float, used_s: float, processor_time: bool = False) -> None:
        """``processor_time`` counts this process's processor time, for machines that others keep busy."""
        self._run_s = minutes * 60
        self._now_s = time.process_time if processor_time else time.monotonic
        self._began = self._now_s() - used_s

    @property
    def used_s(self) -> float:
        return self._now_s() - self._began

    @property
    def progress(self) -> float:
        """0 to 1."""
        return min(1.0, self.used_s / self._run_s)


class TrainingLog:
    """Mean losses every 50 steps, on standard output and in a file of JSON lines."""

    def __init__(self, path: Path, processes: int, clock: Clock) -> None:
        self._file = path.open("a", encoding="utf-8")
        self._processes, self._clock = processes, clock
        self._reset()

    def _reset(self) -> None:
        self._sums: dict[str, list[float]] = defaultdict(list)
        self._utterances, self._since = 0, time.monotonic()

    def print_epoch(self, corpus: list[Utterance]) -> None:
        frames = [len(utterance.frames) for utterance in corpus]
        print(
            f"epoch: {len(corpus)} utterances of at most {max(frames, default=0) / 50} s, {sum(frames) / 180_000:.1f} h",
            flush=True,
        )

    def add(self, step: int, utterances: int, losses: dict[str, Tensor], rate: float) -> None:
        self._utterances += utterances
        for name in losses.keys() - {"loss"}:
            self._sums[name].append(float(losses[name]))
        if step % 50:
            return
        line = {
            "step": step,
            "minutes": round(self._clock.used_s / 60, 2),
            "rate": round(rate, 7),
            **{name: round(sum(values) / len(values), 4) for name, values in self._sums.items()},
            "per_s": round(self._processes * self._utterances / (time.monotonic() - self._since), 1),
        }
        print(json.dumps(line), flush=True)
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        self._reset()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--processor-time", action="store_true", help="count processor time of the first process")
    parser.add_argument("--max-steps", type=int, default=10**9)
    parser.add_argument("--processes", type=int, default=2, help="data-parallel processes of one thread each")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--losses", choices=["ctc", "all", "denoiser"], default="all")
    parser.add_argument("--ngrams", type=Path, help="a model's language models, to read the drafts with")
    parser.add_argument(
        "--texts", type=Path, nargs="+", help="folders of XX.json: sentences to be sewn, for the denoiser alone"
    )
    parser.add_argument(
        "--keep-embeddings", action="store_true", help="with CTC alone: a backbone trained on them still fits"
    )
    parser.add_argument(
        "--drafts-pass", action="store_true", help="the weights to begin with have been taught to pass drafts on"
    )
    parser.add_argument("--begin", type=Path, help="another run's last.pt whose weights (and vocabulary) to begin with")
    parser.add_argument(
        "--start-from", type=Path, help="a shipped model folder whose weights and vocabulary to begin with"
    )
    parser.add_argument("--older", type=Path, help="a model whose projector is mixed in at times (older_share)")
    parser.add_argument("--set", nargs="*", default=[], help="NAME=VALUE, overriding a setting")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.processes > 1:
        torch.multiprocessing.spawn(run, (args.processes, args), nprocs=args.processes)
    else:
        run(0, 1, args)


if __name__ == "__main__":
    main()
