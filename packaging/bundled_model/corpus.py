"""Builds the corpus: sentences -> speech -> augmentation -> frozen encoder frames, in shards that a trainer memory-maps.

    python corpus.py --sentences FOLDER --encoder FOLDER --kokoro-voices FOLDER --out FOLDER [--shards 40] [--worker 0/2]

Every shard is made from its name alone (seeded), so a stopped build goes on where it was and several workers share one.
A shard is ``de-0007.npy`` (frames, 512) float16 and ``de-0007.json``: a list of {text, start, frames, engine, voice, ...}.
``test-de`` holds held-out sentences only, most of them in held-out voices, with the audio as FLAC beside it.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import augment
import sentence_filter
import tts
from asr_filter import AsrFilter
from precision import has_fast_bf16

from app.speech.model.encoder import AcousticEncoder

UTTERANCES_PER_SHARD = 300
#: share of utterances per engine; Kokoro sounds most like people and costs most. ``clips`` are recordings with known words.
ENGINES = {
    "en": {"pico": 0.20, "hibari": 0.12, "flite": 0.18, "espeak": 0.20, "kokoro": 0.28, "noise": 0.02},
    "de": {"pico": 0.40, "espeak": 0.38, "kokoro": 0.20, "noise": 0.02},
    "fr": {"pico": 0.36, "espeak": 0.30, "kokoro": 0.20, "clips": 0.12, "noise": 0.02},
    "es": {"pico": 0.36, "espeak": 0.30, "kokoro": 0.20, "clips": 0.12, "noise": 0.02},
    "hi": {"festival": 0.25, "espeak": 0.43, "kokoro": 0.30, "noise": 0.02},
    "zh": {"espeak": 0.58, "kokoro": 0.40, "noise": 0.02},
}  # fmt: skip
LONGEST_S = 20.0
TAKES = 3


@dataclass
class Synthesizer:
    """What one language's utterances are made from."""

    language: str
    sentences: list[str]
    clips: list[dict[str, str]]
    kokoro: tts.Kokoro
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
        others = [name for name in synthesizer.engines if name not in ("kokoro", "clips", "noise")]
        engine = "kokoro" if rng.random() < 0.7 else str(rng.choice(others))
    if engine == "noise":
        audio = augment.noise(int(16_000 * rng.uniform(0.5, 6)), rng) * 10 ** (-rng.uniform(10, 60) / 20)
        return [{"text": "", "engine": engine, "voice": "", "audio": np.clip(audio, -1, 1).astype(np.float32)}]
    if engine == "clips":
        clip = synthesizer.clips[int(rng.integers(len(synthesizer.clips)))]
        audio = augment.augment(tts.change_speed(tts.read(clip["path"]), float(rng.uniform(0.9, 1.12))), rng)
        return [{"text": clip["text"], "engine": engine, "voice": Path(clip["path"]).stem, "audio": audio}]
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


@torch.no_grad()
def encode_clips(encoder: AcousticEncoder, clips: list[np.ndarray], batch: int = 16) -> list[np.ndarray]:
    """Encoder frames of each clip, float16; clips of like length share a batch."""
    frames: list[np.ndarray] = [np.empty(0)] * len(clips)
    order = sorted(range(len(clips)), key=lambda i: len(clips[i]))
    for first in range(0, len(order), batch):
        rows = order[first : first + batch]
        mels = [encoder.mel(clips[i]) for i in rows]
        lengths = torch.tensor([m.shape[1] // 2 for m in mels])
        padded = torch.zeros(len(mels), mels[0].shape[0], 2 * int(lengths.max()))
        for row, mel in enumerate(mels):
            padded[row, :, : mel.shape[1]] = mel
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bf16()):
            out = encoder(padded, lengths)
        for row, i in enumerate(rows):
            frames[i] = out[row, : int(lengths[row])].float().numpy().astype(np.float16)
    return frames


def build_shard(name: str, seed: int, out: Path, synthesizer: Synthesizer, encoder: AcousticEncoder) -> None:
    rng = np.random.default_rng(seed)
    made: list[dict[str, object]] = []
    wanted = UTTERANCES_PER_SHARD if not synthesizer.test else UTTERANCES_PER_SHARD // 2
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
    frames = encode_clips(encoder, [item["audio"] for item in made])  # type: ignore[misc]
    rows, start = [], 0
    for item, block in zip(made, frames, strict=True):
        rows.append(
            {k: item[k] for k in ("text", "engine", "voice")}
            | {"language": synthesizer.language, "start": start, "frames": len(block)}
            | {"seconds": len(item["audio"]) / 16_000}  # type: ignore[arg-type]
        )
        start += len(block)
    np.save(out / f"{name}.part.npy", np.concatenate(frames))
    (out / f"{name}.part.npy").rename(out / f"{name}.npy")
    (out / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    if synthesizer.test:
        (out / name).mkdir(exist_ok=True)
        for index, item in enumerate(made):
            soundfile.write(out / name / f"{index:04d}.flac", item["audio"], 16_000)
    print("made", name, f"({dropped} misheard by the peer and dropped)" if dropped else "", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sentences", type=Path, required=True, help="folder of XX.json: {train: [...], held_out: [...]}"
    )
    parser.add_argument("--languages", nargs="+", default=list(ENGINES))
    parser.add_argument("--forbidden", type=Path, help="folder of XX.txt: evaluation-only texts, which stop the build")
    parser.add_argument("--clips", type=Path, help="JSON list of recordings that may be trained on: {path, lang, text}")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--kokoro-voices", type=Path, required=True)
    parser.add_argument("--kokoro-model", type=Path, required=True, help="what kokoro_fp32.py wrote")
    parser.add_argument(
        "--peer", type=Path, help="Whisper base for faster-whisper: drops test clips it mishears (not Hindi)"
    )
    parser.add_argument("--engines", nargs="+", help="NAME=SHARE, instead of the table")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=int, default=0, help="number of the first shard")
    parser.add_argument("--shards", type=int, default=40, help="shards per language")
    parser.add_argument("--worker", default="0/1")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    kokoro = tts.Kokoro(args.kokoro_voices, args.kokoro_model)
    encoder = AcousticEncoder.from_folder(args.encoder)
    clips = json.loads(args.clips.read_text(encoding="utf-8")) if args.clips else []
    peer = AsrFilter(args.peer) if args.peer else None
    studios = {}
    for language in args.languages:
        lines = json.loads((args.sentences / f"{language}.json").read_text(encoding="utf-8"))
        own = [
            clip | {"text": sentence_filter.clean(clip["text"], language)} for clip in clips if clip["lang"] == language
        ]
        own = [clip for clip in own if clip["text"]]
        sentence_filter.check_untouched(
            lines["train"], own, sentence_filter.forbidden_texts(args.forbidden, language), language
        )
        shares = dict(ENGINES[language])
        if args.engines:
            shares = {name: float(share) for name, share in (pair.split("=") for pair in args.engines)}
            shares = {name: share for name, share in shares.items() if name in ENGINES[language]}
        if not own:
            shares.pop("clips", None)
        shares = {name: share / sum(shares.values()) for name, share in shares.items()}
        listener = None if language == "hi" else peer
        studios[language] = Synthesizer(language, lines["train"], own, kokoro, shares, False, listener)
        studios["test-" + language] = Synthesizer(
            language, lines["held_out"], [], kokoro, ENGINES[language], True, listener
        )
    plan = [(f"test-{language}", 0) for language in args.languages]
    plan += [(f"{language}-{n:04d}", n) for n in range(args.first, args.shards) for language in args.languages]
    worker, workers = map(int, args.worker.split("/"))
    for name, number in plan[worker::workers]:
        if not (args.out / f"{name}.json").exists():
            synthesizer = studios[name] if name in studios else studios[name.split("-")[0]]
            seed = zlib.crc32(name.encode()) + number
            build_shard(name, seed, args.out, synthesizer, encoder)


if __name__ == "__main__":
    main()
