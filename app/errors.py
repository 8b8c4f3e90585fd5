"""Failures the user can act on: what happened, why, and what to do."""

from __future__ import annotations

import re


class AnnealError(Exception):
    """A failure in the user's words: ``what`` happened, ``why``, and the ``remedy``.

    The sentences are literals; what differs from case to case is named in them and given as a fact::

        AudioError("{file} is empty.", "It has a size of zero bytes.", "Record it again.", file=path.name)

    so that the window can translate them. ``what``, ``why`` and ``remedy`` are the English sentences with the facts in them,
    and ``str(error)`` is all three. A fact may itself be a sentence, marked by ``translatable``.
    One place in the window and one on the command line show errors. ``short`` is a literal too: a few words without the
    file's name, for a list in which the name stands beside them.
    """

    def __init__(self, what: str, why: str = "", remedy: str = "", *, short: object = "", **facts: object) -> None:
        self.short = str(short)
        self.sentences, self.facts = (what, why, remedy), facts
        self.what, self.why, self.remedy = (format_facts(sentence, facts) for sentence in self.sentences)
        super().__init__(" ".join(sentence for sentence in (self.what, self.why, self.remedy) if sentence))


class AudioError(AnnealError):
    """A source that cannot be turned into audio: missing, empty, silent, damaged or not audio."""


class NoSpeechError(AudioError):
    """A source in which nobody speaks."""


class ModelError(AnnealError):
    """Weights that are missing, damaged or do not fit together."""


class DeviceError(AnnealError):
    """A GPU that cannot be used, or memory that is not enough."""


class DecodingError(AnnealError):
    """A segment for which the model computes no usable numbers."""


class RecordingError(AnnealError):
    """A microphone that is missing, busy, forbidden or gone."""


class DictationError(AnnealError):
    """A global shortcut, or typing into another program, that the desktop does not allow."""


class PlaybackError(AnnealError):
    """A sound output that is missing, busy or gone."""


class ArchiveError(AnnealError):
    """An archive that cannot be read, written, or worked on by the machines that were asked."""


class LibraryError(AnnealError):
    """A library that cannot be read or written now: disk full, folder read-only, database in use by another program."""


def translatable(text: str) -> str:
    """Mark a literal that becomes part of an error elsewhere, so that the translators' tools find it. Returns it unchanged."""
    return text


def reason_of(error: BaseException, max_length: int = 500) -> str:
    """Return another library's message as a fact: on one line, shortened."""
    return " ".join(str(error).split())[:max_length]


def format_facts(text: str, facts: dict[str, object]) -> str:
    """Replace each ``{name}`` of a fact; other braces stay, because an error must never raise one."""
    return re.sub(r"\{(\w+)\}", lambda match: str(facts.get(match[1], match[0])), text)
