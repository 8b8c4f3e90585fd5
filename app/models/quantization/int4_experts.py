"""The experts of a DiffusionGemma layer in 4 bits, in the place of ``DiffusionGemmaTextExperts``.

On CUDA a Triton kernel reads the half bytes and multiplies; without one, and on the CPU, each expert that is asked for is
unpacked by itself for a moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers.activations import ACT2FN
from transformers.models.diffusion_gemma.modeling_diffusion_gemma import DiffusionGemmaTextExperts

from .int4 import GROUP_SIZE, Int4Tensor, dequantize, quantize

TANH_GELU = "gelu_pytorch_tanh"
"""The activation that the kernel knows; it is Gemma's."""


@dataclass(frozen=True)
class ExpertsShape:
    """Of a layer's experts."""

    experts: int
    hidden: int
    intermediate: int
    activation: str = TANH_GELU

    @classmethod
    def from_config(cls, text_config: object) -> ExpertsShape:
        """Of a ``DiffusionGemmaTextConfig``."""
        names = ("num_experts", "hidden_size", "moe_intermediate_size", "hidden_activation")
        return cls(*(getattr(text_config, name) for name in names))

    @property
    def matrices(self) -> dict[str, tuple[int, int]]:
        """(out, in) of an expert's two matrices, by their name in a checkpoint."""
        return {"gate_up_proj": (2 * self.intermediate, self.hidden), "down_proj": (self.hidden, self.intermediate)}


class Int4Experts(nn.Module):
    """Experts whose weights stay packed, computing what ``DiffusionGemmaTextExperts`` would with the unpacked ones.

    The weights are no parameters and no buffers: ``Module.to`` leaves them in their precision and where they are. They may
    lie in main memory while the layer computes on a card; then they cross at each call.
    """

    def __init__(self, shape: ExpertsShape, device: torch.device | str, group_size: int = GROUP_SIZE) -> None:
        super().__init__()
        self.shape = shape
        self.act_fn: Callable[[Tensor], Tensor] = ACT2FN[shape.activation]
        self.weights = {
            name: Int4Tensor(
                torch.empty(shape.experts, out, width // 2, dtype=torch.uint8, device=device),
                torch.empty(shape.experts, out, width // group_size, dtype=torch.float16, device=device),
            )
            for name, (out, width) in shape.matrices.items()
        }

    @classmethod
    def quantized(cls, experts: DiffusionGemmaTextExperts, group_size: int = GROUP_SIZE) -> Int4Experts:
        """Pack a layer's experts."""
        shape = ExpertsShape(
            experts.num_experts, experts.hidden_dim, experts.intermediate_dim, experts.config.hidden_activation
        )
        made = cls(shape, experts.down_proj.device, group_size)
        for name in shape.matrices:
            for number in range(shape.experts):
                made.set_expert(name, number, getattr(experts, name)[number].detach())
        return made

    def set_expert(self, name: str, expert: int, weight: Tensor) -> None:
        """Pack one expert's matrix (out, in) into its place; packing happens where the weight is."""
        place = self.weights[name]
        made = quantize(weight, 2 * place.values.shape[-1] // place.scales.shape[-1])
        place.values[expert].copy_(made.values)
        place.scales[expert].copy_(made.scales)

    def pin(self) -> None:
        """Lock weights that lie in main memory there, so that they cross to a card at full speed."""
        if torch.cuda.is_available():
            self.weights = {
                name: Int4Tensor(each.values.pin_memory(), each.scales.pin_memory())
                for name, each in self.weights.items()
            }

    @property
    def size_bytes(self) -> int:
        return sum(each.size_bytes for each in self.weights.values())

    def forward(self, hidden_states: Tensor, top_k_index: Tensor, top_k_weights: Tensor) -> Tensor:
        """What the chosen experts make of ``hidden_states`` (tokens, hidden), weighted and summed: (tokens, hidden).

        ``top_k_index`` and ``top_k_weights`` are (tokens, k).
        """
        gate_up, down = (self.weights[name].to(hidden_states.device) for name in ("gate_up_proj", "down_proj"))
        if hidden_states.is_cuda and self.shape.activation == TANH_GELU:
            from . import int4_cuda

            if int4_cuda.triton_available():
                return int4_cuda.run_experts(hidden_states, top_k_index, top_k_weights, gate_up, down)
        return reference_experts(hidden_states, top_k_index, top_k_weights, gate_up, down, self.act_fn)


def reference_experts(
    hidden_states: Tensor,
    top_k_index: Tensor,
    top_k_weights: Tensor,
    gate_up: Int4Tensor,
    down: Int4Tensor,
    act_fn: Callable[[Tensor], Tensor],
) -> Tensor:
    """The reference: every expert that some token chose is unpacked by itself. Shapes as in ``Int4Experts.forward``."""
    dtype = hidden_states.dtype
    total = torch.zeros(hidden_states.shape, dtype=torch.float32, device=hidden_states.device)
    for expert in top_k_index.unique().tolist():
        token, rank = torch.where(top_k_index == expert)
        gate, up = F.linear(hidden_states[token], dequantize(gate_up[expert], dtype)).chunk(2, dim=-1)
        out = F.linear(act_fn(gate) * up, dequantize(down[expert], dtype))
        total.index_add_(0, token, out.float() * top_k_weights[token, rank, None].float())
    return total.to(dtype)
