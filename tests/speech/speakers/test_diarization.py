"""Who speaks when: real voices of the sample clips through the real encoder, and the rules around them on plain numbers."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app import paths
from app.errors import ModelError
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.speakers.clustering import MIN_WINDOWS, cluster_centroids, speaker_sequence
from app.speech.speakers.diarization import Diarization, Speaker, diarize, embed_windows, name_turns, window_times
from app.speech.speakers.finder import find_speakers, voice_of
from app.speech.speakers.voice_encoder import EMBEDDING_SIZE, LEVEL_DBFS, WINDOW_S, VoiceEncoder, raise_level
from app.transcript.model import Segment, Word

VOICES = np.eye(4, 16, dtype=np.float32)


def clip(language: str) -> Samples:
    [path] = [path for path in paths.sample_clips() if path.stem.startswith(language)]
    return decode.read(path)


def segment_of(start_s: float, end_s: float, count: int, index: int = 0) -> Segment:
    """A segment with so many words, evenly spread."""
    edges = np.linspace(start_s, end_s, count + 1)
    words = tuple(Word(edges[n], edges[n + 1], f"w{n}", 1.0, 1.0) for n in range(count))
    return Segment(index, start_s, end_s, " ".join(word.text for word in words), words)


def embeddings_of(speakers: list[int], noise: float = 0.2, seed: int = 0) -> NDArray[np.float32]:
    """Embeddings (n, 16) near those of ``VOICES``."""
    vectors = VOICES[speakers] + np.random.default_rng(seed).normal(0, noise / 4, (len(speakers), 16))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def talk() -> tuple[Samples, list[Segment], list[int]]:
    """Two people take turns; the first segment holds a turn of each."""
    voices = [clip("en"), clip("de")]
    half = min(len(voice) for voice in voices) // 2
    order = [0, 1, 0, 1]
    parts = [voices[speaker][(n // 2) * half : (n // 2 + 1) * half] for n, speaker in enumerate(order)]
    seconds = half / SAMPLE_RATE_HZ
    segments = [segment_of(0.0, 2 * seconds, 20)]
    segments += [segment_of(n * seconds, (n + 1) * seconds, 10, n - 1) for n in (2, 3)]
    return np.concatenate(parts), segments, order


def run(work: Generator[Any, None, Any]) -> tuple[Any, list[Any]]:
    """Return a generator's result, and how much it yielded."""
    yielded = []
    while True:
        try:
            yielded.append(next(work))
        except StopIteration as done:
            return done.value, yielded


def test_two_voices_are_told_apart_and_a_segment_is_split_between_them(
    talk: tuple[Samples, list[Segment], list[int]],
) -> None:
    audio, segments, _ = talk
    found, progress = run(find_speakers(audio, segments))
    assert [segment.speaker for segment in found] == ["Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2"]
    assert [segment.index for segment in found] == [0, 0, 1, 2]
    assert " ".join(segment.text for segment in found) == " ".join(segment.text for segment in segments)
    assert abs(len(found[0].words) - 10) <= 4, "a window of 1.6 s tells no better where the change is"
    assert [event.done_s for event in progress] == sorted(event.done_s for event in progress)
    given, _ = run(find_speakers(audio, segments, 2, unknown="Stimme {number}"))
    assert {segment.speaker for segment in given} == {"Stimme 1", "Stimme 2"}
    one, _ = run(find_speakers(audio, segments, 1))
    assert one == tuple(segments)


def test_a_voice_that_is_known_gives_its_name(talk: tuple[Samples, list[Segment], list[int]], tmp_path: Path) -> None:
    audio, segments, _ = talk
    voice, _ = run(voice_of(audio, segments[2:]))
    assert voice is not None
    assert np.linalg.norm(voice) == pytest.approx(1, abs=1e-5)
    found, _ = run(find_speakers(audio, segments, known={"Anna": voice, "Nobody": VOICES[0] @ np.zeros((16, 256))}))
    assert [segment.speaker for segment in found] == ["Speaker 1", "Anna", "Speaker 1", "Anna"]
    assert run(voice_of(audio, [Segment(0, 0.0, 1.0, "")]))[0] is None


def test_without_words_there_is_nothing_to_find() -> None:
    silence = Segment(0, 0.0, 2.0, "", ended="silence")
    assert run(find_speakers(np.zeros(SAMPLE_RATE_HZ, np.float32), [silence]))[0] == (silence,)


def test_embeddings_have_length_one_and_the_level_does_not_matter() -> None:
    encoder = VoiceEncoder()
    audio = clip("en")[: round(WINDOW_S * SAMPLE_RATE_HZ)]
    loud, quiet = encoder.embed(np.stack([raise_level(audio * 1e-3), raise_level(audio * 1e-4)]))
    assert np.linalg.norm(loud) == pytest.approx(1, abs=1e-5)
    assert loud == pytest.approx(quiet, abs=1e-3)
    assert 20 * np.log10(np.sqrt(np.mean(raise_level(audio * 1e-4) ** 2))) == pytest.approx(LEVEL_DBFS, abs=0.01)
    assert (raise_level(np.zeros(8, np.float32)) == 0).all()
    assert encoder.embed(np.zeros((0, 100), np.float32)).shape == (0, EMBEDDING_SIZE)


def test_damaged_weights_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "encoder.safetensors").write_bytes(b"none")
    for path in (tmp_path / "encoder.safetensors", tmp_path / "missing"):
        with pytest.raises(ModelError, match="voice encoder"):
            VoiceEncoder(path)


def test_windows_cover_what_is_said_and_no_pauses() -> None:
    assert window_times([segment_of(1.0, 2.0, 3)]) == [1.5]
    long = window_times([segment_of(0.0, 4.0, 8), segment_of(6.0, 7.0, 2)])
    assert long[0] == pytest.approx(WINDOW_S / 2)
    assert long[-2] == pytest.approx(4.0 - WINDOW_S / 2)
    assert long[-1] == pytest.approx(6.5)
    assert max(np.diff(long[:-1])) < 0.6
    assert window_times([Segment(0, 0.0, 1.0, "no word times"), Segment(1, 1.0, 9.0, "")]) == [0.5]


def test_windows_are_cut_at_the_same_place_from_blocks_of_any_size() -> None:
    audio = clip("en")[: 5 * SAMPLE_RATE_HZ]
    times, encoder = [0.1, 0.5, 2.0, 4.9], VoiceEncoder()
    (whole,) = embed_windows([audio], times, encoder)
    for size in (700, 16_000):
        blocks = [audio[first : first + size] for first in range(0, len(audio), size)]
        (found,) = embed_windows(blocks, times, encoder)
        assert found == pytest.approx(whole, abs=1e-6)
    assert not np.allclose(whole[1], whole[2])


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_number_of_speakers_is_estimated(count: int) -> None:
    speakers = np.repeat(np.arange(count), 12).tolist()
    assert len(cluster_centroids(embeddings_of(speakers))) == count
    assert len(cluster_centroids(embeddings_of(speakers), 2)) == min(2, count)
    odd = embeddings_of([*speakers, 3][: 12 * min(count, 3) + 1] if count < 4 else speakers)
    assert len(cluster_centroids(odd)) == min(count, 4), f"fewer than {MIN_WINDOWS} windows are no speaker"
    assert len(cluster_centroids(np.zeros((0, 16), np.float32))) == 0


def test_a_single_odd_window_changes_no_speaker() -> None:
    embeddings = VOICES[[0, 0, 0, 1, 0, 0, 1, 1, 1]]
    assert speaker_sequence(embeddings, VOICES[:2], np.full(8, 0.6)).tolist() == [0] * 6 + [1] * 3
    assert speaker_sequence(embeddings, VOICES[:2], np.zeros(8)).tolist() == [0, 0, 0, 1, 0, 0, 1, 1, 1]
    assert len(speaker_sequence(VOICES[:0], VOICES[:1], np.zeros(0))) == 0


def test_speakers_are_numbered_as_they_speak_first() -> None:
    found = diarize(np.arange(24) * 0.4, embeddings_of([2] * 6 + [0] * 18))
    assert found.labels.tolist() == [0] * 6 + [1] * 18
    assert [int(speaker.embedding.argmax()) for speaker in found.speakers] == [2, 0]
    named = diarize(np.arange(24) * 0.4, embeddings_of([2] * 6 + [0] * 18), known={"Ben": VOICES[0], "Eve": VOICES[0]})
    assert [speaker.name for speaker in named.speakers] in (["", "Ben"], ["", "Eve"])


def test_turns_follow_the_words() -> None:
    times = np.arange(0.0, 10.0, 0.5)
    speakers = (Speaker("", VOICES[0]), Speaker("", VOICES[1]))
    found = Diarization(times, (times >= 5).astype(np.int64), speakers)
    first, second = name_turns([segment_of(0.0, 10.0, 10)], found)
    assert (len(first.words), first.speaker, len(second.words), second.speaker) == (5, "Speaker 1", 5, "Speaker 2")
    times = np.arange(0.0, 10.0, 0.25)
    short = Diarization(times, (times == 5).astype(np.int64), speakers)
    (whole,) = name_turns([segment_of(0.0, 10.0, 40)], short)
    assert whole.speaker == "Speaker 1", "a turn shorter than half a second is none"
    untimed = Segment(0, 6.0, 8.0, "no word times")
    assert name_turns([untimed], found)[0].speaker == "Speaker 2"
