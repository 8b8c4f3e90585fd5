"""Which of several readings the canvas is conditioned on, where sound and n-grams find them nearly as probable.

The backbone is asked: its causal pass, which has heard the audio tokens, reads each text behind its prompt, and what it expects
at every token gives the text a log-likelihood. Rescoring of a first pass's best texts by an attention model, as in the two-pass
recognisers of Sainath et al. (2019, arXiv:1908.10992); here the same weights denoise the canvas afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from .backbone import Prefix, SpeechModel
from .draft import Readings

POSITIONS = 512
"""Whose logits are looked at together."""


def choose(model: SpeechModel, prefix: Prefix, readings: Sequence[Readings], weight: float) -> list[int]:
    """The reading of each part, by number: the one whose score and ``weight`` times the backbone's are the most together."""
    chosen = [0] * len(readings)
    asked = [row for row, own in enumerate(readings) if len(own.texts) > 1] if weight else []
    if not asked:
        return chosen
    of_row = torch.tensor([row for row in asked for _ in readings[row].texts], device=model.device)
    found = likelihoods(model, prefix.rows(of_row), [text.tokens for row in asked for text in readings[row].texts])
    for row in asked:
        texts = readings[row].texts
        own, found = found[: len(texts)], found[len(texts) :]
        totals = [text.score + weight * likelihood for text, likelihood in zip(texts, own, strict=True)]
        chosen[row] = totals.index(max(totals))
    return chosen


def likelihoods(model: SpeechModel, prefix: Prefix, texts: Sequence[Sequence[int]]) -> list[float]:
    """The log-likelihood, in nats, of each text and its end behind its prefix. The prefix's cache is used up.

    The prompt's last token is read once more, as what it expects is the first token of the text.
    """
    device, spec = model.device, model.spec
    rows = [torch.tensor([spec.prompt.after[-1], *text, spec.end_ids[0]], device=device) for text in texts]
    ids = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=spec.pad_id)
    steps = torch.arange(ids.shape[1], device=device)
    lengths = torch.tensor([len(row) for row in rows], device=device)
    held = torch.arange(prefix.cache.layers[0].get_seq_length(), device=device)
    seen = torch.cat([held < prefix.lengths[:, None] - 1, steps < lengths[:, None]], dim=1)
    states = model.backbone.model.encoder(
        inputs_embeds=model.backbone.model.encoder.get_input_embeddings()(ids),
        attention_mask=seen,
        position_ids=prefix.lengths[:, None] - 1 + steps,
        past_key_values=prefix.cache,
    ).last_hidden_state
    expecting = steps < lengths[:, None] - 1
    each = _log_probs(model, states[expecting], ids.roll(-1, dims=1)[expecting])
    owner = expecting.nonzero()[:, 0]
    return torch.zeros(len(texts), device=device).index_add_(0, owner, each).tolist()


def _log_probs(model: SpeechModel, states: Tensor, tokens: Tensor) -> Tensor:
    """Of tokens (n,) by the states (n, hidden) that expect them."""
    cap = float(model.backbone.final_logit_softcapping)
    parts = []
    for some, wanted in zip(states.split(POSITIONS), tokens.split(POSITIONS), strict=True):
        logits = torch.tanh(model.backbone.lm_head(some).float() / cap) * cap
        parts.append(logits.gather(-1, wanted[:, None])[:, 0] - logits.logsumexp(-1))
    return torch.cat(parts)
