"""Progress page of a download, an import or a verification: bytes of each file and in total, speed and time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.jobs.error_text import sentence_text
from app.jobs.model_tasks import ModelTask
from app.ui.formatting import duration_text, size_text, speed_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.translation_mixin import TranslationMixin

from . import texts

if TYPE_CHECKING:
    from app.models.install.download import InstallProgress

BAR_MAX = 10_000
"""The bar shows shares of this, as it counts in 32 bits, which are too few for bytes."""


class ProgressPage(TranslationMixin, QWidget):
    """Shows the running or interrupted task, with buttons to pause, resume or cancel it."""

    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: ModelTask | None = None
        self.title, self.state = QLabel(), QLabel()
        self.title.setObjectName("pageTitle")
        self.state.setObjectName("pill")
        self.bar = QProgressBar()
        self.bar.setRange(0, BAR_MAX)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.total, self.rate, self.waiting = QLabel(), QLabel(), QLabel()
        self.total.setProperty("look", "strong")
        self.rate.setProperty("look", "muted")
        self.waiting.setProperty("look", "warning")
        self.waiting.setWordWrap(True)
        self.waiting.setIndent(0)
        self.problem = Banner(closable=False)
        self.files = QTreeWidget()
        self.files.setObjectName("licences")
        self.files.setColumnCount(2)
        self.files.setRootIsDecorated(False)
        self.files.setUniformRowHeights(True)
        self.files.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.files.header().setStretchLastSection(False)
        self.files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.files.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.files.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows: dict[tuple[str, str], QTreeWidgetItem] = {}
        self.resume, self.pause, self.cancel = QPushButton(), QPushButton(), QPushButton()
        self.resume.setProperty("look", "primary")
        self.cancel.setProperty("look", "quiet")
        self.hint = QLabel()
        self.hint.setProperty("look", "note")
        self.hint.setWordWrap(True)
        self.hint.setIndent(0)
        self.resume.clicked.connect(self.resume_requested)
        self.pause.clicked.connect(self.pause_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        top_row = QHBoxLayout()
        top_row.setSpacing(14)
        top_row.addWidget(self.title)
        top_row.addWidget(self.state)
        top_row.addStretch(1)
        numbers = QHBoxLayout()
        numbers.setSpacing(14)
        numbers.addWidget(self.total)
        numbers.addWidget(self.rate)
        numbers.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.resume, self.pause, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 24)
        column.setSpacing(0)
        column.addLayout(top_row)
        column.addSpacing(22)
        column.addWidget(self.bar)
        column.addSpacing(10)
        column.addLayout(numbers)
        column.addWidget(self.waiting)
        column.addSpacing(14)
        column.addWidget(self.problem)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.hint)
        column.addSpacing(14)
        column.addWidget(self.files, 1)

    @property
    def task(self) -> ModelTask | None:
        return self._task

    def show_task(self, task: ModelTask) -> None:
        """Show a task and its state."""
        before, self._task = self._task, task
        if before is None or (before.kind, before.name) != (task.kind, task.name):
            self.files.clear()
            self._rows.clear()
            self.bar.setValue(0)
        self._retranslate()

    def show_progress(self, progress: InstallProgress) -> None:
        """Show progress; only the widgets that it concerns are updated."""
        fraction = progress.done_bytes / progress.total_bytes if progress.total_bytes else 0.0
        self.bar.setValue(round(fraction * BAR_MAX))
        self.total.setText(texts.done_of_total_text(progress.done_bytes, progress.total_bytes))
        rate = []
        if progress.bytes_per_s:
            rate.append(speed_text(progress.bytes_per_s))
        if progress.remaining_s is not None and progress.done_bytes < progress.total_bytes:
            rate.append(self.tr("about {time} left").format(time=duration_text(progress.remaining_s)))
        self.rate.setText(" · ".join(rate))
        self.waiting.setText(sentence_text(progress.waiting_reason, {}))
        self.waiting.setVisible(bool(progress.waiting_reason))
        self._show_file(progress)

    def _show_file(self, progress: InstallProgress) -> None:
        key = (progress.repository, progress.path)
        row = self._rows.get(key)
        if row is None:
            name = (
                f"{progress.repository.rpartition('/')[2]} / {progress.path}" if progress.repository else progress.path
            )
            row = QTreeWidgetItem([name, ""])
            row.setToolTip(0, f"{progress.repository}/{progress.path}")
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._rows[key] = row
            self.files.insertTopLevelItem(0, row)
        done = progress.file_done_bytes >= progress.file_total_bytes
        total = size_text(progress.file_total_bytes)
        row.setText(1, total if done else texts.done_of_total_text(progress.file_done_bytes, progress.file_total_bytes))

    def _retranslate(self) -> None:
        task = self._task
        self.files.setHeaderLabels([self.tr("File"), self.tr("Size")])
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setToolTip("")
        self.bar.setAccessibleName(self.tr("Progress"))
        if task is None:
            return
        running, download = task.state == "running", task.kind == "download"
        self.title.setText(task.title)
        verifying = running and task.kind == "verify"
        self.state.setText(self.tr("comparing") if verifying else texts.task_state_text(task))
        self.resume.setVisible(not running)
        self.resume.setText(self.tr("Resume") if task.state == "paused" else self.tr("Try again"))
        self.resume.setToolTip(self.tr("Resume where it stopped"))
        self.pause.setVisible(running and download)
        self.pause.setText(self.tr("Pause"))
        self.pause.setToolTip(self.tr("Stop for now: what has come is kept"))
        self.cancel.setText(self.tr("Discard…") if download else self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Delete what has come of it so far") if download else self.tr("Stop it"))
        self.cancel.setVisible(running or download)
        self.hint.setText(
            self.tr("This window may be closed, and Anneal too: the download goes on where it stopped.")
            if download
            else self.tr("This window may be closed meanwhile.")
        )
        if task.error is not None:
            self.problem.show_error(task.error)
        else:
            self.problem.hide()
        if task.progress is not None:
            self.show_progress(task.progress)
        else:
            self.total.setText(self.tr("Getting ready…") if running else "")
        if task.progress is None or not running:
            self.rate.clear()
            self.waiting.hide()
