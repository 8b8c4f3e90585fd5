"""The cost of observing: the same canvases denoised with and without ``CanvasStep``s, in turns, on random weights.

    python -m tests.benchmarks.bench_denoiser [--device cpu|cuda] [--vocab 1000] [--seconds 10] [--batch 1] [--rounds 20]

The goal is under 3 % of a step. On the CPU processor time counts, so that other programs disturb little. Compares the medians
and the fastest of many short runs in turns.
"""

from __future__ import annotations

import argparse
from statistics import median
from time import perf_counter, process_time

import numpy as np
import torch
from tokenizers import Tokenizer, models
from transformers import DiffusionGemmaForBlockDiffusion, WhisperConfig

from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import AdapterSpec, CanvasConfig, ProjectorConfig, WeightsRef
from app.speech.decoding.denoiser import denoise
from app.speech.model.assembly import text_only_config
from app.speech.model.encoder import AcousticEncoder
from app.speech.model.projector import Projector
from app.speech.model.speech_model import PrefillCache, SpeechModel
from app.speech.options import TranscribeOptions
from app.speech.vocabulary import Vocabulary


def random_model(vocab_size: int, hidden: int, layers: int) -> SpeechModel:
    """A model of about the bundled one's size, its weights random: a step costs the same whatever it knows."""
    heads = hidden // 64
    config = text_only_config(
        {
            "vocab_size": vocab_size, "hidden_size": hidden, "intermediate_size": 2 * hidden, "num_hidden_layers": layers,
            "num_attention_heads": heads, "num_key_value_heads": heads, "num_global_key_value_heads": heads,
            "head_dim": 64, "global_head_dim": 64, "sliding_window": 4096, "max_position_embeddings": 4096,
            "layer_types": ["sliding_attention"] * (layers - 1) + ["full_attention"], "num_experts": 1,
            "top_k_experts": 1, "moe_intermediate_size": hidden, "pad_token_id": 0, "eos_token_id": 1, "bos_token_id": 2,
        }
    )  # fmt: skip
    spec = AdapterSpec(
        "bench", "Benchmark", WeightsRef("encoder"), WeightsRef("backbone"), ProjectorConfig(64, 64, hidden, (1, 2, 2)),
        Prompt((2,), (), 3), (1,), 0, 0, CanvasConfig(192, 0.55, 8),
    )  # fmt: skip
    whisper = WhisperConfig(
        d_model=64, encoder_layers=1, encoder_attention_heads=1, encoder_ffn_dim=64, decoder_layers=1,
        decoder_attention_heads=1, decoder_ffn_dim=8,
    )  # fmt: skip
    words = Vocabulary(Tokenizer(models.BPE(vocab={f"t{n}": n for n in range(8)}, merges=[])), (1,))
    backbone = DiffusionGemmaForBlockDiffusion(config)
    model = SpeechModel(spec, AcousticEncoder(whisper), Projector(spec.projector), backbone, words)
    return model.eval().requires_grad_(False)


def step_ms(model: SpeechModel, prefix: PrefillCache, lengths: list[int], steps: int, observe: bool) -> float:
    options = TranscribeOptions(steps=steps, observe=observe)
    clock = process_time if prefix.prompt_lengths.device.type == "cpu" else perf_counter
    started = clock()
    for _ in denoise(model, prefix, lengths, options):
        pass
    return 1000 * (clock() - started) / steps


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--vocab", type=int, default=1000)
    parser.add_argument("--hidden", type=int, default=320)
    parser.add_argument("--layers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    choice = parser.parse_args()
    torch.set_num_threads(choice.threads)
    torch.manual_seed(0)
    model = random_model(choice.vocab, choice.hidden, choice.layers)
    model = model.to(choice.device, torch.float32 if choice.device == "cpu" else torch.bfloat16)
    clip = np.random.default_rng(0).standard_normal(round(16_000 * choice.seconds)).astype(np.float32)
    with torch.inference_mode():
        tokens, counts = model.audio_tokens([clip] * choice.batch)
        prefix = model.prefill(tokens, counts)
    lengths = [model.spec.canvas.length_for(int(count)) for count in counts]
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(choice.rounds + 1):
        for observe in (True, False) if number % 2 else (False, True):
            ms = step_ms(model, prefix, lengths, choice.steps, observe)
            if number:  # the first round warms up
                times[observe].append(ms)
    unobserved, observed = median(times[False]), median(times[True])
    fastest = min(times[True]) / min(times[False]) - 1
    print(
        f"{choice.device}, {choice.batch} canvases of {lengths[0]}, vocabulary {choice.vocab}: {unobserved:.2f} ms a step, "
        f"observed {observed:.2f} ms: {observed / unobserved - 1:+.1%} of the median, {fastest:+.1%} of the fastest"
    )


if __name__ == "__main__":
    main()
