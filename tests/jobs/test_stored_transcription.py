"""What is finished is in the library before anybody sees it, and what was interrupted goes on where it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app import paths
from app.errors import AudioError, LibraryError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.jobs.queue_item import QueueState
from app.jobs.stored_transcription import StorageFailed, TranscriptionTask, transcribe_and_store
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import EntryQuery
from app.library.library import Library
from app.library.store import TranscriptStore
from app.speech.audio import decode
from app.speech.events import SegmentDone, SegmentStarted, SpeakersProgress, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.speakers.finder import voice_of
from app.transcript.model import Segment
from tests.library.library_folders import full_disk
from tests.ui.scripted_engine import ScriptedEngine

TEXTS = ("In the evening.", "Then came the tide.", "And all was well.")
TWO_SPEAKERS = TranscribeOptions(steps=3, speakers=2)


@pytest.fixture
def library(tmp_path: Path):
    made = Library(tmp_path / "library")
    yield made
    made.close()


def texts(library: Library, uid: str) -> list[str]:
    return [segment.text for segment in library.store.transcript(uid).segments]


def task(uid: str = "a", **more: bool) -> TranscriptionTask:
    return TranscriptionTask(uid, Path("talk.wav"), "Talk", **more)


def run(library: Library, engine: ScriptedEngine, options: TranscribeOptions, *, resumes: bool = False, leaving=bool):
    return transcribe_and_store(library, task(resumes=resumes), engine, lambda: options, leaving)


def test_the_track_that_was_heard_is_heard_again(library: Library) -> None:
    """Whether an interrupted transcription goes on, or a word is decoded again."""
    engine = ScriptedEngine(TEXTS, tracks=3)
    events = run(library, engine, TranscribeOptions(steps=3))
    for event in events:
        if isinstance(event, SegmentDone):
            break
    events.close()
    assert library.store.options("a").audio_track == 2
    list(run(library, engine, TranscribeOptions(steps=3), resumes=True))
    assert [options.audio_track for _, options in engine.transcribe_calls] == [None, 2]
    assert library.store.entry("a").audio_track == 2


def test_a_segment_is_kept_before_it_is_shown(library: Library) -> None:
    events = run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=3))
    seen: list[str] = []
    for event in events:
        if isinstance(event, SegmentDone):
            seen.append(event.segment.text)
            assert texts(library, "a") == seen
            assert library.store.entry("a").state == "running"
            assert library.replays.list_segments("a") == list(range(len(seen)))
    assert seen == list(TEXTS)
    assert library.store.entry("a").state == "done"
    replay = library.replays.load("a", 1)
    assert replay is not None
    assert [step.step for step in replay.runs[0].steps] == [1, 2, 3]
    assert library.replays.load_vocabulary(replay.vocabulary) is not None


def test_what_was_interrupted_goes_on_at_the_first_missing_segment_with_the_same_options(library: Library) -> None:
    first = TranscribeOptions(language="en", steps=5, seed=9, start="noise")
    events = run(library, ScriptedEngine(TEXTS), first, leaving=lambda: True)
    for event in events:
        if isinstance(event, SegmentDone) and event.segment.index == 0:
            break
    events.close()
    assert library.store.entry("a").state == "interrupted"
    engine = ScriptedEngine(TEXTS)
    shown = list(run(library, engine, TranscribeOptions(steps=48), resumes=True))
    used = replace(first, audio_track=0, guidance=1.0)  # the track that was heard, the guidance that the model has
    assert engine.transcribe_calls[0][1] == used
    done = [event for event in shown if isinstance(event, SegmentDone)]
    assert [(event.segment.text, event.resumed) for event in done] == [
        (TEXTS[0], True),
        (TEXTS[1], False),
        (TEXTS[2], False),
    ]
    assert [event.segment for event in shown if isinstance(event, SegmentStarted)] == [1, 2]
    assert isinstance(shown[-1], TranscriptDone)
    assert [segment.text for segment in shown[-1].transcript.segments] == list(TEXTS)
    assert texts(library, "a") == list(TEXTS)
    assert library.store.entry("a").state == "done"


def test_what_ends_while_the_file_is_still_decoded_goes_on_like_any_other(library: Library) -> None:
    options = TranscribeOptions(steps=3)
    events = run(library, ScriptedEngine(TEXTS, known_segments=1), options, leaving=lambda: True)
    next(event for event in events if isinstance(event, SegmentDone))
    events.close()
    entry = library.store.entry("a")
    assert (entry.state, entry.segment_count) == ("interrupted", 1)
    assert texts(library, "a") == [TEXTS[0]]
    done = [
        event
        for event in run(library, ScriptedEngine(TEXTS, known_segments=2), options, resumes=True)
        if isinstance(event, SegmentDone)
    ]
    assert [event.resumed for event in done] == [True, False, False]
    entry = library.store.entry("a")
    assert (entry.state, entry.segment_count, entry.duration_s) == ("done", 3, 24.0)
    assert texts(library, "a") == list(TEXTS)


def test_what_canvases_started_from_is_stored_where_nothing_was_chosen(library: Library) -> None:
    list(run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=3)))
    assert library.store.options("a").start == library.store.transcript("a").start == "draft"


def test_the_model_s_own_steps_are_stored_where_none_were_chosen(library: Library) -> None:
    list(run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=0)))
    assert library.store.entry("a").steps == library.store.transcript("a").steps == 16


def test_options_changed_on_the_way_are_those_it_goes_on_with(library: Library) -> None:
    chosen = [TranscribeOptions(steps=3)]
    events = transcribe_and_store(library, task(), ScriptedEngine(TEXTS), lambda: chosen[0], lambda: True)
    for event in events:
        if isinstance(event, SegmentDone):
            if event.segment.index == 1:
                break
            chosen[0] = TranscribeOptions(steps=7)
    events.close()
    assert library.store.options("a").steps == 7


@pytest.mark.parametrize(("leaving", "state"), [(True, "interrupted"), (False, "cancelled")])
def test_leaving_and_cancelling_keep_the_partial_text(library: Library, leaving: bool, state: str) -> None:
    events = run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=3), leaving=lambda: leaving)
    next(event for event in events if isinstance(event, SegmentDone))
    events.close()
    assert library.store.entry("a").state == state
    assert texts(library, "a") == [TEXTS[0]]


def test_a_failure_keeps_what_was_finished(library: Library) -> None:
    class Failing(ScriptedEngine):
        def transcribe(self, source, options, finished=()):
            for event in super().transcribe(source, options, finished):
                yield event
                if isinstance(event, SegmentDone):
                    raise AudioError("The file ended in the middle.")

    with pytest.raises(AudioError):
        list(run(library, Failing(TEXTS), TranscribeOptions(steps=3)))
    assert library.store.entry("a").state == "failed"
    assert texts(library, "a") == [TEXTS[0]]


def test_what_was_cancelled_before_it_began_is_not_kept(library: Library) -> None:
    task().register(library.store)
    library.store.mark_ended("a", "cancelled")
    assert library.store.find(EntryQuery()) == []


def test_another_model_does_not_go_on(library: Library) -> None:
    events = run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=3))
    next(event for event in events if isinstance(event, SegmentDone))
    events.close()
    library.store.mark_opened("a", "Big model", "cuda, bf16", TranscribeOptions(), 9.0, 3)
    with pytest.raises(LibraryError, match="begun with Big model"):
        list(run(library, ScriptedEngine(TEXTS), TranscribeOptions(), resumes=True))
    assert texts(library, "a") == [TEXTS[0]]


def test_a_full_disk_is_told_once_and_the_work_goes_on(library: Library) -> None:
    shown = []
    for event in run(library, ScriptedEngine(TEXTS), TranscribeOptions(steps=3)):
        shown.append(event)
        if isinstance(event, SegmentStarted) and event.segment == 1:
            limit = full_disk()
            limit.__enter__()
    limit.__exit__(None, None, None)
    told = [event for event in shown if isinstance(event, StorageFailed)]
    assert len(told) == 1
    assert "Make room on the disk" in str(told[0].error)
    assert [event.segment.text for event in shown if isinstance(event, SegmentDone)] == list(TEXTS)
    assert texts(library, "a") == [TEXTS[0]]


# --- in the queue


@dataclass
class Started:
    background_tasks: BackgroundTasks
    library_worker: LibraryWorker
    queue: TranscriptionQueue


@pytest.fixture
def start(qtbot, tmp_path: Path) -> Iterator[Callable[[ScriptedEngine], Started]]:
    """A start of the app without a window, on the same library each time."""
    starts: list[Started] = []

    def start(engine: ScriptedEngine) -> Started:
        tasks = BackgroundTasks()
        worker = LibraryWorker(tasks, Library(tmp_path / "library"))
        queue = TranscriptionQueue(tasks, engine, lambda: TranscribeOptions(steps=3), library_worker=worker)
        starts.append(Started(tasks, worker, queue))
        return starts[-1]

    yield start
    for started in starts:
        assert started.background_tasks.shut_down(10_000)


def entries(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """State and text of everything in the library, by title, as another start would find it."""
    store = TranscriptStore(tmp_path / "library")
    try:
        found = store.entries(store.find(EntryQuery()))
        return {entry.title: (entry.state, store.transcript(entry.uid).text) for entry in found}
    finally:
        store.close()


def test_the_queue_keeps_what_it_does(qtbot, start, tmp_path: Path) -> None:
    queue = start(ScriptedEngine(TEXTS)).queue
    with qtbot.waitSignal(queue.idled):
        queue.add([Path("a.wav"), Path("b.wav")])
    assert entries(tmp_path) == {name: ("done", " ".join(TEXTS)) for name in ("a.wav", "b.wav")}


def test_leaving_the_app_leaves_everything_to_be_resumed(qtbot, start, tmp_path: Path) -> None:
    engine = ScriptedEngine(TEXTS, step_s=0.05)
    app = start(engine)
    queue = app.queue
    first, _ = queue.add([Path("a.wav"), Path("b.wav")])
    qtbot.waitUntil(lambda: len(first.segments) == 1, timeout=10_000)
    assert app.background_tasks.shut_down(10_000)
    assert entries(tmp_path) == {"a.wav": ("interrupted", TEXTS[0]), "b.wav": ("interrupted", "")}

    app = start(ScriptedEngine(TEXTS))
    queue = app.queue
    asked = []
    app.library_worker.submit(lambda store: store.list_interrupted(), asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert [entry.title for entry in asked[0]] == ["a.wav", "b.wav"]
    with qtbot.waitSignal(queue.idled, timeout=20_000):
        items = [queue.resume(entry) for entry in asked[0]]
    assert [item.state for item in items] == [QueueState.DONE] * 2
    assert [segment.text for segment in items[0].segments] == list(TEXTS)
    assert entries(tmp_path) == {name: ("done", " ".join(TEXTS)) for name in ("a.wav", "b.wav")}


def test_cancelling_and_retrying_what_waits(qtbot, start, tmp_path: Path) -> None:
    gate = threading.Event()
    queue = start(ScriptedEngine(TEXTS, gate=gate)).queue
    a, b, c = queue.add([Path("a.wav"), Path("b.wav"), Path("c.wav")])
    queue.cancel(b)
    queue.cancel(c)
    queue.retry(c)
    with qtbot.waitSignal(queue.idled, timeout=20_000):
        gate.set()
    assert (a.state, b.state, c.state) == (QueueState.DONE, QueueState.CANCELLED, QueueState.DONE)
    assert set(entries(tmp_path)) == {"a.wav", "c.wav"}


def test_who_speaks_is_added_to_a_text_that_is_stored_already(library: Library, tmp_path: Path) -> None:
    """An edit of its own, so that it can be told and taken back; a known voice names its speaker."""
    clips = [next(path for path in paths.sample_clips() if path.stem == language) for language in ("en", "de")]
    source = tmp_path / "two.wav"
    soundfile.write(source, np.concatenate([np.resize(decode.read(path), 16_000 * 8) for path in clips]), 16_000)
    library.voices.remember("Allison", voice(clips[0]))
    named = TranscriptionTask("two", source, "Two")
    engine = ScriptedEngine(TEXTS[:2], word_times=True)
    seen = [type(event) for event in transcribe_and_store(library, named, engine, lambda: TWO_SPEAKERS, bool)]
    assert seen[-2:] == [SpeakersProgress, TranscriptDone]
    segments = library.store.transcript("two").segments
    assert [segment.speaker for segment in segments] == ["Allison", "Speaker 2"]
    assert [segment.text for segment in segments] == list(TEXTS[:2])
    ((_, _, change),) = library.store.edits("two")
    assert {segment.speaker for segment in change.removed} == {""}


def test_a_text_is_whole_where_its_speakers_are_not_found_or_not_waited_for(library: Library) -> None:
    *_, failed, done = run(library, ScriptedEngine(TEXTS), TWO_SPEAKERS)
    assert isinstance(failed, StorageFailed)
    assert isinstance(failed.error, AudioError)  # there is no such file
    assert isinstance(done, TranscriptDone)
    assert [segment.text for segment in done.transcript.segments] == texts(library, "a") == list(TEXTS)
    assert library.store.entry("a").state == "done"


def voice(clip: Path) -> np.ndarray:
    found: list[np.ndarray | None] = []

    def run_to_end() -> Iterator[object]:
        found.append((yield from voice_of(clip, [Segment(0, 0.0, 3.0, "all of it")])))

    list(run_to_end())
    assert found[0] is not None
    return found[0]
