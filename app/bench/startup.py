"""How long the app takes to start, and what it imports for it: ``anneal bench startup``. Needs neither Qt nor torch itself.

Each start is a process of its own, as a person would start it. Times come from starts that nobody looks into; one more, with
``-X importtime``, tells what was imported by whom.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from app.errors import AnnealError

START_ARGUMENTS = {
    "anneal --version": ("-m", "app", "--version"),
    "anneal transcribe --help": ("-m", "app", "transcribe", "--help"),
    "window": ("-m", f"{__package__}.ui_latency"),
}
"""Arguments of Python by what is started; the window is drawn on no screen, and gone as soon as it is there."""
IMPORT_ROOT = Path(__file__).parents[2]
"""From where ``app`` is imported."""
_IMPORT_LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)$")


@dataclass(frozen=True)
class Import:
    name: str
    self_us: int
    total_us: int
    """With what it imported first."""
    children: tuple[Import, ...] = ()

    def walk(self) -> Iterator[Import]:
        """This one and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class StartMeasurement:
    name: str
    wall_s: tuple[float, ...]
    """Until its process ended; for the window until it was on screen."""
    cpu_s: tuple[float, ...]
    """What its process computed in all, the system's share included; nought on Windows, which does not say."""
    imports: tuple[Import, ...]
    """Those that nobody else imported, in the order of their end."""

    @property
    def modules(self) -> int:
        return sum(1 for root in self.imports for _ in root.walk())

    def packages(self) -> list[tuple[str, float]]:
        """Top-level packages and the ms that their own modules took, the longest first."""
        taken_us: Counter[str] = Counter()
        for root in self.imports:
            for each in root.walk():
                taken_us[each.name.partition(".")[0]] += each.self_us
        return [(name, us / 1000) for name, us in taken_us.most_common()]


def measure(name: str, rounds: int) -> StartMeasurement:
    """Start that often, and once more for the imports; raises ``AnnealError`` where a start fails."""
    if getattr(sys, "frozen", False):
        raise AnnealError("Only an installation with Python can be measured.", "This is a bundle.", "Use the package.")
    taken = [_time_start(START_ARGUMENTS[name]) for _ in range(rounds)]
    told = _run_python(("-X", "importtime", *START_ARGUMENTS[name])).stderr
    return StartMeasurement(
        name, tuple(wall for wall, _ in taken), tuple(cpu for _, cpu in taken), parse_importtime(told)
    )


def parse_importtime(told: str) -> tuple[Import, ...]:
    """What Python said about its imports, as trees: each line comes after those of what it imported, one level deeper."""
    waiting: dict[int, list[Import]] = {}
    for line in told.splitlines():
        if found := _IMPORT_LINE.match(line):
            depth = len(found[3]) // 2
            children = tuple(waiting.pop(depth + 1, ()))
            waiting.setdefault(depth, []).append(Import(found[4], int(found[1]), int(found[2]), children))
    return tuple(waiting.get(0, ()))


def report_lines(start: StartMeasurement, least_ms: float) -> Iterator[str]:
    """For people: times, the packages that cost most, and the tree of imports that took so many ms or more."""
    walls = ", ".join(f"{wall:.2f}" for wall in start.wall_s)
    yield f"{start.name}: {median(start.wall_s):.2f} s ({walls}), {median(start.cpu_s):.2f} s of CPU"
    costly = ", ".join(f"{name} {ms:.0f} ms" for name, ms in start.packages()[:6])
    yield f"  {start.modules} modules; most of it: {costly}"
    for root in start.imports:
        yield from _tree_lines(root, least_ms, 1)


def json_document(starts: Sequence[StartMeasurement]) -> dict[str, Any]:
    """Everything as JSON, the whole graph of imports included."""
    return {"schema": "anneal-startup-1", "python": sys.version, "starts": [asdict(start) for start in starts]}


def _tree_lines(root: Import, least_ms: float, depth: int) -> Iterator[str]:
    if root.total_us >= least_ms * 1000:
        yield f"{'  ' * depth}{root.total_us / 1000:7.1f} ms  {root.name}"
        for child in root.children:
            yield from _tree_lines(child, least_ms, depth + 1)


def _time_start(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds until it was done (or on screen), and those of CPU."""
    before, began_s, began_at_s = os.times(), time.perf_counter(), time.time()
    done = _run_python(arguments)
    wall_s, after = time.perf_counter() - began_s, os.times()
    if done.stdout.startswith("{"):
        wall_s = json.loads(done.stdout)["shown_at_s"] - began_at_s
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    return wall_s, cpu_s


def _run_python(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=IMPORT_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
        raise AnnealError("A start failed.", "{reason}", reason="".join(said[-1:]))
    return done
