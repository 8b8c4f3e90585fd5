"""Voice encoder: embeddings of windows of speech that are near each other where one person speaks.

The d-vectors of Wan et al. (2018, arXiv:1710.10467), with the weights of Resemblyzer 0.1.4 (Apache-2.0, ``resources/voices``):
an LSTM of three layers over a mel spectrogram, whose last state is projected and normalized.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from app import paths
from app.errors import ModelError
from app.speech.audio.samples import SAMPLE_RATE_HZ, Samples

WINDOW_S = 1.6
"""Length of a window, the one that the encoder was trained with."""
EMBEDDING_SIZE = 256
HOP, FRAME = SAMPLE_RATE_HZ // 100, SAMPLE_RATE_HZ // 40
"""Samples between two frames of the spectrogram, and in one."""
LEVEL_DBFS = -30.0
"""Quieter speech is raised to this level, as the encoder was trained."""


class VoiceEncoder(nn.Module):
    """Embeds windows of speech. Raises ``ModelError`` where its weights are missing or damaged."""

    def __init__(self, weights: Path | None = None) -> None:
        super().__init__()
        self.lstm = nn.LSTM(40, EMBEDDING_SIZE, 3, batch_first=True)
        self.linear = nn.Linear(EMBEDDING_SIZE, EMBEDDING_SIZE)
        self.mel_filters: Tensor
        self.register_buffer("mel_filters", torch.zeros(40, FRAME // 2 + 1))
        path = weights or paths.voice_encoder()
        try:
            self.load_state_dict({name: tensor.float() for name, tensor in load_file(path).items()})
        except (OSError, SafetensorError, RuntimeError) as error:
            raise ModelError(
                "The voice encoder {file} cannot be read.",
                "{reason}.",
                "Install Anneal again.",
                file=path,
                reason=str(error).splitlines()[0],
            ) from error
        self.eval().requires_grad_(False)

    @torch.inference_mode()
    def embed(self, windows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the embeddings (n, 256), of length 1, of windows (n, samples) at 16 kHz."""
        if not len(windows):
            return np.zeros((0, EMBEDDING_SIZE), np.float32)
        audio = torch.from_numpy(windows)
        spectrum = torch.stft(
            audio, FRAME, HOP, window=torch.hann_window(FRAME), pad_mode="constant", return_complex=True
        )
        mel = (self.mel_filters @ spectrum.abs().square()).transpose(1, 2)  # (n, frames, 40)
        _, (hidden, _) = self.lstm(mel)
        raw = self.linear(hidden[-1]).relu()
        return (raw / raw.norm(dim=-1, keepdim=True).clamp(min=1e-6)).numpy()


def raise_level(samples: Samples) -> Samples:
    """Return the samples with their level raised to ``LEVEL_DBFS`` if they are quieter."""
    rms = float(np.sqrt(np.mean(np.square(samples)))) if len(samples) else 0.0
    wanted = 10 ** (LEVEL_DBFS / 20)
    return samples * np.float32(wanted / rms) if 0 < rms < wanted else samples
