"""The time that queued files still take."""

from __future__ import annotations

from pathlib import Path

from app.jobs.queue_item import QueueItem, QueueState
from app.jobs.time_left import item_time_left_s, queue_time_left_s
from app.speech.events import SegmentDone, SourceSegmented
from app.transcript.model import Segment
from tests.ui.scripted_engine import peaks


def item(number: int, **more) -> QueueItem:
    return QueueItem(number, Path("a.wav"), "a.wav", **more)


def running() -> QueueItem:
    """40 of 100 s are done, in 4 s."""
    spans = tuple((20.0 * n, 20.0 * n + 20) for n in range(5))
    made = item(1)
    made.handle(SourceSegmented("a.wav", 100.0, spans, peaks(1.0)))
    for n in (0, 1):
        made.handle(SegmentDone(Segment(n, *spans[n], "Hello."), 2.0))
    return made


def test_a_running_file_is_measured_by_itself() -> None:
    assert running().position_s == 40.0
    assert item_time_left_s(running(), speed=1000.0) == 6.0


def test_a_segment_that_is_done_out_of_order_does_not_move_the_position() -> None:
    made = running()
    made.handle(SegmentDone(Segment(4, 80.0, 100.0, "Bye."), 2.0))
    assert made.position_s == 40.0


def test_a_waiting_file_needs_a_length_and_a_speed() -> None:
    assert item_time_left_s(item(1, header_duration_s=50.0), 10.0) == 5.0
    assert item_time_left_s(item(1), 10.0) is None
    assert item_time_left_s(item(1, header_duration_s=50.0), None) is None


def test_the_queue_is_the_sum_of_its_unfinished_files() -> None:
    done = item(3, header_duration_s=500.0, state=QueueState.DONE)
    assert queue_time_left_s([running(), item(2, header_duration_s=50.0), done], 10.0) == 11.0
    assert queue_time_left_s([running(), item(2)], 10.0) is None
    assert queue_time_left_s([done], None) == 0.0
