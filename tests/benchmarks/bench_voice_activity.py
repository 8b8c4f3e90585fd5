"""What counts as speech: seconds of speech lost and of other sound passed, and the time it takes, by detector.

    python -m tests.benchmarks.bench_voice_activity [--speech FOLDER ...] [--silent FOLDER ...]

Scenes of clips with 3 s of silence between: as they are, in noise, quiet, whispered (the clip's own spectral envelopes filled
with noise); and sounds without speech: noise, tones, breath, and the files of ``--silent`` (music, effects). What is within
30 dB of a clip's loudest counts as speech; what lies half a second from any speech, as none. Without folders: the bundled
samples and made sounds. Detectors: ours, with its segments' padding; Silero's own program with the thresholds its authors
propose; ten-vad, where it is installed; and with ``--before FILE`` an earlier ``segmentation.py``.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.linalg import solve_toeplitz
from scipy.signal import butter, lfilter

from app.paths import resources_folder
from app.speech.audio import decode, segmentation

RATE_HZ = 16_000
PAUSE_S = 3
MEDIA = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".m4a"}

Audio: TypeAlias = NDArray[np.float32]
Frames: TypeAlias = NDArray[np.bool_]
"""(frames,) of 10 ms."""


def files_of(folders: list[Path], limit: int) -> list[Path]:
    """At most ``limit`` files of each folder, evenly chosen."""
    chosen: list[Path] = []
    for folder in folders:
        found = sorted(path for path in folder.rglob("*") if path.suffix in MEDIA and path.stat().st_size > 1000)
        chosen += [found[index] for index in np.linspace(0, len(found) - 1, min(limit, len(found))).astype(int)]
    return chosen


# --- scenes ----------------------------------------------------------------------------------------------------------


def speech_frames(clip: Audio) -> Frames:
    power = (clip[: len(clip) // 160 * 160].reshape(-1, 160) ** 2).mean(axis=1)
    level_db = 10 * np.log10(np.convolve(power, np.ones(5) / 5, "same") + 1e-12)
    return level_db > max(np.percentile(level_db, 95) - 30, np.percentile(level_db, 5) + 10)


def join(clips: list[Audio]) -> tuple[Audio, Frames]:
    """All clips at one peak, with silence between and around, and where there is speech."""
    sound, truth = [np.zeros(PAUSE_S * RATE_HZ, np.float32)], [np.zeros(PAUSE_S * 100, np.bool_)]
    for clip in clips:
        whole = clip[: len(clip) // 160 * 160] * np.float32(0.5 / max(float(np.abs(clip).max()), 1e-3))
        rim = np.minimum(np.arange(len(whole)), np.arange(len(whole))[::-1])
        sound += [whole * np.minimum(1, rim / 800).astype(np.float32), sound[0]]
        truth += [speech_frames(whole), truth[0]]
    return np.concatenate(sound), np.concatenate(truth)


def coloured(rng: np.random.Generator, size: int, slope: float) -> Audio:
    """Noise of power 1 whose spectrum falls with frequency to the power of ``slope``."""
    spectrum = np.fft.rfft(rng.standard_normal(size))
    noise = np.fft.irfft(spectrum / np.maximum(np.fft.rfftfreq(size, 1 / RATE_HZ), 20) ** (slope / 2), size)
    return (noise / noise.std()).astype(np.float32)


def whispered(rng: np.random.Generator, clip: Audio) -> Audio:
    """The clip's spectral envelopes (linear prediction, 25 ms) filled with noise."""
    out, window, order = np.zeros(len(clip) + 400), np.hanning(400), 18
    for start in range(0, len(clip) - 400, 160):
        frame = clip[start : start + 400] * window
        correlation = np.correlate(frame, frame, "full")[399 : 400 + order]
        if correlation[0] > 1e-7:
            correlation[0] *= 1.001
            predictor = solve_toeplitz(correlation[:order], correlation[1:])
            gain = np.sqrt(max(correlation[0] - predictor @ correlation[1:], 0) / (window @ window))
            out[start : start + 400] += window * lfilter([gain], np.r_[1, -predictor], rng.standard_normal(400))
    return lfilter(*butter(2, 300 / 8000, "high"), out[: len(clip)]).astype(np.float32)


def scenes_with_speech(clips: list[Audio]) -> Iterator[tuple[str, Audio, Frames]]:
    rng = np.random.default_rng(0)
    sound, truth = join(clips)
    yield "speech", sound, truth
    level = float(np.sqrt((sound[np.repeat(truth, 160)] ** 2).mean()))
    for ratio_db in (20, 10, 5, 0):
        for slope in (0.0, 1.0):
            noise = coloured(rng, len(sound), slope) * np.float32(level * 10 ** (-ratio_db / 20))
            yield f"speech in noise, {ratio_db} dB", sound + noise, truth
    for quiet_db in (-40, -60):
        yield f"speech, {quiet_db} dB", sound * np.float32(10 ** (quiet_db / 20)), truth
    whisper, _ = join([whispered(rng, clip) for clip in clips])
    level = float(np.sqrt((whisper[np.repeat(truth, 160)] ** 2).mean()))
    yield "whispered", whisper, truth
    yield "whispered in noise, 15 dB", whisper + coloured(rng, len(whisper), 0) * np.float32(level * 0.18), truth


def scenes_without_speech() -> Iterator[tuple[str, Audio]]:
    rng, size = np.random.default_rng(0), 60 * RATE_HZ
    t = np.arange(size) / RATE_HZ
    hiss = 1e-3 * rng.standard_normal(size)

    def tones(*hz: float, on_s: float = 60.0, off_s: float = 0.0) -> Audio:
        sound = sum(np.sin(2 * np.pi * f * t) for f in hz) / len(hz)  # at most full scale, however many
        return (0.2 * sound * (t % (on_s + off_s) < on_s) + hiss).astype(np.float32)

    for slope in (0.0, 1.0, 2.0):
        yield "noise", 0.1 * coloured(rng, size, slope)
    hum_hz = [50.0 * k for k in range(1, 12)]
    yield "hum", tones(*hum_hz)
    yield "hum without any noise", tones(*hum_hz) - hiss.astype(np.float32)
    yield "tones", tones(425)
    yield "tones", tones(350, 440)
    yield "tones", tones(425, on_s=0.48, off_s=0.48)
    yield "tones", tones(440, 480, on_s=2, off_s=4)
    yield "tones", (0.3 * np.sin(2 * np.pi * np.cumsum(700 + 300 * np.sin(np.pi * t)) / RATE_HZ)).astype(np.float32)
    keys = [(low, high) for low in (697, 770, 852, 941) for high in (1209, 1336, 1477)]
    yield "tones", sum(tones(*pair) * ((t // 0.22 % 12 == n) & (t % 0.22 < 0.12)) for n, pair in enumerate(keys))
    puff = lfilter(*butter(2, [500 / 8000, 3500 / 8000], "band"), rng.standard_normal(2 * RATE_HZ))
    yield "breath", np.tile(0.05 * puff * np.hanning(len(puff)), 30).astype(np.float32) + hiss.astype(np.float32)
    typing = hiss.copy()
    for start in np.cumsum(rng.uniform(1500, 6500, 200)).astype(int):
        typing[start : start + 480] += 0.2 * rng.standard_normal(480) * np.exp(-np.arange(480) / 100)
    yield "typing", typing.astype(np.float32)


# --- detectors -------------------------------------------------------------------------------------------------------


def spans(module: ModuleType) -> Callable[[Audio], Frames]:
    def detect(audio: Audio) -> Frames:
        found = np.zeros(len(audio) // 160, np.bool_)
        for span in module.segment_audio(iter([audio])):
            if span.speech:
                found[round(span.start_s * 100) : round(span.end_s * 100)] = True
        return found

    return detect


def thresholded(probs: NDArray[np.float64], chunk_samples: int, size: int) -> Frames:
    """On above 0.5 until below 0.35, with 200 ms around it."""
    found, on = np.zeros(size // 160, np.bool_), False
    for frame in range(len(found)):
        prob = probs[min((160 * frame + 80) // chunk_samples, len(probs) - 1)]
        on = prob > (0.35 if on else 0.5)
        found[frame] = on
    return np.convolve(found, np.ones(41))[20 : 20 + len(found)] > 0


def silero_as_published(audio: Audio) -> Frames:
    model = torch.jit.load(str(metadata.distribution("silero-vad").locate_file("silero_vad/data/silero_vad.jit")))
    chunks = np.pad(audio, (0, -len(audio) % 512)).reshape(-1, 512)
    return thresholded(np.array([model(torch.from_numpy(chunk), RATE_HZ).item() for chunk in chunks]), 512, len(audio))


def ten_vad(audio: Audio) -> Frames:
    from ten_vad import TenVad  # type: ignore[import-not-found]

    detector = TenVad(256)
    chunks = (np.pad(audio, (0, -len(audio) % 256)).clip(-1, 1) * 32767).astype(np.int16).reshape(-1, 256)
    return thresholded(np.array([detector.process(chunk)[0] for chunk in chunks]), 256, len(audio))


def detectors(before: Path | None) -> dict[str, Callable[[Audio], Frames]]:
    found = {"ours": spans(segmentation), "Silero as published": silero_as_published}
    if importlib.util.find_spec("ten_vad"):
        found["ten-vad"] = ten_vad
    if before:
        spec = importlib.util.spec_from_file_location("app.speech.audio.earlier", before)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found = {"before": spans(module), **found}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--speech", type=Path, nargs="+", default=[resources_folder() / "samples"], metavar="FOLDER")
    parser.add_argument("--silent", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--limit", type=int, default=12, metavar="N", help="files of each folder")
    parser.add_argument("--before", type=Path, metavar="FILE")
    args = parser.parse_args()
    torch.set_num_threads(1)
    scenes = list(scenes_with_speech([decode.read(path) for path in files_of(args.speech, args.limit)]))
    others = list(scenes_without_speech())
    others += [(path.parent.name, decode.read(path)[: 90 * RATE_HZ]) for path in files_of(args.silent, args.limit)]
    scenes += [(name, audio, np.zeros(len(audio) // 160, np.bool_)) for name, audio in others]
    kinds = detectors(args.before)
    seconds = sum(len(audio) for _, audio, _ in scenes) / RATE_HZ
    totals = {(name, kind): np.zeros(4) for name, _, _ in scenes for kind in kinds}  # lost of speech, passed of other
    cost_s = dict.fromkeys(kinds, 0.0)
    for name, audio, truth in scenes:
        near = np.convolve(truth, np.ones(101))[50 : 50 + len(truth)] > 0
        for kind, detect in kinds.items():
            started = process_time()
            found = detect(audio.astype(np.float32))[: len(truth)]
            cost_s[kind] += process_time() - started
            totals[name, kind] += ((truth & ~found).sum(), truth.sum(), (found & ~near).sum(), (~near).sum())
    print("Speech lost / other sound passed, per cent of their seconds;", round(seconds / 60), "minutes in all\n")
    print("| | " + " | ".join(kinds) + " |\n|-|" + "-|" * len(kinds))
    for name in dict.fromkeys(name for name, _, _ in scenes):
        lost = [100 * totals[name, kind][[0, 2]] / np.maximum(totals[name, kind][[1, 3]], 1) for kind in kinds]
        print(f"| {name} | " + " | ".join(f"{a:.1f} / {b:.1f}" for a, b in lost) + " |")
    print("| seconds of one core per hour | " + " | ".join(f"{3600 * s / seconds:.1f}" for s in cost_s.values()) + " |")


if __name__ == "__main__":
    main()
