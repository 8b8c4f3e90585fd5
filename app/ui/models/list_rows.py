"""The rows of the list of models: what stands in each, and which of them a piece of work belongs to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.jobs.model_tasks import ModelTask
from app.models.inventory import ModelEntry
from app.ui.formatting import percent, size_text

from .model_list import ModelRow

IMPORT_ROW = "\0import"
"""Stands in the list for a folder that is being imported."""
STATES_WITH_PAGE = {"download": ("running", "paused", "failed"), "import": ("running",), "verify": ("running",)}


def has_progress_page(task: ModelTask) -> bool:
    """Whether a page of its own tells of it: not of what is done, nor of what takes a moment."""
    return task.state in STATES_WITH_PAGE.get(task.kind, ())


def row_name(task: ModelTask) -> str:
    """The name of the row whose page tells of it."""
    return IMPORT_ROW if task.kind == "import" else task.name


def progress_share(task: ModelTask) -> float:
    progress = task.progress
    return progress.done_bytes / progress.total_bytes if progress is not None and progress.total_bytes else 0.0


def list_rows(entries: list[ModelEntry], task: ModelTask | None, in_use: str, loaded: bool) -> list[ModelRow]:
    """A row for every model, and one for what is being imported; ``portaudio_lock`` is the chosen model, ``loaded`` if
    it runs."""
    lines = [_model_row(entry, task, in_use, loaded) for entry in entries]
    if task is not None and task.kind == "import" and task.state == "running":
        importing = QCoreApplication.translate("Models", "importing")
        lines.append(ModelRow(IMPORT_ROW, task.title, importing, progress_share(task)))
    return lines


def _model_row(entry: ModelEntry, task: ModelTask | None, in_use: str, loaded: bool) -> ModelRow:
    share = None
    if task is not None and task.kind == "download" and task.name == entry.name and has_progress_page(task):
        share = progress_share(task)
        state = {
            "running": QCoreApplication.translate("Models", "downloading"),
            "paused": QCoreApplication.translate("Models", "paused"),
            "failed": QCoreApplication.translate("Models", "stopped"),
        }[task.state]
        state = f"{state} · {percent(share)}"
    elif entry.partial is not None:
        share = entry.partial.received_bytes / max(1, entry.partial.total_bytes)
        state = f"{QCoreApplication.translate('Models', 'paused')} · {percent(share)}"
    else:
        size = size_text(entry.size_bytes)
        state = f"{_state_text(entry, entry.name == in_use, loaded)} · {size}"
    return ModelRow(entry.name, entry.title, state, share)


def _state_text(entry: ModelEntry, in_use: bool, loaded: bool) -> str:
    if in_use:
        return (
            QCoreApplication.translate("Models", "in use") if loaded else QCoreApplication.translate("Models", "chosen")
        )
    if entry.folder is None:
        return QCoreApplication.translate("Models", "not installed")
    return QCoreApplication.translate("Models", "installed")
