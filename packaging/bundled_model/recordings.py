"""Turns recordings of people into the corpus: clips -> augmentation -> encoder frames, in shards.

``NAME.jsonl`` lists the clips of ``NAME-NN.opus``: {file, start, seconds, language, text, speaker}. Each clip is augmented
once or several times (tape speed, room, line, noise, level). Sources without case and punctuation get a capital letter and a
full stop, as all other sentences have them. A shard's name seeds it, so a stopped build goes on and several workers share one.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import augment
import numpy as np
import soundfile
import torch
import tts
from augment import SAMPLE_RATE_HZ
from corpus import write_shard
from numpy.typing import NDArray
from precision import pick_device
from sentence_filter import LANGUAGES, forbidden_texts, normalise

from app.speech.audio import decode as audio_file
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
    """How many augmented copies (takes) of each clip of a source, and the share of its clips that is used."""

    name: str
    takes: int = 1
    share: float = 1.0


@dataclass(frozen=True)
class Recordings:
    """Which recordings are encoded, and where they go."""

    folders: tuple[Path, ...]
    sources: tuple[Source, ...]
    """More takes for languages with few speakers; only a part of single words and of one speaker's long readings."""
    forbidden: Path
    """Folder of ``XX.txt``: evaluation-only texts, whose clips are left out."""
    decoded: Path
    """Cache of decoded samples."""
    encoder: Path
    out: Path


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
        cache.mkdir(parents=True, exist_ok=True)
        part = raw.with_suffix(".part")
        with part.open("wb") as file:
            for block in audio_file.blocks(path):
                file.write((block * 32767).clip(-32768, 32767).astype(np.int16).tobytes())
        part.rename(raw)
    return np.memmap(raw, dtype=np.int16, mode="r")


def augment_clip(
    clip: dict[str, Any], sound: NDArray[np.int16], source: str, rng: np.random.Generator
) -> NDArray[np.float32]:
    """One augmented copy of a clip."""
    first = int(clip["start"] * SAMPLE_RATE_HZ)
    audio = sound[first : first + int(clip["seconds"] * SAMPLE_RATE_HZ)].astype(np.float32) / 32768
    if rng.random() < 0.8:
        audio = tts.change_speed(audio, float(rng.uniform(0.86, 1.16)))
    if source.startswith(CROWD) and rng.random() < 0.6:
        peak = max(1e-4, float(np.abs(audio).max()))
        return np.asarray(audio / peak * 10 ** (-rng.uniform(0, 24) / 20), np.float32)
    return augment.augment(audio, rng)


def build_shard(
    name: str, source: str, clips: list[dict[str, Any]], sounds: dict[Path, NDArray[np.int16]],
    encoder: AcousticEncoder, out: Path,
) -> None:  # fmt: skip
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    audio = [augment_clip(clip, sounds[clip["file"]], source, rng) for clip in clips]
    rows = [
        {"text": clip["text"], "engine": source, "voice": clip["speaker"], "language": clip["language"]}
        for clip in clips
    ]
    write_shard(out / name, rows, audio, encoder)
    print("made", name, file=sys.stderr, flush=True)


def read_clips(folder: Path, name: str) -> list[dict[str, Any]]:
    """The records of ``NAME.jsonl``; each clip's ``file`` becomes its path."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [clip | {"file": folder / clip["file"]} for clip in map(json.loads, lines)]


def chosen_clips(recordings: Recordings) -> dict[Source, list[dict[str, Any]]]:
    """The clips of every source that are used, in random order and in the corpus' spelling."""
    forbidden = {code: forbidden_texts(recordings.forbidden, code) for code in LANGUAGES}
    chosen = {}
    for source in recordings.sources:
        folder = next((each for each in recordings.folders if (each / f"{source.name}.jsonl").exists()), None)
        if folder is None:
            print("missing:", source.name, file=sys.stderr)
            continue
        clips = []
        for clip in read_clips(folder, source.name):
            text = normalize_transcript(clip["text"], source.name, clip["language"])
            known = text and normalise(text, clip["language"]) in forbidden[clip["language"]]
            if text and not known and 0.4 < clip["seconds"] < LONGEST_S:
                clips.append(clip | {"text": text})
        rng = np.random.default_rng(zlib.crc32(source.name.encode()))
        chosen[source] = [clips[n] for n in rng.permutation(len(clips))[: int(len(clips) * source.share)]]
    return chosen


def decode_files(worker: int, workers: int, recordings: Recordings) -> None:
    """Decode the files of one of several workers."""
    files = {clip["file"] for clips in chosen_clips(recordings).values() for clip in clips}
    for path in sorted(files)[worker::workers]:
        decode(path, recordings.decoded)


def build_recordings(worker: int, workers: int, recordings: Recordings) -> None:
    """Make the shards of one of several workers, those that are not there yet."""
    torch.set_num_threads(1)
    recordings.out.mkdir(parents=True, exist_ok=True)
    encoder = AcousticEncoder.from_folder(recordings.encoder).to(pick_device())
    plan = []
    for order, (source, clips) in enumerate(chosen_clips(recordings).items()):
        for take in range(source.takes):
            for first in range(0, len(clips), CLIPS_PER_SHARD):
                part = clips[first : first + CLIPS_PER_SHARD]
                language = part[0]["language"]
                name = f"{language}-{source.name}-{take}-{first // CLIPS_PER_SHARD:03d}"
                urgency = take + first / len(clips) * (1.0 if language in PLENTIFUL else 0.6) + order / 100
                plan.append((urgency, name, source.name, part))
    plan.sort(key=lambda item: item[0])
    for _, name, source_name, part in plan[worker::workers]:
        if not (recordings.out / f"{name}.json").exists():
            sounds = {path: decode(path, recordings.decoded) for path in {clip["file"] for clip in part}}
            build_shard(name, source_name, part, sounds, encoder, recordings.out)


def cut_test_set(jsonl: Path, decoded: Path, encoder: AcousticEncoder, out: Path) -> list[str]:
    """Cut evaluation recordings for ``anneal bench accuracy``, and encode them as they are. Return their texts.

    ``out/NAME`` holds the clips, ``out/NAME.json`` their records, ``out/frames`` a shard of their frames.
    """
    folder = out / jsonl.stem
    folder.mkdir(parents=True, exist_ok=True)
    (out / "frames").mkdir(exist_ok=True)
    clips = read_clips(jsonl.parent, jsonl.stem)
    sounds = []
    for number, clip in enumerate(clips):
        first, samples = int(clip["start"] * SAMPLE_RATE_HZ), int(clip["seconds"] * SAMPLE_RATE_HZ)
        sounds.append(decode(clip["file"], decoded)[first : first + samples].astype(np.float32) / 32768)
        soundfile.write(folder / f"{number:04d}.flac", sounds[-1], SAMPLE_RATE_HZ)
    rows = [
        {"text": clip["text"], "engine": jsonl.stem, "voice": clip["speaker"], "language": clip["language"]}
        for clip in clips
    ]
    write_shard(out / "frames" / f"{clips[0]['language']}-{jsonl.stem}", rows, sounds, encoder)
    (out / f"{jsonl.stem}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return [clip["text"] for clip in clips]


def list_stamps(stamps: Path, out: Path) -> None:
    """Make a source ``tuxpaint-stamps`` of the French and Spanish names in the folder of Debian's tuxpaint-stamps-default.

    Volunteers read them (GPL-2).
    """
    out.mkdir(parents=True, exist_ok=True)
    rows, blocks, samples = [], [], 0
    for names in sorted(stamps.rglob("*.txt")):
        lines = names.read_text(encoding="utf-8", errors="replace").splitlines()
        texts = dict(line.split(".utf8=", 1) for line in lines if ".utf8=" in line)
        for code in ("fr", "es"):
            sound = names.with_name(f"{names.stem}_desc_{code}.ogg")
            if code not in texts or not sound.exists():
                continue
            audio = audio_file.read(sound)
            if len(audio) < SAMPLE_RATE_HZ // 2:
                continue
            rows.append(
                {"file": "tuxpaint-stamps-00.flac", "start": samples / SAMPLE_RATE_HZ, "language": code}
                | {"seconds": len(audio) / SAMPLE_RATE_HZ, "text": texts[code].strip(), "speaker": f"stamps-{code}"}
            )
            blocks += [audio, np.zeros(SAMPLE_RATE_HZ // 3, np.float32)]
            samples += len(audio) + SAMPLE_RATE_HZ // 3
    if rows:
        soundfile.write(out / "tuxpaint-stamps-00.flac", np.concatenate(blocks), SAMPLE_RATE_HZ)
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (out / "tuxpaint-stamps.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
