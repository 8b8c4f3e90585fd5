"""A whole model over the hub on loopback: fetched, installed, verified, uninstalled."""

from __future__ import annotations

import shutil
from pathlib import Path

import huggingface_hub
import pytest
import soundfile

from app.errors import ModelError
from app.models.catalog import CATALOG, find_whispers, list_installed
from app.models.install.download import (
    InstallProgress,
    SpeedMeter,
    abort_download,
    download,
    uninstall,
    verify_model,
)
from app.models.install.hub import Hub
from app.models.install.hub_errors import DownloadError
from app.models.install.manifest import pending_path, read_manifest
from app.models.install.preflight import estimate_download
from app.speech.events import TranscriptDone
from app.speech.model.assembly import load_model
from app.speech.options import TranscribeOptions
from app.speech.pipeline.transcriber import Transcriber
from tests.models import hub_server
from tests.models.hub_server import COMMIT, HubServer, Repo
from tests.speech import tiny
from tests.speech.conftest import RATE_HZ, babble

from .published_model import IMPATIENT, MODEL, SHARD, WHISPER, install_model, installed_folder


class TestDownload:
    def test_the_model_is_installed_and_loads(self, hub: Hub, tmp_path: Path) -> None:
        events = list(download(estimate_download(MODEL, hub), hub, tmp_path / "models", IMPATIENT))
        progress = [event for event in events if isinstance(event, InstallProgress)]
        assert [event.done_bytes for event in progress] == sorted(event.done_bytes for event in progress)
        assert progress[-1].done_bytes == progress[-1].total_bytes
        folder = installed_folder(iter(events))
        model = load_model(folder)
        assert model.spec.backbone.revision == COMMIT
        assert [each.name for each in list_installed(tmp_path / "models") if each.folder == folder] == [MODEL.name]
        assert estimate_download(MODEL, hub).missing_bytes == 0

    def test_a_stopped_download_continues_and_nothing_is_fetched_twice(
        self, hub: Hub, server: HubServer, tmp_path: Path
    ) -> None:
        server.faults.append(hub_server.stalls_after(5000, 2, path=SHARD, times=1))
        events = download(estimate_download(MODEL, hub), hub, tmp_path / "models", IMPATIENT)
        for event in events:
            if isinstance(event, InstallProgress) and event.waiting_reason:
                break
        events.close()  # type: ignore[attr-defined]
        request_count = len(server.requests)
        estimate = estimate_download(MODEL, hub)
        assert 0 < estimate.missing_bytes < estimate.size_bytes
        installed_folder(download(estimate, hub, tmp_path / "models", IMPATIENT))
        shard_requests = [request for request in server.requests[request_count:] if request.path == SHARD]
        assert shard_requests[0].offset == 5000
        assert len([request for request in server.requests if request.path.endswith(".pt")]) == 1

    def test_an_aborted_download_leaves_nothing(self, hub: Hub, server: HubServer, tmp_path: Path) -> None:
        server.faults.append(hub_server.breaks_after(5000, path=SHARD, times=1))
        server.faults.append(hub_server.answers_with(404, path=SHARD))
        with pytest.raises(DownloadError):
            list(download(estimate_download(MODEL, hub), hub, tmp_path / "models", IMPATIENT))
        estimate = estimate_download(MODEL, hub)
        cached_bytes = estimate.size_bytes - estimate.missing_bytes
        freed_bytes = abort_download(tmp_path / "models", MODEL.name)
        assert 5000 < freed_bytes <= cached_bytes  # files of equal content share a blob
        assert not [path for path in hub.cache.glob("models--*") if path.is_dir()]
        assert not pending_path(tmp_path / "models" / MODEL.name).exists()

    def test_files_that_another_program_downloaded_are_used(self, hub: Hub, server: HubServer, tmp_path: Path) -> None:
        huggingface_hub.snapshot_download(WHISPER, cache_dir=hub.cache, endpoint=server.url, token="good")
        request_count = len(server.requests_for("config.json"))
        estimate = estimate_download(MODEL, hub)
        encoder = next(part for part in estimate.repositories if part.repository.part == "encoder")
        assert encoder.missing_bytes == 0
        folder = installed_folder(download(estimate, hub, tmp_path / "models", IMPATIENT))
        assert len(server.requests_for("config.json")) == request_count + 1  # the backbone's only
        uninstall(folder)
        assert (hub.repository_folder(WHISPER) / "snapshots" / COMMIT / SHARD).is_file()
        assert not hub.repository_folder("google/diffusiongemma-26B-A4B-it").exists()

    def test_a_damaged_file_of_another_program_is_fetched_again(
        self, hub: Hub, server: HubServer, tmp_path: Path
    ) -> None:
        huggingface_hub.snapshot_download(WHISPER, cache_dir=hub.cache, endpoint=server.url, token="good")
        shard = (hub.repository_folder(WHISPER) / "snapshots" / COMMIT / SHARD).resolve()
        right = shard.read_bytes()
        shard.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
        load_model(install_model(hub, tmp_path / "models"))
        assert shard.read_bytes() == right

    def test_another_programs_list_of_files_does_not_make_ours_incomplete(
        self, hub: Hub, server: HubServer, tmp_path: Path
    ) -> None:
        server.repos[WHISPER].files["tf_model.h5"] = b"the same weights in another form"
        huggingface_hub.snapshot_download(
            WHISPER, cache_dir=hub.cache, endpoint=server.url, token="good", allow_patterns=["README*"]
        )
        folder = install_model(hub, tmp_path / "models")
        assert not list(hub.cache.rglob("tf_model.h5"))
        load_model(folder)


class TestInstalled:
    @pytest.fixture
    def folder(self, hub: Hub, tmp_path: Path) -> Path:
        return install_model(hub, tmp_path / "models")

    def test_every_file_is_compared(self, folder: Path, hub: Hub) -> None:
        *_, end = verify_model(folder)
        assert end.done_bytes == end.total_bytes
        shard = next(hub.repository_folder(WHISPER).rglob(SHARD)).resolve()
        body = bytearray(shard.read_bytes())
        body[-1] ^= 1
        shard.write_bytes(bytes(body))
        with pytest.raises(DownloadError) as damaged:
            list(verify_model(folder))
        assert damaged.value.kind == "damaged"
        assert SHARD in damaged.value.what

    def test_uninstalling_frees_what_was_fetched(self, folder: Path, hub: Hub) -> None:
        manifest = read_manifest(folder / "install.json")
        assert manifest is not None
        entries = manifest["repositories"].values()
        size_bytes = sum(size_bytes for entry in entries for size_bytes, _ in entry["files"].values())
        assert uninstall(folder) > size_bytes
        assert not folder.exists()
        assert not list(hub.cache.rglob("*.safetensors"))
        assert not [path for path in hub.cache.glob("models--*") if path.is_dir()]

    def test_files_that_another_model_needs_stay(self, folder: Path) -> None:
        other = folder.with_name("other")
        shutil.copytree(folder, other)
        uninstall(folder)
        load_model(other)


def test_speed_is_measured_over_the_last_seconds() -> None:
    speed = SpeedMeter()
    assert speed.update(0, 0.0) is None
    assert speed.update(3_000_000_000, 1.0) == 3e9
    for second in range(2, 30):
        latest = speed.update(3_000_000_000 + second * 10, float(second))
    assert latest == pytest.approx(10)
    assert speed.update(0, 30.0) is None


class TestWhisper:
    @pytest.fixture
    def whisper_hub(self, server: HubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
        """A tiny Whisper under the name of the real one, ungated."""
        tiny.write_whisper(tmp_path / "source")
        files = {path.name: path.read_bytes() for path in (tmp_path / "source").iterdir()}
        server.repos["openai/whisper-base"] = Repo(files, frozenset({SHARD}), licence="apache-2.0")
        monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
        return Hub(None, tmp_path / "hub", server.url)

    def test_it_is_installed_used_and_uninstalled(self, whisper_hub: Hub, tmp_path: Path) -> None:
        model, models = next(known for known in CATALOG if known.name == "whisper-base"), tmp_path / "models"
        estimate = estimate_download(model, whisper_hub)
        assert [part.listing.licence for part in estimate.repositories if part.listing] == ["apache-2.0"]
        folder = installed_folder(download(estimate, whisper_hub, models, IMPATIENT))
        assert folder == models / "whisper-base"
        assert find_whispers(models) == [folder]
        list(verify_model(folder))
        clip = tmp_path / "clip.wav"
        soundfile.write(clip, babble(2.0, 1), RATE_HZ)
        *_, done = Transcriber(folder, "cpu").transcribe(clip, TranscribeOptions("en"))
        assert isinstance(done, TranscriptDone)
        assert done.transcript.model == "Whisper base"
        assert uninstall(folder) > 10_000
        assert find_whispers(models) == []
        assert not list((tmp_path / "hub").rglob("*.safetensors"))

    def test_a_repository_without_a_decoder_is_refused(
        self, whisper_hub: Hub, server: HubServer, tmp_path: Path
    ) -> None:
        del server.repos["openai/whisper-base"].files["tokenizer.json"]
        model = next(known for known in CATALOG if known.name == "whisper-base")
        with pytest.raises(ModelError, match="Whisper base is incomplete"):
            installed_folder(
                download(estimate_download(model, whisper_hub), whisper_hub, tmp_path / "models", IMPATIENT)
            )
        assert not (tmp_path / "models" / "whisper-base").exists()
