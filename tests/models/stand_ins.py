"""Stand-in repositories in the published layout, built around a tiny random model, in every way we can imagine the real one.

Their ``model.py`` is real code: the tests run it to know what the source model would have computed. The app only parses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import DiffusionGemmaForBlockDiffusion, DynamicCache, WhisperFeatureExtractor
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from app.models.adapter.spec import LoraSpec
from app.models.catalog import PUBLISHED_CHECKPOINT
from app.speech.model.lora import attach_lora, lora_layers
from tests.speech import tiny

IMPORTS = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"
PROJECTORS = {
    "linear first, module list": """
class AudioProjector(nn.Module):
    def __init__(self, d_in=8, d_hidden=12, d_out=16):
        super().__init__()
        self.proj_in = nn.Linear(d_in, d_hidden)
        self.convs = nn.ModuleList([nn.Conv1d(d_hidden, d_hidden, 3, stride=2, padding=1) for _ in range(3)])
        self.proj_out = nn.Linear(d_hidden, d_out)

    def forward(self, x):
        x = F.gelu(self.proj_in(x)).transpose(1, 2)
        for conv in self.convs:
            x = F.gelu(conv(x))
        return self.proj_out(x.transpose(1, 2))
""",
    "one by one, the leaving linear made early": """
class AudioProjector(nn.Module):
    def __init__(self, width=12):
        super().__init__()
        self.inp = nn.Linear(8, width, bias=False)
        self.out = nn.Linear(width, 16)
        self.conv1 = nn.Conv1d(width, width, 5, stride=2, padding=2)
        self.conv2 = nn.Conv1d(width, width, 5, stride=2, padding=2)
        self.conv3 = nn.Conv1d(width, width, 5, stride=2, padding=2)

    def forward(self, x):
        x = F.gelu(self.inp(x)).transpose(1, 2)
        x = F.gelu(self.conv3(F.gelu(self.conv2(F.gelu(self.conv1(x))))))
        return self.out(x.transpose(1, 2))
""",
    "in sequentials": """
class Subsampler(nn.Module):
    def __init__(self):
        super().__init__()
        self.enter = nn.Sequential(nn.Linear(8, 12), nn.GELU())
        self.conv = nn.Sequential(
            nn.Conv1d(12, 12, 3, stride=2, padding=1),
            nn.GELU(),
            nn.Conv1d(12, 12, 3, stride=2, padding=1),
            nn.GELU(),
            nn.Conv1d(12, 12, 3, stride=2, padding=1),
            nn.GELU(),
        )
        self.lin = nn.Linear(12, 16)

    def forward(self, x):
        return self.lin(self.conv(self.enter(x).transpose(1, 2)).transpose(1, 2))
""",
}
CHAT_TEMPLATE = (
    "{{ bos_token }}{% for m in messages %}{{ m['role'] }}:{% if m['content'] is string %}{{ m['content'] }}{% else %}"
    "{% for part in m['content'] %}{{ part['text'] if part['type'] == 'text' else '<|audio|>' }}{% endfor %}{% endif %}"
    "<turn|>{% endfor %}"
    "{% if add_generation_prompt %}model:{% endif %}"
)
RANK, ALPHA = 2, 5.0
TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj")


def peft_keys(path: str, side: str) -> str:
    return f"base_model.model.{path}.lora_{side}.default.weight"


def saved_peft_keys(path: str, side: str) -> str:
    return f"base_model.model.{path}.lora_{side}.weight"


def plain_keys(path: str, side: str) -> str:
    return f"{path}.lora_{side}"


def short_keys(path: str, side: str) -> str:
    tower = "enc" if ".encoder." in path else "dec"
    number, leaf = path.split("layers.")[1].split(".self_attn.")
    return f"lora_{tower}.{number}.{leaf}.{side}"


def shared_keys(path: str, side: str) -> str:
    return f"layers.{path.split('layers.')[1]}.lora_{side}.weight"


@dataclass
class SourceModel:
    """The model a stand-in repository was made from, put together by other means than the app's."""

    encoder: WhisperEncoder
    projector: nn.Module
    backbone: DiffusionGemmaForBlockDiffusion
    code: str

    @torch.no_grad()
    def logits(self, audio: np.ndarray, canvas: Tensor, before: list[int], after: list[int]) -> Tensor:
        """One step on one clip padded to 30 s, whose silence is masked: frames of 20 ms, eight a slot."""
        mel = WhisperFeatureExtractor()(audio, sampling_rate=16_000, return_tensors="pt").input_features
        tokens = self.projector(self.encoder(mel).last_hidden_state)
        embed = self.backbone.model.encoder.get_input_embeddings()
        embeds = torch.cat([embed(torch.tensor([before])), tokens, embed(torch.tensor([after]))], dim=1)
        mask = torch.ones(1, embeds.shape[1] + canvas.shape[1])
        mask[:, len(before) + -(-len(audio) // 2560) : len(before) + tokens.shape[1]] = 0
        cache = DynamicCache(config=self.backbone.config.get_text_config(decoder=True))
        prompt_mask = mask[:, : embeds.shape[1]]
        self.backbone.model.encoder(inputs_embeds=embeds, attention_mask=prompt_mask, past_key_values=cache)
        return self.backbone(decoder_input_ids=canvas, past_key_values=cache, decoder_attention_mask=mask).logits


def make_source_model(layout: str, per_tower: bool = True, seed: int = 0) -> SourceModel:
    return build_source_model(PROJECTORS[layout], per_tower, seed)


def build_source_model(code: str, per_tower: bool = True, seed: int = 0) -> SourceModel:
    """Run the code of a projector and put a model together around it, with random weights."""
    backbone = tiny.backbone(seed)
    attach_lora(backbone, LoraSpec(RANK, ALPHA, TARGETS, per_tower))
    torch.manual_seed(seed + 1)
    namespace: dict[str, Any] = {}
    exec(IMPORTS + code, namespace)
    maker = next(item for item in namespace.values() if isinstance(item, type) and issubclass(item, nn.Module))
    projector = maker().eval()
    with torch.no_grad():
        for _, layer in lora_layers(backbone):
            layer.lora_A["default"].weight.normal_(std=0.3)
            layer.lora_B["default"].weight.normal_(std=0.3)
        for weight in projector.parameters():
            weight.normal_(std=0.4)
    return SourceModel(tiny.encoder(seed).whisper, projector, backbone.eval(), code)


def checkpoint_tensors(made: SourceModel, keys: Callable[[str, str], str], prefix: str) -> dict[str, Tensor]:
    tensors = {f"{prefix}{name}": value for name, value in made.projector.state_dict().items()}
    for path, layer in lora_layers(made.backbone):
        tensors[keys(path, "A")] = layer.lora_A["default"].weight.detach().clone()
        tensors[keys(path, "B")] = layer.lora_B["default"].weight.detach().clone()
    return tensors


def backbone_folder(root: Path) -> Path:
    folder = root / "backbone"
    if not folder.exists():
        tiny.save_backbone_repository(folder, tiny.backbone())
        (folder / "chat_template.jinja").write_text(CHAT_TEMPLATE)
    return folder


def encoder_folder(root: Path) -> Path:
    folder = root / "whisper"
    if not folder.exists():
        tiny.save_whisper(folder, tiny.encoder())
    return folder


def write_repository(folder: Path, checkpoint: object, model: str = "", inference: str = "", audio: str = "") -> Path:
    folder.mkdir()
    torch.save(checkpoint, folder / PUBLISHED_CHECKPOINT)
    trap = "\nopen(__file__ + '.ran', 'w').close()\n"  # running any of them leaves a mark
    for name, code in (("model.py", model), ("inference.py", inference), ("audio.py", audio)):
        (folder / name).write_text(IMPORTS + code + trap, encoding="utf-8")
    return folder
