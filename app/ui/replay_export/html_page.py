"""Export of a replay as one self-contained HTML page: the reader steps through it and inspects the candidates.

The page's data are the stored steps without loss: ids, acceptances, entropies and candidates.
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

DATA_VERSION = 2
KIND_CODES = {GlyphKind.TEXT: 0, GlyphKind.NON_TEXT: 1, GlyphKind.END: 2}


@dataclass(frozen=True)
class PageLabels:
    """The texts of a page, in the window's language. The field names are keys of the page's data."""

    step: str = "Step {step} of {steps}"
    draft: str = "Draft"
    noise: str = "Noise"
    result: str = "Result"
    numbers: str = "{ms} ms · {share} % settled · {nats} nats"
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
    """Build the page. Runs without steps are left out.

    Yields:
        The share that is done, 0 to 1; at last the HTML text.

    Raises:
        ValueError: No run has a step.
    """
    labels = labels or PageLabels()
    shown_runs = [run for run in runs if run.steps]
    if not shown_runs:
        raise ValueError("there is no step to show")
    glyphs = GlyphCache(vocabulary, font, labels.end)
    canvases = []
    for done, run in enumerate(shown_runs, start=1):
        canvases.append(_canvas_data(run, vocabulary, glyphs))
        yield done / (len(shown_runs) + 1)
    used = {token for run in shown_runs for step in run.steps for token in _token_ids(step)}
    used.update(token for canvas in canvases for look in canvas["looks"] for token in look["ids"])
    data = {
        "version": DATA_VERSION,
        "labels": asdict(labels),
        "tokens": {token: _token_data(glyphs, token) for token in sorted(used)},
        "canvases": canvases,
    }
    text = "\n".join(_run_text(run, vocabulary) for run in shown_runs)
    fields = {
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
    yield re.sub(r"\{\{(\w+)\}\}", lambda match: fields[match[1]], template)


def _canvas_data(run: CanvasRun, vocabulary: Vocabulary, glyphs: GlyphCache) -> dict[str, Any]:
    sequence = StepSequence(vocabulary.end_ids, run.steps, run.started.draft_ids)
    sequence.done = True
    indices = range(sequence.first_index, sequence.last_index + 1)
    return {
        "name": f"{clock_text_tenths(run.started.start_s)} – {clock_text_tenths(run.started.end_s)}",
        "start_s": run.started.start_s,
        "end_s": run.started.end_s,
        "first": sequence.first_index,
        "start": sequence.start,
        "steps": [_step_data(step, vocabulary) for step in run.steps],
        "looks": [_appearance_data(sequence, index, glyphs) for index in indices],
        "seconds": [round(sequence.hold_s(index) + sequence.duration_s(index), 3) for index in indices],
    }


def _step_data(step: CanvasStep, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "length": step.text_length(vocabulary.end_ids),
        "ms": round(step.step_ms, 1),
        "canvas": step.canvas.tolist(),
        "belief": step.argmax_ids.tolist(),
        "accepted": _bit_string(step.accepted),
        "entropy": _shortest_decimals(step.entropy),
        "top": step.top_ids.tolist(),
        "probs": [_shortest_decimals(row) for row in step.top_probs],
    }


def _appearance_data(sequence: StepSequence, index: int, glyphs: GlyphCache) -> dict[str, Any]:
    """Return how ``index`` appears on the canvas."""
    appearance = sequence.step_appearance(index, "blend")
    step = typeset(appearance, glyphs, 640.0, 360.0, None, 16)
    other_texts = {
        position: text
        for position, (text, token) in enumerate(zip(step.texts, appearance.token_ids.tolist(), strict=True))
        if text != glyphs.glyph(token).text
    }
    return {
        "ids": appearance.token_ids.tolist(),
        "ink": np.rint(appearance.ink * 100).astype(int).tolist(),
        "states": "".join(map(str, appearance.states.tolist())),
        "solid": _bit_string(appearance.solid),
        "decided": _bit_string(appearance.decided),
        "draft": int(appearance.is_draft),
        "tags": _bit_string(step.end_tags),
        "behind": _bit_string(appearance.tail > 0.5),
        "texts": other_texts,
    }


def _token_data(glyphs: GlyphCache, token: int) -> list[Any]:
    glyph = glyphs.glyph(token)
    return [glyph.text, KIND_CODES[glyph.kind], int(glyph.starts_word)]


def _token_ids(step: CanvasStep) -> set[int]:
    return {*step.canvas.tolist(), *step.argmax_ids.tolist(), *step.top_ids.ravel().tolist()}


def _run_text(run: CanvasRun, vocabulary: Vocabulary) -> str:
    return vocabulary.decode(vocabulary.truncate_at_end(run.steps[-1].argmax_ids.tolist())[0])


def _bit_string(flags: NDArray[np.bool_]) -> str:
    return "".join("1" if flag else "0" for flag in flags.tolist())


def _shortest_decimals(numbers: NDArray[np.floating]) -> list[float]:
    """Return the shortest decimals that parse to exactly these numbers."""
    return [float(str(number)) for number in numbers]


def _css_variables(colors: Colors) -> str:
    names = {
        "paper": "surface", "ink": "ink", "muted": "muted", "line": "line", "accent": "accent",
        "accent-ground": "accent_ground", "warning": "warn", "warning-ground": "warn_ground",
    }  # fmt: skip
    return " ".join(f"--{variable}: {colors[name].name()};" for variable, name in names.items())
