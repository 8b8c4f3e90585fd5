"""Fixtures that other tests of sound have."""

from tests.speech.conftest import ffmpeg

__all__ = ["ffmpeg"]
