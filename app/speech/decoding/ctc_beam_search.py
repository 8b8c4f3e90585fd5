"""CTC prefix beam search, with an n-gram language model (shallow fusion) or without, for a batch of rows at once.

First-pass decoding after Hannun et al. (2014, arXiv:1408.2873): the probabilities of all alignments of one text are added up,
separately for those that end in a blank and those that end in the text's last token. Every new token adds a language model's
weighted log-probability and a bonus. Scores are natural logarithms.
Tokens of the user's own words get a bonus on top (``phrase_trie.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from app.models.adapter.spec import FusionConfig
from app.speech.model.ngram_lm import NGramModel

from .phrase_trie import BEAM_BONUS, ROOT, PhraseTrie

BEAM_WIDTH = 64
CANDIDATES = 16
"""Tokens of a frame, the most probable ones beside the blank, that may extend a hypothesis."""
MIN_LOG_PROB = -10.0
"""Log-probability below which a token of a frame is no candidate."""
PRUNE_MARGIN = 8.0
"""In nats: a hypothesis is not extended if, even with a language model score of 0, the result would fall this far behind its
row's best. Most frames hold nothing but the blank."""
NEG_INF = -1e30
_HASH_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Hypothesis:
    """A text of a row, and the log-probability that sound and language model give it."""

    tokens: list[int]
    score: float


@dataclass(frozen=True)
class NBestLimits:
    """Which hypotheses of a row are returned: at most ``size``, those at most ``margin`` nats behind the best."""

    size: int = 3
    margin: float = 2.0


class NoLanguageModel:
    """Takes the place of an ``NGramModel`` where the log-probabilities alone decide."""

    order = 1

    def states_after(self, tokens: NDArray[np.integer]) -> NDArray[np.int32]:
        return np.zeros((*tokens.shape[:-1], 0), np.int32)

    def score_and_advance(
        self, states: NDArray[np.int32], tokens: NDArray[np.integer]
    ) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        return np.zeros(tokens.shape, np.float32), states


def prefix_beam_search(
    log_probs: Sequence[NDArray[np.float32]],
    ngrams: NGramModel | NoLanguageModel,
    fusion: FusionConfig,
    *,
    blank_id: int,
    begin_id: int,
    end_id: int,
    phrases: PhraseTrie | None = None,
    limits: NBestLimits = NBestLimits(),
) -> list[list[Hypothesis]]:
    """Return the most probable texts of each row, best first.

    Args:
        log_probs: CTC log-probabilities of each row, (frames, vocab).
        begin_id, end_id: the tokens before and after a text in the language model.
        phrases: the user's own words, whose tokens get ``BEAM_BONUS`` each.
    """
    if not log_probs:
        return []
    longest_first = sorted(range(len(log_probs)), key=lambda row: -len(log_probs[row]))
    lengths = np.array([len(log_probs[row]) for row in longest_first])
    padded = np.zeros((len(lengths), int(lengths.max()), log_probs[0].shape[-1]), np.float32)
    for padded_row, row in zip(padded, longest_first, strict=True):
        padded_row[: len(log_probs[row])] = log_probs[row]
    search = _BeamSearch(padded, ngrams, fusion, blank_id, begin_id, phrases)
    for frame in range(int(lengths.max())):
        search.step(frame, int((lengths > frame).sum()))
    n_best: list[list[Hypothesis]] = [[] for _ in longest_first]
    for row, hypotheses in zip(longest_first, search.n_best(end_id, limits), strict=True):
        n_best[row] = hypotheses
    return n_best


@dataclass
class _Beams:
    """The hypotheses of all rows, (rows, beams) each."""

    p_blank: NDArray[np.float64]
    """Log-probability of the alignments that end in a blank."""
    p_non_blank: NDArray[np.float64]
    """Log-probability of the alignments that end in the last token."""
    lm_scores: NDArray[np.float64]
    """Weighted language model log-probabilities and bonuses of the tokens."""
    phrase_nodes: NDArray[np.int64]
    """Node of each text in the trie of own words."""
    last_tokens: NDArray[np.int64]
    """-1 for the empty text."""
    hashes: NDArray[np.uint64]
    """Of the texts."""
    lm_states: NDArray[np.int32]
    """(rows, beams, order - 1)"""
    nodes: NDArray[np.int64]
    """Node of each text in ``_PrefixNodes``."""

    @classmethod
    def start(cls, rows: int, ngrams: NGramModel | NoLanguageModel, begin_id: int) -> _Beams:
        """The empty text in every row; all other beams are impossible."""
        shape = (rows, BEAM_WIDTH)
        p_blank = np.full(shape, NEG_INF)
        p_blank[:, 0] = 0.0
        lm_states = np.broadcast_to(ngrams.states_after(np.array([begin_id])), (*shape, ngrams.order - 1)).copy()
        return cls(
            p_blank=p_blank,
            p_non_blank=np.full(shape, NEG_INF),
            lm_scores=np.zeros(shape),
            phrase_nodes=np.full(shape, ROOT),
            last_tokens=np.full(shape, -1),
            hashes=np.zeros(shape, np.uint64),
            lm_states=lm_states,
            nodes=np.zeros(shape, np.int64),
        )

    def first_rows(self, rows: int) -> _Beams:
        """A view of the first rows: what is written to it is written here."""
        return _Beams(
            self.p_blank[:rows],
            self.p_non_blank[:rows],
            self.lm_scores[:rows],
            self.phrase_nodes[:rows],
            self.last_tokens[:rows],
            self.hashes[:rows],
            self.lm_states[:rows],
            self.nodes[:rows],
        )

    @property
    def totals(self) -> NDArray[np.float64]:
        """CTC log-probability of each text, over all its alignments."""
        return np.logaddexp(self.p_blank, self.p_non_blank)


@dataclass
class _Extensions:
    """Hypotheses extended by a candidate token, (extensions,) each; all their alignments end in that token."""

    rows: NDArray[np.int64]
    beams: NDArray[np.int64]
    """Of the hypothesis before it was extended."""
    candidates: NDArray[np.int64]
    """Which of the frame's candidates the token is."""
    tokens: NDArray[np.int64]
    p_non_blank: NDArray[np.float64]
    lm_scores: NDArray[np.float64]
    phrase_nodes: NDArray[np.int64]
    lm_states: NDArray[np.int32]
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.rows)


class _PrefixNodes:
    """All texts that were ever kept, as a tree: each node has a parent and a last token. Node 0 is the empty text."""

    def __init__(self) -> None:
        self._parents, self._tokens = [np.full(1, -1)], [np.full(1, -1)]
        self._count = 1

    def add(self, parents: NDArray[np.integer], tokens: NDArray[np.integer]) -> NDArray[np.int64]:
        """Add a node for each parent and token; return the nodes."""
        self._parents.append(parents)
        self._tokens.append(tokens)
        nodes = self._count + np.arange(len(tokens))
        self._count += len(tokens)
        return nodes

    def texts(self, nodes: NDArray[np.integer]) -> list[list[int]]:
        """The tokens of each node's text."""
        parents, tokens = np.concatenate(self._parents), np.concatenate(self._tokens)
        self._parents, self._tokens = [parents], [tokens]  # the next call has nothing to join
        return [_backtrace(int(node), parents, tokens) for node in nodes]


def _backtrace(node: int, parents: NDArray[np.integer], tokens: NDArray[np.integer]) -> list[int]:
    text = []
    while node > 0:
        text.append(int(tokens[node]))
        node = int(parents[node])
    return text[::-1]


class _BeamSearch:
    """Searches rows sorted by length, the longest first, frame by frame."""

    def __init__(
        self,
        log_probs: NDArray[np.float32],
        ngrams: NGramModel | NoLanguageModel,
        fusion: FusionConfig,
        blank_id: int,
        begin_id: int,
        phrases: PhraseTrie | None,
    ) -> None:
        self._log_probs, self._ngrams, self._fusion, self._blank_id = log_probs, ngrams, fusion, blank_id
        self._phrases = phrases
        self._margin = PRUNE_MARGIN + (BEAM_BONUS if phrases else 0.0)
        without_blank = log_probs.copy()
        without_blank[..., blank_id] = NEG_INF
        # (rows, frames, candidates)
        best, candidates = torch.from_numpy(without_blank).topk(CANDIDATES)  # numpy takes six times as long
        self._candidates, self._candidate_log_probs = candidates.numpy(), best.numpy().astype(np.float64)
        self._beams = _Beams.start(len(log_probs), ngrams, begin_id)
        self._nodes = _PrefixNodes()

    def step(self, frame: int, rows: int) -> None:
        """Consume one frame of the first ``rows`` rows, those that are long enough."""
        beams = self._beams.first_rows(rows)
        stay_blank, stay_non_blank = self._stay(beams, frame)
        extensions = self._extend(beams, frame)
        _merge(beams, extensions, stay_non_blank)
        kept, is_dead = _prune(beams, extensions, np.logaddexp(stay_blank, stay_non_blank))
        self._gather(beams, extensions, kept, is_dead, (stay_blank, stay_non_blank))

    def _stay(self, beams: _Beams, frame: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """``p_blank`` and ``p_non_blank`` of texts that stay as they are: by a blank, or by their last token once more."""
        log_probs = self._log_probs[: len(beams.nodes), frame].astype(np.float64)
        last = beams.last_tokens
        repeated = np.where(last >= 0, np.take_along_axis(log_probs, np.maximum(last, 0), axis=1), NEG_INF)
        return beams.totals + log_probs[:, self._blank_id, None], beams.p_non_blank + repeated

    def _extend(self, beams: _Beams, frame: int) -> _Extensions:
        """Extend each hypothesis by the candidates of the frame, unless the result would be pruned anyway."""
        rows, totals = len(beams.nodes), beams.totals
        log_probs, tokens = self._candidate_log_probs[:rows, frame], self._candidates[:rows, frame]
        alive = totals > NEG_INF / 2
        scores = totals + beams.lm_scores
        within_margin = (
            scores[:, :, None] + log_probs[:, None, :] + self._fusion.bonus
            > scores.max(axis=1)[:, None, None] - self._margin
        )
        row, beam, candidate = (within_margin & alive[:, :, None] & (log_probs > MIN_LOG_PROB)[:, None, :]).nonzero()
        token = tokens[row, candidate]
        # the same token again needs a blank between
        p_before = np.where(token == beams.last_tokens[row, beam], beams.p_blank[row, beam], totals[row, beam])
        lm_log_probs, lm_states = self._ngrams.score_and_advance(beams.lm_states[row, beam], token)
        lm_scores = beams.lm_scores[row, beam] + self._fusion.weight * lm_log_probs + self._fusion.bonus
        phrase_nodes = beams.phrase_nodes[row, beam]
        if self._phrases is not None:
            phrase_nodes, gained = self._phrases.advance(phrase_nodes, token)
            lm_scores += BEAM_BONUS * gained
        return _Extensions(
            rows=row,
            beams=beam,
            candidates=candidate,
            tokens=token,
            p_non_blank=p_before + log_probs[row, candidate],
            lm_scores=lm_scores,
            phrase_nodes=phrase_nodes,
            lm_states=lm_states,
            hashes=beams.hashes[row, beam] * _HASH_FACTOR + token.astype(np.uint64) + np.uint64(1),
        )

    def _gather(
        self,
        beams: _Beams,
        extensions: _Extensions,
        kept: tuple[NDArray[np.int64], NDArray[np.int64]],
        is_dead: NDArray[np.bool_],
        stay: tuple[NDArray[np.float64], NDArray[np.float64]],
    ) -> None:
        """Write the hypotheses that were kept into ``beams``: ``kept`` are their beams, and their extensions or -1."""
        from_beam, from_extension = kept

        def gather(of_beams: NDArray[Any], of_extensions: NDArray[Any]) -> NDArray[Any]:
            index = from_beam.reshape(*from_beam.shape, *[1] * (of_beams.ndim - 2))
            unextended = np.take_along_axis(of_beams, index, axis=1)
            if not len(extensions):
                return unextended
            return np.where((from_extension < 0).reshape(index.shape), unextended, of_extensions[from_extension])

        stay_blank, stay_non_blank = stay
        new = np.unique(from_extension[from_extension >= 0])
        nodes = np.zeros(len(extensions), np.int64)
        nodes[new] = self._nodes.add(beams.nodes[extensions.rows[new], extensions.beams[new]], extensions.tokens[new])
        beams.p_blank[:] = np.where(is_dead, NEG_INF, gather(stay_blank, np.full(len(extensions), NEG_INF)))
        beams.p_non_blank[:] = np.where(is_dead, NEG_INF, gather(stay_non_blank, extensions.p_non_blank))
        beams.lm_scores[:] = gather(beams.lm_scores, extensions.lm_scores)
        beams.phrase_nodes[:] = gather(beams.phrase_nodes, extensions.phrase_nodes)
        beams.last_tokens[:] = gather(beams.last_tokens, extensions.tokens)
        beams.hashes[:] = gather(beams.hashes, extensions.hashes)
        beams.lm_states[:] = gather(beams.lm_states, extensions.lm_states)
        beams.nodes[:] = gather(beams.nodes, nodes)

    def n_best(self, end_id: int, limits: NBestLimits) -> list[list[Hypothesis]]:
        """Return the best hypotheses of every row, best first, the language model's score of their end included."""
        beams = self._beams
        end_log_probs, _ = self._ngrams.score_and_advance(beams.lm_states, np.full(beams.last_tokens.shape, end_id))
        scores = beams.totals + beams.lm_scores + self._fusion.weight * end_log_probs
        if self._phrases is not None:
            scores += BEAM_BONUS * self._phrases.finish(beams.phrase_nodes)
        n_best = []
        for row_scores, nodes in zip(scores, beams.nodes, strict=True):
            best = np.argsort(-row_scores, kind="stable")[: limits.size]
            best = best[row_scores[best] >= row_scores.max() - limits.margin]
            texts = self._nodes.texts(nodes[best])
            n_best.append([Hypothesis(text, float(score)) for text, score in zip(texts, row_scores[best], strict=True)])
        return n_best


def _merge(beams: _Beams, extensions: _Extensions, stay_non_blank: NDArray[np.float64]) -> None:
    """Add an extension's alignments to the beam that holds the same text already, and drop the extension."""
    alive = beams.totals > NEG_INF / 2
    same_text = (extensions.hashes[:, None] == beams.hashes[extensions.rows]) & alive[extensions.rows]
    extension, beam = same_text.nonzero()
    np.logaddexp.at(stay_non_blank, (extensions.rows[extension], beam), extensions.p_non_blank[extension])
    extensions.p_non_blank[extension] = NEG_INF


def _prune(
    beams: _Beams, extensions: _Extensions, stay_totals: NDArray[np.float64]
) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]:
    """Choose the ``BEAM_WIDTH`` best of each row's hypotheses and extensions.

    Returns the chosen ones' beams and extensions (-1 where not extended), and which of them are impossible, (rows, beams) each.
    """
    rows = len(beams.nodes)
    scores = np.full((rows, BEAM_WIDTH + BEAM_WIDTH * CANDIDATES), NEG_INF)
    scores[:, :BEAM_WIDTH] = stay_totals + beams.lm_scores
    slots = BEAM_WIDTH + extensions.beams * CANDIDATES + extensions.candidates
    scores[extensions.rows, slots] = extensions.p_non_blank + extensions.lm_scores
    extension_of_slot = np.full(scores.shape, -1)
    extension_of_slot[extensions.rows, slots] = np.arange(len(extensions))
    kept_slots = np.argpartition(-scores, BEAM_WIDTH - 1, axis=1)[:, :BEAM_WIDTH]
    from_extension = np.take_along_axis(extension_of_slot, kept_slots, axis=1)
    from_beam = np.minimum(kept_slots, BEAM_WIDTH - 1)
    if len(extensions):
        from_beam = np.where(from_extension < 0, from_beam, extensions.beams[from_extension])
    is_dead = np.take_along_axis(scores, kept_slots, axis=1) <= NEG_INF / 2
    return (from_beam, from_extension), is_dead
