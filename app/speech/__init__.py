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
    from app.transcript.model import Segment, Transcript, Word
    from app.transcript.own_words import OwnWords

    from .options import TranscribeOptions
    from .pipeline.transcriber import Transcriber, load, transcribe

_HOMES = {
    "TranscribeOptions": "app.speech.options",
    "Transcriber": "app.speech.pipeline.transcriber",
    "load": "app.speech.pipeline.transcriber",
    "transcribe": "app.speech.pipeline.transcriber",
    "Segment": "app.transcript.model",
    "Transcript": "app.transcript.model",
    "Word": "app.transcript.model",
    "OwnWords": "app.transcript.own_words",
}

__all__ = ["OwnWords", "Segment", "TranscribeOptions", "Transcriber", "Transcript", "Word", "load", "transcribe"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
