"""``kill -9`` at random moments of recording, transcribing and correcting: nothing that was shown is lost.

The real recorder, transcriber (a tiny model) and library run in a process of their own and are really killed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.entry import EntryQuery
from app.library.recordings import SYNC_INTERVAL_S, recover_recordings
from app.library.search import parse_query
from app.library.store import TranscriptStore

ROOT = Path(__file__).resolve().parents[2]
LATEST_S = 1.5
MOMENTS = int(os.environ.get("KILL_MOMENTS", "30"))
"""200 take three to four minutes."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(scope="module")
def process() -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.library.killed_process"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.communicate(timeout=60)


def live_and_die(process: subprocess.Popen, folder: Path, after_s: float) -> list[list[str]]:
    """Let it work in a folder, kill it, and return what it had shown."""
    folder.mkdir()
    process.stdin.write(f"{folder}\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    assert process.stdout.readline() == "gone\n"
    shown = folder / "shown"
    text = shown.read_text() if shown.exists() else ""
    return [line.split(" ", 3) for line in text[: text.rfind("\n") + 1].splitlines()]


def check(folder: Path, shown: list[list[str]]) -> tuple[int, int]:
    """Nothing that was shown is missing; returns how many segments and corrections that were."""
    store = TranscriptStore(folder / "library")
    try:
        assert store.recovery_notice is None
        finished = [
            (uid, int(index), text)
            for kind, uid, index, text in (s for s in shown if len(s) == 4)
            if kind == "finished"
        ]
        corrected = {(s[1], int(s[2])): s[3] for s in shown if s[0] == "corrected"}
        for uid, index, text in finished:
            assert text in [
                " ".join(segment.text.split()) for segment in store.finished_segments(uid) if segment.index == index
            ]  # as it was shown: in one line
            now = [segment.text for segment in store.transcript(uid).segments if segment.index == index]
            assert len(now) == 1
            known = corrected.get((uid, index))  # a correction may be kept and not yet shown, never the other way round
            same = now[0] == known if known else " ".join(now[0].split()) == text
            assert same or (not known and now[0].startswith("corrected "))
            assert uid in store.find(EntryQuery(now[0])) or not parse_query(now[0])
        unfinished = [entry for entry in store.entries(store.find(EntryQuery())) if entry.state != "done"]
        assert all(entry.state == "interrupted" for entry in unfinished)
        assert len(unfinished) <= 1
    finally:
        store.close()
    heard_s = max((float(s[1]) for s in shown if s[0] == "recorded"), default=0.0)
    recovered_s = sum(found.duration_s for found in recover_recordings(folder / "recordings"))
    assert recovered_s >= heard_s - SYNC_INTERVAL_S
    return len(finished), len(corrected)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_killed_at_any_moment_nothing_that_was_shown_is_lost(process: subprocess.Popen, tmp_path: Path) -> None:
    chance = random.Random(MOMENTS)
    segments = corrections = 0
    for moment in range(MOMENTS):
        place = tmp_path / str(moment)
        done = check(place, live_and_die(process, place, chance.uniform(0, LATEST_S)))
        segments, corrections = segments + done[0], corrections + done[1]
    print(f"killed at {MOMENTS} moments; {segments} finished segments and {corrections} corrections, none lost")
    assert segments > MOMENTS / 4  # else it was killed before there was anything to lose
    assert corrections > 0
