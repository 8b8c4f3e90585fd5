"""The model that the tests install, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.models.catalog import INTERFAZE_SMALL
from app.models.install.download import Installed, InstallProgress, download
from app.models.install.file_transfer import RetryPolicy
from app.models.install.hub import Hub
from app.models.install.preflight import estimate_download

IMPATIENT = RetryPolicy(
    connect_timeout_s=2, read_timeout_s=0.5, max_tries=3, initial_backoff_s=0.01, max_backoff_s=0.05
)
MODEL = replace(INTERFAZE_SMALL, needs=None)
WHISPER = "openai/whisper-small"
SHARD = "model.safetensors"


def installed_folder(events: Iterator[InstallProgress | Installed]) -> Path:
    """Run an installation to its end and return the model's folder."""
    *_, end = events
    assert isinstance(end, Installed)
    return end.folder


def install_model(hub: Hub, models_folder: Path) -> Path:
    return installed_folder(download(estimate_download(MODEL, hub), hub, models_folder, IMPATIENT))
