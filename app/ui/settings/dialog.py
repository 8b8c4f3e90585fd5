"""The settings: what is changed there counts at once, so there is nothing to confirm."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import Errands
from app.settings import Settings
from app.speech.events import ModelReady
from app.ui.window_services import Surroundings

from .appearance import AppearancePage
from .form_page import Page
from .recording import RecordingPage
from .storage import PlacesPage
from .transcription import TranscriptionPage

SECTIONS_WIDTH = 176


class SettingsDialog(QDialog):
    """Says what a person changed; ``show_settings`` brings it up to date with what was changed elsewhere."""

    changed = Signal(object)  # dict[str, Any]: names and values of settings
    models_wanted = Signal()

    def __init__(
        self, settings: Settings, around: Surroundings, errands: Errands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.transcription = TranscriptionPage(settings, around, errands)
        self.transcription.models_wanted.connect(self.models_wanted)
        self.recording = RecordingPage(settings, around, errands)
        self.appearance = AppearancePage(settings)
        self.places = PlacesPage(settings, around, errands)
        self._pages: tuple[Page, ...] = (self.transcription, self.recording, self.appearance, self.places)
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setFixedWidth(SECTIONS_WIDTH)
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

    def show_model(self, status: ModelReady | AnnealError | None) -> None:
        """What the model is doing; None while it is loading."""
        self.transcription.show_model(status)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setToolTip(self.tr("Sections of the settings"))
        names = (self.tr("Transcription"), self.tr("Recording"), self.tr("Appearance"), self.tr("Folders"))
        for row, name in enumerate(names):
            self.sections.item(row).setText(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _scrolling(page: Page) -> QScrollArea:
    """A page that may be taller than the dialog, in a language with long words."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
