"""Finds who speaks in an entry of the library, and remembers a voice, in a thread. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.library.entry import Entry
from app.library.library import Library
from app.speech.events import SpeakersProgress
from app.transcript.edits import Segments


@dataclass(frozen=True)
class SpeakersFound:
    """The segments of an entry with who speaks, split where the speaker changes."""

    uid: str
    before: Segments
    after: Segments


@dataclass(frozen=True)
class VoiceRemembered:
    """The voice of a speaker is in the library from now on."""

    name: str


def find_speakers_of(
    library: Library, entry: Entry, segments: Segments, unknown: str
) -> Iterator[SpeakersProgress | SpeakersFound]:
    """Yield progress and then who speaks. ``unknown`` names a speaker by ``{number}`` whose voice is not remembered.

    Raises ``AudioError`` and ``LibraryError``.
    """
    from app.speech.speakers.finder import find_speakers

    known = library.voices.voices()
    found = yield from find_speakers(entry.source, segments, track=entry.audio_track, known=known, unknown=unknown)
    yield SpeakersFound(entry.uid, segments, found)


def remember_voice(
    library: Library, entry: Entry, segments: Segments, name: str
) -> Iterator[SpeakersProgress | VoiceRemembered]:
    """Keep the voice of the segments whose speaker is ``name``. Raises ``AudioError`` and ``LibraryError``."""
    from app.speech.speakers.finder import voice_of

    spoken = [segment for segment in segments if segment.speaker == name]
    voice = yield from voice_of(entry.source, spoken, entry.audio_track)
    if voice is not None:
        library.voices.remember(name, voice)
        yield VoiceRemembered(name)
