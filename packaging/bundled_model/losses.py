"""The trained modules and their losses: CTC of the projector, the causal pass and the denoiser of the backbone."""

from __future__ import annotations

import random
import types
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import tokenizer as vocab
import torch
from precision import has_fast_bf16
from settings import Settings
from torch import Tensor, nn
from torch.nn import functional as F
from training_data import Batch, change_tempo, masked_features, mix_style
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache

from app.models.adapter.spec import FusionConfig, ProjectorConfig, SamplerConfig
from app.speech.decoding.ctc import forced_align, is_alignable, peak_frames
from app.speech.decoding.ctc_draft import (
    Draft,
    align_draft_canvas,
    align_draft_logits,
    greedy_draft,
    lm_fused_n_best,
    make_draft_canvas,
    make_draft_logits,
)
from app.speech.decoding.denoiser import accept
from app.speech.model.assembly import text_only_config
from app.speech.model.ngram_lm import NGramFile
from app.speech.model.projector import Projector
from app.speech.model.speech_model import softcap

PROMPT_TOKENS = 4
"""Tokens of the prompt beside the audio: begin, language, begin and end of the audio."""
VIEW_SPANS = 7
"""Silenced spans of time in each of two views; one view alone has three."""
FIRST_SLOT = 3
"""The position of the first audio token."""
NUMBERS = {code: token for code, token in vocab.LANGUAGE.items() if code != "auto"}
CODES = {token: code for code, token in NUMBERS.items()}


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


@dataclass
class AudioTokens:
    """Audio tokens (batch, tokens, width) of clips or of spliced sentences, their counts (batch,), texts and languages."""

    tokens: Tensor
    counts: Tensor
    texts: list[list[int]]
    languages: list[int]

    def to(self, device: torch.device) -> AudioTokens:
        tokens, counts = self.tokens.to(device, non_blocking=True), self.counts.to(device, non_blocking=True)
        return AudioTokens(tokens, counts, self.texts, self.languages)

    def pinned(self) -> AudioTokens:
        """The same in memory from which CUDA copies while it computes."""
        return AudioTokens(self.tokens.pin_memory(), self.counts.pin_memory(), self.texts, self.languages)


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

    def __init__(self, settings: Settings, device: torch.device) -> None:
        super().__init__()
        self.settings = settings
        self.ngrams: NGramFile | None = None
        self.older_projector: dict[str, Tensor] = {}
        self.sound: Tensor | None = None
        """(batch, canvas, hidden) the audio tokens in the self-conditioning of alignments that are denoised without a draft."""
        self.projector, self.backbone = build(settings)
        # the CPU's flash attention is slow backwards in bf16
        self.backbone.set_attn_implementation("eager" if device.type == "cpu" else "sdpa")
        self.backbone.model.decoder.self_conditioning.register_forward_pre_hook(self.with_sound)
        towers = (self.backbone.model.encoder.language_model, self.backbone.model.decoder)
        for tower in towers:
            if has_fast_bf16(device):
                tower.embed_tokens.register_forward_hook(lambda _module, _args, out: out.bfloat16())
            for layer in tower.layers:
                layer.experts.forward = types.MethodType(_one_expert, layer.experts)
        self.to(device)

    @property
    def device(self) -> torch.device:
        return self.backbone.device

    def logits(self, hidden: Tensor) -> Tensor:
        return softcap(self.backbone.lm_head(hidden).float(), self.backbone.final_logit_softcapping)

    def read(self, heard: AudioTokens) -> tuple[Tensor, DynamicCache]:
        """The causal pass over prompts and texts: its hidden states, and the keys and values.

        The prompt of row i fills ``counts[i] + PROMPT_TOKENS`` positions; its text follows.
        """
        rows = []
        for count, ids, language in zip(heard.counts.tolist(), heard.texts, heard.languages, strict=True):
            said = vocab.LANGUAGE["auto"] if random.random() < 0.4 else language
            rows.append(
                torch.tensor([vocab.BOS, said, vocab.AUDIO_BEGIN] + [vocab.AUDIO] * count + [vocab.AUDIO_END] + ids)
            )
        lengths = torch.tensor([len(row) for row in rows], device=self.device)
        ids = nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=vocab.PAD).to(self.device)
        inside = torch.arange(heard.tokens.shape[1], device=self.device) < heard.counts[:, None]
        embeds = self.backbone.model.encoder.get_input_embeddings()(ids)
        slots = (ids == vocab.AUDIO)[:, :, None]
        embeds = embeds.masked_scatter(slots, heard.tokens[inside].to(embeds.dtype))
        cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True))
        present = torch.arange(ids.shape[1], device=self.device) < lengths[:, None]
        hidden = self.backbone.model.encoder(
            inputs_embeds=embeds, attention_mask=present, past_key_values=cache
        ).last_hidden_state
        return hidden, cache

    def denoised(
        self, cache: DynamicCache, prefix: Tensor, canvas: Tensor, widths: Tensor, previous: Tensor | None
    ) -> Tensor:
        """Logits of noised canvases; keys behind a row's prompt or canvas are hidden.

        An alignment's positions are those of the audio tokens, a text's follow the prompt.
        """
        keys = cache.layers[0].keys.shape[2]
        width = canvas.shape[1]
        places = torch.arange(max(keys, width), device=self.device)
        seen = torch.cat([places[:keys] < prefix[:, None], places[:width] < widths[:, None]], dim=1)
        seen = seen[:, None, None, :].expand(-1, 1, width, -1)
        added = torch.zeros(seen.shape, dtype=cache.layers[0].keys.dtype, device=self.device)
        added = added.masked_fill(~seen, torch.finfo(added.dtype).min)
        first = torch.full_like(prefix, FIRST_SLOT) if self.settings.layout == "alignment" else prefix
        return self.backbone(
            decoder_input_ids=canvas,
            past_key_values=cache,
            self_conditioning_logits=previous,
            decoder_attention_mask={"full_attention": added, "sliding_attention": added},
            decoder_position_ids=first[:, None] + places[:width],
        ).logits

    def with_sound(self, _module: nn.Module, given: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Add the audio tokens to a self-conditioning, as the app does."""
        embeds, signal = given
        return (embeds, signal) if self.sound is None else (embeds, signal + self.sound.to(signal.dtype))

    def losses(self, batch: Batch, practise: bool = True) -> dict[str, Tensor]:
        """Return those of ``Settings.losses`` on clips, their sum as ``loss``."""
        s, frames, lengths, texts = self.settings, batch.frames, batch.lengths, batch.texts
        alone = s.losses == "denoiser"
        with torch.set_grad_enabled(not alone):
            strength = random.uniform(*(s.feature_mask if alone else s.ctc_feature_mask))
            if s.losses == "ctc":
                if random.random() < s.tempo_fraction:
                    frames, lengths = change_tempo(frames, lengths, random.uniform(0.87, 1.15))
                if s.consistency_weight:
                    return self.consistent_ctc(frames, lengths, batch, strength)
                if s.mixstyle_fraction:
                    frames = mix_style(frames, lengths, s.mixstyle_fraction)
            tokens = self.project(masked_features(frames, lengths, strength), lengths, batch.languages)
        heard = AudioTokens(tokens, self.projector.token_counts(lengths), texts, batch.languages)
        if s.losses == "ctc":
            ctc = self.ctc(heard, 1.0)
            return {"ctc": ctc.detach(), "loss": ctc}
        if alone:
            return self.backbone_losses(heard, tokens, practise)
        ctc = self.ctc(heard, s.ctc_weight)
        with torch.no_grad():
            worse = self.projector(masked_features(frames, lengths, s.draft_mask), lengths)
        of_backbone = self.backbone_losses(heard, worse, practise)
        return of_backbone | {"ctc": ctc.detach() / s.ctc_weight, "loss": ctc + of_backbone["loss"]}

    def consistent_ctc(self, frames: Tensor, lengths: Tensor, batch: Batch, strength: float) -> dict[str, Tensor]:
        """Return the mean CTC loss of two views of a batch, masked and styled differently, and how far they disagree.

        What one view predicts is the other's target, frame by frame: a projector that has begun to learn its few clips by heart
        learns to hear what the masks leave (CR-CTC, Yao et al. 2024, arXiv:2410.05101).
        """
        s = self.settings
        styled = [mix_style(frames, lengths, s.mixstyle_fraction) if s.mixstyle_fraction else frames for _ in range(2)]
        views = masked_features(torch.cat(styled), lengths.repeat(2), strength, VIEW_SPANS)
        tokens = self.projector(views, lengths.repeat(2))
        counts = self.projector.token_counts(lengths)
        ctc = self.ctc(AudioTokens(tokens, counts.repeat(2), batch.texts * 2, batch.languages * 2), 1.0)
        inside = torch.arange(tokens.shape[1], device=self.device) < counts[:, None]
        log_probs = [self.backbone.lm_head(view[inside]).float().log_softmax(-1) for view in tokens.chunk(2)]
        targets = [each.detach().exp() for each in reversed(log_probs)]
        divergence = sum(
            (target * (target.clamp(min=1e-9).log() - said)).sum()
            for said, target in zip(log_probs, targets, strict=True)
        )
        consistency = 0.5 * divergence / max(1, sum(map(len, batch.texts)))
        loss = ctc + s.consistency_weight * consistency
        return {"ctc": ctc.detach(), "consistency": consistency.detach(), "loss": loss}

    def project(self, frames: Tensor, lengths: Tensor, languages: list[int]) -> Tensor:
        """Audio tokens of the projector, or of its mean with an older one (``Settings.older_shares``)."""
        if not self.older_projector:
            return self.projector(frames, lengths)
        tokens: Tensor | None = None
        for language in sorted(set(languages)):
            share = random.uniform(*self.settings.older_shares.get(CODES[language], (0.0, 0.0)))
            mixed = {
                name: own.lerp(self.older_projector[name], share) for name, own in self.projector.state_dict().items()
            }
            rows = torch.tensor([row for row, own in enumerate(languages) if own == language], device=self.device)
            heard = torch.func.functional_call(self.projector, mixed, (frames[rows], lengths[rows]))
            tokens = heard.new_zeros(len(languages), *heard.shape[1:]) if tokens is None else tokens
            tokens[rows] = heard
        assert tokens is not None
        return tokens

    def backbone_losses(self, heard: AudioTokens, worse: Tensor, practise: bool) -> dict[str, Tensor]:
        """Return the losses of the causal pass, and of the denoiser where it has to ``practise``.

        Drafts are decoded from ``worse``, the same audio tokens or ones of more masked features.
        """
        s, texts = self.settings, heard.texts
        hidden, cache = self.read(heard)
        # the end of the audio predicts the first text token, the last text token predicts the end
        sizes = torch.tensor([len(ids) for ids in texts])
        rows = torch.repeat_interleave(torch.arange(len(texts)), sizes + 1).to(self.device)
        prefix = (heard.counts + PROMPT_TOKENS).tolist()
        cols = torch.cat([torch.arange(p - 1, p + n) for p, n in zip(prefix, sizes.tolist(), strict=True)])
        targets = torch.tensor([i for ids in texts for i in [*ids, vocab.EOS]], device=self.device)
        logits = self.logits(hidden[rows, cols.to(self.device)])
        ar = F.cross_entropy(logits, targets, label_smoothing=0.05)
        if not practise:
            return {"ar": ar.detach(), "loss": s.ar_weight * ar}
        by_layout = self.alignment_diffusion if s.layout == "alignment" else self.diffusion
        diffusion = by_layout(heard, worse, cache)
        loss = s.ar_weight * ar + s.diffusion_weight * diffusion
        return {"ar": ar.detach(), "diffusion": diffusion.detach(), "loss": loss}

    def diffusion(self, heard: AudioTokens, worse: Tensor, cache: DynamicCache) -> Tensor:
        """Return the loss of predicting clean canvases (text, end token, padding) from noised ones."""
        s = self.settings
        drafts: list[Draft] = []
        lengths = [s.canvas().length_for(count) for count in heard.counts.tolist()]
        if random.random() >= s.no_draft_fraction:
            drafts = self.drafts(worse, heard)
            lengths = [s.canvas().length_for(0, len(draft.token_rows)) for draft in drafts]
        widths = torch.tensor([self.width(n, len(ids)) for n, ids in zip(lengths, heard.texts, strict=True)])
        clean = torch.full((len(widths), int(widths.max())), vocab.PAD)
        weight = torch.full(clean.shape, s.tail_weight)
        for row, ids in enumerate(heard.texts):
            clean[row, : len(ids) + 1] = torch.tensor([*ids, vocab.EOS])
            weight[row, : len(ids) + 1] = 1.0
        weight = weight * (torch.arange(clean.shape[1]) < widths[:, None])
        copies = s.canvases
        cache, prefix = repeated(cache, copies), (heard.counts + PROMPT_TOKENS).repeat(copies)
        clean, weight = (x.to(self.device).repeat(copies, 1) for x in (clean, weight))
        widths = widths.to(self.device).repeat(copies)
        level = self.random(len(clean))
        level = torch.where(level < 0.3, torch.ones_like(level), self.random(len(clean)))
        canvas = self.add_noise(clean, level)
        previous = None
        if drafts:
            places = (clean.shape[1], vocab.BLANK, vocab.EOS, vocab.PAD)
            said = torch.stack([make_draft_logits(d.log_probs, d.token_rows, *places) for d in drafts])
            previous = said.repeat(copies, 1, 1)
        if drafts and random.random() < s.draft_canvas_fraction:
            held = [make_draft_canvas(draft.ids, clean.shape[1], vocab.EOS, vocab.PAD) for draft in drafts]
            held_ids = torch.from_numpy(np.stack(held)).long().to(self.device).repeat(copies, 1)
            canvas = self.add_noise(held_ids, s.draft_noise * self.random(len(clean)))
        elif random.random() < s.own_prediction_fraction:
            with torch.no_grad():
                noisier = self.add_noise(clean, level + (1 - level) * self.random(len(clean)))
                own = self.denoised(cache, prefix, noisier, widths, previous).float() / random.uniform(0.4, 0.8)
                previous = own if previous is None else mix_draft(own, previous, s.draft_share)
                if random.random() < s.rollout_fraction:
                    canvas = self.next_canvas(own, widths)
        predicted = self.denoised(cache, prefix, canvas, widths, previous)
        weight = weight * torch.where(canvas == clean, s.intact_weight, 1.0)
        each = F.cross_entropy(predicted.flatten(0, 1).float(), clean.flatten(), reduction="none").view(clean.shape)
        return (each * weight).sum() / weight.sum()

    def alignment_diffusion(self, heard: AudioTokens, worse: Tensor, cache: DynamicCache) -> Tensor:
        """The same where canvases hold alignments: at each audio token its text token, or a blank.

        The clean canvas is CTC's most probable alignment of the text. A draft is aligned likewise, so what it lacks or has too
        much moves nothing else.
        """
        s, copies = self.settings, self.settings.canvases
        drafts = self.drafts(worse, heard) if random.random() >= s.no_draft_fraction else []
        clean, aligned = self.alignments(heard)
        self.sound = None if drafts else heard.tokens[:, : clean.shape[1]].repeat(copies, 1, 1)
        weight = torch.where(clean == vocab.BLANK, s.blank_weight, 1.0)
        inside = torch.arange(clean.shape[1], device=self.device) < heard.counts[:, None]
        weight = weight * inside * aligned[:, None]
        cache, prefix = repeated(cache, copies), (heard.counts + PROMPT_TOKENS).repeat(copies)
        clean, weight, widths = clean.repeat(copies, 1), weight.repeat(copies, 1), heard.counts.repeat(copies)
        level = self.random(len(clean))
        level = torch.where(level < 0.3, torch.ones_like(level), self.random(len(clean)))
        base, previous = clean, None
        if drafts:
            said = torch.stack([align_draft_logits(d, clean.shape[1], vocab.BLANK) for d in drafts])
            previous = said.repeat(copies, 1, 1)
            if random.random() < s.draft_canvas_fraction:
                held = np.stack([align_draft_canvas(d, clean.shape[1], vocab.BLANK) for d in drafts])
                base = torch.from_numpy(held).long().to(self.device).repeat(copies, 1)
                level = self.random(len(clean))
        canvas = self.add_noise(base, level)
        if random.random() < s.own_prediction_fraction:
            with torch.no_grad():
                noisier = self.add_noise(base, level + (1 - level) * self.random(len(clean)))
                own = self.denoised(cache, prefix, noisier, widths, previous).float() / random.uniform(0.4, 0.8)
                previous = own if previous is None else mix_draft(own, previous, s.draft_share)
                if random.random() < s.rollout_fraction:
                    canvas = self.next_alignment(own, widths, self.add_noise(base, level) if drafts else None)
        predicted = self.denoised(cache, prefix, canvas, widths, previous)
        if not drafts and s.marginal_alignments:
            texts, languages = heard.texts * copies, heard.languages * copies
            canvases = AudioTokens(heard.tokens.repeat(copies, 1, 1), widths, texts, languages)
            share = sum(map(len, texts)) / max(1, int(widths.sum()))  # a loss for each position, as below
            return self.ctc(canvases, share, predicted)
        if not drafts:  # what a draft says must count as often as it is right
            weight = weight * torch.where(canvas == clean, s.intact_weight, 1.0)
        each = F.cross_entropy(predicted.flatten(0, 1).float(), clean.flatten(), reduction="none").view(clean.shape)
        return (each * weight).sum() / weight.sum().clamp(min=1)

    @torch.no_grad()
    def alignments(self, heard: AudioTokens) -> tuple[Tensor, Tensor]:
        """CTC's alignments of the texts (batch, tokens), padded with blanks, and whether each text fits (batch,)."""
        log_probs = self.logits(heard.tokens).log_softmax(-1).cpu().numpy()
        ids = np.full(heard.tokens.shape[:2], vocab.BLANK)
        fits = np.zeros(len(ids), bool)
        for row, (count, text) in enumerate(zip(heard.counts.tolist(), heard.texts, strict=True)):
            fits[row] = is_alignable(count, text)
            if fits[row]:
                spans = forced_align(log_probs[row, :count], text, vocab.BLANK)
                ids[row, peak_frames(log_probs[row], text, spans)] = text
        return torch.from_numpy(ids).to(self.device), torch.from_numpy(fits).to(self.device)

    def next_alignment(self, logits: Tensor, widths: Tensor, fresh: Tensor | None) -> Tensor:
        """Canvases that the sampler makes of a step's logits: the likeliest tokens where surest, else ``fresh`` or noise."""
        log_probs = logits.log_softmax(-1)
        entropy = -(log_probs.exp() * log_probs.clamp(min=-100)).sum(-1)
        outside = torch.arange(logits.shape[1], device=self.device) >= widths[:, None]
        accepted = accept(entropy.masked_fill(outside, torch.inf), random.uniform(0.1, 2.0))
        best = logits.argmax(-1)
        fresh = torch.randint_like(best, self.settings.vocab_size) if fresh is None else fresh
        return torch.where(accepted, best, fresh)

    def ctc(self, heard: AudioTokens, weight: float, predicted: Tensor | None = None) -> Tensor:
        """``weight`` times the CTC loss per text token; nothing may scale it further.

        Of what the tied head reads from audio tokens, or of ``predicted``, logits (batch, canvas, vocab) of alignments.
        """
        tokens, counts, texts = heard.tokens, heard.counts, heard.texts
        labels = [sorted(set(ids)) for ids in texts]
        columns = torch.full((len(texts), 1 + max(map(len, labels))), vocab.BLANK)
        targets = []
        for row, (own, ids) in enumerate(zip(labels, texts, strict=True)):
            columns[row, 1 : 1 + len(own)] = torch.tensor(own, dtype=torch.long)
            place = {label: n for n, label in enumerate(own, 1)}
            targets += [place[i] for i in ids]
        columns = columns.to(self.device)
        sizes = torch.tensor([len(ids) for ids in texts], device=self.device)
        repeats = torch.tensor([sum(a == b for a, b in pairwise(ids)) for ids in texts], device=self.device)
        share = weight * (counts >= sizes + repeats) / max(1, sum(map(len, texts)))
        inside = torch.arange(tokens.shape[1], device=self.device) < counts[:, None]
        row_of = inside.nonzero()[:, 0]
        logits = self.backbone.lm_head(tokens[inside]) if predicted is None else predicted[inside]
        picked = LabelColumns.apply(logits, columns[row_of], share[row_of])
        log_probs = picked.new_zeros(*inside.shape, columns.shape[1]).masked_scatter(inside[:, :, None], picked)
        targets = torch.tensor(
            targets, device=self.device
        )  # whole numbers of 64 bits: not cuDNN, whose gradient differs
        each = F.ctc_loss(
            log_probs.transpose(0, 1), targets, counts, sizes, blank=0, reduction="none", zero_infinity=True
        )
        return (each * share).sum()

    @torch.no_grad()
    def drafts(self, tokens: Tensor, heard: AudioTokens) -> list[Draft]:
        """Return the drafts that canvases are conditioned on, as CTC reads them from audio tokens.

        They are decoded with the language models where there are any, else greedily and then corrupted: some tokens are
        changed, lost or doubled.
        """
        log_probs = self.logits(tokens).log_softmax(-1)
        said = [row[:count] for row, count in zip(log_probs, heard.counts.tolist(), strict=True)]
        if self.ngrams is None:
            return [self.corrupt_draft(greedy_draft(row, vocab.BLANK)) for row in said]
        found: list[Draft | None] = [None] * len(said)
        fusion = FusionConfig(*random.choice(self.settings.fusions))
        for language in set(heard.languages):
            rows = [row for row, own in enumerate(heard.languages) if own == language]
            read = lm_fused_n_best(
                [said[row] for row in rows], self.ngrams[CODES[language]], fusion,
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
        return Draft(draft.log_probs, rows, frames=np.array(rows, np.int64))

    def next_canvas(self, logits: Tensor, widths: Tensor) -> Tensor:
        """Canvases (batch, canvas) that the sampler makes of a step's logits: sampled tokens where surest, else noise."""
        log_probs = logits.log_softmax(-1)
        probs = log_probs.exp()
        entropy = -(probs * log_probs.clamp(min=-100)).sum(-1)
        outside = torch.arange(logits.shape[1], device=self.device) >= widths[:, None]
        accepted = accept(entropy.masked_fill(outside, torch.inf), SamplerConfig().entropy_bound)
        sampled = torch.multinomial(probs.flatten(0, 1), 1).view(entropy.shape)
        return torch.where(accepted, sampled, torch.randint_like(sampled, self.settings.vocab_size))

    def width(self, exact: int, text: int) -> int:
        """The canvas of a clip, a little longer or shorter than the rule so that the rule's exact length teaches nothing."""
        return max(text + 2, min(192, int(exact * random.uniform(0.9, 1.15))))

    def add_noise(self, clean: Tensor, level: Tensor) -> Tensor:
        """Uniform noise: each token becomes a random one of the vocabulary with the row's probability."""
        random_ids = torch.randint(self.settings.vocab_size, clean.shape, device=self.device)
        return torch.where(self.random(*clean.shape) < level[:, None], random_ids, clean)

    def random(self, *shape: int) -> Tensor:
        """Return numbers of 0 to 1 from the device's own generator."""
        return torch.rand(shape, device=self.device)
