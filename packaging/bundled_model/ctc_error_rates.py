"""Greedy CTC error rates of a projector on stored encoder frames, by set and language."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import tokenizer as vocab
import torch
from losses import Trainer
from precision import autocast, pick_device
from settings import Settings
from weights import Weights

from app.bench.wer import ErrorRate, error_rate
from app.speech.decoding.ctc_draft import greedy_draft

BATCH = 16


@torch.inference_mode()
def ctc_error_rates(weights: Weights, tokenizer: vocab.Tokenizer, frames_folder: Path) -> dict[str, ErrorRate]:
    """Error rates by ``SET, language`` of the shards in a folder."""
    device = pick_device()
    trainer = Trainer(Settings.read(weights.shape), device).eval()
    trainer.load_state_dict(weights.tensors, strict=False)
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    readings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(frames_folder.glob("??-*.json")):
        frames = np.load(path.with_suffix(".npy"), mmap_mode="r")
        rows = sorted(json.loads(path.read_text(encoding="utf-8")), key=lambda row: row["frames"])
        for part in (rows[first : first + BATCH] for first in range(0, len(rows), BATCH)):
            clips = [torch.from_numpy(np.array(frames[row["start"] : row["start"] + row["frames"]])) for row in part]
            padded = torch.nn.utils.rnn.pad_sequence(clips, batch_first=True).float().to(device)
            lengths = torch.tensor([len(clip) for clip in clips], device=device)
            with autocast(device):
                log_probs = trainer.logits(trainer.projector(padded, lengths)).log_softmax(-1)
            counts = trainer.projector.token_counts(lengths).tolist()
            for row, heard, count in zip(part, log_probs, counts, strict=True):
                key = (row["engine"], row["language"])
                texts[key].append(row["text"])
                readings[key].append(tokenizer.decode(greedy_draft(heard[:count], vocab.BLANK).ids))
    return {", ".join(key): error_rate(texts[key], readings[key], key[1]) for key in texts}
