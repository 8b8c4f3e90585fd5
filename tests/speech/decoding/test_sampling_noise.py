"""Random numbers of a row depend on its seed and path alone, whatever batch it is in."""

from __future__ import annotations

import pytest
import torch

from app.speech.decoding.canvas_batch import CanvasBatch
from app.speech.decoding.sampling_noise import SamplingNoise, generator_for

CPU = torch.device("cpu")
LENGTHS, VOCAB = [5, 3, 4], 50


def noise(rows: list[int]) -> SamplingNoise:
    canvases = CanvasBatch([LENGTHS[row] for row in rows], CPU)
    return SamplingNoise([generator_for(7, row) for row in rows], 1, canvases, VOCAB)


def test_generators_of_paths_differ_and_repeat() -> None:
    def draw(*path: int) -> int:
        return int(torch.randint(2**31, (1,), generator=generator_for(-3, *path)))

    assert draw(0) == draw(0)
    assert len({draw(0), draw(1), draw(0, 0), draw(0, 1), draw(1, 0)}) == 5


@pytest.mark.parametrize("row", range(len(LENGTHS)))
def test_a_row_draws_in_a_batch_what_it_draws_alone(row: int) -> None:
    together, alone = noise([0, 1, 2]), noise([row])
    assert torch.equal(together.random_tokens()[row, : LENGTHS[row]], alone.random_tokens()[0])
    positions = together.canvases.row_slices[row]
    assert torch.equal(together.uniform()[positions], alone.uniform())
    assert torch.equal(together.exponential(VOCAB)[positions], alone.exponential(VOCAB))


def test_rows_that_stay_go_on_with_their_numbers() -> None:
    together, alone = noise([0, 1, 2]), noise([2])
    for each in (together, alone):
        each.random_tokens()
    together.select_rows([0, 2], CanvasBatch([LENGTHS[0], LENGTHS[2]], CPU))
    assert torch.equal(together.random_tokens()[1, : LENGTHS[2]], alone.random_tokens()[0])


def test_one_generator_draws_for_the_whole_batch_at_once() -> None:
    canvases = CanvasBatch([4, 4], CPU)
    together = SamplingNoise([torch.Generator().manual_seed(1)], 2, canvases, VOCAB)
    drawn = torch.randint(VOCAB, (2, 4), generator=torch.Generator().manual_seed(1))
    assert torch.equal(together.random_tokens(), drawn)
