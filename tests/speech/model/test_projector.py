"""Blocks after the projector's convolutions: they attend to everything but padding, and a new one changes nothing."""

from __future__ import annotations

import pytest
import torch

from app.models.adapter.spec import ProjectorConfig
from app.speech.model.projector import ConformerBlock, Projector


def projector(blocks: int, seed: int = 0) -> Projector:
    torch.manual_seed(seed)
    made = Projector(ProjectorConfig(12, 16, 8, strides=(2, 2), blocks=blocks, heads=2)).eval()
    for name, weight in made.named_parameters():
        if "blocks" in name:  # as training does to the products that begin at zero
            torch.nn.init.normal_(weight, std=0.3)
    return made


def test_a_new_block_returns_its_input() -> None:
    torch.manual_seed(0)
    x = torch.randn(2, 5, 8)
    assert torch.equal(ConformerBlock(8, 2, 3)(x, None), x)


@pytest.mark.parametrize("blocks", [0, 1, 3])
def test_a_row_does_not_depend_on_its_padding(blocks: int) -> None:
    made = projector(blocks)
    frames = torch.randn(2, 40, 12)
    lengths = torch.tensor([40, 23])
    together = made(frames, lengths)
    count = int(made.token_counts(lengths)[1])
    alone = made(frames[1:, :23], torch.tensor([23]))
    torch.testing.assert_close(together[1, :count], alone[0], atol=1e-5, rtol=1e-5)


def test_blocks_see_both_directions() -> None:
    made = projector(2)
    frames = torch.randn(1, 80, 12)
    changed = frames.clone()
    changed[:, -1] += 1
    assert not torch.allclose(made(frames)[:, 0], made(changed)[:, 0])
    assert torch.allclose(projector(0)(frames)[:, 0], projector(0)(changed)[:, 0])
