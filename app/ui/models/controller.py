"""The models dialog as a part of the window: opened from there, and heard of there while it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import error_text
from app.jobs.model_tasks import ModelTask, ModelTasks
from app.models.install.manifest import PartialDownload, partial_downloads
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.main_window import MainWindow
from app.ui.widgets.banner import Banner

from . import texts
from .dialog import ModelsDialog


class ModelsController(QObject):
    def __init__(
        self, window: MainWindow, model_tasks: ModelTasks, background_tasks: BackgroundTasks, models_folder: Path
    ) -> None:
        super().__init__(window)
        self._window, self.model_tasks, self._background_tasks, self._models_folder = (
            window,
            model_tasks,
            background_tasks,
            models_folder,
        )
        self._dialog: ModelsDialog | None = None
        self._status: ModelReady | AnnealError | None = None
        self.banner = Banner()
        around = window.banner.parentWidget()
        column = around.layout() if around is not None else None
        assert isinstance(column, QBoxLayout)
        column.insertWidget(column.indexOf(window.banner), self.banner)
        window.dialogs.models_requested.connect(self.show)
        window.dialogs.status_changed.connect(self._on_status_changed)
        window.settings_changed.connect(self._on_settings_changed)
        model_tasks.changed.connect(self._on_task_changed)

    @property
    def dialog(self) -> ModelsDialog | None:
        """The dialog, if it was ever opened."""
        return self._dialog

    def find_unfinished_downloads(self) -> None:
        """After the window is on screen: is there a download that was cut short?"""
        models = self._models_folder

        def begun() -> Iterator[list[PartialDownload]]:
            yield partial_downloads(models)

        self._background_tasks.run(begun, self._on_unfinished_found)

    @Slot()
    def show(self) -> None:
        if self._dialog is None:
            dialog = ModelsDialog(self.model_tasks, self._background_tasks, self._window.settings, self._window)
            dialog.use_wanted.connect(self._on_use_wanted)
            dialog.show_status(self._status)
            self._dialog = dialog
        else:
            self._dialog.reload()
        self.banner.hide()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(str)
    def _on_use_wanted(self, name: str) -> None:
        self._status = None
        self._window.settings_controller.change(model=name)

    @Slot(object)
    def _on_status_changed(self, status: ModelReady | AnnealError | None) -> None:
        self._status = status
        if self._dialog is not None:
            self._dialog.show_status(status)

    @Slot(object)
    def _on_settings_changed(self, settings: Settings) -> None:
        if self._dialog is not None:
            self._dialog.show_settings(settings)

    @Slot(object)
    def _on_unfinished_found(self, found: list[PartialDownload]) -> None:
        if not found or self.model_tasks.task is not None:
            return
        first = found[0]
        known = next((known for known in self.model_tasks.known_models if known.name == first.name), None)
        if known is None:
            return
        self.banner.show_message(
            lambda: self.tr("The download of {model} is not finished: {share} are here.").format(
                model=known.title, share=texts.done_of_total_text(first.received_bytes, first.total_bytes)
            ),
            lambda: self.tr("Go on"),
            lambda: self._show_model(first.name),
            is_note=True,
        )

    def _show_model(self, name: str) -> None:
        self.show()
        assert self._dialog is not None
        self._dialog.choose(name)

    @Slot(object)
    def _on_task_changed(self, task: ModelTask) -> None:
        """Whoever closed the dialog is told how it ended; the settings offer what is there now."""
        if task.state == "done" and self._window.dialogs.settings_dialog is not None:
            self._window.dialogs.settings_dialog.transcription.refresh()
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
                lambda: self._on_use_wanted(name),
                is_note=True,
            )
