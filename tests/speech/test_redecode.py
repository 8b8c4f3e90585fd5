"""A span denoised again: other words stay, fixed text survives, and with the same seed the result is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from app import paths
from app.errors import AudioError
from app.models.adapter.spec import CanvasConfig, SamplerConfig
from app.speech import Transcriber, load
from app.speech.events import CanvasStep, Event, ModelReady, SegmentDone, SegmentStarted, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.redecode import FixedText, RedecodeRequest, RedecodeSpan, plan_span, select_words, splice_into
from app.transcript.model import Segment, Word
from app.transcript.text_words import plain_form

from . import tiny
from .conftest import RATE_HZ, babble

pytestmark = pytest.mark.slow  # the file as a whole takes longer than the fast lane can wait

MODELS = paths.resources_folder() / "models"


def segment(text: str, start_s: float = 10.0, each_s: float = 0.5, index: int = 4, **changes: Any) -> Segment:
    """A segment whose words follow each other, with a tenth of a second between them."""
    words = tuple(
        Word(start_s + n * each_s, start_s + (n + 1) * each_s - 0.1, word, 0.9, 0.8, 0.3)
        for n, word in enumerate(text.split())
    )
    end_s = start_s + len(words) * each_s
    return Segment(index, start_s, end_s, text, **{"words": words, "steps": 8, "confidence": 0.9, **changes})


HARBOUR = segment("The harbour was quiet, that morning.", speaker="Ada")


def of(events: Iterator[Event], *kinds: type) -> list[Any]:
    return [event for event in events if isinstance(event, kinds)]


# --- which span --------------------------------------------------------------------------------------------------------


def test_a_short_segment_is_decoded_whole() -> None:
    assert plan_span(RedecodeRequest(HARBOUR, 1, 3), 10.0) == RedecodeSpan(10.0, 13.0)


def test_isolated_words_have_half_of_the_pauses_beside_them() -> None:
    span = plan_span(RedecodeRequest(HARBOUR, 1, 3, isolated=True), 10.0)
    assert (span.start_s, span.end_s) == pytest.approx((10.45, 11.45))


def test_of_a_long_segment_as_much_is_decoded_as_the_model_takes() -> None:
    long = segment(" ".join(f"word{n}" for n in range(60)))
    for first, end in ((0, 1), (30, 32), (59, 60)):
        span = plan_span(RedecodeRequest(long, first, end), 10.0)
        assert 8.9 < span.end_s - span.start_s <= 10.0
        assert span.start_s <= long.words[first].start_s
        assert long.words[end - 1].end_s <= span.end_s


def test_a_typed_word_is_fixed_and_its_punctuation_is_not() -> None:
    fixed_text = plan_span(RedecodeRequest(HARBOUR, 3, 4, typed=" very  still "), 10.0).fixed_text
    assert fixed_text == FixedText("The harbour was very still, that morning.", ((16, 26),))


def test_words_that_the_user_edited_before_are_fixed_as_well() -> None:
    words = tuple(replace(word, doubt=0.0) if n in (1, 5) else word for n, word in enumerate(HARBOUR.words))
    fixed_text = plan_span(RedecodeRequest(replace(HARBOUR, words=words), 3, 4, typed="still"), 10.0).fixed_text
    assert fixed_text is not None
    assert [fixed_text.text[start:end] for start, end in fixed_text.fixed_ranges] == ["harbour", "still", "morning."]


def test_a_segment_without_times_is_decoded_whole() -> None:
    untimed = replace(HARBOUR, words=())
    assert plan_span(RedecodeRequest(untimed), 10.0) == RedecodeSpan(10.0, 13.0)
    assert plan_span(RedecodeRequest(untimed, typed="still"), 10.0).fixed_text == FixedText("still", ((0, 5),))


# --- what becomes of the result ----------------------------------------------------------------------------------------


def word_texts(whole: Segment) -> list[str]:
    """What stands at the places of the words."""
    return [whole.text[start:end] for start, end in whole.word_ranges]


def test_only_the_requested_words_are_selected() -> None:
    request = RedecodeRequest(HARBOUR, 1, 3)
    decoded = segment("The arbor is very quiet, at morning.")
    moved = tuple(replace(word, start_s=s, end_s=s + 0.3) for word, s in zip(
        decoded.words, (10.0, 10.5, 10.9, 11.2, 11.6, 12.0, 12.5), strict=True))  # fmt: skip
    selected = select_words(request, replace(decoded, words=moved))
    assert selected.text == "arbor is very"
    assert word_texts(selected) == ["arbor", "is", "very"]
    whole = splice_into(HARBOUR, selected)
    assert whole.text == "The arbor is very quiet, that morning."
    assert word_texts(whole) == [word.text for word in whole.words] == whole.text.split()
    assert (whole.index, whole.speaker, whole.start_s, whole.end_s) == (4, "Ada", 10.0, 13.0)
    assert whole.words[4:] == HARBOUR.words[3:]
    assert all(one.end_s <= other.start_s + 0.11 for one, other in pairwise(whole.words))


def test_an_equal_word_at_the_border_counts_more_than_a_tenth_of_a_second() -> None:
    request = RedecodeRequest(HARBOUR, 3, 4)
    late = segment("The harbour was quite that morning.", start_s=10.28)
    assert select_words(request, late).text == "quite"


def test_an_empty_result_takes_the_words_away() -> None:
    for first, end, text in (
        (1, 3, "The quiet, that morning."),
        (4, 6, "The harbour was quiet,"),
        (0, 4, "that morning."),
    ):
        whole = splice_into(HARBOUR, Segment(4, *edges_s(first, end), ""))
        assert whole.text == text
        assert word_texts(whole) == text.split()


def edges_s(first: int, end: int) -> tuple[float, float]:
    span = plan_span(RedecodeRequest(HARBOUR, first, end, isolated=True), 10.0)
    return span.start_s, span.end_s


def test_words_at_either_end_are_replaced() -> None:
    for first, end, text in (
        (0, 1, "A calm harbour was quiet, that morning."),
        (5, 6, "The harbour was quiet, that A calm"),
    ):
        start_s, end_s = edges_s(first, end)
        words = (Word(start_s, start_s + 0.1, "A", 0.9, 0.8), Word(start_s + 0.2, end_s, "calm", 0.9, 0.8))
        whole = splice_into(HARBOUR, Segment(4, start_s, end_s, "A calm", words))
        assert whole.text == text
        assert word_texts(whole) == text.split()


def test_chinese_is_joined_without_spaces() -> None:
    spaced = segment("今 天 很 好")
    chinese = replace(spaced, text="今天很好。")
    start_s, end_s = chinese.words[2].start_s - 0.05, chinese.words[2].end_s + 0.05
    decoded = Segment(4, start_s, end_s, "真", (replace(chinese.words[2], text="真"),))
    assert splice_into(chinese, decoded).text == "今天真好。"


def test_a_whole_segment_keeps_its_index_times_and_speaker() -> None:
    decoded = segment("Something else.", start_s=10.2, index=9)
    whole = splice_into(HARBOUR, replace(decoded, start_s=10.0, end_s=13.0))
    assert (whole.text, whole.words) == (decoded.text, decoded.words)
    assert (whole.index, whole.speaker, whole.start_s, whole.end_s) == (4, "Ada", 10.0, 13.0)


# --- through the engine ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Transcriber:
    made = tiny.model(
        3, canvas=CanvasConfig(96), sampler=SamplerConfig(entropy_bound=40.0, confidence=2.0), segment_s=4.0
    )
    return Transcriber(tiny.write(tmp_path_factory.mktemp("model"), made), "cpu")


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("talk") / "talk.wav"
    sound = np.concatenate([babble(3, 1), np.zeros(2 * RATE_HZ, np.float32), babble(3, 2)])
    soundfile.write(path, sound, RATE_HZ, subtype="FLOAT")
    return path


OPTIONS = TranscribeOptions(steps=3, seed=5, language="en")


def read(transcriber: Transcriber, path: Path, options: TranscribeOptions = OPTIONS) -> tuple[Segment, ...]:
    return next(e.transcript for e in transcriber.transcribe(path, options) if isinstance(e, TranscriptDone)).segments


def test_the_same_again_is_the_same(transcriber: Transcriber, talk: Path) -> None:
    steps = of(transcriber.transcribe(talk, OPTIONS), CanvasStep)
    spoken = [each for each in read(transcriber, talk) if each.ended != "silence"]
    assert spoken
    for before in spoken:
        events = list(transcriber.redecode(talk, RedecodeRequest(before), OPTIONS))
        (done,) = of(iter(events), SegmentDone)
        assert isinstance(events[1], ModelReady)
        assert of(iter(events), SegmentStarted)[0].segment == before.index
        assert splice_into(before, done.segment) == before
        own = [step for step in steps if step.segment == before.index]
        for one, other in zip(own, of(iter(events), CanvasStep), strict=True):
            np.testing.assert_array_equal(one.canvas, other.canvas)
            np.testing.assert_array_equal(one.argmax_ids, other.argmax_ids)


def test_another_seed_is_another_try_and_the_same_seed_is_not(transcriber: Transcriber, talk: Path) -> None:
    before = next(each for each in read(transcriber, talk) if each.words)

    def run(seed: int) -> Segment:
        options = replace(OPTIONS, seed=seed)
        return of(transcriber.redecode(talk, RedecodeRequest(before), options), SegmentDone)[0].segment

    assert run(6) == run(6)
    assert run(6) != run(7)


@pytest.mark.parametrize("seed", [5, 6, 13])
def test_a_typed_word_survives(transcriber: Transcriber, talk: Path, seed: int) -> None:
    """Whatever a random model predicts after it: no letter and no invisible token continues it.

    Punctuation may follow it directly and join it to the next word, as a random model knows no spaces.
    """
    before = replace(segment("the quick brown fox", start_s=0.0, each_s=0.7, index=0), end_s=3.0)
    options = replace(OPTIONS, seed=seed)
    (done,) = of(transcriber.redecode(talk, RedecodeRequest(before, 2, 3, typed="lazy"), options), SegmentDone)
    words = [word for word in done.segment.words if re.search(r"(?<!\w)lazy(?!\w)", word.text)]
    assert words
    assert all(word.edited for word in words if plain_form(word.text) == "lazy")
    assert splice_into(before, done.segment).start_s == 0.0


def test_a_span_longer_than_the_model_takes_is_decoded_in_chunks(transcriber: Transcriber, talk: Path) -> None:
    merged = segment(" ".join("abcdefgh"), start_s=0.0, each_s=1.0, index=0)
    events = list(transcriber.redecode(talk, RedecodeRequest(merged), OPTIONS))
    starts = of(iter(events), SegmentStarted)
    assert len(starts) >= 2
    assert all(start.end_s - start.start_s <= 4.0 + 1e-6 for start in starts)
    (done,) = of(iter(events), SegmentDone)
    assert (done.segment.start_s, done.segment.end_s) == (0.0, 8.0)


def test_it_can_be_stopped_at_every_step(transcriber: Transcriber, talk: Path) -> None:
    before = segment("a b c d e f", start_s=0.0, index=0)
    events = transcriber.redecode(talk, RedecodeRequest(before), replace(OPTIONS, steps=48))
    for event in events:
        if isinstance(event, CanvasStep):
            break
    events.close()
    assert of(transcriber.redecode(talk, RedecodeRequest(before), OPTIONS), SegmentDone)


def test_a_missing_source_fails_before_the_model_is_loaded(tmp_path: Path) -> None:
    fresh = Transcriber(tmp_path / "no model", "cpu")
    with pytest.raises(AudioError, match="There is no file"):
        list(fresh.redecode(tmp_path / "gone.wav", RedecodeRequest(HARBOUR)))


# --- the bundled model -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundled() -> Transcriber:
    return load("bundled", "cpu")


@pytest.mark.skipif(not MODELS.exists(), reason="no bundled model in this checkout yet")
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("name", "typed"), [("en", "their"), ("en", "xylophone"), ("hi", "दुनिया"), ("zh", "世界")])
def test_the_bundled_model_writes_around_a_word(bundled: Transcriber, name: str, typed: str) -> None:
    """The rest of the sentence stays, whatever is put into its middle."""
    source = next(path for path in paths.sample_clips() if path.stem == name)
    before = next(each for each in read(bundled, source, TranscribeOptions(steps=8)) if each.words)
    assert (
        splice_into(
            before,
            of(bundled.redecode(source, RedecodeRequest(before), TranscribeOptions(steps=8)), SegmentDone)[0].segment,
        )
        == before
    )
    middle = len(before.words) // 2
    request = RedecodeRequest(before, middle, middle + 1, typed=typed)
    (done,) = of(bundled.redecode(source, request, TranscribeOptions(steps=8)), SegmentDone)
    after = splice_into(before, done.segment)
    assert typed in after.text
    assert {word.text for word in after.words if word.edited}
    others = [word.text for n, word in enumerate(before.words) if n != middle]
    assert len(set(others) & {word.text for word in after.words}) >= 0.6 * len(set(others)), after.text
