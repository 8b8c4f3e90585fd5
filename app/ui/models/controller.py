"""The models dialog as a part of the window: opened from there, and heard of there while it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.error_text import error_text
from app.jobs.model_tasks import ModelWork, Work
from app.models.install.manifest import Unfinished, unfinished
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.main_window import MainWindow
from app.ui.widgets.banner import Banner

from . import texts
from .dialog import ModelsDialog


class ModelsDesk(QObject):
    def __init__(self, window: MainWindow, work: ModelWork, errands: Errands, models: Path) -> None:
        super().__init__(window)
        self._window, self.work, self._errands, self._models = window, work, errands, models
        self._dialog: ModelsDialog | None = None
        self._status: ModelReady | AnnealError | None = None
        self.banner = Banner()
        around = window.banner.parentWidget()
        column = around.layout() if around is not None else None
        assert isinstance(column, QBoxLayout)
        column.insertWidget(column.indexOf(window.banner), self.banner)
        window.dialogs.models_wanted.connect(self.show)
        window.dialogs.status_changed.connect(self._on_status_changed)
        window.settings_changed.connect(self._on_settings_changed)
        work.changed.connect(self._on_work_changed)

    @property
    def dialog(self) -> ModelsDialog | None:
        """The dialog, if it was ever opened."""
        return self._dialog

    def begin(self) -> None:
        """After the window is on screen: is there a download that was cut short?"""
        models = self._models

        def begun() -> Iterator[list[Unfinished]]:
            yield unfinished(models)

        self._errands.run(begun, self._on_unfinished_found)

    def shut_down(self, wait_ms: int) -> bool:
        return self.work.shut_down(wait_ms)

    @Slot()
    def show(self) -> None:
        if self._dialog is None:
            dialog = ModelsDialog(self.work, self._errands, self._window.settings, self._window)
            dialog.use_wanted.connect(self._on_use_wanted)
            dialog.show_status(self._status)
            self._dialog = dialog
        else:
            self._dialog.look_again()
        self.banner.hide()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot(str)
    def _on_use_wanted(self, name: str) -> None:
        self._status = None
        self._window.preferences.change(model=name)

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
    def _on_unfinished_found(self, found: list[Unfinished]) -> None:
        if not found or self.work.work is not None:
            return
        first = found[0]
        known = next((known for known in self.work.known if known.name == first.name), None)
        if known is None:
            return
        self.banner.say(
            lambda: self.tr("The download of {model} is not finished: {share} are here.").format(
                model=known.title, share=texts.share_text(first.have_bytes, first.total_bytes)
            ),
            lambda: self.tr("Go on"),
            lambda: self._show_model(first.name),
            note=True,
        )

    def _show_model(self, name: str) -> None:
        self.show()
        assert self._dialog is not None
        self._dialog.choose(name)

    @Slot(object)
    def _on_work_changed(self, work: Work) -> None:
        """Whoever closed the dialog is told how it ended; the settings offer what is there now."""
        if work.state == "done" and self._window.dialogs.settings is not None:
            self._window.dialogs.settings.transcription.look_again()
        if self._dialog is not None and self._dialog.isVisible():
            self.banner.hide()
            return
        if work.state == "failed" and work.error is not None:
            error = work.error
            self.banner.say(lambda: error_text(error), lambda: self.tr("Show"), lambda: self._show_model(work.name))
        elif work.state == "done" and work.folder is not None:
            name = work.folder.name
            self.banner.say(
                lambda: self.tr("{model} is here, and every file is what it should be.").format(model=work.title),
                lambda: self.tr("Use it now"),
                lambda: self._on_use_wanted(name),
                note=True,
            )
