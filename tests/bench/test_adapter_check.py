"""``anneal models check``: a repository whose own code really runs, beside ours, on one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
import torch

from app.bench.adapter_check import AdapterCheck, check_adapter, compare_steps, find_adapter_code, hide_home, report
from app.bench.datasets import Clip, read_set
from app.cli import exit_codes, main
from app.models.adapter.published import convert_to_native
from app.models.catalog import INTERFAZE_SMALL
from app.models.install.manifest import MANIFEST_FILE, write_manifest
from app.paths import Folders, resources_folder
from app.speech.model import loader
from tests.models import paper_repository, stand_ins
from tests.models.paper_repository import INFERENCE, NAME
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

REVISION = "0123456789abcdef0123456789abcdef01234567"
pytestmark = pytest.mark.slow  # two engines on six clips

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install the model as a download does, its own code in the hub's cache; return its snapshot there."""
    folders = Folders.under(tmp_path)
    monkeypatch.setattr(Folders, "of_user", lambda: folders)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setitem(loader.DTYPES, "bf16", torch.float32)  # as the repository's own code computes

    def make(inference: str) -> Path:
        backbone, encoder = stand_ins.backbone_folder(tmp_path), stand_ins.encoder_folder(tmp_path)
        snapshot = tmp_path / "hub" / f"models--interfaze-ai--{NAME}" / "snapshots" / REVISION
        snapshot.parent.mkdir(parents=True)
        paper_repository.write(snapshot, inference=inference)
        for folder in (snapshot, folders.models):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "backbone").symlink_to(backbone)
            (folder / "encoder").symlink_to(encoder)
        convert_to_native(snapshot, backbone, encoder, folders.models / NAME)
        part = {"commit": REVISION, "part": "adapter", "licence": "", "files": {}, "fetched": [], "checked": []}
        body = {"cache": str(tmp_path / "hub"), "repositories": {INTERFAZE_SMALL.adapter.name: part}}
        write_manifest(folders.models / NAME / MANIFEST_FILE, body)
        return snapshot

    return make


def ran(snapshot: Path) -> bool:
    """Whether any of the repository's code was run: each file leaves a mark."""
    return bool(list(snapshot.glob("*.ran")))


def check_one_clip(agreed_revision: str | None = None) -> AdapterCheck:
    _, clips = read_set(f"samples={resources_folder() / 'samples'}")
    return check_adapter(Folders.of_user().models / NAME, clips[:1], agreed_revision=agreed_revision, device="cpu")


def page_of(tmp_path: Path, *arguments: str, code: int) -> str:
    page = tmp_path / "page.md"
    assert main.main(["models", "check", *arguments, "--device", "cpu", "-o", str(page)]) == code
    return page.read_text(encoding="utf-8")


def test_both_run_on_the_samples_and_stand_side_by_side(tmp_path: Path, install: Install) -> None:
    snapshot = install(INFERENCE)
    page = page_of(tmp_path, NAME, "--agree", REVISION, code=exit_codes.DONE)
    assert ran(snapshot)
    _, clips = read_set(f"samples={resources_folder() / 'samples'}")
    assert len(clips) == 6
    for clip in clips:
        assert f"- said: {clip.text}" in page
        assert f"| {clip.path.name} (" in page
    assert page.count("\n- ours: ") == page.count("\n- theirs: ") == 6
    assert page.count("from the same random tokens") == 6
    for expected in (
        f"- model: {INTERFAZE_SMALL.title}, revision {REVISION}",
        "- 8 steps, seed 0;",
        " of 6 texts are the same**",
        "- canvas length: 24 (inference.py",
        "- entropy bound: 0.1 (paper, Algorithm 1)",
        "- prompt",
        "## Assumptions",
        "torch 2",
        f"; ~/hub/models--interfaze-ai--{NAME}/snapshots/{REVISION}",
    ):
        assert expected in page
    assert str(tmp_path) not in page
    assert "did not get through" not in page


def test_without_agreement_nothing_of_theirs_runs_and_the_page_says_how_to_agree(install: Install) -> None:
    snapshot = install(INFERENCE)
    for agreed in (None, REVISION[::-1]):
        check = check_one_clip(agreed)
        assert check.failed
        assert not ran(snapshot)
        page = report(check)
        assert f"`anneal models check {NAME} --agree {REVISION}`" in page
        assert "\n- ours: " in page
        assert "\n- theirs: " not in page


@pytest.mark.parametrize(
    ("fault", "said"),
    [("raise RuntimeError('out of luck')", "RuntimeError: out of luck"), ("exit(3)", "SystemExit: 3")],
)
def test_where_their_code_fails_its_traceback_is_on_the_page_and_ours_is_shown(
    install: Install, fault: str, said: str
) -> None:
    install(INFERENCE.replace("    canvas = torch.randint", f"    {fault}\n    canvas = torch.randint"))
    check = check_one_clip(REVISION)
    assert check.failed
    page = report(check)
    assert "## The adapter's own code did not get through" in page
    assert said in page
    assert f"    {fault}" in page  # the line of the traceback
    assert f'File "~/hub/models--interfaze-ai--{NAME}/snapshots/{REVISION}/inference.py"' in page
    assert "\n- ours: " in page


def test_a_model_without_code_of_its_own_is_compared_with_what_is_said(tmp_path: Path, install: Install) -> None:
    install(INFERENCE)
    tiny.write(Folders.of_user().models / "mine", tiny.model())
    page = page_of(tmp_path, "mine", code=exit_codes.DONE)
    assert "no code of its own" in page
    assert page.count("\n- ours: ") == 6
    assert "\n- theirs: " not in page


def test_a_model_that_is_not_installed_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = Folders.under(tmp_path)
    monkeypatch.setattr(Folders, "of_user", lambda: folders)
    assert main.main(["models", "check", NAME]) == exit_codes.FAILED
    assert f"Install it with `anneal models install {NAME}`" in capsys.readouterr().err
    assert main.main(["models", "check", "nobody"]) == exit_codes.FAILED
    assert "There is no model called nobody" in capsys.readouterr().err


def test_from_the_same_noise_both_believe_the_same_at_the_first_step_and_a_wrong_weight_shows(
    tmp_path: Path, install: Install
) -> None:
    """The clip fills the 30 s, so that there is no padding; their steps differ from ours from the second on."""
    snapshot, clip = install(INFERENCE), tmp_path / "long.wav"
    soundfile.write(clip, babble(30.0, 1)[: 30 * RATE_HZ], RATE_HZ, subtype="FLOAT")
    clips, folder = [Clip(clip, "something", "en")], Folders.of_user().models / NAME

    def check():
        return check_adapter(folder, clips, agreed_revision=REVISION, device="cpu", seed=3)

    right = check()
    assert (right.ours.problem, right.theirs.problem) == ("", "")
    (ours,), (theirs,) = right.ours.clips, right.theirs.clips
    assert right.vocabulary is not None
    same = compare_steps(ours.steps, theirs.steps, right.vocabulary)
    assert same is not None
    assert same.compared > 5
    assert same.equal == same.compared
    assert same.probability_difference < 1e-3  # theirs shows no temperature, so it counts as 1
    assert same.differs_at is not None
    assert same.differs_at > 1
    torch.manual_seed(3)
    assert np.array_equal(ours.steps[0].canvas, torch.randint(0, tiny.VOCAB, (1, 24))[0].numpy())
    assert f"differ first after step {same.differs_at}" in report(right)

    inference = snapshot / "inference.py"
    inference.write_text(inference.read_text().replace("2.0 * b @ a", "20.0 * b @ a"))
    wrong = check()
    (ours,), (theirs,) = wrong.ours.clips, wrong.theirs.clips
    other = compare_steps(ours.steps, theirs.steps, right.vocabulary)
    assert other is not None
    assert other.differs_at == 1
    assert other.equal < other.compared
    assert other.probability_difference > same.probability_difference
    assert compare_steps(ours.steps, (), right.vocabulary) is None
    shorter = replace(ours.steps[0], canvas=ours.steps[0].canvas[:5])
    assert compare_steps([shorter], theirs.steps, right.vocabulary) is None


def test_the_code_of_a_published_folder_is_its_snapshot(tmp_path: Path) -> None:
    snapshot = tmp_path / "snapshots" / REVISION
    snapshot.parent.mkdir()
    paper_repository.write(snapshot)
    (tmp_path / "linked").symlink_to(snapshot)
    paper_repository.write(tmp_path / "loose")
    linked, loose = find_adapter_code(tmp_path / "linked"), find_adapter_code(tmp_path / "loose")
    assert linked is not None
    assert (linked.folder, linked.revision) == (snapshot, REVISION)
    assert loose is not None
    assert loose.revision == ""
    assert find_adapter_code(tmp_path) is None


def test_the_home_folder_is_hidden() -> None:
    assert hide_home("in /home/ada/x and /home/adam", Path("/home/ada")) == "in ~/x and /home/adam"
    assert hide_home("in /x", Path("/")) == "in /x"
