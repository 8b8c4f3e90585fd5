"""Random numbers of the denoising loop, drawn in the order of the stock loop, one generator a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Generator, Tensor

from .canvas_batch import Canvases


def generator_for(seed: int, *place: int, device: torch.device | str = "cpu") -> Generator:
    """A random generator of its own for every place (segment, cut, ...), the same for the same seed."""
    mixed = np.random.SeedSequence([seed % 2**64, len(place), *place]).generate_state(1, np.uint64)[0]
    return Generator(device).manual_seed(int(mixed >> np.uint64(1)))


class Dice:
    """The random draws of a batch. Each generator serves its own group of rows; usually every row has its own.

    As one group with one generator, or for a single row, the draws are those of the stock loop.
    """

    def __init__(self, generators: Sequence[Generator | None], group: int, canvases: Canvases, vocab: int) -> None:
        self.generators, self.group, self.canvases, self.vocab = list(generators), group, canvases, vocab

    def _groups(self) -> Iterator[tuple[Generator | None, slice, int]]:
        for number, generator in enumerate(self.generators):
            rows = slice(number * self.group, (number + 1) * self.group)
            yield generator, rows, max(self.canvases.lengths[rows])

    def tokens(self) -> Tensor:
        """Uniform random tokens, (batch, canvas)."""
        device = self.canvases.device
        drawn = torch.zeros(len(self.canvases.lengths), self.canvases.width, dtype=torch.long, device=device)
        for generator, rows, length in self._groups():
            size = (len(self.canvases.lengths[rows]), length)
            drawn[rows, :length] = torch.randint(self.vocab, size, generator=generator, device=device)
        return drawn

    def places(self) -> Tensor:
        """A uniform number for each position, (n,): where in its distribution the sample lies."""
        return self._positions(
            lambda size, generator: torch.rand(size, generator=generator, device=self.canvases.device)
        )

    def race(self, tokens: int) -> Tensor:
        """Exponential numbers for the next so many tokens of the vocabulary, (n, tokens).

        The token with the largest probability divided by its number is a sample; ``torch.multinomial`` does the same with
        all tokens at once.
        """

        def drawn(size: tuple[int, int], generator: Generator | None) -> Tensor:
            return torch.empty(*size, tokens, device=self.canvases.device).exponential_(1, generator=generator)

        return self._positions(drawn)

    def _positions(self, drawn: Callable[[tuple[int, int], Generator | None], Tensor]) -> Tensor:
        parts = []
        for generator, rows, length in self._groups():
            own = self.canvases.lengths[rows]
            numbers = drawn((len(own), length), generator)
            parts += [numbers[row, :size] for row, size in enumerate(own)]
        return torch.cat(parts)

    def keep(self, rows: Sequence[int], canvases: Canvases) -> None:
        """Go on with some rows only, which ``canvases`` are."""
        self.canvases = canvases
        if self.group == 1:
            self.generators = [self.generators[row] for row in rows]
        else:
            self.group = len(rows)
