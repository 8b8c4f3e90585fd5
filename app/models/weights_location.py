"""Locate the weights of a model's encoder and backbone: in its folder, beside it, or in the hub's cache. No downloads."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from huggingface_hub import constants, snapshot_download
from huggingface_hub.errors import IncompleteSnapshotError

from app.errors import ModelError, translatable

from .adapter.spec import WeightsRef

Component: TypeAlias = Literal["encoder", "backbone", "weights"]


def locate_weights(folder: Path, title: str, component: Component, ref: WeightsRef) -> Path:
    """Return the folder of the weights of an encoder, a backbone or a whole Whisper.

    A reference to a folder is resolved inside the model's. A repository is looked for in the model's folder and beside it,
    under the repository's name or, where no revision is required, the component's; then in the hub's cache.

    Args:
        folder: the model's folder.
        title: the model's title, for the error.
        component: whose weights to locate.
        ref: the model's reference to them.

    Raises:
        ModelError: the weights are not here; names the command that downloads them.
    """
    if ref.folder is not None:
        return folder / ref.folder
    assert ref.repository is not None  # every spec that was read names one or the other
    repository_name = ref.repository.rpartition("/")[2]
    names = (repository_name,) if ref.revision else (repository_name, component)
    for parent in (folder, folder.absolute().parent):
        for name in names:
            if (parent / name / "config.json").is_file():
                return parent / name
    try:
        return Path(snapshot_download(ref.repository, revision=ref.revision, local_files_only=True))
    except (OSError, ValueError) as absent:  # LocalEntryNotFoundError is both, depending on the cause
        if isinstance(absent, IncompleteSnapshotError) and absent.snapshot_path is not None:
            snapshot = Path(absent.snapshot_path)  # lacks other forms of the same weights, which were not downloaded
            if (snapshot / "config.json").is_file():
                return snapshot
        why = (
            translatable(
                "{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is "
                "not in {cache}."
            )
            if ref.revision
            else translatable(
                "{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and "
                "it is not in {cache}."
            )
        )
        raise ModelError(
            "The {part} that {model} needs is not here.",
            why,
            "Download it with `hf download {download}`, or put its folder beside the model.",
            part={
                "encoder": translatable("encoder"),
                "backbone": translatable("backbone"),
                "weights": translatable("Whisper"),
            }[component],
            model=title,
            repository=ref.repository,
            revision=ref.revision,
            name=repository_name,
            other_name=Path(component),
            folder=folder,
            cache=constants.HF_HUB_CACHE,
            download=ref.repository + (f" --revision {ref.revision}" if ref.revision else ""),
        ) from absent
