"""Rescoring between the steps of an alignment that starts from noise.

A position's prediction does not know what is predicted beside it: each alone may be probable while no text holds both. At every
second step the n-best texts of the predictions are therefore read by the backbone's causal pass, which has heard the same sound
and gives each text a log-likelihood (``rescoring.py``). The text chosen becomes the step's, and most of the next step's
self-conditioning. No n-grams, draft or CTC head take part.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from app.models.adapter.spec import FusionConfig
from app.speech.model.speech_model import PrefillCache, SpeechModel

from .ctc import forced_align, peak_frames
from .ctc_beam_search import NBestLimits, NoLanguageModel, prefix_beam_search
from .phrase_trie import PhraseTrie
from .rescoring import rescore

EVERY = 2
"""Steps from one choice to the next; the last step has one, unless it is the only step."""
LIMITS = NBestLimits(size=30, margin=12.0)
"""Which texts are read."""
CHOSEN_SHARE = 0.9
"""Share of the text chosen in the next step's self-conditioning; the rest is the mean embeddings under the predictions."""


def rescores_at(step: int, steps: int) -> bool:
    """Whether the texts of a step, counted from 1, are rescored."""
    return step > 1 and (steps - step) % EVERY == 0


def choose_alignments(
    model: SpeechModel,
    prefill_cache: PrefillCache,
    log_probs: Sequence[Tensor],
    weight: float,
    width: int,
    phrases: PhraseTrie | None = None,
) -> Tensor:
    """Return the alignments (batch, ``width``) of the best texts, padded with blanks.

    Args:
        prefill_cache: its first rows are those of the batch; stays as it is.
        log_probs: the predictions of each row's canvas, (positions, vocab).
        weight: of the backbone's log-likelihoods, added to the texts' log-probabilities over all their alignments.
        phrases: the user's own words, whose tokens get a bonus.
    """
    blank_id = model.spec.blank_id
    assert blank_id is not None
    rows = [row.cpu().numpy() for row in log_probs]
    n_best_lists = prefix_beam_search(
        rows, NoLanguageModel(), FusionConfig(0.0, 0.0),
        blank_id=blank_id, begin_id=model.spec.pad_id, end_id=model.spec.end_ids[0], phrases=phrases, limits=LIMITS,
    )  # fmt: skip
    alignments = np.full((len(rows), width), blank_id)
    best = rescore(model, prefill_cache, n_best_lists, weight)
    for alignment, row, n_best, index in zip(alignments, rows, n_best_lists, best, strict=True):
        ids = n_best[index].tokens
        if ids:
            alignment[peak_frames(row, ids, forced_align(row, ids, blank_id))] = ids
    return torch.from_numpy(alignments).to(model.device)
