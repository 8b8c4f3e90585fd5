"""The line above a file's text: its title, and what can be done with the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.jobs.item_text import COPY_FORMS, CopyForm, item_text
from app.jobs.queue_item import QueueItem
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin

COPIED_NOTICE_MS = 1500
GAP_PX = 4


class FileHeader(TranslationMixin, QWidget):
    """Shows the actions that a file's state allows; copies by itself and requests the rest."""

    edit_requested = Signal(object)  # QueueItem
    check_requested = Signal(object)
    export_requested = Signal(object)
    cancel_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: QueueItem | None = None
        self.title_label = ElidedLabel()
        self.title_label.setProperty("look", "muted")
        self.check_button, self.edit_button, self.copy_button, self.export_button, self.cancel_button = (
            QPushButton() for _ in range(5)
        )
        self.copy_menu = Menu(self)
        self._copy_actions: dict[CopyForm, QAction] = {form: self.copy_menu.addAction("") for form in COPY_FORMS}
        for form, action in self._copy_actions.items():
            action.triggered.connect(lambda _checked=False, form=form: self.copy(form))
        self._copied_timer = QTimer(self, singleShot=True, interval=COPIED_NOTICE_MS)
        self._copied_timer.timeout.connect(self._retranslate)
        self.copy_button.clicked.connect(lambda: self.copy())
        self.copy_more_button = QToolButton()
        self.copy_more_button.setText("▾")
        self.copy_more_button.setProperty("look", "quiet")
        self.copy_more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy_more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_more_button.setMenu(self.copy_menu)
        for button, emit in (
            (self.check_button, self.check_requested.emit),
            (self.edit_button, self.edit_requested.emit),
            (self.export_button, self.export_requested.emit),
            (self.cancel_button, self.cancel_requested.emit),
        ):
            button.clicked.connect(lambda _checked=False, emit=emit: self._request(emit))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.title_label, 1)
        for button in (self.check_button, self.cancel_button, self.edit_button, self.copy_button, self.export_button):
            button.setProperty("look", "link" if button is self.check_button else "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.insertWidget(row.indexOf(self.copy_button) + 1, self.copy_more_button)
        self._retranslate()

    def show_item(self, item: QueueItem | None) -> None:
        """Show the title of a file and the actions that it allows now."""
        self._item = item
        has_final_text = item is not None and item.has_final_text
        for button in (self.copy_button, self.copy_more_button):
            button.setEnabled(bool(item and item.text))
        self.cancel_button.setVisible(item is not None and not item.state.is_final and not item.recording)
        self.edit_button.setVisible(has_final_text)
        self.export_button.setVisible(has_final_text)
        self.check_button.setVisible(has_final_text and bool(item and item.doubts))
        self.title_label.set_full_text(item.title if item else "")
        self._retranslate()

    def _request(self, emit: Callable[[QueueItem], None]) -> None:
        if self._item is not None:
            emit(self._item)

    def copy(self, form: CopyForm = "text") -> None:
        """Copy the text so far to the clipboard, and say so on the button."""
        if self._item is not None and self._item.text:
            QGuiApplication.clipboard().setText(item_text(self._item, form))
            self._copied_timer.start()
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Give the two longest buttons their whole texts, or short ones where there is no room for all buttons."""
        count = len(self._item.doubts) if self._item is not None else 0
        check = self.tr("Check %n word(s)", "", count)
        self.check_button.setText(with_shortcut(check, "F8"))
        self.edit_button.setText(self.tr("Listen and edit"))
        buttons = [button for button in self.findChildren(QAbstractButton) if not button.isHidden()]
        if sum(button.sizeHint().width() + GAP_PX for button in buttons) > self.width():
            self.check_button.setText(check)
            self.edit_button.setText(self.tr("Edit"))

    @Slot()
    def _retranslate(self) -> None:
        self.check_button.setToolTip(self.tr("Listen to the words that are most likely wrong, one after the other"))
        self.edit_button.setToolTip(with_shortcut(self.tr("Listen to this transcript and correct it"), "Ctrl+Shift+E"))
        self.copy_button.setText(self.tr("Copied") if self._copied_timer.isActive() else self.tr("Copy"))
        self.copy_button.setToolTip(with_shortcut(self.tr("Copy the text"), "Ctrl+Shift+C"))
        self.copy_more_button.setToolTip(self.tr("Copy in another form"))
        self.copy_more_button.setAccessibleName(self.tr("Copy in another form"))
        texts = (self.tr("Text"), self.tr("Text with times"), self.tr("Subtitles (SRT)"), "Markdown")
        for form, text in zip(COPY_FORMS, texts, strict=True):
            self._copy_actions[form].setText(text)
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(with_shortcut(self.tr("Export this transcript"), "Ctrl+E"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(with_shortcut(self.tr("Cancel"), "Esc"))
        self._name_buttons()
