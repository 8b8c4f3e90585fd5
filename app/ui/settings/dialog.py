"""Settings dialog: every change takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.dictation_controller import DictationStatus
from app.ui.widgets.translation_mixin import TranslationMixin
from app.ui.window_geometry import dialog_size
from app.ui.window_services import WindowServices

from .appearance import AppearanceSettingsPage
from .dictation import DictationSettingsPage
from .export import ExportSettingsPage
from .form_page import FormPage
from .own_words import OwnWordsSettingsPage
from .recording import RecordingSettingsPage
from .storage import StorageSettingsPage
from .transcription import TranscriptionSettingsPage

SECTIONS_WIDTH_PX = 196


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
        self.own_words = OwnWordsSettingsPage(settings, background_tasks)
        self.recording = RecordingSettingsPage(settings, services, background_tasks)
        self.dictation = DictationSettingsPage(settings)
        self.appearance = AppearanceSettingsPage(settings)
        self.export = ExportSettingsPage(settings, background_tasks)
        self.storage = StorageSettingsPage(settings, services, background_tasks)
        self._pages: tuple[FormPage, ...] = (
            self.transcription,
            self.recording,
            self.dictation,
            self.own_words,
            self.appearance,
            self.export,
            self.storage,
        )
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setFixedWidth(SECTIONS_WIDTH_PX)
        self.sections.setSpacing(1)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        for page in self._pages:
            page.changed.connect(self.changed)
            self.sections.addItem("")
            self._stack.addWidget(_ScrolledPage(page))
        self.sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.sections.setCurrentRow(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self._stack, 1)
        self._retranslate()
        self.resize(self.sizeHint())  # else Qt opens it at two thirds of a small screen

    def sizeHint(self) -> QSize:
        return dialog_size(self, 760, 500)

    @Slot(object)
    def show_settings(self, settings: Settings) -> None:
        for page in self._pages:
            page.show_settings(settings)

    def show_model_status(self, status: ModelReady | AnnealError | None) -> None:
        """Show the state of the model in use; None while it is loading."""
        self.transcription.show_model_status(status)

    def show_dictation_status(self, status: DictationStatus) -> None:
        """Show what the desktop allows the dictation."""
        self.dictation.show_status(status)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setToolTip(self.tr("Sections of the settings"))
        names = (
            self.tr("Transcription"),
            self.tr("Recording"),
            self.tr("Dictation"),
            self.tr("Words and speakers"),
            self.tr("Appearance"),
            self.tr("Exports"),
            self.tr("Folders"),
        )
        for row, name in enumerate(names):
            self.sections.item(row).setText(name)


class _ScrolledPage(QScrollArea):
    """Scrolls a page that is taller than the dialog; as wide as the page needs in any language, where the screen is."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        page_px, bar_px = self._page.minimumSizeHint().width(), self.verticalScrollBar().sizeHint().width()
        room_px = dialog_size(self, page_px + bar_px + SECTIONS_WIDTH_PX, 0).width() - SECTIONS_WIDTH_PX
        return QSize(room_px, super().minimumSizeHint().height())
