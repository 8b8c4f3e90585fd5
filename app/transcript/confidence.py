"""Confidence of a text by the confidences of its parts."""

from __future__ import annotations

from collections.abc import Sequence


def mean_confidence(confidences: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the mean of the parts' confidences, weighted by their sizes (tokens or characters); 0.0 without parts.

    An empty part counts as one of size 1. The mean of equal confidences is exactly that confidence.
    """
    if not confidences:
        return 0.0
    weights = [max(1, size) for size in sizes]
    first = confidences[0]
    deviation = sum((confidence - first) * weight for confidence, weight in zip(confidences, weights, strict=True))
    return first + deviation / sum(weights)
