"""Random numbers of the denoising loop, drawn in the order of the stock loop, one generator a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from torch import Generator, Tensor

from .canvas_batch import CanvasBatch


def generator_for(seed: int, *path: int, device: torch.device | str = "cpu") -> Generator:
    """Return a random generator for each path (segment, half, ...); the same seed and path give the same numbers."""
    mixed = np.random.SeedSequence([seed % 2**64, len(path), *path]).generate_state(1, np.uint64)[0]
    return Generator(device).manual_seed(int(mixed >> np.uint64(1)))


class SamplingNoise:
    """The random draws of a batch. Each generator serves a group of consecutive rows; usually every row has its own.

    With one generator for all rows, or for a single row, the draws are those of the stock loop.
    """

    def __init__(
        self, generators: Sequence[Generator | None], rows_per_generator: int, canvases: CanvasBatch, vocab_size: int
    ) -> None:
        self.generators, self.rows_per_generator = list(generators), rows_per_generator
        self.canvases, self.vocab_size = canvases, vocab_size

    def random_tokens(self) -> Tensor:
        """Draw uniform random token ids, (batch, canvas); 0 in the padding."""
        device = self.canvases.device
        tokens = torch.zeros(len(self.canvases.lengths), self.canvases.width, dtype=torch.long, device=device)
        for generator, rows, length in self._groups():
            size = (len(self.canvases.lengths[rows]), length)
            tokens[rows, :length] = torch.randint(self.vocab_size, size, generator=generator, device=device)
        return tokens

    def uniform(self) -> Tensor:
        """Draw a number of [0, 1) for each position, (n,): where in its cumulative distribution the sample lies."""

        def draw(size: tuple[int, int], generator: Generator | None) -> Tensor:
            return torch.rand(size, generator=generator, device=self.canvases.device)

        return self._draw_packed(draw)

    def exponential(self, token_count: int) -> Tensor:
        """Draw exponential numbers for the vocabulary's next ``token_count`` tokens, (n, token_count).

        The token with the largest probability divided by its number is a sample (the Gumbel-max trick);
        ``torch.multinomial`` does the same with all tokens at once.
        """

        def draw(size: tuple[int, int], generator: Generator | None) -> Tensor:
            return torch.empty(*size, token_count, device=self.canvases.device).exponential_(1, generator=generator)

        return self._draw_packed(draw)

    def select_rows(self, rows: Sequence[int], canvases: CanvasBatch) -> None:
        """Continue with some rows, which have the layout ``canvases``."""
        self.canvases = canvases
        if self.rows_per_generator == 1:
            self.generators = [self.generators[row] for row in rows]
        else:
            self.rows_per_generator = len(rows)

    def _draw_packed(self, draw: Callable[[tuple[int, int], Generator | None], Tensor]) -> Tensor:
        packed = []
        for generator, rows, width in self._groups():
            lengths = self.canvases.lengths[rows]
            numbers = draw((len(lengths), width), generator)
            packed += [numbers[row, :length] for row, length in enumerate(lengths)]
        return torch.cat(packed)

    def _groups(self) -> Iterator[tuple[Generator | None, slice, int]]:
        """Yields each generator, its rows and the longest of their canvases."""
        for index, generator in enumerate(self.generators):
            rows = slice(index * self.rows_per_generator, (index + 1) * self.rows_per_generator)
            yield generator, rows, max(self.canvases.lengths[rows])
