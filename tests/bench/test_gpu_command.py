"""``anneal bench gpu`` and ``quantize``: what was not measured is said."""

from __future__ import annotations

import argparse

import pytest
import torch

from app import paths
from app.bench import gpu_command


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    gpu_command.add_parsers(parser.add_subparsers())
    return parser.parse_args(arguments)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has a card")
def test_without_a_card_nothing_is_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    choice = parsed("gpu", "--size", "26b", "--random-weights")
    assert choice.run(choice) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("not measured: ")
    assert len(lines) == 2 + 2 * 4 * 2
    assert all(line.count("not measured") == 4 for line in lines[2:])


def test_quantize_tells_of_the_layer_and_of_speech(capsys: pytest.CaptureFixture[str]) -> None:
    clip = str(paths.resources_folder() / "samples" / "en.flac")
    assert gpu_command.run_quantize(parsed("quantize", "--size", "tiny", "--tokens", "32")) == 0
    alone = capsys.readouterr().out
    assert "inputs: 32 random ones" in alone
    assert gpu_command.run_quantize(parsed("quantize", "--size", "tiny", "--speech", clip)) == 0
    both = capsys.readouterr().out
    assert "audio tokens of 1 clips" in both
    assert "cosine of the model's logits" in both
