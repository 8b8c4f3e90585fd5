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
from PySide6.QtGui import QColor, QFont

from app import __version__, paths
from app.library.replay_store import Run
from app.speech.events import CanvasStep
from app.speech.vocabulary import Vocabulary
from app.ui.canvas.colours import Colours
from app.ui.canvas.step_model import Recording
from app.ui.canvas.token_glyphs import Faces, Kind
from app.ui.canvas.typesetting import typeset
from app.ui.formatting import clock_tenths

from .video_frames import colours_of

DATA_VERSION = 1
KINDS = {Kind.TEXT: 0, Kind.ODD: 1, Kind.END: 2}


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


def page_of(
    runs: Sequence[Run],
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
    faces = Faces(vocabulary, font, labels.end)
    canvases = []
    for n, run in enumerate(seen):
        canvases.append(_canvas(run, vocabulary, faces))
        yield (n + 1) / (len(seen) + 1)
    used = sorted({token for run in seen for step in run.steps for token in _tokens(step)})
    data = {
        "version": DATA_VERSION,
        "labels": asdict(labels),
        "tokens": {token: _token(faces, token) for token in used},
        "canvases": canvases,
    }
    text = "\n".join(_text(run, vocabulary) for run in seen)
    places = {
        "language": html.escape("" if language == "auto" else language),
        "version": html.escape(__version__),
        "title": html.escape(title),
        "text": html.escape(text),
        "about": html.escape(labels.about),
        "light": _variables(colours_of(dark=False)),
        "dark": _variables(colours_of(dark=True)),
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    }
    template = paths.annealing_page().read_text(encoding="utf-8")
    yield re.sub(r"\{\{(\w+)\}\}", lambda found: places[found[1]], template)


def _canvas(run: Run, vocabulary: Vocabulary, faces: Faces) -> dict[str, Any]:
    recording = Recording(vocabulary.end_ids, run.steps)
    return {
        "name": f"{clock_tenths(run.started.start_s)} – {clock_tenths(run.started.end_s)}",
        "start_s": run.started.start_s,
        "end_s": run.started.end_s,
        "steps": [_step(step) for step in run.steps],
        "looks": [_look(recording, at, faces) for at in range(len(recording) + 1)],
    }


def _step(step: CanvasStep) -> dict[str, Any]:
    return {
        "ms": round(step.ms, 1),
        "canvas": step.canvas.tolist(),
        "belief": step.belief.tolist(),
        "accepted": _bits(step.accepted),
        "entropy": _shortest(step.entropy),
        "top": step.top_ids.tolist(),
        "probs": [_shortest(row) for row in step.top_probs],
    }


def _look(recording: Recording, at: int, faces: Faces) -> dict[str, Any]:
    """How the canvas draws a step (the last one is the result), where that does not follow from the step itself."""
    look = recording.step_look(at, "blend")
    page = typeset(look, faces, 640.0, 360.0, None, 16)
    other = {
        position: text
        for position, (text, token) in enumerate(zip(page.texts, look.tokens.tolist(), strict=True))
        if text != faces.face(token).text
    }
    return {
        "ink": np.rint(look.ink * 100).astype(int).tolist(),
        "states": "".join(map(str, look.states.tolist())),
        "solid": _bits(look.solid),
        "tags": _bits(page.tags),
        "behind": _bits(look.tail > 0.5),
        "texts": other,
    }


def _token(faces: Faces, token: int) -> list[Any]:
    face = faces.face(token)
    return [face.text, KINDS[face.kind], int(face.starts_word)]


def _tokens(step: CanvasStep) -> set[int]:
    return {*step.canvas.tolist(), *step.belief.tolist(), *step.top_ids.ravel().tolist()}


def _text(run: Run, vocabulary: Vocabulary) -> str:
    return vocabulary.decode(vocabulary.until_end(run.steps[-1].belief.tolist())[0])


def _bits(flags: NDArray[np.bool_]) -> str:
    return "".join("1" if flag else "0" for flag in flags.tolist())


def _shortest(numbers: NDArray[np.floating]) -> list[float]:
    """The shortest decimals that give exactly these numbers again."""
    return [float(str(number)) for number in numbers]


def _variables(colours: Colours) -> str:
    named: dict[str, QColor] = {
        "paper": colours.paper, "ink": colours.ink, "muted": colours.muted, "line": colours.line, "accent": colours.accent,
        "accent-ground": colours.accent_ground, "warning": colours.warning, "warning-ground": colours.warning_ground,
    }  # fmt: skip
    return " ".join(f"--{name}: {colour.name()};" for name, colour in named.items())
