"""Replays on disk: the canvas steps of a segment, stored compactly and exactly.

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
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from app.atomic_write import atomic_write
from app.errors import LibraryError
from app.speech.events import CanvasStep, SegmentStarted, StepDecision
from app.speech.vocabulary import Vocabulary

MAGIC = b"anneal-replay-1\n"
REPLAY_SUFFIX = ".replay"
VOCABULARY_FOLDER = "vocabularies"
DEFAULT_LIMIT_BYTES = 2 * 2**30
LZMA_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 4}]


@dataclass(frozen=True)
class CanvasRun:
    """One canvas from its first step to its last."""

    started: SegmentStarted
    steps: Sequence[CanvasStep]
    """Grows while the canvas is denoised, and is a tuple afterwards."""


@dataclass(frozen=True)
class Replay:
    """The runs of a segment, and the name of the vocabulary of their ids."""

    runs: tuple[CanvasRun, ...]
    vocabulary: str


def serialize(runs: Sequence[CanvasRun], vocabulary: str = "") -> bytes:
    """Serialize runs; raises ``ValueError`` if the steps of a run differ in shape."""
    heads, bodies = [], []
    for run in runs:
        started, steps = run.started, run.steps
        head = {
            "segment": started.segment, "start": started.start_s, "end": started.end_s, "canvas": started.canvas_length,
            "from": started.start, "draft": started.draft_ids,
            "draft_spans": started.draft_spans_s, "position_s": started.position_s,
            "spectrogram": list(started.spectrogram.shape) if started.spectrogram is not None else None,
            "steps": [step.steps for step in steps], "step": [step.step for step in steps], "ms": [step.step_ms for
            step in steps],
            "segments": [step.segment for step in steps], "width": len(steps[0].canvas) if steps else 0,
            "top": steps[0].top_ids.shape[1] if steps else 0,
            "sampled": bool(steps) and all(step.sampled_ids is not None for step in steps),
            "decisions": [step.decision and asdict(step.decision) for step in steps],
        }  # fmt: skip
        heads.append(head)
        if steps:
            bodies.append(_serialize_steps(steps))
    # What follows is behind all steps, where an earlier version does not look.
    for run in runs:
        if run.started.spectrogram is not None:
            columns = run.started.spectrogram.T  # the difference to the column before, in time
            bodies.append(_to_byte_planes(np.ascontiguousarray(columns)))
    for run, head in zip(runs, heads, strict=True):
        if head["sampled"]:
            sampled = np.stack([step.sampled_ids for step in run.steps if step.sampled_ids is not None])
            bodies.append(_to_byte_planes(sampled ^ np.stack([step.argmax_ids for step in run.steps])))
    header = json.dumps({"vocabulary": vocabulary, "runs": heads}, separators=(",", ":")).encode()
    body = struct.pack("<I", len(header)) + header + b"".join(bodies)
    return MAGIC + lzma.compress(body, lzma.FORMAT_XZ, filters=LZMA_FILTERS)


def deserialize(data: bytes) -> Replay:
    """Read what ``serialize`` wrote, exactly; raises ``ValueError`` for anything else."""
    if not data.startswith(MAGIC):
        raise ValueError("not a replay, or one of a newer version")
    try:
        body = lzma.decompress(data[len(MAGIC) :])
        (length,) = struct.unpack_from("<I", body)
        header = json.loads(body[4 : 4 + length])
    except (lzma.LZMAError, struct.error, ValueError) as error:
        raise ValueError("a damaged replay") from error
    reader = _BytePlaneReader(body, 4 + length)
    heads, runs_steps = header["runs"], []
    for head in heads:
        count, width, top = len(head["steps"]), head["width"], head["top"]
        steps: list[CanvasStep] = []
        if count:
            best = reader.read((count, width, top), np.int32)  # (steps, canvas, top)
            beliefs = best[:, :, 0] ^ reader.read((count, width), np.int32)
            canvases = reader.read((count, width), np.int32)
            accepted = reader.read_bits((count, width))
            entropies = reader.read((count, width), np.float32)
            probs = reader.read((count, width, top), np.float16)
            steps = [
                CanvasStep(
                    head["segments"][n], head["step"][n], head["steps"][n], canvases[n], beliefs[n], accepted[n],
                    entropies[n], best[n], probs[n], head["ms"][n],
                )
                for n in range(count)
            ]  # fmt: skip
        runs_steps.append(tuple(steps))
    started = [_started(head, reader) for head in heads]  # read before the decisions of any run
    runs_steps = [_decided(head, steps, reader) for head, steps in zip(heads, runs_steps, strict=True)]
    return Replay(tuple(map(CanvasRun, started, runs_steps)), header["vocabulary"])


def _decided(head: dict[str, Any], steps: Sequence[CanvasStep], reader: _BytePlaneReader) -> tuple[CanvasStep, ...]:
    """Read what the sampler decided, which earlier versions did not store."""
    if not head.get("sampled"):
        return tuple(steps)
    changes = reader.read((len(steps), head["width"]), np.int32)
    return tuple(
        replace(step, sampled_ids=step.argmax_ids ^ change, decision=decision and StepDecision(**decision))
        for step, change, decision in zip(steps, changes, head["decisions"], strict=True)
    )


def _started(head: dict[str, Any], reader: _BytePlaneReader) -> SegmentStarted:
    """Read what a run's head and, behind all steps, its spectrogram tell."""
    shape = head.get("spectrogram")  # (mel, columns); earlier versions stored none
    spans_s = tuple((start_s, end_s) for start_s, end_s in head.get("draft_spans", ()))
    return SegmentStarted(
        head["segment"],
        head["start"],
        head["end"],
        head["canvas"],
        head.get("from"),
        tuple(head.get("draft", ())),
        spans_s,
        None if shape is None else np.ascontiguousarray(reader.read((shape[1], shape[0]), np.uint8).T),
        head.get("position_s"),
    )


def _serialize_steps(steps: Sequence[CanvasStep]) -> bytes:
    best = np.stack([step.top_ids for step in steps])  # (steps, canvas, top)
    belief = np.stack([step.argmax_ids for step in steps])
    canvas = np.stack([step.canvas for step in steps])
    return b"".join(
        (
            _to_byte_planes(best),
            _to_byte_planes(belief ^ best[:, :, 0]),  # all zeros: the argmax is the first of the top ids
            _to_byte_planes(canvas),
            np.packbits(np.stack([step.accepted for step in steps])).tobytes(),
            _to_byte_planes(np.stack([step.entropy for step in steps])),
            _to_byte_planes(np.stack([step.top_probs for step in steps])),
        )
    )


def _to_byte_planes(values: NDArray[np.generic]) -> bytes:
    """Values (steps, ...) as differences between steps, first all lowest bytes, then the next ones."""
    bits = np.ascontiguousarray(values).view(f"<u{values.dtype.itemsize}")
    changes = bits.copy()
    changes[1:] ^= bits[:-1]
    return changes.view(np.uint8).reshape(-1, values.dtype.itemsize).T.tobytes()


class _BytePlaneReader:
    """Reads arrays that ``_to_byte_planes`` wrote, one after the other."""

    def __init__(self, body: bytes, offset: int) -> None:
        self._body, self._offset = body, offset

    def read(self, shape: tuple[int, ...], dtype: type[np.generic]) -> NDArray:
        width = np.dtype(dtype).itemsize
        planes = np.frombuffer(self._read_bytes(int(np.prod(shape)) * width), np.uint8).reshape(width, -1)
        changes = np.ascontiguousarray(planes.T).view(f"<u{width}").reshape(shape)
        return np.bitwise_xor.accumulate(changes, axis=0).view(dtype)

    def read_bits(self, shape: tuple[int, ...]) -> NDArray[np.bool_]:
        count = int(np.prod(shape))
        packed = np.frombuffer(self._read_bytes((count + 7) // 8), np.uint8)
        return np.unpackbits(packed, count=count).astype(np.bool_).reshape(shape)

    def _read_bytes(self, count: int) -> bytes:
        taken = self._body[self._offset : self._offset + count]
        if len(taken) < count:
            raise ValueError("a damaged replay")
        self._offset += count
        return taken


class RunCollector:
    """Collects the steps of a transcription's segments: for the library, for the canvas and to be played again.

    A segment has several runs where its canvas overflowed and it was decoded in pieces.
    """

    def __init__(self) -> None:
        self._runs: dict[int, list[tuple[SegmentStarted, list[CanvasStep]]]] = {}

    def handle(self, event: SegmentStarted | CanvasStep) -> None:
        """Begin a run, or append a step to its segment's newest run; a step of a segment that never began is left out."""
        if isinstance(event, SegmentStarted):
            self._runs.setdefault(event.segment, []).append((event, []))
        elif event.segment in self._runs:
            self._runs[event.segment][-1][1].append(event)

    def newest(self, segment: int) -> CanvasRun | None:
        """The newest run of a segment, whose steps grow with the next events; None where the segment never began."""
        runs = self._runs.get(segment)
        return CanvasRun(*runs[-1]) if runs else None

    def pop(self, segment: int) -> tuple[CanvasRun, ...]:
        """Remove and return the runs of a segment that is done, without those that have no steps."""
        return tuple(CanvasRun(started, tuple(steps)) for started, steps in self._runs.pop(segment, ()) if steps)


class ReplayStore:
    """Replays by entry and segment, within a limit: ``evict`` deletes those of the entries written longest ago.

    Its methods block: call them from any thread but the window's.
    """

    def __init__(self, folder: Path, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self.folder, self.limit_bytes = folder, limit_bytes
        self._last_digest: tuple[Vocabulary, str] | None = None

    def save(self, uid: str, segment: int, runs: Sequence[CanvasRun], vocabulary: Vocabulary | None = None) -> int:
        """Store a segment's runs in place of earlier ones; nothing where the limit is 0.

        The vocabulary is stored once, so that the ids can be decoded when another model is in use.

        Returns:
            How many bytes the runs take.

        Raises:
            LibraryError: the files cannot be written.
        """
        if not runs or self.limit_bytes <= 0:
            return 0
        try:
            data = serialize(runs, self._save_vocabulary(vocabulary) if vocabulary is not None else "")
            path = self._path(uid, segment)
            path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(path) as temporary:
                temporary.write_bytes(data)
        except OSError as error:
            raise LibraryError(
                "The steps of a segment could not be kept for a replay.",
                "{reason}.",
                "Its text is kept. Make room on the disk, or keep fewer replays.",
                reason=error.strerror or error,
            ) from error
        return len(data)

    def append(self, uid: str, segment: int, runs: Sequence[CanvasRun], vocabulary: Vocabulary) -> int:
        """Store more runs of a segment after those there are; nothing if those have another vocabulary. Like ``save``."""
        if not runs or self.limit_bytes <= 0:
            return 0
        before = self.load(uid, segment)
        if before is not None and before.vocabulary != self._vocabulary_digest(vocabulary):
            return 0
        return self.save(uid, segment, (*(before.runs if before else ()), *runs), vocabulary)

    def load(self, uid: str, segment: int) -> Replay | None:
        """The replay of a segment; None where it was not stored, was evicted or is damaged."""
        try:
            return deserialize(self._path(uid, segment).read_bytes())
        except (OSError, ValueError):
            return None

    def load_vocabulary(self, name: str) -> Vocabulary | None:
        """The vocabulary of a replay; None where it is not stored."""
        try:
            stored = json.loads(lzma.decompress((self.folder / VOCABULARY_FOLDER / f"{name}.xz").read_bytes()))
            tokenizer = Tokenizer.from_str(stored["tokenizer"])
        except (OSError, ValueError, KeyError, lzma.LZMAError):
            return None
        return Vocabulary(tokenizer, tuple(stored["end_ids"]), frozenset(stored["hidden_ids"]))

    def list_segments(self, uid: str) -> list[int]:
        """Indexes of the segments of an entry that have a replay."""
        return sorted(int(path.stem) for path in (self.folder / uid).glob(f"*{REPLAY_SUFFIX}") if path.stem.isdigit())

    def delete(self, uid: str) -> None:
        shutil.rmtree(self.folder / uid, ignore_errors=True)

    def used_bytes(self) -> int:
        return sum(size for _, size in self._usage_by_entry().values())

    def evict(self, keep_uid: str = "") -> list[str]:
        """Delete the replays of whole entries, but not of ``keep_uid``, until the limit is kept; return their uids."""
        sizes = self._usage_by_entry()
        used = sum(size for _, size in sizes.values())
        evicted = []
        for uid in sorted(sizes, key=lambda uid: sizes[uid][0]):
            if used <= self.limit_bytes:
                break
            if uid != keep_uid:
                self.delete(uid)
                used -= sizes[uid][1]
                evicted.append(uid)
        return evicted

    def _save_vocabulary(self, vocabulary: Vocabulary) -> str:
        """Store a vocabulary unless it is there; return its name, a digest of it."""
        name = self._vocabulary_digest(vocabulary)
        path = self.folder / VOCABULARY_FOLDER / f"{name}.xz"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(path) as temporary:
                temporary.write_bytes(lzma.compress(_vocabulary_json(vocabulary), lzma.FORMAT_XZ, preset=1))
        return name

    def _vocabulary_digest(self, vocabulary: Vocabulary) -> str:
        if self._last_digest is None or self._last_digest[0] is not vocabulary:
            self._last_digest = vocabulary, hashlib.sha256(_vocabulary_json(vocabulary)).hexdigest()[:32]
        return self._last_digest[1]

    def _path(self, uid: str, segment: int) -> Path:
        if Path(uid).name != uid or uid.startswith("."):
            raise ValueError(f"not the name of an entry: {uid!r}")
        return self.folder / uid / f"{segment:05}{REPLAY_SUFFIX}"

    def _usage_by_entry(self) -> dict[str, tuple[float, int]]:
        """Time of the last write and bytes of each entry."""
        sizes: dict[str, tuple[float, int]] = {}
        for path, stat in _replay_files(self.folder):
            written_s, size = sizes.get(path.parent.name, (0.0, 0))
            sizes[path.parent.name] = max(written_s, stat.st_mtime), size + stat.st_size
        return sizes


def _vocabulary_json(vocabulary: Vocabulary) -> bytes:
    """All that makes a vocabulary."""
    content = {
        "tokenizer": vocabulary.tokenizer.to_str(),
        "end_ids": list(vocabulary.end_ids),
        "hidden_ids": sorted(vocabulary.hidden_ids),
    }
    return json.dumps(content).encode()


def _replay_files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in folder.glob(f"*/*{REPLAY_SUFFIX}"):
        with suppress(OSError):
            yield path, path.stat()
