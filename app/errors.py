"""Failures a person can act on: what happened, why, and what to do."""

from __future__ import annotations

import re


class AnnealError(Exception):
    """A failure in words for the person: ``what`` happened, ``why``, and the ``remedy``.

    The sentences are literals; what differs from case to case is named in them and given as a fact::

        AudioError("{file} is empty.", "It has a size of zero bytes.", "Record it again.", file=path.name)

    so that the window can say them in its own language. ``what``, ``why`` and ``remedy`` are the English sentences with
    the facts in them, and ``str(error)`` is all three. A fact may itself be a sentence, marked by ``reason_template``.
    One place in the window and one on the command line show errors.
    """

    def __init__(self, what: str, why: str = "", remedy: str = "", **facts: object) -> None:
        self.sentences, self.facts = (what, why, remedy), facts
        self.what, self.why, self.remedy = (format_facts(text, facts) for text in self.sentences)
        super().__init__(" ".join(part for part in (self.what, self.why, self.remedy) if part))


class AudioError(AnnealError):
    """A source that cannot be turned into audio: missing, empty, silent, damaged or not audio."""


class ModelError(AnnealError):
    """Weights that are missing, damaged or do not fit together."""


class DeviceError(AnnealError):
    """A card or its memory that cannot do what was asked."""


class RecordingError(AnnealError):
    """A microphone that is missing, busy, forbidden or gone."""


class PlaybackError(AnnealError):
    """A sound output that is missing, busy or gone."""


class LibraryError(AnnealError):
    """What a person keeps cannot be read or written at this time: disk full, folder read-only, database in other hands."""


def translatable(text: str) -> str:
    """Marks a literal that becomes part of an error elsewhere, so that it is found for translation. Returns it as it is."""
    return text


def format_facts(text: str, facts: dict[str, object]) -> str:
    """The text with each ``{name}`` of a known fact replaced; other braces stay, for an error must never raise one."""
    return re.sub(r"\{(\w+)\}", lambda found: str(facts.get(found[1], found[0])), text)
