"""Where a model's encoder and backbone lie: in its folder, beside it, or in the hub's cache. Nothing is downloaded here."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from huggingface_hub import constants, snapshot_download
from huggingface_hub.errors import IncompleteSnapshotError

from app.errors import ModelError, translatable

from .adapter.spec import WeightsRef

Component: TypeAlias = Literal["encoder", "backbone"]


def locate_weights(folder: Path, title: str, component: Component, ref: WeightsRef) -> Path:
    """Where the weights of a part of the model in ``folder`` lie.

    A part that names its own folder lies there. Others are looked for in ``folder`` and beside it, under the name of their
    repository or, where no revision is asked for, of their kind; then in the hub's cache. Raises ``ModelError``, with the
    command that gets them.
    """
    if ref.folder is not None:
        return folder / ref.folder
    assert ref.repository is not None  # every spec that was read names one or the other
    own_name = ref.repository.rpartition("/")[2]
    names = (own_name,) if ref.revision else (own_name, component)
    for place in (folder, folder.absolute().parent):
        for name in names:
            if (place / name / "config.json").is_file():
                return place / name
    try:
        return Path(snapshot_download(ref.repository, revision=ref.revision, local_files_only=True))
    except (OSError, ValueError) as absent:  # LocalEntryNotFoundError is both, depending on the cause
        if isinstance(absent, IncompleteSnapshotError) and absent.snapshot_path is not None:
            held = Path(absent.snapshot_path)  # other forms of the same weights may well be missing
            if (held / "config.json").is_file():
                return held
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
            part={"encoder": translatable("encoder"), "backbone": translatable("backbone")}[component],
            model=title,
            repository=ref.repository,
            revision=ref.revision,
            name=own_name,
            other_name=Path(component),
            folder=folder,
            cache=constants.HF_HUB_CACHE,
            download=ref.repository + (f" --revision {ref.revision}" if ref.revision else ""),
        ) from absent
