"""Detects copy protection (DRM) by the marks that it leaves in a file's container."""

from __future__ import annotations

import re
from pathlib import Path

from av.audio.stream import AudioStream

_MP4_SCHEME_BOX = re.compile(rb"sinf....frma", re.DOTALL)  # MP4: iTunes purchases and common encryption
_AUDIBLE_CODEC_TAG = "aavd"
_ASF_ENCRYPTION_GUIDS = (  # Windows Media: content encryption and extended content encryption objects
    bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e"),
    bytes.fromhex("14e68a292226174cb935dae07ee9289c"),
)


def is_protected(path: Path, formats: set[str], stream: AudioStream) -> bool:
    """Whether a file's audio is encrypted, as MP4 (iTunes, common encryption, Audible) and Windows Media files say.

    Args:
        formats: FFmpeg's names for the file's container.
        stream: an audio stream of the file.
    """
    if "mov" in formats:
        if stream.codec_context is not None and stream.codec_context.codec_tag == _AUDIBLE_CODEC_TAG:
            return True
        with path.open("rb") as file:  # the box is in the index, which is at the start or at the end of the file
            start = file.read(2**22)
            file.seek(max(0, path.stat().st_size - 2**24))
            return bool(_MP4_SCHEME_BOX.search(start) or _MP4_SCHEME_BOX.search(file.read()))
    if "asf" in formats:
        with path.open("rb") as file:
            header = file.read(2**16)
        return any(guid in header for guid in _ASF_ENCRYPTION_GUIDS)
    return False
