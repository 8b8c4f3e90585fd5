"""Time that the app takes to start, and what it imports meanwhile: ``anneal bench startup``. Needs neither Qt nor torch.

Each start is a process of its own, as a user would start it. Times come from starts without instruments; one more, with
``-X importtime``, yields the tree of imports.
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
    "window": ("-m", f"{__package__}.window_start"),
}
"""Arguments of Python by kind of start; the window is drawn off screen, and closed as soon as it is shown."""
IMPORT_ROOT = Path(__file__).parents[2]
"""The folder that ``app`` is imported from."""
_IMPORT_LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)$")


@dataclass(frozen=True)
class Import:
    """One module and the modules that it imported first."""

    name: str
    self_us: int
    total_us: int
    """Including its children."""
    children: tuple[Import, ...] = ()

    def walk(self) -> Iterator[Import]:
        """Yield this import and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class StartMeasurement:
    """Times and imports of one kind of start; its field names are keys of the JSON document."""

    name: str
    wall_s: tuple[float, ...]
    """Until its process ended; for the window until it was on screen."""
    cpu_s: tuple[float, ...]
    """User and system time of its process; 0 on Windows, which does not report them."""
    imports: tuple[Import, ...]
    """The roots of the trees, in the order in which they ended."""

    @property
    def modules(self) -> int:
        return sum(1 for root in self.imports for _ in root.walk())

    def packages(self) -> list[tuple[str, float]]:
        """Return the top-level packages and the ms that their own modules took, the longest first."""
        self_us: Counter[str] = Counter()
        for root in self.imports:
            for module in root.walk():
                self_us[module.name.partition(".")[0]] += module.self_us
        return [(name, us / 1000) for name, us in self_us.most_common()]


def measure(name: str, rounds: int) -> StartMeasurement:
    """Start ``rounds`` times, and once more for the imports. Raises ``AnnealError`` where a start fails."""
    if getattr(sys, "frozen", False):
        raise AnnealError("Only an installation with Python can be measured.", "This is a bundle.", "Use the package.")
    times = [_time_start(START_ARGUMENTS[name]) for _ in range(rounds)]
    imports = parse_importtime(_run_python(("-X", "importtime", *START_ARGUMENTS[name])).stderr)
    return StartMeasurement(name, tuple(wall for wall, _ in times), tuple(cpu for _, cpu in times), imports)


def parse_importtime(log: str) -> tuple[Import, ...]:
    """Parse the output of ``-X importtime`` into trees: a module's line follows those of its children, one level deeper."""
    pending: dict[int, list[Import]] = {}
    for line in log.splitlines():
        if match := _IMPORT_LINE.match(line):
            depth = len(match[3]) // 2
            children = tuple(pending.pop(depth + 1, ()))
            pending.setdefault(depth, []).append(Import(match[4], int(match[1]), int(match[2]), children))
    return tuple(pending.get(0, ()))


def report_lines(start: StartMeasurement, min_ms: float) -> Iterator[str]:
    """Format times, the packages that cost most, and the tree of imports that took ``min_ms`` or more."""
    walls = ", ".join(f"{wall:.2f}" for wall in start.wall_s)
    yield f"{start.name}: {median(start.wall_s):.2f} s ({walls}), {median(start.cpu_s):.2f} s of CPU"
    costly = ", ".join(f"{name} {ms:.0f} ms" for name, ms in start.packages()[:6])
    yield f"  {start.modules} modules; most of it: {costly}"
    for root in start.imports:
        yield from _tree_lines(root, min_ms, 1)


def json_document(starts: Sequence[StartMeasurement]) -> dict[str, Any]:
    """Return everything as JSON, all imports included."""
    return {"schema": "anneal-startup-1", "python": sys.version, "starts": [asdict(start) for start in starts]}


def _tree_lines(root: Import, min_ms: float, depth: int) -> Iterator[str]:
    if root.total_us >= min_ms * 1000:
        yield f"{'  ' * depth}{root.total_us / 1000:7.1f} ms  {root.name}"
        for child in root.children:
            yield from _tree_lines(child, min_ms, depth + 1)


def _time_start(arguments: Sequence[str]) -> tuple[float, float]:
    """Return the seconds until the process ended (or its window was shown), and its CPU seconds."""
    before, start_s, start_unix_s = os.times(), time.perf_counter(), time.time()
    done = _run_python(arguments)
    wall_s, after = time.perf_counter() - start_s, os.times()
    if done.stdout.startswith("{"):
        wall_s = json.loads(done.stdout)["shown_at_s"] - start_unix_s
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
        errors = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
        raise AnnealError("A start failed.", "{reason}", reason="".join(errors[-1:]))
    return done
