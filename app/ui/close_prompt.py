"""The question before a window with work in it is closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def confirm_close(parent: QWidget, recording: bool, unfinished: int) -> bool:
    """Ask; nothing is lost either way, and it says so."""
    box = QMessageBox(parent)
    box.setWindowTitle("Anneal")
    if recording:
        box.setText(QCoreApplication.translate("Closing", "A recording is running."))
        box.setInformativeText(
            QCoreApplication.translate(
                "Closing", "If you close now, what was said so far is kept in the recordings folder."
            )
        )
    else:
        box.setText(QCoreApplication.translate("Closing", "Anneal is still working."))
        offered = QCoreApplication.translate(
            "Closing", "Files that are not finished: {count}. At its next start Anneal offers to go on with them."
        )
        box.setInformativeText(offered.format(count=unfinished))
    close = box.addButton(
        QCoreApplication.translate("Closing", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(QCoreApplication.translate("Closing", "Keep working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is close
