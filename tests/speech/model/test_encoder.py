"""What the encoder is fed, beside an independent reading of the same definition."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from app import paths
from app.speech.audio import decode
from app.speech.model.assembly import load_model
from app.speech.model.encoder import HOP_SAMPLES, AcousticEncoder
from tests.speech.conftest import RATE_HZ

ENCODERS = [folder / "encoder" for folder in paths.bundled_models() if (folder / "encoder" / "config.json").is_file()]


@pytest.mark.skipif(not ENCODERS, reason="no bundled model in this checkout, so no encoder")
def test_the_spectrogram_is_the_one_librosa_computes() -> None:
    """Whisper's log-mel (Radford et al. 2022): 25 ms windows every 10 ms, 80 Slaney bands, eight decades below the peak."""
    import librosa  # compiles for seconds when it is first used

    sound = decode.read(sorted(paths.sample_clips())[0])[: 5 * RATE_HZ]
    power = librosa.feature.melspectrogram(
        y=sound, sr=RATE_HZ, n_fft=400, hop_length=HOP_SAMPLES, n_mels=80, pad_mode="reflect"
    )
    decades = np.log10(np.maximum(power, 1e-10))
    expected = (np.maximum(decades, decades.max() - 8) + 4) / 4
    mel = AcousticEncoder.from_folder(ENCODERS[0]).mel(sound).numpy()
    inside = slice(2, min(mel.shape[1], expected.shape[1]) - 4)  # the clip's ends are padded differently
    np.testing.assert_allclose(mel[:, inside], expected[:, inside], atol=2e-3)


@pytest.mark.skipif(not ENCODERS, reason="no bundled model in this checkout, so no encoder")
def test_a_cpu_encodes_the_same_in_bf16() -> None:
    """In bf16 a CPU attends with other kernels: frames and their CTC tokens stay those of fp32."""
    sound = decode.read(sorted(paths.sample_clips())[0])[: 5 * RATE_HZ]
    encoded, ctc_ids = [], []
    for dtype in (torch.float32, torch.bfloat16):
        model = load_model(ENCODERS[0].parent, "cpu", dtype)
        with torch.inference_mode():
            [frames], _ = model.encoder.encode([model.features(sound).mel])
            tokens, _ = model.audio_tokens([sound])
            ctc_ids.append(model.ctc_logits(tokens[0]).argmax(-1))
        encoded.append(frames.float())
    similarity = torch.nn.functional.cosine_similarity(*encoded, dim=-1)
    assert similarity.median() > 0.999
    assert similarity.mean() > 0.998  # a few frames depend on the CPU: 0.9987 on an AMD EPYC
    assert (ctc_ids[0] == ctc_ids[1]).float().mean() > 0.95
