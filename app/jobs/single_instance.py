"""One window per user and library: a second start hands its files to the first, and ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_TIMEOUT_MS = 1500
MAX_MESSAGE_BYTES = 2**20


def server_name(data: Path) -> str:
    """The name under which the window with this data folder is reached."""
    return f"anneal-{hashlib.sha256(str(data.absolute()).encode()).hexdigest()[:16]}"


def hand_over_files(name: str, files: Sequence[Path]) -> bool:
    """Hand files to the open window; False if none answers."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ANSWER_TIMEOUT_MS):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in files]).encode() + b"\n")
    accepted = socket.waitForReadyRead(ANSWER_TIMEOUT_MS) and bytes(socket.readLine().data()) == b"taken\n"
    socket.disconnectFromServer()
    return accepted


class FirstInstance(QObject):
    """Listens for later starts. If it cannot, a later start opens a window of its own."""

    files_received = Signal(object)  # list[Path], empty for a start without files

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sockets: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self.listening = self._server.listen(name)
        if not self.listening and not is_running(name):
            QLocalServer.removeServer(name)  # left by a process that died
            self.listening = self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.add(socket)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(self._on_disconnected)
            self._read(socket)

    @Slot()
    def _on_ready(self) -> None:
        for socket in list(self._sockets):
            self._read(socket)

    @Slot()
    def _on_disconnected(self) -> None:
        state = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in [socket for socket in self._sockets if socket.state() == state]:
            self._sockets.discard(socket)
            socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MAX_MESSAGE_BYTES:
                socket.abort()
            return
        try:
            names = json.loads(bytes(socket.readLine().data()))
            files = [Path(name) for name in names]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.files_received.emit(files)


def is_running(name: str) -> bool:
    """Whether a window listens under this name."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    answers = socket.waitForConnected(ANSWER_TIMEOUT_MS)
    socket.abort()
    return answers
