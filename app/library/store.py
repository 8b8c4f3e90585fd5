"""What a person keeps: every transcript with its segments, words and corrections, found again in milliseconds.

Whatever changes is appended to the transcript's journal and synced first, then brought into the database (SQLite in WAL). The
database is made of the journals: after a crash, a lock or damage it catches up or is made again, and nothing is lost.

No method belongs in a window's thread. All may be called from any other; one at a time runs. Failures are ``LibraryError``s.
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
from app.transcript.model import Segment, Transcript

from .database import Database
from .entry import Entry, EntryQuery, SearchHit
from .journal import JOURNAL_SUFFIX, Journal, JournalEvent
from .journal_events import canonical_json, find_run, segment_from_json, segment_to_json
from .process_locks import ProcessLock
from .schema import SEGMENT_BITS
from .search import fts_terms

log = logging.getLogger(__name__)
Result = TypeVar("Result")

ORDER_SQL = {
    "newest": "created_s DESC, id DESC",
    "oldest": "created_s, id",
    "changed": "changed_s DESC, id DESC",
    "title": "title COLLATE NOCASE, id",
    "longest": "duration_s DESC, id DESC",
}
DELETED_RETENTION_S = 30 * 24 * 3600.0
QUERY_BATCH = 500


def new_uid() -> str:
    """A name for an entry that no other has, in the order of time."""
    return f"{datetime.now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"


class TranscriptStore:
    """The library in a folder. ``recovery_notice`` is what had to be done to open it, for the person to know; else None."""

    def __init__(self, folder: Path, lock_timeout_s: float = 10.0, clock: Callable[[], float] = time.time) -> None:
        """Opens, migrates, catches up with the journals. Waits ``patience_s`` for a lock somebody else holds.

        A folder that cannot be written leaves a library that can be read. Raises ``LibraryError`` where it cannot even be read.
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

    # --- a transcription, as it goes

    def begin(self, uid: str, source: Path, title: str, recorded: bool = False) -> None:
        """Note what is to be transcribed: from now on it is in the library."""
        begun = self._event(
            "begun", source=str(source), title=title, recorded=recorded, session=self._process_lock.name
        )
        self._append(uid, begun)

    def mark_waiting(self, uid: str) -> None:
        """Note that an entry whose segments are not all there waits to be resumed."""
        self._append(uid, self._event("waiting", session=self._process_lock.name))

    def restart(self, uid: str) -> None:
        """Forget the segments of an entry and let it wait: it will be transcribed from its start."""
        self._append(uid, self._event("again", session=self._process_lock.name))

    def mark_opened(
        self, uid: str, model: str, device: str, options: TranscribeOptions, duration_s: float, segment_count: int
    ) -> None:
        """Note that its transcription runs here, and with what."""
        opened = self._event(
            "opened",
            **{"model": model, "device": device, "options": asdict(options), "duration": duration_s},
            **{"spans": segment_count, "session": self._process_lock.name},
        )
        self._append(uid, opened)

    def set_options(self, uid: str, options: TranscribeOptions) -> None:
        """Note what the next segments are transcribed with."""
        self._append(uid, self._event("options", options=asdict(options)))

    def add_segment(self, uid: str, segment: Segment) -> None:
        """Keep a finished segment. When this returns, it is on disk."""
        self._append(uid, self._event("segment", segment=segment_to_json(segment)))

    def mark_ended(self, uid: str, state: str, device: str = "") -> None:
        """Note how its transcription ended: ``done``, ``cancelled``, ``failed`` or ``interrupted``.

        One that was cancelled before anything was read is not kept at all.
        """
        with self._lock:
            unread = self._query("SELECT 1 FROM entries WHERE uid = ? AND spans = 0 AND preview = ''", uid)
            if state == "cancelled" and unread:
                self.destroy(uid)
                return
        self._append(uid, self._event("ended", how=state, device=device))

    def add_transcript(self, transcript: Transcript, title: str, uid: str = "", created_s: float | None = None) -> str:
        """Keep a whole transcript at once; returns its uid."""
        uid = uid or new_uid()
        options = TranscribeOptions(language=transcript.language, steps=max(1, transcript.steps), seed=transcript.seed)
        begun = self._event("begun", source=transcript.source, title=title, recorded=False, session="")
        opened = self._event(
            "opened",
            **{"model": transcript.model, "device": transcript.device, "options": asdict(options), "session": ""},
            **{"duration": transcript.duration_s, "spans": len({segment.index for segment in transcript.segments})},
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
        """What a process that has died left unfinished, oldest first: to be offered at the start."""
        return [entry for entry in self.entries(self.find(EntryQuery(order="oldest"))) if entry.state == "interrupted"]

    def options(self, uid: str) -> TranscribeOptions:
        """What its last segment was transcribed with."""
        (chosen,) = self._query_one("SELECT options FROM entries WHERE uid = ?", uid)
        known = {**asdict(TranscribeOptions()), **json.loads(chosen)}
        return TranscribeOptions(**{name: known[name] for name in asdict(TranscribeOptions())})

    def finished_segments(self, uid: str) -> tuple[Segment, ...]:
        """The segments that are done, as the model wrote them, whatever was corrected since."""
        found: dict[int, Segment] = {}
        for record in self._events(uid):
            if record.get("is") == "again":
                found = {}
            elif record.get("is") == "segment":
                segment = segment_from_json(record["segment"])
                found[segment.index] = segment
        return tuple(found[index] for index in sorted(found))

    # --- what a person does with it

    def edit(self, uid: str, before: Sequence[Segment], after: Sequence[Segment], label: str = "") -> None:
        """Keep a correction: the segments as they were shown, and as they are now. ``what`` names it for a person.

        Segments that were finished meanwhile stay. Raises ``LibraryError`` where the changed ones are no longer as shown.
        """
        change = find_splice(before, after)
        if change is None:
            return
        gone = [canonical_json(segment) for segment in change.removed]
        with self._lock:
            bodies = self._segment_bodies(uid)
            place = find_run(bodies, gone, change.index)
            if place is None:
                raise LibraryError(
                    "This correction could not be kept.",
                    "The text was changed in another window meanwhile.",
                    "Please open the transcript again and repeat it.",
                )
            removed, added = list(map(segment_to_json, change.removed)), list(map(segment_to_json, change.added))
            self._append(uid, self._event("edited", what=label, place=place, removed=removed, added=added))

    def edits(self, uid: str) -> list[tuple[float, str, Splice]]:
        """All corrections so far, first to last: when (seconds since 1970), what, and the change, which can be undone."""
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
        """Give an entry these tags and no others."""
        self._append(uid, self._event("tagged", tags=sorted({tag.strip() for tag in tags if tag.strip()})))

    def relink(self, uid: str, source: Path) -> None:
        """Note where the source is now."""
        self._append(uid, self._event("moved", source=str(source)))

    def delete(self, uids: Iterable[str]) -> None:
        """Put entries aside; ``restore`` brings them back until they are purged."""
        for uid in uids:
            self._append(uid, self._event("deleted"))

    def restore(self, uids: Iterable[str]) -> None:
        for uid in uids:
            self._append(uid, self._event("restored"))

    def purge(self, older_than_s: float = DELETED_RETENTION_S) -> list[str]:
        """Destroy what was deleted longer ago than that; returns the uids. Recordings and sources are not touched."""
        before_s = self._clock() - older_than_s
        gone = [uid for (uid,) in self._query("SELECT uid FROM entries WHERE deleted_s <= ?", before_s)]
        for uid in gone:
            self.destroy(uid)
        return gone

    def destroy(self, uid: str) -> None:
        """Take an entry out of the library for good."""
        with self._lock:
            self._database.destroy(Journal(self._journal_folder / f"{uid}{JOURNAL_SUFFIX}"))

    # --- finding and reading

    def find(self, wanted: EntryQuery) -> list[str]:
        """The uids of all entries that match, in order."""
        where: list[str] = ["deleted_s IS NOT NULL" if wanted.deleted else "deleted_s IS NULL"]
        values: list[object] = []
        for condition, value in (
            ("language = ?", wanted.language),
            ("model = ?", wanted.model),
            ("created_s >= ?", wanted.since_s),
            ("created_s < ?", wanted.until_s),
            ("id IN (SELECT entry FROM tags WHERE tag = ?)", wanted.tag),
        ):
            if value is not None:
                where.append(condition)
                values.append(value)
        asked = fts_terms(wanted.text)
        if wanted.text.strip() and not asked:
            return []
        for term in asked:
            where.append(f"id IN (SELECT DISTINCT rowid >> {SEGMENT_BITS} FROM found WHERE found MATCH ?)")
            values.append(term)
        query = f"SELECT uid FROM entries WHERE {' AND '.join(where)} ORDER BY {ORDER_SQL[wanted.order]}"
        return [uid for (uid,) in self._query(query, *values)]

    def entries(self, uids: Sequence[str]) -> list[Entry]:
        """These entries, in the order asked for; those that are gone are left out."""
        found: dict[str, Entry] = {}
        for start in range(0, len(uids), QUERY_BATCH):
            some = uids[start : start + QUERY_BATCH]
            places = ",".join("?" * len(some))
            rows = self._query(
                f"""SELECT uid, title, source, recorded, language, model, device, options, duration_s, spans, state, session,
                        created_s, changed_s, deleted_s, preview,
                        (SELECT json_group_array(tag) FROM tags WHERE entry = entries.id)
                    FROM entries WHERE uid IN ({places})""",
                *some,
            )
            found |= {row[0]: self._entry_from_row(row) for row in rows}
        return [found[uid] for uid in uids if uid in found]

    def entry(self, uid: str) -> Entry:
        """One entry; raises ``LibraryError`` where there is none."""
        for entry in self.entries([uid]):
            return entry
        raise _missing_entry_error()

    def has(self, uid: str) -> bool:
        """Whether there is such an entry."""
        return bool(self._query("SELECT 1 FROM entries WHERE uid = ?", uid))

    def hits(self, uid: str, text: str) -> list[SearchHit]:
        """The segments of an entry in which any of the searched words are."""
        asked = fts_terms(text)
        if not asked:
            return []
        (entry,) = self._query_one("SELECT id FROM entries WHERE uid = ?", uid)
        first, behind = entry << SEGMENT_BITS, (entry + 1) << SEGMENT_BITS
        matching = self._query(
            "SELECT rowid FROM found WHERE found MATCH ? AND rowid > ? AND rowid < ?", " OR ".join(asked), first, behind
        )
        wanted = {row for (row,) in matching}
        rows = self._query("SELECT id, body FROM segments WHERE entry = ? ORDER BY position", entry)
        segments = [(row, n, segment_from_json(json.loads(body))) for n, (row, body) in enumerate(rows)]
        return [SearchHit(n, segment.start_s, segment.text) for row, n, segment in segments if row in wanted]

    def transcript(self, uid: str) -> Transcript:
        """An entry's transcript as it stands, corrections and all; raises ``LibraryError`` where there is none."""
        with self._lock:
            entry, options = self.entry(uid), self.options(uid)
            segments = tuple(segment_from_json(json.loads(body)) for body in self._segment_bodies(uid))
        return Transcript(
            str(entry.source), entry.language, entry.duration_s, entry.model, entry.device, options.steps,
            options.seed, segments,
        )  # fmt: skip

    def distinct(self, column: str) -> list[str]:
        """All values that entries have for ``language``, ``model`` or ``tag``: what there is to filter by."""
        query = {
            "language": "SELECT DISTINCT language FROM entries WHERE deleted_s IS NULL ORDER BY 1",
            "model": "SELECT DISTINCT model FROM entries WHERE deleted_s IS NULL AND model <> '' ORDER BY 1",
            "tag": "SELECT DISTINCT tag FROM tags JOIN entries ON id = entry WHERE deleted_s IS NULL ORDER BY 1",
        }[column]
        return [value for (value,) in self._query(query)]

    # --- how

    def _event(self, kind: str, **content: object) -> JournalEvent:
        return {"is": kind, "at": round(self._clock(), 3), **content}

    def _append(self, uid: str, *records: JournalEvent) -> None:
        """The one way anything is changed: on disk first, then in the database."""
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
        query = "SELECT body FROM segments JOIN entries ON entry = entries.id WHERE uid = ? ORDER BY position"
        return [body for (body,) in self._query(query, uid)]

    def _query(self, query: str, *values: object) -> list[tuple]:
        def fetch(db: sqlite3.Connection) -> list[tuple]:
            with closing(db.execute(query, values)) as cursor:
                return cursor.fetchall()

        with self._lock:
            return self._database.run(fetch)

    def _query_one(self, query: str, uid: str) -> tuple:
        for row in self._query(query, uid):
            return row
        raise _missing_entry_error()

    def _entry_from_row(self, row: tuple) -> Entry:
        uid, title, source, recorded, language, model, device, options, duration_s, spans, state, session, *rest = row
        created_s, changed_s, deleted_s, preview, tags = rest
        if state in ("waiting", "running") and not self._process_lock.is_alive(session):
            state = "interrupted"
        steps = json.loads(options).get("steps", 0)
        named = tuple(sorted(json.loads(tags)))
        return Entry(
            uid, title, Path(source), bool(recorded), language, model, device, steps, duration_s, spans, state, created_s,
            changed_s, deleted_s, named, preview,
        )  # fmt: skip


def _missing_entry_error() -> LibraryError:
    return LibraryError("This transcript is no longer in your library.", "It was deleted meanwhile.", "")
