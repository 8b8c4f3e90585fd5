"""What the published adapter's authors tell outside its files, and where each value of a spec comes from.

The values are data of ``resources/models/catalog.json``. They hold for every adapter in the published layout, which is that of
one adapter and of those that its code trains. The user's own files come before them, assumptions behind them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.models.catalog import INTERFAZE_SMALL, CatalogModel, ProfileValue

from .spec import AdapterSpec

PROFILE: Mapping[str, ProfileValue] = {value.name: value for value in INTERFAZE_SMALL.profile}
"""By the names of the values."""


def values_with_origins(spec: AdapterSpec) -> list[tuple[str, str, str]]:
    """Return name, value and origin of what an adapter was made or read with; the origin is empty where none is recorded."""
    projector, prompt, lora = spec.projector, spec.prompt, spec.lora
    values = {
        "encoder": spec.encoder.repository or spec.encoder.folder,
        "backbone": spec.backbone.repository or spec.backbone.folder,
        "subsampling": projector.subsample,
        "projector activation": projector.activation,
        "projector norm": "none" if projector.norm_eps is None else f"LayerNorm, epsilon {projector.norm_eps:g}",
        "prompt": f"{_listed(prompt.before)}, audio, {_listed(prompt.after)}",
        "audio token": prompt.audio,
        "LoRA rank": lora.rank if lora else "none",
        "LoRA alpha": f"{lora.alpha:g}" if lora else "none",
        "canvas length": spec.canvas.length,
        "canvas holds": spec.canvas.layout,
        "steps": spec.default_steps,
        "canvas starts from": spec.default_start,
        "entropy bound": spec.sampler.entropy_bound,
        "first temperature": spec.sampler.t_max,
        "last temperature": spec.sampler.t_min,
        "guidance": f"{spec.guidance:g}",
        "acceptance": spec.sampler.acceptance,
        "candidates": spec.sampler.candidates,
        "stability": spec.sampler.stability,
        "confidence": spec.sampler.confidence,
        "tail trained": "no" if spec.untrained_tail else "yes",
        "end tokens": _listed(spec.end_ids),
        "CTC blank": spec.blank_id,
        "CTC softcap": "yes" if spec.ctc_softcap else "no",
        "repetitions removed": "yes" if spec.remove_repetitions else "no",
        "languages": ", ".join(spec.languages),
        "seconds clips are padded to": spec.pad_s,
        "seconds of a segment": f"{spec.segment_s:g}",
        "seconds of the window of a cut": spec.segment_window_s,
    }
    return [
        (name, "not told" if value is None else str(value), spec.origins.get(name, ""))
        for name, value in values.items()
    ]


def profile_values(model: CatalogModel) -> list[tuple[str, str, str]]:
    """Return name, value and source of what a model's authors tell."""
    return [
        (each.name, ", ".join(each.value) if isinstance(each.value, list) else _text(each.value), each.source)
        for each in model.profile
    ]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _listed(ids: Sequence[int]) -> str:
    return " ".join(str(token_id) for token_id in ids) or "nothing"
