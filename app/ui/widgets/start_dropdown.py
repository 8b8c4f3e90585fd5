"""Choice of what the canvas starts from: the model's own way, noise or the draft."""

from __future__ import annotations

from .dropdown import Dropdown
from .translation_mixin import TranslationMixin


class StartDropdown(TranslationMixin, Dropdown):
    """Its entries' data are those of ``TranscribeOptions.start``."""

    def __init__(self) -> None:
        super().__init__()
        for choice in ("auto", "noise", "draft"):
            self.addItem("", choice)
        self._retranslate()

    def _retranslate(self) -> None:
        for row, text in enumerate((self.tr("The model's own way"), self.tr("Noise"), self.tr("Draft"))):
            self.setItemText(row, text)
        noise = self.tr(
            "Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes."
        )
        draft = self.tr("Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.")
        self.setToolTip(f"{noise}\n{draft}")
        self.setAccessibleName(self.tr("What the canvas starts from"))
        self.setAccessibleDescription(self.toolTip())
