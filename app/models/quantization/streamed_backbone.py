"""A backbone as the hub ships it, put on its device tensor by tensor: the whole is never in memory twice, nor once where the
experts are packed on the way. The vision tower, which no speech passes through, is left out.

Packed experts are kept on disk, one file a layer, so that packing happens once.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn
from transformers import DiffusionGemmaConfig, DiffusionGemmaForBlockDiffusion
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextRotaryEmbedding

from app.atomic_write import atomic_write
from app.errors import ModelError
from app.models.adapter.spec import TOWER_PREFIXES
from app.models.placement import LoadMode, MemoryNeeds

from .int4 import FORMAT_VERSION, GROUP_SIZE, Int4Tensor
from .int4_experts import ExpertsShape, Int4Experts

DECODER_PREFIX, ENCODER_PREFIX = TOWER_PREFIXES["decoder"], TOWER_PREFIXES["encoder"]
SKIPPED_PREFIXES = ("model.encoder.vision_tower.", "model.encoder.embed_vision.")
OTHER_WEIGHTS_BYTES = 260_000_000  # Whisper small's encoder, projector and LoRA in bf16
WORKING_BYTES = 3_000_000_000  # of one canvas: keys and values, logits, and what the allocator holds beside them
EXPERTS_PER_READ = 8  # experts that are read together
log = logging.getLogger(__name__)

ProgressCallback = Callable[[int, int], None]
"""Told now and then how many bytes of how many were read; may raise to stop."""


def load_streamed_backbone(
    folder: Path,
    device: str | torch.device,
    dtype: torch.dtype,
    mode: LoadMode = "bf16",
    *,
    cache_dir: Path | None = None,
    group_size: int = GROUP_SIZE,
    on_progress: ProgressCallback = lambda read, total: None,
) -> DiffusionGemmaForBlockDiffusion:
    """The backbone of a repository's folder; ``way`` other than ``bf16`` packs its experts, ``dtype`` is that of all others.

    ``transcribe_and_store`` is the folder where packed experts are kept between starts, or None. Raises ``ModelError``
    where a file is
    missing, damaged or does not fit, and torch's ``OutOfMemoryError``.
    """
    try:
        config = DiffusionGemmaConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
        shards = weight_files(folder)
        with torch.device("meta"):
            backbone = DiffusionGemmaForBlockDiffusion(config)
        backbone.model.encoder.vision_tower = nn.Identity()
        backbone.model.encoder.embed_vision = nn.Identity()
        with ExitStack() as stack:
            loading = _BackboneLoader(backbone, torch.device(device), dtype, on_progress)
            loading.open(shards, stack)
            if mode != "bf16":
                on = torch.device("cpu") if mode == "offload" else torch.device(device)
                loading.quantize_experts(
                    on, group_size, None if cache_dir is None else cache_dir / cache_key(shards, group_size)
                )
            loading.load_rest()
            on_progress(loading.total_bytes, loading.total_bytes)
            if mode == "offload":
                for experts in loading.int4_experts.values():
                    experts.pin()
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as broken:
        why = " ".join(str(broken).split())[:500]
        raise ModelError(
            "The backbone in {folder} cannot be read.", "{reason}.", "Download it again.", folder=folder, reason=why
        ) from broken
    tie_and_fill_buffers(backbone, torch.device(device))
    values = (*backbone.named_parameters(remove_duplicate=False), *backbone.named_buffers())
    empty = [name for name, value in values if value.is_meta and name.startswith(DECODER_PREFIX)]
    if empty or loading.unknown_keys:
        raise ModelError(
            "The backbone in {folder} does not fit its configuration.",
            "Missing: {missing}. Unknown: {unknown}.",
            "Download it again.",
            folder=folder,
            missing=", ".join(empty[:8]) or "–",
            unknown=", ".join(loading.unknown_keys[:8]) or "–",
        )
    return backbone.eval().requires_grad_(False)


def weight_files(folder: Path) -> list[Path]:
    """The files that hold a repository's weights; raises ``OSError`` where there are none or one is missing."""
    index = folder / "model.safetensors.index.json"
    if index.is_file():
        names = sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))
        paths = [folder / name for name in names]
    else:
        paths = [folder / "model.safetensors"]
    gone = [path.name for path in paths if not path.is_file()]
    if gone:
        raise FileNotFoundError(f"{', '.join(gone)} not found")
    return paths


def backbone_memory_needs(folder: Path) -> MemoryNeeds:
    """What a backbone needs, told from its files' headers. Raises ``ModelError`` where they cannot be read."""
    dense = experts = 0
    try:
        for path in weight_files(folder):
            with safe_open(path, framework="pt", device="cpu") as file:
                for key in file.keys():  # noqa: SIM118  not a mapping
                    if key.startswith(SKIPPED_PREFIXES):
                        continue
                    count = math.prod(file.get_slice(key).get_shape())
                    if ".experts." in key:
                        experts += count
                    else:
                        dense += count
    except (OSError, ValueError, KeyError, SafetensorError) as broken:
        raise ModelError(
            "The backbone in {folder} cannot be read.", "{reason}.", "Download it again.", folder=folder, reason=broken
        ) from broken
    return MemoryNeeds(
        dense_bytes=2 * dense + OTHER_WEIGHTS_BYTES,
        experts_bytes=2 * experts,
        packed_experts_bytes=experts // 2 + 2 * experts // GROUP_SIZE,
        working_bytes=WORKING_BYTES,
    )


def cache_key(shards: list[Path], group_size: int) -> str:
    """A name for what packing these files gives: of their headers, sizes and, where the cache tells it, contents."""
    known = hashlib.sha256(f"{FORMAT_VERSION} {group_size}".encode())
    for path in shards:
        real = path.resolve()
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            known.update(file.read(min(length, 100_000_000)))
        about = real.stat()
        told = real.name if real.parent.name == "blobs" else str(about.st_mtime_ns)
        known.update(f"{about.st_size} {told}".encode())
    return known.hexdigest()[:32]


class _BackboneLoader:
    """Tensors on their way from files to a backbone that was made without any."""

    def __init__(
        self,
        backbone: DiffusionGemmaForBlockDiffusion,
        device: torch.device,
        dtype: torch.dtype,
        tell: ProgressCallback,
    ) -> None:
        self.backbone, self.device, self.dtype, self.on_progress = backbone, device, dtype, tell
        self.file_of_key: dict[str, Any] = {}
        """Of every tensor, the open file that holds it."""
        self.int4_experts: dict[str, Int4Experts] = {}
        """By the path of the decoder's layer."""
        self.unknown_keys: list[str] = []
        self.read_bytes = self.total_bytes = 0
        self.loaded_keys: set[str] = set()

    def open(self, shards: list[Path], stack: ExitStack) -> None:
        for path in shards:
            file = stack.enter_context(safe_open(path, framework="pt", device="cpu"))
            self.file_of_key |= dict.fromkeys(file.keys(), file)
            self.total_bytes += path.stat().st_size

    def quantize_experts(self, on: torch.device, group: int, kept: Path | None) -> None:
        """Put packed experts in the place of every layer's, in both towers the same."""
        shape = ExpertsShape.from_config(self.backbone.config.text_config)
        for number, layer in enumerate(self.backbone.model.decoder.layers):
            path = f"{DECODER_PREFIX}layers.{number}"
            experts = Int4Experts(shape, on, group)
            stored = None if kept is None else kept / f"layer-{number}.safetensors"
            if stored is None or not _load_cached_experts(stored, experts):
                for name in shape.matrices:
                    self._quantize_matrix(experts, f"{path}.experts.{name}", name)
                if stored is not None:
                    _cache_experts(stored, experts)
            self.loaded_keys |= {
                f"{tower}layers.{number}.experts.{name}"
                for tower in (DECODER_PREFIX, ENCODER_PREFIX)
                for name in shape.matrices
            }
            self.int4_experts[path] = layer.experts = experts
            self.backbone.model.encoder.language_model.layers[number].experts = experts

    def _quantize_matrix(self, experts: Int4Experts, key: str, name: str) -> None:
        """A few experts at a time, packed where they will lie, or on the card where that is faster."""
        key = key if key in self.file_of_key else key.replace(DECODER_PREFIX, ENCODER_PREFIX, 1)
        wanted = (experts.shape.experts, *experts.shape.matrices[name])
        rows = self.file_of_key[key].get_slice(key)
        if tuple(rows.get_shape()) != wanted:
            raise ValueError(f"{key} is {tuple(rows.get_shape())}, must be {wanted}")
        for first in range(0, wanted[0], EXPERTS_PER_READ):
            some = rows[first : first + EXPERTS_PER_READ]
            for offset, weight in enumerate(some.to(self.device)):
                experts.set_expert(name, first + offset, weight)
            self._report_read(some)

    def load_rest(self) -> None:
        """Every other tensor, in the order of the files."""
        for key, file in self.file_of_key.items():
            if key in self.loaded_keys or key.startswith(SKIPPED_PREFIXES):
                continue
            tied = key.startswith(ENCODER_PREFIX) and key.replace(ENCODER_PREFIX, DECODER_PREFIX, 1) in self.file_of_key
            if tied and not key.endswith("layer_scalar"):
                continue
            value = file.get_tensor(key)
            self._report_read(value)
            self._assign(key, value)

    def _assign(self, key: str, value: Tensor) -> None:
        path, _, leaf = key.rpartition(".")
        if path == "lm_head":
            path = "model.decoder.embed_tokens"
        elif path.startswith(ENCODER_PREFIX) and leaf != "layer_scalar":
            path = path.replace(ENCODER_PREFIX, DECODER_PREFIX, 1)
        try:
            owner = self.backbone.get_submodule(path)
        except AttributeError:
            self.unknown_keys.append(key)
            return
        place = getattr(owner, leaf, None)
        if not isinstance(place, Tensor) or place.shape != value.shape:
            self.unknown_keys.append(f"{key} {tuple(value.shape)}")
            return
        here = value.to(self.device, self.dtype)
        if here.data_ptr() == value.data_ptr():
            here = here.clone()  # else it would be the file's own memory
        setattr(owner, leaf, nn.Parameter(here, requires_grad=False) if isinstance(place, nn.Parameter) else here)

    def _report_read(self, value: Tensor) -> None:
        self.read_bytes += value.nbytes
        self.on_progress(min(self.read_bytes, self.total_bytes), self.total_bytes)


def tie_and_fill_buffers(backbone: DiffusionGemmaForBlockDiffusion, device: torch.device) -> None:
    """Tie the towers and the head, and compute what is in no file: positions and the embedding's scale."""
    decoder, encoder = backbone.model.decoder, backbone.model.encoder.language_model
    config = backbone.config.text_config
    own = dict(decoder.named_parameters())
    for name, _ in list(encoder.named_parameters()):
        path, _, leaf = name.rpartition(".")
        setattr(encoder.get_submodule(path), leaf, own[name])
    backbone.lm_head.weight = decoder.embed_tokens.weight
    for tower in (decoder, encoder):
        tower.rotary_emb = DiffusionGemmaTextRotaryEmbedding(config).to(device)
        scale = torch.tensor(tower.embed_tokens.scalar_embed_scale, device=device)
        tower.embed_tokens.embed_scale = scale.to(decoder.embed_tokens.weight.dtype)
    for ours, theirs in zip(encoder.layers, decoder.layers, strict=True):
        if ours.layer_scalar.is_meta and not theirs.layer_scalar.is_meta:
            ours.layer_scalar = theirs.layer_scalar.clone()


def _load_cached_experts(path: Path, experts: Int4Experts) -> bool:
    """Whether a layer's packed experts were kept, whole; then they are in place."""
    if not path.is_file():
        return False
    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            for name, place in _named_tensors(experts):
                place.copy_(file.get_tensor(name))
    except (OSError, SafetensorError, RuntimeError) as broken:
        log.warning("%s cannot be read and is packed again: %s", path.name, broken)
        return False
    return True


def _cache_experts(path: Path, experts: Int4Experts) -> None:
    """Write a layer's packed experts; a disk that is full only costs packing again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as temporary:
            save_file({name: place.cpu() for name, place in _named_tensors(experts)}, temporary)
    except (OSError, SafetensorError) as full:
        log.warning("packed experts are not kept: %s", full)


def _named_tensors(experts: Int4Experts) -> Iterator[tuple[str, Tensor]]:
    packed: Int4Tensor
    for name, packed in experts.weights.items():
        yield f"{name}.values", packed.values
        yield f"{name}.scales", packed.scales
