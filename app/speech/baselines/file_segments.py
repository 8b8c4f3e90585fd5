"""What the baselines share: a whole file decoded and segmented first, then its segments decoded one after the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from time import perf_counter
from typing import TypeAlias, TypeVar

from app.speech.audio.decode import no_speech_error
from app.speech.audio.samples import Samples
from app.speech.audio.segmentation import SegmentLimits
from app.speech.audio.segmented_source import SegmentedSource, SegmentSpan
from app.speech.events import SegmentDone, SourceSegmented
from app.transcript.model import Segment

EventT = TypeVar("EventT")
DecodeSpan: TypeAlias = Callable[[int, SegmentSpan, Samples], Generator[EventT, None, SegmentDone]]
"""Decodes a span with speech, given its index and its audio (n,): the events before its ``SegmentDone``, and that."""


def decode_file_segments(
    source: Path,
    blocks: Iterable[Samples],
    max_span_s: float,
    decode_span: DecodeSpan[EventT],
    timings_s: dict[str, float],
) -> Generator[SourceSegmented | SegmentDone | EventT, None, tuple[float, tuple[Segment, ...]]]:
    """Decode, segment and transcribe a file; return its duration in seconds and its segments.

    Args:
        blocks: audio of the file, each (n,), 16 kHz mono.
        max_span_s: longest span in seconds.
        timings_s: the seconds of decoding are added to its ``decode``.

    Yields:
        One complete ``SourceSegmented``; then, in order, the events of each segment and its ``SegmentDone``.

    Raises:
        AudioError: nobody speaks in the file; also what ``blocks`` raises.
    """
    began = perf_counter()
    with SegmentedSource() as segmented:
        for _ in segmented.read_from(blocks, SegmentLimits(max_span_s)):
            pass
        timings_s["decode"] += perf_counter() - began
        spans_s = tuple((span.start_s, span.end_s) for span in segmented.spans)
        yield SourceSegmented(str(source), segmented.duration_s, spans_s, segmented.peaks)
        if not segmented.has_speech:
            raise no_speech_error(source)
        segments: list[Segment] = []
        for index, span in enumerate(segmented.spans):
            if span.speech:
                done = yield from decode_span(index, span, segmented.audio(span))
            else:
                done = SegmentDone(Segment(index, span.start_s, span.end_s, "", ended="silence"), 0.0)
            segments.append(done.segment)
            yield done
        return segmented.duration_s, tuple(segments)
