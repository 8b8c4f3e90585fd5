"""Whole tiny random models of the real classes, with a vocabulary in the six languages' scripts.

``tiny.py`` has the parts an adapter is made of; here they stand assembled, for what runs a model.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import DiffusionGemmaForBlockDiffusion, WhisperConfig

from app.models.adapter import AdapterSpec, AdapterTensors, Canvas, Part, Sampler, write_native, write_tensors
from app.speech.backbone import SpeechModel, save_backbone, small_config
from app.speech.encoder import AcousticEncoder
from app.speech.projector import Projector, ProjectorConfig
from app.speech.prompt import Prompt
from app.speech.vocabulary import Vocabulary

PAD, EOS, BOS, UNK, AUDIO, BEGIN, END, BLANK = range(8)
LANGUAGE_TOKENS = {"auto": 8, "en": 9, "hi": 10, "zh": 11}
SPECIAL = ["<pad>", "<eos>", "<bos>", "<unk>", "<|audio|>", "<|audio_begin|>", "<|audio_end|>", "<|blank|>"]
SPECIAL += [f"<|{code}|>" for code in LANGUAGE_TOKENS]
WIDTH, CANVAS, SAMPLER = 16, Canvas(12), Sampler()
SENTENCES = [
    "the quick brown fox jumps over the lazy dog, again and again.",
    "voix ambiguë d'un cœur qui préfère les jattes de kiwis",
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
    "el pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia",
    "मैं आज बाज़ार जा रहा हूँ और फल लाऊँगा",
    "今天天气很好我们去公园散步吧",
    "Москва 0123456789 !?;:",
]


def tokenizer(size: int = 400) -> Tokenizer:
    """Byte-pair encoding over a few sentences in the scripts of the six languages, and one foreign one."""
    made = Tokenizer(models.BPE(unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(), pre_tokenizers.Split(Regex("[,.?!]"), "isolated")]
    )
    made.decoder = decoders.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=size, special_tokens=SPECIAL, show_progress=False)
    made.train_from_iterator(SENTENCES, trainer)
    return made


def backbone(vocab_size: int, canvas: int, window: int, sharpness: float) -> DiffusionGemmaForBlockDiffusion:
    """Two sliding layers and a full one, two experts. ``sharpness`` scales the logits: at 1 a random model knows nothing."""
    config = small_config(
        {
            "vocab_size": vocab_size, "hidden_size": WIDTH, "intermediate_size": 2 * WIDTH, "num_hidden_layers": 3,
            "num_attention_heads": 2, "num_key_value_heads": 1, "num_global_key_value_heads": 1, "head_dim": 8,
            "global_head_dim": 16, "sliding_window": window, "max_position_embeddings": 2048,
            "layer_types": ["sliding_attention", "sliding_attention", "full_attention"], "num_experts": 2,
            "top_k_experts": 1, "moe_intermediate_size": WIDTH, "initializer_range": 0.3, "pad_token_id": PAD,
            "eos_token_id": EOS, "bos_token_id": BOS, "canvas_length": canvas,
        }
    )  # fmt: skip
    config.image_token_id = AUDIO  # lets the stock generate() take our audio tokens for those of an image
    made = DiffusionGemmaForBlockDiffusion(config).eval()
    with torch.no_grad():
        made.model.decoder.norm.weight.mul_(sharpness)
    return made


def model(
    seed: int = 0,
    *,
    canvas: Canvas = CANVAS,
    sampler: Sampler = SAMPLER,
    window: int = 64,
    sharpness: float = 60.0,
    **changes: object,
) -> SpeechModel:
    """A tiny random model, fp32 on the CPU; the same seed gives the same weights. ``changes`` are fields of its spec."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        words = tokenizer()
        spec = AdapterSpec(
            **{
                "name": "tiny", "title": "Tiny random model", "encoder": Part("encoder"), "backbone": Part("backbone"),
                "projector": ProjectorConfig(WIDTH, 24, WIDTH, strides=(1, 2, 2)),
                "prompt": Prompt((BOS, LANGUAGE_TOKENS["auto"], BEGIN), (END,), AUDIO, 1, LANGUAGE_TOKENS),
                "end_ids": (EOS,), "pad_id": PAD, "blank_id": BLANK, "canvas": canvas, "sampler": sampler,
                "languages": ("en", "hi", "zh"), **changes,
            }
        )  # fmt: skip
        whisper = WhisperConfig(
            d_model=WIDTH, encoder_layers=2, encoder_attention_heads=2, encoder_ffn_dim=32, num_mel_bins=80,
            decoder_layers=1, decoder_attention_heads=2, decoder_ffn_dim=8,
        )  # fmt: skip
        encoder, projector = AcousticEncoder(whisper), Projector(spec.projector)
        torch.nn.init.normal_(projector.leave.weight)
        decoder = backbone(words.get_vocab_size(), canvas.length, window, sharpness)
        vocabulary = Vocabulary(words, spec.end_ids, frozenset(range(len(SPECIAL))))
        return SpeechModel(spec, encoder, projector, decoder, vocabulary).eval().requires_grad_(False)


def write(folder: Path, made: SpeechModel) -> Path:
    """Store a tiny model in the native layout, so that ``load_model(folder)`` reads it."""
    (folder / "encoder").mkdir(parents=True, exist_ok=True)
    write_native(folder, made.spec)
    write_tensors(folder, AdapterTensors(dict(made.projector.state_dict())))
    made.vocabulary.tokenizer.save(str(folder / "tokenizer.json"))
    made.encoder.config.save_pretrained(folder / "encoder")
    save_file(made.encoder.whisper.state_dict(), folder / "encoder" / "model.safetensors")
    save_backbone(folder / "backbone", made.backbone, torch.float32)
    return folder
