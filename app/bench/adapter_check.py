"""Runs a model's own code and ours on the same clips, one after the other, and writes one page that compares them.

Each clip goes on one canvas as a whole. The adapter's code runs first: where it shows its canvas, ours begins with the same
random tokens, so that the two must agree at the first step and a difference there is one of weights, prompt or audio. Where
both draw the same random numbers they agree at every step.
"""

from __future__ import annotations

import gc
import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from time import perf_counter

import numpy as np
import torch

from app import doctor
from app.bench.datasets import Clip
from app.bench.wer import edit_distance, error_units
from app.errors import AnnealError
from app.languages import LANGUAGES
from app.models.adapter.profile import values_with_origins
from app.models.adapter.published import is_published, read_spec
from app.models.adapter.spec import AdapterSpec
from app.models.hardware import verify_device
from app.models.install.manifest import MANIFEST_FILE, adapter_snapshot, read_manifest
from app.speech.audio import decode
from app.speech.audio.samples import SAMPLE_RATE_HZ
from app.speech.baselines.adapter_code import ReferenceRunner
from app.speech.decoding.denoiser import CanvasInit, DenoiserBackend, denoise
from app.speech.decoding.prepared_batch import AudioChunk
from app.speech.events import CanvasStep, SegmentDone
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber
from app.speech.stage_timer import StageTimer
from app.speech.vocabulary import Vocabulary
from app.transcript.word_diff import diff_texts

TRACEBACK_LINES = 12


@dataclass(frozen=True)
class AdapterCode:
    """Where the code that came with an adapter is."""

    folder: Path
    revision: str
    """Full commit hash; empty where it is not known."""


@dataclass(frozen=True, eq=False)
class DecodedClip:
    """What one of the two made of a clip."""

    text: str
    work_s: float
    steps: tuple[CanvasStep, ...] = ()


@dataclass(frozen=True, eq=False)
class EngineResult:
    """What one of the two made of all clips."""

    device: str
    clips: tuple[DecodedClip, ...] = ()
    """As many as it managed."""
    problem: str = ""
    """Why there are no more."""


@dataclass(frozen=True, eq=False)
class AdapterCheck:
    """Both, on the same clips."""

    name: str
    spec: AdapterSpec
    code: AdapterCode | None
    """None for a model without code of its own."""
    seed: int
    steps: int
    clips: Sequence[Clip]
    ours: EngineResult
    theirs: EngineResult
    vocabulary: Vocabulary | None = None

    @property
    def failed(self) -> bool:
        """Whether one of the two did not get through, where both could."""
        return bool(self.ours.problem or self.theirs.problem)


@dataclass(frozen=True)
class StepComparison:
    """The texts of two canvases, position by position, up to the end of the longer one."""

    compared: int
    """Positions at the first step."""
    equal: int
    """Of them, those where both believe the same token at the first step."""
    probability_difference: float
    """The largest difference of a position's highest probability at the first step, after the temperatures of both."""
    differs_at: int | None
    """The first step at which the texts differ; None if they never do."""
    same_noise: bool
    """Whether both fed the same tokens at every step until then."""


def find_adapter_code(folder: Path) -> AdapterCode | None:
    """Return the code that came with the model in a folder, wherever that is; None where it has none."""
    if is_published(folder):
        snapshot = folder.resolve()
        return AdapterCode(snapshot, snapshot.name if snapshot.parent.name == "snapshots" else "")
    manifest = read_manifest(folder / MANIFEST_FILE)
    found = None if manifest is None else adapter_snapshot(manifest)
    return None if found is None else AdapterCode(*found)


def check_adapter(
    folder: Path,
    clips: Sequence[Clip],
    *,
    agreed_revision: str | None = None,
    device: str = "auto",
    seed: int = 0,
    progress: Callable[[str], None] = lambda _sentence: None,
) -> AdapterCheck:
    """Decode clips of at most 30 s with the adapter's own code, where the user agreed to its revision, and with ours.

    Both take the model's own number of steps. What fails is part of the result.

    Args:
        folder: the model's.
        progress: is told in a sentence what is done next.

    Raises:
        ModelError: the model's description cannot be read.
        AudioError: a clip cannot be read.
    """
    spec, code = read_spec(folder), find_adapter_code(folder)
    steps = spec.default_steps
    audio = [decode.read(clip.path) for clip in clips]
    names = [clip.path.name for clip in clips]
    theirs = EngineResult("")
    if code is not None:
        theirs = _run_adapter_code(code, agreed_revision, device, zip(names, audio, strict=True), steps, seed, progress)
        gc.collect()  # two backbones at once may not fit
        torch.cuda.empty_cache()
    vocabulary, ours = _run_ours(folder, device, list(zip(names, audio, strict=True)), steps, seed, theirs, progress)
    return AdapterCheck(folder.name, spec, code, seed, steps, clips, ours, theirs, vocabulary)


def _run_adapter_code(
    code: AdapterCode,
    agreed_revision: str | None,
    device: str,
    clips: Iterable[tuple[str, np.ndarray]],
    steps: int,
    seed: int,
    progress: Callable[[str], None],
) -> EngineResult:
    title, done = "", list[DecodedClip]()
    try:
        verified = verify_device(device)
        title = str(verified)
        runner = ReferenceRunner(code.folder, code.revision, agreed_revision, verified.name)
        progress("Loading the adapter by its own code.")
        runner.load()
        for name, audio in clips:
            progress(f"The adapter's own code: {name}.")
            began, seen = perf_counter(), list[CanvasStep]()
            with closing(runner.transcribe_clip(audio.copy(), steps, seed)) as events:
                for event in events:
                    if isinstance(event, CanvasStep):
                        seen.append(event)
                    elif isinstance(event, SegmentDone):
                        done.append(DecodedClip(event.segment.text, perf_counter() - began, tuple(seen)))
    except (Exception, SystemExit) as error:
        return EngineResult(title, tuple(done), _failure_text(error))
    return EngineResult(title, tuple(done))


def _failure_text(error: BaseException) -> str:
    """The error in its own words; of one that is not ours, or of its cause, the end of the traceback as well."""
    cause = error.__cause__ if isinstance(error, AnnealError) else error
    text = str(error) if isinstance(error, AnnealError) else f"{type(error).__name__}: {error}"
    if cause is None:
        return text
    lines = "".join(traceback.format_exception(cause)).rstrip().splitlines()
    return "\n".join([text, "", *(f"    {line}" for line in lines[-TRACEBACK_LINES:])])


@torch.inference_mode()
def _run_ours(
    folder: Path,
    device: str,
    clips: Sequence[tuple[str, np.ndarray]],
    steps: int,
    seed: int,
    theirs: EngineResult,
    progress: Callable[[str], None],
) -> tuple[Vocabulary | None, EngineResult]:
    title, done = "", list[DecodedClip]()
    vocabulary: Vocabulary | None = None
    try:
        transcriber = Transcriber(folder, device)
        progress("Loading the model with Anneal's code.")
        vocabulary, title = transcriber.model.vocabulary, str(transcriber.device)
        for (name, audio), their_clip in zip_longest(clips, theirs.clips[: len(clips)]):
            progress(f"Anneal's code: {name}.")
            their_canvas = their_clip.steps[0].canvas if their_clip is not None and their_clip.steps else None
            done.append(_decode_clip(transcriber, audio, steps, seed, their_canvas))
    except Exception as error:
        return vocabulary, EngineResult(title, tuple(done), _failure_text(error))
    return vocabulary, EngineResult(title, tuple(done))


def _decode_clip(
    transcriber: Transcriber, audio: np.ndarray, steps: int, seed: int, their_canvas: np.ndarray | None
) -> DecodedClip:
    """Decode a clip on one canvas with the random numbers of the stock loop, and, where it fits, beginning as theirs did."""
    model, began = transcriber.model, perf_counter()
    chunk = AudioChunk(0, 0.0, len(audio) / SAMPLE_RATE_HZ, audio)
    batch = transcriber.segment_decoder.prefill([chunk], TranscribeOptions(), StageTimer())
    canvas = None
    if their_canvas is not None and len(their_canvas) == batch.canvas_lengths[0]:
        canvas = torch.from_numpy(their_canvas.astype(np.int64))[None]
    events = list(
        denoise(
            model,
            batch.prefill_cache,
            batch.canvas_lengths,
            TranscribeOptions(steps=steps, seed=seed),
            generators=torch.Generator(model.device).manual_seed(seed),
            init=CanvasInit(canvas, batch.draft_logits),
            backend=DenoiserBackend(exp_noise=True),
        )
    )
    argmax_ids = events[-1].argmax_ids.tolist()
    canvas_ids, _ = model.vocabulary.truncate_at_end(argmax_ids)
    positions = transcriber.segment_decoder.text_positions(canvas_ids, model.spec.remove_repetitions)
    ids = [canvas_ids[position] for position in positions]
    seen = tuple(event for event in events if isinstance(event, CanvasStep))
    return DecodedClip(model.vocabulary.decode(ids), perf_counter() - began, seen)


def compare_steps(
    ours: Sequence[CanvasStep], theirs: Sequence[CanvasStep], vocabulary: Vocabulary
) -> StepComparison | None:
    """Compare two canvases of one clip step by step; None where one is not known or they differ in length.

    What stands behind the end of both texts does not count: it was never trained.
    """
    pairs = list(zip(ours, theirs, strict=False))
    if not pairs or len(pairs[0][0].canvas) != len(pairs[0][1].canvas):
        return None
    (first, their_first), length = pairs[0], _compared_length(*pairs[0], vocabulary)
    differs_at = next((one.step for one, other in pairs if not _same_text(one, other, vocabulary)), None)
    until = [pair for pair in pairs if differs_at is None or pair[0].step <= differs_at]
    differences = np.abs(first.top_probs[:length, 0].astype(float) - their_first.top_probs[:length, 0].astype(float))
    return StepComparison(
        compared=length,
        equal=int((first.argmax_ids[:length] == their_first.argmax_ids[:length]).sum()),
        probability_difference=float(differences.max()),
        differs_at=differs_at,
        same_noise=all(np.array_equal(one.canvas, other.canvas) for one, other in until),
    )


def _compared_length(one: CanvasStep, other: CanvasStep, vocabulary: Vocabulary) -> int:
    lengths = [len(vocabulary.truncate_at_end(step.argmax_ids.tolist())[0]) for step in (one, other)]
    return min(len(one.argmax_ids), max(lengths) + 1)  # and the end token


def _same_text(one: CanvasStep, other: CanvasStep, vocabulary: Vocabulary) -> bool:
    length = _compared_length(one, other, vocabulary)
    return np.array_equal(one.argmax_ids[:length], other.argmax_ids[:length])


# --- the page


def report(check: AdapterCheck) -> str:
    """Return the comparison as Markdown, to be pasted into a bug report; the user's home folder is shown as ``~``."""
    lines = [f"# anneal models check {check.name}", "", *_summary(check), "", *_table(check)]
    for number, clip in enumerate(check.clips):
        lines += ["", *_clip_lines(check, number, clip)]
    for title, result in (("The adapter's own code", check.theirs), ("Anneal's code", check.ours)):
        if result.problem:
            lines += ["", f"## {title} did not get through", "", result.problem]
    values = [
        f"- {name}: {value}" + (f" ({origin})" if origin else "")
        for name, value, origin in values_with_origins(check.spec)
    ]
    lines += ["", "## Values, and where each was read", "", *values]
    lines += ["", "## Assumptions", "", *(f"- {sentence}" for sentence in check.spec.assumptions or ("none",))]
    lines += ["", "## Machine", "", "```", doctor.report()[0].rstrip(), "```"]
    return hide_home("\n".join(lines) + "\n")


def hide_home(text: str, home: Path | None = None) -> str:
    """Return a text with the user's home folder as ``~``."""
    folder = str(home or Path.home()).rstrip("/\\")
    return re.sub(rf"{re.escape(folder)}(?![\w.-])", "~", text) if folder else text


def _summary(check: AdapterCheck) -> list[str]:
    ours, theirs, code = check.ours, check.theirs, check.code
    revision = code.revision if code is not None else str(check.spec.training.get("revision") or "")
    lines = [
        f"- model: {check.spec.title}" + (f", revision {revision}" if revision else ""),
        f"- {check.steps} steps, seed {check.seed}; each clip whole on one canvas, language not given",
        f"- Anneal's code: {ours.device or 'did not start'}",
    ]
    if code is None:
        return [
            *lines,
            "- The model has no code of its own: its texts are compared with what is said in the clips alone.",
        ]
    lines.append(f"- the adapter's own code: {theirs.device or 'did not start'}; {code.folder}")
    both = list(zip(ours.clips, theirs.clips, strict=False))
    if both:
        same = sum(one.text == other.text for one, other in both)
        lines.append(f"- **{same} of {len(both)} texts are the same**")
    elif theirs.problem:
        lines.append(f"- **not compared**: {theirs.problem.splitlines()[0]}")
        if code.revision:
            lines.append(
                f"- To agree: read the code in {code.folder}, then run "
                f"`anneal models check {check.name} --agree {code.revision}`."
            )
    return lines


def _table(check: AdapterCheck) -> list[str]:
    rows = [
        "| clip | errors, ours | errors, theirs | between the two | seconds, ours | seconds, theirs | they part |",
        "|-|-|-|-|-|-|-|",
    ]
    for number, clip in enumerate(check.clips):
        ours, theirs = _clip_of(check.ours, number), _clip_of(check.theirs, number)
        cells = [
            f"{clip.path.name} ({LANGUAGES[clip.language].error_metric})",
            _error_text(clip.text, ours, clip.language),
            _error_text(clip.text, theirs, clip.language),
            "-" if theirs is None else _error_text(theirs.text, ours, clip.language),
            "-" if ours is None else f"{ours.work_s:.2f}",
            "-" if theirs is None else f"{theirs.work_s:.2f}",
            _parting_text(check, number),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _clip_of(result: EngineResult, number: int) -> DecodedClip | None:
    return result.clips[number] if number < len(result.clips) else None


def _error_text(reference: str, decoded: DecodedClip | None, language: str) -> str:
    """Errors per unit of the reference; a dash without a text."""
    if decoded is None:
        return "-"
    units = error_units(reference, language)
    return f"{edit_distance(units, error_units(decoded.text, language)) / max(1, len(units)):.3f}"


def _parting_text(check: AdapterCheck, number: int) -> str:
    comparison = _comparison(check, number)
    if comparison is None:
        return "-"
    return "nowhere" if comparison.differs_at is None else f"step {comparison.differs_at}"


def _comparison(check: AdapterCheck, number: int) -> StepComparison | None:
    ours, theirs = _clip_of(check.ours, number), _clip_of(check.theirs, number)
    if ours is None or theirs is None or check.vocabulary is None:
        return None
    return compare_steps(ours.steps, theirs.steps, check.vocabulary)


def _clip_lines(check: AdapterCheck, number: int, clip: Clip) -> list[str]:
    ours, theirs = _clip_of(check.ours, number), _clip_of(check.theirs, number)
    lines = [f"## {clip.path.name}", "", f"- said: {clip.text}"]
    lines += [f"- ours: {ours.text}"] if ours is not None else []
    lines += [f"- theirs: {theirs.text}"] if theirs is not None else []
    if ours is None or theirs is None:
        return lines
    parting = next((chunk for chunk in diff_texts(ours.text, theirs.text) if not chunk.same), None)
    if parting is not None:
        lines.append(f"- first difference: ours “{parting.old or '(nothing)'}”, theirs “{parting.new or '(nothing)'}”")
    comparison = _comparison(check, number)
    if comparison is None:
        counts = [len(decoded.steps[0].canvas) if decoded.steps else "unknown" for decoded in (ours, theirs)]
        return [*lines, f"- steps cannot be compared: canvas lengths are {counts[0]} (ours) and {counts[1]} (theirs)"]
    lines.append(
        f"- step 1, from the same random tokens: {comparison.equal} of {comparison.compared} positions are the same; "
        f"the highest probabilities differ by at most {comparison.probability_difference:.4f}"
    )
    if comparison.differs_at is None:
        lines.append(f"- the texts are the same after each of {min(len(ours.steps), len(theirs.steps))} steps")
    else:
        noise = "" if comparison.same_noise else "; each drew random tokens of its own before that"
        lines.append(f"- the texts differ first after step {comparison.differs_at}{noise}")
    return lines
