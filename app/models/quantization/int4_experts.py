"""The experts of a DiffusionGemma layer in int4: a replacement for ``DiffusionGemmaTextExperts``.

On CUDA with Triton, ``int4_cuda`` computes with the half bytes; otherwise each chosen expert is dequantized for a moment.
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
"""The only activation of the Triton kernels; it is Gemma's."""


@dataclass(frozen=True)
class ExpertsShape:
    """Sizes of a layer's experts."""

    experts: int
    hidden: int
    intermediate: int
    activation: str = TANH_GELU

    @classmethod
    def from_config(cls, text_config: object) -> ExpertsShape:
        """Read the sizes from a ``DiffusionGemmaTextConfig``."""
        names = ("num_experts", "hidden_size", "moe_intermediate_size", "hidden_activation")
        return cls(*(getattr(text_config, name) for name in names))

    @property
    def matrices(self) -> dict[str, tuple[int, int]]:
        """``(out, in)`` of an expert's two matrices, by their names in a checkpoint."""
        return {"gate_up_proj": (2 * self.intermediate, self.hidden), "down_proj": (self.hidden, self.intermediate)}


class Int4Experts(nn.Module):
    """Experts with int4 weights; computes what ``DiffusionGemmaTextExperts`` would with the dequantized ones.

    The weights are neither parameters nor buffers: ``Module.to`` leaves their precision and device alone. They may lie in main
    memory while the layer computes on a GPU; then they are copied there at each call.
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
        """Quantize a layer's experts."""
        shape = ExpertsShape(
            experts.num_experts, experts.hidden_dim, experts.intermediate_dim, experts.config.hidden_activation
        )
        int4_experts = cls(shape, experts.down_proj.device, group_size)
        for name in shape.matrices:
            for index in range(shape.experts):
                int4_experts.set_expert(name, index, getattr(experts, name)[index].detach())
        return int4_experts

    def set_expert(self, name: str, expert: int, weight: Tensor) -> None:
        """Quantize one expert's matrix ``(out, in)``, on the device of ``weight``, and store it."""
        stack = self.weights[name]
        quantized = quantize(weight, 2 * stack.values.shape[-1] // stack.scales.shape[-1])
        stack.values[expert].copy_(quantized.values)
        stack.scales[expert].copy_(quantized.scales)

    def pin(self) -> None:
        """Page-lock weights in main memory, so that they are copied to a GPU at full speed."""
        if torch.cuda.is_available():
            self.weights = {
                name: Int4Tensor(stack.values.pin_memory(), stack.scales.pin_memory())
                for name, stack in self.weights.items()
            }

    @property
    def size_bytes(self) -> int:
        return sum(stack.size_bytes for stack in self.weights.values())

    def forward(self, hidden_states: Tensor, top_k_index: Tensor, top_k_weights: Tensor) -> Tensor:
        """Apply each token's experts and sum their outputs by weight.

        Args:
            hidden_states: ``(tokens, hidden)``.
            top_k_index: each token's experts, ``(tokens, k)``.
            top_k_weights: their weights, ``(tokens, k)``.

        Returns:
            ``(tokens, hidden)``.
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
    """Compute the experts one by one in plain torch: the reference. Shapes as in ``Int4Experts.forward``."""
    dtype = hidden_states.dtype
    total = torch.zeros(hidden_states.shape, dtype=torch.float32, device=hidden_states.device)
    for expert in top_k_index.unique().tolist():
        token, rank = torch.where(top_k_index == expert)
        gate, up = F.linear(hidden_states[token], dequantize(gate_up[expert], dtype)).chunk(2, dim=-1)
        out = F.linear(act_fn(gate) * up, dequantize(down[expert], dtype))
        total.index_add_(0, token, out.float() * top_k_weights[token, rank, None].float())
    return total.to(dtype)
