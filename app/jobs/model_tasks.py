"""Downloads, imports and checks of models, one at a time. They go on while the models dialog is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.models.catalog import CATALOG, CatalogModel
from app.models.inventory import ModelEntry, list_models
from app.models.placement import LoadPlan
from app.models.whisper import MemoryForecast

from .background_tasks import BackgroundTasks
from .job import Job
from .job_slot import JobSlot

if TYPE_CHECKING:
    from app.models.install.download import Installed, InstallProgress
    from app.models.install.file_transfer import RetryPolicy
    from app.models.install.hub import Hub
    from app.models.install.preflight import DownloadEstimate

TaskKind = Literal["download", "import", "verify", "delete", "give up"]
TaskState = Literal["running", "paused", "failed", "done"]


@dataclass(frozen=True)
class ModelTask:
    """A task with the models and how far it is."""

    kind: TaskKind
    name: str
    """Name of the model; for an import, of the folder."""
    title: str
    state: TaskState = "running"
    progress: InstallProgress | None = None
    error: AnnealError | None = None
    folder: Path | None = None
    """Folder of the installed model."""
    freed_bytes: int = 0


@dataclass(frozen=True)
class DownloadOffer:
    """What the hub offers of a model, before anything is downloaded."""

    estimate: DownloadEstimate
    cache_folder: Path
    """Where the files are stored."""
    licence_texts: dict[str, str]
    """Licence text by repository; empty for those without a licence file."""
    partial: bool
    """Whether a download of the model was begun and not finished."""
    agreed: bool
    """Whether the user agreed to exactly these revisions then."""
    signed_in: bool


@dataclass(frozen=True)
class PlacementResult:
    """How a model can run on this machine: a plan, an error if that is unknown, or None for a small model."""

    name: str
    plan: LoadPlan | MemoryForecast | AnnealError | None
    values: tuple[tuple[str, str, str], ...] = ()
    """Name, value and origin of what the model is decoded with; of one that is not installed, what its authors tell."""
    assumptions: tuple[str, ...] = ()
    """What of it is assumed."""


class ModelTasks(QObject):
    """Runs one ``ModelTask`` at a time on a worker thread, whether the dialog is open or not.

    The methods that return iterators are short tasks of the dialog, for a thread of their own.
    """

    changed = Signal(object)  # ModelTask: it began or ended
    progressed = Signal(object)  # InstallProgress

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        get_models_folder: Callable[[], Path],
        make_hub: Callable[[str | None], Hub],
        known_models: Sequence[CatalogModel] = CATALOG,
        parent: QObject | None = None,
    ) -> None:
        """``make_hub`` gets the access token of this session, if one was entered; it runs in a worker thread."""
        super().__init__(parent)
        self._get_models_folder, self.make_hub = get_models_folder, make_hub
        self.known_models = tuple(known_models)
        self.task: ModelTask | None = None
        """The task that runs, else the last one."""
        self.retry_policy: RetryPolicy | None = None
        """How long to wait for the hub; None for the usual."""
        self._session_token: str | None = None
        self._closing = False
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(self._on_failed)
        self._slot.finished.connect(self._on_finished)
        background_tasks.shutting_down.connect(self._on_shutting_down)

    @property
    def busy(self) -> bool:
        return self.task is not None and self.task.state == "running"

    # --- short tasks of the dialog

    def list_models(self) -> Iterator[list[ModelEntry]]:
        """Yield all models as they are on disk now."""
        yield list_models(self._get_models_folder(), self.known_models)

    def plan(self, model: ModelEntry) -> Iterator[PlacementResult]:
        """Yield how a model would run on this machine, and its values. Imports torch."""
        from app.models.adapter.profile import profile_values, values_with_origins
        from app.models.adapter.published import read_spec
        from app.models.forecast import plan_for
        from app.models.whisper import is_whisper

        placement = PlacementResult(model.name, None)
        try:
            if model.folder is not None and not is_whisper(model.folder):
                spec = read_spec(model.folder)
                placement = replace(placement, values=tuple(values_with_origins(spec)), assumptions=spec.assumptions)
            elif model.catalog_model is not None:
                placement = replace(placement, values=tuple(profile_values(model.catalog_model)))
            yield replace(placement, plan=plan_for(model))
        except AnnealError as error:
            yield replace(placement, plan=error)

    def fetch_offer(self, model: CatalogModel) -> Iterator[DownloadOffer]:
        """Yield what the hub offers of a model. Raises ``DownloadError``."""
        from app.models.install.manifest import agreed_commits
        from app.models.install.preflight import estimate_download

        hub = self.make_hub(self._session_token)
        quote = estimate_download(model, hub)
        agreed = agreed_commits(self._get_models_folder(), model.name)
        listings = [part.listing for part in quote.repositories if part.listing is not None]
        same = bool(agreed) and all(agreed.get(listing.repository) == listing.commit for listing in listings)
        licences = {}
        for listing in listings:
            try:
                licences[listing.repository] = hub.licence_text(listing)
            except AnnealError:  # the repository is gated; its page has the licence
                licences[listing.repository] = ""
        yield DownloadOffer(
            quote,
            hub.cache,
            licences,
            bool(agreed),
            same and len(listings) == len(quote.repositories),
            hub.token is not None,
        )

    def store_token(self, token: str) -> Iterator[AnnealError | None]:
        """Use a token from now on and store it in the system's keyring; yield the error if that fails, else None."""
        from app.models.install.access_token import store_token

        self._session_token = token.strip() or None
        try:
            store_token(token)
        except AnnealError as error:
            yield error
        else:
            yield None

    def delete_token(self) -> Iterator[None]:
        """Delete the entered token, here and in the keyring."""
        from app.models.install.access_token import delete_token

        self._session_token = None
        delete_token()
        yield None

    # --- tasks of which one runs at a time

    def download(self, estimate: DownloadEstimate) -> None:
        """Begin or continue a download."""

        def events() -> Iterator[InstallProgress | Installed]:
            from app.models.install.download import download
            from app.models.install.file_transfer import RetryPolicy

            hub = self.make_hub(self._session_token)
            return download(estimate, hub, self._get_models_folder(), self.retry_policy or RetryPolicy())

        self.run(ModelTask("download", estimate.model.name, estimate.model.title), events)

    def import_folder(self, folder: Path) -> None:
        def events() -> Iterator[InstallProgress | Installed]:
            from app.models.install.local_import import import_folder

            return import_folder(folder, self._get_models_folder())

        self.run(ModelTask("import", folder.name, folder.name), events)

    def verify(self, model: ModelEntry) -> None:
        def events() -> Iterator[InstallProgress]:
            from app.models.install.download import verify_model

            assert model.folder is not None
            return verify_model(model.folder)

        self.run(ModelTask("verify", model.name, model.title), events)

    def delete(self, model: ModelEntry) -> None:
        def events() -> Iterator[int]:
            from app.models.install.download import uninstall

            assert model.folder is not None
            yield uninstall(model.folder)

        self.run(ModelTask("delete", model.name, model.title), events)

    def abort_download(self, name: str, title: str) -> None:
        """Cancel a download and delete what has arrived."""

        def events() -> Iterator[int]:
            from app.models.install.download import abort_download

            yield abort_download(self._get_models_folder(), name)

        self.run(ModelTask("give up", name, title), events)

    def pause(self) -> None:
        """Stop a download and keep what has arrived. Another kind of task is cancelled, and leaves nothing half done."""
        if self.task is not None and self.busy:
            self._slot.cancel()
            self._set_task(replace(self.task, state="paused"))

    # --- the thread

    def run(self, task: ModelTask, make_events: Callable[[], Iterator[object]]) -> None:
        """Run a task whose events ``make_events`` makes in the worker thread; does nothing while another one runs."""
        if self._closing or self.busy:
            return
        self._set_task(task)
        self._slot.start(make_events)  # a task that was paused ends at its next byte

    @Slot()
    def _on_shutting_down(self) -> None:
        self._closing = True
        self.pause()

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        from app.models.install.download import Installed, InstallProgress

        if self.task is None or not self.busy or not self._slot.active:
            return  # was on its way when the task was paused
        if isinstance(event, InstallProgress):
            self.task = replace(self.task, progress=event)
            self.progressed.emit(event)
        elif isinstance(event, Installed):
            self.task = replace(self.task, folder=event.folder)
        elif isinstance(event, int):
            self.task = replace(self.task, freed_bytes=event)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        if self.task is not None and self.busy and self._slot.active:
            self._set_task(replace(self.task, state="failed", error=error))

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if self.task is not None and self.busy and not self._slot.busy and not job.cancelled:
            self._set_task(replace(self.task, state="done"))

    def _set_task(self, task: ModelTask) -> None:
        self.task = task
        self.changed.emit(task)
