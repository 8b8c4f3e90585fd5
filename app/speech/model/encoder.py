"""The frozen Whisper encoder: 16 kHz audio -> acoustic frames at 50 Hz.

The stock ``WhisperEncoder.forward`` insists on 30 s of mel frames. Its layers do not: with the position
embeddings cut to the clip's length a 3 s clip costs a tenth of a padded one, so the layers run on that length.
Frame rates and mel settings are Whisper's own (Radford et al. 2022): 10 ms hop, 80 mel bins, convolution stride 2.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn
from transformers import WhisperConfig, WhisperFeatureExtractor
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from app.errors import ModelError, reason_of
from app.speech.audio.samples import SAMPLE_RATE_HZ

HOP_SAMPLES = 160
SAMPLES_PER_FRAME = 2 * HOP_SAMPLES  # the second convolution halves the mel rate: 20 ms a frame
MAX_FRAMES = 1500  # 30 s: the length of Whisper's position embedding


class AcousticEncoder(nn.Module):
    """A frozen ``WhisperEncoder`` that runs on the clip's own length.

    Source: ``transformers.models.whisper.modeling_whisper.WhisperEncoder``.
    """

    def __init__(self, config: WhisperConfig) -> None:
        super().__init__()
        self.config = config
        self.whisper = WhisperEncoder(config)
        self.features = WhisperFeatureExtractor(feature_size=config.num_mel_bins)
        self.requires_grad_(False)
        self.eval()

    @classmethod
    def from_folder(cls, folder: Path) -> AcousticEncoder:
        """Read ``config.json`` and ``model.safetensors`` (any precision) into an fp32 encoder.

        The file may hold the encoder alone or a whole Whisper, whose decoder is not read. Raises ``ModelError``.
        """
        try:
            config = WhisperConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
            encoder = cls(config)
            with safe_open(folder / "model.safetensors", framework="pt") as file:
                has_decoder = any(key.startswith("model.decoder.") for key in file.keys())  # noqa: SIM118  not a mapping
                weights = {
                    key.removeprefix("model.").removeprefix("encoder."): file.get_tensor(key).float()
                    for key in file.keys()  # noqa: SIM118
                    if not has_decoder or key.startswith("model.encoder.")
                }
            encoder.whisper.load_state_dict(weights)
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise ModelError(
                "The speech encoder in {folder} cannot be read.",
                "{reason}.",
                "Install it again.",
                folder=folder,
                reason=reason_of(error),
            ) from error
        return encoder

    @property
    def width(self) -> int:
        """Width of an acoustic frame."""
        return int(self.config.d_model)

    def mel(self, audio: np.ndarray) -> Tensor:
        """Return the log-mel spectrogram of mono float32 audio at 16 kHz, (mel, 2 * frames); at most 30 s."""
        frames = min(MAX_FRAMES, max(1, -(-len(audio) // SAMPLES_PER_FRAME)))
        padded = np.zeros(frames * SAMPLES_PER_FRAME, dtype=np.float32)
        clip = audio[: len(padded)]
        padded[: len(clip)] = clip
        mel = self.features(
            padded, sampling_rate=SAMPLE_RATE_HZ, padding=False, truncation=False, return_tensors="np"
        ).input_features[0]
        return torch.from_numpy(np.ascontiguousarray(mel, dtype=np.float32))

    @torch.no_grad()
    def forward(self, mel: Tensor, lengths: Tensor | None = None) -> Tensor:
        """Return acoustic frames (batch, frames, width) of mel spectrograms (batch, mel, 2 * frames).

        ``lengths`` (batch,) counts each row's true frames; frames after them are padding that the others do not see.
        """
        whisper = self.whisper
        x = nn.functional.gelu(whisper.conv1(mel.to(whisper.conv1.weight.dtype)))
        if lengths is not None:  # conv2 looks one mel frame ahead: padding must be silent there, as at a clip's end
            inside = torch.arange(x.shape[-1], device=x.device) < 2 * lengths[:, None]
            x = x * inside[:, None, :]
        x = nn.functional.gelu(whisper.conv2(x)).transpose(1, 2)  # (batch, frames, width)
        frames = x.shape[1]
        x = x + whisper.embed_positions.weight[:frames]
        mask = None
        if lengths is not None and bool((lengths < frames).any()):
            padding = torch.arange(frames, device=x.device) >= lengths[:, None]
            mask = torch.zeros(x.shape[0], 1, 1, frames, dtype=x.dtype, device=x.device)
            mask = mask.masked_fill(padding[:, None, None, :], torch.finfo(x.dtype).min)
            mask = mask.expand(-1, 1, frames, -1)
        for layer in whisper.layers:
            out = layer(x, mask)
            x = out[0] if isinstance(out, tuple) else out
        return whisper.layer_norm(x)

    def encode(self, mels: list[Tensor]) -> tuple[Tensor, Tensor]:
        """Return frames (batch, frames, width) and lengths (batch,) of several clips' spectrograms. Rows end in padding."""
        lengths = torch.tensor([mel.shape[1] // 2 for mel in mels])
        device = self.whisper.conv1.weight.device
        if device.type == "cpu":  # gains nothing from a batch, and padding with its mask costs half as much again
            return nn.utils.rnn.pad_sequence([self(mel[None])[0] for mel in mels], batch_first=True), lengths
        batch = torch.zeros(len(mels), mels[0].shape[0], 2 * int(lengths.max()))
        for row, mel in enumerate(mels):
            batch[row, :, : mel.shape[1]] = mel
        return self(batch.to(device), lengths.to(device)), lengths.to(device)
