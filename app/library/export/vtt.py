"""WebVTT subtitles."""

from __future__ import annotations

from app.transcript.model import Transcript

from .cues import Cue, cue_time, split_into_cues

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write(transcript: Transcript, *, word_times: bool = False) -> str:
    """Return the header and the cues; with ``word_times`` a timestamp precedes each word, for players that highlight words."""
    return "WEBVTT\n\n" + "".join(
        f"{cue_time(cue.start_s, '.')} --> {cue_time(cue.end_s, '.')}\n{_cue_body(cue, word_times)}\n\n"
        for cue in split_into_cues(transcript)
    )


def _cue_body(cue: Cue, word_times: bool) -> str:
    body = _with_word_times(cue) if word_times and cue.words else "\n".join(cue.lines).translate(ESCAPES)
    return f"<v {cue.speaker.translate(ESCAPES)}>{body}" if cue.speaker else body


def _with_word_times(cue: Cue) -> str:
    """The lines with a timestamp before each word but the first, which starts with the cue. Timestamps increase."""
    text, body, position, latest_s = "\n".join(cue.lines), "", 0, cue.start_s
    for start_s, piece in cue.words:
        word = piece.split()[0]
        start = text.find(word, position)
        if position and start >= 0:
            body += text[position:start].translate(ESCAPES)
            position = start
            if cue_time(start_s, ".") > cue_time(latest_s, ".") and start_s < cue.end_s:
                body += f"<{cue_time(start_s, '.')}>"
                latest_s = start_s
        end = max(position, start + len(word))
        body += text[position:end].translate(ESCAPES)
        position = end
    return body + text[position:].translate(ESCAPES)
