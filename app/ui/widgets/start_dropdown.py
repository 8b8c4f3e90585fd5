"""Choice of what a canvas begins with: the model's own way, noise alone, or noise with a draft in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy

from .dropdown import Dropdown
from .translation_mixin import TranslationMixin


class StartDropdown(TranslationMixin, Dropdown):
    """Its entries' data are those of ``TranscribeOptions.start``."""

    def __init__(self, offers_auto: bool = True) -> None:
        """``offers_auto`` adds the model's own way as an entry of its own."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also in the next language
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for choice in ("auto", "noise", "draft") if offers_auto else ("noise", "draft"):
            self.addItem("", choice)
        self._retranslate()

    def _retranslate(self) -> None:
        texts = {
            "auto": self.tr("The model's own way"),
            "noise": self.tr("Noise alone"),
            "draft": self.tr("With a draft"),
        }
        noise = self.tr(
            "Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes."
        )
        draft = self.tr("Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.")
        tips = {"auto": "", "noise": noise, "draft": draft}
        for row in range(self.count()):
            self.setItemText(row, texts[self.itemData(row)])
            self.setItemData(row, tips[self.itemData(row)], Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(f"{noise}\n{draft}")
        self.setAccessibleName(self.tr("What the canvas starts from"))
        self.setAccessibleDescription(self.toolTip())
