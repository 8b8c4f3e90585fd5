"""Whether the baseline can run is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bench import whisper_baseline


def test_a_missing_baseline_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whisper_baseline, "find_spec", lambda name: object())
    assert "--peer FOLDER" in whisper_baseline.why_unavailable(None)
    assert "no model.bin" in whisper_baseline.why_unavailable(tmp_path)
    monkeypatch.setattr(whisper_baseline, "find_spec", lambda name: None)
    assert whisper_baseline.why_unavailable(tmp_path) == "faster-whisper is not installed."
