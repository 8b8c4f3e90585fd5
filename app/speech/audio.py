"""Any audio or video file -> 16 kHz mono float32, in blocks.

soundfile reads what libsndfile knows exactly (wav, flac, aiff, caf, au, w64, ...); PyAV, which carries FFmpeg, reads the
rest (mp3, m4a, ogg, opus, webm, mp4, mkv, mov, avi, wma, ...), more than two channels, and what libsndfile stumbles over.
Files are told by their content, never by their name. Memory stays bounded by the block, whatever the file's length.
"""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from math import isfinite
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from .errors import AudioError

SAMPLE_RATE_HZ = 16_000
READ_FRAMES = 65_536  # native frames read or gathered at a time: 0.3 s at 192 kHz, 4 s at 16 kHz
GAP_S = 0.1  # a jump between timestamps that is a hole in the recording, not rounding
LONGEST_HOLE_S = 4 * 3600.0  # longer jumps are damaged timestamps

_LOG = logging.getLogger(__name__)
_ANOTHER_FILE = "Choose an audio or video file, for example wav, mp3, m4a, flac, ogg or mp4."
_PCM_SCALE = {"u1": 2.0**7, "i2": 2.0**15, "i4": 2.0**31, "i8": 2.0**63}
_COMPRESSED = {"MP3", "OGG"}  # libsndfile reads them too, but gives up at the first damaged byte
_DRM_TAGS = {"drms", "enca", "aavd"}  # iTunes, common encryption, Audible
_DRM_BRANDS = ("aax", "aaxc")
_ASF_DRM = (  # object ids of encrypted Windows Media files
    bytes.fromhex("fbb311222 3bdd211b4b700a0c955fc6e".replace(" ", "")),
    bytes.fromhex("14e68a292226174cb935dae07ee9289c"),
)
_WAVE_ORDER = {  # channel order of wave files by channel count (WAVEFORMATEXTENSIBLE)
    1: ("FC",),
    2: ("FL", "FR"),
    3: ("FL", "FR", "FC"),
    4: ("FL", "FR", "BL", "BR"),
    5: ("FL", "FR", "FC", "BL", "BR"),
    6: ("FL", "FR", "FC", "LFE", "BL", "BR"),
    7: ("FL", "FR", "FC", "LFE", "BC", "SL", "SR"),
    8: ("FL", "FR", "FC", "LFE", "BL", "BR", "SL", "SR"),
}
