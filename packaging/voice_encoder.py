"""packaging/voice_encoder.py WHEEL: writes resources/voices/encoder.safetensors out of a wheel of Resemblyzer 0.1.4.

The wheel's checkpoint also holds the optimizer's state, in pickle and single precision. Only the weights are kept, in half
precision: 2.9 MB in the place of 17. The filters of its spectrogram go with them, so that nothing of librosa is needed to run.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import librosa
import torch
from safetensors.torch import save_file

TARGET = Path(__file__).parents[1] / "resources" / "voices" / "encoder.safetensors"


def main() -> None:
    """Convert the wheel that is named on the command line."""
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        checkpoint = torch.load(io.BytesIO(wheel.read("resemblyzer/pretrained.pt")), "cpu", weights_only=True)
    weights = {
        name: weight.half()
        for name, weight in checkpoint["model_state"].items()
        if name.split(".")[0] in ("lstm", "linear")
    }
    weights["mel_filters"] = torch.from_numpy(librosa.filters.mel(sr=16_000, n_fft=400, n_mels=40))
    TARGET.parent.mkdir(exist_ok=True)
    save_file(weights, TARGET)


if __name__ == "__main__":
    main()
