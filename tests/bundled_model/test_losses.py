"""The losses compute on one device: checked with tensors that only pretend to be on CUDA, as no card is needed for that."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_flatten, tree_map

from . import script

losses, settings, training_data, tokenizer = map(script, ("losses", "settings", "training_data", "tokenizer"))

CUDA = torch.device("cuda")
MAY_MIX = {"__getitem__", "__setitem__"}
"""A tensor on CUDA may be indexed and written with what lies on the CPU."""


def pretends(tensor: Tensor) -> bool:
    return getattr(tensor, "pretends", False)


class PretendedCuda(TorchFunctionMode):
    """What is made on CUDA, moved there or computed of such tensors is marked; an operation that mixes devices raises."""

    def __torch_function__(self, func: Any, types: Any, args: tuple = (), kwargs: dict | None = None) -> Any:
        name, kwargs, wanted = func.__name__, dict(kwargs or {}), None
        if name == "__get__" and func.__self__ is torch.Tensor.device:
            return CUDA if pretends(args[0]) else func(*args)
        if kwargs.get("device") is not None:
            wanted, kwargs["device"] = torch.device(kwargs["device"]), torch.device("cpu")
        if name == "to" and isinstance(next(iter(args[1:]), None), (str, torch.device)):
            wanted, args = torch.device(args[1]), (args[0], "cpu", *args[2:])
        if name == "cpu":
            wanted = torch.device("cpu")
        given = [value for value in tree_flatten((args, kwargs))[0] if isinstance(value, Tensor)]
        marks = {pretends(tensor) for tensor in given if tensor.ndim}
        if len(marks) > 1 and not (name in MAY_MIX and pretends(args[0])):
            raise RuntimeError(f"{name} mixes devices")
        if name == "numpy" and True in marks:
            raise RuntimeError("numpy cannot read what is on CUDA")
        marked = wanted.type == "cuda" if wanted else any(map(pretends, given))

        def mark(value: Any) -> Any:
            if isinstance(value, Tensor) and marked != pretends(value):
                value = value.clone() if wanted else value  # what is moved may be used where it was as well
                value.pretends = marked
            return value

        return tree_map(mark, func(*args, **kwargs))


@pytest.fixture
def pretended_cuda() -> Iterator[None]:
    with PretendedCuda():
        yield


@pytest.mark.usefixtures("pretended_cuda")
def test_an_operation_that_mixes_devices_is_found() -> None:
    here, there = torch.ones(2), torch.ones(2, device=CUDA)
    assert (here.device.type, there.device.type, (there + 1).device.type) == ("cpu", "cuda", "cuda")
    assert (here.to(CUDA) + there).cpu().numpy().tolist() == [2, 2]
    with pytest.raises(RuntimeError, match="add mixes devices"):
        here + there
    with pytest.raises(RuntimeError, match="numpy"):
        there.numpy()


@pytest.mark.parametrize("draft_canvas", [0.0, 1.0])
@pytest.mark.parametrize(
    ("wanted", "layout"),
    [("ctc", "text"), ("all", "text"), ("denoiser", "text"), ("all", "alignment"), ("denoiser", "alignment")],
)
def test_losses_stay_on_their_device(
    wanted: str, layout: str, draft_canvas: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(losses, "has_fast_bf16", lambda _device: False)
    shape = {"vocab_size": 320, "hidden": 32, "layers": 2, "heads": 2, "mlp": 32, "expert": 32, "projector_hidden": 32}
    practice: dict[str, Any] = {"own_prediction_fraction": 1.0, "rollout_fraction": 1.0, "no_draft_fraction": 0.0}
    practice["older_shares"] = {"en": (0.2, 0.5)}
    practice["draft_canvas_fraction"] = draft_canvas
    chosen = settings.Settings(
        losses=wanted, layout=layout, blocks=1, tempo_fraction=1.0, mixstyle_fraction=0.5, draft_share=0.5,
        **shape, **practice,
    )  # fmt: skip
    random.seed(0)
    language = tokenizer.LANGUAGE["en"]
    batch = training_data.Batch(
        torch.randn(3, 90, 512).half(), torch.tensor([90, 70, 50]), [[300, 301, 301], [302], []], [language] * 3
    )
    trainer = losses.Trainer(chosen, torch.device("cpu"))
    trainer.older_projector = {name: value.clone() for name, value in trainer.projector.state_dict().items()}
    for weight in [*trainer.parameters(), *trainer.buffers(), *trainer.older_projector.values()]:
        weight.pretends = True
    with PretendedCuda():
        found = trainer.losses(batch.to(CUDA))
        assert trainer.device == CUDA
        assert all(pretends(loss) for loss in found.values())
    assert found.keys() == {"ctc": {"ctc", "loss"}, "denoiser": {"ar", "diffusion", "loss"}}.get(
        wanted, {"ctc", "ar", "diffusion", "loss"}
    )
    assert all(torch.isfinite(loss) for loss in found.values())
    found["loss"].backward()


def test_views_that_hear_the_same_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "has_fast_bf16", lambda _device: False)
    shape = {"vocab_size": 320, "hidden": 32, "layers": 2, "heads": 2, "mlp": 32, "expert": 32, "projector_hidden": 32}
    chosen = settings.Settings(losses="ctc", layout="alignment", blocks=1, consistency_weight=0.5, **shape)
    trainer, language = losses.Trainer(chosen, torch.device("cpu")).eval(), tokenizer.LANGUAGE["en"]
    frames, lengths = torch.randn(2, 90, 512), torch.tensor([90, 70])
    batch = training_data.Batch(frames, lengths, [[300, 301, 301], [302]], [language] * 2)
    masked = trainer.consistent_ctc(frames, lengths, batch, 3.0)
    assert masked["consistency"] > 1e-4
    assert float(masked["loss"].detach()) == pytest.approx(float(masked["ctc"] + 0.5 * masked["consistency"]))
    masked["loss"].backward()
    monkeypatch.setattr(losses, "masked_features", lambda frames, *_: frames)
    assert float(trainer.consistent_ctc(frames, lengths, batch, 3.0)["consistency"]) == pytest.approx(0, abs=1e-6)


def test_without_a_draft_the_loss_may_be_that_of_all_alignments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "has_fast_bf16", lambda _device: False)
    shape = {"vocab_size": 320, "hidden": 32, "layers": 2, "heads": 2, "mlp": 32, "expert": 32, "projector_hidden": 32}
    language, found = tokenizer.LANGUAGE["en"], {}
    batch = training_data.Batch(torch.randn(2, 90, 512), torch.tensor([90, 70]), [[300, 301], [302]], [language] * 2)
    for marginal in (True, False):
        torch.manual_seed(0)
        random.seed(0)
        chosen = settings.Settings(
            losses="denoiser",
            layout="alignment",
            blocks=1,
            no_draft_fraction=1.0,
            marginal_alignments=marginal,
            **shape,
        )
        loss = losses.Trainer(chosen, torch.device("cpu")).losses(batch)
        loss["loss"].backward()
        found[marginal] = float(loss["diffusion"])
    assert 0 < found[True] < found[False], "one alignment is at most as probable as all of them"


def test_a_clean_alignment_says_the_text_along_the_sound() -> None:
    shape = {"vocab_size": 320, "hidden": 32, "layers": 2, "heads": 2, "mlp": 32, "expert": 32, "projector_hidden": 32}
    trainer = losses.Trainer(settings.Settings(layout="alignment", blocks=1, **shape), torch.device("cpu"))
    said = [[tokenizer.BLANK, 300, tokenizer.BLANK, 301, 301, tokenizer.BLANK, 301], [302] + [tokenizer.BLANK] * 6]
    tokens = torch.stack([trainer.backbone.lm_head.weight[row] * 60 for row in said]).detach()
    language = tokenizer.LANGUAGE["en"]
    heard = losses.AudioTokens(tokens, torch.tensor([7, 3]), [[300, 301, 301], [302, 303, 304, 305]], [language] * 2)
    ids, fits = trainer.alignments(heard)
    assert fits.tolist() == [True, False]
    assert [token for token in ids[0].tolist() if token != tokenizer.BLANK] == [300, 301, 301]
    assert (ids[0, 1], ids[0, 6]) == (300, 301)
    assert ids[0, 3] != ids[0, 4], "a run of one label is one token"
    assert ids[1].tolist() == [tokenizer.BLANK] * 7
