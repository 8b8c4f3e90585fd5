"""Which of several readings the canvas is conditioned on, where sound and n-grams find them nearly as probable.

The backbone is asked: its causal pass, which has heard the audio tokens, reads each text behind its prompt, and what it expects
at every token gives the text a log-likelihood. Rescoring of a first pass's best texts by an attention model, as in the two-pass
recognisers of Sainath et al. (2019, arXiv:1908.10992); here the same weights denoise the canvas afterwards. The texts of a part
mostly differ in a word or two, so they are read as a tree, in which what they begin with in common stands once (Miao et al.
2023, arXiv:2305.09781).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from app.speech.model.speech_model import PrefillCache, SpeechModel

from .ctc_draft import NBest

POSITION_BLOCK = 512
"""Whose logits are looked at together."""


@dataclass(frozen=True)
class PrefixTree:
    """Texts by their places: a place's token, and the place before it. At the first one stands what all texts follow."""

    tokens: list[int]
    parents: list[int]
    paths: list[list[int]]
    """The places of each text, without the first."""


def build_prefix_tree(texts: Sequence[Sequence[int]], root_token: int) -> PrefixTree:
    """The tree of texts that follow a token."""
    tree = PrefixTree([root_token], [-1], [])
    known: dict[tuple[int, int], int] = {}
    for text in texts:
        place, places = 0, []
        for token in text:
            after = known.setdefault((place, token), len(tree.tokens))
            if after == len(tree.tokens):
                tree.tokens.append(token)
                tree.parents.append(place)
            place = after
            places.append(place)
        tree.paths.append(places)
    return tree


def rescore(
    model: SpeechModel, prefill_cache: PrefillCache, n_best_lists: Sequence[NBest], backbone_weight: float
) -> list[int]:
    """The reading of each part, by number: the one whose score and ``weight`` times the backbone's are the most together."""
    chosen = [0] * len(n_best_lists)
    asked = [row for row, own in enumerate(n_best_lists) if len(own.hypotheses) > 1] if backbone_weight else []
    if not asked:
        return chosen
    texts = [[text.tokens for text in n_best_lists[row].hypotheses] for row in asked]
    found = log_likelihoods(model, prefill_cache.select_rows(torch.tensor(asked, device=model.device)), texts)
    for row, expected in zip(asked, found, strict=True):
        totals = [
            text.score + backbone_weight * own for text, own in zip(n_best_lists[row].hypotheses, expected, strict=True)
        ]
        chosen[row] = totals.index(max(totals))
    return chosen


def log_likelihoods(
    model: SpeechModel, prefill_cache: PrefillCache, texts: Sequence[Sequence[Sequence[int]]]
) -> list[list[float]]:
    """The log-likelihoods, in nats, of each row's texts and their ends behind its prefix. The prefix's cache is used up.

    The prompt's last token is read once more, as what it expects is the first token of a text. (Where a sliding layer's window
    is shorter than prompts of one length, its cache no longer has the first key of that token's window.)
    """
    spec, encoder = model.spec, model.backbone.model.encoder
    trees = [build_prefix_tree([[*text, spec.end_ids[0]] for text in own], spec.prompt.after[-1]) for own in texts]
    size = max(len(tree.tokens) for tree in trees)
    ids = torch.full((len(trees), size), spec.pad_id)
    seen = torch.eye(size, dtype=torch.bool).repeat(
        len(trees), 1, 1
    )  # padding sees itself: who sees nothing is no number
    for row, tree in enumerate(trees):
        ids[row, : len(tree.tokens)] = torch.tensor(tree.tokens)
        for place, parent in enumerate(tree.parents[1:], 1):
            seen[row, place] |= seen[row, parent]
    masks, positions = _tree_attention_masks(model, prefill_cache, seen.to(model.device))
    states = encoder(
        inputs_embeds=encoder.get_input_embeddings()(ids.to(model.device)),
        attention_mask=masks,
        position_ids=positions,
        past_key_values=prefill_cache.kv_cache,
    ).last_hidden_state
    expecting = torch.cat([row[tree.parents[1:]] for row, tree in zip(states, trees, strict=True)])
    following = torch.tensor([token for tree in trees for token in tree.tokens[1:]], device=model.device)
    each = iter(_log_probs(model, expecting, following).tolist())
    found = []
    for tree in trees:
        own = [0.0, *(next(each) for _ in tree.parents[1:])]
        found.append([sum(own[place] for place in places) for places in tree.paths])
    return found


def _tree_attention_masks(model: SpeechModel, prefix: PrefillCache, seen: Tensor) -> tuple[dict[str, Tensor], Tensor]:
    """Which keys the places of trees see for each kind of layer, (batch, 1, places, keys), by those they see of each other
    (batch, places, places); and the places' positions (batch, places)."""
    config = model.backbone.config.text_config
    first = prefix.prompt_lengths[:, None] - 1
    positions = first + seen.sum(-1) - 1
    masks: dict[str, Tensor] = {}
    for kind, layer in zip(config.layer_types, prefix.kv_cache.layers, strict=True):
        if kind in masks:
            continue
        held = layer.keys.shape[2]
        at = (
            torch.arange(held, device=seen.device) + layer.get_seq_length() - held
        )  # positions of the keys that are kept
        prompt = (at < first)[:, None, :].expand(-1, seen.shape[1], -1)
        mask = torch.cat([prompt, seen], dim=2)
        if kind == "sliding_attention":
            keys = torch.cat([at.expand(len(seen), -1), positions], dim=1)
            mask = mask & (positions[:, :, None] - keys[:, None, :] < config.sliding_window)
        masks[kind] = mask[:, None]
    return masks, positions


def _log_probs(model: SpeechModel, states: Tensor, tokens: Tensor) -> Tensor:
    """Of tokens (n,) by the states (n, hidden) that expect them."""
    cap = float(model.backbone.final_logit_softcapping)
    parts = []
    for some, wanted in zip(states.split(POSITION_BLOCK), tokens.split(POSITION_BLOCK), strict=True):
        logits = torch.tanh(model.backbone.lm_head(some).float() / cap) * cap
        parts.append(logits.gather(-1, wanted[:, None])[:, 0] - logits.logsumexp(-1))
    return torch.cat(parts)
