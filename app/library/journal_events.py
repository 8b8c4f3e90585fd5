"""What the records of a journal say, and what each does to the database. A record that makes no sense does nothing.

A record has its kind under ``is`` and its moment (seconds since 1970) under ``at``. Kinds are added, never changed: an old
journal must be readable for ever.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable
from typing import Any

from app.transcript.model import Segment, Word

from .journal import Record
from .schema import SEGMENT_BITS, update_preview
from .search import searchable

log = logging.getLogger(__name__)

TIME_DIGITS, SHARE_DIGITS = 3, 4


def packed(segment: Segment) -> Record:
    """A segment as JSON takes it; times to the millisecond."""
    return {
        "index": segment.index,
        "start": round(segment.start_s, TIME_DIGITS),
        "end": round(segment.end_s, TIME_DIGITS),
        "text": segment.text,
        "ended": segment.ended,
        "steps": segment.steps,
        "confidence": round(segment.confidence, SHARE_DIGITS),
        "speaker": segment.speaker,
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


def unpacked(body: Record) -> Segment:
    """The segment that was ``packed``."""
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
    )


def dumped(segment: Segment) -> str:
    """A packed segment as text: equal texts are equal segments."""
    return _text(packed(segment))


def _text(body: Record) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def apply(db: sqlite3.Connection, entry: int, record: Record) -> None:
    """Let a record change the database; raises ``sqlite3.Error``."""
    change = CHANGES.get(str(record.get("is")))
    if change is None:
        log.warning("a record of an unknown kind was left out: %r", record.get("is"))
        return
    db.execute("SAVEPOINT record")
    try:
        change(db, entry, record)
        db.execute("UPDATE entries SET changed_s = max(changed_s, ?) WHERE id = ?", (float(record["at"]), entry))
    except (KeyError, TypeError, ValueError, OverflowError) as senseless:
        db.execute("ROLLBACK TO record")
        log.warning("a record was left out: %r", senseless)
    except sqlite3.IntegrityError as senseless:
        db.execute("ROLLBACK TO record")
        log.warning("a record was left out: %s", senseless)
    db.execute("RELEASE record")


def _begun(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute(
        "UPDATE entries SET source = ?, recorded = ?, session = ?, created_s = ? WHERE id = ?",
        (record["source"], int(record["recorded"]), record["session"], float(record["at"]), entry),
    )
    _titled(db, entry, record)


def _opened(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute(
        "UPDATE entries SET model = ?, device = ?, duration_s = ?, spans = ?, state = 'running', session = ? WHERE id = ?",
        (
            *(record["model"], record["device"], float(record["duration"]), int(record["spans"]), record["session"]),
            entry,
        ),
    )
    _options(db, entry, record)


def _options(db: sqlite3.Connection, entry: int, record: Record) -> None:
    chosen = record["options"]
    db.execute(
        "UPDATE entries SET options = ?, language = ? WHERE id = ?", (json.dumps(chosen), chosen["language"], entry)
    )


def _segment(db: sqlite3.Connection, entry: int, record: Record) -> None:
    """A finished segment, in the order of the canvases; one of the same canvas is replaced."""
    segment = unpacked(record["segment"])
    _remove(
        db,
        [
            row
            for (row,) in db.execute("SELECT id FROM segments WHERE entry = ? AND canvas = ?", (entry, segment.index))
        ],
    )
    (before,) = db.execute(
        "SELECT coalesce(max(position) + 1, 0) FROM segments WHERE entry = ? AND canvas < ?", (entry, segment.index)
    ).fetchone()
    _insert(db, entry, before, [record["segment"]])
    if before == 0 or len(_preview(db, entry)) < 80:
        update_preview(db, entry)


def _ended(db: sqlite3.Connection, entry: int, record: Record) -> None:
    how = record["how"]
    if how not in ("done", "cancelled", "failed", "interrupted"):
        raise ValueError(how)
    device = record.get("device") or None
    db.execute("UPDATE entries SET state = ?, device = coalesce(?, device) WHERE id = ?", (how, device, entry))


def _again(db: sqlite3.Connection, entry: int, record: Record) -> None:
    _remove(db, [row for (row,) in db.execute("SELECT id FROM segments WHERE entry = ?", (entry,))])
    db.execute(
        "UPDATE entries SET state = 'waiting', session = ?, preview = '' WHERE id = ?", (record["session"], entry)
    )


def _waiting(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute("UPDATE entries SET state = 'waiting', session = ? WHERE id = ?", (record["session"], entry))


def _edited(db: sqlite3.Connection, entry: int, record: Record) -> None:
    """Some neighbouring segments become others."""
    removed, added = list(record["removed"]), list(record["added"])
    for body in added:
        unpacked(body)  # what cannot be read must not get in
    rows = db.execute("SELECT id, body FROM segments WHERE entry = ? ORDER BY position", (entry,)).fetchall()
    bodies, gone = [body for _, body in rows], [_text(body) for body in removed]
    at = place_of(bodies, gone, int(record["place"]))
    if at is None:
        raise ValueError("the edited segments are not there")
    _remove(db, [row for row, _ in rows[at : at + len(gone)]])
    kept = [*((n, row) for n, (row, _) in enumerate(rows[:at]))]
    kept += [(at + len(added) + n, row) for n, (row, _) in enumerate(rows[at + len(gone) :])]
    db.executemany("UPDATE segments SET position = ? WHERE id = ?", kept)
    _insert(db, entry, at, added)
    update_preview(db, entry)


def place_of(bodies: list[str], gone: list[str], place: int) -> int | None:
    """Where the segments ``gone`` stand among ``bodies``: at ``place``, or wherever else the whole run is; None if nowhere."""
    places = [place, *(at for at in range(len(bodies) - len(gone) + 1) if at != place)]
    if not gone:
        return max(0, min(place, len(bodies)))
    return next((at for at in places if at >= 0 and bodies[at : at + len(gone)] == gone), None)


def _titled(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute("UPDATE entries SET title = ? WHERE id = ?", (record["title"], entry))
    _index_title(db, entry)


def _tagged(db: sqlite3.Connection, entry: int, record: Record) -> None:
    tags = [str(tag) for tag in record["tags"]]
    db.execute("DELETE FROM tags WHERE entry = ?", (entry,))
    db.executemany("INSERT OR IGNORE INTO tags (entry, tag) VALUES (?, ?)", [(entry, tag) for tag in tags])
    _index_title(db, entry)


def _moved(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute("UPDATE entries SET source = ? WHERE id = ?", (record["source"], entry))


def _deleted(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute("UPDATE entries SET deleted_s = ? WHERE id = ?", (float(record["at"]), entry))


def _restored(db: sqlite3.Connection, entry: int, record: Record) -> None:
    db.execute("UPDATE entries SET deleted_s = NULL WHERE id = ?", (entry,))


CHANGES: dict[str, Callable[[sqlite3.Connection, int, Record], None]] = {
    "begun": _begun, "waiting": _waiting, "opened": _opened, "options": _options, "segment": _segment, "ended": _ended,
    "again": _again, "edited": _edited, "titled": _titled, "tagged": _tagged, "moved": _moved, "deleted": _deleted,
    "restored": _restored,
}  # fmt: skip


def forget(db: sqlite3.Connection, entry: int) -> None:
    """Take an entry out of the database altogether."""
    _remove(db, [row for (row,) in db.execute("SELECT id FROM segments WHERE entry = ?", (entry,))])
    db.execute("DELETE FROM found WHERE rowid = ?", (entry << SEGMENT_BITS,))
    db.execute("DELETE FROM entries WHERE id = ?", (entry,))


def dump(db: sqlite3.Connection, entry: int) -> list[Record]:
    """Records that make an entry as it stands; what led there is not in the database."""
    (
        source,
        recorded,
        title,
        model,
        device,
        duration_s,
        spans,
        options,
        state,
        session,
        created_s,
        changed_s,
        deleted_s,
    ) = db.execute(
        """SELECT source, recorded, title, model, device, duration_s, spans, options, state, session, created_s,
                changed_s, deleted_s FROM entries WHERE id = ?""",
        (entry,),
    ).fetchone()
    rows = db.execute("SELECT body FROM segments WHERE entry = ? ORDER BY position", (entry,))
    whole = [json.loads(body) for (body,) in rows]
    first: dict[int, Record] = {}
    for body in whole:
        first.setdefault(body["index"], body)
    tags = [tag for (tag,) in db.execute("SELECT tag FROM tags WHERE entry = ? ORDER BY tag", (entry,))]
    begun = {"is": "begun", "source": source, "title": title, "recorded": bool(recorded), "session": session}
    records: list[Record] = [{**begun, "at": created_s}]
    chosen = json.loads(options)
    if chosen:
        opened = {"is": "opened", "model": model, "device": device, "duration": duration_s, "spans": spans}
        records.append({**opened, "options": chosen, "session": session, "at": created_s})
    records += [{"is": "segment", "segment": body, "at": created_s} for body in first.values()]
    if list(first.values()) != whole:
        removed = [first[index] for index in sorted(first)]
        records.append({"is": "edited", "what": "", "place": 0, "removed": removed, "added": whole, "at": created_s})
    if state not in ("waiting", "running"):
        records.append({"is": "ended", "how": state, "device": device, "at": created_s})
    records.append({"is": "tagged", "tags": tags, "at": changed_s})
    if deleted_s is not None:
        records.append({"is": "deleted", "at": deleted_s})
    return records


def _insert(db: sqlite3.Connection, entry: int, at: int, segments: list[Record]) -> None:
    """Put packed segments at a position; what stands there or behind moves on unless it already did."""
    first = db.execute("SELECT 1 FROM segments WHERE entry = ? AND position = ?", (entry, at)).fetchone()
    if first:
        db.execute(
            "UPDATE segments SET position = position + ? WHERE entry = ? AND position >= ?", (len(segments), entry, at)
        )
    (last,) = db.execute(
        "SELECT coalesce(max(id), ?) FROM segments WHERE entry = ?", (entry << SEGMENT_BITS, entry)
    ).fetchone()
    rows: list[tuple[Any, ...]] = [
        (last + 1 + n, entry, at + n, s["index"], s["text"], s["speaker"], _text(s)) for n, s in enumerate(segments)
    ]
    db.executemany(
        "INSERT INTO segments (id, entry, position, canvas, text, speaker, body) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
    )
    db.executemany(
        "INSERT INTO found (rowid, text) VALUES (?, ?)",
        [(row[0], searchable(f"{s['speaker']} {s['text']}")) for row, s in zip(rows, segments, strict=True)],
    )


def _remove(db: sqlite3.Connection, rows: list[int]) -> None:
    db.executemany("DELETE FROM found WHERE rowid = ?", [(row,) for row in rows])
    db.executemany("DELETE FROM segments WHERE id = ?", [(row,) for row in rows])


def _preview(db: sqlite3.Connection, entry: int) -> str:
    (preview,) = db.execute("SELECT preview FROM entries WHERE id = ?", (entry,)).fetchone()
    return str(preview)


def _index_title(db: sqlite3.Connection, entry: int) -> None:
    (title,) = db.execute("SELECT title FROM entries WHERE id = ?", (entry,)).fetchone()
    tags = [tag for (tag,) in db.execute("SELECT tag FROM tags WHERE entry = ? ORDER BY tag", (entry,))]
    row = entry << SEGMENT_BITS
    db.execute("DELETE FROM found WHERE rowid = ?", (row,))
    db.execute("INSERT INTO found (rowid, text) VALUES (?, ?)", (row, searchable(" ".join([title, *tags]))))
