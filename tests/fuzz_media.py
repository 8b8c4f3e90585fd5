"""Mutated media files of all containers through the real program: each must end in a text or in a sentence, and soon.

    PYTHONPATH=. python -m tests.fuzz_media --count 1000 --seed 0 --keep FOLDER

It is no test of the suite: a thousand files take about twenty minutes. A file is rebuilt from its seed alone, so a failure
that is printed can be repeated with ``--seed N --count 1``; ``--keep`` copies such files.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory

from app.paths import resources_folder

ROOT = Path(__file__).parents[1]
START_S = 300.0
"""The most that loading the model may take."""
CONTAINERS = {
    "wav": "-c:a pcm_s16le", "f32.wav": "-c:a pcm_f32le", "adpcm.wav": "-c:a adpcm_ima_wav", "rf64.wav": "-rf64 always",
    "w64": "-c:a pcm_s16le", "aiff": "-c:a pcm_s16be", "au": "-c:a pcm_s16be", "caf": "-c:a pcm_s16le", "flac": "-c:a flac",
    "mp3": "-c:a libmp3lame", "mp2": "-c:a mp2", "ac3": "-c:a ac3", "aac": "-c:a aac", "m4a": "-c:a aac",
    "alac.m4a": "-c:a alac",
    "fragments.mp4": "-c:a aac -movflags frag_keyframe+empty_moov", "mov": "-c:a pcm_s16le", "3gp": "-c:a aac",
    "ogg": "-c:a libvorbis",
    "opus": "-c:a libopus", "mka": "-c:a flac", "webm": "-c:a libopus", "avi": "-c:a libmp3lame", "wma": "-c:a wmav2",
    "asf": "-c:a wmav2", "flv": "-c:a aac", "ts": "-c:a aac", "mpg": "-c:a mp2", "tta": "-c:a tta", "wv": "-c:a wavpack",
}  # fmt: skip
"""FFmpeg's options by suffix."""


def build_sources(folder: Path) -> dict[str, bytes]:
    """Return a short sentence in every container that this FFmpeg writes, by suffix."""
    sample = resources_folder() / "samples" / "en.flac"
    sources = {}
    for suffix, options in CONTAINERS.items():
        path = folder / f"source.{suffix}"
        command = ["ffmpeg", "-y", "-v", "error", "-i", str(sample), "-t", "3", "-vn", *options.split(), str(path)]
        if subprocess.run(command, check=False, capture_output=True).returncode == 0:
            sources[suffix] = path.read_bytes()
        else:
            print(f"{suffix}: not written by this FFmpeg", file=sys.stderr)
    return sources


# --- mutations: each changes the bytes in place


def flip_bits(data: bytearray, dice: random.Random, _other: bytes) -> None:
    for _ in range(dice.choice((1, 4, 32, 256))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def write_extreme_number(data: bytearray, dice: random.Random, _other: bytes) -> None:
    """Over a field of the header, in either byte order."""
    width = dice.choice((1, 2, 4, 8))
    value = dice.choice(
        (0, 1, (1 << 8 * width) - 1, (1 << 8 * width - 1) - 1, 1 << 8 * width - 1, dice.getrandbits(8 * width))
    )
    start = dice.randrange(max(1, min(len(data), dice.choice((64, 512, 4096))) - width))
    data[start : start + width] = value.to_bytes(width, dice.choice(("little", "big")))


def cut_off(data: bytearray, dice: random.Random, _other: bytes) -> None:
    del data[dice.randrange(len(data)) :]


def cut_out(data: bytearray, dice: random.Random, _other: bytes) -> None:
    start = dice.randrange(len(data))
    del data[start : start + dice.choice((1, 100, 5000))]


def repeat_part(data: bytearray, dice: random.Random, _other: bytes) -> None:
    start = dice.randrange(len(data))
    part = data[start : start + dice.choice((1, 188, 5000))]
    data[start:start] = part * dice.choice((1, 2, 50))


def blank_part(data: bytearray, dice: random.Random, _other: bytes) -> None:
    start, size = dice.randrange(len(data)), dice.choice((4, 512, 8192))
    data[start : start + size] = dice.choice((b"\0", b"\xff")) * len(data[start : start + size])


def insert_noise(data: bytearray, dice: random.Random, _other: bytes) -> None:
    start = dice.choice((0, dice.randrange(len(data)), len(data)))
    data[start:start] = dice.randbytes(dice.choice((1, 100, 20_000)))


def join_other(data: bytearray, dice: random.Random, other: bytes) -> None:
    """Go on in another container."""
    data[dice.choice((len(data), dice.randrange(len(data)))) :] = other[dice.choice((0, dice.randrange(len(other)))) :]


MUTATIONS: tuple[Callable[[bytearray, random.Random, bytes], None], ...] = (
    flip_bits, write_extreme_number, cut_off, cut_out, repeat_part, blank_part, insert_noise, join_other,
)  # fmt: skip


def mutate(sources: dict[str, bytes], seed: int) -> tuple[str, bytes, str]:
    """Return suffix, bytes and description of the file of a seed: containers take turns, one to three mutations each."""
    dice = random.Random(seed)
    suffix = list(sources)[seed % len(sources)]
    data, done = bytearray(sources[suffix]), []
    for _ in range(dice.choice((1, 1, 2, 3))):
        mutation = dice.choice(MUTATIONS)
        if data:
            mutation(data, dice, dice.choice(list(sources.values())))
            done.append(mutation.__name__)
    return suffix, bytes(data), ", ".join(done)


# --- the program under test, in a process of its own


def work(steps: int) -> None:
    """Transcribe each path that stands on a line of standard input, and print how it ended as a line of JSON."""
    from app.errors import AnnealError
    from app.speech.events import TranscriptDone
    from app.speech.options import TranscribeOptions
    from app.speech.pipeline.transcriber import Transcriber

    transcriber = Transcriber(None, "cpu")
    for _ in transcriber.prepare():
        pass
    print(json.dumps({"kind": "ready"}), flush=True)
    for line in sys.stdin:
        result = {"kind": "no end", "said": ""}
        try:
            for event in transcriber.transcribe(Path(line.strip()), TranscribeOptions("en", steps)):
                if isinstance(event, TranscriptDone):
                    result = {"kind": "text", "said": event.transcript.text}
        except AnnealError as error:
            result = {"kind": "sentence", "said": str(error)}
        except Exception as error:
            result = {"kind": "unexpected", "said": f"{type(error).__name__}: {error}"}
        print(json.dumps(result), flush=True)


class Worker:
    """The process of ``work``, begun anew after a crash and after a hang."""

    def __init__(self, steps: int) -> None:
        self._command = [sys.executable, "-m", "tests.fuzz_media", "--work", "--steps", str(steps)]
        self._process: subprocess.Popen[str] | None = None

    def transcribe(self, path: Path, limit_s: float) -> dict[str, str]:
        """Return kind and text of the end: text, sentence, unexpected, crash or hang."""
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            self._lines: Queue[str] = Queue()
            threading.Thread(target=self._read, args=(self._process, self._lines), daemon=True).start()
            if "ready" not in self._lines.get(timeout=START_S):
                raise SystemExit("The model cannot be loaded.")
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        try:
            line = self._lines.get(timeout=limit_s)
        except Empty:
            self.close()
            return {"kind": "hang", "said": f"more than {limit_s:g} s"}
        if line:
            return dict(json.loads(line))
        code = self._process.wait()
        self._process = None
        return {"kind": "crash", "said": f"exit code {code}"}

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: Queue[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put("")

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def main() -> int:
    """Run the files of the seeds, print the failures and the figures; return 1 where there was a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="files (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the first file (default: %(default)s)")
    parser.add_argument("--limit-s", type=float, default=30.0, metavar="S", help="a hang (default: %(default)s)")
    parser.add_argument("--steps", type=int, default=2, metavar="N", help="of denoising (default: %(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="copy the files that fail there")
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.work:
        work(args.steps)
        return 0
    ends: Counter[str] = Counter()
    longest = (0.0, "")
    worker = Worker(args.steps)
    with TemporaryDirectory() as folder:
        sources = build_sources(Path(folder))
        for seed in range(args.seed, args.seed + args.count):
            suffix, data, mutations = mutate(sources, seed)
            path = Path(folder) / f"{seed}.{suffix}"
            path.write_bytes(data)
            start_s = time.monotonic()
            end = worker.transcribe(path, args.limit_s)
            longest = max(longest, (time.monotonic() - start_s, path.name))
            ends[end["kind"]] += 1
            if end["kind"] not in ("text", "sentence"):
                print(f"{path.name} ({mutations}): {end['kind']}, {end['said']}", flush=True)
                if args.keep:
                    args.keep.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, args.keep)
            path.unlink()
    worker.close()
    counts = ", ".join(f"{count} {kind}" for kind, count in ends.most_common())
    print(
        f"{sum(ends.values())} files in {len(sources)} containers: {counts}; the longest {longest[0]:.1f} s ({longest[1]})"
    )
    return 0 if set(ends) <= {"text", "sentence"} else 1


if __name__ == "__main__":
    sys.exit(main())
