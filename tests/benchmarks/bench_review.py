"""How well doubts find errors: the share of all word errors that the most doubtful words contain.

    python -m tests.benchmarks.bench_review --corpus FOLDER [--judge SET ...] --write

fits the weights of the signs anew for the bundled model and writes them into ``app/library/word_doubt.py``. FOLDER has
the corpus's
sets of clips that were kept apart, ``test-LANGUAGE`` with ``test-LANGUAGE.json``; ``--set`` names others, in the form of
``anneal bench accuracy`` (``app/bench/datasets.py``). Without ``--write`` or ``--fit`` the present weights are judged.

A random order would find 10 % of the errors in 10 % of the words; the goal is over 40 %. An error is a written word that is
wrong or too many; a word that is missing counts as found where a word beside it is among the doubtful ones. Where more than a
tenth of the words is wrong, no order finds all errors in a tenth of them: beside each share stands the one that a perfect
order would find.

Weights are fitted by logistic regression on every other clip of the ``--set``s and judged on the rest of them and on the
``--judge`` sets, so that nothing is judged by what it was fitted on; the weights written are those that all clips of the
``--set``s give. They stay near what was guessed where the clips do not tell: signs that this model gives no use keep some for
others. One that would count backwards is left out. ``--signs FILE.npz`` keeps what was heard, and takes it from there the next
time.
"""

from __future__ import annotations

import argparse
import math
import re
from dataclasses import astuple, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.bench.datasets import read_set
from app.library import word_doubt
from app.library.replay_store import RunCollector
from app.library.word_doubt import BIAS, WEIGHTS, doubt_features
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber
from app.transcript.text_words import is_han, is_word_character

NAMES = ("settling step", "flips", "entropy", "improbability", "CTC support", "confidence")

GUESS = np.array([0.6, 0.5, 5.0, 2.0, 0.5, 1.0])
"""What the signs were thought to weigh before any model was asked."""
GUESS_BY_EAR = np.array([0.5, 5.0])
PENALTY = 40.0
"""How many words it takes, about, to be talked out of that."""


@dataclass
class Clip:
    """The words of a clip: their signs (words, 6), which are wrong (words,), and before which words one is missing."""

    signs: NDArray[np.float64]
    wrong: NDArray[np.bool_]
    missing_before: list[int]

    @property
    def gains(self) -> NDArray[np.float64]:
        """How many errors each word (words,) would find: what a perfect order goes by."""
        gains = self.wrong.astype(float)
        for at in self.missing_before:
            gains[max(0, at - 1) : at + 1] += 0.5  # its other neighbour may be chosen as well
        return gains


def plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if is_word_character(letter))


def words_of(text: str) -> list[str]:
    spaced = "".join(f" {letter} " if is_han(letter) else letter for letter in text)
    return [word for word in map(plain, spaced.replace("-", " ").split()) if word]


def compared(said: list[str], written: list[str]) -> tuple[list[bool], list[int]]:
    """Which written words are wrong, and before which of them a said word is missing: the shortest way of edits."""
    costs = np.zeros((len(said) + 1, len(written) + 1), int)
    costs[:, 0], costs[0, :] = range(len(said) + 1), range(len(written) + 1)
    for a in range(1, len(said) + 1):
        for b in range(1, len(written) + 1):
            same = costs[a - 1, b - 1] + (said[a - 1] != written[b - 1])
            costs[a, b] = min(same, costs[a - 1, b] + 1, costs[a, b - 1] + 1)
    wrong, missing = [False] * len(written), []
    a, b = len(said), len(written)
    while a or b:
        if a and b and costs[a, b] == costs[a - 1, b - 1] + (said[a - 1] != written[b - 1]):
            a, b = a - 1, b - 1
            wrong[b] = said[a] != written[b]
        elif b and costs[a, b] == costs[a, b - 1] + 1:
            b -= 1
            wrong[b] = True
        else:
            a -= 1
            missing.append(b)
    return wrong, missing


def heard(engine: Transcriber, path: Path, said: str, options: TranscribeOptions) -> Clip | None:
    collector, vocabulary = RunCollector(), None
    signs: list[tuple[float, ...]] = []
    written: list[str] = []
    for event in engine.transcribe(path, options):
        if isinstance(event, ModelReady):
            vocabulary = event.vocabulary
        elif isinstance(event, SegmentStarted | CanvasStep):
            collector.handle(event)
        elif isinstance(event, SegmentDone):
            assert vocabulary is not None
            runs = collector.pop(event.segment.index)
            if not event.segment.words:  # silence, or marks alone
                continue
            found = doubt_features(event.segment, runs, vocabulary)
            assert found is not None, f"the steps of {path} are not those of its words"
            for word, sign in zip(event.segment.words, found, strict=True):
                if plain(word.text):
                    written.append(plain(word.text))
                    signs.append(astuple(sign))
    if not written:
        return None
    wrong, missing = compared(words_of(said), written)
    return Clip(np.array(signs), np.array(wrong), missing)


def found_share(clips: list[Clip], scores: list[NDArray[np.float64]], share: float) -> tuple[float, float]:
    """Which share of the wrong words, and of all errors, the highest scores have."""
    everything = np.concatenate(scores)
    count = math.ceil(len(everything) * share)
    chosen = np.zeros(len(everything), bool)
    chosen[np.argsort(-everything, kind="stable")[:count]] = True
    wrong = found = missing = missing_found = start = 0
    for clip in clips:
        own = chosen[start : start + len(clip.wrong)]
        start += len(clip.wrong)
        wrong, found = wrong + int(clip.wrong.sum()), found + int((clip.wrong & own).sum())
        missing += len(clip.missing_before)
        missing_found += sum(bool(own[max(0, at - 1) : at + 1].any()) for at in clip.missing_before)
    return found / max(1, wrong), (found + missing_found) / max(1, wrong + missing)


def fitted(clips: list[Clip], guess: NDArray[np.float64] = GUESS) -> tuple[NDArray[np.float64], float]:
    """Weights, none below zero, and bias of a logistic regression that stays near a guess where the clips do not tell."""
    x = np.concatenate([clip.signs for clip in clips])  # (words, signs)
    y = np.concatenate([clip.wrong for clip in clips]).astype(float)
    used = np.ones(x.shape[1], bool)
    while True:
        weights = np.zeros(x.shape[1])
        *weights[used], bias = regressed(np.c_[x[:, used], np.ones(len(x))], y, np.append(guess[used], 0.0))
        if (weights >= 0).all():
            return weights, float(bias)
        used[np.argmin(weights)] = False


def regressed(x: NDArray[np.float64], y: NDArray[np.float64], guess: NDArray[np.float64]) -> NDArray[np.float64]:
    """A logistic regression by Newton's method; the last column is the bias, which is free."""
    w, ridge = guess.copy(), PENALTY * np.diag([*np.ones(x.shape[1] - 1), 1e-9])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - y) + ridge @ (w - guess))
    return w


def report(name: str, clips: list[Clip], weights: NDArray[np.float64], bias: float) -> None:
    scores = [clip.signs @ weights + bias for clip in clips]
    shares = ", ".join(
        f"{share:.0%}: {found_share(clips, scores, share)[1]:.0%}"
        f" (perfect {found_share(clips, [clip.gains for clip in clips], share)[1]:.0%})"
        for share in (0.05, 0.1, 0.2)
    )
    print(f"{name:<52} errors in the most doubtful {shares}")


def listen(described: str, engine: Transcriber, limit: int, steps: int) -> tuple[str, list[Clip]]:
    """The clips of a set, at most ``limit`` of them, evenly drawn."""
    name, known = read_set(described)
    found = []
    for said in known[:: max(1, len(known) // limit)][:limit]:
        clip = heard(engine, said.path, said.text, TranscribeOptions(steps=steps, language=said.language))
        if clip is not None:
            found.append(clip)
    return name, found


def save(path: Path, sets: dict[str, list[Clip]]) -> None:
    arrays: dict[str, Any] = {}
    for name, clips in sets.items():
        arrays[f"{name}/signs"] = np.concatenate([clip.signs for clip in clips])
        arrays[f"{name}/wrong"] = np.concatenate([clip.wrong for clip in clips])
        arrays[f"{name}/words"] = np.array([len(clip.wrong) for clip in clips])
        arrays[f"{name}/missing"] = np.array([(n, at) for n, c in enumerate(clips) for at in c.missing_before])
    np.savez_compressed(path, **arrays)


def load(path: Path) -> dict[str, list[Clip]]:
    sets = {}
    with np.load(path) as arrays:
        for name in dict.fromkeys(key.rpartition("/")[0] for key in arrays):
            signs, wrong = arrays[f"{name}/signs"], arrays[f"{name}/wrong"]
            missing = arrays[f"{name}/missing"].reshape(-1, 2)
            ends = pairwise([0, *np.cumsum(arrays[f"{name}/words"]).tolist()])
            sets[name] = [
                Clip(signs[a:b], wrong[a:b], missing[missing[:, 0] == n, 1].tolist()) for n, (a, b) in enumerate(ends)
            ]
    return sets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="a folder of sets test-LANGUAGE: all of them are to fit on")
    parser.add_argument("--set", action="append", default=[], help="clips to fit on and to judge")
    parser.add_argument("--judge", action="append", default=[], help="clips to judge only")
    parser.add_argument("--limit", type=int, default=200, help="clips of each set")
    parser.add_argument("--steps", type=int, default=16)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--signs", type=Path)
    parser.add_argument("--write", action="store_true", help="fit, and put the weights in the app's code")
    choice = parser.parse_args()
    if choice.corpus:
        found = sorted(path.with_suffix("") for path in choice.corpus.glob("test-*.json"))
        choice.set += [f"synthetic-{folder.name[5:]}={folder}" for folder in found if folder.is_dir()]
    sets = load(choice.signs) if choice.signs and choice.signs.exists() else {}
    engine = Transcriber(choice.model)
    for described in (*choice.set, *choice.judge):
        if described.partition("=")[0].partition(":")[0] not in sets:
            name, clips = listen(described, engine, choice.limit, choice.steps)
            sets[name] = clips
            if choice.signs:
                save(choice.signs, sets)
    judged_only = {described.partition("=")[0].partition(":")[0] for described in choice.judge}
    for name, clips in sets.items():
        words, missing = sum(len(clip.wrong) for clip in clips), sum(len(clip.missing_before) for clip in clips)
        print(
            f"{name}: {len(clips)} clips, {words} words, {sum(int(c.wrong.sum()) for c in clips)} wrong, {missing} missing"
        )
        report(f"  {name}, weights as shipped", clips, np.array(WEIGHTS), BIAS)
    own = {name: clips for name, clips in sets.items() if name not in judged_only}
    every = [clip for clips in own.values() for clip in clips]
    for n, sign in enumerate(NAMES):
        report(f"{sign} alone, all sets", every, np.eye(6)[n], 0.0)
    if not (choice.fit or choice.write):
        return
    halves = ([c for clips in own.values() for c in clips[::2]], [c for clips in own.values() for c in clips[1::2]])
    weights, bias = fitted(halves[0])
    report("fitted on one half, judged on the other", halves[1], weights, bias)
    report("and the other way round", halves[0], *fitted(halves[1]))
    for name, clips in sets.items():
        report(f"  {name}, judged with the first half's", clips if name in judged_only else clips[1::2], weights, bias)
    easy = [clip for clip in halves[1] if clip.wrong.mean() <= 0.2]
    report(f"  {len(easy)} clips of these with a fifth wrong at most", easy, weights, bias)
    weights, bias = fitted(every)
    by_ear, ear_bias = fitted([Clip(clip.signs[:, 4:], clip.wrong, []) for clip in every], GUESS_BY_EAR)
    found_weights = {
        "WEIGHTS": written(weights),
        "BIAS": f"{bias:.2f}",
        "WEIGHTS_WITHOUT_STEPS": written(by_ear),
        "BIAS_WITHOUT_STEPS": f"{ear_bias:.2f}",
    }
    for name, value in found_weights.items():
        print(f"{name} = {value}")
    if choice.write:
        write(Path(word_doubt.__file__), found_weights)


def written(weights: NDArray[np.float64]) -> str:
    return f"({', '.join(f'{weight:.2f}' for weight in weights)})"


def write(path: Path, values: dict[str, str]) -> None:
    """Give the constants of a module other values."""
    text = path.read_text(encoding="utf-8")
    for name, value in values.items():
        text, count = re.subn(rf"^{name} = .*$", f"{name} = {value}", text, flags=re.MULTILINE)
        assert count == 1, name
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
