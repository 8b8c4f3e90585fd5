"""The backbone's choice between readings: a real tiny model, whose likelihoods are compared with one pass over everything."""

from __future__ import annotations

import pytest
import torch
from transformers import DynamicCache

from app.speech.decoding.ctc_beam_search import Hypothesis
from app.speech.decoding.ctc_draft import Draft, NBest, single_best
from app.speech.decoding.rescoring import build_prefix_tree, log_likelihoods, rescore
from app.speech.model.speech_model import PrefillCache, SpeechModel
from tests.speech import tiny

CLIPS = [tiny.clip(1.0, 0), tiny.clip(1.0, 1), tiny.clip(0.4, 2)]


def readings(*texts: tuple[list[int], float]) -> NBest:
    def never(number: int) -> Draft:
        raise AssertionError(f"nobody asked for draft {number}")

    return NBest([Hypothesis(tokens, score) for tokens, score in texts], never)


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny.model(5)


@pytest.fixture(scope="module")
def prefix(model: SpeechModel) -> PrefillCache:
    """Of prompts of different lengths."""
    with torch.inference_mode():
        return model.prefill(*model.audio_tokens(CLIPS), "en")


def whole(model: SpeechModel, place: int, text: list[int]) -> float:
    """The likelihood by one causal pass over prompt and text, alone."""
    with torch.inference_mode():
        tokens, counts = model.audio_tokens([CLIPS[place]])
        prompt, _ = model.prompt_embeds(tokens, counts, "en")
        following = torch.tensor([[*text, tiny.EOS]])
        embeds = torch.cat([prompt, model.backbone.model.encoder.get_input_embeddings()(following)], dim=1)
        states = model.backbone.model.encoder(inputs_embeds=embeds, past_key_values=DynamicCache()).last_hidden_state
        cap = model.backbone.final_logit_softcapping
        logits = torch.tanh(model.backbone.lm_head(states[0, prompt.shape[1] - 1 : -1]) / cap) * cap
    return float(logits.log_softmax(-1).gather(-1, following[0, :, None]).sum())


def test_a_likelihood_is_that_of_one_pass_over_prompt_and_text(model: SpeechModel, prefix: PrefillCache) -> None:
    texts = [[[40, 41, 42, 43], [], [40, 41, 50, 43], [40, 41]], [[50, 51]], [[52], [40, 41, 42, 43, 44, 45], [52]]]
    everywhere = torch.arange(len(CLIPS))
    with torch.inference_mode():
        found = log_likelihoods(model, prefix.select_rows(everywhere), texts)
        again = log_likelihoods(model, prefix.select_rows(everywhere), texts)  # the prefix is as it was
    for place, own in enumerate(texts):
        assert found[place] == pytest.approx([whole(model, place, text) for text in own], rel=1e-4)
    assert found == again


def test_a_sliding_layer_sees_its_window(model: SpeechModel) -> None:
    narrow = tiny.model(5)
    narrow.backbone.config.text_config.sliding_window = 8
    text = [40 + n for n in range(12)]
    with torch.inference_mode():
        tokens, counts = narrow.audio_tokens(CLIPS)
        found = log_likelihoods(narrow, narrow.prefill(tokens, counts, "en"), [[text]] * len(CLIPS))
    for place, [own] in enumerate(found):
        assert own == pytest.approx(whole(narrow, place, text), rel=1e-4)
        assert abs(own - whole(model, place, text)) > 1e-2


def test_what_texts_begin_with_is_read_once() -> None:
    tree = build_prefix_tree([[5, 6, 7], [5, 6, 8], [5, 6, 7, 9], [7]], 3)
    assert tree.tokens == [3, 5, 6, 7, 8, 9, 7]
    assert tree.parents == [-1, 0, 1, 2, 2, 3, 0]
    assert tree.paths == [[1, 2, 3], [1, 2, 4], [1, 2, 3, 5], [6]]


def test_score_and_likelihood_decide_together(model: SpeechModel, prefix: PrefillCache) -> None:
    one, other = [40, 41, 42, 43, 44], [40, 51, 42]
    for place in range(len(CLIPS)):
        lead = whole(model, place, one) - whole(model, place, other)
        rows = [readings(([60], 0.0))] * len(CLIPS)
        for weight, score, wanted in ((1.0, lead + 0.01, 1), (1.0, lead - 0.01, 0), (0.5, 0.5 * lead + 0.01, 1)):
            rows[place] = readings((one, 0.0), (other, score))
            with torch.inference_mode():
                assert rescore(model, prefix, rows, weight)[place] == wanted


def test_nothing_is_asked_where_there_is_nothing_to_choose(model: SpeechModel, prefix: PrefillCache) -> None:
    nobody = prefix.select_rows(torch.tensor([], dtype=torch.long))  # the model could not even be asked
    assert rescore(model, nobody, [readings(([40], 0.0))], 1.0) == [0]
    assert rescore(model, nobody, [readings(([40], 0.0), ([41], 0.0))], 0.0) == [0]
    assert rescore(model, nobody, [], 1.0) == []


def test_a_single_draft_is_the_only_reading() -> None:
    draft = Draft(torch.zeros(2, 70).index_fill_(1, torch.tensor([61]), 1.0), [0, 1])
    assert [text.tokens for text in single_best(draft).hypotheses] == [[61, 61]]
    assert single_best(draft).draft_for(0) is draft
