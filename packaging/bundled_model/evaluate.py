"""Error rates of a model on clips with known texts, through the app's own pipeline.

    python evaluate.py --model FOLDER --set synthetic=CORPUS/test-0000 [--set asterisk-en=FOLDER,TEXTS] [--steps 16] [--limit N]

A set is a folder of clips with ``FOLDER.json`` beside it (the corpus' test shard), or a folder and a text file of
``stem: text`` lines. Word error rate by Whisper's own English normaliser, with a bootstrap interval over clips; beside it
the error of the CTC reading, and of the same texts given to the wrong clips (about 1 where the model listens).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import av
import jiwer
import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from transformers.models.whisper.english_normalizer import EnglishTextNormalizer

from app.speech import TranscribeOptions, load
from app.speech.alignment import greedy_draft
from app.speech.events import TranscriptDone

normal = EnglishTextNormalizer({})


@dataclass
class Clip:
    path: Path
    text: str
    group: str

    def audio(self) -> np.ndarray:
        form = "g722" if self.path.suffix == ".g722" else None
        with av.open(str(self.path), format=form) as container:
            resampler = av.AudioResampler("flt", "mono", 16_000)
            blocks = [f.to_ndarray()[0] for frame in container.decode(audio=0) for f in resampler.resample(frame)]
            blocks += [f.to_ndarray()[0] for f in resampler.resample(None)]
        return np.concatenate(blocks)


def clips_of(where: str) -> list[Clip]:
    folder, _, texts = where.partition(",")
    if not texts:
        rows = json.loads(Path(folder + ".json").read_text(encoding="utf-8"))
        held_out = ("bf_emma", "bm_george")
        return [
            Clip(
                Path(folder) / f"{i:04d}.flac", row["text"], "new voice" if row["voice"] in held_out else "known voice"
            )
            for i, row in enumerate(rows)
        ]
    opener = gzip.open if texts.endswith(".gz") else open
    with opener(texts, "rt", encoding="utf-8") as lines:
        pairs = [line.strip().split(": ", 1) for line in lines if ": " in line and not line.startswith(";")]
    found = []
    for stem, text in pairs:
        spoken = len(normal(text).split()) >= 4 and not re.search(r"[\d\[\]]", text)
        for path in Path(folder).rglob(f"{stem}.*"):
            if spoken:
                found.append(Clip(path, text, "recorded"))
    return found


def rate(pairs: list[tuple[str, str]]) -> float:
    wanted, got = zip(*pairs, strict=True)
    return float(jiwer.wer(list(wanted), list(got)))


def interval(pairs: list[tuple[str, str]], rounds: int = 500) -> tuple[float, float]:
    """95 % bootstrap interval over clips."""
    rng = np.random.default_rng(0)
    counted = [(jiwer.process_words(w, g), len(w.split())) for w, g in pairs]
    errors = np.array([m.substitutions + m.deletions + m.insertions for m, _ in counted])
    words = np.array([n for _, n in counted])
    rows = rng.integers(0, len(pairs), (rounds, len(pairs)))
    rates = errors[rows].sum(1) / words[rows].sum(1)
    return float(np.quantile(rates, 0.025)), float(np.quantile(rates, 0.975))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--set", action="append", required=True, help="NAME=FOLDER or NAME=FOLDER,TEXTS")
    parser.add_argument("--steps", type=int, nargs="+", default=[16])
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    transcriber = load(args.model, device="cpu")
    model = transcriber.model
    for named in args.set:
        name, _, where = named.partition("=")
        clips = clips_of(where)
        if args.limit and len(clips) > args.limit:
            clips = [clips[i] for i in np.random.default_rng(0).choice(len(clips), args.limit, replace=False)]
        audio = [clip.audio() for clip in clips]
        wanted = [normal(clip.text) for clip in clips]
        drafts = []
        for samples in audio:
            with torch.inference_mode():
                tokens, _ = model.audio_tokens([samples[: 16_000 * 30]])
                log_probs = model.ctc_logits(tokens)[0].log_softmax(-1)
            drafts.append(normal(model.vocabulary.decode(greedy_draft(log_probs, model.spec.blank_id))))
        pairs = list(zip(wanted, drafts, strict=True))
        print(json.dumps({"set": name, "clips": len(clips), "ctc": round(rate(pairs), 4)}), flush=True)
        for steps in args.steps:
            got = []
            for samples in audio:
                options = TranscribeOptions(language="en", steps=steps, observe=False)
                try:
                    done = [e for e in transcriber.transcribe(samples, options) if isinstance(e, TranscriptDone)][-1]
                    got.append(normal(done.transcript.text))
                except Exception as problem:
                    print("failed:", problem, file=sys.stderr)
                    got.append("")
            pairs = list(zip(wanted, got, strict=True))
            low, high = interval(pairs)
            line = {"set": name, "steps": steps, "wer": round(rate(pairs), 4), "low": round(low, 4), "high": round(high, 4),
                    "wrong_clip": round(rate(list(zip(wanted, got[1:] + got[:1], strict=True))), 4)}  # fmt: skip
            for group in sorted({clip.group for clip in clips}):
                line[group] = round(rate([p for p, clip in zip(pairs, clips, strict=True) if clip.group == group]), 4)
            print(json.dumps(line), flush=True)
        for (want, have), draft in list(zip(pairs, drafts, strict=True))[: args.show]:
            print(f"  {want}\n    {have}\n    ctc: {draft}", flush=True)


if __name__ == "__main__":
    main()
