"""What counts as misheard, and what is written down of it. The listener's ears are its package's; here it is given words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from . import script

peer = script("asr_filter")


@pytest.mark.parametrize(
    ("said", "text", "share"),
    [
        (" The lamp is on.", "The lamp is on!", 0.0),
        ("the lamb is on", "The lamp is on.", 1 / 11),
        (" The lamp is on. The lamp is on. The lamp", "The lamp is on.", 0.0),  # what comes behind the text
        ("lamp", "The lamp is on.", 7 / 11),
        ("", "Ja.", 1.0),
        ("以下是普通话的句子", "月亮", 1.0),
        ("今天天汽很好", "今天天气很好。", 1 / 6),
    ],
)
def test_the_share_of_letters_that_differ(said: str, text: str, share: float) -> None:
    assert peer.letter_error_rate(said, text) == pytest.approx(share)


class Words:
    """A listener that hears what it is told, by the first value of a clip's frames."""

    def __init__(self, said: dict[int, str]) -> None:
        self.said = said
        self.asked = 0

    def error_shares(self, clips: list[np.ndarray], texts: list[str], language: str) -> list[float]:
        self.asked += len(clips)
        assert language == "en"
        return [
            peer.letter_error_rate(self.said[int(clip[0, 0])], text) for clip, text in zip(clips, texts, strict=True)
        ]


def test_a_shard_is_heard_once_and_keeps_all_it_held(tmp_path: Path) -> None:
    said = [("The lamp is on.", "espeak"), ("", "noise"), ("It rains.", "kokoro"), ("A teepee.", "clips")]
    rows = [
        {"text": text, "engine": engine, "voice": "x", "language": "en", "start": 2 * n, "frames": 2, "seconds": 0.04}
        for n, (text, engine) in enumerate(said)
    ]
    shard = tmp_path / "en-0000.json"
    shard.write_text(json.dumps(rows), encoding="utf-8")
    np.save(tmp_path / "en-0000.npy", np.repeat(np.arange(4), 2)[:, None].astype(np.float16))
    listener = Words({0: "the lamp is on", 2: "it is late"})
    peer.filter_shard(shard, listener)
    heard = json.loads(shard.read_text(encoding="utf-8"))
    wrong = pytest.approx(peer.letter_error_rate("it is late", "It rains."), abs=1e-3)
    assert [row.get("misheard") for row in heard] == [0.0, None, wrong, None]
    assert [{name: row[name] for name in rows[0]} for row in heard] == rows
    peer.filter_shard(shard, listener)
    assert listener.asked == 2


def test_hindi_is_not_asked_for(tmp_path: Path) -> None:
    shard = tmp_path / "hi-0000.json"
    shard.write_text(
        json.dumps([{"text": "घर", "engine": "espeak", "language": "hi", "start": 0, "frames": 2}]), encoding="utf-8"
    )
    before = shard.read_bytes()
    peer.filter_shard(shard, Words({}))
    assert shard.read_bytes() == before
