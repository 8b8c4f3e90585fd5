"""Failures a person can act on: what happened, why, and what to do."""

from __future__ import annotations


class AnnealError(Exception):
    """A failure in words for the person: ``what`` happened, ``why``, and the ``remedy``.

    ``str(error)`` is all three as sentences. One place in the window and one on the command line show them.
    """

    def __init__(self, what: str, why: str = "", remedy: str = "") -> None:
        self.what, self.why, self.remedy = what, why, remedy
        super().__init__(" ".join(part for part in (what, why, remedy) if part))


class AudioError(AnnealError):
    """A source that cannot be turned into audio: missing, empty, silent, damaged or not audio."""


class ModelError(AnnealError):
    """Weights that are missing, damaged or do not fit together."""


class DeviceError(AnnealError):
    """A card or its memory that cannot do what was asked."""


class RecordingError(AnnealError):
    """A microphone that is missing, busy, forbidden or gone."""
