"""Builds the corpus: sentences -> speech -> augmentation -> frozen encoder frames, in shards that a trainer memory-maps.

    python corpus.py --sentences en.json --encoder FOLDER --kokoro-voices FOLDER --out FOLDER [--shards 150] [--worker 0/2]

Every shard is made from its number alone (seeded), so a stopped build goes on where it was and several workers share one.
A shard is ``NNNN.npy`` (frames, 512) float16 and ``NNNN.json``: a list of {text, start, frames, engine, voice, seconds}.
``test-NNNN`` shards hold held-out sentences only, half of them in held-out voices.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import augment
import texts
import voices

from app.speech.encoder import AcousticEncoder

UTTERANCES_PER_SHARD = 300
#: share of utterances per engine; Kokoro sounds most like people and costs most
ENGINES = {"pico": 0.26, "hibari": 0.14, "flite": 0.22, "espeak": 0.29, "kokoro": 0.07, "noise": 0.02}
LONGEST_S = 20.0


def speak(
    text: str, engine: str, rng: np.random.Generator, kokoro: voices.Kokoro, test: bool
) -> tuple[str, np.ndarray]:
    rate = float(rng.uniform(0.85, 1.25))
    pitch = float(rng.uniform(0.75, 1.35))
    match engine:
        case "pico":
            voice = str(rng.choice(["en-US", "en-GB"]))
            return voice, voices.say_pico(text, voice, rate, pitch)
        case "hibari":
            return "heart", voices.say_hibari(text, rate)
        case "flite":
            voice = str(rng.choice(["slt", "rms", "awb", "kal16"]))
            return voice, voices.say_flite(text, voice, rate, pitch)
        case "espeak":
            voice = f"{rng.choice(voices.ESPEAK_ACCENTS)}+{rng.choice(voices.ESPEAK_VARIANTS)}"
            return voice, voices.say_espeak(text, voice, rate, pitch)
        case _:
            if test:
                voice = str(rng.choice(voices.KOKORO_HELD_OUT))
            else:
                one, other = rng.choice(voices.KOKORO_ENGLISH, 2, replace=False)
                voice = f"{one}+{other}" if rng.random() < 0.5 else str(one)
            return voice, kokoro.say(text, voice, rate)


def utterance(sentences: list[str], rng: np.random.Generator, kokoro: voices.Kokoro, test: bool) -> dict[str, object]:
    """One utterance: now and then several sentences of one voice with pauses between them, now and then only noise."""
    engine = str(rng.choice(list(ENGINES), p=list(ENGINES.values())))
    if test:
        engine = "kokoro" if rng.random() < 0.5 else str(rng.choice(["pico", "hibari", "flite", "espeak"]))
    if engine == "noise":
        audio = augment.noise(int(16_000 * rng.uniform(0.5, 6)), rng) * 10 ** (-rng.uniform(10, 60) / 20)
        return {"text": "", "engine": engine, "voice": "", "audio": np.clip(audio, -1, 1).astype(np.float32)}
    count = 1 if test or rng.random() < 0.85 else int(rng.integers(2, 4))
    chosen = [sentences[i] for i in rng.integers(0, len(sentences), count)]
    state = rng.bit_generator.state
    parts: list[np.ndarray] = []
    voice = ""
    for sentence in chosen:
        rng.bit_generator.state = state  # the same voice, rate and pitch for each sentence of an utterance
        voice, audio = speak(sentence, engine, rng, kokoro, test)
        parts += [augment.trimmed(audio), np.zeros(int(16_000 * 0.3), np.float32)]
    joined = np.concatenate(parts[:-1])
    return {"text": " ".join(chosen), "engine": engine, "voice": voice, "audio": augment.augmented(joined, rng)}


@torch.no_grad()
def frames_of(encoder: AcousticEncoder, clips: list[np.ndarray], batch: int = 16) -> list[np.ndarray]:
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
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = encoder(padded, lengths)
        for row, i in enumerate(rows):
            frames[i] = out[row, : int(lengths[row])].float().numpy().astype(np.float16)
    return frames


def build_shard(
    name: str,
    sentences: list[str],
    seed: int,
    args: argparse.Namespace,
    kokoro: voices.Kokoro,
    encoder: AcousticEncoder,
    test: bool,
) -> None:
    rng = np.random.default_rng(seed)
    made: list[dict[str, object]] = []
    while len(made) < UTTERANCES_PER_SHARD:
        try:
            item = utterance(sentences, rng, kokoro, test)
        except Exception as problem:  # one engine failing on one sentence must not stop a night's build
            print("skipped:", problem, file=sys.stderr)
            continue
        if 0.3 < len(item["audio"]) / 16_000 < LONGEST_S:  # type: ignore[arg-type]
            made.append(item)
    frames = frames_of(encoder, [item["audio"] for item in made])  # type: ignore[misc]
    rows, start = [], 0
    for item, block in zip(made, frames, strict=True):
        rows.append(
            {k: item[k] for k in ("text", "engine", "voice")}
            | {"start": start, "frames": len(block), "seconds": len(item["audio"]) / 16_000}
        )  # type: ignore[arg-type]
        start += len(block)
    np.save(args.out / f"{name}.part.npy", np.concatenate(frames))
    (args.out / f"{name}.part.npy").rename(args.out / f"{name}.npy")
    (args.out / f"{name}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    if test:
        import soundfile

        (args.out / name).mkdir(exist_ok=True)
        for index, item in enumerate(made):
            soundfile.write(args.out / name / f"{index:04d}.flac", item["audio"], 16_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, nargs="+", required=True)
    parser.add_argument(
        "--forbidden", type=Path, help="text file: one evaluation-only sentence a line, never spoken here"
    )
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--kokoro-voices", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shards", type=int, default=75)
    parser.add_argument("--worker", default="0/1")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    forbidden = set()
    if args.forbidden:
        forbidden = {texts.normalise(line) for line in args.forbidden.read_text(encoding="utf-8").splitlines()}
    train, test = texts.load(args.sentences, forbidden)
    print(f"{len(train)} training sentences, {len(test)} held out", file=sys.stderr)
    kokoro = voices.Kokoro(args.kokoro_voices)
    encoder = AcousticEncoder.from_folder(args.encoder)
    worker, workers = map(int, args.worker.split("/"))
    plan = [("test-0000", test, 999_983)] + [(f"{n:04d}", train, n) for n in range(args.shards)]
    for name, sentences, seed in plan[worker::workers]:
        if not (args.out / f"{name}.json").exists():
            build_shard(name, sentences, seed, args, kokoro, encoder, test=name.startswith("test"))
            print("made", name, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
