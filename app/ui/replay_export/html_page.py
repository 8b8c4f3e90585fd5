"""The annealing as one page of HTML that needs nothing else: every step to step through, every candidate to look at.

Its data are the steps themselves: ids, acceptances, entropies and candidates are exactly the ones that were kept.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont

from app import __version__, paths
from app.library.replay_store import CanvasRun
from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.canvas.step_model import StepSequence
from app.ui.canvas.token_glyphs import GlyphCache, GlyphKind
from app.ui.canvas.typesetting import typeset
from app.ui.formatting import clock_text_tenths
from app.ui.theme import DARK, LIGHT, Colors

DATA_VERSION = 1
KIND_CODES = {GlyphKind.TEXT: 0, GlyphKind.NON_TEXT: 1, GlyphKind.END: 2}


@dataclass(frozen=True)
class PageLabels:
    """The words of a page, in the window's language."""

    step: str = "Step {step} of {steps}"
    result: str = "Result"
    numbers: str = "{ms} ms · {share} % accepted · {nats} nats"
    position: str = "Position {position} · {nats} nats"
    play: str = "Play"
    pause: str = "Pause"
    back: str = "One step back"
    on: str = "One step on"
    speed: str = "Speed"
    which: str = "Segment"
    theme: str = "Light or dark"
    stage: str = "The canvas. The arrow keys go from token to token."
    raster: str = "Steps"
    raster_tip: str = "Steps downwards, positions across. Drag, or use the arrow keys, to step."
    end: str = "end"
    about: str = "The steps of a diffusion decoder, kept by Anneal. Point at a word to see its candidates."


def build_page(
    runs: Sequence[CanvasRun],
    vocabulary: Vocabulary,
    font: QFont,
    title: str,
    language: str = "",
    labels: PageLabels | None = None,
) -> Iterator[str | float]:
    """Yields how much of the page is made, 0 to 1, and at last the page. Runs without steps are left out.

    Raises ``ValueError`` where none is left.
    """
    labels = labels or PageLabels()
    seen = [run for run in runs if run.steps]
    if not seen:
        raise ValueError("there is no step to show")
    faces = GlyphCache(vocabulary, font, labels.end)
    canvases = []
    for n, run in enumerate(seen):
        canvases.append(_canvas_data(run, vocabulary, faces))
        yield (n + 1) / (len(seen) + 1)
    used = sorted({token for run in seen for step in run.steps for token in _token_ids(step)})
    data = {
        "version": DATA_VERSION,
        "labels": asdict(labels),
        "tokens": {token: _token_data(faces, token) for token in used},
        "canvases": canvases,
    }
    text = "\n".join(_run_text(run, vocabulary) for run in seen)
    places = {
        "language": html.escape("" if language == "auto" else language),
        "version": html.escape(__version__),
        "title": html.escape(title),
        "text": html.escape(text),
        "about": html.escape(labels.about),
        "light": _css_variables(LIGHT),
        "dark": _css_variables(DARK),
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    }
    template = paths.replay_page_template().read_text(encoding="utf-8")
    yield re.sub(r"\{\{(\w+)\}\}", lambda found: places[found[1]], template)


def _canvas_data(run: CanvasRun, vocabulary: Vocabulary, faces: GlyphCache) -> dict[str, Any]:
    recording = StepSequence(vocabulary.end_ids, run.steps)
    return {
        "name": f"{clock_text_tenths(run.started.start_s)} – {clock_text_tenths(run.started.end_s)}",
        "start_s": run.started.start_s,
        "end_s": run.started.end_s,
        "steps": [_step_data(step) for step in run.steps],
        "looks": [_appearance_data(recording, at, faces) for at in range(len(recording) + 1)],
    }


def _step_data(step: CanvasStep) -> dict[str, Any]:
    return {
        "ms": round(step.step_ms, 1),
        "canvas": step.canvas.tolist(),
        "belief": step.argmax_ids.tolist(),
        "accepted": _bit_string(step.accepted),
        "entropy": _shortest_decimals(step.entropy),
        "top": step.top_ids.tolist(),
        "probs": [_shortest_decimals(row) for row in step.top_probs],
    }


def _appearance_data(recording: StepSequence, at: int, faces: GlyphCache) -> dict[str, Any]:
    """How the canvas draws a step (the last one is the result), where that does not follow from the step itself."""
    look = recording.step_appearance(at, "blend")
    page = typeset(look, faces, 640.0, 360.0, None, 16)
    other = {
        position: text
        for position, (text, token) in enumerate(zip(page.texts, look.token_ids.tolist(), strict=True))
        if text != faces.glyph(token).text
    }
    return {
        "ink": np.rint(look.ink * 100).astype(int).tolist(),
        "states": "".join(map(str, look.states.tolist())),
        "solid": _bit_string(look.solid),
        "tags": _bit_string(page.end_tags),
        "behind": _bit_string(look.tail > 0.5),
        "texts": other,
    }


def _token_data(faces: GlyphCache, token: int) -> list[Any]:
    face = faces.glyph(token)
    return [face.text, KIND_CODES[face.kind], int(face.starts_word)]


def _token_ids(step: CanvasStep) -> set[int]:
    return {*step.canvas.tolist(), *step.argmax_ids.tolist(), *step.top_ids.ravel().tolist()}


def _run_text(run: CanvasRun, vocabulary: Vocabulary) -> str:
    return vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0])


def _bit_string(flags: NDArray[np.bool_]) -> str:
    return "".join("1" if flag else "0" for flag in flags.tolist())


def _shortest_decimals(numbers: NDArray[np.floating]) -> list[float]:
    """The shortest decimals that give exactly these numbers again."""
    return [float(str(number)) for number in numbers]


def _css_variables(colors: Colors) -> str:
    names = {
        "paper": "surface", "ink": "ink", "muted": "muted", "line": "line", "accent": "accent",
        "accent-ground": "accent_ground", "warning": "warn", "warning-ground": "warn_ground",
    }  # fmt: skip
    return " ".join(f"--{variable}: {colors[name].name()};" for variable, name in names.items())
