"""Rows of the model list, and which of them the page of a running task belongs to."""

from __future__ import annotations

from app.jobs.model_tasks import ModelTask
from app.models.inventory import ModelEntry
from app.ui.formatting import percent, size_text

from . import texts
from .model_list import ModelRow

IMPORT_ROW = "\0import"
"""Name of the row for a folder that is being imported; no model can have it."""
STATES_WITH_PAGE = {"download": ("running", "paused", "failed"), "import": ("running",), "verify": ("running",)}
"""By kind of task. Deleting has no page, as it takes a moment."""


def has_progress_page(task: ModelTask) -> bool:
    return task.state in STATES_WITH_PAGE.get(task.kind, ())


def row_name(task: ModelTask) -> str:
    """Return the name of the row that the progress page of ``task`` belongs to."""
    return IMPORT_ROW if task.kind == "import" else task.name


def progress_share(task: ModelTask) -> float:
    """Return how much of a task is done, 0 to 1."""
    progress = task.progress
    return progress.done_bytes / progress.total_bytes if progress is not None and progress.total_bytes else 0.0


def list_rows(entries: list[ModelEntry], task: ModelTask | None, in_use: str, loaded: bool) -> list[ModelRow]:
    """Return a row for every model, and one for a folder that is being imported.

    Args:
        entries: All models.
        task: What is being done to one of them, or was done last.
        in_use: Name of the model that the settings choose.
        loaded: Whether that model is ready.
    """
    rows = [_model_row(entry, task, entry.name == in_use, loaded) for entry in entries]
    if task is not None and task.kind == "import" and task.state == "running":
        rows.append(ModelRow(IMPORT_ROW, task.title, texts.task_state_text(task), progress_share(task)))
    return rows


def _model_row(entry: ModelEntry, task: ModelTask | None, in_use: bool, loaded: bool) -> ModelRow:
    if task is not None and task.kind == "download" and task.name == entry.name and has_progress_page(task):
        state, share = texts.task_state_text(task), progress_share(task)
    elif entry.partial is not None:
        state, share = texts.paused_text(), entry.partial.received_bytes / max(1, entry.partial.total_bytes)
    else:
        state = texts.model_state_text(entry, in_use, loaded)
        return ModelRow(entry.name, entry.title, f"{state} · {size_text(entry.size_bytes)}")
    return ModelRow(entry.name, entry.title, f"{state} · {percent(share)}", share)
