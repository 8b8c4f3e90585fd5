"""Which of several readings the canvas is conditioned on, where sound and n-grams find them nearly as probable.

The denoiser is asked. Each reading is written on a canvas, most of it is replaced by noise, and the log-probability that one
step gives the whole text is what it thinks of it: a term of the diffusion model's likelihood bound (Austin et al. 2021,
arXiv:2107.03006), estimated by one draw. All readings of a part meet the same noise, so their difference is nearly free of it.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from .backbone import Prefix, SpeechModel
from .canvases import generator_for
from .draft import Readings

NOISE = 0.6
"""Share of a canvas that is replaced."""
POSITIONS = 512
"""Whose logits are looked at together."""


def choose(
    model: SpeechModel, prefix: Prefix, readings: Sequence[Readings], weight: float, seeds: Sequence[Sequence[int]]
) -> list[int]:
    """The reading of each part, by number: what has the highest sum of its score and ``weight`` times the denoiser's.

    ``seeds`` name the places of the parts, for their noise: the choice depends on nothing else that is read beside them.
    """
    chosen = [0] * len(readings)
    open_rows = [row for row, own in enumerate(readings) if len(own.texts) > 1] if weight else []
    if not open_rows:
        return chosen
    texts = [text.tokens for row in open_rows for text in readings[row].texts]
    scores = [text.score for row in open_rows for text in readings[row].texts]
    of_row = [row for row in open_rows for _ in readings[row].texts]
    found = _likelihoods(
        model, prefix.rows(torch.tensor(of_row, device=model.device)), texts, [seeds[r] for r in of_row]
    )
    totals = [score + weight * own for score, own in zip(scores, found, strict=True)]
    at = 0
    for row in open_rows:
        own = totals[at : at + len(readings[row].texts)]
        chosen[row], at = own.index(max(own)), at + len(own)
    return chosen


def _likelihoods(
    model: SpeechModel, prefix: Prefix, texts: list[list[int]], seeds: Sequence[Sequence[int]]
) -> list[float]:
    """What one step says of each text (and its end), noised, behind its prefix: log-probabilities in nats."""
    spec, device = model.spec, model.device
    texts = [text[: spec.canvas.length - 1] for text in texts]
    lengths = [max(len(text) + 1, spec.canvas.positions(0, len(text))) for text in texts]
    longest = max(lengths)
    canvas = torch.full((len(texts), longest), spec.pad_id)
    said = torch.zeros(len(texts), longest, dtype=torch.bool)
    for row, text in enumerate(texts):
        canvas[row, : len(text) + 1] = torch.tensor([*text, spec.end_ids[0]])
        said[row, : len(text) + 1] = True
    noise, spoilt = torch.empty_like(canvas), torch.empty_like(said)
    for row, seed in enumerate(seeds):
        dice = generator_for(0, *seed)
        spoilt[row] = torch.rand(spec.canvas.length, generator=dice)[:longest] < NOISE
        noise[row] = torch.randint(model.vocab_size, (spec.canvas.length,), generator=dice)[:longest]
    states = model.canvas_states(prefix, torch.where(spoilt, noise, canvas).to(device), None, lengths)
    each = _log_probs(model, states[said.to(device)], canvas[said].to(device)).cpu()
    row_of = said.nonzero()[:, 0]
    return torch.zeros(len(texts)).index_add_(0, row_of, each).tolist()


def _log_probs(model: SpeechModel, states: Tensor, tokens: Tensor) -> Tensor:
    """Of tokens (n,) by the decoder's states (n, hidden)."""
    cap = float(model.backbone.final_logit_softcapping)
    parts = []
    for some, wanted in zip(states.split(POSITIONS), tokens.split(POSITIONS), strict=True):
        logits = torch.tanh(model.backbone.lm_head(some).float() / cap) * cap
        parts.append(logits.gather(-1, wanted[:, None])[:, 0] - logits.logsumexp(-1))
    return torch.cat(parts)
