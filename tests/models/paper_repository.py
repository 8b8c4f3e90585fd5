"""Repositories as the published model's paper has them, with the class names of its authors and tiny widths."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

import torch

from tests.models import stand_ins
from tests.models.stand_ins import SourceModel, build_source_model, checkpoint_tensors, write_repository
from tests.speech import tiny

NAME = "diffusion-gemma-asr-small"
PROJECTOR = """
class AudioProjector(nn.Module):
    def __init__(self, d_in=8, d_hidden=12, d_out=16):
        super().__init__()
        self.proj_in = nn.Linear(d_in, d_hidden)
        self.convs = nn.ModuleList([nn.Conv1d(d_hidden, d_hidden, 3, stride=2, padding=1) for _ in range(3)])
        self.proj_out = nn.Linear(d_hidden, d_out)
        {make}

    def forward(self, x):
        x = F.gelu(self.proj_in(x)).transpose(1, 2)
        for conv in self.convs:
            x = F.gelu(conv(x))
        x = self.proj_out(x.transpose(1, 2))
        return {apply}
"""
NORMS = {  # how the norm behind the last layer may be written: what __init__ makes, what forward returns
    "with weights": ("self.norm = nn.LayerNorm(d_out)", "self.norm(x)"),
    "without bias": ("self.norm = nn.LayerNorm(d_out, bias=False)", "self.norm(x)"),
    "without weights": ("self.norm = nn.LayerNorm(d_out, elementwise_affine=False)", "self.norm(x)"),
    "another epsilon": ("self.norm = nn.LayerNorm(d_out, eps=1e-2)", "self.norm(x)"),
    "as a function": ("", "F.layer_norm(x, x.shape[-1:])"),
}
CONFIG = {
    "model_dir": "weights", "whisper_id": "openai/whisper-small", "whisper_dim": tiny.WIDTH, "d_model": tiny.HIDDEN,
    "vocab_size": tiny.VOCAB, "boa_token_id": tiny.BOA, "audio_token_id": tiny.AUDIO, "eoa_token_id": tiny.EOA,
    "final_logit_softcapping": 30.0, "subsample_factor": 8, "proj_hidden": 12,
}  # fmt: skip
LORA_KEYS = {
    "peft": stand_ins.peft_keys,
    "saved": stand_ins.saved_peft_keys,
    "plain": stand_ins.plain_keys,
    "base": lambda path, side: f"base.{stand_ins.peft_keys(path, side)}",  # of AudioDiffusionGemma's self.base
}
MODEL = """
from audio import AudioProjector


class AudioDiffusionConfig:
    def __init__(self, **fields):
        self.__dict__.update(fields)


class AudioDiffusionGemma(nn.Module):
    def __init__(self, base, cfg, whisper=None):
        super().__init__()
        self.base, self.whisper = base, whisper
        self.projector = AudioProjector(cfg.whisper_dim, cfg.proj_hidden, cfg.d_model)
"""

INFERENCE = """
from pathlib import Path

from model import AudioDiffusionGemma
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache, PreTrainedTokenizerFast, WhisperFeatureExtractor
from transformers import WhisperModel

CANVAS_LENGTH = 24


@torch.no_grad()
def load(path, device="cpu"):
    folder = Path(path).parent
    stored = torch.load(path, weights_only=False)
    base = DiffusionGemmaForBlockDiffusion.from_pretrained(folder / "backbone").to(device).eval()
    model = AudioDiffusionGemma(base, stored["config"], WhisperModel.from_pretrained(folder / "encoder").encoder).eval()
    projector = {key.removeprefix("projector."): value for key, value in stored["model"].items() if "lora" not in key}
    model.projector.load_state_dict(projector)
    for key, a in stored["model"].items():
        if "lora_A" in key:
            layer = base.get_submodule(key.removeprefix("base_model.model.").partition(".lora_A")[0])
            b = stored["model"][key.replace("lora_A", "lora_B")]
            layer.weight = nn.Parameter(layer.weight + 2.0 * b @ a)
    model.cfg = stored["config"]
    tok = PreTrainedTokenizerFast(tokenizer_file=str(folder / "backbone" / "tokenizer.json"))
    return model, tok, WhisperFeatureExtractor()


@torch.no_grad()
def transcribe(wav, model, tok, features, max_steps=16):
    mel = features(wav, sampling_rate=16000, return_tensors="pt").input_features
    audio = model.projector(model.whisper(mel).last_hidden_state)
    embed = model.base.model.encoder.get_input_embeddings()
    before, after = ([2, model.cfg.boa_token_id], [model.cfg.eoa_token_id])
    embeds = torch.cat([embed(torch.tensor([before])), audio, embed(torch.tensor([after]))], dim=1)
    cache = DynamicCache(config=model.base.config.get_text_config(decoder=True))
    model.base.model.encoder(inputs_embeds=embeds, past_key_values=cache)
    canvas = torch.randint(0, model.cfg.vocab_size, (1, CANVAS_LENGTH))
    for _ in range(max_steps):
        canvas = model.base(decoder_input_ids=canvas, past_key_values=cache).logits.argmax(-1)
    ids = canvas[0].tolist()
    return tok.decode(ids[: ids.index(1)] if 1 in ids else ids)
"""
"""Runs the model of the repository's files, with ``backbone`` and ``encoder`` in its folder.

One pass over the prompt, then each step's argmax is the next step's canvas: the first step is the paper's, those that follow
are simpler. The canvas is short, so that it is quick."""


PROMPTS = {  # the instruction "write this." in every way that its authors may have written the prompt
    "a list": """
INSTRUCTION = "write this."
def build(tok, cfg, n):
    ids = [tok.bos_token_id] + tok.encode(INSTRUCTION, add_special_tokens=False)
    return ids + [cfg.boa_token_id] + [cfg.audio_token_id] * n + [cfg.eoa_token_id]
""",
    "a list that grows": """
def build(tok, cfg, n, instruction="write this."):
    ids = [tok.bos_token_id]
    ids.extend(tok(instruction, add_special_tokens=False).input_ids)
    ids.append(cfg.boa_token_id)
    ids += [cfg.audio_token_id] * n
    ids += [cfg.eoa_token_id]
    return torch.tensor([ids])
""",
    "an f-string": """
INSTRUCTION = "write this."
def build(tok, n):
    return tok(f"<bos>{INSTRUCTION}<|audio>{'<|audio|>' * n}<audio|>", add_special_tokens=False).input_ids
""",
    "constants of a class": """
class PromptConfig:
    bos_id: int = 2
    instruction: str = "write this."
def build(tok, n, prompt=PromptConfig(), cfg=None):
    head = [prompt.bos_id, *tok.encode(prompt.instruction, add_special_tokens=False), cfg.boa_token_id]
    return head + [cfg.audio_token_id] * n + [cfg.eoa_token_id]
""",
    "text that is added up": """
def build(n):
    text = "<bos>" + "write this."
    text += "<|audio>"
    return text + "<|audio|>" * n + "<audio|>"
""",
    "placeholders": """
TEMPLATE = "<bos>write this.<boa>{audio}<eoa>"
def build(n):
    return TEMPLATE.replace("{audio}", "<|audio|>" * n)
""",
    "placeholders that are filled in": """
def build(n):
    return "{bos}write this.{boa}{audio}{eoa}".format(bos="<bos>", boa="<|audio>", audio="<|audio|>" * n, eoa="<audio|>")
""",
    "encoded with special tokens": """
def build(tok, cfg, n):
    head = tok.encode("write this.", add_special_tokens=True) + [cfg.boa_token_id]
    return head + [cfg.audio_token_id] * n + [cfg.eoa_token_id]
""",
    "encoded without special tokens": """
def build(tok, cfg, n):
    before = tok.encode("<bos>write this.", add_special_tokens=False) + [cfg.boa_token_id]
    return torch.cat([torch.tensor(before), torch.full((n,), cfg.audio_token_id), torch.tensor([cfg.eoa_token_id])])
""",
    "the instruction alone": 'INSTRUCTION = "write this."',
}  # fmt: skip
CHAT_PROMPTS = {
    "content as text": """
def build(tok, n):
    messages = [{"role": "user", "content": f"write this.<|audio>{'<|audio|>' * n}<audio|>"}]
    return tok.apply_chat_template(messages, tokenize=True, return_tensors="pt")
""",
    "content in parts": """
INSTRUCTION = "write this."
def build(processor, wav):
    content = [
        {"type": "text", "text": INSTRUCTION + "<|audio>"},
        {"type": "audio", "audio": wav},
        {"type": "text", "text": "<audio|>"},
    ]
    return processor.apply_chat_template([{"role": "user", "content": content}], tokenize=False)
""",
}


def projector_code(norm: str) -> str:
    """Return ``AudioProjector`` with its norm written in one of the ways of ``NORMS``."""
    make, apply = NORMS[norm]
    return PROJECTOR.format(make=make or "pass", apply=apply)


def write(
    folder: Path,
    norm: str = "with weights",
    *,
    config: str = "object",
    module: str = "model",
    prefix: str = "projector.",
    keys: Callable[[str, str], str] = stand_ins.peft_keys,
    shows_projector: bool = True,
    inference: str = "",
) -> SourceModel:
    """Write a repository and return the model that its files describe.

    Args:
        norm: one of ``NORMS``.
        config: whether the checkpoint holds the configuration as an ``object`` or a ``dict``.
        module: under which the object is pickled.
        prefix: of the projector's keys.
        keys: names of the LoRA's keys.
        shows_projector: whether ``audio.py`` has the projector.
    """
    made = build_source_model(projector_code(norm))
    made_config = config_class()(**CONFIG) if config == "object" else CONFIG
    with pickled_under(module, type(made_config)) if config == "object" else nullcontext():
        checkpoint = {"model": checkpoint_tensors(made, keys, prefix), "config": made_config}
        audio = made.code if shows_projector else ""
        write_repository(folder, checkpoint, model=MODEL, inference=inference, audio=audio)
    return made


@torch.no_grad()
def source_audio_tokens(made: SourceModel, frames: torch.Tensor) -> torch.Tensor:
    """Return what the source's projector makes of the encoder's frames."""
    tokens: torch.Tensor = made.projector(frames)
    return tokens


@contextmanager
def pickled_under(module: str, made: type) -> Iterator[None]:
    """Let objects of a class be pickled as those of ``module``, which need not exist; afterwards all is as before."""
    owner = sys.modules.get(module)
    sys.modules[module] = holder = owner or ModuleType(module)
    made.__module__, made.__qualname__ = module, made.__name__
    setattr(holder, made.__name__, made)
    try:
        yield
    finally:
        delattr(holder, made.__name__)
        if owner is None:
            del sys.modules[module]


def config_class(name: str = "AudioDiffusionConfig") -> type:
    """Return a class whose objects hold the keyword arguments that they are made with."""

    def init(self: Any, **fields: Any) -> None:
        self.__dict__.update(fields)

    return type(name, (), {"__init__": init})
