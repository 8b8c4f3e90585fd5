"""An annealing taken elsewhere: as what, how large, how fast, and where to. Made in another thread, with a way to stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import AnnealError
from app.jobs.job import Job
from app.ui.canvas.playback_clock import SPEEDS
from app.ui.canvas.step_model import Layer
from app.ui.formatting import decimal, percent, seconds_about
from app.ui.library.export_dialog import file_name
from app.ui.theme import current_colors
from app.ui.widgets.banner import Banner
from app.ui.widgets.dropdown import Dropdown

from .export_job import FORMS, Annealing, Order, made
from .html_page import PageLabels
from .video_frames import FRAMES_PER_S, SIZES, Film, FilmOptions, Labels

LET_GO_MS = 10_000
PROGRESS_STEPS = 1000


class AnnealingDialog(QDialog):
    """Deletes itself when it is closed; what was being made then is stopped, and nothing of it is left."""

    def __init__(self, annealing: Annealing, layer: Layer = "blend", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annealing, self._layer = annealing, layer
        self._job: Job | None = None
        self._path = Path()
        self.form, self.size_px, self.speed, self.looks = (Dropdown() for _ in range(4))
        self._labels = [QLabel() for _ in range(4)]
        self.about = QLabel()
        self.about.setProperty("look", "muted")
        self.about.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.banner = Banner(closable=False)
        self.save, self.leave = QPushButton(), QPushButton()
        self.save.setProperty("look", "primary")
        self.save.setDefault(True)
        self._fill()
        self._lay_out()
        self.form.currentIndexChanged.connect(self._refresh)
        self.size_px.currentIndexChanged.connect(self._refresh)
        self.speed.currentIndexChanged.connect(self._refresh)
        self.save.clicked.connect(self._ask_where)
        self.leave.clicked.connect(self._on_leave_pressed)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._stop)
        self._retranslate()
        self._refresh()
        self.resize(460, self.sizeHint().height())

    def _fill(self) -> None:
        for form in FORMS:
            self.form.addItem("", form)
        for size in SIZES:
            self.size_px.addItem("", size)
        for speed in SPEEDS:
            self.speed.addItem("", speed)
        for dark in (False, True):
            self.looks.addItem("", dark)
        self.form.select("mp4")
        self.size_px.setCurrentIndex(SIZES.index((FilmOptions.width_px, FilmOptions.height_px)))
        self.speed.select(1.0)
        self.looks.select(current_colors().dark)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.about)
        column.addWidget(self.progress)
        column.addWidget(self.banner)
        column.addLayout(buttons)

    @property
    def _boxes(self) -> tuple[Dropdown, ...]:
        return self.form, self.size_px, self.speed, self.looks

    @property
    def options(self) -> FilmOptions:
        width_px, height_px = self.size_px.currentData()
        return FilmOptions(width_px, height_px, self.speed.currentData(), self.looks.currentData(), self._layer)

    @property
    def working(self) -> bool:
        return self._job is not None

    def make(self, path: Path) -> None:
        """Begin to write the file; what is there under this name is replaced when it is whole."""
        if self._job is not None:
            return
        annealing, font = self._annealing, self.font()
        order = Order(path, self.form.currentData(), self.options, self._film_labels(), self._page_labels())
        self._job = Job(lambda: made(annealing, order, font))
        self._job.reported.connect(self._on_progressed)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._path = path
        self.banner.hide()
        self.progress.setValue(0)
        self._refresh()
        self._job.start()

    @Slot()
    def _ask_where(self) -> None:
        form = self.form.currentData()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents or Path.home()) / f"{file_name(self._annealing.title)}.{form}"
        kind = f"{self.form.currentText()} (*.{form})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the annealing"), str(proposed), kind)
        if name:
            path = Path(name)
            self.make(path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}"))

    @Slot(object)
    def _on_progressed(self, share: float) -> None:
        self.progress.setValue(round(share * PROGRESS_STEPS))
        self.about.setText(self.tr("{share} done").format(share=percent(min(share, 1.0))))

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.banner.say_error(error)

    @Slot()
    def _on_finished(self) -> None:
        job, self._job, path = self._job, None, self._path
        if job is None:
            return
        job.wait()
        if not job.cancelled and not self.banner.text:
            self.banner.say(
                lambda: self.tr("Saved as {file}.").format(file=path.name),
                lambda: self.tr("Open"),
                lambda: _open(path),
                note=True,
            )
        self._refresh()

    @Slot()
    def _on_leave_pressed(self) -> None:
        if self._job is None:
            self.close()
        else:
            self._job.cancel()
            self.leave.setEnabled(False)

    @Slot()
    def _stop(self) -> None:
        job = self._job
        if job is not None:
            job.cancel()
            job.wait(LET_GO_MS)

    def reject(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._job is None:
            self.deleteLater()
        else:  # a thread must not be dropped while it runs: it is gone in a moment
            self._job.cancel()
            self._job.finished.connect(self.deleteLater)

    @Slot()
    def _refresh(self) -> None:
        idle, film = self._job is None, self.form.currentData() != "html"
        for box in self._boxes:
            box.setEnabled(idle and (film or box is self.form))
        self.progress.setVisible(not idle)
        self.save.setVisible(idle)
        self.leave.setEnabled(True)
        self.leave.setText(self.tr("Close") if idle else self.tr("Cancel"))
        if idle:
            self.about.setText(self._described() if film else self._page_described())

    def _described(self) -> str:
        form, options = self.form.currentData(), self.options
        length_s = Film.length_s([len(run.steps) for run in self._annealing.runs], options, FRAMES_PER_S[form])
        return self.tr("{seconds} long, {frames} pictures a second; the finished text stays for a moment.").format(
            seconds=seconds_about(length_s), frames=decimal(FRAMES_PER_S[form])
        )

    def _page_described(self) -> str:
        return self.tr(
            "One file that any browser shows, without a network: to play, to step through and to see what else each"
            " word could have been."
        )

    def _film_labels(self) -> Labels:
        return Labels(step=self.tr("Step {step} of {steps}"), result=self.tr("Result"), end=self.tr("end"))

    def _page_labels(self) -> PageLabels:
        return replace(
            PageLabels(),
            step=self.tr("Step {step} of {steps}"),
            result=self.tr("Result"),
            numbers=self.tr("{ms} ms · {share} % accepted · {nats} nats"),
            position=self.tr("Position {position} · {nats} nats"),
            play=self.tr("Play"),
            pause=self.tr("Pause"),
            back=self.tr("One step back"),
            on=self.tr("One step forward"),
            speed=self.tr("Speed"),
            which=self.tr("Segment"),
            theme=self.tr("Light or dark"),
            stage=self.tr("The canvas. The arrow keys go from token to token."),
            raster=self.tr("Steps"),
            raster_tip=self.tr("Steps downwards, positions across. Drag, or use the arrow keys, to step."),
            end=self.tr("end"),
            about=self.tr(
                "How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what"
                " else it could have been."
            ),
        )

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Save the annealing"))
        names = self.tr("Save as"), self.tr("Size"), self.tr("Speed"), self.tr("Colours")
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        forms = {
            "gif": self.tr("GIF, moves by itself anywhere"),
            "mp4": self.tr("MP4 video"),
            "webm": self.tr("WebM video"),
            "html": self.tr("Web page to step through"),
        }
        for row in range(self.form.count()):
            self.form.setItemText(row, forms[self.form.itemData(row)])
        for row in range(self.size_px.count()):
            width_px, height_px = self.size_px.itemData(row)
            self.size_px.setItemText(row, f"{width_px} × {height_px}")
        for row in range(self.speed.count()):
            speed = self.speed.itemData(row)
            self.speed.setItemText(row, f"{decimal(speed, 0 if speed == int(speed) else 2)}×")
        for row, name in enumerate((self.tr("Light"), self.tr("Dark"))):
            self.looks.setItemText(row, name)
        self.save.setText(self.tr("Save…"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
