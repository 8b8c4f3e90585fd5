"""Turns recordings of people into the corpus: clips -> augmentation -> encoder frames, in shards.

    python recordings.py --recordings FOLDER --decoded FOLDER --encoder FOLDER --out FOLDER [--worker 0/2]

``NAME.jsonl`` lists the clips of ``NAME-NN.opus``: {file, start, seconds, language, text, speaker}. Each clip is augmented
once or several times (tape speed, room, line, noise, level). Sources without case and punctuation get a capital letter and a
full stop, as all other sentences have them. A shard's name seeds it, so a stopped build goes on and several workers share one.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import augment
import numpy as np
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import tts
from corpus import encode_clips
from sentence_filter import forbidden_texts, normalise

from app.speech.model.encoder import AcousticEncoder

CLIPS_PER_SHARD = 100
LONGEST_S = 16.0
#: sources without case or marks, and the mark that ends their sentences
PLAIN = {"librispeech-dev-en": ".", "speechocean-en": ".", "aishell1-zh": "。", "iiith-hi": "।"}
PLENTIFUL = ("en", "zh")
"""Languages with many speakers. Clips of the others come first, so that a build that was cut short contains them."""
CROWD = ("commonvoice", "speechocean")
"""Crowd recordings: they have rooms and noise of their own, so 60 % of their clips are augmented by speed and level only."""


@dataclass(frozen=True)
class Source:
    """A source: how many augmented copies (takes) of each clip, and the share of its clips that is used."""

    name: str
    takes: int = 1
    share: float = 1.0


#: more takes for languages with few speakers; only a part of single words and of one speaker's long readings
SOURCES = (
    Source("commonvoice-a-en"), Source("commonvoice-zh"), Source("kerstin-de", 3), Source("fleursdumal-fr", 2),
    Source("donaes-es", 4), Source("css10-es", 4), Source("iiith-hi", 2), Source("commonvoice-hi", 3),
    Source("commonvoice-b-en"), Source("tuxpaint-stamps", 2), Source("words-fr-es", 2, 0.5), Source("speechocean-en"),
    Source("librispeech-dev-en", share=0.5), Source("emodb-de", share=0.5), Source("thorsten-de", 3),
    Source("gcompris-words-de", share=0.4), Source("kathleen-en", share=0.2), Source("matthes-en", share=0.5),
    Source("aishell1-zh", share=0.4), Source("hsk-words-zh", share=0.15),
)  # fmt: skip


def normalize_transcript(text: str, source: str, language: str) -> str | None:
    """A clip's text in the corpus' spelling; None where it has digits, symbols or letters of another script."""
    text = re.sub('["“”„«»‹›「」『』《》〈〉()*\u200b-\u200d]', "", text).replace("’", "'").replace("‘", "'")
    if language == "zh":
        from zhconv import convert

        text = convert(re.sub(r"\s", "", text), "zh-cn")
        for old, new in zip(",.?!;；:：、…", "，。？！，，，，，。", strict=True):
            text = text.replace(old, new)
        text = re.sub("([，。？！])[，。？！]+", r"\1", re.sub("[—·-]", "", text)).strip("，")
    else:
        text = re.sub(r"[;:]", ",", text.replace("…", ".").replace("...", "."))
        text = re.sub(r"\s+", " ", re.sub(r"\s[-–—]+\s|[–—]+", " ", text)).strip(" ,-")
        text = re.sub(r"\s+([,.?!।])", r"\1", text)
    if language == "hi":
        text = text.replace(".", "।").replace("'", "")
    if (
        not text
        or re.search(r"[0-9०-९@#$%&/+=<>\[\]_]", text)
        or (language in ("hi", "zh") and re.search("[A-Za-z]", text))
    ):
        return None
    if source in PLAIN:
        if language == "en":
            text = re.sub(r"\bi\b", "I", text)
        text = text[0].upper() + text[1:] + PLAIN[source]
    return text


def decode(path: Path, cache: Path) -> NDArray[np.int16]:
    """Mono 16 kHz samples of a file, decoded once into ``cache``."""
    raw = cache / f"{path.stem}.raw"
    if not raw.exists():
        unfinished = cache / f"{path.stem}.{os.getpid()}"  # another worker may be decoding it, too
        command = ["ffmpeg", "-loglevel", "error", "-i", path, "-f", "s16le", "-ar", "16000", "-ac", "1", unfinished]
        subprocess.run(command, check=True)
        unfinished.rename(raw)
    return np.memmap(raw, dtype=np.int16, mode="r")


def augment_clip(
    clip: dict[str, Any], sound: NDArray[np.int16], source: str, rng: np.random.Generator
) -> NDArray[np.float32]:
    """One augmented copy of a clip."""
    first = int(clip["start"] * 16_000)
    audio = sound[first : first + int(clip["seconds"] * 16_000)].astype(np.float32) / 32768
    if rng.random() < 0.8:
        audio = tts.change_speed(audio, float(rng.uniform(0.86, 1.16)))
    if source.startswith(CROWD) and rng.random() < 0.6:
        peak = max(1e-4, float(np.abs(audio).max()))
        return np.asarray(audio / peak * 10 ** (-rng.uniform(0, 24) / 20), np.float32)
    return augment.augment(audio, rng)


def build_shard(
    name: str, source: str, clips: list[dict[str, Any]], sounds: dict[str, NDArray[np.int16]],
    encoder: AcousticEncoder, out: Path,
) -> None:  # fmt: skip
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    audio = [augment_clip(clip, sounds[clip["file"]], source, rng) for clip in clips]
    frames = encode_clips(encoder, audio)
    rows, start = [], 0
    for clip, sound, block in zip(clips, audio, frames, strict=True):
        rows.append(
            {"text": clip["text"], "engine": source, "voice": clip["speaker"], "language": clip["language"]}
            | {"start": start, "frames": len(block), "seconds": len(sound) / 16_000}
        )
        start += len(block)
    np.save(out / f"{name}.part.npy", np.concatenate(frames))
    (out / f"{name}.part.npy").rename(out / f"{name}.npy")
    (out / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    print("made", name, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recordings", type=Path, nargs="+", required=True)
    parser.add_argument("--decoded", type=Path, required=True, help="cache of decoded samples")
    parser.add_argument("--forbidden", type=Path, help="folder of XX.txt: evaluation-only texts, left out here")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--worker", default="0/1")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    encoder = AcousticEncoder.from_folder(args.encoder)
    forbidden = {code: forbidden_texts(args.forbidden, code) for code in ("en", "de", "fr", "es", "hi", "zh")}
    plan = []
    sounds: dict[str, NDArray[np.int16]] = {}
    for order, source in enumerate(SOURCES):
        listed = [folder / f"{source.name}.jsonl" for folder in args.recordings]
        listed = [path for path in listed if path.exists()]
        if not listed:
            print("missing:", source.name, file=sys.stderr)
            continue
        clips = []
        for line in listed[0].read_text(encoding="utf-8").splitlines():
            clip = json.loads(line)
            text = normalize_transcript(clip["text"], source.name, clip["language"])
            if (
                text
                and 0.4 < clip["seconds"] < LONGEST_S
                and normalise(text, clip["language"]) not in forbidden[clip["language"]]
            ):
                clips.append(clip | {"text": text})
        rng = np.random.default_rng(zlib.crc32(source.name.encode()))
        chosen = [clips[n] for n in rng.permutation(len(clips))[: int(len(clips) * source.share)]]
        for name in {clip["file"] for clip in chosen}:
            sounds[name] = decode(listed[0].parent / name, args.decoded)
        for number in range(source.takes):
            for first in range(0, len(chosen), CLIPS_PER_SHARD):
                part = chosen[first : first + CLIPS_PER_SHARD]
                name = f"{part[0]['language']}-{source.name}-{number}-{first // CLIPS_PER_SHARD:03d}"
                urgency = (
                    number + first / len(chosen) * (1.0 if part[0]["language"] in PLENTIFUL else 0.6) + order / 100
                )
                plan.append((urgency, name, source.name, part))
    plan.sort(key=lambda item: item[0])
    worker, workers = map(int, args.worker.split("/"))
    for _, name, source_name, part in plan[worker::workers]:
        if not (args.out / f"{name}.json").exists():
            build_shard(name, source_name, part, sounds, encoder, args.out)


if __name__ == "__main__":
    main()
