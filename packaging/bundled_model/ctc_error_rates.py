"""Prints greedy CTC error rates of a checkpoint's or a model's projector on stored encoder frames, by set and language.

python ctc_error_rates.py --corpus FOLDER --model MODEL [--run FOLDER/last.pt] [--share 0.7]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import tokenizer as vocab

from app.bench.wer import error_rate
from app.speech.decoding.ctc_draft import greedy_draft
from app.speech.model.assembly import load_model


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument(
        "--model", type=Path, required=True, help="vocabulary, embeddings and, without a run, the projector"
    )
    parser.add_argument("--run", type=Path, help="a checkpoint whose projector reads instead")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the checkpoint's projector in the mean with the model's"
    )
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = load_model(args.model)
    words = vocab.load(args.model / "tokenizer.json")
    projector, head = model.projector, model.backbone.lm_head
    if args.run:
        kept = torch.load(args.run, weights_only=True)["model"]
        own = projector.state_dict()
        new = {name: args.share * kept[f"projector.{name}"] + (1 - args.share) * own[name].float() for name in own}
        projector.load_state_dict(new)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    read: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(args.corpus.glob("??-*.json")):
        frames = np.load(path.with_suffix(".npy"), mmap_mode="r")
        rows = sorted(json.loads(path.read_text(encoding="utf-8")), key=lambda row: row["frames"])
        for first in range(0, len(rows), 16):
            part = rows[first : first + 16]
            lengths = torch.tensor([row["frames"] for row in part])
            sound = torch.zeros(len(part), int(lengths.max()), frames.shape[1])
            for n, row in enumerate(part):
                sound[n, : row["frames"]] = torch.from_numpy(
                    frames[row["start"] : row["start"] + row["frames"]].astype(np.float32)
                )
            log_probs = head(projector(sound, lengths)).log_softmax(-1)
            counts = projector.token_counts(lengths).tolist()
            for row, heard, count in zip(part, log_probs, counts, strict=True):
                draft = greedy_draft(heard[:count], vocab.BLANK)
                ids = draft.log_probs[draft.token_rows].argmax(-1).tolist()
                key = (row["engine"], row["language"])
                said[key].append(row["text"])
                read[key].append(words.decode(ids))
    print(" ".join(f"{name}:{error_rate(said[name, code], read[name, code], code).rate:.3f}" for name, code in said))


if __name__ == "__main__":
    main()
