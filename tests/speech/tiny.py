"""Tiny random models of the real classes, for tests: they build in a fraction of a second and run on a CPU."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import DiffusionGemmaForBlockDiffusion, WhisperConfig, WhisperForConditionalGeneration

from app.models.adapter import AdapterSpec, Canvas, Lora, Part
from app.speech.backbone import small_config
from app.speech.encoder import AcousticEncoder
from app.speech.projector import ProjectorConfig
from app.speech.prompt import Prompt

HIDDEN, WIDTH, VOCAB, CANVAS = 16, 8, 96, 6
PAD, END, BEGIN, TURN_END, BOA, AUDIO, EOA = 0, 1, 2, 3, 4, 5, 6
SPECIALS = ["<pad>", "<eos>", "<bos>", "<turn|>", "<|audio>", "<|audio|>", "<audio|>"]
TEXT = {
    "vocab_size": VOCAB, "hidden_size": HIDDEN, "intermediate_size": 16, "num_hidden_layers": 3,
    "layer_types": ["sliding_attention", "sliding_attention", "full_attention"],
    "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 8, "global_head_dim": 8,
    "num_global_key_value_heads": 1, "sliding_window": 64, "num_experts": 2, "top_k_experts": 1,
    "moe_intermediate_size": 8, "max_position_embeddings": 4096, "canvas_length": CANVAS,
}  # fmt: skip


def backbone(seed: int = 0) -> DiffusionGemmaForBlockDiffusion:
    """A random DiffusionGemma of three layers whose logits are far from flat."""
    torch.manual_seed(seed)
    model = DiffusionGemmaForBlockDiffusion(small_config(dict(TEXT))).eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if name.endswith("proj.weight"):
                weight.normal_(std=0.3)
    return model


def whisper_config() -> WhisperConfig:
    return WhisperConfig(
        d_model=WIDTH, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2, decoder_attention_heads=2,
        encoder_ffn_dim=16, decoder_ffn_dim=16, num_mel_bins=80, vocab_size=32, max_target_positions=16,
        pad_token_id=0, bos_token_id=1, eos_token_id=1, decoder_start_token_id=1,
    )  # fmt: skip


def encoder(seed: int = 0) -> AcousticEncoder:
    torch.manual_seed(seed)
    return AcousticEncoder(whisper_config())


def tokenizer() -> Tokenizer:
    """Byte-level, so that it can write any text: 7 special tokens, then letters."""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    capitals = [letter.upper() for letter in letters]
    pieces = [*SPECIALS, *letters, *capitals, "▁", ".", ",", "?", ":", "\n", "<unk>"]
    made = Tokenizer(models.BPE(vocab={piece: n for n, piece in enumerate(pieces)}, merges=[], unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    made.decoder = decoders.Metaspace(prepend_scheme="never")
    made.add_special_tokens([AddedToken(piece, special=True) for piece in SPECIALS])
    return made


def spec(lora: Lora | None = None, **changes: object) -> AdapterSpec:
    """A spec that fits the tiny parts."""
    base = {
        "name": "tiny", "title": "Tiny", "encoder": Part(folder="encoder"), "backbone": Part(folder="backbone"),
        "projector": ProjectorConfig(WIDTH, 12, HIDDEN), "prompt": Prompt((BEGIN, BOA), (EOA,), AUDIO),
        "end_ids": (END, TURN_END), "pad_id": PAD, "blank_id": None, "canvas": Canvas(CANVAS), "lora": lora,
    }  # fmt: skip
    return AdapterSpec(**{**base, **changes})  # type: ignore[arg-type]


def clip(seconds: float = 1.0, seed: int = 0) -> np.ndarray:
    """Mono noise at 16 kHz."""
    return (np.random.default_rng(seed).standard_normal(round(16_000 * seconds)) * 0.1).astype(np.float32)


def save_encoder(folder: Path, made: AcousticEncoder) -> None:
    """The encoder alone, as the bundled model ships it."""
    folder.mkdir(parents=True)
    save_file(made.whisper.state_dict(), folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(made.config.to_dict()))


def save_whisper(folder: Path, made: AcousticEncoder) -> None:
    """A whole Whisper checkpoint around the encoder, laid out as openai/whisper-small is."""
    torch.manual_seed(99)
    whole = WhisperForConditionalGeneration(made.config)
    whole.model.encoder.load_state_dict(made.whisper.state_dict())
    whole.save_pretrained(folder)


def save_backbone_repository(folder: Path, made: DiffusionGemmaForBlockDiffusion) -> None:
    """A backbone repository: what ``from_pretrained`` reads, and its tokenizer."""
    made.save_pretrained(folder)
    tokenizer().save(str(folder / "tokenizer.json"))
