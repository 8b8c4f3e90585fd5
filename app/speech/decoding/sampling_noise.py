"""Random numbers of the denoising loop, drawn in the order of the stock loop, one generator a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Generator, Tensor

from .canvas_batch import CanvasBatch


def generator_for(seed: int, *place: int, device: torch.device | str = "cpu") -> Generator:
    """A random generator of its own for every place (segment, cut, ...), the same for the same seed."""
    mixed = np.random.SeedSequence([seed % 2**64, len(place), *place]).generate_state(1, np.uint64)[0]
    return Generator(device).manual_seed(int(mixed >> np.uint64(1)))


class SamplingNoise:
    """The random draws of a batch. Each generator serves its own group of rows; usually every row has its own.

    As one group with one generator, or for a single row, the draws are those of the stock loop.
    """

    def __init__(
        self, generators: Sequence[Generator | None], rows_per_generator: int, canvases: CanvasBatch, vocab_size: int
    ) -> None:
        self.generators, self.rows_per_generator, self.canvases, self.vocab_size = (
            list(generators),
            rows_per_generator,
            canvases,
            vocab_size,
        )

    def _groups(self) -> Iterator[tuple[Generator | None, slice, int]]:
        for number, generator in enumerate(self.generators):
            rows = slice(number * self.rows_per_generator, (number + 1) * self.rows_per_generator)
            yield generator, rows, max(self.canvases.lengths[rows])

    def random_tokens(self) -> Tensor:
        """Uniform random tokens, (batch, canvas)."""
        device = self.canvases.device
        drawn = torch.zeros(len(self.canvases.lengths), self.canvases.width, dtype=torch.long, device=device)
        for generator, rows, length in self._groups():
            size = (len(self.canvases.lengths[rows]), length)
            drawn[rows, :length] = torch.randint(self.vocab_size, size, generator=generator, device=device)
        return drawn

    def uniform(self) -> Tensor:
        """A uniform number for each position, (n,): where in its distribution the sample lies."""
        return self._positions(
            lambda size, generator: torch.rand(size, generator=generator, device=self.canvases.device)
        )

    def exponential(self, token_count: int) -> Tensor:
        """Exponential numbers for the next so many tokens of the vocabulary, (n, tokens).

        The token with the largest probability divided by its number is a sample; ``torch.multinomial`` does the same with
        all tokens at once.
        """

        def drawn(size: tuple[int, int], generator: Generator | None) -> Tensor:
            return torch.empty(*size, token_count, device=self.canvases.device).exponential_(1, generator=generator)

        return self._positions(drawn)

    def _positions(self, drawn: Callable[[tuple[int, int], Generator | None], Tensor]) -> Tensor:
        parts = []
        for generator, rows, length in self._groups():
            own = self.canvases.lengths[rows]
            numbers = drawn((len(own), length), generator)
            parts += [numbers[row, :size] for row, size in enumerate(own)]
        return torch.cat(parts)

    def select_rows(self, rows: Sequence[int], canvases: CanvasBatch) -> None:
        """Go on with some rows only, which ``canvases`` are."""
        self.canvases = canvases
        if self.rows_per_generator == 1:
            self.generators = [self.generators[row] for row in rows]
        else:
            self.rows_per_generator = len(rows)
