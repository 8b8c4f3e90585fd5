"""Recordings of people become clips to learn from: their spelling, their takes, and what training does to their frames."""

from __future__ import annotations

import random

import numpy as np
import pytest
import torch

from . import script

recordings, losses, training_data = script("recordings"), script("losses"), script("training_data")


@pytest.mark.parametrize(
    ("text", "source", "language", "wanted"),
    [
        ("we call it bear and i agree", "speechocean-en", "en", "We call it bear and I agree."),
        ("Who’s there — “now”; yes", "commonvoice-a-en", "en", "Who's there now, yes"),
        ("मेरे सम्पादन में", "iiith-hi", "hi", "मेरे सम्पादन में।"),
        ("un comptable", "words-fr-es", "fr", "un comptable"),
        ("in 1999", "commonvoice-a-en", "en", None),
        ("“”", "commonvoice-a-en", "en", None),
    ],
)
def test_all_sources_are_spelled_alike(text: str, source: str, language: str, wanted: str | None) -> None:
    assert recordings.normalize_transcript(text, source, language) == wanted


def test_mandarin_is_written_in_simplified_characters() -> None:
    pytest.importorskip("zhconv", reason="needs zhconv, which only the recipe needs")
    assert recordings.normalize_transcript("該演唱會 是「合作」;", "commonvoice-zh", "zh") == "该演唱会是合作"
    assert recordings.normalize_transcript("其中有两个", "aishell1-zh", "zh") == "其中有两个。"


def test_a_take_is_about_as_long_as_its_clip_and_never_too_loud() -> None:
    sound = (np.sin(np.arange(64_000) / 9) * 9000).astype(np.int16)
    for seed in range(12):
        for source in ("commonvoice-a-en", "kerstin-de"):
            audio = recordings.augment_clip({"start": 1.0, "seconds": 2.0}, sound, source, np.random.default_rng(seed))
            assert 1.6 < len(audio) / 16_000 < 3.7
            assert 0 < np.abs(audio).max() <= 1


def test_a_tempo_is_changed_by_interpolation() -> None:
    frames = torch.arange(20.0)[None, :, None].repeat(1, 1, 3)
    quicker, lengths = training_data.change_tempo(frames, torch.tensor([20]), 1.25)
    assert lengths.tolist() == [16]
    assert quicker.shape == (1, 16, 3)
    assert torch.allclose(quicker[0, :, 0], torch.arange(16) * 1.25)


def test_another_style_keeps_lengths_and_what_is_not_restyled() -> None:
    torch.manual_seed(0)
    frames, lengths = torch.randn(6, 30, 4) * 3 + 1, torch.tensor([30, 20, 30, 25, 30, 30])
    frames *= (torch.arange(30) < lengths[:, None])[:, :, None]
    assert torch.allclose(training_data.mix_style(frames, lengths, 0.0), frames, atol=1e-5)
    other = training_data.mix_style(frames, lengths, 1.0)
    assert other.shape == frames.shape
    assert not torch.allclose(other, frames, atol=0.1)
    assert not other[1, 20:].any()


def test_a_draft_is_kept_in_sight_with_its_share() -> None:
    own, draft = torch.full((1, 1, 4), -1e4), torch.full((1, 1, 4), -1e4)
    own[..., 1], draft[..., 2] = 0, 0
    assert torch.allclose(losses.mix_draft(own, draft, 0.25).exp(), torch.tensor([0, 0.75, 0.25, 0]), atol=1e-6)
    assert losses.mix_draft(own, draft, 0.0) is own


def test_a_share_above_one_takes_utterances_several_times() -> None:
    corpus = [training_data.Utterance(np.zeros((9, 2), np.float16), [1], str(n), 9 + n // 4) for n in range(8)]
    chosen = training_data.balanced(corpus, random.Random(0), {"en": 1.5, "de": 0.5})
    assert sum(one.language == losses.NUMBERS["en"] for one in chosen) == 6
    assert sum(one.language == losses.NUMBERS["de"] for one in chosen) == 2
