"""Settings dialog: every change takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.window_services import WindowServices

from .appearance import AppearanceSettingsPage
from .form_page import FormPage
from .recording import RecordingSettingsPage
from .storage import StorageSettingsPage
from .transcription import TranscriptionSettingsPage

SECTIONS_WIDTH_PX = 176


class SettingsDialog(TranslationMixin, QDialog):
    """Reports what the user changes; ``show_settings`` brings it up to date with changes made elsewhere."""

    changed = Signal(object)  # dict[str, Any]: names and values of settings
    models_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        services: WindowServices,
        background_tasks: BackgroundTasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.transcription = TranscriptionSettingsPage(settings, services, background_tasks)
        self.transcription.models_requested.connect(self.models_requested)
        self.recording = RecordingSettingsPage(settings, services, background_tasks)
        self.appearance = AppearanceSettingsPage(settings)
        self.storage = StorageSettingsPage(settings, services, background_tasks)
        self._pages: tuple[FormPage, ...] = (self.transcription, self.recording, self.appearance, self.storage)
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setFixedWidth(SECTIONS_WIDTH_PX)
        self.sections.setSpacing(1)
        self._stack = QStackedWidget()
        for page in self._pages:
            page.changed.connect(self.changed)
            self.sections.addItem("")
            self._stack.addWidget(_scrolling(page))
        self.sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.sections.setCurrentRow(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self._stack, 1)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(760, 500)

    @Slot(object)
    def show_settings(self, settings: Settings) -> None:
        for page in self._pages:
            page.show_settings(settings)

    def show_model_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show the state of the model in use; None while it is loading."""
        self.transcription.show_model_status(status)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setToolTip(self.tr("Sections of the settings"))
        names = (self.tr("Transcription"), self.tr("Recording"), self.tr("Appearance"), self.tr("Folders"))
        for row, name in enumerate(names):
            self.sections.item(row).setText(name)


def _scrolling(page: FormPage) -> QScrollArea:
    """Wrap a page, which may be taller than the dialog in a language with long words."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
