"""Any audio or video file -> 16 kHz mono float32, in blocks: the one way in which the app hears a file.

The transcript, the waveform and the player all go through ``blocks``, so a time means the same moment everywhere. Sound is put
on the file's clock (``timeline``), its channels are mixed by a survey of the whole file (``downmix``), joined files are read to
their end (``sections``), and what is missing is told (``Notice``). libsndfile reads what it knows exactly; FFmpeg reads the
rest and goes on where libsndfile fails halfway. Memory is bounded by the block, whatever the length.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from itertools import islice
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet

from app.errors import AudioError, NoSpeechError, translatable
from app.transcript.model import Notice

from .downmix import ChannelSurvey, clean
from .media import (
    SOUNDFILE_ERRORS,
    SOUNDFILE_MAGIC,
    AudioInfo,
    candidate_tracks,
    open_container,
    probe,
    quoted_name,
    read_header,
    select_stream,
    track_names,
)
from .promise import is_cut_off, promised_end_s
from .samples import SAMPLE_RATE_HZ, Samples
from .sections import Section, SectionFile, find_sections
from .timeline import CHUNK_FRAMES, ChannelNames, Chunk, Clock, Frame, follow_clock, gather, stretch

__all__ = [
    "AudioInfo",
    "blocks",
    "candidate_tracks",
    "no_speech_error",
    "one_of_tracks",
    "probe",
    "read",
    "silent_track",
    "track_names",
    "undecodable_track",
]

MAX_GAP_S = 4 * 3600.0  # longer jumps are damaged timestamps, as are those longer than the file
MAX_PLANES = 8  # PyAV 18 counts planes to the first null pointer: behind so many there is none, and it reads on
TOLD_DAMAGE_S = 0.05  # less than two packets of an mp3
TOLD_GAP_S = 1.0  # shorter gaps are not worth a sentence
TOLD_MISSING_S = 0.5  # less is what encoders add and take away ...
TOLD_MISSING_SHARE = 0.005  # ... or what a header rounds
SURVEY_WHOLE_S = 240.0  # a longer file is surveyed in ...
SURVEY_WINDOWS = 60  # ... so many places spread over it ...
SURVEY_WINDOW_S = 2.0  # ... of so many seconds

_LOG = logging.getLogger(__name__)
_WITHOUT_CLOCK = {"aac", "mp3", "avi", "wav", "flac", "ac3", "eac3", "amr", "au", "aiff", "w64", "caf"}
"""FFmpeg's formats that store no timestamps: theirs are counted, in AVI with a rate that is often wrong."""
_TAGS = (b"ID3", b"TAG", b"Xing", b"Info")  # of joined mp3 files: no sound, and no loss
_STEREO: ChannelNames = ("FL", "FR")


def blocks(
    path: Path | str, track: int | None = None, block_s: float = 30.0, notices: list[Notice] | None = None
) -> Generator[Samples]:
    """Decode a file to 16 kHz mono float32.

    The position of a sample is its time on the file's clock. Of a damaged or truncated file all that can be decoded comes.

    Args:
        track: which of the file's audio tracks, from 0; None for the first of ``candidate_tracks`` that can be decoded.
        block_s: length of a block in seconds.
        notices: is appended to, while iterating, by what a reader of the text should know of the sound: what is missing.

    Yields:
        Blocks (n,); the last one may be shorter and is never empty.

    Raises:
        AudioError: while iterating: the file cannot be read, is protected, or nothing in it can be decoded.
    """
    path = Path(path)
    notices = [] if notices is None else notices
    if track is not None:
        yield from _track_blocks(path, track, block_s, notices)
        return
    first_error: AudioError | None = None
    for candidate in candidate_tracks(path):
        found: list[Notice] = []
        decoded = _track_blocks(path, candidate, block_s, found)
        try:
            first = next(decoded)
        except AudioError as error:
            first_error = first_error or error
            notices.append(undecodable_track(candidate))
            continue
        yield first
        yield from decoded
        notices += found
        return
    assert first_error is not None  # there is at least one candidate
    raise first_error


def decodable_tracks(path: Path | str) -> Iterator[int]:
    """The audio tracks that ``blocks`` would try, from 0, but for those that cannot be decoded. Raises ``AudioError``."""
    for track in candidate_tracks(path):
        try:
            with closing(blocks(path, track)) as decoded:
                next(decoded)
        except AudioError:
            continue
        yield track


def read(path: Path | str, track: int | None = None) -> Samples:
    """A whole file as 16 kHz mono float32 (n,), for short clips. Raises ``AudioError`` as ``blocks``."""
    return np.concatenate(list(blocks(path, track)))


def no_speech_error(path: Path | str, track: int = 0, track_count: int = 1) -> NoSpeechError:
    """The error for a source without speech, of whose tracks (from 0) this one was the last to be heard."""
    why = translatable("It contains only silence, noise or music.")
    if track_count > 1:
        why = translatable("Audio track {track} of {count} contains only silence, noise or music.")
    return NoSpeechError(
        "No speech found in {file}.",
        why,
        "Check that the right microphone or audio track was used and was not muted, then try again.",
        short="no speech in it",
        file=quoted_name(Path(path)),
        track=track + 1,
        count=track_count,
    )


def undecodable_track(track: int) -> Notice:
    """What to say of a track that was passed over because it cannot be decoded."""
    return Notice(translatable("Track {track} cannot be decoded and was passed over."), {"track": str(track + 1)})


def silent_track(track: int) -> Notice:
    """What to say of a track that was passed over because nobody speaks in it."""
    return Notice(translatable("Track {track} contains no speech and was skipped."), {"track": str(track + 1)})


def one_of_tracks(track: int, track_count: int) -> Notice:
    """What to say of a track that was not chosen by the user, where there are others."""
    facts = {"track": str(track + 1), "count": str(track_count)}
    return Notice(translatable("This is the text of audio track {track} of {count}."), facts)


def _track_blocks(path: Path, track: int, block_s: float, notices: list[Notice]) -> Iterator[Samples]:
    """The blocks of one track; its notices are complete when its last block was taken."""
    header = read_header(path)
    try:
        sections = find_sections(path)
    except (OSError, ValueError) as error:
        _LOG.info("%s cannot be searched for joined files: %s", path, error)
        sections = []
    source = _Track(path, track, header, sections if len(sections) > 1 else [])
    size = max(1, round(block_s * SAMPLE_RATE_HZ))
    empty = True
    for block in _regroup(_resample(source.mono()), size):
        empty = False
        yield block
    if empty:
        raise AudioError(
            "There is no sound in {file}.",
            "It is a recording of zero length.",
            "Perhaps it was stopped as soon as it was started; record it again or choose another file.",
            short="no sound in it",
            file=quoted_name(path),
        )
    notices += source.notices()


class _Track:
    """One audio track of a file, decoded once; what was found on the way is told afterwards."""

    def __init__(self, path: Path, track: int, header: bytes, sections: list[Section]) -> None:
        self.path, self.track, self.header = path, track, header
        self._sections: list[Section | None] = [*sections] or [None]  # None: the whole file
        self._clock = Clock(MAX_GAP_S)
        self._damage_s: list[tuple[float, float]] = []
        self._promised_s: float | None = None
        self._cut_off = False

    def mono(self) -> Iterator[tuple[int, Samples]]:
        """Mono chunks at the file's own rate, as (rate in Hz, samples (n,))."""
        survey = self._survey()
        gain = np.float32(survey.gain)
        weights: dict[ChannelNames, Samples] = {}
        for chunk in self._chunks():
            if chunk.names not in weights:
                weights[chunk.names] = survey.weights(chunk.names) * gain
            mixed = weights[chunk.names] @ clean(chunk.samples)
            yield chunk.rate_hz, stretch(np.asarray(mixed, np.float32), chunk.length)

    def notices(self) -> list[Notice]:
        """What is missing of the track, after it was decoded."""
        found: list[Notice] = []
        heard_s, promised_s = self._clock.position_s, self._promised_s
        damage_s = self._damage_s
        if promised_s and promised_s - heard_s > max(TOLD_MISSING_S, TOLD_MISSING_SHARE * promised_s):
            text = translatable("The sound ends early: there are {heard} of {promised}.")
            found.append(Notice(text, {"heard": _duration(heard_s), "promised": _duration(promised_s)}))
            damage_s = [place for place in damage_s if place[0] < heard_s - 1]  # the packet that was cut is told
        elif self._cut_off:
            found.append(
                Notice(translatable("The file seems to end early, after {heard}."), {"heard": _duration(heard_s)})
            )
            damage_s = [place for place in damage_s if place[0] < heard_s - 1]
        if sum(length_s for _, length_s in damage_s) > TOLD_DAMAGE_S:
            if len(damage_s) == 1:
                text = translatable("Damaged sound was left out at {time}.")
            else:
                text = translatable("Damaged sound was left out in {count} places, the first at {time}.")
            found.append(Notice(text, {"count": str(len(damage_s)), "time": _duration(damage_s[0][0])}))
        if gaps := [gap for gap in self._clock.gaps_s if gap[1] > TOLD_GAP_S]:
            if len(gaps) == 1:
                text = translatable("The file has no sound for {length} from {time} on; silence stands there.")
            else:
                text = translatable(
                    "The file has no sound in {count} places, for {length} in all, the first at {time}."
                )
            length = _duration(sum(length_s for _, length_s in gaps))
            found.append(Notice(text, {"length": length, "count": str(len(gaps)), "time": _duration(gaps[0][0])}))
        return found

    # --- survey

    def _survey(self) -> ChannelSurvey:
        """Listen to all of a short file, or to places all over a long one."""
        survey = ChannelSurvey()
        try:
            for frame in gather(self._survey_frames()):
                survey.add(frame)
                if len(frame.names) == 1 and survey.gain == 1.0 and survey.peak > 0 and len(self._sections) == 1:
                    break  # one channel, loud enough: there is nothing to decide
        except AudioError as error:
            _LOG.debug("no survey of %s: %s", self.path, error)  # decoding will say it
        return survey

    def _survey_frames(self) -> Iterator[Frame]:
        windows = list(islice(self._window_frames(), 1)) if len(self._sections) == 1 else []
        if windows:
            yield from self._window_frames()
        else:
            for section in self._sections:
                yield from self._section_frames(section, Clock(MAX_GAP_S), _Damage())

    def _window_frames(self) -> Iterator[Frame]:
        """Frames of the windows of a long file; none of a short one, or where it cannot be sought."""
        if not self.track and self.header.startswith(SOUNDFILE_MAGIC):
            try:
                with soundfile.SoundFile(self.path) as file:
                    length_s = file.frames / file.samplerate if file.frames < 2**40 else 0.0
                    if file.channels <= 2 and length_s > SURVEY_WHOLE_S:
                        for start_s in np.linspace(0, length_s - SURVEY_WINDOW_S, SURVEY_WINDOWS):
                            file.seek(round(start_s * file.samplerate))
                            samples = file.read(round(SURVEY_WINDOW_S * file.samplerate), "float32", always_2d=True).T
                            yield Frame(file.samplerate, _STEREO[: len(samples)], samples)
                        return
            except SOUNDFILE_ERRORS as error:
                _LOG.debug("libsndfile cannot seek in %s: %s", self.path, error)
        with open_container(self.path, self.header) as container:
            stream = select_stream(container, self.path, self.track)
            length_s = (container.duration or 0) / av.time_base
            if length_s <= SURVEY_WHOLE_S:
                return
            for start_s in np.linspace(0, length_s - SURVEY_WINDOW_S, SURVEY_WINDOWS):
                try:
                    container.seek(int(start_s * av.time_base) + (container.start_time or 0), backward=True)
                    taken_s = 0.0
                    for frame in container.decode(stream):
                        yield _to_frame(frame, None)
                        taken_s += frame.samples / frame.sample_rate
                        if taken_s >= SURVEY_WINDOW_S:
                            break
                except (FFmpegError, IndexError):
                    continue

    # --- decoding

    def _chunks(self) -> Iterator[Chunk]:
        promised_s: float | None = 0.0
        for section in self._sections:
            clock, damage = Clock(MAX_GAP_S), _Damage()
            self._promised_s, self._cut_off = None, False
            offset_s = self._clock.position_s
            for chunk in follow_clock(self._section_frames(section, clock, damage), clock):
                self._clock.position_s = offset_s + clock.position_s
                yield chunk
            gaps_s, damage_s = clock.gaps_s, damage.places_s
            if self.header.startswith(b"fLaC"):  # its frames are numbered: one that is missing was damaged
                gaps_s, damage_s = [], sorted(damage_s + gaps_s)
            self._clock.gaps_s += [(offset_s + at_s, length_s) for at_s, length_s in gaps_s]
            self._damage_s += [(offset_s + at_s, length_s) for at_s, length_s in damage_s]
            if promised_s is not None and self._promised_s is not None:
                promised_s += self._promised_s
            else:
                promised_s = None
        self._promised_s = promised_s

    def _section_frames(self, section: Section | None, clock: Clock, damage: _Damage) -> Iterator[Frame]:
        """The frames of a section; libsndfile first, the rest by FFmpeg."""
        done = 0
        if not self.track and self.header.startswith(SOUNDFILE_MAGIC):
            try:
                with soundfile.SoundFile(self.path if section is None else SectionFile(self.path, section)) as file:
                    while file.channels <= 2 and len(chunk := file.read(CHUNK_FRAMES, "float32", always_2d=True)):
                        done += len(chunk)
                        yield Frame(file.samplerate, _STEREO[: file.channels], chunk.T)
                    if done:
                        self._note_promise(section)
                        return
            except SOUNDFILE_ERRORS as error:
                _LOG.info("libsndfile stops in %s after %d frames: %s", self.path, done, error)
        try:
            yield from _skip_samples(self._decode_with_av(section, clock, damage), done)
        except AudioError:
            if not done:  # of a damaged file, what libsndfile could read is good enough
                raise

    def _decode_with_av(self, section: Section | None, clock: Clock, damage: _Damage) -> Iterator[Frame]:
        with open_container(self.path, self.header, section) as container:
            stream = select_stream(container, self.path, self.track)
            if container.duration:
                clock.max_gap_s = min(MAX_GAP_S, container.duration / av.time_base)
            start_s = (container.start_time or 0) / av.time_base
            yield from _decode_frames(container, stream, self.path, start_s, damage)
            self._note_promise(section, container, stream)
            if self._promised_s is None:
                self._cut_off = is_cut_off(self.path, container, damage.last)

    def _note_promise(
        self, section: Section | None, container: InputContainer | None = None, stream: AudioStream | None = None
    ) -> None:
        """Find out how long the section should have been."""
        start_byte = section[0] if section else 0
        try:
            if container is not None and stream is not None:
                self._promised_s = promised_end_s(self.path, container, stream, start_byte)
            else:
                with open_container(self.path, self.header, section) as opened:
                    self._promised_s = promised_end_s(self.path, opened, opened.streams.audio[0], start_byte)
        except (AudioError, FFmpegError, IndexError, OSError) as error:
            _LOG.debug("nothing is promised by %s: %s", self.path, error)


class _Damage:
    """The damaged places of a stream: when, and how much sound each has lost."""

    def __init__(self) -> None:
        self.places_s: list[tuple[float, float]] = []
        self.last: Packet | None = None
        """The last packet of the stream so far."""
        self._position_s = 0.0  # end of the last frame, on the file's clock if it has timestamps
        self._decoded_s = self._decoded_bytes = 0.0
        self._in_damage = False

    def decoded(self, frame: AudioFrame, packet: Packet, time_s: float | None) -> None:
        """Take note of a frame that was decoded."""
        duration_s = frame.samples / frame.sample_rate
        self._position_s = (self._position_s if time_s is None else time_s) + duration_s
        self._decoded_s += duration_s
        self._decoded_bytes += packet.size
        self._in_damage = False

    def failed(self, packet: Packet | None) -> None:
        """Take note of a packet that was not; None for the rest of a file."""
        lost_s = 0.0
        if packet is not None:
            if any(tag in bytes(packet)[:64] for tag in _TAGS):
                return
            lost_s = float(packet.duration * packet.time_base) if packet.duration and packet.time_base else 0.0
            if self._decoded_bytes:  # rubbish comes in packets of any size
                lost_s = max(lost_s, packet.size * self._decoded_s / self._decoded_bytes)
        if self._in_damage:
            at_s, before_s = self.places_s.pop()
            self.places_s.append((at_s, before_s + lost_s))
        else:
            self.places_s.append((self._position_s, lost_s))
        self._in_damage = True


def _decode_frames(
    container: InputContainer, stream: AudioStream, path: Path, start_s: float, damage: _Damage
) -> Iterator[Frame]:
    """Decoded frames; damaged packets are skipped and a truncated file just ends, unless nothing at all was decoded."""
    has_clock = not _WITHOUT_CLOCK & set(container.format.name.split(","))
    packets = container.demux(stream)
    block_frames, first = 0, True
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except (FFmpegError, IndexError) as error:  # an index: a damaged FLV file grows new streams while it is read
            _LOG.warning("%s ends early: %s", container.name, error)
            damage.failed(None)
            break
        damage.last = packet if packet.size else damage.last  # the very last one is empty, and flushes the decoder
        try:
            frames = packet.decode()
        except FFmpegError:
            damage.failed(packet)
            continue
        for frame in frames:
            if isinstance(frame, AudioFrame) and frame.samples:
                time_s = frame.time - start_s if frame.time is not None and (has_clock or first) else None
                if container.format.name == "flac":
                    block_frames = block_frames or frame.samples
                    time_s = _flac_time_s(packet, block_frames, frame.sample_rate)
                try:
                    converted = _to_frame(frame, time_s)
                except (FFmpegError, ValueError):  # more channels than FFmpeg has a layout for
                    damage.failed(packet)
                    continue
                first = False
                damage.decoded(frame, packet, time_s)
                yield converted
    if damage.places_s and first:
        raise AudioError(
            "The sound in {file} cannot be decoded.",
            "The file is damaged, or is something else under the name of an audio file.",
            "Copy or download it again, or convert it with the program that made it.",
            short="damaged or unknown format",
            file=quoted_name(path),
        )


def _flac_time_s(packet: Packet, block_frames: int, rate_hz: int) -> float | None:
    """When a FLAC frame begins: its header has the number of the frame or of its first sample, coded like UTF-8.

    FFmpeg gives no timestamps to FLAC files, and leaves damaged frames out without a word. Source: RFC 9639, section 9.1.
    """
    head = bytes(packet)[:12]
    if len(head) < 12 or head[0] != 0xFF or head[1] & 0xFC != 0xF8:
        return None
    length = max(1, 8 - (head[4] ^ 0xFF).bit_length())  # bytes of the number
    number = head[4] if length == 1 else head[4] & (0x7F >> length)
    for byte in head[5 : 4 + length]:
        number = number << 6 | byte & 0x3F
    return number * (1 if head[1] & 1 else block_frames) / rate_hz


def _to_frame(frame: AudioFrame, time_s: float | None) -> Frame:
    """A frame's samples (channels, n), -1 to 1."""
    if frame.format.is_planar and frame.layout.nb_channels >= MAX_PLANES:
        (packed,) = av.AudioResampler("flt", frame.layout, frame.sample_rate).resample(frame)
        raw = packed.to_ndarray().reshape(frame.samples, -1).T
    else:
        raw = frame.to_ndarray()  # planar (channels, samples), packed (1, samples * channels)
        if not frame.format.is_planar:
            raw = raw.reshape(frame.samples, -1).T
    if raw.dtype.kind == "f":
        samples = np.asarray(raw, np.float32)
    else:
        full_scale = np.float32(2 ** (8 * raw.dtype.itemsize - 1))
        samples = np.asarray(raw, np.float32) / full_scale - np.float32(raw.dtype.kind == "u")
    names = _channel_names(frame.layout.name)
    if len(names) != len(samples):
        names = tuple(channel.name for channel in frame.layout.channels)
    return Frame(int(frame.sample_rate), names, samples, time_s)


@lru_cache(maxsize=64)
def _channel_names(layout: str) -> ChannelNames:
    """FFmpeg's names of a layout's channels; none for one that its name does not tell."""
    try:
        return tuple(channel.name for channel in av.AudioLayout(layout).channels)
    except (ValueError, FFmpegError):
        return ()


def _skip_samples(frames: Iterable[Frame], count: int) -> Iterator[Frame]:
    """The frames without their first ``count`` samples."""
    for frame in frames:
        length = frame.samples.shape[1]
        if count < length:
            if count:
                time_s = None if frame.time_s is None else frame.time_s + count / frame.rate_hz
                frame = Frame(frame.rate_hz, frame.names, frame.samples[:, count:], time_s)
            yield frame
        count = max(0, count - length)


def _duration(seconds: float) -> str:
    """``8.8 s``, ``12:05`` or ``1:02:05``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


# --- rate and blocks -------------------------------------------------------------------------------------------------


def _resample(chunks: Iterator[tuple[int, Samples]]) -> Iterator[Samples]:
    """16 kHz samples of chunks at any rate, which may change on the way."""
    resampler: soxr.ResampleStream | None = None
    current_hz = SAMPLE_RATE_HZ
    nothing = np.zeros(0, np.float32)
    for rate_hz, chunk in chunks:
        if rate_hz != current_hz:
            if resampler is not None:
                yield resampler.resample_chunk(nothing, last=True)
            resampler = None
            if rate_hz != SAMPLE_RATE_HZ:
                resampler = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, quality="VHQ")
            current_hz = rate_hz
        yield chunk if resampler is None else resampler.resample_chunk(np.ascontiguousarray(chunk))
    if resampler is not None:
        yield resampler.resample_chunk(nothing, last=True)


def _regroup(chunks: Iterator[Samples], size: int) -> Iterator[Samples]:
    """The same samples in arrays of ``size``; the last may be shorter and is never empty."""
    gathered: list[Samples] = []
    count = 0
    for chunk in chunks:
        gathered.append(chunk)
        count += len(chunk)
        if count >= size:
            joined = np.concatenate(gathered)
            whole = count - count % size
            yield from (joined[start : start + size] for start in range(0, whole, size))
            gathered, count = [joined[whole:].copy()], count - whole
    if count:
        yield np.concatenate(gathered)
