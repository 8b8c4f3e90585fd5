"""Rescoring by the backbone: a real tiny model, whose log-likelihoods are compared with one pass over prompt and text."""

from __future__ import annotations

import pytest
import torch
from transformers import DynamicCache

from app.speech.decoding.ctc_beam_search import Hypothesis
from app.speech.decoding.rescoring import build_prefix_tree, log_likelihoods, rescore
from app.speech.model.speech_model import PrefillCache, SpeechModel
from tests.speech import tiny

CLIPS = [tiny.clip(1.0, 0), tiny.clip(1.0, 1), tiny.clip(0.4, 2)]


def n_best_of(*texts: tuple[list[int], float]) -> list[Hypothesis]:
    return [Hypothesis(tokens, score) for tokens, score in texts]


@pytest.fixture(scope="module")
def model() -> SpeechModel:
    return tiny.model(5)


@pytest.fixture(scope="module")
def cache(model: SpeechModel) -> PrefillCache:
    """Of prompts of different lengths."""
    with torch.inference_mode():
        return model.prefill(*model.audio_tokens(CLIPS), "en")


def exact_log_likelihood(model: SpeechModel, row: int, text: list[int]) -> float:
    """By one causal pass over prompt and text of one row alone."""
    with torch.inference_mode():
        audio_tokens, counts = model.audio_tokens([CLIPS[row]])
        prompt, _ = model.prompt_embeds(audio_tokens, counts, "en")
        tokens = torch.tensor([[*text, tiny.EOS]])
        embeds = torch.cat([prompt, model.backbone.model.encoder.get_input_embeddings()(tokens)], dim=1)
        states = model.backbone.model.encoder(inputs_embeds=embeds, past_key_values=DynamicCache()).last_hidden_state
        cap = model.backbone.final_logit_softcapping
        logits = torch.tanh(model.backbone.lm_head(states[0, prompt.shape[1] - 1 : -1]) / cap) * cap
    return float(logits.log_softmax(-1).gather(-1, tokens[0, :, None]).sum())


def test_a_log_likelihood_is_that_of_one_pass_over_prompt_and_text(model: SpeechModel, cache: PrefillCache) -> None:
    texts = [[[40, 41, 42, 43], [], [40, 41, 50, 43], [40, 41]], [[50, 51]], [[52], [40, 41, 42, 43, 44, 45], [52]]]
    all_rows = torch.arange(len(CLIPS))
    with torch.inference_mode():
        found = log_likelihoods(model, cache.select_rows(all_rows), texts)
        repeated = log_likelihoods(model, cache.select_rows(all_rows), texts)  # the cache is as it was
    for row, row_texts in enumerate(texts):
        exact = [exact_log_likelihood(model, row, text) for text in row_texts]
        assert found[row] == pytest.approx(exact, rel=1e-4)
    assert found == repeated


def test_a_sliding_layer_sees_its_window(model: SpeechModel) -> None:
    narrow = tiny.model(5)
    narrow.backbone.config.text_config.sliding_window = 8
    text = [40 + n for n in range(12)]
    with torch.inference_mode():
        audio_tokens, counts = narrow.audio_tokens(CLIPS)
        found = log_likelihoods(narrow, narrow.prefill(audio_tokens, counts, "en"), [[text]] * len(CLIPS))
    assert len(found) == len(CLIPS)
    for row, [log_likelihood] in enumerate(found):
        assert log_likelihood == pytest.approx(exact_log_likelihood(narrow, row, text), rel=1e-4)
        assert abs(log_likelihood - exact_log_likelihood(model, row, text)) > 1e-2


def test_a_text_does_not_see_the_silence_that_clips_are_padded_with() -> None:
    padded = tiny.model(5, pad_s=2.0)
    texts = [[[40, 41, 42]]] * len(CLIPS)
    with torch.inference_mode():
        tokens, counts = padded.audio_tokens(CLIPS)
        found = log_likelihoods(padded, padded.prefill(tokens, counts, "en"), texts)
        for row, count in enumerate(counts.tolist()):
            tokens[row, count:] = 100.0
        assert log_likelihoods(padded, padded.prefill(tokens, counts, "en"), texts) == found
        tokens[0, 0] = 100.0
        assert log_likelihoods(padded, padded.prefill(tokens, counts, "en"), texts)[0] != found[0]


def test_a_prefix_tree_holds_common_beginnings_once() -> None:
    tree = build_prefix_tree([[5, 6, 7], [5, 6, 8], [5, 6, 7, 9], [7]], 3)
    assert tree.tokens == [3, 5, 6, 7, 8, 9, 7]
    assert tree.parents == [-1, 0, 1, 2, 2, 3, 0]
    assert tree.paths == [[1, 2, 3], [1, 2, 4], [1, 2, 3, 5], [6]]


def test_score_and_log_likelihood_decide_together(model: SpeechModel, cache: PrefillCache) -> None:
    one, other = [40, 41, 42, 43, 44], [40, 51, 42]
    for row in range(len(CLIPS)):
        lead = exact_log_likelihood(model, row, one) - exact_log_likelihood(model, row, other)
        n_best_lists = [n_best_of(([60], 0.0))] * len(CLIPS)
        for weight, score, best in ((1.0, lead + 0.01, 1), (1.0, lead - 0.01, 0), (0.5, 0.5 * lead + 0.01, 1)):
            n_best_lists[row] = n_best_of((one, 0.0), (other, score))
            with torch.inference_mode():
                assert rescore(model, cache, n_best_lists, weight)[row] == best


def test_the_backbone_does_not_run_where_there_is_no_choice(model: SpeechModel, cache: PrefillCache) -> None:
    no_rows = cache.select_rows(torch.tensor([], dtype=torch.long))  # the backbone would fail
    assert rescore(model, no_rows, [n_best_of(([40], 0.0))], 1.0) == [0]
    assert rescore(model, no_rows, [n_best_of(([40], 0.0), ([41], 0.0))], 0.0) == [0]
    assert rescore(model, no_rows, [], 1.0) == []
