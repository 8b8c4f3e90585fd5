"""Submenu with the sample clips, each under its language's own name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.sample_clips import sample_language
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin


class SampleMenu(TranslationMixin, Menu):
    chosen = Signal(object)  # Path

    def __init__(self, samples: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for sample in samples:
            action = self.addAction(sample_language(sample)[1])
            action.triggered.connect(lambda _checked=False, sample=sample: self.chosen.emit(sample))
        self.menuAction().setVisible(bool(samples))
        self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Try a sample"))
