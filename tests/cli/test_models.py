"""``anneal models`` from end to end, in a process of its own, against a hub on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import soundfile

from app.cli import exit_codes, main
from app.models.catalog import INTERFAZE_SMALL
from app.models.hardware import disk_capacity
from app.paths import Folders
from app.speech import load
from tests.models import paper_repository, stand_ins
from tests.models.hub_server import HubServer, Repo
from tests.models.stand_ins import PROJECTORS, checkpoint_tensors, write_repository
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

ROOT = Path(__file__).parents[2]
NAME = INTERFAZE_SMALL.name


def test_what_can_be_installed_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["models"]) == exit_codes.DONE
    assert f"{NAME}: not installed; 52.8 GB; anneal models install {NAME}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["install", "nobody"], "There is no model called nobody."),
        (["verify", "nobody"], "There is no model called nobody."),
        (["verify", "whisper-small"], "anneal models install whisper-small"),
        (["remove", "anneal-small"], "part of Anneal"),
        (["import", "/nowhere/at/all"], "no whole model"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["models", *arguments]) == exit_codes.FAILED
    assert said in capsys.readouterr().err


def test_a_models_values_are_shown_with_their_origins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = Folders.under(tmp_path)
    monkeypatch.setattr(Folders, "of_user", lambda: folders)
    folders.models.mkdir(parents=True)
    paper_repository.write(folders.models / NAME)
    (folders.models / NAME / "backbone").symlink_to(stand_ins.backbone_folder(tmp_path))
    (folders.models / NAME / "encoder").symlink_to(stand_ins.encoder_folder(tmp_path))
    assert main.main(["models", "show", NAME]) == exit_codes.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == INTERFAZE_SMALL.title
    assert "canvas length: 192 (paper, inference)" in lines
    assert f"audio token: {tiny.AUDIO} (checkpoint)" in lines
    assert "CTC softcap: no (paper, training)" in lines
    assert "repetitions removed: yes (paper, inference)" in lines
    assert any(line.startswith("assumed: prompt") for line in lines)
    assert "its authors' errors: LibriSpeech test-clean, en: 6.6 % WER on 100 utterances, 8 steps" in lines
    assert "never evaluated by its authors: de, fr, es" in lines
    assert lines[-1].startswith("its authors' speed, on a card of theirs: 14.9 x real time at 8 steps")
    assert main.main(["models", "show", "anneal-small"]) == exit_codes.DONE
    shown = capsys.readouterr().out
    assert "CTC softcap: yes" in shown
    assert "LoRA rank: none" in shown
    assert "repetitions removed: no" in shown


def test_what_authors_tell_is_shown_before_a_model_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["models", "show", NAME]) == exit_codes.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{NAME}: not installed; what its authors tell:"
    assert "steps: 8 (paper, Algorithm 1)" in lines
    assert "never evaluated by its authors: de, fr, es" in lines


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the person's folders are chosen by XDG variables")
def test_install_verify_list_and_remove(tmp_path: Path) -> None:
    assert INTERFAZE_SMALL.needs is not None
    if disk_capacity(tmp_path).free_bytes < INTERFAZE_SMALL.needs.packed_experts_bytes + 3_000_000_000:
        pytest.skip("too little room for what the big model needs, which is asked for first")
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    folders = {
        "adapter": write_repository(tmp_path / "adapter", checkpoint_tensors(made, stand_ins.peft_keys, "projector.")),
        "backbone": stand_ins.backbone_folder(tmp_path),
        "encoder": stand_ins.encoder_folder(tmp_path),
    }
    with HubServer() as server:
        for repository in INTERFAZE_SMALL.repositories:
            files = {path.name: path.read_bytes() for path in folders[repository.part].iterdir()}
            large = frozenset(name for name in files if name.endswith((".safetensors", ".pt")))
            server.repos[repository.name] = Repo(files, large, repository.asks_for_contact, agreed={"good"})
        server.tokens = {"good"}
        program = (
            "from app.cli import main as cli\n"
            f"for words in (['install', {NAME!r}, '--yes'], ['verify', {NAME!r}], ['list'], ['remove', {NAME!r}], ['list']):\n"
            "    assert cli.main(['models', *words]) == 0, words\n"
        )
        environment = {
            **os.environ, "HF_ENDPOINT": server.url, "HF_HUB_OFFLINE": "0", "HF_HOME": str(tmp_path / "hf"),
            "HF_TOKEN": "good", "XDG_DATA_HOME": str(tmp_path / "data"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "data" / "anneal" / "models" / NAME
    lines = done.stdout.splitlines()
    assert str(folder) in lines
    assert f"{NAME}: every file is right" in lines
    assert any(line.startswith(f"{NAME}: en, de") and str(folder) in line for line in lines)
    assert f"{NAME}: not installed" in lines[-1]
    assert "licence: mit" in done.stderr
    assert "100 %" in done.stderr
    assert not folder.exists()


def test_an_installed_whisper_is_an_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = Folders.under(tmp_path)
    monkeypatch.setattr(Folders, "of_user", lambda: folders)
    tiny.write_whisper(folders.models / "whisper-tiny")
    clip = tmp_path / "clip.wav"
    soundfile.write(clip, babble(2.0, 1), RATE_HZ)
    assert main.main(["models", "show", "whisper-tiny"]) == exit_codes.DONE
    assert capsys.readouterr().out.startswith("Whisper tiny\nparameters: ")
    arguments = ["transcribe", str(clip), "--device", "cpu", "--language", "en", "--format", "json"]
    assert main.main([*arguments, "--engine", "whisper-tiny"]) == exit_codes.DONE
    document = json.loads(capsys.readouterr().out)
    assert document["model"] == "Whisper tiny"
    assert document["segments"][0]["words"]
    transcriber = load("whisper-tiny", "cpu")
    assert transcriber.ready.model == "Whisper tiny"
    assert main.main([*arguments, "--engine", "whisper-huge"]) == exit_codes.FAILED
    assert "whisper-huge" in capsys.readouterr().err
    assert main.main([*arguments, "--engine", "whisper-tiny", "--model", str(tmp_path)]) == exit_codes.USAGE
