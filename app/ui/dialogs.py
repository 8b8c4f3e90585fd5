"""The dialogs of the window, at most one of each, and what they are told while they are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.jobs.transcription_queue import TranscriptionQueue
from app.speech.events import ModelReady

from .about import AboutDialog
from .menus.shortcut_sheet import ShortcutSheet
from .settings.dialog import SettingsDialog
from .settings_controller import Preferences
from .widgets.banner import Banner
from .window_services import Surroundings


class Dialogs(QObject):
    models_wanted = Signal()
    status_changed = Signal(object)  # ModelReady, AnnealError, or None while the model is loading

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        queue: TranscriptionQueue,
        around: Surroundings,
        errands: Errands,
        banner: Banner,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._around = window, preferences, around
        self._errands, self._banner = errands, banner
        self._settings: SettingsDialog | None = None
        self._about: AboutDialog | None = None
        self._status: ModelReady | AnnealError | None = None
        self._diagnosing = False
        queue.model_ready.connect(self.show_model)
        queue.model_failed.connect(self.show_model)
        preferences.changed.connect(self._on_settings_changed)

    @property
    def settings(self) -> SettingsDialog | None:
        """The settings dialog, if it was ever opened."""
        return self._settings

    @property
    def about(self) -> AboutDialog | None:
        return self._about

    @Slot()
    def show_settings(self) -> None:
        if self._settings is None:
            dialog = SettingsDialog(self._preferences.now, self._around, self._errands, self._window)
            dialog.changed.connect(self._on_changed)
            dialog.models_wanted.connect(self.models_wanted)
            dialog.show_model(self._status)
            self._settings = dialog
        else:
            self._settings.transcription.look_again()
        _present(self._settings)

    @Slot()
    def show_about(self) -> None:
        if self._about is None:
            self._about = AboutDialog(self._model, self._errands, self._window)
            self._about.diagnostics_wanted.connect(self.copy_diagnostics)
            self._about.destroyed.connect(self._on_about_gone)
        _present(self._about)

    def show_shortcuts(self, actions: Mapping[str, QAction]) -> None:
        ShortcutSheet(actions.values(), self._window).show()

    @Slot()
    def copy_diagnostics(self) -> None:
        """Describe this machine on the clipboard, as soon as it is known: devices are tried for it."""
        if self._diagnosing:
            return
        self._show_diagnosis(under_way=True)
        self._banner.say(lambda: self.tr("Looking at this computer…"), note=True)

        def diagnosis() -> Iterator[str]:
            yield self._around.diagnose()

        self._errands.run(diagnosis, self._on_diagnosed, self._on_diagnosis_failed)

    @Slot(object)
    def show_model(self, status: ModelReady | AnnealError | None) -> None:
        """What the model is doing: ready, failed, or None while it is loading."""
        self._status = status
        self.status_changed.emit(status)
        if self._settings is not None:
            self._settings.show_model(status)
        if self._about is not None:
            self._about.show_model(self._model)

    @property
    def _model(self) -> ModelReady | None:
        return self._status if isinstance(self._status, ModelReady) else None

    @Slot(object)
    def _on_changed(self, fields: dict[str, object]) -> None:
        self._preferences.change(**fields)

    @Slot(object)
    def _on_settings_changed(self, settings: object) -> None:
        if self._settings is not None:
            self._settings.show_settings(self._preferences.now)

    @Slot()
    def _on_about_gone(self) -> None:
        self._about = None

    @Slot(object)
    def _on_diagnosed(self, report: str) -> None:
        self._show_diagnosis(under_way=False, copied=True)
        screen = self._window.screen()
        lines = [
            "Window",
            f"  platform   {QGuiApplication.platformName()}",
            f"  screen     {screen.size().width()} x {screen.size().height()} at {screen.devicePixelRatio():g}",
        ]
        if self._model is not None:
            lines.append(f"  in use     {self._model.device}, {self._model.precision}")
        QGuiApplication.clipboard().setText(report + "\n" + "\n".join(lines) + "\n")
        self._banner.say(
            lambda: self.tr("The diagnostics are on the clipboard. They describe this computer and nothing of yours."),
            note=True,
        )

    @Slot(object)
    def _on_diagnosis_failed(self, error: AnnealError) -> None:
        self._show_diagnosis(under_way=False)
        self._banner.say_error(error)

    def _show_diagnosis(self, under_way: bool, copied: bool = False) -> None:
        self._diagnosing = under_way
        if self._about is not None:
            self._about.show_diagnosis(under_way, copied)


def _present(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
