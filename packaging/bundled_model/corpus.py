"""Builds the corpus: sentences -> speech -> augmentation -> frozen encoder frames, in shards that a trainer memory-maps.

Every shard is made from its name alone (seeded), so a stopped build goes on where it was and several workers share one.
A shard is ``de-0007.npy`` (frames, 512) float16 and ``de-0007.json``: a list of {text, start, frames, engine, voice, ...}.
``test-de`` holds held-out sentences only, most of them in held-out voices, with the audio as FLAC beside it.
"""

from __future__ import annotations

import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import augment
import numpy as np
import sentence_filter
import soundfile
import torch
import tts
from asr_filter import AsrFilter
from precision import autocast, pick_device

from app.speech.model.encoder import AcousticEncoder

LONGEST_S = 20.0
TAKES = 3


@dataclass(frozen=True)
class Speech:
    """What is spoken, by whom, and where it goes."""

    sentences: Path
    """Folder of ``XX.json``: {train: [...], held_out: [...]}."""
    forbidden: Path
    """Folder of ``XX.txt``: evaluation-only texts, which stop the build."""
    encoder: Path
    out: Path
    engines: dict[str, dict[str, float]]
    """Share of the utterances by language and engine. Kokoro sounds most like people and costs most."""
    shards: int
    utterances_per_shard: int
    kokoro_voices: Path
    kokoro_model: Path
    peer: Path | None
    """Whisper base for faster-whisper: drops test clips that it mishears (not Hindi)."""


@dataclass
class Synthesizer:
    """What one language's utterances are made from."""

    language: str
    sentences: list[str]
    kokoro: tts.Kokoro | None
    engines: dict[str, float]
    test: bool
    peer: AsrFilter | None = None


def speak(text: str, engine: str, rng: np.random.Generator, synthesizer: Synthesizer) -> tuple[str, np.ndarray]:
    """The name of the voice and mono 16 kHz audio."""
    rate = float(rng.uniform(0.85, 1.25))
    pitch = float(rng.uniform(0.75, 1.35))
    language = synthesizer.language
    match engine:
        case "pico":
            voice = str(rng.choice(tts.PICO[language]))
            return voice, tts.say_pico(text, voice, rate, pitch)
        case "hibari":
            return "heart", tts.say_hibari(text, rate)
        case "festival":
            return "nsk", tts.say_festival(text, rate, pitch)
        case "flite":
            voice = str(rng.choice(["slt", "rms", "awb", "kal16"]))
            return voice, tts.say_flite(text, voice, rate, pitch)
        case "espeak":
            voice = f"{rng.choice(tts.ESPEAK_ACCENTS[language])}+{rng.choice(tts.ESPEAK_VARIANTS)}"
            return voice, tts.say_espeak(text, voice, rate, pitch)
        case _:
            if synthesizer.test:
                voice = str(rng.choice(tts.KOKORO_HELD_OUT[language]))
            else:
                one = rng.choice(tts.KOKORO[language])
                other = rng.choice(tts.KOKORO[language] + tts.COLOURS.get(language, []))
                voice = f"{one}+{other}" if one != other and rng.random() < 0.6 else str(one)
            return voice, synthesizer.kokoro.say(text, language, voice, float(rng.uniform(0.85, 1.2)))


def utterances(rng: np.random.Generator, synthesizer: Synthesizer) -> list[dict[str, object]]:
    """Make an utterance: at times several sentences of one voice with pauses between them, at times only noise.

    None is returned where Whisper base misrecognizes it before rooms and noise are added: here it filters test clips, the
    others are filtered by ``asr_filter.py``.

    Kokoro speaks at a twentieth of the other engines' speed, so what it says is used ``TAKES`` times: as from other throats
    (a tape faster or slower), in other rooms.
    """
    engine = str(rng.choice(list(synthesizer.engines), p=list(synthesizer.engines.values())))
    if synthesizer.test:
        others = [name for name in synthesizer.engines if name not in ("kokoro", "noise")]
        engine = "kokoro" if synthesizer.kokoro and rng.random() < 0.7 else str(rng.choice(others))
    if engine == "noise":
        audio = augment.noise(int(16_000 * rng.uniform(0.5, 6)), rng) * 10 ** (-rng.uniform(10, 60) / 20)
        return [{"text": "", "engine": engine, "voice": "", "audio": np.clip(audio, -1, 1).astype(np.float32)}]
    count = 1 if synthesizer.test or rng.random() < 0.85 else int(rng.integers(2, 4))
    chosen = [synthesizer.sentences[i] for i in rng.integers(0, len(synthesizer.sentences), count)]
    state = rng.bit_generator.state
    parts: list[np.ndarray] = []
    voice = ""
    for sentence in chosen:
        rng.bit_generator.state = state  # the same voice, rate and pitch for each sentence of an utterance
        voice, audio = speak(sentence, engine, rng, synthesizer)
        parts += [augment.trim_silence(audio), np.zeros(int(16_000 * rng.uniform(0.15, 0.5)), np.float32)]
    joined = np.concatenate(parts[:-1])
    space = "" if synthesizer.language == "zh" else " "
    said = {"text": space.join(chosen), "engine": engine, "voice": voice}
    if (
        synthesizer.peer
        and synthesizer.test
        and not synthesizer.peer.understands(joined, said["text"], synthesizer.language)
    ):
        return []
    takes = [joined]
    if engine == "kokoro" and not synthesizer.test:
        takes += [tts.change_speed(joined, float(rng.uniform(0.87, 1.15))) for _ in range(TAKES - 1)]
    return [said | {"audio": augment.augment(take, rng)} for take in takes]


def write_shard(
    target: Path, rows: list[dict[str, object]], sounds: list[np.ndarray], encoder: AcousticEncoder
) -> None:
    """Write ``target.npy``, the frames of some clips, and then ``target.json``, their records with their places there."""
    frames = encode_clips(encoder, sounds)
    starts = np.cumsum([0, *map(len, frames)]).tolist()
    placed = [
        row | {"start": start, "frames": len(block), "seconds": len(sound) / augment.SAMPLE_RATE_HZ}
        for row, start, block, sound in zip(rows, starts[:-1], frames, sounds, strict=True)
    ]
    part = target.with_name(f"{target.name}.part.npy")
    np.save(part, np.concatenate(frames))
    part.rename(target.with_name(f"{target.name}.npy"))
    target.with_name(f"{target.name}.json").write_text(json.dumps(placed, ensure_ascii=False), encoding="utf-8")


@torch.no_grad()
def encode_clips(encoder: AcousticEncoder, clips: list[np.ndarray], batch: int = 16) -> list[np.ndarray]:
    """Encoder frames of each clip, float16; clips of like length share a batch."""
    frames: list[np.ndarray] = [np.empty(0)] * len(clips)
    order = sorted(range(len(clips)), key=lambda i: len(clips[i]))
    device = next(encoder.parameters()).device
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        mels = [encoder.mel(clips[i]) for i in rows]
        lengths = torch.tensor([m.shape[1] // 2 for m in mels])
        padded = torch.zeros(len(mels), mels[0].shape[0], 2 * int(lengths.max()))
        for row, mel in enumerate(mels):
            padded[row, :, : mel.shape[1]] = mel
        with autocast(device):
            out = encoder(padded.to(device), lengths.to(device)).float().cpu()
        for row, i in enumerate(rows):
            frames[i] = out[row, : int(lengths[row])].numpy().astype(np.float16)
    return frames


def build_shard(name: str, wanted: int, out: Path, synthesizer: Synthesizer, encoder: AcousticEncoder) -> None:
    """Make a shard of at least so many utterances; its name seeds it."""
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    made: list[dict[str, object]] = []
    dropped = 0
    while len(made) < wanted:
        try:
            items = utterances(rng, synthesizer)
        except Exception as problem:  # one engine failing on one sentence must not stop a night's build
            print("skipped:", problem, file=sys.stderr)
            continue
        dropped += not items
        for item in items:
            if not 0.3 < len(item["audio"]) / 16_000 < LONGEST_S:  # type: ignore[arg-type]
                continue
            if not np.isfinite(item["audio"]).all():  # type: ignore[call-overload]
                continue  # an engine in bf16 may overflow
            made.append(item)
    sounds = [item["audio"] for item in made]
    rows = [{k: item[k] for k in ("text", "engine", "voice")} | {"language": synthesizer.language} for item in made]
    write_shard(out / name, rows, sounds, encoder)  # type: ignore[arg-type]
    if synthesizer.test:
        (out / name).mkdir(exist_ok=True)
        for index, item in enumerate(made):
            soundfile.write(out / name / f"{index:04d}.flac", item["audio"], 16_000)
    print("made", name, f"({dropped} misheard by the peer and dropped)" if dropped else "", file=sys.stderr, flush=True)


def build_corpus(worker: int, workers: int, speech: Speech) -> None:
    """Make the shards of one of several workers, those that are not there yet; the held-out sentences' first."""
    torch.set_num_threads(1)
    speech.out.mkdir(parents=True, exist_ok=True)
    speaks_kokoro = any("kokoro" in engines for engines in speech.engines.values())
    kokoro = tts.Kokoro(speech.kokoro_voices, speech.kokoro_model) if speaks_kokoro else None
    encoder = AcousticEncoder.from_folder(speech.encoder).to(pick_device())
    peer = AsrFilter(speech.peer) if speech.peer else None
    synthesizers = {}
    for language, shares in speech.engines.items():
        lines = json.loads((speech.sentences / f"{language}.json").read_text(encoding="utf-8"))
        forbidden = sentence_filter.forbidden_texts(speech.forbidden, language)
        sentence_filter.check_untouched(lines["train"], forbidden, language)
        engines = {name: share / sum(shares.values()) for name, share in shares.items()}
        listener = None if language == "hi" else peer
        synthesizers[language] = Synthesizer(language, lines["train"], kokoro, engines, False, listener)
        synthesizers["test-" + language] = Synthesizer(language, lines["held_out"], kokoro, engines, True, listener)
    plan = [name for name, made in synthesizers.items() if made.test and made.sentences]
    plan += [f"{language}-{number:04d}" for number in range(speech.shards) for language in speech.engines]
    for name in plan[worker::workers]:
        if not (speech.out / f"{name}.json").exists():
            synthesizer = synthesizers.get(name) or synthesizers[name.split("-")[0]]
            wanted = speech.utterances_per_shard // (2 if synthesizer.test else 1)
            build_shard(name, wanted, speech.out, synthesizer, encoder)
