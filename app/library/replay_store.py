"""A segment's canvas steps on disk, compact and exact: what annealed can be watched again.

A file holds the runs of one segment: one, or several where its canvas overflowed and it was read in pieces. The numbers of a
run are laid out array by array, each as the difference to the step before (of the same position), its bytes sorted by weight,
and then compressed (LZMA): positions that have settled cost next to nothing, random tokens what random numbers cost.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import shutil
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.errors import LibraryError
from app.speech.events import CanvasStep, SegmentStarted
from app.speech.vocabulary import Vocabulary

MAGIC = b"anneal-replay-1\n"
SUFFIX = ".replay"
VOCABULARIES = "vocabularies"
LIMIT_BYTES = 2 * 2**30
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 4}]


@dataclass(frozen=True)
class Run:
    """One canvas from its first step to its last."""

    started: SegmentStarted
    steps: tuple[CanvasStep, ...]


@dataclass(frozen=True)
class Replay:
    """A segment as it annealed, and the name of the vocabulary its ids belong to."""

    runs: tuple[Run, ...]
    vocabulary: str


def pack(runs: Sequence[Run], vocabulary: str = "") -> bytes:
    """The runs as bytes; raises ``ValueError`` where the steps of a run are not of one shape."""
    heads, bodies = [], []
    for run in runs:
        started, steps = run.started, run.steps
        head = {
            "segment": started.segment, "start": started.start_s, "end": started.end_s, "canvas": started.canvas_length,
            "steps": [step.steps for step in steps], "step": [step.step for step in steps], "ms": [step.ms for step in steps],
            "segments": [step.segment for step in steps], "width": len(steps[0].canvas) if steps else 0,
            "top": steps[0].top_ids.shape[1] if steps else 0,
        }  # fmt: skip
        heads.append(head)
        if steps:
            bodies.append(_packed_steps(steps))
    header = json.dumps({"vocabulary": vocabulary, "runs": heads}, separators=(",", ":")).encode()
    body = struct.pack("<I", len(header)) + header + b"".join(bodies)
    return MAGIC + lzma.compress(body, lzma.FORMAT_XZ, filters=FILTERS)


def unpack(data: bytes) -> Replay:
    """What was packed, exactly; raises ``ValueError`` where that is not what these bytes are."""
    if not data.startswith(MAGIC):
        raise ValueError("not a replay, or one of a newer version")
    try:
        body = lzma.decompress(data[len(MAGIC) :])
        (length,) = struct.unpack_from("<I", body)
        header = json.loads(body[4 : 4 + length])
    except (lzma.LZMAError, struct.error, ValueError) as error:
        raise ValueError("a damaged replay") from error
    reader = _Planes(body, 4 + length)
    runs = []
    for head in header["runs"]:
        started = SegmentStarted(head["segment"], head["start"], head["end"], head["canvas"])
        count, width, top = len(head["steps"]), head["width"], head["top"]
        steps: list[CanvasStep] = []
        if count:
            best = reader.take((count, width, top), np.int32)  # (steps, canvas, top)
            beliefs = best[:, :, 0] ^ reader.take((count, width), np.int32)
            canvases = reader.take((count, width), np.int32)
            accepted = reader.bits((count, width))
            entropies = reader.take((count, width), np.float32)
            probs = reader.take((count, width, top), np.float16)
            steps = [
                CanvasStep(
                    head["segments"][n], head["step"][n], head["steps"][n], canvases[n], beliefs[n], accepted[n],
                    entropies[n], best[n], probs[n], head["ms"][n],
                )
                for n in range(count)
            ]  # fmt: skip
        runs.append(Run(started, tuple(steps)))
    return Replay(tuple(runs), header["vocabulary"])


def _packed_steps(steps: Sequence[CanvasStep]) -> bytes:
    best = np.stack([step.top_ids for step in steps])  # (steps, canvas, top)
    belief = np.stack([step.belief for step in steps])
    canvas = np.stack([step.canvas for step in steps])
    return b"".join(
        (
            _planes(best),
            _planes(belief ^ best[:, :, 0]),  # nothing but zeros, as the argmax is the first of the best
            _planes(canvas),
            np.packbits(np.stack([step.accepted for step in steps])).tobytes(),
            _planes(np.stack([step.entropy for step in steps])),
            _planes(np.stack([step.top_probs for step in steps])),
        )
    )


def _planes(values: NDArray[np.generic]) -> bytes:
    """Numbers (steps, ...) as differences between steps, all their lowest bytes first, then the next ones."""
    bits = np.ascontiguousarray(values).view(f"<u{values.dtype.itemsize}")
    changes = bits.copy()
    changes[1:] ^= bits[:-1]
    return changes.view(np.uint8).reshape(-1, values.dtype.itemsize).T.tobytes()


class _Planes:
    """Reads what ``_planes`` wrote, one array after the other."""

    def __init__(self, body: bytes, at: int) -> None:
        self._body, self._at = body, at

    def take(self, shape: tuple[int, ...], kind: type[np.generic]) -> NDArray:
        width = np.dtype(kind).itemsize
        planes = np.frombuffer(self._bytes(int(np.prod(shape)) * width), np.uint8).reshape(width, -1)
        changes = np.ascontiguousarray(planes.T).view(f"<u{width}").reshape(shape)
        return np.bitwise_xor.accumulate(changes, axis=0).view(kind)

    def bits(self, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        count = int(np.prod(shape))
        packed = np.frombuffer(self._bytes((count + 7) // 8), np.uint8)
        return np.unpackbits(packed, count=count).astype(np.bool_).reshape(shape)

    def _bytes(self, count: int) -> bytes:
        taken = self._body[self._at : self._at + count]
        if len(taken) < count:
            raise ValueError("a damaged replay")
        self._at += count
        return taken


@dataclass
class Gathering:
    """Collects what a transcription emits until a segment is done. Take every event of it."""

    _runs: dict[int, list[tuple[SegmentStarted, list[CanvasStep]]]] = field(default_factory=dict)

    def take(self, event: SegmentStarted | CanvasStep) -> None:
        if isinstance(event, SegmentStarted):
            self._runs.setdefault(event.segment, []).append((event, []))
        elif event.segment in self._runs:
            self._runs[event.segment][-1][1].append(event)

    def pop(self, segment: int) -> tuple[Run, ...]:
        """The runs of a segment that is done; they are not kept any longer."""
        return tuple(Run(started, tuple(steps)) for started, steps in self._runs.pop(segment, ()) if steps)


class ReplayStore:
    """Replays by entry and segment, within a limit; those of the entries touched longest ago make room.

    Belongs in no window's thread. Failures are ``LibraryError``s.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self.folder, self.limit_bytes = folder, limit_bytes
        self._last: tuple[Vocabulary, str] | None = None

    def keep(self, uid: str, segment: int, runs: Sequence[Run], vocabulary: Vocabulary | None = None) -> int:
        """Store a segment's runs in place of earlier ones; returns how many bytes they take. Nothing where the limit is 0.

        The vocabulary is stored once, so that the ids mean the same when another model is in use.
        """
        if not runs or self.limit_bytes <= 0:
            return 0
        try:
            data = pack(runs, self._keep_vocabulary(vocabulary) if vocabulary is not None else "")
            _write(self._path(uid, segment), data)
        except OSError as error:
            raise LibraryError(
                "The steps of a segment could not be kept for a replay.",
                "{reason}.",
                "Its text is kept. Make room on the disk, or keep fewer replays.",
                reason=error.strerror or error,
            ) from error
        return len(data)

    def add(self, uid: str, segment: int, runs: Sequence[Run], vocabulary: Vocabulary) -> int:
        """Store more runs of a segment behind those there are; nothing where those are in another vocabulary."""
        if not runs or self.limit_bytes <= 0:
            return 0
        before = self.replay(uid, segment)
        if before is not None and before.vocabulary != self._named(vocabulary):
            return 0
        return self.keep(uid, segment, (*(before.runs if before else ()), *runs), vocabulary)

    def replay(self, uid: str, segment: int) -> Replay | None:
        """The segment as it annealed; None where that is not kept (any longer), or damaged."""
        try:
            return unpack(self._path(uid, segment).read_bytes())
        except (OSError, ValueError):
            return None

    def vocabulary(self, name: str) -> Vocabulary | None:
        """The vocabulary of a replay; None where it is not kept."""
        try:
            known = json.loads(lzma.decompress((self.folder / VOCABULARIES / f"{name}.xz").read_bytes()))
            tokenizer = Tokenizer.from_str(known["tokenizer"])
        except (OSError, ValueError, KeyError, lzma.LZMAError):
            return None
        return Vocabulary(tokenizer, tuple(known["end_ids"]), frozenset(known["hidden_ids"]))

    def segments(self, uid: str) -> list[int]:
        """Which segments of an entry can be watched again."""
        return sorted(int(path.stem) for path in (self.folder / uid).glob(f"*{SUFFIX}") if path.stem.isdigit())

    def forget(self, uid: str) -> None:
        shutil.rmtree(self.folder / uid, ignore_errors=True)

    def used_bytes(self) -> int:
        return sum(size for _, size in self._sizes().values())

    def make_room(self, spare: str = "") -> list[str]:
        """Remove whole entries until the limit is kept, all but ``spare``; returns whose replays are gone."""
        sizes = self._sizes()
        used = sum(size for _, size in sizes.values())
        gone = []
        for uid in sorted(sizes, key=lambda uid: sizes[uid][0]):
            if used <= self.limit_bytes:
                break
            if uid != spare:
                self.forget(uid)
                used -= sizes[uid][1]
                gone.append(uid)
        return gone

    def _keep_vocabulary(self, vocabulary: Vocabulary) -> str:
        """Store a vocabulary unless it is; returns its name, which is a digest of it."""
        name = self._named(vocabulary)
        path = self.folder / VOCABULARIES / f"{name}.xz"
        if not path.exists():
            _write(path, lzma.compress(_known(vocabulary), lzma.FORMAT_XZ, preset=1))
        return name

    def _named(self, vocabulary: Vocabulary) -> str:
        if self._last is None or self._last[0] is not vocabulary:
            self._last = vocabulary, hashlib.sha256(_known(vocabulary)).hexdigest()[:32]
        return self._last[1]

    def _path(self, uid: str, segment: int) -> Path:
        if Path(uid).name != uid or uid.startswith("."):
            raise ValueError(f"not the name of an entry: {uid!r}")
        return self.folder / uid / f"{segment:05}{SUFFIX}"

    def _sizes(self) -> dict[str, tuple[float, int]]:
        """For each entry: when it was last written, and its bytes."""
        sizes: dict[str, tuple[float, int]] = {}
        for path, stat in _files(self.folder):
            written_s, size = sizes.get(path.parent.name, (0.0, 0))
            sizes[path.parent.name] = max(written_s, stat.st_mtime), size + stat.st_size
        return sizes


def _known(vocabulary: Vocabulary) -> bytes:
    """All there is to a vocabulary."""
    known = {
        "tokenizer": vocabulary.tokenizer.to_str(),
        "end_ids": list(vocabulary.end_ids),
        "hidden_ids": sorted(vocabulary.hidden_ids),
    }
    return json.dumps(known).encode()


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(data)
        os.replace(new, path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob(f"*/*{SUFFIX}"):
        with suppress(OSError):
            yield path, path.stat()
