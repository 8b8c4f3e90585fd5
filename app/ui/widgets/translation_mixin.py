"""Widgets that set their texts anew when the language of the window changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Base
else:
    _Base = object  # at run time only the widget itself may derive from a Qt class


class TranslationMixin(_Base):
    """Calls ``_retranslate`` on ``QEvent.LanguageChange``; stands before the Qt class among the bases.

    ``_retranslate`` sets all texts of the widget, and is also called at the end of ``__init__``.
    """

    def _retranslate(self) -> None:
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
