"""The rows of the list of models: what stands in each, and which of them a piece of work belongs to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.jobs.model_tasks import Work
from app.models.inventory import Shelved
from app.ui.formatting import percent, size_text

from .model_list import Line

IMPORT = "\0import"
"""Stands in the list for a folder that is being imported."""
PAGE_STATES = {"download": ("running", "paused", "failed"), "import": ("running",), "verify": ("running",)}


def has_page(work: Work) -> bool:
    """Whether a page of its own tells of it: not of what is done, nor of what takes a moment."""
    return work.state in PAGE_STATES.get(work.kind, ())


def row_of(work: Work) -> str:
    """The name of the row whose page tells of it."""
    return IMPORT if work.kind == "import" else work.name


def share_of(work: Work) -> float:
    progress = work.progress
    return progress.done_bytes / progress.total_bytes if progress is not None and progress.total_bytes else 0.0


def lines_of(entries: list[Shelved], work: Work | None, in_use: str, loaded: bool) -> list[Line]:
    """A row for every model, and one for what is being imported; ``in_use`` is the chosen model, ``loaded`` if it runs."""
    lines = [_line(entry, work, in_use, loaded) for entry in entries]
    if work is not None and work.kind == "import" and work.state == "running":
        importing = QCoreApplication.translate("Models", "importing")
        lines.append(Line(IMPORT, work.title, importing, share_of(work)))
    return lines


def _line(entry: Shelved, work: Work | None, in_use: str, loaded: bool) -> Line:
    share = None
    if work is not None and work.kind == "download" and work.name == entry.name and has_page(work):
        share = share_of(work)
        state = {
            "running": QCoreApplication.translate("Models", "downloading"),
            "paused": QCoreApplication.translate("Models", "paused"),
            "failed": QCoreApplication.translate("Models", "stopped"),
        }[work.state]
        state = f"{state} · {percent(share)}"
    elif entry.begun is not None:
        share = entry.begun.have_bytes / max(1, entry.begun.total_bytes)
        state = f"{QCoreApplication.translate('Models', 'paused')} · {percent(share)}"
    else:
        size = size_text(entry.size_bytes)
        state = f"{_standing(entry, entry.name == in_use, loaded)} · {size}"
    return Line(entry.name, entry.title, state, share)


def _standing(entry: Shelved, in_use: bool, loaded: bool) -> str:
    if in_use:
        return (
            QCoreApplication.translate("Models", "in use") if loaded else QCoreApplication.translate("Models", "chosen")
        )
    if entry.folder is None:
        return QCoreApplication.translate("Models", "not installed")
    return QCoreApplication.translate("Models", "installed")
