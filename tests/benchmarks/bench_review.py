"""How well doubts find errors: the share of all word errors that the most doubtful words contain.

    python -m tests.benchmarks.bench_review FOLDER [--limit 200] [--steps 16] [--fit]

FOLDER has clips, and beside each a text file of the same name with what is said. A random order would find 10 % of the errors
in 10 % of the words; the goal is over 40 %. An error is a written word that is wrong or too many; a word that is missing
counts as found where a word beside it is among the doubtful ones. ``--fit`` fits the weights of the signs (logistic
regression) on every other clip and reports on the rest, so that nothing is judged by what it was fitted on.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.library.replay import Gathering
from app.library.review import BIAS, WEIGHTS, signs_of
from app.speech.alignment import is_han
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.transcriber import Transcriber

SUFFIXES = (".wav", ".flac", ".mp3", ".ogg", ".opus", ".gsm", ".g722")


@dataclass
class Clip:
    """The words of a clip: their signs (words, 6), which are wrong (words,), and before which words one is missing."""

    signs: NDArray[np.float64]
    wrong: NDArray[np.bool_]
    missing_before: list[int]


def plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())


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
    gathering, vocabulary = Gathering(), None
    signs: list[tuple[float, ...]] = []
    written: list[str] = []
    for event in engine.transcribe(path, options):
        if isinstance(event, ModelReady):
            vocabulary = event.vocabulary
        elif isinstance(event, SegmentStarted | CanvasStep):
            gathering.take(event)
        elif isinstance(event, SegmentDone):
            assert vocabulary is not None
            found = signs_of(event.segment, gathering.pop(event.segment.index), vocabulary)
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


def fitted(clips: list[Clip], penalty: float = 1.0, rounds: int = 50) -> tuple[NDArray[np.float64], float]:
    """Weights and bias of a logistic regression, by Newton's method."""
    x = np.concatenate([np.c_[clip.signs, np.ones(len(clip.signs))] for clip in clips])  # (words, 7)
    y = np.concatenate([clip.wrong for clip in clips]).astype(float)
    w = np.zeros(x.shape[1])
    ridge = penalty * np.diag([*np.ones(x.shape[1] - 1), 0])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve(
            (x * (p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(len(w)), x.T @ (p - y) + ridge @ w
        )
    return w[:-1], float(w[-1])


def report(name: str, clips: list[Clip], weights: NDArray[np.float64], bias: float) -> None:
    scores = [clip.signs @ weights + bias for clip in clips]
    shares = ", ".join(
        f"{share:.0%} of words hold {found:.0%} of wrong words and {every:.0%} of all errors"
        for share in (0.05, 0.1, 0.2)
        for found, every in [found_share(clips, scores, share)]
    )
    print(f"{name}: {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--steps", type=int, default=16)
    parser.add_argument("--language", default="en")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--fit", action="store_true")
    choice = parser.parse_args()
    engine = Transcriber(choice.model)
    options = TranscribeOptions(steps=choice.steps, language=choice.language)
    clips = []
    paths = [
        path
        for path in sorted(choice.folder.iterdir())
        if path.suffix in SUFFIXES and path.with_suffix(".txt").exists()
    ]
    for path in paths[:: max(1, len(paths) // choice.limit)][: choice.limit]:
        clip = heard(engine, path, path.with_suffix(".txt").read_text(encoding="utf-8"), options)
        if clip is not None:
            clips.append(clip)
    words = sum(len(clip.wrong) for clip in clips)
    wrong, missing = sum(int(clip.wrong.sum()) for clip in clips), sum(len(clip.missing_before) for clip in clips)
    print(f"{len(clips)} clips, {words} words written, {wrong} wrong or too many, {missing} missing")
    present = np.array(WEIGHTS), BIAS
    report("as shipped, all clips", clips, *present)
    for n, name in enumerate(("settling step", "flips", "entropy", "improbability", "CTC support", "confidence")):
        report(f"{name} alone", clips, np.eye(6)[n], 0.0)
    if choice.fit:
        one, other = clips[::2], clips[1::2]
        report("fitted on one half, judged on the other", other, *fitted(one))
        report("and the other way round", one, *fitted(other))
        weights, bias = fitted(clips)
        print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})\nBIAS = {bias:.2f}")
        by_ear, ear_bias = fitted([Clip(clip.signs[:, 4:], clip.wrong, []) for clip in clips])
        print(f"WEIGHTS_BY_EAR = ({', '.join(f'{weight:.2f}' for weight in by_ear)})\nBIAS_BY_EAR = {ear_bias:.2f}")


if __name__ == "__main__":
    main()
