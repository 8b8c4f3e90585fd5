"""Writes a trained checkpoint as the model the app ships: the native adapter layout, fp16.

python export.py --run FOLDER --corpus FOLDER --encoder FOLDER --into resources/models/anneal-small
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from torch import Tensor
from transformers import DiffusionGemmaForBlockDiffusion

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import tokenizer as vocab
from asr_filter import MAX_ERROR_SHARE
from precision import has_fast_bf16
from train import Settings, build

from app.models.adapter.native import read_native, read_tensors, write_native, write_tensors
from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import AdapterSpec, AdapterTensors, FusionConfig, SamplerConfig, WeightsRef
from app.speech.model.assembly import save_backbone
from app.speech.model.ngram_lm import NGRAM_FILE as NGRAMS
from app.speech.model.projector import Projector

HEARD = 500
"""Utterances of each language that are listened to for what is heard on average."""
LEAST_HEARD = 1e-5
"""Rarer tokens are taken to be so frequent: else the rarest would be heard everywhere."""


def read_projector(folder: Path) -> dict[str, Tensor]:
    """``projector.*`` of a run, or of a model that was written."""
    if (folder / "last.pt").exists():
        return torch.load(folder / "last.pt", weights_only=True)["model"]
    return {
        f"projector.{name}": value.float()
        for name, value in read_tensors(folder, read_native(folder)).projector.items()
    }


def training_rows(shard: Path) -> list[dict[str, Any]]:
    """The utterances of a shard without those that the peer misheard."""
    rows = json.loads(shard.read_text(encoding="utf-8"))
    return [row for row in rows if row.get("misheard", 0.0) <= MAX_ERROR_SHARE]


def provenance(corpus: Path, state: dict[str, float], settings: dict[str, object]) -> dict[str, object]:
    """What the model learned from, counted in the corpus' own records."""
    hours: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    utterances: dict[str, int] = defaultdict(int)
    for path in corpus.glob("??-*.json"):
        for row in training_rows(path):
            hours[row["language"]][row["engine"]] += row["seconds"] / 3600
            utterances[row["language"]] += 1
    return {
        "steps": int(state["step"]),
        "hours_of_training": round(state["used_s"] / 3600, 2),
        "utterances": dict(sorted(utterances.items())),
        "hours_of_speech": {
            code: {engine: round(value, 2) for engine, value in sorted(engines.items())}
            for code, engines in sorted(hours.items())
        },
        "settings": settings,
    }


@torch.inference_mode()
def label_priors(
    projector: Projector, backbone: DiffusionGemmaForBlockDiffusion, corpus: Path
) -> dict[str, NDArray[np.float16]]:
    """Return ``language.heard``: the log of the mean CTC probabilities (vocab,) over some utterances of every language.

    Utterances that the ASR filter rejected count too: the prior is of what the model writes, not of what it should write.
    """
    means: dict[str, NDArray[np.float16]] = {}
    cap = backbone.final_logit_softcapping
    for code in sorted({path.name[:2] for path in corpus.glob("??-*.json")}):
        total, frames = torch.zeros(backbone.lm_head.out_features, dtype=torch.float64), 0
        said = [(path, row) for path in sorted(corpus.glob(f"{code}-*.json")) for row in json.loads(path.read_text())]
        for path, row in said[:: -(-len(said) // HEARD)]:
            block = np.load(path.with_suffix(".npy"), mmap_mode="r")[row["start"] : row["start"] + row["frames"]]
            sound, length = torch.from_numpy(block.astype(np.float32)), torch.tensor([row["frames"]])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_fast_bf16()):
                hidden = projector(sound[None], length)[0, : int(projector.token_counts(length))]
                logits = torch.tanh(backbone.lm_head(hidden).float() / cap) * cap
            total += logits.softmax(-1).sum(0, dtype=torch.float64)
            frames += len(hidden)
        means[f"{code}.heard"] = (total / frames).clamp(min=LEAST_HEARD).log().numpy().astype(np.float16)
    return means


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--segment-s", type=float, default=10.0, help="the longest part that is read at once")
    parser.add_argument("--draft-weight", type=float, default=0.7, help="the CTC draft's share of each prediction")
    parser.add_argument("--ngrams", type=Path, help="the language models of the draft, from ngrams.py")
    parser.add_argument(
        "--fusion", type=float, nargs=3, default=(1.0, 2.5, 0.45), metavar=("WEIGHT", "BONUS", "PRIOR"),
        help="of the language models",
    )  # fmt: skip
    parser.add_argument(
        "--choice", type=float, default=0.15, help="of the backbone where readings are nearly as probable"
    )
    parser.add_argument("--mean-with", type=Path, help="another run or model: the projector becomes the mean of both")
    parser.add_argument("--share", type=float, default=0.5, help="of the other projector in the mean")
    args = parser.parse_args()
    kept = torch.load(args.run / "last.pt", weights_only=True)
    if args.mean_with:
        other = read_projector(args.mean_with)
        for name, value in kept["model"].items():
            if name.startswith("projector."):
                kept["model"][name] = args.share * other[name] + (1 - args.share) * value
    settings = Settings(**kept["settings"])
    projector, backbone = build(settings)
    projector.load_state_dict(
        {k.removeprefix("projector."): v for k, v in kept["model"].items() if k.startswith("projector.")}
    )
    backbone.load_state_dict(
        {k.removeprefix("backbone."): v for k, v in kept["model"].items() if k.startswith("backbone.")}, strict=False
    )
    args.into.mkdir(parents=True, exist_ok=True)
    spec = AdapterSpec(
        name=args.into.name,
        title="Anneal small",
        encoder=WeightsRef(folder="encoder", repository="openai/whisper-base"),
        backbone=WeightsRef(folder="backbone"),
        projector=projector.config,
        prompt=Prompt(
            before=(vocab.BOS, vocab.LANGUAGE["auto"], vocab.AUDIO_BEGIN),
            after=(vocab.AUDIO_END,),
            audio=vocab.AUDIO,
            language_at=1,
            languages=vocab.LANGUAGE,
        ),
        end_ids=(vocab.EOS,),
        pad_id=vocab.PAD,
        blank_id=vocab.BLANK,
        canvas=settings.canvas(),
        sampler=SamplerConfig(),
        languages=tuple(code for code in vocab.LANGUAGE if code != "auto"),
        draft_conditioning=True,
        draft_weight=args.draft_weight,
        fusion=FusionConfig(*args.fusion, backbone=args.choice) if args.ngrams else None,
        segment_s=args.segment_s,
        training=provenance(args.corpus, kept["state"], kept["settings"]),
    )
    write_native(args.into, spec)
    write_tensors(args.into, AdapterTensors({name: value.half() for name, value in projector.state_dict().items()}))
    save_backbone(args.into / "backbone", backbone)
    shutil.copy(args.run / "tokenizer.json", args.into / "tokenizer.json")
    if args.ngrams:
        tensors = {name: value for name, value in load_file(args.ngrams).items() if not name.endswith(".heard")}
        save_file(tensors | label_priors(projector, backbone, args.corpus), args.into / NGRAMS)
    for path in args.into.rglob("*.safetensors"):
        path.chmod(0o644)
    if not (args.into / "encoder" / "model.safetensors").exists():
        (args.into / "encoder").mkdir(exist_ok=True)
        for path in args.encoder.iterdir():
            (args.into / "encoder" / path.name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
