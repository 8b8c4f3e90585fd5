"""A scripted annealing: steps shaped like the real sampler's, and a small vocabulary of three scripts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from app.library.replay_store import CanvasRun
from app.speech.events import TOP_K, CanvasStep, SegmentStarted, StepDecision
from app.speech.vocabulary import Vocabulary

ENGLISH = (
    "▁In ▁the ▁evening , ▁when ▁the ▁wind ▁had ▁gone ▁down ,"
    " ▁we ▁could ▁hear ▁the ▁rope s ▁knock ing ▁against ▁the ▁mast ,"
).split()
HINDI = "▁मे री ▁दा द ी ▁कहानी ▁सु ना त ी ▁थीं ।".split()
CHINESE = "▁会 议 记 录 从 今 天 开 始 ，".split()
SPECIAL = ("<pad>", "<eos>", "<0xE2>", "<0x82>", "<0xAC>")
NOISE = (
    "▁zwei ности ement ción ▁rue ▁très lich ▁Wald ▁quando ▁shall ▁vélo ▁jadi ق که 光 は मा है ▁ел tons {} 0x ▁entschuldigung"
    " ▁ma ▁et ▁der ▁नहीं 水 山 ▁été ▁über ung ▁ja ▁Haus keit ▁porque ▁niño ▁ici ▁là ▁grand ▁Baum ` ▁und ing ▁Kirche ▁भाषा क्य ि"
).split()
END_ID = 1


def vocabulary(extra_pieces: tuple[str, ...] = ()) -> Vocabulary:
    """A word-level vocabulary; ids 0 and 1 are padding and the end token."""
    pieces = list(dict.fromkeys([*SPECIAL, *ENGLISH, *HINDI, *CHINESE, *NOISE, *extra_pieces]))
    tokenizer = Tokenizer(WordLevel({piece: i for i, piece in enumerate(pieces)}, unk_token="<pad>"))
    return Vocabulary(tokenizer, end_ids=(END_ID,), hidden_ids=frozenset({0}))


def token_ids(vocabulary: Vocabulary, pieces: list[str]) -> list[int]:
    return [vocabulary.tokenizer.token_to_id(piece) for piece in pieces]


def annealing_steps(
    vocabulary: Vocabulary,
    text: list[int],
    canvas: int = 192,
    steps: int = 16,
    segment: int = 0,
    seed: int = 0,
    revoke: float = 0.04,
    tail: str = "noise",
) -> list[CanvasStep]:
    """``text`` and an end token out of noise.

    ``tail`` is what the belief holds behind the end: ``noise``, end tokens (``end``) or padding (``pad``).
    """
    rng, size = np.random.default_rng(seed), len(vocabulary)
    final = rng.integers(5, size, canvas)
    if tail != "noise":
        final[:] = END_ID if tail == "end" else 0
    final[: len(text)] = text
    final[len(text)] = END_ID
    hardness = rng.beta(1.3, 1.6, canvas) * 0.9
    shown = rng.integers(5, size, canvas)
    accepted = np.zeros(canvas, dtype=bool)
    made = []
    for at in range(steps):
        progress = (at + 1) / steps
        sure = np.clip((progress - hardness) * 5.0, 0.0, 1.0)
        believed = np.where(
            rng.random(canvas) < np.clip(sure + 0.25 * progress, 0, 1), final, rng.integers(5, size, canvas)
        )
        entropy = np.clip(6.0 * (1.0 - sure) ** 2 + rng.exponential(0.04, canvas), 0.0, 8.0)
        now = (entropy < 0.35) & (believed == final)
        now &= ~(accepted & (rng.random(canvas) < revoke * (progress < 0.95)))
        entropy[accepted & ~now] = rng.uniform(0.5, 1.6)
        probs = np.zeros((canvas, TOP_K), dtype=np.float16)
        best = np.exp(-entropy)
        probs[:, 0] = best
        for rank in range(1, TOP_K):
            probs[:, rank] = (1.0 - best) * 0.5**rank * 0.6
        top = rng.integers(5, size, (canvas, TOP_K))
        top[:, 0] = believed
        decision = StepDecision(float(entropy[now].sum()), 0.1, float(entropy[: len(text) + 1].mean()), 0.005, False)
        if at + 1 == steps:
            decision = replace(decision, ended="step limit")
        made.append(
            CanvasStep(
                segment, at + 1, steps, shown.astype(np.int32), believed.astype(np.int32), now,
                entropy.astype(np.float32), top.astype(np.int32), probs, 48.0 + float(rng.normal(0, 4)),
                believed.astype(np.int32), decision,
            )
        )  # fmt: skip
        shown = np.where(now, believed, rng.integers(5, size, canvas))
        accepted = now
    return made


def run_of(steps: list[CanvasStep], draft_ids: tuple[int, ...] = ()) -> CanvasRun:
    """A finished segment with these steps."""
    segment, length = (steps[0].segment, len(steps[0].canvas)) if steps else (0, 0)
    return CanvasRun(
        SegmentStarted(segment, 0.0, 3.0, length, "draft" if draft_ids else "noise", draft_ids), tuple(steps)
    )


def sentence_ids(vocabulary: Vocabulary) -> list[int]:
    return token_ids(vocabulary, ENGLISH + HINDI + CHINESE)
