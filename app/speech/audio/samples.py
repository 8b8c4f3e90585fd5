"""The audio format of the app: 16 kHz mono float32."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE_HZ = 16_000
Samples: TypeAlias = NDArray[np.float32]
"""Audio (n,), -1 to 1, at ``SAMPLE_RATE_HZ`` unless said otherwise."""
