"""Speech to text by diffusion.

    from app.speech import load, transcribe

    model = load("bundled")
    print(transcribe("talk.mp3", model).text)

Names are imported when they are first used, so that ``import app.speech`` loads neither torch nor the model's code.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .options import TranscribeOptions
    from .transcriber import Transcriber, load, transcribe
    from .transcript import Segment, Transcript, Word

_HOMES = {
    "TranscribeOptions": "options",
    "Transcriber": "transcriber",
    "load": "transcriber",
    "transcribe": "transcriber",
    "Segment": "transcript",
    "Transcript": "transcript",
    "Word": "transcript",
}

__all__ = ["Segment", "TranscribeOptions", "Transcriber", "Transcript", "Word", "load", "transcribe"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
