"""Silero VAD, computed by our own code."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import numpy as np
import pytest
import soundfile
import torch
from numpy.typing import NDArray

from app.paths import resources_folder
from app.speech.audio.segmentation import segment_audio
from app.speech.audio.voice_activity import (
    CHUNK_SAMPLES,
    CONTEXT_SAMPLES,
    SileroVad,
    VoiceActivityDetector,
    load_network,
)
from tests.speech.conftest import RATE_HZ, tone


def sample(language: str) -> NDArray[np.float32]:
    return soundfile.read(resources_folder() / "samples" / f"{language}.flac", dtype="float32")[0]


def probabilities(audio: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    detector = VoiceActivityDetector()
    parts = [detector.append(audio[start : start + size]) for start in range(0, len(audio), size)]
    return np.concatenate([*parts, detector.finish()])


def speech_s(audio: NDArray[np.float32]) -> float:
    return sum(span.end_s - span.start_s for span in segment_audio(iter([audio.astype(np.float32)])) if span.speech)


@pytest.mark.filterwarnings("ignore:.torch.jit.load. is deprecated:DeprecationWarning")
@torch.inference_mode()
def test_it_is_equal_to_the_authors_own_program() -> None:
    """Their program has other weights than their safetensors: with theirs, ours must say the same."""
    path = metadata.distribution("silero-vad").locate_file("silero_vad/data/silero_vad.jit")
    theirs = torch.jit.load(str(path))
    weights = theirs._model.state_dict()
    ours = SileroVad()
    names = {"stft_conv.weight": "stft.forward_basis_buffer"}
    for kind in ("weight", "bias"):
        names |= {f"conv{n + 1}.{kind}": f"encoder.{n}.reparam_conv.{kind}" for n in range(4)}
        names[f"final_conv.{kind}"] = f"decoder.decoder.2.{kind}"
        names |= {f"lstm.{kind}_{gate}_l0": f"decoder.rnn.{kind}_{gate}" for gate in ("ih", "hh")}
    ours.load_state_dict({name: weights[other] for name, other in names.items()})
    audio = sample("en")[: 100 * CHUNK_SAMPLES]
    expected = [theirs(torch.from_numpy(chunk), RATE_HZ).item() for chunk in audio.reshape(-1, CHUNK_SAMPLES)]
    padded = torch.from_numpy(np.pad(audio, (CONTEXT_SAMPLES, 0)))
    found, state = ours(padded.unfold(0, CONTEXT_SAMPLES + CHUNK_SAMPLES, CHUNK_SAMPLES)[:40], None)
    rest, _ = ours(padded.unfold(0, CONTEXT_SAMPLES + CHUNK_SAMPLES, CHUNK_SAMPLES)[40:], state)
    np.testing.assert_allclose(torch.cat([found, rest]), expected, atol=1e-4)
    assert max(expected) > 0.9


def test_the_size_of_the_blocks_does_not_matter() -> None:
    audio = np.concatenate([sample("de"), 0.01 * sample("fr"), tone(5), sample("hi")]).astype(np.float32)
    whole = probabilities(audio, len(audio))
    assert len(whole) == -(-len(audio) // CHUNK_SAMPLES)
    for size in (1000, 5000, 70_001):
        np.testing.assert_allclose(probabilities(audio, size), whole, atol=1e-5)


def test_no_sound_no_probabilities() -> None:
    assert len(VoiceActivityDetector().finish()) == 0


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "hi", "zh"])
@pytest.mark.parametrize("level_db", [0, -40, -70])
def test_speech_of_any_level_is_heard(language: str, level_db: int) -> None:
    audio = sample(language)
    assert speech_s(audio * 10 ** (level_db / 20)) == pytest.approx(len(audio) / RATE_HZ, abs=0.4)


def test_a_faint_speaker_beside_a_loud_one_is_heard() -> None:
    loud, faint = sample("en"), 0.03 * sample("fr")
    found = [span for span in segment_audio(iter([np.concatenate([loud, faint * 0, faint])])) if span.speech]
    assert sum(span.end_s - span.start_s for span in found) > (len(loud) + len(faint)) / RATE_HZ - 0.5


def melody() -> NDArray[np.float32]:
    """Struck strings: decaying harmonics of a new pitch three times a second."""
    rng = np.random.default_rng(0)
    out = np.zeros(30 * RATE_HZ, np.float32)
    t = np.arange(round(1.2 * RATE_HZ)) / RATE_HZ
    for start in range(0, len(out) - len(t), RATE_HZ // 3):
        hz = 220 * 2 ** (rng.integers(0, 24) / 12)
        note = sum(np.sin(2 * np.pi * hz * k * t) * np.exp(-t * (3 + k)) / k for k in range(1, 8))
        out[start : start + len(t)] += (0.1 * note).astype(np.float32)
    return out


def keypad() -> NDArray[np.float32]:
    pairs = [(low, high) for low in (697, 770, 852, 941) for high in (1209, 1336, 1477)]
    pause = np.zeros(RATE_HZ // 10, np.float32)
    return np.concatenate([np.concatenate([tone(0.12, a) + tone(0.12, b), pause]) for a, b in pairs * 8])


def breath() -> NDArray[np.float32]:
    rng = np.random.default_rng(0)
    puff = np.convolve(rng.standard_normal(int(1.3 * RATE_HZ)), [0.25, 0.5, 0.25], "same") * np.hanning(
        int(1.3 * RATE_HZ)
    )
    return np.tile(np.concatenate([0.03 * puff, np.zeros(RATE_HZ)]), 10).astype(np.float32)


NOISES = {
    "melody": melody(),
    "keypad": keypad(),
    "breath": breath(),
    "dialling": np.tile(np.concatenate([tone(0.48, 425), np.zeros(int(0.48 * RATE_HZ), np.float32)]), 30),
}


@pytest.mark.parametrize("kind", NOISES)
@pytest.mark.parametrize("level_db", [0, -40])
def test_what_moves_but_is_no_speech_is_left_out(kind: str, level_db: int) -> None:
    assert speech_s(NOISES[kind] * 10 ** (level_db / 20)) == 0


@pytest.mark.parametrize("kind", NOISES)
def test_speech_behind_music_and_tones_begins_with_the_speech(kind: str) -> None:
    noise = NOISES[kind]
    spoken = [span for span in segment_audio(iter([np.concatenate([noise, sample("en")])])) if span.speech]
    assert len(spoken) == 1
    assert spoken[0].start_s == pytest.approx(len(noise) / RATE_HZ, abs=0.4)


def test_torch_keeps_its_threads() -> None:
    """The package's own code limits them to one for the whole process."""
    code = "import torch; n = torch.get_num_threads(); from app.speech.audio import voice_activity as v; v.load_network()\n"
    code += "import sys; assert torch.get_num_threads() == n > 1, n; assert 'silero_vad' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env={"OMP_NUM_THREADS": "2", "PYTHONPATH": "."})


def test_the_weights_are_read_once() -> None:
    assert load_network() is load_network()
