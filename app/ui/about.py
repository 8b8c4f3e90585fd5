"""Dialog about the app: version, model in use and licences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.jobs.background_tasks import BackgroundTasks
from app.speech.events import ModelReady

from .app_icon import app_icon
from .formatting import device_text
from .widgets.translation_mixin import TranslationMixin
from .window_geometry import dialog_size

if TYPE_CHECKING:
    from app.licences import Licence

ICON_PX = 64
LICENCE_WIDTH_PX, CELL_MARGIN_PX, CELL_HEIGHT_PX = 170, 20, 10


class AboutDialog(TranslationMixin, QDialog):
    diagnostics_requested = Signal()

    def __init__(
        self, model: ModelReady | None, background_tasks: BackgroundTasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = model
        self._diagnosis_state = ""
        icon = QLabel()
        icon.setPixmap(app_icon().pixmap(ICON_PX))
        self.name_label, self._tagline, self.model_label = QLabel(f"Anneal {__version__}"), QLabel(), QLabel()
        self.name_label.setObjectName("pageTitle")
        for label in (self.name_label, self.model_label):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._tagline, self.model_label):
            label.setProperty("look", "muted")
            label.setWordWrap(True)
        self.licence_tree = QTreeWidget()
        self.licence_tree.setObjectName("licences")
        self.licence_tree.setColumnCount(2)
        self.licence_tree.setRootIsDecorated(False)
        self.licence_tree.setWordWrap(True)
        self.licence_tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        columns = self.licence_tree.header()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        columns.resizeSection(1, LICENCE_WIDTH_PX)
        columns.sectionResized.connect(self._wrap_names)
        self.diagnostics_button, self._close_button = QPushButton(), QPushButton()
        self._close_button.setDefault(True)
        self.diagnostics_button.clicked.connect(self.diagnostics_requested)
        self._close_button.clicked.connect(self.close)

        labels = QVBoxLayout()
        labels.setSpacing(4)
        for label in (self.name_label, self._tagline, self.model_label):
            labels.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(labels, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.diagnostics_button)
        buttons.addStretch(1)
        buttons.addWidget(self._close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 20)
        column.setSpacing(20)
        column.addLayout(top)
        column.addWidget(self.licence_tree, 1)
        column.addLayout(buttons)
        self._retranslate()
        background_tasks.run(_read_licences, self._on_licences_read)

    def sizeHint(self) -> QSize:
        return dialog_size(self, 640, 600)

    def show_model(self, model: ModelReady | None) -> None:
        """Show the model in use; None while there is none."""
        self._model = model
        self._retranslate()

    def show_diagnosis(self, running: bool, copied: bool = False) -> None:
        """Show whether the diagnosis is running, or its report is on the clipboard."""
        self._diagnosis_state = "looking" if running else "copied" if copied else ""
        self._retranslate()

    @Slot(object)
    def _on_licences_read(self, licences: list[Licence]) -> None:
        for component in licences:
            item = QTreeWidgetItem([component.name, component.licence])
            for column, text in enumerate((component.name, component.licence)):
                item.setToolTip(column, text)
            self.licence_tree.addTopLevelItem(item)

        self._wrap_names()

    @Slot()
    def _wrap_names(self) -> None:
        """Give each row the height that its texts need: a tree breaks lines, but does not make room for them."""
        tree, wrap = self.licence_tree, Qt.TextFlag.TextWordWrap
        for row in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(row)
            assert item is not None
            boxes = [
                tree.fontMetrics().boundingRect(
                    QRect(0, 0, tree.columnWidth(column) - CELL_MARGIN_PX, 1000), wrap, item.text(column)
                )
                for column in range(2)
            ]
            item.setSizeHint(0, QSize(0, max(box.height() for box in boxes) + CELL_HEIGHT_PX))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Anneal"))
        self._tagline.setText(self.tr("Speech to text by diffusion: random words settle into yours, step by step."))
        model = self._model
        if model is None:
            self.model_label.setText(self.tr("No model is loaded."))
        else:
            text = self.tr("Model in use: {model} on {device}, {precision}")
            device = device_text(model.device)
            self.model_label.setText(text.format(model=model.model, device=device, precision=model.precision))
        self.licence_tree.setHeaderLabels([self.tr("Components and licences"), self.tr("Licence")])
        self.licence_tree.setAccessibleName(self.tr("Licences"))
        self.licence_tree.setToolTip(self.tr("The licences of everything that is shipped"))
        texts = {"looking": self.tr("Checking this computer…"), "copied": self.tr("Copied")}
        self.diagnostics_button.setText(texts.get(self._diagnosis_state, self.tr("Copy diagnostics")))
        self.diagnostics_button.setEnabled(self._diagnosis_state != "looking")
        self.diagnostics_button.setToolTip(
            self.tr("Describe this computer and the installation for a bug report; it contains no personal data")
        )
        self._close_button.setText(self.tr("Close"))
        self._close_button.setToolTip(self.tr("Close"))


def _read_licences() -> Iterator[list[Licence]]:
    from app.licences import list_licences  # reads the metadata of all packages: not at every start

    yield list_licences()
