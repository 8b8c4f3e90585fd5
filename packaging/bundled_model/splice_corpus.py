"""Sentences that nobody has spoken, sewn together from the audio tokens of clips.

A corpus says a few thousand sentences, the lists that it was made from hold far more. Clips are cut where CTC aligns their text
tokens, and any sentence all of whose tokens are among the scraps becomes a prompt: from many throats, with all that was
misheard of each. It teaches the backbone the language; what speech sounds like it learns from the clips themselves. After the
text injection of Sainath et al. (2022, JOIST), but with real sound in the place of repeated phonemes.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.speech.decoding.ctc import forced_align, is_alignable

LONGEST = 48
"""Text tokens of a sentence that is sewn, at most."""
ROUND = 3
"""Audio tokens that stay with a clip's first text token before it, and with its last behind it, at most."""
TRIES = 8
"""ClipPieces among which one is looked for that goes on as the sentence does."""


class ClipPieces:
    """The audio tokens (n, width) of each text token of some clips of one language, as they follow each other there."""

    def __init__(self, clips: Iterable[tuple[Tensor, NDArray[np.float32], Sequence[int]]], blank: int) -> None:
        """Of clips' audio tokens (tokens, width), their CTC log-probabilities (tokens, vocab) and text tokens."""
        ids: list[int] = []
        self.pieces: list[Tensor] = []
        for heard, log_probs, text in clips:
            if not text or not is_alignable(len(heard), text):
                continue
            spans = forced_align(log_probs, text, blank)
            begin, end = max(0, int(spans[0, 0]) - ROUND), min(len(heard), int(spans[-1, 1]) + ROUND)
            edges = [begin, *((spans[:-1, 1] + spans[1:, 0] + 1) // 2).tolist(), end]
            self.pieces += [heard[a:b] for a, b in pairwise(edges)]
            self.pieces.append(heard[:0])  # nothing goes on behind a clip
            ids += [*text, -1]
        self.ids = ids
        self.places: dict[int, list[int]] = defaultdict(list)
        for place, token in enumerate(ids):
            self.places[token].append(place)

    def splice(self, text: Sequence[int], rng: random.Random) -> Tensor | None:
        """Audio tokens (n, width) that say a text; None where a token of it was never said."""
        found: list[Tensor] = []
        place = -1
        for number, token in enumerate(text):
            if place >= 0 and self.ids[place + 1] == token:
                place += 1
            elif token not in self.places:
                return None
            else:
                some = rng.choices(self.places[token], k=TRIES)
                onward = [one for one in some if self.ids[one + 1] == text[min(number + 1, len(text) - 1)]]
                place = (onward or some)[0]
            found.append(self.pieces[place])
        return torch.cat(found) if found else None


class SpliceSampler:
    """Batches of sewn sentences, of about the same length each, in several languages."""

    def __init__(
        self, scraps: dict[int, ClipPieces], sentences: dict[int, list[list[int]]], shares: dict[int, float]
    ) -> None:
        """ClipPieces and sentences' text tokens by the number of their language; ``shares`` of the rows, else 1."""
        self.pieces_by_language = scraps
        self.sentences = {
            language: sorted((text for text in texts if 0 < len(text) <= LONGEST), key=len)
            for language, texts in sentences.items()
            if language in scraps
        }
        self.languages = [language for language, texts in self.sentences.items() if texts]
        self.weights = [shares.get(language, 1.0) for language in self.languages]

    def batch(self, budget: int, rng: random.Random) -> tuple[Tensor, Tensor, list[list[int]], list[int]]:
        """Audio tokens (batch, tokens, width) and their counts, texts and languages; ``budget`` tokens with their padding."""
        rows: list[Tensor] = []
        texts: list[list[int]] = []
        languages: list[int] = []
        quantile, longest = rng.random(), 0
        while not rows or longest * (len(rows) + 1) <= budget:
            [language] = rng.choices(self.languages, self.weights)
            near = self.sentences[language]
            text = near[min(len(near) - 1, int(len(near) * min(1.0, quantile + 0.03 * rng.random())))]
            row = self.pieces_by_language[language].splice(text, rng)
            if row is None or len(row) <= len(text):
                continue
            rows.append(row)
            texts.append(text)
            languages.append(language)
            longest = max(longest, len(row))
        counts = torch.tensor([len(row) for row in rows])
        return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).float(), counts, texts, languages
