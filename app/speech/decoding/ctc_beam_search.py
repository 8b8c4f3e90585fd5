"""CTC prefix beam search with an n-gram language model: the text that sound and language together make most probable.

First-pass decoding after Hannun et al. (2014): probabilities of the alignments of one text are added up, apart for those that
end in a blank, and every new token brings the language model's log-probability with a weight, and a bonus (shallow fusion).
All rows of a batch go through the frames together. No torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.models.adapter.spec import FusionConfig
from app.speech.model.ngram_lm import NGramModel

BEAM_WIDTH = 64
CANDIDATES = 16
"""The most probable tokens of a frame, beside the blank, that may prolong a text."""
MIN_LOG_PROB = -10.0
"""Log-probability below which a token of a frame is no candidate."""
PRUNE_MARGIN = 8.0
"""What would be so many nats behind the best text of its row, even if the language model had nothing against it, is not
written: most frames hold nothing but the blank."""
N_BEST = 3
N_BEST_MARGIN = 2.0
"""So many texts of a row are handed out, those at most so many nats behind the best."""
NEG_INF = -1e30
_HASH_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Hypothesis:
    """A reading of a row, and the log-probability that sound and language give it."""

    tokens: list[int]
    score: float


def prefix_beam_search(
    log_probs: NDArray[np.float32],
    lengths: NDArray[np.integer],
    ngrams: NGramModel,
    fusion: FusionConfig,
    *,
    blank_id: int,
    begin_id: int,
    end_id: int,
) -> list[list[Hypothesis]]:
    """The most probable texts of each row of CTC log-probabilities (batch, frames, vocab), of ``lengths`` (batch,) frames, best
    first.

    ``begin`` stands before a text and ``end`` behind it, for the language model.
    """
    order = np.argsort(-lengths, kind="stable")
    found: list[list[Hypothesis]] = [[] for _ in order]
    if not len(order):
        return found
    search = _BeamSearch(log_probs[order], ngrams, fusion, blank_id, begin_id)
    for frame in range(int(lengths.max())):
        search.step(frame, int((lengths > frame).sum()))
    for row, texts in zip(order, search.best(end_id), strict=True):
        found[row] = texts
    return found


class _BeamSearch:
    """The beams (rows, beams) of rows whose frames end one after the other, the last rows first."""

    def __init__(
        self, log_probs: NDArray[np.float32], ngrams: NGramModel, fusion: FusionConfig, blank: int, begin: int
    ) -> None:
        rows = len(log_probs)
        self.ngrams, self.fusion = ngrams, fusion
        self.heard, self.blank = log_probs, blank
        spoken = log_probs.copy()
        spoken[..., blank] = NEG_INF
        self.candidates = np.argpartition(-spoken, CANDIDATES, axis=-1)[..., :CANDIDATES]  # (rows, frames, candidates)
        self.spoken = np.take_along_axis(spoken, self.candidates, axis=-1).astype(np.float64)
        shape = (rows, BEAM_WIDTH)
        self.in_blank, self.in_token = np.full(shape, NEG_INF), np.full(shape, NEG_INF)
        self.in_blank[:, 0] = 0.0
        self.language = np.zeros(shape)
        self.last = np.full(shape, -1)
        self.hashes = np.zeros(shape, np.uint64)  # of the texts
        self.states = np.broadcast_to(ngrams.states_after(np.array([begin])), (*shape, ngrams.order - 1)).copy()
        self.texts = np.zeros(shape, np.int64)  # the place of each beam's text in the two lists
        self.parents, self.tokens = [np.full(1, -1)], [np.full(1, -1)]
        self.written = 1

    def step(self, frame: int, rows: int) -> None:
        """One frame of the first ``rows`` rows."""
        r = slice(rows)
        total = np.logaddexp(self.in_blank[r], self.in_token[r])
        heard, last = self.heard[r, frame].astype(np.float64), self.last[r]
        # a text stays as it is by a blank, or by its last token once more
        again = np.where(last >= 0, np.take_along_axis(heard, np.maximum(last, 0), axis=1), NEG_INF)
        stay_blank, stay_token = total + heard[:, self.blank, None], self.in_token[r] + again
        # or a candidate prolongs it; the same token again needs a blank between
        spoken, tokens = self.spoken[r, frame], self.candidates[r, frame]
        alive = total > NEG_INF / 2
        score = total + self.language[r]
        prolonged = (
            score[:, :, None] + spoken[:, None, :] + self.fusion.bonus > score.max(axis=1)[:, None, None] - PRUNE_MARGIN
        )
        row, beam, place = (prolonged & alive[:, :, None] & (spoken > MIN_LOG_PROB)[:, None, :]).nonzero()
        token = tokens[row, place]
        before = np.where(token == last[row, beam], self.in_blank[r][row, beam], total[row, beam])
        longer = before + spoken[row, place]
        log_probs, states = self.ngrams.score_and_advance(self.states[row, beam], token)
        language = self.language[row, beam] + self.fusion.weight * log_probs + self.fusion.bonus
        hashes = self.hashes[row, beam] * _HASH_FACTOR + token.astype(np.uint64) + np.uint64(1)

        # where the longer text is another beam's, its alignments are added to that one's
        extension, beside = ((hashes[:, None] == self.hashes[row]) & alive[row]).nonzero()
        np.logaddexp.at(stay_token, (row[extension], beside), longer[extension])
        longer[extension] = NEG_INF

        scores = np.full((rows, BEAM_WIDTH + BEAM_WIDTH * CANDIDATES), NEG_INF)
        scores[:, :BEAM_WIDTH] = np.logaddexp(stay_blank, stay_token) + self.language[r]
        slots = BEAM_WIDTH + beam * CANDIDATES + place
        scores[row, slots] = longer + language
        where = np.full(scores.shape, -1)
        where[row, slots] = np.arange(len(row))
        kept = np.argpartition(-scores, BEAM_WIDTH - 1, axis=1)[:, :BEAM_WIDTH]
        new = np.take_along_axis(where, kept, axis=1)  # (rows, beams) of the extensions, or -1
        same = np.where(new < 0, np.minimum(kept, BEAM_WIDTH - 1), beam[new] if len(row) else 0)

        def moved(stays: NDArray[Any], prolonged: NDArray[Any] | float) -> NDArray[Any]:
            carried = np.take_along_axis(stays, same, axis=1)
            return carried if not len(row) else np.where(new < 0, carried, np.broadcast_to(prolonged, len(row))[new])

        is_dead = np.take_along_axis(scores, kept, axis=1) <= NEG_INF / 2
        self.in_blank[r] = np.where(is_dead, NEG_INF, moved(stay_blank, NEG_INF))
        self.in_token[r] = np.where(is_dead, NEG_INF, moved(stay_token, longer))
        self.language[r] = moved(self.language[r], language)
        self.last[r] = moved(last, token)
        self.hashes[r] = moved(self.hashes[r], hashes)
        carried = np.take_along_axis(self.states[r], same[:, :, None], axis=1)
        self.states[r] = carried if not len(row) else np.where((new < 0)[:, :, None], carried, states[new])
        taken = np.unique(new[new >= 0])
        places = np.zeros(len(row), np.int64)
        places[taken] = self.written + np.arange(len(taken))
        self.parents.append(self.texts[row[taken], beam[taken]])
        self.tokens.append(token[taken])
        self.written += len(taken)
        self.texts[r] = moved(self.texts[r], places)

    def best(self, end: int) -> list[list[Hypothesis]]:
        """The best texts of every row, best first."""
        closing, _ = self.ngrams.score_and_advance(self.states, np.full(self.last.shape, end))
        scores = np.logaddexp(self.in_blank, self.in_token) + self.language + self.fusion.weight * closing
        parents, tokens = np.concatenate(self.parents), np.concatenate(self.tokens)
        found = []
        for own, places in zip(scores, self.texts, strict=True):
            near = [beam for beam in np.argsort(-own, kind="stable")[:N_BEST] if own[beam] >= own.max() - N_BEST_MARGIN]
            found.append(
                [Hypothesis(_backtrace(int(places[beam]), parents, tokens), float(own[beam])) for beam in near]
            )
        return found


def _backtrace(place: int, parents: NDArray[np.integer], tokens: NDArray[np.integer]) -> list[int]:
    """The tokens of the text at a place in the two lists."""
    text = []
    while place > 0:
        text.append(int(tokens[place]))
        place = int(parents[place])
    return text[::-1]
