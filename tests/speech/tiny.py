"""Tiny random models of the real classes, for tests: they build in a fraction of a second and run on a CPU.

The parts an adapter is made of, one by one, and ``model()``, all of them assembled.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import DiffusionGemmaForBlockDiffusion, WhisperConfig, WhisperForConditionalGeneration

from app.models.adapter.native import write_native, write_tensors
from app.models.adapter.prompt import Prompt
from app.models.adapter.spec import (
    AdapterSpec,
    AdapterTensors,
    CanvasConfig,
    LoraSpec,
    ProjectorConfig,
    SamplerConfig,
    WeightsRef,
)
from app.speech.model.assembly import save_backbone, text_only_config
from app.speech.model.encoder import AcousticEncoder
from app.speech.model.projector import Projector
from app.speech.model.speech_model import SpeechModel
from app.speech.model.whisper import (
    END_TOKEN,
    NO_SPEECH_TOKENS,
    NO_TIMESTAMPS_TOKEN,
    PREVIOUS_TOKEN,
    START_TOKEN,
    TASK_TOKEN,
)
from app.speech.vocabulary import Vocabulary

PAD, EOS, BOS, TURN_END, BOA, AUDIO, EOA, UNK, BLANK = range(9)
LANGUAGE_TOKENS = {"auto": 9, "en": 10, "hi": 11, "zh": 12}
SPECIALS = ["<pad>", "<eos>", "<bos>", "<turn|>", "<|audio>", "<|audio|>", "<audio|>", "<unk>", "<|blank|>"]
SPECIALS += [f"<|{code}|>" for code in LANGUAGE_TOKENS]
SENTENCES = [
    "the quick brown fox jumps over the lazy dog, again and again.",
    "voix ambiguë d'un cœur qui préfère les jattes de kiwis",
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
    "el pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia",
    "मैं आज बाज़ार जा रहा हूँ और फल लाऊँगा",
    "今天天气很好我们去公园散步吧",
    "Москва 0123456789 !?;:",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ\n",
]


@cache
def tokenizer() -> Tokenizer:
    """Byte-pair encoding over a few sentences in the scripts of the six languages, and one foreign one."""
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(prepend_scheme="never"), pre_tokenizers.Split(Regex("[,.?!]"), "isolated")]
    )
    made.decoder = decoders.Metaspace(prepend_scheme="never")
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=SPECIALS, show_progress=False)
    made.train_from_iterator(SENTENCES, trainer)
    return made


HIDDEN, WIDTH, VOCAB, CANVAS = 16, 8, tokenizer().get_vocab_size(), 6
TEXT = {
    "vocab_size": VOCAB, "hidden_size": HIDDEN, "intermediate_size": 32, "num_hidden_layers": 3,
    "layer_types": ["sliding_attention", "sliding_attention", "full_attention"],
    "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 8, "global_head_dim": 16,
    "num_global_key_value_heads": 1, "sliding_window": 64, "num_experts": 2, "top_k_experts": 1,
    "moe_intermediate_size": 16, "max_position_embeddings": 4096, "canvas_length": CANVAS, "initializer_range": 0.3,
    "pad_token_id": PAD, "eos_token_id": EOS, "bos_token_id": BOS,
}  # fmt: skip


def backbone(seed: int = 0, sharpness: float = 1.0, **changes: object) -> DiffusionGemmaForBlockDiffusion:
    """A random DiffusionGemma of three layers and two experts. ``sharpness`` scales the logits: at 1 they are near uniform."""
    torch.manual_seed(seed)
    config = text_only_config({**TEXT, **changes})
    config.image_token_id = AUDIO  # lets the stock generate() take our audio tokens for those of an image
    made = DiffusionGemmaForBlockDiffusion(config).eval()
    with torch.no_grad():
        made.model.decoder.norm.weight.mul_(sharpness)
    return made


def encoder(seed: int = 0) -> AcousticEncoder:
    torch.manual_seed(seed)
    return AcousticEncoder(
        WhisperConfig(
            d_model=WIDTH, encoder_layers=2, decoder_layers=1, encoder_attention_heads=2, decoder_attention_heads=2,
            encoder_ffn_dim=16, decoder_ffn_dim=16, num_mel_bins=80, vocab_size=32, max_target_positions=16,
            pad_token_id=0, bos_token_id=1, eos_token_id=1, decoder_start_token_id=1,
        )
    )  # fmt: skip


def spec(lora: LoraSpec | None = None, **changes: object) -> AdapterSpec:
    """A spec that fits the tiny parts."""
    base = {
        "name": "tiny", "title": "Tiny", "encoder": WeightsRef(folder="encoder"), "backbone": WeightsRef(folder="backbone"),
        "projector": ProjectorConfig(WIDTH, 12, HIDDEN), "prompt": Prompt((BOS, BOA), (EOA,), AUDIO),
        "end_ids": (EOS, TURN_END), "pad_id": PAD, "blank_id": None, "canvas": CanvasConfig(CANVAS), "lora": lora,
    }  # fmt: skip
    return AdapterSpec(**{**base, **changes})  # type: ignore[arg-type]


def model(
    seed: int = 0,
    *,
    canvas: CanvasConfig = CanvasConfig(12),  # noqa: B008  frozen
    sampler: SamplerConfig = SamplerConfig(),  # noqa: B008
    window: int = 64,
    sharpness: float = 60.0,
    **changes: object,
) -> SpeechModel:
    """A whole model, fp32 on the CPU; the same seed gives the same weights. ``changes`` are fields of its spec."""
    whole = {
        "title": "Tiny random model", "projector": ProjectorConfig(WIDTH, 24, HIDDEN, strides=(1, 2, 2)),
        "prompt": Prompt((BOS, LANGUAGE_TOKENS["auto"], BOA), (EOA,), AUDIO, 1, LANGUAGE_TOKENS),
        "end_ids": (EOS,), "blank_id": BLANK, "canvas": canvas, "sampler": sampler, "languages": ("en", "hi", "zh"),
    }  # fmt: skip
    made = spec(**{**whole, **changes})
    with torch.random.fork_rng(devices=[]):
        acoustic = encoder(seed)
        decoder = backbone(seed, sharpness, canvas_length=canvas.length, sliding_window=window)
        projector = Projector(made.projector)
        torch.nn.init.normal_(projector.leave.weight)
    vocabulary = Vocabulary(tokenizer(), made.end_ids, frozenset(range(len(SPECIALS))))
    return SpeechModel(made, acoustic, projector, decoder, vocabulary).eval().requires_grad_(False)


def write(folder: Path, made: SpeechModel) -> Path:
    """Store a model in the native layout, so that ``load_model(folder)`` reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_native(folder, made.spec)
    write_tensors(folder, AdapterTensors(dict(made.projector.state_dict())))
    made.vocabulary.tokenizer.save(str(folder / "tokenizer.json"))
    save_encoder(folder / "encoder", made.encoder)
    save_backbone(folder / "backbone", made.backbone, torch.float32)
    return folder


def clip(seconds: float = 1.0, seed: int = 0) -> np.ndarray:
    """Mono noise at 16 kHz."""
    return (np.random.default_rng(seed).standard_normal(round(16_000 * seconds)) * 0.1).astype(np.float32)


def save_encoder(folder: Path, made: AcousticEncoder) -> None:
    """The encoder alone, as the bundled model ships it."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(made.whisper.state_dict(), folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(made.config.to_dict()))


def save_whisper(folder: Path, made: AcousticEncoder) -> None:
    """A whole Whisper checkpoint around the encoder, laid out as openai/whisper-small is."""
    torch.manual_seed(99)
    whole = WhisperForConditionalGeneration(made.config)
    whole.model.encoder.load_state_dict(made.whisper.state_dict())
    whole.save_pretrained(folder)


def write_whisper(
    folder: Path, suppress: list[int] | None = None, begin_suppress: list[int] | None = None, max_tokens: int = 20
) -> None:
    """A whole random Whisper, laid out as openai/whisper-small is: it writes at most so many tokens, of a byte each."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = Tokenizer(models.BPE(vocab={letter: n for n, letter in enumerate(alphabet)}, merges=[]))
    words.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = decoders.ByteLevel()
    specials = [
        END_TOKEN, START_TOKEN, "<|en|>", "<|de|>", "<|hi|>", TASK_TOKEN, PREVIOUS_TOKEN, NO_SPEECH_TOKENS[0],
        NO_TIMESTAMPS_TOKEN,
    ]  # fmt: skip
    words.add_special_tokens(specials)
    ids = {name: words.token_to_id(name) for name in specials}
    torch.manual_seed(2)
    made = WhisperForConditionalGeneration(
        WhisperConfig(
            d_model=16, encoder_layers=1, decoder_layers=2, encoder_attention_heads=2, decoder_attention_heads=2,
            encoder_ffn_dim=16, decoder_ffn_dim=16, num_mel_bins=80, vocab_size=words.get_vocab_size(),
            max_target_positions=max_tokens + 4, pad_token_id=ids[END_TOKEN], bos_token_id=ids[END_TOKEN],
            eos_token_id=ids[END_TOKEN], decoder_start_token_id=ids[START_TOKEN], init_std=0.6,
        )
    )  # fmt: skip
    made.generation_config.suppress_tokens = suppress or []
    made.generation_config.begin_suppress_tokens = begin_suppress or []
    made.save_pretrained(folder)
    words.save(str(folder / "tokenizer.json"))


def save_backbone_repository(folder: Path, made: DiffusionGemmaForBlockDiffusion) -> None:
    """A backbone repository: what ``from_pretrained`` reads, and its tokenizer."""
    made.save_pretrained(folder)
    tokenizer().save(str(folder / "tokenizer.json"))
