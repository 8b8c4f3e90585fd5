"""What is being done to the models: a download, an import or a check, one at a time. It goes on while its dialog is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import AnnealError
from app.models.catalog import KNOWN, KnownModel
from app.models.inventory import Shelved, shelf
from app.models.placement import LoadPlan

from .job import Job

if TYPE_CHECKING:
    from app.models.install.download import Installed, Progress
    from app.models.install.file_transfer import Patience
    from app.models.install.hub import Hub
    from app.models.install.preflight import Quote

Kind = Literal["download", "import", "verify", "delete", "give up"]
State = Literal["running", "paused", "failed", "done"]


@dataclass(frozen=True)
class Work:
    """One piece of work, as far as it is."""

    kind: Kind
    name: str
    """Of the model; for an import the folder's."""
    title: str
    state: State = "running"
    progress: Progress | None = None
    error: AnnealError | None = None
    folder: Path | None = None
    """The model that was installed."""
    freed_bytes: int = 0


@dataclass(frozen=True)
class Asked:
    """What the hub says about a model, before anything is fetched."""

    quote: Quote
    cache: Path
    """Where the files would go."""
    licences: dict[str, str]
    """The licence's text by repository; none for those that have no file of it."""
    begun: bool
    """Whether a download of it was begun, and is not done."""
    agreed: bool
    """Whether a person agreed to exactly these revisions then."""
    signed_in: bool


@dataclass(frozen=True)
class Weighed:
    """How a model can run here: a plan, an error where that cannot be told, or None for a small one."""

    name: str
    outlook: LoadPlan | AnnealError | None


class ModelWork(QObject):
    """Runs each piece of work in a thread. ``make_hub`` is called there, with the token that is kept for this session only."""

    changed = Signal(object)  # Work: it began, or ended one way or another
    progressed = Signal(object)  # Progress

    def __init__(
        self,
        find_models: Callable[[], Path],
        make_hub: Callable[[str | None], Hub],
        known: Sequence[KnownModel] = KNOWN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_models, self._make_hub = find_models, make_hub
        self.known = tuple(known)
        self.work: Work | None = None
        """What is being done or was done last."""
        self.patience: Patience | None = None
        """How long to wait for the hub; None for as long as is usual."""
        self._job: Job | None = None
        self._next: Callable[[], None] | None = None
        self._token: str | None = None
        self._closing = False

    @property
    def busy(self) -> bool:
        return self.work is not None and self.work.state == "running"

    # --- errands for the dialog: generators for a thread of their own

    def look(self) -> Iterator[list[Shelved]]:
        """Every model there is, as it stands on the disk now."""
        yield shelf(self._find_models(), self.known)

    def weigh(self, model: Shelved) -> Iterator[Weighed]:
        """How a model would run on this machine. Imports torch."""
        from app.models.forecast import outlook

        try:
            yield Weighed(model.name, outlook(model))
        except AnnealError as error:
            yield Weighed(model.name, error)

    def ask(self, model: KnownModel) -> Iterator[Asked]:
        """Ask the hub about a model. Raises ``DownloadError``."""
        from app.models.install.manifest import agreed_commits
        from app.models.install.preflight import preflight

        hub = self._make_hub(self._token)
        quote = preflight(model, hub)
        agreed = agreed_commits(self._find_models(), model.name)
        listings = [part.listing for part in quote.parts if part.listing is not None]
        same = bool(agreed) and all(agreed.get(listing.repository) == listing.commit for listing in listings)
        licences = {}
        for listing in listings:
            try:
                licences[listing.repository] = hub.licence_text(listing)
            except AnnealError:  # of a gated repository; its page has it
                licences[listing.repository] = ""
        yield Asked(
            quote, hub.cache, licences, bool(agreed), same and len(listings) == len(quote.parts), hub.token is not None
        )

    def keep_token(self, token: str) -> Iterator[AnnealError | None]:
        """Use a token from now on, and keep it in the system's keyring; reports the error where there is none that is open."""
        from app.models.install.access_token import store_token

        self._token = token.strip() or None
        try:
            store_token(token)
        except AnnealError as refused:
            yield refused
        else:
            yield None

    def forget_token(self) -> Iterator[None]:
        """Forget the token that was entered, here and in the keyring."""
        from app.models.install.access_token import forget_token

        self._token = None
        forget_token()
        yield None

    # --- pieces of work

    def download(self, quote: Quote) -> None:
        """Begin a download, or go on with it."""

        def events() -> Iterator[Progress | Installed]:
            from app.models.install.download import download
            from app.models.install.file_transfer import Patience

            hub = self._make_hub(self._token)
            return download(quote, hub, self._find_models(), self.patience or Patience())

        self._begin(Work("download", quote.model.name, quote.model.title), events)

    def import_folder(self, folder: Path) -> None:
        def events() -> Iterator[Progress | Installed]:
            from app.models.install.local_import import import_folder

            return import_folder(folder, self._find_models())

        self._begin(Work("import", folder.name, folder.name), events)

    def verify(self, model: Shelved) -> None:
        def events() -> Iterator[Progress]:
            from app.models.install.download import verify

            assert model.folder is not None
            return verify(model.folder)

        self._begin(Work("verify", model.name, model.title), events)

    def delete(self, model: Shelved) -> None:
        def events() -> Iterator[int]:
            from app.models.install.download import remove

            assert model.folder is not None
            yield remove(model.folder)

        self._begin(Work("delete", model.name, model.title), events)

    def give_up(self, name: str, title: str) -> None:
        """Cancel a download and throw away what came of it."""

        def events() -> Iterator[int]:
            from app.models.install.download import give_up

            yield give_up(self._find_models(), name)

        self._begin(Work("give up", name, title), events)

    def pause(self) -> None:
        """Stop a download; what came is kept. Another kind of work is cancelled, and leaves nothing half done."""
        if self.work is None or self._job is None or not self.busy:
            return
        self._job.cancel()
        self._show(replace(self.work, state="paused"))

    def shut_down(self, wait_ms: int) -> bool:
        """Pause, and wait for the thread; False if it is still busy after ``wait_ms``."""
        self._closing = True
        self.pause()
        if self._job is None:
            return True
        if not self._job.wait(wait_ms):
            return False
        self._on_finished()
        return True

    # --- the thread

    def _begin(self, work: Work, events: Callable[[], Iterator[object]]) -> None:
        if self._closing or self.busy:
            return
        self._show(work)
        if self._job is not None:  # it was paused, and lets go at its next byte
            self._next = lambda: self._start(events)
        else:
            self._start(events)

    def _start(self, events: Callable[[], Iterator[object]]) -> None:
        job = Job(events)
        self._job = job  # referenced until it has finished
        job.reported.connect(self._on_reported)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        job.start()

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        from app.models.install.download import Installed, Progress

        if self.work is None or self.sender() is not self._job or not self.busy:
            return  # was on its way when the work was paused
        if isinstance(event, Progress):
            self.work = replace(self.work, progress=event)
            self.progressed.emit(event)
        elif isinstance(event, Installed):
            self.work = replace(self.work, folder=event.folder)
        elif isinstance(event, int):
            self.work = replace(self.work, freed_bytes=event)

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        if self.work is not None and self.sender() is self._job and self.busy:
            self._show(replace(self.work, state="failed", error=error))

    @Slot()
    def _on_finished(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.wait()
        after, self._next = self._next, None
        if after is not None and self.busy and not self._closing:
            after()
        elif self.work is not None and self.busy and not job.cancelled:
            self._show(replace(self.work, state="done"))

    def _show(self, work: Work) -> None:
        self.work = work
        self.changed.emit(work)
