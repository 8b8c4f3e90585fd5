"""What is trained on: utterances of a corpus of encoder frames, drawn by language, batched and augmented."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tokenizer as vocab
import torch
from asr_filter import MAX_ERROR_SHARE
from settings import Settings
from torch import Tensor

from app.models.adapter.spec import ProjectorConfig
from app.speech.model.projector import Projector

FRAMES_PER_S = 50


@dataclass
class Utterance:
    frames: np.ndarray  # (frames, 512) float16, memory-mapped
    ids: list[int]
    text: str
    language: int


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


def corpus_of_epoch(
    folder: Path, tokenizer: vocab.Tokenizer, settings: Settings, progress: float, rng: random.Random
) -> list[Utterance]:
    """Read the corpus again, since shards may still be arriving, and draw an epoch's utterances by language shares."""
    longest_s = [seconds for start, seconds in settings.curriculum if progress >= start][-1]
    everything = read_corpus(folder, tokenizer, settings)
    short = [u for u in everything if len(u.frames) <= longest_s * FRAMES_PER_S]
    if not short:
        raise FileNotFoundError(f"no utterances of at most {longest_s} s in the finished shards of {folder}")
    return balanced(short, rng, settings.shares, settings.max_over_median)


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


@dataclass
class Batch:
    """Encoder frames (batch, longest, width) of some utterances, padded, and what they say."""

    frames: Tensor
    lengths: Tensor
    texts: list[list[int]]
    languages: list[int]

    def to(self, device: torch.device) -> Batch:
        """The same in fp32 on a device."""
        frames, lengths = self.frames.to(device, non_blocking=True), self.lengths.to(device, non_blocking=True)
        return Batch(frames.float(), lengths, self.texts, self.languages)

    def pinned(self) -> Batch:
        """The same in memory from which CUDA copies while it computes."""
        return Batch(self.frames.pin_memory(), self.lengths.pin_memory(), self.texts, self.languages)


def collate(corpus: list[Utterance], rows: list[int]) -> Batch:
    """Read a batch from its memory-mapped shards, in their float16 and on the CPU."""
    lengths = torch.tensor([len(corpus[i].frames) for i in rows])
    frames = torch.zeros(len(rows), int(lengths.max()), corpus[rows[0]].frames.shape[1], dtype=torch.float16)
    for row, i in enumerate(rows):
        frames[row, : len(corpus[i].frames)] = torch.from_numpy(np.array(corpus[i].frames))
    return Batch(frames, lengths, [corpus[i].ids for i in rows], [corpus[i].language for i in rows])


def masked_features(frames: Tensor, lengths: Tensor, strength: float = 1.6, spans: int = 3) -> Tensor:
    """SpecAugment's idea on encoder frames: a few spans of time and some channels (8 % times ``strength``) are silenced."""
    batch, longest, width = frames.shape
    steps = torch.arange(longest, device=frames.device)
    keep = torch.ones(batch, longest, dtype=torch.bool, device=frames.device)
    for _ in range(spans):
        span = (torch.rand(batch, device=frames.device) * torch.clamp(lengths * 0.08, max=24)).long()
        start = (torch.rand(batch, device=frames.device) * (lengths - span)).long()
        keep &= ~((steps >= start[:, None]) & (steps < (start + span)[:, None]))
    channels = torch.rand(batch, 1, width, device=frames.device) > 0.08 * strength
    return frames * keep[:, :, None] * channels


def change_tempo(frames: Tensor, lengths: Tensor, factor: float) -> tuple[Tensor, Tensor]:
    """Frames (batch, longest, width) resampled to ``factor`` times the tempo by linear interpolation, and their lengths."""
    places = torch.arange(int((frames.shape[1] - 1) / factor) + 1, device=frames.device) * factor
    before = places.long()
    after = (before + 1).clamp(max=frames.shape[1] - 1)
    share = (places - before)[None, :, None]
    return frames[:, before] * (1 - share) + frames[:, after] * share, ((lengths - 1) / factor).long() + 1


def mix_style(frames: Tensor, lengths: Tensor, share: float) -> Tensor:
    """Mix the mean and spread over time of every channel with those of another utterance, for a ``share`` of the batch.

    Speaker, microphone and room shape these statistics more than the words do, so languages with few speakers borrow those of
    the others (MixStyle, Zhou et al. 2021, arXiv:2104.02008).
    """
    batch, device = len(frames), frames.device
    inside = (torch.arange(frames.shape[1], device=device) < lengths[:, None])[:, :, None]
    count = lengths[:, None, None]
    mean = (frames * inside).sum(1, keepdim=True) / count
    spread = (((frames - mean) * inside).square().sum(1, keepdim=True) / count + 1e-6).sqrt()
    other = torch.randperm(batch, device=device)
    own = 1 - torch.rand(batch, 1, 1, device=device) * (torch.rand(batch, 1, 1, device=device) < share)
    new_mean, new_spread = (own * x + (1 - own) * x[other] for x in (mean, spread))
    return ((frames - mean) / spread * new_spread + new_mean) * inside
