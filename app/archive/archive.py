"""An archive: a folder of sound, the folder of its texts, and the run that makes the one of the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from time import perf_counter
from typing import TextIO

from app.atomic_write import atomic_write
from app.errors import ArchiveError
from app.library.export import json_document
from app.transcript.model import Transcript

from .group_transcription import FileResult
from .manifest import MANIFEST, Manifest, ManifestEntry
from .outputs import is_of_the_name, read_output, write_outputs
from .plan import GROUP_S, Group, Plan, PlannedFile, Todo, keep_groups
from .settings import ArchiveSettings, settings_key
from .source_folder import SourceFolder
from .temporary_database import TemporaryDatabase

REPORT = "report.txt"
ASIDE = "CREATE TABLE text (sha256 TEXT PRIMARY KEY, document BLOB, error TEXT) WITHOUT ROWID"

TranscribeGroups = Callable[[Iterable[Group]], Iterable[FileResult]]
"""Transcribes groups, in any order: here or on other machines."""


@dataclass
class ArchiveRun:
    """One run over a plan. Everything is written by this process, so that each output is written once.

    An output is written first, then the file's line of the manifest: what has no line is done again.
    """

    folder: SourceFolder
    manifest: Manifest
    settings: ArchiveSettings
    formats: Sequence[str]
    plan: Plan
    finished: int = 0
    finished_s: float = 0.0
    """Seconds of sound transcribed."""
    work_s: float = 0.0
    failed: int = 0
    words: int = 0
    began: float = field(default_factory=perf_counter)
    _aside: TemporaryDatabase = field(default_factory=lambda: TemporaryDatabase(ASIDE))
    """Texts that were replaced while another file of the plan needed them."""

    @property
    def into(self) -> Path:
        """The folder of the outputs."""
        return self.manifest.path.parent

    @property
    def total(self) -> int:
        """Files that this run has to do with."""
        return self.plan.count(Todo.TRANSCRIBE, Todo.REUSE, Todo.COPY, Todo.UNREADABLE)

    @property
    def complete(self) -> bool:
        """Whether all of them are done or have failed."""
        return self.finished == self.total

    @property
    def elapsed_s(self) -> float:
        return perf_counter() - self.began

    @property
    def left_s(self) -> float | None:
        """Seconds that the rest will take at the speed so far; None while too little is done to tell."""
        if self.finished_s < max(0.001, min(GROUP_S, 0.05 * self.plan.wanted_s)):
            return None
        return max(0.0, self.plan.wanted_s - self.finished_s) * self.elapsed_s / self.finished_s

    def run(self, transcribe_groups: TranscribeGroups) -> Generator[ManifestEntry]:
        """Do what the plan says, and yield the entry of each file whose outputs are written. Closing it keeps what is done.

        Raises:
            ArchiveError: the outputs cannot be written.
            ModelError: the model cannot be used.
            DeviceError: the device cannot be used.
        """
        try:
            keep_groups(self.plan, self.into)
            for file in self.plan.files(Todo.UNREADABLE):
                yield self._keep(ManifestEntry(file.path, self.folder.address, error=file.error, retry=True))
            for file in self.plan.files(Todo.REUSE):
                yield self._reuse(file)
            for result in transcribe_groups(self.plan.groups()) if self.plan.group_count else ():
                yield self._store(result)
            for file in self.plan.files(Todo.COPY):
                yield self._reuse(file)
        except OSError as error:
            raise ArchiveError(
                "The texts could not be written to {folder}.",
                "{reason}.",
                "Make room or make it writable, and start again: what is done stays.",
                folder=self.into,
                reason=error.strerror or error,
            ) from error

    def _store(self, result: FileResult) -> ManifestEntry:
        if result.transcript is not None:
            self.finished_s += result.file.duration_s
            self.work_s += result.seconds
        return self._write(result.file, result.transcript, result.error, result.retry, result.seconds)

    def _reuse(self, file: PlannedFile) -> ManifestEntry:
        """Give a file the text, or the failure, of one of the same content."""
        return self._write(file, *self._text_of(file.sha256), 0.0)

    def _text_of(self, sha256: str) -> tuple[Transcript | None, str, bool]:
        """The text of a content that an earlier file had, or why there is none, and whether another try may succeed."""
        row = self._aside.execute("SELECT document, error FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        if row is not None:
            return (json_document.read(row[0]) if row[0] else None), row[1], False
        known = self.manifest.of_content(sha256, self.settings.key)
        if known is None:
            return None, "The file of the same content was not transcribed.", True
        if known.error:
            return None, known.error, False
        transcript = read_output(self.into, known.outputs)
        if transcript is None:
            return None, f"The text in {known.outputs[0]} can no longer be read; delete it and start again.", True
        return transcript, "", False

    def _write(
        self, file: PlannedFile, transcript: Transcript | None, error: str, retry: bool, seconds: float
    ) -> ManifestEntry:
        entry = ManifestEntry(
            file.path,
            self.folder.address,
            file.sha256,
            file.size_bytes,
            file.version,
            file.duration_s,
            settings=self.settings.body,
            seconds=round(seconds, 3),
            error=error,
            retry=retry,
        )
        self._give_up_earlier(file)
        if transcript is None:
            return self._keep(entry)
        try:
            outputs = write_outputs(self.into, file.path, transcript, self.formats)
        except OSError as failure:
            if not is_of_the_name(failure):
                raise
            return self._keep(replace(entry, error=f"Its text cannot be written: {failure.strerror}.", retry=True))
        return self._keep(
            replace(
                entry,
                duration=round(transcript.duration_s, 3),
                model=transcript.model,
                device=transcript.device,
                words=sum(len(segment.words) for segment in transcript.segments),
                warnings=tuple(map(str, transcript.warnings)),
                outputs=outputs,
                error="",
                retry=False,
            )
        )

    def _give_up_earlier(self, file: PlannedFile) -> None:
        """Void the entry of a name whose outputs are of another content or of other settings, before they are replaced.

        Nobody may take the new ones for those of that content, whenever this run ends. What another file of the plan needs of
        the old ones is set aside.
        """
        earlier = self.manifest.of_path(file.path)
        if earlier is None or not earlier.outputs:
            return
        key = settings_key(earlier.settings)
        if (earlier.sha256, key) == (file.sha256, self.settings.key):
            return
        if key == self.settings.key and self.plan.reuses(earlier.sha256):
            transcript, error, retry = self._text_of(earlier.sha256)
            if not retry:
                document = json_document.write(transcript).encode("utf-8", "replace") if transcript else None
                self._aside.execute("REPLACE INTO text VALUES (?, ?, ?)", (earlier.sha256, document, error))
        self.manifest.add(
            replace(earlier, outputs=(), error="Its text was being replaced when the run ended.", retry=True)
        )

    def _keep(self, entry: ManifestEntry) -> ManifestEntry:
        self.manifest.add(entry)
        self.finished += 1
        self.failed += bool(entry.error)
        self.words += entry.words
        return entry

    def finish(self) -> None:
        """Tidy the manifest and write the report. Raises ``ArchiveError``."""
        try:
            with (
                atomic_write(self.into / REPORT) as temporary,
                temporary.open("w", encoding="utf-8", errors="backslashreplace") as report,
            ):
                self._write_report(report)
            self.manifest.tidy(self._is_kept)
        except OSError as error:
            raise ArchiveError(
                "The report could not be written to {folder}.",
                "{reason}.",
                folder=self.into,
                reason=error.strerror or error,
            ) from error

    def _is_kept(self, entry: ManifestEntry) -> bool:
        """Not the failure of a file that is no longer there."""
        return not entry.error or entry.folder != self.folder.address or self.plan.has(entry.file)

    def _write_report(self, report: TextIO) -> None:
        """What the archive has, by its manifest, and every failure on a line of its own."""
        texts = failed = warned = words = 0
        sound_s = work_s = 0.0
        devices: set[str] = set()
        with ExitStack() as opened:
            failures, warnings = (
                opened.enter_context(TemporaryFile("w+", encoding="utf-8", errors="backslashreplace")) for _ in range(2)
            )
            for entry in filter(self._is_kept, self.manifest.entries()):
                name = entry.file.replace("\n", "\\n").replace("\r", "\\r")
                if entry.error:
                    failed += 1
                    failures.write(f"  {name}: {entry.error}\n")
                    continue
                texts += 1
                sound_s += entry.duration
                words += entry.words
                work_s += entry.seconds
                devices.add(f"{entry.model} on {entry.device}")
                for warning in entry.warnings:
                    warned += 1
                    warnings.write(f"  {name}: {warning}\n")
            report.write(
                f"{self.folder.address}\n"
                f"{texts} of {texts + failed} files have a text: {words} words, {hours_text(sound_s)} of sound\n"
                f"by {', '.join(sorted(devices)) or 'no model'}; {hours_text(work_s)} of work\n"
                f"every file, its settings and its outputs: {MANIFEST}\n"
            )
            for title, count, lines in (("Without a text", failed, failures), ("With a warning", warned, warnings)):
                if count:
                    report.write(f"\n{title}: {count}\n")
                    lines.seek(0)
                    copyfileobj(lines, report)


def hours_text(seconds: float) -> str:
    """``45 s``, ``12 min`` or ``3.4 h``."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 100 * 60 else f"{seconds / 3600:.1f} h"
