"""The denoiser's choice between readings: a real tiny model, whose likelihoods are compared with its own logits."""

from __future__ import annotations

import pytest
import torch

from app.speech.backbone import Prefix, SpeechModel
from app.speech.beam import Text
from app.speech.canvases import generator_for
from app.speech.choosing import NOISE, choose
from app.speech.draft import Draft, Readings, only

from . import tiny


def readings(*texts: tuple[list[int], float]) -> Readings:
    def never(number: int) -> None:
        raise AssertionError(f"nobody asked for draft {number}")

    return Readings([Text(tokens, score) for tokens, score in texts], never)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny.model(5)


@pytest.fixture(scope="module")
def prefix(model: SpeechModel) -> Prefix:
    with torch.inference_mode():
        tokens, counts = model.audio_tokens([tiny.clip(1.0, n) for n in range(2)] + [tiny.clip(0.4, 2)])
        return model.prefill(tokens, counts, "en")


def choice(model: SpeechModel, prefix: Prefix, rows: list[Readings], weight: float = 1.0, first: int = 0) -> list[int]:
    with torch.inference_mode():
        return choose(model, prefix, rows, weight, [(first + n,) for n in range(len(rows))])


def likelihood(model: SpeechModel, prefix: Prefix, text: list[int], place: int) -> float:
    """By the model's logits of the canvas as it says itself, noised by hand."""
    whole, most = [*text, tiny.EOS], model.spec.canvas.length
    dice = generator_for(0, place)
    spoilt = torch.rand(most, generator=dice) < NOISE
    noise = torch.randint(model.vocab_size, (most,), generator=dice)
    clean = torch.tensor(whole + [tiny.PAD] * (most - len(whole)))
    canvas = torch.where(spoilt, noise, clean)[None]
    with torch.inference_mode():
        log_probs = model.canvas_logits(prefix.rows(torch.tensor([place])), canvas)[0].log_softmax(-1)
    return sum(float(log_probs[n, token]) for n, token in enumerate(whole))


def test_the_denoiser_decides_by_its_likelihood(model: SpeechModel, prefix: Prefix) -> None:
    one, other = [40, 41, 42, 43, 44], [40, 51, 42]
    assert model.spec.canvas.positions(0, 1) == model.spec.canvas.length  # all canvases are as long
    for place in range(3):
        lead = likelihood(model, prefix, one, place) - likelihood(model, prefix, other, place)
        rows = [readings(([60], 0.0))] * 3
        for score, wanted in ((lead + 0.01, 1), (lead - 0.01, 0)):  # of the other, against 0
            rows[place] = readings((one, 0.0), (other, score))
            assert choice(model, prefix, rows)[place] == wanted
        rows[place] = readings((one, 0.0), (other, 0.5 * lead + 0.01))
        assert choice(model, prefix, rows, weight=0.5)[place] == 1


def test_a_part_is_judged_alone(model: SpeechModel, prefix: Prefix) -> None:
    """What else is judged beside it, and how long that is, changes nothing."""
    rows = [
        readings(([40, 41, 42], 0.0), ([40, 52, 42], 0.0), ([40], 0.0)),
        readings((list(range(40, 45)), 0.0), (list(range(41, 45)), 0.0)),
        readings(([47, 48], 0.0), ([47], 0.0), ([], 0.0)),
    ]
    together = choice(model, prefix, rows)
    alone = [choice(model, prefix.rows(torch.tensor([n])), [row], first=n)[0] for n, row in enumerate(rows)]
    assert together == alone


def test_nothing_is_asked_where_there_is_nothing_to_choose(model: SpeechModel, prefix: Prefix) -> None:
    nobody = prefix.rows(torch.tensor([], dtype=torch.long))  # the model could not even be asked
    assert choose(model, nobody, [readings(([40], 0.0))], 1.0, [(0,)]) == [0]
    assert choose(model, nobody, [readings(([40], 0.0), ([41], 0.0))], 0.0, [(0,)]) == [0]
    assert choose(model, nobody, [], 1.0, []) == []


def test_a_text_longer_than_the_canvas_is_judged_by_what_fits(model: SpeechModel, prefix: Prefix) -> None:
    longest = model.spec.canvas.length
    long = [40 + n % 50 for n in range(longest + 30)]
    assert choice(model, prefix, [readings((long, 0.0), (long[:5], -1e6))] * 3) == [0, 0, 0]


def test_a_single_draft_is_the_only_reading() -> None:
    draft = Draft(torch.zeros(2, 70).index_fill_(1, torch.tensor([61]), 1.0), [0, 1])
    assert [text.tokens for text in only(draft).texts] == [[61, 61]]
    assert only(draft).draft(0) is draft
