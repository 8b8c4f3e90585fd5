"""Whisper base through faster-whisper as a listener: a clip whose words it does not get back is not learned from.

It writes into every shard of a corpus how much of each clip it mishears, which the trainer reads. It listens to the stored
encoder frames, which are its own encoder's, so no sound is needed again: a thirtieth of a second a clip on one core. Shards
that it has heard are left alone. Not for Hindi, which Whisper base hardly knows, and not for recordings of people.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

#: share of letters that may differ; letters and not words, so that Mandarin counts like the others
MAX_ERROR_SHARE = 0.35
#: without it Mandarin may be written in traditional characters
BEFORE = {"zh": "以下是普通话的句子。"}
#: frames of silence behind a clip (3 s): where a clip fills all that the decoder sees, it often goes on
SILENCE = 150
BATCH = 16
UNHEARD = ("hi",)
ENGINES = ("pico", "hibari", "flite", "espeak", "festival", "kokoro")
"""Whose clips are heard; other rows are noise or recordings of people."""


class AsrFilter:
    def __init__(self, folder: Path) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)
        self._silence: np.ndarray | None = None

    def understands(self, audio: np.ndarray, text: str, language: str) -> bool:
        """Whether a greedy reading of mono 16 kHz ``audio`` is ``text`` but for a third of its letters."""
        parts, _ = self._model.transcribe(
            audio, language=language, beam_size=1, temperature=0.0, initial_prompt=BEFORE.get(language)
        )
        return letter_error_rate("".join(part.text for part in parts), text) <= MAX_ERROR_SHARE

    def error_shares(self, clips: list[np.ndarray], texts: list[str], language: str) -> list[float]:
        """How much of each text a greedy reading of its encoder frames (frames, width) has wrong, in shares of letters."""
        from ctranslate2 import StorageView
        from faster_whisper.tokenizer import Tokenizer

        if self._silence is None:
            mel = self._model.feature_extractor(np.zeros(30 * 16_000, np.float32))[:, :3000]
            self._silence = np.array(self._model.encode(mel))[0].astype(np.float32)
        spelled = Tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=language)
        prompt = [*spelled.sot_sequence, spelled.no_timestamps]
        if language in BEFORE:
            prompt = [spelled.sot_prev, *spelled.encode(" " + BEFORE[language]), *prompt]
        found = [1.0] * len(clips)
        order = sorted(range(len(clips)), key=lambda i: len(clips[i]))
        for first in range(0, len(order), BATCH):
            rows = order[first : first + BATCH]
            width = min(len(self._silence), max(len(clips[i]) for i in rows) + SILENCE)
            frames = np.stack([np.concatenate([clips[i], self._silence[len(clips[i]) : width]]) for i in rows])
            longest = max(len(spelled.encode(texts[i])) for i in rows)
            said = self._model.model.generate(
                StorageView.from_array(frames.astype(np.float32)),
                [prompt] * len(rows),
                beam_size=1,
                max_length=len(prompt) + longest * 4 // 3 + 4,
            )
            for i, one in zip(rows, said, strict=True):
                found[i] = letter_error_rate(spelled.decode(one.sequences_ids[0]), texts[i])
        return found


def letter_error_rate(said: str, text: str) -> float:
    """Return the share of a text's letters that differ in what was recognized.

    What follows the text does not count: Whisper fills silence with a repetition of what came before.
    """
    wanted, heard = letters(text), letters(said)
    row = list(range(len(heard) + 1))
    for i, a in enumerate(wanted, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(heard, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return min(row) / max(1, len(wanted))


def letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text.lower())


def filter_shard(shard: Path, peer: AsrFilter) -> None:
    """Write into a shard how much of each synthetic clip is misheard; noise without words is not asked for."""
    rows = json.loads(shard.read_text(encoding="utf-8"))
    spoken = [row for row in rows if row["text"] and row["engine"] in ENGINES and row["language"] not in UNHEARD]
    if all("misheard" in row for row in spoken):
        return
    frames = np.load(shard.with_suffix(".npy"), mmap_mode="r")
    clips = [np.asarray(frames[row["start"] : row["start"] + row["frames"]]) for row in spoken]
    shares = peer.error_shares(clips, [row["text"] for row in spoken], spoken[0]["language"])
    for row, share in zip(spoken, shares, strict=True):
        row["misheard"] = round(share, 3)
    part = shard.with_suffix(".part")
    part.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    part.rename(shard)
    dropped = sum(share > MAX_ERROR_SHARE for share in shares)
    print(f"{shard.stem}: {dropped} of {len(shares)} misheard", flush=True)


def filter_corpus(worker: int, workers: int, corpus: Path, peer: Path) -> None:
    """Let one of several workers hear its part of a corpus; ``peer`` holds Whisper base for faster-whisper."""
    listener = AsrFilter(peer)
    for shard in sorted({path.resolve() for path in corpus.glob("??-*.json")})[worker::workers]:
        filter_shard(shard, listener)
