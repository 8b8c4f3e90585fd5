"""Events of the journals: their JSON, and how each changes the database. An event that makes no sense is skipped.

An event has its kind under ``is`` and its time (seconds since 1970) under ``at``. Kinds are added, never changed: an old
journal stays readable.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from app.transcript.model import Notice, Segment, Word

from .journal import JournalEvent
from .schema import SEGMENT_BITS, update_preview, update_text_language
from .search import normalize_for_index

log = logging.getLogger(__name__)

TIME_DIGITS, SHARE_DIGITS = 3, 4


def segment_to_json(segment: Segment) -> JournalEvent:
    """A segment as JSON, times rounded to milliseconds."""
    return {
        "index": segment.index,
        "start": round(segment.start_s, TIME_DIGITS),
        "end": round(segment.end_s, TIME_DIGITS),
        "text": segment.text,
        "ended": segment.ended,
        "steps": segment.steps,
        "confidence": round(segment.confidence, SHARE_DIGITS),
        "speaker": segment.speaker,
        **({"raw_text": segment.raw_text} if segment.raw_text else {}),
        "words": [
            [
                round(word.start_s, TIME_DIGITS),
                round(word.end_s, TIME_DIGITS),
                word.text,
                round(word.confidence, SHARE_DIGITS),
                round(word.support, SHARE_DIGITS),
                None if word.doubt is None else round(word.doubt, SHARE_DIGITS),
            ]
            for word in segment.words
        ],
    }


def notices_to_json(notices: Sequence[Notice]) -> list[JournalEvent]:
    """Notices as JSON."""
    return [{"sentence": notice.sentence, "facts": dict(notice.facts)} for notice in notices]


def notices_from_json(body: list[JournalEvent]) -> tuple[Notice, ...]:
    """The notices that were ``notices_to_json``."""
    return tuple(Notice(str(notice["sentence"]), dict(notice["facts"])) for notice in body)


def segment_from_json(body: JournalEvent) -> Segment:
    """The segment that was ``segment_to_json``."""
    return Segment(
        index=body["index"],
        start_s=body["start"],
        end_s=body["end"],
        text=body["text"],
        words=tuple(Word(*word) for word in body["words"]),
        ended=body["ended"],
        steps=body["steps"],
        confidence=body["confidence"],
        speaker=body["speaker"],
        raw_text=body.get("raw_text", ""),
    )


def canonical_json(segment: Segment) -> str:
    """A segment as JSON text; equal texts mean equal segments."""
    return _dump_json(segment_to_json(segment))


def _dump_json(body: JournalEvent) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def apply_event(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    """Apply an event to the database; raises ``sqlite3.Error``."""
    change = HANDLERS.get(str(event.get("is")))
    if change is None:
        log.warning("an event of an unknown kind was skipped: %r", event.get("is"))
        return
    db.execute("SAVEPOINT record")
    try:
        change(db, entry, event)
        db.execute("UPDATE entries SET changed_s = max(changed_s, ?) WHERE id = ?", (float(event["at"]), entry))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        db.execute("ROLLBACK TO record")
        log.warning("an event was skipped: %r", error)
    except sqlite3.IntegrityError as error:
        db.execute("ROLLBACK TO record")
        log.warning("an event was skipped: %s", error)
    db.execute("RELEASE record")


def _apply_begun(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute(
        "UPDATE entries SET source = ?, recorded = ?, session = ?, created_s = ? WHERE id = ?",
        (event["source"], int(event["recorded"]), event["session"], float(event["at"]), entry),
    )
    _apply_titled(db, entry, event)


def _apply_opened(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute(
        "UPDATE entries SET model = ?, device = ?, duration_s = ?, spans = ?, state = 'running', session = ?, warnings = ?"
        " WHERE id = ?",
        (
            *(event["model"], event["device"], float(event["duration"]), int(event["spans"]), event["session"]),
            *(json.dumps(notices_to_json(notices_from_json(event.get("warnings", [])))), entry),
        ),
    )
    _apply_options(db, entry, event)


def _apply_options(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    chosen = event["options"]
    db.execute(
        "UPDATE entries SET options = ?, language = ? WHERE id = ?", (json.dumps(chosen), chosen["language"], entry)
    )


def _apply_segment(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    """Insert a finished segment in the order of the canvases; replace one of the same canvas."""
    segment = segment_from_json(event["segment"])
    _delete_segments(
        db,
        [
            row
            for (row,) in db.execute("SELECT id FROM segments WHERE entry = ? AND canvas = ?", (entry, segment.index))
        ],
    )
    (before,) = db.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM segments WHERE entry = ? AND canvas < ?", (entry, segment.index)
    ).fetchone()
    _insert_segments(db, entry, before, [event["segment"]])
    if before == 0 or len(_preview_of(db, entry)) < 80:
        update_preview(db, entry)


def _apply_ended(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    how = event["how"]
    if how not in ("done", "cancelled", "failed", "interrupted"):
        raise ValueError(how)
    device = event.get("device") or None
    db.execute("UPDATE entries SET state = ?, device = coalesce(?, device) WHERE id = ?", (how, device, entry))
    update_text_language(db, entry)


def _apply_again(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    _delete_segments(db, [row for (row,) in db.execute("SELECT id FROM segments WHERE entry = ?", (entry,))])
    db.execute(
        "UPDATE entries SET state = 'waiting', session = ?, preview = '' WHERE id = ?", (event["session"], entry)
    )


def _apply_waiting(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute("UPDATE entries SET state = 'waiting', session = ? WHERE id = ?", (event["session"], entry))


def _apply_edited(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    """Replace a run of neighbouring segments by another."""
    removed, added = list(event["removed"]), list(event["added"])
    for body in added:
        segment_from_json(body)  # raises what makes no sense, before anything is changed
    rows = db.execute("SELECT id, body FROM segments WHERE entry = ? ORDER BY position", (entry,)).fetchall()
    start = find_run([body for _, body in rows], [_dump_json(body) for body in removed], int(event["place"]))
    if start is None:
        raise ValueError("the edited segments are not there")
    end = start + len(removed)
    _delete_segments(db, [row for row, _ in rows[start:end]])
    positions = [*((n, row) for n, (row, _) in enumerate(rows[:start]))]
    positions += [(start + len(added) + n, row) for n, (row, _) in enumerate(rows[end:])]
    db.executemany("UPDATE segments SET position = ? WHERE id = ?", positions)
    _insert_segments(db, entry, start, added)
    update_preview(db, entry)


def find_run(bodies: list[str], removed: list[str], expected_index: int) -> int | None:
    """Index of the run ``removed`` in ``bodies``: ``expected_index`` if it is there, else its first; None if nowhere."""
    starts = [expected_index, *(n for n in range(len(bodies) - len(removed) + 1) if n != expected_index)]
    if not removed:
        return max(0, min(expected_index, len(bodies)))
    return next((start for start in starts if start >= 0 and bodies[start : start + len(removed)] == removed), None)


def _apply_titled(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute("UPDATE entries SET title = ? WHERE id = ?", (event["title"], entry))
    _index_title(db, entry)


def _apply_tagged(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    tags = [str(tag) for tag in event["tags"]]
    db.execute("DELETE FROM tags WHERE entry = ?", (entry,))
    db.executemany("INSERT OR IGNORE INTO tags (entry, tag) VALUES (?, ?)", [(entry, tag) for tag in tags])
    _index_title(db, entry)


def _apply_moved(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute("UPDATE entries SET source = ? WHERE id = ?", (event["source"], entry))


def _apply_deleted(db: sqlite3.Connection, entry: int, event: JournalEvent) -> None:
    db.execute("UPDATE entries SET deleted_s = ? WHERE id = ?", (float(event["at"]), entry))


def _apply_restored(db: sqlite3.Connection, entry: int, _event: JournalEvent) -> None:
    db.execute("UPDATE entries SET deleted_s = NULL WHERE id = ?", (entry,))


HANDLERS: dict[str, Callable[[sqlite3.Connection, int, JournalEvent], None]] = {
    "begun": _apply_begun, "waiting": _apply_waiting, "opened": _apply_opened, "options": _apply_options, "segment":
    _apply_segment, "ended": _apply_ended,
    "again": _apply_again, "edited": _apply_edited, "titled": _apply_titled, "tagged": _apply_tagged, "moved":
    _apply_moved, "deleted": _apply_deleted,
    "restored": _apply_restored,
}  # fmt: skip


def delete_entry(db: sqlite3.Connection, entry: int) -> None:
    """Delete an entry with its segments and index rows from the database."""
    _delete_segments(db, [row for (row,) in db.execute("SELECT id FROM segments WHERE entry = ?", (entry,))])
    db.execute("DELETE FROM found WHERE rowid = ?", (entry << SEGMENT_BITS,))
    db.execute("DELETE FROM entries WHERE id = ?", (entry,))


def snapshot_events(db: sqlite3.Connection, entry: int) -> list[JournalEvent]:
    """Events that make an entry as it stands; its history is not in the database."""
    row = db.execute(
        """SELECT source, recorded, title, model, device, duration_s, spans, options, warnings, state, session, created_s,
                changed_s, deleted_s FROM entries WHERE id = ?""",
        (entry,),
    ).fetchone()
    source, recorded, title, model, device, duration_s, spans, options, warnings, state, session, *times_s = row
    created_s, changed_s, deleted_s = times_s
    rows = db.execute("SELECT body FROM segments WHERE entry = ? ORDER BY position", (entry,))
    bodies = [json.loads(body) for (body,) in rows]
    first: dict[int, JournalEvent] = {}
    for body in bodies:
        first.setdefault(body["index"], body)
    tags = [tag for (tag,) in db.execute("SELECT tag FROM tags WHERE entry = ? ORDER BY tag", (entry,))]
    begun = {"is": "begun", "source": source, "title": title, "recorded": bool(recorded), "session": session}
    events: list[JournalEvent] = [{**begun, "at": created_s}]
    chosen = json.loads(options)
    if chosen:
        opened = {"is": "opened", "model": model, "device": device, "duration": duration_s, "spans": spans}
        opened |= {"warnings": json.loads(warnings)} if json.loads(warnings) else {}
        events.append({**opened, "options": chosen, "session": session, "at": created_s})
    events += [{"is": "segment", "segment": body, "at": created_s} for body in first.values()]
    if list(first.values()) != bodies:
        removed = [first[index] for index in sorted(first)]
        events.append({"is": "edited", "what": "", "place": 0, "removed": removed, "added": bodies, "at": created_s})
    if state not in ("waiting", "running"):
        events.append({"is": "ended", "how": state, "device": device, "at": created_s})
    events.append({"is": "tagged", "tags": tags, "at": changed_s})
    if deleted_s is not None:
        events.append({"is": "deleted", "at": deleted_s})
    return events


def _insert_segments(db: sqlite3.Connection, entry: int, position: int, segments: list[JournalEvent]) -> None:
    """Insert segments at a position; those there and after it move on, unless the position is free."""
    first = db.execute("SELECT 1 FROM segments WHERE entry = ? AND position = ?", (entry, position)).fetchone()
    if first:
        db.execute(
            "UPDATE segments SET position = position + ? WHERE entry = ? AND position >= ?",
            (len(segments), entry, position),
        )
    (last,) = db.execute(
        "SELECT coalesce(max(id), ?) FROM segments WHERE entry = ?", (entry << SEGMENT_BITS, entry)
    ).fetchone()
    rows: list[tuple[Any, ...]] = [
        (last + 1 + n, entry, position + n, s["index"], s["text"], s["speaker"], _dump_json(s))
        for n, s in enumerate(segments)
    ]
    db.executemany(
        "INSERT INTO segments (id, entry, position, canvas, text, speaker, body) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
    )
    db.executemany(
        "INSERT INTO found (rowid, text) VALUES (?, ?)",
        [(row[0], normalize_for_index(f"{s['speaker']} {s['text']}")) for row, s in zip(rows, segments, strict=True)],
    )


def _delete_segments(db: sqlite3.Connection, rows: list[int]) -> None:
    db.executemany("DELETE FROM found WHERE rowid = ?", [(row,) for row in rows])
    db.executemany("DELETE FROM segments WHERE id = ?", [(row,) for row in rows])


def _preview_of(db: sqlite3.Connection, entry: int) -> str:
    (preview,) = db.execute("SELECT preview FROM entries WHERE id = ?", (entry,)).fetchone()
    return str(preview)


def _index_title(db: sqlite3.Connection, entry: int) -> None:
    (title,) = db.execute("SELECT title FROM entries WHERE id = ?", (entry,)).fetchone()
    tags = [tag for (tag,) in db.execute("SELECT tag FROM tags WHERE entry = ? ORDER BY tag", (entry,))]
    row = entry << SEGMENT_BITS
    db.execute("DELETE FROM found WHERE rowid = ?", (row,))
    db.execute("INSERT INTO found (rowid, text) VALUES (?, ?)", (row, normalize_for_index(" ".join([title, *tags]))))
