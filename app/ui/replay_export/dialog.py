"""Dialog that exports a replay: format, size, speed, colors and file. The export runs in another thread, cancellable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl, Slot
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

from app.atomic_write import TEMPORARY_SUFFIX
from app.errors import AnnealError
from app.jobs.job import Job
from app.library.file_names import MAX_NAME_BYTES, fit_name, title_to_stem
from app.ui.canvas.playback_clock import SPEEDS
from app.ui.canvas.step_model import Layer
from app.ui.formatting import decimal, percent, seconds_text
from app.ui.theme import current_colors
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_box import CheckBox
from app.ui.widgets.dropdown import Dropdown
from app.ui.widgets.translation_mixin import TranslationMixin

from .export_job import FILE_FORMATS, SOUND_FORMATS, ExportJob, ReplayClip, export
from .html_page import PageLabels
from .video_frames import FRAMES_PER_S, VIDEO_SIZES, VideoFrames, VideoLabels, VideoOptions

STOP_TIMEOUT_MS = 10_000
PROGRESS_STEPS = 1000


class ReplayExportDialog(TranslationMixin, QDialog):
    """Deletes itself when it is closed; closing cancels a running export, and nothing of it is left."""

    def __init__(self, clip: ReplayClip, layer: Layer = "blend", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clip, self._layer = clip, layer
        self._job: Job | None = None
        self._path = Path()
        self.format_box, self.size_box, self.speed_box, self.theme_box = (Dropdown() for _ in range(4))
        self._labels = [QLabel() for _ in range(4)]
        self.sound_box = CheckBox()
        self.sound_box.setChecked(clip.source is not None)
        self.description = QLabel()
        self.description.setProperty("look", "muted")
        self.description.setWordWrap(True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setRange(0, PROGRESS_STEPS)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(6)
        self.banner = Banner(closable=False)
        self.save_button, self.close_button = QPushButton(), QPushButton()
        self.save_button.setProperty("look", "primary")
        self.save_button.setDefault(True)
        self._fill()
        self._lay_out()
        self.format_box.currentIndexChanged.connect(self._refresh)
        self.size_box.currentIndexChanged.connect(self._refresh)
        self.speed_box.currentIndexChanged.connect(self._refresh)
        self.sound_box.toggled.connect(self._refresh)
        self.save_button.clicked.connect(self._choose_file)
        self.close_button.clicked.connect(self._on_close_pressed)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._stop_and_wait)
        self._retranslate()
        self._refresh()
        self.resize(460, self.sizeHint().height())

    def _fill(self) -> None:
        for file_format in FILE_FORMATS:
            self.format_box.addItem("", file_format)
        for size in VIDEO_SIZES:
            self.size_box.addItem("", size)
        for speed in SPEEDS:
            self.speed_box.addItem("", speed)
        for dark in (False, True):
            self.theme_box.addItem("", dark)
        self.format_box.select("mp4")
        self.size_box.setCurrentIndex(VIDEO_SIZES.index((VideoOptions.width_px, VideoOptions.height_px)))
        self.speed_box.select(1.0)
        self.theme_box.select(current_colors().dark)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.sound_box, len(self._boxes), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.description)
        column.addWidget(self.progress_bar)
        column.addWidget(self.banner)
        column.addLayout(buttons)

    @property
    def _boxes(self) -> tuple[Dropdown, ...]:
        return self.format_box, self.size_box, self.speed_box, self.theme_box

    @property
    def video_options(self) -> VideoOptions:
        width_px, height_px = self.size_box.currentData()
        return VideoOptions(
            width_px, height_px, self.speed_box.currentData(), self.theme_box.currentData(), self._layer
        )

    @property
    def exporting(self) -> bool:
        return self._job is not None

    def export_to(self, path: Path) -> None:
        """Start to write the file; a file of this name is replaced once the new one is complete."""
        if self._job is not None:
            return
        clip, font = self.clip, self.font()
        export_job = ExportJob(
            path,
            self.format_box.currentData(),
            self.video_options,
            self._video_labels(),
            self._page_labels(),
            self.sound_box.isChecked(),
        )
        self._job = Job(lambda: export(clip, export_job, font))
        self._job.reported.connect(self._on_progress)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self._path = path
        self.banner.hide()
        self.progress_bar.setValue(0)
        self._refresh()
        self._job.start()

    @Slot()
    def _choose_file(self) -> None:
        file_format = self.format_box.currentData()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        stem, end = title_to_stem(self.clip.title), f".{file_format}"
        proposed = Path(documents or Path.home()) / fit_name(stem, end, MAX_NAME_BYTES - len(TEMPORARY_SUFFIX))
        kind = f"{self.format_box.currentText()} (*.{file_format})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the annealing"), str(proposed), kind)
        if name:
            path = Path(name)
            self.export_to(
                path if path.suffix.lower() == f".{file_format}" else path.with_name(f"{path.name}.{file_format}")
            )

    @Slot(object)
    def _on_progress(self, share: float) -> None:
        self.progress_bar.setValue(round(share * PROGRESS_STEPS))
        self.description.setText(self.tr("{share} done").format(share=percent(min(share, 1.0))))

    @Slot(object)
    def _on_failed(self, error: AnnealError) -> None:
        self.banner.show_error(error)

    @Slot()
    def _on_finished(self) -> None:
        job, self._job, path = self._job, None, self._path
        if job is None:
            return
        job.wait()
        if not job.cancelled and not self.banner.text:
            self.banner.show_message(
                lambda: self.tr("Saved as {file}.").format(file=path.name),
                lambda: self.tr("Open"),
                lambda: _open_file(path),
                is_note=True,
            )
        self._refresh()

    @Slot()
    def _on_close_pressed(self) -> None:
        if self._job is None:
            self.close()
        else:
            self._job.cancel()
            self.close_button.setEnabled(False)

    @Slot()
    def _stop_and_wait(self) -> None:
        job = self._job
        if job is not None:
            job.cancel()
            job.wait(STOP_TIMEOUT_MS)

    def reject(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._job is None:
            self.deleteLater()
        else:  # a thread must not be deleted while it runs; it ends soon
            self._job.cancel()
            self._job.finished.connect(self.deleteLater)

    @Slot()
    def _refresh(self) -> None:
        idle, is_video = self._job is None, self.format_box.currentData() != "html"
        for box in self._boxes:
            box.setEnabled(idle and (is_video or box is self.format_box))
        has_sound = self.clip.source is not None and self.format_box.currentData() in SOUND_FORMATS
        self.sound_box.setVisible(has_sound)
        self.sound_box.setEnabled(idle)
        self.progress_bar.setVisible(not idle)
        self.save_button.setVisible(idle)
        self.close_button.setEnabled(True)
        self.close_button.setText(self.tr("Close") if idle else self.tr("Cancel"))
        if idle:
            self.description.setText(self._video_description() if is_video else self._page_description())

    def _video_description(self) -> str:
        file_format, options = self.format_box.currentData(), self.video_options
        with_sound = self.sound_box.isChecked() and file_format in SOUND_FORMATS
        length_s = VideoFrames.duration_s(self.clip.runs, options, with_sound)
        if with_sound:
            return self.tr(
                "{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit."
            ).format(seconds=seconds_text(length_s), frames=decimal(FRAMES_PER_S[file_format]))
        return self.tr("{seconds} long, {frames} fps; the finished text stays for a moment.").format(
            seconds=seconds_text(length_s), frames=decimal(FRAMES_PER_S[file_format])
        )

    def _page_description(self) -> str:
        return self.tr(
            "One file that any browser shows, without a network: to play, to step through and to see what else each"
            " word could have been."
        )

    def _video_labels(self) -> VideoLabels:
        return VideoLabels(
            draft=self.tr("Draft"),
            noise=self.tr("Noise"),
            step=self.tr("Step {step} of {steps}"),
            result=self.tr("Result"),
            end=self.tr("end"),
        )

    def _page_labels(self) -> PageLabels:
        return replace(
            PageLabels(),
            draft=self.tr("Draft"),
            noise=self.tr("Noise"),
            step=self.tr("Step {step} of {steps}"),
            result=self.tr("Result"),
            numbers=self.tr("{ms} ms · {share} % settled · {nats} nats"),
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
            "gif": self.tr("GIF, plays anywhere"),
            "mp4": self.tr("MP4 video"),
            "webm": self.tr("WebM video"),
            "html": self.tr("Web page to step through"),
        }
        for row in range(self.format_box.count()):
            self.format_box.setItemText(row, forms[self.format_box.itemData(row)])
        for row in range(self.size_box.count()):
            width_px, height_px = self.size_box.itemData(row)
            self.size_box.setItemText(row, f"{width_px} × {height_px}")
        for row in range(self.speed_box.count()):
            speed = self.speed_box.itemData(row)
            self.speed_box.setItemText(row, f"{decimal(speed, 0 if speed == int(speed) else 2)}×")
        for row, name in enumerate((self.tr("Light"), self.tr("Dark"))):
            self.theme_box.setItemText(row, name)
        self.save_button.setText(self.tr("Save…"))
        self.sound_box.setText(self.tr("With the sound"))
        self._refresh()


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
