"""Forms in which the text of a queued file is copied."""

from __future__ import annotations

from pathlib import Path

from app.jobs.item_text import COPY_FORMS, item_text
from app.jobs.queue_item import QueueItem
from app.transcript.model import Segment


def test_text_so_far_is_copied_in_three_forms() -> None:
    item = QueueItem(1, Path("a.wav"), "a.wav")
    assert [item_text(item, form) for form in COPY_FORMS] == [""] * 4
    item.segments = [Segment(0, 0.0, 2.0, "Hello."), Segment(1, 61.0, 63.0, "Bye.")]
    assert item_text(item, "text") == "Hello. Bye."
    assert "1:01" in item_text(item, "times")
    assert item_text(item, "md").splitlines()[0].startswith("# ")
    assert "Hello." in item_text(item, "md")
    assert item_text(item, "srt").splitlines()[:3] == ["1", "00:00:00,000 --> 00:00:02,000", "Hello."]
