"""Steps come back exactly as they were, from few bytes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import LibraryError
from app.library.replay_store import CanvasRun, ReplayStore, RunCollector, deserialize, serialize
from app.speech.events import CanvasStep, SegmentStarted, StepDecision
from tests.ui.canvas.scripted import annealing_steps, token_ids, vocabulary

from .library_folders import full_disk

WORDS = vocabulary(tuple("▁in ▁the ▁evening ▁we ▁could ▁hear".split()))


def run(segment: int = 3, steps: int = 6, width: int = 40, seed: int = 0) -> CanvasRun:
    told = annealing_steps(
        WORDS, token_ids(WORDS, "▁in ▁the ▁evening ▁we ▁could ▁hear".split()), width, steps, segment, seed
    )
    return CanvasRun(SegmentStarted(segment, 1.25, 9.5, width, "draft", (5, 7)), tuple(told))


def same(one: CanvasStep, other: CanvasStep) -> bool:
    arrays = ["canvas", "argmax_ids", "accepted", "entropy", "top_ids", "top_probs"]
    arrays += ["sampled_ids"] if one.sampled_ids is not None else []
    return (one.segment, one.step, one.steps, one.step_ms, one.decision) == (
        other.segment,
        other.step,
        other.steps,
        other.step_ms,
        other.decision,
    ) and all(
        getattr(one, name).dtype == getattr(other, name).dtype
        and getattr(one, name).tobytes() == getattr(other, name).tobytes()
        and getattr(one, name).shape == getattr(other, name).shape
        for name in arrays
    )


def equal(one: tuple[CanvasRun, ...], other: tuple[CanvasRun, ...]) -> bool:
    return [r.started for r in one] == [r.started for r in other] and all(
        len(a.steps) == len(b.steps) and all(map(same, a.steps, b.steps)) for a, b in zip(one, other, strict=True)
    )


def test_runs_come_back_exactly() -> None:
    runs = (run(seed=1), run(steps=3, width=17, seed=2))
    assert equal(deserialize(serialize(runs)).runs, runs)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 5), st.integers(1, 200), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_any_numbers_come_back_exactly(steps: int, width: int, top: int, seed: int) -> None:
    """Random bits: negative ids, infinities, not-a-numbers, beliefs that are not the best token."""
    rng = np.random.default_rng(seed)

    def bits(kind: type, *shape: int) -> np.ndarray:
        count = int(np.prod(shape)) * np.dtype(kind).itemsize
        return np.frombuffer(rng.bytes(count), kind).reshape(shape).copy()

    told = tuple(
        CanvasStep(
            segment=n, step=n + 1, steps=steps, canvas=bits(np.int32, width), argmax_ids=bits(np.int32, width),
            accepted=rng.random(width) < 0.5, entropy=bits(np.float32, width), top_ids=bits(np.int32, width, top),
            top_probs=bits(np.float16, width, top), step_ms=float(rng.random()),
        )
        for n in range(steps)
    )  # fmt: skip
    runs = (CanvasRun(SegmentStarted(0, 0.0, 1.0, width), told),)
    assert equal(deserialize(serialize(runs)).runs, runs)


def test_what_the_model_heard_comes_back_and_earlier_versions_do_without() -> None:
    heard = (np.random.default_rng(0).integers(0, 32, (80, 300)) * 8).astype(np.uint8)
    first, second = run(), run(seed=1)
    started = replace(first.started, draft_spans_s=((1.3, 1.6), (1.7, 2.125)), spectrogram=heard, position_s=0.08)
    stored = deserialize(serialize([replace(first, started=started), second])).runs
    assert stored[0].started.spectrogram is not None
    assert np.array_equal(stored[0].started.spectrogram, heard)
    assert stored[0].started.draft_spans_s == started.draft_spans_s
    assert (stored[0].started.position_s, stored[1].started.position_s) == (0.08, None)
    assert stored[1].started.spectrogram is None
    assert equal(stored, (replace(first, started=started), second))


def test_what_the_sampler_decided_comes_back_and_earlier_versions_do_without() -> None:
    first, second = run(), run(seed=1)
    decision = StepDecision(0.25, None, 1.5, 0.005, True, "settled")
    steps = [replace(step, sampled_ids=step.argmax_ids[::-1].copy(), decision=decision) for step in first.steps]
    before = replace(second, steps=tuple(replace(step, sampled_ids=None, decision=None) for step in second.steps))
    stored = deserialize(serialize([replace(first, steps=tuple(steps)), before, second])).runs
    assert equal(stored, (replace(first, steps=tuple(steps)), before, second))
    assert all(step.sampled_ids is None for step in stored[1].steps)


def test_settled_positions_cost_next_to_nothing() -> None:
    first = run(width=192, steps=2).steps[-1]
    still = tuple(replace(first, step=n + 1, steps=48) for n in range(48))
    moving = len(serialize([CanvasRun(SegmentStarted(0, 0, 1, 192), still[:1])]))
    assert len(serialize([CanvasRun(SegmentStarted(0, 0, 1, 192), still)])) < moving + 48 * 40


@pytest.mark.parametrize("spoil", [lambda d: d[:-9], lambda d: b"x" + d, lambda d: d[:40] + b"\0" * 9 + d[49:]])
def test_a_damaged_replay_is_none(tmp_path: Path, spoil) -> None:
    data = spoil(serialize([run()]))
    with pytest.raises(ValueError, match="replay"):
        deserialize(data)
    store = ReplayStore(tmp_path)
    store.save("a", 3, [run()])
    (tmp_path / "a" / "00003.replay").write_bytes(data)
    assert store.load("a", 3) is None


def test_what_was_gathered_is_a_segment_s_runs() -> None:
    gathering = RunCollector()
    first, second, other = run(seed=1), run(steps=2, seed=2), run(segment=4, seed=3)
    for told in (first, other, second):
        gathering.handle(told.started)
        for step in told.steps:
            gathering.handle(step)
    assert equal(gathering.pop(3), (first, second))
    assert equal(gathering.pop(4), (other,))
    assert gathering.pop(3) == ()


def test_a_store_keeps_replays_and_what_their_ids_mean(tmp_path: Path) -> None:
    store = ReplayStore(tmp_path)
    size = store.save("a", 3, [run()], WORDS)
    store.save("a", 12, [run(12)], WORDS)
    assert store.list_segments("a") == [3, 12]
    kept = ReplayStore(tmp_path).load("a", 3)
    assert kept is not None
    assert equal(kept.runs, (run(),))
    words = ReplayStore(tmp_path).load_vocabulary(kept.vocabulary)
    assert words is not None
    belief = kept.runs[0].steps[-1].argmax_ids.tolist()
    assert [words.piece(token) for token in belief] == [WORDS.piece(token) for token in belief]
    assert (words.end_ids, words.hidden_ids) == (WORDS.end_ids, WORDS.hidden_ids)
    assert len(list((tmp_path / "vocabularies").iterdir())) == 1
    assert store.used_bytes() > size > 0
    assert store.load("a", 4) is None
    assert store.load_vocabulary("unknown") is None
    store.delete("a")
    assert store.list_segments("a") == []


def test_the_entries_touched_longest_ago_make_room(tmp_path: Path) -> None:
    store = ReplayStore(tmp_path)
    sizes = {uid: store.save(uid, 0, [run()]) for uid in "abcd"}
    for age, uid in enumerate("bdac"):
        os.utime(tmp_path / uid / "00000.replay", (1000 + age, 1000 + age))
    store.limit_bytes = sizes["a"] + sizes["c"]
    assert store.evict(keep_uid="d") == ["b", "a"]
    assert [uid for uid in "abcd" if store.list_segments(uid)] == ["c", "d"]
    assert store.used_bytes() <= store.limit_bytes
    store.limit_bytes = 0
    assert store.save("e", 0, [run()]) == 0


def test_a_full_disk_is_a_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    store = ReplayStore(tmp_path)
    with full_disk(10), pytest.raises(LibraryError, match="Its text is kept"):
        store.save("a", 0, [run()])
    assert list((tmp_path / "a").iterdir()) == []


def test_more_runs_stand_behind_the_earlier_ones_of_the_same_vocabulary(tmp_path: Path) -> None:
    store, other = ReplayStore(tmp_path), vocabulary(("▁other",))
    first, second = run(seed=1), run(seed=2)
    assert store.append("one", 3, (first,), WORDS) > 0
    assert store.append("one", 3, (second,), WORDS) > 0
    assert store.append("one", 3, (second,), other) == 0
    kept = ReplayStore(tmp_path).load("one", 3)
    assert kept is not None
    assert equal(kept.runs, (first, second))
    assert store.append("one", 4, (), WORDS) == 0
    store.limit_bytes = 0
    assert store.append("one", 5, (first,), WORDS) == 0
    assert store.list_segments("one") == [3]
