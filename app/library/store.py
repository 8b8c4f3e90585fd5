"""Store of the transcripts with their segments, words and edits, searchable in milliseconds.

A change is appended to the transcript's journal and synced first, then applied to the database (SQLite in WAL mode). After a
crash, a lock or damage the database is brought up to date or rebuilt from the journals, and nothing is lost.
"""

from __future__ import annotations

import json
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TypeVar

from app.errors import LibraryError
from app.speech.options import TranscribeOptions
from app.transcript.edits import Splice, find_splice
from app.transcript.model import Notice, Segment, Transcript

from .database import Database
from .entry import Entry, EntryQuery, SearchHit
from .journal import JOURNAL_SUFFIX, Journal, JournalEvent
from .journal_events import (
    canonical_json,
    find_run,
    notices_from_json,
    notices_to_json,
    segment_from_json,
    segment_to_json,
)
from .process_locks import ProcessLock
from .schema import SEGMENT_BITS
from .search import SearchTerm, parse_query

log = logging.getLogger(__name__)
Result = TypeVar("Result")

ORDER_SQL = {
    "newest": "created_s DESC, id DESC",
    "oldest": "created_s, id",
    "changed": "changed_s DESC, id DESC",
    "title": "title COLLATE NOCASE, id",
    "longest": "duration_s DESC, id DESC",
}
LANGUAGE_SQL = "coalesce(nullif(text_language, ''), language)"
"""The recognised language of an entry's text, else the requested one."""
DELETED_RETENTION_S = 30 * 24 * 3600.0
QUERY_BATCH = 500


def new_uid() -> str:
    """A unique name for an entry; names sort by time."""
    return f"{datetime.now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"


class TranscriptStore:
    """The transcripts in a folder. ``recovery_notice`` says how the database was repaired when opened; else None.

    Its methods block: call them from any thread but the window's; one runs at a time. They raise ``LibraryError``.
    """

    def __init__(self, folder: Path, lock_timeout_s: float = 10.0, clock: Callable[[], float] = time.time) -> None:
        """Open and migrate the database and apply new events of the journals.

        A folder that cannot be written leaves a store that can be read.

        Args:
            lock_timeout_s: how long to wait for another process's lock.
            clock: seconds since 1970.

        Raises:
            LibraryError: the folder cannot be read.
        """
        self._lock = RLock()
        self._clock = clock
        self._journal_folder = folder / "journals"
        self._process_lock = ProcessLock(folder / "sessions")
        self._database = Database(folder / "library.sqlite3", self._journal_folder, lock_timeout_s)
        self.recovery_notice = self._database.recovery_notice

    def close(self) -> None:
        with self._lock:
            self._database.close()
            self._process_lock.release()

    # --- a transcription while it runs

    def begin(self, uid: str, source: Path, title: str, recorded: bool = False) -> None:
        """Add an entry for a source that is to be transcribed."""
        begun = self._event(
            "begun", source=str(source), title=title, recorded=recorded, session=self._process_lock.name
        )
        self._append(uid, begun)

    def mark_waiting(self, uid: str) -> None:
        """Mark an unfinished entry as waiting to be resumed."""
        self._append(uid, self._event("waiting", session=self._process_lock.name))

    def restart(self, uid: str) -> None:
        """Delete the segments of an entry and mark it as waiting: it will be transcribed from its start."""
        self._append(uid, self._event("again", session=self._process_lock.name))

    def mark_opened(
        self,
        uid: str,
        model: str,
        device: str,
        options: TranscribeOptions,
        duration_s: float,
        segment_count: int,
        warnings: Sequence[Notice] = (),
    ) -> None:
        """Mark an entry as being transcribed by this process, with this model and these options."""
        opened = self._event(
            "opened",
            **{"model": model, "device": device, "options": asdict(options), "duration": duration_s},
            **{"spans": segment_count, "session": self._process_lock.name},
            **({"warnings": notices_to_json(warnings)} if warnings else {}),
        )
        self._append(uid, opened)

    def set_options(self, uid: str, options: TranscribeOptions) -> None:
        """Store the options of the next segments."""
        self._append(uid, self._event("options", options=asdict(options)))

    def add_segment(self, uid: str, segment: Segment) -> None:
        """Store a finished segment; it is on disk when this returns."""
        self._append(uid, self._event("segment", segment=segment_to_json(segment)))

    def mark_ended(self, uid: str, state: str, device: str = "") -> None:
        """Mark an entry as ``done``, ``cancelled``, ``failed`` or ``interrupted``.

        One that was cancelled before its source was opened is deleted.
        """
        with self._lock:
            unread = self._query("SELECT 1 FROM entries WHERE uid = ? AND spans = 0 AND preview = ''", uid)
            if state == "cancelled" and unread:
                self.destroy(uid)
                return
        self._append(uid, self._event("ended", how=state, device=device))

    def add_transcript(self, transcript: Transcript, title: str, uid: str = "", created_s: float | None = None) -> str:
        """Add a whole transcript; return its uid."""
        uid = uid or new_uid()
        options = TranscribeOptions(
            transcript.language,
            max(1, transcript.steps),
            transcript.seed,
            start=transcript.start or "auto",
            audio_track=transcript.audio_track,
            guidance=transcript.guidance,
        )
        begun = self._event("begun", source=transcript.source, title=title, recorded=False, session="")
        opened = self._event(
            "opened",
            **{"model": transcript.model, "device": transcript.device, "options": asdict(options), "session": ""},
            **{"duration": transcript.duration_s, "spans": len({segment.index for segment in transcript.segments})},
            **({"warnings": notices_to_json(transcript.warnings)} if transcript.warnings else {}),
        )
        segments = [
            self._event(
                "edited", what="import", place=0, removed=[], added=list(map(segment_to_json, transcript.segments))
            )
        ]
        records = [begun, opened, *segments, self._event("ended", how="done", device="")]
        if created_s is not None:
            records = [{**record, "at": created_s} for record in records]
        self._append(uid, *records)
        return uid

    def list_interrupted(self) -> list[Entry]:
        """Entries that a process which has died left unfinished, oldest first."""
        return [entry for entry in self.entries(self.find(EntryQuery(order="oldest"))) if entry.state == "interrupted"]

    def options(self, uid: str) -> TranscribeOptions:
        """The options of its last segment."""
        (chosen,) = self._query_one("SELECT options FROM entries WHERE uid = ?", uid)
        defaults = asdict(TranscribeOptions())
        known = {name: value for name, value in json.loads(chosen).items() if name in defaults}
        own = {"words": tuple(known.get("words", ())), "replacements": tuple(map(tuple, known.get("replacements", ())))}
        return TranscribeOptions(**{**defaults, **known, **own})

    def finished_segments(self, uid: str) -> tuple[Segment, ...]:
        """The finished segments as the model wrote them, without later edits."""
        segments: dict[int, Segment] = {}
        for event in self._events(uid):
            if event.get("is") == "again":
                segments = {}
            elif event.get("is") == "segment":
                segment = segment_from_json(event["segment"])
                segments[segment.index] = segment
        return tuple(segments[index] for index in sorted(segments))

    # --- what the user changes

    def edit(self, uid: str, before: Sequence[Segment], after: Sequence[Segment], label: str = "") -> None:
        """Store an edit: the segments as they were shown, and as they are now. Segments finished meanwhile stay.

        Args:
            label: the edit's name in the user's language.

        Raises:
            LibraryError: the edited segments are no longer as they were shown.
        """
        change = find_splice(before, after)
        if change is None:
            return
        expected = [canonical_json(segment) for segment in change.removed]
        with self._lock:
            index = find_run(self._segment_bodies(uid), expected, change.index)
            if index is None:
                raise LibraryError(
                    "This correction could not be kept.",
                    "The text was changed in another window meanwhile.",
                    "Please open the transcript again and repeat it.",
                )
            removed, added = list(map(segment_to_json, change.removed)), list(map(segment_to_json, change.added))
            self._append(uid, self._event("edited", what=label, place=index, removed=removed, added=added))

    def edits(self, uid: str) -> list[tuple[float, str, Splice]]:
        """All edits, oldest first: time in seconds since 1970, label and change."""
        return [
            (
                record["at"],
                record["what"],
                Splice(
                    record["place"],
                    tuple(map(segment_from_json, record["removed"])),
                    tuple(map(segment_from_json, record["added"])),
                ),
            )
            for record in self._events(uid)
            if record.get("is") == "edited"
        ]

    def rename(self, uid: str, title: str) -> None:
        self._append(uid, self._event("titled", title=title))

    def set_tags(self, uid: str, tags: Iterable[str]) -> None:
        """Replace the tags of an entry."""
        self._append(uid, self._event("tagged", tags=sorted({tag.strip() for tag in tags if tag.strip()})))

    def relink(self, uid: str, source: Path) -> None:
        """Store the new path of the source."""
        self._append(uid, self._event("moved", source=str(source)))

    def delete(self, uids: Iterable[str]) -> None:
        """Mark entries as deleted; ``restore`` brings them back until they are purged."""
        for uid in uids:
            self._append(uid, self._event("deleted"))

    def restore(self, uids: Iterable[str]) -> None:
        for uid in uids:
            self._append(uid, self._event("restored"))

    def purge(self, older_than_s: float = DELETED_RETENTION_S) -> list[str]:
        """Destroy entries deleted longer ago than this; return their uids. Recordings and sources stay."""
        before_s = self._clock() - older_than_s
        uids = [uid for (uid,) in self._query("SELECT uid FROM entries WHERE deleted_s <= ?", before_s)]
        for uid in uids:
            self.destroy(uid)
        return uids

    def destroy(self, uid: str) -> None:
        """Delete an entry and its journal for good."""
        with self._lock:
            self._database.destroy(Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}"))

    # --- queries

    def find(self, query: EntryQuery) -> list[str]:
        """The uids of all entries that match, in the query's order."""
        where: list[str] = ["deleted_s IS NOT NULL" if query.deleted else "deleted_s IS NULL"]
        values: list[object] = []
        for condition, value in (
            (f"{LANGUAGE_SQL} = ?", query.language),
            ("model = ?", query.model),
            ("created_s >= ?", query.since_s),
            ("created_s < ?", query.until_s),
            ("id IN (SELECT entry FROM tags WHERE tag = ?)", query.tag),
        ):
            if value is not None:
                where.append(condition)
                values.append(value)
        terms = parse_query(query.text)
        if query.text.strip() and not terms:
            return []
        for term in terms:
            condition, searched = _found(term)
            where.append(f"id IN (SELECT DISTINCT rowid >> {SEGMENT_BITS} FROM found WHERE {condition})")
            values += searched
        sql = f"SELECT uid FROM entries WHERE {' AND '.join(where)} ORDER BY {ORDER_SQL[query.order]}"
        return [uid for (uid,) in self._query(sql, *values)]

    def find_unedited(self, source: Path, title: str) -> list[str]:
        """The uids of the finished entries of a source that still have this title, and neither edits nor tags."""
        sql = """SELECT uid FROM entries WHERE source = ? AND title = ? AND state = 'done'
                 AND id NOT IN (SELECT entry FROM tags)"""
        return [uid for (uid,) in self._query(sql, str(source), title) if not self.edits(uid)]

    def entries(self, uids: Sequence[str]) -> list[Entry]:
        """The entries of these uids, in their order, without those that no longer exist."""
        entries: dict[str, Entry] = {}
        for start in range(0, len(uids), QUERY_BATCH):
            batch = uids[start : start + QUERY_BATCH]
            placeholders = ",".join("?" * len(batch))
            rows = self._query(
                f"""SELECT uid, title, source, recorded, language, model, device, options, duration_s, spans, state, session,
                        created_s, changed_s, deleted_s, preview, warnings, text_language,
                        (SELECT json_group_array(tag) FROM tags WHERE entry = entries.id)
                    FROM entries WHERE uid IN ({placeholders})""",
                *batch,
            )
            entries |= {row[0]: self._entry_from_row(row) for row in rows}
        return [entries[uid] for uid in uids if uid in entries]

    def entry(self, uid: str) -> Entry:
        """One entry; raises ``LibraryError`` if it does not exist."""
        for entry in self.entries([uid]):
            return entry
        raise _missing_entry_error()

    def has(self, uid: str) -> bool:
        """Whether an entry exists."""
        return bool(self._query("SELECT 1 FROM entries WHERE uid = ?", uid))

    def hits(self, uid: str, text: str) -> list[SearchHit]:
        """The segments of an entry that contain any of the searched words."""
        terms = parse_query(text)
        if not terms:
            return []
        (entry,) = self._query_one("SELECT id FROM entries WHERE uid = ?", uid)
        first, end = entry << SEGMENT_BITS, (entry + 1) << SEGMENT_BITS
        matching_ids: set[int] = set()
        for term in terms:
            condition, searched = _found(term)
            sql = f"SELECT rowid FROM found WHERE {condition} AND rowid > ? AND rowid < ?"
            matching_ids |= {row for (row,) in self._query(sql, *searched, first, end)}
        rows = self._query("SELECT id, body FROM segments WHERE entry = ? ORDER BY position", entry)
        segments = [(row, n, segment_from_json(json.loads(body))) for n, (row, body) in enumerate(rows)]
        return [SearchHit(n, segment.start_s, segment.text) for row, n, segment in segments if row in matching_ids]

    def transcript(self, uid: str) -> Transcript:
        """The transcript of an entry with all edits; raises ``LibraryError`` if it does not exist."""
        with self._lock:
            entry, options = self.entry(uid), self.options(uid)
            segments = tuple(segment_from_json(json.loads(body)) for body in self._segment_bodies(uid))
        return Transcript(
            str(entry.source), entry.language, entry.duration_s, entry.model, entry.device, options.steps,
            options.seed, segments, start=None if options.start == "auto" else options.start,
            audio_track=entry.audio_track, warnings=entry.warnings,
            guidance=options.guidance or 1.0,
        )  # fmt: skip

    def distinct(self, column: str) -> list[str]:
        """All values of ``language``, ``model`` or ``tag`` that entries have."""
        sql = {
            "language": f"SELECT DISTINCT {LANGUAGE_SQL} FROM entries WHERE deleted_s IS NULL ORDER BY 1",
            "model": "SELECT DISTINCT model FROM entries WHERE deleted_s IS NULL AND model <> '' ORDER BY 1",
            "tag": "SELECT DISTINCT tag FROM tags JOIN entries ON id = entry WHERE deleted_s IS NULL ORDER BY 1",
        }[column]
        return [value for (value,) in self._query(sql)]

    # --- journal and database

    def _event(self, kind: str, **content: object) -> JournalEvent:
        return {"is": kind, "at": round(self._clock(), 3), **content}

    def _append(self, uid: str, *records: JournalEvent) -> None:
        """Append events to the journal, then apply them to the database: the only way to change an entry."""
        if Path(uid).name != uid or uid.startswith("."):
            raise ValueError(f"not the name of an entry: {uid!r}")
        journal = Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}")
        with self._lock:
            if records[0]["is"] != "begun" and not journal.size_bytes:
                raise _missing_entry_error()
            try:
                self._journal_folder.mkdir(parents=True, exist_ok=True)
                journal.append(*records)
            except OSError as error:
                raise LibraryError(
                    "This could not be kept in your library.",
                    "{reason} ({folder}).",
                    "Make room on the disk or make the folder writable; what is on screen can be exported or copied.",
                    reason=error.strerror or error,
                    folder=self._journal_folder,
                ) from error
            self._database.catch_up(journal)

    def _events(self, uid: str) -> list[JournalEvent]:
        try:
            return Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}").read()[0]
        except FileNotFoundError as error:
            raise _missing_entry_error() from error
        except OSError as error:
            raise LibraryError(
                "This transcript's journal could not be read.",
                "{reason}.",
                "Please try again.",
                reason=error.strerror or error,
            ) from error

    def _segment_bodies(self, uid: str) -> list[str]:
        sql = "SELECT body FROM segments JOIN entries ON entry = entries.id WHERE uid = ? ORDER BY position"
        return [body for (body,) in self._query(sql, uid)]

    def _query(self, sql: str, *values: object) -> list[tuple]:
        def fetch(db: sqlite3.Connection) -> list[tuple]:
            with closing(db.execute(sql, values)) as cursor:
                return cursor.fetchall()

        with self._lock:
            return self._database.run(fetch)

    def _query_one(self, sql: str, uid: str) -> tuple:
        for row in self._query(sql, uid):
            return row
        raise _missing_entry_error()

    def _entry_from_row(self, row: tuple) -> Entry:
        uid, title, source, recorded, language, model, device, options, duration_s, spans, state, session, *rest = row
        created_s, changed_s, deleted_s, preview, warnings, text_language, tags = rest
        if state in ("waiting", "running") and not self._process_lock.is_alive(session):
            state = "interrupted"
        chosen = json.loads(options)
        named = tuple(sorted(json.loads(tags)))
        return Entry(
            uid, title, Path(source), bool(recorded), language, model, device, chosen.get("steps", 0), duration_s, spans,
            state, created_s, changed_s, deleted_s, named, preview, chosen.get("audio_track") or 0,
            notices_from_json(json.loads(warnings)), text_language,
        )  # fmt: skip


def _found(term: SearchTerm) -> tuple[str, list[str]]:
    """A condition on rows of the full-text index, and its values."""
    return "found MATCH ?" + " AND instr(text, ?)" * len(term.literals), [term.match, *term.literals]


def _missing_entry_error() -> LibraryError:
    return LibraryError("This transcript is no longer in your library.", "It was deleted meanwhile.", "")
