"""Opens the window as ``anneal-gui`` does, and reports when it was on screen: ``python -m app.bench.window_start``."""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Print a line of JSON as soon as the window is painted, and end the process."""
    gc.disable()  # as app.__main__ does
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from app import wiring
    from app.paths import Folders

    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        app = wiring.build(application, Folders.under(Path(folder)))
        app.window.show()
        handle = app.window.windowHandle()
        while not (handle and handle.isExposed()):
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        application.processEvents()  # and painted
        report = {"shown_at_s": time.time(), "cpu_s": time.process_time(), "torch_imported": "torch" in sys.modules}
        print(json.dumps(report), flush=True)
        app.window.hide()
        app.shut_down()  # nothing writes any more into the folder that goes
    os._exit(0)


if __name__ == "__main__":
    main()
