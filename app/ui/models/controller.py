"""Controller of the models dialog: opens it, and reports in a banner of the window what ends while it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.jobs.model_tasks import ModelTask, ModelTasks
from app.models.install.manifest import PartialDownload, partial_downloads
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.widgets.banner import Banner

from . import texts

if TYPE_CHECKING:
    from .dialog import ModelsDialog


class ModelsController(QObject):
    """Knows nothing of the window but its banner: whoever builds it connects its signals and slots."""

    model_chosen = Signal(str)  # name of the model's folder; empty for the bundled one
    models_changed = Signal()  # a task has ended: other models may be installed now

    def __init__(
        self,
        window: QWidget,
        banner: Banner,
        model_tasks: ModelTasks,
        background_tasks: BackgroundTasks,
        settings: Settings,
        models_folder: Path,
    ) -> None:
        super().__init__(window)
        self._window, self.banner, self._settings, self._models_folder = window, banner, settings, models_folder
        self.model_tasks, self._background_tasks = model_tasks, background_tasks
        self._dialog: ModelsDialog | None = None
        self._status: ModelReady | AnnealError | None = None
        model_tasks.changed.connect(self._on_task_changed)

    @property
    def dialog(self) -> ModelsDialog | None:
        """The dialog, if it was ever opened."""
        return self._dialog

    def find_unfinished_downloads(self) -> None:
        """Offer to continue a download that an earlier run did not finish."""
        models_folder = self._models_folder

        def find() -> Iterator[list[PartialDownload]]:
            yield partial_downloads(models_folder)

        self._background_tasks.run(find, self._on_unfinished_found)

    @Slot()
    def show(self) -> None:
        if self._dialog is None:
            from .dialog import ModelsDialog

            dialog = ModelsDialog(self.model_tasks, self._background_tasks, self._settings, self._window)
            dialog.use_requested.connect(self._on_use_requested)
            dialog.show_status(self._status)
            self._dialog = dialog
        else:
            self._dialog.reload()
        self.banner.hide()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(str)
    def _on_use_requested(self, name: str) -> None:
        self._status = None
        self.model_chosen.emit(name)

    @Slot(object)
    def show_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show in the dialog what the model in use does; None while it is loading."""
        self._status = status
        if self._dialog is not None:
            self._dialog.show_status(status)

    @Slot(object)
    def show_settings(self, settings: Settings) -> None:
        """Show in the dialog which model and device the settings choose now."""
        self._settings = settings
        if self._dialog is not None:
            self._dialog.show_settings(settings)

    @Slot(object)
    def _on_unfinished_found(self, downloads: list[PartialDownload]) -> None:
        if not downloads or self.model_tasks.task is not None:
            return
        first = downloads[0]
        model = next((model for model in self.model_tasks.known_models if model.name == first.name), None)
        if model is None:
            return
        self.banner.show_message(
            lambda: self.tr("The download of {model} is not finished: {share} are here.").format(
                model=model.title, share=texts.done_of_total_text(first.received_bytes, first.total_bytes)
            ),
            lambda: self.tr("Resume"),
            lambda: self._show_model(first.name),
            is_note=True,
        )

    def _show_model(self, name: str) -> None:
        self.show()
        assert self._dialog is not None
        self._dialog.choose(name)

    @Slot(str)
    def offer(self, name: str) -> None:
        """Open the dialog with what the download of a model takes."""
        self.show()
        assert self._dialog is not None
        self._dialog.offer(name)

    @Slot(object)
    def _on_task_changed(self, task: ModelTask) -> None:
        """Report the end of a task in the banner, unless the dialog is open and shows it."""
        if task.state == "done":
            self.models_changed.emit()
        if self._dialog is not None and self._dialog.isVisible():
            self.banner.hide()
            return
        if task.state == "failed" and task.error is not None:
            error = task.error
            self.banner.show_message(
                lambda: error_text(error), lambda: self.tr("Show"), lambda: self._show_model(task.name)
            )
        elif task.state == "done" and task.folder is not None:
            name = task.folder.name
            self.banner.show_message(
                lambda: self.tr("{model} is here, and every file is what it should be.").format(model=task.title),
                lambda: self.tr("Use it now"),
                lambda: self._on_use_requested(name),
                is_note=True,
            )
