"""Load a DiffusionGemma backbone from the hub's files tensor by tensor, optionally with int4 experts.

At no time is the whole model in memory twice, nor once where the experts are quantized on the way. The vision tower, which no
speech passes through, is skipped. Int4 experts are cached on disk, one file a layer, so that quantization happens once.
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
from app.errors import ModelError, reason_of
from app.models.adapter.spec import TOWER_PREFIXES
from app.models.checkpoint_files import read_header, read_shapes
from app.models.placement import LoadMode, MemoryNeeds

from .int4 import FORMAT_VERSION, GROUP_SIZE, Int4Tensor
from .int4_experts import ExpertsShape, Int4Experts

DECODER_PREFIX, ENCODER_PREFIX = TOWER_PREFIXES["decoder"], TOWER_PREFIXES["encoder"]
SKIPPED_PREFIXES = ("model.encoder.vision_tower.", "model.encoder.embed_vision.")
OTHER_WEIGHTS_BYTES = 260_000_000  # Whisper small's encoder, projector and LoRA in bf16
WORKING_BYTES = 3_000_000_000  # of one canvas: keys and values, logits, and the allocator's overhead
EXPERTS_PER_READ = 8
log = logging.getLogger(__name__)

ProgressCallback = Callable[[int, int], None]
"""Called with the bytes read and the total; may raise to stop."""


def load_streamed_backbone(
    folder: Path,
    device: str | torch.device,
    dtype: torch.dtype,
    mode: LoadMode = "bf16",
    *,
    cache_dir: Path | None = None,
    group_size: int = GROUP_SIZE,
    on_progress: ProgressCallback = lambda _read, _total: None,
) -> DiffusionGemmaForBlockDiffusion:
    """Load the backbone of a repository's folder.

    Args:
        folder: with ``config.json`` and the safetensors files.
        device: of everything but the experts in the mode ``offload``, which stay in main memory.
        dtype: of everything but int4 experts.
        mode: any but ``bf16`` quantizes the experts.
        cache_dir: where int4 experts are cached between starts; None caches nothing.
        group_size: of the quantization.
        on_progress: see ``ProgressCallback``.

    Raises:
        ModelError: a file is missing, damaged or does not fit.
        torch.OutOfMemoryError: the GPU is too small.
    """
    try:
        config = DiffusionGemmaConfig(**json.loads((folder / "config.json").read_text(encoding="utf-8")))
        shards = weight_files(folder)
        with torch.device("meta"):
            backbone = DiffusionGemmaForBlockDiffusion(config)
        backbone.model.encoder.vision_tower = nn.Identity()
        backbone.model.encoder.embed_vision = nn.Identity()
        with ExitStack() as stack:
            loader = _BackboneLoader(backbone, torch.device(device), dtype, on_progress)
            loader.open(shards, stack)
            if mode != "bf16":
                experts_device = torch.device("cpu") if mode == "offload" else torch.device(device)
                key_folder = None if cache_dir is None else cache_dir / cache_key(shards, group_size)
                loader.quantize_experts(experts_device, group_size, key_folder)
            loader.load_rest()
            on_progress(loader.total_bytes, loader.total_bytes)
            if mode == "offload":
                for experts in loader.int4_experts.values():
                    experts.pin()
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise ModelError(
            "The backbone in {folder} cannot be read.",
            "{reason}.",
            "Download it again.",
            folder=folder,
            reason=reason_of(error),
        ) from error
    tie_and_fill_buffers(backbone, torch.device(device))
    missing = [f"{name} ({_file_that_lacks(name, folder)})" for name in _names_without_values(backbone)]
    if missing or loader.unknown_keys:
        raise ModelError(
            "The backbone in {folder} does not fit its configuration.",
            "Missing: {missing}. Unknown: {unknown}.",
            "Download it again.",
            folder=folder,
            missing=", ".join(missing[:8]) or "–",
            unknown=", ".join(loader.unknown_keys[:8]) or "–",
        )
    return backbone.eval().requires_grad_(False)


def _names_without_values(backbone: DiffusionGemmaForBlockDiffusion) -> list[str]:
    """Return the names of the weights that are still on the meta device; of those that the towers share, the decoder's."""
    tensors = (*backbone.named_parameters(remove_duplicate=False), *backbone.named_buffers(remove_duplicate=False))
    missing = [name for name, tensor in tensors if tensor.is_meta]
    in_decoder = {name for name in missing if name.startswith(DECODER_PREFIX)}
    shared = {name.replace(DECODER_PREFIX, ENCODER_PREFIX, 1) for name in in_decoder} | {"lm_head.weight"}
    return [name for name in missing if name in in_decoder or name not in shared]


def _file_that_lacks(name: str, folder: Path) -> str:
    """Return the file that the repository's index, if it has one, gives for a weight."""
    index = folder / "model.safetensors.index.json"
    if not index.is_file():
        return "model.safetensors"
    return str(json.loads(index.read_text(encoding="utf-8"))["weight_map"].get(name, index.name))


def weight_files(folder: Path) -> list[Path]:
    """Return the files of a repository's weights; raises ``OSError`` where one is missing."""
    index = folder / "model.safetensors.index.json"
    if index.is_file():
        names = sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))
        paths = [folder / name for name in names]
    else:
        paths = [folder / "model.safetensors"]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise FileNotFoundError(f"{', '.join(missing)} not found")
    return paths


def backbone_memory_needs(folder: Path) -> MemoryNeeds:
    """Calculate a backbone's memory needs from its files' headers. Raises ``ModelError`` where they cannot be read."""
    dense_weights = expert_weights = 0
    try:
        for path in weight_files(folder):
            for key, shape in read_shapes(path).items():
                if key.startswith(SKIPPED_PREFIXES):
                    continue
                if ".experts." in key:
                    expert_weights += math.prod(shape)
                else:
                    dense_weights += math.prod(shape)
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as broken:  # a header that is none
        raise ModelError(
            "The backbone in {folder} cannot be read.", "{reason}.", "Download it again.", folder=folder, reason=broken
        ) from broken
    return MemoryNeeds(
        dense_bytes=2 * dense_weights + OTHER_WEIGHTS_BYTES,
        experts_bytes=2 * expert_weights,
        packed_experts_bytes=expert_weights // 2 + 2 * expert_weights // GROUP_SIZE,
        working_bytes=WORKING_BYTES,
    )


def cache_key(shards: list[Path], group_size: int) -> str:
    """Return the name under which these files' int4 experts are cached.

    A digest of the files' headers, sizes and checksums, as far as the hub's cache names them, else their times of change.
    """
    digest = hashlib.sha256(f"{FORMAT_VERSION} {group_size}".encode())
    for path in shards:
        real = path.resolve()
        digest.update(read_header(path))
        stat = real.stat()
        version = real.name if real.parent.name == "blobs" else str(stat.st_mtime_ns)
        digest.update(f"{stat.st_size} {version}".encode())
    return digest.hexdigest()[:32]


class _BackboneLoader:
    """Moves tensors from files into a backbone that was created on the meta device."""

    def __init__(
        self,
        backbone: DiffusionGemmaForBlockDiffusion,
        device: torch.device,
        dtype: torch.dtype,
        on_progress: ProgressCallback,
    ) -> None:
        self.backbone, self.device, self.dtype, self.on_progress = backbone, device, dtype, on_progress
        self.file_of_key: dict[str, Any] = {}
        """The open file that holds each tensor."""
        self.int4_experts: dict[str, Int4Experts] = {}
        """By the path of the decoder's layer."""
        self.unknown_keys: list[str] = []
        self.read_bytes = self.total_bytes = 0
        self.loaded_keys: set[str] = set()

    def open(self, shards: list[Path], stack: ExitStack) -> None:
        """Open the files; ``stack`` closes them."""
        for path in shards:
            file = stack.enter_context(safe_open(path, framework="pt", device="cpu"))
            self.file_of_key |= dict.fromkeys(file.keys(), file)
            self.total_bytes += path.stat().st_size

    def quantize_experts(self, device: torch.device, group_size: int, cache_dir: Path | None) -> None:
        """Replace every layer's experts by int4 ones on ``device``, which both towers share."""
        shape = ExpertsShape.from_config(self.backbone.config.text_config)
        for number, layer in enumerate(self.backbone.model.decoder.layers):
            path = f"{DECODER_PREFIX}layers.{number}"
            experts = Int4Experts(shape, device, group_size)
            cache_path = None if cache_dir is None else cache_dir / f"layer-{number}.safetensors"
            if cache_path is None or not _load_cached_experts(cache_path, experts):
                for name in shape.matrices:
                    self._quantize_matrix(experts, f"{path}.experts.{name}", name)
                if cache_path is not None:
                    _cache_experts(cache_path, experts)
            self.loaded_keys |= {
                f"{tower}layers.{number}.experts.{name}"
                for tower in (DECODER_PREFIX, ENCODER_PREFIX)
                for name in shape.matrices
            }
            self.int4_experts[path] = layer.experts = experts
            self.backbone.model.encoder.language_model.layers[number].experts = experts

    def _quantize_matrix(self, experts: Int4Experts, key: str, name: str) -> None:
        """Read and quantize a few experts at a time, on the loader's device: a GPU is faster, wherever they will lie."""
        key = key if key in self.file_of_key else key.replace(DECODER_PREFIX, ENCODER_PREFIX, 1)
        shape = (experts.shape.experts, *experts.shape.matrices[name])
        stack = self.file_of_key[key].get_slice(key)
        if tuple(stack.get_shape()) != shape:
            raise ValueError(f"{key} is {tuple(stack.get_shape())}, must be {shape}")
        for first in range(0, shape[0], EXPERTS_PER_READ):
            block = stack[first : first + EXPERTS_PER_READ]
            for offset, weight in enumerate(block.to(self.device)):
                experts.set_expert(name, first + offset, weight)
            self._report_read(block)

    def load_rest(self) -> None:
        """Load every other tensor, in the order of the files; of tensors that the towers share, the decoder's."""
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
        """Put a tensor into the backbone, or note its key where it does not fit."""
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
        target = getattr(owner, leaf, None)
        if not isinstance(target, Tensor) or target.shape != value.shape:
            self.unknown_keys.append(f"{key} {tuple(value.shape)}")
            return
        moved = value.to(self.device, self.dtype)
        if moved.data_ptr() == value.data_ptr():
            moved = moved.clone()  # else it would be the file's own memory
        setattr(owner, leaf, nn.Parameter(moved, requires_grad=False) if isinstance(target, nn.Parameter) else moved)

    def _report_read(self, value: Tensor) -> None:
        self.read_bytes += value.nbytes
        self.on_progress(min(self.read_bytes, self.total_bytes), self.total_bytes)


def tie_and_fill_buffers(backbone: DiffusionGemmaForBlockDiffusion, device: torch.device) -> None:
    """Tie the towers and the LM head, and compute the buffers that are in no file: rotary positions and embedding scale."""
    decoder, encoder = backbone.model.decoder, backbone.model.encoder.language_model
    config = backbone.config.text_config
    decoder_parameters = dict(decoder.named_parameters())
    for name, _ in list(encoder.named_parameters()):
        path, _, leaf = name.rpartition(".")
        setattr(encoder.get_submodule(path), leaf, decoder_parameters[name])
    backbone.lm_head.weight = decoder.embed_tokens.weight
    for tower in (decoder, encoder):
        tower.rotary_emb = DiffusionGemmaTextRotaryEmbedding(config).to(device)
        scale = torch.tensor(tower.embed_tokens.scalar_embed_scale, device=device)
        tower.embed_tokens.embed_scale = scale.to(decoder.embed_tokens.weight.dtype)
    for encoder_layer, decoder_layer in zip(encoder.layers, decoder.layers, strict=True):
        if encoder_layer.layer_scalar.is_meta and not decoder_layer.layer_scalar.is_meta:
            encoder_layer.layer_scalar = decoder_layer.layer_scalar.clone()


def _load_cached_experts(path: Path, experts: Int4Experts) -> bool:
    """Fill a layer's experts from the cache; returns whether it had them, whole."""
    if not path.is_file():
        return False
    try:
        with safe_open(path, framework="pt", device="cpu") as file:
            for name, tensor in _named_tensors(experts):
                tensor.copy_(file.get_tensor(name))
    except (OSError, SafetensorError, RuntimeError) as broken:
        log.warning("%s cannot be read and is quantized again: %s", path.name, broken)
        return False
    return True


def _cache_experts(path: Path, experts: Int4Experts) -> None:
    """Write a layer's experts to the cache; a full disk only costs quantizing them again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as temporary:
            save_file({name: tensor.cpu() for name, tensor in _named_tensors(experts)}, temporary)
    except (OSError, SafetensorError) as full:
        log.warning("int4 experts are not cached: %s", full)


def _named_tensors(experts: Int4Experts) -> Iterator[tuple[str, Tensor]]:
    stack: Int4Tensor
    for name, stack in experts.weights.items():
        yield f"{name}.values", stack.values
        yield f"{name}.scales", stack.scales
