"""Clustering of voice embeddings into speakers, and the sequence of speakers over time. No torch.

Average-linkage agglomerative clustering of cosine similarities, as in Garcia-Romero et al. (2017, ICASSP), stops where the
nearest clusters are further apart than one speaker's usually are. A Viterbi pass over the similarities with the clusters'
centroids then says who speaks when: each change of speaker costs something, so that a single odd window is none.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

MERGE_SIMILARITY = 0.63
"""Mean cosine similarity from which on two clusters are one speaker. Windows of one speaker's clips have 0.72 to 0.75 in the
middle, those of two speakers 0.49 (Common Voice and LibriSpeech, clips that training may use)."""
STRICTER = (0.0, 0.03, 0.06, 0.09)
"""Added to it, in turn, where fewer clusters are found than there are known to be speakers."""
MIN_SHARE, MIN_WINDOWS = 0.05, 5
"""Part of all windows, and number of them, that a cluster needs to be a speaker; smaller ones are joined with others."""
MAX_CLUSTERED = 1500
"""Windows that are clustered, evenly taken out of all; the rest go to the nearest centroid."""


def cluster_centroids(embeddings: NDArray[np.float32], speakers: int | None = None) -> NDArray[np.float32]:
    """Return the centroids (speakers, size), of length 1, of embeddings (n, size) of length 1.

    ``speakers`` is their number, None estimates it; fewer are returned where fewer can be told apart. The cluster with most
    windows comes first, of equal ones the earliest.
    """
    if not len(embeddings):
        return embeddings[:0]
    chosen = embeddings[np.linspace(0, len(embeddings) - 1, min(len(embeddings), MAX_CLUSTERED)).astype(int)]
    min_size = max(min(MIN_WINDOWS, len(chosen)), MIN_SHARE * len(chosen))
    merges = linkage(chosen, method="average", metric="cosine") if len(chosen) > 1 else np.zeros((0, 4))
    for stricter in STRICTER if speakers else STRICTER[:1]:
        labels = fcluster(merges, 1 - MERGE_SIMILARITY - stricter, criterion="distance") - 1
        sizes = np.bincount(labels)
        if (sizes >= min_size).sum() >= (speakers or 1):
            break
    first_windows = np.unique(labels, return_index=True)[1]
    largest_first = np.lexsort((first_windows, -sizes))
    kept = largest_first[:speakers] if speakers else largest_first[: max(1, (sizes >= min_size).sum())]
    centroids = _normalized(np.stack([chosen[labels == label].sum(axis=0) for label in kept]))
    for _ in range(3):  # all windows settle around them, as in k-means
        nearest = (embeddings @ centroids.T).argmax(axis=1)
        sums = np.stack([embeddings[nearest == n].sum(axis=0) for n in range(len(centroids))])
        centroids = np.where(sums.any(axis=1, keepdims=True), _normalized(sums), centroids)
    return centroids


def speaker_sequence(
    embeddings: NDArray[np.float32], centroids: NDArray[np.float32], penalties: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Return the most probable speaker (n,) of windows in their order.

    ``penalties`` (n - 1,) say what a change between a window and the next one costs.
    """
    scores = (embeddings @ centroids.T).astype(np.float64)  # (windows, speakers)
    if not len(scores):
        return np.zeros(0, np.int64)
    back = np.zeros(scores.shape, np.int64)
    total = scores[0]
    for n in range(1, len(scores)):
        best = int(total.argmax())
        stays = total >= total[best] - penalties[n - 1]
        back[n] = np.where(stays, np.arange(scores.shape[1]), best)
        total = np.where(stays, total, total[best] - penalties[n - 1]) + scores[n]
    path = np.empty(len(scores), np.int64)
    path[-1] = total.argmax()
    for n in range(len(scores) - 1, 0, -1):
        path[n - 1] = back[n, path[n]]
    return path


def _normalized(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-6)
