"""Which clips of a corpus are learned from."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

from . import script

training_data, settings, tokenizer = script("training_data"), script("settings"), script("tokenizer")


def test_what_is_misheard_or_too_long_is_not_learned_from(tmp_path: Path) -> None:
    frames = [40, 40, 40, 700]
    rows = [
        {"text": "ab", "language": "en", "start": sum(frames[:n]), "frames": count, "misheard": share}
        for n, (count, share) in enumerate(zip(frames, (0.1, 0.9, 0.0, 0.0), strict=True))
    ]
    np.save(tmp_path / "en-0000.npy", np.arange(sum(frames), dtype=np.float16)[:, None])
    (tmp_path / "en-0000.json").write_text(json.dumps(rows), encoding="utf-8")
    words = tokenizer.train({"en": ["ab"]}, 300)
    everything = training_data.read_corpus(tmp_path, words, settings.Settings())
    assert [int(one.frames[0, 0]) for one in everything] == [0, 80, 120]
    chosen = training_data.corpus_of_epoch(tmp_path, words, settings.Settings(), 0.0, random.Random(0))
    assert sorted(int(one.frames[0, 0]) for one in chosen) == [0, 80]
    with pytest.raises(FileNotFoundError, match="no utterances"):
        training_data.corpus_of_epoch(tmp_path / "none", words, settings.Settings(), 0.0, random.Random(0))
