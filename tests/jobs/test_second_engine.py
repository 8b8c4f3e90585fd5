"""The second engine: where Whisper is found, and how long its model stays loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile

from app.errors import ModelError
from app.jobs.second_engine import ComparisonSpan, SecondEngine
from app.speech.events import ModelReady, SegmentDone, TokenWritten
from app.speech.options import TranscribeOptions
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble


@pytest.fixture
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the models that this machine may have in the hub's cache."""
    monkeypatch.setattr("app.models.weights_location.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


def test_the_model_stays_loaded_until_another_device_is_chosen(no_cache: None, tmp_path: Path) -> None:
    device = ["cpu"]
    tiny.write_whisper(tmp_path / "whisper-small")
    clip = tmp_path / "clip.wav"
    soundfile.write(clip, babble(2.0, 1), RATE_HZ)
    whisper = SecondEngine(lambda: [tmp_path / "nowhere", tmp_path], lambda: device[0])
    assert whisper.find_whisper_folder() == tmp_path / "whisper-small"
    span = ComparisonSpan(clip, 0.0, 2.0, TranscribeOptions("en"))
    events = list(whisper.decode_span(span))
    assert [type(event) for event in events if isinstance(event, ModelReady | SegmentDone)] == [ModelReady, SegmentDone]
    texts = [event.text for event in events if isinstance(event, TokenWritten)]
    assert texts
    assert events[-1].segment.text
    loaded = whisper.loaded
    list(whisper.decode_span(span))
    assert whisper.loaded is loaded
    device[0] = "auto"
    list(whisper.decode_span(span))
    assert whisper.loaded is not loaded
    with pytest.raises(ModelError, match="Whisper is not here"):
        SecondEngine(lambda: [], lambda: "cpu").find_whisper_folder()
