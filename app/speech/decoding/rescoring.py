"""Rescoring of n-best texts by the backbone.

The backbone's causal pass, which has read the audio tokens, reads each text after its prompt and gives it a log-likelihood:
rescoring of a first pass's n-best list by an attention model, as in the two-pass recognizers of Sainath et al. (2019,
arXiv:1908.10992). Here the same weights denoise the canvas, too. The texts of a chunk mostly differ in a word or two, so
they are read as a prefix tree, which holds a common beginning once (Miao et al. 2023, arXiv:2305.09781).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from app.speech.model.attention_masks import cached_masks
from app.speech.model.speech_model import PrefillCache, SpeechModel

from .ctc_beam_search import Hypothesis

POSITION_BLOCK = 512
"""Positions whose logits are computed together."""


@dataclass(frozen=True)
class PrefixTree:
    """Texts as nodes: a node's token, and the node before it. Node 0 is the token that all texts follow."""

    tokens: list[int]
    parents: list[int]
    paths: list[list[int]]
    """The nodes of each text, without node 0."""


def build_prefix_tree(texts: Sequence[Sequence[int]], root_token: int) -> PrefixTree:
    """Return the prefix tree of texts that follow ``root_token``."""
    tree = PrefixTree([root_token], [-1], [])
    children: dict[tuple[int, int], int] = {}
    for text in texts:
        node, path = 0, []
        for token in text:
            child = children.setdefault((node, token), len(tree.tokens))
            if child == len(tree.tokens):
                tree.tokens.append(token)
                tree.parents.append(node)
            node = child
            path.append(node)
        tree.paths.append(path)
    return tree


def rescore(
    model: SpeechModel,
    prefill_cache: PrefillCache,
    n_best_lists: Sequence[Sequence[Hypothesis]],
    backbone_weight: float,
) -> list[int]:
    """Return the index of each row's best hypothesis by its score plus ``backbone_weight`` times its log-likelihood."""
    best = [0] * len(n_best_lists)
    rows = [row for row, n_best in enumerate(n_best_lists) if len(n_best) > 1] if backbone_weight else []
    if not rows:
        return best
    texts = [[hypothesis.tokens for hypothesis in n_best_lists[row]] for row in rows]
    row_cache = prefill_cache.select_rows(torch.tensor(rows, device=model.device))
    for row, row_log_likelihoods in zip(rows, log_likelihoods(model, row_cache, texts), strict=True):
        totals = [
            hypothesis.score + backbone_weight * log_likelihood
            for hypothesis, log_likelihood in zip(n_best_lists[row], row_log_likelihoods, strict=True)
        ]
        best[row] = totals.index(max(totals))
    return best


def log_likelihoods(
    model: SpeechModel, prefill_cache: PrefillCache, texts: Sequence[Sequence[Sequence[int]]]
) -> list[list[float]]:
    """Return the log-likelihoods, in nats, of each row's texts and their end tokens after its prompt.

    Consumes ``prefill_cache``. The prompt's last token is read once more, as it predicts the first token of a text. (Where a
    sliding layer's window is shorter than prompts of one length, its cache no longer holds the first key of that token's
    window.)
    """
    spec, encoder = model.spec, model.backbone.model.encoder
    trees = [
        build_prefix_tree([[*text, spec.end_ids[0]] for text in row_texts], spec.prompt.after[-1])
        for row_texts in texts
    ]
    node_count = max(len(tree.tokens) for tree in trees)
    ids = torch.full((len(trees), node_count), spec.pad_id)
    # Padding nodes see themselves: a softmax over no key is not a number.
    visible = torch.eye(node_count, dtype=torch.bool).repeat(len(trees), 1, 1)  # (batch, nodes, nodes)
    for row, tree in enumerate(trees):
        ids[row, : len(tree.tokens)] = torch.tensor(tree.tokens)
        for node, parent in enumerate(tree.parents[1:], 1):
            visible[row, node] |= visible[row, parent]
    masks, positions = _tree_attention_masks(model, prefill_cache, visible.to(model.device))
    states = encoder(
        inputs_embeds=encoder.get_input_embeddings()(ids.to(model.device)),
        attention_mask=masks,
        position_ids=positions,
        past_key_values=prefill_cache.kv_cache,
    ).last_hidden_state
    parent_states = torch.cat([row[tree.parents[1:]] for row, tree in zip(states, trees, strict=True)])
    tokens = torch.tensor([token for tree in trees for token in tree.tokens[1:]], device=model.device)
    token_log_probs = iter(_token_log_probs(model, parent_states, tokens).tolist())
    found = []
    for tree in trees:
        node_log_probs = [0.0, *(next(token_log_probs) for _ in tree.parents[1:])]
        found.append([sum(node_log_probs[node] for node in path) for path in tree.paths])
    return found


def _tree_attention_masks(
    model: SpeechModel, prefill_cache: PrefillCache, visible: Tensor
) -> tuple[dict[str, Tensor], Tensor]:
    """Return the nodes' masks for each kind of layer, (batch, 1, nodes, keys), and their positions (batch, nodes).

    ``visible`` (batch, nodes, nodes) says which nodes each node sees: itself and those on the path to it.
    """
    roots = prefill_cache.prompt_lengths - 1  # the first node is the prompt's last token
    positions = roots[:, None] + visible.sum(-1) - 1
    prompt_mask = prefill_cache.prompt_mask.to(roots.device)
    prompt_mask = prompt_mask & (torch.arange(prompt_mask.shape[1], device=roots.device) < roots[:, None])
    config = model.backbone.config.text_config
    return cached_masks(config, prefill_cache.kv_cache, prompt_mask, positions, visible), positions


def _token_log_probs(model: SpeechModel, states: Tensor, tokens: Tensor) -> Tensor:
    """Return the log-probabilities (n,) of tokens (n,) by the states (n, hidden) that predict them."""
    log_probs = []
    for block, block_tokens in zip(states.split(POSITION_BLOCK), tokens.split(POSITION_BLOCK), strict=True):
        logits = model.softcap(model.backbone.lm_head(block).float())
        log_probs.append(logits.gather(-1, block_tokens[:, None])[:, 0] - logits.logsumexp(-1))
    return torch.cat(log_probs)
