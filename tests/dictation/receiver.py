"""Another program with a line to type into: prints every change of its text as a line of JSON."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QLineEdit

app = QApplication(sys.argv)
line = QLineEdit()
line.setWindowTitle(sys.argv[1])
line.textChanged.connect(lambda text: print(json.dumps(text), flush=True))
line.resize(600, 60)
line.show()
line.activateWindow()
app.exec()
