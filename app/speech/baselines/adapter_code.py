"""Runs a published adapter's own code, after an explicit yes to exactly that revision, and watches it denoise.

This is the only place in the app that runs code which came with a model: the documented ``load`` and ``transcribe`` of the
adapter's ``inference.py``. Its canvas is observed by forward hooks inside the ``DiffusionGemmaForBlockDiffusion`` it builds: on
the decoder, which every way of running the model goes through (``generate()`` calls ``forward`` directly, past hooks on the
model itself), and on the lm_head for the logits.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import logging
import re
import sys
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from time import perf_counter
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
import torch
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion

from app.errors import ModelError, translatable
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.speech.audio import decode as decoding
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.audio.segmented_source import SegmentedSource
from app.speech.decoding.lm_head import entropy_of, top_tokens
from app.speech.events import (
    CanvasStep,
    Event,
    ModelReady,
    SegmentDone,
    SegmentStarted,
    SourceSegmented,
    TranscriptDone,
)
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Transcript

ReferenceEvent: TypeAlias = SegmentStarted | CanvasStep | SegmentDone
MAX_CLIP_S = 30.0  # that the documented ``transcribe`` is given at once
_COMMIT_HASH = re.compile(r"[0-9a-f]{40}")
_log = logging.getLogger(__name__)


class _CancelledError(BaseException):
    """Raised inside the adapter's code between two steps; no ``except Exception`` of its swallows it."""


class ReferenceRunner:
    """One published adapter, run by its own code. Refuses (``ModelError``) what the person has not agreed to.

    ``revision`` is the full commit hash of the snapshot in ``folder``, ``agreed_revision`` the one the person agreed to run.
    """

    def __init__(self, folder: Path, revision: str, agreed_revision: str | None, device: str = "cpu") -> None:
        if not _COMMIT_HASH.fullmatch(revision):
            raise ModelError(
                "The adapter's own code is not run.",
                "Its revision is not exact: {revision} is no full commit hash.",
                "Download the adapter again at an exact revision.",
                revision=repr(revision or "none"),
            )
        if folder.parent.name == "snapshots" and folder.name != revision:
            raise ModelError(
                "The adapter's own code is not run.",
                "The folder holds revision {held}, not {revision}.",
                "Choose the folder of the revision you agreed to.",
                held=folder.name,
                revision=revision,
            )
        if agreed_revision != revision:
            raise ModelError(
                "The adapter's own code is not run.",
                "It is revision {revision}, and you agreed to {agreed}.",
                "Read the code of this revision and agree to it, or leave the reference runner off.",
                revision=revision,
                agreed=agreed_revision or translatable("none"),
            )
        self.folder, self.revision, self.device = folder, revision, device
        self._modules = _AdapterModules(folder)
        self._inference: ModuleType | None = None
        self._loaded: tuple[Any, Any, Any] | None = None
        self._backbone: DiffusionGemmaForBlockDiffusion | None = None

    def load(self) -> None:
        """Import the adapter's ``inference.py`` and call its ``load``; does nothing the second time."""
        if self._loaded is not None:
            return
        for name in ("inference.py", PUBLISHED_CHECKPOINT):
            if not (self.folder / name).is_file():
                raise ModelError(
                    "The adapter in {folder} is incomplete.",
                    "There is no {file}.",
                    "Download it again.",
                    folder=self.folder,
                    file=name,
                )
        with self._modules, _as_model_error(translatable("The adapter cannot be loaded by its own code.")):
            self._inference = importlib.import_module("inference")
            model, tok, features = self._inference.load(str(self.folder / PUBLISHED_CHECKPOINT), device=self.device)
        self._loaded = model, tok, features
        self._backbone = find_backbone(model)
        if self._backbone is None:
            _log.warning("no DiffusionGemmaForBlockDiffusion inside the reference model: its steps cannot be shown")

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The words of the canvas, where the adapter's tokenizer is a fast one."""
        self.load()
        assert self._loaded is not None
        tok = getattr(self._loaded[1], "tokenizer", self._loaded[1])
        fast = getattr(tok, "backend_tokenizer", None)
        if fast is None or self._backbone is None:
            return None
        end = self._backbone.generation_config.eos_token_id
        ends = tuple(end) if isinstance(end, list | tuple) else () if end is None else (int(end),)
        return Vocabulary(fast, ends, frozenset(tok.all_special_ids))

    def transcribe_clip(
        self, audio: np.ndarray, steps: int = 16, seed: int = 0, segment: int = 0, start_s: float = 0.0
    ) -> Generator[ReferenceEvent]:
        """Events of one clip, mono float32 at 16 kHz: ``SegmentStarted``, ``CanvasStep``s, ``SegmentDone``.

        The adapter's code runs in a thread of its own. Closing the generator stops it before its next step.
        """
        self.load()
        assert self._loaded is not None
        queue: SimpleQueue[CanvasStep | str | BaseException] = SimpleQueue()
        watcher = _StepObserver(queue, segment, steps)
        thread = threading.Thread(
            target=self._run, args=(audio, steps, seed, watcher), name="reference runner", daemon=True
        )
        began = perf_counter()
        thread.start()
        seen: CanvasStep | None = None
        try:
            while not isinstance(item := queue.get(), str):
                if isinstance(item, BaseException):
                    raise item
                if seen is None:
                    yield SegmentStarted(segment, start_s, start_s + len(audio) / SAMPLE_RATE_HZ, len(item.canvas))
                seen = item
                yield item
        finally:
            watcher.cancelled.set()
            thread.join()
        taken = 0 if seen is None else seen.step
        done = Segment(
            segment, start_s, start_s + len(audio) / SAMPLE_RATE_HZ, item,
            ended="step limit" if taken >= steps else "settled", steps=taken,
            confidence=0.0 if seen is None else float(seen.top_probs[:, 0].astype(np.float32).mean()),
        )  # fmt: skip
        yield SegmentDone(done, perf_counter() - began)

    def transcribe_file(self, source: Path, options: TranscribeOptions) -> Generator[Event]:
        """A whole file, segment by segment; of the options, steps, seed and track count. No ``ModelReady`` comes where words
        of its canvas are not known. Closing it stops as with ``transcribe``. Raises ``AudioError`` and ``ModelError``."""
        self.load()
        vocabulary, title = self.vocabulary, f"The adapter's own code, revision {self.revision[:8]}"
        if vocabulary is not None:
            yield ModelReady(title, self.device, "", vocabulary, ())
        began = perf_counter()
        with SegmentedSource() as opened:
            for _ in opened.read_from(decoding.blocks(source, options.audio_track), MAX_CLIP_S):
                pass
            timings = {"decode": perf_counter() - began, "transcribe": 0.0}
            spans = tuple((cut.start_s, cut.end_s) for cut in opened.spans)
            yield SourceSegmented(str(source), opened.duration_s, spans, opened.peaks)
            if not opened.has_speech:
                raise decoding.no_speech_error(source)
            done: list[Segment] = []
            for index, cut in enumerate(opened.spans):
                if not cut.speech:
                    done.append(Segment(index, cut.start_s, cut.end_s, "", ended="silence"))
                    yield SegmentDone(done[-1], 0.0)
                    continue
                sound = opened.audio(cut).copy()  # it is theirs, to do with as they like
                with closing(self.transcribe_clip(sound, options.steps, options.seed, index, cut.start_s)) as events:
                    for event in events:
                        if isinstance(event, SegmentDone):
                            done.append(event.segment)
                            timings["transcribe"] += event.work_s
                        yield event
        timings["total"] = sum(timings.values())
        yield TranscriptDone(
            Transcript(
                str(source), "auto", opened.duration_s, title, self.device, options.steps, options.seed,
                tuple(done), timings,
            )
        )  # fmt: skip

    def _run(self, audio: np.ndarray, steps: int, seed: int, watcher: _StepObserver) -> None:
        assert self._inference is not None
        assert self._loaded is not None
        try:
            with (
                self._modules,
                _as_model_error(translatable("The adapter failed in its own code.")),
                watcher.attached_to(self._backbone),
            ):
                torch.manual_seed(seed)
                answer = self._inference.transcribe(audio, *self._loaded, max_steps=steps)
            watcher.finish()
            watcher.queue.put(extract_text(answer))
        except BaseException as failure:  # it belongs to the thread that waits, whatever it is
            watcher.queue.put(failure)


@dataclass
class _ObservedStep:
    """A step whose logits are known, waiting for the next canvas to tell what was accepted."""

    canvas: Tensor  # (canvas,)
    logits: Tensor  # (canvas, vocab), float32, before the temperature
    began: float


class _StepObserver:
    """Turns calls inside the model into ``CanvasStep``s.

    Of each step the canvas and the raw logits are seen. The step's temperature is the ratio of its logits to what the next step
    is given as self-conditioning (the last step's is extrapolated, for the schedule is linear; 1 where it cannot be told).
    Accepted are the positions where the next canvas holds the belief, at the last step those that did not change.
    """

    def __init__(self, queue: SimpleQueue[CanvasStep | str | BaseException], segment: int, steps: int) -> None:
        self.queue, self.segment, self.steps = queue, segment, steps
        self.cancelled = threading.Event()
        self.step = 0
        self.temperatures: list[float] = []
        self.pending: tuple[Tensor, float] | None = None  # a canvas in the decoder, and since when
        self.observed: _ObservedStep | None = None
        self.softcap = 0.0

    @contextmanager
    def attached_to(self, backbone: DiffusionGemmaForBlockDiffusion | None) -> Iterator[None]:
        """Watch a model; its hooks are gone afterwards."""
        if backbone is None:
            yield
            return
        self.softcap = float(backbone.final_logit_softcapping or 0.0)
        hooks = [
            backbone.model.decoder.register_forward_pre_hook(self._before_decoder, with_kwargs=True),
            backbone.lm_head.register_forward_hook(self._after_lm_head),
        ]
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def _before_decoder(self, module: nn.Module, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        if self.cancelled.is_set():
            raise _CancelledError
        canvas = kwargs.get("decoder_input_ids", args[0] if args else None)
        if not isinstance(canvas, Tensor):
            return
        now = perf_counter()
        if self.observed is not None:
            self._emit(canvas[0], kwargs.get("self_conditioning_logits"), now)
        self.pending = canvas[0].clone(), perf_counter()

    def _after_lm_head(self, module: nn.Module, args: tuple[Any, ...], output: Tensor) -> None:
        if self.pending is None or output.ndim != 3 or output.shape[1] != len(self.pending[0]):
            return  # the lm_head of something else, such as the CTC reading of the audio tokens
        logits = output[0].detach().float()
        if self.softcap:
            logits = torch.tanh(logits / self.softcap) * self.softcap
        self.observed = _ObservedStep(self.pending[0], logits, self.pending[1])
        self.pending = None

    def finish(self) -> None:
        """The adapter's code is done: the last step is out, too."""
        if self.observed is not None:
            self._emit(self.observed.canvas, None, perf_counter())

    @torch.no_grad()
    def _emit(self, following: Tensor, conditioning: Tensor | None, now: float) -> None:
        assert self.observed is not None
        seen, self.observed = self.observed, None
        logits = seen.logits / self._temperature(seen.logits, conditioning)
        probs, ids = top_tokens(logits.softmax(-1))
        belief = ids[:, 0]
        accepted = (
            following == belief if following.shape == belief.shape else torch.zeros_like(belief, dtype=torch.bool)
        )
        self.step += 1
        step = CanvasStep(
            segment=self.segment,
            step=self.step,
            steps=max(self.step, self.steps),
            canvas=seen.canvas.cpu().numpy().astype(np.int32),
            argmax_ids=belief.cpu().numpy().astype(np.int32),
            accepted=accepted.cpu().numpy(),
            entropy=entropy_of(logits).cpu().numpy(),
            top_ids=ids.cpu().numpy().astype(np.int32),
            top_probs=probs.cpu().numpy().astype(np.float16),
            step_ms=(now - seen.began) * 1000,
        )
        self.queue.put(step)

    def _temperature(self, raw: Tensor, conditioning: Tensor | None) -> float:
        if isinstance(conditioning, Tensor) and conditioning.shape[1:] == raw.shape:
            given = conditioning[0].float()
            ratio = float(raw.abs().mean() / given.abs().mean().clamp_min(1e-9))
            if ratio > 0 and torch.allclose(given * ratio, raw, rtol=0.05, atol=0.05):
                self.temperatures.append(ratio)
                return ratio
            return 1.0
        if len(self.temperatures) > 1:
            return max(0.05, 2 * self.temperatures[-1] - self.temperatures[-2])
        return self.temperatures[-1] if self.temperatures else 1.0


class _AdapterModules(importlib.abc.MetaPathFinder):
    """While entered, ``import model`` and its like find the files of one folder; afterwards the app knows nothing of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = {path.stem for path in folder.glob("*.py")}
        self.kept: dict[str, ModuleType] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        own = fullname in self.names and path is None
        return importlib.machinery.PathFinder.find_spec(fullname, [str(self.folder)]) if own else None

    def __enter__(self) -> None:
        self.others = {name: sys.modules.pop(name) for name in self.names if name in sys.modules}
        sys.modules.update(self.kept)
        sys.meta_path.insert(0, self)
        self.wrote, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # a snapshot stays as it was downloaded

    def __exit__(self, *failure: object) -> None:
        sys.dont_write_bytecode = self.wrote
        sys.meta_path.remove(self)
        self.kept = {name: sys.modules.pop(name) for name in self.names if name in sys.modules}
        sys.modules.update(self.others)


@contextmanager
def _as_model_error(what: str) -> Iterator[None]:
    try:
        yield
    except ModelError:
        raise
    except Exception as failure:
        raise ModelError(
            what,
            "{kind}: {reason}.",
            "Use the adapter without the reference runner, or report this to its authors.",
            kind=type(failure).__name__,
            reason=str(failure).strip().splitlines()[0] if str(failure).strip() else translatable("no reason given"),
        ) from failure


def find_backbone(model: object) -> DiffusionGemmaForBlockDiffusion | None:
    """The DiffusionGemma inside a model: among its modules, or among the attributes of an object that is no module."""
    candidates = [model] if isinstance(model, nn.Module) else list(getattr(model, "__dict__", {}).values())
    for candidate in candidates:
        if isinstance(candidate, nn.Module):
            for module in candidate.modules():
                if isinstance(module, DiffusionGemmaForBlockDiffusion):
                    return module
    return None


def extract_text(answer: object) -> str:
    """The text in what ``transcribe`` gave back: itself, its ``text``, or the first text in it; raises ``ModelError``."""
    if isinstance(answer, str):
        return answer.strip()
    if isinstance(answer, Mapping) and isinstance(answer.get("text"), str):
        return str(answer["text"]).strip()
    if isinstance(answer, list | tuple):
        for item in answer:
            if isinstance(item, str):
                return item.strip()
    raise ModelError(
        "The adapter's own code gave no text.",
        "It gave {kind}.",
        "Report this to its authors.",
        kind=type(answer).__name__,
    )
