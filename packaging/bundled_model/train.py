"""Trains projector and backbone on a corpus of frozen encoder frames: one run of the plan.

A run of the ``ctc`` loss teaches the projector to say what it hears, several times faster than all losses together. A run of
the ``denoiser`` leaves the projector alone and teaches the backbone to improve on the drafts that it will get, on clips and on
sentences spliced of clips (``splice_corpus.py``): one causal pass over prompt, audio tokens and text gives the autoregressive
loss and the keys and values; the decoder then reads only the prompt's part of them (a mask hides the text) and predicts the
clean canvas from a noised one. The tied weights make the autoregressive loss teach the denoiser to listen. Most canvases are
conditioned on what the audio tokens say by themselves (the draft). ``all`` losses together train everything.

The learning rate follows the clock, so a run ends annealed whatever the machine managed. A run that was stopped goes on from
its last checkpoint. On CUDA there is one process, on the CPU several of one thread each, which average their gradients.
"""

from __future__ import annotations

import json
import math
import queue
import random
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import tokenizer as vocab
import torch
from losses import NUMBERS, AudioTokens, Trainer
from precision import autocast, patch_muon, pick_device
from settings import Settings
from splice_corpus import ClipPieces, SpliceSampler
from torch import Tensor, nn
from torch.nn import functional as F
from training_data import Batch, Utterance, batches, collate, corpus_of_epoch, masked_features, read_corpus
from weights import CHECKPOINT, read_weights

from app.speech.decoding import ctc_beam_search
from app.speech.model.ngram_lm import NGramFile

#: AdamW's rate in shares of Muon's
ADAM_SHARE = 0.5
SAVE_EVERY_S = 240
MAX_SENTENCES = 60_000
"""Sentences of a list that every process keeps to splice."""
AHEAD = 3
"""Batches that are read ahead while CUDA computes."""


@dataclass(frozen=True)
class Run:
    """A run's settings by name, and the folders that it reads and writes. Folders of weights are of runs or of models."""

    values: dict[str, Any]
    corpus: Path
    out: Path
    begin: Path | None = None
    mean_with: Path | None = None
    older: Path | None = None
    texts: tuple[Path, ...] = ()
    """Folders of ``XX.json``: sentences to be spliced."""
    ngrams: Path | None = None
    """The language models that read the drafts, if ``fusions`` are set."""

    def settings(self) -> Settings:
        """The plan's, and the shape of the weights that it begins with."""
        source = self.out if (self.out / CHECKPOINT).exists() else self.begin
        return Settings.read((read_weights(source).shape if source else {}) | self.values)


def train(run: Run, processes: int) -> None:
    """Train until the run's minutes have passed."""
    run.out.mkdir(parents=True, exist_ok=True)
    if processes > 1 and pick_device().type == "cpu":
        torch.multiprocessing.spawn(train_in_process, (processes, run), nprocs=processes)
    else:
        train_in_process(0, 1, run)


def train_in_process(rank: int, processes: int, run: Run) -> None:
    """Train in one of ``processes`` data-parallel processes; that of rank 0 logs and saves."""
    device, settings = pick_device(), run.settings()
    if device.type == "cpu":
        torch.set_num_threads(1)
    patch_muon(device)
    if processes > 1:
        join_process_group(run.out, rank, processes)
    if rank == 0:
        write_tokenizer(run, settings)
    if processes > 1:
        torch.distributed.barrier()
    tokenizer = vocab.load(run.out / "tokenizer.json")
    settings.vocab_size = tokenizer.get_vocab_size()
    trainer = Trainer(settings, device)
    was_trained = begin(trainer, run)
    optimizers = make_optimizers(trainer, keep_embeddings=was_trained)
    weights = [p for o in optimizers for group in o.param_groups for p in group["params"]]
    step, used_s = resume(run.out, trainer, optimizers)
    if rank == 0:
        print(f"{sum(p.numel() for p in weights) / 1e6:.2f}M trained parameters on {device.type}", flush=True)
    random.seed(1000 * step + rank)
    torch.manual_seed(1000 * step + rank)
    sampler = None
    if settings.spliced_fraction and settings.losses == "denoiser":
        corpus = read_corpus(run.corpus, tokenizer, settings)
        sampler = make_splice_sampler(trainer, corpus, run.texts, tokenizer)
    clock = Clock(settings.minutes, used_s, settings.processor_time)
    log = TrainingLog(run.out / "log.jsonl", processes, clock) if rank == 0 else None

    inputs = planned_inputs(run, settings, tokenizer, sampler, clock, step, (rank, processes), log)
    saved = time.monotonic()
    for batch in inputs if device.type == "cpu" else read_ahead(inputs):
        progress = shared_progress(clock.progress)
        set_learning_rates(optimizers, progress, step, settings)
        practise = practises(step, settings)
        with autocast(device):
            on_device = batch.to(device)
            if isinstance(on_device, Batch):
                losses = trainer.losses(on_device, practise)
            else:
                losses = trainer.backbone_losses(on_device, on_device.tokens, practise)
        optimize(optimizers, losses["loss"], weights, practise)
        step += 1
        if log:
            log.add(step, len(batch.texts), losses, optimizers[0].param_groups[0]["lr"])
        over = progress >= 1 or step >= settings.max_steps
        if rank == 0 and (over or time.monotonic() - saved > SAVE_EVERY_S):
            trained = was_trained or settings.losses != "ctc"
            save(run.out, trainer, optimizers, {"step": step, "used_s": clock.used_s, "backbone_trained": trained})
            saved = time.monotonic()
        if over:
            if log:
                log.write(step, optimizers[0].param_groups[0]["lr"])
            return


def planned_inputs(
    run: Run, settings: Settings, tokenizer: vocab.Tokenizer, sampler: SpliceSampler | None, clock: Clock, step: int,
    place: tuple[int, int], log: TrainingLog | None,
) -> Iterator[Batch | AudioTokens]:  # fmt: skip
    """What the process at a place (rank, processes) learns from, step by step: pass after pass over the corpus."""
    rank, processes = place
    rng = random.Random(settings.seed + step)  # the plan of batches is the same in every process
    while True:
        corpus = corpus_of_epoch(run.corpus, tokenizer, settings, clock.progress, rng)
        if log:
            log.print_epoch(corpus)
        planned = batches(corpus, settings, rng)
        for rows in planned[rank : len(planned) - len(planned) % processes : processes]:
            if sampler and splices(step, settings):
                yield AudioTokens(*sampler.batch(settings.frames_per_batch // math.prod(settings.strides), random))
            else:
                yield collate(corpus, rows)
            step += 1


def practises(step: int, settings: Settings) -> bool:
    """Whether the denoiser practises in a step, alike in every process."""
    return random.Random(step).random() < settings.denoise_fraction


def splices(step: int, settings: Settings) -> bool:
    """Whether a step's batch is spliced, alike in every process."""
    dice = random.Random(step)
    dice.random()  # that of practises
    return dice.random() < settings.spliced_fraction


def read_ahead(inputs: Iterator[Batch | AudioTokens]) -> Iterator[Batch | AudioTokens]:
    """The same batches, in pinned memory and read in a thread of their own, while the device computes."""
    ready: queue.Queue[Batch | AudioTokens | BaseException] = queue.Queue(AHEAD)

    def read() -> None:
        try:
            for batch in inputs:
                ready.put(batch.pinned())
        except BaseException as problem:  # raised again where it is waited for
            ready.put(problem)

    threading.Thread(target=read, daemon=True).start()
    while not isinstance(batch := ready.get(), BaseException):
        yield batch
    raise batch


@torch.no_grad()
def make_splice_sampler(
    trainer: Trainer, corpus: list[Utterance], texts: tuple[Path, ...], tokenizer: vocab.Tokenizer
) -> SpliceSampler:
    """What splices the sentences in folders of ``XX.json``, out of a random choice of the corpus."""
    s = trainer.settings
    pieces, sentences = {}, {}
    spelled = {tokenizer.token_to_id(byte) for byte in vocab.BYTES}  # a byte says nothing alone
    for code, language in sorted(NUMBERS.items()):
        own = [one for one in corpus if one.language == language and one.ids]
        lists = [folder / f"{code}.json" for folder in texts if (folder / f"{code}.json").exists()]
        if not own or not lists:
            continue
        clips = []
        for one in random.sample(own, min(len(own), s.clips_per_language)):
            frames = torch.from_numpy(np.array(one.frames, dtype=np.float32))[None].to(trainer.device)
            lengths = torch.tensor([len(one.frames)], device=trainer.device)
            masked = masked_features(frames, lengths, random.uniform(*s.feature_mask))
            [heard] = trainer.project(masked, lengths, [language])
            log_probs = trainer.logits(heard).log_softmax(-1)
            clips.append((heard.bfloat16().cpu(), log_probs.cpu().numpy(), one.ids))
        pieces[language] = ClipPieces(clips, vocab.BLANK)
        lines = [line for path in lists for line in some_of(json.loads(path.read_text(encoding="utf-8"))["train"])]
        written = [each.ids for each in tokenizer.encode_batch(lines, add_special_tokens=False)]
        sentences[language] = [ids for ids in written if spelled.isdisjoint(ids)]
    return SpliceSampler(pieces, sentences, {NUMBERS[code]: share for code, share in s.splice_shares.items()})


def some_of(lines: list[str]) -> list[str]:
    """A random choice of a list's sentences, all of a short one."""
    return random.sample(lines, min(len(lines), MAX_SENTENCES))


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
    (out / "last.part").rename(out / CHECKPOINT)


def make_optimizers(trainer: Trainer, keep_embeddings: bool) -> list[torch.optim.Optimizer]:
    """Muon for the matrices inside the network, AdamW for embeddings, convolutions and norms.

    Muon needs half as many utterances for the same CTC loss (EXPERIMENTS.md). With CTC alone the embeddings stay where a
    backbone was trained on them. The rates are set for every step.
    """
    names = dict(trainer.named_parameters())
    if trainer.settings.losses == "ctc":
        own = ("projector.",) if keep_embeddings else ("projector.", "embed_tokens")
        names = {name: p for name, p in names.items() if any(part in name for part in own)}
    if trainer.settings.losses == "denoiser":
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
    decoder, device = trainer.backbone.model.decoder, trainer.device
    weights = list(decoder.self_conditioning.parameters())
    embeddings = decoder.embed_tokens.weight.detach() * trainer.settings.hidden**0.5
    optimizer = torch.optim.AdamW(weights, lr=0)
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = 3e-3 * (1 - step / steps) + 1e-5
        said, noise, doubt = torch.randint(trainer.settings.vocab_size, (3, 512), device=device)
        unsure = trainer.random(512, 1) * 0.45 * (trainer.random(512, 1) < 0.5)
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


def join_process_group(out: Path, rank: int, processes: int) -> None:
    rendezvous = out / "rendezvous"
    if rank == 0:
        rendezvous.unlink(missing_ok=True)
    else:
        time.sleep(2)
    torch.distributed.init_process_group(
        "gloo", init_method=f"file://{rendezvous.resolve()}", rank=rank, world_size=processes
    )


def write_tokenizer(run: Run, settings: Settings) -> None:
    """Put a tokenizer into the run's folder: that of the weights to begin with, else one trained on the corpus's texts."""
    target = run.out / "tokenizer.json"
    if target.exists():
        return
    if run.begin:
        target.write_bytes((run.begin / "tokenizer.json").read_bytes())
        return
    lines: dict[str, set[str]] = defaultdict(set)
    for path in run.corpus.glob("??-*.json"):
        for row in json.loads(path.read_text(encoding="utf-8")):
            lines[row["language"]].add(row["text"])
    vocab.train({code: sorted(texts) for code, texts in lines.items()}, settings.vocab_size).save(str(target))


def begin(trainer: Trainer, run: Run) -> bool:
    """Load the weights to begin with. Return whether the backbone among them had been trained before."""
    settings = trainer.settings
    trainer.ngrams = NGramFile(run.ngrams) if run.ngrams and settings.fusions else None
    ctc_beam_search.BEAM_WIDTH = 16  # of a draft to learn from; the app takes more time
    if run.older:
        older = read_weights(run.older).projector()
        trainer.older_projector = {name: value.to(trainer.device) for name, value in older.items()}
    if not run.begin:
        return False
    weights = read_weights(run.begin)
    if run.mean_with:
        weights.average_projector(read_weights(run.mean_with), settings.mean_share)
    missing, unknown = trainer.load_state_dict(weights.tensors, strict=False)
    missing = [name for name in missing if "vision" not in name and not name.startswith("projector.blocks")]
    if missing or unknown:
        raise ValueError(
            f"{run.begin} is another model: it lacks {missing or 'nothing'}, and has {unknown or 'nothing'}"
        )
    was_trained = bool(weights.state["backbone_trained"])
    if settings.losses != "ctc" and not was_trained and not (run.out / CHECKPOINT).exists():
        pretrain_draft_passthrough(trainer)
    return was_trained


def resume(out: Path, trainer: Trainer, optimizers: list[torch.optim.Optimizer]) -> tuple[int, float]:
    """Load the last checkpoint, if there is one; return its step and the seconds it took."""
    path = out / CHECKPOINT
    if not path.exists():
        return 0, 0.0
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    trainer.load_state_dict(checkpoint["model"], strict=False)
    for optimizer, values in zip(optimizers, checkpoint.get("optimizers", []), strict=False):  # none if it was packed
        optimizer.load_state_dict(values)
    return int(checkpoint["state"]["step"]), float(checkpoint["state"]["used_s"])


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
    """Mean losses every 50 steps and at the end, on standard output and in a file of JSON lines."""

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
        if step % 50 == 0:
            self.write(step, rate)

    def write(self, step: int, rate: float) -> None:
        """Write a line, unless nothing has been added since the last one."""
        if not self._utterances:
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
