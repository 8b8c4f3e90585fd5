"""``anneal bench cpu``: the real command, the bundled model, the app's own sample."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from app import paths
from app.cli import exit_codes, main

SAMPLES = paths.resources_folder() / "samples"


@pytest.mark.skipif(not paths.bundled_models(), reason="no bundled model in this checkout yet")
@pytest.mark.timeout(600)
def test_cpu(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["bench", "cpu", str(SAMPLES / "en.flac"), "--rounds", "1", "--steps", "2"]) == exit_codes.DONE
    printed = capsys.readouterr().out
    assert "2 steps" in printed
    assert "x real time" in printed
    assert ("faster-whisper is not installed" in printed) == (find_spec("faster_whisper") is None)
