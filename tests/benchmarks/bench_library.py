"""How long the library takes to search, list, open and be made again with many entries.

    python -m tests.benchmarks.bench_library [--entries 10000] [--segments 12] [--folder FOLDER]

The goal is under 50 ms for a search at 10,000 entries, and no stutter where they are scrolled. Beside the time by the clock
stands the processor's, which other programs do not lengthen as much. A library that is in FOLDER already is taken as it is.
Texts are random words of a language's usual frequencies (Zipf), in Latin, Devanagari and Han, about 25 words a segment.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep, thread_time

from app.library.entry import EntryQuery
from app.library.store import TranscriptStore
from app.transcript.model import Segment, Transcript, Word

WORDS = 20_000


def lexicon(chance: random.Random, letters: str, length: tuple[int, int]) -> list[str]:
    return ["".join(chance.choices(letters, k=chance.randint(*length))) for _ in range(WORDS)]


def transcripts(count: int, segments: int) -> list[Transcript]:
    chance = random.Random(0)
    lexicons = {
        "en": lexicon(chance, "abcdefghijklmnoprstuvw", (2, 9)),
        "hi": lexicon(chance, "कखगघचछजटठडतथदधनपफबभमयरलवशषसह", (2, 5)),
        "zh": lexicon(chance, "".join(chr(0x4E00 + n) for n in range(3000)), (1, 2)),
    }
    weights = list(accumulate(1 / (rank + 1) for rank in range(WORDS)))
    pools = {
        language: [_segment(chance.choices(words, cum_weights=weights, k=25), language) for _ in range(1500)]
        for language, words in lexicons.items()
    }
    made = []
    for number in range(count):
        language = ("en", "en", "hi", "zh")[number % 4]
        model = ("Anneal small", "Large")[number % 2]
        parts = (replace(part, index=n) for n, part in enumerate(chance.sample(pools[language], segments)))
        made.append(
            Transcript(f"/talks/{number}.wav", language, segments * 10.0, model, "cpu, fp32", 16, 0, tuple(parts))
        )
    return made


def _segment(said: list[str], language: str) -> Segment:
    words = tuple(Word(n * 0.4, n * 0.4 + 0.3, word, 0.9, 0.8) for n, word in enumerate(said))
    return Segment(0, 0.0, 10.0, ("" if language == "zh" else " ").join(said), words)


def timed(what: str, work, rounds: int = 9) -> None:
    times, processor, found = [], [], None
    for _ in range(rounds):
        began, worked = perf_counter(), process_time()
        found = work()
        times.append(1000 * (perf_counter() - began))
        processor.append(1000 * (process_time() - worked))
    print(
        f"{what:<44} {median(times):8.1f} ms, best {min(times):8.1f}, slowest {max(times):8.1f};"
        f" processor {median(processor):7.1f} ms; {len(found):6} found",
        flush=True,
    )


def scrolled(folder: Path, frames: int = 300) -> None:
    """Scroll through the library's page, three rows a frame, and then all the way in as many leaps."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.jobs.background_tasks import BackgroundTasks
    from app.jobs.library_worker import LibraryWorker
    from app.library.library import Library
    from app.ui import theme
    from app.ui.library.library_page import LibraryPage

    app = QApplication([])
    theme.install(app, "light")
    background_tasks = BackgroundTasks()
    library_worker = LibraryWorker(background_tasks, Library(folder))
    page = LibraryPage(library_worker)
    page.resize(1000, 800)
    page.show()
    while not page.list.viewport().isVisible() or page.entries.row(page.entries.index(0)) is None:
        app.processEvents()
        sleep(0.005)
    bar = page.list.verticalScrollBar()
    for what, step in (
        ("three rows a frame", 3 * page.list.sizeHintForRow(0)),
        ("from end to end", bar.maximum() // frames),
    ):
        bar.setValue(0)
        times, processor = [], []
        for _ in range(frames):
            began, worked = perf_counter(), thread_time()
            bar.setValue(bar.value() + step)
            page.list.viewport().repaint()
            app.processEvents()
            times.append(1000 * (perf_counter() - began))
            processor.append(1000 * (thread_time() - worked))
            sleep(max(0.0, 1 / 60 - (perf_counter() - began)))
        print(
            f"scrolling {what}: a frame takes {median(times):.1f} ms, slowest {max(times):.1f};"
            f" of the window's thread {median(processor):.1f} ms, slowest {max(processor):.1f}",
            flush=True,
        )
    page.close()
    background_tasks.shut_down(60_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--segments", type=int, default=12)
    parser.add_argument("--folder", type=Path, help="where the library is, or is to be made and left")
    choice = parser.parse_args()
    said = transcripts(choice.entries, choice.segments)
    with ExitStack() as until_the_end:
        folder = choice.folder or Path(until_the_end.enter_context(tempfile.TemporaryDirectory())) / "library"
        if not folder.exists():
            fill(folder, said)
        measure(folder, said)
        scrolled(folder)


def fill(folder: Path, said: list[Transcript]) -> None:
    writer = TranscriptStore(folder)
    journals = folder / "journals"
    began = perf_counter()
    for number, transcript in enumerate(said[:100]):
        writer.add_transcript(transcript, f"Talk {number}", created_s=1.6e9 + number)
    print(f"adding an entry: {1000 * (perf_counter() - began) / min(100, len(said)):.1f} ms")
    template = next(iter(journals.iterdir()))
    assert template.stat().st_size > 0
    for number, transcript in enumerate(said[100:], 100):  # the same journals without waiting for the disk each time
        records = [
            writer._event("begun", source=transcript.source, title=f"Talk {number}", recorded=False, session=""),
            writer._event(
                "opened", model=transcript.model, device=transcript.device, duration=transcript.duration_s,
                spans=len(transcript.segments), session="", options={"language": transcript.language, "steps": 16},
            ),
            *(writer._event("segment", segment=_packed(segment)) for segment in transcript.segments),
            writer._event("ended", how="done", device=""),
        ]  # fmt: skip
        (journals / f"talk-{number:05}.jsonl").write_bytes(_lines([{**r, "at": 1.6e9 + number} for r in records]))
    writer.close()
    began = perf_counter()
    store = TranscriptStore(folder)
    print(f"making the database of {len(said)} journals: {perf_counter() - began:.1f} s")
    store.close()


def measure(folder: Path, said: list[Transcript]) -> None:
    began = perf_counter()
    store = TranscriptStore(folder)
    print(
        f"opening: {1000 * (perf_counter() - began):.0f} ms; {(folder / 'library.sqlite3').stat().st_size / 1e6:.0f} MB"
    )
    frequent = said[0].segments[0].words
    rare = max((word.text for word in frequent), key=len)
    common = {t.language: max(set(" ".join(s.text for s in t.segments).split()), key=len) for t in said[:4]}
    timed("everything", lambda: store.find(EntryQuery()))
    timed("everything by title", lambda: store.find(EntryQuery(order="title")))
    for typed in (
        "a", "ab", rare, rare[:3], f"{rare} {frequent[0].text}", "the most frequent word", said[0].segments[0].text[:30],
        f'"{frequent[0].text} {frequent[1].text}"', common["hi"], common["hi"][:1], said[3].segments[0].text[0],
        said[3].segments[0].text[:2], said[3].segments[0].text[:4], "Talk 77",
    ):  # fmt: skip
        timed(f"search {typed!r}", lambda typed=typed: store.find(EntryQuery(typed)))
    timed("search and filters", lambda: store.find(EntryQuery("ab", language="en", model="Large", since_s=1.6e9 + 99)))
    uids = store.find(EntryQuery())
    timed("a page of 100 entries", lambda: store.entries(uids[5000:5100]))
    timed("all entries", lambda: store.entries(uids))
    timed("a transcript", lambda: store.transcript(uids[17]).segments)
    timed("where in a transcript", lambda: store.hits(uids[-1], "a"))
    store.close()


def _packed(segment: Segment) -> dict:
    from app.library.journal_events import segment_to_json

    return segment_to_json(segment)


def _lines(records: list[dict]) -> bytes:
    from app.library.journal import _encode as lines

    return lines(records)


if __name__ == "__main__":
    main()
