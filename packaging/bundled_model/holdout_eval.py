"""What a model makes of sentences and clips it never saw, that anybody can make again: ``unseen.json``, read by espeak-ng.

The tests make the same clips again and look whether their error rates lie in the intervals written here.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import soundfile
import tts

from app.bench.accuracy import AccuracySettings, load_clips, measure
from app.bench.datasets import Clip
from app.bench.wer import ErrorRate
from app.speech import Transcriber, load

SENTENCES = Path(__file__).with_name("holdout_sentences.json")
SPEAKERS = ("f2", "m3", "Andrea", "max")
STEPS = 16


def clips(folder: Path, languages: list[str] | None = None) -> list[Clip]:
    """Every sentence as a file in ``folder``: clean speech, four variants of the language's voice in turn."""
    made = []
    for language, lines in json.loads(SENTENCES.read_text(encoding="utf-8")).items():
        if languages and language not in languages:
            continue
        for number, text in enumerate(lines):
            speaker = SPEAKERS[number % len(SPEAKERS)]
            audio = tts.say_espeak(text, f"{tts.ESPEAK_ACCENTS[language][0]}+{speaker}", 1.0, 1.0)
            path = folder / f"{language}-{number:02d}.flac"
            soundfile.write(path, audio, tts.SAMPLE_RATE_HZ)
            made.append(Clip(path, text, language, {"voice": speaker}))
    return made


def scores(model: Transcriber, made: list[Clip]) -> dict[str, ErrorRate]:
    """Error rates by language at ``STEPS`` steps, through the app's pipeline."""
    return {
        sounds.language: score.error
        for sounds in load_clips("unseen", made, None)
        for score in measure(sounds, model, AccuracySettings((STEPS,)), None)
        if score.steps == STEPS
    }


def write_figures(folder: Path) -> None:
    """Write ``unseen.json`` into a model's folder."""
    with TemporaryDirectory() as place:
        found = scores(load(str(folder), "cpu"), clips(Path(place)))
    for language, rate in found.items():
        print(f"{language}  {rate.rate:.3f}  {rate.low:.3f} to {rate.high:.3f}  ({rate.clips} clips)")
    text = json.dumps({language: asdict(rate) for language, rate in found.items()}, indent=1)
    (folder / "unseen.json").write_text(text + "\n", encoding="utf-8")
