"""Opens the window's dialogs, at most one of each, and keeps them up to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.transcription_queue import TranscriptionQueue
from app.speech.events import ModelReady

from .dictation_controller import DictationStatus
from .settings_controller import SettingsController
from .widgets.banner import Banner
from .window_services import WindowServices

if TYPE_CHECKING:
    from .about import AboutDialog
    from .settings.dialog import SettingsDialog


class Dialogs(QObject):
    """The settings, about and shortcut dialogs, and the diagnosis. A dialog is imported when it is first opened."""

    models_requested = Signal()
    status_changed = Signal(object)  # ModelReady, AnnealError, or None while the model is loading

    def __init__(
        self,
        window: QWidget,
        settings_controller: SettingsController,
        queue: TranscriptionQueue,
        services: WindowServices,
        background_tasks: BackgroundTasks,
        banner: Banner,
    ) -> None:
        super().__init__(window)
        self._window, self._settings_controller, self.services = window, settings_controller, services
        self._background_tasks, self._banner = background_tasks, banner
        self._settings_dialog: SettingsDialog | None = None
        self._about_dialog: AboutDialog | None = None
        self._model_status: ModelReady | AnnealError | None = None
        self._dictation_status = DictationStatus()
        self._diagnosing = False
        queue.model_ready.connect(self.show_model_status)
        queue.model_failed.connect(self.show_model_status)
        settings_controller.changed.connect(self._on_settings_changed)

    @property
    def settings_dialog(self) -> SettingsDialog | None:
        """The settings dialog, once it was opened."""
        return self._settings_dialog

    @property
    def about_dialog(self) -> AboutDialog | None:
        return self._about_dialog

    @Slot()
    def show_settings(self) -> None:
        from .settings.dialog import SettingsDialog

        if self._settings_dialog is None:
            dialog = SettingsDialog(
                self._settings_controller.settings, self.services, self._background_tasks, self._window
            )
            dialog.changed.connect(self._on_settings_edited)
            dialog.models_requested.connect(self.models_requested)
            dialog.show_model_status(self._model_status)
            dialog.show_dictation_status(self._dictation_status)
            self._settings_dialog = dialog
        else:
            self._settings_dialog.transcription.refresh()
        _bring_to_front(self._settings_dialog)

    @Slot()
    def refresh_models(self) -> None:
        """List the installed models anew in the settings dialog, if it was ever opened."""
        if self._settings_dialog is not None:
            self._settings_dialog.transcription.refresh()

    @Slot()
    def show_about(self) -> None:
        from .about import AboutDialog

        if self._about_dialog is None:
            self._about_dialog = AboutDialog(self._model, self._background_tasks, self._window)
            self._about_dialog.diagnostics_requested.connect(self.copy_diagnostics)
            self._about_dialog.destroyed.connect(self._on_about_destroyed)
        _bring_to_front(self._about_dialog)

    def show_shortcuts(self, actions: Mapping[str, QAction]) -> None:
        from .menus.shortcut_sheet import ShortcutSheet

        ShortcutSheet(actions.values(), self._window).show()

    @Slot()
    def copy_diagnostics(self) -> None:
        """Copy a description of this computer to the clipboard; it takes a moment, since devices are tried."""
        if self._diagnosing:
            return
        self._show_diagnosis(running=True)
        self._banner.show_message(lambda: self.tr("Checking this computer…"), is_note=True)

        def diagnosis() -> Iterator[str]:
            yield self.services.describe_machine()

        self._background_tasks.run(diagnosis, self._on_diagnosed, self._on_diagnosis_failed)

    @Slot(object)
    def show_model_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show the model's status: ready, failed, or None while it is loading."""
        self._model_status = status
        self.status_changed.emit(status)
        if self._settings_dialog is not None:
            self._settings_dialog.show_model_status(status)
        if self._about_dialog is not None:
            self._about_dialog.show_model(self._model)

    @Slot(object)
    def show_dictation_status(self, status: DictationStatus) -> None:
        """Show what the desktop allows the dictation."""
        self._dictation_status = status
        if self._settings_dialog is not None:
            self._settings_dialog.show_dictation_status(status)

    @property
    def _model(self) -> ModelReady | None:
        return self._model_status if isinstance(self._model_status, ModelReady) else None

    @Slot(object)
    def _on_settings_edited(self, fields: dict[str, object]) -> None:
        self._settings_controller.change(**fields)

    @Slot(object)
    def _on_settings_changed(self, settings: object) -> None:
        if self._settings_dialog is not None:
            self._settings_dialog.show_settings(self._settings_controller.settings)

    @Slot()
    def _on_about_destroyed(self) -> None:
        self._about_dialog = None

    @Slot(object)
    def _on_diagnosed(self, report: str) -> None:
        self._show_diagnosis(running=False, copied=True)
        screen = self._window.screen()
        lines = [
            "Window",
            f"  platform   {QGuiApplication.platformName()}",
            f"  screen     {screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}",
        ]
        if self._model is not None:
            lines.append(f"  in use     {self._model.device}, {self._model.precision}")
        QGuiApplication.clipboard().setText(report + "\n" + "\n".join(lines) + "\n")
        self._banner.show_message(
            lambda: self.tr("The diagnostics are on the clipboard. They contain no personal data."),
            is_note=True,
        )

    @Slot(object)
    def _on_diagnosis_failed(self, error: AnnealError) -> None:
        self._show_diagnosis(running=False)
        self._banner.show_error(error)

    def _show_diagnosis(self, running: bool, copied: bool = False) -> None:
        self._diagnosing = running
        if self._about_dialog is not None:
            self._about_dialog.show_diagnosis(running, copied)


def _bring_to_front(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
