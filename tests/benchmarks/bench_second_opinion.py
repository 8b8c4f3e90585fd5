"""How well a second engine finds errors: the share of all word errors that the differing words contain.

    python -m tests.benchmarks.bench_second_opinion --whisper FOLDER --set cv-en=FOLDER ... [--heard FILE.jsonl] [--fit]

transcribes clips with the bundled model and with a Whisper, as the editor's *Ask for a second opinion* does, and prints which
share of the errors the first tenth of the words holds: by the doubts of the bundled model alone, by the words that differ, and
by both (``app/library/second_opinion.py``). Errors are counted as in ``bench_review``. ``--fit`` prints new weights, fitted on
every other clip and judged on the rest. ``--heard`` keeps what was heard, and takes it from there the next time.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.bench.datasets import read_set
from app.errors import AudioError
from app.library import second_opinion
from app.library.replay_store import RunCollector
from app.library.second_opinion import compare_words, doubt_after
from app.library.word_doubt import with_doubt
from app.speech.events import CanvasStep, ModelReady, SegmentDone, SegmentStarted
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber

from .bench_review import Clip, compared, found_share, plain, regressed, words_of

SHARES = (0.05, 0.1, 0.2)
GUESS = np.array(
    [second_opinion.WEIGHT_DOUBT, second_opinion.WEIGHT_DIFFERS, second_opinion.WEIGHT_BESIDE, second_opinion.BIAS]
)


@dataclass(frozen=True)
class Heard:
    """A clip as both engines heard it."""

    name: str
    """Of its set and the clip."""
    said: str
    words: list[tuple[str, float]]
    """Words of the bundled model and their doubts."""
    others: list[str]
    """Words of Whisper."""

    @property
    def spoken(self) -> list[tuple[str, float]]:
        return [(text, doubt) for text, doubt in self.words if plain(text)]


def listen(engine: Transcriber, path: Path, language: str) -> list[tuple[str, float]]:
    """The words of a clip and their doubts."""
    collector, vocabulary, words = RunCollector(), None, list[tuple[str, float]]()
    for event in engine.transcribe(path, TranscribeOptions(language)):
        if isinstance(event, ModelReady):
            vocabulary = event.vocabulary
        elif isinstance(event, SegmentStarted | CanvasStep):
            collector.handle(event)
        elif isinstance(event, SegmentDone):
            segment = with_doubt(event.segment, collector.pop(event.segment.index), vocabulary)
            words += [(word.text, word.doubt or 0.0) for word in segment.words]
    return words


def hear_all(sets: list[str], whisper: Path, limit: int, kept: Path | None) -> list[Heard]:
    heard = [Heard(**json.loads(line)) for line in kept.open(encoding="utf-8")] if kept and kept.exists() else []
    known = {each.name for each in heard}
    ours, theirs = Transcriber(None, "cpu"), Transcriber(whisper, "cpu")
    for described in sets:
        name, clips = read_set(described)
        for clip in clips[:: max(1, len(clips) // limit)][:limit]:
            key = f"{name}/{clip.path.stem}"
            if key in known:
                continue
            try:
                words = listen(ours, clip.path, clip.language)
                others = [text for text, _ in listen(theirs, clip.path, clip.language)]
            except AudioError:
                continue
            heard.append(Heard(key, clip.text, words, others))
            if kept:
                with kept.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(heard[-1].__dict__, ensure_ascii=False) + "\n")
    return heard


def signs_of(heard: Heard) -> tuple[Clip, NDArray[np.float64]]:
    """Which words are wrong, and (words, 3): log-odds of the doubt, whether they differ, and whether one is missing beside."""
    texts = [text for text, _ in heard.spoken]
    comparison = compare_words(texts, [text for text in heard.others if plain(text)])
    low, high = second_opinion.MIN_DOUBT, second_opinion.MAX_DOUBT
    odds = [math.log(doubt / (1 - doubt)) for doubt in (min(high, max(low, doubt)) for _, doubt in heard.spoken)]
    wrong, missing = compared(words_of(heard.said), [plain(text) for text in texts])
    signs = np.c_[odds, comparison.differs, comparison.beside].astype(float).reshape(-1, 3)
    return Clip(signs, np.array(wrong, bool), missing), signs


def report(title: str, clips: list[Clip], scores: list[NDArray[np.float64]]) -> None:
    shares = ", ".join(f"{share:.0%}: {found_share(clips, scores, share)[1]:.0%}" for share in SHARES)
    print(f"{title:<40} errors in the first {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whisper", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--limit", type=int, default=20, help="clips of each set")
    parser.add_argument("--heard", type=Path)
    parser.add_argument("--fit", action="store_true")
    choice = parser.parse_args()
    heard = [each for each in hear_all(choice.set, choice.whisper, choice.limit, choice.heard) if each.spoken]
    groups = {each.name.partition("/")[0] for each in heard}
    for group in ("", *sorted(groups)):
        found = [signs_of(each) for each in heard if each.name.startswith(group)]
        clips, signs = [clip for clip, _ in found], [sign for _, sign in found]
        words, wrong = sum(len(clip.wrong) for clip in clips), sum(int(clip.wrong.sum()) for clip in clips)
        missing, differing = (
            sum(len(clip.missing_before) for clip in clips),
            sum(int(sign[:, 1].sum()) for sign in signs),
        )
        at = sum(int((clip.wrong & (sign[:, 1] > 0)).sum()) for clip, sign in found)
        print(
            f"{group or 'all'}: {len(clips)} clips, {words} words, {wrong} wrong, {missing} missing, {differing} differ"
        )
        print(
            f"  wrong words that differ: {at / max(1, wrong):.0%}, differing words that are wrong: {at / max(1, differing):.0%}"
        )
        report("  doubt alone", clips, [sign[:, 0] for sign in signs])
        report("  the words that differ", clips, [sign[:, 1] + 1e-3 * sign[:, 0] for sign in signs])
        both = [
            np.array(
                [doubt_after(1 / (1 + math.exp(-odds)), differs > 0, beside > 0) for odds, differs, beside in sign]
            )
            for sign in signs
        ]
        report("  both, weights as shipped", clips, both)
        report("  a perfect order", clips, [clip.gains for clip in clips])
    if choice.fit:
        found = [signs_of(each) for each in heard]
        for first, second in ((found[::2], found[1::2]), (found[1::2], found[::2]), (found, found)):
            x = np.concatenate([sign for _, sign in first])
            y = np.concatenate([clip.wrong for clip, _ in first]).astype(float)
            weights = regressed(np.c_[x, np.ones(len(x))], y, GUESS)
            report(f"fitted {np.round(weights, 2)}", [c for c, _ in second], [sign @ weights[:3] for _, sign in second])


if __name__ == "__main__":
    main()
