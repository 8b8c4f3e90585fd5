"""Options of one transcription."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

from app.models.adapter.spec import GUIDANCE_MAX, GUIDANCE_MIN, STEPS_MAX, STEPS_MIN
from app.transcript.model import Start
from app.transcript.own_words import Replacement

StartChoice: TypeAlias = Literal["auto"] | Start
WORDS_MAX, WORD_LENGTH_MAX = 2000, 100
"""How many own words there may be, and how many characters one may have."""
SPEAKERS_MAX = 20
STARTS: tuple[StartChoice, ...] = ("auto", *get_args(Start))


@dataclass(frozen=True)
class TranscribeOptions:
    """The user's choices for one transcription. Raises ``ValueError`` where a value is out of range."""

    language: str = "auto"
    """``auto`` or a code of ``languages.LANGUAGES``."""
    steps: int = 0
    """Most denoising steps a canvas gets, 1 to 48; 0 is the model's own number."""
    seed: int = 0
    """Seed of the random tokens; the same seed gives the same canvas on the same device."""
    start: StartChoice = "auto"
    """What the canvas starts from; ``auto`` is the model's own way."""
    guidance: float = 0.0
    """Weight of the sound in each prediction, against one without the sound: 1 guides nothing, 0 is the model's own."""
    observe: bool = True
    """Whether every ``CanvasStep`` is emitted."""
    audio_track: int | None = None
    """Index of a video's audio track; None for the first with speech, the one that players play before the others."""
    remove_repetitions: bool | None = None
    """Whether words that are repeated to fill the canvas are removed from the text; None: as the model's authors do."""
    words: tuple[str, ...] = ()
    """The user's own words, names and phrases, which the decoder prefers where the sound allows it; at most ``WORDS_MAX``."""
    replacements: tuple[Replacement, ...] = ()
    """Rules for the decoded text: what is replaced, and by what (``transcript/own_words.py``)."""
    speakers: int | None = None
    """How many speakers are told apart when the text is done; 0 estimates their number, None looks for none."""
    batch: int = 1
    """Segments denoised together."""

    def __post_init__(self) -> None:
        from app.languages import LANGUAGES

        if self.language != "auto" and self.language not in LANGUAGES:
            raise ValueError(f"unknown language {self.language!r}: auto, {', '.join(LANGUAGES)}")
        if self.steps and not STEPS_MIN <= self.steps <= STEPS_MAX:
            raise ValueError(f"steps must be {STEPS_MIN} to {STEPS_MAX}, not {self.steps}")
        if self.start not in STARTS:
            raise ValueError(f"start must be {', '.join(STARTS)}, not {self.start!r}")
        if self.guidance and not GUIDANCE_MIN <= self.guidance <= GUIDANCE_MAX:
            raise ValueError(f"guidance must be {GUIDANCE_MIN:g} to {GUIDANCE_MAX:g}, not {self.guidance:g}")
        if len(self.words) > WORDS_MAX or any(not 0 < len(word) <= WORD_LENGTH_MAX for word in self.words):
            raise ValueError(f"words must be at most {WORDS_MAX}, of 1 to {WORD_LENGTH_MAX} characters")
        if self.speakers is not None and not 0 <= self.speakers <= SPEAKERS_MAX:
            raise ValueError(f"speakers must be 0 to {SPEAKERS_MAX}, not {self.speakers}")
        if self.batch < 1 or (self.audio_track or 0) < 0:
            raise ValueError("batch counts from 1 and audio_track from 0")

    def with_defaults(self, steps: int, start: Start | None, guidance: float) -> TranscribeOptions:
        """Return the options with a model's own in the place of what was not chosen; None knows no start."""
        own_start = start if self.start == "auto" and start is not None else self.start
        return replace(self, steps=self.steps or steps, start=own_start, guidance=self.guidance or guidance)
