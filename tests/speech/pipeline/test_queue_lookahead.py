"""Short files whose turn comes next are decoded early: as many as fit, unchanged, and with chances to stop."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.speech.audio.segmentation import SegmentLimits
from app.speech.events import DecodeProgress
from app.speech.pipeline.prefetch import SegmentRef
from app.speech.pipeline.queue_lookahead import QueueLookahead
from tests.speech.conftest import RATE_HZ, babble

SILENCE = np.zeros(RATE_HZ * 3 // 2, np.float32)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """One, two and one phrases."""
    made = []
    for name, seeds in (("one", (1,)), ("two", (2, 3)), ("three", (4,))):
        made.append(tmp_path / f"{name}.wav")
        audio = np.concatenate([part for seed in seeds for part in (babble(2.0, seed), SILENCE)])
        soundfile.write(made[-1], audio, RATE_HZ, subtype="FLOAT")
    return made


def finish(work: Generator[DecodeProgress, None, list[SegmentRef]]) -> tuple[list[DecodeProgress], list[SegmentRef]]:
    progress = []
    while True:
        try:
            progress.append(next(work))
        except StopIteration as end:
            return progress, end.value


def looking_at(files: list[Path]) -> QueueLookahead:
    lookahead = QueueLookahead()
    lookahead.upcoming = lambda: files
    return lookahead


def test_files_are_decoded_in_order_as_long_as_all_their_segments_fit(files: list[Path]) -> None:
    lookahead = looking_at(files)
    assert lookahead.has_upcoming
    progress, segments = finish(lookahead.segments_that_fit(2, 0, SegmentLimits(6.0)))
    assert len(segments) == 1, "two more would be one too many, and no file is taken past one that waits"
    assert {event.source for event in progress} == {str(files[0]), str(files[1])}
    popped = lookahead.pop(files[0], 0)
    assert popped is not None
    source, timer = popped
    assert source is segments[0].source
    assert timer.spent_s["decode"] > 0
    assert lookahead.pop(files[0], 0) is None, "once"
    assert lookahead.pop(files[1], 0) is None
    _, segments = finish(lookahead.segments_that_fit(4, 0, SegmentLimits(6.0)))
    assert len(segments) == 4
    assert all(segment.source.spans[segment.segment].speech for segment in segments)


def test_no_file_is_decoded_without_room_or_if_it_is_long(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    assert finish(looking_at(files).segments_that_fit(0, 0, SegmentLimits(6.0))) == ([], [])
    monkeypatch.setattr("app.speech.pipeline.queue_lookahead.MAX_LOOKAHEAD_S", 5.0)
    _, segments = finish(looking_at(files).segments_that_fit(8, 0, SegmentLimits(6.0)))
    assert len(segments) == 1, "the second is longer"
    assert not QueueLookahead().has_upcoming


def test_a_file_that_cannot_be_read_is_passed_over(files: list[Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF no sound")
    _, segments = finish(
        looking_at([broken, tmp_path / "missing.wav", *files]).segments_that_fit(8, 0, SegmentLimits(6.0))
    )
    assert len(segments) == 4


def test_a_file_that_changed_or_another_track_is_not_the_one_that_was_decoded(files: list[Path]) -> None:
    lookahead = looking_at(files)
    finish(lookahead.segments_that_fit(8, 0, SegmentLimits(6.0)))
    assert lookahead.pop(files[0], 1) is None
    files[0].write_bytes(files[1].read_bytes())
    assert lookahead.pop(files[0], 0) is None
    assert lookahead.pop(files[1], 0) is not None
    lookahead.clear()
    assert lookahead.pop(files[2], 0) is None


def test_a_file_whose_decoding_was_stopped_is_not_kept(files: list[Path]) -> None:
    lookahead = looking_at(files)
    work = lookahead.segments_that_fit(8, 0, SegmentLimits(6.0))
    assert next(work).source == str(files[0])
    work.close()
    assert lookahead.pop(files[0], 0) is None
