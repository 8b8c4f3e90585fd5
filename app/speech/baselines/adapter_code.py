"""Runs a published adapter's own code, after an explicit yes to exactly that revision, and observes how it denoises.

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
from contextlib import contextmanager
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
from app.models.adapter.spec import STEPS_DEFAULT
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples
from app.speech.audio.segmented_source import SegmentSpan
from app.speech.decoding.lm_head import entropy_of, top_tokens
from app.speech.events import CanvasStep, Event, ModelReady, SegmentDone, SegmentStarted, TranscriptDone
from app.speech.model.speech_model import softcap
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary
from app.transcript.model import Segment, Transcript

from .file_segments import decode_file_segments

ReferenceEvent: TypeAlias = SegmentStarted | CanvasStep | SegmentDone
MAX_CLIP_S = 30.0
"""Longest audio that the documented ``transcribe`` takes."""
_COMMIT_HASH = re.compile(r"[0-9a-f]{40}")
log = logging.getLogger(__name__)


class _CancelledError(BaseException):
    """Raised inside the adapter's code between two steps; its ``except Exception``s do not catch it."""


class ReferenceRunner:
    """Runs one published adapter by its own code.

    Args:
        folder: the adapter's snapshot.
        revision: full commit hash of the snapshot.
        agreed_revision: full commit hash that the user agreed to run, if any.
        device: a torch device.

    Raises:
        ModelError: the user did not agree to run just this revision.
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
        self.inference: ModuleType | None = None
        """The adapter's ``inference.py``, once it is loaded."""
        self._loaded: tuple[Any, Any, Any] | None = None
        self.backbone: DiffusionGemmaForBlockDiffusion | None = None
        """The DiffusionGemma inside the loaded model; None where none was found."""

    def load(self) -> None:
        """Import the adapter's ``inference.py`` and call its ``load``; does nothing the second time. Raises ``ModelError``."""
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
            self.inference = importlib.import_module("inference")
            model, tok, features = self.inference.load(str(self.folder / PUBLISHED_CHECKPOINT), device=self.device)
        self._loaded = model, tok, features
        self.backbone = find_backbone(model)
        if self.backbone is None:
            log.warning("no DiffusionGemmaForBlockDiffusion inside the reference model: its steps cannot be shown")

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The vocabulary of the canvas; None unless the adapter's tokenizer is a fast one and its backbone was found."""
        self.load()
        assert self._loaded is not None
        tok = getattr(self._loaded[1], "tokenizer", self._loaded[1])
        fast = getattr(tok, "backend_tokenizer", None)
        if fast is None or self.backbone is None:
            return None
        end = self.backbone.generation_config.eos_token_id
        ends = tuple(end) if isinstance(end, list | tuple) else () if end is None else (int(end),)
        return Vocabulary(fast, ends, frozenset(tok.all_special_ids))

    def transcribe_clip(
        self, audio: Samples, steps: int = 16, seed: int = 0, segment: int = 0, start_s: float = 0.0
    ) -> Generator[ReferenceEvent]:
        """Transcribe one clip. The adapter's code runs in a thread; closing the generator stops it before its next step.

        Args:
            audio: (n,), 16 kHz mono.
            steps: most denoising steps.
            segment: index of the clip in the events.
            start_s: of the clip in its source.

        Yields:
            ``SegmentStarted``, ``CanvasStep``s, ``SegmentDone``.

        Raises:
            ModelError: the adapter's code failed.
        """
        yield (yield from self._clip_events(audio, steps, seed, segment, start_s))

    def _clip_events(
        self, audio: Samples, steps: int, seed: int, segment: int, start_s: float
    ) -> Generator[SegmentStarted | CanvasStep, None, SegmentDone]:
        """As ``transcribe_clip``, but the ``SegmentDone`` is returned."""
        self.load()
        assert self._loaded is not None
        queue: SimpleQueue[CanvasStep | str | BaseException] = SimpleQueue()
        observer = _StepObserver(queue, segment, steps)
        thread = threading.Thread(
            target=self._run, args=(audio, steps, seed, observer), name="reference runner", daemon=True
        )
        end_s = start_s + len(audio) / SAMPLE_RATE_HZ
        began = perf_counter()
        thread.start()
        last_step: CanvasStep | None = None
        try:
            while not isinstance(item := queue.get(), str):
                if isinstance(item, BaseException):
                    raise item
                if last_step is None:
                    yield SegmentStarted(segment, start_s, end_s, len(item.canvas))
                last_step = item
                yield item
        finally:
            observer.cancelled.set()
            thread.join()
        step_count = 0 if last_step is None else last_step.step
        done = Segment(
            index=segment,
            start_s=start_s,
            end_s=end_s,
            text=item,
            ended="step limit" if step_count >= steps else "settled",
            steps=step_count,
            confidence=0.0 if last_step is None else float(last_step.top_probs[:, 0].astype(np.float32).mean()),
        )
        return SegmentDone(done, perf_counter() - began)

    def transcribe_file(self, source: Path, options: TranscribeOptions) -> Generator[Event]:
        """Transcribe a whole file, segment by segment. Closing the generator stops it as with ``transcribe_clip``.

        Args:
            options: only steps, seed and audio track count.

        Yields:
            Events as ``Transcriber.transcribe``; no ``ModelReady`` if the vocabulary of the canvas is unknown.

        Raises:
            AudioError: the file cannot be decoded, or nobody speaks in it.
            ModelError: the adapter cannot be loaded, or its code failed.
        """
        self.load()
        vocabulary, title = self.vocabulary, f"The adapter's own code, revision {self.revision[:8]}"
        if vocabulary is not None:
            yield ModelReady(title, self.device, "", vocabulary, ())
        timings_s = {"decode": 0.0, "transcribe": 0.0}

        def decode_span(
            index: int, span: SegmentSpan, audio: Samples
        ) -> Generator[SegmentStarted | CanvasStep, None, SegmentDone]:
            own_audio = audio.copy()  # the adapter's code may write to it
            done = yield from self._clip_events(own_audio, steps, options.seed, index, span.start_s)
            timings_s["transcribe"] += done.work_s
            return done

        steps = options.steps or STEPS_DEFAULT
        blocks = decode.blocks(source, options.audio_track)
        duration_s, segments = yield from decode_file_segments(source, blocks, MAX_CLIP_S, decode_span, timings_s)
        timings_s["total"] = sum(timings_s.values())
        yield TranscriptDone(
            Transcript(
                source=str(source),
                language="auto",
                duration_s=duration_s,
                model=title,
                device=self.device,
                steps=steps,
                seed=options.seed,
                segments=segments,
                timings_s=timings_s,
            )
        )

    def _run(self, audio: Samples, steps: int, seed: int, observer: _StepObserver) -> None:
        assert self.inference is not None
        assert self._loaded is not None
        try:
            with (
                self._modules,
                _as_model_error(translatable("The adapter failed in its own code.")),
                observer.attached_to(self.backbone),
            ):
                torch.manual_seed(seed)
                answer = self.inference.transcribe(audio, *self._loaded, max_steps=steps)
            observer.finish()
            observer.queue.put(extract_text(answer))
        except BaseException as failure:  # whatever it is, the thread that waits raises it
            observer.queue.put(failure)


@dataclass
class _ObservedStep:
    """A step whose logits are known; which positions it accepted is known with the next canvas."""

    canvas: Tensor  # (canvas,)
    logits: Tensor  # (canvas, vocab), float32, before the temperature
    began: float


class _StepObserver:
    """Turns calls inside the model into ``CanvasStep``s and puts them into a queue.

    Of each step the canvas and the raw logits are observed. The step's temperature is the ratio of its logits to the
    self-conditioning of the next step (that of the last step is extrapolated, for the schedule is linear; 1 if it is unknown).
    Accepted are the positions where the next canvas holds the argmax; at the last step, those that did not change.
    """

    def __init__(self, queue: SimpleQueue[CanvasStep | str | BaseException], segment: int, steps: int) -> None:
        self.queue, self.segment, self.steps = queue, segment, steps
        self.cancelled = threading.Event()
        self.step = 0
        self.temperatures: list[float] = []
        self.pending: tuple[Tensor, float] | None = None  # the canvas in the decoder, and since when
        self.observed: _ObservedStep | None = None
        self.softcap = 0.0

    @contextmanager
    def attached_to(self, backbone: DiffusionGemmaForBlockDiffusion | None) -> Iterator[None]:
        """Observe a model; its hooks are removed afterwards."""
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

    def _before_decoder(self, _module: nn.Module, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        if self.cancelled.is_set():
            raise _CancelledError
        canvas = kwargs.get("decoder_input_ids", args[0] if args else None)
        if not isinstance(canvas, Tensor):
            return
        now = perf_counter()
        if self.observed is not None:
            self._emit(canvas[0], kwargs.get("self_conditioning_logits"), now)
        self.pending = canvas[0].clone(), perf_counter()

    def _after_lm_head(self, _module: nn.Module, _args: tuple[Any, ...], output: Tensor) -> None:
        if self.pending is None or output.ndim != 3 or output.shape[1] != len(self.pending[0]):
            return  # the lm_head of something else, such as the CTC logits of the audio tokens
        logits = output[0].detach().float()
        if self.softcap:
            logits = softcap(logits, self.softcap)
        self.observed = _ObservedStep(self.pending[0], logits, self.pending[1])
        self.pending = None

    def finish(self) -> None:
        """Emit the last step, which no other canvas follows."""
        if self.observed is not None:
            self._emit(self.observed.canvas, None, perf_counter())

    @torch.no_grad()
    def _emit(self, next_canvas: Tensor, conditioning: Tensor | None, now: float) -> None:
        assert self.observed is not None
        observed, self.observed = self.observed, None
        logits = observed.logits / self._temperature(observed.logits, conditioning)
        probs, ids = top_tokens(logits.softmax(-1))
        argmax_ids = ids[:, 0]
        accepted = torch.zeros_like(argmax_ids, dtype=torch.bool)
        if next_canvas.shape == argmax_ids.shape:
            accepted = next_canvas == argmax_ids
        self.step += 1
        step = CanvasStep(
            segment=self.segment,
            step=self.step,
            steps=max(self.step, self.steps),
            canvas=observed.canvas.cpu().numpy().astype(np.int32),
            argmax_ids=argmax_ids.cpu().numpy().astype(np.int32),
            accepted=accepted.cpu().numpy(),
            entropy=entropy_of(logits).cpu().numpy(),
            top_ids=ids.cpu().numpy().astype(np.int32),
            top_probs=probs.cpu().numpy().astype(np.float16),
            step_ms=(now - observed.began) * 1000,
        )
        self.queue.put(step)

    def _temperature(self, logits: Tensor, conditioning: Tensor | None) -> float:
        """Temperature of a step from its raw logits (canvas, vocab) and the next step's conditioning (1, canvas, vocab)."""
        if isinstance(conditioning, Tensor) and conditioning.shape[1:] == logits.shape:
            scaled = conditioning[0].float()
            ratio = float(logits.abs().mean() / scaled.abs().mean().clamp_min(1e-9))
            if ratio > 0 and torch.allclose(scaled * ratio, logits, rtol=0.05, atol=0.05):
                self.temperatures.append(ratio)
                return ratio
            return 1.0
        if len(self.temperatures) > 1:
            return max(0.05, 2 * self.temperatures[-1] - self.temperatures[-2])
        return self.temperatures[-1] if self.temperatures else 1.0


class _AdapterModules(importlib.abc.MetaPathFinder):
    """While entered, imports find the modules of one folder first; afterwards they are out of ``sys.modules`` again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = {path.stem for path in folder.glob("*.py")}
        self.imported: dict[str, ModuleType] = {}

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG002  import's own argument
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname not in self.names or path is not None:
            return None
        return importlib.machinery.PathFinder.find_spec(fullname, [str(self.folder)])

    def __enter__(self) -> None:
        self.shadowed = {name: sys.modules.pop(name) for name in self.names if name in sys.modules}
        sys.modules.update(self.imported)
        sys.meta_path.insert(0, self)
        self.dont_write_bytecode, sys.dont_write_bytecode = (
            sys.dont_write_bytecode,
            True,
        )  # a snapshot stays as it was downloaded

    def __exit__(self, *failure: object) -> None:
        sys.dont_write_bytecode = self.dont_write_bytecode
        sys.meta_path.remove(self)
        self.imported = {name: sys.modules.pop(name) for name in self.names if name in sys.modules}
        sys.modules.update(self.shadowed)


@contextmanager
def _as_model_error(what: str) -> Iterator[None]:
    """Turn any failure of the adapter's code into a ``ModelError``; ``what`` is its first sentence."""
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
    """The text in what the adapter's ``transcribe`` returned: itself, its ``text``, or the first text in it.

    Raises:
        ModelError: there is no text in it.
    """
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
