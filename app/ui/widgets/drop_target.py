"""Overlay that accepts files dropped anywhere on the window."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import current_colors

THIS_COMPUTER = ("localhost", platform.node().lower())
"""Hosts that some programs name in the address of a local file."""


class DropTarget(QWidget):
    """Shown while files are dragged over the window; emits those that are dropped."""

    dropped = Signal(object)  # list[Path]
    links_dropped = Signal(object)  # list[str]: what lies on the web or on a server

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover_window(self) -> None:
        """Cover the whole window, above its other widgets."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent) and event.mimeData().urls():
                event.acceptProposedAction()
                self.cover_window()
            case QEvent.Type.DragLeave:
                self.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.hide()
                paths, links = _split_urls(event.mimeData())
                if paths or links:
                    event.acceptProposedAction()
                if links:
                    self.links_dropped.emit(links)
                if paths:
                    self.dropped.emit(paths)
            case QEvent.Type.Resize if self.isVisible():
                self.cover_window()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = colors["paper"]
        paper.setAlphaF(0.93)
        painter.fillRect(self.rect(), paper)
        painter.setPen(QPen(colors["accent"], 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(22, 22, -22, -22), 18, 18)
        font = QFont(self.font())
        font.setPixelSize(26)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = self.tr("Drop to transcribe")
        size = painter.fontMetrics().size(0, text)
        pill = QRectF(0, 0, size.width() + 64, size.height() + 32)
        pill.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["accent"])
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colors["on_accent"])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def _split_urls(data: QMimeData) -> tuple[list[Path], list[str]]:
    """Return the local files and folders in dragged data, and the links among it."""
    paths: list[Path] = []
    links: list[str] = []
    for url in data.urls():
        if url.isLocalFile() and url.host().lower() in THIS_COMPUTER:
            url.setHost("")
        if url.isLocalFile():
            paths.append(Path(url.toLocalFile()))
        else:
            url.setUserInfo(None)  # type: ignore[arg-type]  # perhaps a password; "" would leave its @
            links.append(url.toDisplayString())
    return paths, links
