"""Voice activity detection with Silero VAD: how probable speech is, every 32 ms of a stream.

The weights come inside the package ``silero-vad`` (MIT), as safetensors. The package itself is not imported: that would limit
torch to one thread, and its loop in Python runs chunk by chunk. Ours computes the same, a block at a time.

Source: https://github.com/snakers4/silero-vad, ``tinygrad_model.py`` for the layers.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from scipy.ndimage import maximum_filter1d, minimum_filter1d
from torch import Tensor, nn
from torch.nn import functional as F

from .samples import Samples

CHUNK_SAMPLES = 512  # 32 ms
CONTEXT_SAMPLES = 64  # of the chunk before
FFT_BINS = 129
WEIGHTS = "silero_vad/data/silero_vad_16k.safetensors"

RAISED_PEAK = 0.5  # the network is deaf to speech that is 50 dB fainter than usual, so it hears all at one level: ...
GAIN_CHUNKS = 125  # ... that of the loudest moment within 4 s on either side ...
RECENT_CHUNKS, SOON_CHUNKS = 250, 16  # ... or from 8 s before to 0.5 s after, which is known sooner, ...
STANDS_OUT = 6.0  # ... where that is so many times the quietest there: it would raise steady noise too, ...
MAX_GAIN = 1000.0  # ... as far as 60 dB go

State = tuple[Tensor, Tensor]
"""Of the LSTM, each (1, 1, 128)."""


class SileroVad(nn.Module):
    """The network: spectrum, four convolutions, an LSTM over the chunks."""

    def __init__(self) -> None:
        super().__init__()
        self.stft_conv = _convolution(1, 2 * FFT_BINS, 256, stride=128, padding=0, bias=False)
        self.conv1 = _convolution(FFT_BINS, 128)
        self.conv2 = _convolution(128, 64, stride=2)
        self.conv3 = _convolution(64, 64, stride=2)
        self.conv4 = _convolution(64, 128)
        self.lstm = nn.LSTM(128, 128, batch_first=True, device="cpu", dtype=torch.float32)
        self.final_conv = _convolution(128, 1, 1, padding=0)

    def forward(self, chunks: Tensor, state: State | None) -> tuple[Tensor, State]:
        """Read consecutive chunks, each behind its context.

        Args:
            chunks: (n, 576), samples between -1 and 1.
            state: of the chunk before; None at the start of a stream.

        Returns:
            The probability of speech in each chunk, (n,), and the state behind the last.
        """
        spectrum = self.stft_conv(F.pad(chunks[:, None], (0, 64), "reflect"))  # (n, 258, 4)
        x = (spectrum[:, :FFT_BINS] ** 2 + spectrum[:, FFT_BINS:] ** 2).sqrt()
        for layer in (self.conv1, self.conv2, self.conv3, self.conv4):
            x = F.relu(layer(x))
        hidden, state = self.lstm(x.squeeze(2)[None], state)  # (1, n, 128)
        return torch.sigmoid(self.final_conv(F.relu(hidden[0])[:, :, None])).flatten(), state


def _convolution(
    inputs: int, outputs: int, size: int = 3, stride: int = 1, padding: int = 1, bias: bool = True
) -> nn.Conv1d:
    """On the CPU in float32, whatever the backbone is being loaded as at this moment."""
    return nn.Conv1d(inputs, outputs, size, stride, padding, bias=bias, device="cpu", dtype=torch.float32)


@lru_cache(maxsize=1)
def load_network() -> SileroVad:
    """The network with the weights of the installed package; read once.

    Raises:
        importlib.metadata.PackageNotFoundError: ``silero-vad`` is not installed.
    """
    weights = load_file(Path(str(metadata.distribution("silero-vad").locate_file(WEIGHTS))))
    network = SileroVad()
    network.load_state_dict(
        {
            f"lstm.{name.removeprefix('lstm_cell.')}_l0" if name.startswith("lstm_cell.") else name: tensor
            for name, tensor in weights.items()
        }
    )
    return network.eval()


class VoiceActivityDetector:
    """Hears a stream of 16 kHz mono, 0.5 to 4 s behind it: so far it looks ahead for the loudness."""

    def __init__(self) -> None:
        self._network = load_network()
        self._state: State | None = None
        self._rest: Samples = np.zeros(0, np.float32)
        self._chunks: Samples = np.zeros((0, CHUNK_SAMPLES), np.float32)  # not heard yet
        self._peaks: Samples = np.zeros(0, np.float32)  # of what is not heard yet and of RECENT_CHUNKS before
        self._context: Samples = np.zeros(CONTEXT_SAMPLES, np.float32)

    def append(self, block: Samples) -> NDArray[np.float32]:
        """Hear a block (n,) of any length; return the probabilities (chunks,) that are new."""
        audio = np.concatenate([self._rest, block])
        whole = len(audio) - len(audio) % CHUNK_SAMPLES
        self._rest = audio[whole:]
        self._take(audio[:whole])
        return self._hear(ended=False)

    def finish(self) -> NDArray[np.float32]:
        """Return the last probabilities (chunks,): the stream has ended, and silence fills up its last chunk."""
        self._take(np.pad(self._rest, (0, -len(self._rest) % CHUNK_SAMPLES)))
        self._rest = self._rest[:0]
        return self._hear(ended=True)

    def _take(self, audio: Samples) -> None:
        chunks = audio.reshape(-1, CHUNK_SAMPLES)
        self._chunks = np.concatenate([self._chunks, chunks])
        self._peaks = np.concatenate([self._peaks, np.abs(chunks).max(axis=1, initial=0.0)])

    def _loudest(self) -> tuple[Samples, NDArray[np.bool_]]:
        """The peak that each chunk not heard yet is heard by, and whether nothing that follows changes it."""
        past, ahead = len(self._peaks) - len(self._chunks), np.arange(len(self._chunks))[::-1]
        around = maximum_filter1d(self._peaks, 2 * GAIN_CHUNKS + 1, mode="constant")[past:]
        window, shift = RECENT_CHUNKS + 1 + SOON_CHUNKS, (RECENT_CHUNKS - SOON_CHUNKS) // 2
        recent = maximum_filter1d(self._peaks, window, mode="constant", origin=shift)[past:]
        quietest = minimum_filter1d(self._peaks, window, mode="nearest", origin=shift)[past:]
        stands_out = recent > STANDS_OUT * quietest
        return np.where(stands_out, recent, around), ahead >= np.where(stands_out, SOON_CHUNKS, GAIN_CHUNKS)

    def _hear(self, ended: bool) -> NDArray[np.float32]:
        """Hear the next chunks, as far as their loudness is known."""
        if not len(self._chunks):
            return np.zeros(0, np.float32)
        loudest, known = self._loudest()
        count = len(known) if ended or known.all() else int(np.argmin(known))
        if not count:
            return np.zeros(0, np.float32)
        past = len(self._peaks) - len(self._chunks)
        gains = np.clip(RAISED_PEAK / np.maximum(loudest[:count], 1e-9), 1.0, MAX_GAIN).astype(np.float32)
        raised = np.concatenate([self._context, (self._chunks[:count] * gains[:, None]).ravel()])
        self._context = raised[-CONTEXT_SAMPLES:]
        self._chunks = self._chunks[count:]
        self._peaks = self._peaks[max(0, past + count - RECENT_CHUNKS) :]
        windows = np.lib.stride_tricks.sliding_window_view(raised, CONTEXT_SAMPLES + CHUNK_SAMPLES)[::CHUNK_SAMPLES]
        with torch.inference_mode():
            probs, self._state = self._network(torch.from_numpy(windows.copy()), self._state)
        return probs.numpy()
